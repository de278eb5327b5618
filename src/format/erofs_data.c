/* Where contents of EROFS lie (Linux, Documentation/filesystems/erofs.rst and fs/erofs/zmap.c): plain blocks, chunks,
 * or clusters that are compressed, with an index of where each begins in the file. */
#include "base/limits.h"
#include "format/erofs.h"
#include "format/part.h"

#include <lz4.h>
#include <lzma.h>
#include <zlib.h>

static const struct fault unknown = { FAULT_INPUT, "erofs.unknown-compression",
	"it is compressed in a way that is not read" };

enum { FLAT, FULL_INDEX, FLAT_INLINE, COMPACT_INDEX, CHUNKS };
enum { LZ4, LZMA, DEFLATE, ZSTD };
enum { PLAIN, HEAD1, NOT_HEAD, HEAD2 }; /* what a logical cluster of the index is */
enum {
	ADVISE_COMPACT_2B = 1,
	ADVISE_BIG1 = 2,
	ADVISE_BIG2 = 4,
	ADVISE_INLINE = 8,
	ADVISE_INTERLACED = 16,
	ADVISE_FRAGMENT = 32
};
enum { ZERO_PADDING = 1, COUNT_BIT = 1 << 11, WHOLE_PACKED = 0x80 };

err erofs_compressions(const struct erofs *fs)
{
	/* Without the field every cluster is LZ4. */
	if (fs->incompatible & 2 && fs->algorithms & ~((1u << LZ4) | (1u << LZMA) | (1u << DEFLATE) | (1u << ZSTD)))
		return fail(&unknown, 1024 + 84);
	return OK;
}

/* ---- what is not compressed
 * ---------------------------------------------------------------------------------------- */

static bool copy_chunks(const struct erofs *fs, const struct erofs_inode *i, uint8_t *out)
{
	unsigned bits = fs->block_bits + (i->data & 0x1f);
	bool is_indexed = i->data & 0x20;
	reader r = { .in = fs->in };

	if (bits > 40 || i->data & ~0x3fu) return false;
	read_seek(&r, round_up(i->behind, is_indexed ? 8 : 4));
	for (uint64_t done = 0; done < i->size; done += UINT64_C(1) << bits) {
		if (is_indexed) read_skip(&r, 4);

		uint32_t block = read_le32(&r);
		uint64_t n = i->size - done < UINT64_C(1) << bits ? i->size - done : UINT64_C(1) << bits;
		span bytes = span_cut(fs->in, (uint64_t)block << fs->block_bits, n);

		if (r.is_short || !inodes_step(fs->inodes, i->at)) return false;
		if (block == UINT32_MAX) {
			memset(out + done, 0, (size_t)n);
			continue;
		}
		if (!bytes.n) return false;
		memcpy(out + done, bytes.p, bytes.n);
	}
	return true;
}

static bool copy_plain(const struct erofs *fs, const struct erofs_inode *i, uint8_t *out)
{
	uint64_t tail = i->layout == FLAT_INLINE ? i->size % fs->block : 0, head = i->size - tail;
	span bytes = span_cut(fs->in, (uint64_t)i->data << fs->block_bits, head),
	     rest = span_cut(fs->in, i->behind, tail);

	if ((head && !bytes.n) || (tail && !rest.n)) return false;
	if (head) memcpy(out, bytes.p, bytes.n);
	if (tail) memcpy(out + head, rest.p, rest.n);
	return true;
}

/* ---- the index of compressed files
 * --------------------------------------------------------------------------------- */

struct cluster {
	unsigned type;
	uint32_t
		/* in the logical cluster, where the piece begins; of what is no head: how far back the head is, or a
		 * count */
		offset;
	uint32_t block;
	bool has_count; /* the first behind a head says how many blocks the head's piece has */
};

struct map {
	const struct erofs *fs;
	const struct erofs_inode *inode;
	uint64_t header_at, index_at;
	uint32_t fragment_at, packed_tail_n;
	uint16_t advise;
	uint8_t algorithms, bits; /* of a logical cluster */
	uint64_t count;           /* logical clusters */
};

