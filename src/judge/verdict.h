/* Verdicts: what judge() says of one evidence file under the rules of a day. All of it lives in the arena that
 * judge() was given.
 *
 * Outcomes are those of TS 103 701 clause 4.6: pass, fail, inconclusive; not applicable only from a stated condition
 * that was evaluated. Nothing that was not seen may pass. / */
#ifndef ASSAY_JUDGE_VERDICT_H
#define ASSAY_JUDGE_VERDICT_H

#include "evidence/evidence.h"
#include "rules/rules.h"

enum verdict {
	VERDICT_NOT_APPLICABLE,
	VERDICT_PASS,
	VERDICT_INCONCLUSIVE,
	VERDICT_FAIL
}; /* in the order in which one outweighs another */

const char *verdict_word(enum verdict v); /* "pass", "fail", "inconclusive", "not applicable" */
enum verdict verdict_worse(enum verdict a, enum verdict b);
const char *strength_word(enum strength s); /* "observed", "tested by a person", ...; "" for none */

/* One thing that fails a check, or that could not be decided. */
struct finding {
	str sentence; /* the check's template with this row's values */
	str unknown;  /* why it could not be decided; empty: it fails */
	str what;
	int64_t entity, input, file, region; /* rows; 0: none */
	int64_t subject;                     /* the declared counterpart of an observed entity; else the entity */
	str input_name, path, region_kind;   /* for people */
	num at, line, region_at;
};

/* A class of facts that a check needs and that is not whole. */
struct missing {
	str class, reason, bring;
};

/* Which entity a row is about, whether it is kept as a finding or not. */
struct mark {
	int64_t entity; /* 0: none */
	bool is_unknown;
};

struct outcome {
	const struct check *check;
	enum verdict verdict;
	enum strength strength;   /* of what decided it: the check's own, or that of a laboratory's result */
	struct finding *findings; /* failing ones first, then those not decided; each by path, at, line, sentence */
	size_t finding_count, failing; /* of these: the first ones (LIMIT_FINDINGS) */
	size_t all_count, all_failing; /* of all that there are */
	struct missing *missing;
	size_t missing_count;
	uint64_t population; /* entities asked about, when the check counts them and judge_options say so */
	bool is_unlooked;    /* inconclusive only because nobody looked: no row, and classes missing */
	uint32_t number;     /* its place in struct judgement.outcomes */
	struct mark *marks;  /* run.c's own: of each row which entity it is about, for shares */
	size_t mark_count;
	struct shares *shares; /* what it says of each entity of a population; run.c's own */
};

struct subject { /* an entity that requirements iterate over; id 0: the product */
	int64_t id;
	str name, class; /* class: of assets, data and parameters */
};

/* A question and what stands in the evidence about it. */
struct reply {
	const struct question *question;
	enum verdict
		verdict; /* pass: answered well; fail: answered badly; inconclusive: not answered, or not by who may */
	enum strength strength;
	str value, author, answered, reason;
	str record, sha256; /* of a laboratory's test: the file that records it */
	str why;            /* of inconclusive: "nobody answered", "the answer expired on ..." */
	bool has_expired;
	size_t entities, open;    /* of a question for each entity: how many there are, how many lack an answer */
	const struct subject *of; /* of these the first ones, by name; NULL: it is asked of the product */
	size_t of_count;
};

/* One answer as it stands in the evidence. */
struct answer {
	str question, value, unit, author, answered, expires, reason;
	str record, sha256; /* the file that records a test, and its digest */
	str doubt;          /* of a laboratory's answer that does not count as a test: what it lacks */
	int64_t entity;     /* 0: the product */
	str about;          /* the entity's name */
	bool is_asked;      /* of what it is about: else it decides nothing */
	size_t asked_of;    /* how many entities the question is asked of, one by one; 0: of the product */
	enum strength strength;
};

struct assessment_unit_result {
	const struct assessment_unit *unit;
	enum verdict verdict;
	enum strength basis; /* of a pass or a fail */
};

struct tree_step {
	const struct tree_node *node;
	tri answer;
};
struct tree_result { /* one entity's walk */
	int64_t entity;
	str name;
	enum verdict verdict;
	enum strength basis;     /* what the end rests on: the weakest step of a good one, the last of a bad one */
	struct tree_step *steps; /* the path as far as it is one path */
	size_t step_count;
	const struct tree_node
		*asks; /* of inconclusive: the first that is not known and whose answer can change the end */
};

/* A certificate, label or statement of another scheme, as the product file claims it. Nothing of it was asked of its
 * body. */
