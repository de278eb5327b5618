/* The product folder: what exists of one product, each thing in its place (doc/product-folder.md). What a person said
 * lies there as text; out/ is made of it, and may be made again at any time.
 *
 *     product.yaml answers.yaml treatments.yaml   inputs/ forms/ process/ documents/   out/
 *
 * Where a kind of source lies is a column of the table of sources (source/sources.c: files).
 */
#ifndef ASSAY_WORK_PRODUCT_FOLDER_H
#define ASSAY_WORK_PRODUCT_FOLDER_H

#include "base/vec.h"
#include "source/sources.h"
#include "work/work.h"

#define PRODUCT_OUT "out"
#define PRODUCT_EVIDENCE "product.assay"

struct product_input {
	enum source_kind kind;
	const char *path; /* to open it by */
	str name;         /* as it shall stand in the evidence; empty: the path's last part */
	str part;         /* device, app, service, gateway; empty: the device */
};
typedef VEC(struct product_input) product_inputs;

/* A folder with a product file of the usual name. */
bool product_folder_is(const char *path);

/* What it brings, in the order in which it is read; everything lives in the arena. Empty folders bring nothing. Refused
 * with a sentence: two product files, what leads out of the folder by a link, what cannot be read. */
err product_folder_list(const char *path, struct arena *keep, product_inputs *ret, const struct notes *notes);

/* In the order of their kinds; within one they stay as they stand. */
void product_inputs_sort(product_inputs *inputs, struct arena *keep);

/* Whether a name at the top of a product folder belongs to the folder itself, and is no product file of its own. */
bool product_folder_owns(const char *name);

/* The folder of results of a product folder. */
const char *product_folder_out(const char *folder, struct arena *keep);

/* The product folder of which a file is a result: one that has inputs or answers, too. NULL: of none. */
const char *product_folder_around(const char *file, struct arena *keep);

/* What a person named as evidence: a file stands for itself; of a folder it is the evidence in its results, or in it.
 * work_refused where a folder holds none: the notes say which command makes it. */
err evidence_named(const char *path, struct arena *keep, const char **ret, const struct notes *notes);

#endif
