#include "compare/compare.h"

static bool is_asked_of_maker(const struct question *q)
{
	return str_is(q->asked_of, "maker");
}

struct strengths {
	enum strength best; /* of checks */
	bool is_answered;   /* the maker answers something */
	bool is_judged;     /* an assessor does */
};

static struct strengths strengths_of(const struct deciders *d, const struct requirement *r)
{
	const uint64_t *own = deciders_set(d, r);
	struct strengths s = { .is_judged = r->person.n != 0 };

	for (size_t at = 0; at < d->count; at++) {
		const struct check *c = decider_check(d, at);

		if (!set_has(own, at)) continue;
		if (c) {
			s.best = c->strength > s.best ? c->strength : s.best;
			s.is_judged |= c->strength == STRENGTH_PERSON;
		} else {
			s.is_answered |= is_asked_of_maker(decider_question(d, at));
			s.is_judged |= !is_asked_of_maker(decider_question(d, at));
		}
	}
	return s;
}

enum who requirement_who(const struct deciders *d, const struct requirement *r)
{
	struct strengths s = strengths_of(d, r);

	if (s.best >= STRENGTH_TOOL) return WHO_MACHINE;
	if (s.is_answered || s.best == STRENGTH_DECLARED || s.best == STRENGTH_DOCUMENTED) return WHO_MAKER;
	return s.is_judged ? WHO_PERSON : WHO_NOBODY;
}

static void weigh(const struct deciders *d, const struct requirement *r, struct testability *t)
{
	enum who who = requirement_who(d, r);

	t->requirements++;
	t->judgements += r->person.n != 0;
	t->by_machine += who == WHO_MACHINE;
	t->by_declaration += who == WHO_MAKER;
	t->by_person += who == WHO_PERSON;
	t->by_nobody += who == WHO_NOBODY;
	t->person_besides += who < WHO_PERSON && strengths_of(d, r).is_judged;
}

struct testability scheme_testability(const struct deciders *d, const struct scheme *s, struct arena scratch)
{
	struct testability t = { 0 };
	bool *taken = arena_array(&scratch, bool, d->rules->requirement_count + 1);
	uint64_t *all = arena_array(&scratch, uint64_t, d->words);

	for (size_t i = 0; i < s->require_count; i++) {
		for (size_t k = 0; k < s->requires[i].catalogue->requirement_count; k++) {
			const struct requirement *r = &s->requires[i].catalogue->requirements[k];

			/* Several entries may take one requirement, under different conditions. */
			if (taken[r->number] || !selector_takes(&s->requires[i], r)) continue;
			taken[r->number] = true;
			weigh(d, r, &t);
			for (size_t w = 0; w < d->words; w++) all[w] |= deciders_set(d, r)[w];
		}
	}
	for (size_t at = 0; at < d->count; at++) {
		const struct question *q = decider_question(d, at);
		const struct kind *kind = q ? rules_kind(d->rules, q->for_kind) : NULL;

		if (!set_has(all, at)) continue;
		t.checks += !q;
		t.asked_of_maker += q && is_asked_of_maker(q);
		t.asked_of_assessor += q && !is_asked_of_maker(q);
		t.asked_each += q && q->for_kind.n && (!kind || !kind->is_product);
	}
	return t;
}
