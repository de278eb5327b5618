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

/* Detail gets all that is wrong with it, a line each: "line 3, column 5: ..." with what to do; the err is that of the
 * first, err.at its line. words: what the rules know of names and values; NULL: nobody asks. */
struct declared_words;
err collect_product(struct facts *f, span yaml, const struct declared_words *words, struct buf *detail);

#endif
