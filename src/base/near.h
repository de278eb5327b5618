/* What was meant by a word that is none: the nearest of those that there are, by single edits. */
#ifndef ASSAY_BASE_NEAR_H
#define ASSAY_BASE_NEAR_H

#include "base/arena.h"

struct candidates {
	struct arena *keep;
	str wanted, best;
	unsigned distance;
};
void candidate(struct candidates *c, str word);

/* "did you mean \"x\"?" in the arena for the candidate with the fewest edits, if it is near; else "". */
str suggestion(struct candidates *c);

#endif
