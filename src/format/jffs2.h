/* JFFS2 inside: shared by jffs2.c (the log of nodes), jffs2_split.c (where one ends), jffs2_attributes.c and
 * jffs2_tree.c (the files that they make), nobody else. */
#ifndef ASSAY_FORMAT_JFFS2_H
#define ASSAY_FORMAT_JFFS2_H

#include "base/vec.h"
#include "format/format.h"

enum { JFFS2_MAGIC = 0x1985 };

/* A name in a directory, or a piece of an inode. */
struct jffs2_node {
	uint64_t at;
	bool is_name, is_replaced;
	uint32_t parent, inode, version; /* a name: directory, what it names (0: it is gone) */
	uint32_t sum, data_sum; /* of its header, of its name or data: what tells nodes of equal numbers apart */
	str name;

	uint32_t mode, size, offset, unpacked;
	uint16_t uid, gid;
	uint8_t compression;
	span stored;

	str path; /* of the last piece of an inode: where we met it first */
};

/* The value of a capability attribute, and which inode has it. */
struct jffs2_value {
	uint32_t number, version;
	span bytes;
};

struct jffs2_owner {
	uint32_t inode, number, version; /* an odd version: it was taken off */
};

struct jffs2 {
	struct walk *w;
	span in;
	bool is_big_endian;
	struct jffs2_node *nodes; /* names by directory, name and version; then pieces by inode and version */
	size_t count;
	bool has_attributes;
	VEC(struct jffs2_value) values; /* by number and version */
	VEC(struct jffs2_owner) owners; /* by inode, attribute and version */
	err trouble;                    /* the first */
};

uint16_t jffs2_u16(const struct jffs2 *fs, reader *r);
uint32_t jffs2_u32(const struct jffs2 *fs, reader *r);
uint32_t jffs2_sum(span s);
void jffs2_trouble(struct jffs2 *fs, err e);

/* Sorts the nodes, and says where in [0, end] a second file system begins; `end` when there is none. */
uint64_t jffs2_split(struct jffs2 *fs, uint64_t end);

/* Keeps the attribute node at in[at, at + size), when it is a capability; false when it is damaged.
 * jffs2_attributes_sort() after the last. */
bool jffs2_attribute(struct jffs2 *fs, uint64_t at, uint32_t size, bool is_owner);
void jffs2_attributes_sort(struct jffs2 *fs);
/* As node.capabilities. */
str jffs2_capabilities(const struct jffs2 *fs, uint32_t inode);

/* Reports what the nodes make. */
err jffs2_tree(struct jffs2 *fs);

#endif
