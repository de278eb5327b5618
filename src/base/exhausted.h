/* The end of a process that has no memory left. In the jail it is an exit status that the parent makes a fact of; a
 * command line tool says why, and a long-lived process gives each request an arena with an owner (arena.h), so that
 * only the request ends.
 */
#ifndef ASSAY_BASE_EXHAUSTED_H
#define ASSAY_BASE_EXHAUSTED_H

/* Exit statuses of a process that says nothing: an arena met its budget; the system gave no memory. */
#define ARENA_EXIT 71
#define MEMORY_EXIT 73

enum exhausted_by { EXHAUSTED_BUDGET, EXHAUSTED_SYSTEM };

/* Once, when a process begins: what it does instead of ending with the statuses above. It must not return; NULL:
 * nothing. */
void exhausted_ends_by(void (*end)(enum exhausted_by why));

_Noreturn void exhausted(enum exhausted_by why);

#endif
