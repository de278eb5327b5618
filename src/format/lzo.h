/* LZO1X, written from the description of its stream in the Linux kernel (Documentation/staging/lzo.rst). */
#ifndef ASSAY_FORMAT_LZO_H
#define ASSAY_FORMAT_LZO_H

#include "base/bytes.h"

/* One raw block with its end marker into out[room]. Fails with lzo.broken at the place in `in` that makes no sense. */
err lzo1x_unpack(span in, uint8_t *out, size_t room, size_t *ret_n);

#endif
