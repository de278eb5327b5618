#include "base/anchors.h"

#include <assert.h>
#include <strings.h>

static uint8_t lower(uint8_t c)
{
	return c >= 'A' && c <= 'Z' ? c | 32 : c;
}

static uint8_t upper(uint8_t c)
{
	return c >= 'a' && c <= 'z' ? (uint8_t)(c & ~32) : c;
}

static unsigned pair_of(uint8_t a, uint8_t b)
{
	return (unsigned)a << 8 | b;
}

static void add_pair(struct anchors *a, uint8_t one, uint8_t two, bool any_case)
{
	for (unsigned i = 0; i < (any_case ? 4 : 1); i++) {
		uint8_t x = !any_case ? one : i & 1 ? upper(one) : lower(one);
		uint8_t y = !any_case ? two : i & 2 ? upper(two) : lower(two);
		unsigned pair = pair_of(x, y);

		a->pairs[pair / 64] |= UINT64_C(1) << (pair % 64);
	}
}

size_t anchors_add(struct anchors *a, const char *text, bool any_case)
{
	size_t n = strlen(text), number = ++a->count;
	const uint8_t *p = (const uint8_t *)text;

	assert(n >= 3 && number <= ANCHORS_MOST);
	a->words[number] = (struct anchor){ .text = text, .n = n, .any_case = any_case };
	/* A word that begins at an even place is seen by its first pair, else by its second. */
	add_pair(a, p[0], p[1], any_case);
	add_pair(a, p[1], p[2], any_case);
	a->next[number] = a->head[lower(p[0])];
	a->head[lower(p[0])] = (uint8_t)number;
	return number;
}

static size_t word_at(const struct anchors *a, span in, size_t at)
{
	const char *p = (const char *)in.p + at;

	for (size_t i = a->head[lower(in.p[at])]; i; i = a->next[i]) {
		const struct anchor *w = &a->words[i];

		if (w->n > in.n - at) continue;
		if (w->any_case ? strncasecmp(p, w->text, w->n) == 0 : memcmp(p, w->text, w->n) == 0) return i;
	}
	return 0;
}

size_t anchors_find(const struct anchors *a, span in, size_t from, size_t *ret_at)
{
	for (size_t i = from & ~(size_t)1; i + 1 < in.n; i += 2) {
		unsigned pair = pair_of(in.p[i], in.p[i + 1]);

		if (!(a->pairs[pair / 64] >> (pair % 64) & 1)) continue;
		for (size_t at = i ? i - 1 : i; at <= i; at++) {
			size_t number = at >= from ? word_at(a, in, at) : 0;

			if (!number) continue;
			*ret_at = at;
			return number;
		}
	}
	return 0;
}
