/* SquashFS 4 (Linux, Documentation/filesystems/squashfs.rst), and what it shares with version 3. */
#include "format/squashfs.h"

#include "format/formats.h"
#include "format/part.h"

static const struct fault squashfs_cut = { FAULT_INPUT, "squashfs.cut",
	"the file system is larger than the image that holds it" };
static const struct fault unknown_compression = { FAULT_INPUT, "squashfs.compression",
	"its blocks do not unpack by any compression that we know" };

enum { LEAST_LOG = 12, MOST_LOG = 20, SUPERBLOCK = 96 };

static const enum compression v4_compressions[] = { COMPRESSION_NONE, COMPRESSION_ZLIB, COMPRESSION_LZMA,
	COMPRESSION_LZO, COMPRESSION_XZ, COMPRESSION_LZ4, COMPRESSION_ZSTD };

static bool v4_superblock(span in, struct squashfs *ret)
{
	reader r = { .in = in };
	struct squashfs fs = { .in = in, .version = &squashfs_v4 };

	read_skip(&r, 4); /* magic */
	fs.inode_count = read_le32(&r);
	read_skip(&r, 4); /* when it was made */
	fs.block_size = read_le32(&r);
	fs.fragment_count = read_le32(&r);

	uint16_t compression = read_le16(&r);
	uint16_t block_log = read_le16(&r);

	read_skip(&r, 2); /* flags: what the tables say anyway */
	fs.id_count = read_le16(&r);

	uint16_t major = read_le16(&r);
	uint16_t minor = read_le16(&r);

	fs.root = read_le64(&r);
	fs.bytes_used = read_le64(&r);
	fs.id_table = read_le64(&r);
	fs.attribute_table = read_le64(&r);
	fs.inode_table = read_le64(&r);
	fs.directory_table = read_le64(&r);
	fs.fragment_table = read_le64(&r);
	fs.export_table = read_le64(&r);
	if (failed(reader_done(&r)) || major != 4 || minor != 0) return false;
	if (block_log < LEAST_LOG || block_log > MOST_LOG || fs.block_size != UINT32_C(1) << block_log) return false;
	if (!compression || compression >= sizeof(v4_compressions) / sizeof(*v4_compressions)) return false;
	if (fs.inode_table < SUPERBLOCK || fs.directory_table <= fs.inode_table || !fs.inode_count) return false;
	/* Where the other tables lie is not asked: a file system with a damaged superblock is one, and is read as far
	 * as it goes. */
	if (fs.bytes_used <= fs.directory_table) return false;
	if (fs.root >> 16 >= fs.directory_table - fs.inode_table || (fs.root & 0xffff) >= SQUASHFS_METADATA)
		return false;
	fs.compression = v4_compressions[compression];
	*ret = fs;
	return true;
}

/* The magic says the byte order; vendors who put LZMA into version 3 turned it around once more. */
static bool read_superblock(span in, struct squashfs *ret)
{
	if (in.n < SUPERBLOCK) return false;

	bool is_big_endian = memcmp(in.p, "sqsh", 4) == 0 || memcmp(in.p, "qshs", 4) == 0;

	return (!is_big_endian && v4_superblock(in, ret)) || squashfs_v3_superblock(in, is_big_endian, ret);
}

static bool probe(span in)
{
	struct squashfs fs;

	return read_superblock(in, &fs);
}

/* Some vendors put their own compression in under a number that means another. */
static err choose_compression(struct squashfs *fs)
{
	uint64_t at = fs->inode_table;
	reader r = { .in = fs->in };

	read_seek(&r, at);
	if (squashfs_u16(fs, &r) & 0x8000 || squashfs_fits(fs, at, fs->compression)) return OK; /* stored as it is */
	for (size_t i = 1; i < sizeof(v4_compressions) / sizeof(*v4_compressions); i++) {
		if (!squashfs_fits(fs, at, v4_compressions[i])) continue;
		fs->compression = v4_compressions[i];
		return OK;
	}
	return fail(&unknown_compression, at);
}

