/* CSV as office programs write it: RFC 4180, with the separators , ; | and tab. Runs in the jail. */
#ifndef ASSAY_DECLARE_CSV_H
#define ASSAY_DECLARE_CSV_H

#include "base/buf.h"
#include "declare/place.h"

/* Rows of equal width in `keep`, each with its line; none of an empty text. The text is valid UTF-8 without NUL.
 * err.at is the line; detail gets "line 3, column 5: ..." with what to do. */
err csv_read(struct arena *keep, str text, struct form_table *ret, struct buf *detail);

#endif
