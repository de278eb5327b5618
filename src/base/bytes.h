/* Counted bytes and text, and the only way in which input is read: span_cut() and the sticky reader.
 *
 * A span or str owns nothing; it points into an input, an arena or a literal, whose owner outlives it.
 */
#ifndef ASSAY_BASE_BYTES_H
#define ASSAY_BASE_BYTES_H

#include "base/err.h"

#include <string.h>

typedef struct {
	const uint8_t *p;
	size_t n;
} span;

typedef struct {
	const char *p; /* not terminated; NULL with n == 0 means "no text" where a table column may be NULL */
	size_t n;
} str;

#define STR(literal) ((str){ "" literal, sizeof(literal) - 1 })
#define STR_FMT(s) (int)(s).n, (s).p ? (s).p : ""              /* for "%.*s" */
#define STR_AFTER(before, s) (s).n ? (before) : "", STR_FMT(s) /* for "%s%.*s": `before` leads it, where there is any */

/* The part of `in` from `at`, `n` bytes long; an empty span {NULL, 0} when it does not lie wholly inside. */
static inline span span_cut(span in, uint64_t at, uint64_t n)
{
	if (at > in.n || n > in.n - at) return (span){ 0 };
	return (span){ in.p + at, (size_t)n };
}

/* The part of `in` from `at` to its end, cut at `most` bytes; empty when `at` lies behind the end. */
static inline span span_from(span in, uint64_t at, uint64_t most)
{
	if (at >= in.n) return (span){ 0 };
	return (span){ in.p + at, in.n - at < most ? (size_t)(in.n - at) : (size_t)most };
}

static inline str str_of(const char *text)
{
	return (str){ text, text ? strlen(text) : 0 };
}

static inline str str_from_span(span s)
{
	return (str){ (const char *)s.p, s.n };
}

static inline span span_from_str(str s)
{
	return (span){ (const uint8_t *)s.p, s.n };
}

static inline bool str_equal(str a, str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static inline bool str_is(str a, const char *b)
{
	return str_equal(a, str_of(b));
}

static inline bool str_starts(str s, const char *prefix)
{
	size_t n = strlen(prefix);

	return s.n >= n && memcmp(s.p, prefix, n) == 0;
}

static inline bool str_ends(str s, const char *suffix)
{
	size_t n = strlen(suffix);

	return s.n >= n && memcmp(s.p + s.n - n, suffix, n) == 0;
}

int str_compare(str a, str b);                            /* as memcmp, the shorter first */
str str_trim(str s);                                      /* without blanks (space, tab, CR, LF, VT, FF) at both ends */
bool str_find(str s, const char *needle, size_t *ret_at); /* the first place of needle */
bool str_find_no_case(str s, const char *needle, size_t *ret_at);
bool str_split(
	str *rest, char separator, str *ret_part); /* takes the part before separator off *rest; false at the end */
bool str_line(str *rest, str *ret_line);           /* takes a line off, without its LF or CR LF */
bool str_word(str *rest, str *ret_word);           /* takes a blank-separated word off */
str str_base_name(str path);                       /* what follows the last '/' */
bool str_to_u64(
	str s, unsigned base, uint64_t *ret); /* the whole of s is digits of that base (2..36), no sign, no overflow */

/* A reader that goes quiet after the first error: reads past the end give 0 and set `short_at`. One read, one
 * statement. */
typedef struct {
	span in;
	size_t at;
	bool is_short;
	size_t short_at;
} reader;

uint8_t read_u8(reader *r);
uint16_t read_le16(reader *r);
uint32_t read_le32(reader *r);
uint64_t read_le64(reader *r);
uint16_t read_be16(reader *r);
uint32_t read_be32(reader *r);
uint64_t read_be64(reader *r);
span read_span(reader *r, uint64_t n);
void read_skip(reader *r, uint64_t n);
void read_seek(reader *r, uint64_t at);
err reader_done(const reader *r); /* input.short, at the place where the missing bytes should have been */

extern const struct fault input_short;

#endif
