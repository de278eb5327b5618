/* Writing results: each stands in its place whole, or not at all (base/whole.h). */
#ifndef ASSAY_CLI_FILES_H
#define ASSAY_CLI_FILES_H

#include "base/arena.h"
#include "base/lock.h"
#include "base/whole.h"

/* Whole, and on the disk: whole_publish() puts it in its place. */
err file_prepare(const char *path, str content, struct whole **ret);
err file_replace(const char *path, str content); /* err.at: errno */
/* In a directory: an exit status, after saying what is wrong. */
int file_replace_in(const char *directory, const char *name, str content);
bool file_folders(const char *path); /* the folder and those above it; false after saying why not */
/* Holds a folder while several things in it change; the second, the folder of the file at `path`. EXIT_PASS, or an exit status after saying who holds it. */
int folder_hold(const char *folder, struct lock *ret);
int folder_hold_of(const char *path, struct lock *ret);
err file_read(const char *path, struct arena *keep, uint64_t most, span *ret);

#endif
