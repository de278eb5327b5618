/* Runs readers of foreign bytes with nothing in reach.
 *
 * A child is a fork that gives up everything before it reads a byte: no new privileges, no dump, Landlock with no right
 * granted, a seccomp allow-list whose every other call kills, rlimits, no descriptor but its pipe. What it had before
 * the fork it may still read (the input, our own memory), and it may write to its pipe. What each kind of child may do
 * is its role (roles.h). The parent reads the pipes of all its children in one loop, watches time and amount, and turns
 * every way of dying into an outcome.
 */
#ifndef ASSAY_JAIL_JAIL_H
#define ASSAY_JAIL_JAIL_H

#include "base/bytes.h"
#include "jail/roles.h"

enum jail_outcome {
	JAIL_ENDED,   /* exit status 0 */
	JAIL_FAILED,  /* another exit status: status says which (ARENA_EXIT, MEMORY_EXIT, CONFINE_EXIT) */
	JAIL_KILLED,  /* by a signal: status says which; SIGSYS is a forbidden call */
	JAIL_SILENT,  /* no sign of life for silent_seconds */
	JAIL_LATE,    /* not done within wall_seconds, however lively */
	JAIL_FLOODED, /* more bytes than its role may send */
	JAIL_REFUSED, /* the parent's take() refused what it sent */
};

struct jail_end {
	enum jail_outcome outcome;
	int status;
	err refused; /* of JAIL_REFUSED: what take() said */

	/* The machine gave too little, or would not confine it: nothing was found out about the input. */
	bool is_of_machine;
	/* What held it: "landlock, seccomp, rlimits", or "seccomp, rlimits" where the kernel has no Landlock. */
	const char *confined;
};

struct jail_job {
	void (*work)(void *self, int pipe); /* in the child; returning ends it with status 0 */
	void *self;
	err (*take)(void *taker, span bytes); /* in the parent: what came through the pipe, in any pieces */
	void (*tick)(void *taker);            /* in the parent, about ten times a second while it waits; may be NULL */
	void *taker;
};

/* One job, from its start to its end. system.* faults only for what the parent itself could not do (pipe, fork). */
err jail_run(const struct jail_job *job, const struct jail_role *role, struct jail_end *ret_end);

/* ---- several at once, from one loop ------------------------------------------------------------------------------ */

struct jail;
enum { JAIL_MOST = 256 }; /* children at once */

struct jail *jail_open(void); /* the caller closes it */
/* The job is copied; role and what the job points to must live until its end. At most JAIL_MOST at once. Faults as
 * jail_run(). */
err jail_start(struct jail *jail, const struct jail_job *job, const struct jail_role *role);
/* Serves all children until one of them ends. false: there is none. */
bool jail_next(struct jail *jail, struct jail_job *ret_job, struct jail_end *ret_end);
void jail_close(struct jail *jail); /* kills those that have not ended */

/* A sentence for people and for run.reason; of trouble of the machine it says what to do. Static text. */
const char *jail_outcome_text(const struct jail_end *end);

extern const struct fault jail_system;

#endif
