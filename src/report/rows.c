#include "report/rows.h"

#include "base/utf8.h"
#include "report/values.h"

#include <stdlib.h>

/* ---- for people -------------------------------------------------------------------------------------------------- */

/* More stand side by side in no table of the evidence; those of a query beyond it are left out. */
enum { COLUMNS_SHOWN = 64 };

static str cell_text(const struct rows *r, size_t row, size_t column)
{
	return row ? r->cells.p[(row - 1) * r->column_count + column].text : r->columns[column];
}

/* Row 0 holds the names of the columns. */
static void put_row(const struct rows *r, size_t row, const size_t *widths, size_t columns, struct buf *out)
{
	for (size_t c = 0; c < columns; c++) {
		size_t from = out->n + (c ? 2 : 0), width;

		if (c) buf_text(out, "  ");
		buf_visible(out, cell_text(r, row, c));
		width = utf8_columns((str){ out->p + from, out->n - from });
		for (; c + 1 < columns && width < widths[c]; width++) buf_char(out, ' ');
	}
	buf_char(out, '\n');
}

void report_rows_text(const struct rows *r, struct buf *out)
{
	size_t widths[COLUMNS_SHOWN] = { 0 },
	       columns = r->column_count < COLUMNS_SHOWN ? r->column_count : COLUMNS_SHOWN;
	size_t count = 1 + (r->column_count ? r->cells.n / r->column_count : 0);
	struct buf cell = { 0 };

	for (size_t row = 0; row < count; row++) {
		for (size_t c = 0; c < columns; c++) {
			buf_clear(&cell);
			buf_visible(&cell, cell_text(r, row, c));

			size_t width = utf8_columns(buf_all(&cell));

			if (width > widths[c]) widths[c] = width;
		}
	}
	for (size_t row = 0; row < count; row++) put_row(r, row, widths, columns, out);
	buf_free(&cell);
}

/* ---- for programs ------------------------------------------------------------------------------------------------ */

static json_t *json_of_cell(const struct row_cell *cell)
{
	switch (cell->kind) {
	case ROW_NULL:
		return json_null();
	case ROW_INTEGER:
		return json_integer(cell->integer);
	case ROW_REAL:
		return json_real(cell->real);
	case ROW_TEXT:
		return json_of_str(cell->text);
	}
	abort();
}

void report_rows_json(const struct rows *r, struct buf *out)
{
	json_t *all = json_array(), *row = NULL;

	for (size_t i = 0; i < r->cells.n; i++) {
		str name = r->columns[i % r->column_count];

		if (i % r->column_count == 0) json_array_append_new(all, row = json_object());
		json_object_setn_new(row, name.p, name.n, json_of_cell(&r->cells.p[i]));
	}
	write_json(all, out, JSON_INDENT(1));
	json_decref(all);
}
