/* assay facts product.assay [TABLE | SQL]: look at the evidence. */
#include "cli/cli.h"
#include "cli/commands.h"

#include "base/buf.h"
#include "base/near.h"
#include "base/utf8.h"
#include "evidence/evidence.h"
#include "report/values.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

/* Only reading: whatever the words of a user's query do. */
static int only_reading(void *self, int action, const char *a, const char *b, const char *c, const char *d)
{
	(void)self;
	(void)a;
	(void)b;
	(void)c;
	(void)d;
	return action == SQLITE_SELECT || action == SQLITE_READ || action == SQLITE_FUNCTION ||
			       action == SQLITE_RECURSIVE
		       ? SQLITE_OK
		       : SQLITE_DENY;
}

static str cell(sqlite3_stmt *stmt, int column)
{
	const void *text = sqlite3_column_text(stmt, column);

	return (str){ text, (size_t)sqlite3_column_bytes(stmt, column) };
}

struct table {
	struct buf text; /* cells, each followed by a NUL */
	int columns, rows;
	int widths[64];
};

static void add_cell(struct table *t, int column, str s)
{
	size_t from = t->text.n;

	buf_visible(&t->text, s);

	int width = (int)utf8_columns((str){ t->text.p + from, t->text.n - from });

	if (width > t->widths[column]) t->widths[column] = width;
	buf_char(&t->text, '\0');
}

static void print_table(const struct table *t)
{
	const char *at = t->text.p;

	for (int row = 0; row < t->rows; row++) {
		for (int c = 0; c < t->columns; c++) {
			size_t n = strlen(at);
			int pad = t->widths[c] - (int)utf8_columns((str){ at, n });

			printf("%s%s", c ? "  " : "", at);
			if (c + 1 < t->columns) printf("%*s", pad, "");
			at += n + 1;
		}
		putchar('\n');
	}
}

static int print_rows(sqlite3_stmt *stmt)
{
	struct table t = { .columns = sqlite3_column_count(stmt), .rows = 1 };
	int result;

	if (t.columns > 64) t.columns = 64;
	for (int c = 0; c < t.columns; c++) add_cell(&t, c, str_of(sqlite3_column_name(stmt, c)));
	while ((result = sqlite3_step(stmt)) == SQLITE_ROW) {
		for (int c = 0; c < t.columns; c++) add_cell(&t, c, cell(stmt, c));
		t.rows++;
	}
	if (result == SQLITE_DONE) print_table(&t);
	buf_free(&t.text);
	return result;
}

static json_t *json_cell(sqlite3_stmt *stmt, int column)
{
	switch (sqlite3_column_type(stmt, column)) {
	case SQLITE_INTEGER:
		return json_integer(sqlite3_column_int64(stmt, column));
	case SQLITE_FLOAT:
		return json_real(sqlite3_column_double(stmt, column));
	case SQLITE_NULL:
		return json_null();
	}

	str s = cell(stmt, column);

	return json_of_str(s);
}

static int print_json(sqlite3_stmt *stmt)
{
	json_t *rows = json_array();
	int result;

	while ((result = sqlite3_step(stmt)) == SQLITE_ROW) {
		json_t *row = json_object();

		for (int c = 0; c < sqlite3_column_count(stmt); c++)
			json_object_set_new(row, sqlite3_column_name(stmt, c), json_cell(stmt, c));
		json_array_append_new(rows, row);
	}
	if (result == SQLITE_DONE) {
		json_dumpf(rows, stdout, JSON_INDENT(1));
		putchar('\n');
	}
	json_decref(rows);
	return result;
}

static bool is_table(sqlite3 *db, const char *name)
{
	sqlite3_stmt *stmt = NULL;
	bool is_there = false;

	if (sqlite3_prepare_v2(db, "SELECT 1 FROM sqlite_master WHERE type IN ('table', 'view') AND name = ?1", -1,
		    &stmt, NULL) == SQLITE_OK) {
		sqlite3_bind_text(stmt, 1, name, -1, SQLITE_STATIC);
		is_there = sqlite3_step(stmt) == SQLITE_ROW;
	}
	sqlite3_finalize(stmt);
	return is_there;
}

