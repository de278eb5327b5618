/* Rule data in memory: what the files of rules/ say, with names resolved to pointers. Read-only after rules_load().
 *
 * All of it lives in the arena that rules_load() was given. Texts are terminated. doc/add-a-check.md and
 * doc/add-a-scheme.md describe the files. / */
#ifndef ASSAY_RULES_RULES_H
#define ASSAY_RULES_RULES_H

#include "base/vec.h"
#include "base/value.h"
#include "rules/expr.h"

struct place {
	const char *file;
	uint32_t line, column; /* from 1 */
};

struct rule_problem {
	struct place place;
	str message, suggestion; /* suggestion may be empty */
};
typedef VEC(struct rule_problem) rule_problems;

/* How strong the source of a fact is; a scheme says the least that may pass. */
enum strength {
	STRENGTH_NONE,
	STRENGTH_DECLARED,
	STRENGTH_DOCUMENTED,
	STRENGTH_PERSON, /* an assessor's judgement */
	STRENGTH_TESTED, /* a laboratory's own test, by a person, with its record */
	STRENGTH_TOOL,
	STRENGTH_OBSERVED
};

/* Coverage classes that must be whole: every group, by one of its classes. */
struct class_group {
	str *classes;
	uint32_t *numbers; /* their places in rules.classes; CLASS_NONE: it is not there, or was not looked for */
	size_t count;
};
#define CLASS_NONE UINT32_MAX
struct classes {
	struct class_group *groups;
	size_t count;
	str text; /* as written: "services&ixit.13" */
};

/* Which of two values of a parameter asks more. */
enum stricter {
	STRICTER_NONE,   /* neither: they differ */
	STRICTER_HIGHER, /* the higher number */
	STRICTER_LOWER,
	STRICTER_MORE, /* the list that holds the other */
	STRICTER_FEWER,
	STRICTER_OWN /* it names what is the catalogue's own, and is no demand: not compared */
};

/* A word that a list parameter may hold: a practice, a paper. rules/vocabulary.yaml. */
struct word {
	str list, name, means, bring;
};

struct parameter {
	str name, value, unit, means, source; /* value: as it is bound; lists as JSON */
	bool is_list;
	enum stricter stricter;
	str words; /* the list of the vocabulary that its values come from; empty: none */
	struct place place;
};

struct check {
	str id, asks, topic, by, over, finding, fix, risk, sql;
	struct classes needs, rests;
	bool empty_is_unknown; /* no population: inconclusive. Else "none" is good news */
	struct classes empty;  /* that must be whole besides before "none" is good news */
	enum strength strength;
	const struct parameter **parameters; /* that the query uses */
	size_t parameter_count;
	struct place place;
	uint32_t finding_line, needs_line, empty_line; /* of its header */
	uint32_t number;                               /* its place in rules.checks */
};

struct condition {
	str id, means, asks, sql;
	struct classes needs;
	struct place place;
	uint32_t number;
};

/* What trees walk and questions are asked for, one by one: a name, and the query that gives its entities.
 * rules/kinds.yaml. */
struct kind {
	str name, means, sql; /* sql: ids of entities; empty: those that the evidence calls so */
	bool is_product;      /* the product as a whole, once */
	bool else_product;    /* the product as a whole where there is none of the kind */
	struct classes needs; /* that must be whole before "there is none" counts */
	struct place place;
	uint32_t number;
};

struct question {
	str id, asked_of, for_kind, sentence, type, evidence;
	/* for whoever is asked and never read a standard: the question in full, why it is asked, a good answer. Empty:
	 * the file does not say */
	str plain, why, example;
	str *good; /* values that pass: a word, or an expression like ">= 5" for numbers */
	size_t good_count;
	str *choices;
	size_t choice_count;
	const struct parameter
		*each; /* asked once for each word that a requirement names with it; NULL: as it stands */
	str word;      /* of one of those; the question that they are made from has none, and is not asked */
	/* it has a sense only then: where this is surely not so, nothing is asked and nothing waits. NULL: always */
	struct expr *when;
	str when_text;
	struct place place;
	uint32_t number;
};

struct bound { /* a requirement's own value of a parameter */
	const struct parameter *parameter;
	str value;
	struct place place;
};

