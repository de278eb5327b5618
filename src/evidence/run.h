/* The writer's end of the wire: one collector on one input. Takes frames (wire.h), in any pieces, and trusts none of
 * them: what a reader's role may not write (jail/roles.h) is refused, and then nothing stays of what it said before. */
#ifndef ASSAY_EVIDENCE_RUN_H
#define ASSAY_EVIDENCE_RUN_H

#include "evidence/evidence.h"
#include "jail/roles.h"

struct evidence_run;

extern const struct fault run_bad_frame, run_bad_row, run_too_many_rows, run_not_granted, run_after_end;

/* One run at a time. began: UTC, copied; empty: NULL. */
struct evidence_run *evidence_run_begin(struct evidence *e, int64_t input, const struct jail_role *role, str began);
err evidence_run_take(struct evidence_run *run, span bytes);

/* How it ended. Of a table with more rows than are kept (limits.h) the first ones are there, and it ends as 'cut'.
 * death is NULL when the reader came to its own last word; else the outcome and why. Frees the run. Coverage that the
 * reader claimed before it died is lowered to 'part'. confined: what held it (jail_end.confined). */
struct run_death {
	const char *outcome; /* died, late, void, changed, machine: doc/facts.md */
	const char *why;
	bool is_void; /* nothing that it said stays */
};
err evidence_run_end(struct evidence_run *run, const struct run_death *death, const char *confined, str ended);

/* What is known so far; text is the run's own and ends with it. */
struct run_state {
	uint64_t done, total, rows;
	bool has_ended;  /* the reader said its last word */
	bool has_failed; /* ... and it was a fault: */
	uint64_t fault_at;
	str fault_id, fault_text, fault_detail;
	str refused; /* what it sent that its role may not, as a sentence; empty: nothing */
};
struct run_state evidence_run_state(const struct evidence_run *run);

#endif
