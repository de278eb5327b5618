/* A filled paper as a page that prints well, as JSON of the same rows, and as a line of a table. */
#ifndef ASSAY_REPORT_PAPER_H
#define ASSAY_REPORT_PAPER_H

#include "paper/paper.h"
#include "report/text.h"

/* One page without anything from outside; every value is foreign text and stays text. */
void report_paper_html(const struct judgement *j, const struct paper_result *p, struct buf *out);

void report_paper_json(const struct judgement *j, const struct paper_result *p, struct buf *out);
/* All of them, as an array. */
void report_papers_json(
	const struct judgement *j, const struct paper_result *const *papers, size_t count, struct buf *out);

/* All papers as a table, then what keeps those that are not ready. */
void report_papers_text(const struct judgement *j, const struct paper_result *const *papers, size_t count,
	const struct text_style *style, struct buf *out);

#endif
