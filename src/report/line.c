#include "report/line.h"

#include "report/values.h"

#include <stdlib.h>

static json_t *json_of_scheme(const struct scheme_result *s)
{
	json_t *o = json_object(), *counts = json_object();

	set_str(o, "id", s->scheme->id);
	json_object_set_new(o, "verdict", json_string(verdict_word(s->verdict)));
	if (s->basis) {
		json_object_set_new(o, "basis", json_string(settled_word(s->basis)));
		json_object_set_new(o, "device", json_string(verdict_word(s->device)));
	}
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

/* By the outcome's number: whether a requirement that is asked on the day rests on it. What none such rests on is
 * asked later. */
static bool *asked_today(const struct judgement *j)
{
	bool *asked = calloc(j->outcome_count + 1, sizeof(*asked));

	if (!asked) abort();
	for (size_t i = 0; i < j->scheme_count; i++) {
		const struct scheme_result *s = &j->schemes[i];

		for (size_t k = 0; s->is_judged && k < s->requirement_count; k++) {
			const struct requirement_result *r = &s->requirements[k];

			if (requirement_ahead(r, j->on).n) continue;
			for (size_t o = 0; o < r->outcome_count; o++) asked[r->outcomes[o]->number] = true;
		}
	}
	return asked;
}

/* Each check once, though it fails under several values of its parameters; what fails today is not told again of
 * later. */
static void set_failing(const struct judgement *j, json_t *o)
{
	json_t *failing = json_array(), *later = json_array(), *told = json_object();
	bool *asked = asked_today(j);

	for (int is_later = 0; is_later < 2; is_later++)
		for (size_t i = 0; i < j->outcome_count; i++) {
			const struct outcome *one = j->outcomes[i];

			if (!one->failing || asked[i] == (bool)is_later || json_object_get(told, one->check->id.p))
				continue;
			json_object_set_new(told, one->check->id.p, json_true());
			json_array_append_new(is_later ? later : failing, json_of_str(one->check->id));
		}
	json_object_set_new(o, "failing", failing);
	if (json_array_size(later))
		json_object_set_new(o, "failing_later", later);
	else
		json_decref(later);
	json_decref(told);
	free(asked);
}

void report_line(const struct judgement *j, str file, uint64_t unplaced, struct buf *out)
{
	json_t *o = json_object(), *schemes = json_array(), *unknown = json_array();

	set_str(o, "file", file);
	set_str(o, "on", j->on);
	json_object_set_new(o, "product", names_of_product(j));
	for (size_t i = 0; i < j->scheme_count; i++)
		if (j->schemes[i].is_judged) json_array_append_new(schemes, json_of_scheme(&j->schemes[i]));
	json_object_set_new(o, "schemes", schemes);
	set_failing(j, o);
	for (size_t i = 0; i < j->unknown_name_count; i++)
		json_array_append_new(unknown, json_of_str(j->unknown_names[i]));
	json_object_set_new(o, "not_understood", unknown);
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
