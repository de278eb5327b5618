/* One check that several requirements are decided by, under values of their own. */
#include "compare/contrast.h"

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

void find_values(struct finding_contrasts *f)
{
	for (size_t i = 0; i < f->c->rules->checks.n; i++) {
		const struct check *check = &f->c->rules->checks.p[i];

		for (size_t k = 0; k < check->parameter_count; k++) {
			const struct parameter *p = check->parameters[k];
			struct contrast x = { .found = FOUND_VALUES,
				.id = arena_printf(f->keep, "%s %s", check->id.p, p->name.p),
				.topic = check->asks,
				.about = STR("behaviour"),
				.is_of_list = p->is_list,
				.finding = STR("One check decides both, under different values."),
				.sides = arena_array(f->keep, struct contrast_side, VALUES_MOST + 1) };
			struct valuing v = { .check = check,
				.parameter = p,
				.contrast = &x,
				.values = arena_array(f->keep, str, VALUES_MOST + 1) };

			if (p->stricter == STRICTER_OWN) continue;
			for (size_t n = 0; p->stricter == STRICTER_MORE && n < f->c->view_count; n++)
				value_whole(f, &v, n);
			if (p->stricter != STRICTER_MORE) for_each_requirement(f, value, &v);
			if (p->stricter == STRICTER_MORE || p->stricter == STRICTER_FEWER) drop_strangers(&v);
			if (x.side_count < 2) continue;
			say_way_out(f, &v);
			keep_contrast(f, &x);
		}
	}
}
