/* The report for a terminal: a verdict for each scheme, then what fails, then what is missing. */
#ifndef ASSAY_REPORT_TEXT_H
#define ASSAY_REPORT_TEXT_H

#include "base/buf.h"
#include "judge/next.h"

struct text_style {
	int width; /* columns */
	bool colour;
	bool is_whole; /* every finding and every open question, not only the first ones */
};

void report_text(const struct judgement *j, const struct plan *plan, const struct text_style *style, struct buf *out);

/* Words in lines of at most `width` columns, the first after `indent` blanks, the others after `hang`. */
void text_wrap(struct buf *out, str text, unsigned indent, unsigned hang, unsigned width);

/* "/etc/shadow:1 at byte 120, in the squashfs at 0x120200 of wr841n.bin"; nothing when a finding has no place. */
void text_place(struct buf *out, const struct finding *f);

/* A title, a line apart from what stands before it; bold where colours are wanted. */
void text_heading(const struct text_style *style, struct buf *out, const char *text);

#endif
