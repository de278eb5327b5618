#include "format/extraction.h"

#include "base/limits.h"
#include "base/siphash.h"
#include "base/vec.h"
#include "format/path.h"

const struct fault archive_broken = { FAULT_INPUT, "archive.broken", "the archive is damaged or cut" };
static const struct fault too_many = { FAULT_LIMIT, "archive.too-many-names",
	"the archive has more names than we list" };

/* An entry as it is stored. */
struct entry {
	struct node node;
	str hard;
	enum extraction_link link;
	bool has_content;
	uint32_t
		/* the entry that has the bytes of the file that this one began: itself, or a hard link that brought
		 * them */
		bytes;
	uint32_t names; /* the first name that has its bytes, by number; 0: none is left */
};

/* A name as it becomes. */
struct name {
	struct node node;
	uint32_t content;  /* the entry that began the file */
	uint32_t next;     /* the next name with the same bytes */
	uint32_t children; /* of a directory */
	uint32_t parent;
	bool is_there, is_implied; /* implied: a folder that no entry lists */
};

/* The folders that could be the root file system, by what stands in them. */
enum { HAS_ETC = 1, HAS_PROGRAMS = 2, IS_ROOT = HAS_ETC | HAS_PROGRAMS };

struct folder {
	str path;
	unsigned has;
};

/* A map from texts to numbers. */
struct map {
	struct slot {
		str key;
		uint32_t value; /* 0: free */
	} * slots;
	size_t room, count;
};

struct extraction {
	struct walk *w;
	VEC(struct entry) entries;
	VEC(struct name) names; /* names.p[0] is the root */
	VEC(struct folder) folders;
	struct map by_path, by_folder;
	struct sip_key key;
	struct path path, target;
};

/* ---- the map ----------------------------------------------------------------------------------------------------- */

static struct slot *map_slot(const struct extraction *n, const struct map *m, str key)
{
	size_t at = (size_t)siphash(n->key, span_from_str(key)) & (m->room - 1);

	while (m->slots[at].value && !str_equal(m->slots[at].key, key)) at = (at + 1) & (m->room - 1);
	return &m->slots[at];
}

static uint32_t map_get(const struct extraction *n, const struct map *m, str key)
{
	return m->room ? map_slot(n, m, key)->value : 0;
}

/* `key` lives as long as the map. */
static void map_put(struct extraction *n, struct map *m, str key, uint32_t value)
{
	if (m->count * 2 >= m->room) {
		struct map bigger = { .room = m->room ? m->room * 2 : 256, .count = m->count };

		bigger.slots = arena_array(walk_memory(n->w), struct slot, bigger.room);
		for (size_t i = 0; i < m->room; i++)
			if (m->slots[i].value) *map_slot(n, &bigger, m->slots[i].key) = m->slots[i];
		*m = bigger;
	}

	struct slot *slot = map_slot(n, m, key);

	if (!slot->value) m->count++;
	*slot = (struct slot){ key, value };
}

/* ---- entries as they are stored ---------------------------------------------------------------------------------- */

struct extraction *extraction_open(struct walk *w)
{
	struct extraction *n = arena_new(walk_memory(w), struct extraction);

	n->w = w;
	/* Not secret, but not known to who wrote the archive: its names cannot be chosen to collide. */
	n->key = (struct sip_key){ (uintptr_t)n, (uintptr_t)&w };
	return n;
}

err extraction_add(struct extraction *n, const struct node *node, enum extraction_link link, str hard, bool has_content)
{
	struct arena *memory = walk_memory(n->w);
	struct entry *e;

	if (n->entries.n >= LIMIT_NODES) return fail(&too_many, node->at);
	e = vec_add(memory, &n->entries);
	*e = (struct entry){
		.node = *node, .link = link, .has_content = has_content, .bytes = (uint32_t)n->entries.n - 1
	};
	e->node.path = arena_str(memory, node->path);
	if (node->target.n) e->node.target = arena_str(memory, node->target);
	if (node->capabilities.n) e->node.capabilities = arena_str(memory, node->capabilities);
	if (hard.n) e->hard = arena_str(memory, hard);
	return OK;
}

/* ---- where the root is ------------------------------------------------------------------------------------------- */

static void mark_folder(struct extraction *n, str path, unsigned has)
{
	uint32_t at = map_get(n, &n->by_folder, path);

	if (!at) {
		struct arena *memory = walk_memory(n->w);

		path = arena_str(memory, path);
		*vec_add(memory, &n->folders) = (struct folder){ .path = path };
		at = (uint32_t)n->folders.n;
		map_put(n, &n->by_folder, path, at);
	}
	n->folders.p[at - 1].has |= has;
}

