#include "report/markup.h"

#include <string.h>

static void put_char(struct buf *out, char c)
{
	switch (c) {
	case '&':
		buf_text(out, "&amp;");
		break;
	case '<':
		buf_text(out, "&lt;");
		break;
	case '>':
		buf_text(out, "&gt;");
		break;
	case '"':
		buf_text(out, "&quot;");
		break;
	case '\'':
		buf_text(out, "&#39;");
		break;
	default:
		buf_char(out, c);
	}
}

/* How long the word is that may not break yet: it rather breaks behind a mark than in the middle of a syllable. */
static unsigned next_run(char c, unsigned run, unsigned most)
{
	if (c == ' ' || c == '\n') return 0;
	if (run >= most / 2 && strchr("./_-,:=", c)) return most;
	return run + 1;
}

void markup_text(struct buf *out, str text, unsigned most)
{
	struct buf visible = { 0 };
	str line;
	unsigned run = 0;

	for (bool is_first = true; str_split(&text, '\n', &line); is_first = false) {
		if (!is_first) buf_char(&visible, '\n');
		buf_visible(&visible, line);
	}
	for (size_t i = 0; i < visible.n; i++) {
		bool is_inside = ((uint8_t)visible.p[i] & 0xc0) == 0x80;

		if (most && run >= most && !is_inside) buf_text(out, "<wbr>"), run = 0;
		run = next_run(visible.p[i], run, most);
		put_char(out, visible.p[i]);
	}
	buf_free(&visible);
}

void markup_element(struct buf *out, const char *opening, str text, const char *closing)
{
	buf_text(out, opening);
	markup_text(out, text, 0);
	buf_text(out, closing);
}

void markup_element_if(struct buf *out, const char *opening, str text, const char *closing)
{
	if (text.n) markup_element(out, opening, text, closing);
}
