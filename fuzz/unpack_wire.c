/* What the reader of "unpack" sends through its pipe when it was taken over: no name leads out, no content comes
 * without a file, nothing after the end. */
#include "source/unpack.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

struct seen {
	bool is_in_file;
};

static err take_entry(void *self, const struct unpack_entry *e)
{
	struct seen *seen = self;
	str rest = e->path, part;

	if (!e->path.n || e->path.p[0] == '/' || e->mode & ~07777u) abort();
	while (str_split(&rest, '/', &part))
		if (!part.n || str_is(part, ".") || str_is(part, "..")) abort();
	seen->is_in_file = e->type == NODE_FILE;
	return OK;
}

static err take_content(void *self, span bytes)
{
	struct seen *seen = self;

	(void)bytes;
	if (!seen->is_in_file) abort();
	return OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct seen seen = { 0 };
	struct unpack_taker taker = { .self = &seen, .entry = take_entry, .content = take_content };
	struct unpack_wire *wire = unpack_wire_open(&taker);
	span rest = { p, n };
	err taken = OK;

	/* In pieces, as a pipe gives them. */
	while (rest.n && !taken.is) {
		size_t piece = rest.n < 61 ? rest.n : 61;

		taken = unpack_wire_take(wire, (span){ rest.p, piece });
		rest = (span){ rest.p + piece, rest.n - piece };
	}
	(void)unpack_wire_close(wire);
	return 0;
}
