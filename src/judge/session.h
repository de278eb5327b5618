/* One evidence file under judgement: what is loaded of it (the session), and what may be seen of it within a boundary,
 * with what was already found out there (a view). What depends on a boundary takes the view as an argument; nothing
 * else does. Internal to judge/. */
#ifndef ASSAY_JUDGE_SESSION_H
#define ASSAY_JUDGE_SESSION_H

#include "query/query_cache.h"
#include "judge/verdict.h"

struct covered {
	str class, reason, bring;
	bool is_whole;
};

struct population { /* the entities of a kind, within a boundary */
	bool is_known;
	struct subject *subjects; /* by name */
	size_t count;
	size_t left_out; /* more than LIMIT_SUBJECTS: of these nothing is known */
	struct seat {
		int64_t id;
		size_t at;
	} * seats; /* by id: where each stands among the subjects */
};

/* The place of an entity among them; `count` when it is none of them. */
size_t population_find(const struct population *p, int64_t entity);

/* A check's outcome under one binding of its parameters. */
struct ran {
	struct ran *next;
	uint64_t binding;
	struct outcome *outcome;
};

struct condition_state {
	bool is_known; /* it was evaluated */
	tri value;
	str how; /* "declared by X", "no row, and accounts was looked at" */
};

struct coverage {
	struct covered *p;
	size_t n, room;
	bool *whole; /* by the class's place in the rules */
};

/* What can be seen within a boundary. Schemes whose boundaries show the same share it. */
struct seen {
	struct seen *next;
	const struct boundary *boundary;
	bool *is_inside; /* by input */
	struct coverage coverage;
	struct ran **ran;                   /* by check number */
	struct condition_state *conditions; /* by condition number */
	struct population *populations;     /* by kind number */
};

/* The evidence as one scheme sees it. */
struct evidence_view {
	struct session *session;
	struct seen *seen;
	uint32_t evidence_days; /* how old an answer may be; 0: any age */
	str answer_days;        /* the same as text, for queries */
	bool is_brief;          /* replies without the words for people */
};

typedef VEC(struct treatment) treatments;
typedef VEC(struct contradiction) contradictions;

struct session {
	const struct rules *rules;
	struct query_cache *cache;
	struct arena *keep;
	str on;
	bool is_counting, is_brief; /* as judge_options */
	struct profile_value *profile;
	size_t profile_count;
	VEC(struct answer) answers;
	size_t findings, marks; /* kept of all checks together: limits.h */
	uint64_t finding_text;
	struct certificate_claim *certificates;
	size_t certificate_count;
	treatments treatments;
	VEC(struct laboratory_result) laboratory; /* by kind */
	VEC(struct outcome *) outcomes;
	struct input_result *inputs; /* all of them */
	size_t input_count;
	struct seen *seen; /* of every boundary that was asked for, the newest first */
};

/* Words for people, which decide nothing; none where nobody reads them. */
#define WORDS(session, ...) ((session)->is_brief ? (str){ 0 } : arena_printf((session)->keep, __VA_ARGS__))

/* ---- session.c --------------------------------------------------------------------------------------------------- */

err session_open(struct session *s); /* rules, cache, keep and on are filled in */
/* Only inputs of these parts and states count, none older than the rules and the scheme (NULL: none) let it be.
 * The boundary must live as long as the session. */
err view_open(
	struct session *s, const struct boundary *boundary, const struct scheme *scheme, struct evidence_view *ret);
str session_text(
	struct session *s, sqlite3_stmt *stmt, int column); /* copied, and cut at LIMIT_JUDGED_TEXT; empty for NULL */
str session_whole_text(struct session *s, sqlite3_stmt *stmt, int column); /* not cut: what it lists decides */
str session_cut(struct session *s, str text);                              /* a copy */

/* Whether every group is whole; what is not goes into *missing. */
bool view_whole(
	struct evidence_view *v, const struct classes *classes, struct missing **ret_missing, size_t *ret_count);
