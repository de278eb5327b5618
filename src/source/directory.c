#include "source/directory.h"

#include "base/buf.h"
#include "base/limits.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

const struct fault directory_unreadable = { FAULT_SYSTEM, "directory.unreadable", "cannot be read" };
const struct fault directory_too_large = { FAULT_LIMIT, "directory.too-large",
	"the directory holds more than we take as one input" };
const struct fault directory_changed = { FAULT_INPUT, "directory.changed",
	"changed while it was read: read it again when nobody writes to it" };

struct archive {
	int memfd;
	struct buf path; /* of the entry at hand, without the directory itself */
	uint64_t size;
	uint32_t names;
};

static err put(struct archive *a, const void *p, size_t n)
{
	const char *from = p;

	a->size += n;
	if (a->size > LIMIT_INPUT_SIZE) return fail(&directory_too_large, 0);
	while (n) {
		ssize_t done = write(a->memfd, from, n);

		if (done < 0 && errno == EINTR) continue;
		if (done < 0) return fail(&directory_unreadable, (uint64_t)errno);
		from += done, n -= (size_t)done;
	}
	return OK;
}

static err put_padding(struct archive *a)
{
	static const char zeros[4];

	return put(a, zeros, -a->size & 3);
}

/* The "new ASCII" header of cpio(5). Where capabilities follow the content, in a form of our own, with their size in
 * place of a sum. */
static err put_header_with(struct archive *a, const struct stat *st, size_t size, str name, size_t capabilities)
{
	char header[111];
	bool is_device = S_ISCHR(st->st_mode) || S_ISBLK(st->st_mode);

	snprintf(header, sizeof(header), "07070%c%08x%08x%08x%08x%08x%08x%08zx%08x%08x%08x%08x%08zx%08zx",
		capabilities ? '3' : '1', ++a->names, (unsigned)st->st_mode, (unsigned)st->st_uid, (unsigned)st->st_gid,
		1u, 0u, size, 0u, 0u, is_device ? major(st->st_rdev) : 0u, is_device ? minor(st->st_rdev) : 0u,
		name.n + 1, capabilities);
	TRY(put(a, header, 110));
	TRY(put(a, name.p, name.n));
	TRY(put(a, "", 1));
	return put_padding(a);
}

static err put_header(struct archive *a, const struct stat *st, size_t size, str name)
{
	return put_header_with(a, st, size, name, 0);
}

enum { MOST_CAPABILITIES = 256 }; /* bytes of the attribute: the kernel's largest form has 24 */

/* Half of one content and half of another is a file that never was. */
static bool is_as_it_was(int fd, const struct stat *before)
{
	struct stat now;

	return fstat(fd, &now) == 0 && now.st_size == before->st_size && now.st_ino == before->st_ino &&
	       now.st_mtim.tv_sec == before->st_mtim.tv_sec && now.st_mtim.tv_nsec == before->st_mtim.tv_nsec &&
	       now.st_ctim.tv_sec == before->st_ctim.tv_sec && now.st_ctim.tv_nsec == before->st_ctim.tv_nsec;
}

