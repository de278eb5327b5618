/* What tables have in them, as a number: a query that reads the same again gives the same again, and need not be
 * asked.
 *
 * Of a batch of products most have in most tables what others had. Each column of each table gets a tag of its rows
 * under a key that nobody outside knows (base/siphash.h), so that no product can be made to look like another one; a
 * query's number is made of the columns that it reads. / */
#ifndef ASSAY_QUERY_TABLE_FINGERPRINT_H
#define ASSAY_QUERY_TABLE_FINGERPRINT_H

#include "query/database.h"

/* Columns of one table, a bit each. The first bit is set when the query only counts rows or asks whether there are any;
 * the last stands for all columns past the sixty-second. */
struct column_reading {
	size_t table;
	uint64_t columns;
};
typedef VEC(struct column_reading) column_readings;

struct fingerprints;

/* names: of tables, in order. All of it lives in `keep`, but for statements that fingerprints_close() gives back.
 * NULL when SQLite refuses. */
struct fingerprints *fingerprints_open(sqlite3 *db, struct arena *keep, const str *names, size_t count);
void fingerprints_close(struct fingerprints *r);

/* A statement that is being prepared reads a column; "": it only counts rows, or asks whether there are any. */
void fingerprints_note(
	const struct fingerprints *r, struct arena *keep, column_readings *all, size_t table, str column);

/* Other rows are there than before: `filled` says which tables have any. */
void fingerprints_take(struct fingerprints *r, const struct tables *filled);

/* false: it reads a table with so many rows that its content was not looked at. */
bool fingerprints_number(const struct fingerprints *r, const column_readings *all, uint64_t *ret);

#endif