/* Whether a class that is no class of the rules was vouched for and is not too old. */
bool view_counts(struct evidence_view *v, str class);
/* The entities of a kind; the product alone for no kind; none for a name that rules.kinds does not have. */
const struct population *view_population(struct evidence_view *v, str kind);
str session_profile(const struct session *s, str name, str *ret_author);
/* What was said of a name, and what it lies in (`within` of rules/profile.yaml). */
str session_wholes(const struct session *s, str name, str said);
/* The product file says where it is sold: neither there, nor in a part of it, nor in what it is a part of. */
bool session_is_sold_elsewhere(const struct session *s, str market);

/* ---- run.c ------------------------------------------------------------------------------------------------------- */

/* The check's outcome with a requirement's own parameters (r may be NULL). Failing queries are outcomes too:
 * inconclusive, saying so. */
struct outcome *run_check(struct evidence_view *v, const struct check *c, const struct requirement *r);
/* One entity's share of it: YES it passes, NO it fails, UNKNOWN. What was found of something that is none of `all`
 * concerns each of them. */
tri outcome_for(struct evidence_view *v, struct outcome *o, int64_t entity, const struct population *all);

/* ---- laboratory.c ------------------------------------------------------------------------------------------------ */

/* A result of a sheet, as it stands in the evidence (table trial). */
struct laboratory_result {
	str kind, result, detail, author, done, record, sha256, about, sheet;
	uint32_t line;
	int64_t entity, input; /* entity 0: the product; below 0: nothing has the name that the sheet gives */
};
err load_laboratory(struct session *s);
/* Of "check.ID"; NULL: of something else, or the rules do not have it. */
const struct check *laboratory_check(const struct rules *rules, str kind);
/* How long evidence of a class counts, in days; of "check.ID" as long as the first of what it needs. 0: for ever. */
uint32_t laboratory_age_limit(const struct rules *rules, const struct scheme *scheme, str class);
/* What a laboratory found, into the check's outcome: it decides what is open, and how strong the outcome is. */
void take_laboratory(struct evidence_view *v, const struct check *c, struct outcome *o);

/* ---- answers.c --------------------------------------------------------------------------------------------------- */

/* People who answered the same question differently. */
void find_disagreements(struct session *s, contradictions *all);
/* What stands about a question: for one entity (0: the product, or every entity of the question's kind). least: the
 * strength that may answer. */
struct reply reply_to(struct evidence_view *v, const struct question *q, int64_t entity, enum strength least);

/* Claims and values for expressions. */
struct expr_names view_names(struct evidence_view *v);
tri condition_holds(struct evidence_view *v, const struct condition *c, str *ret_how);

/* ---- sold_units.c ------------------------------------------------------------------------------------------------ */

struct sold_units_found {
	str asks; /* a day that would decide; empty: it cannot change the answer */
	str why;  /* why no unit is bound */
};
/* Whether what binds units from that day binds some of the product's. */
bool sold_units_bound(struct session *s, const struct sold_units *u, str from, struct sold_units_found *ret);
/* The last unit is known to fall between the two: what bound it then still does. */
bool sold_units_are_within(struct session *s, const struct sold_units *u, str from, str to);
/* Why no unit is bound by what ended before the first of them; empty when that is not so. */
str sold_units_too_late(struct session *s, const struct sold_units *u, str to);

/* ---- tree.c ------------------------------------------------------------------------------------------------------ */

/* What folds to a requirement's verdict. Several equal parts change nothing: each is kept once. */
struct part {
	enum verdict verdict;
	enum strength strength;
	bool is_unlooked; /* inconclusive only because nobody looked */
};
typedef VEC(struct part) verdict_parts;
void add_part(struct session *s, verdict_parts *all, struct part p);

