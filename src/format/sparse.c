/* Android's sparse images (system/core, libsparse/sparse_format.h): chunks of bytes, of a repeated word, of nothing.
 * What they stand for is a disk or file system. */
#include "base/limits.h"
#include "format/formats.h"
#include "format/part.h"

#include <zlib.h>

static const struct fault bad_chunk = { FAULT_INPUT, "sparse.bad-chunk", "a chunk is damaged or cut" };
static const struct fault missing = { FAULT_INPUT, "sparse.missing", "fewer blocks are there than the header says" };

enum { HEADER = 28, CHUNK = 12, RAW = 0xcac1, FILL = 0xcac2, NOTHING = 0xcac3, SUM = 0xcac4 };

struct sparse {
	uint32_t header_n, chunk_n, block, blocks, chunks, sum;
};

static bool read_header(span in, struct sparse *ret)
{
	reader r = { .in = in };
	struct sparse s;

	read_skip(&r, 4);

	uint16_t major = read_le16(&r);

	read_skip(&r, 2);
	s.header_n = read_le16(&r);
	s.chunk_n = read_le16(&r);
	s.block = read_le32(&r);
	s.blocks = read_le32(&r);
	s.chunks = read_le32(&r);
	s.sum = read_le32(&r);
	*ret = s;
	return !r.is_short && major == 1 && s.header_n >= HEADER && s.header_n <= in.n && s.chunk_n >= CHUNK &&
	       s.block && s.block % 4 == 0 && s.block <= (1u << 20) && s.blocks;
}

static bool probe(span in)
{
	struct sparse s;

	return read_header(in, &s);
}

/* One chunk into out[*done]; what is not said is zeros, and there already. */
static bool read_chunk(const struct sparse *s, reader *r, uint8_t *out, uint64_t size, uint64_t *done, bool *ret_sum)
{
	uint16_t type = read_le16(r);

	read_skip(r, 2);

	uint64_t n = (uint64_t)read_le32(r) * s->block;
	uint32_t stored = read_le32(r);

	if (r->is_short || stored < s->chunk_n || n > size - *done) return false;
	read_skip(r, s->chunk_n - CHUNK);

	span body = read_span(r, stored - s->chunk_n);

	if (r->is_short) return false;
	switch (type) {
	case RAW:
		if (body.n != n) return false;
		if (n) memcpy(out + *done, body.p, body.n);
		break;
	case FILL:
		if (body.n != 4) return false;
		for (uint64_t i = 0; i < n; i += 4) memcpy(out + *done + i, body.p, 4);
		break;
	case NOTHING:
		break;
	case SUM: {
		reader sum = { .in = body };

		n = 0;
		*ret_sum = is_sum((uint32_t)crc32_z(0, out, (size_t)*done), read_le32(&sum));
		break;
	}
	default:
		return false;
	}
	*done += n;
	return true;
}

static err read_all(struct walk *w, span in, uint64_t *ret_used)
{
	struct sparse s;
	reader r = { .in = in };
	uint64_t done = 0;
	uint8_t *out;
	err trouble = OK;
	bool fits = true;

	if (!read_header(in, &s)) return fail(&bad_chunk, 0);

	uint64_t size = (uint64_t)s.blocks * s.block;

	*ret_used = s.header_n;
	TRY(part_room(w, in.n, size, &out));
	memset(out, 0, (size_t)size);
	read_seek(&r, s.header_n);
	for (uint32_t i = 0; i < s.chunks && !trouble.is; i++) {
		size_t at = r.at;

		if (read_chunk(&s, &r, out, size, &done, &fits)) continue;
		trouble = fail(&bad_chunk, at);
		r.at = at;
	}
	if (!trouble.is && done < size) trouble = fail(&missing, r.at);
	*ret_used = trouble.is && trouble.is == &bad_chunk ? in.n : r.at;
	if (!fits) walk_checksum(w, 24, "image", "crc32", false);
	note_number(w, 12, "block-size", s.block);
	note_number(w, 16, "size", size);
	if (done < size) note_number(w, r.at, "missing-bytes", size - done);
	/* Blocks that are missing at the end are no zeros. */
	if (done)
		TRY(walk_part(w,
			&(struct part){
				.at = s.header_n, .stored = *ret_used - s.header_n, .bytes = { out, (size_t)done } }));
	return trouble;
}

const struct format sparse_format = {
	.name = "android-sparse",
	.title = "Android sparse image",
	.magics = { { 0, 4, "\x3a\xff\x26\xed" } },
	.sweep = true,
	.probe = probe,
	.read = read_all,
};
