/* SHA-256, as lower-case hexadecimal text. */
#ifndef ASSAY_BASE_DIGEST_H
#define ASSAY_BASE_DIGEST_H

#include "base/bytes.h"

struct digest {
	uint8_t raw[32];
	char hex[65]; /* terminated */
};

struct digest digest_of(span bytes);
/* Of the first `size` bytes of a file, read and not mapped. 0, or errno; ENODATA: it is shorter. */
int digest_of_file(int fd, uint64_t size, struct digest *ret);

static inline str digest_str(const struct digest *d)
{
	return (str){ d->hex, 64 };
}

#endif
