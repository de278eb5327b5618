/* Typed demands: how what one wants stands to what another wants of the same thing, and what meets all of them, is
 * computed from ranges and sets. */
#include "compare/contrast.h"

#include <math.h>

/* ---- two sides --------------------------------------------------------------------------------------------------- */

static bool is_within(const struct contrast_side *inner, const struct contrast_side *outer)
{
	return inner->least >= outer->least && inner->most <= outer->most;
}

static enum standing standing_of(const struct contrast *x, const struct contrast_side *a, const struct contrast_side *b)
{
	switch (x->kind) {
	case ASPECT_NUMBER:
		if (a->least > b->most || b->least > a->most) return STANDING_APART;
		return is_within(a, b) || is_within(b, a) ? STANDING_ADDS : STANDING_MEETS;
	case ASPECT_CHOICE:
		if (!(a->takes & b->takes)) return STANDING_APART;
		return (a->takes & b->takes) == a->takes || (a->takes & b->takes) == b->takes ? STANDING_ADDS
											      : STANDING_MEETS;
	default: /* Each on its own days; every part of a list can be had beside the others. */
		return STANDING_ADDS;
	}
}

/* What is only recommended to one of them can be left, with a reason: then something meets both after all. */
static enum standing worst_of(const struct contrast *x, size_t i, size_t a, size_t k, size_t b)
{
	enum standing s = standing_of(x, &x->sides[i], &x->sides[k]);

	if (s == STANDING_APART && (!x->sides[i].binds[a] || !x->sides[k].binds[b])) return STANDING_MEETS;
	return s;
}

enum standing contrast_standing(const struct contrast *x, size_t a, size_t b)
{
	enum standing worst = STANDING_NONE;

	if (!x->is_typed || a == b) return STANDING_NONE;
	for (size_t i = 0; i < x->side_count; i++) {
		for (size_t k = 0; k < x->side_count; k++) {
			enum standing s;

			if (i == k || !x->sides[i].touches[a] || !x->sides[k].touches[b]) continue;
			s = worst_of(x, i, a, k, b);
			if (s > worst) worst = s;
		}
	}
	return worst;
}

bool contrast_clashes(const struct contrast *x, size_t a, size_t b)
{
	if (x->is_typed) return contrast_standing(x, a, b) >= STANDING_MEETS;
	return x->found < FOUND_VALUES || x->found == FOUND_ENDINGS ? contrast_between(x, a, b) : false;
}

/* ---- in words ---------------------------------------------------------------------------------------------------- */

static str number(struct finding_contrasts *f, double value, str unit)
{
	return arena_printf(f->keep, "%g%s%.*s", value, STR_AFTER(" ", unit));
}

static str range_words(struct finding_contrasts *f, const struct contrast_side *s, str unit)
{
	if (s->least == s->most) return number(f, s->least, unit);
	if (isinf(s->least) && isinf(s->most)) return STR("no number is set");
	if (isinf(s->most)) return arena_printf(f->keep, "at least %s", number(f, s->least, unit).p);
	if (isinf(s->least)) return arena_printf(f->keep, "at most %s", number(f, s->most, unit).p);
	return arena_printf(f->keep, "%g to %s", s->least, number(f, s->most, unit).p);
}

static str days_words(struct finding_contrasts *f, str from, str to)
{
	if (from.n && to.n) return arena_printf(f->keep, "from %s, no longer on %s", from.p, to.p);
	if (from.n) return arena_printf(f->keep, "from %s", from.p);
	if (to.n) return arena_printf(f->keep, "no longer on %s", to.p);
	return STR("on every day");
}

static str choice_words(struct finding_contrasts *f, const struct aspect *a, uint64_t set, const char *joint)
{
	str all = STR("");

	for (size_t i = 0; i < a->choice_count; i++)
		if (set >> i & 1)
			all = arena_printf(
				f->keep, "%s%s%s", all.n ? all.p : "", all.n ? joint : "", a->choices[i].means.p);
	return all;
}

static str words_of(struct finding_contrasts *f, const struct aspect *a, const struct demand *d)
{
	struct contrast_side s = { .least = d->least, .most = d->most };

	if (d->wants.n) return d->wants;
	if (a->kind == ASPECT_NUMBER) return range_words(f, &s, a->unit);
	if (a->kind == ASPECT_DATE) return days_words(f, d->from, d->to);
	if (!d->takes) return STR("nothing of it");
	return choice_words(f, a, d->takes, a->kind == ASPECT_CHOICE ? "; or: " : "; ");
}

/* ---- what meets all ---------------------------------------------------------------------------------------------- */

struct common {
	double least, most;
	uint64_t takes, any;
	size_t count;
	bool is_left; /* a side that only recommends was left out */
};

static bool is_touched(const struct finding_contrasts *f, const struct contrast_side *s, bool binding_only)
{
	for (size_t i = 0; i < f->c->view_count; i++)
		if (s->touches[i] && (s->binds[i] || !binding_only)) return true;
	return false;
}

static struct common common_of(const struct finding_contrasts *f, const struct contrast *x, bool binding_only)
{
	struct common c = { .least = -INFINITY, .most = INFINITY, .takes = UINT64_MAX };

