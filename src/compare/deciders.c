#include "compare/deciders.h"

#include <stdlib.h>

/* ---- sets -------------------------------------------------------------------------------------------------------- */

struct gathering {
	const struct deciders *d;
	uint64_t *set;
};

static void add_checks(struct gathering *g, const struct check *const *checks, size_t count)
{
	for (size_t i = 0; i < count; i++) set_add(g->set, checks[i]->number);
}

static void add_questions(struct gathering *g, const struct question *const *questions, size_t count)
{
	for (size_t i = 0; i < count; i++) set_add(g->set, g->d->rules->checks.n + questions[i]->number);
}

static void gather(struct gathering *g, const struct requirement *r)
{
	add_checks(g, r->checks, r->check_count);
	add_questions(g, r->questions, r->question_count);
	for (size_t i = 0; i < r->assessment_unit_count; i++) {
		add_checks(g, r->assessment_units[i].checks, r->assessment_units[i].check_count);
		add_questions(g, r->assessment_units[i].questions, r->assessment_units[i].question_count);
	}
	for (size_t i = 0; i < r->node_count; i++) {
		add_checks(g, r->nodes[i].checks, r->nodes[i].check_count);
		add_questions(g, &r->nodes[i].question, r->nodes[i].question != NULL);
	}
	add_checks(g, r->completeness, r->completeness_count);
	add_checks(g, r->sufficiency, r->sufficiency_count);
}

struct deciders deciders_of(const struct rules *r, struct arena *keep)
{
	struct deciders d = { .rules = r, .count = r->checks.n + r->questions.n };

	d.words = d.count / 64 + 1;
	d.sets = arena_array(keep, uint64_t, d.words * ((size_t)r->requirement_count + 1));
	for (size_t i = 0; i < r->catalogues.n; i++)
		for (size_t k = 0; k < r->catalogues.p[i].requirement_count; k++) {
			const struct requirement *one = &r->catalogues.p[i].requirements[k];

			gather(&(struct gathering){ .d = &d, .set = deciders_set(&d, one) }, one);
		}
	return d;
}

size_t set_count(const uint64_t *set, size_t words)
{
	size_t n = 0;

	for (size_t i = 0; i < words; i++) n += (size_t)__builtin_popcountll(set[i]);
	return n;
}

const struct check *decider_check(const struct deciders *d, size_t at)
{
	return at < d->rules->checks.n ? &d->rules->checks.p[at] : NULL;
}

const struct question *decider_question(const struct deciders *d, size_t at)
{
	return at >= d->rules->checks.n && at < d->count ? &d->rules->questions.p[at - d->rules->checks.n] : NULL;
}

size_t decider_number(const struct deciders *d, str id)
{
	const struct check *c = rules_check(d->rules, id);
	const struct question *q = rules_question(d->rules, id);

	return c ? c->number : q ? d->rules->checks.n + q->number : d->count;
}

str decider_id(const struct deciders *d, size_t at)
{
	const struct check *c = decider_check(d, at);

	return c ? c->id : decider_question(d, at)->id;
}

str decider_asks(const struct deciders *d, size_t at)
{
	const struct check *c = decider_check(d, at);

	return c ? c->asks : decider_question(d, at)->sentence;
}

/* ---- endings ----------------------------------------------------------------------------------------------------- */

static enum ending ending_of(enum jump jump)
{
	static const enum ending endings[] = { [JUMP_NODE] = ENDING_ON,
		[JUMP_PASS] = ENDING_PASS,
		[JUMP_FAIL] = ENDING_FAIL,
		[JUMP_NOT_APPLICABLE] = ENDING_NOT_APPLICABLE };

	return endings[jump];
}

static bool is_asked_in(const struct deciders *d, const struct tree_node *n, size_t at)
{
	for (size_t i = 0; i < n->check_count; i++)
		if (n->checks[i]->number == at) return true;
	return n->question && d->rules->checks.n + n->question->number == at;
}

