/* Zstandard (RFC 8878). */
#include "format/begin.h"
#include "format/formats.h"
#include "format/part.h"

static bool probe(span in)
{
	return in.n > 8 && !(in.p[4] & 0x08) && stream_begins(COMPRESSION_ZSTD, in); /* a reserved bit */
}

static err read_all(struct walk *w, span in, uint64_t *ret_used)
{
	return part_stream(w, COMPRESSION_ZSTD, in, 0, (str){ 0 }, ret_used);
}

const struct format zstd_format = {
	.name = "zstd",
	.title = "Zstandard stream",
	.magics = { { 0, 4, "\x28\xb5\x2f\xfd" } },
	.sweep = true,
	.probe = probe,
	.read = read_all,
};
