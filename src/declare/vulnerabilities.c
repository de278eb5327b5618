/* What the maker says of known vulnerabilities: which, in which parts, and what became of each. It is no comparison
 * with public data: nothing is covered by it but the list itself. An assessment is the maker's answer to the question
 * of the same matter, too, so that it is given once.
 */
#include "declare/claims.h"

/* Justifications of VEX (CISA, "Status Justifications", 2022), and what they answer. */
static const struct {
	const char *justification, *answer;
} reasons[] = {
	{ "component_not_present", "part absent" },
	{ "vulnerable_code_not_present", "code not reached" },
	{ "vulnerable_code_not_in_execute_path", "code not reached" },
	{ "vulnerable_code_cannot_be_controlled_by_adversary", "protected" },
	{ "inline_mitigations_already_exist", "protected" },
};

struct assessment {
	str status, justification, author, made;
};

static err need_status(struct declaration *d, const struct yaml *item)
{
	static const char *const words[] = { "not_affected", "affected", "fixed", "under_investigation" };
	const struct yaml *given = yaml_get(item, "status");

	if (!given) return OK;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (str_is(given->text, words[i])) return OK;
	return declare_trouble(d, &declare_bad_value, given,
		"\"status\" is not_affected, affected, fixed or under_investigation, not \"%s\"", given->text.p);
}

static err need_justification(struct declaration *d, const struct yaml *item)
{
	const struct yaml *given = yaml_get(item, "justification");

	if (!given || !given->text.n) return OK;
	for (size_t i = 0; i < sizeof(reasons) / sizeof(*reasons); i++)
		if (str_is(given->text, reasons[i].justification)) return OK;
	return declare_trouble(d, &declare_bad_value, given,
		"\"justification\" is component_not_present, vulnerable_code_not_present, "
		"vulnerable_code_not_in_execute_path, "
		"vulnerable_code_cannot_be_controlled_by_adversary or inline_mitigations_already_exist, not \"%s\"",
		given->text.p);
}

static void answer(struct declaration *d, uint32_t entity, const char *question, str value, const struct assessment *a)
{
	fact_answer(d->facts, &(struct fact_answer){
				      .question = str_of(question),
				      .entity = entity,
				      .value = value,
				      .basis = STR("declared"),
				      .author = a->author.n ? a->author : STR(""),
				      .answered = a->made,
			      });
}

static void answer_by(struct declaration *d, uint32_t entity, const struct assessment *a)
{
	if (str_is(a->status, "fixed")) answer(d, entity, "ask.tree.gec-1.dn-1", STR("no"), a);
	if (str_is(a->status, "affected")) answer(d, entity, "ask.vulns.exploitable-here", STR("exploitable"), a);
	if (!str_is(a->status, "not_affected")) return;
	for (size_t i = 0; i < sizeof(reasons) / sizeof(*reasons); i++)
		if (str_is(a->justification, reasons[i].justification))
			answer(d, entity, "ask.vulns.exploitable-here", str_of(reasons[i].answer), a);
}

static err declare_part(
	struct declaration *d, const struct yaml *item, const struct yaml *part, const struct assessment *a)
{
	uint32_t component = part->kind == YAML_SCALAR ? declare_find(d, part->text) : 0;
	str id = yaml_text(item, "id"), confidence = yaml_text(item, "confidence");

	if (!component)
		return declare_trouble(d, &declare_unknown_name, part,
			"parts are names of this file's components; nothing in it is called \"%.*s\"%.*s",
			STR_FMT(part->text), STR_FMT(declare_hint(d, part->text)));
	fact_hit(d->facts, &(struct fact_hit){ .component = component,
				   .vulnerability = id,
				   .confidence = confidence.n ? confidence : STR("high"),
				   .fixed_in = yaml_text(item, "fixed-in") });
	if (a->status.n)
		fact_vex(d->facts, &(struct fact_vex){ .component = component,
					   .vulnerability = id,
					   .status = a->status,
					   .justification = a->justification,
					   .basis = STR("declared"),
					   .author = a->author,
					   .made = a->made });
	return OK;
}

static err declare_vulnerability(struct declaration *d, const struct yaml *item, str author)
{
	static const char *const own_keys[] = { "parts", "status", "justification", "author", "made", "fixed-in",
		"confidence", NULL };
	const struct yaml *parts = yaml_get(item, "parts"), *made = yaml_get(item, "made");
	struct assessment a = { yaml_text(item, "status"), yaml_text(item, "justification"), yaml_text(item, "author"),
		yaml_text(item, "made") };
	str id = yaml_text(item, "id");

	if (!a.author.n) a.author = author;
	if (item->kind == YAML_MAP && !id.n) {
		size_t before = d->troubles;

		/* What stands in its place may be the id, mistyped. */
		TRY(declare_row(d, TABLE_vulnerability, 0, item, own_keys));
		if (d->troubles != before) return OK;
	}
	if (item->kind != YAML_MAP || !id.n)
		return declare_trouble(d, &declare_bad_value, item,
			"an entry of vulnerabilities is {id: CVE-2026-1000, parts: [name of a component], status: "
			"...}");
	if (declare_find(d, id)) return declare_trouble(d, &declare_bad_value, item, "\"%s\" stands twice", id.p);
	if (parts && parts->kind != YAML_LIST)
		return declare_trouble(d, &declare_bad_value, parts, "parts is a list of names, as [busybox]");
	if (made && !declare_is_day(made->text) && !declare_is_moment(made->text))
		TRY(declare_wrong_day(d, made, "made", true));
	TRY(need_status(d, item));
	TRY(need_justification(d, item));

	uint32_t entity = fact_entity(d->facts,
		&(struct fact_entity){
			.kind = STR("vulnerability"), .name = id, .basis = STR("declared"), .line = NUM(item->line) });

	declare_name(d, id, entity, "vulnerability");
	TRY(declare_row(d, TABLE_vulnerability, 0, item, own_keys));
	for (const struct yaml *part = parts ? parts->first : NULL; part; part = part->next)
		TRY(declare_part(d, item, part, &a));
	answer_by(d, entity, &a);
	return OK;
}

err declare_vulnerabilities(struct declaration *d, const struct yaml *list, str author)
{
	if (list->kind != YAML_LIST)
		return declare_trouble(d, &declare_bad_value, list,
			"vulnerabilities is a list of {id: ..., parts: [...], status: ...}; [] says that none is "
			"known");
	for (const struct yaml *item = list->first; item; item = item->next)
		TRY(declare_vulnerability(d, item, author));
	fact_covered(d->facts, "vulnerabilities.declared", "full", NULL, NULL);
	return OK;
}
