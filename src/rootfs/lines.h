/* Going through a text file line by line, knowing where one is. */
#ifndef ASSAY_ROOTFS_LINES_H
#define ASSAY_ROOTFS_LINES_H

#include "rootfs/collect.h"

struct lines {
	const struct tree_file *file;
	str rest;
	str line;        /* without its end */
	uint64_t at;     /* its byte offset in the file */
	uint32_t number; /* from 1 */
};

static inline struct lines lines_of(const struct tree_file *file)
{
	return (struct lines){ .file = file, .rest = str_from_span(file->content) };
}

static inline bool lines_next(struct lines *l)
{
	if (!str_line(&l->rest, &l->line)) return false;
	l->at = (uint64_t)((const uint8_t *)l->line.p - l->file->content.p);
	l->number++;
	return true;
}

/* The line as an excerpt. */
static inline void lines_excerpt(struct facts *f, const struct lines *l)
{
	collect_excerpt(f, l->file, l->at, l->number, l->line);
}

#endif
