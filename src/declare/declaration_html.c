#include "declare/declaration_html.h"

#include "base/buf.h"
#include "base/limits.h"

#include <stdio.h>

struct html_cell {
	str text;
	uint32_t across; /* columns of the cell that it is the first of; 0: none begins here */
};
typedef VEC(struct html_cell) html_row;

struct html_table {
	struct arena *keep;
	VEC(html_row) rows;
	VEC(uint32_t) lines;
	struct {
		uint32_t left; /* rows that the cell above still reaches into */
		str text;
	} above[LIMIT_FORM_COLUMNS];
	size_t columns, column; /* column: where the next cell stands */
	struct buf text, outside;
	bool is_in_cell, needs_space, is_full;
	bool goes_on; /* this row, with the one above: their first cell is one */
	uint32_t across, down, line, outside_line;
	unsigned depth; /* of tables in tables */
};

/* ---- tags -------------------------------------------------------------------------------------------------------- */

struct tag {
	str name, rest; /* rest: attributes */
	bool is_end;
};

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static bool same_word(str s, const char *word)
{
	return s.n == strlen(word) && str_find_no_case(s, word, NULL);
}

/* The tag that s begins with, and its length; 0: it begins with none. */
static size_t tag_at(str s, struct tag *ret)
{
	size_t at = 1, end;
	bool is_end = s.n > 1 && s.p[1] == '/';

	if (!s.n || s.p[0] != '<') return 0;
	at += is_end;
	end = at;
	while (end < s.n && is_letter(s.p[end])) end++;
	if (end == at) return 0;
	*ret = (struct tag){ .name = { s.p + at, end - at }, .is_end = is_end };
	for (size_t i = end, quote = 0; i < s.n; i++) {
		if (quote ? s.p[i] == (char)quote : s.p[i] == '"' || s.p[i] == '\'') quote = quote ? 0 : (size_t)s.p[i];
		if (quote || s.p[i] != '>') continue;
		ret->rest = (str){ s.p + end, i - end };
		return i + 1;
	}
	return 0;
}

bool html_table_begins(str line)
{
	struct tag tag;

	line = str_trim(line);
	return tag_at(line, &tag) && !tag.is_end && same_word(tag.name, "table");
}

bool html_table_ends(str line)
{
	return str_find_no_case(line, "</table", NULL);
}

