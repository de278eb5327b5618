#include "source/image.h"

#include "base/digest.h"
#include "base/limits.h"
#include "base/vec.h"
#include "format/explained.h"
#include "format/path.h"
#include "rootfs/collect.h"
#include "rootfs/noted.h"
#include "source/trees.h"

#include <stdlib.h>

/* A file that is known by nothing: in a root file system a file as others are, elsewhere a part that nobody reads. */
struct plain {
	uint32_t region;
	str path;
	uint64_t size;
};

struct image {
	struct facts *facts;
	struct arena keep, scratch;
	const struct image_options *options;
	uint64_t size;
	struct walk_region *regions; /* by number, from 1 */
	struct growing *trees;       /* by region number */
	size_t room;
	uint32_t region_count;
	uint8_t (*seen)[32]; /* digests of contents that file collectors have had: a hash set */
	size_t seen_room, seen_count;
	VEC(struct plain) plain;  /* files of archives, of no form that we know */
	VEC(struct plain) filled; /* texts that are larger than collectors of trees are given */
	struct partitions partitions;
	struct shortfalls shortfalls;
	struct explaining explaining;
	struct noted noted;
	/* Of the file before, and by which name it came first: names of one file follow each other. */
	struct digest last_digest;
	span last_content, last_kept;
	str last_first;
	uint32_t last_region;
};

enum { SCRATCH = 512 << 20 };

static void room_for(struct image *im, uint32_t region)
{
	if (region < im->room) return;

	size_t room = im->room ? im->room : 64;

	while (room <= region) room *= 2;
	im->regions = reallocarray(im->regions, room, sizeof(*im->regions));
	im->trees = reallocarray(im->trees, room, sizeof(*im->trees));
	if (!im->regions || !im->trees) abort();
	memset(im->regions + im->room, 0, (room - im->room) * sizeof(*im->regions));
	memset(im->trees + im->room, 0, (room - im->room) * sizeof(*im->trees));
	im->room = room;
}

/* ---- one file ---------------------------------------------------------------------------------------------------- */

static bool is_text(span content)
{
	span head = span_from(content, 0, 4096);

	for (size_t i = 0; i < head.n; i++)
		if (head.p[i] == 0 || (head.p[i] < ' ' && !strchr("\t\n\r\f\b\033", head.p[i]))) return false;
	return true;
}

static const char *content_kind(span content)
{
	if (!content.n) return NULL;
	if (content.n >= 4 && memcmp(content.p, "\177ELF", 4) == 0) return "elf";
	if (content.n >= 2 && memcmp(content.p, "#!", 2) == 0) return "script";
	return is_text(content) ? "text" : "data";
}

static str type_name(enum node_type type)
{
	switch (type) {
	case NODE_FILE:
		return STR("file");
	case NODE_DIRECTORY:
		return STR("directory");
	case NODE_LINK:
		return STR("link");
	case NODE_CHARACTER:
		return STR("character");
	case NODE_BLOCK:
		return STR("block");
	case NODE_FIFO:
		return STR("fifo");
	case NODE_SOCKET:
		return STR("socket");
	}
	abort();
}

static bool seen_before(struct image *im, const uint8_t digest[32])
{
	if (im->seen_count * 2 >= im->seen_room) {
		size_t room = im->seen_room ? im->seen_room * 2 : 4096;
		uint8_t(*bigger)[32] = calloc(room, sizeof(*bigger));

		if (!bigger) abort();
		for (size_t i = 0; i < im->seen_room; i++) {
			size_t at;

			memcpy(&at, im->seen[i], sizeof(at));
			if (!at) continue;
			for (at &= room - 1; bigger[at][0] || bigger[at][1]; at = (at + 1) & (room - 1)) continue;
			memcpy(bigger[at], im->seen[i], 32);
		}
		free(im->seen);
		im->seen = bigger;
		im->seen_room = room;
	}

	size_t at;

	memcpy(&at, digest, sizeof(at));
	for (at &= im->seen_room - 1; im->seen[at][0] || im->seen[at][1]; at = (at + 1) & (im->seen_room - 1))
		if (memcmp(im->seen[at], digest, 32) == 0) return true;
	memcpy(im->seen[at], digest, 32);
	im->seen_count++;
	return false;
}

/* A copy: what has the same bytes was given to the collectors under another name. */
static void collect_file(struct image *im, const struct tree_file *file, span content, bool is_copy)
{
	enum { COPY_MOST = 64 << 10 };

	for (const struct file_collector *const *c = file_collectors; *c; c++) {
		if (is_copy && (!(*c)->each_name || (content.n > COPY_MOST && !(*c)->any_size))) continue;
		if ((*c)->wants(file, content)) (*c)->collect(im->facts, file, content, im->scratch);
	}
}

/* Collectors of trees are not given texts of megabytes. Below usr and lib such are lists of devices, words and
 * codes. */
static bool may_be_setting(str path)
{
	bool is_of_system = str_starts(path, "usr/") || str_starts(path, "lib/");

	return !is_of_system || str_starts(path, "usr/etc/") || str_starts(path, "usr/local/");
}

