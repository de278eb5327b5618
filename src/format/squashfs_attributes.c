/* Extended attributes of SquashFS 4: of each set of them, a place, a count and a size; the sets are metadata blocks
 * before that table. */
#include "format/capability.h"
#include "format/squashfs.h"

static const struct fault bad_attributes = { FAULT_INPUT, "squashfs.bad-attributes",
	"the extended attributes are damaged or cannot be read" };

enum { PLACE = 16, SECURITY = 2, IS_ELSEWHERE = 0x100, MOST_VALUE = 4096 };

void squashfs_attributes_read(struct squashfs *fs)
{
	reader r = { .in = fs->in };

	if (fs->attribute_table >= UINT64_MAX - PLACE) return; /* there are none */
	read_seek(&r, fs->attribute_table);

	uint64_t from = squashfs_u64(fs, &r);
	uint32_t count = squashfs_u32(fs, &r);

	read_skip(&r, 4);

	uint64_t index = r.at;
	uint64_t first = squashfs_u64(fs, &r); /* of the blocks of the table, behind those of the sets */

	if (!count) return;
	if (r.is_short || from >= first || first > fs->attribute_table ||
		squashfs_table_index(fs, index, (uint64_t)count * PLACE, &fs->attribute_places).is ||
		squashfs_table_run(fs, from, first, &fs->attributes).is)
		squashfs_trouble(fs, fail(&bad_attributes, fs->attribute_table));
	else
		fs->attribute_count = count;
}

/* A value stands behind its name, or there stands where it is. */
static bool read_value(const struct squashfs *fs, reader *r, bool is_elsewhere, span *ret)
{
	uint32_t n = squashfs_u32(fs, r);
	uint64_t at;
	reader other = *r;

	if (is_elsewhere) {
		uint64_t place = squashfs_u64(fs, r);

		if (r->is_short || n != 8 ||
			!squashfs_table_read(&fs->attributes, place >> 16, place & 0xffff, &other, &at))
			return false;
		n = squashfs_u32(fs, &other);
		*ret = read_span(&other, n);
		return !other.is_short && n <= MOST_VALUE;
	}
	*ret = read_span(r, n);
	return !r->is_short;
}

str squashfs_capabilities(struct squashfs *fs, const struct squashfs_inode *inode)
{
	enum { MOST = 1024 }; /* attributes of one file */
	uint64_t at = fs->attribute_table;
	reader r;

	if (inode->attributes == SQUASHFS_NO_ATTRIBUTES || !fs->attribute_count) return (str){ 0 };
	if (inode->attributes >= fs->attribute_count ||
		!squashfs_table_entry(&fs->attribute_places, (uint64_t)inode->attributes * PLACE, PLACE, &r)) {
		squashfs_trouble(fs, fail(&bad_attributes, at));
		return (str){ 0 };
	}

	uint64_t place = squashfs_u64(fs, &r);
	uint32_t count = squashfs_u32(fs, &r);
	bool is_good = squashfs_table_read(&fs->attributes, place >> 16, place & 0xffff, &r, &at);

	for (uint32_t i = 0; is_good && i < count && i < MOST; i++) {
		uint16_t type = squashfs_u16(fs, &r);
		str name = str_from_span(read_span(&r, squashfs_u16(fs, &r)));
		span value = { 0 };

		is_good = read_value(fs, &r, type & IS_ELSEWHERE, &value);
		if (is_good && (type & 0xff) == SECURITY && str_is(name, "capability"))
			return capability_text(walk_memory(fs->w), value);
	}
	if (!is_good) squashfs_trouble(fs, fail(&bad_attributes, at));
	return (str){ 0 };
}
