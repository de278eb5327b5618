#include "rootfs/collect.h"

#include "base/mask.h"

void collect_excerpt(struct facts *f, const struct tree_file *file, uint64_t at, uint32_t line, str text)
{
	/* Enough to recognise the place, and not a copy of the file. */
	enum { MOST = 160 };
	char room[MASK_LINE_MOST + 64];

	text = mask_secrets(text.p ? text : STR(""), room);
	if (text.n > MOST) text.n = MOST;
	fact_excerpt(
		f, &(struct fact_excerpt){
			   .file = file->fact, .at = NUM(at), .line = line ? NUM(line) : (num){ 0 }, .text = text });
}
