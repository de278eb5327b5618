/* The .assay file: one product's evidence, a SQLite database of the schema in schema.sql.
 *
 * It takes its place when complete (base/whole.h), so that no partial file looks whole.
 */
#ifndef ASSAY_EVIDENCE_EVIDENCE_H
#define ASSAY_EVIDENCE_EVIDENCE_H

#include "base/bytes.h"
#include "base/value.h"

#include <sqlite3.h>

struct evidence;

extern const struct fault evidence_open, evidence_not_ours, evidence_foreign, evidence_write;

/* Before anything else of a program that has one thread: SQLite's locks and its counting of memory would be paid for
 * nothing. */
void evidence_single_thread(void);

err evidence_create(const char *path,
	struct evidence **ret); /* it stands at path from evidence_publish() on; path NULL: in memory */
err evidence_read(
	const char *path, struct evidence **ret); /* read-only; refuses other files (application_id, user_version) */
err evidence_copy(const char *path,
	struct evidence **ret); /* its rows, to be added to; what is added is gone with evidence_close() */
err evidence_change(
	const char *path, struct evidence **ret); /* a copy that takes the file's place on evidence_commit() */
/* Complete, on the disk, and to be read only from now on; it takes its place with evidence_publish(), in one step. In
 * memory it can be gone on with. */
err evidence_seal(struct evidence *e);
err evidence_name(struct evidence *e); /* as whole_name() */
err evidence_publish(struct evidence *e);
bool evidence_leaves_links(const struct evidence *e); /* as whole_leaves_links() */
err evidence_commit(struct evidence *e);              /* both */
void evidence_close(struct evidence *e);              /* what was not published is gone */
const char *evidence_schema(void);                    /* the SQL that makes an empty one */
sqlite3 *evidence_db(struct evidence *e);
err evidence_clear(struct evidence *e); /* takes every row out: the next product's evidence can be put in */

/* Statements that are asked for again and again: the one of this number, prepared from `sql` when it is asked for the
 * first time, and ready to be bound. NULL when SQLite refuses it. They live until evidence_close(). */
enum {
	EVIDENCE_DERIVATIONS = 224,
	EVIDENCE_INPUT = 255,
	EVIDENCE_STATEMENTS
}; /* from EVIDENCE_DERIVATIONS on: those of source/derive.c */
sqlite3_stmt *evidence_statement(struct evidence *e, unsigned number, const char *sql);
const char *evidence_error(const struct evidence *e); /* what SQLite said last; "" when nothing */

/* What the system said when SQLite failed last, as errno; 0: it was not the system. */
uint64_t evidence_errno(sqlite3 *db);

struct input_row {
	str kind, name, sha256; /* kind: image, directory, archive, product, ... */
	uint64_t size;
	str taken; /* UTC; empty: NULL */
	str part, state, version;
};
err evidence_input(struct evidence *e, const struct input_row *row, int64_t *ret_id);

#endif
