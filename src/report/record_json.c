#include "report/record_json.h"

#include "base/limits.h"

#include <jansson.h>

const struct fault record_no_json = { FAULT_INPUT, "record.no-json", "the verdicts are not JSON" };
const struct fault record_no_verdicts = { FAULT_INPUT, "record.no-verdicts", "the file is no verdict.json" };
static const struct fault too_large = { FAULT_LIMIT, "record.too-large", "the verdicts are larger than any are" };

/* Quiet after the first thing that is wrong. */
struct record_reader {
	struct record_draft draft;
	str detail; /* what is wrong; empty: nothing is */
};

static void wrong(struct record_reader *r, const char *what, const char *key)
{
	if (!r->detail.n)
		r->detail = arena_printf(r->draft.keep, "%s: \"%s\" is missing or not of its kind", what, key);
}

static str text_of(struct record_reader *r, const json_t *json)
{
	return arena_str(r->draft.keep, (str){ json_string_value(json), json_string_length(json) });
}

/* Empty where there is none: the caller knows which keys may be left out. */
static str text_if(struct record_reader *r, const json_t *object, const char *key)
{
	const json_t *json = json_object_get(object, key);

	return json_is_string(json) ? text_of(r, json) : (str){ 0 };
}

static str text_at(struct record_reader *r, const char *what, const json_t *object, const char *key)
{
	const json_t *json = json_object_get(object, key);

	if (json_is_string(json)) return text_of(r, json);
	wrong(r, what, key);
	return (str){ 0 };
}

static const json_t *list_at(struct record_reader *r, const char *what, const json_t *object, const char *key)
{
	const json_t *json = json_object_get(object, key);

	if (!json_is_array(json)) wrong(r, what, key);
	return json;
}

/* ---- words ------------------------------------------------------------------------------------------------------- */

static enum verdict verdict_at(struct record_reader *r, const char *what, const json_t *object, const char *key)
{
	str word = text_at(r, what, object, key);

	for (enum verdict v = VERDICT_NOT_APPLICABLE; v <= VERDICT_FAIL; v++)
		if (str_is(word, verdict_word(v))) return v;
	wrong(r, what, key);
	return VERDICT_INCONCLUSIVE;
}

static enum strength strength_at(struct record_reader *r, const char *what, const json_t *object)
{
	str word = text_if(r, object, "basis");

	for (enum strength s = STRENGTH_NONE; s <= STRENGTH_OBSERVED; s++)
		if (str_is(word, strength_word(s))) return s;
	wrong(r, what, "basis");
	return STRENGTH_NONE;
}

static enum settled_by basis_at(struct record_reader *r, const json_t *scheme)
{
	str word = text_at(r, "a scheme", scheme, "basis");

	if (str_is(word, "evidence")) return SETTLED_NOT;
	for (enum settled_by s = SETTLED_RECOGNISED; s < SETTLED_COUNT; s++)
		if (str_is(word, settled_word(s))) return s;
	wrong(r, "a scheme", "basis");
	return SETTLED_NOT;
}

/* ---- entries ----------------------------------------------------------------------------------------------------- */

static void read_finding(struct record_reader *r, str check, const json_t *finding)
{
	str sentence = text_at(r, "a finding", finding, "sentence"), unknown = text_if(r, finding, "unknown");

	record_add(&r->draft, &(struct record_entry){ .level = RECORD_FINDING,
				      .subject = check,
				      .finding = record_finding_key(r->draft.keep, text_if(r, finding, "input"),
					      text_if(r, finding, "path"), text_if(r, finding, "what"), sentence),
				      .verdict = unknown.n ? VERDICT_INCONCLUSIVE : VERDICT_FAIL,
				      .reason = unknown.n ? unknown : sentence });
}

