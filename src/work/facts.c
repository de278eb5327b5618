#include "work/facts.h"

#include "base/near.h"
#include "query/database.h"

#include <string.h>

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

static str cell_text(struct arena *keep, sqlite3_stmt *stmt, int column)
{
	const void *text = sqlite3_column_text(stmt, column);

	return arena_str(keep, (str){ text, (size_t)sqlite3_column_bytes(stmt, column) });
}

static void no_table(sqlite3 *db, const char *path, const char *word, struct arena scratch, const struct notes *notes)
{
	struct candidates near = { .keep = &scratch, .wanted = str_of(word) };
	sqlite3_stmt *stmt = NULL;

	sqlite3_set_authorizer(db, NULL, NULL);
	if (sqlite3_prepare_v2(db, "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name", -1,
		    &stmt, NULL) == SQLITE_OK)
		while (sqlite3_step(stmt) == SQLITE_ROW) candidate(&near, cell_text(&scratch, stmt, 0));
	sqlite3_finalize(stmt);

	str meant = suggestion(&near);

	note(notes, "%s: there is no table \"%s\"%s%.*s; \"assay facts %s\" lists the tables", path, word,
		STR_AFTER("; ", meant), path);
}

static struct row_cell cell_of(struct arena *keep, sqlite3_stmt *stmt, int column)
{
	struct row_cell cell = { .kind = ROW_NULL };
	int type = sqlite3_column_type(stmt, column); /* to be asked before the value: reading it as text changes it */

	switch (type) {
	case SQLITE_INTEGER:
		cell.kind = ROW_INTEGER;
		cell.integer = sqlite3_column_int64(stmt, column);
		break;
	case SQLITE_FLOAT:
		cell.kind = ROW_REAL;
		cell.real = sqlite3_column_double(stmt, column);
		break;
	case SQLITE_NULL:
		break;
	default:
		cell.kind = ROW_TEXT;
	}
	cell.text = cell_text(keep, stmt, column);
	return cell;
}

/* What SQLite says at the end: SQLITE_DONE when there are no more rows. */
static int take_rows(sqlite3_stmt *stmt, struct arena *keep, struct rows *ret)
{
	int columns = sqlite3_column_count(stmt), result;

	ret->columns = arena_array(keep, str, (size_t)columns + 1);
	ret->column_count = (size_t)columns;
	for (int c = 0; c < columns; c++) ret->columns[c] = arena_str(keep, str_of(sqlite3_column_name(stmt, c)));
	while ((result = sqlite3_step(stmt)) == SQLITE_ROW)
		for (int c = 0; c < columns; c++) *vec_add(keep, &ret->cells) = cell_of(keep, stmt, c);
	return result;
}

err facts_ask(struct evidence *e, const char *path, const char *what, struct arena *keep, struct rows *ret,
	const struct notes *notes)
{
	sqlite3 *db = evidence_db(e);
	struct guard guard;
	sqlite3_stmt *stmt = NULL;
	struct buf sql = { 0 };

	*ret = (struct rows){ 0 };
	if (!what)
		sql_of_overview(db, &sql);
	else if (is_table(db, what))
		buf_printf(&sql, "SELECT * FROM \"%s\"", what);
	else
		buf_text(&sql, what);
	database_guard(db, &guard);
	guard.is_on = true;

	int result = sqlite3_prepare_v2(db, sql.p, (int)sql.n, &stmt, NULL);

	if (result == SQLITE_OK && stmt) result = take_rows(stmt, keep, ret);
	if (result != SQLITE_DONE && what && !strpbrk(what, " \t\n("))
		no_table(db, path, what, *keep, notes);
	else if (result != SQLITE_DONE)
		note(notes, "%s: %s; \"assay facts %s\" lists the tables", path,
			result == SQLITE_AUTH ? "only reading is allowed" : sqlite3_errmsg(db), path);
	sqlite3_finalize(stmt);
	database_free_rein(db);
	buf_free(&sql);
	return result == SQLITE_DONE ? OK : fail(&work_refused, 0);
}
