/* The over-the-air upgrade file of Zigbee (Zigbee Cluster Library, chapter 11): a header, then elements of tag,
 * length and bytes. */
#include "format/formats.h"
#include "format/part.h"

static const struct fault zigbee_cut = { FAULT_INPUT, "zigbee-ota.cut", "the file ends before its elements do" };
static const struct fault zigbee_bad = { FAULT_INPUT, "zigbee-ota.bad-header", "the header contradicts itself" };

enum { LEAST_HEADER = 56, VERSION = 0x0100, HAS_SECURITY = 1, HAS_DESTINATION = 2, HAS_HARDWARE = 4 };

struct zigbee_header {
	uint16_t size, flags, maker, type, stack, least_hardware, most_hardware;
	uint32_t version, total;
	span text;
};

static bool read_header(span in, struct zigbee_header *ret)
{
	reader r = { .in = in };
	struct zigbee_header h = { 0 };

	read_skip(&r, 4);

	uint16_t version = read_le16(&r);

	h.size = read_le16(&r);
	h.flags = read_le16(&r);
	h.maker = read_le16(&r);
	h.type = read_le16(&r);
	h.version = read_le32(&r);
	h.stack = read_le16(&r);
	h.text = read_span(&r, 32);
	h.total = read_le32(&r);
	if (h.flags & HAS_SECURITY) read_skip(&r, 1);
	if (h.flags & HAS_DESTINATION) read_skip(&r, 8);
	if (h.flags & HAS_HARDWARE) {
		h.least_hardware = read_le16(&r);
		h.most_hardware = read_le16(&r);
	}
	*ret = h;
	return !r.is_short && version == VERSION && h.size >= r.at && h.size >= LEAST_HEADER && h.size < h.total;
}

static bool probe(span in)
{
	struct zigbee_header h;

	return read_header(in, &h);
}

static const char *tag_name(uint16_t tag)
{
	static const char *const names[] = { "upgrade-image", "ecdsa-signature", "ecdsa-certificate", "integrity-code",
		"picture", "ecdsa-signature-2", "ecdsa-certificate-2" };

	return tag < sizeof(names) / sizeof(*names) ? names[tag] : "element";
}

static void note_header(struct walk *w, const struct zigbee_header *h)
{
	note_hex(w, 10, "manufacturer", h->maker);
	note_hex(w, 12, "image-type", h->type);
	note_hex(w, 14, "file-version", h->version);
	note_number(w, 18, "stack-version", h->stack);
	note_field(w, 20, "text", h->text);
	if (!(h->flags & HAS_HARDWARE)) return;
	note_number(w, 56, "least-hardware", h->least_hardware);
	note_number(w, 58, "most-hardware", h->most_hardware);
}

/* Elements to the end of the file, as the header gives it. */
static err read_elements(struct walk *w, span in, const struct zigbee_header *h, uint64_t *ret_used)
{
	reader r = { .in = span_from(in, 0, h->total), .at = h->size };

	while (r.at < r.in.n) {
		size_t at = r.at;
		uint16_t tag = read_le16(&r);
		uint32_t n = read_le32(&r);

		if (r.is_short) break;

		span bytes = span_from(r.in, r.at, n);
		struct part part = { .name = str_of(tag_name(tag)), .at = r.at, .stored = bytes.n, .bytes = bytes };

		if (bytes.n) TRY(walk_part(w, &part));
		walk_note(w, at, "element", part.name);
		*ret_used = r.at + bytes.n;
		if (bytes.n != n) return fail(&zigbee_cut, in.n);
		read_skip(&r, n);
	}
	return OK;
}

static err read_all(struct walk *w, span in, uint64_t *ret_used)
{
	struct zigbee_header h;

	if (!read_header(in, &h)) return fail(&zigbee_bad, 4);
	note_header(w, &h);
	*ret_used = h.size < in.n ? h.size : in.n;
	TRY(read_elements(w, in, &h, ret_used));
	if (h.total > in.n) return fail(&zigbee_cut, in.n);
	*ret_used = h.total;
	return OK;
}

const struct format zigbee_format = {
	.name = "zigbee-ota",
	.title = "Zigbee upgrade file",
	.magics = { { 0, 4, "\x1e\xf1\xee\x0b" } },
	.sweep = true,
	.probe = probe,
	.read = read_all,
};
