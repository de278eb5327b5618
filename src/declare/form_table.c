/* Tables: which form a header is of, and its rows. */
#include "declare/place.h"

#include "base/buf.h"

/* ---- looking at a row -------------------------------------------------------------------------------------------- */

static size_t filled(const struct form_table *g, size_t row)
{
	size_t n = 0;

	for (size_t c = 0; c < g->columns; c++) n += form_table_cell(g, row, c).n > 0;
	return n;
}

static str plain_at(const struct form_table *g, size_t row, size_t column)
{
	return g->plain[row * g->columns + column];
}

/* One cell that names a form. */
static bool is_title(const struct form_table *g, size_t row)
{
	if (g->columns < 2 || filled(g, row) != 1) return false;
	for (size_t c = 0; c < g->columns; c++)
		if (form_table_cell(g, row, c).n)
			return form_of_title(plain_at(g, row, c)) || form_is_ics(plain_at(g, row, c));
	return false;
}

struct form_header {
	const struct form *form;
	size_t id, known; /* id: the column of IDs, g->columns: none; of a turned one its row, SIZE_MAX: none */
	bool is_turned;   /* fields go down, rows across */
	bool is_summary;  /* of rows that stand already: begins none */
};

static size_t known_fields(const struct form_table *g, size_t row, const struct form *form)
{
	size_t n = 0;

	for (size_t c = 0; c < g->columns; c++)
		n += form_table_cell(g, row, c).n && form_field(form, plain_at(g, row, c)) != NULL;
	return n;
}

static size_t id_column(const struct form_table *g, size_t row)
{
	for (size_t c = 0; c < g->columns; c++)
		if (form_table_cell(g, row, c).n && form_is_id(plain_at(g, row, c))) return c;
	return g->columns;
}

/* The form whose IDs the column holds. */
static const struct form *form_of_ids(const struct form_table *g, size_t from, size_t column)
{
	const struct form *form = NULL;

	for (size_t r = from; r < g->rows && column < g->columns; r++) {
		const struct form *of = form_of_id(plain_at(g, r, column));

		if (!of) continue;
		if (form && form != of) return NULL;
		form = of;
	}
	return form;
}

/* The one form that knows most of the row's labels; NULL: none, or several. */
static const struct form *form_of_labels(const struct form_table *g, size_t row, size_t least)
{
	const struct form *best = NULL;
	size_t most = 0;
	bool is_alone = true;

	for (size_t i = 0; i < FORM_COUNT; i++) {
		size_t n = known_fields(g, row, &forms[i]);

		if (n < most) continue;
		is_alone = n > most;
		best = &forms[i];
		most = n;
	}
	return is_alone && most >= least ? best : NULL;
}

static bool is_header(const struct placing *p, const struct form_table *g, size_t row, struct form_header *ret)
{
	struct form_header h = { .id = id_column(g, row) };
	bool has_id = h.id < g->columns;

	if (filled(g, row) < 2 && !(p->form && p->form->is_single)) return false;
	h.form = has_id ? form_of_ids(g, row + 1, h.id) : NULL;
	if (!h.form || h.form->is_single) h.form = p->form;
	if (h.form) h.known = known_fields(g, row, h.form);
	if (!h.form || !h.known) {
		const struct form *by_labels = p->form ? NULL : form_of_labels(g, row, 2);

		if (by_labels) h.form = by_labels, h.known = known_fields(g, row, by_labels);
	}
	if (!h.form || !h.known || !(has_id || h.form->is_single)) return false;
	*ret = h;
	return true;
}

/* Fields down the first column: "| Field | Value |", "| ID | SoftComp-1 | SoftComp-2 |". */
static bool is_turned(
	const struct placing *p, const struct form_table *g, size_t row, size_t end, struct form_header *ret)
{
	const struct form *form = p->form;
	size_t known = 0, id = SIZE_MAX, all = 0;

	if (!form || g->columns < 2) return false;
	for (size_t r = row; r < end; r++) {
		str label = plain_at(g, r, 0);

		all += label.n > 0;
		known += form_field(form, label) != NULL;
		if (id == SIZE_MAX && form_is_id(label)) id = r;
	}

	/* IDs may stand in a first row that does not say so: "Field | AuthMech-1 | AuthMech-2". */
	bool are_ids = id == SIZE_MAX && row < end && !form_field(form, plain_at(g, row, 0));

	for (size_t c = 1; c < g->columns && are_ids; c++)
		are_ids = !form_table_cell(g, row, c).n || form_of_id(plain_at(g, row, c)) == form;
	if (are_ids) id = row;
	if (!known || known * 2 < all - (all > 0)) return false;
	if (!form->is_single && id == SIZE_MAX) return false;
	*ret = (struct form_header){ .form = form, .id = id, .known = known, .is_turned = true };
	return true;
}

