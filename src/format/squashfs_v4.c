#include "format/squashfs.h"

/* Inode types; the long forms have the same order, 7 higher. */
enum { DIRECTORY = 1, FILE_ = 2, SYMLINK = 3, BLOCK = 4, CHARACTER = 5, FIFO = 6, SOCKET = 7, LONG = 7 };

static uint32_t id_of(struct squashfs *fs, uint16_t index)
{
	reader r;

	if (!squashfs_table_entry(&fs->ids, (uint64_t)index * 4, 4, &r)) {
		squashfs_trouble(fs, fail(&squashfs_bad_inode, fs->id_table));
		return 0;
	}
	return read_le32(&r);
}

static void read_block_sizes(struct squashfs *fs, reader *r, struct squashfs_inode *inode)
{
	uint64_t blocks = inode->size / fs->block_size;

	if (inode->fragment == SQUASHFS_NO_FRAGMENT && inode->size % fs->block_size) blocks++;
	inode->block_sizes = read_span(r, blocks * 4);
}

static void read_file(struct squashfs *fs, reader *r, bool is_long, struct squashfs_inode *inode)
{
	inode->type = NODE_FILE;
	inode->links = 1;
	if (is_long) {
		inode->start = read_le64(r);
		inode->size = read_le64(r);
		read_skip(r, 8); /* how many bytes are holes */
		inode->links = read_le32(r);
	} else {
		inode->start = read_le32(r);
	}
	inode->fragment = read_le32(r);
	inode->offset = read_le32(r);
	if (is_long)
		inode->attributes = read_le32(r);
	else
		inode->size = read_le32(r);
	read_block_sizes(fs, r, inode);
}

static void read_directory(reader *r, bool is_long, struct squashfs_inode *inode)
{
	inode->type = NODE_DIRECTORY;
	if (is_long) {
		inode->links = read_le32(r);
		inode->size = read_le32(r);
		inode->start = read_le32(r);
		read_skip(r, 4 + 2); /* parent; entries of the index */
		inode->offset = read_le16(r);
	} else {
		inode->start = read_le32(r);
		inode->links = read_le32(r);
		inode->size = read_le16(r);
		inode->offset = read_le16(r);
	}
}

static err v4_inode(struct squashfs *fs, reader *r, struct squashfs_inode *inode)
{
	uint16_t type = read_le16(r);
	bool is_long = type > LONG;

	inode->mode = read_le16(r);
	inode->uid = id_of(fs, read_le16(r));
	inode->gid = id_of(fs, read_le16(r));
	read_skip(r, 4); /* when it was changed */
	inode->number = read_le32(r);
	if (is_long) type = (uint16_t)(type - LONG);

	switch (type) {
	case FILE_:
		read_file(fs, r, is_long, inode);
		return OK;
	case DIRECTORY:
		read_directory(r, is_long, inode);
		return OK;
	case SYMLINK:
		inode->type = NODE_LINK;
		inode->links = read_le32(r);
		inode->target = str_from_span(read_span(r, read_le32(r)));
		inode->size = inode->target.n;
		return OK;
	case BLOCK:
	case CHARACTER:
		inode->type = type == BLOCK ? NODE_BLOCK : NODE_CHARACTER;
		inode->links = read_le32(r);
		inode->device = read_le32(r);
		return OK;
	case FIFO:
	case SOCKET:
		inode->type = type == FIFO ? NODE_FIFO : NODE_SOCKET;
		inode->links = read_le32(r);
		return OK;
	}
	return fail(&squashfs_bad_inode, inode->at);
}

static err v4_listing(struct squashfs *fs, reader *r, uint64_t *ret_block, uint32_t *ret_count)
{
	enum { MOST = 256 };
	uint32_t count = read_le32(r);

	(void)fs;
	*ret_block = read_le32(r);
	read_skip(r, 4); /* the number that entries' inode numbers are relative to */
	if (count >= MOST) return fail(&squashfs_bad_listing, 0);
	*ret_count = count + 1;
	return OK;
}

static err v4_entry(struct squashfs *fs, reader *r, struct squashfs_entry *ret)
{
	(void)fs;
	ret->offset = read_le16(r);
	read_skip(r, 2 + 2); /* inode number, type: the inode says both */
	ret->name = str_from_span(read_span(r, (uint64_t)read_le16(r) + 1));
	return OK;
}

const struct squashfs_version squashfs_v4 = {
	.inode = v4_inode,
	.listing = v4_listing,
	.entry = v4_entry,
	.listing_excess = 3,
};
