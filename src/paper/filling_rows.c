/* Tables of rows: what was looked at, a query's rows, the entities of an IXIT table. */
#include "paper/filling.h"

#include "base/buf.h"
#include "query/database.h"
#include "query/ixit_query.h"

bool fill_inputs(const struct filling *f, const struct paper_source *s, struct field_draft *d)
{
	static const char *const columns[] = { "Input", "Kind", "Bytes", "SHA-256", NULL };

	(void)s;
	filling_columns(f, d, columns);
	for (size_t i = 0; i < f->j->input_count; i++) {
		const struct input_result *in = &f->j->inputs[i];

		filling_cell(f, d, in->name);
		filling_cell(f, d, in->kind);
		filling_cell(f, d, arena_printf(f->keep, "%lld", (long long)in->size));
		filling_cell(f, d, in->sha256);
	}
	if (!d->cells.n) filling_want(f, d, "an input: assay check INPUT...");
	return d->cells.n > 0;
}

/* No row: there is none, if the classes were looked at whole. */
static bool ends_well(const struct filling *f, const struct paper_source *s, struct field_draft *d)
{
	if (d->cells.n) return true;
	if (!filling_whole(f, d, &s->needs)) {
		if (s->bring.n) filling_want(f, d, "%.*s", STR_FMT(s->bring));
		return false;
	}
	*vec_add(f->keep, &d->values) = (struct paper_value){ .text = STR("none"), .source = STR("declared so") };
	return true;
}

/* A query of the rules only reads, and ends in time. */
static sqlite3_stmt *begin(const struct filling *f, const char *sql, struct guard *guard)
{
	database_guard(f->db, guard);
	guard->is_on = true;
	return filling_prepare(f, sql);
}

static void end(const struct filling *f, sqlite3_stmt *stmt)
{
	sqlite3_finalize(stmt);
	database_free_rein(f->db);
}

bool fill_query(const struct filling *f, const struct paper_source *s, struct field_draft *d)
{
	struct paper_table *t = &d->result->table;
	struct guard guard;
	sqlite3_stmt *stmt = begin(f, s->text.p, &guard);

	t->column_count = (size_t)sqlite3_column_count(stmt);
	t->columns = arena_array(f->keep, str, t->column_count);
	for (size_t c = 0; c < t->column_count; c++)
		t->columns[c] = arena_str(f->keep, str_of(sqlite3_column_name(stmt, (int)c)));
	while (filling_row(f, stmt)) {
		if (!filling_takes_row(f, d)) continue;
		for (size_t c = 0; c < t->column_count; c++) filling_cell(f, d, filling_text(f, stmt, (int)c));
	}
	end(f, stmt);
	filling_left_out(f, d);
	return ends_well(f, s, d);
}

/* ---- IXIT -------------------------------------------------------------------------------------------------------- */

static str without_end(str text)
{
	return str_ends(text, "; ") ? (str){ text.p, text.n - 2 } : text;
}

static void add_entity(const struct filling *f, const struct paper_source *s, struct field_draft *d, sqlite3_stmt *stmt)
{
	struct buf missing = { 0 };
	str name = filling_text(f, stmt, 0);

	filling_cell(f, d, name);
	for (size_t i = 0; i < s->column_count; i++) {
		str cell = without_end(filling_text(f, stmt, (int)i + 1));

		filling_cell(f, d, cell.n ? cell : STR("missing"));
		if (!cell.n) buf_join(&missing, ", ", s->columns[i].name);
	}
	if (missing.n) {
		d->is_short = true;
		filling_want(f, d, "fields: {...} of \"%.*s\" in the product file: %.*s", STR_FMT(name),
			STR_FMT(buf_all(&missing)));
	}
	buf_free(&missing);
}

/* Confirmations are answers: a table of one row, without an entity. */
static bool add_answers(const struct filling *f, const struct paper_source *s, struct field_draft *d)
{
	size_t found = 0;

	for (size_t i = 0; i < s->column_count; i++) {
		struct field_draft one = { .result = d->result };
		struct paper_source ask = { .from = FROM_ANSWER, .question = s->columns[i].answer };
		bool is_there = ask.question && fill_answer(f, &ask, &one);

		filling_cell(f, d, is_there ? one.values.p[0].text : STR("missing"));
		found += is_there;
		d->is_short |= one.is_short;
		for (size_t k = 0; k < one.wanted.n; k++) filling_want(f, d, "%.*s", STR_FMT(one.wanted.p[k]));
	}
	d->is_short |= found < s->column_count;
	if (!found) d->cells.n = 0;
	return found > 0;
}

bool fill_ixit(const struct filling *f, const struct paper_source *s, struct field_draft *d)
{
	struct paper_table *t = &d->result->table;
	bool is_asked = s->column_count && s->columns[0].answer;
	size_t first = is_asked ? 0 : 1;

	t->column_count = s->column_count + first;
	t->columns = arena_array(f->keep, str, t->column_count);
	if (!is_asked) t->columns[0] = STR("ID");
	for (size_t i = 0; i < s->column_count; i++) t->columns[i + first] = s->columns[i].name;
	if (is_asked) return add_answers(f, s, d);

	struct guard guard;
	sqlite3_stmt *stmt = begin(f, ixit_query(f->keep, s).p, &guard);

	while (filling_row(f, stmt))
		if (filling_takes_row(f, d)) add_entity(f, s, d, stmt);
	end(f, stmt);
	filling_left_out(f, d);
	return ends_well(f, s, d);
}
