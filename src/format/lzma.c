/* lzma-alone: no magic, no checksum. What it is told by: common properties, a dictionary of a size that encoders
 * choose, a plausible size, and data that decode. */
#include "base/limits.h"
#include "format/begin.h"
#include "format/formats.h"
#include "format/lzma_alone.h"
#include "format/part.h"

/* 2^n or 3 * 2^n, from 4 KiB to 128 MiB; Huawei writes such a one with garbage in its low bytes, which no decoder
 * minds. */
static bool is_dictionary(uint32_t size)
{
	uint32_t low = size & (~size + 1);

	return size >= 4096 && size <= UINT32_C(128) << 20 && (size == low || size == 3 * low);
}

static bool probe(span in)
{
	struct lzma_alone h;
	enum { LEAST_STORED = 64 };

	if (in.n < LZMA_ALONE_HEADER + LEAST_STORED || !lzma_alone_header(in, &h)) return false;
	if (!is_dictionary(h.dictionary)) return false;
	if (h.has_size && (h.size < LEAST_STORED || h.size > LIMIT_BLOB_SIZE)) return false;

	/* The range coder begins with a zero byte; more zeros are padding behind something that looked like a
	 * header. */
	const uint8_t *body = in.p + LZMA_ALONE_HEADER;

	return !body[0] && memcmp(body, body + 1, 15) != 0 && stream_begins(COMPRESSION_LZMA, in);
}

static err read_all(struct walk *w, span in, uint64_t *ret_used)
{
	return part_stream(w, COMPRESSION_LZMA, in, 0, (str){ 0 }, ret_used);
}

const struct format lzma_format = {
	.name = "lzma",
	.title = "LZMA stream",
	.magics = { { 0, 3, "\x5d\0\0" }, { 0, 3, "\x6d\0\0" }, { 0, 3, "\x5e\0\0" } },
	.sweep = true,
	.probe = probe,
	.read = read_all,
};
