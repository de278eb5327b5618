/* One judgement as one line of JSON, for many products: {file, on, product, schemes[{id, verdict, mandatory}],
 * failing[checks], failing_later[checks], not_understood[], unplaced}. */
#ifndef ASSAY_REPORT_LINE_H
#define ASSAY_REPORT_LINE_H

#include "base/buf.h"
#include "judge/verdict.h"

/* unplaced: places of the product's forms that no form knows. */
void report_line(const struct judgement *j, str file, uint64_t unplaced, struct buf *out);
/* {file, in, line, error}: what could not be judged, and why. in: the file or folder that was the trouble, where it
 * is another; line: 0 where none is known. */
struct line_error {
	str file, in, why;
	uint64_t line;
};
void report_line_of_error(const struct line_error *e, struct buf *out);

#endif
