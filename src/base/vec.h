/* An array that grows in an arena: struct { T *p; size_t n, room; }. vec_add() gives the address of a new zeroed
 * element. */
#ifndef ASSAY_BASE_VEC_H
#define ASSAY_BASE_VEC_H

#include "base/arena.h"

#define VEC(type)                                                                                                      \
	struct {                                                                                                       \
		type *p;                                                                                               \
		size_t n, room;                                                                                        \
	}

#define vec_add(arena, vec)                                                                                            \
	((vec)->p = vec_room((arena), (vec)->p, (vec)->n, &(vec)->room, sizeof(*(vec)->p)), (vec)->p + (vec)->n++)

/* The array with room for one more, zeroed behind what was there. */
static inline void *vec_room(struct arena *a, void *p, size_t n, size_t *room, size_t size)
{
	if (n < *room) return p;

	size_t more = *room ? *room * 2 : 8;
	void *bigger = arena_alloc(a, more, size);

	if (n) memcpy(bigger, p, n * size);
	*room = more;
	return bigger;
}

#endif