/* Where the directory table ends: where the first block begins that one of the other tables points at. */
static uint64_t end_of_directories(const struct squashfs *fs)
{
	uint64_t tables[] = { fs->fragment_table, fs->export_table, fs->id_table }, end = fs->bytes_used;

	for (size_t i = 0; i < sizeof(tables) / sizeof(*tables); i++) {
		reader r = { .in = fs->in };

		if (!i && !fs->fragment_count) continue;
		if (tables[i] >= fs->in.n) continue; /* there is none */
		read_seek(&r, tables[i]);

		/* An index stands behind the blocks that it points at; a list of users points at none. */
		bool is_index = tables[i] != fs->id_table || !fs->version->has_plain_ids;
		uint64_t first = is_index ? squashfs_u64(fs, &r) : 0;

		if (!r.is_short && first > fs->directory_table && first < end) end = first;
		if (tables[i] < end) end = tables[i];
	}
	return end;
}

static void note_trouble(struct squashfs *fs, err e)
{
	if (e.is) squashfs_trouble(fs, e);
}

static err read_tables(struct squashfs *fs)
{
	enum { FRAGMENT = 16, ID = 4 };
	uint32_t kept = fs->fragment_count < SQUASHFS_FRAGMENTS_KEPT ? fs->fragment_count : SQUASHFS_FRAGMENTS_KEPT;
	uint8_t *room;

	/* Without owners, or the ends of files, the rest can be read. */
	if (!fs->version->has_plain_ids)
		note_trouble(fs, squashfs_table_index(fs, fs->id_table, (uint64_t)fs->id_count * ID, &fs->ids));
	if (kept)
		note_trouble(fs, squashfs_table_index(fs, fs->fragment_table, (uint64_t)fs->fragment_count * FRAGMENT,
					 &fs->fragments));
	TRY(squashfs_table_run(fs, fs->inode_table, fs->directory_table, &fs->inodes));
	TRY(squashfs_table_run(fs, fs->directory_table, end_of_directories(fs), &fs->directories));
	TRY(part_room(fs->w, fs->in.n, (uint64_t)SQUASHFS_FRAGMENTS_KEPT * fs->block_size, &room));
	for (size_t i = 0; i < SQUASHFS_FRAGMENTS_KEPT; i++) fs->kept[i].bytes = room + i * fs->block_size;
	return OK;
}

/* Images are padded to 4 KiB, for block devices. */
static uint64_t with_padding(span in, uint64_t used)
{
	uint64_t end = round_up(used, 4096);
	span padding = span_cut(in, used, end - used);

	for (size_t i = 0; i < padding.n; i++)
		if (padding.p[i]) return used;
	return used + padding.n;
}

/* Some makers count the bytes without the last tables, which then lie in what would be padding. */
static uint64_t end_of(const struct squashfs *fs, span in)
{
	uint64_t tables[] = { fs->fragment_table, fs->export_table, fs->id_table, fs->attribute_table };
	uint64_t padded = round_up(fs->bytes_used, 4096);

	if (padded > in.n) padded = in.n;
	for (size_t i = 0; i < sizeof(tables) / sizeof(*tables); i++)
		if (tables[i] >= fs->bytes_used && tables[i] < padded) return padded;
	return fs->bytes_used;
}

static err read_all(struct walk *w, span in, uint64_t *ret_used)
{
	struct squashfs *fs = arena_new(walk_memory(w), struct squashfs);

	if (!read_superblock(in, fs)) return fail(&squashfs_cut, 0);
	fs->w = w;
	walk_note(w, 28, "version", fs->version == &squashfs_v3 ? STR("3") : STR("4"));
	if (fs->version == &squashfs_v3) walk_note(w, 0, "byte-order", fs->is_big_endian ? STR("big") : STR("little"));
	note_number(w, fs->version == &squashfs_v3 ? 51 : 12, "block-size", fs->block_size);
	if (fs->bytes_used > in.n) {
		*ret_used = in.n;
		return fail(&squashfs_cut, in.n);
	}
	fs->bytes_used = end_of(fs, in);
	fs->in.n = (size_t)fs->bytes_used;
	*ret_used = with_padding(in, fs->bytes_used);
	TRY(choose_compression(fs));
	walk_note(w, 20, "compression", str_of(compression_name(fs->compression)));
	TRY(read_tables(fs));
	squashfs_attributes_read(fs);
	TRY(squashfs_tree(fs));
	return fs->trouble;
}

const struct format squashfs_format = {
	.name = "squashfs",
	.title = "SquashFS 3 or 4 file system",
	.magics = { { 0, 4, "hsqs" }, { 0, 4, "sqsh" }, { 0, 4, "shsq" }, { 0, 4, "qshs" } },
	.sweep = true,
	.probe = probe,
	.read = read_all,
};
