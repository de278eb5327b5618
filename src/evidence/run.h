/* The writer's end of the wire: one collector on one input. Takes frames (wire.h), in any pieces, and trusts none of them. */
#ifndef ASSAY_EVIDENCE_RUN_H
#define ASSAY_EVIDENCE_RUN_H

#include "evidence/evidence.h"

struct evidence_run;

extern const struct fault run_bad_frame, run_bad_row, run_too_many_rows;

/* began: UTC, copied; empty: NULL. */
struct evidence_run *evidence_run_begin(struct evidence *e, int64_t input, const char *collector, str began);
err evidence_run_take(struct evidence_run *run, span bytes);

/* How it ended. died is NULL when the reader came to its own last word; else outcome ('died' or 'late') and why. Frees the run. Coverage that the reader
 * claimed before it died is lowered to 'part'. confined: what held it (jail_end.confined). */
struct run_death {
	const char *outcome, *why;
};
err evidence_run_end(struct evidence_run *run, const struct run_death *death, const char *confined, str ended);

/* What is known so far; text is the run's own and ends with it. */
struct run_state {
	uint64_t done, total, rows;
	bool has_ended;  /* the reader said its last word */
	bool has_failed; /* ... and it was a fault: */
	uint64_t fault_at;
	str fault_id, fault_text, fault_detail;
};
struct run_state evidence_run_state(const struct evidence_run *run);

#endif
