#include "draft/lines_of_text.h"

struct text_lines lines_of_text(str text, struct arena *keep)
{
	VEC(str) all = { 0 };
	str line;

	while (text.n && str_line(&text, &line)) *vec_add(keep, &all) = line;
	return (struct text_lines){ all.p, (uint32_t)all.n };
}

static uint32_t indent_of(str line)
{
	uint32_t n = 0;

	while (n < line.n && line.p[n] == ' ') n++;
	return n;
}

static bool is_quiet(str line)
{
	str text = str_trim(line);

	return !text.n || text.p[0] == '#';
}

uint32_t lines_end_of(const struct text_lines *lines, uint32_t first, uint32_t end, uint32_t column)
{
	uint32_t last = first;

	for (uint32_t at = first + 1; at <= end && at <= lines->n; at++) {
		str line = lines->p[at - 1];

		if (is_quiet(line)) continue;
		if (indent_of(line) + 1 < column) break;
		last = at;
	}
	return last;
}

struct text_edit edit_of(str text, struct arena *keep)
{
	struct text_edit e = { .lines = lines_of_text(text, keep), .keep = keep };

	e.is_dropped = arena_array(keep, bool, e.lines.n + 1);
	e.after = arena_array(keep, str, e.lines.n + 1);
	for (uint32_t i = 0; i < e.lines.n && !e.draft_line; i++)
		if (str_starts(e.lines.p[i], "draft:")) e.draft_line = i + 1;
	return e;
}

void edit_drop(struct text_edit *e, uint32_t first, uint32_t last)
{
	for (uint32_t at = first; at <= last && at <= e->lines.n; at++) e->is_dropped[at] = true;
}

void edit_after(struct text_edit *e, uint32_t line, str text)
{
	str *place = &e->after[line <= e->lines.n ? line : e->lines.n];

	*place = place->n ? arena_printf(e->keep, "%.*s%.*s", STR_FMT(*place), STR_FMT(text)) : text;
}

bool edit_is_in_braces(const struct text_edit *e, uint32_t line)
{
	str text = line && line <= e->lines.n ? str_trim(e->lines.p[line - 1]) : (str){ 0 };

	if (str_starts(text, "-")) text = str_trim((str){ text.p + 1, text.n - 1 });
	return text.n && text.p[0] == '{';
}

void edit_write(const struct text_edit *e, struct buf *out)
{
	buf_str(out, e->after[0]);
	for (uint32_t at = 1; at <= e->lines.n; at++) {
		if (!e->is_dropped[at]) {
			buf_str(out, e->lines.p[at - 1]);
			buf_char(out, '\n');
		}
		buf_str(out, e->after[at]);
	}
}
