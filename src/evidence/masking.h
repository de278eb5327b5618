/* Which columns of the evidence carry text of strangers, and how what is secret in it is masked on its way out of a
 * reader: one table, so that no collector has to remember. A column that is not in it is masked as a line of
 * configuration, the strictest way; a test asks for a row for each. */
#ifndef ASSAY_EVIDENCE_MASKING_H
#define ASSAY_EVIDENCE_MASKING_H

#include "base/mask.h"
#include "evidence/facts.h"

struct masking {
	enum mask_reading how;
	const char *named_by; /* the column whose text names this one's; NULL: none */
	bool is_listed;
};

struct masking masking_of(enum fact_table table, const char *column);

#endif
