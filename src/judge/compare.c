#include "judge/compare.h"

#include <stdlib.h>

/* ---- what decides a requirement ------------------------------------------------------------------------------------------ */

struct deciders {
	VEC(const struct check *) checks;
	VEC(const struct question *) questions;
};

static void add_check(struct arena *keep, struct deciders *d, const struct check *c)
{
	for (size_t i = 0; i < d->checks.n; i++)
		if (d->checks.p[i] == c) return;
	*vec_add(keep, &d->checks) = c;
}

static void add_question(struct arena *keep, struct deciders *d, const struct question *q)
{
	for (size_t i = 0; i < d->questions.n; i++)
		if (d->questions.p[i] == q) return;
	*vec_add(keep, &d->questions) = q;
}

static void collect_deciders(struct arena *keep, struct deciders *d, const struct requirement *r)
{
	for (size_t i = 0; i < r->check_count; i++) add_check(keep, d, r->checks[i]);
	for (size_t i = 0; i < r->question_count; i++) add_question(keep, d, r->questions[i]);
	for (size_t i = 0; i < r->unit_count; i++) {
		for (size_t k = 0; k < r->units[i].check_count; k++) add_check(keep, d, r->units[i].checks[k]);
		for (size_t k = 0; k < r->units[i].question_count; k++) add_question(keep, d, r->units[i].questions[k]);
	}
	for (size_t i = 0; i < r->node_count; i++) {
		for (size_t k = 0; k < r->nodes[i].check_count; k++) add_check(keep, d, r->nodes[i].checks[k]);
		if (r->nodes[i].question) add_question(keep, d, r->nodes[i].question);
	}
	for (size_t i = 0; i < r->completeness_count; i++) add_check(keep, d, r->completeness[i]);
	for (size_t i = 0; i < r->sufficiency_count; i++) add_check(keep, d, r->sufficiency[i]);
}

static str own_value(const struct requirement *r, const struct parameter *p)
{
	for (size_t i = 0; i < r->with_count; i++)
		if (r->with[i].parameter == p) return r->with[i].value;
	return p->value;
}

/* A check with other parameters is another demand. */
static bool same_binding(const struct requirement *a, const struct requirement *b, const struct check *c)
{
	for (size_t i = 0; i < c->parameter_count; i++)
		if (!str_is(c->parameters[i]->name, "asset_classes") &&
			!str_equal(own_value(a, c->parameters[i]), own_value(b, c->parameters[i])))
			return false;
	return true;
}

static bool same_tree(const struct requirement *a, const struct requirement *b)
{
	if (a->node_count != b->node_count || !str_equal(a->for_kind, b->for_kind)) return false;
	for (size_t i = 0; i < a->node_count; i++) {
		const struct tree_node *x = &a->nodes[i], *y = &b->nodes[i];

		if (x->yes != y->yes || x->no != y->no || x->is_inverted != y->is_inverted ||
			x->question != y->question || x->check_count != y->check_count)
			return false;
		if (x->yes == JUMP_NODE && x->yes_node != y->yes_node) return false;
		if (x->no == JUMP_NODE && x->no_node != y->no_node) return false;
		for (size_t k = 0; k < x->check_count; k++)
			if (x->checks[k] != y->checks[k]) return false;
	}
	return true;
}

static bool overlap_of(
	const struct requirement *a, const struct requirement *b, struct arena scratch, struct overlap *ret)
{
	struct deciders x = { 0 }, y = { 0 };

	collect_deciders(&scratch, &x, a);
	collect_deciders(&scratch, &y, b);
	*ret = (struct overlap){
		.a = a, .b = b, .of_a = x.checks.n + x.questions.n, .of_b = y.checks.n + y.questions.n
	};
	for (size_t i = 0; i < x.checks.n; i++)
		for (size_t k = 0; k < y.checks.n; k++)
			ret->shared += x.checks.p[i] == y.checks.p[k] && same_binding(a, b, x.checks.p[i]);
	for (size_t i = 0; i < x.questions.n; i++)
		for (size_t k = 0; k < y.questions.n; k++) ret->shared += x.questions.p[i] == y.questions.p[k];
	ret->is_same = ret->shared && ret->shared == ret->of_a && ret->shared == ret->of_b && same_tree(a, b);
	return ret->shared != 0;
}

static int by_weight(const void *a, const void *b)
{
	const struct overlap *x = a, *y = b;
	int order;

	if (x->is_same != y->is_same) return x->is_same ? -1 : 1;
	if (x->shared != y->shared) return x->shared > y->shared ? -1 : 1;
	if ((order = str_compare(x->a->id, y->a->id))) return order;
	return str_compare(x->b->id, y->b->id);
}

