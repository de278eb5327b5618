#include "format/jffs2.h"

#include "base/limits.h"
#include "format/compress.h"
#include "format/lzma_alone.h"
#include "format/part.h"
#include "format/path.h"

#include <stdlib.h>
#include <sys/stat.h>

static const struct fault no_inode = { FAULT_INPUT, "jffs2.no-inode", "a name has no inode" };
static const struct fault bad_data = { FAULT_INPUT, "jffs2.bad-data", "a piece of a file is damaged" };
static const struct fault bad_compression = { FAULT_INPUT, "jffs2.compression",
	"a piece of a file is compressed in a way that we do not know" };
static const struct fault bad_name = { FAULT_INPUT, "jffs2.bad-name", "a name in a directory is none" };
static const struct fault too_deep = { FAULT_LIMIT, "jffs2.too-deep", "directories are nested deeper than we follow" };

enum { NONE = 0, ZERO = 1, RTIME = 2, ZLIB = 6, LZO = 7, LZMA = 8 };
enum { ROOT = 1, PIECE = 64 << 10 /* a page of the largest kernels */ };

struct tree {
	struct jffs2 *fs;
	size_t names; /* fs->nodes[0, names) are names, the others pieces */
	uint8_t *piece;
	struct path path;
};

/* ---- contents ---------------------------------------------------------------------------------------------------- */

/* "rtime", JFFS2's own: a byte, and how many more follow it as they followed it the last time. */
static bool rtime(span in, uint8_t *out, size_t n)
{
	size_t last[256] = { 0 }, done = 0;
	reader r = { .in = in };

	while (done < n) {
		uint8_t value = read_u8(&r);
		size_t repeat = read_u8(&r), from = last[value];

		if (r.is_short) return false;
		out[done++] = value;
		last[value] = done;
		if (repeat > n - done) return false;
		for (; repeat; repeat--) out[done++] = out[from++];
	}
	return true;
}

static err unpack_piece(const struct jffs2_node *n, uint8_t *out)
{
	/* OpenWrt's kernels: no header, no context bits. */
	static const struct lzma_alone lzma = { .dictionary = 0x2000 };
	size_t got = n->unpacked;
	bool is_good = true;

	switch (n->compression) {
	case NONE:
		is_good = n->stored.n == n->unpacked;
		if (is_good && n->unpacked) memcpy(out, n->stored.p, n->unpacked);
		break;
	case ZERO:
		memset(out, 0, n->unpacked);
		break;
	case RTIME:
		is_good = rtime(n->stored, out, n->unpacked);
		break;
	case ZLIB:
	case LZO:
		is_good = !block_unpack(
			n->compression == ZLIB ? COMPRESSION_ZLIB : COMPRESSION_LZO, n->stored, out, n->unpacked, &got)
				   .is;
		break;
	case LZMA:
		got = lzma_decode(&lzma, n->stored, out, n->unpacked).written;
		break;
	default:
		return fail(&bad_compression, n->at);
	}
	return is_good && got == n->unpacked ? OK : fail(&bad_data, n->at);
}

/* Pieces in the order of their versions: each sets the file's size, and writes its bytes over what was there. */
static err content(struct tree *t, const struct jffs2_node *first, const struct jffs2_node *last, struct node *node)
{
	uint64_t size = last->size, stored = 0, unpacked = 0, is_now = 0;
	uint8_t *out;

	for (const struct jffs2_node *n = first; n <= last; n++) stored += n->stored.n, unpacked += n->unpacked;
	node->at = last->at;
	if (!size) return OK;
	/* Any four bytes could claim a file of 4 GiB. */
	if (size > LIMIT_EXPANSION_FREE && size / LIMIT_EXPANSION > stored) {
		node->is_cut = true;
		jffs2_trouble(t->fs, fail(&bad_data, last->at));
		return OK;
	}
	TRY(walk_may_unpack(
		t->fs->w, t->fs->in.n, unpacked < size ? 0 : unpacked - size)); /* what is overwritten later */
	TRY(part_room(t->fs->w, stored, size, &out));
	memset(out, 0, (size_t)size);
	for (const struct jffs2_node *n = first; n <= last; n++) {
		if (n->size < is_now && n->size < size)
			memset(out + n->size, 0, (size_t)((is_now < size ? is_now : size) - n->size));
		is_now = n->size;
		if (!n->unpacked || n->offset >= size) continue;

		bool is_whole = n->unpacked <= PIECE && is_sum(jffs2_sum(n->stored), n->data_sum);
		err e = is_whole ? unpack_piece(n, t->piece) : fail(&bad_data, n->at);

		if (e.is) {
			node->is_cut = true;
			jffs2_trouble(t->fs, e);
			continue;
		}
		memcpy(out + n->offset, t->piece,
			n->unpacked < size - n->offset ? n->unpacked : (size_t)(size - n->offset));
	}
	node->content = (span){ out, (size_t)size };
	return OK;
}

