/* What to do next: which fix opens most, which answer or input settles most. Computed from a judgement; all in its arena. */
#ifndef ASSAY_JUDGE_NEXT_H
#define ASSAY_JUDGE_NEXT_H

#include "judge/verdict.h"

/* Where a requirement stands in a judgement. */
struct reached {
	const struct scheme_result *scheme;
	const struct requirement_result *requirement;
};

/* A failing check: mending it opens requirements. */
struct fix {
	const struct outcome *outcome; /* its findings say where; NULL: a question was answered badly */
	const struct reply *reply;
	struct reached *reached; /* mandatory requirements that it fails, and recommended ones after them */
	size_t reached_count, mandatory;
	size_t schemes; /* judged schemes that it keeps from passing */
	size_t opened; /* schemes in which nothing mandatory fails any more once this and all fixes before it are made, and not before */
	size_t opens; /* schemes in which it is the only fix that mandatory requirements wait for */
};

/* Something that is owed: an answer, or an input that shows a class of facts. */
struct owed {
	const struct question *question; /* NULL: an input */
	str class, bring,
		reason; /* of an input: the classes that it shows, with commas; a practice or paper; or a check that could not tell */
	struct reached *reached; /* requirements that wait for it */
	size_t reached_count, mandatory, schemes;
	size_t alone; /* mandatory requirements that wait for nothing else */
};

struct plan {
	struct fix *fixes; /* most schemes first, then most mandatory requirements, then by id */
	size_t fix_count;
	struct owed *owed; /* most mandatory requirements over all schemes first */
	size_t owed_count;
};

void plan_make(const struct judgement *j, struct arena *keep, struct plan *ret);

#endif
