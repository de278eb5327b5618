#include "base/buf.h"

#include "base/exhausted.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void buf_free(struct buf *b)
{
	free(b->p);
	*b = (struct buf){ 0 };
}

void buf_clear(struct buf *b)
{
	b->n = 0;
}

static char *buf_room(struct buf *b, size_t n)
{
	size_t wanted;

	if (__builtin_add_overflow(b->n, n, &wanted)) abort();
	if (wanted > b->room) {
		size_t room = b->room ? b->room : 256;

		while (room < wanted) room *= 2;

		char *p = realloc(b->p, room);

		if (!p) exhausted(EXHAUSTED_SYSTEM);
		b->p = p;
		b->room = room;
	}
	return b->p + b->n;
}

void buf_bytes(struct buf *b, const void *p, size_t n)
{
	if (!n) return;
	memcpy(buf_room(b, n), p, n);
	b->n += n;
}

void buf_str(struct buf *b, str s)
{
	buf_bytes(b, s.p, s.n);
}

void buf_text(struct buf *b, const char *text)
{
	buf_bytes(b, text, strlen(text));
}

void buf_char(struct buf *b, char c)
{
	buf_bytes(b, &c, 1);
}

void buf_join(struct buf *b, const char *between, str one)
{
	if (b->n) buf_text(b, between);
	buf_str(b, one);
}

void buf_printf(struct buf *b, const char *format, ...)
{
	va_list args, again;

	va_start(args, format);
	va_copy(again, args);

	int n = vsnprintf(NULL, 0, format, args);

	if (n < 0) abort();
	vsnprintf(buf_room(b, (size_t)n + 1), (size_t)n + 1, format, again);
	b->n += (size_t)n;
	va_end(again);
	va_end(args);
}

void buf_visible(struct buf *b, str s)
{
	while (s.n) {
		size_t plain = utf8_plain(s);
		uint32_t point;

		if (plain) buf_bytes(b, s.p, plain);
		s.p += plain, s.n -= plain;
		if (!s.n) break;

		unsigned length = utf8_next(s, &point);

		if (length && utf8_is_visible(point)) {
			buf_bytes(b, s.p, length);
		} else {
			if (!length) length = 1;
			for (unsigned i = 0; i < length; i++) buf_printf(b, "\\x%02x", (unsigned)(uint8_t)s.p[i]);
		}
		s.p += length, s.n -= length;
	}
}
