/* The same thing with another weight: mandatory here and recommended there, under other conditions, or by another
 * tree. */
#include "compare/contrast.h"

/* ---- mandatory or recommended ------------------------------------------------------------------------------------ */

/* What fails it fails the requirement; inside a tree a bad answer may only lead on. */
static bool is_decided_by(const struct finding_contrasts *f, const struct requirement *r, size_t at)
{
	return set_has(deciders_set(&f->c->deciders, r), at) && endings_of(&f->c->deciders, r, at).badly == ENDING_FAIL;
}

static void weigh(struct finding_contrasts *f, struct contrast *x, size_t view, size_t at)
{
	const struct view *v = &f->c->views[view];
	bool is_mandatory = false;

	for (size_t i = 0; i < v->requirement_count; i++)
		is_mandatory |= v->binds[v->requirements[i]->number] && is_decided_by(f, v->requirements[i], at);
	for (size_t i = 0; i < v->requirement_count; i++) {
		const struct requirement *r = v->requirements[i];

		if (!is_decided_by(f, r, at) || v->binds[r->number] != is_mandatory) continue;
		x->sides[!is_mandatory].touches[view] = true;
		x->sides[!is_mandatory].binds[view] = is_mandatory;
		add_to_side(&x->sides[!is_mandatory], r);
	}
}

static bool has_any(const struct finding_contrasts *f, const struct contrast_side *s)
{
	for (size_t i = 0; i < f->c->view_count; i++)
		if (s->touches[i]) return true;
	return false;
}

void find_levels(struct finding_contrasts *f)
{
	for (size_t at = 0; at < f->c->deciders.count; at++) {
		struct contrast x = { .found = FOUND_LEVELS,
			.id = arena_printf(f->keep, "level of %s", decider_id(&f->c->deciders, at).p),
			.topic = decider_asks(&f->c->deciders, at),
			.about = STR("behaviour"),
			.finding = STR("One demands what the other only recommends."),
			.satisfies_both = STR("Do it: it meets both."),
			.sides = arena_array(f->keep, struct contrast_side, 2),
			.side_count = 2 };

		if (!decider_check(&f->c->deciders, at) || deciders_needed_by(f->c, at) < 2) continue;
		x.sides[0] = side_of(f, STR("mandatory"));
		x.sides[1] = side_of(f, STR("recommended"));
		for (size_t i = 0; i < f->c->view_count; i++) weigh(f, &x, i, at);
		if (has_any(f, &x.sides[0]) && has_any(f, &x.sides[1])) keep_contrast(f, &x);
	}
}

/* ---- other conditions, other trees ------------------------------------------------------------------------------- */

/* The same provision: it asks the same, or bears the same name in another edition or part. */
static bool is_same_provision(const struct overlap *o)
{
	return o->relation == RELATION_EQUAL ||
	       (str_equal(o->a->id, o->b->id) && o->a->node_count && o->b->node_count) ||
	       (str_equal(o->a->id, o->b->id) && str_equal(o->a->catalogue->id, o->b->catalogue->id));
}

struct applied {
	struct finding_contrasts *f;
	VEC(struct contrast) list;
};

/* One contrast for each two texts, so that a page of provisions is one line. */
static struct contrast *contrast_of_texts(
	struct applied *p, const struct overlap *o, const char *kind, str about, str finding)
{
	str id = arena_printf(p->f->keep, "%s: %s %s and %s %s", kind, o->a->catalogue->id.p,
		o->a->catalogue->edition.p, o->b->catalogue->id.p, o->b->catalogue->edition.p);
	struct contrast *x;

	for (size_t i = 0; i < p->list.n; i++)
		if (str_equal(p->list.p[i].id, id)) return &p->list.p[i];
	x = vec_add(p->f->keep, &p->list);
	*x = (struct contrast){ .found = FOUND_APPLIED,
		.id = id,
		.topic = id,
		.about = about,
		.finding = finding,
		.satisfies_both = STR("Meet the provision, or show that it applies under neither text."),
		.sides = arena_array(p->f->keep, struct contrast_side, 2),
		.side_count = 2 };
	x->sides[0] = side_of(p->f, arena_printf(p->f->keep, "as %s has it", o->a->catalogue->id.p));
	x->sides[1] = side_of(p->f, arena_printf(p->f->keep, "as %s has it", o->b->catalogue->id.p));
	return x;
}

void find_applied(struct finding_contrasts *f)
{
	struct applied p = { .f = f };

	for (size_t i = 0; i < f->c->meeting_count; i++) {
		const struct overlap *o = &f->c->meetings[i].overlap;
		bool has_trees = o->a->node_count && o->b->node_count;
		struct contrast *x;

		if (!is_same_provision(o)) continue;
		if (!o->is_same_condition) {
			x = contrast_of_texts(&p, o, "conditions", STR("scope"),
				STR("The same is asked, and applies under other conditions."));
			put_on_side(f, &x->sides[0], o->a);
			put_on_side(f, &x->sides[1], o->b);
		}
		if (has_trees && o->relation != RELATION_EQUAL && !same_tree(o->a, o->b)) {
			x = contrast_of_texts(&p, o, "trees", STR("text"),
				STR("The same name, and another way through the questions."));
			x->satisfies_both =
				STR("End well in both: what the longer tree asks besides is shown as well.");
			put_on_side(f, &x->sides[0], o->a);
			put_on_side(f, &x->sides[1], o->b);
		}
	}
	for (size_t i = 0; i < p.list.n; i++) keep_contrast(f, &p.list.p[i]);
}
