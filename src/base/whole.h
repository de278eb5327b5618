/* A file that stands in its place whole, or not at all.
 *
 * It is written without a name where the file system can do that (O_TMPFILE): who dies meanwhile, dies without a trace.
 * Elsewhere, and for the moment between two steps at the end, it is called .NAME.part-XXXXXX and locked; such a file
 * that nobody holds any more is a dead writer's, and the next who writes NAME takes it away.
 *
 * A new file is its owner's alone: 0600, less what the umask takes. What stood there before passes on its rights, and
 * where the writer may, its owner and group. A symbolic link stays, and what it leads to is written. Another hard link
 * cannot go along: see whole_leaves_links().
 */
#ifndef ASSAY_BASE_WHOLE_H
#define ASSAY_BASE_WHOLE_H

#include "base/bytes.h"

struct whole;

extern const struct fault whole_unwritable; /* err.at: errno */

err whole_begin(const char *path, struct whole **ret);
const char *whole_path(const struct whole *w); /* to open it by until whole_publish() */
bool whole_is_nameless(
	const struct whole *w); /* that path is one of /proc: a link that must be followed, and leads to no name */
err whole_write(struct whole *w, str content);
err whole_ready(struct whole *w); /* all of it is on the disk */
/* Has a name beside its place: what may still go wrong goes wrong here. Best right before whole_publish(), of all files
 * that belong together. */
err whole_name(struct whole *w);
/* What it replaces has other names, which keep what they are: to be told. */
bool whole_leaves_links(const struct whole *w);
/* Takes away what stands in its place. */
void whole_clear(struct whole *w);
err whole_publish(struct whole *w); /* takes its place, and that of what stood there */
/* Lets go of it, in any state; what was not published is gone. NULL is fine. */
void whole_close(struct whole *w);

#endif
