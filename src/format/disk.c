/* Whole disks: the table of a master boot record, and GPT (UEFI Specification 2.10, chapter 5). What lies between the
 * partitions is shown too: boot loaders are written there. */
#include "format/formats.h"
#include "format/part.h"

#include <stdlib.h>
#include <zlib.h>

static const struct fault bad_table = { FAULT_INPUT, "disk.bad-table",
	"a partition lies outside of the disk or over another" };
static const struct fault bad_header = { FAULT_INPUT, "disk.bad-header", "the partition table is damaged" };

enum { SECTOR = 512, MOST = 256, ENTRIES_AT = 446, HEADER = 92, EXTENDED_MOST = 64 };

struct partition {
	uint64_t at, n;
	str name;
};

struct disk {
	struct walk *w;
	span in;
	struct partition partitions[MOST];
	size_t count;
	err trouble;
};

static void add(struct disk *d, uint64_t at, uint64_t n, str name)
{
	if (d->count == MOST || !n || at >= d->in.n) {
		if (!d->trouble.is) d->trouble = fail(&bad_table, at);
		return;
	}
	if (n > d->in.n - at) {
		if (!d->trouble.is) d->trouble = fail(&bad_table, at);
		n = d->in.n - at;
	}
	d->partitions[d->count++] = (struct partition){ at, n, name };
}

static int by_place(const void *a, const void *b)
{
	const struct partition *x = a, *y = b;

	return x->at < y->at ? -1 : x->at > y->at;
}

static err walk_piece(struct disk *d, uint64_t at, uint64_t n, str name)
{
	struct part part = { .name = name, .at = at, .stored = n, .bytes = span_cut(d->in, at, n) };

	return part.bytes.n ? walk_part(d->w, &part) : OK;
}

/* In the order of the disk, with what lies between them. Of two that overlap the bytes are the first one's. */
static err walk_partitions(struct disk *d, uint64_t from, uint64_t to)
{
	uint64_t at = from;

	qsort(d->partitions, d->count, sizeof(*d->partitions), by_place);
	for (size_t i = 0; i < d->count; i++) {
		struct partition *p = &d->partitions[i];

		if (p->at < at) {
			if (!d->trouble.is) d->trouble = fail(&bad_table, p->at);
			if (p->at + p->n <= at) continue;
			p->n -= at - p->at;
			p->at = at;
		}
		TRY(walk_piece(d, at, p->at - at, STR("between partitions")));
		TRY(walk_piece(d, p->at, p->n, p->name));
		at = p->at + p->n;
	}
	return at < to ? walk_piece(d, at, to - at, STR("between partitions")) : OK;
}

/* ---- GPT
 * ----------------------------------------------------------------------------------------------------------- */

struct gpt {
	uint32_t sector, header_n, count, entry_n, entries_sum;
	uint64_t entries_at, last;
};

static bool read_gpt(span in, uint32_t sector, struct gpt *ret)
{
	static const uint8_t zero[4] = { 0 };
	span s = span_from(in, sector, sector);
	reader r = { .in = s };
	struct gpt g = { .sector = sector };
	span magic = read_span(&r, 8);

	read_skip(&r, 4);
	g.header_n = read_le32(&r);

	uint32_t sum = read_le32(&r);

	read_seek(&r, 32);
	g.last = read_le64(&r);
	read_seek(&r, 72);
	g.entries_at = read_le64(&r);
	g.count = read_le32(&r);
	g.entry_n = read_le32(&r);
	g.entries_sum = read_le32(&r);
	if (r.is_short || s.n < sector || memcmp(magic.p, "EFI PART", 8) != 0) return false;
	if (g.header_n < HEADER || g.header_n > s.n || g.entry_n < 128 || g.entry_n > 4096 || g.count > 4096)
		return false;

	uLong found = crc32_z(crc32_z(crc32_z(0, s.p, 16), zero, 4), s.p + 20, g.header_n - 20);

	*ret = g;
	return is_sum((uint32_t)found, sum);
}

static bool find_gpt(span in, struct gpt *ret)
{
	return read_gpt(in, 512, ret) || read_gpt(in, 4096, ret);
}

static bool probe_gpt(span in)
{
	struct gpt g;

	return find_gpt(in, &g);
}

/* Names are of 16-bit characters; what is not ASCII becomes a question mark. */
static str entry_name(struct disk *d, span field)
{
	char *out = (char *)arena_alloc(walk_memory(d->w), 1, field.n / 2 + 1);
	size_t n = 0;

	for (size_t i = 0; i + 1 < field.n && (field.p[i] || field.p[i + 1]); i += 2)
		out[n++] = (char)(field.p[i + 1] || field.p[i] < ' ' || field.p[i] > '~' ? '?' : field.p[i]);
	return (str){ out, n };
}

