/* xz (The .xz File Format 1.1.0). */
#include "format/begin.h"
#include "format/formats.h"
#include "format/part.h"

#include <zlib.h>

/* The stream's flags have a checksum of their own. */
static bool probe(span in)
{
	reader r = { .in = in };

	read_skip(&r, 6);

	span flags = read_span(&r, 2);
	uint32_t sum = read_le32(&r);

	return !r.is_short && flags.p[0] == 0 && flags.p[1] < 16 && crc32(0, flags.p, 2) == sum;
}

static err read_all(struct walk *w, span in, uint64_t *ret_used)
{
	return part_stream(w, COMPRESSION_XZ, in, 0, (str){ 0 }, ret_used);
}

const struct format xz_format = {
	.name = "xz",
	.title = "xz stream",
	.magics = { { 0, 6,
		"\xfd"
		"7zXZ\0" } },
	.sweep = true,
	.probe = probe,
	.read = read_all,
};
