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

extern const struct fault evidence_open, evidence_not_ours, evidence_write, evidence_bad_fact;

err evidence_create(
	const char *path, struct evidence **ret); /* at path.XXXXXX until evidence_commit(); path NULL: in memory */
err evidence_read(
	const char *path, struct evidence **ret); /* read-only; refuses other files (application_id, user_version) */
err evidence_commit(struct evidence *e);          /* ANALYZE, sync, rename */
void evidence_close(struct evidence *e);          /* without commit: the temporary file is removed */
sqlite3 *evidence_db(struct evidence *e);
const char *evidence_error(const struct evidence *e); /* what SQLite said last; "" when nothing */

struct input_row {
	str kind, name, sha256; /* kind: image, directory, archive, product, ... */
	uint64_t size;
	str taken; /* UTC; empty: NULL */
	str part, state, version;
};
err evidence_input(struct evidence *e, const struct input_row *row, int64_t *ret_id);

/* Takes frames of wire.h for one run, in any pieces. */
struct evidence_run;
struct evidence_run *evidence_run_begin(struct evidence *e, int64_t input, const char *collector, const char *began);
err evidence_run_frames(struct evidence_run *run, span bytes);
/* outcome as the frames told it (done or cut), or as the caller says (died, late) when outcome is not NULL. reason may be empty. jail: what confined the reader. */
err evidence_run_end(struct evidence_run *run, const char *outcome, str reason, const char *jail, const char *ended);

struct run_progress {
	uint64_t done, total, rows;
};
struct run_progress evidence_run_progress(const struct evidence_run *run);

/* One row by hand, for what no jailed reader writes (declarations that the command line gives, answers). See facts.h: a sink into a run. */

#endif
