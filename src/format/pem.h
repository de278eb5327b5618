/* Blocks of PEM (RFC 7468) wherever they stand: in a file of their own, in a program, in the strings of another
 * language. */
#ifndef ASSAY_FORMAT_PEM_H
#define ASSAY_FORMAT_PEM_H

#include "base/buf.h"
#include "base/bytes.h"

/* Going through the BEGIN and END lines of a file, each found once: a file of BEGINs without an END must not be
 * searched to its end for each of them. */
struct pem {
	span content;
	uint64_t begin, end; /* the next of each; content.n: there is none */
	bool is_short;       /* a block was larger than LIMIT_PEM, and not read */
};

/* The next BEGIN line from there on; content.n when there is none. */
uint64_t pem_next(const struct pem *p, uint64_t from);

/* The block that begins at p->begin, with both its lines, as PEM has it, and its label. A BEGIN without its END in a
 * program is a string of the PEM reader, not a key. */
bool pem_block(struct pem *p, uint64_t next, str *ret_label, struct buf *ret_block);

#endif
