#include "work/cache_file.h"

#include "work/files.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* The rule data of this project takes 3 MB. */
enum { LARGEST = 64 << 20 };

/* XDG Base Directory Specification: $XDG_CACHE_HOME, else $HOME/.cache; only absolute paths count. */
static bool find_path(struct cache_file *f, const char *const *directories, size_t count)
{
	const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
	bool has_cache = cache && cache[0] == '/';
	struct buf names = { 0 };
	struct digest name;

	if (!has_cache && (!home || home[0] != '/')) return false;
	for (size_t i = 0; i < count; i++) {
		char *real = realpath(directories[i], NULL);

		buf_text(&names, real ? real : directories[i]);
		buf_char(&names, '\0');
		free(real);
	}
	name = digest_of(span_from_str(buf_all(&names)));
	buf_free(&names);
	return snprintf(f->path, sizeof(f->path), "%s%s/assay/rules-%.16s", has_cache ? cache : home,
		       has_cache ? "" : "/.cache", name.hex) < (int)sizeof(f->path);
}

/* Of the user who runs this, and nobody else may have written into it. */
static bool is_own(const struct stat *st)
{
	return S_ISREG(st->st_mode) && st->st_uid == geteuid() && !(st->st_mode & (S_IWGRP | S_IWOTH));
}

static span read_own(struct arena *keep, const char *path)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	span bytes = { 0 };

	if (fd < 0) return bytes;
	if (!fstat(fd, &st) && is_own(&st) && st.st_size <= LARGEST) {
		uint8_t *p = arena_bytes(keep, (size_t)st.st_size);
		ssize_t n = read(fd, p, (size_t)st.st_size);

		if (n == st.st_size) bytes = (span){ p, (size_t)n };
	}
	close(fd);
	return bytes;
}

/* What is written keeps the rights of what stood there: a cache that is never read for its rights would never be read
 * again. */
static void drop_foreign(const char *path)
{
	struct stat st;

	if (!lstat(path, &st) && !S_ISDIR(st.st_mode) && !is_own(&st)) (void)unlink(path);
}

void cache_file_read(struct cache_file *f, struct arena *keep, const char *const *directories, size_t count)
{
	struct stat own;
	span bytes = { 0 };

	f->path[0] = '\0';
	if (!stat("/proc/self/exe", &own) && find_path(f, directories, count)) {
		snprintf(f->program, sizeof(f->program), "%llx.%lx-%llx", (unsigned long long)own.st_mtim.tv_sec,
			(unsigned long)own.st_mtim.tv_nsec, (unsigned long long)own.st_size);
		bytes = read_own(keep, f->path);
	}
	f->cache = rule_cache_open(keep, str_of(f->program), bytes);
}

bool cache_file_write(const struct cache_file *f)
{
	char folder[sizeof(f->path)];
	struct buf bytes = { 0 };
	bool is_kept = true;

	if (!f->path[0]) return false;
	rule_cache_write(&f->cache, &bytes);
	if (bytes.n) {
		/* ~/.cache and ~/.cache/assay; what is above them is not ours to make. */
		memcpy(folder, f->path, sizeof(folder));
		*strrchr(folder, '/') = '\0';
		*strrchr(folder, '/') = '\0';
		(void)mkdir(folder, 0700);
		folder[strlen(folder)] = '/';
		(void)mkdir(folder, 0755);
		drop_foreign(f->path);
		is_kept = !file_replace(f->path, buf_all(&bytes)).is;
	}
	buf_free(&bytes);
	return is_kept;
}
