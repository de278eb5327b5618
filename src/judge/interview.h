/* The interview as values: which questions are still open for one who speaks, in the order of judge/next.h, and what an
 * answer changed between two judgements of the same evidence. All in the arena that is given. */
#ifndef ASSAY_JUDGE_INTERVIEW_H
#define ASSAY_JUDGE_INTERVIEW_H

#include "judge/next.h"
#include "rules/groups.h"

struct interview_answer {
	const struct question *question;
	str value;
};

/* One thing to ask. */
struct interview_step {
	/* of the profile, and of a group: made for it, with an id as "profile.markets" or "group.updates" */
	const struct question *question;
	const struct question_group *group; /* several questions in one; NULL: it is one */
	struct interview_answer *joined;    /* of a group: what it says where all of it is so */
	size_t joined_count;
	const struct scope_owed *scope;      /* of the profile; NULL: it is none */
	const struct missing_evidence *owed; /* NULL: it is of the profile */
	struct open_row *rows;               /* of a question for each of a kind: those that are open */
	size_t row_count;
	str *markets; /* that wait for it, each once, in the order of the schemes */
	size_t market_count;
};

struct interview_plan {
	struct interview_step *steps; /* what the profile lacks first, then what opens most first */
	size_t step_count;
	size_t question_count; /* in them: a group has several */
	size_t for_others;     /* open questions that only an assessor or a laboratory can answer */
};

/* What `by` can answer so that some requirement takes it. apart: ids of groups whose questions are asked one by one. */
struct interview_options {
	enum asked_of by;
	const str *apart;
	size_t apart_count;
};
void interview_plan(const struct judgement *j, const struct plan *plan, const struct interview_options *options,
	struct arena *keep, struct interview_plan *ret);
/* The first choice of a group: all of it is so. */
extern const str interview_all_so;

/* The step of that question; NULL: it is not open (any more). */
const struct interview_step *interview_step(const struct interview_plan *p, str question);

/* "profile.markets" or "conditions.money" as a question; NULL: the rules have no such name. */
const struct question *profile_question(const struct rules *rules, str id, struct arena *keep);
/* Whether it is an answer: that of the question's type; of a list each of its words. */
bool interview_takes(const struct question *q, str value);

/* ---- what an answer changes -------------------------------------------------------------------------------------- */

struct changed_requirement {
	const struct scheme_result *scheme;
	const struct requirement_result *requirement;
};
struct changed_scheme {
	const struct scheme *scheme;
	enum applies before, after;
};
/* Mandatory requirements that end otherwise than before, and schemes that bind otherwise. */
struct interview_effect {
	struct changed_requirement *passes, *fails, *spares, *opens; /* spares: it asks nothing any more */
	size_t pass_count, fail_count, spare_count, open_count;
	struct changed_scheme *schemes;
	size_t scheme_count;
};
void interview_effect(const struct judgement *before, const struct judgement *after, struct arena *keep,
	struct interview_effect *ret);

/* How many steps wait for a market. */
struct market_count {
	str market;
	size_t steps;
};
struct market_count *interview_markets(const struct interview_plan *p, struct arena *keep, size_t *ret_count);

#endif
