/* Where compared schemes want different things: recorded conflicts, and what computation finds. */
#include "compare/contrast.h"

/* ---- sides ------------------------------------------------------------------------------------------------------- */

struct contrast_side side_of(struct finding_contrasts *f, str wants)
{
	return (struct contrast_side){ .wants = wants,
		.touches = arena_array(f->keep, bool, f->c->view_count),
		.binds = arena_array(f->keep, bool, f->c->view_count),
		.requirements = arena_array(f->keep, const struct requirement *, f->c->rules->requirement_count + 1) };
}

void add_to_side(struct contrast_side *s, const struct requirement *r)
{
	for (size_t i = 0; i < s->requirement_count; i++)
		if (s->requirements[i] == r) return;
	s->requirements[s->requirement_count++] = r;
}

void put_on_side(const struct finding_contrasts *f, struct contrast_side *s, const struct requirement *r)
{
	bool is_taken = false;

	for (size_t i = 0; i < f->c->view_count; i++) {
		if (!f->c->views[i].takes[r->number]) continue;
		s->touches[i] = true;
		s->binds[i] |= f->c->views[i].binds[r->number];
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

void put_clause_on_side(const struct finding_contrasts *f, struct contrast_side *s, const struct clause *c)
{
	for (size_t r = 0; r < c->requirement_count; r++) put_on_side(f, s, c->requirements[r]);
	for (size_t v = 0; v < f->c->view_count; v++) {
		if (!clause_binds(c, &f->c->views[v])) continue;
		s->touches[v] = true;
		s->binds[v] |= !c->requirement_count;
	}
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

	if (x->is_typed) return contrast_standing(x, a, b) == STANDING_APART;
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
	if (x->is_typed) return w;
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

void keep_contrast(struct finding_contrasts *f, struct contrast *x)
{
	bool is_between = false;

	x->inside = f->c->view_count;
	for (size_t i = f->c->view_count; i-- > 0;) {
		if (x->found == FOUND_RECORDED && is_on_both(x, i, i)) x->inside = i;
		for (size_t k = i + 1; k < f->c->view_count; k++) is_between |= contrast_between(x, i, k);
	}
	if (is_between || x->inside < f->c->view_count) *vec_add(f->keep, &f->list) = *x;
}

/* ---- recorded ---------------------------------------------------------------------------------------------------- */

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
			for (size_t n = 0; n < s->clause_count; n++) put_clause_on_side(f, s, &s->clauses[n]);
		}
		keep_contrast(f, &x);
	}
}

/* ---- opposed deciders -------------------------------------------------------------------------------------------- */

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

void for_each_requirement(struct finding_contrasts *f, each_requirement *each, void *self)
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
		for_each_requirement(f, oppose, &(struct opposing){ .opposition = one, .contrast = &x });
		keep_contrast(f, &x);
	}
}

/* ---- one answer, several ends ------------------------------------------------------------------------------------ */

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
		for_each_requirement(f, end_on_side, &(struct ending_sides){ .decider = at, .contrast = &x });
		keep_contrast(f, &x);
	}
}

/* ---- found again ------------------------------------------------------------------------------------------------- */

static bool has_requirement(const struct contrast_side *s, const struct requirement *r)
{
	for (size_t i = 0; i < s->requirement_count; i++)
		if (s->requirements[i] == r) return true;
	return false;
}

/* The side of the recorded conflict that alone has one of the requirements; side_count: none. */
static bool lies_on(const struct contrast_side *found, const struct contrast *recorded, size_t side)
{
	for (size_t i = 0; i < found->requirement_count; i++) {
		bool is_alone = has_requirement(&recorded->sides[side], found->requirements[i]);

		for (size_t k = 0; k < recorded->side_count; k++)
			is_alone &= k == side || !has_requirement(&recorded->sides[k], found->requirements[i]);
		if (is_alone) return true;
	}
	return false;
}

/* Two sides of the one name clauses that stand on two sides of the other. */
static bool tells_apart(const struct contrast *found, const struct contrast *recorded)
{
	for (size_t i = 0; i < found->side_count; i++)
		for (size_t k = 0; k < found->side_count; k++)
			for (size_t p = 0; i != k && p < recorded->side_count; p++)
				for (size_t q = 0; q < recorded->side_count; q++)
					if (p != q && lies_on(&found->sides[i], recorded, p) &&
						lies_on(&found->sides[k], recorded, q))
						return true;
	return false;
}

/* A number is of any of them; a list that several requirements name parts of touches too many clauses to tell. */
static bool is_about_the_same(const struct contrast *found, const struct contrast *recorded)
{
	return found->found == FOUND_VALUES ? !found->is_of_list : str_equal(found->about, recorded->about);
}

bool contrast_stands_with(const struct comparison *c, const struct contrast *x, const struct contrast *y)
{
	for (size_t a = 0; a < c->view_count; a++)
		for (size_t b = a + 1; b < c->view_count; b++)
			if (contrast_between(x, a, b) && contrast_between(y, a, b)) return true;
	return false;
}

const struct contrast *contrast_computed(const struct comparison *c, const struct contrast *recorded)
{
	const struct contrast *best = NULL;

	for (size_t i = 0; i < c->contrast_count; i++) {
		const struct contrast *x = &c->contrasts[i];

		if (x->found == FOUND_RECORDED || x->recorded != recorded->recorded ||
			!contrast_stands_with(c, x, recorded))
			continue;
		if (!best || (x->found == FOUND_DEMANDS && best->found != FOUND_DEMANDS)) best = x;
	}
	return best;
}

/* Rule data says of demands and opposites which record they are; the rest is told by its clauses. */
static void match_records(struct finding_contrasts *f)
{
	for (size_t i = 0; i < f->list.n; i++) {
		struct contrast *x = &f->list.p[i];

		if (x->found == FOUND_RECORDED) continue;
		for (size_t k = 0; k < f->list.n && !x->recorded && !x->is_typed; k++) {
			struct contrast *y = &f->list.p[k];

			if (y->found == FOUND_RECORDED && is_about_the_same(x, y) && contrast_stands_with(f->c, x, y) &&
				tells_apart(x, y))
				x->recorded = y->recorded;
		}
		for (size_t k = 0; k < f->list.n && x->recorded; k++) {
			struct contrast *y = &f->list.p[k];

			if (y->found != FOUND_RECORDED || y->recorded != x->recorded ||
				!contrast_stands_with(f->c, x, y))
				continue;
			x->is_both = y->is_both = true;
		}
	}
}

void contrasts_find(struct comparison *c, struct arena *keep)
{
	struct finding_contrasts f = { .c = c, .keep = keep };

	find_recorded(&f);
	find_opposed(&f);
	find_demands(&f);
	find_schemes(&f);
	find_values(&f);
	find_endings(&f);
	find_levels(&f);
	find_applied(&f);
	match_records(&f);
	c->contrasts = f.list.p;
	c->contrast_count = f.list.n;
}
