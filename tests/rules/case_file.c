#include "case_file.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

static str read_whole(struct arena *keep, const char *path)
{
	FILE *file = fopen(path, "rb");
	enum { MOST = 1 << 20 };
	char *p = (char *)arena_bytes(keep, MOST);
	size_t n = file ? fread(p, 1, MOST, file) : 0;

	if (file) fclose(file);
	return (str){ p, n };
}

static int by_text(const void *a, const void *b)
{
	return str_compare(*(const str *)a, *(const str *)b);
}

void case_files_read(struct arena *keep, const char *folder, struct check_cases *ret)
{
	VEC(str) names = { 0 };
	DIR *dir = opendir(folder);

	*ret = (struct check_cases){ 0 };
	for (struct dirent *entry; dir && (entry = readdir(dir));)
		if (str_ends(str_of(entry->d_name), ".sql"))
			*vec_add(keep, &names) = arena_str(keep, str_of(entry->d_name));
	if (dir) closedir(dir);
	if (names.n) qsort(names.p, names.n, sizeof(*names.p), by_text);
	for (size_t i = 0; i < names.n; i++) {
		const char *file = arena_printf(keep, "%s/%s", folder, names.p[i].p).p;

		check_cases_parse(
			keep, read_whole(keep, file), file, (str){ names.p[i].p, names.p[i].n - strlen(".sql") }, ret);
	}
}
