#include "report/json.h"

#include "report/values.h"

static json_t *json_of_product(const struct judgement *j)
{
	json_t *product = json_object();

	for (size_t i = 0; i < j->profile_count; i++) {
		str name = j->profile[i].name;

		if (str_starts(name, "product."))
			json_object_set_new(product, name.p + strlen("product."), json_of_str(j->profile[i].value));
	}
	return product;
}

/* What rules/profile.yaml lets hold where the product file says nothing. */
static json_t *json_of_unsaid(const struct judgement *j)
{
	json_t *unsaid = json_object();

	for (size_t i = 0; i < j->rules->profile.n; i++) {
		const struct profile_name *p = &j->rules->profile.p[i];

		if (p->unsaid.n && !judgement_profile(j, p->name.p).n) set_str(unsaid, p->name.p, p->unsaid);
	}
	return unsaid;
}

static json_t *json_of_inputs(const struct judgement *j)
{
	json_t *inputs = json_array();

	for (size_t i = 0; i < j->input_count; i++) {
		const struct input_result *in = &j->inputs[i];
		json_t *o = json_object();

		json_object_set_new(o, "id", json_integer(in->id));
		set_str(o, "kind", in->kind);
		set_str(o, "name", in->name);
		set_str(o, "sha256", in->sha256);
		json_object_set_new(o, "size", json_integer(in->size));
		set_str(o, "part", in->part);
		set_str(o, "state", in->state);
		json_array_append_new(inputs, o);
	}
	return inputs;
}

json_t *json_of_requirement(const struct requirement_result *r, const struct report_most *most)
{
	json_t *o = json_object(), *checks = json_array(), *questions = json_array();

	set_requirement(o, r);
	for (size_t i = 0; i < r->outcome_count; i++)
		json_array_append_new(checks, json_of_outcome(r->outcomes[i], most->findings));
	json_object_set_new(o, "checks", checks);
	for (size_t i = 0; i < r->reply_count; i++) json_array_append_new(questions, json_of_reply(&r->replies[i]));
	json_object_set_new(o, "questions", questions);
	if (r->assessment_unit_count) {
		json_t *units = json_array();

		for (size_t i = 0; i < r->assessment_unit_count; i++)
			json_array_append_new(units,
				json_pack("{s:s, s:s, s:s, s:s}", "id", r->assessment_units[i].unit->id.p, "kind",
					r->assessment_units[i].unit->is_functional ? "functional" : "conceptual",
					"verdict", verdict_word(r->assessment_units[i].verdict), "basis",
					strength_word(r->assessment_units[i].basis)));
		json_object_set_new(o, "units", units);
	}
	if (r->tree_count) set_trees(o, r, most->trees);
	return o;
}

static json_t *json_of_scheme(const struct scheme_result *s, const struct report_most *most)
{
	json_t *o = json_object(), *requirements = json_array();

	set_scheme(o, s);
	for (size_t i = 0; i < s->requirement_count; i++)
		json_array_append_new(requirements, json_of_requirement(&s->requirements[i], most));
	json_object_set_new(o, "requirements", requirements);
	return o;
}

void report_json(const struct judgement *j, struct buf *out)
{
	json_t *root = json_object(), *schemes = json_array(), *certificate = json_array();
	struct report_most most = report_most(j);

	json_object_set_new(root, "assay", json_string(ASSAY_VERSION));
	set_str(root, "on", j->on);
	set_str(root, "rules", j->rules->digest);
	json_object_set_new(root, "product", json_of_product(j));
	json_object_set_new(root, "taken_for_granted", json_of_unsaid(j));
	json_object_set_new(root, "inputs", json_of_inputs(j));
	json_object_set_new(root, "risk", json_of_risk(&j->risk));
	json_object_set_new(root, "contradictions", json_of_contradictions(j));
	for (size_t i = 0; i < j->certificate_count; i++)
		json_array_append_new(certificate, json_of_certificate(&j->certificates[i]));
	json_object_set_new(root, "certificates", certificate);
	for (size_t i = 0; i < j->scheme_count; i++)
		json_array_append_new(schemes, json_of_scheme(&j->schemes[i], &most));
	json_object_set_new(root, "schemes", schemes);
	write_json(root, out, JSON_INDENT(1));
	json_decref(root);
}