/* ---- names ------------------------------------------------------------------------------------------------------- */

static int by_name(const void *a, const void *b)
{
	const struct jffs2_node *x = a, *y = b;

	if (x->parent != y->parent) return x->parent < y->parent ? -1 : 1;

	int order = str_compare(x->name, y->name);

	if (order) return order;
	if (x->version != y->version) return x->version < y->version ? -1 : 1;
	return x->at < y->at ? -1 : x->at > y->at;
}

/* The first node in [low, high) whose number, of directory or inode, is not below. */
static size_t lower_bound(const struct tree *t, size_t low, size_t high, uint64_t number)
{
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct jffs2_node *n = &t->fs->nodes[middle];

		if ((n->is_name ? n->parent : n->inode) < number)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static err walk_directory(struct tree *t, uint32_t inode, unsigned depth);

static uint64_t device_number(const struct jffs2 *fs, span s)
{
	reader r = { .in = s };

	if (s.n == 4) return jffs2_u32(fs, &r);
	return s.n == 2 ? jffs2_u16(fs, &r) : 0;
}

static err walk_inode(struct tree *t, uint32_t inode, uint64_t at, unsigned depth)
{
	size_t first = lower_bound(t, t->names, t->fs->count, inode);
	size_t end = lower_bound(t, first, t->fs->count, (uint64_t)inode + 1);
	struct arena *memory = walk_memory(t->fs->w);

	if (first == end) {
		jffs2_trouble(t->fs, fail(&no_inode, at));
		return OK;
	}

	struct jffs2_node *last = &t->fs->nodes[end - 1];
	bool was_here = last->path.n > 0;
	struct node node = { .path = path_str(&t->path),
		.mode = last->mode & 07777,
		.uid = last->uid,
		.gid = last->gid,
		.at = last->at };

	if (!was_here) last->path = arena_str(memory, node.path);
	if (S_ISDIR(last->mode)) {
		node.type = NODE_DIRECTORY;
		TRY(walk_node(t->fs->w, &node));
		return was_here ? OK : walk_directory(t, inode, depth + 1);
	}

	size_t mark = memory->used;

	TRY(content(t, &t->fs->nodes[first], last, &node));
	node.size = last->size;
	switch (last->mode & S_IFMT) {
	case S_IFLNK:
		node.type = NODE_LINK;
		node.target = str_from_span(node.content);
		break;
	case S_IFCHR:
	case S_IFBLK:
		node.type = S_ISCHR(last->mode) ? NODE_CHARACTER : NODE_BLOCK;
		node.size = device_number(t->fs, node.content);
		break;
	case S_IFIFO:
		node.type = NODE_FIFO;
		break;
	case S_IFSOCK:
		node.type = NODE_SOCKET;
		break;
	default:
		node.type = NODE_FILE;
		if (was_here) node.target = last->path;
		node.capabilities = jffs2_capabilities(t->fs, inode);
	}
	if (node.type != NODE_FILE) node.content = (span){ 0 };

	err limit = walk_node(t->fs->w, &node);

	arena_rewind(memory, mark);
	return limit;
}

static err walk_directory(struct tree *t, uint32_t inode, unsigned depth)
{
	size_t first = lower_bound(t, 0, t->names, inode);
	size_t end = lower_bound(t, first, t->names, (uint64_t)inode + 1);

	for (size_t i = first; i < end; i++) {
		const struct jffs2_node *n = &t->fs->nodes[i];
		size_t before = t->path.n;

		/* Of equal names the last counts, and inode 0 means that it was removed. */
		if ((i + 1 < end && str_equal(n->name, n[1].name)) || !n->inode) continue;
		if (depth > PATH_DEEPEST || !path_push(&t->path, n->name)) {
			jffs2_trouble(t->fs, fail(depth > PATH_DEEPEST ? &too_deep : &bad_name, n->at));
			continue;
		}
		TRY(walk_inode(t, n->inode, n->at, depth));
		t->path.n = before;
	}
	return OK;
}

err jffs2_tree(struct jffs2 *fs)
{
	struct tree *t = arena_new(walk_memory(fs->w), struct tree);

	t->fs = fs;
	while (t->names < fs->count && fs->nodes[t->names].is_name) t->names++;
	qsort(fs->nodes, t->names, sizeof(*fs->nodes), by_name);
	TRY(part_room(fs->w, fs->in.n, PIECE, &t->piece));
	return walk_directory(t, ROOT, 0);
}
