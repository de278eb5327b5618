/* What the bytes are that no reader took: the one place that says whether they count as read.
 *
 * A byte is explained by a reader, or it is padding (a run of 00 or of FF), or a part of a file of a file system (which
 * is looked at as a file), or machine code of a kernel or boot loader that is known by its structure, or it is unread.
 * A banner gives a region its name and explains nothing.
 */
#ifndef ASSAY_FORMAT_EXPLAINED_H
#define ASSAY_FORMAT_EXPLAINED_H

#include "base/bytes.h"

/* Where the bytes stand. */
enum explained_place {
	EXPLAINED_RAW,  /* in an image: only what is known by its structure is explained */
	EXPLAINED_PART, /* ... that is all of what a container holds under one name, or what a stream unpacks to */
	/* in a file of a file system or archive: collectors look at such files whole, of whatever kind */
	EXPLAINED_FILE,
};

struct explained {
	uint64_t at, n;       /* in the bytes that were asked about */
	const char *kind;     /* "padding", "linux-kernel", "u-boot", ..., a foreign format's name, "data" */
	const char *readable; /* yes, empty, part (named, not explained), encrypted (or looks it), unknown */
	double entropy;       /* bits a byte; negative: not asked */
};

/* The piece of `gap` that begins at `at`; pieces follow each other without a hole. */
struct explained explained_piece(span gap, uint64_t at, enum explained_place place);

/* How far a kernel or boot loader reaches that begins with these bytes: what lies between the parts of it that readers
 * took is its code. 0: none begins. */
uint64_t explained_code(span bytes, enum explained_place place);
/* A piece of such a kernel between two parts. */
struct explained explained_code_piece(span gap, uint64_t at, const char *kind);
/* "linux-kernel", "u-boot", "redboot", "cfe", or NULL. */
const char *explained_banner(span bytes);

/* Pictures, sound, fonts, programs, keys: what its first bytes tell. */
bool explained_is_known(span content);

/* The configuration that a kernel was built with, as a text. */
bool explained_kernel_config(span bytes);

/* Is a file's content whole as it is: nothing foreign in it, and nothing that looks encrypted? */
bool explained_file(span content, struct explained *ret_not);

#endif
