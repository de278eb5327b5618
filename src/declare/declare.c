#include "declare/declare.h"

#include "base/buf.h"
#include "base/siphash.h"
#include "declare/declare_words.h"
#include "declare/referring.h"
#include "declare/relations.h"
#include "evidence/wire.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

const struct fault declare_bad_value = { FAULT_INPUT, "product.bad-value", "a value does not fit its key" };
const struct fault declare_unknown_key = { FAULT_INPUT, "product.unknown-key", "a key is not known here" };
const struct fault declare_unknown_name = { FAULT_INPUT, "product.unknown-name",
	"a name is referred to that nothing declares" };

const struct declared_kind declared_kinds[] = {
	{ "auth_mechanisms", "auth-mechanism", "ixit.1", TABLE_auth_mechanism },
	{ "user_information", "user-information", "ixit.2", TABLE_COUNT },
	{ "vulnerability_types", "vulnerability-type", "ixit.3", TABLE_COUNT },
	{ "vulnerability_monitoring", "vulnerability-monitoring", "ixit.5", TABLE_COUNT },
	{ "components", "component", "ixit.6", TABLE_component },
	{ "update_mechanisms", "update-mechanism", "ixit.7", TABLE_update_mechanism },
	{ "update_procedures", "update-procedure", "ixit.8", TABLE_COUNT },
	{ "replacements", "replacement", "ixit.9", TABLE_COUNT },
	{ "parameters", "parameter", "ixit.10", TABLE_parameter },
	{ "channels", "channel", "ixit.11", TABLE_channel },
	{ "implementations", "implementation", "ixit.12", TABLE_COUNT },
	{ "services", "service", "ixit.13", TABLE_service },
	{ "management_processes", "management-process", "ixit.14", TABLE_COUNT },
	{ "interfaces", "interface", "ixit.15", TABLE_interface },
	{ "code_minimisation", "code-minimisation", "ixit.16", TABLE_COUNT },
	{ "privilege_controls", "privilege-control", "ixit.17", TABLE_COUNT },
	{ "memory_controls", "memory-control", "ixit.18", TABLE_COUNT },
	{ "development_processes", "development-process", "ixit.19", TABLE_COUNT },
	{ "boot", "boot", "ixit.20", TABLE_COUNT },
	{ "data", "data", "ixit.21", TABLE_data },
	{ "sensors", "sensor", "ixit.22", TABLE_COUNT },
	{ "resilience", "resilience", "ixit.23", TABLE_COUNT },
	{ "telemetry", "telemetry", "ixit.24", TABLE_data },
	{ "deletions", "deletion", "ixit.25", TABLE_COUNT },
	{ "decisions", "decision", "ixit.26", TABLE_COUNT },
	{ "user_interfaces", "user-interface", "ixit.27", TABLE_COUNT },
	{ "apis", "api", "ixit.28", TABLE_interface },
	{ "validations", "validation", "ixit.29", TABLE_COUNT },
	{ "assets", "asset", "assets", TABLE_asset },
	{ "accounts", "account", "accounts.declared", TABLE_account },
	{ "logs", "log", "logs", TABLE_COUNT },
	{ "log_events", "log-event", "log_events", TABLE_COUNT },
	{ "notices", "notice", "notices", TABLE_COUNT },
};
const size_t declared_kind_count = sizeof(declared_kinds) / sizeof(*declared_kinds);

struct declared_name {
	struct declared_name *next;
	str name;
	uint32_t entity;
	const char *kind;
};

const struct fault declare_unknown_word = { FAULT_INPUT, "product.unknown-word", "a word is not known to the rules" };

/* What no row holds by itself, and no reference to another. */
static bool may_be_declared(const struct wire_column *c)
{
	return c->kind != COLUMN_ID && c->kind != COLUMN_INPUT && c->kind != COLUMN_REF && strcmp(c->name, "line") != 0;
}

err declare_trouble(struct declaration *d, const struct fault *fault, const struct yaml *at, const char *format, ...)
{
	char message[400];
	va_list args;

	va_start(args, format);
	vsnprintf(message, sizeof(message), format, args);
	va_end(args);
	d->found[d->troubles] = (struct declared_trouble){ .line = at->key_line ? at->key_line : at->line,
		.column = at->key_line ? at->key_column : at->column,
		.message = arena_str(d->keep, str_of(message)),
		.is = fail(fault, at->line) };
	facts_mute(d->facts);
	return ++d->troubles > LIMIT_PRODUCT_TROUBLES || d->stops_at_first ? d->found[0].is : OK;
}

