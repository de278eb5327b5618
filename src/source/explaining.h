/* Coverage is computed from what was explained: every region, file and name that could hold a fact and was not read to
 * its end is told here, and what is left at the end is each class's shortfall, with its place and what to bring. No
 * other code says that a class of an image is whole.
 */
#ifndef ASSAY_SOURCE_EXPLAINING_H
#define ASSAY_SOURCE_EXPLAINING_H

#include "base/arena.h"
#include "evidence/facts.h"
#include "format/walk.h"
#include "rootfs/tree.h"

/* What could not be read: how much, and the first of it in words. */
struct unread {
	uint64_t bytes;
	uint32_t places;
	str first;
	const char *bring;
};

struct explaining {
	struct facts *facts;
	struct arena *keep;                  /* holds the words until the end */
	const struct shortfalls *shortfalls; /* of collectors */
	struct unread unread;
	struct unread small; /* in files of a root file system, and too small to hold a program */
	str large_text;      /* the first text that is larger than collectors of trees are given */
	bool has_twin_name;  /* a name stands for two files of one file system */
	bool is_whole;       /* the walk came to the end of the image */
};

/* A region of the walk; is_in_root: it lies in a file of a root file system. */
void explaining_region(struct explaining *x, const struct walk_region *r, bool is_in_root);
/* Something else that nobody read. Texts live as long as x->keep. */
void explaining_unread(struct explaining *x, uint64_t bytes, str what, const char *bring);
/* The walk's limits ended it. */
void explaining_ended(struct explaining *x, err why);
/* One row of coverage for each class. */
void explaining_write(struct explaining *x, bool has_root);

#endif
