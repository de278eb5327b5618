/* What a query cannot do without: never more than is so. */
#include "testing.h"

#include "query/query_needs.h"

static const str names[] = { { "a", 1 }, { "b", 1 }, { "c", 1 } };
enum { A = 1, B = 2, C = 4 };

static const struct {
	const char *sql;
	unsigned at_most, at_least; /* tables it is true of; tables that must be found */
} cases[] = {
	{ "SELECT x FROM a", A, A },
	{ "SELECT x FROM a WHERE k = 'x'", A, A },
	{ "SELECT a.x FROM a JOIN b ON b.x = a.x", A | B, A | B },
	{ "SELECT a.x FROM a JOIN b ON b.x = a.x ORDER BY b.k, a.k", A | B, A | B },
	{ "SELECT DISTINCT a.k FROM a, b, c WHERE a.x = b.x AND b.x = c.x", A | B | C, A | B | C },
	{ "SELECT a.x FROM a LEFT JOIN b ON b.x = a.x", A, A },
	{ "SELECT a.x FROM a LEFT JOIN b ON b.x = a.x WHERE b.x IS NULL", A, A },
	{ "SELECT a.x FROM a WHERE NOT EXISTS (SELECT 1 FROM b WHERE b.x = a.x)", A, A },
	{ "SELECT a.x FROM a WHERE EXISTS (SELECT 1 FROM b WHERE b.x = a.x)", A | B, A },
	{ "SELECT a.x FROM a WHERE a.x IN (SELECT x FROM b)", A | B, A },
	{ "SELECT a.x FROM a WHERE a.x NOT IN (SELECT x FROM b)", A, A },
	{ "SELECT x FROM a UNION ALL SELECT x FROM b", 0, 0 },
	{ "SELECT x FROM a UNION SELECT x FROM b", 0, 0 },
	{ "SELECT x FROM a EXCEPT SELECT x FROM b", A, 0 },
	{ "SELECT x FROM a INTERSECT SELECT x FROM b", A | B, 0 },
	{ "SELECT count(*) FROM a", 0, 0 },
	{ "SELECT max(x) FROM a", 0, 0 },
	{ "SELECT k, count(*) FROM a GROUP BY k", A, A },
	{ "SELECT k, count(*) FROM a GROUP BY k HAVING count(*) > 1", A, A },
	{ "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM a)", 0, 0 },
	{ "SELECT 1 WHERE (SELECT count(*) FROM a) = 0", 0, 0 },
	{ "SELECT (SELECT x FROM b) FROM a", A, A },
	{ "WITH t AS (SELECT x FROM a WHERE k = 'x') SELECT t.x FROM t JOIN b ON b.x = t.x", A | B, 0 },
	{ "WITH RECURSIVE t(x) AS (SELECT x FROM a UNION SELECT b.x FROM b, t WHERE b.k = t.x) SELECT x FROM t", A, 0 },
	{ "SELECT v FROM view_of_a", A, A },
	{ "SELECT x FROM a WHERE x = 3 OR k = 'y'", A, 0 },
	{ "SELECT b.x FROM b, json_each('[1, 2]') AS j WHERE j.value = b.x", B, B },
	{ "SELECT max(a.x) OVER (PARTITION BY a.k) FROM a", A, 0 },
	{ "SELECT x FROM a LIMIT 1", A, 0 },
	{ "VALUES (1), (2)", 0, 0 },
	{ "SELECT 1 FROM t_of_others", 0, 0 },
	{ "not even SQL", 0, 0 },
};

static sqlite3 *opened(void)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db,
				 "CREATE TABLE a(id INTEGER PRIMARY KEY, x, k); CREATE INDEX a_x ON a(x);"
				 "CREATE TABLE b(x, k); CREATE TABLE c(x PRIMARY KEY, k) WITHOUT ROWID;"
				 "CREATE VIEW view_of_a AS SELECT x AS v FROM a; CREATE TEMP TABLE t_of_others(x)",
				 NULL, NULL, NULL),
		SQLITE_OK);
	return db;
}

static void only_what_a_query_cannot_do_without_is_necessary(void **state)
{
	sqlite3 *db = opened();

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct tables all = { { A | B | C } }, needs;

		query_needed_tables(db, str_of(cases[i].sql), names, 3, &all, &needs);
		if ((needs.bits[0] & ~(uint64_t)cases[i].at_most) ||
			(needs.bits[0] & cases[i].at_least) != cases[i].at_least)
			fail_msg("%s: found %llx, at most %x, at least %x", cases[i].sql,
				(unsigned long long)needs.bits[0], cases[i].at_most, cases[i].at_least);
	}
	sqlite3_close(db);
}

static unsigned rows_of(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *stmt = NULL;
	unsigned n = 0;

	sqlite3_prepare_v2(db, sql, -1, &stmt, NULL);
	while (stmt && sqlite3_step(stmt) == SQLITE_ROW) n++;
	sqlite3_finalize(stmt);
	return n;
}

/* The column at_most of the cases says what SQLite does: with one table empty and the others full. */
static void what_the_cases_say_is_so(void **state)
{
	static const char *const fill[] = { "INSERT INTO a(x, k) VALUES(1, 'x'), (1, 'y'), (3, 'x'), (3, 'x')",
		"INSERT INTO b VALUES(1, 'x'), (3, 1)", "INSERT INTO c VALUES(1, 'x'), (3, 'y')" };

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		for (unsigned t = 0; t < 3; t++) {
			sqlite3 *db = opened();

			for (unsigned k = 0; k < 3; k++)
				if (k != t) assert_int_equal(sqlite3_exec(db, fill[k], NULL, NULL, NULL), SQLITE_OK);
			if ((cases[i].at_most >> t & 1) && rows_of(db, cases[i].sql))
				fail_msg("%s gives rows without table %u", cases[i].sql, t);
			sqlite3_close(db);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_what_a_query_cannot_do_without_is_necessary),
		cmocka_unit_test(what_the_cases_say_is_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
