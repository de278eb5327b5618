/* One judgement as one line of JSON, for many products: {file, on, product, schemes[{id, verdict, mandatory}], failing[checks], not understood[]}. */
#ifndef ASSAY_REPORT_LINE_H
#define ASSAY_REPORT_LINE_H

#include "base/buf.h"
#include "judge/verdict.h"

void report_line(const struct judgement *j, str file, struct buf *out);
/* {file, error}: what could not be judged, and why. */
void report_line_of_error(str file, str why, struct buf *out);

#endif