static int by_place(const void *a, const void *b)
{
	const struct declared_trouble *p = a, *q = b;

	if (p->line != q->line) return p->line < q->line ? -1 : 1;
	return p->column < q->column ? -1 : p->column > q->column;
}

err declare_end(struct declaration *d)
{
	size_t most = d->troubles < LIMIT_PRODUCT_TROUBLES ? d->troubles : LIMIT_PRODUCT_TROUBLES;

	if (!most) return OK;
	qsort(d->found, most, sizeof(*d->found), by_place);
	for (size_t i = 0; i < most; i++) {
		buf_printf(d->detail, "%sline %u, column %u: ", i ? "\n" : "", d->found[i].line, d->found[i].column);
		buf_visible(d->detail, d->found[i].message);
	}
	if (d->troubles > most) buf_text(d->detail, "\nthere is more of the kind: mend these first");
	return d->found[0].is;
}

err declare_word(struct declaration *d, const struct yaml *at, enum declared_word kind, str name, str value)
{
	str wrong = d->words ? d->words->wrong(d->words->self, d->keep, kind, name, value) : (str){ 0 };

	return wrong.n ? declare_trouble(d, &declare_unknown_word, at, "%.*s", STR_FMT(wrong)) : OK;
}

/* The nearest of the words, as "; did you mean ...?"; empty: none is near. words ends with NULL. */
static str hint_of(struct declaration *d, str wanted, const char *const *words, const struct wire_column *columns)
{
	struct candidates near = { .keep = d->keep, .wanted = wanted };

	for (; words && *words; words++) candidate(&near, str_of(*words));
	for (const struct wire_column *c = columns; c && c->name; c++)
		if (may_be_declared(c)) candidate(&near, str_of(c->name));

	str hint = suggestion(&near);

	return hint.n ? arena_printf(d->keep, "; %.*s", STR_FMT(hint)) : (str){ 0 };
}

bool declare_is_one_of(str word, const char *const *words)
{
	for (; words && *words; words++)
		if (str_is(word, *words)) return true;
	return false;
}

err declare_only_keys(struct declaration *d, const struct yaml *map, const char *const *keys, const char *says)
{
	for (const struct yaml *at = map->first; (at = yaml_unknown_key(at, keys)); at = at->next)
		TRY(declare_trouble(d, &declare_unknown_key, at, "\"%s\" %s%.*s", at->key.p, says,
			STR_FMT(hint_of(d, at->key, keys, NULL))));
	return OK;
}

/* Numbers that a stranger could choose would need a secret; names that meet in one chain only cost time, and that is
 * bounded for a reader. */
static size_t chain_of(str name)
{
	return siphash((struct sip_key){ 0 }, span_from_str(name)) % DECLARED_CHAINS;
}

static const struct declared_name *find_name(const struct declaration *d, str name)
{
	const struct declared_name *n = d->names[chain_of(name)];

	while (n && !str_equal(n->name, name)) n = n->next;
	return n;
}

uint32_t declare_find(const struct declaration *d, str name)
{
	const struct declared_name *n = find_name(d, name);

	return n ? n->entity : 0;
}

static bool are_digits(str s, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (s.p[i] < '0' || s.p[i] > '9') return false;
	return true;
}

static int number_at(str s, size_t from, size_t to)
{
	int number = 0;

	for (size_t i = from; i < to; i++) number = number * 10 + s.p[i] - '0';
	return number;
}

/* One that the calendar has: of another, nobody could say how old it is. */
bool declare_is_day(str s)
{
	if (s.n != 10 || s.p[4] != '-' || s.p[7] != '-') return false;
	if (!are_digits(s, 0, 4) || !are_digits(s, 5, 7) || !are_digits(s, 8, 10)) return false;

	static const uint8_t days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	int year = number_at(s, 0, 4), month = number_at(s, 5, 7), day = number_at(s, 8, 10);
	bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1] + (month == 2 && is_leap);
}

