/* TP-Link's first image header: 512 bytes, big-endian, with an MD5 sum whose own place is filled with a fixed salt
 * (known from OpenWrt's mktplinkfw). A file for the boot loader's web page holds two: one around everything, and one
 * behind the boot loader. */
#include "format/formats.h"
#include "format/part.h"

#include <openssl/evp.h>
#include <stdio.h>

static const struct fault tplink_cut = { FAULT_INPUT, "tplink.cut",
	"the image is longer than what is left of the file" };
static const struct fault tplink_bad = { FAULT_INPUT, "tplink.bad-header", "the header contradicts itself" };

enum { HEADER = 512, SUM_AT = 0x4c, SUM = 16, BOOT_ROOM = 0x20000 };

struct tplink_header {
	span vendor, version, sum;
	uint32_t hardware, revision, load, entry, size;
	uint32_t kernel_at, kernel_n, rootfs_at, rootfs_n, boot_n;
	uint16_t major, middle, minor;
};

static bool read_header(span in, struct tplink_header *ret)
{
	reader r = { .in = in };
	struct tplink_header h;

	read_skip(&r, 4);
	h.vendor = read_span(&r, 24);
	h.version = read_span(&r, 36);
	h.hardware = read_be32(&r);
	h.revision = read_be32(&r);
	read_skip(&r, 4); /* region */
	h.sum = read_span(&r, SUM);
	read_skip(&r, 4 + SUM + 4);
	h.load = read_be32(&r);
	h.entry = read_be32(&r);
	h.size = read_be32(&r);
	h.kernel_at = read_be32(&r);
	h.kernel_n = read_be32(&r);
	h.rootfs_at = read_be32(&r);
	h.rootfs_n = read_be32(&r);
	read_skip(&r, 4); /* where the boot loader begins: 0 */
	h.boot_n = read_be32(&r);
	h.major = read_be16(&r);
	h.middle = read_be16(&r);
	h.minor = read_be16(&r);
	if (!span_cut(in, 0, HEADER).n || r.is_short) return false;
	*ret = h;
	return h.size > HEADER && h.kernel_at >= HEADER && h.kernel_at < h.size && h.rootfs_at < h.size;
}

static bool is_text(span field)
{
	str text = text_field(field);

	for (size_t i = 0; i < text.n; i++)
		if (text.p[i] < ' ' || text.p[i] > '~') return false;
	return text.n > 0;
}

static bool probe(span in)
{
	struct tplink_header h;

	return read_header(in, &h) && is_text(h.vendor) && is_text(h.version);
}

static bool sum_fits(span image, span sum, bool has_boot)
{
	static const uint8_t salts[2][SUM] = {
		{ 0xdc, 0xd7, 0x3a, 0xa5, 0xc3, 0x95, 0x98, 0xfb, 0xdd, 0xf9, 0xe7, 0xf4, 0x0e, 0xae, 0x47, 0x38 },
		{ 0x8c, 0xef, 0x33, 0x5b, 0xd5, 0xc5, 0xce, 0xfa, 0xa7, 0x9c, 0x28, 0xda, 0xb2, 0xe9, 0x0f, 0x42 },
	};
	uint8_t got[EVP_MAX_MD_SIZE];
	EVP_MD_CTX *md5 = EVP_MD_CTX_new();
	bool fits = md5 && EVP_DigestInit_ex(md5, EVP_md5(), NULL) && EVP_DigestUpdate(md5, image.p, SUM_AT) &&
		    EVP_DigestUpdate(md5, salts[has_boot], SUM) &&
		    EVP_DigestUpdate(md5, image.p + SUM_AT + SUM, image.n - SUM_AT - SUM) &&
		    EVP_DigestFinal_ex(md5, got, NULL) && memcmp(got, sum.p, SUM) == 0;

	EVP_MD_CTX_free(md5);
	return fits;
}

static void note_header(struct walk *w, const struct tplink_header *h)
{
	char version[32];
	int n = snprintf(version, sizeof(version), "%u.%u.%u", h->major, h->middle, h->minor);

	note_field(w, 4, "vendor", h->vendor);
	note_field(w, 28, "header-version", h->version);
	note_hex(w, 0x40, "hardware", h->hardware);
	note_number(w, 0x44, "hardware-revision", h->revision);
	walk_note(w, 0x98, "firmware-version", (str){ version, (size_t)n });
	note_hex(w, 0x74, "load-address", h->load);
	note_hex(w, 0x78, "entry-point", h->entry);
}

static err read_all(struct walk *w, span in, uint64_t *ret_used)
{
	struct tplink_header h, inner;

	if (!read_header(in, &h)) return fail(&tplink_bad, 0x7c);

	span image = span_from(in, 0, h.size);
	bool is_whole = image.n == h.size;

	note_header(w, &h);
	if (is_whole) walk_checksum(w, SUM_AT, "image", "md5", sum_fits(image, h.sum, h.boot_n));
	*ret_used = HEADER;

	/* What is behind the boot loader has a header of its own: it is found there. */
	span behind = span_from(in, HEADER + BOOT_ROOM, UINT64_MAX);

	if (h.boot_n && behind.n > 4 && memcmp(behind.p, in.p, 4) == 0 && probe(behind) &&
		read_header(behind, &inner)) {
		struct part boot = {
			.name = STR("boot"), .at = HEADER, .stored = BOOT_ROOM, .bytes = span_cut(in, HEADER, BOOT_ROOM)
		};

		*ret_used = HEADER + BOOT_ROOM;
		return walk_part(w, &boot);
	}

	struct part parts[] = {
		{ .name = STR("kernel"), .at = h.kernel_at, .bytes = span_cut(image, h.kernel_at, h.kernel_n) },
		{ .name = STR("rootfs"), .at = h.rootfs_at, .bytes = span_cut(image, h.rootfs_at, h.rootfs_n) },
	};

	for (size_t i = 0; i < 2; i++) {
		parts[i].stored = parts[i].bytes.n;
		if (parts[i].at < *ret_used || !parts[i].bytes.n) continue;
		TRY(walk_part(w, &parts[i]));
		*ret_used = parts[i].at + parts[i].stored;
	}
	return is_whole ? OK : fail(&tplink_cut, in.n);
}

const struct format tplink_format = {
	.name = "tplink",
	.title = "TP-Link image, header version 1",
	.magics = { { 0, 11, "\1\0\0\0TP-LINK" }, { 0, 11, "\1\0\0\0OpenWrt" } },
	.sweep = true,
	.probe = probe,
	.read = read_all,
};
