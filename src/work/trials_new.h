/* The sheet of trials that are still open: what a laboratory fills in, and a folder of results holds
 * (declare/trials.h). */
#ifndef ASSAY_WORK_TRIALS_NEW_H
#define ASSAY_WORK_TRIALS_NEW_H

#include "base/vec.h"
#include "judge/verdict.h"
#include "work/work.h"

enum sheet_form { SHEET_YAML, SHEET_CSV };

struct open_trial {
	const char *column; /* of the sheet: "trial", "check" or "question" */
	str name;           /* what stands in it */
	str about;          /* the name of one thing; empty: the product */
	str asks, steps, expected;
	str schemes; /* that wait for it, with commas */
};
typedef VEC(struct open_trial) open_trials;

/* Of all that is mandatory and not decided in the schemes that were judged; by column, name and thing, each once. */
void open_trials_find(const struct judgement *j, struct arena *keep, open_trials *ret);
/* A file of its own in the folder, which is made when missing: sheet.yaml, or sheet-2.yaml where there is one. */
err open_trials_write(const char *folder, enum sheet_form form, const open_trials *all, struct arena *keep,
	str *ret_path, const struct notes *notes);

#endif