static void read_check(struct record_reader *r, const json_t *check)
{
	const json_t *item;
	str id = text_at(r, "a check", check, "id"), missing = { 0 };
	size_t i;

	json_array_foreach(list_at(r, "a check", check, "missing"), i, item) missing =
		arena_join(r->draft.keep, missing, ", ", text_at(r, "a missing class", item, "class"));
	record_add(&r->draft, &(struct record_entry){ .level = RECORD_CHECK,
				      .subject = id,
				      .verdict = verdict_at(r, "a check", check, "outcome"),
				      .reason = missing,
				      .is_cut = json_object_get(check, "more") });
	json_array_foreach(list_at(r, "a check", check, "findings"), i, item) read_finding(r, id, item);
}

static void read_question(struct record_reader *r, const json_t *question)
{
	str why = text_if(r, question, "why"), answer = text_if(r, question, "answer");

	record_add(&r->draft, &(struct record_entry){ .level = RECORD_QUESTION,
				      .subject = text_at(r, "a question", question, "id"),
				      .verdict = verdict_at(r, "a question", question, "outcome"),
				      .strength = answer.n ? strength_at(r, "a question", question) : STRENGTH_NONE,
				      .reason = why.n ? why : answer });
}

static void read_requirement(struct record_reader *r, str scheme, const json_t *requirement)
{
	const char *const what = "a requirement";
	struct record_entry entry = {
		.level = RECORD_REQUIREMENT,
		.scheme = scheme,
		.requirement =
			arena_printf(r->draft.keep, "%.*s:%.*s", STR_FMT(text_at(r, what, requirement, "catalogue")),
				STR_FMT(text_at(r, what, requirement, "id"))),
		.verdict = verdict_at(r, what, requirement, "verdict"),
		.strength = strength_at(r, what, requirement),
		.reason = text_at(r, what, requirement, "why"),
		.is_cut = json_object_get(requirement, "more_trees"),
	};
	const json_t *item;
	size_t i;

	record_add(&r->draft, &entry);
	json_array_foreach(json_object_get(requirement, "trees"), i, item)
		record_add(&r->draft, &(struct record_entry){ .level = RECORD_ENTITY,
					      .scheme = scheme,
					      .requirement = entry.requirement,
					      .subject = text_at(r, "a tree", item, "of"),
					      .verdict = verdict_at(r, "a tree", item, "verdict") });
	json_array_foreach(list_at(r, what, requirement, "checks"), i, item) read_check(r, item);
	json_array_foreach(list_at(r, what, requirement, "questions"), i, item) read_question(r, item);
}

/* One that was not judged has no verdict that could be kept. */
static void read_scheme(struct record_reader *r, const json_t *scheme)
{
	str id = text_at(r, "a scheme", scheme, "id");
	const json_t *item;
	size_t i;

	if (str_is(text_at(r, "a scheme", scheme, "verdict"), "not judged")) return;
	record_add(&r->draft, &(struct record_entry){ .level = RECORD_SCHEME,
				      .scheme = id,
				      .verdict = verdict_at(r, "a scheme", scheme, "verdict"),
				      .basis = basis_at(r, scheme),
				      .reason = text_at(r, "a scheme", scheme, "why") });
	json_array_foreach(list_at(r, "a scheme", scheme, "requirements"), i, item) read_requirement(r, id, item);
}

err record_from_json(span text, struct arena *keep, struct record *ret, str *ret_detail)
{
	struct record_reader r = { .draft = { .keep = keep } };
	const json_t *item;
	json_error_t error;
	json_t *root;
	size_t i;

	if (text.n > LIMIT_VERDICT_JSON) return fail(&too_large, text.n);
	root = json_loadb((const char *)text.p, text.n, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &error);
	if (!root) return fail(&record_no_json, error.position < 0 ? 0 : (uint64_t)error.position);

	str on = text_at(&r, "the file", root, "on"), rules = text_at(&r, "the file", root, "rules");

	json_array_foreach(list_at(&r, "the file", root, "schemes"), i, item) read_scheme(&r, item);
	json_decref(root);
	if (ret_detail) *ret_detail = r.detail;
	if (r.detail.n) return fail(&record_no_verdicts, 0);
	*ret = record_close(&r.draft, on, rules);
	return OK;
}
