#include "format/explained.h"

#include "format/der.h"
#include "format/f2fs.h"
#include "format/foreign.h"

#include <math.h>

enum {
	BLOCK = 4096,
	EDGE = 16,     /* a run of this many bytes of one kind at an end of a piece is padding */
	HEADER = 4096, /* the header of a file system that is told beyond doubt lies in this */
	RANDOM = 1024, /* fewer bytes say nothing of how they are spread */
};

/* ---- how bytes are spread ---------------------------------------------------------------------------------------- */

struct spread {
	double entropy, chi_square;
};

static struct spread spread_of(span s)
{
	uint64_t counts[256] = { 0 };
	struct spread spread = { 0 };
	double expected = (double)s.n / 256;

	for (size_t i = 0; i < s.n; i++) counts[s.p[i]]++;
	for (unsigned i = 0; i < 256; i++) {
		double share = (double)counts[i] / (double)s.n, off = (double)counts[i] - expected;

		if (counts[i]) spread.entropy -= share * log2(share);
		spread.chi_square += off * off / expected;
	}
	return spread;
}

/* Encrypted bytes are spread as dice fall: chi-square of 255 freedoms lies between 150 and 400 but once in a million.
 * Tables of ciphers are spread more evenly than dice. What is compressed is spread less evenly, and has nearly eight
 * bits a byte. */
static bool looks_encrypted(span s, const struct spread *spread)
{
	const double dense = 7.9, even = 150, uneven = 400;

	if (s.n < RANDOM || spread->chi_square < even) return false;
	return spread->chi_square < uneven || (s.n >= BLOCK && spread->entropy > dense);
}

/* Tables of CRCs are as dense as dice, but each four entries of them cancel out: T[a ^ b] = T[a] ^ T[b]. */
static bool is_crc_table(span s)
{
	enum { GROUP = 16 };

	for (size_t phase = 0; phase < GROUP && s.n > GROUP; phase++) {
		size_t groups = 0, linear = 0;

		for (size_t i = phase; i + GROUP <= s.n; i += GROUP, groups++) {
			uint32_t word[4];

			memcpy(word, s.p + i, sizeof(word));
			linear += (word[0] ^ word[1] ^ word[2] ^ word[3]) == 0;
		}
		if (linear * 4 > groups) return true;
	}
	return false;
}

/* Pictures, sound, fonts and keys are dense, and hide nothing that we do not look for. */
bool explained_is_known(span s)
{
	static const struct {
		uint8_t at, n;
		char magic[9];
	} known[] = { { 0, 3, "\xff\xd8\xff" }, { 0, 8, "\x89PNG\r\n\x1a\n" }, { 0, 4, "GIF8" }, { 0, 4, "RIFF" },
		{ 0, 4, "OggS" }, { 0, 4, "fLaC" }, { 0, 3, "ID3" }, { 0, 2, "\xff\xfb" }, { 0, 2, "\xff\xf3" },
		{ 0, 2, "\xff\xf1" }, { 0, 2, "\xff\xf9" }, { 0, 5, "#!AMR" }, { 4, 4, "ftyp" }, { 0, 4, "wOFF" },
		{ 0, 4, "wOF2" }, { 0, 5, "%PDF-" }, { 0, 3, "CWS" }, { 0, 4, "OTTO" }, { 0, 5, "\0\1\0\0\0" },
		{ 0, 4, "\177ELF" }, { 4, 4, "ssh-" } };
	struct der d;

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
		span at = span_cut(s, known[i].at, known[i].n);

		if (at.n && memcmp(at.p, known[i].magic, known[i].n) == 0) return true;
	}
	return s.n <= 64 << 10 && der_next(s, 0, &d);
}

static bool is_text(span s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == 0 || s.p[i] == 0x7f || (s.p[i] < ' ' && !strchr("\t\n\r\f\b\033", s.p[i]))) return false;
	return true;
}

/* ---- padding ----------------------------------------------------------------------------------------------------- */

static uint64_t run_at(span s, uint64_t at)
{
	uint8_t byte = s.p[at];
	uint64_t end = at;

	if (byte != 0 && byte != 0xff) return 0;
	while (end < s.n && s.p[end] == byte) end++;
	return end - at;
}