bool declare_is_moment(str s)
{
	return s.n == 20 && declare_is_day((str){ s.p, 10 }) && s.p[10] == 'T' && are_digits(s, 11, 13) &&
	       s.p[13] == ':' && are_digits(s, 14, 16) && s.p[16] == ':' && are_digits(s, 17, 19) && s.p[19] == 'Z' &&
	       number_at(s, 11, 13) < 24 && number_at(s, 14, 16) < 60 && number_at(s, 17, 19) <= 60;
}

/* What is compared with other days must be one: half a day would be neither before nor after. */
static bool is_when(const char *column)
{
	return strcmp(column, "published") == 0 || strcmp(column, "fetched") == 0 || strcmp(column, "happened") == 0;
}

err declare_wrong_day(struct declaration *d, const struct yaml *given, const char *key, bool may_be_moment)
{
	str meant = day_meant(d->keep, given->text);
	const char *end = meant.n ? "?" : "";

	return declare_trouble(d, &declare_bad_value, given, "\"%s\" is a day as 2027-03-31%s, not \"%s\"%s%.*s%s", key,
		may_be_moment ? ", or a moment in UTC as 2027-03-31T12:00:00Z" : "", given->text.p,
		meant.n ? "; did you mean " : "", STR_FMT(meant), end);
}

/* words: with commas. */
static err wrong_choice(struct declaration *d, const struct yaml *given, const char *key, const char *words)
{
	struct candidates near = { .keep = d->keep, .wanted = given->text };
	str rest = str_of(words), word;

	while (str_split(&rest, ',', &word)) candidate(&near, str_trim(word));

	str hint = suggestion(&near);

	return declare_trouble(d, &declare_bad_value, given, "\"%s\" is one of: %s; not \"%s\"%s%.*s", key, words,
		given->text.p, STR_AFTER("; ", hint));
}

static err value_of(struct declaration *d, const struct wire_table *table, const struct wire_column *column,
	const struct yaml *given, struct fact_value *ret)
{
	char *end, words[SCHEMA_WORDS_MOST];
	bool yes;

	if (given->kind != YAML_SCALAR)
		return declare_trouble(d, &declare_bad_value, given, "\"%s\" takes a single value", column->name);
	if (!given->is_quoted && (str_is(given->text, "unknown") || str_is(given->text, "~") || !given->text.n))
		return OK;

	switch (column->kind) {
	case COLUMN_BOOL:
		if (!yaml_bool(given, &yes))
			return declare_trouble(d, &declare_bad_value, given, "\"%s\" is yes, no or unknown, not \"%s\"",
				column->name, given->text.p);
		*ret = (struct fact_value){ .kind = FACT_INT, .integer = yes };
		return OK;
	case COLUMN_INT:
		*ret = (struct fact_value){ .kind = FACT_INT, .integer = strtoll(given->text.p, &end, 10) };
		if (*end || end == given->text.p)
			return declare_trouble(d, &declare_bad_value, given, "\"%s\" is a whole number, not \"%s\"",
				column->name, given->text.p);
		return OK;
	case COLUMN_REAL:
		*ret = (struct fact_value){ .kind = FACT_REAL, .number = strtod(given->text.p, &end) };
		if (*end || end == given->text.p)
			return declare_trouble(d, &declare_bad_value, given, "\"%s\" is a number, not \"%s\"",
				column->name, given->text.p);
		return OK;
	case COLUMN_TEXT:
		if (is_when(column->name) && !declare_is_day(given->text) && !declare_is_moment(given->text))
			return declare_wrong_day(d, given, column->name, true);
		if (!schema_takes(table->name, column->name, given->text, words))
			return wrong_choice(d, given, column->name, words);
		*ret = (struct fact_value){ .kind = FACT_TEXT, .text = given->text };
		return OK;
	default:
		return declare_trouble(d, &declare_unknown_key, given, "\"%s\" cannot be declared", column->name);
	}
}

/* In a product file a hyphen and an underscore are the same. */
static bool is_column(const struct yaml *entry, const struct wire_column *c)
{
	if (entry->key.n != strlen(c->name)) return false;
	for (size_t i = 0; i < entry->key.n; i++)
		if ((entry->key.p[i] == '-' ? '_' : entry->key.p[i]) != c->name[i]) return false;
	return c->kind != COLUMN_ID && c->kind != COLUMN_INPUT && c->kind != COLUMN_REF;
}

