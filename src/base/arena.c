#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

enum { ALIGNMENT = 16, PAGE = 4096 };

_Noreturn static void end_request(struct arena_owner *owner, size_t wanted, enum exhausted_by why)
{
	if (owner) owner->exhausted(owner, wanted);
	exhausted(why);
}

struct arena arena_open_for(size_t budget, struct arena_owner *owner)
{
	void *base = mmap(NULL, budget, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

	if (base == MAP_FAILED) end_request(owner, budget, EXHAUSTED_SYSTEM);
	return (struct arena){ .base = base, .size = budget, .owner = owner };
}

struct arena arena_open(size_t budget)
{
	return arena_open_for(budget, NULL);
}

void arena_close(struct arena *a)
{
	if (a->base) munmap(a->base, a->size);
	*a = (struct arena){ 0 };
}

uint8_t *arena_bytes(struct arena *a, size_t n)
{
	size_t start = (a->used + (ALIGNMENT - 1)) & ~(size_t)(ALIGNMENT - 1);

	if (start > a->size || n > a->size - start) end_request(a->owner, n, EXHAUSTED_BUDGET);
	a->used = start + n;
	return a->base + start;
}

void *arena_alloc(struct arena *a, size_t count, size_t size)
{
	size_t bytes;

	if (__builtin_mul_overflow(count, size, &bytes)) end_request(a->owner, SIZE_MAX, EXHAUSTED_BUDGET);

	/* A by-value scratch leaves its bytes behind, so memory is not known to be zero. */
	return memset(arena_bytes(a, bytes), 0, bytes);
}

void arena_rewind(struct arena *a, size_t used)
{
	size_t from = (used + (PAGE - 1)) & ~(size_t)(PAGE - 1);
	size_t to = (a->used + (PAGE - 1)) & ~(size_t)(PAGE - 1);

	/* Handing small pieces back costs more than it saves. */
	if (to > from && to - from >= (size_t)1 << 20) madvise(a->base + from, to - from, MADV_DONTNEED);
	a->used = used;
}

str arena_str(struct arena *a, str s)
{
	char *copy = arena_array(a, char, s.n + 1);

	if (s.n) memcpy(copy, s.p, s.n);
	return (str){ copy, s.n };
}

const char *arena_cstr(struct arena *a, str s)
{
	return arena_str(a, s).p;
}

str arena_join(struct arena *a, str list, const char *between, str one)
{
	return arena_printf(a, "%.*s%s%.*s", STR_FMT(list), list.n ? between : "", STR_FMT(one));
}

str arena_printf(struct arena *a, const char *format, ...)
{
	char *text = (char *)arena_bytes(a, 0);
	size_t room = a->size - a->used;
	va_list args;

	/* Into what is free, and then as much of it is taken as was written. */
	va_start(args, format);

	int n = vsnprintf(text, room, format, args);

	va_end(args);
	if (n < 0) abort();
	(void)arena_bytes(a, (size_t)n + 1);
	return (str){ text, (size_t)n };
}
