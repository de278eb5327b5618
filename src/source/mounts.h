/* Which file system lies where: fstab and the mount commands of start scripts name a device and a folder, the boot
 * loader's mtdparts= says which bytes of a flash a device is. A product's tree is the root with what is mounted in it;
 * what lay below such a folder is hidden, as on the device.
 */
#ifndef ASSAY_SOURCE_MOUNTS_H
#define ASSAY_SOURCE_MOUNTS_H

#include "base/arena.h"
#include "rootfs/tree.h"

enum { PARTITIONS_MOST = 64, MOUNTS_MOST = 64 };

/* The first MTD device that a command line of the kernel divides (Linux, drivers/mtd/parsers/cmdlinepart.c). */
struct partitions {
	struct partition {
		str name;
		uint64_t at, size; /* size UINT64_MAX: up to the end */
	} rows[PARTITIONS_MOST];
	size_t count;
};

/* Looks for "mtdparts=" with a table behind it, when none was found before. Names are copied. */
void partitions_find(struct partitions *p, span content, struct arena *keep);
/* The partition that "/dev/mtdblock4", "mtd4", "mtd:data" mean, or NULL. */
const struct partition *partitions_device(const struct partitions *p, str device);

struct mount {
	str device, path;             /* path without a slash before it */
	const struct tree_file *file; /* that says so */
};

/* Mounts of built-in storage that the tree's fstab and scripts tell; what they put in memory, and what a user plugs in,
 * is left out. Returns how many there are, which may be more than are kept. */
size_t mounts_of(const struct tree *t, struct mount mounts[MOUNTS_MOST]);
/* The root with `other` at `path`, in memory of `keep`. */
struct tree mounts_join(const struct tree *root, const struct tree *other, str path, struct arena *keep);

#endif
