/* UBIFS inside: shared by ubifs.c (which nodes are in use) and ubifs_tree.c (the files that they make), nobody else. */
#ifndef ASSAY_FORMAT_UBIFS_H
#define ASSAY_FORMAT_UBIFS_H

#include "format/format.h"

/* As the types of nodes are numbered. */
enum ubifs_kind { UBIFS_INODE, UBIFS_DATA, UBIFS_NAME, UBIFS_ATTRIBUTE };

struct ubifs_node {
	enum ubifs_kind kind;
	uint32_t number;   /* of an inode; of a name, that of its directory; of an attribute, that of its file */
	uint32_t block;    /* of data: which 4 KiB of the file */
	uint32_t inode;    /* of a name or attribute: what it names; 0: it was removed */
	uint64_t sequence; /* the higher, the newer */
	str name;
	span bytes;  /* the whole node */
	bool is_met; /* of an inode: its file or directory was reported */
};

struct ubifs {
	struct walk *w;
	span in;
	uint32_t block_size; /* of a logical erase block */
	struct ubifs_node *nodes;
	size_t count, room;
	err trouble; /* the first */
};

enum { UBIFS_HEADER = 24, UBIFS_INODE_HEADER = 160, UBIFS_DATA_HEADER = 48, UBIFS_NAME_HEADER = 56 };

void ubifs_trouble(struct ubifs *fs, err e);

/* Reports what the nodes make. */
err ubifs_tree(struct ubifs *fs);

#endif
