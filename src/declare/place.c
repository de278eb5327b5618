#include "declare/place.h"

#include "base/limits.h"

void placing_begin(struct placing *p, struct arena *keep, str file_name)
{
	*p = (struct placing){ .keep = keep,
		.is_cut = arena_array(keep, bool, FORM_COUNT + 1),
		.is_empty = arena_array(keep, bool, FORM_COUNT + 1) };
	place_title(p, file_name);
}

bool place_title(struct placing *p, str title)
{
	const struct form *form = form_of_title(title);
	str edition = form_edition(title);

	if (edition.n) p->edition = edition;
	if (form) {
		p->form = form;
		p->is_ics = false;
		return true;
	}
	if (!form_is_ics(title)) return false;
	p->form = NULL;
	p->is_ics = true;
	return true;
}

void place_left(struct placing *p, const char *kind, str what, str text, uint32_t line, uint64_t cells)
{
	*vec_add(p->keep, &p->left) =
		(struct left){ .kind = str_of(kind), .what = what, .text = text, .line = line, .cells = cells };
}

/* ---- rows -------------------------------------------------------------------------------------------------------- */

/* "UpdMech-1: over the web" is UpdMech-1; a bare number is of its form: "SoftComp-3". */
static str id_of(struct placing *p, const struct form *form, str written, str *ret_title)
{
	str id = form_plain(p->keep, written);
	size_t at;
	uint64_t number;

	*ret_title = (str){ 0 };
	if (str_find(id, ": ", &at)) {
		*ret_title = id;
		id = str_trim((str){ id.p, at });
	}
	if (str_to_u64(id, 10, &number)) {
		if (!ret_title->n) *ret_title = id;
		id = arena_printf(p->keep, "%s-%.*s", form->name, STR_FMT(id));
	}
	return id;
}

struct placed_row *place_row(struct placing *p, const struct form *form, str written, uint32_t line)
{
	str title = { 0 };
	str id = form->is_single ? str_of(form->name) : id_of(p, form, written, &title);

	for (struct placed_row *r = p->rows; r; r = r->next)
		if (r->form == form && str_equal(r->id, id)) return r;
	p->is_full |= p->count >= LIMIT_FORM_ROWS;
	if (p->is_full) return p->last;
	p->count++;

	struct placed_row *row = arena_new(p->keep, struct placed_row);

	*row = (struct placed_row){ .form = form, .id = id, .title = title, .line = line, .table = p->tables };
	if (p->last)
		p->last->next = row;
	else
		p->rows = row;
	p->last = row;
	return row;
}

void place_headed(struct placing *p, const struct form *form)
{
	if (p->headed != form) p->tables++;
	p->headed = form;
}

static void append(struct placed_row *row, struct placed_cell *cell)
{
	if (row->last)
		row->last->next = cell;
	else
		row->cells = cell;
	row->last = cell;
	row->count++;
}

static str label_of(struct placing *p, str label)
{
	str plain = form_plain(p->keep, label);
	char *flat = arena_alloc(p->keep, plain.n + 1, 1);
	size_t n = 0;

	for (size_t i = 0; i < plain.n; i++) {
		char c = plain.p[i] == '\n' || plain.p[i] == '\t' ? ' ' : plain.p[i];

		if (c != ' ' || (n && flat[n - 1] != ' ')) flat[n++] = c;
	}
	while (n && (flat[n - 1] == ' ' || flat[n - 1] == ':')) n--;
	return (str){ flat, n };
}

static str say_where(struct placing *p, const char *what, str label, const struct placed_row *row)
{
	return arena_printf(p->keep, "%s \"%.*s\" of %.*s", what, STR_FMT(label), STR_FMT(row->id));
}

void place_cell(struct placing *p, struct placed_row *row, str label, str text, uint32_t line)
{
	const struct form_field *field = form_field(row->form, form_plain(p->keep, label));

	p->is_full |= row->count >= LIMIT_FORM_COLUMNS;
	if (p->is_full) return;
	label = field ? str_of(field->name) : label_of(p, label);
	p->cells++;
	if (text.n > LIMIT_TEXT) {
		place_left(p, "value", say_where(p, "too long for a cell:", label, row), text, line, 1);
		p->is_cut[row->form->number] = true;
		return;
	}
	for (struct placed_cell *c = row->cells; c; c = c->next) {
		if (!str_equal(c->label, label)) continue;
		if (str_equal(form_plain(p->keep, c->text), form_plain(p->keep, text))) {
			p->placed++;
			return;
		}
		place_left(p, "row", say_where(p, "other words stand already for", label, row), text, line, 1);
		if (field && row->table == p->tables) p->is_cut[row->form->number] = true;
		return;
	}

	struct placed_cell *cell = arena_new(p->keep, struct placed_cell);

	*cell = (struct placed_cell){ .field = field, .label = label, .text = text, .line = line };
	append(row, cell);
	if (field)
		p->placed++;
	else
		place_left(p, "column", say_where(p, "no field of the form:", label, row), (str){ 0 }, line, 1);
}

/* ---- conformance statement --------------------------------------------------------------------------------------- */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* 5.1-1, 6-2, 5.3-4A */
str provision_of(str text)
{
	for (size_t at = 0; at < text.n; at++) {
		size_t i = at;

		if (!is_digit(text.p[i]) ||
			(i && (is_digit(text.p[i - 1]) || text.p[i - 1] == '.' || text.p[i - 1] == '-')))
			continue;
		while (i < text.n && is_digit(text.p[i])) i++;
		if (i + 1 < text.n && text.p[i] == '.' && is_digit(text.p[i + 1]))
			for (i++; i < text.n && is_digit(text.p[i]);) i++;
		if (i + 1 >= text.n || text.p[i] != '-' || !is_digit(text.p[i + 1])) continue;
		for (i++; i < text.n && is_digit(text.p[i]);) i++;
		if (i < text.n && text.p[i] >= 'A' && text.p[i] <= 'Z') i++;
		if (i < text.n && (is_digit(text.p[i]) || text.p[i] == '-')) continue;
		return (str){ text.p + at, i - at };
	}
	return (str){ 0 };
}

static str support_of(struct placing *p, str said)
{
	static const struct form_word words[] = { { "y", "Y" }, { "yes", "Y" }, { "n", "N" }, { "no", "N" },
		{ "na", "N/A" }, { "notapplicable", "N/A" } };
	str folded = form_folded(p->keep, form_plain(p->keep, said));

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (str_is(folded, words[i].said)) return str_of(words[i].value);
	return str_trim(said);
}

static bool same_provision(const struct ics_row *a, const struct ics_row *b)
{
	return str_equal(a->edition, b->edition) && str_equal(a->requirement, b->requirement);
}

void place_provision(struct placing *p, const struct ics_row *row, uint64_t cells)
{
	struct ics_row made = *row;

	p->is_full |= p->ics.n >= LIMIT_FORM_ROWS;
	if (p->is_full) return;
	made.support = row->support.n ? support_of(p, row->support) : (str){ 0 };
	p->cells += cells;
	for (size_t i = 0; i < p->ics.n; i++) {
		if (!same_provision(&p->ics.p[i], &made)) continue;
		place_left(p, "row", arena_printf(p->keep, "provision %.*s stands twice", STR_FMT(made.requirement)),
			arena_printf(p->keep, "%.*s | %.*s | %.*s", STR_FMT(made.status), STR_FMT(made.support),
				STR_FMT(made.detail)),
			row->line, cells);
		return;
	}
	*vec_add(p->keep, &p->ics) = made;
	p->placed += cells;
}
