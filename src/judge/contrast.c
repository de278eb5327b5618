/* Where compared schemes want different things: recorded conflicts, and what computation finds. */
#include "judge/compare.h"

typedef VEC(struct contrast) contrasts;

struct finding_contrasts {
	struct comparison *c;
	struct arena *keep;
	contrasts list;
};

/* ---- sides ------------------------------------------------------------------------------------------------------------- */

static struct contrast_side side_of(struct finding_contrasts *f, str wants)
{
	return (struct contrast_side){ .wants = wants,
		.requirements = arena_array(f->keep, const struct requirement *, f->c->rules->requirement_count + 1),
		.touches = arena_array(f->keep, bool, f->c->view_count) };
}

static void add_to_side(struct contrast_side *s, const struct requirement *r)
{
	for (size_t i = 0; i < s->requirement_count; i++)
		if (s->requirements[i] == r) return;
	s->requirements[s->requirement_count++] = r;
}

static void put_on_side(const struct finding_contrasts *f, struct contrast_side *s, const struct requirement *r)
{
	bool is_taken = false;

	for (size_t i = 0; i < f->c->view_count; i++) {
		if (!f->c->views[i].takes[r->number]) continue;
		s->touches[i] = true;
		is_taken = true;
	}
	if (is_taken) add_to_side(s, r);
}

/* A clause without a requirement of its own (a note, a place in the text) binds who takes from the catalogue. */
bool clause_binds(const struct clause *c, const struct view *v)
{
	for (size_t i = 0; i < c->requirement_count; i++)
		if (v->takes[c->requirements[i]->number]) return true;
	if (c->requirement_count) return false;
	if (str_equal(v->scheme->id, c->catalogue)) return true;
	for (size_t i = 0; i < v->requirement_count; i++) {
		const struct catalogue *from = v->requirements[i]->catalogue;

		if (str_equal(from->id, c->catalogue) && (!c->edition.n || str_equal(from->edition, c->edition)))
			return true;
	}
	return false;
}

static bool is_on_both(const struct contrast *x, size_t a, size_t b)
{
	for (size_t i = 0; i < x->side_count; i++)
		for (size_t k = 0; k < x->side_count; k++)
			if (i != k && x->sides[i].touches[a] && x->sides[k].touches[b]) return true;
	return false;
}

bool contrast_between(const struct contrast *x, size_t a, size_t b)
{
	return a != b && is_on_both(x, a, b);
}

bool contrast_is_impossible(const struct contrast *x, size_t a, size_t b)
{
	bool some_exclude = false;

	if (!x->no_behaviour.n || !contrast_between(x, a, b)) return false;
	for (size_t i = 0; i < x->side_count; i++) some_exclude |= x->sides[i].excludes;
	if (!some_exclude) return true;
	for (size_t i = 0; i < x->side_count; i++)
		for (size_t k = 0; k < x->side_count; k++)
			if (i != k && x->sides[i].excludes && x->sides[k].excludes && x->sides[i].touches[a] &&
				x->sides[k].touches[b])
				return true;
	return false;
}

struct contrast_ways contrast_ways(const struct comparison *c, const struct contrast *x)
{
	struct contrast_ways w = { 0 };

	for (size_t i = 0; i < c->view_count; i++) {
		for (size_t k = i + 1; k < c->view_count; k++) {
			w.is_impossible |= contrast_is_impossible(x, i, k);
			w.is_possible |= contrast_between(x, i, k) && !contrast_is_impossible(x, i, k);
		}
	}
	/* Inside one scheme alone. */
	if (!w.is_impossible && !w.is_possible) w.is_impossible = x->no_behaviour.n, w.is_possible = !x->no_behaviour.n;
	return w;
}

bool contrast_is_news(const struct comparison *c, const struct contrast *x, size_t a, size_t b)
{
	if (!contrast_between(x, a, b)) return false;
	for (size_t i = 0; x->found != FOUND_RECORDED && x->recorded && i < c->contrast_count; i++)
		if (c->contrasts[i].found == FOUND_RECORDED && c->contrasts[i].recorded == x->recorded &&
			contrast_between(&c->contrasts[i], a, b))
			return false;
	return true;
}