	for (size_t i = 0; i < x->side_count; i++) {
		const struct contrast_side *s = &x->sides[i];

		if (!is_touched(f, s, false)) continue;
		if (binding_only && !is_touched(f, s, true)) {
			c.is_left = true;
			continue;
		}
		c.least = fmax(c.least, s->least);
		c.most = fmin(c.most, s->most);
		c.takes &= s->takes;
		c.any |= s->takes;
		c.count++;
	}
	return c;
}

static bool is_met(const struct contrast *x, const struct common *c)
{
	return x->kind == ASPECT_NUMBER ? c->least <= c->most : x->kind == ASPECT_CHOICE ? c->takes != 0 : true;
}

/* The side that wants just what is common, and so meets the others. */
static const struct scheme *who_meets_all(
	const struct finding_contrasts *f, const struct contrast *x, const struct common *c)
{
	for (size_t i = 0; i < x->side_count; i++) {
		const struct contrast_side *s = &x->sides[i];
		bool is_it = x->kind == ASPECT_NUMBER   ? s->least == c->least && s->most == c->most
			     : x->kind == ASPECT_CHOICE ? s->takes == c->takes
							: s->takes == c->any;

		for (size_t v = 0; is_it && v < f->c->view_count; v++)
			if (s->touches[v]) return f->c->views[v].scheme;
	}
	return NULL;
}

static str common_words(
	struct finding_contrasts *f, const struct contrast *x, const struct aspect *a, const struct common *c)
{
	struct contrast_side range = { .least = c->least, .most = c->most };
	const struct scheme *who = who_meets_all(f, x, c);
	str what = x->kind == ASPECT_NUMBER   ? range_words(f, &range, a->unit)
		   : x->kind == ASPECT_CHOICE ? choice_words(f, a, c->takes, "; or: ")
					      : choice_words(f, a, c->any, "; ");

	if (x->kind == ASPECT_DATE) return STR("Each holds on its own days: what is judged for decides.");
	if (who && x->kind == ASPECT_LIST)
		return arena_printf(f->keep, "What %s wants holds what the others want.", who->id.p);
	if (who)
		return arena_printf(
			f->keep, "What %s wants is the strictest, and meets the others: %s.", who->id.p, what.p);
	return arena_printf(
		f->keep, x->kind == ASPECT_LIST ? "All of it together: %s." : "What meets each: %s.", what.p);
}

/* The first two sides of the compared schemes that have nothing in common. */
static str why_apart(struct finding_contrasts *f, const struct contrast *x)
{
	for (size_t i = 0; i < x->side_count; i++)
		for (size_t k = i + 1; k < x->side_count; k++)
			if (is_touched(f, &x->sides[i], true) && is_touched(f, &x->sides[k], true) &&
				standing_of(x, &x->sides[i], &x->sides[k]) == STANDING_APART)
				return arena_printf(f->keep, "\"%s\" and \"%s\" have nothing in common.",
					x->sides[i].wants.p, x->sides[k].wants.p);
	return STR("");
}

static void say_common_of(struct finding_contrasts *f, struct contrast *x, const struct aspect *a)
{
	struct common all = common_of(f, x, false), binding = common_of(f, x, true);

	if (is_met(x, &all)) {
		x->satisfies_both = a->way.n ? a->way : common_words(f, x, a, &all);
	} else if (binding.count && is_met(x, &binding)) {
		x->satisfies_both =
			arena_printf(f->keep, "%s What is only recommended gives way, with the reason written down.",
				common_words(f, x, a, &binding).p);
	} else {
		x->no_behaviour = why_apart(f, x);
		x->satisfies_both = a->way.n ? a->way
				    : x->no_behaviour.n
					    ? STR("")
					    : STR("Each two have something in common; all together have not.");
	}
}

/* ---- the aspects ------------------------------------------------------------------------------------------------- */

static void find_aspect(struct finding_contrasts *f, const struct aspect *a)
{
	struct contrast x = { .found = FOUND_DEMANDS,
		.id = a->id,
		.topic = a->asks,
		.about = a->about,
		.finding = STR("What each wants of it is typed; how they stand to each other is computed."),
		.recorded = a->recorded,
		.is_typed = true,
		.kind = a->kind,
		.sides = arena_array(f->keep, struct contrast_side, a->demand_count),
		.side_count = a->demand_count };

	for (size_t i = 0; i < a->demand_count; i++) {
		const struct demand *d = &a->demands[i];
		struct contrast_side *s = &x.sides[i];

		*s = side_of(f, words_of(f, a, d));
		s->least = d->least;
		s->most = d->most;
		s->takes = d->takes;
		s->clauses = d->clauses;
		s->clause_count = d->clause_count;
		for (size_t n = 0; n < d->clause_count; n++) put_clause_on_side(f, s, &d->clauses[n]);
	}
	say_common_of(f, &x, a);
	keep_contrast(f, &x);
}

void find_demands(struct finding_contrasts *f)
{
	for (size_t i = 0; i < f->c->rules->aspects.n; i++)
		if (f->c->rules->aspects.p[i].source == ASPECT_OF_CLAUSES) find_aspect(f, &f->c->rules->aspects.p[i]);
}