/* Keys that are no column of the table, nor one of the others. */
static err unknown_columns(struct declaration *d, int table, const struct yaml *map, const char *const *own_keys)
{
	const struct wire_column *columns = table < TABLE_COUNT ? wire_tables[table].columns : NULL;

	for (const struct yaml *entry = map->first; entry; entry = entry->next) {
		bool is_known = declare_is_one_of(entry->key, own_keys);

		for (const struct wire_column *c = columns; c && c->name && !is_known; c++)
			is_known = is_column(entry, c);
		if (is_known) continue;

		str hint = hint_of(d, entry->key, own_keys, columns);

		TRY(declare_trouble(d, &declare_unknown_key, entry, "\"%s\" is not known here%.*s", entry->key.p,
			STR_FMT(hint.n ? hint : STR("; see doc/product-file.md for the keys"))));
	}
	return OK;
}

err declare_row(struct declaration *d, int table, uint32_t entity, const struct yaml *map, const char *const *own_keys)
{
	const struct wire_column *columns = table < TABLE_COUNT ? wire_tables[table].columns : NULL;
	struct fact_value values[24] = { 0 };
	size_t count = 0, before = d->troubles;

	TRY(unknown_columns(d, table, map, own_keys));
	if (!columns) return OK;
	for (const struct wire_column *c = columns; c->name; c++) {
		if (c->kind == COLUMN_ID || c->kind == COLUMN_INPUT) continue;

		struct fact_value *value = &values[count++];

		if (c->kind == COLUMN_REF || c->kind == COLUMN_REF0) {
			*value = (struct fact_value){ .kind = FACT_REF,
				.integer = strcmp(c->name, "entity") == 0 ? entity : 0 };
			continue;
		}
		if (c->kind == COLUMN_INT && strcmp(c->name, "line") == 0)
			*value = (struct fact_value){ .kind = FACT_INT, .integer = map->line };
		for (const struct yaml *entry = map->first; entry; entry = entry->next)
			if (is_column(entry, c)) TRY(value_of(d, &wire_tables[table], c, entry, value));
		if (value->kind == FACT_NULL && c->kind == COLUMN_TEXT &&
			schema_needs(wire_tables[table].name, c->name) && d->troubles == before)
			TRY(declare_trouble(d, &declare_bad_value, map, "\"%s\" must be there", c->name));
	}
	/* A row that something is wrong with is told, not sent: who receives it would take the sender for a liar. */
	if (d->troubles == before) fact_row(d->facts, (enum fact_table)table, values, count);
	return OK;
}

static err declare_crypto(struct declaration *d, uint32_t entity, const struct yaml *list)
{
	static const char *const keys[] = { "purpose", "algorithm", "bits", NULL };

	for (const struct yaml *use = list->first; use; use = use->next) {
		uint64_t bits = 0;
		char words[SCHEMA_WORDS_MOST];
		str text = yaml_text(use, "bits");

		size_t before = d->troubles;

		if (use->kind == YAML_MAP) TRY(declare_only_keys(d, use, keys, "is no part of an entry of crypto"));
		if (d->troubles != before) continue;
		if (use->kind != YAML_MAP || !yaml_text(use, "purpose").n || !yaml_text(use, "algorithm").n) {
			TRY(declare_trouble(d, &declare_bad_value, use,
				"an entry of crypto is {purpose: ..., algorithm: ..., bits: ...}"));
			continue;
		}
		if (text.n && !str_to_u64(text, 10, &bits))
			TRY(declare_trouble(d, &declare_bad_value, use, "bits is a whole number, not \"%s\"", text.p));
		if (!schema_takes("crypto_use", "purpose", yaml_text(use, "purpose"), words))
			TRY(wrong_choice(d, yaml_get(use, "purpose"), "purpose", words));
		fact_crypto_use(d->facts, &(struct fact_crypto_use){
						  .entity = entity,
						  .purpose = yaml_text(use, "purpose"),
						  .algorithm = yaml_text(use, "algorithm"),
						  .bits = text.n ? NUM(bits) : (num){ 0 },
						  .basis = STR("declared"),
					  });
	}
	return OK;
}