static bool read_map(const struct erofs *fs, const struct erofs_inode *i, struct map *ret)
{
	struct map m = { .fs = fs, .inode = i, .header_at = round_up(i->behind, 8) };
	reader r = { .in = fs->in };

	read_seek(&r, m.header_at);
	m.fragment_at = read_le32(&r);
	m.packed_tail_n = m.fragment_at >> 16;
	m.advise = read_le16(&r);
	m.algorithms = read_u8(&r);

	uint8_t bits = read_u8(&r);

	m.bits = (uint8_t)(fs->block_bits + (bits & 7));
	m.index_at = m.header_at + 8;
	m.count = (i->size + (UINT64_C(1) << m.bits) - 1) >> m.bits;
	*ret = m;
	if (bits & WHOLE_PACKED) {
		ret->count = 0;
		ret->advise = ADVISE_FRAGMENT;
		return !r.is_short;
	}
	if (i->layout == FULL_INDEX) ret->index_at += 8;
	/* Each has at least a byte of index. */
	return !r.is_short && m.bits <= 30 && m.count <= fs->in.n;
}

static bool full_cluster(const struct map *m, uint64_t n, struct cluster *ret)
{
	reader r = { .in = m->fs->in };

	read_seek(&r, m->index_at + n * 8);

	uint16_t advise = read_le16(&r);
	uint16_t offset = read_le16(&r);
	uint32_t word = read_le32(&r);

	*ret = (struct cluster){ .type = advise & 3, .offset = offset, .block = word };
	if (ret->type == NOT_HEAD) {
		ret->offset = word & 0xffff;
		ret->has_count = ret->offset & COUNT_BIT;
		if (ret->has_count) ret->offset &= COUNT_BIT - 1u;
	}
	return !r.is_short;
}

static uint32_t bits_at(span pack, unsigned at, unsigned low_bits, unsigned *ret_type)
{
	reader r = { .in = pack };

	read_seek(&r, at / 8);

	uint32_t word = read_le32(&r) >> (at & 7);

	*ret_type = word >> low_bits & 3;
	return word & ((1u << low_bits) - 1);
}

/* Packs of two clusters in 8 bytes, or of 16 in 32: their fields, and one block number for all of them. */
static bool compact_cluster(const struct map *m, uint64_t n, struct cluster *ret)
{
	uint64_t before = (32 - m->index_at % 32) / 4, wide, at;
	unsigned per = 2, pack_n = 8, low_bits = m->bits > 12 ? m->bits : 12;

	before = before == 8 ? 0 : before;
	if (before > m->count) before = m->count;
	wide = m->advise & ADVISE_COMPACT_2B && before < m->count ? (m->count - before) / 16 * 16 : 0;
	if (m->bits > 14) return false;
	if (n < before) {
		at = m->index_at + n / 2 * 8;
	} else if (n - before < wide) {
		at = m->index_at + before * 4 + (n - before) / 16 * 32;
		per = 16, pack_n = 32;
		n -= before;
	} else {
		n -= before + wide;
		at = m->index_at + before * 4 + wide * 2 + n / 2 * 8;
	}

	span pack = span_cut(m->fs->in, at, pack_n);
	unsigned each = (pack_n - 4) * 8 / per, i = (unsigned)(n % per), type, other;
	reader r = { .in = pack };

	if (!pack.n) return false;
	read_seek(&r, pack_n - 4);

	uint32_t block = read_le32(&r), low = bits_at(pack, i * each, low_bits, &type);

	*ret = (struct cluster){ .type = type, .offset = low };
	if (type == NOT_HEAD) {
		ret->has_count = low & COUNT_BIT;
		ret->offset = low & (COUNT_BIT - 1u);
		return true;
	}
	/* Blocks are counted from the pack's number on. */
	bool is_big = m->advise & (ADVISE_BIG1 | ADVISE_BIG2);
	uint32_t blocks = is_big ? 0 : 1;

	for (unsigned k = i; k > 0;) {
		uint32_t its = bits_at(pack, --k * each, low_bits, &other);

		if (other == NOT_HEAD) {
			if (is_big && its & COUNT_BIT) {
				blocks += its & (COUNT_BIT - 1u);
				if (!k) break;
				k--;
				continue;
			}
			if (!is_big && its > k) break;
			if (!is_big) {
				if (!its) return false;
				k -= its - 1;
				continue;
			}
			if (its <= 1) return false;
			if (its - 2 >= k) break;
			k -= its - 2;
			continue;
		}
		blocks++;
	}
	ret->block = block + blocks;
	return true;
}

