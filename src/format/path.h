/* The path at which the reader of a file system stands, while it goes down into directories and up again: one for all
 * readers.
 *
 * Names come from strangers. path_push() takes one name of a directory; path_add() takes the text of a path or of a
 * link's target.
 */
#ifndef ASSAY_FORMAT_PATH_H
#define ASSAY_FORMAT_PATH_H

#include "base/bytes.h"
#include "base/limits.h"

enum { PATH_DEEPEST = 128 }; /* directories in directories: the deepest seen (a kernel's headers) is 14 */

struct path {
	size_t n;
	char p[LIMIT_PATH]; /* "etc/init.d": no slash before it, none behind it; not terminated */
};

static inline str path_str(const struct path *path)
{
	return (str){ path->p, path->n };
}

/* Whether a directory can hold such a name: no slash, no NUL, not "." or "..", not empty. */
bool path_is_name(str name);
/* Goes down to `name`; false, and nothing changes, when it is no name or the path would be too long. Up again: path->n
 * as it was before. */
bool path_push(struct path *path, str name);
/* Appends the parts of `more`: "." and "//" are nothing, ".." takes a part off and never leaves the root. False when it
 * is too long. */
bool path_add(struct path *path, str more);
/* The same for a name of an archive, which must not hold ".." or a NUL: `path` becomes the name without "/", "./" and
 * "//" where they mean nothing. False, and the path is of no use, when it is refused. */
bool path_clean(struct path *path, str stored);
/* Whether the symbolic link at `link` is relative and has more ".." than there are folders above it. On the device it
 * stays inside; where the files are unpacked into a folder, it does not. */
bool path_leads_out(str link, str target);

#endif
