/* What readers of file systems share: files with several names, directories that stand in two places, and how much
 * all files may have together. A reader goes down from the root; this remembers which inodes it met. Memory is the
 * walk's.
 */
#ifndef ASSAY_FORMAT_INODES_H
#define ASSAY_FORMAT_INODES_H

#include "format/format.h"
#include "format/path.h"

struct inodes {
	struct walk *w;
	struct path path; /* of the name at hand */
	err trouble;      /* the first */
	uint64_t left;    /* bytes that files may still have */
	uint64_t steps;   /* blocks, maps and entries that may still be looked at */
	struct inodes_seen {
		uint64_t number; /* plus 1; 0: free */
		struct node *first;
	} * seen;
	size_t room, count;
};

/* stored: bytes of the file system; expansion: how many times as much its files may have, 1 where nothing is
 * compressed. */
struct inodes *inodes_open(struct walk *w, uint64_t stored, unsigned expansion);

/* Keeps the first trouble; the reader goes on. */
void inodes_trouble(struct inodes *s, err e);

/* Whether a directory is met for the first time, and not too deep; else that is told, and it is not to be gone into. */
bool inodes_enter(struct inodes *s, uint64_t number, uint64_t at, unsigned depth);

/* Counts work: false when it is more than a sound file system of this size can need. */
bool inodes_step(struct inodes *s, uint64_t at);

/* Room for the content of one file, which `stored` bytes become; *ret is NULL when the file system has no more to
 * give (that is told). */
err inodes_room(struct inodes *s, uint64_t at, uint64_t n, uint8_t **ret);

/* A file: read() gives its content, capabilities and place, once; further names of the inode share them. */
err inodes_file(struct inodes *s, uint64_t number, bool is_shared, struct node *node,
	err (*read)(void *self, struct node *node), void *self);

/* What the type bits of a mode say; false when they say nothing. */
bool inodes_type(uint32_t mode, enum node_type *ret);

#endif
