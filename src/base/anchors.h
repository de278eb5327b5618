/* Many fixed words looked for in one pass over bytes: every second pair of bytes is looked up, and few places are
 * looked at closely. */
#ifndef ASSAY_BASE_ANCHORS_H
#define ASSAY_BASE_ANCHORS_H

#include "base/bytes.h"

enum { ANCHORS_MOST = 128 };

struct anchors {
	uint64_t pairs[65536 / 64];
	uint8_t head[256], next[ANCHORS_MOST + 1]; /* words by their first letter; 0 ends */
	struct anchor {
		const char *text; /* at least three bytes, of static storage */
		size_t n;
		bool any_case;
	} words[ANCHORS_MOST + 1];
	size_t count;
};

/* Adds a word, known by its number: 1, 2, 3 ... Of words that begin at one place, that which was added last is told.
 * `a` begins as nothing. */
size_t anchors_add(struct anchors *a, const char *text, bool any_case);

/* The first word that begins at `from` or behind it: its number, and its place; 0: there is none. */
size_t anchors_find(const struct anchors *a, span in, size_t from, size_t *ret_at);

#endif
