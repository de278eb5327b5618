/* The application image of Espressif's chips (esptool's documentation, "Firmware Image Format"): a header, segments
 * with the address that each is loaded to, a checksum, and mostly a SHA-256. */
#include "base/digest.h"
#include "format/formats.h"
#include "format/part.h"

static const struct fault esp_bad = { FAULT_INPUT, "esp.bad-image", "its segments do not fit into the file" };

enum { HEADER = 24, MOST_SEGMENTS = 16, SEED = 0xef, DIGEST = 32, DESCRIPTION = 0xabcd5432u };

struct image {
	uint8_t segments, flash_mode, has_digest, sum;
	uint16_t chip;
	uint32_t entry;
	uint64_t sum_at, end; /* the checksum; behind it and the digest */
};

static const char *chip_name(uint16_t chip)
{
	static const struct {
		uint16_t chip;
		const char *name;
	} names[] = { { 0, "esp32" }, { 2, "esp32-s2" }, { 5, "esp32-c3" }, { 9, "esp32-s3" }, { 12, "esp32-c2" },
		{ 13, "esp32-c6" }, { 16, "esp32-h2" }, { 18, "esp32-p4" }, { 20, "esp32-c61" }, { 23, "esp32-c5" } };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (names[i].chip == chip) return names[i].name;
	return NULL;
}

/* Walks over the segments, and takes the sum of their bytes. */
static bool read_image(span in, struct image *ret)
{
	reader r = { .in = in };
	struct image m = { .sum = SEED };

	read_skip(&r, 1);
	m.segments = read_u8(&r);
	m.flash_mode = read_u8(&r);
	read_skip(&r, 1);
	m.entry = read_le32(&r);
	read_skip(&r, 4);
	m.chip = read_le16(&r);
	read_skip(&r, 9);
	m.has_digest = read_u8(&r);
	if (r.is_short || !m.segments || m.segments > MOST_SEGMENTS || m.flash_mode > 5 || m.has_digest > 1)
		return false;
	if (!chip_name(m.chip)) return false;
	for (unsigned i = 0; i < m.segments; i++) {
		read_skip(&r, 4);

		span bytes = read_span(&r, read_le32(&r));

		if (r.is_short || bytes.n % 4) return false;
		for (size_t j = 0; j < bytes.n; j++) m.sum ^= bytes.p[j];
	}
	/* The checksum is the last byte of a line of 16. */
	m.sum_at = r.at | 15;
	m.end = m.sum_at + 1 + (m.has_digest ? DIGEST : 0);
	*ret = m;
	return m.end <= in.n;
}

static bool probe(span in)
{
	struct image m;

	return read_image(in, &m) && in.p[m.sum_at] == m.sum;
}

/* What the build wrote about itself into the first bytes of the first segment. */
static void note_description(struct walk *w, span in)
{
	static const struct {
		uint16_t at, n;
		const char *key;
	} fields[] = { { 16, 32, "version" }, { 48, 32, "project" }, { 80, 16, "build-time" }, { 96, 16, "build-date" },
		{ 112, 32, "idf-version" } };
	reader r = { .in = in };

	read_seek(&r, HEADER + 8);

	uint64_t at = r.at;

	if (read_le32(&r) != DESCRIPTION) return;
	note_number(w, at + 4, "security-version", read_le32(&r));
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++)
		note_field(w, at + fields[i].at, fields[i].key, span_cut(in, at + fields[i].at, fields[i].n));
}

static err read_all(struct walk *w, span in, uint64_t *ret_used)
{
	struct image m;
	reader r = { .in = in };

	if (!read_image(in, &m)) return fail(&esp_bad, HEADER);
	*ret_used = m.end;
	walk_note(w, 12, "chip", str_of(chip_name(m.chip)));
	note_hex(w, 4, "entry-point", m.entry);
	note_description(w, in);
	walk_checksum(w, m.sum_at, "image", "xor", in.p[m.sum_at] == m.sum);
	if (m.has_digest) {
		struct digest d = digest_of(span_cut(in, 0, m.sum_at + 1));

		walk_checksum(w, m.sum_at + 1, "image", "sha256", memcmp(d.raw, in.p + m.sum_at + 1, DIGEST) == 0);
	}
	read_seek(&r, HEADER);
	for (unsigned i = 0; i < m.segments; i++) {
		uint32_t address = read_le32(&r);
		uint32_t n = read_le32(&r);
		struct part part = { .name = STR("segment"), .at = r.at, .stored = n, .bytes = read_span(&r, n) };

		note_hex(w, part.at - 8, "load-address", address);
		if (part.bytes.n) TRY(walk_part(w, &part));
	}
	return OK;
}

const struct format esp_format = {
	.name = "esp",
	.title = "Espressif application image",
	.magics = { { 0, 1, "\xe9" } },
	.probe = probe,
	.read = read_all,
};
