/* Runs one reader of foreign bytes with nothing in reach.
 *
 * The child is a fork that gives up everything before it reads a byte: no new privileges, no dump, Landlock with no right granted, a seccomp
 * allow-list whose every other call kills, rlimits. What it had before the fork it may still read (the mapped input, our own memory), and it
 * may write to one pipe. The parent reads the pipe, watches time and amount, and turns every way of dying into an outcome.
 */
#ifndef ASSAY_JAIL_JAIL_H
#define ASSAY_JAIL_JAIL_H

#include "base/bytes.h"

enum jail_outcome {
	JAIL_ENDED,   /* exit status 0 */
	JAIL_FAILED,  /* another exit status: status says which (ARENA_EXIT: memory) */
	JAIL_KILLED,  /* by a signal: status says which; SIGSYS is a forbidden call */
	JAIL_SILENT,  /* no sign of life for LIMIT_READER_SILENT_SECONDS */
	JAIL_FLOODED, /* more bytes than LIMIT_FACT_BYTES */
	JAIL_REFUSED, /* the parent's take() refused what it sent */
};

struct jail_end {
	enum jail_outcome outcome;
	int status;
	err refused; /* of JAIL_REFUSED: what take() said */
	const char *
		confined; /* what held it: "landlock, seccomp, rlimits" or "seccomp, rlimits" where the kernel has no Landlock */
};

struct jail_limits {
	uint64_t memory; /* bytes of address space beyond what the process has at the fork */
	unsigned cpu_seconds, silent_seconds;
	uint64_t output;
};
extern const struct jail_limits jail_reader_limits; /* base/limits.h */

struct jail_job {
	void (*work)(void *self, int pipe); /* in the child; returning ends it with status 0 */
	void *self;
	err (*take)(void *taker, span bytes); /* in the parent: what came through the pipe, in any pieces */
	void (*tick)(void *taker);            /* in the parent, about ten times a second while it waits; may be NULL */
	void *taker;
};

/* system.* faults only for what the parent itself could not do (pipe, fork). */
err jail_run(const struct jail_job *job, const struct jail_limits *limits, struct jail_end *ret_end);

/* A sentence for people and for run.reason; static text. */
const char *jail_outcome_text(const struct jail_end *end);

extern const struct fault jail_system;

#endif