struct assessment_unit { /* assessment unit of TS 103 701 */
	str id, shows;   /* shows: what must be shown, in our words; may be empty */
	bool is_functional;
	const struct check **checks;
	size_t check_count;
	const struct question **questions;
	size_t question_count;
	struct question
		test; /* of a functional unit: "ask.test.CATALOGUE.UNIT", which a laboratory's own test answers */
};

enum jump { JUMP_NODE, JUMP_PASS, JUMP_FAIL, JUMP_NOT_APPLICABLE };

struct tree_node { /* of a decision tree */
	str id, asks;
	const struct check **checks;
	size_t check_count;
	const struct question *question; /* NULL: none */
	bool is_inverted;                /* yes means that the checks fail */
	struct expr *when; /* what is known of the product as a whole; NULL: nothing that would decide it */
	str when_text;
	enum jump yes, no;
	uint32_t yes_node, no_node; /* of JUMP_NODE */
	struct place place;
};

struct requirement {
	const struct catalogue *catalogue;
	str id, level, topic, title, parent, clause, person, confidence, source, note, restriction;
	bool is_mandatory; /* by its level; a scheme may say otherwise */
	struct expr *when; /* NULL: always */
	str when_text;
	struct expr *when_test; /* where a test specification has other conditions than the standard; NULL: the same */
	str when_test_text;
	const struct check **checks;
	size_t check_count;
	const struct question **questions;
	size_t question_count;
	struct bound *with;
	size_t with_count;
	struct assessment_unit *assessment_units;
	size_t assessment_unit_count;
	str for_kind, for_classes; /* what each tree walks, a name of rules.kinds; classes with commas, empty: all */
	struct tree_node *nodes;
	size_t node_count;
	const struct check **completeness, **sufficiency;
	size_t completeness_count, sufficiency_count;
	str sl; /* free word for level lists: "1,2,3,4" */
	struct place place;
	uint32_t number; /* over all catalogues */
};

struct level {
	str word, means;
	bool is_mandatory;
};

struct catalogue {
	str id, edition, title, kind, published, publisher, source, confidence, digest;
	struct level *levels;
	size_t level_count;
	struct requirement *requirements;
	size_t requirement_count;
	/* what its text says that asks nothing of a product or its maker: routes, dates, powers, fines */
	struct catalogue_note {
		str id, text;
	} * notes;
	size_t note_count;
	struct place place;
};

/* Where a day comes from, and how sure it is. placeholder: why it only stands in for one that is not known. */
struct sourced {
	str source, confidence, placeholder;
};

/* Which units of a product something binds: those of which the day of an event is not before its own. */
struct sold_units {
	str *by; /* names of the profile, in the order of a product's life; none: the day judged for alone counts */
	size_t by_count;
	str later; /* what brings older units under it when it is done to them; empty: nothing does */
	str clause, why;
};

enum selection { SELECT_ALL, SELECT_MANDATORY, SELECT_IDS, SELECT_LEVELS, SELECT_WHEN };

struct selector { /* one entry of `requires:` */
	const struct catalogue *catalogue;
	enum selection kind;
	str *words; /* ids or levels */
	size_t word_count;
	str *like; /* patterns over ids, when the levels or all are taken of some only */
	size_t like_count;
	str from, to;      /* days: it binds from, and no longer from; empty: as the scheme */
	struct expr *when; /* the entry counts only then; of SELECT_WHEN and of `when:` */
	bool as_mandatory, as_recommended;
	bool by_test_conditions; /* `conditions: test`: applicability as the test specification has it */
	struct sourced dated;    /* of from and to; empty: the scheme's own days have them */
	struct sold_units units;
	struct place place;
};

struct exception {
	struct expr *when;
	str text, clause, why, from, to;
	struct sourced dated; /* of from and to; empty: the scheme's own days have them */
	struct place place;
};

struct forced_route {
	struct expr *when;
	str text, route, why;
};

struct scheme_date {
	str on, what;
	struct sourced by; /* empty for what follows from other days */
	struct place place;
};

/* What is proposed and is no law: told, and never asked. */
struct scheme_proposal {
	str act, what, state;
	struct sourced by;
	struct place place;
};

/* The text of a scheme that holds from a day on. */
struct scheme_edition {
	str edition, from, to; /* to: the first day on which it is no longer so; empty: until the next */
	struct sourced by;
	struct place place;
};

