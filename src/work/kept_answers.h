/* Answers that stand in an evidence file alone, when the file is about to be made anew: what a person said is never
 * lost without a word. */
#ifndef ASSAY_WORK_KEPT_ANSWERS_H
#define ASSAY_WORK_KEPT_ANSWERS_H

#include "evidence/evidence.h"
#include "work/work.h"

struct keeping {
	const char *file; /* to write them to, as an answers.yaml; it must not be there. NULL: nowhere */
	bool are_given_up;
};

/* Those that were recorded in the file at `path` and that `anew` does not hold. work_refused, with their number, when
 * there are any and nothing is said of them. */
err answers_keep(const char *path, struct evidence *anew, const struct keeping *k, const struct notes *notes);

#endif
