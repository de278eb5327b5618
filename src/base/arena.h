/* Memory of one job: everything is given back at once.
 *
 * Pass `struct arena *keep` for what must live on, `struct arena scratch` by value for what may die on return (the callee's
 * use of it is forgotten, because only its copy of `used` moved). An arena is one reservation of address space with a budget; pages are
 * touched as they are used. When the budget is met, arena_new() ends the process with ARENA_EXIT: in the jail that is a fact about
 * the input (run.outcome 'died', reason limit.memory), in a command line tool it is exit 70. Daemons give each request an arena of its own.
 */
#ifndef ASSAY_BASE_ARENA_H
#define ASSAY_BASE_ARENA_H

#include "base/bytes.h"

#define ARENA_EXIT 71

struct arena {
	uint8_t *base;
	size_t used, size;
};

struct arena arena_open(size_t budget); /* exits 71 when the address space cannot be reserved */
void arena_close(struct arena *a);

/* Zeroed, aligned to 16; never NULL. */
[[gnu::malloc]] void *arena_alloc(struct arena *a, size_t count, size_t size);
#define arena_new(arena, type) ((type *)arena_alloc((arena), 1, sizeof(type)))
#define arena_array(arena, type, count) ((type *)arena_alloc((arena), (count), sizeof(type)))

/* Not zeroed: for bytes that are about to be overwritten (inflated data). Never NULL. */
[[gnu::malloc]] uint8_t *arena_bytes(struct arena *a, size_t n);

/* How much the arena could still give: readers ask before they inflate. */
static inline size_t arena_left(const struct arena *a)
{
	return a->size - a->used;
}

/* Gives back the pages of everything after `used` (a value of a->used remembered earlier) to the system. */
void arena_rewind(struct arena *a, size_t used);

str arena_str(struct arena *a, str s); /* a copy, terminated by a NUL that is not counted */
const char *arena_cstr(struct arena *a, str s);
[[gnu::format(printf, 2, 3)]] str arena_printf(struct arena *a, const char *format, ...);

#endif
