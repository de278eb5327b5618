#include "source/trees.h"

#include "format/path.h"
#include "rootfs/collect.h"
#include "rootfs/started.h"

#include <stdlib.h>

/* Does a region lie in a file of a root file system? */
bool trees_is_in_root(const struct trees *all, uint32_t region)
{
	while (region && region < all->room) {
		if (all->trees[region].is_root) return true;
		region = all->regions[region].parent;
	}
	return false;
}

static int by_path(const void *a, const void *b)
{
	const struct tree_file *x = a, *y = b;
	int order = str_compare(x->path, y->path);

	return order ? order : x->fact < y->fact ? -1 : x->fact > y->fact;
}

static bool has_folder(const struct tree *t, const char *name)
{
	/* Archives need not list folders; links to folders are names of their own. */
	return tree_find(t, str_of(name)) || tree_first_below(t, str_of(name)) < t->count;
}

static bool looks_like_root(const struct tree *t)
{
	return (has_folder(t, "bin") || has_folder(t, "sbin") || has_folder(t, "usr/bin")) && has_folder(t, "etc");
}

static bool has_below(const struct tree *t, str folder, const char *name)
{
	struct path path = { 0 };
	size_t i;

	if (!path_add(&path, folder) || !path_add(&path, str_of(name))) return false;
	i = tree_first_below(t, path_str(&path));
	return i < t->count || tree_name(t, path_str(&path));
}

/* The tree of what lies below a folder, its names as they are from there. False when that is no root file system. */
static bool root_in(struct trees *all, const struct tree *t, str folder, struct tree *ret)
{
	size_t first = tree_first_below(t, folder), count = 0, mark = all->keep->used;

	if (!has_below(t, folder, "bin") && !has_below(t, folder, "sbin") && !has_below(t, folder, "usr/bin"))
		return false;
	while (first + count < t->count && tree_below(&t->files[first + count], folder)) count++;

	struct tree_file *files = arena_array(all->keep, struct tree_file, count);

	for (size_t k = 0; k < count; k++) {
		files[k] = t->files[first + k];
		files[k].path = (str){ files[k].path.p + folder.n + 1, files[k].path.n - folder.n - 1 };
	}
	*ret = *t;
	ret->files = files;
	ret->count = count;
	ret->is_root = looks_like_root(ret);
	if (!ret->is_root) arena_rewind(all->keep, mark);
	return ret->is_root;
}

static bool is_at_or_below(const struct tree_file *file, str path)
{
	return str_equal(file->path, path) || tree_below(file, path);
}

static void collect_tree(struct trees *all, const struct tree *t)
{
	struct started started = { .keep = all->keep };
	struct tree noted = *t;

	noted.started = &started;
	for (size_t i = 0; i < t->count; i++)
		if (t->files[i].type == NODE_LINK && path_leads_out(t->files[i].path, t->files[i].target))
			fact_setting(all->facts, &(struct fact_setting){ .file = t->files[i].fact,
							 .domain = STR("file"),
							 .key = STR("leads-out"),
							 .value = t->files[i].target });
	for (const struct tree_collector *const *c = tree_collectors; *c; c++) {
		noted.classes = (*c)->classes;
		(*c)->collect(all->facts, &noted, all->scratch);
	}
}

static void collect_root(struct trees *all, struct tree tree);

static bool has_root_below(const struct tree *t, size_t first, str folder)
{
	for (size_t i = first; i < t->count && is_at_or_below(&t->files[i], folder); i++)
		if (str_find(t->files[i].path, "/bin/", NULL) || str_find(t->files[i].path, "/sbin/", NULL))
			return true;
	return false;
}

/* Folders that stand where a root's folder stands, and hold none: partitions of the same product, as whoever unpacked
 * it laid them. */
static void collect_beside(struct trees *all, const struct tree *t, str root)
{
	str name = str_base_name(root), parent = { root.p, root.n - name.n };

	for (size_t i = 0; i < t->count;) {
		str path = t->files[i].path, rest = { path.p + parent.n, path.n > parent.n ? path.n - parent.n : 0 },
		    first;
		size_t next = i + 1;

		if (path.n > parent.n && memcmp(path.p, root.p, parent.n) == 0 && str_split(&rest, '/', &first) &&
			rest.n) {
			str folder = { path.p, parent.n + first.n };
			size_t count = 0;

			while (i + count < t->count && is_at_or_below(&t->files[i + count], folder)) count++;
			next = i + count;
			if (!has_root_below(t, i, folder)) {
				struct tree_file *files = arena_array(all->keep, struct tree_file, count);
				struct tree beside = *t;

				for (size_t k = 0; k < count; k++) {
					files[k] = t->files[i + k];
					files[k].path.p += folder.n + 1;
					files[k].path.n -= folder.n + 1;
				}
				beside.files = files;
				beside.count = count;
				beside.is_root = false;
				beside.is_beside_root = true;
				collect_tree(all, &beside);
			}
		}
		i = next > i ? next : i + 1;
	}
}

/* An archive often holds the root in a folder ("squashfs-root/etc", "rootfs/etc"), or several of them: then the
 * collectors see each such folder as a tree. Folders below a root that was taken are its own. */
