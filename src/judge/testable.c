#include "judge/compare.h"

static bool is_asked_of_maker(const struct question *q)
{
	return str_is(q->asked_of, "maker");
}

static void weigh(const struct deciders *d, const struct requirement *r, struct testability *t)
{
	const uint64_t *own = deciders_set(d, r);
	enum strength best = STRENGTH_NONE;
	bool is_answered = false, is_judged = r->person.n != 0;

	for (size_t at = 0; at < d->count; at++) {
		const struct check *c = decider_check(d, at);

		if (!set_has(own, at)) continue;
		if (c) {
			best = c->strength > best ? c->strength : best;
			is_judged |= c->strength == STRENGTH_PERSON;
		} else {
			is_answered |= is_asked_of_maker(decider_question(d, at));
			is_judged |= !is_asked_of_maker(decider_question(d, at));
		}
	}
	t->requirements++;
	t->judgements += r->person.n != 0;
	if (best >= STRENGTH_TOOL)
		t->by_machine++;
	else if (is_answered || best == STRENGTH_DECLARED || best == STRENGTH_DOCUMENTED)
		t->by_declaration++;
	else if (is_judged)
		t->by_person++;
	else
		t->by_nobody++;
	if (is_judged &&
		(best >= STRENGTH_TOOL || is_answered || best == STRENGTH_DECLARED || best == STRENGTH_DOCUMENTED))
		t->person_besides++;
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