/* Recognition: a certificate of another scheme stands for some or all of this one's requirements. */
struct deemed {
	str by, level, from, to, clause, source, confidence, note;
	bool is_exact;        /* that level and no higher one */
	bool needs_statement; /* the maker's own statement; else a certificate or label */
	struct expr *when;
	str when_text;
	str *covers; /* patterns over ids; none: all */
	size_t cover_count;
	struct place place;
};

/* Another way to the same end: requirements that are met when those of a standard are, by the same evidence. */
struct alternative {
	const struct catalogue *catalogue;
	str clause, source, confidence, note;
	str *met, *covers; /* ids of the catalogue; patterns over ids of the scheme */
	size_t met_count, cover_count;
	struct place place;
};

enum compensation { COMPENSATION_NONE, COMPENSATION_ENVIRONMENT, COMPENSATION_SYSTEM };

/* What may stand in for a requirement, for the verdict on the system; never for the device's own. And what binds
 * only as far as the maker's risk assessment finds it applicable. */
struct treating {
	enum compensation compensation;
	str *compensates, *waives; /* patterns over ids. compensates: none: all; waives: none: nothing may be waived */
	size_t compensate_count, waive_count;
	str *assesses; /* what the maker's risk assessment may find not applicable; none: nothing */
	size_t assess_count;
	/* how old the last look at what a network enforces may be; 0: as for its class of evidence */
	uint32_t enforcement_days;
	str clause, note;
};

struct scheme {
	str id, title, market, audience, edition, confidence, from, to, route, note, digest;
	enum strength strength;
	str *levels; /* of its certificates, lowest first; none: it has no levels */
	size_t level_count;
	struct scheme_edition *editions; /* the oldest first; none: `edition` always */
	size_t edition_count;
	str *law_titles, *law_urls;
	size_t law_count;
	struct scheme_date *dates;
	size_t date_count;
	struct scheme_proposal *proposals;
	size_t proposal_count;
	struct sourced dated; /* of `applies:` */
	struct sold_units units;
	struct expr *applies; /* NULL: to everything */
	str applies_text;
	struct exception *exceptions;
	size_t exception_count;
	struct selector *requires;
	size_t require_count;
	struct forced_route *forced;
	size_t forced_count;
	struct deemed *deemed;
	size_t deemed_count;
	struct alternative *alternatives;
	size_t alternative_count;
	struct treating treating;
	str *parts, *states; /* the boundary; none: everything counts */
	size_t part_count, state_count;
	str *papers;
	struct place *paper_places;
	size_t paper_count;
	str *also; /* other names that people know it by */
	size_t also_count;
	bool is_voluntary; /* binds only those who want it: judged when the product file or --scheme says so */
	/* it says itself that nothing of it is mandatory, and why; empty: it has requirements that bind */
	str nothing_binds;
	uint32_t evidence_days, certificate_months; /* 0: no limit is stated */
	struct class_age { /* how old evidence of a class may be, where the scheme is stricter than the rules */
		str class;
		uint32_t days;
	} * ages;
	size_t age_count;
	struct place days; /* of `applies:` */
	struct place place;
	uint32_t number;
};

/* A label of a body whose scheme is not among the schemes: only to be recognised. rules/labels.yaml. */
struct label {
	str id, title, market, note;
	str *levels;
	size_t level_count;
	uint32_t certificate_months;
	struct place place;
};

/* What a mapping or a conflict points at: requirements or notes of a catalogue, or a place of its text that is
 * neither. */
struct clause {
	str catalogue, edition, at; /* edition: empty when every edition is meant */
	str *ids;
	size_t id_count;
	const struct requirement **requirements; /* that the ids are, in all editions that are meant */
	size_t requirement_count;
	struct place place;
};

struct mapping {
	struct clause from, to;
	str relation, source, confidence;
};

struct side { /* of a conflict */
	str wants;
	bool excludes; /* no_behaviour speaks of this side and others like it; where no side says so it speaks of all */
	struct clause *clauses;
	size_t clause_count;
	struct place place;
};

struct conflict {
	str id, topic, about, finding, advice, source, confidence;
	str satisfies_both, no_behaviour; /* one of them; both where only some sides exclude each other */
	struct side *sides;
	size_t side_count;
	struct place place;
};

/* Checks and questions that pull against each other: who is decided by one wants what who is decided by the other
 * does not. */
