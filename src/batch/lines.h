/* Lines of verdicts on a pipe, from the jail to who started it: which product each is of, and its bytes. */
#ifndef ASSAY_BATCH_LINES_H
#define ASSAY_BATCH_LINES_H

#include "base/buf.h"

/* In the jail; ends the process when nobody reads. */
void lines_write(int pipe, size_t product, str line);

/* What is expected: the products from `next` to before `end`, in their order, each once and each of one line. What else
 * comes is refused. */
struct lines {
	size_t next, end;
	struct buf pending; /* the piece of a line that has come; the owner frees it */
	void (*line)(void *self, size_t product, str line);
	void *self;
};

extern const struct fault lines_bad;

err lines_take(struct lines *l, span bytes); /* in any pieces */

#endif
