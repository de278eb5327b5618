/* Which answer counts. This is decided here alone: verdicts, papers, what is next, the page and the forms all ask
 * it. */
#ifndef ASSAY_JUDGE_ANSWERS_H
#define ASSAY_JUDGE_ANSWERS_H

#include "judge/verdict.h"

/* What an answer has to be, to count for somebody. */
struct answer_terms {
	str on;              /* the day judged for */
	uint32_t days;       /* how many days old it may be; 0: any age */
	enum strength least; /* the least standing that may answer */
};

/* The terms of a scheme (NULL: those of the rules alone) for a question. */
struct answer_terms answer_terms(
	const struct rules *rules, const struct scheme *scheme, const struct question *q, str on);
/* The terms under which a paper may state an answer: those of each scheme that the paper rests on and that asks the
 * question. */
struct answer_terms answer_terms_of_schemes(
	const struct judgement *j, const struct scheme *const *schemes, size_t count, const struct question *q);

struct weighed_answer {
	/* the one that speaks: of those that still count the strongest, of these the newest; NULL: nobody answered */
	const struct answer *answer;
	enum verdict verdict; /* pass: answered well; fail: answered badly; inconclusive: it does not count */
	bool has_expired;
	str why; /* of fail and inconclusive: a sentence */
};

/* What was answered about a question for one entity (0: the product). answers: by question and entity, the newest
 * first. */
struct weighed_answer answer_weigh(const struct answer *answers, size_t count, const struct question *q, int64_t entity,
	const struct answer_terms *terms, struct arena *keep);

/* The last day on which an answer can count: its own, or that of its age, whichever is first. Empty: there is none. */
str answer_last_day(const struct answer *a, const struct answer_terms *terms, struct arena *keep);

/* It decides something, one way or the other. */
static inline bool answer_counts(const struct weighed_answer *w)
{
	return w->verdict != VERDICT_INCONCLUSIVE;
}

#endif
