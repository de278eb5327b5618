#include "base/whole.h"

#include "base/limits.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

const struct fault whole_unwritable = { FAULT_SYSTEM, "file.write", "cannot be written" };
static const struct fault no_file = { FAULT_SYSTEM, "file.no-file", "is no file: results are written to files only" };

enum { TRIES = 100, MARK = 6 };
static const char part[] = ".part-";

struct whole {
	char *path, *folder, *name; /* the place where its links lead, its folder, the name in it */
	char *temporary;            /* NULL: it has no name yet */
	char by_number[40];         /* /proc/self/fd/7; "": it was given a name from the start */
	int fd;
	struct stat before; /* what stood there */
	bool has_before;
};

static err refused(void)
{
	return fail(&whole_unwritable, (uint64_t)errno);
}

static char *copied(const char *from, size_t n)
{
	char *s = strndup(from, n);

	if (!s) abort();
	return s;
}

static struct whole *whole_new(const char *path)
{
	struct whole *w = calloc(1, sizeof(*w));
	const char *slash = strrchr(path, '/');

	if (!w) abort();
	w->fd = -1;
	w->has_before = lstat(path, &w->before) == 0 && S_ISREG(w->before.st_mode);
	w->path = copied(path, strlen(path));
	w->folder = slash ? copied(path, slash == path ? 1 : (size_t)(slash - path)) : copied(".", 1);
	w->name = slash ? copied(slash + 1, strlen(slash + 1)) : copied(path, strlen(path));
	return w;
}

/* ---- the place --------------------------------------------------------------------------------------------------- */

/* In a folder where everybody may put links (/tmp), only those of the writer or of the folder's owner are followed: the
 * rule of fs.protected_symlinks. */
static bool may_follow(const char *link, const struct stat *st)
{
	const char *slash = strrchr(link, '/');
	char *folder = slash ? copied(link, slash == link ? 1 : (size_t)(slash - link)) : copied(".", 1);
	struct stat around;
	bool is_known = stat(folder, &around) == 0;

	free(folder);
	if (!is_known) return false;
	return !(around.st_mode & S_ISVTX && around.st_mode & S_IWOTH) || st->st_uid == geteuid() ||
	       st->st_uid == around.st_uid;
}

/* Takes the place of a link's path: where it leads. */
static bool follow_one(char **path)
{
	char target[PATH_MAX];
	const char *slash = strrchr(*path, '/');
	ssize_t n = readlink(*path, target, sizeof(target) - 1);
	char *next;

	if (n < 0) return false;
	target[n] = '\0';
	if (asprintf(&next, "%.*s%s", target[0] == '/' || !slash ? 0 : (int)(slash - *path + 1), *path, target) < 0)
		abort();
	free(*path);
	*path = next;
	return true;
}

/* A symbolic link stays, and what it leads to is written; NULL with errno when it leads nowhere or may not be
 * followed. */
static char *follow(const char *path)
{
	char *at = copied(path, strlen(path));

	for (unsigned i = 0; i < LIMIT_LINKS; i++) {
		struct stat st;

		if (lstat(at, &st) || !S_ISLNK(st.st_mode)) return at;
		if (may_follow(at, &st) && follow_one(&at)) continue;
		free(at);
		errno = EACCES;
		return NULL;
	}
	free(at);
	errno = ELOOP;
	return NULL;
}

/* ---- what dead writers left -------------------------------------------------------------------------------------- */

static bool is_part_of(const struct whole *w, const char *name)
{
	size_t n = strlen(w->name);

	return name[0] == '.' && strncmp(name + 1, w->name, n) == 0 &&
	       strncmp(name + 1 + n, part, sizeof(part) - 1) == 0 && strlen(name) == 1 + n + sizeof(part) - 1 + MARK;
}

/* A living writer holds the lock from the moment on in which its file has a name that stays. */
static void take_away(int folder, const char *name)
{
	struct stat st;
	int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

	if (fd < 0) return;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_uid == geteuid() && flock(fd, LOCK_EX | LOCK_NB) == 0)
		unlinkat(folder, name, 0);
	close(fd);
}

static void take_away_dead(const struct whole *w)
{
	DIR *d = opendir(w->folder);

	for (struct dirent *entry; d && (entry = readdir(d));)
		if (is_part_of(w, entry->d_name)) take_away(dirfd(d), entry->d_name);
	if (d) closedir(d);
}

/* ---- beginning --------------------------------------------------------------------------------------------------- */

