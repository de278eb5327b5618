/* Which products a batch is of, and what each brings beside its product file.
 *
 * A file that is named is a product file. Of a folder every .yaml below it is one; in a product folder
 * (work/product_folder.h) what lies beside the product file is brought by that product. A list (--list) names
 * all of it.
 */
#ifndef ASSAY_BATCH_PRODUCTS_H
#define ASSAY_BATCH_PRODUCTS_H

#include "base/vec.h"
#include "source/source.h"
#include "work/work.h"

struct batch_source {
	enum source_kind kind; /* SOURCE_DECLARATION: a file of forms, or a folder of them */
	const char *path;
};

struct batch_product {
	const char *path; /* what its line is called by: its product file, or what it is listed with first */
	bool is_refused;  /* what lies in its folder cannot be taken as it is; the notes said why */
	VEC(struct batch_source) sources; /* in the order in which "check" reads them */
};
typedef VEC(struct batch_product) batch_products;

/* Product files, and those below folders. What of a folder cannot be read is noted, and the rest is taken. */
void batch_find(
	const char *const *words, size_t count, struct arena *keep, batch_products *ret, const struct notes *notes);
/* The same of a list: a map with "products". */
err batch_list(const char *path, struct arena *keep, batch_products *ret, const struct notes *notes);

#endif
