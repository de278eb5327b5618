/* LZMA as the old SDK writes it ("lzma-alone"): 13 bytes of header (properties, dictionary size, size), then one
 * range-coded stream. */
#ifndef ASSAY_FORMAT_LZMA_ALONE_H
#define ASSAY_FORMAT_LZMA_ALONE_H

#include "base/bytes.h"

enum { LZMA_ALONE_HEADER = 13 };

struct lzma_alone {
	uint32_t lc, lp, pb; /* literal context bits, literal position bits, position bits */
	uint32_t dictionary;
	bool has_size;
	uint64_t size; /* when has_size; else the stream has an end marker */
};

/* False when the properties byte is none, or asks for more (lc + lp > 4) than any known encoder writes. */
bool lzma_alone_header(span in, struct lzma_alone *ret);

/* How far a decoder came. */
struct lzma_progress {
	size_t read, written;
	bool is_done;   /* the end marker, or the size that the header promised, was met */
	bool is_broken; /* the data contradict themselves; else the input or the room ended */
};

/* Decodes `body` (what follows a header of any kind) into out[room]. */
struct lzma_progress lzma_decode(const struct lzma_alone *how, span body, uint8_t *out, size_t room);

#endif
