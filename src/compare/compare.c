#include "compare/compare.h"

#include <stdlib.h>

/* ---- catalogues -------------------------------------------------------------------------------------------------- */

static int by_weight(const struct overlap *x, const struct overlap *y)
{
	static const int ranks[RELATIONS] = { [RELATION_EQUAL] = 1,
		[RELATION_SUBSET] = 2,
		[RELATION_SUPERSET] = 2,
		[RELATION_INTERSECTS] = 3,
		[RELATION_NONE] = 4 };
	int order = ranks[x->relation] - ranks[y->relation];

	if (order) return order;
	if (x->shared != y->shared) return x->shared > y->shared ? -1 : 1;
	if ((order = str_compare(x->a->catalogue->id, y->a->catalogue->id))) return order;
	if (x->a->number != y->a->number) return x->a->number < y->a->number ? -1 : 1;
	return x->b->number < y->b->number ? -1 : x->b->number > y->b->number;
}

static int overlaps_in_order(const void *a, const void *b)
{
	return by_weight(a, b);
}

void compare_catalogues(const struct deciders *d, const struct catalogue *a, const struct catalogue *b,
	struct arena *keep, struct overlap **ret, size_t *ret_count)
{
	VEC(struct overlap) overlaps = { 0 };

	for (size_t i = 0; i < a->requirement_count; i++) {
		for (size_t k = 0; k < b->requirement_count; k++) {
			struct overlap o = overlap_of(d, &a->requirements[i], &b->requirements[k]);

			if (o.relation) *vec_add(keep, &overlaps) = o;
		}
	}
	if (overlaps.n) qsort(overlaps.p, overlaps.n, sizeof(*overlaps.p), overlaps_in_order);
	*ret = overlaps.p;
	*ret_count = overlaps.n;
}

/* ---- views ------------------------------------------------------------------------------------------------------- */

static void take(const struct deciders *d, struct view *v, const struct selector *s, const struct requirement *r)
{
	const uint64_t *own = deciders_set(d, r);

	v->binds[r->number] |= s->as_mandatory || (r->is_mandatory && !s->as_recommended);

	if (v->takes[r->number]) return;
	v->takes[r->number] = true;
	v->requirements[v->requirement_count++] = r;
	v->person_count += r->person.n != 0;
	for (size_t w = 0; w < d->words; w++) v->deciders[w] |= own[w];
}

static struct view view_of(const struct deciders *d, const struct scheme *s, struct arena *keep)
{
	struct view v = { .scheme = s,
		.requirements = arena_array(keep, const struct requirement *, d->rules->requirement_count + 1),
		.takes = arena_array(keep, bool, d->rules->requirement_count + 1),
		.binds = arena_array(keep, bool, d->rules->requirement_count + 1),
		.deciders = arena_array(keep, uint64_t, d->words) };

	for (size_t i = 0; i < s->require_count; i++) {
		const struct catalogue *c = s->requires[i].catalogue;

		for (size_t k = 0; k < c->requirement_count; k++)
			if (selector_takes(&s->requires[i], &c -> requirements[k]))
				take(d, &v, &s->requires[i], &c -> requirements[k]);
	}
	for (size_t at = 0; at < d->count; at++) {
		v.check_count += set_has(v.deciders, at) && decider_check(d, at);
		v.question_count += set_has(v.deciders, at) && decider_question(d, at);
	}
	return v;
}

/* ---- requirements that meet -------------------------------------------------------------------------------------- */

struct meetings {
	const struct comparison *c;
	struct arena *keep;
	VEC(const struct requirement *) taken; /* by any view, in the order of their numbers */
	VEC(struct meeting) list;
	uint32_t *at; /* place in the list from 1, by two numbers of requirements */
};

static uint32_t *cell(struct meetings *m, const struct requirement *a, const struct requirement *b)
{
	return &m->at[(size_t)a->number * (m->c->rules->requirement_count + 1) + b->number];
}

