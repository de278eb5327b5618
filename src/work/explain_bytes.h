/* The bytes that a finding rests on: from the excerpts kept with the evidence, or from the image itself. */
#ifndef ASSAY_WORK_EXPLAIN_BYTES_H
#define ASSAY_WORK_EXPLAIN_BYTES_H

#include "base/buf.h"
#include "judge/verdict.h"

#include <sqlite3.h>

enum { BYTES_SHOWN = 64 };

struct shown_bytes {
	struct buf bytes; /* the caller frees it */
	uint64_t at;      /* of the first: in the file, or where there is none, in the input */
	uint64_t line;    /* 0: not a line of text */
	str trouble;      /* why there are none, where something was tried; in the buffer `words` */
	struct buf words;
};

/* image: NULL, or the path of what should be the image. */
struct shown_bytes bytes_of_finding(sqlite3 *db, const char *image, const struct finding *f);
void shown_bytes_free(struct shown_bytes *b);

/* As people read them: the line where it is text, then rows of sixteen. */
void print_shown_bytes(const struct shown_bytes *b, struct buf *out);

#endif
