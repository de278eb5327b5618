/* Android's boot images (system/tools/mkbootimg, include/bootimg/bootimg.h), versions 0 to 4: a kernel and a ramdisk
 * in pages, and the kernel's arguments. */
#include "format/formats.h"
#include "format/part.h"

static const struct fault bad_header = { FAULT_INPUT, "boot.bad-header", "the header is damaged" };
static const struct fault cut = { FAULT_INPUT, "boot.cut", "the image is longer than what is left of the file" };

enum { OLD_PAGE_AT = 36, VERSION_AT = 40, NEW_PAGE = 4096 };

struct boot {
	uint32_t version, page, header_n;
	uint32_t sizes[6];
	uint64_t device_tree_n;
};

static bool read_header(span in, struct boot *ret)
{
	reader r = { .in = in };
	struct boot b = { 0 };

	read_seek(&r, VERSION_AT);
	b.version = read_le32(&r);
	read_seek(&r, 8);
	if (b.version == 3 || b.version == 4) {
		b.page = NEW_PAGE;
		b.sizes[0] = read_le32(&r);
		b.sizes[1] = read_le32(&r);
		read_skip(&r, 4);
		b.header_n = read_le32(&r);
		if (b.version == 4) {
			read_seek(&r, 1580);
			b.sizes[2] = read_le32(&r);
		}
		*ret = b;
		return !r.is_short && b.sizes[0] && b.header_n >= 1580 && b.header_n <= NEW_PAGE;
	}
	/* Before there were versions the field was a size of a device tree; that is small or nothing. */
	b.sizes[0] = read_le32(&r);
	read_skip(&r, 4);
	b.sizes[1] = read_le32(&r);
	read_skip(&r, 4);
	b.sizes[2] = read_le32(&r);
	read_seek(&r, OLD_PAGE_AT);
	b.page = read_le32(&r);
	if (b.version > 4) b.sizes[5] = b.version, b.version = 0;
	if (b.version >= 1) {
		read_seek(&r, 1632);
		b.sizes[3] = read_le32(&r);
		read_seek(&r, 1644);
		b.header_n = read_le32(&r);
	}
	if (b.version == 2) b.sizes[4] = read_le32(&r);
	*ret = b;
	return !r.is_short && b.sizes[0] && b.page >= 2048 && b.page <= 131072 && !(b.page & (b.page - 1)) &&
	       (!b.version || (b.header_n >= 1648 && b.header_n <= b.page));
}

static bool probe(span in)
{
	struct boot b;

	return read_header(in, &b);
}

static err read_all(struct walk *w, span in, uint64_t *ret_used)
{
	static const char *const old_names[] = { "kernel", "ramdisk", "second", "recovery-device-tree", "device-tree",
		"device-tree" };
	static const char *const new_names[] = { "kernel", "ramdisk", "signature", "", "", "" };
	struct boot b;

	if (!read_header(in, &b)) return fail(&bad_header, 8);

	bool is_new = b.version >= 3;
	uint64_t at = b.page;

	note_number(w, VERSION_AT, "version", b.version);
	note_field(w, is_new ? 44 : 64, "boot-arguments", span_cut(in, is_new ? 44 : 64, is_new ? 1536 : 512));
	if (!is_new) {
		note_field(w, 48, "name", span_cut(in, 48, 16));
		note_field(w, 608, "boot-arguments-more", span_cut(in, 608, 1024));
	}
	for (size_t i = 0; i < 6; i++) {
		uint64_t n = b.sizes[i];
		struct part part = { .at = at, .stored = n, .bytes = span_from(in, at, n) };

		if (!n) continue;
		part.name = str_of(is_new ? new_names[i] : old_names[i]);
		*ret_used = at + part.bytes.n < in.n ? at + part.bytes.n : in.n;
		if (part.bytes.n) TRY(walk_part(w, &part));
		if (part.bytes.n < n) return fail(&cut, in.n);
		at += round_up(n, b.page);
	}
	*ret_used = at < in.n ? at : in.n;
	return OK;
}

const struct format boot_format = {
	.name = "android-boot",
	.title = "Android boot image",
	.magics = { { 0, 8, "ANDROID!" } },
	.sweep = true,
	.probe = probe,
	.read = read_all,
};
