/* A whole image to facts: the walk and every collector over what it finds. Whatever the bytes are, this comes back. */
#include "source/image.h"

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

static void drop(void *self, span frames)
{
	(void)self;
	(void)frames;
}

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct facts *f = facts_open((struct facts_sink){ .write = drop });
	struct image_options options = { 0 };
	err e = collect_image(f, (span){ p, n }, &options);

	(void)e;
	facts_close(f);
	return 0;
}
