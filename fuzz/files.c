/* Files of a root file system, as their maker wrote them, to every collector that reads text: accounts, settings,
 * start-up scripts and units, keys, web users. Whatever stands in them, this comes back. */
#include "source/image.h"
#include "folder.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

static void drop(void *self, span frames)
{
	(void)self;
	(void)frames;
}

static const char first[] = "etc/passwd";

static void read_folder(struct facts *f, span archive)
{
	struct image_options options = { .is_directory = true };

	(void)collect_image(f, archive, &options).is;
}

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct facts *f = facts_open((struct facts_sink){ .write = drop });
	struct buf archive = { 0 };

	folder_archive((str){ (const char *)p, n }, str_of(first), &archive);
	read_folder(f, span_from_str(buf_all(&archive)));
	facts_close(f);
	buf_free(&archive);
	return 0;
}
