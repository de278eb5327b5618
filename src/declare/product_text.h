/* Declared things of an evidence file as the text of a product file. */
#ifndef ASSAY_DECLARE_PRODUCT_TEXT_H
#define ASSAY_DECLARE_PRODUCT_TEXT_H

#include "base/buf.h"
#include "declare/merge.h"

#include <sqlite3.h>

enum { PRODUCT_SECTIONS = 40 };
/* Declared things as sections of a product file; the number of sections. */
size_t product_sections(struct arena *keep, sqlite3 *db, struct merge_section ret[static PRODUCT_SECTIONS]);
/* A scalar as YAML, so that it reads the same again: plain, in quotes, or a block whose lines are indented by
 * `indent`. */
void yaml_scalar(struct buf *out, str text, unsigned indent);

#endif
