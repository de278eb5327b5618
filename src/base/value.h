/* Values that may be unknown. All are unknown when zeroed, so that a field nobody filled never reads as "no" or "0". */
#ifndef ASSAY_BASE_VALUE_H
#define ASSAY_BASE_VALUE_H

#include <stdbool.h>
#include <stdint.h>

typedef enum { UNKNOWN = 0, NO = 1, YES = 2 } tri;

static inline tri tri_of(bool claim)
{
	return claim ? YES : NO;
}

typedef struct {
	bool known;
	int64_t value;
} num;

#define NUM(v) ((num){ .known = true, .value = (int64_t)(v) })

typedef struct {
	bool known;
	double value;
} real;

#define REAL_OF(v) ((real){ .known = true, .value = (v) })

#endif
