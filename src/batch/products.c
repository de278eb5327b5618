#include "batch/products.h"

#include <errno.h>
#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *joined(struct arena *keep, const char *folder, const char *name)
{
	return arena_cstr(keep, arena_printf(keep, "%s/%s", folder, name));
}

static void add_source(struct arena *keep, struct batch_product *p, enum source_kind kind, const char *path)
{
	*vec_add(keep, &p->sources) = (struct batch_source){ kind, path };
}

/* ---- below a folder ---------------------------------------------------------------------------------------------- */

/* What the kind brings by that name in the folder of a product; NULL: nothing. */
static const struct source_way *way_named(enum source_kind kind, const char *name)
{
	for (const struct source_way *w = sources[kind].ways; w->given; w++)
		for (const char *const *file = w->files; *file; file++)
			if (strcmp(*file, name) == 0) return w;
	return NULL;
}

static bool is_product_name(const char *name)
{
	return way_named(SOURCE_PRODUCT, name) == &sources[SOURCE_PRODUCT].ways[0];
}

/* Something that a product brings besides its product file. */
static bool is_beside(const char *name)
{
	for (enum source_kind kind = 0; kind < SOURCE_KINDS; kind++)
		if (way_named(kind, name)) return !is_product_name(name);
	return false;
}

static bool is_product_file(const char *name)
{
	return str_ends(str_of(name), ".yaml") || str_ends(str_of(name), ".yml");
}

static bool is_there(const char *folder, const char *name)
{
	char path[4200];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	return access(path, F_OK) == 0;
}

static bool has_product(const char *folder)
{
	for (const char *const *file = sources[SOURCE_PRODUCT].ways[0].files; *file; file++)
		if (is_there(folder, *file)) return true;
	return false;
}

static void add_product(struct arena *keep, batch_products *ret, const char *path, const char *folder)
{
	struct batch_product *p = vec_add(keep, ret);

	*p = (struct batch_product){ .path = arena_cstr(keep, str_of(path)) };
	add_source(keep, p, SOURCE_PRODUCT, p->path);
	for (enum source_kind kind = 0; folder && kind < SOURCE_KINDS; kind++)
		for (const struct source_way *w = sources[kind].ways; w->given; w++)
			for (const char *const *file = w->files; *file; file++)
				if (is_beside(*file) && is_there(folder, *file))
					add_source(keep, p, kind, joined(keep, folder, *file));
}

static int by_name(const FTSENT **a, const FTSENT **b)
{
	return strcmp((*a)->fts_name, (*b)->fts_name);
}

/* A link is read like what it leads to, and one that leads nowhere is told. */
static bool is_file(const FTSENT *f)
{
	return f->fts_info == FTS_F || f->fts_info == FTS_SL || f->fts_info == FTS_SLNONE;
}

struct finding_products {
	FTS *walk;
	struct arena *keep;
	batch_products *ret;
	const struct notes *notes;
};

/* fts_number of a folder: whether it holds a product.yaml. */
static void look_at(const struct finding_products *in, FTSENT *f)
{
	bool is_in_product = f->fts_level > 0 && f->fts_parent->fts_number;

	if (f->fts_info == FTS_DNR || f->fts_info == FTS_NS || f->fts_info == FTS_ERR)
		note(in->notes, "%s: cannot be read: %s", f->fts_path, strerror(f->fts_errno));
	if (f->fts_info == FTS_DEFAULT && is_product_file(f->fts_name))
		note(in->notes, "%s: is neither a file nor a directory", f->fts_path);
	if (is_in_product && is_beside(f->fts_name)) {
		if (f->fts_info == FTS_D) fts_set(in->walk, f, FTS_SKIP);
		return;
	}
	if (f->fts_info == FTS_D) f->fts_number = has_product(f->fts_path);
	if (!is_file(f)) return;
	if (is_in_product && is_product_name(f->fts_name))
		add_product(in->keep, in->ret, f->fts_path,
			arena_cstr(in->keep, (str){ f->fts_path, f->fts_pathlen - f->fts_namelen - 1u }));
	else if (f->fts_level == 0 || is_product_file(f->fts_name))
		add_product(in->keep, in->ret, f->fts_path, NULL);
}

void batch_find(
	const char *const *words, size_t count, struct arena *keep, batch_products *ret, const struct notes *notes)
{
	for (size_t i = 0; i < count; i++) {
		char *roots[] = { strdup(words[i]), NULL };
		FTS *walk = roots[0] ? fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR | FTS_COMFOLLOW, by_name) : NULL;

		if (!walk) abort();

		struct finding_products in = { .walk = walk, .keep = keep, .ret = ret, .notes = notes };

		for (FTSENT *f; (f = fts_read(walk));) look_at(&in, f);
		fts_close(walk);
		free(roots[0]);
	}
}
