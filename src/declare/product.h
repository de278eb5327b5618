/* The maker's product file (product.yaml) to facts: identity and profile, conditions, answers, declared entities,
 * documents. Runs in the jail.
 *
 * Every declared entity kind is one row of a table in product.c: the list's name in the file, the entity's kind, the
 * table whose columns its keys are. doc/product-file.md describes the file.
 */
#ifndef ASSAY_DECLARE_PRODUCT_H
#define ASSAY_DECLARE_PRODUCT_H

#include "base/buf.h"
#include "evidence/facts.h"

/* err.at is the line; detail gets "line 3, column 5: ..." with what to do. */
err collect_product(struct facts *f, span yaml, struct buf *detail);

#endif
