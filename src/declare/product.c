#include "declare/product.h"

#include "base/limits.h"
#include "base/near.h"
#include "declare/claims.h"
#include "declare/declare.h"
#include "declare/declare_words.h"
#include "declare/drafted.h"
#include "evidence/answer.h"

/* ---- profile ----------------------------------------------------------------------------------------------------- */

static void write_profile(struct declaration *d, str name, str value, str author)
{
	fact_profile(d->facts,
		&(struct fact_profile){ .name = name, .value = value, .basis = STR("declared"), .author = author });
}

/* A list is written as its words with commas: the expression language's "in" knows both. */
static str joined(struct declaration *d, const struct yaml *list)
{
	struct buf words = { 0 };

	for (const struct yaml *item = list->first; item; item = item->next) {
		if (words.n) buf_char(&words, ',');
		buf_str(&words, item->text);
	}

	str all = arena_str(d->keep, buf_all(&words));

	buf_free(&words);
	return all;
}

static err collect_profile(struct declaration *d, const struct yaml *map, const char *prefix, str author)
{
	if (map->kind != YAML_MAP)
		return declare_trouble(d, &declare_bad_value, map, "\"%s\" is a map of names and values", map->key.p);
	for (const struct yaml *entry = map->first; entry; entry = entry->next) {
		str name = arena_printf(d->keep, "%s%.*s", prefix, STR_FMT(entry->key));

		if (entry->kind != YAML_MAP) TRY(declare_word(d, entry, DECLARED_NAME, name, (str){ 0 }));

		/* A key without a value, as in a form that is still to be filled, says nothing. */
		if (entry->kind == YAML_SCALAR && !entry->is_quoted &&
			(!entry->text.n || str_is(entry->text, "~") || str_is(entry->text, "unknown")))
			continue;
		if (entry->kind == YAML_MAP) {
			TRY(collect_profile(
				d, entry, arena_cstr(d->keep, arena_printf(d->keep, "%.*s.", STR_FMT(name))), author));
			continue;
		}

		str value = entry->kind == YAML_LIST ? joined(d, entry) : entry->text;

		if (entry->kind == YAML_LIST) TRY(declare_word(d, entry, DECLARED_LIST, name, value));
		if (entry->kind == YAML_LIST)
			for (const struct yaml *item = entry->first; item; item = item->next)
				TRY(declare_word(d, item, DECLARED_VALUE, name, item->text));
		else
			TRY(declare_word(d, entry, DECLARED_VALUE, name, value));
		write_profile(d, name, value, author);
	}
	return OK;
}

/* labels: [sg-cls]: the voluntary schemes that the maker wants to be judged by. */
static err collect_labels(struct declaration *d, const struct yaml *list, str author)
{
	if (list->kind == YAML_MAP)
		return declare_trouble(
			d, &declare_bad_value, list, "labels is a list of labels and voluntary schemes, as [sg-cls]");
	for (const struct yaml *item = list->first; item; item = item->next)
		TRY(declare_word(d, item, DECLARED_LABEL, item->text, (str){ 0 }));
	if (list->kind == YAML_SCALAR) TRY(declare_word(d, list, DECLARED_LABEL, list->text, (str){ 0 }));
	write_profile(d, STR("labels"), list->kind == YAML_LIST ? joined(d, list) : list->text, author);
	return OK;
}

/* ---- answers ----------------------------------------------------------------------------------------------------- */

/* They decide whether it still counts. */
static err days_of_answer(struct declaration *d, const struct yaml *answer)
{
	static const char *const keys[] = { "answered", "expires" };

	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		const struct yaml *day = yaml_get(answer, keys[i]);

		if (day && day->text.n && !declare_is_day(day->text) && !declare_is_moment(day->text))
			TRY(declare_wrong_day(d, day, keys[i], true));
	}
	return OK;
}

/* By the same author, of the same thing: only one of them could be kept. */
static bool answered_before(const struct yaml *list, const struct yaml *answer)
{
	for (const struct yaml *a = list->first; a && a != answer; a = a->next)
		if (str_equal(yaml_text(a, "question"), yaml_text(answer, "question")) &&
			str_equal(yaml_text(a, "for"), yaml_text(answer, "for")) &&
			str_equal(yaml_text(a, "author"), yaml_text(answer, "author")))
			return true;
	return false;
}