struct endings endings_of(const struct deciders *d, const struct requirement *r, size_t at)
{
	for (size_t i = 0; i < r->node_count; i++) {
		const struct tree_node *n = &r->nodes[i];
		bool is_turned = n->is_inverted && decider_check(d, at);

		if (!is_asked_in(d, n, at)) continue;
		return (struct endings){ .well = ending_of(is_turned ? n->no : n->yes),
			.badly = ending_of(is_turned ? n->yes : n->no) };
	}
	return (struct endings){ .well = ENDING_ON, .badly = ENDING_FAIL };
}

/* ---- values ------------------------------------------------------------------------------------------------------ */

str bound_value(const struct requirement *r, const struct parameter *p)
{
	for (size_t i = 0; i < r->with_count; i++)
		if (r->with[i].parameter == p) return r->with[i].value;
	return p->value;
}

/* The next item of a list as it is bound ("[..., ...]"), items that are lists as they stand. */
static bool next_item(str *rest, str *ret)
{
	size_t from = 0, at, depth = 0;
	bool is_quoted = false;

	while (from < rest->n && (rest->p[from] == ',' || rest->p[from] == ' ')) from++;
	if (from >= rest->n) return false;
	for (at = from; at < rest->n; at++) {
		char c = rest->p[at];

		if (c == '"') is_quoted = !is_quoted;
		if (is_quoted) continue;
		if (c == '[') depth++;
		if (c == ']' && depth) depth--;
		if (c == ',' && !depth) break;
	}
	*ret = (str){ rest->p + from, at - from };
	*rest = (str){ rest->p + at, rest->n - at };
	return true;
}

static str inside(str list)
{
	return list.n >= 2 && list.p[0] == '[' ? (str){ list.p + 1, list.n - 2 } : list;
}

static bool list_has(str list, str wanted)
{
	str rest = inside(list), item;

	while (next_item(&rest, &item))
		if (str_equal(item, wanted)) return true;
	return false;
}

static bool list_holds(str list, str other)
{
	str rest = inside(other), item;

	while (next_item(&rest, &item))
		if (!list_has(list, item)) return false;
	return true;
}

str list_union(struct arena *keep, str a, str b)
{
	char *all = arena_array(keep, char, a.n + b.n + 4);
	str rest = inside(a), item;
	size_t n = 0;

	all[n++] = '[';
	memcpy(all + n, rest.p, rest.n);
	n += rest.n;
	for (rest = inside(b); next_item(&rest, &item);) {
		if (list_has((str){ all + 1, n - 1 }, item)) continue;
		if (n > 1) all[n++] = ',';
		memcpy(all + n, item.p, item.n);
		n += item.n;
	}
	all[n++] = ']';
	return (str){ all, n };
}

static double number_of(str text)
{
	char digits[32] = "";

	memcpy(digits, text.p, text.n < sizeof(digits) ? text.n : sizeof(digits) - 1);
	return strtod(digits, NULL);
}

enum binding value_binding(const struct parameter *p, str a, str b)
{
	bool is_more, is_less;

	if (p->stricter == STRICTER_OWN || str_equal(a, b)) return BINDING_EQUAL;
	switch (p->stricter) {
	case STRICTER_HIGHER:
	case STRICTER_LOWER:
		if (number_of(a) == number_of(b)) return BINDING_EQUAL;
		return (number_of(a) > number_of(b)) == (p->stricter == STRICTER_HIGHER) ? BINDING_STRICTER
											 : BINDING_LAXER;
	case STRICTER_MORE:
	case STRICTER_FEWER:
		is_more = list_holds(a, b);
		is_less = list_holds(b, a);
		if (is_more && is_less) return BINDING_EQUAL;
		if (!is_more && !is_less) return BINDING_APART;
		return is_more == (p->stricter == STRICTER_MORE) ? BINDING_STRICTER : BINDING_LAXER;
	default:
		return BINDING_APART;
	}
}