/* Where the padding begins that ends the piece at `at`. */
static uint64_t end_of_data(span s, uint64_t at)
{
	uint64_t end = at;

	while (end < s.n) {
		uint64_t run = run_at(s, end);

		if (run >= BLOCK || (run >= EDGE && end + run == s.n) ||
			(run && end + run < s.n && run >= EDGE && end + run + run_at(s, end + run) == s.n))
			break;
		end += run ? run : 1;
	}
	return end;
}

static bool is_filled_with_one_byte(span s)
{
	return s.n == 1 || (s.n && memcmp(s.p, s.p + 1, s.n - 1) == 0);
}

/* ---- code -------------------------------------------------------------------------------------------------------- */

const char *explained_banner(span s)
{
	static const struct {
		const char *text, *kind;
	} banners[] = {
		{ "U-Boot 1.", "u-boot" },
		{ "U-Boot 20", "u-boot" },
		{ "U-Boot SPL ", "u-boot" },
		{ "Linux version ", "linux-kernel" },
		{ "RedBoot(tm)", "redboot" },
		{ "CFE version ", "cfe" },
	};

	for (size_t i = 0; i < sizeof(banners) / sizeof(*banners); i++) {
		str rest = str_from_span(s);
		size_t at;

		for (; str_find(rest, banners[i].text, &at); rest.p += at + 1, rest.n -= at + 1)
			if (!f2fs_has_banner(s, (uint64_t)(rest.p + at - (const char *)s.p))) return banners[i].kind;
	}
	return NULL;
}

static uint32_t word_at(const uint8_t *p, bool is_big)
{
	return is_big ? (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3]
		      : (uint32_t)p[3] << 24 | (uint32_t)p[2] << 16 | (uint32_t)p[1] << 8 | p[0];
}

/* The operations that most of MIPS code is made of: arithmetic, jumps, branches, loads and stores. */
static bool is_mips(uint32_t word)
{
	static const uint64_t usual = 1ull << 0 | 1ull << 2 | 1ull << 3 | 1ull << 4 | 1ull << 5 | 1ull << 9 |
				      1ull << 10 | 1ull << 11 | 1ull << 12 | 1ull << 13 | 1ull << 15 | 1ull << 16 |
				      1ull << 35 | 1ull << 36 | 1ull << 40 | 1ull << 43;

	return usual >> (word >> 26) & 1;
}

/* ARM: nearly every instruction is executed always. */
static bool is_arm(uint32_t word)
{
	return word >> 28 == 0xe;
}

static bool is_arm64(uint32_t word)
{
	static const uint8_t usual[] = { 0x91, 0xf9, 0xb9, 0x94, 0x97, 0xaa, 0x2a, 0x52, 0xd2, 0x54, 0x35, 0x34, 0xb4,
		0xb5, 0xd6, 0x14, 0x17, 0xa9, 0xa8, 0x39, 0x71, 0xeb, 0x6b, 0x8b, 0x0b, 0xcb, 0xd5, 0x12, 0x92, 0x72,
		0x90, 0xb0, 0xd0, 0xf0, 0xf1, 0x11, 0x51, 0xd1, 0xd3, 0x53, 0x36, 0x37 };

	return memchr(usual, (int)(word >> 24), sizeof(usual)) != NULL;
}

/* Is most of a block instructions of one processor, and are they many different ones? */
static bool is_code_block(span s)
{
	enum { MIPS_LITTLE, MIPS_BIG, ARM, ARM64, KINDS };
	unsigned fits[KINDS] = { 0 }, words = 0, zeros = 0;

	for (size_t i = 0; i + 4 <= s.n; i += 4, words++) {
		uint32_t little = word_at(s.p + i, false), big = word_at(s.p + i, true);

		if (!little) {
			zeros++;
			continue;
		}
		fits[MIPS_LITTLE] += is_mips(little);
		fits[MIPS_BIG] += is_mips(big);
		fits[ARM] += is_arm(little);
		fits[ARM64] += is_arm64(little);
	}
	if (words < 64 || zeros * 2 > words) return false;

	unsigned some = words - zeros;

	return fits[MIPS_LITTLE] * 20 > some * 17 || fits[MIPS_BIG] * 20 > some * 17 || fits[ARM] * 20 > some * 13 ||
	       fits[ARM64] * 20 > some * 16;
}

