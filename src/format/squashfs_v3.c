/* SquashFS 3 (squashfs-tools 3.x), as routers up to about 2012 have it: either byte order, fields of odd widths,
 * packed. */
#include "format/squashfs.h"

enum {
	DIRECTORY = 1,
	FILE_ = 2,
	SYMLINK = 3,
	BLOCK = 4,
	CHARACTER = 5,
	FIFO = 6,
	SOCKET = 7,
	LONG_DIRECTORY = 8,
	LONG_FILE = 9
};
enum { LEAST_LOG = 12, MOST_LOG = 20, SUPERBLOCK = 119, SAME_AS_UID = 255 };

bool squashfs_v3_superblock(span in, bool is_big_endian, struct squashfs *ret)
{
	reader r = { .in = in };
	struct squashfs fs = {
		.in = in, .version = &squashfs_v3, .is_big_endian = is_big_endian, .attribute_table = UINT64_MAX
	};

	read_skip(&r, 4); /* magic */
	fs.inode_count = squashfs_u32(&fs, &r);
	read_skip(&r, 20); /* what versions 1 and 2 had in 32 bits */

	uint16_t major = squashfs_u16(&fs, &r);

	read_skip(&r, 2 + 2);

	uint16_t block_log = squashfs_u16(&fs, &r);

	read_skip(&r, 1); /* flags */
	fs.id_count = read_u8(&r);
	fs.gid_count = read_u8(&r);
	read_skip(&r, 4); /* when it was made */
	fs.root = squashfs_u64(&fs, &r);
	fs.block_size = squashfs_u32(&fs, &r);
	fs.fragment_count = squashfs_u32(&fs, &r);
	read_skip(&r, 4);
	fs.bytes_used = squashfs_u64(&fs, &r);
	fs.id_table = squashfs_u64(&fs, &r);
	fs.gid_table = squashfs_u64(&fs, &r);
	fs.inode_table = squashfs_u64(&fs, &r);
	fs.directory_table = squashfs_u64(&fs, &r);
	fs.fragment_table = squashfs_u64(&fs, &r);
	fs.export_table = squashfs_u64(&fs, &r);
	if (failed(reader_done(&r)) || major != 3) return false;
	if (block_log < LEAST_LOG || block_log > MOST_LOG || fs.block_size != UINT32_C(1) << block_log) return false;
	if (fs.inode_table < SUPERBLOCK || fs.directory_table <= fs.inode_table || !fs.inode_count) return false;
	if (fs.bytes_used <= fs.directory_table || fs.id_table <= fs.directory_table || fs.id_table > fs.bytes_used)
		return false;
	if (fs.fragment_count && (fs.fragment_table <= fs.directory_table || fs.fragment_table >= fs.bytes_used))
		return false;
	fs.compression = COMPRESSION_ZLIB; /* the only one that there was; vendors' others are found by trying */
	*ret = fs;
	return true;
}

/* Two fields in 16 or 32 bits: compilers put the first one at the low end, or at the high end where that byte comes
 * first. */
static uint32_t first_field(const struct squashfs *fs, uint32_t word, unsigned bits, unsigned of)
{
	return fs->is_big_endian ? word >> (of - bits) : word & ((UINT32_C(1) << bits) - 1);
}

static uint32_t second_field(const struct squashfs *fs, uint32_t word, unsigned bits, unsigned of)
{
	return fs->is_big_endian ? word & ((UINT32_C(1) << bits) - 1) : word >> (of - bits);
}

static uint32_t id_of(struct squashfs *fs, uint64_t table, uint32_t count, uint8_t index)
{
	reader r = { .in = fs->in };

	read_seek(&r, table + (uint64_t)index * 4);

	uint32_t id = squashfs_u32(fs, &r);

	if (index < count && !r.is_short) return id;
	squashfs_trouble(fs, fail(&squashfs_bad_inode, table));
	return 0;
}