void declare_name(struct declaration *d, str name, uint32_t entity, const char *kind)
{
	struct declared_name *known = arena_new(d->keep, struct declared_name);

	struct declared_name **chain = &d->names[chain_of(name)];

	*known = (struct declared_name){ .next = *chain, .name = name, .entity = entity, .kind = kind };
	*chain = known;
}

err declare_entity(struct declaration *d, const struct declared_kind *kind, const struct yaml *item)
{
	static const char *const own_keys[] = { "name", "fields", "crypto", "relations", NULL };
	str name = yaml_text(item, "name");

	if (item->kind == YAML_MAP && !name.n) {
		size_t before = d->troubles;

		/* What stands in its place may be the name, mistyped. */
		TRY(unknown_columns(d, kind->table, item, own_keys));
		if (d->troubles != before) return OK;
	}
	if (item->kind != YAML_MAP || !name.n)
		return declare_trouble(
			d, &declare_bad_value, item, "an entry of %s is a map with at least a name", kind->list);
	if (declare_find(d, name))
		return declare_trouble(d, &declare_bad_value, item,
			"the name \"%s\" stands twice; names are what relations and answers refer to", name.p);

	const struct yaml *crypto = yaml_get(item, "crypto"), *fields = yaml_get(item, "fields");

	uint32_t entity = fact_entity(d->facts,
		&(struct fact_entity){
			.kind = str_of(kind->kind), .name = name, .basis = STR("declared"), .line = NUM(item->line) });

	declare_name(d, name, entity, kind->kind);
	TRY(declare_row(d, kind->table, entity, item, own_keys));
	if (crypto) TRY(declare_crypto(d, entity, crypto));
	for (const struct yaml *field = fields ? fields->first : NULL; field; field = field->next) {
		fact_field(
			d->facts, &(struct fact_field){ .entity = entity, .name = field->key, .value = field->text });
		write_references(
			d->keep, d->facts, entity, name, form_of_kind(str_of(kind->kind)), field->key, field->text);
	}
	return OK;
}

err declare_none(struct declaration *d, const struct declared_kind *kind, str author)
{
	fact_profile(d->facts, &(struct fact_profile){ .name = arena_printf(d->keep, DECLARED_NONE "%s", kind->kind),
				       .value = str_of(kind->class),
				       .basis = STR("declared"),
				       .author = author });
	fact_covered(d->facts, kind->class, "full", NULL, NULL);
	return OK;
}

/* "; did you mean ...?" of the names that the file declares. */
str declare_hint(struct declaration *d, str wanted)
{
	struct candidates near = { .keep = d->keep, .wanted = wanted };

	for (size_t i = 0; i < DECLARED_CHAINS; i++)
		for (const struct declared_name *n = d->names[i]; n; n = n->next) candidate(&near, n->name);

	str hint = suggestion(&near);

	return hint.n ? arena_printf(d->keep, "; %.*s", STR_FMT(hint)) : (str){ 0 };
}

static void write_relation(
	struct declaration *d, const struct relation_word *word, bool is_backward, uint32_t own, uint32_t other)
{
	fact_relation(d->facts, &(struct fact_relation){ .subject = is_backward ? other : own,
					.verb = str_of(word->verb),
					.object = is_backward ? own : other,
					.basis = STR("declared") });
}

static err declare_relation(struct declaration *d, const struct relation_word *word, bool is_backward, uint32_t own,
	const struct yaml *named)
{
	const struct declared_name *other = find_name(d, named->text);

	if (named->kind != YAML_SCALAR || !other)
		return declare_trouble(d, &declare_unknown_name, named, "nothing in this file is called \"%.*s\"%.*s",
			STR_FMT(named->text), STR_FMT(declare_hint(d, named->text)));
	if (!relation_takes(word, other->kind, !is_backward))
		return declare_trouble(d, &declare_bad_value, named, "\"%.*s\" (%s) is nothing that \"%s\" goes to",
			STR_FMT(named->text), other->kind, is_backward ? word->backward : word->verb);
	write_relation(d, word, is_backward, own, other->entity);
	return OK;
}

