/* An input as bytes: a file mapped, a directory made into an archive in memory. The only place that opens what a user hands over. */
#ifndef ASSAY_SOURCE_OPENED_H
#define ASSAY_SOURCE_OPENED_H

#include "base/bytes.h"

struct opened {
	span bytes;
	bool is_directory;
	char trouble[512]; /* which entry of a directory could not be read, as "etc/shadow: "; else "" */
};

extern const struct fault source_unreadable, source_empty, source_too_large, source_special;

/* err.at: errno for source_unreadable and directory_unreadable. */
err opened_open(const char *path, struct opened *ret);
void opened_close(struct opened *o);

#endif
