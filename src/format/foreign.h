/* What is known by sight and read by no reader of ours: file systems, disks, encrypted forms, archives. It is named, so
 * that a person knows what to bring; whatever it holds is unread. A format that gets a reader is taken before this is
 * asked.
 */
#ifndef ASSAY_FORMAT_FOREIGN_H
#define ASSAY_FORMAT_FOREIGN_H

#include "base/bytes.h"

struct foreign {
	const char *kind; /* becomes region.kind */
	bool is_encrypted;
};

/* What these bytes begin with, or NULL. */
const struct foreign *foreign_at(span bytes);
/* The first place in them where one begins whose header is told beyond doubt: text and programs hold magics of others
 * by the dozen. */
const struct foreign *foreign_in(span bytes, uint64_t *ret_at);

#endif
