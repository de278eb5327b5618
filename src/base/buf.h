/* Text or bytes that grow: what outputs are written into. Memory from malloc; exhaustion ends the process
 * (exhausted.h). */
#ifndef ASSAY_BASE_BUF_H
#define ASSAY_BASE_BUF_H

#include "base/bytes.h"

struct buf {
	char *p;
	size_t n, room;
};

void buf_free(struct buf *b);
void buf_clear(struct buf *b);
void buf_bytes(struct buf *b, const void *p, size_t n);
void buf_str(struct buf *b, str s);
void buf_text(struct buf *b, const char *text);
void buf_char(struct buf *b, char c);
/* One more of a list, which is all that the buffer holds. */
void buf_join(struct buf *b, const char *between, str one);
[[gnu::format(printf, 2, 3)]] void buf_printf(struct buf *b, const char *format, ...);

/* Foreign text for a terminal, a log or a table: invalid UTF-8, control characters and bidirectional overrides become
 * \xNN. */
void buf_visible(struct buf *b, str s);

static inline str buf_all(const struct buf *b)
{
	return (str){ b->p, b->n };
}

#endif
