#include "cli/files.h"

#include "base/limits.h"
#include "cli/cli.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct fault file_open = { FAULT_SYSTEM, "file.open", "cannot be read" };
static const struct fault file_large = { FAULT_LIMIT, "file.large", "is larger than it may be" };

err file_prepare(const char *path, str content, struct whole **ret)
{
	struct whole *w = NULL;

	TRY(whole_begin(path, &w));

	err e = whole_write(w, content);

	if (!e.is) e = whole_ready(w);
	if (!e.is)
		*ret = w;
	else
		whole_close(w);
	return e;
}

err file_replace(const char *path, str content)
{
	struct whole *w;

	TRY(file_prepare(path, content, &w));

	err e = whole_publish(w);

	whole_close(w);
	return e;
}

int file_replace_in(const char *directory, const char *name, str content)
{
	char path[4200];

	snprintf(path, sizeof(path), "%s/%s", directory, name);

	err e = file_replace(path, content);

	if (!e.is) return EXIT_PASS;
	say_fault(path, e, "");
	return EXIT_USAGE;
}

static bool make_folders(const char *path)
{
	char part[4096];
	size_t n = strlen(path);

	if (n >= sizeof(part)) {
		errno = ENAMETOOLONG;
		return false;
	}
	for (size_t i = 1; i <= n; i++) {
		if (i < n && path[i] != '/') continue;
		memcpy(part, path, i);
		part[i] = '\0';
		if (mkdir(part, 0755) && errno != EEXIST) return false;
	}
	return true;
}

bool file_folders(const char *path)
{
	if (make_folders(path)) return true;
	say("%s: cannot be made: %s", path, strerror(errno));
	return false;
}

static void say_who_holds(const char *folder, const struct lock_holder *who, const char *then)
{
	if (who->pid && who->command[0])
		say("%s: process %ld (%s) is writing there; %s", folder, who->pid, who->command, then);
	else if (who->pid)
		say("%s: process %ld is writing there; %s", folder, who->pid, then);
	else
		say("%s: another process is writing there; %s", folder, then);
}

int folder_hold(const char *folder, struct lock *ret)
{
	struct lock_holder who;
	err e = lock_take(folder, LIMIT_LOCK_SILENT_MS, ret, &who);
	char then[120];

	if (e.is == &lock_held) {
		snprintf(then, sizeof(then), "waiting for it for up to %u seconds",
			(LIMIT_LOCK_MS - LIMIT_LOCK_SILENT_MS) / 1000);
		say_who_holds(folder, &who, then);
		e = lock_take(folder, LIMIT_LOCK_MS - LIMIT_LOCK_SILENT_MS, ret, &who);
	}
	if (!e.is) return EXIT_PASS;
	if (e.is == &lock_held)
		say_who_holds(folder, &who, "nothing was written; try again when it has ended, or end it");
	else
		say_fault(folder, e, "");
	return EXIT_USAGE;
}

int folder_hold_of(const char *path, struct lock *ret)
{
	char *folder = lock_folder_of(path);
	int status = folder_hold(folder, ret);

	free(folder);
	return status;
}

err file_read(const char *path, struct arena *keep, uint64_t most, span *ret)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	size_t at = 0;

	if (fd < 0) return fail(&file_open, (uint64_t)errno);
	if (fstat(fd, &st) || !S_ISREG(st.st_mode)) {
		close(fd);
		return fail(&file_open, EISDIR);
	}
	if ((uint64_t)st.st_size > most) {
		close(fd);
		return fail(&file_large, 0);
	}

	uint8_t *p = arena_bytes(keep, (size_t)st.st_size);

	while (at < (size_t)st.st_size) {
		ssize_t n = read(fd, p + at, (size_t)st.st_size - at);

		if (n < 0 && errno == EINTR) continue;
		if (n <= 0) break;
		at += (size_t)n;
	}
	close(fd);
	*ret = (span){ p, at };
	return OK;
}
