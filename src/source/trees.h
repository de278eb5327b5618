/* The file systems of an image, after the walk: which of them is a root, what is mounted in it, what stands beside it.
 * Each is handed to the collectors of trees, and what is mounted and not there is told as a shortfall.
 */
#ifndef ASSAY_SOURCE_TREES_H
#define ASSAY_SOURCE_TREES_H

#include "format/walk.h"
#include "source/explaining.h"
#include "source/mounts.h"

/* A file system while its names come in. */
struct growing {
	struct tree_file *files;
	size_t count, room;
	bool is_root;   /* it has a root file system: in it, or in a folder of it */
	bool is_joined; /* it is mounted in a root, and was looked at there */
};

/* All of them; arrays go by the number of the region. */
struct trees {
	struct facts *facts;
	struct arena *keep;
	struct arena scratch;
	const struct walk_region *regions;
	struct growing *trees;
	size_t room;
	uint32_t region_count;
	struct partitions partitions;
	struct shortfalls *shortfalls;
	struct explaining *explaining;
};

/* Whether there is a root among them. */
bool trees_collect(struct trees *all);
/* After that: does a region lie in a file of a root file system? */
bool trees_is_in_root(const struct trees *all, uint32_t region);

#endif
