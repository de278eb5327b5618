/* A folder of process evidence to facts: documents with their digests, and what its index says each of them shows. Runs
 * in the jail.
 *
 * The index is practices.yaml at the top of the folder; doc/process-evidence.md describes it. The bytes are those that
 * directory_archive() made of the folder: links stand in it as links, and nothing of it is followed, opened or
 * executed.
 */
#ifndef ASSAY_DECLARE_PRACTICES_H
#define ASSAY_DECLARE_PRACTICES_H

#include "base/buf.h"
#include "evidence/facts.h"

#define PRACTICES_INDEX "practices.yaml"

extern const struct fault practices_no_index, practices_damaged;

/* err.at is the line of the index; detail gets "practices.yaml, line 3, column 5: ..." with what to do. */
err collect_practices(struct facts *f, span archive, struct buf *detail);

#endif
