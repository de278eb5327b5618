#include "format/foreign.h"

static bool is_ext(span in)
{
	reader r = { .in = in };

	/* Documentation/filesystems/ext4, struct ext4_super_block: it stands 1024 bytes behind the beginning. */
	read_seek(&r, 1024);

	uint32_t inodes = read_le32(&r);
	uint32_t blocks = read_le32(&r);

	read_seek(&r, 1024 + 0x14);

	uint32_t first_block = read_le32(&r);
	uint32_t block_size = read_le32(&r);

	read_skip(&r, 4);

	uint32_t blocks_per_group = read_le32(&r);

	read_skip(&r, 4);

	uint32_t inodes_per_group = read_le32(&r);

	read_seek(&r, 1024 + 0x4c);

	uint32_t revision = read_le32(&r);

	/* The magic has two bytes: sizes that no file system has make it a coincidence. A map of a group is a block. */
	return !r.is_short && inodes && blocks && block_size <= 6 && first_block == (block_size ? 0 : 1) &&
	       revision <= 1 && blocks_per_group && blocks_per_group <= UINT32_C(8192) << block_size &&
	       inodes_per_group && inodes_per_group <= UINT32_C(8192) << block_size && inodes_per_group <= inodes;
}

static bool is_f2fs(span in)
{
	reader r = { .in = in };

	read_seek(&r, 1024 + 4);

	uint16_t major = read_le16(&r);

	read_skip(&r, 2);

	uint32_t sector_log = read_le32(&r);
	uint32_t sectors_log = read_le32(&r);
	uint32_t block_log = read_le32(&r);

	return !r.is_short && major == 1 && sector_log >= 9 && sector_log <= 12 &&
	       sector_log + sectors_log == block_log;
}

static bool is_erofs(span in)
{
	reader r = { .in = in };

	read_seek(&r, 1024 + 12);

	uint8_t block_bits = read_u8(&r);

	return !r.is_short && block_bits >= 9 && block_bits <= 16;
}

static bool is_luks(span in)
{
	reader r = { .in = in };

	read_seek(&r, 6);

	uint16_t version = read_be16(&r);

	return version == 1 || version == 2;
}

/* The boot sector of a FAT: its jump, and sizes that can be. */
static bool is_fat(span in)
{
	reader r = { .in = in };
	uint8_t jump = read_u8(&r);

	read_seek(&r, 11);

	uint16_t sector = read_le16(&r);
	uint8_t cluster = read_u8(&r);

	read_seek(&r, 510);
	return read_le16(&r) == 0xaa55 && (jump == 0xeb || jump == 0xe9) && sector >= 512 && sector <= 4096 &&
	       !(sector & (sector - 1)) && cluster && !(cluster & (cluster - 1));
}

/* The table of a master boot record: four entries, each empty or with a beginning and a length; one at least is
 * there. */
static bool is_mbr(span in)
{
	reader r = { .in = in };
	unsigned used = 0;

	for (unsigned i = 0; i < 4; i++) {
		read_seek(&r, 446 + 16 * i);

		uint8_t status = read_u8(&r);

		read_skip(&r, 3);

		uint8_t type = read_u8(&r);

		read_skip(&r, 3);

		uint32_t from = read_le32(&r);
		uint32_t count = read_le32(&r);

		if (status & 0x7f || (type && (!from || !count))) return false;
		used += type != 0;
	}
	return !r.is_short && used;
}

static bool is_minix(span in)
{
	reader r = { .in = in };

	read_seek(&r, 1024);

	uint16_t inodes = read_le16(&r);
	uint16_t zones = read_le16(&r);
	uint16_t inode_blocks = read_le16(&r);
	uint16_t zone_blocks = read_le16(&r);
	uint16_t first = read_le16(&r);
	uint16_t zone_size = read_le16(&r);

	return !r.is_short && inodes && zones && inode_blocks && zone_blocks && first > inode_blocks + zone_blocks &&
	       zone_size <= 4;
}

static uint16_t read_u16(reader *r, bool is_big)
{
	return is_big ? read_be16(r) : read_le16(r);
}

