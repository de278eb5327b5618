/* A directory as an input: its names and contents in one cpio archive in memory, so that what reads it needs no file system.
 *
 * Links are recorded and never followed, devices are recorded and never opened, names are in order, so that the archive's digest depends on the
 * content alone. Times and inode numbers are left out for the same reason.
 */
#ifndef ASSAY_COLLECT_DIRECTORY_H
#define ASSAY_COLLECT_DIRECTORY_H

#include "base/bytes.h"

extern const struct fault directory_unreadable, directory_too_large, directory_changed;

/* Writes the archive to memfd, from where it stands. On failure ret_path (malloc, the caller frees) names the entry that was the trouble; NULL when none was. */
err directory_archive(int directory, int memfd, char **ret_path);

/* Its entries again, one after the other, in the order of their names. Nothing is copied. */
struct directory_entry {
	str path;      /* without a slash before it */
	uint32_t mode; /* as of stat(2): type and permissions */
	span content;  /* of a file; the target of a link */
};
/* The entry at *at, which it moves on; false at the end, and where the archive is none of ours (then *at stands before its end). */
bool directory_next(span archive, uint64_t *at, struct directory_entry *ret);
/* Nothing was left: the end was reached. */
bool directory_ended(span archive, uint64_t at);

#endif
