/* Who works in the jail, and what each may do: one table (roles.c), used by the child that gives up the rest, by the
 * parent that watches it, and by the writer of evidence, which takes no row that the role does not name.
 */
#ifndef ASSAY_JAIL_ROLES_H
#define ASSAY_JAIL_ROLES_H

#include "base/bytes.h"

/* What ends a job. All but cpu_seconds are watched by the parent, which no child can touch. */
struct jail_limits {
	uint64_t memory;         /* bytes of address space beyond what the process has at the fork */
	unsigned cpu_seconds;    /* of its own processor time */
	unsigned silent_seconds; /* between two signs of life */
	unsigned wall_seconds;   /* from its start, however lively it is */
	uint64_t output;         /* bytes through its pipe */
	uint64_t frames;         /* frames of evidence/wire.h; 0: it writes no evidence */
};

/* Columns that a role fills in one table of the evidence, as words: "name", or "kind:account|service" where only these
 * values may stand there; a value that ends in '*' stands for all that begin like it. "*" alone is every column. What
 * is not named must stay empty. */
struct jail_grant {
	const char *table, *columns;
};

/* Which of its parent's descriptors it keeps; the others are closed before it begins. */
enum jail_descriptor { JAIL_PIPE = 1 };

struct jail_role {
	const char *name;
	/* System calls that it may make with any arguments; -1 ends them. Besides: write() to its pipe, and memory that
	 * is never executable and no file's. */
	const int *calls;
	unsigned descriptors; /* of enum jail_descriptor */
	struct jail_limits limits;
	const struct jail_grant *evidence; /* a row without a table ends them; NULL: it writes no evidence */
};

/* Readers that write evidence; their names stand in run.collector. */
extern const struct jail_role role_image, role_product, role_declaration, role_practices, role_trials;
/* Those that send something else: files of an image, lines of verdicts, a product file. */
extern const struct jail_role role_unpack, role_batch, role_merge;

extern const struct jail_role *const jail_roles[]; /* all of them; NULL ends */

#endif
