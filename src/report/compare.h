/* A comparison of schemes: as text of 80 columns, as JSON, and as one page with pictures. */
#ifndef ASSAY_REPORT_COMPARE_H
#define ASSAY_REPORT_COMPARE_H

#include "judge/compare.h"
#include "report/text.h"

#include <jansson.h>

json_t *json_of_comparison(const struct comparison *c); /* a new reference */
void report_compare_text(const struct comparison *c, const struct text_style *style, struct buf *out);

/* Words for what computation and records call a conflict. */
const char *contrast_found_word(enum finding_way found); /* "recorded", "computed" */
const char *contrast_kind_word(enum finding_way found);  /* "recorded", "opposed", "values", "endings" */

#endif