/* Each pair once, whichever scheme takes which: a is of the earlier catalogue. */
static void meet_by_evidence(struct meetings *m)
{
	for (size_t i = 0; i < m->taken.n; i++) {
		for (size_t k = i + 1; k < m->taken.n; k++) {
			const struct requirement *a = m->taken.p[i], *b = m->taken.p[k];
			struct overlap o;

			if (a->catalogue == b->catalogue) continue;
			o = overlap_of(&m->c->deciders, a, b);
			if (!o.relation) continue;
			vec_add(m->keep, &m->list)->overlap = o;
			*cell(m, a, b) = (uint32_t)m->list.n;
		}
	}
}

static void meet_by(
	struct meetings *m, const struct mapping *mapping, const struct requirement *from, const struct requirement *to)
{
	bool is_turned = from->number > to->number;
	const struct requirement *a = is_turned ? to : from, *b = is_turned ? from : to;
	struct meeting *one;

	if (a->catalogue == b->catalogue) return;
	if (!*cell(m, a, b)) {
		vec_add(m->keep, &m->list)->overlap = overlap_of(&m->c->deciders, a, b);
		*cell(m, a, b) = (uint32_t)m->list.n;
	}
	one = &m->list.p[*cell(m, a, b) - 1];

	struct mapped *more = arena_array(m->keep, struct mapped, one->mapped_count + 1);

	if (one->mapped_count) memcpy(more, one->mapped, one->mapped_count * sizeof(*more));
	more[one->mapped_count++] = (struct mapped){ .mapping = mapping, .is_turned = is_turned };
	one->mapped = more;
}

static bool is_taken(const struct comparison *c, const struct requirement *r)
{
	for (size_t i = 0; i < c->view_count; i++)
		if (c->views[i].takes[r->number]) return true;
	return false;
}

static void meet_by_mapping(struct meetings *m)
{
	for (size_t i = 0; i < m->c->rules->mappings.n; i++) {
		const struct mapping *one = &m->c->rules->mappings.p[i];

		for (size_t k = 0; k < one->from.requirement_count; k++)
			for (size_t n = 0; n < one->to.requirement_count; n++)
				if (is_taken(m->c, one->from.requirements[k]) &&
					is_taken(m->c, one->to.requirements[n]))
					meet_by(m, one, one->from.requirements[k], one->to.requirements[n]);
	}
}

static int meetings_in_order(const void *a, const void *b)
{
	const struct meeting *x = a, *y = b;

	return by_weight(&x->overlap, &y->overlap);
}

static void find_meetings(struct comparison *c, struct arena *keep)
{
	size_t side = (size_t)c->rules->requirement_count + 1;
	struct meetings m = { .c = c, .keep = keep, .at = arena_array(keep, uint32_t, side * side) };

	for (size_t i = 0; i < c->rules->catalogues.n; i++)
		for (size_t k = 0; k < c->rules->catalogues.p[i].requirement_count; k++)
			if (is_taken(c, &c->rules->catalogues.p[i].requirements[k]))
				*vec_add(keep, &m.taken) = &c->rules->catalogues.p[i].requirements[k];
	meet_by_evidence(&m);
	meet_by_mapping(&m);
	if (m.list.n) qsort(m.list.p, m.list.n, sizeof(*m.list.p), meetings_in_order);
	c->meetings = m.list.p;
	c->meeting_count = m.list.n;
}

/* ---- pairs ------------------------------------------------------------------------------------------------------- */

static enum relation relation_of_sets(const uint64_t *x, const uint64_t *y, size_t words)
{
	bool is_common = false, has_x = false, has_y = false;

	for (size_t w = 0; w < words; w++) {
		is_common |= (x[w] & y[w]) != 0;
		has_x |= (x[w] & ~y[w]) != 0;
		has_y |= (y[w] & ~x[w]) != 0;
	}
	if (!is_common) return RELATION_NONE;
	return has_x && has_y ? RELATION_INTERSECTS
	       : has_x        ? RELATION_SUPERSET
	       : has_y        ? RELATION_SUBSET
			      : RELATION_EQUAL;
}

