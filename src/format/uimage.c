/* The legacy image of U-Boot (include/image.h there): 64 bytes of header, big-endian, with a checksum of itself and
 * one of the data. */
#include "format/formats.h"
#include "format/part.h"

#include <zlib.h>

static const struct fault uimage_cut = { FAULT_INPUT, "uimage.cut",
	"the image is longer than what is left of the file" };
static const struct fault uimage_bad = { FAULT_INPUT, "uimage.bad-header", "the header's checksum does not fit" };
static const struct fault uimage_files = { FAULT_INPUT, "uimage.bad-files",
	"the list of its files does not fit the image" };

enum { HEADER = 64, MULTI = 4, SCRIPT = 6, MOST_FILES = 32 };

struct uimage_header {
	uint32_t header_sum, made, size, load, entry, data_sum;
	uint8_t os, architecture, type, compression;
	span name;
};

static const char *const os_names[] = { [1] = "openbsd",
	"netbsd",
	"freebsd",
	"4.4bsd",
	"linux",
	"svr4",
	"esix",
	"solaris",
	"irix",
	"sco",
	"dell",
	"ncr",
	"lynxos",
	"vxworks",
	"psos",
	"qnx",
	"u-boot",
	"rtems",
	"artos",
	"unity",
	"integrity",
	"ose",
	"plan9",
	"openrtos",
	"arm-trusted-firmware",
	"tee",
	"opensbi",
	"efi" };
static const char *const architecture_names[] = { [1] = "alpha",
	"arm",
	"x86",
	"ia64",
	"mips",
	"mips64",
	"powerpc",
	"s390",
	"sh",
	"sparc",
	"sparc64",
	"m68k",
	"nios",
	"microblaze",
	"nios2",
	"blackfin",
	"avr32",
	"st200",
	"sandbox",
	"nds32",
	"openrisc",
	"arm64",
	"arc",
	"x86_64",
	"xtensa",
	"riscv" };
static const char *const type_names[] = {
	[1] = "standalone", "kernel", "ramdisk", "multi", "firmware", "script", "filesystem", "flat-dt"
};
static const char *const compression_names[] = { "none", "gzip", "bzip2", "lzma", "lzo", "lz4", "zstd" };
static const enum compression compressions[] = { COMPRESSION_NONE, COMPRESSION_GZIP, COMPRESSION_BZIP2,
	COMPRESSION_LZMA, COMPRESSION_NONE, COMPRESSION_LZ4, COMPRESSION_ZSTD };

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static bool read_header(span in, struct uimage_header *ret)
{
	static const uint8_t zero[4] = { 0 };
	reader r = { .in = in };
	struct uimage_header h;

	read_skip(&r, 4);
	h.header_sum = read_be32(&r);
	h.made = read_be32(&r);
	h.size = read_be32(&r);
	h.load = read_be32(&r);
	h.entry = read_be32(&r);
	h.data_sum = read_be32(&r);
	h.os = read_u8(&r);
	h.architecture = read_u8(&r);
	h.type = read_u8(&r);
	h.compression = read_u8(&r);
	h.name = read_span(&r, 32);
	if (r.is_short) return false;

	/* The sum was taken with zeros in its own place. */
	uLong sum = crc32(0, in.p, 4);

	sum = crc32(sum, zero, 4);
	sum = crc32(sum, in.p + 8, HEADER - 8);
	*ret = h;
	return is_sum((uint32_t)sum, h.header_sum);
}

static bool probe(span in)
{
	struct uimage_header h;

	return read_header(in, &h) && h.size;
}

static void note_name(
	struct walk *w, uint64_t at, const char *key, const char *const *names, size_t count, unsigned value)
{
	if (value < count && names[value])
		walk_note(w, at, key, str_of(names[value]));
	else
		note_number(w, at, key, value);
}

static void note_header(struct walk *w, const struct uimage_header *h)
{
	note_field(w, 32, "name", h->name);
	note_number(w, 8, "made", h->made);
	note_hex(w, 16, "load-address", h->load);
	note_hex(w, 20, "entry-point", h->entry);
	note_name(w, 28, "os", os_names, COUNT(os_names), h->os);
	note_name(w, 29, "architecture", architecture_names, COUNT(architecture_names), h->architecture);
	note_name(w, 30, "type", type_names, COUNT(type_names), h->type);
	note_name(w, 31, "compression", compression_names, COUNT(compression_names), h->compression);
}

/* Several files: their sizes, a zero, then their bytes, each up to a multiple of 4. */
static err read_files(struct walk *w, span in, span data, uint8_t type)
{
	static const char *const names[] = { "kernel", "ramdisk", "device-tree" };
	bool is_script = type == SCRIPT;
	uint32_t sizes[MOST_FILES];
	size_t count = 0;
	reader r = { .in = data };

	while (count < MOST_FILES && (sizes[count] = read_be32(&r))) count++;
	if (r.is_short || count == MOST_FILES) return fail(&uimage_files, HEADER);
	for (size_t i = 0; i < count; i++) {
		size_t at = r.at;
		span bytes = read_span(&r, sizes[i]);
		struct part part = { .at = (uint64_t)(data.p - in.p) + at, .stored = bytes.n, .bytes = bytes };

		if (!bytes.n) return fail(&uimage_files, HEADER + 4 * i);
		if (i < COUNT(names)) part.name = is_script ? STR("script") : str_of(names[i]);
		TRY(walk_part(w, &part));
		if (round_up(r.at, 4) <= data.n) read_seek(&r, round_up(r.at, 4));
	}
	return OK;
}

static err read_all(struct walk *w, span in, uint64_t *ret_used)
{
	struct uimage_header h;

	if (!read_header(in, &h)) return fail(&uimage_bad, 4);

	span data = span_from(in, HEADER, h.size);
	enum compression kind = h.compression < COUNT(compressions) ? compressions[h.compression] : COMPRESSION_NONE;
	str name = str_trim(text_field(h.name));
	uint64_t used;

	note_header(w, &h);
	walk_checksum(w, 4, "header", "crc32", true);
	*ret_used = HEADER + data.n;
	if (data.n == h.size) walk_checksum(w, 24, "image", "crc32", crc32_z(0, data.p, data.n) == h.data_sum);
	if (h.type == MULTI || h.type == SCRIPT) {
		/* mkimage calls these gzip when nobody said otherwise; they never are, and U-Boot does not look. */
		TRY(read_files(w, in, data, h.type));
	} else if (kind != COMPRESSION_NONE) {
		TRY(part_stream(w, kind, span_from(in, 0, HEADER + data.n), HEADER, name, &used));
	} else {
		struct part part = { .name = name, .at = HEADER, .stored = data.n, .bytes = data };

		TRY(walk_part(w, &part));
	}
	return data.n == h.size ? OK : fail(&uimage_cut, in.n);
}

const struct format uimage_format = {
	.name = "uimage",
	.title = "U-Boot legacy image",
	.magics = { { 0, 4, "\x27\x05\x19\x56" } },
	.sweep = true,
	.probe = probe,
	.read = read_all,
};
