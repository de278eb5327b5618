/* Facts that follow from other facts of the evidence: which declared thing is which observed one, what two inputs say
 * of the same thing.
 *
 * The step between reading and judging. It needs no image, so that it can be made again from the evidence file alone;
 * made twice it changes nothing.
 */
#ifndef ASSAY_SOURCE_DERIVE_H
#define ASSAY_SOURCE_DERIVE_H

#include "evidence/evidence.h"

struct derivation {
	const char *name;   /* "same-service" */
	const char *reads;  /* tables whose rows it takes, with commas */
	const char *writes; /* the table that it adds to, or changes */
	const char *sql;    /* one statement; a second run must find nothing left to do */
};

extern const struct derivation derivations[]; /* one without a name ends them; derive.c */

/* All of them, in their order, after all inputs were read. */
err derive(struct evidence *e);
/* The same of a file that may be from before some tables or columns came: of those nothing follows. */
err derive_again(struct evidence *e);

#endif
