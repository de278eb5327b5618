/* A source as the table of what may be handed over reads it (source/sources.c): -DKIND=SOURCE_PRODUCT
 * -DNAME="product.yaml". A kind that is a folder alone is read as one, whose first file is NAME. Whatever the bytes
 * are, the reader must come back, and a refusal says why. */
#include "source/sources.h"

#include "declare/practices.h"
#include "folder.h"

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
	bool is_folder = !(sources[KIND].shapes & SHAPE_FILE);
	struct buf archive = { 0 }, detail = { 0 };

	if (is_folder) folder_archive((str){ (const char *)p, n }, STR(NAME), &archive);

	struct opened o = { .bytes = is_folder ? span_from_str(buf_all(&archive)) : (span){ p, n },
		.is_directory = is_folder };
	err e = sources[KIND].read(f, &o, STR(NAME), NULL, &detail);

	/* An image is refused for no fault of its own alone; a folder without its index says that it is none. */
	if (e.is && e.is != &practices_no_index && KIND != SOURCE_IMAGE && !detail.n) abort();
	facts_close(f);
	buf_free(&archive);
	buf_free(&detail);
	return 0;
}