static struct pair pair_of(const struct comparison *c, size_t a, size_t b)
{
	const struct view *x = &c->views[a], *y = &c->views[b];
	struct pair p = { .a = a, .b = b, .relation = relation_of_sets(x->deciders, y->deciders, c->deciders.words) };

	for (size_t at = 0; at < c->deciders.count; at++) {
		bool in_x = set_has(x->deciders, at), in_y = set_has(y->deciders, at);

		p.common_checks += in_x && in_y && decider_check(&c->deciders, at);
		p.common_questions += in_x && in_y && decider_question(&c->deciders, at);
		p.only_a += in_x && !in_y;
		p.only_b += in_y && !in_x;
	}
	for (uint32_t i = 0; i < c->rules->requirement_count; i++) p.same_requirements += x->takes[i] && y->takes[i];
	for (size_t i = 0; i < c->contrast_count; i++) {
		const struct contrast *one = &c->contrasts[i];

		if (!contrast_is_news(c, one, a, b)) continue;
		p.differences += !contrast_clashes(one, a, b);
		p.conflicts += contrast_clashes(one, a, b);
		p.impossible += contrast_is_impossible(one, a, b);
	}
	return p;
}

/* Relations are kept as seen from the earlier catalogue; a scheme that comes first may take from the later one. */
static void count_meetings(struct comparison *c, struct arena scratch)
{
	for (size_t n = 0; n < c->pair_count; n++) {
		struct pair *p = &c->pairs[n];
		const struct view *x = &c->views[p->a], *y = &c->views[p->b];
		bool *met_a = arena_array(&scratch, bool, c->rules->requirement_count + 1);
		bool *met_b = arena_array(&scratch, bool, c->rules->requirement_count + 1);

		for (size_t i = 0; i < c->meeting_count; i++) {
			const struct overlap *o = &c->meetings[i].overlap;
			static const enum relation turned[] = { RELATION_NONE, RELATION_EQUAL, RELATION_SUPERSET,
				RELATION_SUBSET, RELATION_INTERSECTS };

			if (x->takes[o->a->number] && y->takes[o->b->number]) {
				p->meetings[o->relation]++;
				met_a[o->a->number] = met_b[o->b->number] = true;
			} else if (x->takes[o->b->number] && y->takes[o->a->number]) {
				p->meetings[turned[o->relation]]++;
				met_a[o->b->number] = met_b[o->a->number] = true;
			}
		}
		for (uint32_t i = 0; i < c->rules->requirement_count; i++) {
			bool is_same = x->takes[i] && y->takes[i];

			p->met_a += met_a[i] || is_same;
			p->met_b += met_b[i] || is_same;
		}
	}
}

const struct pair *comparison_pair(const struct comparison *c, size_t a, size_t b)
{
	if (a > b) {
		size_t other = a;

		a = b;
		b = other;
	}
	for (size_t i = 0; i < c->pair_count; i++)
		if (c->pairs[i].a == a && c->pairs[i].b == b) return &c->pairs[i];
	return NULL;
}

/* ---- what serves how many ---------------------------------------------------------------------------------------- */

size_t deciders_needed_by(const struct comparison *c, size_t decider)
{
	size_t n = 0;

	for (size_t i = 0; i < c->view_count; i++) n += set_has(c->views[i].deciders, decider);
	return n;
}

static void count_served(const struct comparison *c, const uint64_t *set, struct served *s)
{
	for (size_t i = 0; i < c->rules->catalogues.n; i++) {
		for (size_t k = 0; k < c->rules->catalogues.p[i].requirement_count; k++) {
			const struct requirement *r = &c->rules->catalogues.p[i].requirements[k];
			const uint64_t *own = deciders_set(&c->deciders, r);
			bool is_served = false;

			for (size_t w = 0; w < c->deciders.words; w++) is_served |= (own[w] & set[w]) != 0;
			s->requirements += is_served && is_taken(c, r);
		}
	}
	for (size_t i = 0; i < c->view_count; i++) {
		bool is_served = false;

		for (size_t w = 0; w < c->deciders.words; w++) is_served |= (c->views[i].deciders[w] & set[w]) != 0;
		s->schemes += is_served;
	}
}

