/* Memory of one job: everything is given back at once.
 *
 * Pass `struct arena *keep` for what must live on, `struct arena scratch` by value for what may die on return (the
 * callee's use of it is forgotten, because only its copy of `used` moved). An arena is one reservation of address space
 * with a budget; pages are touched as they are used. When the budget is met, nothing is returned: the arena's owner is
 * told, who leaves the request (longjmp to where it began) and closes the arena. Without an owner the process ends
 * (exhausted.h): in the jail that is a fact about the input.
 */
#ifndef ASSAY_BASE_ARENA_H
#define ASSAY_BASE_ARENA_H

#include "base/bytes.h"
#include "base/exhausted.h"

/* Of a request in a process that lives on. Begins the owner's own struct, which has what it needs to get out (a
 * jmp_buf). */
struct arena_owner {
	void (*exhausted)(struct arena_owner *self, size_t wanted); /* must not return */
};

struct arena {
	uint8_t *base;
	size_t used, size;
	struct arena_owner *owner; /* NULL: the process is the request */
};

struct arena arena_open(size_t budget); /* ends the process when the address space cannot be reserved */
struct arena arena_open_for(size_t budget, struct arena_owner *owner); /* ... tells the owner */
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
/* One more of a list: "a, b" and "c" give "a, b, c". */
str arena_join(struct arena *a, str list, const char *between, str one);
[[gnu::format(printf, 2, 3)]] str arena_printf(struct arena *a, const char *format, ...);

#endif