/* What the name says of the folders above it: a root has "etc", and "bin", "sbin" or "usr/bin". */
static void mark_folders(struct extraction *n, str path)
{
	str rest = path, part, before = { 0 };
	size_t before_at = 0;

	while (str_split(&rest, '/', &part)) {
		size_t at = (size_t)(part.p - path.p);
		str folder = { path.p, at ? at - 1 : 0 };

		if (str_is(part, "etc")) mark_folder(n, folder, HAS_ETC);
		if (str_is(part, "bin") || str_is(part, "sbin")) mark_folder(n, folder, HAS_PROGRAMS);
		if (str_is(part, "bin") && str_is(before, "usr"))
			mark_folder(n, (str){ path.p, before_at ? before_at - 1 : 0 }, HAS_PROGRAMS);
		before = part, before_at = at;
	}
}

/* The folder that is "/" to a name: the topmost above it that holds a root file system, or the archive itself. */
static str root_of(const struct extraction *n, str path)
{
	str rest = path, part;

	while (n->folders.n && str_split(&rest, '/', &part)) {
		size_t at = (size_t)(part.p - path.p);
		str folder = { path.p, at ? at - 1 : 0 };
		uint32_t found = map_get(n, &n->by_folder, folder);

		if (found && n->folders.p[found - 1].has == IS_ROOT) return folder;
	}
	return (str){ path.p, 0 };
}

/* ---- names as they become ---------------------------------------------------------------------------------------- */

static struct name *name_at(struct extraction *n, str path)
{
	uint32_t i = path.n ? map_get(n, &n->by_path, path) : 0;

	if (!path.n) return &n->names.p[0];
	return i && n->names.p[i].is_there ? &n->names.p[i] : NULL;
}

/* A new name, or the old one emptied. */
static struct name *make_name(struct extraction *n, str path, uint32_t parent)
{
	uint32_t i = map_get(n, &n->by_path, path);
	struct name *name;

	if (!i) {
		str kept = arena_str(walk_memory(n->w), path);

		i = (uint32_t)n->names.n;
		name = vec_add(walk_memory(n->w), &n->names);
		name->node.path = kept;
		map_put(n, &n->by_path, kept, i);
	}
	name = &n->names.p[i];
	*name = (struct name){ .node.path = name->node.path, .parent = parent, .is_there = true };
	n->names.p[parent].children++;
	return name;
}

/* Puts the link's target in place of the first `done` bytes of n->path, which are the link. */
static bool follow(struct extraction *n, str link, str target, str rest)
{
	str root = root_of(n, link);
	struct path *path = &n->target;
	str inside = { link.p + (root.n ? root.n + 1 : 0), link.n - (root.n ? root.n + 1 : 0) };

	path->n = 0;
	if (!str_starts(target, "/") && (!path_add(path, inside) || !path_add(path, STR("..")))) return false;
	if (!path_add(path, target)) return false;
	if (rest.n && !path_add(path, rest)) return false;

	struct path whole = { 0 };

	if ((root.n && !path_add(&whole, root)) || !path_add(&whole, path_str(path))) return false;
	n->path = whole;
	return true;
}

/* n->path becomes the place where the name really lies: the links among the folders above it are followed, folders that
 * are not listed are made. False where there cannot be such a folder. */
static bool resolve(struct extraction *n, bool is_to_be_made, uint32_t *ret_parent)
{
	unsigned links = 0, depth = 0;
	size_t at = 0;
	uint32_t parent = 0;

	while (depth++ < PATH_DEEPEST) {
		const char *slash = at < n->path.n ? memchr(n->path.p + at, '/', n->path.n - at) : NULL;

		if (!slash) {
			*ret_parent = parent;
			return n->path.n > 0;
		}

		str folder = { n->path.p, (size_t)(slash - n->path.p) };
		struct name *name = name_at(n, folder);

		if (!name && !is_to_be_made) return false;
		if (!name) {
			name = make_name(n, folder, parent);
			name->node.type = NODE_DIRECTORY;
			name->is_implied = true;
		}
		if (name->node.type == NODE_LINK) {
			str rest = { slash + 1, n->path.n - folder.n - 1 };

			if (++links > LIMIT_LINKS || !follow(n, name->node.path, name->node.target, rest)) return false;
			at = 0, parent = 0, depth = 0;
			continue;
		}
		if (name->node.type != NODE_DIRECTORY) return false;
		parent = (uint32_t)(name - n->names.p);
		at = folder.n + 1;
	}
	return false;
}

