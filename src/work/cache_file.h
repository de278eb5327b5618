/* Where the cache of rule data (rules/rule_cache.h) is kept between runs: a file in the user's cache directory for each
 * set of rule directories. Without such a directory nothing is remembered. A file that is another user's, or that
 * others may write, is not read.
 */
#ifndef ASSAY_WORK_CACHE_FILE_H
#define ASSAY_WORK_CACHE_FILE_H

#include "rules/rule_cache.h"

struct cache_file {
	struct rule_cache cache;
	char path[4096], program[64]; /* path: empty when nothing is remembered */
};

/* What was kept for these directories; its bytes are in the arena. */
void cache_file_read(struct cache_file *f, struct arena *keep, const char *const *directories, size_t count);
/* Keeps what was read this time, if that is anything new. Failing is no error; false: nothing is kept. */
bool cache_file_write(const struct cache_file *f);

#endif
