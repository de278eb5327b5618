/* bzip2. Its blocks unpack only whole, so that the probe looks at the first block's own magic instead: pi, or the
 * root of it at the end. */
#include "format/formats.h"
#include "format/part.h"

static bool probe(span in)
{
	span block = span_cut(in, 4, 6);

	return block.n && in.p[3] >= '1' && in.p[3] <= '9' &&
	       (memcmp(block.p, "\x31\x41\x59\x26\x53\x59", 6) == 0 ||
		       memcmp(block.p, "\x17\x72\x45\x38\x50\x90", 6) == 0);
}

static err read_all(struct walk *w, span in, uint64_t *ret_used)
{
	return part_stream(w, COMPRESSION_BZIP2, in, 0, (str){ 0 }, ret_used);
}

const struct format bzip2_format = {
	.name = "bzip2",
	.title = "bzip2 stream",
	.magics = { { 0, 3, "BZh" } },
	.sweep = true,
	.probe = probe,
	.read = read_all,
};