/* Is so much of it code as it is of a kernel or boot loader? The rest is constants, tables, and what is zero. */
static bool is_mostly_code(span s)
{
	unsigned code = 0, blocks = 0;

	for (uint64_t at = 0; at + BLOCK / 4 <= s.n; at += BLOCK) {
		span block = span_from(s, at, BLOCK);

		if (is_filled_with_one_byte(block)) continue;
		blocks++;
		code += is_code_block(block);
	}
	return code && code * 4 >= blocks;
}

/* A text that stands by itself, as a constant of a program does: a NUL before it, none in it. */
static bool has_constant(span s, const char *text)
{
	str rest = str_from_span(s);
	size_t at;

	for (; str_find(rest, text, &at); rest.p += at + 1, rest.n -= at + 1)
		if (at && (uint8_t)rest.p[at - 1] < '\n') return true;
	return false;
}

static bool is_kernel(span s)
{
	return has_constant(s, "Linux version ") && str_find(str_from_span(s), "Kernel panic", NULL) &&
	       str_find(str_from_span(s), "/sbin/init", NULL);
}

static bool is_u_boot(span s, const char *banner)
{
	return banner && strcmp(banner, "u-boot") == 0 && is_mostly_code(s);
}

/* Kernels whose header says how long they are. */
static uint64_t stated_size(span s)
{
	reader r = { .in = s };

	/* Linux, arch/arm/boot/compressed/head.S: the magic, where it begins and where it ends. */
	read_seek(&r, 0x24);
	if (read_le32(&r) == 0x016f2818) {
		uint32_t begin = read_le32(&r);
		uint32_t end = read_le32(&r);

		return r.is_short || end <= begin ? 0 : end - begin;
	}

	/* Documentation/arch/arm64/booting.rst */
	read_seek(&r, 0x38);
	if (read_le32(&r) == 0x644d5241) {
		read_seek(&r, 16);
		return read_le64(&r);
	}

	/* Documentation/arch/x86/boot.rst: sectors of the set-up code and the boot sector, then the kernel in units of
	 * 16 bytes. */
	read_seek(&r, 0x202);
	if (read_le32(&r) == 0x53726448) {
		read_seek(&r, 0x1f1);

		uint64_t sectors = read_u8(&r);

		read_skip(&r, 2);

		uint64_t units = read_le32(&r);

		return r.is_short ? 0 : (sectors ? sectors : 4) * 512 + 512 + units * 16;
	}
	return 0;
}

uint64_t explained_code(span bytes, enum explained_place place)
{
	uint64_t size = bytes.n ? stated_size(bytes) : 0;

	if (size) return size < bytes.n ? size : bytes.n;
	if (place == EXPLAINED_FILE) return 0;
	if (place == EXPLAINED_PART && is_kernel(bytes) && is_mostly_code(bytes)) return bytes.n;
	return 0;
}

/* Of a kernel, what is packed or encrypted, or a file system of its own, is no code. */
struct explained explained_code_piece(span gap, uint64_t at, const char *kind)
{
	struct explained piece = { .at = at, .kind = kind, .readable = "yes", .entropy = -1 };
	uint64_t end = at, begin;
	bool is_dense = false;

	/* Blocks of one sort belong together. A stretch of code holds single dense blocks: tables, keys, a packed
	 * message catalogue. */
	while (end < gap.n) {
		span next = span_from(gap, end, 2 * BLOCK);
		struct spread spread = spread_of(next);
		bool dense = next.n > BLOCK && looks_encrypted(next, &spread) && !is_crc_table(next);

		if (end == at)
			is_dense = dense;
		else if (dense != is_dense)
			break;
		end += next.n < BLOCK ? next.n : BLOCK;
	}

	const struct foreign *foreign =
		foreign_in(span_cut(gap, at, end - at + (gap.n - end < HEADER ? gap.n - end : HEADER)), &begin);

