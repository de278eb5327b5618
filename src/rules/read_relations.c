/* How catalogues relate: mappings, conflicts, and checks that pull against each other. */
#include "rules/read.h"

/* {catalogue: ID, edition: E, ids: [...]} or {catalogue: ID, at: "where in its text"} */
static struct clause read_clause(struct loader *l, const struct yaml *y)
{
	static const char *const keys[] = { "catalogue", "edition", "id", "ids", "at", NULL };
	struct clause c = { .place = place_of(l, y) };

	if (y->kind != YAML_MAP) {
		problem(l, y->line, y->column, STR(""), "a clause is {catalogue: ..., ids: [...]}");
		return c;
	}
	only_keys(l, y, keys);
	c.catalogue = need_text(l, y, "catalogue");
	c.edition = take_text(l, y, "edition");
	c.at = take_text(l, y, "at");
	c.ids = take_words(l, y, yaml_get(y, "ids") ? "ids" : "id", &c.id_count);
	if (!c.id_count && !c.at.n)
		problem(l, y->line, y->column, STR(""), "a clause names ids, or says where in the text (\"at\")");
	return c;
}

struct clause *read_clauses(struct loader *l, const struct yaml *map, size_t *ret_count)
{
	const struct yaml *clauses = yaml_get(map, "clauses");
	struct clause *list;
	size_t n = 0;

	*ret_count = 0;
	if (!is_list(l, clauses, "clauses")) return NULL;
	list = arena_array(l->keep, struct clause, clauses->count);
	for (const struct yaml *y = clauses->first; y; y = y->next) list[n++] = read_clause(l, y);
	*ret_count = n;
	return list;
}

void read_mappings(struct loader *l, const struct yaml *root)
{
	static const char *const keys[] = { "from", "to", "relation", "source", "confidence", "note", NULL };
	static const char *const relations[] = { "equal", "subset", "superset", "intersects", "deemed-by", NULL };

	if (!is_list(l, root, "mappings")) return;
	for (const struct yaml *y = root->first; y; y = y->next) {
		const struct yaml *from = yaml_get(y, "from"), *to = yaml_get(y, "to");

		only_keys(l, y, keys);
		if (!from || !to) {
			problem(l, y->line, y->column, STR(""),
				"a mapping is {from: {catalogue, id}, to: {catalogue, id}, relation: ...}");
			continue;
		}
		*vec_add(l->keep, &l->rules->mappings) = (struct mapping){
			.from = read_clause(l, from),
			.to = read_clause(l, to),
			.relation = need_one_of(l, y, "relation", relations),
			.source = take_text(l, y, "source"),
			.confidence = take_text(l, y, "confidence"),
		};
	}
}

static void read_sides(struct loader *l, const struct yaml *y, struct conflict *c)
{
	static const char *const keys[] = { "wants", "clauses", "excludes", NULL };
	const struct yaml *sides = yaml_get(y, "sides");

	if (!is_list(l, sides, "sides")) return;
	c->sides = arena_array(l->keep, struct side, sides->count);
	for (const struct yaml *at = sides->first; at; at = at->next) {
		struct side *s = &c->sides[c->side_count++];

		only_keys(l, at, keys);
		*s = (struct side){ .wants = need_text(l, at, "wants"),
			.excludes = take_yes(l, at, "excludes"),
			.place = place_of(l, at) };
		s->clauses = read_clauses(l, at, &s->clause_count);
	}
}

void read_conflicts(struct loader *l, const struct yaml *root)
{
	static const char *const keys[] = { "id", "topic", "about", "sides", "finding", "advice", "satisfies_both",
		"no_behaviour", "source", "confidence", "note", NULL };
	static const char *const abouts[] = { "behaviour", "scope", "route", "time", "papers", "edition", "text",
		NULL };

	if (!is_list(l, root, "conflicts")) return;
	for (const struct yaml *y = root->first; y; y = y->next) {
		str id = need_text(l, y, "id");
		struct conflict *c = NULL;

		only_keys(l, y, keys);
		for (size_t i = 0; i < l->rules->conflicts.n; i++)
			if (str_equal(l->rules->conflicts.p[i].id, id)) c = &l->rules->conflicts.p[i];
		if (c && c->place.file == l->file)
			problem(l, y->line, y->column, STR(""), "the conflict \"%s\" stands twice", id.p);
		if (!c) c = vec_add(l->keep, &l->rules->conflicts);
		*c = (struct conflict){
			.id = id,
			.place = place_of(l, y),
			.topic = need_text(l, y, "topic"),
			.about = need_one_of(l, y, "about", abouts),
			.finding = need_text(l, y, "finding"),
			.advice = take_text(l, y, "advice"),
			.satisfies_both = take_text(l, y, "satisfies_both"),
			.no_behaviour = take_text(l, y, "no_behaviour"),
			.source = need_text(l, y, "source"),
			.confidence = need_text(l, y, "confidence"),
		};
		read_sides(l, y, c);
	}
}

void read_opposites(struct loader *l, const struct yaml *root)
{
	static const char *const keys[] = { "one", "one_wants", "other", "other_wants", "satisfies_both",
		"no_behaviour", "conflict", "note", NULL };

	if (!is_list(l, root, "opposites")) return;
	for (const struct yaml *y = root->first; y; y = y->next) {
		struct opposition *o = vec_add(l->keep, &l->rules->oppositions);

		only_keys(l, y, keys);
		*o = (struct opposition){
			.one_wants = need_text(l, y, "one_wants"),
			.other_wants = need_text(l, y, "other_wants"),
			.satisfies_both = take_text(l, y, "satisfies_both"),
			.no_behaviour = take_text(l, y, "no_behaviour"),
			.conflict = take_text(l, y, "conflict"),
			.place = place_of(l, y),
		};
		o->one = take_words(l, y, "one", &o->one_count);
		o->other = take_words(l, y, "other", &o->other_count);
	}
}

/* ---- after all files --------------------------------------------------------------------------------------------- */

void link_clause(struct rules *r, struct arena *keep, struct clause *c)
{
	VEC(const struct requirement *) found = { 0 };

	for (size_t i = 0; c->id_count && i < r->catalogues.n; i++) {
		const struct catalogue *catalogue = &r->catalogues.p[i];

		if (!str_equal(catalogue->id, c->catalogue)) continue;
		if (c->edition.n && !str_equal(catalogue->edition, c->edition)) continue;
		for (size_t k = 0; k < c->id_count; k++) {
			const struct requirement *one = rules_requirement(catalogue, c->ids[k]);

			if (one) *vec_add(keep, &found) = one;
		}
	}
	c->requirements = found.p;
	c->requirement_count = found.n;
}

void link_relations(struct rules *r, struct arena *keep)
{
	for (size_t i = 0; i < r->mappings.n; i++) {
		link_clause(r, keep, &r->mappings.p[i].from);
		link_clause(r, keep, &r->mappings.p[i].to);
	}
	for (size_t i = 0; i < r->conflicts.n; i++)
		for (size_t k = 0; k < r->conflicts.p[i].side_count; k++)
			for (size_t n = 0; n < r->conflicts.p[i].sides[k].clause_count; n++)
				link_clause(r, keep, &r->conflicts.p[i].sides[k].clauses[n]);
	for (size_t i = 0; i < r->oppositions.n; i++)
		r->oppositions.p[i].recorded = rules_conflict(r, r->oppositions.p[i].conflict);
	link_demands(r, keep);
}
