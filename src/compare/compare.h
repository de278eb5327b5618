/* Schemes side by side, from rule data alone: what they have in common, what each adds, where they conflict, which
 * evidence serves how many, and what each costs to decide. No verdict is carried from one to another. Everything
 * lives in the arena that the comparison was made in. */
#ifndef ASSAY_COMPARE_COMPARE_H
#define ASSAY_COMPARE_COMPARE_H

#include "compare/deciders.h"

/* A scheme as it is compared: the requirements that it takes under any condition, each once. */
struct view {
	const struct scheme *scheme;
	const struct requirement **requirements;
	size_t requirement_count;
	bool *takes;                                      /* by requirement number */
	bool *binds;                                      /* the same: it is mandatory in the scheme */
	uint64_t *deciders;                               /* of all of them */
	size_t check_count, question_count, person_count; /* person: requirements that need a person's judgement */
};

/* A mapping as seen from an overlap: turned when it leads from b to a. */
struct mapped {
	const struct mapping *mapping;
	bool is_turned;
};

struct meeting { /* two requirements of different catalogues or editions that have to do with each other */
	struct overlap overlap; /* relation none: only a mapping says so */
	struct mapped *mapped;
	size_t mapped_count;
};

/* ---- conflicts --------------------------------------------------------------------------------------------------- */

enum finding_way {
	FOUND_RECORDED, /* somebody wrote it down: rules/mappings/conflicts.yaml */
	FOUND_OPPOSED,  /* deciders that pull against each other: rules/mappings/opposites.yaml */
	/* one check under other values: no conflict where one is stricter, and a difference at any rate */
	FOUND_VALUES,
	FOUND_ENDINGS, /* one answer that ends well here and badly there */
	FOUND_DEMANDS, /* typed demands on one thing: rules/mappings/demands.yaml */
	/* what schemes say of themselves: how long a certificate lives, who assesses, what is left out ... */
	FOUND_SCHEMES,
	FOUND_LEVELS,  /* one check that a scheme demands and another recommends */
	FOUND_APPLIED, /* the same provision under other conditions, or by another tree */
	FOUND_WAYS
};

/* How typed demands of two schemes stand to each other. */
enum standing {
	STANDING_NONE,  /* they are not on different sides */
	STANDING_ADDS,  /* what meets one meets the other, or all of both can be had */
	STANDING_MEETS, /* neither holds the other, and something meets both */
	STANDING_APART  /* nothing meets both */
};

struct contrast_side {
	str wants;
	bool excludes;                /* as in struct side */
	const struct clause *clauses; /* of a recorded one */
	size_t clause_count;
	const struct requirement **requirements; /* that the compared schemes take, of any */
	size_t requirement_count;
	bool *touches;      /* by view */
	bool *binds;        /* by view: as more than a recommendation */
	double least, most; /* of a typed contrast, by its kind: see struct demand */
	uint64_t takes;
};

struct contrast {
	enum finding_way found;
	str id, topic, about, finding, satisfies_both, no_behaviour; /* neither of the last two: not known */
	const struct conflict *recorded; /* itself, or the one that says the same; NULL: none */
	bool is_both;                    /* recorded and computed between the same two schemes */
	bool is_of_list;                 /* of FOUND_VALUES: the values are lists */
	bool is_typed;                   /* sides have values, so that it is computed how each two stand */
	enum aspect_kind kind;
	struct contrast_side *sides;
	size_t side_count;
	size_t inside; /* the first view that is on several sides alone; view_count: none */
};

/* ---- evidence ---------------------------------------------------------------------------------------------------- */

struct served { /* by one class of facts, or one check or question */
	str id, what, bring;
	size_t checks, requirements, schemes;
	size_t decider; /* of a check or question */
};

struct pair {
	size_t a, b; /* views */
	size_t common_checks, common_questions, only_a, only_b;
	enum relation relation;     /* of all that decides them */
	size_t same_requirements;   /* that both take from one catalogue */
	size_t meetings[RELATIONS]; /* of their requirements, by relation; none: only mapped */
	size_t met_a, met_b;        /* requirements of each that meet one of the other */
	size_t conflicts,
		/* in which they stand on different sides; of them without a behaviour that satisfies both */
		impossible;
	size_t differences; /* where one asks more than the other, and what meets it meets both */
};

