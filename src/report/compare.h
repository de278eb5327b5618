/* A comparison of schemes: as text of 80 columns, as JSON, and as one page with pictures. */
#ifndef ASSAY_REPORT_COMPARE_H
#define ASSAY_REPORT_COMPARE_H

#include "compare/compare.h"
#include "report/text.h"

#include <jansson.h>

json_t *json_of_comparison(const struct comparison *c); /* a new reference */
void report_compare_text(const struct comparison *c, const struct text_style *style, struct buf *out);

void report_baseline_text(const struct baseline *b, const struct text_style *style, struct buf *out);
json_t *json_of_baseline(const struct baseline *b); /* a new reference */

/* What a set of checks and questions asks, by topic: the first few of each, or all. */
void compare_put_deciders(
	const struct comparison *c, const uint64_t *set, const struct text_style *style, struct buf *out);

/* Where they conflict and differ, as text. */
void compare_put_contrasts(const struct comparison *c, const struct text_style *style, struct buf *out);

/* One file without anything from outside: the matrix, the picture, and what is behind each of their marks. */
void report_compare_html(const struct comparison *c, struct buf *out);

/* Internal to the page. A chord picture of at most a dozen schemes or so; more are told apart by their places alone. */
void compare_draw_chords(const struct comparison *c, struct buf *out);
void compare_draw_contrasts(const struct comparison *c, struct buf *out);
/* News between two of the schemes that is more than a difference, or a record inside one; and news that is no more. */
bool contrast_is_conflict(const struct comparison *c, const struct contrast *x);
bool contrast_is_difference(const struct comparison *c, const struct contrast *x);

/* Words for what computation and records call a conflict. */
const char *contrast_found_word(const struct contrast *x); /* "recorded", "computed", "both" */
const char *contrast_kind_word(enum finding_way found);    /* "recorded", "opposed", "values", "endings" ... */

#endif
