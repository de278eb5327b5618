#include "format/squashfs.h"

#include "format/part.h"

static const struct fault bad_block = { FAULT_INPUT, "squashfs.bad-block", "a data block is damaged or cut" };
static const struct fault bad_fragment = { FAULT_INPUT, "squashfs.bad-fragment", "a fragment is damaged or cut" };
static const struct fault too_sparse = { FAULT_LIMIT, "squashfs.too-sparse",
	"a file is nearly all holes and too large to hold" };

/* A block's size word: stored bytes, and a bit that says that they are stored as they are. 0 is a hole. */
enum { IS_RAW = 1 << 24, STORED = IS_RAW - 1 };

static err unpack(struct squashfs *fs, uint64_t at, uint32_t word, uint8_t *out, size_t room, size_t *ret_n)
{
	span stored = span_cut(fs->in, at, word & STORED);

	if (!stored.n) return fail(&bad_block, at);
	if (block_unpack(word & IS_RAW ? COMPRESSION_NONE : fs->compression, stored, out, room, ret_n).is)
		return fail(&bad_block, at);
	return OK;
}

/* ---- fragments: the last pieces of many files, in one block ------------------------------------------------------ */

static bool fragment_place(struct squashfs *fs, uint32_t index, uint64_t *ret_at, uint32_t *ret_word)
{
	enum { ENTRY = 16 };
	reader r;

	if (index >= fs->fragment_count || !squashfs_table_entry(&fs->fragments, (uint64_t)index * ENTRY, ENTRY, &r))
		return false;
	*ret_at = squashfs_u64(fs, &r);
	*ret_word = squashfs_u32(fs, &r);
	return true;
}

static err load_fragment(struct squashfs *fs, struct squashfs_fragment *f)
{
	uint64_t at;
	uint32_t word;

	f->n = 0;
	if (!fragment_place(fs, f->index, &at, &word)) return fail(&bad_fragment, fs->fragment_table);
	TRY(walk_may_unpack(fs->w, word & STORED, fs->block_size));
	if (unpack(fs, at, word, f->bytes, fs->block_size, &f->n).is) return fail(&bad_fragment, at);
	return OK;
}

/* Files come in about the order of their fragments: a few kept ones mean that each is unpacked once. */
static const struct squashfs_fragment *fragment(struct squashfs *fs, uint32_t index)
{
	struct squashfs_fragment *oldest = fs->kept;

	for (struct squashfs_fragment *f = fs->kept; f < fs->kept + SQUASHFS_FRAGMENTS_KEPT; f++) {
		if (f->is_known && f->index == index) {
			f->age = ++fs->age;
			return f;
		}
		if (f->age < oldest->age) oldest = f;
	}
	oldest->index = index;
	oldest->is_known = true;
	oldest->age = ++fs->age;
	oldest->trouble = load_fragment(fs, oldest);
	return oldest;
}

/* ---- files ------------------------------------------------------------------------------------------------------- */

struct extent {
	uint64_t stored; /* bytes in the image */
	size_t blocks, holes;
};

static struct extent extent_of(const struct squashfs *fs, const struct squashfs_inode *inode)
{
	struct extent x = { .blocks = inode->block_sizes.n / 4 };
	reader r = { .in = inode->block_sizes };

	for (size_t i = 0; i < x.blocks; i++) {
		uint32_t word = squashfs_u32(fs, &r);

		x.stored += word & STORED;
		x.holes += !(word & STORED);
	}
	return x;
}

/* Data blocks into `out`; ret_n: bytes before the first one that cannot be read. */
static err read_blocks(
	struct squashfs *fs, const struct squashfs_inode *inode, uint64_t size, uint8_t *out, uint64_t *ret_n)
{
	reader r = { .in = inode->block_sizes };
	uint64_t at = inode->start, done = 0;

	for (*ret_n = 0; done < size; *ret_n = done) {
		uint32_t word = squashfs_u32(fs, &r);
		size_t want = size - done < fs->block_size ? (size_t)(size - done) : fs->block_size, n = 0;

		if (r.is_short) return fail(&bad_block, at);
		if (word & STORED)
			TRY(unpack(fs, at, word, out + done, want, &n));
		else
			memset(out + done, 0, n = want);
		if (n != want) return fail(&bad_block, at);
		at += word & STORED;
		done += want;
	}
	return OK;
}

/* A limit of the walk ends this file, and then the reading; what is wrong with the file's own bytes ends this file
 * only. */
static err cut(struct squashfs *fs, struct node *node, err why)
{
	node->is_cut = true;
	squashfs_trouble(fs, why);
	return OK;
}

err squashfs_content(struct squashfs *fs, const struct squashfs_inode *inode, struct node *node)
{
	struct extent x = extent_of(fs, inode);
	bool has_tail = inode->fragment != SQUASHFS_NO_FRAGMENT;
	uint64_t in_blocks = has_tail ? (uint64_t)x.blocks * fs->block_size : inode->size, n;
	const struct squashfs_fragment *f = NULL;
	span tail = { 0 };
	uint32_t word;
	uint8_t *out;

	node->at = inode->start;
	if (!inode->size) {
		node->at = inode->at;
		return OK;
	}
	if (has_tail) {
		if (!x.blocks && !fragment_place(fs, inode->fragment, &node->at, &word)) node->at = inode->at;
		f = fragment(fs, inode->fragment);
		tail = span_cut((span){ f->bytes, f->n }, inode->offset, inode->size - in_blocks);
		/* The common small file: content without a copy. */
		if (!x.blocks && tail.n) {
			node->content = tail;
			return OK;
		}
		if (!x.blocks) return cut(fs, node, f->trouble.is ? f->trouble : fail(&bad_fragment, node->at));
	}
	if (inode->size > LIMIT_EXPANSION_FREE && inode->size / LIMIT_EXPANSION > x.stored + tail.n)
		return cut(fs, node, fail(&too_sparse, inode->at));

	err limit = part_room(fs->w, x.stored + tail.n, inode->size, &out);

	if (limit.is) return cut(fs, node, limit);

	err e = read_blocks(fs, inode, in_blocks, out, &n);

	node->content = (span){ out, (size_t)n };
	if (!e.is && has_tail) {
		if (!tail.n) return cut(fs, node, f->trouble.is ? f->trouble : fail(&bad_fragment, inode->at));
		memcpy(out + n, tail.p, tail.n);
		node->content.n += tail.n;
	}
	return e.is ? cut(fs, node, e) : OK;
}
