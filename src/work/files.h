/* Writing results: each stands in its place whole, or not at all (base/whole.h). */
#ifndef ASSAY_WORK_FILES_H
#define ASSAY_WORK_FILES_H

#include "base/arena.h"
#include "base/lock.h"
#include "base/whole.h"
#include "work/work.h"

/* Whole, and on the disk: whole_publish() puts it in its place. */
err file_prepare(const char *path, str content, struct whole **ret);
err file_replace(const char *path, str content); /* err.at: errno */
/* Hard links of a file that is to be replaced cannot go along: to be told. */
bool file_has_links(const char *path);
void file_note_links(const char *path, bool leaves_links, const struct notes *notes);
/* These say what is wrong. */
err file_replace_in(const char *directory, const char *name, str content, const struct notes *notes);
err file_folders(const char *path, const struct notes *notes); /* the folder and those above it, their owner's alone */
/* Holds a folder while several things in it change; the second makes it, the third is the folder of the file at `path`.
 * They say who else holds it. */
err folder_hold(const char *folder, struct lock *ret, const struct notes *notes);
err folder_make_and_hold(const char *folder, struct lock *ret, const struct notes *notes);
err folder_hold_of(const char *path, struct lock *ret, const struct notes *notes);
err file_read(const char *path, struct arena *keep, uint64_t most, span *ret);

#endif