/* An answer is left out when something is wrong with it: the file is refused. */
static err collect_answer(struct declaration *d, const struct yaml *list, const struct yaml *a)
{
	static const char *const keys[] = { "question", "for", "value", "unit", "basis", "author", "answered",
		"expires", "reason", "document", NULL };
	char words[SCHEMA_WORDS_MOST];
	str question = yaml_text(a, "question"), of = yaml_text(a, "for"), basis = yaml_text(a, "basis"),
	    author = yaml_text(a, "author");
	uint32_t entity = of.n ? declare_find(d, of) : 0;
	size_t before = d->troubles;
	str name;

	TRY(declare_only_keys(d, a, keys, "is no part of an answer"));
	if (d->troubles != before) return OK;
	if (!question.n || !yaml_text(a, "value").n)
		return declare_trouble(d, &declare_bad_value, a, "an answer needs a question and a value");
	if (answer_is_of_profile(question, &name)) {
		TRY(declare_word(d, yaml_get(a, "question"), DECLARED_NAME, name, (str){ 0 }));
		TRY(declare_word(d, yaml_get(a, "value"), DECLARED_VALUE, name, yaml_text(a, "value")));
	} else {
		TRY(declare_word(d, yaml_get(a, "question"), DECLARED_QUESTION, question, (str){ 0 }));
		TRY(declare_word(d, yaml_get(a, "value"), DECLARED_ANSWER, question, yaml_text(a, "value")));
	}
	if (str_is(basis, "tested"))
		return declare_trouble(d, &declare_bad_value, a,
			"a laboratory's own test has a record, and is entered with \"assay answer ... --lab --evidence "
			"FILE\"");
	if (of.n && !entity)
		TRY(declare_trouble(d, &declare_unknown_name, yaml_get(a, "for"),
			"nothing in this file is called \"%s\"%.*s", of.p, STR_FMT(declare_hint(d, of))));
	if (basis.n && !schema_takes("answer", "basis", basis, words))
		TRY(declare_trouble(d, &declare_bad_value, yaml_get(a, "basis"), "\"basis\" is one of: %s; not \"%s\"",
			words, basis.p));
	TRY(days_of_answer(d, a));
	if (answered_before(list, a))
		return declare_trouble(d, &declare_bad_value, a,
			"\"%s\" is answered twice by the same author: which one is true?", question.p);
	if (d->troubles != before) return OK;
	if (answer_is_of_profile(question, &name)) {
		write_profile(d, name, yaml_text(a, "value"), author);
		return OK;
	}
	fact_answer(d->facts, &(struct fact_answer){
				      .question = question,
				      .entity = entity,
				      .value = yaml_text(a, "value"),
				      .unit = yaml_text(a, "unit"),
				      .basis = basis.n ? basis : STR("declared"),
				      .author = author.n ? author : STR(""),
				      .answered = yaml_text(a, "answered"),
				      .expires = yaml_text(a, "expires"),
				      .reason = yaml_text(a, "reason"),
			      });
	return OK;
}

static err collect_answers(struct declaration *d, const struct yaml *list)
{
	if (list->kind != YAML_LIST)
		return declare_trouble(
			d, &declare_bad_value, list, "answers is a list of {question: ..., value: ..., author: ...}");
	for (const struct yaml *a = list->first; a; a = a->next) TRY(collect_answer(d, list, a));
	fact_covered(d->facts, "answers", "full", NULL, NULL);
	return OK;
}

/* ---- documents --------------------------------------------------------------------------------------------------- */

static void collect_statement(struct declaration *d, uint32_t document, str kind, str subject, str value, str unit)
{
	fact_statement(d->facts, &(struct fact_statement){ .document = document,
					 .kind = kind,
					 .subject = subject,
					 .value = value,
					 .unit = unit,
					 .basis = STR("declared") });
}

static err collect_typed(struct declaration *d, uint32_t document, const struct yaml *s)
{
	static const char *const keys[] = { "kind", "subject", "value", "unit", NULL };
	size_t before = d->troubles;

	if (s->kind == YAML_MAP) TRY(declare_only_keys(d, s, keys, "is no part of a statement"));
	if (d->troubles != before) return OK;
	if (!yaml_text(s, "kind").n)
		return declare_trouble(d, &declare_bad_value, s, "a statement is {kind: ..., value: ...}");
	collect_statement(d, document, yaml_text(s, "kind"), yaml_text(s, "subject"), yaml_text(s, "value"),
		yaml_text(s, "unit"));
	return OK;
}

