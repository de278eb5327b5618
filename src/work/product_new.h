/* A product folder, ready to be filled: its product file with every usual key explained where it stands, and the
 * folders in which the rest belongs. */
#ifndef ASSAY_WORK_PRODUCT_NEW_H
#define ASSAY_WORK_PRODUCT_NEW_H

#include "base/arena.h"
#include "work/work.h"

struct product_new {
	const char *folder;
	const char *image; /* a file that is copied into inputs/; NULL: none */
};

/* The folder may be there, as long as nothing is in it. After a failure, what was made of it may be there: nothing that
 * was there before is touched. */
err product_new_write(const struct product_new *wanted, struct arena *keep, const struct notes *notes);

#endif
