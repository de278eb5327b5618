/* report.html: one file with its data inlined; opens without a network, and ten years later. */
#ifndef ASSAY_REPORT_HTML_H
#define ASSAY_REPORT_HTML_H

#include "base/buf.h"
#include "judge/next.h"

#include <sqlite3.h>

/* The evidence is only read: what of it the page shows. */
void report_html(const struct judgement *j, const struct plan *plan, sqlite3 *evidence, struct buf *out);

#endif