static bool is_word(const struct given *g)
{
	return g->word_count > 1 && !strpbrk(g->words[1], " \t\n(");
}

static void say_no_table(sqlite3 *db, const char *file, const char *word)
{
	enum { MEMORY = 1 << 16 };
	struct arena keep = arena_open(MEMORY);
	struct candidates near = { .keep = &keep, .wanted = str_of(word) };
	sqlite3_stmt *stmt = NULL;

	sqlite3_set_authorizer(db, NULL, NULL);
	if (sqlite3_prepare_v2(db, "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name", -1,
		    &stmt, NULL) == SQLITE_OK)
		while (sqlite3_step(stmt) == SQLITE_ROW) candidate(&near, arena_str(&keep, cell(stmt, 0)));
	sqlite3_finalize(stmt);

	str meant = suggestion(&near);

	say("%s: there is no table \"%s\"%s%.*s; \"assay facts %s\" lists the tables", file, word, meant.n ? "; " : "",
		STR_FMT(meant), file);
	arena_close(&keep);
}

/* Every table that has rows, and how many. */
static void sql_of_overview(sqlite3 *db, struct buf *sql)
{
	sqlite3_stmt *stmt = NULL;
	bool is_first = true;

	buf_text(sql, "SELECT * FROM (");
	if (sqlite3_prepare_v2(db,
		    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY rowid",
		    -1, &stmt, NULL) == SQLITE_OK) {
		while (sqlite3_step(stmt) == SQLITE_ROW) {
			const char *name = (const char *)sqlite3_column_text(stmt, 0);

			if (strchr(name, '"') || strchr(name, '\'')) continue;
			buf_printf(sql, "%sSELECT '%s' AS \"table\", count(*) AS rows FROM \"%s\"",
				is_first ? "" : " UNION ALL ", name, name);
			is_first = false;
		}
	}
	sqlite3_finalize(stmt);
	buf_text(sql, ") WHERE rows > 0");
}

static int run(const struct given *g)
{
	struct evidence *e;
	struct buf sql = { 0 };
	err opened = evidence_read(g->words[0], &e);

	if (opened.is) {
		say_fault(g->words[0], opened, "");
		return EXIT_USAGE;
	}

	sqlite3 *db = evidence_db(e);
	sqlite3_stmt *stmt = NULL;

	if (g->word_count == 1)
		sql_of_overview(db, &sql);
	else if (is_table(db, g->words[1]))
		buf_printf(&sql, "SELECT * FROM \"%s\"", g->words[1]);
	else
		buf_text(&sql, g->words[1]);
	sqlite3_set_authorizer(db, only_reading, NULL);

	const char *tail = NULL;
	int result = sqlite3_prepare_v2(db, sql.p, (int)sql.n, &stmt, &tail);
	int status = EXIT_PASS;

	if (result == SQLITE_OK && stmt) result = given_has(g, "--json") ? print_json(stmt) : print_rows(stmt);
	if (result != SQLITE_DONE && is_word(g)) {
		say_no_table(db, g->words[0], g->words[1]);
		status = EXIT_USAGE;
	} else if (result != SQLITE_DONE) {
		say("%s: %s; \"assay facts %s\" lists the tables", g->words[0],
			result == SQLITE_AUTH ? "only reading is allowed" : sqlite3_errmsg(db), g->words[0]);
		status = EXIT_USAGE;
	}
	sqlite3_finalize(stmt);
	buf_free(&sql);
	evidence_close(e);
	return status;
}

const struct command command_facts = {
	.name = "facts",
	.synopsis = "EVIDENCE [TABLE | SQL] [--json]",
	.summary = "look at the evidence",
	.description = "Without more, lists the tables that have rows. With the name of a table or view, prints its "
		       "rows. Anything else is a query in SQL, which may only read. "
		       "doc/facts.md says what every table and column means.",
	.example = "  assay facts product.assay account\n  assay facts product.assay \"SELECT path FROM file WHERE "
		   "mode & 2\"\n",
	.options = { { "--json", NULL, "rows as JSON", false, NULL } },
	.least = 1,
	.most = 2,
	.run = run,
};
