/* What a reader of "batch" sends through its pipe when it was taken over: lines in their order, each once and each one
 * line, or nothing. */
#include "batch/lines.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

static void take_line(void *self, size_t product, str line)
{
	size_t *next = self;

	if (product != (*next)++ || product >= 5 || line.n < 2) abort();
	if (memchr(line.p, '\n', line.n) != line.p + line.n - 1) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	size_t next = 3;
	struct lines lines = { .next = 3, .end = 5, .line = take_line, .self = &next };
	span rest = { p, n };
	err taken = OK;

	/* In pieces, as a pipe gives them. */
	while (rest.n && !taken.is) {
		size_t piece = rest.n < 7 ? rest.n : 7;

		taken = lines_take(&lines, (span){ rest.p, piece });
		rest = (span){ rest.p + piece, rest.n - piece };
	}
	buf_free(&lines.pending);
	return 0;
}
