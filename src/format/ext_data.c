/* Where the content of an inode lies: extents, maps of blocks, or in the inode itself. */
#include "base/limits.h"
#include "format/ext.h"
#include "format/part.h"

const struct fault ext_bad_data = { FAULT_INPUT, "ext.bad-data", "the map of a file is damaged" };
static const struct fault unreadable = { FAULT_INPUT, "ext.encrypted",
	"files are encrypted or compressed in a way that is not read" };

enum { EXTENT_MAGIC = 0xf30a, EXTENT = 12, MOST_DEPTH = 5, UNWRITTEN = 32768, DIRECT = 12 };

/* A file while its pieces come in, from its beginning to its end. */
struct gather {
	struct ext *fs;
	uint64_t size, end;       /* of the file; behind the last piece */
	uint64_t first, physical; /* bytes: where the one piece lies, and how it goes on */
	bool is_one_piece, is_any;
	uint8_t *out; /* NULL: it is only looked at whether it is one piece */
};

span ext_block(const struct ext *fs, uint64_t number)
{
	if (number > fs->in.n / fs->block_size) return (span){ 0 };
	return span_cut(fs->in, number * fs->block_size, fs->block_size);
}

/* `count` blocks from `logical` on lie at `physical`; 0: a hole. */
static bool gather_piece(struct gather *g, uint64_t logical, uint64_t count, uint64_t physical)
{
	uint64_t size = g->fs->block_size, at, n = count * size;

	if (logical > UINT32_MAX || count > UINT32_MAX || logical * size < g->end) return false;
	at = logical * size;
	if (at >= g->size) return true; /* allocated beyond the end */
	if (n > g->size - at) n = g->size - at;

	bool is_next = g->is_any ? at == g->end && physical && physical * size == g->physical : at == 0 && physical;

	if (!g->is_any) g->first = physical * size;
	g->is_one_piece &= is_next;
	g->is_any = true;
	g->physical = physical * size + n;
	g->end = at + n;
	if (!physical) return true;

	span bytes = span_cut(g->fs->in, physical * size, n);

	if (!bytes.n) return false;
	if (g->out) memcpy(g->out + at, bytes.p, bytes.n);
	return true;
}

static bool gather_extents(struct gather *g, span node, unsigned most_depth)
{
	reader r = { .in = node };
	uint16_t magic = read_le16(&r);
	uint16_t count = read_le16(&r);

	read_skip(&r, 2);

	uint16_t depth = read_le16(&r);

	read_skip(&r, 4);
	if (r.is_short || magic != EXTENT_MAGIC || depth > most_depth) return false;
	for (unsigned i = 0; i < count; i++) {
		uint32_t logical = read_le32(&r);

		if (!inodes_step(g->fs->inodes, 0)) return false;
		if (depth) {
			uint64_t child = read_le32(&r);

			child |= (uint64_t)read_le16(&r) << 32;
			read_skip(&r, 2);
			if (r.is_short || !gather_extents(g, ext_block(g->fs, child), depth - 1u)) return false;
			continue;
		}

		uint16_t n = read_le16(&r);
		uint64_t physical = (uint64_t)read_le16(&r) << 32;

		physical |= read_le32(&r);
		if (r.is_short || !n || !physical) return false;
		/* Room that was never written reads as zeros. */
		if (n > UNWRITTEN ? !gather_piece(g, logical, n - UNWRITTEN, 0)
				  : !gather_piece(g, logical, n, physical))
			return false;
	}
	return true;
}

/* A block of block numbers; level 0: the block is content. A missing block is a hole. */
static bool gather_map(struct gather *g, uint64_t number, unsigned level, uint64_t *logical)
{
	uint64_t per_block = g->fs->block_size / 4, covered = 1;

	for (unsigned i = 0; i < level; i++) covered *= per_block;
	if (*logical * g->fs->block_size >= g->size) return true;
	if (!inodes_step(g->fs->inodes, 0)) return false;
	if (!number || !level) {
		if (number && !gather_piece(g, *logical, 1, number)) return false;
		*logical += covered;
		return true;
	}

	reader r = { .in = ext_block(g->fs, number) };

	if (!r.in.n) return false;
	while (r.at < r.in.n)
		if (!gather_map(g, read_le32(&r), level - 1, logical)) return false;
	return true;
}

static bool gather(struct gather *g, const struct ext_inode *inode)
{
	reader r = { .in = inode->block };
	uint64_t logical = 0;

	if (inode->flags & EXT_FLAG_EXTENTS) return gather_extents(g, inode->block, MOST_DEPTH);
	for (unsigned i = 0; i < DIRECT; i++)
		if (!gather_map(g, read_le32(&r), 0, &logical)) return false;
	for (unsigned level = 1; level <= 3; level++)
		if (!gather_map(g, read_le32(&r), level, &logical)) return false;
	return true;
}

/* The first 60 bytes stand in the place of the map, what is more in an attribute. */
static err inline_content(struct ext *fs, const struct ext_inode *inode, span *ret, err *ret_trouble)
{
	uint64_t head = inode->size < inode->block.n ? inode->size : inode->block.n;
	uint8_t *out;
	span rest = { 0 };

	if (inode->size > head && (!ext_attribute(fs, inode, 7, "data", &rest) || rest.n < inode->size - head)) {
		*ret_trouble = fail(&ext_bad_data, inode->at);
		return OK;
	}
	TRY(inodes_room(fs->inodes, inode->at, inode->size, &out));
	if (!out) return OK;
	memcpy(out, inode->block.p, (size_t)head);
	if (inode->size > head) memcpy(out + head, rest.p, (size_t)(inode->size - head));
	*ret = (span){ out, (size_t)inode->size };
	return OK;
}

err ext_content(struct ext *fs, const struct ext_inode *inode, span *ret, uint64_t *ret_at, err *ret_trouble)
{
	struct gather g = { .fs = fs, .size = inode->size, .is_one_piece = true };

	*ret = (span){ 0 };
	*ret_at = inode->at;
	*ret_trouble = OK;
	if (!inode->size) return OK;
	if (inode->flags & (EXT_FLAG_ENCRYPTED | EXT_FLAG_COMPRESSED)) {
		*ret_trouble = fail(&unreadable, inode->at);
		return OK;
	}
	if (inode->flags & EXT_FLAG_INLINE) return inline_content(fs, inode, ret, ret_trouble);
	if (!gather(&g, inode)) {
		*ret_trouble = fail(&ext_bad_data, inode->at);
		return OK;
	}
	if (g.first) *ret_at = g.first;

	uint8_t *out;

	TRY(inodes_room(fs->inodes, inode->at, inode->size, &out));
	if (!out) {
		*ret_trouble = fs->inodes->trouble;
		return OK;
	}
	if (g.is_any && g.is_one_piece && g.end == inode->size) {
		*ret = span_cut(fs->in, g.first, inode->size);
		return OK;
	}
	g = (struct gather){ .fs = fs, .size = inode->size, .out = out };
	memset(out, 0, (size_t)inode->size);
	if (!gather(&g, inode)) *ret_trouble = fail(&ext_bad_data, inode->at);
	if (!ret_trouble->is) *ret = (span){ out, (size_t)inode->size };
	return OK;
}
