#include "base/bytes.h"

#include <stdbool.h>

const struct fault input_short = { FAULT_INPUT, "input.short", "the data ends before the structure that it began" };

int str_compare(str a, str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n ? memcmp(a.p, b.p, n) : 0;

	if (order) return order;
	return a.n < b.n ? -1 : a.n > b.n;
}

static bool is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

str str_trim(str s)
{
	while (s.n && is_blank(s.p[0])) s.p++, s.n--;
	while (s.n && is_blank(s.p[s.n - 1])) s.n--;
	return s;
}

bool str_find(str s, const char *needle, size_t *ret_at)
{
	const char *hit = s.n ? memmem(s.p, s.n, needle, strlen(needle)) : NULL;

	if (hit && ret_at) *ret_at = (size_t)(hit - s.p);
	return hit != NULL;
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

bool str_find_no_case(str s, const char *needle, size_t *ret_at)
{
	size_t n = strlen(needle);

	for (size_t at = 0; at + n <= s.n; at++) {
		size_t i = 0;

		while (i < n && lower(s.p[at + i]) == lower(needle[i])) i++;
		if (i < n) continue;
		if (ret_at) *ret_at = at;
		return true;
	}
	return false;
}

bool str_split(str *rest, char separator, str *ret_part)
{
	if (!rest->p) return false;

	const char *hit = rest->n ? memchr(rest->p, separator, rest->n) : NULL;

	if (!hit) {
		*ret_part = *rest;
		*rest = (str){ 0 };
		return true;
	}

	size_t n = (size_t)(hit - rest->p);

	*ret_part = (str){ rest->p, n };
	*rest = (str){ hit + 1, rest->n - n - 1 };
	return true;
}

bool str_line(str *rest, str *ret_line)
{
	if (!rest->n) return false;

	bool more = str_split(rest, '\n', ret_line);

	if (ret_line->n && ret_line->p[ret_line->n - 1] == '\r') ret_line->n--;
	return more;
}

bool str_word(str *rest, str *ret_word)
{
	while (rest->n && is_blank(rest->p[0])) rest->p++, rest->n--;
	if (!rest->n) return false;

	size_t n = 0;

	while (n < rest->n && !is_blank(rest->p[n])) n++;
	*ret_word = (str){ rest->p, n };
	*rest = (str){ rest->p + n, rest->n - n };
	return true;
}

str str_base_name(str path)
{
	size_t n = path.n;

	if (!n) return path;
	while (n && path.p[n - 1] != '/') n--;
	return (str){ path.p + n, path.n - n };
}

bool str_to_u64(str s, unsigned base, uint64_t *ret)
{
	uint64_t value = 0;

	if (!s.n) return false;
	for (size_t i = 0; i < s.n; i++) {
		char c = lower(s.p[i]);
		unsigned digit = c >= '0' && c <= '9'   ? (unsigned)(c - '0')
				 : c >= 'a' && c <= 'z' ? (unsigned)(c - 'a' + 10)
							: 99;

		if (digit >= base) return false;
		if (__builtin_mul_overflow(value, (uint64_t)base, &value)) return false;
		if (__builtin_add_overflow(value, (uint64_t)digit, &value)) return false;
	}
	*ret = value;
	return true;
}

span read_span(reader *r, uint64_t n)
{
	/* A reader may have been set up to begin behind its input. */
	if (r->is_short || r->at > r->in.n || n > r->in.n - r->at) {
		if (!r->is_short) r->short_at = r->at;
		r->is_short = true;
		return (span){ 0 };
	}

	span s = { r->in.p ? r->in.p + r->at : NULL, (size_t)n };

	r->at += (size_t)n;
	return s;
}

static uint64_t read_le(reader *r, size_t bytes)
{
	span s = read_span(r, bytes);
	uint64_t value = 0;

	for (size_t i = s.n; i-- > 0;) value = value << 8 | s.p[i];
	return value;
}

static uint64_t read_be(reader *r, size_t bytes)
{
	span s = read_span(r, bytes);
	uint64_t value = 0;

	for (size_t i = 0; i < s.n; i++) value = value << 8 | s.p[i];
	return value;
}

uint8_t read_u8(reader *r)
{
	return (uint8_t)read_le(r, 1);
}

uint16_t read_le16(reader *r)
{
	return (uint16_t)read_le(r, 2);
}

uint32_t read_le32(reader *r)
{
	return (uint32_t)read_le(r, 4);
}

uint64_t read_le64(reader *r)
{
	return read_le(r, 8);
}

uint16_t read_be16(reader *r)
{
	return (uint16_t)read_be(r, 2);
}

uint32_t read_be32(reader *r)
{
	return (uint32_t)read_be(r, 4);
}

uint64_t read_be64(reader *r)
{
	return read_be(r, 8);
}

void read_skip(reader *r, uint64_t n)
{
	(void)read_span(r, n);
}

void read_seek(reader *r, uint64_t at)
{
	if (r->is_short) return;
	if (at > r->in.n) {
		r->is_short = true;
		r->short_at = r->in.n;
		return;
	}
	r->at = (size_t)at;
}

err reader_done(const reader *r)
{
	return r->is_short ? fail(&input_short, r->short_at) : OK;
}
