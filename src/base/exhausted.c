#include "base/exhausted.h"

#include <stddef.h>
#include <unistd.h>

/* A property of the process, as its signal handlers are: set before it works, never while it does. */
static void (*own_end)(enum exhausted_by why);

void exhausted_ends_by(void (*end)(enum exhausted_by why))
{
	own_end = end;
}

void exhausted(enum exhausted_by why)
{
	if (own_end) own_end(why);
	_exit(why == EXHAUSTED_BUDGET ? ARENA_EXIT : MEMORY_EXIT);
}
