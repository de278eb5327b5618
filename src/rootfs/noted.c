#include "rootfs/noted.h"

#include "base/exhausted.h"

#include <stdlib.h>

/* Two secrets of one image that share 64 bits of their digests: it does not happen. */
static uint64_t mark_of(uint32_t file, const struct digest *digest)
{
	uint64_t mark;

	memcpy(&mark, digest->raw, sizeof(mark));
	mark ^= file * UINT64_C(0x9e3779b97f4a7c15);
	return mark ? mark : 1;
}

static size_t place_of(const struct noted *n, uint64_t mark)
{
	size_t at = mark & (n->room - 1);

	while (n->marks[at] && n->marks[at] != mark) at = (at + 1) & (n->room - 1);
	return at;
}

static void grow(struct noted *n)
{
	struct noted bigger = { .room = n->room ? n->room * 2 : 256, .count = n->count };

	bigger.marks = calloc(bigger.room, sizeof(*bigger.marks));
	if (!bigger.marks) exhausted(EXHAUSTED_SYSTEM);
	for (size_t i = 0; i < n->room; i++)
		if (n->marks[i]) bigger.marks[place_of(&bigger, n->marks[i])] = n->marks[i];
	free(n->marks);
	*n = bigger;
}

bool noted_before(struct noted *n, uint32_t file, const struct digest *digest)
{
	uint64_t mark = mark_of(file, digest);
	size_t at;

	if (!n) return false;
	if (n->count * 2 >= n->room) grow(n);
	at = place_of(n, mark);
	if (n->marks[at]) return true;
	n->marks[at] = mark;
	n->count++;
	return false;
}

void noted_free(struct noted *n)
{
	free(n->marks);
	*n = (struct noted){ 0 };
}
