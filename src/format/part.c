#include "format/part.h"

#include "base/limits.h"

#include <stdio.h>

static const struct fault no_room = { FAULT_LIMIT, "part.no-room", "unpacking needs more memory than a reader gets" };

enum { SLACK = 64 }; /* what alignment may take */

err part_room(struct walk *w, uint64_t stored, uint64_t n, uint8_t **ret)
{
	struct arena *memory = walk_memory(w);
	size_t left = arena_left(memory);

	TRY(walk_may_unpack(w, stored, n));
	if (left < SLACK || n > left - SLACK) return fail(&no_room, 0);
	*ret = arena_bytes(memory, (size_t)n);
	return OK;
}

/* What a stream of unknown length may become at most: what walk_may_unpack() would allow it. */
static uint64_t most_of(uint64_t stored)
{
	uint64_t most = stored > LIMIT_BLOB_SIZE / LIMIT_EXPANSION ? LIMIT_BLOB_SIZE : stored * LIMIT_EXPANSION;

	return most > LIMIT_EXPANSION_FREE ? most : LIMIT_EXPANSION_FREE;
}

err part_unpack(struct walk *w, enum compression kind, span stored, span *ret, uint64_t *ret_used)
{
	*ret = (span){ 0 };
	*ret_used = 0;
	if (arena_left(walk_memory(w)) < SLACK) return fail(&no_room, 0);
	TRY(walk_may_unpack(w, stored.n, 0)); /* is anything left of the total? */

	err e = stream_unpack(kind, stored, walk_memory(w), most_of(stored.n), ret, ret_used);

	if (!ret->n) return e;
	TRY(walk_may_unpack(w, stored.n, ret->n));

	/* What grew beyond all measure says nothing about a firmware; it ends here, and the walk goes on. */
	if (ret->n > LIMIT_EXPANSION_FREE && ret->n / LIMIT_EXPANSION > *ret_used) {
		*ret = (span){ 0 };
		return fail(&compress_limit, 0);
	}
	return e;
}

err part_stream(struct walk *w, enum compression kind, span in, uint64_t at, str name, uint64_t *ret_used)
{
	struct part part = { .name = name, .at = at };
	err e = part_unpack(w, kind, span_from(in, at, UINT64_MAX), &part.bytes, &part.stored);

	e.at += at;
	*ret_used = part.stored;
	if (part.bytes.n) TRY(walk_part(w, &part));
	return e;
}

void note_hex(struct walk *w, uint64_t at, const char *key, uint64_t value)
{
	char text[24];
	int n = snprintf(text, sizeof(text), "0x%08llx", (unsigned long long)value);

	walk_note(w, at, key, (str){ text, (size_t)n });
}

void note_number(struct walk *w, uint64_t at, const char *key, uint64_t value)
{
	char text[24];
	int n = snprintf(text, sizeof(text), "%llu", (unsigned long long)value);

	walk_note(w, at, key, (str){ text, (size_t)n });
}

str text_field(span field)
{
	return (str){ (const char *)field.p, field.n ? strnlen((const char *)field.p, field.n) : 0 };
}

void note_field(struct walk *w, uint64_t at, const char *key, span field)
{
	str text = str_trim(text_field(field));

	if (text.n) walk_note(w, at, key, text);
}
