/* Text into HTML: foreign text stays text, whatever it holds. */
#ifndef ASSAY_REPORT_MARKUP_H
#define ASSAY_REPORT_MARKUP_H

#include "base/buf.h"

/* What is no letter becomes visible, what is markup becomes text, lines stay lines; also fit for a quoted attribute.
 * A word may break after `most` bytes; 0: never. */
void markup_text(struct buf *out, str text, unsigned most);

/* opening and closing are markup of ours. */
void markup_element(struct buf *out, const char *opening, str text, const char *closing);
void markup_element_if(
	struct buf *out, const char *opening, str text, const char *closing); /* only when there is text */

#endif
