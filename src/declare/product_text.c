#include "declare/product_text.h"

#include "base/utf8.h"
#include "declare/declare.h"
#include "evidence/wire.h"

/* ---- scalars ----------------------------------------------------------------------------------------------------- */

static bool is_plain_word(str s)
{
	static const char *const meant[] = { "yes", "no", "true", "false", "on", "off", "null", "unknown", "y", "n" };
	bool has_letter = false;

	if (!s.n || s.n > 60) return false;
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');

		has_letter |= is_letter;
		if (!is_letter && !(c >= '0' && c <= '9') && !(i && strchr(" ._/+-", c))) return false;
	}
	if (!has_letter || s.p[s.n - 1] == ' ') return false;
	for (size_t i = 0; i < sizeof(meant) / sizeof(*meant); i++)
		if (s.n == strlen(meant[i]) && str_find_no_case(s, meant[i], NULL)) return false;
	return true;
}

/* Lines of their own read as they were written, unless something in them would be read otherwise. */
static bool is_block(str s)
{
	if (!memchr(s.p, '\n', s.n) || s.p[0] == ' ' || s.p[0] == '\n' || s.p[s.n - 1] == '\n') return false;
	for (str rest = s; rest.n;) {
		uint32_t point;
		unsigned n = utf8_next(rest, &point);

		if (!n || point == '\t' || (point != '\n' && !utf8_is_visible(point)) || point == 0x85 ||
			point == 0x2028 || point == 0x2029 || point == 0xfeff)
			return false;
		rest = (str){ rest.p + n, rest.n - n };
	}
	return true;
}

void yaml_scalar(struct buf *out, str text, unsigned indent)
{
	if (is_plain_word(text)) {
		buf_str(out, text);
		return;
	}
	if (text.n && is_block(text)) {
		str line;

		buf_text(out, "|-");
		for (bool more = true; more;) {
			more = str_split(&text, '\n', &line) && text.p;
			buf_char(out, '\n');
			for (unsigned i = 0; line.n && i < indent; i++) buf_char(out, ' ');
			buf_str(out, line);
			if (!text.n) break;
		}
		return;
	}
	buf_char(out, '"');
	for (str rest = text; rest.n;) {
		uint32_t point = 0;
		unsigned n = utf8_next(rest, &point);

		if (!n) n = 1;
		if (point == '"' || point == '\\')
			buf_printf(out, "\\%c", (char)point);
		else if (point == '\n')
			buf_text(out, "\\n");
		else if (point == '\t')
			buf_text(out, "\\t");
		else if (point < 0x20 || (point >= 0x7f && point <= 0xa0) || point == 0x2028 || point == 0x2029 ||
			 point == 0xfeff)
			buf_printf(out, "\\u%04x", (unsigned)point);
		else
			buf_bytes(out, rest.p, n);
		rest = (str){ rest.p + n, rest.n - n };
	}
	buf_char(out, '"');
}

/* ---- rows -------------------------------------------------------------------------------------------------------- */

static str text_of(sqlite3_stmt *stmt, int column)
{
	const char *p = (const char *)sqlite3_column_text(stmt, column);

	return (str){ p, p ? (size_t)sqlite3_column_bytes(stmt, column) : 0 };
}

static sqlite3_stmt *ask(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *stmt = NULL;

	return sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) == SQLITE_OK ? stmt : NULL;
}

static void add_key(struct buf *out, const char *key, str value)
{
	buf_printf(out, "  %s: ", key);
	yaml_scalar(out, value, 4);
	buf_char(out, '\n');
}

static void add_columns(struct buf *out, sqlite3 *db, int table, int64_t entity)
{
	struct buf sql = { 0 };
	sqlite3_stmt *stmt;

	if (table >= TABLE_COUNT) return;
	buf_printf(&sql, "SELECT * FROM \"%s\" WHERE entity = ?1", wire_tables[table].name);
	buf_char(&sql, '\0');
	stmt = ask(db, sql.p);
	sqlite3_bind_int64(stmt, 1, entity);
	for (int c = 0; stmt && sqlite3_step(stmt) == SQLITE_ROW && c < sqlite3_column_count(stmt);) {
		for (; c < sqlite3_column_count(stmt); c++) {
			const char *name = sqlite3_column_name(stmt, c);
			enum column_kind kind = COLUMN_REF;

			for (const struct wire_column *w = wire_tables[table].columns; w->name; w++)
				if (strcmp(w->name, name) == 0) kind = w->kind;
			if (kind == COLUMN_REF || kind == COLUMN_REF0 || sqlite3_column_type(stmt, c) == SQLITE_NULL)
				continue;
			if (kind == COLUMN_BOOL)
				buf_printf(out, "  %s: %s\n", name, sqlite3_column_int(stmt, c) ? "yes" : "no");
			else if (kind == COLUMN_TEXT)
				add_key(out, name, text_of(stmt, c));
			else
				buf_printf(out, "  %s: %s\n", name, sqlite3_column_text(stmt, c));
		}
	}
	sqlite3_finalize(stmt);
	buf_free(&sql);
}