/* An empty list says that there is none: a link to nothing, which is not the same as none stated. */
static err declare_links(struct declaration *d, const struct declared_kind *kind, uint32_t own, const struct yaml *verb)
{
	struct candidates near = { .keep = d->keep, .wanted = verb->key };
	bool is_backward = false;
	const struct relation_word *word = relation_named(verb->key, kind->kind, &is_backward, &near);
	str hint = word ? (str){ 0 } : suggestion(&near);

	if (!word)
		return declare_trouble(d, &declare_unknown_key, verb, "\"%.*s\" is no relation of %s%s%.*s",
			STR_FMT(verb->key), kind->list, STR_AFTER("; ", hint));
	bool is_none = verb->kind == YAML_SCALAR && str_is(verb->text, "none") && !declare_find(d, verb->text);

	if (verb->kind == YAML_SCALAR && !verb->text.n) return OK; /* left blank: not stated */
	if (verb->kind == YAML_SCALAR && !is_none) return declare_relation(d, word, is_backward, own, verb);
	for (const struct yaml *named = verb->first; named; named = named->next)
		TRY(declare_relation(d, word, is_backward, own, named));
	if (!verb->first && !is_backward) write_relation(d, word, false, own, 0);
	return OK;
}

err declare_relations(struct declaration *d, const struct declared_kind *kind, const struct yaml *item)
{
	const struct yaml *relations = yaml_get(item, "relations");
	uint32_t own = declare_find(d, yaml_text(item, "name"));

	if (!relations) return OK;
	if (relations->kind != YAML_MAP)
		return declare_trouble(
			d, &declare_bad_value, relations, "relations of %s is a map from a verb to names", kind->list);
	for (const struct yaml *verb = relations->first; verb; verb = verb->next)
		TRY(declare_links(d, kind, own, verb));
	return OK;
}

/* ---- rows of product-wide tables --------------------------------------------------------------------------------- */

static const struct row_list {
	const char *list, *class;
	enum fact_table table;
} row_lists[] = {
	{ "releases", "releases", TABLE_release },
	{ "advisories", "advisories", TABLE_advisory },
	{ "events", "events", TABLE_event },
	{ "activities", "activities", TABLE_activity },
	{ "ics", "ics", TABLE_ics },
	{ "unplaced", NULL, TABLE_unplaced },
};

static const struct row_list *row_list(str key)
{
	for (size_t i = 0; i < sizeof(row_lists) / sizeof(*row_lists); i++)
		if (str_is(key, row_lists[i].list)) return &row_lists[i];
	return NULL;
}

void declare_near_rows(struct candidates *near)
{
	for (size_t i = 0; i < sizeof(row_lists) / sizeof(*row_lists); i++) candidate(near, str_of(row_lists[i].list));
}

bool declare_is_rows(str key)
{
	return row_list(key);
}

/* fixes: what a release mends, by the public ids of the vulnerabilities. */
static err declare_fixes(struct declaration *d, const struct yaml *release)
{
	const struct yaml *fixes = yaml_get(release, "fixes");

	if (fixes && fixes->kind != YAML_LIST)
		return declare_trouble(d, &declare_bad_value, fixes, "fixes is a list of ids, as [CVE-2026-1000]");
	for (const struct yaml *id = fixes ? fixes->first : NULL; id; id = id->next) {
		if (id->kind != YAML_SCALAR || !id->text.n)
			TRY(declare_trouble(
				d, &declare_bad_value, id, "an entry of fixes is the id of a vulnerability"));
		fact_fix(d->facts, &(struct fact_fix){ .release = facts_count(d->facts, TABLE_release),
					   .vulnerability = id->text });
	}
	return OK;
}

err declare_rows(struct declaration *d, const struct yaml *list)
{
	static const char *const release_keys[] = { "fixes", NULL };
	const struct row_list *rows = row_list(list->key);

	if (list->kind != YAML_LIST)
		return declare_trouble(d, &declare_bad_value, list, "\"%s\" is a list", list->key.p);
	for (const struct yaml *item = list->first; item; item = item->next) {
		if (item->kind != YAML_MAP) {
			TRY(declare_trouble(d, &declare_bad_value, item, "an entry of %s is a map", list->key.p));
			continue;
		}
		TRY(declare_row(d, (int)rows->table, 0, item, rows->table == TABLE_release ? release_keys : NULL));
		if (rows->table == TABLE_release) TRY(declare_fixes(d, item));
	}
	if (rows->class) fact_covered(d->facts, rows->class, "full", NULL, NULL);
	return OK;
}
