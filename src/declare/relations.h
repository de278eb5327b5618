/* What declared things have to do with each other: one table, by which a product file is read (declare/declare.c) and
 * of which doc/product-file.md is made. Each link may be said from either side. */
#ifndef ASSAY_DECLARE_RELATIONS_H
#define ASSAY_DECLARE_RELATIONS_H

#include "base/near.h"

struct relation_word {
	const char *verb, *backward; /* "updates" of the mechanism, "updated-by" of the component */
	/* Kinds of things (entity.kind) that it goes from and to; NULL ends. */
	const char *from[12], *to[12];
	const char *means;
};
extern const struct relation_word relation_words[]; /* one without a verb ends */

/* The row whose verb, or its backward form, a thing of that kind may say; NULL after giving all that it may say to
 * `near`. */
const struct relation_word *relation_named(str word, const char *kind, bool *ret_is_backward, struct candidates *near);

/* Whether a thing of that kind may stand at its end; else at its beginning. */
bool relation_takes(const struct relation_word *word, const char *kind, bool at_end);

#endif
