/* A product file, or one of its parts in a file of its own (answers, treatments), as a stranger wrote it. Whatever the bytes are, the reader must come
 * back, and a refusal says why. */
#include "declare/product.h"

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
	err e = collect_product(f, (span){ p, n }, &detail);

	if (e.is && !detail.n) abort();
	facts_close(f);
	buf_free(&detail);
	return 0;
}