static bool cluster_at(const struct map *m, uint64_t n, struct cluster *ret)
{
	if (!inodes_step(m->fs->inodes, m->index_at)) return false;
	return m->inode->layout == FULL_INDEX ? full_cluster(m, n, ret) : compact_cluster(m, n, ret);
}

/* ---- pieces
 * -------------------------------------------------------------------------------------------------------- */

static bool unpack_lzma(span in, uint8_t *out, size_t n)
{
	lzma_stream s = LZMA_STREAM_INIT;

	if (lzma_microlzma_decoder(&s, in.n, n, false, 8 << 20) != LZMA_OK) return false;
	s.next_in = in.p;
	s.avail_in = in.n;
	s.next_out = out;
	s.avail_out = n;

	lzma_ret e = LZMA_OK;

	while (e == LZMA_OK && s.avail_out && s.avail_in) e = lzma_code(&s, LZMA_RUN);
	if (e == LZMA_OK && !s.avail_out) e = LZMA_STREAM_END;

	bool is_done = e == LZMA_STREAM_END && !s.avail_out;

	lzma_end(&s);
	return is_done;
}

/* No more than is wanted: pieces may be shared, and this file's may be the beginning of one. */
static bool unpack_deflate(span in, uint8_t *out, size_t n)
{
	z_stream z = { .next_in = (Bytef *)(uintptr_t)in.p, .next_out = out };

	if (in.n > UINT32_MAX || n > UINT32_MAX || inflateInit2(&z, -15) != Z_OK) return false;
	z.avail_in = (uInt)in.n;
	z.avail_out = (uInt)n;

	int e = inflate(&z, Z_SYNC_FLUSH);

	inflateEnd(&z);
	return (e == Z_OK || e == Z_STREAM_END || e == Z_BUF_ERROR) && !z.avail_out;
}

/* One piece of `n` bytes; with padding, what is packed stands at the end of its blocks, behind zeros. */
static bool unpack(const struct map *m, unsigned algorithm, span in, uint8_t *out, size_t n)
{
	size_t got;

	if (algorithm != LZ4 || m->fs->incompatible & ZERO_PADDING)
		while (in.n && !in.p[0]) in.p++, in.n--;
	if (!in.n) return false;
	switch (algorithm) {
	case LZ4:
		if (n > LIMIT_BLOB_SIZE || in.n > LIMIT_BLOB_SIZE) return false;
		return LZ4_decompress_safe_partial((const char *)in.p, (char *)out, (int)in.n, (int)n, (int)n) ==
		       (int)n;
	case LZMA:
		return unpack_lzma(in, out, n);
	case DEFLATE:
		return unpack_deflate(in, out, n);
	default:
		return block_unpack(COMPRESSION_ZSTD, in, out, n, &got).is == NULL && got == n;
	}
}

/* A piece that is stored as it is; turned round so that its end stands before its beginning when it begins within a
 * block. */
static bool copy_stored(const struct map *m, span in, uint64_t begin, uint8_t *out, size_t n)
{
	uint64_t turn = m->advise & ADVISE_INTERLACED ? begin & (m->fs->block - 1) : 0;

	if (n > in.n) return false;
	if (turn + n <= in.n || !turn) {
		span bytes = span_cut(in, turn, n);

		if (!bytes.n) return false;
		memcpy(out, bytes.p, bytes.n);
		return true;
	}

	size_t head = in.n - (size_t)turn;

	memcpy(out, in.p + turn, head);
	memcpy(out + head, in.p, n - head);
	return true;
}

/* How many blocks the piece has that begins with the head of cluster `n`. */
static bool piece_blocks(const struct map *m, uint64_t n, unsigned type, uint32_t *ret)
{
	struct cluster next;
	uint16_t big = type == HEAD2 ? ADVISE_BIG2 : ADVISE_BIG1;

	*ret = 1u << (m->bits - m->fs->block_bits);
	if (type == PLAIN || !(m->advise & big) || n + 1 >= m->count) return true;
	if (!cluster_at(m, n + 1, &next)) return false;
	if (next.type != NOT_HEAD) return true;
	*ret = next.has_count ? next.offset : 0;
	return *ret != 0;
}