struct opposition {
	str *one, *other; /* ids */
	size_t one_count, other_count;
	str one_wants, other_wants, satisfies_both, no_behaviour, conflict;
	const struct conflict *recorded; /* NULL: nobody recorded it */
	struct place place;
};

/* Something that several texts want something of: rules/mappings/demands.yaml. What each wants is typed, so that it
 * can be computed whether two of them agree: a range of numbers, a span of days, some of the choices (one of them is
 * enough), or parts of a list (all of them are wanted). */
enum aspect_kind { ASPECT_NUMBER, ASPECT_DATE, ASPECT_CHOICE, ASPECT_LIST };
/* Where the demands come from: clauses that the file names, or what every scheme says of itself. */
enum aspect_source {
	ASPECT_OF_CLAUSES,
	ASPECT_OF_LIFE,
	ASPECT_OF_STRENGTH,
	ASPECT_OF_COMPENSATION,
	ASPECT_OF_SECTORS,
	ASPECT_OF_EDITIONS,
	ASPECT_OF_CONDITIONS,
	ASPECT_OF_RECOGNITION
};
enum { CHOICES_MOST = 63 };
struct choice {
	str word, means;
};
struct demand {
	str wants;          /* in words; empty: made from the value */
	double least, most; /* of a number, infinite where nothing is said; of days: yyyymmdd, most is the last day */
	str from, to;       /* of days, as written; to: the first day on which it no longer holds */
	uint64_t takes;     /* of choices and lists, by their order */
	struct clause *clauses;
	size_t clause_count;
	struct place place;
};
struct aspect {
	str id, asks, about, unit, conflict,
		way;                     /* way: in place of what is computed, where something satisfies both */
	const struct conflict *recorded; /* that says the same; NULL: nobody recorded it */
	enum aspect_kind kind;
	enum aspect_source source;
	struct choice *choices;
	size_t choice_count;
	struct demand *demands;
	size_t demand_count;
	struct place place;
};

struct reference_row {
	str *columns, *values;
	size_t count;
};
struct reference_table {
	str name;
	struct reference_row *rows;
	size_t count;
};

struct risk_rule {
	struct place place;
	struct expr *when;
	str text, at_least, because;
	int add;
};
struct risk_level { /* class (or least points) -> a word of a scheme's own scale */
	str scale, risk_class, value, because, source;
	str as;        /* value empty: that of another scale */
	uint32_t less; /* lower by so many, and at least 1 */
	struct expr *when;
	struct place place;
};
struct risk_class {
	str name;
	int from_points;
	struct place place;
};
struct risk {
	struct risk_rule *rules;
	size_t rule_count;
	struct risk_class *classes; /* lowest first */
	size_t class_count;
	struct risk_level *levels;
	size_t level_count;
	struct place place; /* file NULL: no method was read */
};

struct domain {
	str id, title, note;
	str *adds; /* ids of schemes or overlays that it adds to the baseline */
	size_t add_count;
	struct expr *when;
	struct place place;
};

/* A name that expressions may use besides conditions: what the product file's profile says. */
struct profile_name {
	str name, asks, type; /* type: yes/no, word, words, date, number */
	str unsaid; /* what holds while nobody says otherwise: the side on which duties stay. Empty: it is not known */
	str begins; /* of a day on which something ends: the name of the day on which it began; may be empty */
	str *values;
	size_t value_count;
	bool is_of_markets; /* every market is a value besides */
	struct within {     /* a value that lies in another: who says the part has said the whole */
		str part, whole;
	} * parts;
	size_t part_count;
	struct place place;
};

/* Where products are sold: a country by its code of ISO 3166-1, or a union of some. rules/markets.yaml. */
struct market {
	str code, name, within; /* within: the union whose law holds there; empty: none */
	str *also;              /* other names and codes that people write */
	size_t also_count;
};

/* A class of facts that coverage speaks of: what it is, and what to bring when it is not there. */
struct coverage_class {
	str name, means, bring;
	str steps, expected; /* of a trial: what to do, and what is seen when the protection holds; may be empty */
	str inputs; /* kinds of what may be handed over that give it (source/sources.h), with commas; empty: not said */
};

struct paper;
struct question_group; /* rules/groups.h */

/* What is asked for by name all the time, in order of names. */
struct name_index {
	struct named {
		str name;
		const void *what;
	} * p;
	size_t n;
};
enum named_kind { NAMED_CLASSES, NAMED_CONDITIONS, NAMED_ENTITY_KINDS, NAMED_PARAMETERS, NAMED_KINDS };

