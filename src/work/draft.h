/* What can be declared from what was seen of a product: draft.yaml of its folder, and what a person says of its rows.
 * The interview offers the same rows; what is confirmed counts from the next "assay check" on. */
#ifndef ASSAY_WORK_DRAFT_H
#define ASSAY_WORK_DRAFT_H

#include "draft/draft_file.h"
#include "judge/verdict.h"
#include "work/work.h"

#define DRAFT_FILE "draft.yaml"

/* As the file stands. Everything lives in the arena. */
struct draft {
	const char *path;
	draft_rows rows;
	const str *waits;           /* of each declared kind: what waits for it; NULL: nobody judged */
	struct draft_change change; /* by draft_make() */
};

/* Proposes from the evidence of the folder, judged by the rules of a day, and writes the file anew where that changes
 * it. */
err draft_make(const char *folder, const struct rules *rules, const struct judge_options *options, struct arena *keep,
	struct draft *ret, const struct notes *notes);
/* Reads the file alone; no file is a draft without rows. */
err draft_open(const char *folder, struct arena *keep, struct draft *ret, const struct notes *notes);

/* Confirms, strikes out or opens again rows, by their names; a name of a list means each of its rows that is open and
 * was not left behind ("services"), "all" those of all lists. A word that names nothing is refused, and nothing is
 * written. ret: how many rows it changed. */
err draft_say(const char *folder, const str *words, size_t count, const struct draft_said *said, struct arena *keep,
	size_t *ret, const struct notes *notes);
/* Says of lists by their names that there is none of it, or that the rows are all. */
err draft_say_of_lists(const char *folder, const str *lists, size_t count, bool is_none, const struct draft_said *said,
	struct arena *keep, const struct notes *notes);

/* Whether the file at `path` is a draft in which nobody confirmed anything: then it is no input. */
bool draft_is_silent(const char *path);

#endif
