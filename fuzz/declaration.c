/* Forms that a stranger filled in, as fuzz/format.c does for formats: -DNAME="form.md" chooses the reader. Whatever the bytes are, it must come back,
 * and every cell that it counted must be placed or told. */
#include "declare/declaration.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

static void drop(void *self, span frames)
{
	(void)self;
	(void)frames;
}

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct facts *f = facts_open((struct facts_sink){ .write = drop });
	struct buf detail = { 0 };
	err e = collect_declaration(f, (span){ p, n }, STR(NAME), &detail);

	/* A refusal says why. */
	if (e.is && !detail.n) abort();
	facts_close(f);
	buf_free(&detail);
	return 0;
}