/* Kept when it stands between two of the schemes, or inside one of them. */
static void keep_contrast(struct finding_contrasts *f, struct contrast *x)
{
	bool is_between = false;

	x->inside = f->c->view_count;
	for (size_t i = f->c->view_count; i-- > 0;) {
		if (x->found == FOUND_RECORDED && is_on_both(x, i, i)) x->inside = i;
		for (size_t k = i + 1; k < f->c->view_count; k++) is_between |= contrast_between(x, i, k);
	}
	if (is_between || x->inside < f->c->view_count) *vec_add(f->keep, &f->list) = *x;
}

/* ---- recorded ---------------------------------------------------------------------------------------------------------- */

static void find_recorded(struct finding_contrasts *f)
{
	for (size_t i = 0; i < f->c->rules->conflicts.n; i++) {
		const struct conflict *one = &f->c->rules->conflicts.p[i];
		struct contrast x = { .found = FOUND_RECORDED,
			.id = one->id,
			.topic = one->topic,
			.about = one->about,
			.finding = one->finding,
			.satisfies_both = one->satisfies_both,
			.no_behaviour = one->no_behaviour,
			.recorded = one,
			.sides = arena_array(f->keep, struct contrast_side, one->side_count),
			.side_count = one->side_count };

		for (size_t k = 0; k < one->side_count; k++) {
			struct contrast_side *s = &x.sides[k];

			*s = side_of(f, one->sides[k].wants);
			s->excludes = one->sides[k].excludes;
			s->clauses = one->sides[k].clauses;
			s->clause_count = one->sides[k].clause_count;
			for (size_t n = 0; n < s->clause_count; n++) {
				const struct clause *clause = &s->clauses[n];

				for (size_t r = 0; r < clause->requirement_count; r++)
					put_on_side(f, s, clause->requirements[r]);
				for (size_t v = 0; v < f->c->view_count; v++)
					s->touches[v] |= clause_binds(clause, &f->c->views[v]);
			}
		}
		keep_contrast(f, &x);
	}
}

/* ---- opposed deciders ---------------------------------------------------------------------------------------------------- */

/* What fails it fails the requirement: inside a tree it may only lead on. */
static bool is_demanded(const struct finding_contrasts *f, const struct requirement *r, const str *ids, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t at = decider_number(&f->c->deciders, ids[i]);

		if (at < f->c->deciders.count && set_has(deciders_set(&f->c->deciders, r), at) &&
			endings_of(&f->c->deciders, r, at).badly == ENDING_FAIL)
			return true;
	}
	return false;
}

typedef void each_requirement(struct finding_contrasts *f, const struct requirement *r, void *self);

static void for_each(struct finding_contrasts *f, each_requirement *each, void *self)
{
	for (size_t i = 0; i < f->c->rules->catalogues.n; i++)
		for (size_t k = 0; k < f->c->rules->catalogues.p[i].requirement_count; k++)
			each(f, &f->c->rules->catalogues.p[i].requirements[k], self);
}

struct opposing {
	const struct opposition *opposition;
	struct contrast *contrast;
};

static void oppose(struct finding_contrasts *f, const struct requirement *r, void *self)
{
	struct opposing *o = self;

	if (is_demanded(f, r, o->opposition->one, o->opposition->one_count)) put_on_side(f, &o->contrast->sides[0], r);
	if (is_demanded(f, r, o->opposition->other, o->opposition->other_count))
		put_on_side(f, &o->contrast->sides[1], r);
}

static void find_opposed(struct finding_contrasts *f)
{
	for (size_t i = 0; i < f->c->rules->oppositions.n; i++) {
		const struct opposition *one = &f->c->rules->oppositions.p[i];
		struct contrast x = { .found = FOUND_OPPOSED,
			.id = arena_printf(f->keep, "%s against %s", one->one[0].p, one->other[0].p),
			.topic = arena_printf(f->keep, "%s against %s", one->one[0].p, one->other[0].p),
			.about = STR("behaviour"),
			.finding = STR("What decides one requirement pulls against what decides the other."),
			.satisfies_both = one->satisfies_both,
			.no_behaviour = one->no_behaviour,
			.recorded = one->recorded,
			.sides = arena_array(f->keep, struct contrast_side, 2),
			.side_count = 2 };

		x.sides[0] = side_of(f, one->one_wants);
		x.sides[1] = side_of(f, one->other_wants);
		for_each(f, oppose, &(struct opposing){ .opposition = one, .contrast = &x });
		keep_contrast(f, &x);
	}
}

