/* UBI (Linux, drivers/mtd/ubi/ubi-media.h): volumes on NAND flash. Each erase block says which block of which volume it
 * holds; a block that was written again while the old one was still there is the one with the higher sequence number,
 * unless its writing was interrupted.
 * Big-endian. */
#include "format/formats.h"
#include "format/part.h"

#include <stdlib.h>
#include <zlib.h>

static const struct fault ubi_bad = { FAULT_INPUT, "ubi.bad-block", "an erase block's header is damaged" };
static const struct fault ubi_hole = { FAULT_INPUT, "ubi.missing-block", "a block of a volume is missing" };
static const struct fault ubi_torn = { FAULT_INPUT, "ubi.bad-data", "the data of an erase block are damaged" };
static const struct fault ubi_none = { FAULT_INPUT, "ubi.no-block", "no erase block could be read" };

enum { HEADER = 64, LEAST_LOG = 12, MOST_LOG = 23, STATIC = 2, NAME = 128, RECORD = 172 };
#define LAYOUT_VOLUME UINT32_C(0x7fffefff) /* holds the table of volumes; internal ones are above it too */

struct block {
	uint64_t at; /* of its data */
	uint64_t sequence;
	uint32_t volume, number, n;
	uint32_t summed, sum; /* of a static block or a copy: how many bytes of data were summed, and to what */
	bool is_static, is_copy;
};

struct ubi {
	struct walk *w;
	span in;
	uint64_t size; /* of an erase block */
	uint64_t used;
	struct block *blocks;
	size_t count;
	err trouble;
};

/* Headers are summed as by the kernel: no last inversion. */
static bool sum_fits(span header)
{
	reader r = { .in = header };

	read_seek(&r, HEADER - 4);
	return header.n == HEADER && is_sum((uint32_t)~crc32_z(0, header.p, HEADER - 4), read_be32(&r));
}

static bool is_erase_header(span in, uint64_t at)
{
	span header = span_cut(in, at, HEADER);

	return header.n && memcmp(header.p, "UBI#\1", 5) == 0 && sum_fits(header);
}

static bool probe(span in)
{
	return is_erase_header(in, 0);
}

/* The distance to the next erase block: nothing else says it. */
static uint64_t block_size(span in)
{
	for (unsigned log = LEAST_LOG; log <= MOST_LOG; log++)
		if (is_erase_header(in, UINT64_C(1) << log)) return UINT64_C(1) << log;
	return in.n;
}

static void trouble(struct ubi *u, err e)
{
	if (!u->trouble.is) u->trouble = e;
}

/* What an erase block holds; false when it is free. */
static bool read_block(struct ubi *u, uint64_t at, struct block *ret)
{
	reader r = { .in = span_from(u->in, at, u->size) };
	struct block b;

	read_seek(&r, 16);

	uint32_t volume_header_at = read_be32(&r);
	uint32_t data_at = read_be32(&r);
	span header = span_cut(r.in, volume_header_at, HEADER);

	if (!header.n || data_at >= r.in.n || memcmp(header.p, "UBI!", 4) != 0) return false;
	if (!sum_fits(header)) {
		trouble(u, fail(&ubi_bad, at + volume_header_at));
		return false;
	}
	r = (reader){ .in = header };
	read_skip(&r, 5);
	b.is_static = read_u8(&r) == STATIC;
	b.is_copy = read_u8(&r);
	read_skip(&r, 1);
	b.volume = read_be32(&r);
	b.number = read_be32(&r);
	read_skip(&r, 4);

	uint32_t data_n = read_be32(&r);

	read_skip(&r, 4);

	uint32_t padding = read_be32(&r);

	b.sum = read_be32(&r);
	b.summed = data_n;
	read_skip(&r, 4);
	b.sequence = read_be64(&r);

	uint64_t room = (u->in.n - at < u->size ? u->in.n - at : u->size) - data_at;

	b.at = at + data_at;
	b.n = (uint32_t)(b.is_static ? (data_n < room ? data_n : room) : room - (padding < room ? padding : room));
	*ret = b;
	return true;
}

static int by_place(const void *a, const void *b)
{
	const struct block *x = a, *y = b;

	if (x->volume != y->volume) return x->volume < y->volume ? -1 : 1;
	if (x->number != y->number) return x->number < y->number ? -1 : 1;
	if (x->sequence != y->sequence) return x->sequence < y->sequence ? -1 : 1;
	return x->at < y->at ? -1 : x->at > y->at;
}

