/* A format is one row: a name, what it begins with, and a reader. One file a format; formats.c lists them.
 *
 * A reader gets bytes in memory, from its magic to the end of what encloses it, and reports what it found to a `struct
 * walk`: parts (bytes inside bytes: a kernel in a uImage, what a gzip stream unpacks to) with walk_part(), names
 * (files, links, devices of a file system or archive) with walk_node(). It says how many bytes it explained. It opens
 * nothing, prints nothing and never follows a link; memory comes from walk_memory(), whose budget is checked before
 * anything is inflated.
 */
#ifndef ASSAY_FORMAT_FORMAT_H
#define ASSAY_FORMAT_FORMAT_H

#include "base/arena.h"
#include "base/bytes.h"

struct walk;

struct magic {
	uint16_t at; /* where in the format's header the bytes stand */
	uint8_t n;   /* how many; 0 ends the list, and an empty list means that the probe tells it alone */
	char bytes[11];
};

struct format {
	const char *name;  /* stable, lower case: becomes region.kind ("squashfs", "uimage") */
	const char *title; /* for people: "SquashFS 4 file system" */
	struct magic magics[6];
	bool sweep; /* may begin anywhere in a raw image; else only at the beginning of a blob */

	/* Cheap and strict: is this really one? (checksum, sizes that fit, reserved fields). `in` begins where the
	 * format would begin. NULL: magic is enough. */
	bool (*probe)(span in);

	/* Reads all of it. ret_used: bytes of `in` that it explained (written on success and, as far as it came, on
	 * failure). */
	err (*read)(struct walk *w, span in, uint64_t *ret_used);
};

extern const struct format *const formats[]; /* NULL ends the list; in formats.c */

/* ---- what a reader reports --------------------------------------------------------------------------------------- */

struct part {
	str name;        /* "kernel", "rootfs", a uImage's own name; may be empty */
	uint64_t at;     /* where its stored form begins in the `in` that read() got */
	uint64_t stored; /* bytes of `in` that it takes there */
	span bytes;      /* its content: a piece of `in`, or unpacked into memory from walk_memory() */
};

enum node_type { NODE_FILE, NODE_DIRECTORY, NODE_LINK, NODE_CHARACTER, NODE_BLOCK, NODE_FIFO, NODE_SOCKET };

struct node {
	str path; /* as stored; walk_node() takes "/", "./" and "//" out where they mean nothing, and refuses ".." */
	enum node_type type;
	uint32_t mode; /* permission bits and set-id bits: 07777 */
	uint32_t uid, gid;
	uint64_t size;    /* bytes of content; for a device its number */
	str capabilities; /* of a program, beside its mode: "cap_net_raw=ep" (capability.h); empty: none */
	str target;       /* of a symbolic link, or path of the node whose content a hard link shares */
	uint64_t at;      /* where its stored data (or else its header) begins in `in` */
	/* of a file; need not live longer than the call. n may be less than size when the data could not be read */
	span content;
	bool is_cut; /* the content could not be read whole */
};

/* Each returns only failures of the walk itself (limits), which the reader hands on with TRY; trouble inside a part is
 * recorded with that part. */
err walk_part(struct walk *w, const struct part *part);
err walk_node(struct walk *w, const struct node *node);
/* A name that stands for no file below the root of its archive ("../x", a file below a file): it is told, and what
 * holds it is read in part. */
void walk_refused(struct walk *w, uint64_t at, str name);

/* A note on this format instance that becomes a setting with domain = format's name: walk_note(w, at, "load-address",
 * "0x80060000"). */
void walk_note(struct walk *w, uint64_t at, const char *key, str value);

/* An integrity or signature field of the header: becomes a row of `signature` (target: "image", "kernel" ...; valid as
 * far as it could be tested). */
void walk_checksum(struct walk *w, uint64_t at, const char *target, const char *algorithm, bool is_valid);

/* Memory that lives until the reader's read() returned and its parts were walked. */
struct arena *walk_memory(struct walk *w);

/* To be asked before unpacking: may `stored` bytes become `unpacked`? Counts it against LIMIT_EXPANSION and
 * LIMIT_UNPACKED_TOTAL. */
err walk_may_unpack(struct walk *w, uint64_t stored, uint64_t unpacked);

#endif
