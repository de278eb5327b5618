#include "source/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

const struct fault folder_unreadable = { FAULT_SYSTEM, "folder.unreadable", "cannot be read" };
const struct fault folder_too_large = { FAULT_LIMIT, "folder.too-large",
	"holds more files, or folders in folders, than declarations do" };

enum { MOST_FILES = 10'000, DEEPEST = 16 };

static int by_name(const void *a, const void *b)
{
	const struct folder_file *p = a, *q = b;

	return str_compare(p->name, q->name);
}

static err list(struct arena *keep, const char *path, str below, unsigned depth, folder_files *ret)
{
	DIR *dir = depth < DEEPEST ? opendir(path) : NULL;
	err e = OK;

	if (depth >= DEEPEST) return fail(&folder_too_large, 0);
	if (!dir) return fail(&folder_unreadable, (uint64_t)errno);
	for (struct dirent *entry; !e.is && (entry = readdir(dir));) {
		struct stat st;
		str name = arena_printf(keep, "%.*s%s%s", STR_FMT(below), below.n ? "/" : "", entry->d_name);
		const char *whole = arena_cstr(keep, arena_printf(keep, "%s/%s", path, entry->d_name));
		bool is_hidden = entry->d_name[0] == '.';

		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
		if (lstat(whole, &st)) {
			e = fail(&folder_unreadable, (uint64_t)errno);
		} else if (S_ISDIR(st.st_mode) && !is_hidden) {
			e = list(keep, whole, name, depth + 1, ret);
		} else if (ret->n == MOST_FILES) {
			e = fail(&folder_too_large, 0);
		} else {
			*vec_add(keep, ret) = (struct folder_file){
				.path = whole, .name = name, .is_other = is_hidden || !S_ISREG(st.st_mode)
			};
		}
	}
	closedir(dir);
	return e;
}

err folder_list(struct arena *keep, const char *path, folder_files *ret)
{
	struct stat st;
	size_t from = ret->n;

	if (stat(path, &st)) return fail(&folder_unreadable, (uint64_t)errno);
	if (!S_ISDIR(st.st_mode)) {
		*vec_add(keep, ret) = (struct folder_file){ .path = arena_cstr(keep, str_of(path)),
			.name = str_base_name(str_of(path)) };
		return OK;
	}
	TRY(list(keep, path, (str){ 0 }, 0, ret));
	if (ret->n > from) qsort(ret->p + from, ret->n - from, sizeof(*ret->p), by_name);
	return OK;
}
