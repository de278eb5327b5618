/* Tables without which a query gives no row, whatever the others have.
 *
 * Most checks join a few tables that most products have nothing in. SQLite's own program for a query (EXPLAIN) shows
 * it: a cursor over an empty table jumps where it finds nothing, and if no instruction that gives a row can be
 * reached then, the query gives none. Instructions that are not understood prove nothing.
 * https://sqlite.org/opcode.html / */
#ifndef ASSAY_QUERY_QUERY_NEEDS_H
#define ASSAY_QUERY_QUERY_NEEDS_H

#include "query/database.h"

/* names: of the evidence's tables, in order. reads: those that the query reads. None is added to *ret where nothing
 * can be proved. */
void query_needed_tables(
	sqlite3 *db, str sql, const str *names, size_t count, const struct tables *reads, struct tables *ret);

#endif
