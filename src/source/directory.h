/* A directory as an input: its names and contents in one cpio archive in memory, so that what reads it needs no file
 * system.
 *
 * Links are recorded and never followed, devices are recorded and never opened, names are in order, so that the
 * archive's digest depends on the content alone. Times and inode numbers are left out for the same reason.
 */
#ifndef ASSAY_SOURCE_DIRECTORY_H
#define ASSAY_SOURCE_DIRECTORY_H

#include "base/bytes.h"

extern const struct fault directory_unreadable, directory_too_large, directory_changed;

/* Writes the archive to memfd, from where it stands. On failure ret_path (malloc, the caller frees) names the entry
 * that was the trouble; NULL when none was. */
err directory_archive(int directory, int memfd, char **ret_path);

#endif
