/* What is wrong with mappings, conflicts and values of parameters: clauses that no catalogue has, conflicts without
 * demands or without a word on how to live with them. */
#include "rules/read.h"

static void tell(struct loader *l, struct place place, struct candidates *near, str message)
{
	*vec_add(l->keep, l->problems) =
		(struct rule_problem){ .place = place, .message = message, .suggestion = suggestion(near) };
}

/* ---- clauses ----------------------------------------------------------------------------------------------------- */

static bool is_meant(const struct clause *c, const struct catalogue *catalogue)
{
	return str_equal(catalogue->id, c->catalogue) && (!c->edition.n || str_equal(catalogue->edition, c->edition));
}

/* What may be meant is looked for only when something is wrong: it costs more than all else. */
static void tell_id(struct loader *l, const struct clause *c, str id)
{
	struct candidates near = { .keep = l->keep, .wanted = id };

	for (size_t i = 0; i < l->rules->catalogues.n; i++) {
		const struct catalogue *one = &l->rules->catalogues.p[i];

		if (!is_meant(c, one)) continue;
		for (size_t k = 0; k < one->requirement_count; k++) candidate(&near, one->requirements[k].id);
		for (size_t k = 0; k < one->note_count; k++) candidate(&near, one->notes[k].id);
	}
	tell(l, c->place, &near,
		arena_printf(l->keep, "%s has no requirement and no note \"%s\"", c->catalogue.p, id.p));
}

static void lint_id(struct loader *l, const struct clause *c, str id)
{
	for (size_t i = 0; i < l->rules->catalogues.n; i++) {
		const struct catalogue *one = &l->rules->catalogues.p[i];

		if (is_meant(c, one) && (rules_requirement(one, id) || rules_note(one, id))) return;
	}
	tell_id(l, c, id);
}

static void tell_catalogue(struct loader *l, const struct clause *c)
{
	struct candidates near = { .keep = l->keep, .wanted = c->catalogue };

	for (size_t i = 0; i < l->rules->catalogues.n; i++) candidate(&near, l->rules->catalogues.p[i].id);
	tell(l, c->place, &near,
		arena_printf(l->keep, "there is no catalogue \"%s\"%s%.*s", c->catalogue.p,
			STR_AFTER(" in edition ", c->edition)));
}

/* must_be_known: of a conflict, which surfaces between schemes; a mapping may lead out of the rule data. */
void lint_clause(struct loader *l, const struct clause *c, bool must_be_known)
{
	bool is_known = rules_scheme(l->rules, c->catalogue) && !c->id_count;

	for (size_t i = 0; !is_known && i < l->rules->catalogues.n; i++)
		is_known = is_meant(c, &l->rules->catalogues.p[i]);
	if (!is_known && (must_be_known || c->id_count)) {
		tell_catalogue(l, c);
		return;
	}
	for (size_t i = 0; i < c->id_count; i++) lint_id(l, c, c->ids[i]);
}

/* ---- conflicts --------------------------------------------------------------------------------------------------- */

static void lint_way_out(struct loader *l, struct place place, str satisfies_both, str no_behaviour)
{
	if (!satisfies_both.n == !no_behaviour.n)
		problem_at(l, place,
			"a conflict says what satisfies every side (\"satisfies_both\") or why nothing can "
			"(\"no_behaviour\"), one of the two");
}

static void lint_conflict(struct loader *l, const struct conflict *c)
{
	size_t excluding = 0;

	for (size_t i = 0; i < c->side_count; i++) excluding += c->sides[i].excludes;
	if (c->side_count < 2) problem_at(l, c->place, "the conflict %s has fewer than two sides", c->id.p);
	for (size_t i = 0; i < c->side_count; i++) {
		if (!c->sides[i].clause_count)
			problem_at(l, c->sides[i].place, "a side of %s names no clause", c->id.p);
		for (size_t k = 0; k < c->sides[i].clause_count; k++) lint_clause(l, &c->sides[i].clauses[k], true);
	}
	if (!c->sides || !excluding || !c->satisfies_both.n || !c->no_behaviour.n)
		lint_way_out(l, c->place, c->satisfies_both, c->no_behaviour);
	if (excluding == 1 || (excluding && !c->no_behaviour.n))
		problem_at(l, c->place,
			"sides of %s that exclude each other are two at least, and \"no_behaviour\" says why", c->id.p);
}

static void lint_decider(struct loader *l, struct place place, str id)
{
	struct candidates near = { .keep = l->keep, .wanted = id };

	if (rules_check(l->rules, id) || rules_question(l->rules, id)) return;
	for (size_t i = 0; i < l->rules->checks.n; i++) candidate(&near, l->rules->checks.p[i].id);
	for (size_t i = 0; i < l->rules->questions.n; i++) candidate(&near, l->rules->questions.p[i].id);
	tell(l, place, &near, arena_printf(l->keep, "there is no check or question \"%s\"", id.p));
}

static void lint_opposition(struct loader *l, const struct opposition *o)
{
	for (size_t i = 0; i < o->one_count; i++) lint_decider(l, o->place, o->one[i]);
	for (size_t i = 0; i < o->other_count; i++) lint_decider(l, o->place, o->other[i]);
	if (!o->one_count || !o->other_count) problem_at(l, o->place, "\"one\" and \"other\" name checks or questions");
	if (o->conflict.n && !o->recorded) problem_at(l, o->place, "there is no conflict \"%s\"", o->conflict.p);
	lint_way_out(l, o->place, o->satisfies_both, o->no_behaviour);
}

static void lint_mapping(struct loader *l, const struct mapping *m)
{
	lint_clause(l, &m->from, false);
	lint_clause(l, &m->to, false);
}

/* ---- values ------------------------------------------------------------------------------------------------------ */

static bool is_number(str text)
{
	bool has_digit = false;

	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] >= '0' && text.p[i] <= '9')
			has_digit = true;
		else if (!(text.p[i] == '.' || (text.p[i] == '-' && !i)))
			return false;
	}
	return has_digit;
}

void lint_relations(struct loader *l)
{
	const struct rules *r = l->rules;

	for (size_t i = 0; i < r->conflicts.n; i++) lint_conflict(l, &r->conflicts.p[i]);
	for (size_t i = 0; i < r->oppositions.n; i++) lint_opposition(l, &r->oppositions.p[i]);
	for (size_t i = 0; i < r->mappings.n; i++) lint_mapping(l, &r->mappings.p[i]);
	lint_demands(l);
	for (size_t i = 0; i < r->parameters.n; i++)
		if ((r->parameters.p[i].stricter == STRICTER_HIGHER || r->parameters.p[i].stricter == STRICTER_LOWER) &&
			!is_number(r->parameters.p[i].value))
			problem_at(l, r->parameters.p[i].place,
				"%s is ordered (\"stricter\") and its value is no number", r->parameters.p[i].name.p);
}