struct comparison {
	const struct rules *rules;
	struct deciders deciders;
	struct view *views;
	size_t view_count;
	struct pair *pairs; /* a < b */
	size_t pair_count;
	struct meeting *meetings; /* equal ones first, then by shared deciders */
	size_t meeting_count;
	struct contrast *contrasts; /* recorded ones first */
	size_t contrast_count;
	uint64_t *core; /* deciders of all */
	size_t core_count;
	struct served *classes, *checks; /* most schemes first, then most requirements */
	size_t class_count, check_count;
};

/* Views, the core and what each check serves, without pairs, meetings and conflicts. */
void compare_views(const struct rules *r, const struct scheme *const *schemes, size_t count, struct arena *keep,
	struct comparison *ret);
void compare_schemes(const struct rules *r, const struct scheme *const *schemes, size_t count, struct arena *keep,
	struct comparison *ret);

/* The pair of two views, in either order; NULL: there is none. */
const struct pair *comparison_pair(const struct comparison *c, size_t a, size_t b);
/* Whether a scheme takes what the clause names, or takes from its catalogue where it names no requirement. */
bool clause_binds(const struct clause *c, const struct view *v);
/* Whether two views stand on different sides. */
bool contrast_between(const struct contrast *x, size_t a, size_t b);
/* The same, and no recorded conflict between them says it already. */
bool contrast_is_news(const struct comparison *c, const struct contrast *x, size_t a, size_t b);
/* Typed: how they stand; of the others STANDING_NONE. */
enum standing contrast_standing(const struct contrast *x, size_t a, size_t b);
/* Whether it is more than a difference in which one asks more: recorded, opposed, or apart. */
bool contrast_clashes(const struct contrast *x, size_t a, size_t b);
/* Whether both stand between the same two of the schemes. */
bool contrast_stands_with(const struct comparison *c, const struct contrast *x, const struct contrast *y);
/* What finds a recorded one again, typed ones first; NULL: nothing does. */
const struct contrast *contrast_computed(const struct comparison *c, const struct contrast *recorded);
/* Whether nothing satisfies both of them. */
bool contrast_is_impossible(const struct contrast *x, size_t a, size_t b);
/* What can be said of any two of the compared schemes: some leave no behaviour, some do. */
struct contrast_ways {
	bool is_impossible, is_possible;
};
struct contrast_ways contrast_ways(const struct comparison *c, const struct contrast *x);
/* How many of the other views need a decider as well. */
size_t deciders_needed_by(const struct comparison *c, size_t decider);

/* Requirements of two catalogues that have to do with each other, as comparisons have them. */
void compare_catalogues(const struct deciders *d, const struct catalogue *a, const struct catalogue *b,
	struct arena *keep, struct overlap **ret, size_t *ret_count);

/* Of compare.c's own: see contrast.c. */
void contrasts_find(struct comparison *c, struct arena *keep);

/* ---- the baseline ------------------------------------------------------------------------------------------------ */

/* Common is what more than one in so many of the schemes needs, and two at least where there are two. */
enum { BASELINE_SHARE = 4 };
size_t baseline_least(size_t schemes); /* so many need what is common */

struct domain_added {
	const struct domain *domain;
	const struct scheme **schemes; /* and overlays */
	size_t scheme_count, requirements, judgements;
	uint64_t *beyond; /* deciders that they need and the baseline has not */
	size_t beyond_count;
};
struct baseline {
	struct comparison comparison; /* of the chosen schemes; views only */
	uint64_t *common;
	struct domain_added *domains;
	size_t domain_count;
};
void baseline_make(const struct rules *r, const struct scheme *const *schemes, size_t count, struct arena *keep,
	struct baseline *ret);

/* ---- testability ------------------------------------------------------------------------------------------------- */

/* Who can decide a scheme's requirements. Each counts once, where its strongest decider stands. */
struct testability {
	size_t requirements;
	size_t by_machine;     /* at least one check that looks at the product itself */
	size_t by_declaration; /* else: what the maker declares, documents or answers */
	size_t by_person;      /* else: only an assessor's judgement */
	size_t by_nobody;      /* nothing decides it */
	size_t person_besides; /* of the first two: an assessor judges something as well */
	size_t checks;
	size_t asked_of_maker, asked_of_assessor,
		asked_each; /* different questions; of them those asked for each mechanism, interface, ... */
	size_t judgements;  /* requirements with a judgement that no question words */
};
/* Where the strongest decider of a requirement stands. */
enum who { WHO_MACHINE, WHO_MAKER, WHO_PERSON, WHO_NOBODY };
enum who requirement_who(const struct deciders *d, const struct requirement *r);
struct testability scheme_testability(const struct deciders *d, const struct scheme *s, struct arena scratch);

#endif
