#include "rules/read.h"

#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>

static void add_problem(struct loader *l, struct place place, str hint, const char *format, va_list args)
{
	char message[512];

	vsnprintf(message, sizeof(message), format, args);
	*vec_add(l->keep, l->problems) = (struct rule_problem){
		.place = place, .message = arena_str(l->keep, str_of(message)), .suggestion = hint
	};
}

void problem(struct loader *l, uint32_t line, uint32_t column, str hint, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	add_problem(l, (struct place){ .file = l->file, .line = line, .column = column }, hint, format, args);
	va_end(args);
}

void problem_at(struct loader *l, struct place place, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	add_problem(l, place, STR(""), format, args);
	va_end(args);
}

/* ---- values ------------------------------------------------------------------------------------------------------ */

struct place place_of(const struct loader *l, const struct yaml *y)
{
	return (struct place){ .file = l->file,
		.line = y->key_line ? y->key_line : y->line,
		.column = y->key_line ? y->key_column : y->column };
}

bool is_beside(const struct loader *l, struct place earlier)
{
	const char *a = earlier.file ? strrchr(earlier.file, '/') : NULL, *b = strrchr(l->file, '/');

	return a && b && a - earlier.file == b - l->file && !memcmp(earlier.file, l->file, (size_t)(a - earlier.file));
}

void only_keys(struct loader *l, const struct yaml *map, const char *const *keys)
{
	for (const struct yaml *entry = map->first; (entry = yaml_unknown_key(entry, keys)); entry = entry->next) {
		struct candidates near = { .keep = l->keep, .wanted = entry->key };

		for (const char *const *key = keys; *key; key++) candidate(&near, str_of(*key));
		problem(l, entry->key_line, entry->key_column, suggestion(&near), "the key \"%s\" is not known here",
			entry->key.p);
	}
}

str take_text(struct loader *l, const struct yaml *map, const char *key)
{
	const struct yaml *entry = yaml_get(map, key);
	struct buf all = { 0 };

	if (!entry) return STR("");
	if (entry->kind == YAML_SCALAR) return entry->text;
	if (entry->kind == YAML_MAP) {
		problem(l, entry->key_line, entry->key_column, STR(""), "\"%s\" is a text, not a map", key);
		return STR("");
	}
	for (const struct yaml *item = entry->first; item; item = item->next) {
		if (all.n) buf_char(&all, ',');
		buf_str(&all, item->text);
	}

	str text = arena_str(l->keep, buf_all(&all));

	buf_free(&all);
	return text;
}

str need_text(struct loader *l, const struct yaml *map, const char *key)
{
	const struct yaml *entry = yaml_get(map, key);
	str text = take_text(l, map, key);

	if (entry && entry->kind == YAML_LIST)
		problem(l, entry->key_line, entry->key_column, STR(""), "\"%s\" is a text, not a list", key);
	if (entry && entry->kind != YAML_SCALAR) return STR("");
	if (!text.n) problem(l, map->line, map->column, STR(""), "\"%s\" is missing", key);
	return text;
}

