/* A filled form of the interview (report/ask_form.h), read back: each cell is an answer, or is named with its place. */
#ifndef ASSAY_WORK_ASK_FORM_H
#define ASSAY_WORK_ASK_FORM_H

#include "work/interview.h"

struct ask_form_read {
	size_t saved, refused, empty;          /* answers, cells that are none, and those that nobody filled in */
	const struct interview_effect *effect; /* of all of them, until the next answer; NULL: none was saved */
};

/* FORM.yaml or FORM.csv. What is an answer is saved, all at once; what is none is noted with line and column, and so is
 * another edition of the form. work_refused: it is no form at all, or could not be read; nothing was saved. */
err ask_form_take(struct interview *i, const char *path, struct ask_form_read *ret, const struct notes *notes);

#endif
