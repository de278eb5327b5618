/* What checks see besides the evidence: reference tables, and a boundary around the inputs that count. All TEMP: the
 * evidence file is never changed. */
#ifndef ASSAY_QUERY_DATABASE_H
#define ASSAY_QUERY_DATABASE_H

#include "rules/rules.h"

#include <sqlite3.h>

extern const struct fault database_failed; /* err.at: SQLite's code */

/* Makes the ref_NAME tables of rules/reference.yaml, and the function answer_fault(answered, expires, :today,
 * :answer_days), by which a query asks why an answer does not count (rules/answers.h); NULL: it does. */
err database_references(sqlite3 *db, const struct rules *rules);

/* Views over every table with an `input` column, so that only inputs of these parts and states are seen; none: all.
 * part_count 0: all parts. Takes the earlier boundary away. */
struct boundary {
	const str *parts, *states;
	size_t part_count, state_count;
};
err database_bound(sqlite3 *db, const struct boundary *boundary);

/* A set of the evidence's tables: those of the schema, by name. */
enum { TABLES_MOST = 128 };
struct tables {
	uint64_t bits[TABLES_MOST / 64];
};
static inline bool tables_meet(const struct tables *a, const struct tables *b)
{
	return (a->bits[0] & b->bits[0]) || (a->bits[1] & b->bits[1]);
}

static inline bool tables_lack(const struct tables *all, const struct tables *any)
{
	return (any->bits[0] & ~all->bits[0]) || (any->bits[1] & ~all->bits[1]);
}

/* Names of the evidence's tables, in order; no more than TABLES_MOST. */
err database_tables(sqlite3 *db, struct arena *keep, const str **ret, size_t *ret_count);

/* Only reading, and no longer than a query of ours takes, while it is on. Setting it up makes SQLite prepare every
 * statement anew; switching it does not. */
struct guard {
	bool is_on;
	int rounds;              /* of the running query; to be set to 0 before each */
	int rounds_all;          /* of all queries while it was on */
	uint64_t began;          /* of the running query, by the clock */
	uint64_t (*clock)(void); /* milliseconds; database_clock(), or a test's own */
	const str *names;        /* of tables, in order */
	size_t name_count;
	/* NULL, or: a statement is being prepared, and is told what it reads. table: its place in the names. column:
	 * "" when it only counts rows or asks whether there are any. */
	void (*read)(void *reader, size_t table, str column);
	void *reader;
};
uint64_t database_clock(void); /* monotonic */
/* Undone with database_free_rein(); the guard lives until then, and begins switched off. */
void database_guard(sqlite3 *db, struct guard *guard);
void database_free_rein(sqlite3 *db);

/* Binds :name parameters of a statement: integers and decimals as numbers, else as text. value() gives a text for a
 * name; empty: NULL. */
void database_bind(sqlite3_stmt *stmt, str (*value)(void *self, const char *name), void *self);

#endif
