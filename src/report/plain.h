/* What report.html shows where no script may run: the verdicts, what fails and where, what is owed. Markup, with the
 * page's own style. */
#ifndef ASSAY_REPORT_PLAIN_H
#define ASSAY_REPORT_PLAIN_H

#include "base/buf.h"
#include "judge/next.h"

void report_plain(const struct judgement *j, const struct plan *plan, struct buf *out);

#endif