/* ---- taking rows ------------------------------------------------------------------------------------------------- */

static void add_row(struct buf *out, const struct form_table *g, size_t row)
{
	for (size_t c = 0; c < g->columns; c++) {
		buf_text(out, c ? " | " : "");
		buf_str(out, form_table_cell(g, row, c));
	}
}

static str row_text(struct placing *p, const struct form_table *g, size_t row)
{
	struct buf out = { 0 };

	add_row(&out, g, row);

	str text = arena_str(p->keep, buf_all(&out));

	buf_free(&out);
	return text;
}

static void leave_row(struct placing *p, const struct form_table *g, size_t row, const char *what)
{
	uint64_t cells = filled(g, row);

	p->cells += cells;
	place_left(p, "row", str_of(what), row_text(p, g, row), g->lines[row], cells);
}

static bool row_known(const struct placing *p, const struct form *form, str id)
{
	for (const struct placed_row *to = p->rows; to; to = to->next)
		if (to->form == form && str_equal(to->id, id)) return true;
	return false;
}

/* An ID that has its words already, in a row of its own with other words. */
static bool stands_already(const struct placing *p, const struct form_table *g, size_t row, const struct form_header *h,
	size_t header, const struct placed_row *to)
{
	if (to->form->is_single || to->table != p->tables) return false;
	for (size_t c = 0; c < g->columns; c++) {
		const struct form_field *field = form_field(h->form, plain_at(g, header, c));

		if (!field || !form_table_cell(g, row, c).n) continue;
		for (const struct placed_cell *cell = to->cells; cell; cell = cell->next)
			if (cell->field == field && !str_equal(form_plain(p->keep, cell->text), plain_at(g, row, c)))
				return true;
	}
	return false;
}

/* A row that goes on with the one above: its ID is empty. */
static void take_more(struct placing *p, const struct form_table *g, size_t row, const struct form_header *h,
	size_t header, struct placed_row *to)
{
	for (size_t c = 0; c < g->columns; c++) {
		str text = form_table_cell(g, row, c);
		const struct form_field *field = form_field(h->form, plain_at(g, header, c));
		struct placed_cell *cell = to->cells;

		if (!text.n) continue;
		while (cell && (!field || cell->field != field)) cell = cell->next;
		if (!cell) {
			place_cell(p, to, form_table_cell(g, header, c), text, g->lines[row]);
			continue;
		}
		cell->text = arena_printf(p->keep, "%.*s\n%.*s", STR_FMT(cell->text), STR_FMT(text));
		p->cells++;
		p->placed++;
	}
}

static struct placed_row *take_row(struct placing *p, const struct form_table *g, size_t row,
	const struct form_header *h, size_t header, struct placed_row *above)
{
	bool has_id = h->id < g->columns && !h->form->is_single;
	str id = has_id ? form_table_cell(g, row, h->id) : (str){ 0 };

	if (has_id && !id.n && above) {
		take_more(p, g, row, h, header, above);
		return above;
	}
	if (has_id && !id.n) {
		leave_row(p, g, row, "a row without an ID");
		p->is_cut[h->form->number] = true;
		return NULL;
	}

	if (h->is_summary && !row_known(p, h->form, plain_at(g, row, h->id))) {
		leave_row(p, g, row, "a summary of an ID that no row has");
		return NULL;
	}

	struct placed_row *to = place_row(p, h->form, id, g->lines[row]);

	if (stands_already(p, g, row, h, header, to)) {
		leave_row(p, g, row,
			arena_cstr(p->keep,
				arena_printf(p->keep, "the ID %.*s stands twice, with other words", STR_FMT(to->id))));
		p->is_cut[h->form->number] = true;
		return to;
	}
	p->cells += has_id;
	p->placed += has_id;
	for (size_t c = 0; c < g->columns; c++) {
		str label = form_table_cell(g, header, c);

		if ((has_id && c == h->id) || !form_table_cell(g, row, c).n) continue;
		if (!label.n) label = arena_printf(p->keep, "column %zu", c + 1);
		place_cell(p, to, label, form_table_cell(g, row, c), g->lines[row]);
	}
	return to;
}

