/* Probing a stream by doing it: whether its first bytes unpack. */
#ifndef ASSAY_FORMAT_BEGIN_H
#define ASSAY_FORMAT_BEGIN_H

#include "format/compress.h"

/* True when `in` unpacks to its end, or to some KiB without contradicting itself. Random bytes behind a right magic
 * do not. */
bool stream_begins(enum compression kind, span in);

#endif