/* The days of a month; 0 when there is no such month. */
static unsigned days_of(unsigned year, unsigned month)
{
	static const uint8_t days[] = { 0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	if (month > 12) return 0;
	return month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : days[month];
}

static bool is_date(str text)
{
	unsigned parts[3] = { 0, 1, 1 };
	size_t n = 0;

	for (size_t i = 0; i < text.n; i++) {
		bool is_dash = i == 4 || i == 7;

		if (is_dash ? text.p[i] != '-' : text.p[i] < '0' || text.p[i] > '9') return false;
		if (is_dash) parts[++n] = 0;
		if (!is_dash) parts[n] = parts[n] * 10 + (unsigned)(text.p[i] - '0');
		if (n == 2 && i > 9) return false;
	}
	return (text.n == 4 || text.n == 7 || text.n == 10) && parts[2] >= 1 && parts[2] <= days_of(parts[0], parts[1]);
}

str take_date(struct loader *l, const struct yaml *map, const char *key)
{
	const struct yaml *entry = yaml_get(map, key);
	str text = take_text(l, map, key);

	if (!text.n || is_date(text)) return text;
	problem(l, entry->line, entry->column, STR(""), "\"%s\" is a date, as 2026-05-31, not \"%.*s\"", key,
		STR_FMT(text));
	return STR("");
}

const char *const confidences[] = { "confirmed", "published", "secondary", "unconfirmed", NULL };

str take_one_of(struct loader *l, const struct yaml *map, const char *key, const char *const *words)
{
	const struct yaml *entry = yaml_get(map, key);
	str text = take_text(l, map, key), all = STR("");
	struct candidates near = { .keep = l->keep, .wanted = text };

	if (!text.n) return text;
	for (const char *const *word = words; *word; word++)
		if (str_is(text, *word)) return text;
	for (const char *const *word = words; *word; word++) {
		candidate(&near, str_of(*word));
		all = arena_printf(l->keep, "%.*s%s%s", STR_FMT(all), !all.n ? "" : word[1] ? ", " : " or ", *word);
	}
	problem(l, entry->line, entry->column, suggestion(&near), "\"%s\" is %.*s, not \"%.*s\"", key, STR_FMT(all),
		STR_FMT(text));
	return STR("");
}

str need_one_of(struct loader *l, const struct yaml *map, const char *key, const char *const *words)
{
	str text = need_text(l, map, key);

	return text.n ? take_one_of(l, map, key, words) : text;
}

static const struct yaml *take_kind(
	struct loader *l, const struct yaml *map, const char *key, enum yaml_kind kind, const char *name)
{
	const struct yaml *entry = yaml_get(map, key);

	if (!entry || entry->kind == kind) return entry;
	problem(l, entry->key_line, entry->key_column, STR(""), "\"%s\" is a %s", key, name);
	return NULL;
}

const struct yaml *take_list(struct loader *l, const struct yaml *map, const char *key)
{
	return take_kind(l, map, key, YAML_LIST, "list");
}

const struct yaml *take_map(struct loader *l, const struct yaml *map, const char *key)
{
	return take_kind(l, map, key, YAML_MAP, "map");
}

str *take_words(struct loader *l, const struct yaml *map, const char *key, size_t *ret_count)
{
	const struct yaml *entry = yaml_get(map, key);
	str *words;
	size_t n = 0;

	*ret_count = 0;
	if (!entry) return NULL;
	if (entry->kind == YAML_MAP) {
		problem(l, entry->key_line, entry->key_column, STR(""), "\"%s\" is a list", key);
		return NULL;
	}
	words = arena_array(l->keep, str, entry->kind == YAML_LIST ? entry->count : 1);
	if (entry->kind == YAML_SCALAR) words[n++] = entry->text;
	for (const struct yaml *item = entry->first; item; item = item->next) words[n++] = item->text;
	*ret_count = n;
	return words;
}

bool take_yes(struct loader *l, const struct yaml *map, const char *key)
{
	const struct yaml *entry = yaml_get(map, key);
	bool yes = false;

	if (entry && !yaml_bool(entry, &yes))
		problem(l, entry->key_line, entry->key_column, STR(""), "\"%s\" is yes or no", key);
	return yes;
}

uint32_t take_number(struct loader *l, const struct yaml *map, const char *key)
{
	const struct yaml *entry = yaml_get(map, key);
	uint64_t value = 0;

	if (entry && (!str_to_u64(entry->text, 10, &value) || value > UINT32_MAX))
		problem(l, entry->key_line, entry->key_column, STR(""), "\"%s\" is a whole number", key);
	return (uint32_t)value;
}

struct expr *take_expr(struct loader *l, const struct yaml *map, const char *key, str *ret_text)
{
	const struct yaml *entry = yaml_get(map, key);
	const char *what = "";
	struct expr *e = NULL;

	if (!entry) return NULL;
	if (ret_text) *ret_text = entry->text;

	err bad = expr_parse(l->keep, entry->text, &e, &what);

	if (!bad.is) {
		expr_set_place(e, entry->line, entry->column);
		return e;
	}
	problem(l, entry->line, entry->column + (uint32_t)bad.at, STR(""), "in the expression \"%s\": expected %s",
		entry->text.p, what);
	return NULL;
}