/* A worn or free block has no header or is erased; two in a row without one are the end of what UBI explains. */
static err find_blocks(struct ubi *u)
{
	size_t most = (size_t)(u->in.n / u->size) + 1;
	unsigned missing = 0;
	uint8_t *room;

	TRY(part_room(u->w, u->in.n, most * sizeof(*u->blocks), &room));
	u->blocks = (struct block *)(void *)room;
	for (uint64_t at = 0; at < u->in.n && missing < 2; at += u->size) {
		if (!is_erase_header(u->in, at)) {
			missing++;
			continue;
		}
		missing = 0;
		u->used = u->in.n - at < u->size ? u->in.n : at + u->size;
		if (read_block(u, at, &u->blocks[u->count])) u->count++;
	}
	qsort(u->blocks, u->count, sizeof(*u->blocks), by_place);
	return u->count ? OK : fail(&ubi_none, 0);
}

/* The name that the table of volumes has for one. */
static str volume_name(const struct ubi *u, uint32_t volume)
{
	for (size_t i = 0; i < u->count; i++) {
		reader r = { .in = u->in };

		if (u->blocks[i].volume != LAYOUT_VOLUME) continue;
		read_seek(&r, u->blocks[i].at + (uint64_t)volume * RECORD + 14);

		uint16_t n = read_be16(&r);
		span name = read_span(&r, NAME);

		if (!r.is_short && n && n <= NAME) return (str){ (const char *)name.p, n };
	}
	return (str){ 0 };
}

/* A block is moved by writing a copy elsewhere, whose header says what its data sum up to; when that was interrupted,
 * they do not. */
static bool is_torn(const struct ubi *u, const struct block *b)
{
	span data = span_cut(u->in, b->at, b->summed);

	if (!b->is_copy && !b->is_static) return false;
	return data.n != b->summed || !is_sum((uint32_t)~crc32_z(0, data.p, data.n), b->sum);
}

/* The block in use of those that follow each other with one number, the oldest first: the newest that is whole. */
static const struct block *block_in_use(struct ubi *u, const struct block *oldest, const struct block *newest)
{
	const struct block *b = newest;

	for (; b > oldest && is_torn(u, b); b--) note_number(u->w, b->at, "torn-copy", b->number);
	if (b == oldest && is_torn(u, b)) {
		trouble(u, fail(&ubi_torn, b->at));
		return newest;
	}
	return b;
}

/* Blocks [from, to) are one volume's, in order. Where none is, flash reads as erased. */
static err read_volume(struct ubi *u, size_t from, size_t to)
{
	const struct block *first = &u->blocks[from], *last = &u->blocks[to - 1];
	struct arena *memory = walk_memory(u->w);
	size_t mark = memory->used;
	uint64_t each = 0, n, end = 0;
	uint8_t *out;

	for (const struct block *b = first; b <= last; b++)
		if (b->n > each) each = b->n;
	if (__builtin_mul_overflow(each, (uint64_t)last->number + 1, &n) || n > u->in.n) {
		trouble(u, fail(&ubi_hole, last->at)); /* numbered higher than there are blocks */
		return OK;
	}
	TRY(part_room(u->w, u->in.n, n, &out));
	memset(out, 0xff, (size_t)n);
	for (const struct block *b = first, *next; b <= last; b = next) {
		for (next = b + 1; next <= last && next->number == b->number;) next++;

		const struct block *used = block_in_use(u, b, next - 1);

		memcpy(out + used->number * each, u->in.p + used->at, used->n);
		end = used->number * each + used->n;
	}

	struct part part = { .name = volume_name(u, first->volume),
		.at = first->at,
		.stored = (uint64_t)(to - from) * each,
		.bytes = { out, (size_t)end } };
	err e = walk_part(u->w, &part);

	arena_rewind(memory, mark);
	return e;
}

static err read_all(struct walk *w, span in, uint64_t *ret_used)
{
	struct ubi u = { .w = w, .in = in, .size = block_size(in) };

	TRY(find_blocks(&u));
	*ret_used = u.used;
	note_number(w, 0, "erase-block", u.size);
	for (size_t i = 0, j; i < u.count; i = j) {
		for (j = i + 1; j < u.count && u.blocks[j].volume == u.blocks[i].volume;) j++;
		if (u.blocks[i].volume < LAYOUT_VOLUME) TRY(read_volume(&u, i, j));
	}
	return u.trouble;
}

const struct format ubi_format = {
	.name = "ubi",
	.title = "UBI volumes",
	.magics = { { 0, 5, "UBI#\1" } },
	.sweep = true,
	.probe = probe,
	.read = read_all,
};
