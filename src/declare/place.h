/* Where the pieces of a maker's declaration belong: tables to forms, rows to entities, cells to fields. Runs in the
 * jail.
 *
 * The readers of Markdown, CSV and YAML hand over what they find in order; placing_end() writes it as facts. Nothing is
 * dropped: each cell is a field of its entity, or stands in `unplaced` with its line, and `reading` counts both sides.
 */
#ifndef ASSAY_DECLARE_PLACE_H
#define ASSAY_DECLARE_PLACE_H

#include "base/vec.h"
#include "declare/forms.h"

struct placed_cell {
	struct placed_cell *next;
	const struct form_field *field; /* NULL: none of the form's; label names it */
	str label, text;
	uint32_t line;
};

struct placed_row {
	struct placed_row *next;
	const struct form *form;
	str id, title; /* title: what an ID heading says besides: "UpdMech-1: over the web" */
	uint32_t line;
	struct placed_cell *cells, *last;
	size_t count;   /* of cells */
	uint64_t table; /* placing.tables when it began: what another table says of it too is a summary */
};

struct ics_row {
	str edition, requirement, status, support, detail;
	uint32_t line;
};

struct left {     /* what was not placed */
	str kind; /* table, column, row, prose, heading, footnote, value, file */
	str what, text;
	uint32_t line;
	uint64_t cells;
};

struct placing {
	struct arena *keep;
	const struct form *form; /* that the last title named; NULL: none did */
	bool is_ics;
	str edition;
	struct placed_row *rows, *last;
	VEC(struct ics_row) ics;
	VEC(struct left) left;
	bool *is_cut;              /* by form: a row of it was left out, so that its list is not whole */
	bool *is_empty;            /* by form: it says that there is none */
	size_t count;              /* of rows */
	bool is_full;              /* more than LIMIT_FORM_ROWS or LIMIT_FORM_COLUMNS: the rest is not looked at */
	const struct form *headed; /* whose rows headings began: one of the tables */
	uint64_t tables, cells, placed;
};

void placing_begin(struct placing *p, struct arena *keep, str file_name);
void placing_end(struct placing *p, struct facts *f);

/* Takes a heading or a file's name; true: it names a form, which holds from here on. */
bool place_title(struct placing *p, str title);

/* A row by its ID as written ("UpdMech-1: over the web"), found again or begun. For forms of one row the ID is
 * empty. */
struct placed_row *place_row(struct placing *p, const struct form *form, str id, uint32_t line);
/* Before a row that a heading begins: it counts as a table when it is the first of its form. */
void place_headed(struct placing *p, const struct form *form);
/* One cell that is not empty; it counts. A second text for the same field is left out as a row that stands twice. */
void place_cell(struct placing *p, struct placed_row *row, str label, str text, uint32_t line);
void place_left(struct placing *p, const char *kind, str what, str text, uint32_t line, uint64_t cells);

/* ---- tables ------------------------------------------------------------------------------------------------------ */

/* Rows of equal width; empty cells have n == 0. */
struct form_table {
	size_t columns, rows;
	str *cells;      /* row by row */
	uint32_t *lines; /* of each row */
	str *plain;      /* cells without emphasis; form_table_place() makes them */
};

static inline str form_table_cell(const struct form_table *g, size_t row, size_t column)
{
	return g->cells[row * g->columns + column];
}

/* All that stands in it: several tables under one another too, turned ones, with titles between. */
void form_table_place(struct placing *p, struct form_table *g);

/* ---- conformance statement --------------------------------------------------------------------------------------- */

/* "Provision 5.1-1" is 5.1-1; empty: no provision. */
str provision_of(str text);
void place_provision(struct placing *p, const struct ics_row *row, uint64_t cells);

#endif
