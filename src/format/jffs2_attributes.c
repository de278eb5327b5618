/* Extended attributes of JFFS2: nodes with a value and a number, and nodes that give the attribute of a number to an
 * inode. */
#include "format/capability.h"
#include "format/jffs2.h"
#include "format/part.h"

#include <stdlib.h>

enum { COMMON = 12, SECURITY = 2 };

static bool add_value(struct jffs2 *fs, reader *r)
{
	struct jffs2_value v = { .number = jffs2_u32(fs, r) };

	v.version = jffs2_u32(fs, r);

	uint8_t prefix = read_u8(r);
	uint8_t name_n = read_u8(r);
	uint16_t value_n = jffs2_u16(fs, r);
	uint32_t sum = jffs2_u32(fs, r);

	read_skip(r, 4); /* the header's own sum */

	span both = read_span(r, (uint64_t)name_n + 1 + value_n);
	str name = str_from_span(span_cut(both, 0, name_n));

	if (r->is_short || !is_sum(jffs2_sum(both), sum)) return false;
	if (prefix != SECURITY || !str_is(name, "capability")) return true;
	v.bytes = span_cut(both, (uint64_t)name_n + 1, value_n);
	*vec_add(walk_memory(fs->w), &fs->values) = v;
	return true;
}

static bool add_owner(struct jffs2 *fs, reader *r)
{
	struct jffs2_owner o = { .inode = jffs2_u32(fs, r) };

	o.number = jffs2_u32(fs, r);
	o.version = jffs2_u32(fs, r);
	if (!r->is_short) *vec_add(walk_memory(fs->w), &fs->owners) = o;
	return !r->is_short;
}

bool jffs2_attribute(struct jffs2 *fs, uint64_t at, uint32_t size, bool is_owner)
{
	reader r = { .in = span_cut(fs->in, at, size) };

	read_skip(&r, COMMON);
	return is_owner ? add_owner(fs, &r) : add_value(fs, &r);
}

static int by_number(const void *a, const void *b)
{
	const struct jffs2_value *x = a, *y = b;

	if (x->number != y->number) return x->number < y->number ? -1 : 1;
	return x->version < y->version ? -1 : x->version > y->version;
}

static int by_inode(const void *a, const void *b)
{
	const struct jffs2_owner *x = a, *y = b;

	if (x->inode != y->inode) return x->inode < y->inode ? -1 : 1;
	if (x->number != y->number) return x->number < y->number ? -1 : 1;
	return x->version < y->version ? -1 : x->version > y->version;
}

void jffs2_attributes_sort(struct jffs2 *fs)
{
	if (fs->values.n) qsort(fs->values.p, fs->values.n, sizeof(*fs->values.p), by_number);
	if (fs->owners.n) qsort(fs->owners.p, fs->owners.n, sizeof(*fs->owners.p), by_inode);
}

/* The newest value under a number. */
static const struct jffs2_value *value_of(const struct jffs2 *fs, uint32_t number)
{
	size_t low = 0, high = fs->values.n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (fs->values.p[middle].number <= number)
			low = middle + 1;
		else
			high = middle;
	}
	return low && fs->values.p[low - 1].number == number ? &fs->values.p[low - 1] : NULL;
}

str jffs2_capabilities(const struct jffs2 *fs, uint32_t inode)
{
	enum { MOST = 1024 }; /* attributes of one file */
	size_t low = 0, high = fs->owners.n;

	if (!fs->values.n) return (str){ 0 };
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (fs->owners.p[middle].inode < inode)
			low = middle + 1;
		else
			high = middle;
	}
	for (size_t i = low; i < fs->owners.n && i < low + MOST && fs->owners.p[i].inode == inode; i++) {
		const struct jffs2_owner *o = &fs->owners.p[i];
		bool is_newest = i + 1 == fs->owners.n || o[1].inode != inode || o[1].number != o->number;
		const struct jffs2_value *value = is_newest && o->version % 2 == 0 ? value_of(fs, o->number) : NULL;

		if (value) return capability_text(walk_memory(fs->w), value->bytes);
	}
	return (str){ 0 };
}