/* Without /proc it could never get its name. */
static bool begin_nameless(struct whole *w)
{
	struct stat own, same;
	int fd = open(w->folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

	if (fd < 0) return false;
	snprintf(w->by_number, sizeof(w->by_number), "/proc/self/fd/%d", fd);
	if (fstat(fd, &own) || stat(w->by_number, &same) || own.st_ino != same.st_ino || own.st_dev != same.st_dev) {
		close(fd);
		w->by_number[0] = '\0';
		return false;
	}
	w->fd = fd;
	return true;
}

static char *name_for_part(const struct whole *w)
{
	char *name;

	if (asprintf(&name, "%s/.%s%sXXXXXX", w->folder, w->name, part) < 0) abort();
	return name;
}

/* Whoever takes dead files away may come between the name and the lock: then the file has no name any more. */
static bool begin_named(struct whole *w)
{
	for (int i = 0; i < TRIES; i++) {
		struct stat st;

		w->temporary = name_for_part(w);
		w->fd = mkostemp(w->temporary, O_CLOEXEC);
		if (w->fd < 0) {
			int why = errno;

			free(w->temporary);
			w->temporary = NULL;
			errno = why;
			return false;
		}
		if (flock(w->fd, LOCK_EX | LOCK_NB) == 0 && fstat(w->fd, &st) == 0 && st.st_nlink) return true;
		unlink(w->temporary);
		free(w->temporary);
		w->temporary = NULL;
		close(w->fd);
		w->fd = -1;
	}
	errno = EBUSY;
	return false;
}

err whole_begin(const char *path, struct whole **ret)
{
	struct stat st;

	/* A device or pipe would be replaced; a folder is refused by rename(). */
	if (stat(path, &st) == 0 && !S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode)) return fail(&no_file, 0);

	char *place = follow(path);

	if (!place) return refused();

	struct whole *w = whole_new(place);

	free(place);
	take_away_dead(w);
	if (!begin_nameless(w) && !begin_named(w)) {
		err e = refused();

		whole_close(w);
		return e;
	}
	if (w->by_number[0]) (void)flock(w->fd, LOCK_EX | LOCK_NB);
	*ret = w;
	return OK;
}

const char *whole_path(const struct whole *w)
{
	return w->by_number[0] ? w->by_number : w->temporary;
}

bool whole_is_nameless(const struct whole *w)
{
	return w->by_number[0];
}

err whole_write(struct whole *w, str content)
{
	while (content.n) {
		ssize_t n = write(w->fd, content.p, content.n);

		if (n < 0 && errno == EINTR) continue;
		if (n < 0) return refused();
		content.p += n, content.n -= (size_t)n;
	}
	return OK;
}

/* ---- the end ----------------------------------------------------------------------------------------------------- */

/* mkostemp() finds a name that is free; a link takes its place, which is tried again where another was quicker. */
static err give_name(struct whole *w)
{
	for (int i = 0; i < TRIES; i++) {
		char *name = name_for_part(w);
		int fd = mkostemp(name, O_CLOEXEC);

		if (fd >= 0) {
			close(fd);
			unlink(name);
			if (linkat(AT_FDCWD, w->by_number, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0) {
				w->temporary = name;
				return OK;
			}
		}

		int why = errno;

		free(name);
		errno = why;
		if (why != EEXIST) break;
	}
	return refused();
}

err whole_ready(struct whole *w)
{
	return fsync(w->fd) ? refused() : OK;
}

err whole_name(struct whole *w)
{
	return w->temporary ? OK : give_name(w);
}

/* As what stood there had them. A group that cannot be given gets what everybody had, so that no other group reads more
 * than before. */
static void keep_rights(struct whole *w)
{
	struct stat now;
	mode_t mode = w->before.st_mode & 0777;

	if (!w->has_before || fstat(w->fd, &now)) return;
	if (now.st_uid != w->before.st_uid || now.st_gid != w->before.st_gid) {
		bool is_given = fchown(w->fd, w->before.st_uid, w->before.st_gid) == 0 ||
				fchown(w->fd, (uid_t)-1, w->before.st_gid) == 0;

		if (!is_given) mode = (mode & 0707) | (mode & 07) << 3;
	}
	(void)fchmod(w->fd, mode);
}

bool whole_leaves_links(const struct whole *w)
{
	return w->has_before && w->before.st_nlink > 1;
}

void whole_clear(struct whole *w)
{
	if (w->has_before) unlink(w->path);
}

err whole_publish(struct whole *w)
{
	TRY(whole_name(w));
	keep_rights(w);
	if (rename(w->temporary, w->path)) return refused();
	free(w->temporary);
	w->temporary = NULL;
	return OK;
}

void whole_close(struct whole *w)
{
	if (!w) return;
	if (w->temporary) unlink(w->temporary);
	if (w->fd >= 0) close(w->fd);
	free(w->temporary);
	free(w->path);
	free(w->folder);
	free(w->name);
	free(w);
}
