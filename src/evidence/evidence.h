/* The .assay file: one product's evidence, a SQLite database of the schema in schema.sql.
 *
 * Written under a temporary name beside its place and renamed when complete, so that no partial file looks whole.
 */
#ifndef ASSAY_EVIDENCE_EVIDENCE_H
#define ASSAY_EVIDENCE_EVIDENCE_H

#include "base/bytes.h"
#include "base/value.h"

#include <sqlite3.h>

struct evidence;

extern const struct fault evidence_open, evidence_not_ours, evidence_write;

err evidence_create(
	const char *path, struct evidence **ret); /* at path.XXXXXX until evidence_commit(); path NULL: in memory */
err evidence_read(
	const char *path, struct evidence **ret); /* read-only; refuses other files (application_id, user_version) */
err evidence_change(
	const char *path, struct evidence **ret); /* a copy that takes the file's place on evidence_commit() */
err evidence_commit(struct evidence *e);          /* ANALYZE, sync, rename */
void evidence_close(struct evidence *e);          /* without commit: the temporary file is removed */
const char *evidence_schema(void);                /* the SQL that makes an empty one */
sqlite3 *evidence_db(struct evidence *e);
err evidence_clear(struct evidence *e); /* takes every row out: the next product's evidence can be put in */

/* Statements that are asked for again and again: the one of this number, prepared from `sql` when it is asked for the first time, and ready to be bound.
 * NULL when SQLite refuses it. They live until evidence_close(). */
enum { EVIDENCE_PAIRS = 224, EVIDENCE_STATEMENTS = 256 }; /* from EVIDENCE_PAIRS on: those of pair.c */
sqlite3_stmt *evidence_statement(struct evidence *e, unsigned number, const char *sql);
const char *evidence_error(const struct evidence *e); /* what SQLite said last; "" when nothing */

struct input_row {
	str kind, name, sha256; /* kind: image, directory, archive, product, ... */
	uint64_t size;
	str taken; /* UTC; empty: NULL */
	str part, state, version;
};
err evidence_input(struct evidence *e, const struct input_row *row, int64_t *ret_id);

#endif
