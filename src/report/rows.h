/* Rows of evidence as they were asked for: a table for people, an array of objects for programs. */
#ifndef ASSAY_REPORT_ROWS_H
#define ASSAY_REPORT_ROWS_H

#include "base/buf.h"
#include "base/vec.h"

struct row_cell {
	enum row_kind { ROW_NULL, ROW_INTEGER, ROW_REAL, ROW_TEXT } kind;
	int64_t integer;
	double real;
	str text; /* as SQLite writes the value, whatever it is */
};

struct rows {
	str *columns;
	size_t column_count;
	VEC(struct row_cell) cells; /* row by row */
};

void report_rows_text(const struct rows *rows, struct buf *out);
void report_rows_json(const struct rows *rows, struct buf *out);

#endif
