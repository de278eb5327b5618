/* UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF. */
#ifndef ASSAY_BASE_UTF8_H
#define ASSAY_BASE_UTF8_H

#include "base/bytes.h"

/* The length (1..4) of the character that s begins with and its code point; 0 when s is empty or what it begins with is
 * no character. */
unsigned utf8_next(str s, uint32_t *ret_point);
bool utf8_is_valid(str s);

/* Safe to show as it is: neither a control character nor a bidirectional override (which can make text read as what it
 * is not). */
bool utf8_is_visible(uint32_t point);

/* How many bytes at its beginning are printable ASCII: most of most texts. */
size_t utf8_plain(str s);

/* Columns that a terminal needs for it once buf_visible() has put it: wide letters take two, marks above others
 * none. */
unsigned utf8_columns(str s);

/* How much of `s` may stand where there is room for `most` bytes: no character is cut in two. */
size_t utf8_fit(str s, size_t most);

#endif
