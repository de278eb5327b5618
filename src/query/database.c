#include "query/database.h"

#include "base/buf.h"
#include "base/limits.h"
#include "query/functions.h"
#include "rules/answers.h"

#include <stdlib.h>
#include <time.h>

const struct fault database_failed = { FAULT_SYSTEM, "judge.database", "the evidence could not be queried" };

static err run_sql(sqlite3 *db, const char *sql)
{
	int result = sqlite3_exec(db, sql, NULL, NULL, NULL);

	return result == SQLITE_OK ? OK : fail(&database_failed, (uint64_t)result);
}

/* ---- reference tables -------------------------------------------------------------------------------------------- */

static void quote(struct buf *sql, str s, char mark)
{
	buf_char(sql, mark);
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == mark) buf_char(sql, mark);
		buf_char(sql, s.p[i]);
	}
	buf_char(sql, mark);
}

static void create_table(struct buf *sql, const struct reference_table *t)
{
	str seen[32];
	size_t n = 0;

	buf_text(sql, "DROP TABLE IF EXISTS temp.");
	quote(sql, t->name, '"');
	buf_text(sql, "; CREATE TEMP TABLE ");
	quote(sql, t->name, '"');
	buf_char(sql, '(');
	for (size_t i = 0; i < t->count; i++) {
		for (size_t j = 0; j < t->rows[i].count; j++) {
			size_t k = 0;

			while (k < n && !str_equal(seen[k], t->rows[i].columns[j])) k++;
			if (k < n || n == sizeof(seen) / sizeof(*seen)) continue;
			seen[n++] = t->rows[i].columns[j];
			buf_text(sql, n > 1 ? ", " : "");
			quote(sql, seen[n - 1], '"');
			buf_text(sql, " NUMERIC"); /* what looks like a number is one */
		}
	}
	buf_text(sql, ");");
}

/* Rows are bound, not written as SQL: there are a thousand of them, and each text would be parsed. */
static err fill_table(sqlite3 *db, const struct reference_table *t)
{
	sqlite3_stmt *stmt = NULL;
	struct buf sql = { 0 };
	int result = SQLITE_OK;

	for (size_t i = 0; i < t->count && result == SQLITE_OK; i++) {
		const struct reference_row *r = &t->rows[i];
		bool is_as_before = i && t->rows[i - 1].count == r->count;

		for (size_t j = 0; j < r->count && is_as_before; j++)
			is_as_before = str_equal(r->columns[j], t->rows[i - 1].columns[j]);
		if (!is_as_before) {
			sqlite3_finalize(stmt);
			buf_clear(&sql);
			buf_text(&sql, "INSERT INTO temp.");
			quote(&sql, t->name, '"');
			buf_char(&sql, '(');
			for (size_t j = 0; j < r->count; j++) {
				buf_text(&sql, j ? ", " : "");
				quote(&sql, r->columns[j], '"');
			}
			buf_text(&sql, ") VALUES(");
			for (size_t j = 0; j < r->count; j++) buf_text(&sql, j ? ", ?" : "?");
			buf_char(&sql, ')');
			result = sqlite3_prepare_v2(db, sql.p, (int)sql.n, &stmt, NULL);
			if (result != SQLITE_OK) break;
		}
		for (size_t j = 0; j < r->count; j++) {
			if (r->values[j].n)
				sqlite3_bind_text64(
					stmt, (int)j + 1, r->values[j].p, r->values[j].n, SQLITE_STATIC, SQLITE_UTF8);
			else
				sqlite3_bind_null(stmt, (int)j + 1);
		}
		result = sqlite3_step(stmt) == SQLITE_DONE ? sqlite3_reset(stmt) : SQLITE_ERROR;
	}
	sqlite3_finalize(stmt);
	buf_free(&sql);
	return result == SQLITE_OK ? OK : fail(&database_failed, (uint64_t)result);
}

/* ---- functions --------------------------------------------------------------------------------------------------- */

static str text_argument(sqlite3_value *value)
{
	const char *text = (const char *)sqlite3_value_text(value);

	return text ? (str){ text, (size_t)sqlite3_value_bytes(value) } : (str){ 0 };
}

