/* What was placed, as facts. */
#include "declare/place.h"

#include "declare/declare.h"
#include "declare/referring.h"
#include "evidence/wire.h"

/* ---- what a cell says unmistakably ------------------------------------------------------------------------------- */

/* "yes", "Yes.", "**No**": the word alone, or a sentence of its own before the reason. */
static str first_answer(struct arena *keep, str text)
{
	str plain = form_plain(keep, text), word = plain;
	size_t n = 0;

	while (n < plain.n && ((plain.p[n] >= 'a' && plain.p[n] <= 'z') || (plain.p[n] >= 'A' && plain.p[n] <= 'Z')))
		n++;
	word.n = n;
	while (n < plain.n && strchr("*_ ", plain.p[n])) n++;
	if (n < plain.n && plain.p[n] != '.' && plain.p[n] != '\n') return (str){ 0 };
	return form_folded(keep, word);
}

static bool read_yes_no(struct arena *keep, str text, struct fact_value *ret)
{
	str said = first_answer(keep, text);

	if (!str_is(said, "yes") && !str_is(said, "no")) return false;
	*ret = (struct fact_value){ .kind = FACT_INT, .integer = str_is(said, "yes") };
	return true;
}

static bool read_on_off(struct arena *keep, str text, struct fact_value *ret)
{
	static const struct {
		const char *said;
		bool is_on;
	} words[] = { { "enabled", true }, { "on", true }, { "enabledbydefault", true }, { "disabled", false },
		{ "off", false }, { "disabledbydefault", false } };
	str said = form_folded(keep, form_plain(keep, text));

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (!str_is(said, words[i].said)) continue;
		*ret = (struct fact_value){ .kind = FACT_INT, .integer = words[i].is_on };
		return true;
	}
	return false;
}

static bool read_word(struct arena *keep, const struct form_field *field, str text, struct fact_value *ret)
{
	str said = form_folded(keep, form_plain(keep, text)), answer = first_answer(keep, text);

	for (const struct form_word *w = field->words; w < field->words + 6 && w->said; w++) {
		if (!str_equal(said, form_folded(keep, str_of(w->said))) && !str_is(answer, w->said)) continue;
		*ret = (struct fact_value){ .kind = FACT_TEXT, .text = str_of(w->value) };
		return true;
	}
	return false;
}

/* 443, 443/tcp, TCP 443, tcp/443: a number below 65536, and at most the transport besides. */
static bool read_port(struct arena *keep, str text, struct fact_value *ret, str *ret_transport)
{
	str folded = form_folded(keep, form_plain(keep, text));
	uint64_t port;

	*ret_transport = (str){ 0 };
	for (unsigned i = 0; i < 2; i++) {
		const char *word = i ? "udp" : "tcp";

		if (folded.n <= 3) break;
		if (str_starts(folded, word)) {
			*ret_transport = str_of(word);
			folded = (str){ folded.p + 3, folded.n - 3 };
		} else if (str_ends(folded, word)) {
			*ret_transport = str_of(word);
			folded.n -= 3;
		}
	}
	if (!str_to_u64(folded, 10, &port) || !port || port > 65535) return false;
	*ret = (struct fact_value){ .kind = FACT_INT, .integer = (int64_t)port };
	return true;
}

static bool read_hours(struct arena *keep, str text, struct fact_value *ret)
{
	static const char *const units[] = { "hours", "hour", "h" };
	str folded = form_folded(keep, form_plain(keep, text));
	uint64_t hours;

	if (str_starts(folded, "every")) folded = (str){ folded.p + 5, folded.n - 5 };
	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++) {
		if (!str_ends(folded, units[i])) continue;
		if (!str_to_u64((str){ folded.p, folded.n - strlen(units[i]) }, 10, &hours) || hours > 100'000)
			return false;
		*ret = (struct fact_value){ .kind = FACT_REAL, .number = (double)hours };
		return true;
	}
	return false;
}

static bool read_cell(struct arena *keep, const struct placed_cell *cell, struct fact_value *ret)
{
	str transport;

	switch (cell->field->reads) {
	case READS_NOTHING:
		return false;
	case READS_YES_NO:
		return read_yes_no(keep, cell->text, ret);
	case READS_ON_OFF:
		return read_on_off(keep, cell->text, ret);
	case READS_WORD:
		return read_word(keep, cell->field, cell->text, ret);
	case READS_PORT:
		return read_port(keep, cell->text, ret, &transport);
	case READS_HOURS:
		return read_hours(keep, cell->text, ret);
	case READS_TEXT:
		if (form_is_nothing(cell->text)) return false;
		*ret = (struct fact_value){ .kind = FACT_TEXT, .text = form_plain(keep, cell->text) };
		return true;
	}
	return false;
}

/* ---- rows of the kind's table ------------------------------------------------------------------------------------ */

static const struct declared_kind *kind_of(const struct form *form)
{
	for (size_t i = 0; i < declared_kind_count; i++)
		if (form->kind && strcmp(declared_kinds[i].kind, form->kind) == 0) return &declared_kinds[i];
	return NULL;
}