static uint32_t number_in(str attributes, const char *name)
{
	size_t at;
	uint64_t n = 0;

	if (!str_find_no_case(attributes, name, &at)) return 1;
	for (at += strlen(name); at < attributes.n && !(attributes.p[at] >= '0' && attributes.p[at] <= '9'); at++)
		if (is_letter(attributes.p[at])) return 1;
	for (; at < attributes.n && attributes.p[at] >= '0' && attributes.p[at] <= '9' && n < 100'000; at++)
		n = n * 10 + (uint64_t)(attributes.p[at] - '0');
	return n ? (uint32_t)n : 1;
}

/* ---- cells ------------------------------------------------------------------------------------------------------- */

static void put(struct html_table *t, str s)
{
	struct buf *out = t->is_in_cell ? &t->text : &t->outside;

	if (!t->is_in_cell && !t->outside.n) t->outside_line = t->line;
	if (t->needs_space && out->n && out->p[out->n - 1] != '\n') buf_char(out, ' ');
	t->needs_space = false;
	buf_str(out, s);
}

static void break_line(struct html_table *t)
{
	struct buf *out = t->is_in_cell ? &t->text : &t->outside;

	t->needs_space = false;
	if (out->n && out->p[out->n - 1] != '\n') buf_char(out, '\n');
}

static html_row *last_row(struct html_table *t)
{
	return t->rows.n ? &t->rows.p[t->rows.n - 1] : NULL;
}

static void set_cell(struct html_table *t, size_t column, str text, uint32_t across)
{
	html_row *row = last_row(t);

	while (row->n <= column) (void)vec_add(t->keep, row);
	row->p[column] = (struct html_cell){ text, across };
	if (column + 1 > t->columns) t->columns = column + 1;
}

/* Cells from above that reach into this row. One in the first column goes on with its row, and so does what stands
 * beside it. */
static void reach_down(struct html_table *t)
{
	for (; t->column < LIMIT_FORM_COLUMNS && t->above[t->column].left; t->column++) {
		t->above[t->column].left--;
		set_cell(t, t->column, t->goes_on ? (str){ 0 } : t->above[t->column].text, 0);
	}
}

static void end_cell(struct html_table *t)
{
	if (!t->is_in_cell) return;

	str text = arena_str(t->keep, str_trim(buf_all(&t->text)));

	t->is_in_cell = t->needs_space = false;
	buf_clear(&t->text);
	reach_down(t);
	if (t->across > LIMIT_FORM_COLUMNS || t->column + t->across > LIMIT_FORM_COLUMNS) {
		t->is_full = true;
		return;
	}
	for (uint32_t i = 0; i < t->across; i++, t->column++) {
		set_cell(t, t->column, i ? (str){ 0 } : text, i ? 0 : t->across);
		t->above[t->column].left = t->down - 1;
		t->above[t->column].text = i ? (str){ 0 } : text;
	}
}

static void end_row(struct html_table *t)
{
	end_cell(t);
	if (!t->rows.n || t->column == SIZE_MAX) return;
	while (t->column < t->columns) {
		size_t before = t->column;

		reach_down(t);
		if (t->column == before) t->column++;
	}
	t->column = SIZE_MAX; /* no row is open */
}

static void begin_row(struct html_table *t)
{
	end_row(t);
	if (t->rows.n >= LIMIT_FORM_ROWS || t->columns * t->rows.n > LIMIT_FORM_CELLS) {
		t->is_full = true;
		return;
	}
	(void)vec_add(t->keep, &t->rows);
	*vec_add(t->keep, &t->lines) = t->line;
	t->column = 0;
	t->goes_on = t->above[0].left > 0;
}

/* A caption, or words between rows: a row of its own. */
static void end_outside(struct html_table *t)
{
	str text = str_trim(buf_all(&t->outside));

	if (text.n && !t->is_in_cell && (!t->rows.n || t->column == SIZE_MAX)) {
		uint32_t line = t->line;

		t->line = t->outside_line;
		begin_row(t);
		if (!t->is_full) set_cell(t, 0, arena_str(t->keep, text), 1);
		t->column = SIZE_MAX;
		t->line = line;
		buf_clear(&t->outside);
	}
}

static void begin_cell(struct html_table *t, const struct tag *tag)
{
	end_cell(t);
	if (!t->rows.n || t->column == SIZE_MAX) begin_row(t);
	t->is_in_cell = true;
	t->needs_space = false;
	t->across = number_in(tag->rest, "colspan");
	t->down = number_in(tag->rest, "rowspan");
}

static void take_tag(struct html_table *t, const struct tag *tag)
{
	static const char *const breaks[] = { "br", "p", "li", "div", "ul", "ol", "caption", "tr", NULL };

	if (same_word(tag->name, "table")) {
		t->depth = tag->is_end ? t->depth - (t->depth > 0) : t->depth + 1;
		if (t->depth == 0) end_row(t);
		return;
	}
	if (t->depth > 1) {
		if (same_word(tag->name, "td") || same_word(tag->name, "th")) t->needs_space = true;
	} else if (same_word(tag->name, "tr")) {
		end_row(t);
		end_outside(t);
		if (!tag->is_end) begin_row(t);
		return;
	} else if (same_word(tag->name, "td") || same_word(tag->name, "th")) {
		if (tag->is_end)
			end_cell(t);
		else
			begin_cell(t, tag);
		return;
	}
	for (const char *const *b = breaks; *b; b++)
		if (same_word(tag->name, *b)) break_line(t);
}

/* ---- text -------------------------------------------------------------------------------------------------------- */

static size_t take_entity(struct html_table *t, str s)
{
	static const struct {
		const char *name, *text;
	} known[] = { { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&apos;", "'" },
		{ "&#39;", "'" }, { "&nbsp;", " " }, { "&#160;", " " }, { "&ndash;", "-" }, { "&#124;", "|" } };

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
		if (!str_starts(s, known[i].name)) continue;
		put(t, str_of(known[i].text));
		return strlen(known[i].name);
	}
	put(t, (str){ s.p, 1 });
	return 1;
}

static void take_text(struct html_table *t, str html)
{
	for (size_t i = 0; i < html.n && !t->is_full;) {
		str rest = { html.p + i, html.n - i };
		struct tag tag;
		size_t n = tag_at(rest, &tag);
		char c = html.p[i];

		if (n) {
			take_tag(t, &tag);
			for (size_t k = 0; k < n; k++) t->line += html.p[i + k] == '\n';
		} else if (c == '&') {
			n = take_entity(t, rest);
		} else if (c == ' ' || c == '\t' || c == '\n') {
			t->needs_space = true;
			t->line += c == '\n';
			n = 1;
		} else {
			put(t, (str){ html.p + i, 1 });
			n = 1;
		}
		i += n;
	}
}

/* Below a header that spans columns all of them are one cell. A title that spans everything is no header. */
static void join_columns(struct html_table *t, struct form_table *g)
{
	size_t header = 0;

	for (; header < t->rows.n; header++) {
		size_t filled = 0;

		for (size_t c = 0; c < t->rows.p[header].n; c++) filled += t->rows.p[header].p[c].text.n > 0;
		if (filled > 1) break;
	}
	for (size_t c = 0; header < t->rows.n && c < t->rows.p[header].n; c++) {
		size_t across = t->rows.p[header].p[c].across;

		for (size_t r = header + 1; r < g->rows && across > 1; r++) {
			str *to = &g->cells[r * g->columns + c];

			for (size_t k = 1; k < across; k++) {
				str *from = &g->cells[r * g->columns + c + k];

				if (from->n)
					*to = to->n ? arena_printf(t->keep, "%.*s\n%.*s", STR_FMT(*to), STR_FMT(*from))
						    : *from;
				*from = (str){ 0 };
			}
		}
	}
}

bool html_table(struct arena *keep, str html, uint32_t line, struct form_table *ret)
{
	struct html_table *t = arena_new(keep, struct html_table);
	bool fits;

	t->keep = keep;
	t->line = line;
	t->column = SIZE_MAX;
	take_text(t, html);
	if (!t->is_full) {
		end_row(t);
		end_outside(t);
	}
	fits = !t->is_full && t->columns * t->rows.n <= LIMIT_FORM_CELLS;
	*ret = (struct form_table){ 0 };
	if (fits && t->rows.n) {
		*ret = (struct form_table){ .columns = t->columns,
			.rows = t->rows.n,
			.cells = arena_array(keep, str, t->columns * t->rows.n + 1),
			.lines = t->lines.p };
		for (size_t r = 0; r < t->rows.n; r++)
			for (size_t c = 0; c < t->rows.p[r].n; c++)
				ret->cells[r * t->columns + c] = t->rows.p[r].p[c].text;
		join_columns(t, ret);
	}
	buf_free(&t->text);
	buf_free(&t->outside);
	return fits;
}
