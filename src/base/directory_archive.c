#include "base/directory_archive.h"

enum { HEADER = 110 }; /* the "new ASCII" header of cpio(5) */

/* Field `i` of a header: eight hexadecimal digits. */
static bool field(span header, unsigned i, uint64_t *ret)
{
	str digits = str_from_span(span_cut(header, 6 + 8 * i, 8));

	return digits.n == 8 && str_to_u64(digits, 16, ret);
}

bool directory_next(span archive, uint64_t *at, struct directory_entry *ret)
{
	enum { MODE = 1, SIZE = 6, NAME_SIZE = 11, MORE = 12 };
	span header = span_cut(archive, *at, HEADER);
	uint64_t mode, size, name_size, more = 0;

	if (header.n != HEADER || (memcmp(header.p, "070701", 6) != 0 && memcmp(header.p, "070703", 6) != 0))
		return false;
	if (header.p[5] == '3' && !field(header, MORE, &more)) return false;
	if (!field(header, MODE, &mode) || !field(header, SIZE, &size) || !field(header, NAME_SIZE, &name_size))
		return false;

	span name = span_cut(archive, *at + HEADER, name_size);
	uint64_t begin = (*at + HEADER + name_size + 3) & ~UINT64_C(3);
	span content = span_cut(archive, begin, size);

	if (!name_size || name.n != name_size || name.p[name_size - 1] || content.n != size) return false;
	*ret = (struct directory_entry){
		.path = { (const char *)name.p, (size_t)name_size - 1 }, .mode = (uint32_t)mode, .content = content
	};
	/* A file may have that name; what ends the archive is no file. */
	if (str_is(ret->path, "TRAILER!!!") && !ret->mode) {
		*at = archive.n;
		return false;
	}
	*at = (begin + size + more + 3) & ~UINT64_C(3);
	return true;
}

bool directory_ended(span archive, uint64_t at)
{
	return at >= archive.n;
}