struct certificate_claim {
	str scheme, kind, level, number, body, product, issued, expires, url, sha256, author;
	/* the last day on which it counts, by its own date or the life that its scheme gives it; empty: it has no
	 * end */
	str until;
	bool is_valid; /* on the day judged for */
	str why;       /* why it is not; or what its end rests on */
};

struct requirement_result {
	const struct requirement *requirement;
	bool is_mandatory; /* in this scheme */
	/* the day from which the scheme asks it; empty: since it applies. Later than the day judged for: it is asked
	 * ahead of time */
	str from;
	enum settled_by settled;
	str settled_why;
	const struct certificate_claim *settled_certificate; /* of SETTLED_RECOGNISED, with the rule that takes it */
	const struct deemed *settled_rule;
	const struct alternative *settled_alternative; /* of SETTLED_ALTERNATIVE */
	bool is_treated; /* a treatment that counts stands in for it: of concern to the verdict on the system alone */
	enum verdict verdict;      /* of the device, by the evidence */
	enum strength basis;       /* the weakest on which a pass rests; else of what decided */
	str why;                   /* a sentence */
	struct outcome **outcomes; /* shared between requirements and schemes */
	size_t outcome_count;
	struct reply *replies;
	size_t reply_count;
	struct assessment_unit_result *assessment_units;
	size_t assessment_unit_count;
	struct tree_result *trees; /* of each verdict the first ones (LIMIT_TREES) */
	size_t tree_count;
	str *unsaid; /* names that nobody said anything about, and that decide whether it applies or what it asks */
	size_t unsaid_count;
	size_t all_trees, unwalked; /* entities in all; of them those that were too many to be walked */
};

enum applies { APPLIES_NO, APPLIES_MAYBE, APPLIES_YES };

/* One of a scheme's forced routes. */
struct forced_result {
	const struct forced_route *rule;
	tri is_forced;
	str question; /* of UNKNOWN: what would decide it */
};

/* A name that a scope needs and nobody has said anything about: what to write into the product file, and where. */
struct scope_question {
	str name, section, asks;            /* section: profile or conditions */
	const struct profile_name *profile; /* its type and values; NULL: yes or no */
};

/* A name of the profile or a condition as a question. */
struct scope_question scope_question_of(const struct rules *rules, str name);

/* A day that would say whether older units are bound: asked where it can change the answer. Until it is said, units
 * of the day judged for are meant. */
struct sold_unit_question {
	struct scope_question asks;
	str from, clause; /* units before that day are not bound */
	bool is_of_part;  /* by a part of the scheme's requirements only */
};

/* Requirements that do not bind the units of the product. */
struct spared {
	str from, why, clause;
	size_t count;
};

struct counts {
	unsigned pass, fail, inconclusive, not_applicable;
};

/* One of a scheme's rules of recognition, with a certificate that it speaks of (NULL: none is held). */
struct recognition {
	const struct deemed *rule;
	const struct certificate_claim *certificate;
	bool counts;
	str why;        /* why (not) */
	size_t covered; /* requirements that it stands for */
};

/* A treatment of a requirement that the scheme takes. */
struct treatment {
	str catalogue, requirement, schemes, kind, control, acts, approver, approved, justification, document, sha256,
		enforcement, expires, author;
	int64_t entry; /* of the product file; one may speak of many requirements */
	str until;     /* the last day on which it counts */
};
struct treatment_result {
	const struct treatment *treatment;
	const struct requirement_result *of;
	bool counts;
	/* the maker's risk assessment takes the requirement out: of concern to the scheme's verdict */
	bool is_assessed;
	str why; /* why (not) */
};

/* What is asked ahead of its day. */
struct ahead {
	str on; /* the first such day; empty: nothing is */
	enum verdict verdict;
	struct counts mandatory;
};

/* Written by one function (verdict.c) out of what scope, requirements, certificates, treatments and dates give. */
struct scheme_result {
	const struct scheme *scheme;
	str edition; /* of the day judged for */
	enum applies applies;
	str applies_why, clause, question; /* why (not); the clause of an exception; what to answer when it may apply */
	struct scope_question
		*questions; /* of what may apply: all that is not said, the first of which is `question` */
	size_t question_count;
	struct sold_unit_question *sold_unit_questions;
	size_t sold_unit_question_count;
	struct spared *spared;
	size_t spared_count;
	bool is_in_force;  /* on the day judged for */
	bool is_elsewhere; /* its market is none of those in which the product file says that it is sold */
	str route, route_why;
	struct forced_result *forced; /* as many as the scheme has */
	bool is_judged;               /* the verdicts are only there when it was */
	enum verdict verdict;         /* under the scheme's rules: with what it recognises */
	enum settled_by basis;        /* of a pass: SETTLED_NOT: the evidence alone */
	unsigned assessed; /* mandatory requirements that bind today and that the maker's risk assessment takes out */
	str why;
	enum verdict device; /* by the evidence alone */
	str device_why;
	struct counts mandatory, all; /* of the device, of what binds on the day */
	struct ahead ahead;
	struct recognition *recognitions;
	size_t recognition_count;
	const struct certificate_claim **own; /* certificates of this very scheme */
	size_t own_count;
	struct treatment_result *treatments;
	size_t treatment_count;
	bool has_system; /* a treatment counts: then the system's verdict is another than the device's */
	enum verdict system;
	str system_why;
	struct requirement_result *requirements;
	size_t requirement_count;
	struct scheme_date
		*coming; /* what is to come, by day: of the law, of certificates and treatments, of the support */
	size_t coming_count;
	const struct scheme_date *next_date; /* the first of them; NULL: none is to come */
};