static void add_crypto(struct buf *out, sqlite3 *db, int64_t entity)
{
	sqlite3_stmt *stmt =
		ask(db, "SELECT purpose, algorithm, bits FROM crypto_use WHERE entity = ?1 AND basis = 'declared'");
	const char *head = "  crypto:\n";

	sqlite3_bind_int64(stmt, 1, entity);
	while (stmt && sqlite3_step(stmt) == SQLITE_ROW) {
		buf_printf(out, "%s    - {purpose: ", head);
		yaml_scalar(out, text_of(stmt, 0), 0);
		buf_text(out, ", algorithm: ");
		yaml_scalar(out, text_of(stmt, 1), 0);
		if (sqlite3_column_type(stmt, 2) != SQLITE_NULL)
			buf_printf(out, ", bits: %s", sqlite3_column_text(stmt, 2));
		buf_text(out, "}\n");
		head = "";
	}
	sqlite3_finalize(stmt);
}

static void add_fields(struct buf *out, sqlite3 *db, int64_t entity)
{
	sqlite3_stmt *stmt = ask(db, "SELECT name, value FROM field WHERE entity = ?1");
	const char *head = "  fields:\n";

	sqlite3_bind_int64(stmt, 1, entity);
	while (stmt && sqlite3_step(stmt) == SQLITE_ROW) {
		buf_printf(out, "%s    ", head);
		yaml_scalar(out, text_of(stmt, 0), 6);
		buf_text(out, ": ");
		yaml_scalar(out, text_of(stmt, 1), 6);
		buf_char(out, '\n');
		head = "";
	}
	sqlite3_finalize(stmt);
}

/* Names are what relations refer to, so no two things may share one: the second of a name is called after its form
 * too. */
#define NAMES                                                                                                          \
	"WITH named AS (SELECT id, kind, CASE WHEN EXISTS (SELECT 1 FROM declared AS o WHERE o.name = e.name AND "     \
	"o.id < e.id "                                                                                                 \
	"AND o.kind <> e.kind) THEN e.kind || ' ' || e.name ELSE e.name END AS name, input FROM declared AS e "        \
	"WHERE NOT EXISTS (SELECT 1 FROM declared AS o WHERE o.kind = e.kind AND o.name = e.name AND o.id < e.id)) "

static void add_relations(struct buf *out, sqlite3 *db, int64_t entity)
{
	sqlite3_stmt *stmt = ask(db, NAMES
		"SELECT r.verb, o.name FROM relation AS r LEFT JOIN named AS o ON o.id = r.object WHERE r.subject = ?1 "
		"AND r.basis = 'declared' AND (o.id IS NOT NULL OR r.object = 0) ORDER BY r.verb, o.name IS NULL, "
		"o.name");
	struct buf verb = { 0 };

	sqlite3_bind_int64(stmt, 1, entity);
	while (stmt && sqlite3_step(stmt) == SQLITE_ROW) {
		if (!verb.n) buf_text(out, "  relations:\n");
		if (!str_equal(buf_all(&verb), text_of(stmt, 0))) {
			buf_clear(&verb);
			buf_str(&verb, text_of(stmt, 0));
			buf_printf(out, "    %.*s:%s\n", STR_FMT(buf_all(&verb)), text_of(stmt, 1).n ? "" : " []");
		}
		if (!text_of(stmt, 1).n) continue; /* it is said that there is none */
		buf_text(out, "      - ");
		yaml_scalar(out, text_of(stmt, 1), 8);
		buf_char(out, '\n');
	}
	sqlite3_finalize(stmt);
	buf_free(&verb);
}

