#include "work/files.h"

#include "base/limits.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct fault file_open = { FAULT_SYSTEM, "file.open", "cannot be read" };
static const struct fault file_folder = { FAULT_SYSTEM, "file.folder", "cannot be made" };
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

void file_note_links(const char *path, bool leaves_links, const struct notes *notes)
{
	if (leaves_links) note(notes, "%s has other names (hard links); they keep what they held before", path);
}

bool file_has_links(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISREG(st.st_mode) && st.st_nlink > 1;
}

err file_replace(const char *path, str content)
{
	struct whole *w;

	TRY(file_prepare(path, content, &w));

	err e = whole_publish(w);

	whole_close(w);
	return e;
}

err file_replace_in(const char *directory, const char *name, str content, const struct notes *notes)
{
	char path[4200];

	snprintf(path, sizeof(path), "%s/%s", directory, name);

	bool has_links = file_has_links(path);
	err e = file_replace(path, content);

	if (!e.is) file_note_links(path, has_links, notes);
	if (!e.is) return OK;
	note_fault(notes, path, e, "");
	return fail(&work_refused, 0);
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
		if (mkdir(part, 0700) && errno != EEXIST) return false;
	}
	return true;
}

err file_folders(const char *path, const struct notes *notes)
{
	if (make_folders(path)) return OK;
	note_fault(notes, path, fail(&file_folder, (uint64_t)errno), "");
	return fail(&work_refused, 0);
}

static void note_holder(const struct notes *notes, const char *folder, const struct lock_holder *who, const char *then)
{
	if (who->pid && who->command[0])
		note(notes, "%s: process %ld (%s) is writing there; %s", folder, who->pid, who->command, then);
	else if (who->pid)
		note(notes, "%s: process %ld is writing there; %s", folder, who->pid, then);
	else
		note(notes, "%s: another process is writing there; %s", folder, then);
}

err folder_hold(const char *folder, struct lock *ret, const struct notes *notes)
{
	struct lock_holder who;
	err e = lock_take(folder, LIMIT_LOCK_SILENT_MS, ret, &who);
	char then[120];

	if (e.is == &lock_held) {
		snprintf(then, sizeof(then), "waiting for it for up to %u seconds",
			(LIMIT_LOCK_MS - LIMIT_LOCK_SILENT_MS) / 1000);
		note_holder(notes, folder, &who, then);
		e = lock_take(folder, LIMIT_LOCK_MS - LIMIT_LOCK_SILENT_MS, ret, &who);
	}
	if (!e.is) return OK;
	if (e.is == &lock_held)
		note_holder(notes, folder, &who, "nothing was written; try again when it has ended, or end it");
	else
		note_fault(notes, folder, e, "");
	return fail(&work_refused, 0);
}

err folder_make_and_hold(const char *folder, struct lock *ret, const struct notes *notes)
{
	TRY(file_folders(folder, notes));
	return folder_hold(folder, ret, notes);
}

err folder_hold_of(const char *path, struct lock *ret, const struct notes *notes)
{
	char *folder = lock_folder_of(path);
	err e = folder_hold(folder, ret, notes);

	free(folder);
	return e;
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