struct input_result {
	int64_t id;
	str kind, name, sha256, part, state;
	int64_t size;
};

struct profile_value {
	str name, value, author;
	bool is_unknown; /* the rules know no such value: it decides nothing, as if nobody had said it */
};

struct risk_reason {
	str because;
	int points;
};
struct level_result { /* of one scale */
	str name, value, because, source;
	bool is_overridden;   /* by the product file: `because` is its justification */
	str computed, author; /* what the method gave, and who set the other */
};
struct risk_result {
	str risk_class; /* empty: no method is loaded */
	int points;
	bool is_highest; /* no answer could raise it */
	bool is_overridden;
	str computed_class, override_reason, override_author;
	str *refused; /* overrides that do not count: a sentence each */
	size_t refused_count;
	struct risk_reason *reasons;
	size_t reason_count;
	struct level_result *levels;
	size_t level_count;
	str *unknown; /* names that would be needed to be sure */
	size_t unknown_count;
};

/* What the maker says and what was seen disagree. */
struct contradiction {
	str name, said, seen, author;
	/* two people answered a question differently: name is the question, said and seen their answers */
	bool is_of_answers;
};

struct judgement {
	const struct rules *rules;
	str on; /* YYYY-MM-DD */
	struct profile_value *profile;
	size_t profile_count;
	struct input_result *inputs;
	size_t input_count;
	struct scheme_result *schemes;
	size_t scheme_count;
	struct outcome **outcomes; /* every outcome that a requirement refers to, each once */
	size_t outcome_count;
	struct risk_result risk;
	struct certificate_claim *certificates; /* what the product file claims to hold */
	size_t certificate_count;
	struct contradiction *contradictions; /* by name */
	size_t contradiction_count;
	const struct answer *answers; /* by question and entity, the newest first */
	size_t answer_count;
	str *unknown_names; /* names, values and answers that no rule knows: a sentence each, with what may be meant */
	size_t unknown_name_count;
};

/* The day from which the scheme asks the requirement, where that is still to come on the day `on`: then it is judged
 * ahead of its day, and counts for nothing that is asked now. Empty: it binds. This is a matter within the scheme. */
str requirement_ahead(const struct requirement_result *r, str on);
/* The same for the product: of a scheme that is not in force yet nothing binds before its own day. */
str requirement_ahead_of_all(const struct scheme_result *s, const struct requirement_result *r, str on);

/* A laboratory's result may decide the check where it is open: it is of what was seen. */
bool laboratory_decides(const struct rules *rules, const struct check *c);
/* Of these, what it needs no program reads yet (source/sources.h: trials). */
bool laboratory_alone_decides(const struct rules *rules, const struct check *c);

/* The question of that name, when the requirement asks it; NULL: it does not. */
const struct question *requirement_question(const struct requirement_result *r, str id);

/* What the product file says; empty when it does not. */
str judgement_profile(const struct judgement *j, const char *name);

struct judge_options {
	str on; /* YYYY-MM-DD */
	/* ids; count 0: all that apply or may apply. A scheme that is named is judged though it does not apply */
	const str *schemes;
	size_t scheme_count;
	bool is_counting; /* of how many each check was asked is wanted, too */
	bool is_brief;    /* verdicts alone: reasons and findings are not put in words */
};

/* Judges the evidence of a query cache (query/query_cache.h), which can be judged again when it has changed. */
struct query_cache;
err judge_at(
	struct query_cache *queries, const struct judge_options *options, struct arena *keep, struct judgement **ret);

/* Judges once. The evidence is only read (TEMP tables are made beside it). */
err judge(const struct rules *rules, sqlite3 *evidence, const struct judge_options *options, struct arena *keep,
	struct judgement **ret);

#endif
