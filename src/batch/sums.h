/* What many verdicts add up to: how many products pass under which scheme, and what fails most. */
#ifndef ASSAY_BATCH_SUMS_H
#define ASSAY_BATCH_SUMS_H

#include "base/buf.h"
#include "rules/rules.h"
#include "work/work.h"

struct sums {
	const struct rules *rules;
	struct scheme_sum {
		size_t pass, fail, open, none; /* none: nothing mandatory applies */
	} * schemes;                           /* by their place in the rules */
	size_t *failing;                       /* by check number: products that fail it */
	size_t judged, unread;
	size_t unjudged;     /* products of which no scheme says anything */
	size_t contradicted; /* passes that rest on what the evidence speaks against */
};

void sums_begin(struct sums *s, const struct rules *rules);
void sums_end(struct sums *s);
/* One line of the batch (report/line.h). A product that could not be read is noted. */
void sums_add(struct sums *s, str line, const struct notes *notes);
void sums_text(const struct sums *s, unsigned width, struct buf *out);
/* As "check" says it of each: what the evidence fails is told, whatever stands for it. */
bool sums_any_fails(const struct sums *s);
bool sums_any_open(const struct sums *s);

#endif
