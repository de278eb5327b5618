#include "work/product_new.h"

#include "source/sources.h"
#include "work/files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const unsigned char template[] = {
#include "product_new.inc"
};

static const char *const folders[] = { "inputs", "documents", "process", "trials", "forms", NULL };

static const char *joined(struct arena *keep, const char *folder, const char *name)
{
	return arena_cstr(keep, arena_printf(keep, "%s/%s", folder, name));
}

static err refuse(void)
{
	return fail(&work_refused, 0);
}

/* Nothing is there, or a folder with nothing in it: what a person wrote is never written over. */
static err is_free(const char *folder, const struct notes *notes)
{
	DIR *dir = opendir(folder);
	const struct dirent *entry;
	bool is_empty = true;

	if (!dir && errno == ENOENT) return OK;
	if (!dir) {
		note(notes, "%s: cannot be made: %s", folder, strerror(errno));
		return refuse();
	}
	while (is_empty && (entry = readdir(dir)))
		is_empty = strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
	closedir(dir);
	if (!is_empty) note(notes, "%s: there is something in it already; name a folder that is not there", folder);
	return is_empty ? OK : refuse();
}

static err trouble(const char *path, const char *what, const struct notes *notes)
{
	note(notes, "%s: cannot be %s: %s", path, what, strerror(errno));
	return refuse();
}

/* To the end of a file that may be larger than memory. */
static err copy_bytes(int from, int to)
{
	for (;;) {
		ssize_t n = copy_file_range(from, NULL, to, NULL, (size_t)1 << 30, 0);

		if (n == 0) return OK;
		if (n > 0) continue;
		if (errno == EINTR) continue;
		if (errno != EXDEV && errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP) return refuse();
		break;
	}

	static const size_t room = (size_t)1 << 20;
	char *bytes = malloc(room);
	bool is_whole = bytes != NULL;
	ssize_t n;

	while (is_whole && (n = read(from, bytes, room)) != 0) {
		if (n < 0 && errno == EINTR) continue;
		is_whole = n > 0;
		for (ssize_t done = 0, put; is_whole && done < n; done += put) {
			put = write(to, bytes + done, (size_t)(n - done));
			if (put < 0 && errno == EINTR) put = 0;
			is_whole = put >= 0;
		}
	}
	free(bytes);
	return is_whole ? OK : refuse();
}

static err copy_image(const struct product_new *w, struct arena *keep, const struct notes *notes)
{
	const char *to = joined(keep, joined(keep, w->folder, "inputs"), str_base_name(str_of(w->image)).p);
	struct stat st;
	int from = open(w->image, O_RDONLY | O_CLOEXEC | O_NONBLOCK), out;

	if (from < 0) return trouble(w->image, "read", notes);
	if (fstat(from, &st) != 0 || !S_ISREG(st.st_mode)) {
		close(from);
		note(notes, "%s: is no file; copy it into %s/inputs yourself", w->image, w->folder);
		return refuse();
	}
	out = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (out < 0) {
		close(from);
		return trouble(to, "written", notes);
	}

	err e = copy_bytes(from, out);
	bool is_written = !e.is && fsync(out) == 0;

	close(from);
	if (close(out) == 0 && is_written) return OK;
	e = trouble(to, "written", notes);
	unlink(to); /* half an image would be judged as a whole one */
	return e;
}

err product_new_write(const struct product_new *wanted, struct arena *keep, const struct notes *notes)
{
	struct stat st;

	TRY(is_free(wanted->folder, notes));
	if (wanted->image && stat(wanted->image, &st) != 0) return trouble(wanted->image, "read", notes);
	TRY(file_folders(wanted->folder, notes));
	for (const char *const *name = folders; *name; name++)
		TRY(file_folders(joined(keep, wanted->folder, *name), notes));
	if (wanted->image) TRY(copy_image(wanted, keep, notes));
	/* Last: with it, it is a product folder, and whole. */
	return file_replace_in(wanted->folder, sources[SOURCE_PRODUCT].ways[0].files[0],
		(str){ (const char *)template, sizeof(template) }, notes);
}
