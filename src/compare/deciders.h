/* What decides each requirement, as sets: checks and questions by number. From them two requirements are compared
 * without looking at their texts. */
#ifndef ASSAY_COMPARE_DECIDERS_H
#define ASSAY_COMPARE_DECIDERS_H

#include "rules/rules.h"

struct deciders {
	const struct rules *rules;
	size_t count, words; /* checks and then questions; 64-bit words of one set */
	uint64_t *sets;      /* by requirement number */
};

/* All sets of the rules, in keep. */
struct deciders deciders_of(const struct rules *r, struct arena *keep);

static inline uint64_t *deciders_set(const struct deciders *d, const struct requirement *r)
{
	return d->sets + (size_t)r->number * d->words;
}
static inline bool set_has(const uint64_t *set, size_t at)
{
	return set[at / 64] >> (at % 64) & 1;
}
static inline void set_add(uint64_t *set, size_t at)
{
	set[at / 64] |= (uint64_t)1 << (at % 64);
}
size_t set_count(const uint64_t *set, size_t words);

/* NULL where the number is one of the other kind. */
const struct check *decider_check(const struct deciders *d, size_t at);
const struct question *decider_question(const struct deciders *d, size_t at);
size_t decider_number(const struct deciders *d, str id); /* d->count: there is none */
str decider_id(const struct deciders *d, size_t at);
str decider_asks(const struct deciders *d, size_t at); /* its question in words */

/* Where an answer or a check that turns out well or badly takes the requirement: to an end, or on to what else
 * decides it. */
enum ending { ENDING_ON, ENDING_PASS, ENDING_FAIL, ENDING_NOT_APPLICABLE };
struct endings {
	enum ending well, badly;
};
struct endings endings_of(const struct deciders *d, const struct requirement *r, size_t at);

/* How a's value of what a check is bound to stands to b's. */
enum binding { BINDING_EQUAL, BINDING_STRICTER, BINDING_LAXER, BINDING_APART };
enum binding binding_of(const struct requirement *a, const struct requirement *b, const struct check *c);
enum binding value_binding(const struct parameter *p, str a, str b);
str list_union(struct arena *keep, str a, str b); /* of two lists as they are bound; either may be empty */
str bound_value(const struct requirement *r, const struct parameter *p); /* its own, or the default */

/* What a asks, seen from b. Computed from deciders and bound values alone: conditions are compared apart, and a
 * requirement that needs a person's judgement besides is never part of another. */
enum relation {
	RELATION_NONE,
	RELATION_EQUAL,      /* the same deciders, values and tree */
	RELATION_SUBSET,     /* all that decides a decides b, at least as strictly: what meets b meets a */
	RELATION_SUPERSET,   /* the other way round */
	RELATION_INTERSECTS, /* some evidence serves both */
	RELATIONS
};
struct overlap {
	const struct requirement *a, *b;
	size_t shared, of_a, of_b; /* deciders in common with equal values, and of each */
	enum relation relation;
	bool is_same_condition; /* they apply under the same condition */
};
/* Whether two trees walk the same kind by the same nodes. */
bool same_tree(const struct requirement *a, const struct requirement *b);
struct overlap overlap_of(const struct deciders *d, const struct requirement *a, const struct requirement *b);

const char *relation_word(enum relation r); /* "equal", "subset", ... */
char relation_sign(enum relation r);        /* = < > ~ and a blank */

#endif
