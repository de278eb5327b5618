/* The entries of a cpio archive, for what carries one: cpio.c itself and packages (rpm.c). */
#ifndef ASSAY_FORMAT_CPIO_H
#define ASSAY_FORMAT_CPIO_H

#include "format/format.h"

/* The name of the entry that ends an archive. */
#define CPIO_END "TRAILER!!!"

/* What stands beside the archive and not in it. */
struct cpio_extras {
	const void *self;
	str (*capabilities)(const void *self, str path); /* of a name as it is stored; empty: none */
};

/* Reports all names of the archive that begins at in[0], and of those that follow it. extras: NULL when there are none.
 * ret_used: as of read(). */
err cpio_entries(struct walk *w, span in, const struct cpio_extras *extras, uint64_t *ret_used);

#endif
