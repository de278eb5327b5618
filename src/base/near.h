/* What was meant by a word that is none: the nearest of those that there are, by single edits. */
#ifndef ASSAY_BASE_NEAR_H
#define ASSAY_BASE_NEAR_H

#include "base/arena.h"

struct candidates {
	struct arena *keep;
	str wanted, best;
	unsigned distance;
};
/* Large and small letters are the same, and so are '-', '_' and ' '. A word of which the wanted one is a part, as
 * eu-red of eu-red-3-3, is near. */
void candidate(struct candidates *c, str word);

/* "did you mean \"x\"?" in the arena for the candidate with the fewest edits, if it is near; else "". */
str suggestion(struct candidates *c);

/* Whether `part` is some of the words of `whole` (psti of uk-psti), or the whole of it but for its signs
 * (EN303645 of en-303-645). */
bool is_part_of_name(str part, str whole);

/* A day that is written as people write it (31.12.2031, 31/12/2031, 2031/12/31, 31 December 2031, Dec 31, 2031,
 * 20311231) as 2031-12-31, in the arena; where day and month could be changed for each other, both: "2031-05-04 or
 * 2031-04-05". Empty: it is none that can be told. */
str day_meant(struct arena *keep, str text);

#endif
