#include "base/utf8.h"

unsigned utf8_next(str s, uint32_t *ret_point)
{
	if (!s.n) return 0;

	const uint8_t *p = (const uint8_t *)s.p;
	unsigned length = p[0] < 0x80 ? 1 : p[0] < 0xc2 ? 0 : p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : p[0] < 0xf5 ? 4 : 0;

	if (!length || length > s.n) return 0;

	uint32_t point = length == 1 ? p[0] : p[0] & (0x7fu >> length);

	for (unsigned i = 1; i < length; i++) {
		if ((p[i] & 0xc0) != 0x80) return 0;
		point = point << 6 | (p[i] & 0x3fu);
	}
	if (length == 3 && (point < 0x800 || (point >= 0xd800 && point < 0xe000))) return 0;
	if (length == 4 && (point < 0x10000 || point > 0x10ffff)) return 0;
	*ret_point = point;
	return length;
}

bool utf8_is_valid(str s)
{
	while (s.n) {
		uint32_t point;
		unsigned length = utf8_next(s, &point);

		if (!length) return false;
		s.p += length, s.n -= length;
	}
	return true;
}

/* The blocks that East Asian Width (UAX #11) has as wide, and those of marks that stand above another letter; whole
 * blocks are near enough. */
static unsigned columns_of(uint32_t point)
{
	static const struct {
		uint32_t from, to;
		unsigned columns;
	} blocks[] = { { 0x0300, 0x036f, 0 }, { 0x0483, 0x0489, 0 }, { 0x0591, 0x05bd, 0 }, { 0x064b, 0x065f, 0 },
		{ 0x1100, 0x115f, 2 }, { 0x1ab0, 0x1aff, 0 }, { 0x1dc0, 0x1dff, 0 }, { 0x200b, 0x200f, 0 },
		{ 0x20d0, 0x20ff, 0 }, { 0x2e80, 0x303e, 2 }, { 0x3041, 0x4dbf, 2 }, { 0x4e00, 0xa4cf, 2 },
		{ 0xac00, 0xd7a3, 2 }, { 0xf900, 0xfaff, 2 }, { 0xfe00, 0xfe0f, 0 }, { 0xfe20, 0xfe2f, 0 },
		{ 0xfe30, 0xfe6f, 2 }, { 0xff00, 0xff60, 2 }, { 0xffe0, 0xffe6, 2 }, { 0x1f300, 0x1f64f, 2 },
		{ 0x1f900, 0x1f9ff, 2 }, { 0x20000, 0x3fffd, 2 } };

	for (size_t i = 0; i < sizeof(blocks) / sizeof(*blocks) && point >= blocks[i].from; i++)
		if (point <= blocks[i].to) return blocks[i].columns;
	return 1;
}

size_t utf8_plain(str s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] >= ' ' && s.p[n] <= '~') n++;
	return n;
}

unsigned utf8_columns(str s)
{
	enum { ESCAPED = 4 }; /* "\x1b" */
	unsigned columns = 0;

	while (s.n) {
		size_t plain = utf8_plain(s);
		uint32_t point;

		columns += (unsigned)plain;
		s.p += plain, s.n -= plain;
		if (!s.n) break;

		unsigned length = utf8_next(s, &point);

		if (length && utf8_is_visible(point))
			columns += columns_of(point);
		else
			columns += ESCAPED * (length ? length : 1);
		if (!length) length = 1;
		s.p += length, s.n -= length;
	}
	return columns;
}

bool utf8_is_visible(uint32_t point)
{
	if (point < 0x20 || (point >= 0x7f && point < 0xa0)) return false;
	if (point == 0x200b || (point >= 0x2060 && point <= 0x2065) || point == 0x2028 || point == 0x2029 ||
		point == 0xfeff)
		return false;
	if (point >= 0x202a && point <= 0x202e) return false;
	return !(point >= 0x2066 && point <= 0x2069) && point != 0x200e && point != 0x200f && point != 0x061c;
}

size_t utf8_fit(str s, size_t most)
{
	if (s.n <= most) return s.n;
	while (most && ((uint8_t)s.p[most] & 0xc0) == 0x80) most--;
	return most;
}
