#include "batch/products.h"

#include "work/product_folder.h"

#include <errno.h>
#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void add_source(struct arena *keep, struct batch_product *p, enum source_kind kind, const char *path)
{
	*vec_add(keep, &p->sources) = (struct batch_source){ kind, path };
}

/* ---- below a folder ---------------------------------------------------------------------------------------------- */

static bool is_product_name(const char *name)
{
	return source_way_named(SOURCE_PRODUCT, name) == &sources[SOURCE_PRODUCT].ways[0];
}

static bool is_product_file(const char *name)
{
	return str_ends(str_of(name), ".yaml") || str_ends(str_of(name), ".yml");
}

/* What lies beside the product file. Images are not for a batch: they are told, and what rests on them stays open. */
static err add_beside(struct arena *keep, struct batch_product *p, const char *folder, const struct notes *notes)
{
	product_inputs inputs = { 0 };
	size_t images = 0;

	TRY(product_folder_list(folder, keep, &inputs, notes));
	for (size_t i = 0; i < inputs.n; i++) {
		const struct product_input *input = &inputs.p[i];

		if (input->kind == SOURCE_IMAGE)
			images++;
		else if (!is_product_name(str_base_name(str_of(input->path)).p))
			add_source(keep, p, input->kind, input->path);
	}
	if (images)
		note(notes, "%s/" PRODUCT_INPUTS ": a batch reads no images; \"assay check %s\" does", folder, folder);
	return OK;
}

static void add_product(
	struct arena *keep, batch_products *ret, const char *path, const char *folder, const struct notes *notes)
{
	struct batch_product *p = vec_add(keep, ret);

	*p = (struct batch_product){ .path = arena_cstr(keep, str_of(path)) };
	add_source(keep, p, SOURCE_PRODUCT, p->path);
	p->is_refused = folder && add_beside(keep, p, folder, notes).is;
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
	if (is_in_product && product_folder_owns(f->fts_name)) {
		if (f->fts_info == FTS_D) fts_set(in->walk, f, FTS_SKIP);
		return;
	}
	if (f->fts_info == FTS_D) f->fts_number = product_folder_is(f->fts_path);
	if (!is_file(f)) return;
	if (is_in_product && is_product_name(f->fts_name))
		add_product(in->keep, in->ret, f->fts_path,
			arena_cstr(in->keep, (str){ f->fts_path, f->fts_pathlen - f->fts_namelen - 1u }), in->notes);
	else if (f->fts_level == 0 || is_product_file(f->fts_name))
		add_product(in->keep, in->ret, f->fts_path, NULL, in->notes);
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
