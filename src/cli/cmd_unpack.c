/* assay unpack INPUT DIR: the files of an image as files. */
#include "cli/cli.h"
#include "cli/commands.h"

#include "base/buf.h"
#include "base/limits.h"
#include "format/path.h"
#include "source/unpack.h"
#include "report/work_json.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static const struct fault cannot_write = { FAULT_SYSTEM, "unpack.write", "cannot be written" };

/* Links are made last: nothing is ever written through one. */
struct link {
	struct link *next;
	char *path, *target;
};

struct unpacking {
	int directory;     /* DIR */
	int file;          /* being written; -1: none */
	bool is_passed_by; /* the content that comes is of a name that was refused */
	struct link *links;
	struct unpacked sums;
	char trouble[LIMIT_PATH + 64];
};

static void note_name(struct told_names *t, str name)
{
	if (t->count < TOLD_MOST) {
		t->names[t->count] = strndup(name.p ? name.p : "", name.n);
		if (!t->names[t->count]) abort();
	}
	t->count++;
}

static void forget(struct told_names *t)
{
	for (unsigned long i = 0; i < t->count && i < TOLD_MOST; i++) free(t->names[i]);
}

/* No name of an image leads anywhere but below DIR: no "..", no link, no other device's magic. */
static int open_below(int directory, const char *path, uint64_t flags, uint64_t mode)
{
	struct open_how how = { .flags = flags | O_CLOEXEC | O_NOFOLLOW,
		.mode = mode,
		.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS };

	return (int)syscall(SYS_openat2, directory, path, &how, sizeof(how));
}

/* The directory that holds path, made as needed; ret_name points into path. -1 with errno. */
static int parent_of(int top, char *path, char **ret_name)
{
	int at = dup(top);

	*ret_name = path;
	for (char *slash; at >= 0 && (slash = strchr(*ret_name, '/')); *ret_name = slash + 1) {
		*slash = '\0';
		/* What a region holds is its owner's alone; below it the folders are as in the image. */
		if (mkdirat(at, *ret_name, *ret_name == path ? 0700 : 0755) && errno != EEXIST) {
			int why = errno;

			close(at);
			errno = why;
			return -1;
		}

		int below = open_below(at, *ret_name, O_DIRECTORY | O_RDONLY, 0);
		int why = errno;

		*slash = '/';
		close(at);
		errno = why;
		at = below;
	}
	return at;
}

static err trouble(struct unpacking *u, const char *path)
{
	int why = errno;

	snprintf(u->trouble, sizeof(u->trouble), "%s", path);
	return fail(&cannot_write, (uint64_t)why);
}

/* What a name meets that cannot be: a folder where a file is, a file where a folder is, a name that the host's file
 * system does not take. */
static bool is_fault_of_name(int why)
{
	return why == ENOTDIR || why == EISDIR || why == EEXIST || why == ENOTEMPTY || why == ELOOP || why == EXDEV ||
	       why == ENAMETOOLONG || why == EINVAL || why == EILSEQ;
}

/* Trouble with one name ends nothing but that name; trouble of the machine ends all. */
static err name_failed(struct unpacking *u, const char *path)
{
	if (!is_fault_of_name(errno)) return trouble(u, path);
	note_name(&u->sums.refused, str_of(path));
	u->is_passed_by = true;
	return OK;
}

static void finish_file(struct unpacking *u)
{
	if (u->file >= 0) close(u->file);
	u->file = -1;
}

/* Each file system has a folder of its own: region numbers are those of the evidence. */
static char *place_of(const struct unpack_entry *e)
{
	char *path;

	if (asprintf(&path, "%u/%.*s", e->region, STR_FMT(e->path)) < 0) abort();
	return path;
}