static err on_node(void *self, uint32_t region, uint64_t region_at, const struct node *node)
{
	struct image *im = self;

	room_for(im, region);

	struct growing *tree = &im->trees[region];
	struct digest digest = { 0 };
	bool is_file = node->type == NODE_FILE, has_content = is_file && !node->is_cut;
	const char *kind = is_file ? content_kind(node->content) : NULL;

	if (tree->count == tree->room) {
		tree->room = tree->room ? tree->room * 2 : 256;
		tree->files = reallocarray(tree->files, tree->room, sizeof(*tree->files));
		if (!tree->files) abort();
	}

	struct tree_file *file = &tree->files[tree->count++];
	str path = arena_printf(&im->keep, "/%.*s", STR_FMT(node->path));

	*file = (struct tree_file){
		.shortfalls = &im->shortfalls,
		.noted = &im->noted,
		.path = { path.p + 1, path.n - 1 },
		.type = node->type,
		.mode = node->mode,
		.uid = node->uid,
		.gid = node->gid,
		.size = node->size,
		.at = region_at + node->at,
		/* A further name of a file is a file as the first is. */
		.target = node->type == NODE_LINK && node->target.n ? arena_str(&im->keep, node->target) : (str){ 0 },
		.is_elf = kind && strcmp(kind, "elf") == 0,
		.is_cut = node->is_cut,
	};
	bool is_same_file = has_content && node->content.n && region == im->last_region && node->target.n &&
			    str_equal(node->target, im->last_first) && node->content.p == im->last_content.p &&
			    node->content.n == im->last_content.n;

	if (has_content) digest = is_same_file ? im->last_digest : digest_of(node->content);
	if (kind && (strcmp(kind, "text") == 0 || strcmp(kind, "script") == 0) && node->content.n > LIMIT_KEPT_FILE &&
		may_be_setting(file->path))
		*vec_add(&im->keep, &im->filled) =
			(struct plain){ .region = region, .path = file->path, .size = node->content.n };
	file->fact = fact_file(im->facts, &(struct fact_file){
						  .region = region,
						  .path = path,
						  .name = str_base_name(path),
						  .type = type_name(node->type),
						  .mode = NUM(node->mode),
						  .uid = NUM(node->uid),
						  .gid = NUM(node->gid),
						  .size = NUM(node->size),
						  .at = NUM(file->at),
						  .sha256 = has_content ? digest_str(&digest) : (str){ 0 },
						  .target = file->target,
						  .content = str_of(kind),
					  });
	/* As set-id bits do, they give a program rights that its user does not have. */
	if (node->capabilities.n)
		fact_setting(im->facts, &(struct fact_setting){ .file = file->fact,
						.at = NUM(file->at),
						.domain = STR("file"),
						.key = STR("capabilities"),
						.value = node->capabilities });
	if (!is_file) return OK;
	if (kind && (strcmp(kind, "text") == 0 || strcmp(kind, "script") == 0) && node->content.n <= LIMIT_KEPT_FILE)
		file->content = is_same_file ? im->last_kept
					     : span_from_str(arena_str(&im->keep, str_from_span(node->content)));
	im->last_digest = digest;
	im->last_content = node->content;
	im->last_kept = file->content;
	im->last_region = region;
	if (!is_same_file) im->last_first = file->path;
	collect_file(im, file, node->content, has_content && seen_before(im, digest.raw));
	return OK;
}

/* Bytes that no format claims have no name of their own; collectors want one to say where. */
static void on_leaf(void *self, const struct walk_region *region, span content)
{
	struct image *im = self;
	bool is_wanted = false;
	str kind = region->name.n ? region->name : str_of(region->kind);
	struct tree_file file = { .shortfalls = &im->shortfalls,
		.noted = &im->noted,
		.path = arena_printf(&im->keep, "[%.*s at 0x%llx]", STR_FMT(kind), (unsigned long long)region->at),
		.size = content.n,
		.at = region->at };

	partitions_find(&im->partitions, content, &im->keep);
	for (const struct file_collector *const *c = file_collectors; *c; c++) is_wanted |= (*c)->wants(&file, content);
	if (!is_wanted) return;
	file.fact = fact_file(im->facts, &(struct fact_file){ .region = region->number,
						 .path = file.path,
						 .name = file.path,
						 .type = STR("file"),
						 .size = NUM(content.n),
						 .at = NUM(region->at),
						 .content = STR("region") });
	collect_file(im, &file, content, false);
}

static void on_plain(void *self, uint32_t region, str path, span content)
{
	struct image *im = self;

	if (!content.n || is_text(content) || explained_is_known(content)) return;
	*vec_add(&im->keep, &im->plain) =
		(struct plain){ .region = region, .path = arena_str(&im->keep, path), .size = content.n };
}

static void on_region(void *self, const struct walk_region *region)
{
	struct image *im = self;

	room_for(im, region->number);
	im->regions[region->number] = *region;
	im->regions[region->number].name = arena_str(&im->keep, region->name);
	if (region->number > im->region_count) im->region_count = region->number;
}

