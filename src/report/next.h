/* What is still missing, best first: for people and for programs. */
#ifndef ASSAY_REPORT_NEXT_H
#define ASSAY_REPORT_NEXT_H

#include "base/buf.h"
#include "judge/next.h"

/* keep: for the words of what a question takes. width: columns. */
void report_next_text(const struct judgement *j, const struct plan *plan, bool is_whole, struct arena *keep,
	unsigned width, struct buf *out);
void report_next_json(const struct plan *plan, struct arena *keep, struct buf *out);

#endif
