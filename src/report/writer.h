/* The parts of the text report: what writes it, and what its files share. */
#ifndef ASSAY_REPORT_WRITER_H
#define ASSAY_REPORT_WRITER_H

#include "report/text.h"

struct writer {
	const struct judgement *j;
	const struct plan *plan;
	const struct text_style *style;
	struct buf *out;
};

const char *text_mark(enum verdict v);
const char *text_colour_of(enum verdict v);
void text_colour(struct writer *w, const char *code);
void text_lines(struct writer *w, str text, unsigned indent, unsigned hang);

void text_schemes(struct writer *w); /* text_schemes.c: verdict by verdict, what may bind, what does not */
void text_claims(struct writer *w);  /* certificates and treatments */

#endif
