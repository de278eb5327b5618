#include "base/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

const struct fault lock_held = { FAULT_SYSTEM, "lock.held", "another process is writing there" };
const struct fault lock_failed = { FAULT_SYSTEM, "lock.failed", "the folder cannot be locked" };

enum { PAUSE_MS = 10 };

/* ---- who holds it ------------------------------------------------------------------------------------------------ */

/* /proc/locks, one lock a line: "1: FLOCK ADVISORY WRITE 4711 fd:01:393229 0 EOF". Those who wait have "->" before
 * FLOCK. */
static long pid_of_holder(ino_t inode)
{
	FILE *f = fopen("/proc/locks", "re");
	char line[256], kind[16];
	unsigned long long number;
	long pid, found = 0;

	while (f && !found && fgets(line, sizeof(line), f))
		if (sscanf(line, "%*d: %15s %*s %*s %ld %*[^:]:%*[^:]:%llu", kind, &pid, &number) == 3 &&
			strcmp(kind, "FLOCK") == 0 && number == inode)
			found = pid;
	if (f) fclose(f);
	return found > 0 ? found : 0;
}

static void command_of(long pid, char *ret, size_t room)
{
	char path[40];
	size_t n = 0;

	snprintf(path, sizeof(path), "/proc/%ld/cmdline", pid);

	FILE *f = fopen(path, "re");

	if (f) {
		n = fread(ret, 1, room - 1, f);
		fclose(f);
	}
	while (n && ret[n - 1] == '\0') n--;
	for (size_t i = 0; i < n; i++)
		if (ret[i] == '\0') ret[i] = ' ';
	ret[n] = '\0';
}

static struct lock_holder find_holder(int fd)
{
	struct lock_holder holder = { 0 };
	struct stat st;

	if (fstat(fd, &st) == 0) holder.pid = pid_of_holder(st.st_ino);
	if (holder.pid) command_of(holder.pid, holder.command, sizeof(holder.command));
	return holder;
}

/* ---- holding it -------------------------------------------------------------------------------------------------- */

static uint64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000;
}

/* 0, or errno. */
static int try_until(int fd, uint64_t end)
{
	struct timespec pause = { .tv_nsec = PAUSE_MS * 1000000L };

	for (;;) {
		if (flock(fd, LOCK_EX | LOCK_NB) == 0) return 0;
		if (errno != EWOULDBLOCK && errno != EINTR) return errno;
		if (now_ms() >= end) return EWOULDBLOCK;
		nanosleep(&pause, NULL);
	}
}

/* Over a network (NFS) only a file that is open for writing can be locked: there a file stands for its folder. */
static int open_stand_in(int folder)
{
	return openat(folder, ".assay.lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
}

err lock_take(const char *folder, unsigned wait_ms, struct lock *ret, struct lock_holder *ret_holder)
{
	uint64_t end = now_ms() + wait_ms;
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC), why;

	if (fd < 0) return fail(&lock_failed, (uint64_t)errno);
	why = try_until(fd, end);
	if (why == EBADF) {
		int file = open_stand_in(fd);

		why = file < 0 ? errno : try_until(file, end);
		close(fd);
		fd = file;
	}
	if (!why) {
		ret->fd = fd;
		return OK;
	}
	if (why == EWOULDBLOCK) *ret_holder = find_holder(fd);
	if (fd >= 0) close(fd);
	return why == EWOULDBLOCK ? fail(&lock_held, 0) : fail(&lock_failed, (uint64_t)why);
}

void lock_release(struct lock *l)
{
	if (l->fd >= 0) close(l->fd);
	l->fd = -1;
}

char *lock_folder_of(const char *path)
{
	char *real = realpath(path, NULL);
	const char *at = real ? real : path, *slash = strrchr(at, '/');
	char *folder = slash ? strndup(at, slash == at ? 1 : (size_t)(slash - at)) : strdup(".");

	if (!folder) abort();
	free(real);
	return folder;
}