static void add_entry(struct arena *keep, struct merge_section *s, str key, struct buf *text)
{
	*vec_add(keep, &s->entries) =
		(struct merge_entry){ .key = arena_str(keep, key), .text = arena_str(keep, buf_all(text)) };
	buf_clear(text);
}

static void add_entities(struct arena *keep, sqlite3 *db, const struct declared_kind *kind, struct merge_section *ret)
{
	sqlite3_stmt *stmt = ask(db, NAMES "SELECT id, name FROM named WHERE kind = ?1 ORDER BY input, id");
	struct buf text = { 0 };

	*ret = (struct merge_section){ .name = kind->list, .keys = { "name" } };
	sqlite3_bind_text(stmt, 1, kind->kind, -1, SQLITE_STATIC);
	while (stmt && sqlite3_step(stmt) == SQLITE_ROW) {
		int64_t entity = sqlite3_column_int64(stmt, 0);

		buf_text(&text, "- name: ");
		yaml_scalar(&text, text_of(stmt, 1), 4);
		buf_char(&text, '\n');
		add_columns(&text, db, kind->table, entity);
		add_crypto(&text, db, entity);
		add_fields(&text, db, entity);
		add_relations(&text, db, entity);
		add_entry(keep, ret, text_of(stmt, 1), &text);
	}
	sqlite3_finalize(stmt);
	buf_free(&text);
	stmt = ask(db, "SELECT 1 FROM covered WHERE class = ?1 AND whole");
	sqlite3_bind_text(stmt, 1, kind->class, -1, SQLITE_STATIC);
	ret->is_none = !ret->entries.n && sqlite3_step(stmt) == SQLITE_ROW;
	sqlite3_finalize(stmt);
}

/* Rows of a product-wide table: the first `key_columns` tell them apart. */
static void add_rows(struct arena *keep, sqlite3 *db, const char *sql, unsigned key_columns, struct merge_section *ret)
{
	sqlite3_stmt *stmt = ask(db, sql);
	struct buf text = { 0 }, key = { 0 };

	while (stmt && sqlite3_step(stmt) == SQLITE_ROW) {
		buf_clear(&key);
		for (int c = 0; c < sqlite3_column_count(stmt); c++) {
			str value = text_of(stmt, c);

			if (!value.n) continue;
			buf_printf(&text, "%s%s: ", text.n ? "  " : "- ", sqlite3_column_name(stmt, c));
			if (sqlite3_column_type(stmt, c) == SQLITE_INTEGER)
				buf_str(&text, value);
			else
				yaml_scalar(&text, value, 4);
			buf_char(&text, '\n');
			if (c < (int)key_columns) buf_join(&key, " ", value);
		}
		add_entry(keep, ret, buf_all(&key), &text);
	}
	sqlite3_finalize(stmt);
	buf_free(&text);
	buf_free(&key);
}

size_t product_sections(struct arena *keep, sqlite3 *db, struct merge_section ret[static PRODUCT_SECTIONS])
{
	size_t n = 0;

	for (size_t i = 0; i < declared_kind_count && n + 3 < PRODUCT_SECTIONS; i++)
		add_entities(keep, db, &declared_kinds[i], &ret[n++]);
	ret[n] = (struct merge_section){ .name = "answers", .keys = { "question", "for" } };
	add_rows(keep, db,
		"SELECT a.question, e.name AS \"for\", a.value, a.unit, a.basis, nullif(a.author, '') AS author, "
		"a.answered, "
		"a.expires, a.reason FROM answer AS a LEFT JOIN declared AS e ON e.id = a.entity",
		2, &ret[n++]);
	ret[n] = (struct merge_section){ .name = "ics", .keys = { "edition", "requirement" } };
	add_rows(keep, db, "SELECT edition, requirement, status, support, detail FROM ics", 2, &ret[n++]);
	ret[n] = (struct merge_section){ .name = "unplaced", .keys = { "what" } };
	/* The words of a column stand in `fields`, under its own name. */
	add_rows(keep, db,
		"SELECT coalesce(i.name || coalesce(':' || u.line, '') || ': ', '') || u.what AS what, u.kind, u.text "
		"FROM unplaced AS "
		"u LEFT JOIN input AS i ON i.id = u.input WHERE u.text IS NOT NULL",
		1, &ret[n++]);
	return n;
}
