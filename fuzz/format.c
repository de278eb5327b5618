/* One program a format: -DFORMAT=squashfs_format. Whatever the bytes are, a reader must come back, stay inside its
 * input, and ask before it takes memory. */
#include "fake_walk.h"
#include "format/formats.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	static struct walk *w;
	span in = { p, n };
	uint64_t used = 0;

	if (!w) w = fake_walk_open();
	fake_walk_forget(w);
	if (!n || (FORMAT.probe && !FORMAT.probe(in))) return 0;

	err e = FORMAT.read(w, in, &used);

	if (used > n) abort();
	(void)e;
	return 0;
}
