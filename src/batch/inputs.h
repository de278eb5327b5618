/* What products of a batch bring, opened where files can be opened, and read in the jail. */
#ifndef ASSAY_BATCH_INPUTS_H
#define ASSAY_BATCH_INPUTS_H

#include "batch/products.h"

#include "base/buf.h"
#include "source/opened.h"
#include "evidence/evidence.h"

/* One file or folder. Products of a chunk may share a folder of process evidence: it is opened and read once. */
struct batch_input {
	enum source_kind kind;
	const char *path;
	str name;         /* as it shall stand in the evidence */
	const char *left; /* no reader is for it, and why: told, and not opened */
	struct opened opened;
	err trouble;       /* it could not be opened */
	struct buf frames; /* what its reader said, for the products after the first */
	bool is_read;
	struct batch_input *next; /* of the folders that products share */
};

struct batch_inputs {
	struct batch_input **all;
	size_t count;
	err trouble; /* what it brings could not even be listed: trouble_at says where */
	const char *trouble_at;
};

/* What was opened and not closed: products of one chunk. */
struct input_chunk {
	struct arena keep;
	struct batch_input *folders; /* that products share */
	VEC(struct batch_input *) opened;
	uint64_t bytes;
};

void inputs_begin(struct input_chunk *c);
void inputs_open(struct input_chunk *c, const struct batch_product *p, struct batch_inputs *ret);
void inputs_end(struct input_chunk *c);

/* Where it went wrong, and why. */
struct input_trouble {
	const char *path;  /* of the file or folder */
	uint64_t line;     /* 0: of none */
	struct buf detail; /* the caller frees it; empty: the fault's own words */
};
/* All of one product into evidence that is empty; now: UTC. */
struct declared_words;
err inputs_read(struct evidence *e, struct batch_inputs *b, str now, const struct declared_words *words,
	struct input_trouble *trouble);

#endif