static bool needs_class(const struct check *c, str name)
{
	for (size_t i = 0; i < c->needs.count; i++)
		for (size_t k = 0; k < c->needs.groups[i].count; k++)
			if (str_equal(c->needs.groups[i].classes[k], name)) return true;
	return false;
}

static int by_service(const void *a, const void *b)
{
	const struct served *x = a, *y = b;

	if (x->schemes != y->schemes) return x->schemes > y->schemes ? -1 : 1;
	if (x->requirements != y->requirements) return x->requirements > y->requirements ? -1 : 1;
	return str_compare(x->id, y->id);
}

static void serve_by_class(struct comparison *c, struct arena *keep)
{
	c->classes = arena_array(keep, struct served, c->rules->classes.n + 1);
	for (size_t i = 0; i < c->rules->classes.n; i++) {
		const struct coverage_class *class = &c->rules->classes.p[i];
		uint64_t *set = arena_array(keep, uint64_t, c->deciders.words);
		struct served s = { .id = class->name, .what = class->means, .bring = class->bring };

		for (size_t k = 0; k < c->rules->checks.n; k++) {
			if (!needs_class(&c->rules->checks.p[k], class->name)) continue;
			set_add(set, k);
			s.checks += deciders_needed_by(c, k) != 0;
		}
		if (!s.checks) continue;
		count_served(c, set, &s);
		c->classes[c->class_count++] = s;
	}
	qsort(c->classes, c->class_count, sizeof(*c->classes), by_service);
}

static void serve_by_decider(struct comparison *c, struct arena *keep)
{
	uint64_t *set = arena_array(keep, uint64_t, c->deciders.words);

	c->checks = arena_array(keep, struct served, c->deciders.count + 1);
	for (size_t at = 0; at < c->deciders.count; at++) {
		struct served s = {
			.id = decider_id(&c->deciders, at), .what = decider_asks(&c->deciders, at), .decider = at
		};

		if (!deciders_needed_by(c, at)) continue;
		memset(set, 0, c->deciders.words * sizeof(*set));
		set_add(set, at);
		count_served(c, set, &s);
		c->checks[c->check_count++] = s;
	}
	qsort(c->checks, c->check_count, sizeof(*c->checks), by_service);
}

/* ---- the whole --------------------------------------------------------------------------------------------------- */

void compare_views(const struct rules *r, const struct scheme *const *schemes, size_t count, struct arena *keep,
	struct comparison *ret)
{
	struct comparison c = { .rules = r, .deciders = deciders_of(r, keep), .view_count = count };

	c.views = arena_array(keep, struct view, count);
	for (size_t i = 0; i < count; i++) c.views[i] = view_of(&c.deciders, schemes[i], keep);
	c.core = arena_array(keep, uint64_t, c.deciders.words);
	for (size_t at = 0; at < c.deciders.count; at++)
		if (deciders_needed_by(&c, at) == count) set_add(c.core, at);
	c.core_count = set_count(c.core, c.deciders.words);
	serve_by_decider(&c, keep);
	*ret = c;
}

void compare_schemes(const struct rules *r, const struct scheme *const *schemes, size_t count, struct arena *keep,
	struct comparison *ret)
{
	struct comparison c;

	compare_views(r, schemes, count, keep, &c);
	find_meetings(&c, keep);
	contrasts_find(&c, keep);
	c.pairs = arena_array(keep, struct pair, count * count);
	for (size_t i = 0; i < count; i++)
		for (size_t k = i + 1; k < count; k++) c.pairs[c.pair_count++] = pair_of(&c, i, k);
	count_meetings(&c, *keep);
	serve_by_class(&c, keep);
	*ret = c;
}