static err read_gpt_disk(struct walk *w, span in, uint64_t *ret_used)
{
	struct disk *d = arena_new(walk_memory(w), struct disk);
	struct gpt g;

	if (!find_gpt(in, &g)) return fail(&bad_header, SECTOR);
	*d = (struct disk){ .w = w, .in = in };

	uint64_t at = g.entries_at > UINT32_MAX ? UINT64_MAX : g.entries_at * g.sector;
	span entries = span_cut(in, at, (uint64_t)g.count * g.entry_n);

	*ret_used = (uint64_t)2 * g.sector;
	if (!entries.n) return fail(&bad_header, SECTOR);
	walk_checksum(w, SECTOR, "table", "crc32", is_sum((uint32_t)crc32_z(0, entries.p, entries.n), g.entries_sum));
	for (uint32_t i = 0; i < g.count; i++) {
		static const uint8_t unused[16] = { 0 };
		span entry = span_cut(entries, (uint64_t)i * g.entry_n, g.entry_n);
		reader r = { .in = entry };

		read_seek(&r, 32);

		uint64_t first = read_le64(&r);
		uint64_t last = read_le64(&r);

		if (memcmp(entry.p, unused, 16) == 0) continue;
		if (first > last || last >= UINT64_MAX / g.sector - 1)
			d->trouble = fail(&bad_table, at + (uint64_t)i * g.entry_n);
		else
			add(d, first * g.sector, (last - first + 1) * g.sector, entry_name(d, span_cut(entry, 56, 72)));
	}

	/* Behind the last sector for partitions stands a copy of the table. */
	uint64_t end = g.last < in.n / g.sector ? (g.last + 1) * g.sector : in.n;
	uint64_t from = at + entries.n;
	uint64_t copy = (uint64_t)g.count * g.entry_n + g.sector;
	struct gpt other;
	span back = span_from(in, end + entries.n, g.sector);
	bool is_copied = back.n && back.n == g.sector && memcmp(back.p, "EFI PART", 8) == 0;

	(void)other;
	if (from > end) from = end;
	if (from < (uint64_t)2 * g.sector) from = (uint64_t)2 * g.sector;
	TRY(walk_partitions(d, from, end));
	*ret_used = is_copied && end + copy <= in.n ? end + copy : end;
	if (!d->trouble.is && !is_copied && in.n < end) d->trouble = fail(&bad_table, in.n);
	return d->trouble;
}

const struct format gpt_format = {
	.name = "gpt",
	.title = "Disk with a GUID partition table",
	.magics = { { 512, 8, "EFI PART" }, { 4096, 8, "EFI PART" } },
	.probe = probe_gpt,
	.read = read_gpt_disk,
};

/* ---- master boot record
 * -------------------------------------------------------------------------------------------- */

struct entry {
	uint8_t status, type;
	uint64_t first, count;
};

static bool read_entry(span sector, unsigned i, struct entry *ret)
{
	reader r = { .in = sector };

	read_seek(&r, ENTRIES_AT + 16 * (uint64_t)i);
	ret->status = read_u8(&r);
	read_skip(&r, 3);
	ret->type = read_u8(&r);
	read_skip(&r, 3);
	ret->first = read_le32(&r);
	ret->count = read_le32(&r);
	return !r.is_short && !(ret->status & 0x7f);
}

static bool is_extended(uint8_t type)
{
	return type == 0x05 || type == 0x0f || type == 0x85;
}

/* Two bytes and a table that fits: partitions begin behind the table, within the disk, and do not overlap. */
static bool probe_mbr(span in)
{
	struct entry e[4];
	unsigned used = 0;

	for (unsigned i = 0; i < 4; i++) {
		if (!read_entry(in, i, &e[i])) return false;
		if (!e[i].type && !e[i].first && !e[i].count) continue;
		if (!e[i].type || !e[i].first || !e[i].count || e[i].first * SECTOR >= in.n) return false;
		for (unsigned k = 0; k < i; k++)
			if (e[k].count && e[i].first < e[k].first + e[k].count && e[k].first < e[i].first + e[i].count)
				return false;
		used++;
	}
	return used;
}

/* A chain of tables, each with a partition and the place of the next. Each stands behind the one before. */
static void read_extended(struct disk *d, uint64_t base)
{
	uint64_t at = base;

	for (unsigned i = 0; i < EXTENDED_MOST; i++) {
		span sector = span_cut(d->in, at * SECTOR, SECTOR);
		struct entry own, next;

		if (!sector.n || !read_entry(sector, 0, &own) || !read_entry(sector, 1, &next)) break;
		if (own.count) add(d, (at + own.first) * SECTOR, own.count * SECTOR, (str){ 0 });
		if (!next.count) return;
		if (base + next.first <= at) break;
		at = base + next.first;
	}
	if (!d->trouble.is) d->trouble = fail(&bad_table, at * SECTOR);
}

static err read_mbr(struct walk *w, span in, uint64_t *ret_used)
{
	struct disk *d = arena_new(walk_memory(w), struct disk);
	uint64_t end = SECTOR;

	*d = (struct disk){ .w = w, .in = in };
	*ret_used = SECTOR;
	for (unsigned i = 0; i < 4; i++) {
		struct entry e;

		if (!read_entry(in, i, &e)) return fail(&bad_header, ENTRIES_AT);
		if (!e.count) continue;
		if (is_extended(e.type))
			read_extended(d, e.first);
		else
			add(d, e.first * SECTOR, e.count * SECTOR, (str){ 0 });
		if ((e.first + e.count) * SECTOR > end) end = (e.first + e.count) * SECTOR;
	}
	if (end > in.n) end = in.n;
	TRY(walk_partitions(d, SECTOR, end));
	*ret_used = end;
	return d->trouble;
}

const struct format mbr_format = {
	.name = "mbr",
	.title = "Disk with a master boot record",
	.magics = { { 510, 2, "\x55\xaa" } },
	.probe = probe_mbr,
	.read = read_mbr,
};
