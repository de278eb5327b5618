/* What is wrong with the method of risk: a class, a scale or a row that nothing can reach would lower levels without
 * a word. */
#include "rules/read.h"

static bool has_class(const struct risk *r, str name)
{
	for (size_t i = 0; i < r->class_count; i++)
		if (str_equal(r->classes[i].name, name)) return true;
	return false;
}

static void need_class(struct loader *l, const struct risk *r, str name, struct place place)
{
	struct candidates near = { .keep = l->keep, .wanted = name };

	if (!name.n || has_class(r, name)) return;
	for (size_t i = 0; i < r->class_count; i++) candidate(&near, r->classes[i].name);
	l->file = place.file;
	problem(l, place.line, place.column, suggestion(&near), "there is no risk class \"%.*s\"", STR_FMT(name));
}

static void lint_classes_of_risk(struct loader *l, const struct risk *r)
{
	if (!r->class_count) problem_at(l, r->place, "the method has no classes: every level would be lost");
	for (size_t i = 0; i < r->class_count; i++) {
		const struct risk_class *c = &r->classes[i];

		if (!i && c->from_points != 0)
			problem_at(l, c->place, "the lowest class begins at 0 points, and not at %d", c->from_points);
		if (i && c->from_points <= c[-1].from_points)
			problem_at(l, c->place, "the class %.*s begins no higher than the one before it: lowest first",
				STR_FMT(c->name));
		for (size_t k = 0; k < i; k++)
			if (str_equal(r->classes[k].name, c->name))
				problem_at(l, c->place, "the class \"%.*s\" stands twice", STR_FMT(c->name));
	}
}

/* What a scale follows stands before it: so none follows itself, in however many steps. */
static void lint_follower(struct loader *l, const struct risk *r, size_t at)
{
	const struct risk_level *level = &r->levels[at];
	struct candidates near = { .keep = l->keep, .wanted = level->as };
	bool is_before = false;

	if (!level->as.n) return;
	for (size_t i = 0; i < at; i++) {
		is_before |= str_equal(r->levels[i].scale, level->as) && !str_equal(level->scale, level->as);
		candidate(&near, r->levels[i].scale);
	}
	l->file = level->place.file;
	if (!is_before)
		problem(l, level->place.line, level->place.column, suggestion(&near),
			"the scale %.*s follows \"%.*s\", which does not stand before it", STR_FMT(level->scale),
			STR_FMT(level->as));
}

/* Schemes ask for risk.NAME: each such name of the profile is given by some row. */
static void lint_scales(struct loader *l, const struct risk *r)
{
	for (size_t i = 0; i < l->rules->profile.n; i++) {
		const struct profile_name *p = &l->rules->profile.p[i];
		bool is_given = str_is(p->name, "risk.class");
		str name = p->name, head;

		if (!str_starts(p->name, "risk.") || !str_split(&name, '.', &head)) continue;
		for (size_t k = 0; k < r->level_count; k++) is_given |= str_equal(r->levels[k].scale, name);
		if (!is_given)
			problem_at(l, r->place, "no row of levels gives \"%.*s\", which rules/profile.yaml has",
				STR_FMT(p->name));
	}
}

void lint_risk(struct loader *l)
{
	const struct risk *r = &l->rules->risk;

	if (!r->place.file) return;
	lint_classes_of_risk(l, r);
	for (size_t i = 0; i < r->rule_count; i++) need_class(l, r, r->rules[i].at_least, r->rules[i].place);
	for (size_t i = 0; i < r->level_count; i++) {
		need_class(l, r, r->levels[i].risk_class, r->levels[i].place);
		lint_follower(l, r, i);
	}
	lint_scales(l, r);
}