static size_t take_down(struct placing *p, const struct form_table *g, size_t row, const struct form_header *h)
{
	size_t header = row;
	struct placed_row *above = NULL;
	struct form_header next;

	for (row++; row < g->rows; row++) {
		if (!filled(g, row)) continue;
		if (is_title(g, row)) break;
		if (is_header(p, g, row, &next) && next.known > 1) break;
		above = take_row(p, g, row, h, header, above);
	}
	return row;
}

static size_t take_across(
	struct placing *p, const struct form_table *g, size_t row, size_t end, const struct form_header *h)
{
	bool has_words = h->form->is_single && place_row(p, h->form, (str){ 0 }, g->lines[row])->cells;

	for (size_t c = 1; c < g->columns; c++) {
		struct placed_row *to = NULL;

		if (h->form->is_single)
			to = place_row(p, h->form, (str){ 0 }, g->lines[row]);
		else if (form_table_cell(g, h->id, c).n)
			to = place_row(p, h->form, form_table_cell(g, h->id, c), g->lines[h->id]);
		for (size_t r = row; r < end; r++) {
			str text = form_table_cell(g, r, c), label = plain_at(g, r, 0);

			if (!text.n) continue;
			if (r == h->id && to) {
				p->cells++, p->placed++;
			} else if (r == row && !form_field(h->form, label)) {
				/* The header: "Field | Value". */
			} else if (to && !has_words && !(h->form->is_single && c > 1)) {
				place_cell(p, to, form_table_cell(g, r, 0), text, g->lines[r]);
			} else {
				p->cells++;
				place_left(p, "column",
					arena_printf(p->keep, "besides the value of \"%.*s\"", STR_FMT(label)), text,
					g->lines[r], 1);
			}
		}
	}
	return end;
}

/* ---- conformance statement --------------------------------------------------------------------------------------- */

struct ics_header {
	size_t requirement, status, support, detail, edition;
};

static size_t column_named(const struct placing *p, const struct form_table *g, size_t row, const char *const *names)
{
	for (; *names; names++)
		for (size_t c = 0; c < g->columns; c++)
			if (str_is(form_folded(p->keep, plain_at(g, row, c)), *names)) return c;
	return g->columns;
}

static bool is_ics_header(const struct placing *p, const struct form_table *g, size_t row, struct ics_header *ret)
{
	static const char *const requirement[] = { "provision", "reference", "requirement", "provisionid",
		"provisionno", "clause", "id", "no", NULL };
	static const char *const support[] = { "support", "supported", "supportynna", "supportyesnona", "compliance",
		"answer", NULL };
	static const char *const status[] = { "status", NULL };
	static const char *const detail[] = { "detail", "details", "justification", "reason", "remark", "remarks",
		"comment", "comments", NULL };
	static const char *const edition[] = { "edition", "version", NULL };
	struct ics_header h = { column_named(p, g, row, requirement), column_named(p, g, row, status),
		column_named(p, g, row, support), column_named(p, g, row, detail), column_named(p, g, row, edition) };

	if (h.requirement == g->columns || h.support == g->columns) return false;
	*ret = h;
	return true;
}

/* Where no title says it: provisions that only one edition has. */
static str edition_by_ids(const struct form_table *g, size_t from, size_t column)
{
	for (size_t r = from; r < g->rows; r++) {
		str id = provision_of(plain_at(g, r, column));

		if (str_is(id, "4-1")) return STR("2.1.1");
		if (str_is(id, "5.0-1") || (id.n && id.p[id.n - 1] >= 'A') || str_is(id, "6-6")) return STR("3.1.3");
	}
	return (str){ 0 };
}

