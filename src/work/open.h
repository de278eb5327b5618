/* Rule data and evidence, opened for work; and the schemes that somebody names. */
#ifndef ASSAY_WORK_OPEN_H
#define ASSAY_WORK_OPEN_H

#include "evidence/evidence.h"
#include "judge/verdict.h"
#include "work/work.h"

/* Address space for rule data and one judgement: all rules of this project and a verdict over every scheme take some 60
 * MB. */
#define WORK_MEMORY ((size_t)1 << 30)

/* Where rule data is: $ASSAY_RULES, the source directory that the program was built from, or where it is installed. */
const char *rules_place(void);

/* Rule data of directories, later ones laid over earlier ones; what was read the last time is taken from the user's
 * cache. Where there are mistakes, ret_problems lists them, and nothing of the rules is to be used. */
err rules_open(const char *const *directories, size_t count, struct arena *keep, struct rules **ret,
	rule_problems *ret_problems);
/* The same from the files alone, looking for mistakes even where none was found the last time. */
err rules_open_anew(const char *const *directories, size_t count, struct arena *keep, struct rules **ret,
	rule_problems *ret_problems);

/* Schemes by their ids with commas between, or "all"; an empty list leaves the choice to the judge: those that bind the
 * product. */
err schemes_of_list(
	str list, const struct rules *rules, struct arena *keep, struct judge_options *ret, const struct notes *notes);
/* The same of words, each named once. */
err schemes_of_words(const char *const *words, size_t count, const struct rules *rules, struct arena *keep,
	struct judge_options *ret, const struct notes *notes);

/* An evidence file and what was judged of it. */
struct judged {
	struct arena keep;
	struct evidence *evidence;
	struct judgement *judgement;
};
/* A copy of it, with what follows from it by the derivations of today; the file stays as it is. path: an evidence file,
 * or the product folder that it is of. After a failure nothing is open. */
err judged_open(const char *path, struct judged *ret, const struct notes *notes);
/* After a failure it is closed. */
err judged_judge(struct judged *j, const char *path, const struct rules *rules, const struct judge_options *options,
	const struct notes *notes);
void judged_close(struct judged *j);

#endif