enum binding binding_of(const struct requirement *a, const struct requirement *b, const struct check *c)
{
	bool is_stricter = false, is_laxer = false;

	for (size_t i = 0; i < c->parameter_count; i++) {
		const struct parameter *p = c->parameters[i];
		enum binding one = value_binding(p, bound_value(a, p), bound_value(b, p));

		if (one == BINDING_APART) return BINDING_APART;
		is_stricter |= one == BINDING_STRICTER;
		is_laxer |= one == BINDING_LAXER;
	}
	if (is_stricter && is_laxer) return BINDING_APART;
	return is_stricter ? BINDING_STRICTER : is_laxer ? BINDING_LAXER : BINDING_EQUAL;
}

/* ---- two requirements -------------------------------------------------------------------------------------------- */

bool same_tree(const struct requirement *a, const struct requirement *b)
{
	if (a->node_count != b->node_count || !str_equal(a->for_kind, b->for_kind)) return false;
	for (size_t i = 0; i < a->node_count; i++) {
		const struct tree_node *x = &a->nodes[i], *y = &b->nodes[i];

		if (x->yes != y->yes || x->no != y->no || x->is_inverted != y->is_inverted ||
			x->question != y->question || x->check_count != y->check_count ||
			!str_equal(x->when_text, y->when_text))
			return false;
		if (x->yes == JUMP_NODE && x->yes_node != y->yes_node) return false;
		if (x->no == JUMP_NODE && x->no_node != y->no_node) return false;
		for (size_t k = 0; k < x->check_count; k++)
			if (x->checks[k] != y->checks[k]) return false;
	}
	return true;
}

/* Inside a tree a decider that turns out badly need not be the end, and a good one need not be enough. */
static enum relation part_of(const struct overlap *o, size_t met_by_a, size_t met_by_b)
{
	bool is_flat = !o->a->node_count && !o->b->node_count;

	if (o->shared == o->of_a && o->shared == o->of_b && !o->a->person.n && !o->b->person.n && same_tree(o->a, o->b))
		return RELATION_EQUAL;
	if (is_flat && met_by_b == o->of_a && !o->a->person.n) return RELATION_SUBSET;
	if (is_flat && met_by_a == o->of_b && !o->b->person.n) return RELATION_SUPERSET;
	return RELATION_INTERSECTS;
}

struct overlap overlap_of(const struct deciders *d, const struct requirement *a, const struct requirement *b)
{
	const uint64_t *x = deciders_set(d, a), *y = deciders_set(d, b);
	struct overlap o = { .a = a, .b = b, .is_same_condition = str_equal(a->when_text, b->when_text) };
	size_t met_by_a = 0, met_by_b = 0;
	uint64_t any = 0;

	for (size_t w = 0; w < d->words; w++) any |= x[w] & y[w];
	o.of_a = set_count(x, d->words);
	o.of_b = set_count(y, d->words);
	if (!any) return o;
	for (size_t w = 0; w < d->words; w++) {
		for (uint64_t both = x[w] & y[w]; both; both &= both - 1) {
			const struct check *c = decider_check(d, w * 64 + (size_t)__builtin_ctzll(both));
			enum binding how = c ? binding_of(a, b, c) : BINDING_EQUAL;

			o.shared += how == BINDING_EQUAL;
			met_by_a += how == BINDING_EQUAL || how == BINDING_STRICTER;
			met_by_b += how == BINDING_EQUAL || how == BINDING_LAXER;
		}
	}
	if (met_by_a || met_by_b) o.relation = part_of(&o, met_by_a, met_by_b);
	return o;
}

const char *relation_word(enum relation r)
{
	static const char *const words[] = { [RELATION_NONE] = "none",
		[RELATION_EQUAL] = "equal",
		[RELATION_SUBSET] = "subset",
		[RELATION_SUPERSET] = "superset",
		[RELATION_INTERSECTS] = "intersects" };

	return words[r];
}

char relation_sign(enum relation r)
{
	return " =<>~"[r];
}