static bool collect_roots_in_folders(struct trees *all, const struct tree *t)
{
	str taken = { 0 };

	for (size_t i = 0; i < t->count; i++) {
		str path = t->files[i].path, rest = path, part;

		if (taken.p && tree_below(&t->files[i], taken)) continue;
		while (str_split(&rest, '/', &part)) {
			str folder = { path.p, (size_t)(part.p - path.p) };
			struct tree root;

			/* The folder that "etc" stands in: of the name itself, or of one below it. */
			if (!folder.n || !str_is(part, "etc")) continue;
			folder.n--;
			if (i && is_at_or_below(&t->files[i - 1], (str){ path.p, folder.n + 4 })) continue; /* tried */
			if (!root_in(all, t, folder, &root)) continue;
			collect_root(all, root);
			taken = folder;
			break;
		}
	}
	if (taken.p) collect_beside(all, t, taken);
	return taken.p != NULL;
}

static struct tree tree_of(struct trees *all, uint32_t region)
{
	struct growing *g = &all->trees[region];
	struct tree tree = {
		.files = g->files,
		.count = g->count,
		.region = region,
		.is_whole = !all->regions[region].trouble.is,
		.shortfalls = all->shortfalls,
	};

	tree.is_root = looks_like_root(&tree);
	return tree;
}

/* The file system that a device means: in a partition of the flash, or the volume of that name. 0: it is not there. */
static uint32_t mounted_region(const struct trees *all, uint32_t root, str device)
{
	const struct partition *p = partitions_device(&all->partitions, device);
	const char *colon = str_starts(device, "ubi") ? memchr(device.p, ':', device.n) : NULL;

	for (uint32_t i = 1; i <= all->region_count && i < all->room; i++) {
		const struct walk_region *r = &all->regions[i], *above = &all->regions[r->parent];

		if (!all->trees[i].count || i == root) continue;
		if (p && !r->parent && r->at >= p->at && r->at - p->at < p->size) return i;
		if (!colon) continue;

		str volume = { colon + 1, (size_t)(device.p + device.n - colon) - 1 };

		if (volume.n && (str_equal(r->name, volume) || (r->parent && str_equal(above->name, volume)))) return i;
	}
	return 0;
}

/* Each join makes a list of all files anew. One large file system that is mounted in many places would else take all
 * memory; a large camera joins ten of a few thousand. */
enum { JOINED_FILES_MOST = 1 << 20 };

/* A root with what it mounts; what is mounted and not in the image is a shortfall of every class. */
static void collect_root(struct trees *all, struct tree tree)
{
	struct mount mounts[MOUNTS_MOST];
	size_t count = mounts_of(&tree, mounts), joined = 0;

	if (count > MOUNTS_MOST)
		explaining_unread(all->explaining, 0, STR("more is mounted than is followed"),
			"the partitions as inputs of their own");
	for (size_t i = 0; i < count && i < MOUNTS_MOST; i++) {
		uint32_t region = mounted_region(all, tree.region, mounts[i].device);

		if (region) {
			struct tree other = tree_of(all, region);

			joined += tree.count + other.count;
			if (joined > JOINED_FILES_MOST) {
				explaining_unread(all->explaining, 0, STR("more is mounted than is joined"),
					"the partitions as inputs of their own");
				break;
			}
			tree = mounts_join(&tree, &other, mounts[i].path, all->keep);
			all->trees[region].is_joined = true;
			continue;
		}
		explaining_unread(all->explaining, 0,
			arena_printf(all->keep, "what is mounted at /%.*s is not in the image (%.*s, by /%.*s)",
				STR_FMT(mounts[i].path), STR_FMT(mounts[i].device), STR_FMT(mounts[i].file->path)),
			"the image of this partition, or one of the whole flash");
	}
	collect_tree(all, &tree);
}

/* Roots first: what they mount is a part of them. Then what stands beside them: a partition with settings and accounts
 * of its own. */
bool trees_collect(struct trees *all)
{
	bool has_root = false;

	for (uint32_t i = 1; i <= all->region_count && i < all->room; i++) {
		struct growing *g = &all->trees[i];

		if (!g->count) continue;
		qsort(g->files, g->count, sizeof(*g->files), by_path);
		/* No sound file system has it, and readers of archives leave the last. */
		for (size_t k = 1; k < g->count; k++)
			all->explaining->has_twin_name |= str_equal(g->files[k - 1].path, g->files[k].path);
		g->is_root = tree_of(all, i).is_root;
		has_root |= g->is_root;
	}
	for (uint32_t i = 1; i <= all->region_count && i < all->room; i++)
		if (all->trees[i].is_root && !all->trees[i].is_joined) collect_root(all, tree_of(all, i));
	for (uint32_t i = 1; i <= all->region_count && i < all->room; i++) {
		struct growing *g = &all->trees[i];

		if (!g->count || g->is_root || g->is_joined) continue;

		struct tree tree = tree_of(all, i);

		g->is_root = collect_roots_in_folders(all, &tree);
		has_root |= g->is_root;
		if (g->is_root) continue;
		tree.is_beside_root = has_root && !trees_is_in_root(all, all->regions[i].parent);
		collect_tree(all, &tree);
	}
	return has_root;
}
