/* What the files of the reader of ext2, ext3 and ext4 share. */
#ifndef ASSAY_FORMAT_EXT_H
#define ASSAY_FORMAT_EXT_H

#include "format/inodes.h"

enum {
	EXT_FLAG_COMPRESSED = 0x4,
	EXT_FLAG_ENCRYPTED = 0x800,
	EXT_FLAG_EXTENTS = 0x80000,
	EXT_FLAG_INLINE = 0x10000000,
	EXT_ROOT = 2,
};

struct ext {
	struct inodes *inodes;
	span in;
	uint32_t block_size, blocks_per_group, inodes_per_group, inode_count, first_block, incompatible,
		first_meta_group;
	uint32_t descriptor_size, inode_size, groups;
	uint64_t blocks;
	bool is_sparse_super, is_sparse_super2;
};

struct ext_inode {
	uint32_t number, mode, uid, gid, links, flags;
	uint64_t size, at, attributes; /* a block of them; 0: none */
	span block;                    /* 60 bytes: a map, a short link, or the first bytes */
	span body;                     /* attributes behind the fields */
};

extern const struct fault ext_bad_data;

/* The bytes of a block; empty when it lies outside. */
span ext_block(const struct ext *fs, uint64_t number);
err ext_inode_read(const struct ext *fs, uint32_t number, struct ext_inode *ret);

/* All content of an inode; *ret is of the file system itself where it lies in one piece. Trouble with it is the
 * inode's (returned in *ret_trouble, and the content is empty). ret_at: where it begins. */
err ext_content(struct ext *fs, const struct ext_inode *inode, span *ret, uint64_t *ret_at, err *ret_trouble);

/* An extended attribute: `index` 6 is "security.", 7 "system.". False: there is none. */
bool ext_attribute(struct ext *fs, const struct ext_inode *inode, uint8_t index, const char *name, span *ret);

#endif
