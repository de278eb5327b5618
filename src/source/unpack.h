/* The files of an image, read in the jail and handed out in pieces: what `assay unpack` writes and what `assay explain`
 * shows bytes of. */
#ifndef ASSAY_SOURCE_UNPACK_H
#define ASSAY_SOURCE_UNPACK_H

#include "format/format.h"
#include "jail/jail.h"

struct unpack_entry {
	uint32_t region; /* the number of the file system in the order of the walk: that of its `region` row */
	enum node_type type;
	uint32_t mode;
	str path, target; /* clean: no leading '/', no "..", not empty */
	bool is_cut;
};

struct unpack_taker {
	void *self;
	/* Each returns a failure to stop. entry() for every name; content() any number of times after that of a file,
	 * in order. */
	err (*entry)(void *self, const struct unpack_entry *entry);
	err (*content)(void *self, span bytes);
	/* A name of the image that stands for no file below its root, and was not read; as it is stored, cut at
	 * LIMIT_PATH. NULL: nobody asks. */
	err (*refused)(void *self, str name);
};

/* `path` is a file or directory as for source_read(). Faults of opening as there; what taker refused comes back; a
 * reader that died is unpack_died with a sentence in ret_why, or unpack_by_machine when the machine was the trouble; an
 * input that changed meanwhile is source_changed. */
err unpack(const char *path, const struct unpack_taker *taker, const char **ret_why);

/* The parent's end of the pipe alone: what a reader sends, in any pieces, trusted in nothing. What it refuses ends the
 * reader. */
struct unpack_wire *unpack_wire_open(const struct unpack_taker *taker);
err unpack_wire_take(void *wire, span bytes);
bool unpack_wire_close(struct unpack_wire *wire); /* whether the reader said its last word */

extern const struct fault unpack_died, unpack_by_machine;

#endif
