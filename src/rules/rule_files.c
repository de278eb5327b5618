#include "rules/rule_files.h"

#include "base/limits.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int by_text(const void *a, const void *b)
{
	return str_compare(*(const str *)a, *(const str *)b);
}

static void unreadable(struct loader *l, const char *path, const char *why)
{
	const struct rule_problem *last = l->problems->n ? &l->problems->p[l->problems->n - 1] : NULL;

	if (last && last->place.file && !strcmp(last->place.file, path)) return;
	l->file = path;
	problem(l, 1, 1, STR(""), "it cannot be read: %s", why);
}

size_t rule_files(struct loader *l, str folder, const char *prefix, const char *ending, str **ret_names)
{
	DIR *dir = opendir(folder.p);
	VEC(str) names = { 0 };

	if (!dir && errno != ENOENT && errno != ENOTDIR) unreadable(l, folder.p, strerror(errno));
	if (!dir) return 0;
	for (struct dirent *entry; (entry = readdir(dir));) {
		str name = str_of(entry->d_name);

		if (name.p[0] == '.' || !str_ends(name, ending) || !str_starts(name, prefix)) continue;
		*vec_add(l->keep, &names) = arena_str(l->keep, name);
	}
	closedir(dir);
	if (names.n) qsort(names.p, names.n, sizeof(*names.p), by_text);
	*ret_names = names.p;
	return names.n;
}

static const char *read_open(struct arena *keep, int fd, str *ret)
{
	struct stat st;
	size_t at = 0;

	if (fstat(fd, &st)) return strerror(errno);
	if (!S_ISREG(st.st_mode)) return "it is no regular file";
	if ((uint64_t)st.st_size > LIMIT_RULE_FILE) return "it is larger than rule data ever is";

	size_t size = (size_t)st.st_size;
	char *p = arena_array(keep, char, size + 1);

	while (at < size) {
		ssize_t n = read(fd, p + at, size - at);

		if (n < 0 && errno == EINTR) continue;
		if (n < 0) return strerror(errno);
		if (!n) return "it became shorter while it was read";
		at += (size_t)n;
	}
	*ret = (str){ p, at };
	return NULL;
}

bool rule_file_read(struct loader *l, const char *path, str *ret)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a pipe would wait for a writer */
	const char *why = fd < 0 ? strerror(errno) : read_open(l->keep, fd, ret);

	if (fd >= 0) close(fd);
	if (why) unreadable(l, path, why);
	return !why;
}
