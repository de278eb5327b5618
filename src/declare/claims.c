#include "declare/claims.h"

#include <stdio.h>

static err only_keys(struct declaration *d, const struct yaml *map, const char *const *keys, const char *what)
{
	if (map->kind != YAML_MAP)
		return declare_trouble(d, &declare_bad_value, map, "%s is a map of names and values", what);

	char words[64];

	snprintf(words, sizeof(words), "is no part of %s", what);
	return declare_only_keys(d, map, keys, words);
}

/* Of one entry: a word out of a list, when it is there at all. */
static err need_word(
	struct declaration *d, const struct yaml *map, const char *key, const char *const *words, const char *what)
{
	const struct yaml *given = yaml_get(map, key);

	if (!given || declare_is_one_of(given->text, words)) return OK;
	return declare_trouble(d, &declare_bad_value, given, "\"%s\" is %s, not \"%s\"", key, what, given->text.p);
}

static err need_day(struct declaration *d, const struct yaml *map, const char *key, bool may_be_moment)
{
	const struct yaml *given = yaml_get(map, key);

	if (!given || declare_is_day(given->text) || (may_be_moment && declare_is_moment(given->text))) return OK;
	return declare_wrong_day(d, given, key, may_be_moment);
}

static err need_digest(struct declaration *d, const struct yaml *map)
{
	const struct yaml *given = yaml_get(map, "sha256");
	bool is_digest = given && given->text.n == 64;

	for (size_t i = 0; is_digest && i < 64; i++) {
		char c = given->text.p[i];

		is_digest = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
	}
	if (!given || is_digest) return OK;
	return declare_trouble(d, &declare_bad_value, given, "\"sha256\" is 64 lower-case hexadecimal digits");
}

/* ---- certificates ------------------------------------------------------------------------------------------------ */

err declare_certificates(struct declaration *d, const struct yaml *list, str author)
{
	static const char *const keys[] = { "scheme", "kind", "level", "number", "body", "product", "issued", "expires",
		"url", "sha256", "author", NULL };
	static const char *const kinds[] = { "certificate", "label", "statement", NULL };

	if (list->kind != YAML_LIST)
		return declare_trouble(d, &declare_bad_value, list,
			"certificates is a list of {scheme: ..., level: ..., number: ..., issued: ..., expires: ...}");
	for (const struct yaml *c = list->first; c; c = c->next) {
		str kind = yaml_text(c, "kind"), own = yaml_text(c, "author");

		size_t before = d->troubles;

		TRY(only_keys(d, c, keys, "a certificate"));
		if (d->troubles != before) continue;
		if (!yaml_text(c, "scheme").n)
			TRY(declare_trouble(d, &declare_bad_value, c, "a certificate names its scheme"));
		else
			TRY(declare_word(
				d, yaml_get(c, "scheme"), DECLARED_CERTIFICATE, yaml_text(c, "scheme"), (str){ 0 }));
		TRY(need_word(d, c, "kind", kinds, "certificate, label or statement"));
		TRY(need_day(d, c, "issued", false));
		TRY(need_day(d, c, "expires", false));
		TRY(need_digest(d, c));
		fact_held(d->facts, &(struct fact_held){ .scheme = yaml_text(c, "scheme"),
					    .kind = kind.n ? kind : STR("certificate"),
					    .level = yaml_text(c, "level"),
					    .number = yaml_text(c, "number"),
					    .body = yaml_text(c, "body"),
					    .product = yaml_text(c, "product"),
					    .issued = yaml_text(c, "issued"),
					    .expires = yaml_text(c, "expires"),
					    .url = yaml_text(c, "url"),
					    .sha256 = yaml_text(c, "sha256"),
					    .author = own.n ? own : author });
	}
	return OK;
}

/* ---- treatments -------------------------------------------------------------------------------------------------- */

static str joined(struct declaration *d, const struct yaml *words)
{
	str all = words && words->kind == YAML_SCALAR ? words->text : (str){ 0 };

	for (const struct yaml *w = words && words->kind == YAML_LIST ? words->first : NULL; w; w = w->next)
		all = arena_join(d->keep, all, ",", w->text);
	return all;
}

