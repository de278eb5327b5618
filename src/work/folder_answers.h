/* A product folder as the interview needs it: its evidence in memory, with what its answers.yaml says today, and that
 * file to write to. Held from opening to closing. */
#ifndef ASSAY_WORK_FOLDER_ANSWERS_H
#define ASSAY_WORK_FOLDER_ANSWERS_H

#include "evidence/answer.h"
#include "work/work.h"

struct folder_answers;

/* After a failure nothing is open. The evidence is the caller's to close. */
err folder_answers_open(
	const char *path, struct folder_answers **ret, struct evidence **ret_evidence, const struct notes *notes);
void folder_answers_close(struct folder_answers *f); /* NULL is fine */
/* All of them are in the file, or none. An earlier answer of the same author to the same question is replaced. */
err folder_answers_set(
	struct folder_answers *f, const struct given_answer *answers, size_t count, const struct notes *notes);

/* As a row of the list "answers". */
struct buf;
void answer_put_row(struct buf *out, const struct given_answer *a);

#endif
