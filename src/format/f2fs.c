#include "format/f2fs.h"

/* Linux, include/linux/f2fs_fs.h: struct f2fs_super_block, with its magic number first. */
enum { SUPER_SIZE = 3072 };

bool f2fs_has_banner(span content, uint64_t at)
{
	uint64_t from = at > SUPER_SIZE ? at - SUPER_SIZE : 0;

	return str_find(str_from_span(span_cut(content, from, at - from)), "\x10\x20\xf5\xf2", NULL);
}
