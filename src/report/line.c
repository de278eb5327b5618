#include "report/line.h"

#include "report/values.h"

static json_t *json_of_scheme(const struct scheme_result *s)
{
	json_t *o = json_object(), *counts = json_object();

	set_str(o, "id", s->scheme->id);
	json_object_set_new(o, "verdict", json_string(verdict_word(s->verdict)));
	json_object_set_new(counts, "pass", json_integer(s->mandatory.pass));
	json_object_set_new(counts, "fail", json_integer(s->mandatory.fail));
	json_object_set_new(counts, "inconclusive", json_integer(s->mandatory.inconclusive));
	json_object_set_new(counts, "not_applicable", json_integer(s->mandatory.not_applicable));
	json_object_set_new(o, "mandatory", counts);
	return o;
}

static json_t *names_of_product(const struct judgement *j)
{
	static const char *const names[] = { "product.maker", "product.name", "product.model", "product.version" };
	json_t *o = json_object();

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		set_str_if(o, names[i] + strlen("product."), judgement_profile(j, names[i]));
	return o;
}

void report_line(const struct judgement *j, str file, uint64_t unplaced, struct buf *out)
{
	json_t *o = json_object(), *schemes = json_array(), *failing = json_array(), *strays = json_array();

	set_str(o, "file", file);
	set_str(o, "on", j->on);
	json_object_set_new(o, "product", names_of_product(j));
	for (size_t i = 0; i < j->scheme_count; i++)
		if (j->schemes[i].is_judged) json_array_append_new(schemes, json_of_scheme(&j->schemes[i]));
	json_object_set_new(o, "schemes", schemes);
	for (size_t i = 0; i < j->outcome_count; i++)
		if (j->outcomes[i]->failing) json_array_append_new(failing, json_of_str(j->outcomes[i]->check->id));
	json_object_set_new(o, "failing", failing);
	for (size_t i = 0; i < j->stray_count; i++) json_array_append_new(strays, json_of_str(j->strays[i]));
	json_object_set_new(o, "not_understood", strays);
	if (unplaced) json_object_set_new(o, "unplaced", json_integer((json_int_t)unplaced));
	write_json(o, out, JSON_COMPACT);
	json_decref(o);
}

void report_line_of_error(const struct line_error *e, struct buf *out)
{
	json_t *o = json_object();

	set_str(o, "file", e->file);
	if (!str_equal(e->in, e->file)) set_str_if(o, "in", e->in);
	if (e->line) json_object_set_new(o, "line", json_integer((json_int_t)e->line));
	set_str(o, "error", e->why);
	write_json(o, out, JSON_COMPACT);
	json_decref(o);
}