static err put_file(struct archive *a, int directory, const char *name, const struct stat *st)
{
	static char block[256 << 10];
	uint64_t left = (uint64_t)st->st_size;
	int fd = openat(directory, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

	if (fd < 0) return fail(&directory_unreadable, (uint64_t)errno);

	char capabilities[MOST_CAPABILITIES];
	ssize_t capabilities_n = fgetxattr(fd, "security.capability", capabilities, sizeof(capabilities));
	size_t more = capabilities_n > 0 ? (size_t)capabilities_n : 0;
	err e = put_header_with(a, st, (size_t)st->st_size, buf_all(&a->path), more);

	while (!e.is && left) {
		ssize_t n = read(fd, block, left < sizeof(block) ? (size_t)left : sizeof(block));

		if (n < 0 && errno == EINTR) continue;
		if (n < 0)
			e = fail(&directory_unreadable, (uint64_t)errno);
		else if (n == 0)
			e = fail(&directory_changed, 0);
		else
			e = put(a, block, (size_t)n), left -= (uint64_t)n;
	}
	if (!e.is && !is_as_it_was(fd, st)) e = fail(&directory_changed, 0);
	close(fd);
	if (!e.is) e = put(a, capabilities, more);
	return e.is ? e : put_padding(a);
}

static err put_link(struct archive *a, int directory, const char *name, const struct stat *st)
{
	char target[LIMIT_PATH];
	ssize_t n = readlinkat(directory, name, target, sizeof(target));

	if (n < 0) return fail(&directory_unreadable, (uint64_t)errno);
	TRY(put_header(a, st, (size_t)n, buf_all(&a->path)));
	TRY(put(a, target, (size_t)n));
	return put_padding(a);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void free_names(char **names, size_t count)
{
	for (size_t i = 0; i < count; i++) free(names[i]);
	free(names);
}

static err list_names(int directory, char ***ret_names, size_t *ret_count)
{
	int own = openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *dir = own < 0 ? NULL : fdopendir(own);
	char **names = NULL;
	size_t count = 0, room = 0;

	if (!dir) {
		int why = errno;

		if (own >= 0) close(own);
		return fail(&directory_unreadable, (uint64_t)why);
	}
	for (struct dirent *entry; (entry = readdir(dir));) {
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
		if (count == room) {
			room = room ? room * 2 : 64;
			names = reallocarray(names, room, sizeof(*names));
			if (!names) abort();
		}
		names[count] = strdup(entry->d_name);
		if (!names[count++]) abort();
		if (count > LIMIT_NODES) {
			closedir(dir);
			free_names(names, count);
			return fail(&directory_too_large, count);
		}
	}
	closedir(dir);
	if (count) qsort(names, count, sizeof(*names), by_name);
	*ret_names = names;
	*ret_count = count;
	return OK;
}

static err put_directory(struct archive *a, int directory, unsigned depth);

static err put_entry(struct archive *a, int directory, const char *name, unsigned depth)
{
	struct stat st;

	if (a->names > LIMIT_NODES) return fail(&directory_too_large, a->names);
	if (fstatat(directory, name, &st, AT_SYMLINK_NOFOLLOW)) return fail(&directory_unreadable, (uint64_t)errno);
	if (S_ISREG(st.st_mode)) return put_file(a, directory, name, &st);
	if (S_ISLNK(st.st_mode)) return put_link(a, directory, name, &st);
	TRY(put_header(a, &st, 0, buf_all(&a->path)));
	if (!S_ISDIR(st.st_mode)) return OK;

	int below = openat(directory, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

	if (below < 0) return fail(&directory_unreadable, (uint64_t)errno);

	err e = put_directory(a, below, depth + 1);

	close(below);
	return e;
}

static err put_directory(struct archive *a, int directory, unsigned depth)
{
	enum { DEEPEST = 256 };
	char **names = NULL;
	size_t count = 0;
	size_t before = a->path.n;
	err e = depth > DEEPEST ? fail(&directory_too_large, depth) : list_names(directory, &names, &count);

	for (size_t i = 0; i < count && !e.is; i++) {
		a->path.n = before;
		if (before) buf_char(&a->path, '/');
		buf_text(&a->path, names[i]);
		e = a->path.n > LIMIT_PATH ? fail(&directory_too_large, a->path.n)
					   : put_entry(a, directory, names[i], depth);
	}
	if (!e.is) a->path.n = before;
	free_names(names, count);
	return e;
}

err directory_archive(int directory, int memfd, char **ret_path)
{
	struct archive a = { .memfd = memfd };
	struct stat end = { 0 };
	err e = put_directory(&a, directory, 0);

	*ret_path = NULL;
	if (!e.is)
		e = put_header(&a, &end, 0, STR("TRAILER!!!"));
	else if (asprintf(ret_path, "%.*s", STR_FMT(buf_all(&a.path))) < 0)
		abort();
	buf_free(&a.path);
	return e;
}