/* struct squashfs_super_block: a program that knows the format has its magic too. Version 4 has the logarithm of its
 * block size at 22, those before it at 34. */
static bool is_squashfs(span in)
{
	reader r = { .in = in };
	bool is_big = in.n && in.p[0] != 'h' && memcmp(in.p, "shsq", 4) != 0;

	read_seek(&r, 28);

	uint16_t major = read_u16(&r, is_big);
	uint16_t minor = read_u16(&r, is_big);

	read_seek(&r, major == 4 ? 22 : 34);

	uint16_t block_log = read_u16(&r, is_big);

	return !r.is_short && major >= 1 && major <= 4 && minor <= 1 && block_log >= 12 && block_log <= 20;
}

static bool is_littlefs(span in)
{
	return in.n >= 256;
}

/* The first object header of an image of YAFFS2: a folder of the root, its name in letters, and what stat() says of it
 * behind the name. */
static bool is_yaffs2(span in)
{
	enum { NAME = 10, NAME_ROOM = 256, MODE = 268, FOLDER = 0040000, KIND = 0170000 };
	bool is_big = in.p[0] == 0;
	reader r = { .in = in };

	if (in.n < MODE + 4) return false;

	const uint8_t *end = memchr(in.p + NAME, 0, NAME_ROOM);

	for (const uint8_t *p = in.p + NAME; end && p < end; p++)
		if (*p < ' ' || *p == 0x7f) return false;
	read_seek(&r, MODE);
	return end && ((is_big ? read_be32(&r) : read_le32(&r)) & KIND) == FOLDER;
}

struct row {
	struct foreign what;
	uint16_t at;
	uint8_t n;
	char magic[12];
	/* Looked at where a short magic stands, and where any stands inside of other bytes. NULL: it is looked for at
	 * the beginning only. */
	bool (*is)(span in);
	uint32_t far; /* where the magic stands, beyond what `at` can say */
};

static const struct row rows[] = {
	{ { "ext4", false }, 0x438, 2, "\x53\xef", is_ext, 0 },
	{ { "f2fs", false }, 0x400, 4, "\x10\x20\xf5\xf2", is_f2fs, 0 },
	{ { "erofs", false }, 0x400, 4, "\xe2\xe1\xf5\xe0", is_erofs, 0 },
	{ { "btrfs", false }, 0, 8, "_BHRfS_M", NULL, 0x10040 },
	{ { "luks", true }, 0, 6, "LUKS\xba\xbe", is_luks, 0 },
	{ { "littlefs", false }, 8, 8, "littlefs", is_littlefs, 0 },
	{ { "squashfs", false }, 0, 4, "hsqs", is_squashfs, 0 },
	{ { "squashfs", false }, 0, 4, "sqsh", is_squashfs, 0 },
	{ { "squashfs", false }, 0, 4, "qshs", is_squashfs, 0 },
	{ { "squashfs", false }, 0, 4, "shsq", is_squashfs, 0 },
	{ { "fat", false }, 0x36, 3, "FAT", is_fat, 0 },
	{ { "fat", false }, 0x52, 5, "FAT32", is_fat, 0 },
	{ { "exfat", false }, 3, 8, "EXFAT   ", NULL, 0 },
	{ { "ntfs", false }, 3, 8, "NTFS    ", NULL, 0 },
	{ { "gpt", false }, 512, 8, "EFI PART", NULL, 0 },
	{ { "minix", false }, 0x410, 2, "\x7f\x13", is_minix, 0 },
	{ { "minix", false }, 0x410, 2, "\x8f\x13", is_minix, 0 },
	{ { "minix", false }, 0x410, 2, "\x68\x24", is_minix, 0 },
	{ { "minix", false }, 0x410, 2, "\x78\x24", is_minix, 0 },
	{ { "romfs", false }, 0, 8, "-rom1fs-", NULL, 0 },
	{ { "xfs", false }, 0, 4, "XFSB", NULL, 0 },
	{ { "yaffs2", false }, 0, 10, "\x03\0\0\0\x01\0\0\0\xff\xff", is_yaffs2, 0 },
	{ { "yaffs2", false }, 0, 10, "\0\0\0\x03\0\0\0\x01\xff\xff", is_yaffs2, 0 },
	{ { "mbr", false }, 510, 2, "\x55\xaa", is_mbr, 0 },
	{ { "openssl-enc", true }, 0, 8, "Salted__", NULL, 0 },
	{ { "openssl-enc", true }, 0, 10, "U2FsdGVkX1", NULL, 0 },
	{ { "pgp", true }, 0, 11, "-----BEGIN ", NULL, 0 }, /* its own test below */
	{ { "pgp", true }, 0, 3, "\x8c\x0d\x04", NULL, 0 },
	{ { "age", true }, 0, 11, "age-encrypt", NULL, 0 },
	{ { "android-sparse", false }, 0, 4, "\x3a\xff\x26\xed", NULL, 0 },
	{ { "android-boot", false }, 0, 8, "ANDROID!", NULL, 0 },
	{ { "android-payload", false }, 0, 4, "CrAU", NULL, 0 },
	{ { "qcow", false }, 0, 4, "QFI\xfb", NULL, 0 },
	{ { "vmdk", false }, 0, 4, "KDMV", NULL, 0 },
	{ { "rar", false }, 0, 6, "Rar!\x1a\x07", NULL, 0 },
	{ { "cab", false }, 0, 8, "MSCF\0\0\0\0", NULL, 0 },
	{ { "arj", false }, 0, 2, "\x60\xea", NULL, 0 },
	{ { "lzop", false }, 0, 9, "\x89LZO\0\r\n\x1a\n", NULL, 0 },
	{ { "lzip", false }, 0, 4, "LZIP", NULL, 0 },
	{ { "compress", false }, 0, 3, "\x1f\x9d\x90", NULL, 0 },
	{ { "xar", false }, 0, 4, "xar!", NULL, 0 },
	{ { "wim", false }, 0, 8, "MSWIM\0\0\0", NULL, 0 },
	{ { "lha", false }, 2, 3, "-lh", NULL, 0 },
};

