/* assay unpack INPUT DIR: the files of an image as files. */
#include "cli/cli.h"
#include "cli/commands.h"

#include "base/buf.h"
#include "base/limits.h"
#include "source/unpack.h"
#include "report/values.h"

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
	int directory; /* DIR */
	int file;      /* being written; -1: none */
	struct link *links;
	unsigned long files, directories, linked, refused, cut;
	char trouble[LIMIT_PATH + 64];
};

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
		if (mkdirat(at, *ret_name, 0755) && errno != EEXIST) {
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

static err on_entry(void *self, const struct unpack_entry *e)
{
	struct unpacking *u = self;
	char *path = place_of(e), *name;
	err result = OK;

	finish_file(u);
	if (e->type != NODE_FILE && e->type != NODE_DIRECTORY && e->type != NODE_LINK) {
		u->refused++;
		free(path);
		return OK;
	}
	if (e->type == NODE_LINK) {
		struct link *link = calloc(1, sizeof(*link));

		if (!link) abort();
		*link = (struct link){
			.next = u->links, .path = path, .target = strndup(e->target.p ? e->target.p : "", e->target.n)
		};
		u->links = link;
		return OK;
	}

	int parent = parent_of(u->directory, path, &name);

	if (parent < 0) {
		result = trouble(u, path);
	} else if (e->type == NODE_DIRECTORY) {
		if (mkdirat(parent, name, 0755) && errno != EEXIST) result = trouble(u, path);
		u->directories++;
	} else {
		unlinkat(parent, name, 0);
		u->file = open_below(parent, name, O_WRONLY | O_CREAT | O_EXCL, 0600 | (e->mode & 0755));
		if (u->file < 0) result = trouble(u, path);
		u->files++;
		u->cut += e->is_cut;
	}
	if (parent >= 0) close(parent);
	free(path);
	return result;
}

static err on_content(void *self, span bytes)
{
	struct unpacking *u = self;

	while (bytes.n) {
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
			u->linked++;
		else
			u->refused++;
		if (parent >= 0) close(parent);
		u->links = link->next;
		free(link->path);
		free(link->target);
		free(link);
	}
}

static void put_sums(const struct unpacking *u, const char *directory, bool is_json)
{
	struct buf more = { 0 };

	if (is_json) {
		say_json(json_pack("{s:o, s:I, s:I, s:I, s:I, s:I}", "directory", json_of_str(str_of(directory)),
			"files", (json_int_t)u->files, "directories", (json_int_t)u->directories, "links",
			(json_int_t)u->linked, "cut", (json_int_t)u->cut, "left_out", (json_int_t)u->refused));
		return;
	}
	if (u->cut) buf_printf(&more, "; %lu files could not be read whole", u->cut);
	if (u->refused) buf_printf(&more, "; %lu devices, pipes or sockets left out", u->refused);
	tell("%lu files, %lu directories, %lu links in %s%.*s", u->files, u->directories, u->linked, directory,
		STR_FMT(buf_all(&more)));
	buf_free(&more);
}

static int run(const struct given *g)
{
	const char *input = g->words[0], *directory = g->words[1], *why;
	struct unpacking u = { .file = -1 };

	if (mkdir(directory, 0755) && errno != EEXIST) {
		say("%s: cannot be made: %s", directory, strerror(errno));
		return EXIT_USAGE;
	}
	u.directory = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (u.directory < 0) {
		say("%s: cannot be opened: %s", directory, strerror(errno));
		return EXIT_USAGE;
	}

	err e = unpack(input, &(struct unpack_taker){ .self = &u, .entry = on_entry, .content = on_content }, &why);

	finish_file(&u);
	make_links(&u);
	close(u.directory);
	if (e.is) {
		say_fault(e.is == &cannot_write ? u.trouble : input, e, why);
		return e.is->class == FAULT_SYSTEM || e.is->class == FAULT_INPUT ? EXIT_USAGE : EXIT_INTERNAL;
	}
	put_sums(&u, directory, given_has(g, "--json"));
	if (!u.files && !u.directories && !u.linked) {
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
		       "Devices, pipes and sockets are left out, set-id bits are not set, and no link is followed.",
	.example = "  assay unpack router.bin files\n",
	.options = { { "--json", NULL, "the sums as JSON", false, NULL } },
	.least = 2,
	.most = 2,
	.run = run,
};
