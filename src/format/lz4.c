/* LZ4: the frame (LZ4 Frame Format 1.6), and the older form of it that compressed kernels use. */
#include "format/begin.h"
#include "format/formats.h"
#include "format/part.h"

#include <lz4.h>

static bool probe_legacy(span in)
{
	enum { BLOCK = 8 << 20, LOOK_AT = 4096 };
	char out[LOOK_AT];
	reader r = { .in = in };

	read_skip(&r, 4);

	uint32_t stored = read_le32(&r);
	span block = span_from(in, r.at, stored);

	if (stored < 16 || stored > LZ4_COMPRESSBOUND(BLOCK) || block.n != stored) return false;
	return LZ4_decompress_safe_partial((const char *)block.p, out, (int)block.n, LOOK_AT, LOOK_AT) > 0;
}

static bool probe(span in)
{
	if (in.n < 16) return false;
	return in.p[0] == 0x02 ? probe_legacy(in) : stream_begins(COMPRESSION_LZ4, in);
}

static err read_all(struct walk *w, span in, uint64_t *ret_used)
{
	return part_stream(w, COMPRESSION_LZ4, in, 0, (str){ 0 }, ret_used);
}

const struct format lz4_format = {
	.name = "lz4",
	.title = "LZ4 stream",
	.magics = { { 0, 4, "\x04\x22\x4d\x18" }, { 0, 4, "\x02\x21\x4c\x18" } },
	.sweep = true,
	.probe = probe,
	.read = read_all,
};
