#include "report/compare.h"

#include "report/values.h"

const char *contrast_found_word(const struct contrast *x)
{
	return x->is_both ? "both" : x->found == FOUND_RECORDED ? "recorded" : "computed";
}

const char *contrast_kind_word(enum finding_way found)
{
	static const char *const words[FOUND_WAYS] = { [FOUND_RECORDED] = "recorded",
		[FOUND_OPPOSED] = "opposed",
		[FOUND_VALUES] = "values",
		[FOUND_ENDINGS] = "endings",
		[FOUND_DEMANDS] = "demands",
		[FOUND_SCHEMES] = "schemes",
		[FOUND_LEVELS] = "levels",
		[FOUND_APPLIED] = "applied" };

	return words[found];
}

static void set_size(json_t *o, const char *key, size_t n)
{
	json_object_set_new(o, key, json_integer((json_int_t)n));
}

static json_t *of_requirement(const struct requirement *r)
{
	json_t *o = json_object();

	set_str(o, "catalogue", r->catalogue->id);
	set_str(o, "edition", r->catalogue->edition);
	set_str(o, "id", r->id);
	return o;
}

/* ---- schemes ----------------------------------------------------------------------------------------------------- */

static json_t *of_views(const struct comparison *c)
{
	json_t *list = json_array();

	for (size_t i = 0; i < c->view_count; i++) {
		const struct view *v = &c->views[i];
		json_t *o = json_object();
		size_t alone = 0;

		for (size_t at = 0; at < c->deciders.count; at++)
			alone += set_has(v->deciders, at) && deciders_needed_by(c, at) == 1;
		set_str(o, "id", v->scheme->id);
		set_str(o, "title", v->scheme->title);
		set_str(o, "market", v->scheme->market);
		set_size(o, "requirements", v->requirement_count);
		set_size(o, "checks", v->check_count);
		set_size(o, "questions", v->question_count);
		set_size(o, "judgements", v->person_count);
		set_size(o, "alone", alone);
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *of_pairs(const struct comparison *c)
{
	json_t *list = json_array();

	for (size_t i = 0; i < c->pair_count; i++) {
		const struct pair *p = &c->pairs[i];
		json_t *o = json_object();

		set_str(o, "a", c->views[p->a].scheme->id);
		set_str(o, "b", c->views[p->b].scheme->id);
		set_str(o, "relation", str_of(relation_word(p->relation)));
		set_size(o, "common_checks", p->common_checks);
		set_size(o, "common_questions", p->common_questions);
		set_size(o, "only_a", p->only_a);
		set_size(o, "only_b", p->only_b);
		set_size(o, "same_requirements", p->same_requirements);
		set_size(o, "met_a", p->met_a);
		set_size(o, "met_b", p->met_b);
		for (enum relation r = RELATION_EQUAL; r < RELATIONS; r++)
			set_size(o, relation_word(r), p->meetings[r]);
		set_size(o, "mapped_only", p->meetings[RELATION_NONE]);
		set_size(o, "conflicts", p->conflicts);
		set_size(o, "without_behaviour", p->impossible);
		set_size(o, "differences", p->differences);
		json_array_append_new(list, o);
	}
	return list;
}

/* ---- overlaps ---------------------------------------------------------------------------------------------------- */

static str relation_from_a(const struct mapped *m)
{
	str relation = m->mapping->relation;

	if (!m->is_turned) return relation;
	if (str_is(relation, "subset")) return STR("superset");
	if (str_is(relation, "superset")) return STR("subset");
	if (str_is(relation, "deemed-by")) return STR("deems");
	return relation;
}

static json_t *of_meetings(const struct comparison *c)
{
	json_t *list = json_array();

	for (size_t i = 0; i < c->meeting_count; i++) {
		const struct overlap *x = &c->meetings[i].overlap;
		json_t *o = json_object(), *mapped = json_array();

		json_object_set_new(o, "a", of_requirement(x->a));
		json_object_set_new(o, "b", of_requirement(x->b));
		set_str(o, "relation", str_of(relation_word(x->relation)));
		json_object_set_new(o, "same", json_boolean(x->relation == RELATION_EQUAL));
		json_object_set_new(o, "same_condition", json_boolean(x->is_same_condition));
		set_size(o, "shared", x->shared);
		set_size(o, "of_a", x->of_a);
		set_size(o, "of_b", x->of_b);
		for (size_t k = 0; k < c->meetings[i].mapped_count; k++) {
			const struct mapped *m = &c->meetings[i].mapped[k];
			json_t *one = json_object();

			set_str(one, "relation", relation_from_a(m));
			set_str(one, "source", m->mapping->source);
			set_str(one, "confidence", m->mapping->confidence);
			json_array_append_new(mapped, one);
		}
		json_object_set_new(o, "mappings", mapped);
		json_array_append_new(list, o);
	}
	return list;
}

/* ---- conflicts --------------------------------------------------------------------------------------------------- */

static void add_clause(json_t *clauses, const struct clause *clause)
{
	for (size_t i = 0; i < clause->id_count || (!i && clause->at.n); i++) {
		json_t *o = json_object();

		set_str(o, "catalogue", clause->catalogue);
		set_str_if(o, "edition", clause->edition);
		set_str(o, clause->id_count ? "id" : "at", clause->id_count ? clause->ids[i] : clause->at);
		json_array_append_new(clauses, o);
	}
}

static bool is_binding(const struct comparison *c, const struct contrast_side *s)
{
	for (size_t i = 0; i < c->view_count; i++)
		if (s->binds[i]) return true;
	return false;
}

static json_t *of_side(const struct comparison *c, const struct contrast_side *s, json_t *all)
{
	json_t *o = json_object(), *clauses = json_array(), *schemes = json_array();
	json_t *clause;
	size_t at;

	for (size_t i = 0; i < s->clause_count; i++) add_clause(clauses, &s->clauses[i]);
	for (size_t i = 0; !s->clause_count && i < s->requirement_count; i++)
		json_array_append_new(clauses, of_requirement(s->requirements[i]));
	for (size_t i = 0; i < c->view_count; i++)
		if (s->touches[i]) json_array_append_new(schemes, json_of_str(c->views[i].scheme->id));
	json_array_foreach(clauses, at, clause) json_array_append(all, clause);
	set_str(o, "wants", s->wants);
	json_object_set_new(o, "binding", json_boolean(is_binding(c, s)));
	if (s->excludes) json_object_set_new(o, "excludes", json_true());
	json_object_set_new(o, "clauses", clauses);
	json_object_set_new(o, "schemes", schemes);
	return o;
}

static json_t *text_or_null(str s)
{
	return s.n ? json_of_str(s) : json_null();
}

/* The worst of any two of the compared schemes. */
static const char *standing_word(const struct comparison *c, const struct contrast *x)
{
	static const char *const words[] = { [STANDING_NONE] = "none",
		[STANDING_ADDS] = "adds",
		[STANDING_MEETS] = "meets",
		[STANDING_APART] = "apart" };
	enum standing worst = STANDING_NONE;

	for (size_t i = 0; i < c->view_count; i++)
		for (size_t k = i + 1; k < c->view_count; k++)
			if (contrast_standing(x, i, k) > worst) worst = contrast_standing(x, i, k);
	return words[worst];
}

static bool clashes(const struct comparison *c, const struct contrast *x)
{
	for (size_t i = 0; i < c->view_count; i++)
		for (size_t k = i + 1; k < c->view_count; k++)
			if (contrast_clashes(x, i, k)) return true;
	return x->inside < c->view_count && !x->is_typed;
}

/* Which computed ones find a recorded one again. */
static json_t *found_again(const struct comparison *c, const struct contrast *recorded)
{
	json_t *list = json_array();

	for (size_t i = 0; i < c->contrast_count; i++) {
		const struct contrast *x = &c->contrasts[i];

		if (x->found != FOUND_RECORDED && x->recorded == recorded->recorded &&
			contrast_stands_with(c, x, recorded))
			json_array_append_new(list, json_of_str(x->id));
	}
	return list;
}

static json_t *of_contrasts(const struct comparison *c)
{
	json_t *list = json_array();

	for (size_t i = 0; i < c->contrast_count; i++) {
		const struct contrast *x = &c->contrasts[i];
		json_t *o = json_object(), *sides = json_array(), *clauses = json_array(), *wants = json_array();

		set_str(o, "id", x->id);
		set_str(o, "topic", x->topic);
		set_str(o, "about", x->about);
		set_str(o, "found", str_of(contrast_found_word(x)));
		set_str(o, "kind", str_of(contrast_kind_word(x->found)));
		json_object_set_new(o, "clash", json_boolean(clashes(c, x)));
		if (x->is_typed) set_str(o, "stand", str_of(standing_word(c, x)));
		for (size_t k = 0; k < x->side_count; k++) {
			json_array_append_new(sides, of_side(c, &x->sides[k], clauses));
			json_array_append_new(wants, json_of_str(x->sides[k].wants));
		}
		json_object_set_new(o, "clauses", clauses);
		json_object_set_new(o, "wants", wants);
		json_object_set_new(o, "sides", sides);
		set_str(o, "finding", x->finding);
		json_object_set_new(o, "satisfies_both", text_or_null(x->satisfies_both));
		json_object_set_new(o, "no_behaviour", text_or_null(x->no_behaviour));
		if (x->inside < c->view_count) set_str(o, "inside", c->views[x->inside].scheme->id);
		if (x->recorded && x->found != FOUND_RECORDED) set_str(o, "recorded_as", x->recorded->id);
		if (x->found == FOUND_RECORDED) {
			json_object_set_new(o, "computed_as", found_again(c, x));
			set_str_if(o, "advice", x->recorded->advice);
			set_str(o, "source", x->recorded->source);
			set_str(o, "confidence", x->recorded->confidence);
		}
		json_array_append_new(list, o);
	}
	return list;
}

/* ---- evidence ---------------------------------------------------------------------------------------------------- */

static json_t *of_classes(const struct comparison *c)
{
	json_t *list = json_array();

	for (size_t i = 0; i < c->class_count; i++) {
		const struct served *s = &c->classes[i];
		json_t *o = json_object();

		set_str(o, "class", s->id);
		set_str(o, "means", s->what);
		set_str(o, "bring", s->bring);
		set_size(o, "checks", s->checks);
		set_size(o, "requirements", s->requirements);
		set_size(o, "schemes", s->schemes);
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *of_deciders(const struct comparison *c)
{
	json_t *list = json_array();

	for (size_t i = 0; i < c->check_count; i++) {
		const struct served *s = &c->checks[i];
		json_t *o = json_object(), *schemes = json_array();

		set_str(o, "id", s->id);
		set_str(o, "kind", decider_check(&c->deciders, s->decider) ? STR("check") : STR("question"));
		set_str(o, "asks", s->what);
		set_size(o, "requirements", s->requirements);
		for (size_t k = 0; k < c->view_count; k++)
			if (set_has(c->views[k].deciders, s->decider))
				json_array_append_new(schemes, json_of_str(c->views[k].scheme->id));
		json_object_set_new(o, "schemes", schemes);
		json_object_set_new(o, "core", json_boolean(set_has(c->core, s->decider)));
		json_array_append_new(list, o);
	}
	return list;
}

json_t *json_of_comparison(const struct comparison *c)
{
	json_t *root = json_object();

	json_object_set_new(root, "schemes", of_views(c));
	json_object_set_new(root, "pairs", of_pairs(c));
	json_object_set_new(root, "overlaps", of_meetings(c));
	json_object_set_new(root, "conflicts", of_contrasts(c));
	json_object_set_new(root, "evidence", of_classes(c));
	json_object_set_new(root, "deciders", of_deciders(c));
	return root;
}