/* ---- one check, several values ------------------------------------------------------------------------------------------- */

struct valuing {
	const struct check *check;
	const struct parameter *parameter;
	struct contrast *contrast;
	str *values; /* by side */
};

enum { VALUES_MOST = 64 };

/* A bound value for people: a list without its brackets and quotes. */
static str plain(struct finding_contrasts *f, const struct parameter *p, str value)
{
	char *text = arena_array(f->keep, char, 2 * value.n + p->unit.n + 2);
	size_t n = 0;

	for (size_t i = 0; i < value.n; i++) {
		if (p->is_list && (value.p[i] == '[' || value.p[i] == ']' || value.p[i] == '"')) continue;
		text[n++] = value.p[i];
		if (p->is_list && value.p[i] == ',') text[n++] = ' ';
	}
	if (p->unit.n) text[n++] = ' ';
	memcpy(text + n, p->unit.p, p->unit.n);
	return (str){ text, n + p->unit.n };
}

/* The side of a value, a new one where no other says the same; NULL: there are too many. */
static struct contrast_side *side_of_value(struct finding_contrasts *f, struct valuing *v, str own)
{
	struct contrast *x = v->contrast;
	size_t at = 0;

	while (at < x->side_count && value_binding(v->parameter, v->values[at], own) != BINDING_EQUAL) at++;
	if (at == VALUES_MOST) return NULL;
	if (at == x->side_count) {
		v->values[x->side_count++] = own;
		x->sides[at] = side_of(
			f, arena_printf(f->keep, "%s: %s", v->parameter->means.p, plain(f, v->parameter, own).p));
	}
	return &x->sides[at];
}

static bool is_valued(const struct finding_contrasts *f, const struct valuing *v, const struct requirement *r)
{
	return set_has(deciders_set(&f->c->deciders, r), v->check->number);
}

static void value(struct finding_contrasts *f, const struct requirement *r, void *self)
{
	struct valuing *v = self;
	struct contrast_side *s;

	if (!is_valued(f, v, r)) return;
	s = side_of_value(f, v, bound_value(r, v->parameter));
	if (s) put_on_side(f, s, r);
}

/* Requirements of one scheme that each name a part of a list want the whole together. */
static void value_whole(struct finding_contrasts *f, struct valuing *v, size_t view)
{
	const struct view *one = &f->c->views[view];
	struct contrast_side *s;
	str all = STR("");

	for (size_t i = 0; i < one->requirement_count; i++)
		if (is_valued(f, v, one->requirements[i]))
			all = list_union(f->keep, all, bound_value(one->requirements[i], v->parameter));
	if (!all.n || !(s = side_of_value(f, v, all))) return;
	for (size_t i = 0; i < one->requirement_count; i++)
		if (is_valued(f, v, one->requirements[i])) add_to_side(s, one->requirements[i]);
	s->touches[view] = true;
}

/* Lists that share nothing name different things, and are no two demands on one. */
static void drop_strangers(struct valuing *v)
{
	struct contrast *x = v->contrast;
	size_t kept = 0;

	for (size_t i = 0; i < x->side_count; i++) {
		bool is_related = false;

		for (size_t k = 0; k < x->side_count; k++)
			is_related |=
				k != i && value_binding(v->parameter, v->values[i], v->values[k]) != BINDING_APART;
		if (!is_related) continue;
		x->sides[kept] = x->sides[i];
		v->values[kept++] = v->values[i];
	}
	x->side_count = kept;
}

/* The side whose value is at least as strict as every other; side_count: there is none. */
static size_t strictest(const struct valuing *v)
{
	for (size_t i = 0; i < v->contrast->side_count; i++) {
		bool is_strictest = true;

		for (size_t k = 0; k < v->contrast->side_count; k++) {
			enum binding how = value_binding(v->parameter, v->values[i], v->values[k]);

			is_strictest &= how == BINDING_EQUAL || how == BINDING_STRICTER;
		}
		if (is_strictest) return i;
	}
	return v->contrast->side_count;
}