/* answer_fault(answered, expires, :today, :answer_days): why an answer of these days does not count; NULL: it does. */
static void answer_fault(sqlite3_context *context, int count, sqlite3_value **arguments)
{
	struct answer_days days = {
		.answered = text_argument(arguments[0]),
		.expires = text_argument(arguments[1]),
		.on = text_argument(arguments[2]),
		.limit = (uint32_t)sqlite3_value_int(arguments[3]),
	};
	struct buf words = { 0 };

	(void)count;
	answer_life_words(&words, &days, "answer");
	if (words.n) sqlite3_result_text64(context, words.p, words.n, SQLITE_TRANSIENT, SQLITE_UTF8);
	buf_free(&words);
}

static err make_functions(sqlite3 *db)
{
	int result = sqlite3_create_function_v2(db, "answer_fault", 4,
		SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL, answer_fault, NULL, NULL, NULL);

	return result == SQLITE_OK ? OK : fail(&database_failed, (uint64_t)result);
}

err database_references(sqlite3 *db, const struct rules *rules)
{
	struct buf sql = { 0 };

	TRY(make_functions(db));

	/* json_each and json_tree are made when first named, which the guard would not let a check do. */
	buf_text(&sql, "SELECT 1 FROM json_each('[]'), json_tree('[]'); SAVEPOINT refs;");
	for (size_t i = 0; i < rules->references.n; i++) create_table(&sql, &rules->references.p[i]);
	buf_char(&sql, '\0');

	err e = run_sql(db, sql.p);

	buf_free(&sql);
	for (size_t i = 0; i < rules->references.n && !e.is; i++) e = fill_table(db, &rules->references.p[i]);
	if (!e.is) e = run_sql(db, "RELEASE refs");
	return e;
}

/* ---- boundaries -------------------------------------------------------------------------------------------------- */

static void in_words(struct buf *sql, const char *column, const str *words, size_t count, const char *always)
{
	if (!count) return;
	buf_printf(sql, " AND %s IN (%s", column, always);
	for (size_t i = 0; i < count; i++) {
		if (i || always[0]) buf_text(sql, ", ");
		quote(sql, words[i], '\'');
	}
	buf_char(sql, ')');
}

/* Every statement of `query` gives one column of SQL text; they are run one after the other. */
static err run_each(sqlite3 *db, const char *query)
{
	struct buf sql = { 0 };
	sqlite3_stmt *stmt = NULL;
	int result = sqlite3_prepare_v2(db, query, -1, &stmt, NULL);

	if (result != SQLITE_OK) return fail(&database_failed, (uint64_t)result);
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		buf_text(&sql, (const char *)sqlite3_column_text(stmt, 0));
		buf_char(&sql, ';');
	}
	sqlite3_finalize(stmt);
	buf_char(&sql, '\0');

	err e = run_sql(db, sql.p);

	buf_free(&sql);
	return e;
}

err database_bound(sqlite3 *db, const struct boundary *boundary)
{
	struct buf sql = { 0 };

	TRY(run_each(db, "SELECT 'DROP VIEW temp.\"' || name || '\"' FROM sqlite_temp_master WHERE type = 'view'"));
	TRY(run_sql(db, "DROP TABLE IF EXISTS temp.within"));
	if (!boundary->part_count && !boundary->state_count) return OK;

	buf_text(&sql, "CREATE TEMP TABLE within(id INTEGER PRIMARY KEY); INSERT INTO within SELECT id FROM main.input "
		       "WHERE 1");
	in_words(&sql, "part", boundary->parts, boundary->part_count, "");
	in_words(&sql, "state", boundary->states, boundary->state_count, "'any'");
	buf_char(&sql, '\0');

	err e = run_sql(db, sql.p);

	buf_free(&sql);
	if (e.is) return e;

	/* Names resolve in TEMP first, so that no check needs to know. The views of the schema are bound to its
	 * tables: they are made again. */
	TRY(run_each(db, "SELECT 'CREATE TEMP VIEW \"' || m.name || '\" AS SELECT * FROM main.\"' || m.name || '\" "
			 "WHERE input IN (SELECT id FROM within)'"
			 " FROM main.sqlite_master AS m WHERE m.type = 'table' AND m.name NOT IN ('input')"
			 " AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) AS c WHERE c.name = 'input')"));
	return run_each(db, "SELECT replace(sql, 'CREATE VIEW', 'CREATE TEMP VIEW') FROM main.sqlite_master WHERE type "
			    "= 'view' ORDER BY rowid");
}

/* ---- guarding ---------------------------------------------------------------------------------------------------- */

static int by_name(const void *name, const void *table)
{
	return str_compare(*(const str *)name, *(const str *)table);
}

