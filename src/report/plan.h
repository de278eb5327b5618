/* What to mend, by the markets that it opens: for people and for programs. */
#ifndef ASSAY_REPORT_PLAN_H
#define ASSAY_REPORT_PLAN_H

#include "base/buf.h"
#include "judge/next.h"

void report_plan_text(const struct plan *plan, unsigned width, struct buf *out); /* width: columns */
void report_plan_json(const struct plan *plan, struct buf *out);

#endif