void compare_catalogues(const struct catalogue *a, const struct catalogue *b, struct arena *keep, struct overlap **ret,
	size_t *ret_count)
{
	VEC(struct overlap) overlaps = { 0 };

	for (size_t i = 0; i < a->requirement_count; i++) {
		for (size_t k = 0; k < b->requirement_count; k++) {
			struct overlap o;

			if (overlap_of(&a->requirements[i], &b->requirements[k], *keep, &o))
				*vec_add(keep, &overlaps) = o;
		}
	}
	if (overlaps.n) qsort(overlaps.p, overlaps.n, sizeof(*overlaps.p), by_weight);
	*ret = overlaps.p;
	*ret_count = overlaps.n;
}

/* ---- schemes --------------------------------------------------------------------------------------------------------------- */

static bool takes_from(const struct scheme *s, str catalogue)
{
	if (str_equal(s->id, catalogue)) return true;
	for (size_t i = 0; i < s->require_count; i++)
		if (str_equal(s->requires[i].catalogue->id, catalogue)) return true;
	return false;
}

static void checks_of(const struct scheme *s, struct arena *keep, struct deciders *d)
{
	for (size_t i = 0; i < s->require_count; i++)
		for (size_t k = 0; k < s->requires[i].catalogue->requirement_count; k++)
			collect_deciders(keep, d, &s->requires[i].catalogue->requirements[k]);
}

static void find_conflicts(const struct rules *r, struct arena *keep, struct comparison *c)
{
	VEC(const struct conflict *) conflicts = { 0 };

	for (size_t i = 0; i < r->conflicts.n; i++) {
		const struct conflict *x = &r->conflicts.p[i];
		bool touches_a = false, touches_b = false;

		for (size_t k = 0; k < x->clause_count; k++) {
			touches_a |= takes_from(c->a, x->clauses[k].catalogue);
			touches_b |= takes_from(c->b, x->clauses[k].catalogue);
		}
		if (touches_a && touches_b) *vec_add(keep, &conflicts) = x;
	}
	c->conflicts = conflicts.p;
	c->conflict_count = conflicts.n;
}

void compare_schemes(const struct rules *r, const struct scheme *a, const struct scheme *b, struct arena *keep,
	struct comparison *ret)
{
	VEC(struct overlap) all = { 0 };
	VEC(const struct check *) common = { 0 };
	struct deciders x = { 0 }, y = { 0 };

	*ret = (struct comparison){ .a = a, .b = b };
	for (size_t i = 0; i < a->require_count; i++) {
		for (size_t k = 0; k < b->require_count; k++) {
			struct overlap *some;
			size_t count;

			if (a->requires[i].catalogue == b->requires[k].catalogue) continue;
			compare_catalogues(a->requires[i].catalogue, b->requires[k].catalogue, keep, &some, &count);
			for (size_t n = 0; n < count; n++) *vec_add(keep, &all) = some[n];
		}
	}
	if (all.n) qsort(all.p, all.n, sizeof(*all.p), by_weight);
	ret->overlaps = all.p;
	ret->overlap_count = all.n;
	for (size_t i = 0; i < all.n; i++) ret->same_count += all.p[i].is_same;
	checks_of(a, keep, &x);
	checks_of(b, keep, &y);
	for (size_t i = 0; i < x.checks.n; i++)
		for (size_t k = 0; k < y.checks.n; k++)
			if (x.checks.p[i] == y.checks.p[k]) *vec_add(keep, &common) = x.checks.p[i];
	ret->common = common.p;
	ret->common_count = common.n;
	ret->only_a = x.checks.n - common.n;
	ret->only_b = y.checks.n - common.n;
	find_conflicts(r, keep, ret);
}

struct testability scheme_testability(const struct scheme *s, struct arena scratch)
{
	struct testability t = { 0 };
	struct deciders all = { 0 };

	for (size_t i = 0; i < s->require_count; i++) {
		for (size_t k = 0; k < s->requires[i].catalogue->requirement_count; k++) {
			struct deciders own = { 0 };
			enum strength best = STRENGTH_NONE;

			collect_deciders(&scratch, &own, &s->requires[i].catalogue->requirements[k]);
			for (size_t n = 0; n < own.checks.n; n++)
				if (own.checks.p[n]->strength > best) best = own.checks.p[n]->strength;
			t.requirements++;
			if (best >= STRENGTH_TOOL)
				t.by_machine++;
			else if (best >= STRENGTH_DECLARED)
				t.by_declaration++;
			else
				t.by_person++;
			for (size_t n = 0; n < own.questions.n; n++) add_question(&scratch, &all, own.questions.p[n]);
		}
	}
	t.questions = all.questions.n;
	return t;
}