/* From head to head: each piece ends where the next begins. */
static bool unpack_pieces(const struct map *m, uint8_t *out, uint64_t size)
{
	uint64_t next_n = 0;
	struct cluster c, next = { 0 };

	if (!m->count) return size == 0;
	if (!cluster_at(m, 0, &c) || c.type == NOT_HEAD || c.offset) return false;
	for (uint64_t n = 0; n < m->count; n = next_n, c = next) {
		uint64_t begin = (n << m->bits) + c.offset, end = size;
		uint32_t blocks;

		for (next_n = n + 1; next_n < m->count; next_n++) {
			if (!cluster_at(m, next_n, &next)) return false;
			if (next.type != NOT_HEAD) break;
		}
		if (next_n < m->count) end = (next_n << m->bits) + next.offset;
		if (begin >= size) return true; /* what is packed elsewhere begins here */
		if (end > size) end = size;
		if (end <= begin || c.offset >= UINT64_C(1) << m->bits) return false;
		if (!piece_blocks(m, n, c.type, &blocks)) return false;

		bool is_inline = m->advise & ADVISE_INLINE && end == size;
		span in = span_from(
			m->fs->in, (uint64_t)c.block << m->fs->block_bits, (uint64_t)blocks << m->fs->block_bits);

		if (is_inline) {
			uint64_t index_n = m->inode->layout == FULL_INDEX ? m->count * 8 : 0;

			if (m->inode->layout != FULL_INDEX) {
				uint64_t before = (32 - m->index_at % 32) / 4 % 8, wide;

				if (before > m->count) before = m->count;
				wide = m->advise & ADVISE_COMPACT_2B ? (m->count - before) / 16 * 16 : 0;
				index_n = round_up(before * 4 + wide * 2 + (m->count - before - wide) * 4, 8);
			}
			in = span_cut(m->fs->in, m->index_at + index_n, m->packed_tail_n);
		}
		if (!in.n) return false;
		if (c.type == PLAIN ? !copy_stored(m, in, is_inline ? 0 : begin, out + begin, (size_t)(end - begin))
				    : !unpack(m, c.type == HEAD2 ? m->algorithms >> 4 : m->algorithms & 15, in,
					      out + begin, (size_t)(end - begin)))
			return false;
	}
	return true;
}

static bool unpack_file(struct erofs *fs, const struct erofs_inode *i, uint8_t *out)
{
	struct map m;
	uint64_t size = i->size;
	struct cluster last;

	if (!read_map(fs, i, &m)) return false;
	if (!(m.advise & ADVISE_FRAGMENT)) return unpack_pieces(&m, out, size);

	uint64_t from = m.fragment_at;

	if (m.count) {
		/* The last head is that of the end of the file, which lies among the packed ends. */
		uint64_t n = m.count;

		do {
			if (!n || !cluster_at(&m, --n, &last)) return false;
		} while (last.type == NOT_HEAD);
		size = (n << m.bits) + last.offset;
		if (i->layout == FULL_INDEX) from |= (uint64_t)last.block << 32;
		if (size > i->size) return false;
	} else {
		reader r = { .in = fs->in };

		read_seek(&r, m.header_at);
		from = read_le64(&r) & ~(UINT64_C(1) << 63);
		size = 0;
	}

	span end = span_cut(fs->packed, from, i->size - size);

	if (i->size > size && !end.n) return false;
	if (end.n) memcpy(out + size, end.p, end.n);
	return unpack_pieces(&m, out, size);
}

err erofs_content(struct erofs *fs, const struct erofs_inode *i, span *ret, uint64_t *ret_at)
{
	uint8_t *out;
	bool is_plain = i->layout == FLAT || (i->layout == FLAT_INLINE && i->size < fs->block);

	*ret = (span){ 0 };
	*ret_at = i->layout == FLAT ? (uint64_t)i->data << fs->block_bits : i->behind;
	if (!i->size) return OK;
	TRY(inodes_room(fs->inodes, i->at, i->size, &out));
	if (!out) return OK;
	if (is_plain && i->layout == FLAT) {
		*ret = span_cut(fs->in, *ret_at, i->size);
	} else {
		bool is_read = i->layout == FLAT_INLINE || i->layout == FLAT ? copy_plain(fs, i, out)
			       : i->layout == CHUNKS                         ? copy_chunks(fs, i, out)
			       : i->layout <= CHUNKS                         ? unpack_file(fs, i, out)
									     : false;

		if (is_read) *ret = (span){ out, (size_t)i->size };
	}
	if (!ret->n) inodes_trouble(fs->inodes, fail(&erofs_bad_data, i->at));
	return OK;
}