	if (foreign && at + begin < end) end = begin ? at + begin : gap.n;
	piece.n = end - at;
	piece.entropy = spread_of(span_cut(gap, at, piece.n)).entropy;
	if (is_dense) piece.kind = "data", piece.readable = "encrypted";
	if (foreign && !begin)
		piece.kind = foreign->kind, piece.readable = foreign->is_encrypted ? "encrypted" : "unknown";
	return piece;
}

bool explained_kernel_config(span bytes)
{
	str text = str_from_span(span_from(bytes, 0, BLOCK));

	return str_starts(text, "#") && str_find(text, "Automatically generated", NULL) &&
	       (str_find(text, "\nCONFIG_", NULL) || str_find(text, "\n# CONFIG_", NULL)) && is_text(bytes);
}

/* ---- pieces ------------------------------------------------------------------------------------------------------ */

bool explained_file(span content, struct explained *ret_not)
{
	uint64_t at = 0;
	bool is_elf = content.n > 4 && memcmp(content.p, "\177ELF", 4) == 0;
	const struct foreign *foreign = is_elf || !content.n ? NULL : foreign_at(content);
	struct explained piece = { .n = content.n, .entropy = -1 };

	if (content.n && !foreign) foreign = foreign_in(content, &at);
	if (foreign) {
		piece.at = at;
		piece.n -= at;
		piece.kind = foreign->kind;
		piece.readable = foreign->is_encrypted ? "encrypted" : "unknown";
		*ret_not = piece;
		return false;
	}
	if (content.n < RANDOM || explained_is_known(content)) return true;

	struct spread spread = spread_of(content);

	if (!looks_encrypted(content, &spread)) return true;
	piece.kind = "data";
	piece.readable = "encrypted";
	piece.entropy = spread.entropy;
	*ret_not = piece;
	return false;
}

static void name_raw(span bytes, struct explained *piece)
{
	struct spread spread = spread_of(bytes);
	const char *banner = explained_banner(bytes);
	uint64_t foreign_begin;
	const struct foreign *foreign = foreign_at(bytes);

	piece->entropy = spread.entropy;
	if (!foreign) foreign = foreign_in(bytes, &foreign_begin);
	if (foreign) {
		piece->kind = foreign->kind;
		piece->readable = foreign->is_encrypted ? "encrypted" : "unknown";
	} else if (explained_kernel_config(bytes)) {
		piece->kind = "kernel-config";
		piece->readable = "yes";
	} else if (is_u_boot(bytes, banner)) {
		piece->kind = "u-boot";
		piece->readable = "yes";
	} else if (banner) {
		piece->kind = banner;
		piece->readable = "part";
	} else if (looks_encrypted(bytes, &spread)) {
		piece->readable = "encrypted";
	}
}

static struct explained file_piece(span all, uint64_t at)
{
	struct explained piece = { .at = at, .n = all.n, .kind = "data", .readable = "yes", .entropy = -1 }, not_read;

	if (explained_file(all, &not_read)) return piece;
	if (not_read.at) {
		piece.n = not_read.at;
		return piece;
	}
	not_read.at = at;
	return not_read;
}

struct explained explained_piece(span gap, uint64_t at, enum explained_place place)
{
	struct explained piece = { .at = at, .n = gap.n - at, .kind = "padding", .readable = "empty", .entropy = 0 };
	span all = span_from(gap, at, UINT64_MAX);
	uint64_t run = run_at(gap, at), begin;

	if (is_filled_with_one_byte(all)) return piece;
	if (place == EXPLAINED_FILE) return file_piece(all, at);
	if (run >= EDGE) {
		/* Many file systems begin with a kilobyte of zeros. */
		const struct foreign *foreign = foreign_in(span_from(all, 0, run + HEADER), &begin);

		piece.n = foreign && begin < run ? begin : run;
		if (piece.n) return piece;
		piece.n = all.n;
		piece.kind = foreign->kind;
		piece.readable = foreign->is_encrypted ? "encrypted" : "unknown";
		return piece;
	}
	piece.kind = "data", piece.readable = "unknown";
	piece.n = end_of_data(gap, at) - at;
	name_raw(span_cut(gap, at, piece.n), &piece);
	return piece;
}
