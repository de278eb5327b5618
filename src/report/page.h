/* The data of the page: a judgement and what of the evidence is shown with it, as JSON. ui/src/data.ts has the same
 * shape as types. */
#ifndef ASSAY_REPORT_PAGE_H
#define ASSAY_REPORT_PAGE_H

#include "judge/next.h"

#include <jansson.h>
#include <sqlite3.h>

/* A new reference. The evidence is only read. */
json_t *page_data(const struct judgement *j, const struct plan *plan, sqlite3 *evidence);

#endif
