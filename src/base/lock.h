/* One writer at a time in a folder.
 *
 * The folder itself is locked (flock), so nothing is left behind: whoever dies, by whatever signal, holds nothing any
 * more. Who only reads needs no lock; who wants several files of one folder as they belong together takes a shared one
 * (`flock -s FOLDER`).
 */
#ifndef ASSAY_BASE_LOCK_H
#define ASSAY_BASE_LOCK_H

#include "base/bytes.h"

extern const struct fault lock_held;   /* another process held it all the while */
extern const struct fault lock_failed; /* err.at: errno */

struct lock {
	int fd; /* -1: it is not held */
};

/* For people: as far as the system tells. */
struct lock_holder {
	long pid;          /* 0: not known */
	char command[160]; /* its words; "": not known */
};

/* Holds `folder` until lock_release(). Tries for wait_ms milliseconds (0: once). On lock_held, and only then,
 * ret_holder is written. */
err lock_take(const char *folder, unsigned wait_ms, struct lock *ret, struct lock_holder *ret_holder);
void lock_release(struct lock *l);

/* The folder in which what stands at `path` is replaced: links are followed as far as they lead. To be freed. */
char *lock_folder_of(const char *path);

#endif
