/* An input as bytes that stay as they are: a file copied into memory of our own, a directory made into an archive
 * there; a file too large for that is mapped, and looked at again when it was read. The only place that opens what a
 * user hands over.
 */
#ifndef ASSAY_SOURCE_OPENED_H
#define ASSAY_SOURCE_OPENED_H

#include "base/bytes.h"
#include "base/digest.h"

#include <sys/stat.h>

struct opened {
	span bytes;
	bool is_directory;
	bool is_mapped;    /* the file itself, which others may cut meanwhile: only who may die of it touches bytes */
	int fd;            /* of a mapped file */
	struct stat stat;  /* of a mapped file, when it was opened */
	char trouble[512]; /* which entry of a directory could not be read, as "etc/shadow: "; else "" */
};

extern const struct fault source_unreadable, source_empty, source_too_large, source_special, source_changed;

/* err.at: errno for source_unreadable and directory_unreadable. source_changed and directory_changed: somebody wrote to
 * it meanwhile. */
err opened_open(const char *path, struct opened *ret);
/* Of the bytes; safe for a mapped file, too. source_changed, source_unreadable. */
err opened_digest(const struct opened *o, struct digest *ret);
/* After it was read: whether what was read is what the digest is of. source_changed, source_unreadable. */
err opened_settle(const struct opened *o, const struct digest *digest);
void opened_close(struct opened *o);

#endif
