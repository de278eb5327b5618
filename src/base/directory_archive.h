/* The archive that a directory was made into (source/directory.h), entry by entry. */
#ifndef ASSAY_BASE_DIRECTORY_ARCHIVE_H
#define ASSAY_BASE_DIRECTORY_ARCHIVE_H

#include "base/bytes.h"

/* Entries stand in the order of their names. Nothing is copied. */
struct directory_entry {
	str path;      /* without a slash before it */
	uint32_t mode; /* as of stat(2): type and permissions */
	span content;  /* of a file; the target of a link */
};
/* The entry at *at, which it moves on; false at the end, and where the archive is none of ours (then *at stands before
 * its end). */
bool directory_next(span archive, uint64_t *at, struct directory_entry *ret);
/* Nothing was left: the end was reached. */
bool directory_ended(span archive, uint64_t at);

#endif