static bool is_directory(int parent, const char *name)
{
	struct stat st;

	return fstatat(parent, name, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(st.st_mode);
}

static void keep_link(struct unpacking *u, char *path, const struct unpack_entry *e)
{
	struct link *link = calloc(1, sizeof(*link));

	if (!link) abort();
	*link = (struct link){
		.next = u->links, .path = path, .target = strndup(e->target.p ? e->target.p : "", e->target.n)
	};
	if (!link->target) abort();
	u->links = link;
	if (path_leads_out(e->path, e->target)) note_name(&u->sums.leading_out, str_of(path));
}

static err on_entry(void *self, const struct unpack_entry *e)
{
	struct unpacking *u = self;
	char *path = place_of(e), *name;
	err result = OK;

	finish_file(u);
	u->is_passed_by = false;
	if (e->type != NODE_FILE && e->type != NODE_DIRECTORY && e->type != NODE_LINK) {
		u->sums.left_out++;
		free(path);
		return OK;
	}
	if (e->type == NODE_LINK) {
		keep_link(u, path, e);
		return OK;
	}

	int parent = parent_of(u->directory, path, &name);

	if (parent < 0) {
		result = name_failed(u, path);
	} else if (e->type == NODE_DIRECTORY) {
		if (mkdirat(parent, name, 0755) && (errno != EEXIST || !is_directory(parent, name)))
			result = name_failed(u, path);
		else
			u->sums.directories++;
	} else {
		unlinkat(parent, name, 0);
		u->file = open_below(parent, name, O_WRONLY | O_CREAT | O_EXCL, 0600 | (e->mode & 0755));
		if (u->file < 0) {
			result = name_failed(u, path);
		} else {
			u->sums.files++;
			u->sums.cut += e->is_cut;
		}
	}
	if (parent >= 0) close(parent);
	free(path);
	return result;
}

static err on_refused(void *self, str name)
{
	struct unpacking *u = self;

	note_name(&u->sums.refused, name);
	return OK;
}

static err on_content(void *self, span bytes)
{
	struct unpacking *u = self;

	while (bytes.n && !u->is_passed_by) {
		ssize_t n = write(u->file, bytes.p, bytes.n);

		if (n < 0 && errno == EINTR) continue;
		if (n < 0) return trouble(u, "a file");
		bytes.p += n, bytes.n -= (size_t)n;
	}
	return OK;
}

static void make_links(struct unpacking *u)
{
	while (u->links) {
		struct link *link = u->links;
		char *name;
		int parent = parent_of(u->directory, link->path, &name);

		if (parent >= 0 && (symlinkat(link->target, parent, name) == 0 || errno == EEXIST))
			u->sums.links++;
		else
			note_name(&u->sums.refused, str_of(link->path));
		if (parent >= 0) close(parent);
		u->links = link->next;
		free(link->path);
		free(link->target);
		free(link);
	}
}

static void say_names(const struct told_names *t, const char *what)
{
	for (unsigned long i = 0; i < t->count && i < TOLD_MOST; i++) say("%s: %s", t->names[i], what);
	if (t->count > TOLD_MOST) say("and %lu more: %s", t->count - TOLD_MOST, what);
}

static void put_sums(const struct unpacked *u, const char *directory, bool is_json)
{
	struct buf more = { 0 };

	if (is_json) {
		say_json(json_of_unpacked(u, directory));
		return;
	}
	say_names(&u->refused,
		"not written: no file below the folder can have this name, or another one is in its place");
	say_names(&u->leading_out, "a link that leads out of its own file system: follow it with care");
	if (u->cut) buf_printf(&more, "; %lu files could not be read whole", u->cut);
	if (u->left_out) buf_printf(&more, "; %lu devices, pipes or sockets left out", u->left_out);
	if (u->refused.count) buf_printf(&more, "; %lu names refused", u->refused.count);
	if (u->leading_out.count) buf_printf(&more, "; %lu links lead out", u->leading_out.count);
	tell("%lu files, %lu directories, %lu links in %s%.*s", u->files, u->directories, u->links, directory,
		STR_FMT(buf_all(&more)));
	buf_free(&more);
}

static int run(const struct given *g)
{
	const char *input = g->words[0], *directory = g->words[1], *why;
	struct unpacking u = { .file = -1 };

	if (mkdir(directory, 0700) && errno != EEXIST) {
		say("%s: cannot be made: %s", directory, strerror(errno));
		return EXIT_USAGE;
	}
	u.directory = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (u.directory < 0) {
		say("%s: cannot be opened: %s", directory, strerror(errno));
		return EXIT_USAGE;
	}

	struct unpack_taker taker = { .self = &u, .entry = on_entry, .content = on_content, .refused = on_refused };
	err e = unpack(input, &taker, &why);

	finish_file(&u);
	make_links(&u);
	close(u.directory);
	if (e.is) {
		say_fault(e.is == &cannot_write ? u.trouble : input, e, why);
		if (e.is == &unpack_by_machine) return EXIT_MACHINE;
		return e.is->class == FAULT_SYSTEM || e.is->class == FAULT_INPUT ? EXIT_USAGE : EXIT_INTERNAL;
	}
	put_sums(&u.sums, directory, given_has(g, "--json"));

	bool has_any = u.sums.files || u.sums.directories || u.sums.links || u.sums.refused.count;

	forget(&u.sums.refused);
	forget(&u.sums.leading_out);
	if (!has_any) {
		say("%s: no file system or archive was found in it", input);
		return EXIT_INCONCLUSIVE;
	}
	return EXIT_PASS;
}

const struct command command_unpack = {
	.name = "unpack",
	.synopsis = "INPUT DIR [--json]",
	.summary = "write the files of an image below a directory",
	.description = "Unpacks every file system and archive of INPUT below DIR, each into a folder that has the "
		       "number of its region in the evidence. "
		       "Devices, pipes and sockets are left out, set-id bits are not set, and no link is followed. "
		       "Names that no file below DIR can have, and links that lead out of their own file system, are "
		       "told.",
	.example = "  assay unpack router.bin files\n",
	.options = { { "--json", NULL, "the sums as JSON", false, NULL } },
	.least = 2,
	.most = 2,
	.run = run,
};