static void remove_name(struct extraction *n, struct name *name)
{
	name->is_there = false;
	n->names.p[name->parent].children--;
}

/* An entry that makes a name: what stood there goes, but no folder with something in it. */
static bool put_entry(struct extraction *n, uint32_t i, uint32_t parent, const struct node *node, uint32_t content)
{
	struct name *old = name_at(n, path_str(&n->path));
	bool is_directory = node->type == NODE_DIRECTORY;

	if (old && old->node.type == NODE_DIRECTORY && (is_directory || old->children)) {
		str path = old->node.path;

		if (!is_directory) return false;
		old->node = *node;
		old->node.path = path;
		old->content = i;
		old->is_implied = false;
		return true;
	}
	if (old) remove_name(n, old);

	struct name *name = make_name(n, path_str(&n->path), parent);
	str path = name->node.path;

	name->node = *node;
	name->node.path = path;
	name->content = content;
	return true;
}

/* A hard link: the target's content under a further name; false when there is no such target. */
static bool put_link(struct extraction *n, uint32_t i, const struct entry *e)
{
	struct path own;
	uint32_t parent;
	const struct name *first;

	if (!path_clean(&n->path, e->hard) || !resolve(n, false, &parent)) return false;
	first = name_at(n, path_str(&n->path));
	if (!first || first->node.type == NODE_DIRECTORY) return false;

	struct node node = e->link == EXTRACTION_OWN_LINK ? e->node : first->node;
	uint32_t content = first->content;

	node.type = first->node.type;
	if (node.type == NODE_LINK) node.target = first->node.target;
	/* The bytes stand with this entry: all names that share them have them from here. */
	if (e->has_content && node.type == NODE_FILE) n->entries.p[content].bytes = i;
	own = n->path;
	if (!path_clean(&n->path, e->node.path) || !resolve(n, true, &parent)) return false;
	if (str_equal(path_str(&own), path_str(&n->path))) return true; /* a link to itself changes nothing */
	return put_entry(n, i, parent, &node, content);
}

static void settle_entry(struct extraction *n, uint32_t i)
{
	struct entry *e = &n->entries.p[i];
	uint32_t parent;

	if (e->link != EXTRACTION_NO_LINK && put_link(n, i, e)) return;
	if (!path_clean(&n->path, e->node.path) || (n->path.n && !resolve(n, true, &parent))) {
		walk_refused(n->w, e->node.at, e->node.path);
		return;
	}
	if (!n->path.n) return; /* the root itself */
	/* A link to nothing is a file without bytes, unless it brings them. */
	if (e->link != EXTRACTION_NO_LINK && !e->has_content) e->node.is_cut = true;
	if (!put_entry(n, i, parent, &e->node, i)) walk_refused(n->w, e->node.at, e->node.path);
}

err extraction_settle(struct extraction *n)
{
	struct arena *memory = walk_memory(n->w);

	for (size_t i = 0; i < n->entries.n; i++)
		if (path_clean(&n->path, n->entries.p[i].node.path)) mark_folders(n, path_str(&n->path));
	vec_add(memory, &n->names)->node.type = NODE_DIRECTORY;
	n->names.p[0].is_there = n->names.p[0].is_implied = true;
	for (size_t i = 0; i < n->entries.n; i++) settle_entry(n, (uint32_t)i);

	/* From the last to the first, so that each list is in order. */
	for (size_t k = n->names.n; k-- > 1;) {
		struct name *name = &n->names.p[k];
		struct entry *e = &n->entries.p[n->entries.p[name->content].bytes];

		if (!name->is_there || name->is_implied) continue;
		name->next = e->names;
		e->names = (uint32_t)k;
	}
	return OK;
}

bool extraction_is_left(const struct extraction *n, size_t i)
{
	return i < n->entries.n && n->entries.p[i].names;
}

err extraction_report(struct extraction *n, size_t i, const struct node *content)
{
	str first = { 0 };

	if (!extraction_is_left(n, i)) return OK;
	for (uint32_t k = n->entries.p[i].names; k; k = n->names.p[k].next) {
		struct node node = n->names.p[k].node;

		node.at = content->at;
		if (node.type == NODE_FILE) {
			node.size = content->size;
			node.content = content->content;
			node.is_cut |= content->is_cut;
			node.target = first;
			if (!first.n) first = node.path;
		}
		TRY(walk_node(n->w, &node));
	}
	return OK;
}