static size_t take_ics(struct placing *p, const struct form_table *g, size_t row, const struct ics_header *h)
{
	size_t header = row;
	str edition = p->edition.n ? p->edition : edition_by_ids(g, row + 1, h->requirement);

	if (!edition.n)
		place_left(p, "value",
			STR("which edition of the standard the statement is for: say \"V3.1.3\" or \"V2.1.1\" in the "
			    "title"),
			(str){ 0 }, g->lines[row], 0);
	for (row++; row < g->rows; row++) {
		str id = provision_of(plain_at(g, row, h->requirement));
		str own = h->edition < g->columns ? form_table_cell(g, row, h->edition) : (str){ 0 };
		uint64_t cells = 0;

		if (!filled(g, row)) continue;
		if (is_title(g, row)) break;
		if (!id.n) {
			leave_row(p, g, row, "a row without a provision");
			continue;
		}

		struct ics_row made = { .edition = own.n       ? own
						   : edition.n ? edition
							       : STR("unknown"),
			.requirement = id,
			.line = g->lines[row] };
		str *const targets[] = { &made.status, &made.support, &made.detail };
		const size_t columns[] = { h->status, h->support, h->detail };

		for (size_t i = 0; i < 3; i++) {
			if (columns[i] == g->columns || !form_table_cell(g, row, columns[i]).n) continue;
			*targets[i] = i == 2 ? form_table_cell(g, row, columns[i]) : plain_at(g, row, columns[i]);
			cells++;
		}
		place_provision(p, &made, cells + 1 + (own.n > 0));
		for (size_t c = 0; c < g->columns; c++) {
			if (c == h->requirement || c == h->status || c == h->support || c == h->detail ||
				c == h->edition || !form_table_cell(g, row, c).n)
				continue;
			p->cells++;
			place_left(p, "column",
				arena_printf(p->keep, "no column of the statement: \"%.*s\" of %.*s",
					STR_FMT(plain_at(g, header, c)), STR_FMT(id)),
				form_table_cell(g, row, c), g->lines[row], 1);
		}
	}
	return row;
}

/* ---- all of it --------------------------------------------------------------------------------------------------- */

/* A summary of rows that were placed: IDs that are known, and columns of its maker's. */
static bool is_summary(const struct placing *p, const struct form_table *g, size_t row, struct form_header *ret)
{
	size_t column = id_column(g, row), known = 0, all = 0;

	if (column == g->columns || !p->form) return false;
	for (size_t r = row + 1; r < g->rows; r++) {
		str id = plain_at(g, r, column);

		all += id.n > 0;
		known += id.n && row_known(p, p->form, id);
	}
	if (!known || known * 2 < all) return false;
	*ret = (struct form_header){ .form = p->form, .id = column, .is_summary = true };
	return true;
}

static size_t leave_table(struct placing *p, const struct form_table *g, size_t row)
{
	struct form_header next;
	uint32_t line = g->lines[row];
	struct buf text = { 0 };
	uint64_t cells = 0;

	for (size_t first = row; row < g->rows; row++) {
		if (row > first && (is_header(p, g, row, &next) || is_title(g, row))) break;
		if (!filled(g, row)) continue;
		cells += filled(g, row);
		buf_text(&text, text.n ? "\n" : "");
		add_row(&text, g, row);
	}
	p->cells += cells;
	place_left(p, "table", STR("a table of no form, or without the form's columns"),
		arena_str(p->keep, buf_all(&text)), line, cells);
	buf_free(&text);
	return row;
}

/* Above a header may stand its table's title, or cells that several columns share. */
static bool leave_before_header(struct placing *p, const struct form_table *g, size_t row)
{
	struct form_header h;
	struct ics_header i;

	if (row + 1 >= g->rows) return false;
	if (!is_header(p, g, row + 1, &h) && !is_ics_header(p, g, row + 1, &i)) return false;
	leave_row(p, g, row, "a row above the header");
	return true;
}

void form_table_place(struct placing *p, struct form_table *g)
{
	size_t row = 0;

	g->plain = arena_array(p->keep, str, g->columns * g->rows + 1);
	for (size_t i = 0; i < g->columns * g->rows; i++)
		if (g->cells[i].n) g->plain[i] = form_plain(p->keep, g->cells[i]);
	while (row < g->rows) {
		struct form_header h;
		struct ics_header ics;

		if (!filled(g, row)) {
			row++;
			continue;
		}
		if (filled(g, row) == 1 && place_title(p, form_plain(p->keep, str_trim(form_table_cell(g, row, 0))))) {
			row++;
			continue;
		}
		p->tables++;
		if (is_header(p, g, row, &h))
			row = take_down(p, g, row, &h);
		else if (is_turned(p, g, row, g->rows, &h))
			row = take_across(p, g, row, g->rows, &h);
		else if ((p->is_ics || !p->form) && is_ics_header(p, g, row, &ics))
			row = take_ics(p, g, row, &ics);
		else if (is_summary(p, g, row, &h))
			row = take_down(p, g, row, &h);
		else if (leave_before_header(p, g, row))
			p->tables--, row++;
		else
			row = leave_table(p, g, row);
	}
}