static const struct scheme *first_on(const struct finding_contrasts *f, const struct contrast_side *s)
{
	for (size_t i = 0; i < f->c->view_count; i++)
		if (s->touches[i]) return f->c->views[i].scheme;
	return NULL;
}

static void say_way_out(struct finding_contrasts *f, struct valuing *v)
{
	size_t at = strictest(v);
	const struct scheme *strict = at < v->contrast->side_count ? first_on(f, &v->contrast->sides[at]) : NULL;

	if (strict)
		v->contrast->satisfies_both =
			arena_printf(f->keep, "What %s wants is the strictest, and meets the others.", strict->id.p);
	else if (v->parameter->stricter == STRICTER_MORE)
		v->contrast->satisfies_both = STR("All that any of the lists names, together.");
	else if (v->parameter->stricter == STRICTER_FEWER)
		v->contrast->satisfies_both = STR("Only what all of the lists name.");
}

static void find_values(struct finding_contrasts *f)
{
	for (size_t i = 0; i < f->c->rules->checks.n; i++) {
		const struct check *check = &f->c->rules->checks.p[i];

		for (size_t k = 0; k < check->parameter_count; k++) {
			const struct parameter *p = check->parameters[k];
			struct contrast x = { .found = FOUND_VALUES,
				.id = arena_printf(f->keep, "%s %s", check->id.p, p->name.p),
				.topic = check->asks,
				.about = STR("behaviour"),
				.finding = STR("One check decides both, under different values."),
				.sides = arena_array(f->keep, struct contrast_side, VALUES_MOST + 1) };
			struct valuing v = { .check = check,
				.parameter = p,
				.contrast = &x,
				.values = arena_array(f->keep, str, VALUES_MOST + 1) };

			if (p->stricter == STRICTER_OWN) continue;
			for (size_t n = 0; p->stricter == STRICTER_MORE && n < f->c->view_count; n++)
				value_whole(f, &v, n);
			if (p->stricter != STRICTER_MORE) for_each(f, value, &v);
			if (p->stricter == STRICTER_MORE || p->stricter == STRICTER_FEWER) drop_strangers(&v);
			if (x.side_count < 2) continue;
			say_way_out(f, &v);
			keep_contrast(f, &x);
		}
	}
}

/* ---- one answer, several ends -------------------------------------------------------------------------------------------- */

struct ending_sides {
	size_t decider;
	struct contrast *contrast;
};

static void end_on_side(struct finding_contrasts *f, const struct requirement *r, void *self)
{
	struct ending_sides *e = self;
	struct endings ends = endings_of(&f->c->deciders, r, e->decider);

	if (!set_has(deciders_set(&f->c->deciders, r), e->decider)) return;
	if (ends.badly == ENDING_FAIL) put_on_side(f, &e->contrast->sides[0], r);
	if (ends.well == ENDING_FAIL) put_on_side(f, &e->contrast->sides[1], r);
}

static void find_endings(struct finding_contrasts *f)
{
	for (size_t at = 0; at < f->c->deciders.count; at++) {
		struct contrast x = { .found = FOUND_ENDINGS,
			.id = arena_printf(f->keep, "%s both ways", decider_id(&f->c->deciders, at).p),
			.topic = decider_asks(&f->c->deciders, at),
			.about = STR("behaviour"),
			.finding = STR("The same answer ends well in one and badly in the other."),
			.no_behaviour = STR("What makes one of them pass makes the other fail."),
			.sides = arena_array(f->keep, struct contrast_side, 2),
			.side_count = 2 };

		x.sides[0] = side_of(f, STR("a good answer is needed"));
		x.sides[1] = side_of(f, STR("a good answer fails"));
		for_each(f, end_on_side, &(struct ending_sides){ .decider = at, .contrast = &x });
		keep_contrast(f, &x);
	}
}

void contrasts_find(struct comparison *c, struct arena *keep)
{
	struct finding_contrasts f = { .c = c, .keep = keep };

	find_recorded(&f);
	find_opposed(&f);
	find_values(&f);
	find_endings(&f);
	c->contrasts = f.list.p;
	c->contrast_count = f.list.n;
}
