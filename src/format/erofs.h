/* What the files of the reader of EROFS share. */
#ifndef ASSAY_FORMAT_EROFS_H
#define ASSAY_FORMAT_EROFS_H

#include "format/inodes.h"

struct erofs {
	struct inodes *inodes;
	span in;
	uint32_t block, block_bits, blocks, incompatible;
	uint16_t algorithms, devices, root;
	uint64_t meta_at, shared_at;
	span packed; /* what the ends of files were packed into */
};

struct erofs_inode {
	uint64_t number, at, size, attributes_at, attributes_n, behind; /* behind: its fields and attributes */
	uint32_t mode, uid, gid, links, data;
	unsigned layout;
};

extern const struct fault erofs_bad_data;

/* Whether its compressions are ones that we know. */
err erofs_compressions(const struct erofs *fs);
/* All content of an inode; empty when it cannot be read (that is told). */
err erofs_content(struct erofs *fs, const struct erofs_inode *inode, span *ret, uint64_t *ret_at);
#endif
