/* SquashFS inside: shared by its files, nobody else includes this.
 *
 * squashfs.c        the format's row: superblock and what holds the parts together
 * squashfs_table.c  metadata tables: 8 KiB blocks behind two-byte headers, each decoded once
 * squashfs_data.c   contents: data blocks and the cache of fragments
 * squashfs_tree.c   the walk through directories, the same for all versions
 * squashfs_attributes.c  extended attributes, of which one counts
 * squashfs_v4.c, squashfs_v3.c  how each version lays out inodes and directories
 */
#ifndef ASSAY_FORMAT_SQUASHFS_H
#define ASSAY_FORMAT_SQUASHFS_H

#include "base/limits.h"
#include "format/compress.h"
#include "format/format.h"
#include "format/path.h"

enum { SQUASHFS_METADATA = 8192, SQUASHFS_FRAGMENTS_KEPT = 16 };
#define SQUASHFS_NO_FRAGMENT UINT32_C(0xffffffff)
#define SQUASHFS_NO_ATTRIBUTES UINT32_C(0xffffffff)

/* Blocks unpack to one place each, SQUASHFS_METADATA apart, so that what spans blocks can be read in one go. */
struct squashfs_block {
	uint64_t at;    /* its header, in the image */
	size_t run_end; /* how far `bytes` can be read from this block's beginning */
};

struct squashfs_table {
	uint64_t at; /* in the image */
	struct squashfs_block *blocks;
	size_t count;
	uint8_t *bytes;
};

/* What every version's inode says, in one form. */
struct squashfs_inode {
	enum node_type type;
	uint32_t mode, uid, gid, number, links;
	uint64_t size; /* of a file's content or a directory's listing */
	uint64_t
		/* a file: first data block in the image; a directory: its listing's block in the directory table */
		start;
	uint32_t offset; /* ... and the place in that block, or in the fragment */
	uint32_t fragment;
	uint32_t device;
	uint32_t attributes; /* place in the table of extended attributes; SQUASHFS_NO_ATTRIBUTES: it has none */
	span block_sizes;    /* of a file: 4 bytes each */
	str target;
	uint64_t at; /* the metadata block that holds it, in the image */
};

struct squashfs_entry {
	uint64_t block; /* of the inode, in the inode table */
	uint32_t offset;
	str name;
};

struct squashfs;

/* What differs between versions. `r` stands at an inode, at a directory's listing. */
struct squashfs_version {
	err (*inode)(struct squashfs *fs, reader *r, struct squashfs_inode *ret);
	/* One run of entries: a header, then `count` entries. */
	err (*listing)(struct squashfs *fs, reader *r, uint64_t *ret_block, uint32_t *ret_count);
	err (*entry)(struct squashfs *fs, reader *r, struct squashfs_entry *ret);
	/* Bytes that the inode's size is larger than the listing ("." and ".." that are not stored). */
	uint32_t listing_excess;
	bool has_plain_ids; /* users and groups are lists, not metadata with an index */
};

struct squashfs_fragment {
	uint32_t index, age;
	bool is_known;
	err trouble;
	uint8_t *bytes;
	size_t n;
};

struct squashfs {
	struct walk *w;
	span in;
	const struct squashfs_version *version;
	bool is_big_endian;
	enum compression compression;
	uint32_t block_size, inode_count, fragment_count;
	uint32_t id_count, gid_count;
	uint64_t bytes_used, root;
	uint64_t inode_table, directory_table, fragment_table, export_table, id_table, gid_table, attribute_table;

	struct squashfs_table inodes, directories, fragments, ids;
	struct squashfs_table attribute_places, attributes; /* of each set: where it is; the sets */
	uint32_t attribute_count;
	struct squashfs_fragment kept[SQUASHFS_FRAGMENTS_KEPT];
	uint32_t age;

	err trouble; /* the first: what could not be read */
	struct node **
		/* by inode number: the first node of a file with several names; of a directory, that we were there */
		seen;
	struct path path;
};

uint16_t squashfs_u16(const struct squashfs *fs, reader *r);
uint32_t squashfs_u32(const struct squashfs *fs, reader *r);
uint64_t squashfs_u64(const struct squashfs *fs, reader *r);

/* Remembers trouble that does not end the reading. */
void squashfs_trouble(struct squashfs *fs, err e);

/* Metadata blocks that follow each other in image[from, to). Damaged ones are holes, and trouble. */
err squashfs_table_run(struct squashfs *fs, uint64_t from, uint64_t to, struct squashfs_table *ret);
/* Metadata blocks that an index points at: `size` bytes of entries, the index at image[index]. */
err squashfs_table_index(struct squashfs *fs, uint64_t index, uint64_t size, struct squashfs_table *ret);
/* A reader on what begins at `offset` in the block stored at table + `block`; false when no good block is there. */
bool squashfs_table_read(
	const struct squashfs_table *t, uint64_t block, uint64_t offset, reader *ret, uint64_t *ret_at);
/* The same for a place counted in unpacked bytes (tables with an index). */
bool squashfs_table_entry(const struct squashfs_table *t, uint64_t place, size_t n, reader *ret);
/* Whether the first metadata block at image[at] unpacks by this compression. */
bool squashfs_fits(struct squashfs *fs, uint64_t at, enum compression kind);

/* The content of a file, as much as can be read: fills node->content and is_cut. Only the walk's limits are errors. */
err squashfs_content(struct squashfs *fs, const struct squashfs_inode *inode, struct node *node);

/* Where extended attributes lie. Trouble with them is trouble of the file system, and ends nothing. */
void squashfs_attributes_read(struct squashfs *fs);
/* As node.capabilities. */
str squashfs_capabilities(struct squashfs *fs, const struct squashfs_inode *inode);

err squashfs_tree(struct squashfs *fs);

bool squashfs_v3_superblock(span in, bool is_big_endian, struct squashfs *ret);

extern const struct squashfs_version squashfs_v4, squashfs_v3;
extern const struct fault squashfs_bad_inode, squashfs_bad_listing;

#endif