static err collect_documents(struct declaration *d, const struct yaml *list)
{
	static const char *const own_keys[] = { "statements", NULL };

	if (list->kind != YAML_LIST)
		return declare_trouble(
			d, &declare_bad_value, list, "documents is a list of {kind: ..., url: ..., statements: [...]}");
	for (const struct yaml *item = list->first; item; item = item->next) {
		const struct yaml *statements = yaml_get(item, "statements");
		str kind = yaml_text(item, "kind");
		uint32_t document = facts_count(d->facts, TABLE_document) + 1;

		size_t before = d->troubles;

		TRY(declare_row(d, TABLE_document, 0, item, own_keys));
		if (!kind.n && d->troubles == before)
			TRY(declare_trouble(d, &declare_bad_value, item,
				"a document needs a kind (policy, support, manual, label, ...)"));
		for (const struct yaml *s = statements ? statements->first : NULL; s; s = s->next)
			TRY(collect_typed(d, document, s));
		fact_covered(d->facts, arena_printf(d->keep, "document.%.*s", STR_FMT(kind)).p, "full", NULL, NULL);
	}
	return OK;
}

/* support: the maker's own statement of the defined support period. It is no published document: that the page exists
 * must be shown by the page. */
static err collect_support(struct declaration *d, const struct yaml *map)
{
	if (map->kind != YAML_MAP)
		return declare_trouble(d, &declare_bad_value, map, "support is a map, as {until: 2031-12}");

	uint32_t document = fact_document(d->facts, &(struct fact_document){ .kind = STR("declaration") });

	for (const struct yaml *entry = map->first; entry; entry = entry->next) {
		str name = arena_printf(d->keep, "support.%.*s", STR_FMT(entry->key));

		TRY(declare_word(d, entry, DECLARED_NAME, name, (str){ 0 }));
		TRY(declare_word(d, entry, DECLARED_VALUE, name, entry->text));
		write_profile(d, name, entry->text, (str){ 0 });
		if (str_is(entry->key, "until"))
			collect_statement(d, document, STR("support-end"), (str){ 0 }, entry->text, (str){ 0 });
	}
	return OK;
}

/* ---- the file ---------------------------------------------------------------------------------------------------- */

static const char *const plain_sections[] = { "author", "product", "declaration", "profile", "conditions", "answers",
	"documents", "support", "labels", "certificates", "treatments", "vulnerabilities", NULL };

/* accounts: none; []; {none: yes, author: NAME}: who says so where it is another than the file's author. */
static bool is_none(const struct yaml *list)
{
	bool is_so = false;

	if (list->kind == YAML_SCALAR) return str_is(list->text, "none");
	if (list->kind == YAML_LIST) return !list->first;
	return yaml_get(list, "none") && yaml_bool(yaml_get(list, "none"), &is_so) && is_so &&
	       list->count == 1 + (yaml_text(list, "author").n > 0);
}

static str author_of_none(const struct yaml *list, str author)
{
	str own = yaml_text(list, "author");

	return own.n ? own : author;
}

static err collect_entities(struct declaration *d, const struct yaml *root)
{
	const struct yaml *vulnerabilities = yaml_get(root, "vulnerabilities");

	for (size_t i = 0; i < declared_kind_count; i++) {
		const struct declared_kind *kind = &declared_kinds[i];
		const struct yaml *list = yaml_get(root, kind->list);

		if (!list) continue;
		if (is_none(list)) {
			TRY(declare_none(d, kind, author_of_none(list, yaml_text(root, "author"))));
			continue;
		}
		if (list->kind != YAML_LIST) {
			TRY(declare_trouble(d, &declare_bad_value, list,
				"\"%s\" is a list, or the word none: there is none", kind->list));
			continue;
		}
		for (const struct yaml *item = list->first; item; item = item->next) TRY(declare_entity(d, kind, item));
		fact_covered(d->facts, kind->class, "full", NULL, NULL);
	}
	if (vulnerabilities) TRY(declare_vulnerabilities(d, vulnerabilities, yaml_text(root, "author")));
	for (size_t i = 0; i < declared_kind_count; i++) {
		const struct yaml *list = yaml_get(root, declared_kinds[i].list);

		for (const struct yaml *item = list && list->kind == YAML_LIST ? list->first : NULL; item;
			item = item->next)
			TRY(declare_relations(d, &declared_kinds[i], item));
	}
	return OK;
}

