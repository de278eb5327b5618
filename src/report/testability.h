/* Who can decide schemes, as JSON. */
#ifndef ASSAY_REPORT_TESTABILITY_H
#define ASSAY_REPORT_TESTABILITY_H

#include "compare/compare.h"

#include <jansson.h>

/* Questions and judgements of a full verdict. */
size_t testability_cost(const struct testability *t);
/* One object each of the schemes that are named; of all where none is. A new reference. */
json_t *json_of_testability(const struct rules *rules, const struct deciders *deciders, const str *schemes,
	size_t count, const struct arena *keep);

#endif
