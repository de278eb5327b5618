/* What to do next: which fix opens most, which answer or input settles most. Computed from a judgement; all in its
 * arena. */
#ifndef ASSAY_JUDGE_NEXT_H
#define ASSAY_JUDGE_NEXT_H

#include "judge/verdict.h"

/* Who answers so that it counts. */
enum asked_of { ASKED_OF_MAKER, ASKED_OF_ASSESSOR, ASKED_OF_LABORATORY };
const char *asked_of_word(enum asked_of a); /* "maker", "assessor", "laboratory" */
/* Whose word decides the question under a scheme. */
enum asked_of asked_under(const struct rules *rules, const struct scheme *scheme, const struct question *q);

/* Where a requirement stands in a judgement. */
struct reached {
	const struct scheme_result *scheme;
	const struct requirement_result *requirement;
	bool is_needed; /* mandatory, and nothing else settles it */
	str ahead; /* the day from which it is asked, where that is to come; empty: it is asked on the day judged for */
};

/* What is asked only later: never counted together with what is asked on the day judged for. */
struct later {
	str from;         /* the first such day; empty: there is nothing */
	size_t schemes;   /* that wait from then on, and not before */
	size_t mandatory; /* requirements */
	size_t opened;    /* of a fix: as there */
};

/* A failing check: mending it opens requirements. */
struct fix {
	const struct outcome *outcome; /* its findings say where; NULL: a question was answered badly */
	const struct reply *reply;
	struct reached *reached;         /* mandatory requirements that it fails, and recommended ones after them */
	size_t reached_count, mandatory; /* mandatory: that are asked on the day */
	size_t schemes;                  /* judged schemes that it keeps from passing on the day */
	/* schemes in which nothing mandatory fails any more once this and all fixes before it are made, and not
	 * before */
	size_t opened;
	size_t opens; /* schemes in which it is the only fix that mandatory requirements wait for */
	struct later later;
};

/* Something that is owed: an answer, or an input that shows a class of facts. */
struct missing_evidence {
	const struct question *question; /* NULL: an input */
	str class, bring,
		/* of an input: the classes that it shows, with commas; a practice or paper; or a check that could not
		 * tell */
		reason;
	struct reached *reached;                  /* requirements that wait for it */
	size_t reached_count, mandatory, schemes; /* mandatory: that are asked on the day */
	size_t bound;                             /* of those: of laws that bind the product where it is sold */
	size_t alone;                             /* of mandatory: that wait for nothing else */
	struct later later;
	/* of a question: whose word some of these requirements take, and whose all of them take. Where the maker's own
	 * declaration does, nobody else is asked */
	enum asked_of least_of, asked_of;
};

/* What the product is, where nobody has said it and it decides which schemes bind, or which requirements apply. */
struct scope_owed {
	struct scope_question asks;
	const struct scheme_result **schemes; /* about which it decides, those that are binding law first */
	size_t scheme_count, binding;
	struct reached *reached;                /* requirements that may not apply */
	size_t reached_count, mandatory, bound; /* as of missing evidence */
};

/* An answer that counts today and soon will not. */
struct expiring_answer {
	const struct answer *answer;
	str last;                /* the last day on which it counts, under the scheme that lets go of it first */
	struct reached *reached; /* requirements that ask its question, under the schemes that let go of it soon */
	size_t reached_count, mandatory, schemes;
};
enum { SOON_DAYS = 90 };

struct plan {
	struct fix *fixes; /* most schemes first, then most mandatory requirements, then by id */
	size_t fix_count;
	/* what opens most first: mandatory requirements of laws that bind the product where it is sold, then all
	 * mandatory ones. "assay next" and "assay ask" both go by this order */
	struct missing_evidence *missing;
	size_t missing_count;
	struct scope_owed *scope; /* what decides about most binding schemes first; asked before anything else */
	size_t scope_count;
	struct expiring_answer *expiring; /* those that run out within SOON_DAYS, the first day first */
	size_t expiring_count;
};

/* It is law, or what a law rests on, and binds (or may bind) the product where it is sold. */
bool scheme_is_binding(const struct scheme_result *s);

/* An entity of which a question is still open. */
struct open_row {
	int64_t entity;
	str name;
};
/* Of a question for each of a kind: the entities that requirements still wait for, by name, each once; none where it is
 * asked of the product. by: under schemes alone that take the word of such a one. */
struct open_row *open_rows(
	const struct judgement *j, const struct question *q, enum asked_of by, struct arena *keep, size_t *ret_count);

void plan_make(const struct judgement *j, struct arena *keep, struct plan *ret);

#endif
