#include "declare/csv.h"

#include "base/limits.h"
#include "declare/declaration.h"

struct csv {
	struct arena *keep;
	struct buf *detail;
	str rest;
	char separator;
	uint32_t line;
	VEC(str) cells; /* of all rows, one after the other */
	VEC(size_t) first;
	VEC(uint32_t) lines;
};

/* The separator that parts the first line most often, outside quotes. "sep=;" says it. */
static char separator_of(str *text)
{
	static const char marks[] = { ',', ';', '\t', '|' };
	size_t most = 0, counts[sizeof(marks)] = { 0 };
	bool is_quoted = false;
	char best = ',';

	if (text->n > 5 && str_starts(*text, "sep=") && text->p[5] == '\n') {
		best = text->p[4];
		*text = (str){ text->p + 6, text->n - 6 };
		return best;
	}
	for (size_t i = 0, columns = 0; i < text->n; i++) {
		if (text->p[i] == '"') is_quoted = !is_quoted;
		if (is_quoted) continue;
		if (text->p[i] == '\n' && columns) break;
		for (size_t m = 0; m < sizeof(marks); m++)
			if (text->p[i] == marks[m]) counts[m]++, columns++;
	}
	for (size_t m = 0; m < sizeof(marks); m++)
		if (counts[m] > most) most = counts[m], best = marks[m];
	return best;
}

/* A cell in quotes, from behind the first one. */
static err quoted_cell(struct csv *c, uint64_t column, str *ret)
{
	struct buf out = { 0 };
	uint32_t line = c->line;

	for (size_t i = 0; i < c->rest.n; i++) {
		char ch = c->rest.p[i];

		if (ch == '\n') c->line++;
		if (ch != '"') {
			buf_char(&out, ch);
			continue;
		}
		if (i + 1 < c->rest.n && c->rest.p[i + 1] == '"') {
			buf_char(&out, '"');
			i++;
			continue;
		}
		*ret = arena_str(c->keep, buf_all(&out));
		c->rest = (str){ c->rest.p + i + 1, c->rest.n - i - 1 };
		buf_free(&out);
		return OK;
	}
	buf_free(&out);
	return declaration_trouble(
		c->detail, &declaration_bad_form, line, column, "the quotation mark that begins here has no end");
}

static err take_cell(struct csv *c, uint64_t column, str *ret, bool *ret_is_last)
{
	size_t n = 0;

	*ret = (str){ 0 };
	while (c->rest.n && c->rest.p[0] == ' ' && c->separator != ' ') c->rest.p++, c->rest.n--;
	if (c->rest.n && c->rest.p[0] == '"') {
		c->rest.p++, c->rest.n--;
		TRY(quoted_cell(c, column, ret));
	}
	while (n < c->rest.n && c->rest.p[n] != c->separator && c->rest.p[n] != '\n') n++;
	if (!ret->n)
		*ret = (str){ c->rest.p, n };
	else if (str_trim((str){ c->rest.p, n }).n)
		return declaration_trouble(c->detail, &declaration_bad_form, c->line, column,
			"words stand behind the quotation mark that ends a cell");
	*ret = str_trim(*ret);
	*ret_is_last = n == c->rest.n || c->rest.p[n] == '\n';
	c->line += n < c->rest.n && c->rest.p[n] == '\n';
	if (n < c->rest.n) n++;
	c->rest = (str){ c->rest.p + n, c->rest.n - n };
	return OK;
}

static err take_line(struct csv *c, size_t *ret_columns)
{
	uint32_t line = c->line;
	bool is_last = false;
	size_t columns = 0;

	*vec_add(c->keep, &c->first) = c->cells.n;
	*vec_add(c->keep, &c->lines) = line;
	while (!is_last) {
		str cell;

		if (++columns > LIMIT_FORM_COLUMNS)
			return declaration_trouble(c->detail, &declaration_too_large, line, columns,
				"more than %u columns in one row", LIMIT_FORM_COLUMNS);
		TRY(take_cell(c, columns, &cell, &is_last));
		*vec_add(c->keep, &c->cells) = cell;
	}
	if (columns > *ret_columns) *ret_columns = columns;
	return OK;
}

err csv_read(struct arena *keep, str text, struct form_table *ret, struct buf *detail)
{
	struct csv c = { .keep = keep, .detail = detail, .rest = text, .line = 1 };
	size_t columns = 0;

	c.separator = separator_of(&c.rest);
	if (c.rest.p != text.p) c.line++;
	while (c.rest.n) {
		if (c.lines.n == LIMIT_FORM_ROWS)
			return declaration_trouble(
				detail, &declaration_too_large, c.line, 1, "more than %u rows", LIMIT_FORM_ROWS);
		TRY(take_line(&c, &columns));
	}
	*ret = (struct form_table){ 0 };
	if (!c.lines.n) return OK;
	if (columns * c.lines.n > LIMIT_FORM_CELLS)
		return declaration_trouble(detail, &declaration_too_large, 1, columns,
			"%zu rows of %zu columns: that is no form", c.lines.n, columns);

	struct form_table g = { .columns = columns,
		.rows = c.lines.n,
		.cells = arena_array(keep, str, columns * c.lines.n),
		.lines = c.lines.p };

	for (size_t r = 0; r < g.rows; r++) {
		size_t end = r + 1 < g.rows ? c.first.p[r + 1] : c.cells.n;

		for (size_t i = c.first.p[r]; i < end; i++) g.cells[r * columns + i - c.first.p[r]] = c.cells.p[i];
	}
	*ret = g;
	return OK;
}
