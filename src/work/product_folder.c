#include "work/product_folder.h"

#include "declare/practices.h"
#include "source/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder of inputs holds a handful; who lays a whole root file system there loosely gets a sentence. */
enum { INPUTS_MOST = 1'000, HEAD = 16 << 10 };

static const char *joined(struct arena *keep, const char *folder, const char *name)
{
	return arena_cstr(keep, arena_printf(keep, "%s/%s", folder, name));
}

static bool is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static bool is_there(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0;
}

bool product_folder_is(const char *path)
{
	char file[4200];

	if (!is_folder(path)) return false;
	for (const char *const *name = sources[SOURCE_PRODUCT].ways[0].files; *name; name++) {
		snprintf(file, sizeof(file), "%s/%s", path, *name);
		if (is_there(file)) return true;
	}
	return false;
}

bool product_folder_owns(const char *name)
{
	/* What no source reads by itself. */
	static const char *const others[] = { PRODUCT_OUT, "documents", "findings.yaml", NULL };

	for (const char *const *other = others; *other; other++)
		if (strcmp(*other, name) == 0) return true;
	for (enum source_kind kind = 0; kind < SOURCE_KINDS; kind++) {
		const struct source_way *way = source_way_named(kind, name);

		if (way) return way != &sources[SOURCE_PRODUCT].ways[0];
	}
	return false;
}

const char *product_folder_out(const char *folder, struct arena *keep)
{
	size_t n = strlen(folder);

	while (n > 1 && folder[n - 1] == '/') n--;
	return arena_cstr(keep, arena_printf(keep, "%.*s/" PRODUCT_OUT, (int)n, folder));
}

/* With more of a product folder than a product file, which may lie beside results anywhere. */
static bool is_worked_in(const char *folder, struct arena *keep)
{
	return product_folder_is(folder) &&
	       (is_there(joined(keep, folder, PRODUCT_INPUTS)) || is_there(joined(keep, folder, "answers.yaml")));
}

const char *product_folder_around(const char *file, struct arena *keep)
{
	size_t n = strlen(file) - str_base_name(str_of(file)).n;
	const char *folder = n ? arena_cstr(keep, (str){ file, n }) : ".";
	char *whole = realpath(folder, NULL);
	const char *up = joined(keep, folder, ".."), *around = NULL;

	if (is_worked_in(folder, keep))
		around = folder;
	else if (whole && str_is(str_base_name(str_of(whole)), PRODUCT_OUT) && is_worked_in(up, keep))
		around = up;
	if (around) {
		free(whole);
		whole = realpath(around, NULL);
		around = whole ? arena_cstr(keep, str_of(whole)) : around;
	}
	free(whole);
	return around;
}

/* ---- listing ----------------------------------------------------------------------------------------------------- */

struct listing {
	const char *folder, *real; /* as it was named, and without links */
	struct arena *keep;
	product_inputs *ret;
	const struct notes *notes;
};

static err refuse(void)
{
	return fail(&work_refused, 0);
}

/* A link may lead to another place in the folder, and nowhere else: a folder that is handed on must be whole. */
static err stays_inside(const struct listing *l, const char *path)
{
	char *whole = realpath(path, NULL);
	size_t n = strlen(l->real);

	if (!whole) {
		note(l->notes, "%s: cannot be read: %s", path, strerror(errno));
		return refuse();
	}

	bool is_inside = strncmp(whole, l->real, n) == 0 && (whole[n] == '/' || l->real[n - 1] == '/');

	if (!is_inside) note(l->notes, "%s: leads out of the folder, to %s; copy it into the folder", path, whole);
	free(whole);
	return is_inside ? OK : refuse();
}

static void add(const struct listing *l, enum source_kind kind, const char *path, str name, str part)
{
	*vec_add(l->keep, l->ret) = (struct product_input){ .kind = kind, .path = path, .name = name, .part = part };
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

typedef VEC(const char *) names;

/* In order; what is hidden, and what a desktop leaves behind, is not there. */
static err list_names(const struct listing *l, const char *path, names *ret)
{
	DIR *dir = opendir(path);

	for (struct dirent *entry; dir && (entry = readdir(dir));)
		if (entry->d_name[0] != '.') *vec_add(l->keep, ret) = arena_cstr(l->keep, str_of(entry->d_name));
	if (dir) closedir(dir);
	if (ret->n) qsort(ret->p, ret->n, sizeof(*ret->p), by_name);
	if (!dir)
		note(l->notes, "%s: cannot be read: %s", path, strerror(errno));
	else if (ret->n > INPUTS_MOST)
		note(l->notes,
			"%s: holds %zu things; an input is a file, or a folder of its own: put a root file system into "
			"a folder below it",
			path, ret->n);
	return dir && ret->n <= INPUTS_MOST ? OK : refuse();
}

/* By its beginning; an image is what nothing else says of itself. */
static enum source_kind kind_of(const char *path)
{
	unsigned char head[HEAD];
	char index[4200];
	struct opened opened = { 0 };
	int fd;

	if (is_folder(path)) {
		snprintf(index, sizeof(index), "%s/" PRACTICES_INDEX, path);
		return is_there(index) ? SOURCE_PRACTICES : SOURCE_IMAGE;
	}
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0) return SOURCE_IMAGE; /* who reads it says why it cannot be read */

	ssize_t n = read(fd, head, sizeof(head));

	close(fd);
	if (n <= 0) return SOURCE_IMAGE;
	opened.bytes = (span){ head, (size_t)n };

	enum source_kind kind = source_recognised(&opened);

	return kind == SOURCE_KINDS ? SOURCE_IMAGE : kind;
}

static bool is_part(const char *name)
{
	static const char *const parts[] = { "device", "app", "service", "gateway", NULL };

	for (const char *const *part = parts; *part; part++)
		if (strcmp(*part, name) == 0) return true;
	return false;
}

/* A folder called as a part of the product holds inputs of that part; any other is an input. */
static err list_inputs(const struct listing *l, const char *path, const char *part)
{
	names found = { 0 };

	TRY(list_names(l, path, &found));
	for (size_t i = 0; i < found.n; i++) {
		const char *input = joined(l->keep, path, found.p[i]);

		TRY(stays_inside(l, input));
		if (!part && is_part(found.p[i]) && is_folder(input)) {
			TRY(list_inputs(l, input, found.p[i]));
			continue;
		}

		str name = part ? arena_printf(l->keep, "%s/%s", part, found.p[i]) : str_of(found.p[i]);

		add(l, kind_of(input), input, name, str_of(part));
	}
	return OK;
}

/* A folder that waits to be filled brings nothing. */
static err list_folder(const struct listing *l, enum source_kind kind, const char *path)
{
	names found = { 0 };

	TRY(list_names(l, path, &found));
	if (!found.n) return OK;
	add(l, kind, path, (str){ 0 }, (str){ 0 });
	return OK;
}

static err list_one(const struct listing *l, enum source_kind kind, const char *name)
{
	const char *path = joined(l->keep, l->folder, name);

	if (!is_there(path)) return OK;
	TRY(stays_inside(l, path));
	if (kind == SOURCE_IMAGE) return list_inputs(l, path, NULL);
	if (is_folder(path)) return list_folder(l, kind, path);
	add(l, kind, path, (str){ 0 }, (str){ 0 });
	return OK;
}

static err list_kinds(const struct listing *l)
{
	for (enum source_kind kind = 0; kind < SOURCE_KINDS; kind++)
		for (const struct source_way *w = sources[kind].ways; w->given; w++) {
			const char *seen = NULL;

			for (const char *const *name = w->files; *name; name++) {
				if (!is_there(joined(l->keep, l->folder, *name))) continue;
				if (seen && !w->repeats) {
					note(l->notes, "%s: there is %s and %s: one of them is too many; remove it",
						l->folder, seen, *name);
					return refuse();
				}
				seen = *name;
				TRY(list_one(l, kind, *name));
			}
		}
	return OK;
}

void product_inputs_sort(product_inputs *inputs, struct arena *keep)
{
	product_inputs sorted = { 0 };

	for (enum source_kind kind = 0; kind < SOURCE_KINDS; kind++)
		for (size_t i = 0; i < inputs->n; i++)
			if (inputs->p[i].kind == kind) *vec_add(keep, &sorted) = inputs->p[i];
	*inputs = sorted;
}

err product_folder_list(const char *path, struct arena *keep, product_inputs *ret, const struct notes *notes)
{
	char *whole = realpath(path, NULL);

	if (!whole) {
		note(notes, "%s: cannot be read: %s", path, strerror(errno));
		return refuse();
	}

	struct listing l = { .folder = path, .real = whole, .keep = keep, .ret = ret, .notes = notes };
	err e = list_kinds(&l);

	free(whole);
	if (!e.is) product_inputs_sort(ret, keep);
	return e;
}

/* ---- evidence ---------------------------------------------------------------------------------------------------- */

err evidence_named(const char *path, struct arena *keep, const char **ret, const struct notes *notes)
{
	*ret = path;
	if (!is_folder(path)) return OK;
	*ret = joined(keep, product_folder_out(path, keep), PRODUCT_EVIDENCE);
	if (is_there(*ret)) return OK;
	*ret = joined(keep, path, PRODUCT_EVIDENCE);
	if (is_there(*ret)) return OK;
	if (product_folder_is(path))
		note(notes, "%s was not judged yet; \"assay check %s\" does it", path, path);
	else
		note(notes,
			"%s: is a folder without evidence and without a product.yaml; \"assay new %s\" makes a "
			"product folder",
			path, path);
	return refuse();
}