/* What is none of the evidence's tables (reference tables, functions that give rows) does not change while rules are
 * loaded. */
static void note_read(const struct guard *guard, const char *table, const char *column)
{
	str name = str_of(table);
	const str *found =
		guard->name_count ? bsearch(&name, guard->names, guard->name_count, sizeof(name), by_name) : NULL;

	if (found) guard->read(guard->reader, (size_t)(found - guard->names), column ? str_of(column) : STR(""));
}

static int only_reading(void *self, int action, const char *a, const char *b, const char *c, const char *d)
{
	const struct guard *guard = self;

	if (guard->read && action == SQLITE_READ && a) note_read(guard, a, b);
	if (!guard->is_on) return SQLITE_OK;
	(void)c;
	(void)d;
	if (action == SQLITE_FUNCTION) return query_may_call(b) ? SQLITE_OK : SQLITE_DENY;
	return action == SQLITE_SELECT || action == SQLITE_READ || action == SQLITE_RECURSIVE ? SQLITE_OK : SQLITE_DENY;
}

/* Checks of ours need about 100,000 steps on a large product. Steps are counted, and time, because one step may be
 * long: whichever is met first. */
enum {
	STEPS_BETWEEN = 100'000,
	ROUNDS = LIMIT_QUERY_STEPS / STEPS_BETWEEN,
	ROUNDS_ALL = LIMIT_QUERIES_STEPS / STEPS_BETWEEN,
	ROUNDS_LATE = 10
};

uint64_t database_clock(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000;
}

static int not_for_ever(void *self)
{
	struct guard *guard = self;

	if (!guard->is_on) return 0;
	if (!guard->rounds++) guard->began = guard->clock();
	guard->rounds_all++;
	return guard->rounds > (guard->rounds_all > ROUNDS_ALL ? ROUNDS_LATE : ROUNDS) ||
	       guard->clock() - guard->began > LIMIT_QUERY_MS;
}

void database_guard(sqlite3 *db, struct guard *guard)
{
	*guard = (struct guard){ .clock = database_clock };
	sqlite3_set_authorizer(db, only_reading, guard);
	sqlite3_progress_handler(db, STEPS_BETWEEN, not_for_ever, guard);
}

void database_free_rein(sqlite3 *db)
{
	sqlite3_set_authorizer(db, NULL, NULL);
	sqlite3_progress_handler(db, 0, NULL, NULL);
}

/* ---- tables ------------------------------------------------------------------------------------------------------ */

static const struct fault too_many_tables = { FAULT_LIMIT, "judge.tables",
	"the evidence has more tables than any has" };

err database_tables(sqlite3 *db, struct arena *keep, const str **ret, size_t *ret_count)
{
	VEC(str) names = { 0 };
	sqlite3_stmt *stmt = NULL;
	int result = sqlite3_prepare_v2(db,
		"SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite@_%' ESCAPE '@' "
		"ORDER BY name",
		-1, &stmt, NULL);

	while (result == SQLITE_OK && sqlite3_step(stmt) == SQLITE_ROW)
		*vec_add(keep, &names) = arena_str(keep, str_of((const char *)sqlite3_column_text(stmt, 0)));
	sqlite3_finalize(stmt);
	if (result != SQLITE_OK) return fail(&database_failed, (uint64_t)result);
	if (names.n > TABLES_MOST) return fail(&too_many_tables, names.n);
	*ret = names.p;
	*ret_count = names.n;
	return OK;
}

/* ---- parameters -------------------------------------------------------------------------------------------------- */

static void bind_value(sqlite3_stmt *stmt, int at, str value)
{
	char *end;
	long long whole = strtoll(value.p, &end, 0);

	if (!*end) {
		sqlite3_bind_int64(stmt, at, whole);
		return;
	}

	double number = strtod(value.p, &end);

	if (!*end)
		sqlite3_bind_double(stmt, at, number);
	else
		sqlite3_bind_text64(stmt, at, value.p, value.n, SQLITE_TRANSIENT, SQLITE_UTF8);
}

void database_bind(sqlite3_stmt *stmt, str (*value)(void *self, const char *name), void *self)
{
	for (int at = 1; at <= sqlite3_bind_parameter_count(stmt); at++) {
		const char *name = sqlite3_bind_parameter_name(stmt, at);
		str text = name ? value(self, name + 1) : (str){ 0 };

		if (text.n) bind_value(stmt, at, text);
	}
}