static bool typed_value(struct arena *keep, const struct placed_row *row, const char *column, struct fact_value *ret)
{
	str transport = { 0 };

	for (const struct placed_cell *c = row->cells; c; c = c->next) {
		if (!c->field || !c->field->column) continue;
		if (strcmp(c->field->column, column) == 0 && read_cell(keep, c, ret)) return true;
		/* "443/tcp" says two things. */
		if (c->field->reads == READS_PORT && strcmp(column, "transport") == 0 &&
			read_port(keep, c->text, ret, &transport) && transport.n) {
			*ret = (struct fact_value){ .kind = FACT_TEXT, .text = transport };
			return true;
		}
	}
	if (!row->form->fixed.said || strcmp(row->form->fixed.said, column) != 0) return false;
	*ret = (struct fact_value){ .kind = FACT_TEXT, .text = str_of(row->form->fixed.value) };
	return true;
}

static void write_table(struct placing *p, struct facts *f, const struct placed_row *row, int table, uint32_t entity)
{
	struct fact_value values[24] = { 0 };
	size_t count = 0;

	if (table >= TABLE_COUNT) return;
	for (const struct wire_column *c = wire_tables[table].columns; c->name; c++) {
		if (c->kind == COLUMN_ID || c->kind == COLUMN_INPUT) continue;

		struct fact_value *value = &values[count++], read;

		if (c->kind == COLUMN_REF || c->kind == COLUMN_REF0)
			*value = (struct fact_value){ .kind = FACT_REF,
				.integer = strcmp(c->name, "entity") == 0 ? entity : 0 };
		else if (typed_value(p->keep, row, c->name, &read))
			*value = read;
	}
	fact_row(f, (enum fact_table)table, values, count);
}

/* ---- all of it --------------------------------------------------------------------------------------------------- */

static void write_confirmations(struct placing *p, struct facts *f, const struct placed_row *row)
{
	for (const struct placed_cell *c = row->cells; c; c = c->next) {
		struct fact_value said;

		if (!c->field || !c->field->question || !read_yes_no(p->keep, c->text, &said)) {
			place_left(p, "value",
				arena_printf(p->keep, "\"%.*s\" is to be answered with yes or no", STR_FMT(c->label)),
				c->text, c->line, 1);
			p->placed -= c->field != NULL;
			continue;
		}
		fact_answer(f, &(struct fact_answer){ .question = str_of(c->field->question),
				       .value = said.integer ? STR("yes") : STR("no"),
				       .basis = STR("declared"),
				       .author = STR(""),
				       .reason = c->text });
	}
}

/* A form of one row that nobody filled in. */
static bool is_blank(const struct placed_row *row)
{
	return row->form->is_single && !row->cells;
}

static void write_row(struct placing *p, struct facts *f, const struct placed_row *row)
{
	const struct declared_kind *kind = kind_of(row->form);

	if (is_blank(row)) return;
	if (!kind) {
		write_confirmations(p, f, row);
		return;
	}

	uint32_t entity = fact_entity(f, &(struct fact_entity){ .kind = str_of(kind->kind),
						 .name = row->id,
						 .basis = STR("declared"),
						 .line = NUM(row->line) });

	write_table(p, f, row, kind->table, entity);
	if (row->title.n)
		fact_field(f, &(struct fact_field){ .entity = entity, .name = STR("ID"), .value = row->title });
	for (const struct placed_cell *c = row->cells; c; c = c->next) {
		fact_field(f, &(struct fact_field){ .entity = entity, .name = c->label, .value = c->text });
		write_references(p->keep, f, entity, row->id, row->form, c->label, c->text);
	}
}

static void write_coverage(struct placing *p, struct facts *f)
{
	bool is_there[FORM_COUNT + 1] = { 0 };

	for (const struct placed_row *r = p->rows; r; r = r->next) is_there[r->form->number] |= !is_blank(r);
	for (unsigned i = 1; i <= FORM_COUNT; i++) {
		str class = arena_printf(p->keep, "ixit.%u", i);

		if (!is_there[i] && !p->is_cut[i] && !p->is_empty[i]) continue;
		fact_covered(f, class.p, p->is_cut[i] ? "part" : "full",
			p->is_cut[i] ? "a row of the table could not be placed" : NULL, NULL);
	}
	if (p->ics.n) fact_covered(f, "ics", "full", NULL, NULL);
}

void placing_end(struct placing *p, struct facts *f)
{
	for (const struct placed_row *r = p->rows; r; r = r->next) write_row(p, f, r);
	for (size_t i = 0; i < p->ics.n; i++) {
		const struct ics_row *r = &p->ics.p[i];

		fact_ics(f, &(struct fact_ics){ .edition = r->edition,
				    .requirement = r->requirement,
				    .status = r->status,
				    .support = r->support,
				    .detail = r->detail,
				    .line = NUM(r->line) });
	}
	for (size_t i = 0; i < p->left.n; i++) {
		const struct left *l = &p->left.p[i];

		fact_unplaced(f, &(struct fact_unplaced){ .line = NUM(l->line),
					 .kind = l->kind,
					 .what = l->what,
					 .text = l->text,
					 .cells = NUM((int64_t)l->cells) });
	}
	fact_reading(f, &(struct fact_reading){ .tables = NUM((int64_t)p->tables),
				.cells = NUM((int64_t)p->cells),
				.placed = NUM((int64_t)p->placed) });
	write_coverage(p, f);
}