static void read_file(struct squashfs *fs, reader *r, bool is_long, struct squashfs_inode *inode)
{
	inode->type = NODE_FILE;
	inode->links = is_long ? squashfs_u32(fs, r) : 1;
	inode->start = squashfs_u64(fs, r);
	inode->fragment = squashfs_u32(fs, r);
	inode->offset = squashfs_u32(fs, r);
	inode->size = is_long ? squashfs_u64(fs, r) : squashfs_u32(fs, r);

	uint64_t blocks = inode->size / fs->block_size;

	if (inode->fragment == SQUASHFS_NO_FRAGMENT && inode->size % fs->block_size) blocks++;
	inode->block_sizes = read_span(r, blocks * 4);
}

/* The size has 19 bits, or 27, and the place in the block always 13. */
static void read_directory(struct squashfs *fs, reader *r, bool is_long, struct squashfs_inode *inode)
{
	enum { OFFSET = 13, SIZE = 19 };

	inode->type = NODE_DIRECTORY;
	inode->links = squashfs_u32(fs, r);
	if (is_long) {
		uint64_t high = 0, word = 0;

		for (unsigned i = 0; i < 5; i++) {
			uint64_t byte = read_u8(r);

			high = high << 8 | byte;
			word |= byte << 8 * i;
		}
		inode->size = fs->is_big_endian ? high >> OFFSET : word & ((1u << 27) - 1);
		inode->offset = (uint32_t)(fs->is_big_endian ? high & ((1u << OFFSET) - 1) : word >> 27);
	} else {
		uint32_t word = squashfs_u32(fs, r);

		inode->size = first_field(fs, word, SIZE, SIZE + OFFSET);
		inode->offset = second_field(fs, word, OFFSET, SIZE + OFFSET);
	}
	inode->start = squashfs_u32(fs, r);
}

static err v3_inode(struct squashfs *fs, reader *r, struct squashfs_inode *inode)
{
	uint16_t word = squashfs_u16(fs, r);
	uint32_t type = first_field(fs, word, 4, 16);
	uint8_t uid = read_u8(r);
	uint8_t gid = read_u8(r);

	inode->mode = second_field(fs, word, 12, 16);
	inode->uid = id_of(fs, fs->id_table, fs->id_count, uid);
	inode->gid = gid == SAME_AS_UID ? inode->uid : id_of(fs, fs->gid_table, fs->gid_count, gid);
	read_skip(r, 4); /* when it was changed */
	inode->number = squashfs_u32(fs, r);

	switch (type) {
	case FILE_:
	case LONG_FILE:
		read_file(fs, r, type == LONG_FILE, inode);
		return OK;
	case DIRECTORY:
	case LONG_DIRECTORY:
		read_directory(fs, r, type == LONG_DIRECTORY, inode);
		return OK;
	case SYMLINK:
		inode->type = NODE_LINK;
		inode->links = squashfs_u32(fs, r);
		inode->target = str_from_span(read_span(r, squashfs_u16(fs, r)));
		inode->size = inode->target.n;
		return OK;
	case BLOCK:
	case CHARACTER:
		inode->type = type == BLOCK ? NODE_BLOCK : NODE_CHARACTER;
		inode->links = squashfs_u32(fs, r);
		inode->device = squashfs_u16(fs, r);
		return OK;
	case FIFO:
	case SOCKET:
		inode->type = type == FIFO ? NODE_FIFO : NODE_SOCKET;
		inode->links = squashfs_u32(fs, r);
		return OK;
	}
	return fail(&squashfs_bad_inode, inode->at);
}

static err v3_listing(struct squashfs *fs, reader *r, uint64_t *ret_block, uint32_t *ret_count)
{
	*ret_count = read_u8(r) + 1u;
	*ret_block = squashfs_u32(fs, r);
	read_skip(r, 4); /* the number that entries' inode numbers are relative to */
	return OK;
}

static err v3_entry(struct squashfs *fs, reader *r, struct squashfs_entry *ret)
{
	ret->offset = first_field(fs, squashfs_u16(fs, r), 13, 16);

	uint8_t n = read_u8(r);

	read_skip(r, 2); /* inode number */
	ret->name = str_from_span(read_span(r, n + 1u));
	return OK;
}

const struct squashfs_version squashfs_v3 = {
	.inode = v3_inode,
	.listing = v3_listing,
	.entry = v3_entry,
	.listing_excess = 3,
	.has_plain_ids = true,
};
