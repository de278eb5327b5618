/* Judging many products, on all processors: rules are loaded and queries prepared once, and every reader inherits
 * them. */
#ifndef ASSAY_BATCH_BATCH_H
#define ASSAY_BATCH_BATCH_H

#include "batch/products.h"

#include "judge/verdict.h"

struct batch {
	const struct rules *rules;
	struct judge_options options;
	const struct batch_product *products;
	size_t count;
	str now;           /* UTC: when it is read */
	unsigned jobs;     /* readers that work at once; at most JAIL_MOST */
	unsigned together; /* products that share one confined reader; 1: each has its own */
	struct arena *keep;
	void (*line)(void *self, size_t product, str json); /* in the order of the products; one line each */
	void *self;
};

/* Every product gets its line: a verdict, or why there is none. Faults: only what no product is to blame for
 * (jail.system). */
err batch_run(const struct batch *b);

#endif
