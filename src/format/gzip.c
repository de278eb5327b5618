/* gzip (RFC 1952) and its bare inside, zlib (RFC 1950). */
#include "format/begin.h"
#include "format/formats.h"
#include "format/part.h"

enum { HAS_CRC = 2, HAS_EXTRA = 4, HAS_NAME = 8, HAS_COMMENT = 16, RESERVED = 0xe0, HEADER = 10 };

static bool probe_gzip(span in)
{
	return in.n > HEADER + 8 && !(in.p[3] & RESERVED) && stream_begins(COMPRESSION_GZIP, in);
}

/* The name of the file that was compressed, which the header may hold behind its extra field. */
static str stored_name(span in)
{
	reader r = { .in = in };

	read_seek(&r, 3);

	uint8_t flags = read_u8(&r);

	read_seek(&r, HEADER);
	if (flags & HAS_EXTRA) read_skip(&r, read_le16(&r));
	if (!(flags & HAS_NAME) || r.is_short) return (str){ 0 };

	span rest = span_from(in, r.at, 256);

	return memchr(rest.p, '\0', rest.n) ? text_field(rest) : (str){ 0 };
}

static err read_gzip(struct walk *w, span in, uint64_t *ret_used)
{
	return part_stream(w, COMPRESSION_GZIP, in, 0, stored_name(in), ret_used);
}

const struct format gzip_format = {
	.name = "gzip",
	.title = "gzip stream",
	.magics = { { 0, 3, "\x1f\x8b\x08" } },
	.sweep = true,
	.probe = probe_gzip,
	.read = read_gzip,
};

static bool probe_zlib(span in)
{
	return in.n > 16 && (in.p[0] << 8 | in.p[1]) % 31 == 0 && stream_begins(COMPRESSION_ZLIB, in);
}

static err read_zlib(struct walk *w, span in, uint64_t *ret_used)
{
	return part_stream(w, COMPRESSION_ZLIB, in, 0, (str){ 0 }, ret_used);
}

/* Two bytes are too little of a magic to look for anywhere. */
const struct format zlib_format = {
	.name = "zlib",
	.title = "zlib stream",
	.magics = { { 0, 2, "\x78\x01" }, { 0, 2, "\x78\x5e" }, { 0, 2, "\x78\x9c" }, { 0, 2, "\x78\xda" } },
	.probe = probe_zlib,
	.read = read_zlib,
};
