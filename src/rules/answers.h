/* What makes an answer to a question count, whoever gave it: its value, and the days between which it holds.
 * judge/answers.h chooses among several. */
#ifndef ASSAY_RULES_ANSWERS_H
#define ASSAY_RULES_ANSWERS_H

#include "rules/rules.h"

#include "base/buf.h"

/* What an answer says: YES answers well, NO badly, UNKNOWN is none that the question knows. */
tri question_takes(const struct question *q, str value);
/* What it takes, for people: "yes or no", "one of: not done, done". */
str question_wants(struct arena *keep, const struct question *q);

/* Where a day lies in an answer's life. */
enum answer_life {
	ANSWER_LIVES,
	ANSWER_EXPIRED, /* the last day that it gives itself is past */
	ANSWER_TO_COME, /* it is of a day that is still to come: nobody has said yet what will be said */
	ANSWER_TOO_OLD, /* it is of a day, and ages as other evidence does */
};

struct answer_days {
	str answered, expires; /* as they stand in the evidence; either may be empty */
	str on;                /* the day judged for, YYYY-MM-DD */
	uint32_t limit;        /* how many days old it may be; 0: any age */
};

/* An end that is written and is no day counts as past: nobody could wait for it. An answer without a day is neither
 * too old nor still to come. */
enum answer_life answer_life(const struct answer_days *days);
/* A sentence's end for people: what the answer (`noun`: "answer", "test") is that keeps it from counting. Nothing
 * while it lives. */
void answer_life_words(struct buf *out, const struct answer_days *days, const char *noun);
/* The last day on which it counts, written to ret; false: there is none. */
bool answer_last(const struct answer_days *days, char ret[static 11]);

/* How many days old evidence of a class may be: the least of what the rules say of it (ref_boundary), and the scheme
 * (NULL: none) of the class and of all evidence; 0: any age. */
uint32_t rules_age_limit(const struct rules *rules, const struct scheme *scheme, str class);

#endif
