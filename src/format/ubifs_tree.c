#include "format/ubifs.h"

#include "base/limits.h"
#include "format/capability.h"
#include "format/compress.h"
#include "format/part.h"
#include "format/path.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <sys/stat.h>

static const struct fault no_inode = { FAULT_INPUT, "ubifs.no-inode", "a name has no inode" };
static const struct fault bad_data = { FAULT_INPUT, "ubifs.bad-data", "a piece of a file is damaged" };
static const struct fault bad_name = { FAULT_INPUT, "ubifs.bad-name", "a name in a directory is none" };
static const struct fault too_deep = { FAULT_LIMIT, "ubifs.too-deep", "directories are nested deeper than we follow" };

enum { NONE = 0, LZO = 1, DEFLATE = 2, ZSTD = 3 };
enum { ROOT = 1, PIECE = 4096 };

struct tree {
	struct ubifs *fs;
	struct path path;
};

/* What an inode node says. */
struct inode {
	uint64_t size;
	uint32_t uid, gid, mode;
	span data; /* of a symbolic link: its target; of a device: its number */
};

static int by_place(const void *a, const void *b)
{
	const struct ubifs_node *x = a, *y = b;

	if (x->kind != y->kind) return x->kind < y->kind ? -1 : 1;
	if (x->number != y->number) return x->number < y->number ? -1 : 1;
	if (x->block != y->block) return x->block < y->block ? -1 : 1;

	int order = str_compare(x->name, y->name);

	if (order) return order;
	if (x->sequence != y->sequence) return x->sequence < y->sequence ? -1 : 1;
	return x->bytes.p < y->bytes.p ? -1 : x->bytes.p > y->bytes.p;
}

/* Of what is there several times, the newest. */
static void keep_newest(struct ubifs *fs)
{
	size_t kept = 0;

	qsort(fs->nodes, fs->count, sizeof(*fs->nodes), by_place);
	for (size_t i = 0; i < fs->count; i++) {
		const struct ubifs_node *n = &fs->nodes[i];

		if (i + 1 < fs->count && n[1].kind == n->kind && n[1].number == n->number && n[1].block == n->block &&
			str_equal(n[1].name, n->name))
			continue;
		fs->nodes[kept++] = *n;
	}
	fs->count = kept;
}