struct rules {
	VEC(struct coverage_class) classes;
	struct name_index by_name[NAMED_KINDS]; /* empty while rules are read */
	VEC(struct word) words;
	VEC(struct market) markets;
	VEC(struct profile_name) profile;
	VEC(struct check) checks;
	VEC(struct condition) conditions;
	VEC(struct question) questions;
	VEC(struct question_group) groups;
	VEC(struct kind) kinds;
	VEC(struct parameter) parameters;
	VEC(struct catalogue) catalogues;
	VEC(struct scheme) schemes;
	VEC(struct label) labels;
	VEC(struct mapping) mappings;
	VEC(struct conflict) conflicts;
	VEC(struct opposition) oppositions;
	VEC(struct aspect) aspects;
	VEC(struct reference_table) references;
	VEC(struct domain) domains;
	VEC(struct paper) papers; /* paper/paper.h */
	struct risk risk;
	uint32_t requirement_count;
	str digest; /* SHA-256 over all files, in order */
	/* of the queries of checks and conditions, from the cache (query/query_facts.h); empty: nothing */
	span query_facts;
};

struct rule_cache;
extern const struct fault rules_bad, rules_unreadable;

/* What stands for a requirement though its own checks do not pass: never what treats it. SETTLED_ASSESSED: it is not
 * applicable on the maker's risk assessment, which nothing passes by. */
enum settled_by { SETTLED_NOT, SETTLED_RECOGNISED, SETTLED_ALTERNATIVE, SETTLED_ASSESSED, SETTLED_COUNT };
const char *settled_word(enum settled_by s); /* "", "recognised", "alternative", "risk assessment" */

/* Directories in order; what a later one names again replaces the earlier. Any problem: rules_bad, nothing is
 * loaded, *problems says all of them. cache (may be NULL): what was read the last time (rules/rule_cache.h). In rule
 * data that it calls good, mistakes are not looked for again that reading alone does not show (queries, trees, what
 * nothing decides). lint_queries: that of query/lint_queries.h. */
struct loader;
err rules_load(struct arena *keep, const char *const *directories, size_t count, struct rule_cache *cache,
	void (*lint_queries)(struct loader *), struct rules **ret, rule_problems *problems);

const struct check *rules_check(const struct rules *r, str id);
const struct condition *rules_condition(const struct rules *r, str id);
const struct question *rules_question(const struct rules *r, str id);
const struct kind *rules_kind(const struct rules *r, str name);
/* "eu-cra CRA-A13-8, etsi-en-303-645 5.3-13": what the clauses of a side name; in keep. */
str rules_clauses_text(const struct clause *clauses, size_t count, struct arena *keep);
const struct parameter *rules_parameter(const struct rules *r, str name);
const struct coverage_class *rules_class(const struct rules *r, str name);
const struct word *rules_word(const struct rules *r, str list, str name);
const struct profile_name *rules_profile(const struct rules *r, str name);
const struct scheme *rules_scheme(const struct rules *r, str id);
/* The newest edition when edition is empty. */
const struct catalogue *rules_catalogue(const struct rules *r, str id, str edition);
const struct label *rules_label(const struct rules *r, str id);
/* "PSTI-S1-*": a star stands for any characters, also none. */
bool rules_matches(str pattern, str id);
bool rules_matches_any(const str *patterns, size_t count, str id); /* true when there are none */
const struct requirement *rules_requirement(const struct catalogue *c, str id);
/* The requirement that asks a person "ask.person.CATALOGUE.ID"; NULL: none does. */
const struct requirement *rules_asking_person(const struct rules *r, str question);
/* The functional unit whose test is asked for by "ask.test.CATALOGUE.UNIT"; NULL: there is none. */
const struct assessment_unit *rules_asking_test(const struct rules *r, str question);
/* How sure it is what a requirement asks: its own word, else its catalogue's. Empty where it is confirmed. */
str rules_doubt(const struct requirement *r);
const struct catalogue_note *rules_note(const struct catalogue *c, str id);
const struct conflict *rules_conflict(const struct rules *r, str id);
/* Whether an entry of a scheme's `requires:` takes the requirement, its conditions aside. */
bool selector_takes(const struct selector *s, const struct requirement *r);

#endif
