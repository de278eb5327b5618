/* TRX, the image of Broadcom routers: "HDR0", length, checksum, and where up to four partitions begin. */
#include "format/formats.h"
#include "format/part.h"

#include <zlib.h>

static const struct fault trx_cut = { FAULT_INPUT, "trx.cut", "the image is longer than what is left of the file" };
static const struct fault trx_bad = { FAULT_INPUT, "trx.bad-header", "the header contradicts itself" };

enum { SUMMED_FROM = 12, MOST_PARTITIONS = 4 };

struct trx_header {
	uint32_t size, sum;
	uint16_t flags, version;
	uint32_t starts[MOST_PARTITIONS];
	size_t partitions, n;
};

static bool read_header(span in, struct trx_header *ret)
{
	reader r = { .in = in };
	struct trx_header h = { 0 };
	uint32_t before;

	read_skip(&r, 4);
	h.size = read_le32(&r);
	h.sum = read_le32(&r);
	h.flags = read_le16(&r);
	h.version = read_le16(&r);
	if (h.version < 1 || h.version > 2) return false;
	h.partitions = h.version == 1 ? 3 : 4;
	for (size_t i = 0; i < h.partitions; i++) h.starts[i] = read_le32(&r);
	h.n = r.at;
	if (r.is_short || h.size < h.n || h.starts[0] < h.n) return false;

	/* In order; those that are not there are 0. */
	before = 0;
	for (size_t i = 0; i < h.partitions; i++) {
		if (!h.starts[i]) continue;
		if (h.starts[i] <= before || h.starts[i] >= h.size) return false;
		before = h.starts[i];
	}
	*ret = h;
	return true;
}

static bool probe(span in)
{
	struct trx_header h;

	return read_header(in, &h);
}

static err read_all(struct walk *w, span in, uint64_t *ret_used)
{
	struct trx_header h;

	if (!read_header(in, &h)) return fail(&trx_bad, 4);

	bool is_whole = h.size <= in.n;
	span image = span_from(in, 0, h.size);

	note_number(w, 14, "version", h.version);
	*ret_used = image.n;
	/* Broadcom's CRC-32 is the usual one without its last inversion. */
	if (is_whole)
		walk_checksum(w, 8, "image", "crc32",
			(~crc32_z(0, image.p + SUMMED_FROM, image.n - SUMMED_FROM) & 0xffffffff) == h.sum);
	for (size_t i = 0; i < h.partitions; i++) {
		uint32_t end = h.size;

		for (size_t j = h.partitions; j-- > i + 1;)
			if (h.starts[j]) end = h.starts[j];
		if (!h.starts[i]) continue;

		span bytes = span_from(image, h.starts[i], end - h.starts[i]);
		struct part part = { .at = h.starts[i], .stored = bytes.n, .bytes = bytes };

		if (bytes.n) TRY(walk_part(w, &part));
	}
	return is_whole ? OK : fail(&trx_cut, in.n);
}

const struct format trx_format = {
	.name = "trx",
	.title = "TRX router image",
	.magics = { { 0, 4, "HDR0" } },
	.sweep = true,
	.probe = probe,
	.read = read_all,
};