/* All entities' ways through a tree, of which a result keeps the first. */
struct ways {
	bool applies;       /* one ends otherwise than at "not applicable" */
	bool may_lack_some; /* one that nobody listed might end elsewhere */
	size_t of[VERDICT_FAIL + 1], all;
	size_t left_out; /* were not walked: there are too many */
};
struct ways walk_trees(struct evidence_view *v, const struct requirement *r, enum strength least,
	struct requirement_result *ret, verdict_parts *into);

/* ---- requirement.c ----------------------------------------------------------------------------------------------- */

/* by_test_conditions: applicability by when_test, where there is one. */
void judge_requirement(struct evidence_view *v, const struct requirement *r, enum strength least,
	bool by_test_conditions, struct requirement_result *ret);
void add_outcome(struct session *s, struct requirement_result *r, struct outcome *o);

/* What a scheme asks, each judged. */
struct demands {
	struct requirement_result *requirements;
	size_t count;
	struct sold_unit_question *questions; /* days that would decide whether a part of it binds */
	size_t question_count;
	struct spared *spared; /* what binds no unit of the product */
	size_t spared_count;
};

/* ---- certificates.c ---------------------------------------------------------------------------------------------- */

err load_certificates(struct session *s);
struct recognised {
	struct recognition *recognitions;
	size_t recognition_count;
	const struct certificate_claim **own;
	size_t own_count;
};
/* What the scheme recognises of what is held, and another way that it allows: both settle requirements of d. */
struct recognised recognise(struct evidence_view *v, const struct scheme *scheme, struct demands *d);
void take_alternatives(struct evidence_view *v, const struct scheme *scheme, struct demands *d);
/* Where a certificate says that something is met, and the evidence that it is not. */
void find_false_certificates(struct session *s, const struct scheme_result *r, contradictions *all);

/* ---- treatments.c ------------------------------------------------------------------------------------------------ */

err load_treatments(struct session *s);
struct compensated {
	struct treatment_result *treatments;
	size_t treatment_count;
};
/* Settles requirements of d, or marks them as treated. */
struct compensated compensate(struct session *s, const struct scheme *scheme, struct demands *d);

/* ---- scheme_verdict.c -------------------------------------------------------------------------------------------- */

/* Its verdicts; the words are those of the fields of struct scheme_result. */
struct scheme_verdict {
	enum verdict verdict, device, system;
	enum settled_by basis;
	unsigned assessed;
	str why, device_why, system_why;
	struct counts mandatory, all;
	struct ahead ahead;
	bool has_system;
};
struct scheme_verdict judge_scheme_verdict(struct session *s, const struct scheme *scheme, const struct demands *d,
	const struct recognised *recognised, const struct compensated *compensated);

typedef VEC(struct scheme_date) scheme_dates;
/* What is to come, by day. ahead: the day from which something that is judged already is asked; empty: none. */
scheme_dates find_dates(struct session *s, const struct scheme *scheme, str ahead, const struct recognised *recognised,
	const struct compensated *compensated, bool is_judged);

/* ---- scope.c, risk.c --------------------------------------------------------------------------------------------- */

/* Whether a scheme binds the product, and by which route; the words are those of the fields of struct scheme_result. */
struct scope {
	str edition;
	enum applies applies;
	str applies_why, clause, question;
	struct scope_question *questions;
	size_t question_count;
	str asks_day; /* what would decide whether it binds any unit; empty: nothing */
	bool is_in_force, is_elsewhere;
	str route, route_why;
	struct forced_result *forced;
};
struct scope judge_scope(struct evidence_view *v, const struct scheme *scheme);
/* A name of the profile or a condition as a question. */
struct scope_question question_of(struct session *s, str name);
void find_unknown_names(struct evidence_view *v, struct judgement *j); /* unknown_names.c */
void judge_risk(struct evidence_view *v, struct risk_result *ret);
/* Whether it holds; of UNKNOWN the first thing that nobody said, as a question. */
tri judge_claim(struct evidence_view *v, const struct expr *e, str *ret_question);

#endif
