/* One requirement of one scheme, from its verdict back to the bytes that it rests on. */
#ifndef ASSAY_REPORT_EXPLAIN_H
#define ASSAY_REPORT_EXPLAIN_H

#include "base/buf.h"
#include "judge/verdict.h"

enum { BYTES_SHOWN = 64 };

struct shown_bytes {
	struct buf bytes; /* the caller frees it */
	uint64_t at;      /* of the first: in the file, or where there is none, in the input */
	uint64_t line;    /* 0: not a line of text */
	str trouble;      /* why there are none, where something was tried; in the buffer `words` */
	struct buf words;
};

void shown_bytes_free(struct shown_bytes *b);

struct explaining {
	struct shown_bytes (*bytes)(
		void *self, const struct finding *f); /* of a finding: from the image, or from what was kept */
	void *self;
	struct buf *out;
	unsigned width; /* columns */
};

typedef bool requirement_matches(const void *wanted, const struct scheme_result *s, const struct requirement_result *r);

/* Every requirement that matches; nothing where none does. As JSON: verdict.json's rows of it, each finding with its
 * bytes. */
void report_explained_text(
	const struct explaining *x, const struct judgement *j, requirement_matches *matches, const void *wanted);
void report_explained_json(
	const struct explaining *x, const struct judgement *j, requirement_matches *matches, const void *wanted);

#endif
