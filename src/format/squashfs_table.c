#include "format/squashfs.h"

#include "format/part.h"

static const struct fault bad_metadata = { FAULT_INPUT, "squashfs.bad-metadata", "a metadata block is damaged or cut" };

uint16_t squashfs_u16(const struct squashfs *fs, reader *r)
{
	return fs->is_big_endian ? read_be16(r) : read_le16(r);
}

uint32_t squashfs_u32(const struct squashfs *fs, reader *r)
{
	return fs->is_big_endian ? read_be32(r) : read_le32(r);
}

uint64_t squashfs_u64(const struct squashfs *fs, reader *r)
{
	return fs->is_big_endian ? read_be64(r) : read_le64(r);
}

/* A block's header is its stored size, with the top bit set when it is stored as it is. */
static span stored_block(const struct squashfs *fs, uint64_t at, bool *ret_is_raw, uint64_t *ret_next)
{
	reader r = { .in = fs->in };

	read_seek(&r, at);

	uint16_t header = squashfs_u16(fs, &r);
	span block = read_span(&r, header & 0x7fff);

	*ret_is_raw = header & 0x8000;
	*ret_next = r.at;
	return block;
}

bool squashfs_fits(struct squashfs *fs, uint64_t at, enum compression kind)
{
	uint8_t out[SQUASHFS_METADATA];
	bool is_raw;
	uint64_t next;
	size_t n;
	span block = stored_block(fs, at, &is_raw, &next);

	return block.n && !is_raw && !block_unpack(kind, block, out, sizeof(out), &n).is && n;
}

/* Unpacks block `i`. The bytes are good up to the first block that is short or damaged, which is only known from
 * behind. */
static void unpack_blocks(struct squashfs *fs, struct squashfs_table *t)
{
	for (size_t i = t->count; i-- > 0;) {
		struct squashfs_block *b = &t->blocks[i];
		size_t begin = i * SQUASHFS_METADATA, n = 0;
		bool is_raw;
		uint64_t next;
		span stored = stored_block(fs, b->at, &is_raw, &next);
		err e = stored.n ? block_unpack(is_raw ? COMPRESSION_NONE : fs->compression, stored, t->bytes + begin,
					   SQUASHFS_METADATA, &n)
				 : fail(&bad_metadata, b->at);

		if (e.is) squashfs_trouble(fs, fail(&bad_metadata, b->at));
		b->run_end = begin + (e.is ? 0 : n);
		if (!e.is && n == SQUASHFS_METADATA && i + 1 < t->count) b->run_end = t->blocks[i + 1].run_end;
	}
}

static err room_for_blocks(struct squashfs *fs, uint64_t stored, struct squashfs_table *t)
{
	TRY(walk_may_unpack(fs->w, stored, (uint64_t)t->count * sizeof(*t->blocks)));

	size_t left = arena_left(walk_memory(fs->w));

	if (t->count > left / (2 * sizeof(*t->blocks))) return fail(&bad_metadata, t->at);
	t->blocks = arena_array(walk_memory(fs->w), struct squashfs_block, t->count);
	return part_room(fs->w, stored, (uint64_t)t->count * SQUASHFS_METADATA, &t->bytes);
}

err squashfs_table_run(struct squashfs *fs, uint64_t from, uint64_t to, struct squashfs_table *ret)
{
	struct squashfs_table t = { .at = from };
	bool is_raw;
	uint64_t at, next;

	if (to > fs->in.n) to = fs->in.n;
	for (at = from; at < to && stored_block(fs, at, &is_raw, &next).n && next <= to; at = next) t.count++;
	if (at != to) squashfs_trouble(fs, fail(&bad_metadata, at));
	if (!t.count) return fail(&bad_metadata, from);
	TRY(room_for_blocks(fs, to - from, &t));

	at = from;
	for (size_t i = 0; i < t.count; i++) {
		t.blocks[i].at = at;
		(void)stored_block(fs, at, &is_raw, &at);
	}
	unpack_blocks(fs, &t);
	*ret = t;
	return OK;
}

err squashfs_table_index(struct squashfs *fs, uint64_t index, uint64_t size, struct squashfs_table *ret)
{
	struct squashfs_table t = { .at = index };
	uint64_t count = size / SQUASHFS_METADATA + (size % SQUASHFS_METADATA != 0);
	reader r = { .in = fs->in };

	if (!span_cut(fs->in, index, count * 8).n) {
		if (count) return fail(&bad_metadata, index);
		*ret = t;
		return OK;
	}
	t.count = (size_t)count;
	TRY(room_for_blocks(fs, fs->in.n, &t));
	read_seek(&r, index);
	for (size_t i = 0; i < t.count; i++) t.blocks[i].at = squashfs_u64(fs, &r);
	unpack_blocks(fs, &t);
	*ret = t;
	return OK;
}

bool squashfs_table_read(const struct squashfs_table *t, uint64_t block, uint64_t offset, reader *ret, uint64_t *ret_at)
{
	size_t low = 0, high = t->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (t->blocks[middle].at - t->at < block)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == t->count || t->blocks[low].at - t->at != block || offset >= SQUASHFS_METADATA) return false;

	size_t begin = low * SQUASHFS_METADATA + (size_t)offset;

	*ret_at = t->blocks[low].at;
	if (begin >= t->blocks[low].run_end) return false;
	*ret = (reader){ .in = { t->bytes + begin, t->blocks[low].run_end - begin } };
	return true;
}

bool squashfs_table_entry(const struct squashfs_table *t, uint64_t place, size_t n, reader *ret)
{
	uint64_t block = place / SQUASHFS_METADATA;

	if (block >= t->count || place >= t->blocks[block].run_end || n > t->blocks[block].run_end - place)
		return false;
	*ret = (reader){ .in = { t->bytes + place, n } };
	return true;
}
