/* The walk through an image: finds formats in bytes, hands each to its reader, goes into what the reader reports, and
 * accounts for every byte.
 *
 * Regions are what the walk says about bytes: a container or file system that a reader explained, or a gap that none
 * did. They are numbered from 1 in the order in which they were met; a region lies in the content of its parent (0: in
 * the image itself).
 */
#ifndef ASSAY_FORMAT_WALK_H
#define ASSAY_FORMAT_WALK_H

#include "format/format.h"

struct walk_region {
	uint32_t number, parent;
	uint64_t at,
		size; /* in the content that holds it: the image, or what the nearest region above was unpacked to */
	uint64_t unpacked; /* bytes of content, when they were unpacked; else 0 */
	const char *
		/* a format's name; "linux-kernel", "u-boot" by their banner; a format's that we do not read; "padding";
		 * "data" */
		kind;
	str name;
	const char *readable; /* yes, part, empty, encrypted (looks it), unknown (explained.h) */
	double entropy;       /* bits a byte; of gaps only, else negative */
	err trouble;          /* why the reader stopped; OK: it did not */
};

struct walk_visitor {
	void *self;
	void (*region)(void *self, const struct walk_region *region); /* when all is known of it: after its content */
	err (*node)(void *self, uint32_t region, uint64_t region_at, const struct node *node);
	void (*leaf)(void *self, const struct walk_region *region,
		span content); /* before region(): bytes that no format claims: a kernel, a boot loader, data */
	void (*plain)(void *self, uint32_t region, str path,
		span content); /* a file in which nothing is packed and nothing foreign was found; may be NULL */
	void (*note)(void *self, uint32_t region, uint64_t at, const char *domain, const char *key, str value);
	void (*checksum)(
		void *self, uint32_t region, uint64_t at, const char *target, const char *algorithm, bool is_valid);
	void (*progress)(void *self, uint64_t done); /* bytes of the image */
};

/* Walks all of it. Trouble inside a region is that region's; only the walk's own limits end it early. memory: for what
 * is unpacked; rewound as regions end. */
err walk_image(span image, const struct walk_visitor *visitor, struct arena *memory);

extern const struct fault walk_too_deep, walk_too_many_nodes, walk_bomb, walk_bad_path, walk_cut_file, walk_too_large;

#endif