static err declare_evidence(struct declaration *d, const struct yaml *evidence, struct fact_treatment *row)
{
	static const char *const keys[] = { "document", "sha256", "enforcement", NULL };

	if (!evidence) return OK;
	TRY(only_keys(d, evidence, keys, "a treatment's evidence"));
	TRY(need_digest(d, evidence));
	row->document = yaml_text(evidence, "document");
	row->sha256 = yaml_text(evidence, "sha256");
	row->enforcement = yaml_text(evidence, "enforcement");
	return OK;
}

/* "catalogue:id", or an id that any catalogue may have. */
static err declare_treated(struct declaration *d, const struct yaml *at, struct fact_treatment *row)
{
	str named = at->text, rest = named, before;

	row->catalogue = (str){ 0 };
	row->requirement = named;
	if (str_find(named, ":", NULL) && str_split(&rest, ':', &before)) {
		row->catalogue = before;
		row->requirement = str_trim(rest);
	}
	fact_treatment(d->facts, row);
	return declare_word(d, at, DECLARED_REQUIREMENT, row->catalogue, row->requirement);
}

/* A scheme by its id, or "all". */
static err known_schemes(struct declaration *d, const struct yaml *words)
{
	if (words && words->kind == YAML_SCALAR && words->text.n && !str_find(words->text, ",", NULL))
		return declare_word(d, words, DECLARED_SCHEME, words->text, (str){ 0 });
	for (const struct yaml *w = words && words->kind == YAML_LIST ? words->first : NULL; w; w = w->next)
		TRY(declare_word(d, w, DECLARED_SCHEME, w->text, (str){ 0 }));
	return OK;
}

err declare_treatments(struct declaration *d, const struct yaml *list, str author)
{
	static const char *const keys[] = { "requirements", "schemes", "kind", "control", "acts", "approver",
		"approved", "justification", "evidence", "expires", "author", NULL };
	static const char *const kinds[] = { "compensated", "waived", "not-applicable", NULL };
	static const char *const places[] = { "network", "environment", "system", NULL };
	unsigned number = 0;

	if (list->kind != YAML_LIST)
		return declare_trouble(d, &declare_bad_value, list,
			"treatments is a list of {requirements: [...], kind: ..., approver: ..., justification: ..., "
			"evidence: {...}, expires: ...}");
	for (const struct yaml *t = list->first; t; t = t->next) {
		const struct yaml *requirements = yaml_get(t, "requirements");
		str own = yaml_text(t, "author");

		size_t before = d->troubles;

		TRY(only_keys(d, t, keys, "a treatment"));
		if (d->troubles != before) continue;
		TRY(need_word(d, t, "kind", kinds, "compensated, waived or not-applicable"));
		TRY(need_word(d, t, "acts", places, "network, environment or system"));
		TRY(need_day(d, t, "approved", false));
		TRY(need_day(d, t, "expires", true));
		if (!yaml_text(t, "kind").n || !requirements ||
			(requirements->kind == YAML_LIST && !requirements->first)) {
			TRY(declare_trouble(d, &declare_bad_value, t,
				"a treatment names its requirements and its kind (compensated, waived or "
				"not-applicable)"));
			continue;
		}
		TRY(known_schemes(d, yaml_get(t, "schemes")));

		struct fact_treatment row = { .entry = NUM(++number),
			.schemes = joined(d, yaml_get(t, "schemes")),
			.kind = yaml_text(t, "kind"),
			.control = yaml_text(t, "control"),
			.acts = yaml_text(t, "acts"),
			.approver = yaml_text(t, "approver"),
			.approved = yaml_text(t, "approved"),
			.justification = yaml_text(t, "justification"),
			.expires = yaml_text(t, "expires"),
			.author = own.n ? own : author };

		TRY(declare_evidence(d, yaml_get(t, "evidence"), &row));
		if (requirements->kind == YAML_SCALAR) TRY(declare_treated(d, requirements, &row));
		for (const struct yaml *r = requirements->kind == YAML_LIST ? requirements->first : NULL; r;
			r = r->next)
			TRY(declare_treated(d, r, &row));
	}
	return OK;
}
