/* What products of a batch bring, opened where files can be opened, and read in the jail. */
#ifndef ASSAY_BATCH_BRING_H
#define ASSAY_BATCH_BRING_H

#include "batch/products.h"

#include "base/buf.h"
#include "source/opened.h"
#include "evidence/evidence.h"

/* One file or folder. Products of a chunk may share a folder of process evidence: it is opened and read once. */
struct brought {
	enum source_kind kind;
	const char *path;
	str name;         /* as it shall stand in the evidence */
	const char *left; /* no reader is for it, and why: told, and not opened */
	struct opened opened;
	err trouble;       /* it could not be opened */
	struct buf frames; /* what its reader said, for the products after the first */
	bool is_read;
	struct brought *next; /* of the folders that products share */
};

struct bringing {
	struct brought **all;
	size_t count;
	err trouble; /* what it brings could not even be listed: trouble_at says where */
	const char *trouble_at;
};

/* What was opened and not closed: products of one chunk. */
struct brought_chunk {
	struct arena keep;
	struct brought *folders; /* that products share */
	VEC(struct brought *) opened;
	uint64_t bytes;
};

void bring_begin(struct brought_chunk *c);
void bring_open(struct brought_chunk *c, const struct batch_product *p, struct bringing *ret);
void bring_end(struct brought_chunk *c);

/* Where it went wrong, and why. */
struct bring_trouble {
	const char *path;  /* of the file or folder */
	uint64_t line;     /* 0: of none */
	struct buf detail; /* the caller frees it; empty: the fault's own words */
};
/* All of one product into evidence that is empty; now: UTC. */
err bring_read(struct evidence *e, struct bringing *b, str now, struct bring_trouble *trouble);

#endif
