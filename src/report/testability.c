#include "report/testability.h"

#include "report/values.h"

size_t testability_cost(const struct testability *t)
{
	return t->asked_of_maker + t->asked_of_assessor + t->judgements;
}

/* The requirements that only a person can decide, or nothing. */
static json_t *only_person(const struct rules *rules, const struct scheme *s, struct arena scratch)
{
	json_t *only = json_array();
	struct comparison c;

	compare_views(rules, &s, 1, &scratch, &c);
	for (size_t i = 0; i < c.views[0].requirement_count; i++) {
		const struct requirement *r = c.views[0].requirements[i];
		json_t *id;

		if (requirement_who(&c.deciders, r) < WHO_PERSON) continue;
		id = json_object();
		set_str(id, "catalogue", r->catalogue->id);
		set_str(id, "id", r->id);
		json_array_append_new(only, id);
	}
	return only;
}

static json_t *json_of_scheme(
	const struct rules *rules, const struct deciders *deciders, const struct scheme *s, struct arena scratch)
{
	struct testability one = scheme_testability(deciders, s, scratch);
	json_t *o = json_object();
	const struct {
		const char *key;
		size_t n;
	} sizes[] = { { "requirements", one.requirements }, { "by_machine", one.by_machine },
		{ "by_declaration", one.by_declaration }, { "by_person", one.by_person },
		{ "by_nobody", one.by_nobody }, { "person_besides", one.person_besides }, { "checks", one.checks },
		{ "asked_of_maker", one.asked_of_maker }, { "asked_of_assessor", one.asked_of_assessor },
		{ "asked_each", one.asked_each }, { "judgements", one.judgements },
		{ "cost", testability_cost(&one) } };

	set_str(o, "scheme", s->id);
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++)
		json_object_set_new(o, sizes[i].key, json_integer((json_int_t)sizes[i].n));
	json_object_set_new(o, "only_person", only_person(rules, s, scratch));
	return o;
}

static bool is_named(const str *schemes, size_t count, str id)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal(schemes[i], id)) return true;
	return !count;
}

json_t *json_of_testability(const struct rules *rules, const struct deciders *deciders, const str *schemes,
	size_t count, const struct arena *keep)
{
	json_t *list = json_array();

	for (size_t i = 0; i < rules->schemes.n; i++) {
		const struct scheme *s = &rules->schemes.p[i];

		if (is_named(schemes, count, s->id))
			json_array_append_new(list, json_of_scheme(rules, deciders, s, *keep));
	}
	return list;
}
