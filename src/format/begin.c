#include "format/begin.h"

#include <stdalign.h>

bool stream_begins(enum compression kind, span in)
{
	enum { ENOUGH = 4096, LOOK_AT = 64 << 10 };
	alignas(16) uint8_t room[ENOUGH + 64];
	struct arena memory = { .base = room, .size = sizeof(room) };
	uint64_t used;
	span out;
	err e = stream_unpack(kind, span_from(in, 0, LOOK_AT), &memory, ENOUGH, &out, &used);

	return !e.is || (e.is == &compress_limit && out.n == ENOUGH);
}
