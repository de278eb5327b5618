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

bool utf8_is_visible(uint32_t point)
{
	if (point < 0x20 || (point >= 0x7f && point < 0xa0)) return false;
	if (point == 0x2028 || point == 0x2029 || point == 0xfeff) return false;
	if (point >= 0x202a && point <= 0x202e) return false;
	return !(point >= 0x2066 && point <= 0x2069) && point != 0x200e && point != 0x200f && point != 0x061c;
}
