/* A text of lines, of which some go and some are put in; all others stay as they are. */
#ifndef ASSAY_DRAFT_LINES_OF_TEXT_H
#define ASSAY_DRAFT_LINES_OF_TEXT_H

#include "base/buf.h"
#include "base/vec.h"

struct text_lines {
	str *p; /* without what ends them; the first is line 1 */
	uint32_t n;
};
struct text_lines lines_of_text(str text, struct arena *keep);
/* The last line of a row that begins at `first` and ends before `end` is over: what follows as far as it is indented
 * by `column` - 1 or more; blanks and comments at its end are not its own. */
uint32_t lines_end_of(const struct text_lines *lines, uint32_t first, uint32_t end, uint32_t column);

struct text_edit {
	struct text_lines lines;
	struct arena *keep;
	bool *is_dropped;    /* by line */
	str *after;          /* what comes after it, 0: before the first */
	uint32_t draft_line; /* where `draft:` stands; 0: nowhere */
};
struct text_edit edit_of(str text, struct arena *keep);
void edit_drop(struct text_edit *e, uint32_t first, uint32_t last);
void edit_after(struct text_edit *e, uint32_t line, str text); /* after what is put there already */
bool edit_is_in_braces(const struct text_edit *e, uint32_t line);
void edit_write(const struct text_edit *e, struct buf *out);

#endif