/* What people call the things of a product file, where no letter of the right word is near. */
static const struct {
	const char *word, *meant;
} other_words[] = {
	{ "manufacturer", "product: {maker: ...}" },
	{ "vendor", "product: {maker: ...}" },
	{ "company", "product: {maker: ...}" },
	{ "brand", "product: {maker: ...}" },
	{ "device", "product:" },
	{ "firmware", "an INPUT of assay check" },
	{ "image", "an INPUT of assay check" },
	{ "countries", "profile: {markets: [...]}" },
	{ "users", "accounts:" },
	{ "passwords", "auth_mechanisms:" },
	{ "login", "auth_mechanisms:" },
	{ "authentication", "auth_mechanisms:" },
	{ "ports", "services:" },
	{ "protocols", "channels:" },
	{ "connections", "channels:" },
	{ "sbom", "components:" },
	{ "packages", "components:" },
	{ "libraries", "components:" },
	{ "keys", "parameters:" },
	{ "secrets", "parameters:" },
	{ "updates", "update_mechanisms:" },
	{ "policy", "documents:" },
	{ "links", "documents:" },
	{ "cves", "vulnerabilities:" },
};

static str section_meant(struct declaration *d, str key)
{
	struct candidates near = { .keep = d->keep, .wanted = key };
	str place = d->words ? d->words->wrong(d->words->self, d->keep, DECLARED_SECTION, key, (str){ 0 }) : (str){ 0 };

	if (place.n) return place;
	for (size_t i = 0; i < sizeof(other_words) / sizeof(*other_words); i++)
		if (str_is(key, other_words[i].word))
			return arena_printf(d->keep, "did you mean %s?", other_words[i].meant);
	for (const char *const *s = plain_sections; *s; s++) candidate(&near, str_of(*s));
	for (size_t i = 0; i < declared_kind_count; i++) candidate(&near, str_of(declared_kinds[i].list));
	declare_near_rows(&near);
	return suggestion(&near);
}

static err no_section(struct declaration *d, const struct yaml *section)
{
	str hint = section_meant(d, section->key);

	return declare_trouble(d, &declare_unknown_key, section, "\"%s\" is no section of a product file; %.*s",
		section->key.p, STR_FMT(hint.n ? hint : STR("see doc/product-file.md for the sections")));
}

static err collect_section(struct declaration *d, const struct yaml *section, str author)
{
	if (str_is(section->key, "author")) return OK;
	if (str_is(section->key, "product")) return collect_profile(d, section, "product.", author);
	if (str_is(section->key, "declaration")) return collect_profile(d, section, "declaration.", author);
	if (str_is(section->key, "profile") || str_is(section->key, "conditions"))
		return collect_profile(d, section, "", author);
	if (str_is(section->key, "answers")) return collect_answers(d, section);
	if (str_is(section->key, "documents")) return collect_documents(d, section);
	if (str_is(section->key, "labels")) return collect_labels(d, section, author);
	if (str_is(section->key, "support")) return collect_support(d, section);
	if (str_is(section->key, "certificates")) return declare_certificates(d, section, author);
	if (str_is(section->key, "draft")) return declare_draft(d, section);
	if (str_is(section->key, "treatments")) return declare_treatments(d, section, author);
	if (declare_is_rows(section->key)) return declare_rows(d, section);
	if (str_is(section->key, "vulnerabilities")) return OK;
	for (size_t i = 0; i < declared_kind_count; i++)
		if (str_is(section->key, declared_kinds[i].list)) return OK;
	return no_section(d, section);
}

err collect_product(struct facts *f, span text, const struct declared_words *words, struct buf *detail)
{
	struct arena keep = arena_open((size_t)256 << 20);
	struct declaration d = { .facts = f, .keep = &keep, .detail = detail, .words = words };
	const struct yaml *root = NULL;
	struct yaml_problem problem = { 0 };
	err e = yaml_parse(&keep, text, &root, &problem);

	if (e.is)
		buf_printf(detail, "line %u, column %u: %.*s", problem.line, problem.column, STR_FMT(problem.message));
	if (!e.is && !root) {
		buf_text(detail, "line 1: it says nothing; a product file is a map of sections (product:, profile:, "
				 "answers: ...)");
		e = fail(&declare_bad_value, 1);
	}
	if (!e.is && root->kind != YAML_MAP)
		e = declare_trouble(&d, &declare_bad_value, root,
			"a product file is a map of sections (product:, profile:, answers: ...)");
	if (!e.is && !d.troubles && root) e = collect_entities(&d, root);
	for (const struct yaml *section = root && !e.is && root->kind == YAML_MAP ? root->first : NULL;
		section && !e.is; section = section->next)
		e = collect_section(&d, section, yaml_text(root, "author"));
	if (d.troubles) e = declare_end(&d);
	arena_close(&keep);
	return e;
}