static uint64_t magic_at(const struct row *row)
{
	return row->far ? row->far : row->at;
}

enum { LONG_MAGIC = 4 }; /* at the beginning that many bytes are enough, whatever a vendor made of the rest */

static bool has(const struct row *row, span in, bool is_inside)
{
	span s = span_cut(in, magic_at(row), row->n);

	if (!s.n || memcmp(s.p, row->magic, row->n) != 0) return false;
	if (strcmp(row->what.kind, "pgp") == 0 && row->magic[0] == '-')
		return str_starts(str_from_span(in), "-----BEGIN PGP MESSAGE");
	/* That of YAFFS2 is numbers that other tables begin with, too. */
	return !row->is || (!is_inside && row->n >= LONG_MAGIC && row->is != is_yaffs2) || row->is(in);
}

const struct foreign *foreign_at(span bytes)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (has(&rows[i], bytes, false)) return &rows[i].what;
	return NULL;
}

const struct foreign *foreign_in(span bytes, uint64_t *ret_at)
{
	const struct foreign *found = NULL;
	uint64_t first = bytes.n;

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		/* Two magics of two bytes each are in any kilobyte of code: these are looked for at the beginning
		 * only. */
		if (!rows[i].is || (rows[i].n < 4 && rows[i].is != is_ext && rows[i].is != is_fat)) continue;

		uint64_t back = magic_at(&rows[i]);

		for (uint64_t at = back; at + rows[i].n <= bytes.n && at - back < first; at++) {
			const uint8_t *p = memmem(bytes.p + at, bytes.n - at, rows[i].magic, rows[i].n);

			if (!p) break;
			at = (uint64_t)(p - bytes.p);
			if (at - back >= first) break;
			if (!has(&rows[i], span_from(bytes, at - back, UINT64_MAX), at > back)) continue;
			first = at - back;
			found = &rows[i].what;
			break;
		}
	}
	if (found) *ret_at = first;
	return found;
}