static void on_note(void *self, uint32_t region, uint64_t at, const char *domain, const char *key, str value)
{
	struct image *im = self;

	(void)region;
	fact_setting(im->facts,
		&(struct fact_setting){ .at = NUM(at), .domain = str_of(domain), .key = str_of(key), .value = value });
}

/* A checksum tells damage, not forgery: it is a note on the format, never a signature. */
static void on_checksum(
	void *self, uint32_t region, uint64_t at, const char *target, const char *algorithm, bool is_valid)
{
	struct image *im = self;
	struct arena scratch = im->scratch;

	(void)region;
	fact_setting(im->facts, &(struct fact_setting){ .at = NUM(at),
					.domain = STR("checksum"),
					.key = arena_printf(&scratch, "%s-%s", target, algorithm),
					.value = is_valid ? STR("fits") : STR("does not fit") });
}

static void on_progress(void *self, uint64_t done)
{
	struct image *im = self;

	facts_progress(im->facts, done, im->size);
}

/* ---- after the walk ---------------------------------------------------------------------------------------------- */

/* Region rows, in the order of their numbers; what nobody could read is added up. */
static void write_regions(struct image *im, const struct trees *trees)
{
	for (uint32_t i = 1; i <= im->region_count; i++) {
		const struct walk_region *r = &im->regions[i];
		bool is_directory = im->options->is_directory && i == 1;

		fact_region(im->facts, &(struct fact_region){
					       .parent = r->parent,
					       .at = NUM(r->at),
					       .size = NUM(r->size),
					       .kind = is_directory ? STR("directory") : str_of(r->kind),
					       .name = r->name.n ? r->name : (str){ 0 },
					       .unpacked = r->unpacked ? NUM(r->unpacked) : (num){ 0 },
					       .entropy = r->entropy >= 0 ? REAL_OF(r->entropy) : (real){ 0 },
					       .readable = str_of(r->readable),
				       });
		if (r->trouble.is)
			fact_setting(im->facts, &(struct fact_setting){ .at = NUM(r->trouble.at),
							.domain = str_of(r->kind),
							.key = STR("trouble"),
							.value = str_of(r->trouble.is->text) });
		explaining_region(&im->explaining, r, trees_is_in_root(trees, r->parent));
	}
}

static bool is_archive(const char *kind)
{
	static const char *const kinds[] = { "tar", "zip", "cpio", "7z", "ar", "rpm", "iso9660" };

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (strcmp(kind, kinds[i]) == 0) return true;
	return false;
}

static void write_extra(struct image *im, const struct plain *p, const char *kind, const char *readable)
{
	fact_region(im->facts, &(struct fact_region){ .parent = p->region,
				       .at = NUM(0),
				       .size = NUM(p->size),
				       .kind = str_of(kind),
				       .name = p->path,
				       .readable = str_of(readable) });
}

/* Beside a root file system, a file of an update archive is a part of the product that nobody read. These regions come
 * after those of the walk. */
static void write_plain(struct image *im, const struct trees *trees)
{
	for (size_t i = 0; i < im->plain.n; i++) {
		const struct plain *p = &im->plain.p[i];

		if (!is_archive(im->regions[p->region].kind) || trees_is_in_root(trees, p->region)) continue;
		write_extra(im, p, "data", "unknown");
		explaining_unread(&im->explaining, p->size, p->path, "this part unpacked or decrypted");
	}
}

err collect_image(struct facts *f, span image, const struct image_options *options)
{
	struct arena memory = arena_open(LIMIT_READER_MEMORY / 2);
	struct image im = { .facts = f,
		.keep = arena_open(LIMIT_READER_MEMORY / 4),
		.scratch = arena_open(SCRATCH),
		.options = options,
		.size = image.n };
	struct walk_visitor visitor = { .self = &im,
		.region = on_region,
		.node = on_node,
		.leaf = on_leaf,
		.plain = on_plain,
		.note = on_note,
		.checksum = on_checksum,
		.progress = on_progress };

	room_for(&im, 0);
	im.explaining =
		(struct explaining){ .facts = f, .keep = &im.keep, .shortfalls = &im.shortfalls, .is_whole = true };

	err e = walk_image(image, &visitor, &memory);
	struct trees trees = { .facts = f,
		.keep = &im.keep,
		.scratch = im.scratch,
		.regions = im.regions,
		.trees = im.trees,
		.room = im.room,
		.region_count = im.region_count,
		.partitions = im.partitions,
		.shortfalls = &im.shortfalls,
		.explaining = &im.explaining };
	bool has_root = trees_collect(&trees);

	write_regions(&im, &trees);
	write_plain(&im, &trees);
	for (size_t i = 0; i < im.filled.n; i++) write_extra(&im, &im.filled.p[i], "text", "part");
	if (im.filled.n) im.explaining.large_text = im.filled.p[0].path;
	if (e.is) explaining_ended(&im.explaining, e);
	explaining_write(&im.explaining, has_root);
	for (size_t i = 0; i < im.room; i++) free(im.trees[i].files);
	free(im.trees);
	free(im.regions);
	free(im.seen);
	noted_free(&im.noted);
	arena_close(&im.keep);
	arena_close(&im.scratch);
	arena_close(&memory);
	return e;
}
