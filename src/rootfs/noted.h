/* Secrets that were written already: what is found by its form in any file, and again by the rules of the program that
 * reads the file, is one. */
#ifndef ASSAY_ROOTFS_NOTED_H
#define ASSAY_ROOTFS_NOTED_H

#include "base/digest.h"

struct noted {
	uint64_t *marks; /* a hash set; 0: free */
	size_t room, count;
};

/* Was a secret of this digest noted of this file? Notes it. Without a place to note, nothing was. */
bool noted_before(struct noted *n, uint32_t file, const struct digest *digest);
void noted_free(struct noted *n);

#endif
