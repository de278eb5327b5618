/* One input into an evidence file: opens it, reads it in the jail, writes what the reader says. sources.h lists what
 * may be handed over. */
#ifndef ASSAY_SOURCE_SOURCE_H
#define ASSAY_SOURCE_SOURCE_H

#include "evidence/run.h"
#include "source/sources.h"

struct source {
	enum source_kind kind;
	const char *path;
	str name;                           /* as it shall stand in the evidence; empty: the path's last part */
	str part, state;                    /* of table input; empty: device, any */
	str now;                            /* UTC, for input.taken and the run's times; empty: left out */
	const struct declared_words *words; /* what the rules know, so that a product file is held to it; may be NULL */
	void (*tick)(void *self, struct run_state state); /* about ten times a second while it is read; may be NULL */
	void *self;
};

struct source_end {
	int64_t input; /* its row */
	bool is_whole; /* the reader came to the end of it */
	/* why not: a sentence without the path, or a line for each thing that is wrong; "" when whole */
	char message[16384];
	bool is_of_machine; /* ... because of this machine, and for no fault of the input: message says what to do */
	bool has_known_format;
	enum source_kind looks_like; /* another kind than it was given as; SOURCE_KINDS: nothing says so */
};

/* Faults: what kept it from being read at all (opened.h); message then names the entry of a directory. A reader that
 * fails or dies, and an input that changes while it is read, are no fault: see ret. */
err source_read(struct evidence *e, const struct source *source, struct source_end *ret);

#endif
