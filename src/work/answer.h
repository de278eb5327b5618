/* What a person says, into an evidence file. */
#ifndef ASSAY_WORK_ANSWER_H
#define ASSAY_WORK_ANSWER_H

#include "base/arena.h"
#include "evidence/answer.h"
#include "rules/rules.h"
#include "work/work.h"

/* The question of that name, also that of a person (ask.person...) or a laboratory (ask.test...); NULL: there is
 * none. */
const struct question *answer_question(const struct rules *rules, str id);
/* Whether it may be written: there is such a question, and it takes such a value. path: of the evidence, for the
 * notes. */
err answer_check(const struct given_answer *a, const char *path, const struct rules *rules, struct arena *keep,
	const struct notes *notes);
/* The file that is the record of a test. name points into path. */
err answer_record_of(const char *path, struct answer_record *ret, const struct notes *notes);
/* All of it, or nothing: the evidence file is replaced by one that holds the answer. Of a product folder it is its
 * answers.yaml, and a result of such a folder is refused. */
err answer_write(const char *path, const struct given_answer *a, const struct notes *notes);
/* An answer that no requirement reads is told, not kept in silence. */
void answer_tell_unread(
	const char *path, const struct rules *rules, str day, struct arena *keep, const struct notes *notes);

#endif
