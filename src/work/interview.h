/* The interview over a product folder: its evidence in memory, judged anew after each answer; each answer is in the
 * folder's answers.yaml before the next question is asked. What is asked is decided by judge/interview.h. */
#ifndef ASSAY_WORK_INTERVIEW_H
#define ASSAY_WORK_INTERVIEW_H

#include "evidence/answer.h"
#include "judge/interview.h"
#include "work/work.h"

struct interview;

struct interview_setup {
	const char *path; /* a product folder, or an evidence file that lies in none */
	const struct rules *rules;
	struct judge_options options;
	enum asked_of by; /* who speaks */
	str author;       /* may still be empty: interview_name() */
};

/* Holds the folder until interview_close(): who else wants to ask there is told so. Everything lives that long. */
err interview_open(const struct interview_setup *setup, struct interview **ret, const struct notes *notes);
void interview_close(struct interview *i); /* NULL is fine */
void interview_name(struct interview *i, str author);
str interview_author(const struct interview *i); /* the given one, else that of the product file; empty: not known */

/* As it stands now, until the next answer. */
const struct judgement *interview_judgement(const struct interview *i);
const struct interview_plan *interview_steps(const struct interview *i);

/* Questions of this group are asked one by one from now on. */
void interview_take_apart(struct interview *i, str group);

/* What a person says: to a question or several, of some of its rows (none: of the product). */
struct said {
	const struct interview_answer *answers;
	size_t answer_count;
	const str *rows; /* names */
	size_t row_count;
	str reason;
};
/* One answer of many that come at once, about one thing each (empty: the product). */
struct interview_given {
	struct interview_answer answer;
	str about, reason;
};
err interview_take(struct interview *i, const struct interview_given *all, size_t count,
	const struct interview_effect **ret, const struct notes *notes);
/* The question of that name, also of the profile, a person or a laboratory; NULL: there is none. */
const struct question *interview_question(const struct interview *i, str id, struct arena *keep);
bool interview_knows(struct interview *i, str name); /* something is called so */
str interview_edition(const struct interview *i);    /* of the rule data: what a form says it was made by */

/* What it would change; nothing is kept of it but the effect, until the next try. */
err interview_try(struct interview *i, const struct said *s, const struct interview_effect **ret);
/* It is in the file, and counts. ret (may be NULL): what it changed, until the next answer. */
err interview_say(
	struct interview *i, const struct said *s, const struct interview_effect **ret, const struct notes *notes);

#endif