/* The first node of a kind with that number or a higher one. */
static size_t lower_bound(const struct ubifs *fs, enum ubifs_kind kind, uint64_t number)
{
	size_t low = 0, high = fs->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct ubifs_node *n = &fs->nodes[middle];

		if (n->kind < kind || (n->kind == kind && n->number < number))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* ---- contents ---------------------------------------------------------------------------------------------------- */

static bool unpack_piece(span node, uint8_t *out, size_t room)
{
	uint8_t piece[PIECE];
	reader r = { .in = node, .at = 40 };
	uint32_t n = read_le32(&r);
	uint16_t kind = read_le16(&r);
	span stored = span_from(node, UBIFS_DATA_HEADER, SIZE_MAX);
	size_t got = n;
	bool is_good = n <= PIECE;

	if (!is_good) return false;
	if (kind == NONE) {
		is_good = stored.n == n;
		if (is_good && n) memcpy(piece, stored.p, n);
	} else if (kind == DEFLATE) {
		struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();

		is_good = d && !libdeflate_deflate_decompress(d, stored.p, stored.n, piece, n, &got);
		if (d) libdeflate_free_decompressor(d);
	} else if (kind == LZO || kind == ZSTD) {
		is_good = !block_unpack(kind == LZO ? COMPRESSION_LZO : COMPRESSION_ZSTD, stored, piece, n, &got).is;
	} else {
		is_good = false;
	}
	if (!is_good || got != n) return false;
	memcpy(out, piece, n < room ? n : room);
	return true;
}

static err content(struct tree *t, uint32_t number, uint64_t size, struct node *node)
{
	struct ubifs *fs = t->fs;
	size_t first = lower_bound(fs, UBIFS_DATA, number), end = lower_bound(fs, UBIFS_DATA, (uint64_t)number + 1);
	uint64_t stored = 0;
	uint8_t *out;

	for (size_t i = first; i < end; i++) stored += fs->nodes[i].bytes.n;
	if (first < end) node->at = (uint64_t)(fs->nodes[first].bytes.p - fs->in.p);
	if (!size) return OK;
	if (size > LIMIT_EXPANSION_FREE && size / LIMIT_EXPANSION > stored) {
		node->is_cut = true;
		ubifs_trouble(fs, fail(&bad_data, node->at));
		return OK;
	}
	TRY(part_room(fs->w, stored, size, &out));
	memset(out, 0, (size_t)size);
	for (size_t i = first; i < end; i++) {
		uint64_t at = (uint64_t)fs->nodes[i].block * PIECE;

		/* What was cut off stays in the log for a while. */
		if (at >= size || unpack_piece(fs->nodes[i].bytes, out + at, (size_t)(size - at))) continue;
		node->is_cut = true;
		ubifs_trouble(fs, fail(&bad_data, (uint64_t)(fs->nodes[i].bytes.p - fs->in.p)));
	}
	node->content = (span){ out, (size_t)size };
	return OK;
}

/* ---- names ------------------------------------------------------------------------------------------------------- */

static struct inode read_inode(span node)
{
	reader r = { .in = node, .at = 48 };
	struct inode i = { .size = read_le64(&r) };

	read_seek(&r, 96);
	i.uid = read_le32(&r);
	i.gid = read_le32(&r);
	i.mode = read_le32(&r);
	read_skip(&r, 4);
	i.data = span_cut(node, UBIFS_INODE_HEADER, read_le32(&r));
	return i;
}

static uint64_t device_number(span s)
{
	reader r = { .in = s };

	if (s.n == 8) return read_le64(&r);
	return s.n == 4 ? read_le32(&r) : 0;
}

/* An attribute is an inode whose data are its value. */
static str capabilities_of(const struct ubifs *fs, uint32_t number)
{
	size_t first = lower_bound(fs, UBIFS_ATTRIBUTE, number),
	       end = lower_bound(fs, UBIFS_ATTRIBUTE, (uint64_t)number + 1);

	for (size_t i = first; i < end; i++) {
		const struct ubifs_node *n = &fs->nodes[i];

		if (!n->inode || !str_is(n->name, CAPABILITY_ATTRIBUTE)) continue;

		size_t found = lower_bound(fs, UBIFS_INODE, n->inode);
		bool is_there = found < fs->count && fs->nodes[found].kind == UBIFS_INODE &&
				fs->nodes[found].number == n->inode;

		return capability_text(
			walk_memory(fs->w), is_there ? read_inode(fs->nodes[found].bytes).data : (span){ 0 });
	}
	return (str){ 0 };
}

static err walk_directory(struct tree *t, uint32_t number, unsigned depth);

static err walk_inode(struct tree *t, const struct ubifs_node *name, unsigned depth)
{
	struct ubifs *fs = t->fs;
	size_t found = lower_bound(fs, UBIFS_INODE, name->inode);
	struct ubifs_node *n = &fs->nodes[found];
	struct arena *memory = walk_memory(fs->w);

	if (found == fs->count || n->kind != UBIFS_INODE || n->number != name->inode) {
		ubifs_trouble(fs, fail(&no_inode, (uint64_t)(name->bytes.p - fs->in.p)));
		return OK;
	}

	struct inode inode = read_inode(n->bytes);
	struct node node = { .path = path_str(&t->path),
		.mode = inode.mode & 07777,
		.uid = inode.uid,
		.gid = inode.gid,
		.size = inode.size,
		.at = (uint64_t)(n->bytes.p - fs->in.p) };
	bool was_met = n->is_met;

	n->is_met = true;
	if (!was_met) n->name = arena_str(memory, node.path); /* for hard links: an inode has no name of its own */

	size_t mark = memory->used;

	switch (inode.mode & S_IFMT) {
	case S_IFDIR:
		node.type = NODE_DIRECTORY;
		node.size = 0;
		TRY(walk_node(fs->w, &node));
		return was_met ? OK : walk_directory(t, n->number, depth + 1);
	case S_IFLNK:
		node.type = NODE_LINK;
		node.target = str_from_span(inode.data);
		break;
	case S_IFCHR:
	case S_IFBLK:
		node.type = S_ISCHR(inode.mode) ? NODE_CHARACTER : NODE_BLOCK;
		node.size = device_number(inode.data);
		break;
	case S_IFIFO:
		node.type = NODE_FIFO;
		break;
	case S_IFSOCK:
		node.type = NODE_SOCKET;
		break;
	default:
		node.type = NODE_FILE;
		if (was_met) node.target = n->name;
		node.capabilities = capabilities_of(fs, n->number);
		TRY(content(t, n->number, inode.size, &node));
	}

	err limit = walk_node(fs->w, &node);

	arena_rewind(memory, mark);
	return limit;
}

static err walk_directory(struct tree *t, uint32_t number, unsigned depth)
{
	size_t first = lower_bound(t->fs, UBIFS_NAME, number),
	       end = lower_bound(t->fs, UBIFS_NAME, (uint64_t)number + 1);

	for (size_t i = first; i < end; i++) {
		const struct ubifs_node *n = &t->fs->nodes[i];
		size_t before = t->path.n;
		uint64_t at = (uint64_t)(n->bytes.p - t->fs->in.p);

		if (!n->inode) continue; /* removed */
		if (depth > PATH_DEEPEST || !path_push(&t->path, n->name)) {
			ubifs_trouble(t->fs, fail(depth > PATH_DEEPEST ? &too_deep : &bad_name, at));
			continue;
		}
		TRY(walk_inode(t, n, depth));
		t->path.n = before;
	}
	return OK;
}

err ubifs_tree(struct ubifs *fs)
{
	struct tree *t = arena_new(walk_memory(fs->w), struct tree);

	t->fs = fs;
	keep_newest(fs);
	return walk_directory(t, ROOT, 0);
}
