/* A walk that goes nowhere: it records what one reader reports, for tests and fuzzers of that reader. */
#ifndef ASSAY_TESTS_FAKE_WALK_H
#define ASSAY_TESTS_FAKE_WALK_H

#include "base/buf.h"
#include "format/format.h"

struct walk {
	struct arena memory;
	struct arena keep; /* what is recorded */

	struct part parts[64];
	size_t part_count;
	struct node *nodes;
	size_t node_count;
	struct buf notes;     /* "key=value\n" */
	struct buf checksums; /* "target algorithm yes|no\n" */
	uint64_t unpacked, most;
	size_t asked;

	bool is_forgetful; /* count, but keep nothing */
};

struct walk *fake_walk_open(void);
void fake_walk_close(struct walk *w);

/* For many readings with one walk: what it recorded is gone, and it records no more; small limits, so that each is quick. */
void fake_walk_forget(struct walk *w);

/* Keeps an input that a test made as fuzz/corpus/FORMAT/NAME, when the environment's ASSAY_SAMPLES names the corpus folder. */
void keep_sample(const char *format, const char *name, span bytes);

/* The recorded node of that path; NULL when there is none. */
const struct node *fake_node(const struct walk *w, const char *path);
bool fake_has_note(const struct walk *w, const char *line);
bool fake_has_checksum(const struct walk *w, const char *line);

#endif
