#include "paper/filling.h"

#include "base/limits.h"
#include "query/database.h"

#include <stdarg.h>
#include <stdio.h>

bool paper_id_fits(str pattern, str id)
{
	if (!str_ends(pattern, "*")) return str_equal(pattern, id);
	return id.n >= pattern.n - 1 && memcmp(id.p, pattern.p, pattern.n - 1) == 0;
}

const struct scheme_result *filling_scheme(const struct filling *f, const struct scheme *s)
{
	for (size_t i = 0; i < f->j->scheme_count; i++)
		if (f->j->schemes[i].scheme == s) return &f->j->schemes[i];
	return NULL;
}

str filling_text(const struct filling *f, sqlite3_stmt *stmt, int column)
{
	const char *text = (const char *)sqlite3_column_text(stmt, column);

	return text ? arena_str(f->keep, (str){ text, (size_t)sqlite3_column_bytes(stmt, column) }) : (str){ 0 };
}

static void set_problem(const struct filling *f, int result)
{
	if (!f->problem->is) *f->problem = fail(&database_failed, (uint64_t)result);
}

sqlite3_stmt *filling_prepare(const struct filling *f, const char *sql)
{
	sqlite3_stmt *stmt = NULL;
	int result = sqlite3_prepare_v2(f->db, sql, -1, &stmt, NULL);

	if (result != SQLITE_OK) set_problem(f, result);
	return stmt;
}

bool filling_row(const struct filling *f, sqlite3_stmt *stmt)
{
	int result = stmt ? sqlite3_step(stmt) : SQLITE_DONE;

	if (result != SQLITE_ROW && result != SQLITE_DONE) set_problem(f, result);
	return result == SQLITE_ROW;
}

void filling_want(const struct filling *f, struct field_draft *d, const char *format, ...)
{
	char text[1024];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	if (d->wanted.n > LIMIT_PAPER_WANTS) return;
	if (d->wanted.n == LIMIT_PAPER_WANTS) snprintf(text, sizeof(text), "and more of the kind, which is not listed");
	for (size_t i = 0; i < d->wanted.n; i++)
		if (str_is(d->wanted.p[i], text)) return;
	*vec_add(f->keep, &d->wanted) = arena_str(f->keep, str_of(text));
}

void filling_columns(const struct filling *f, struct field_draft *d, const char *const *names)
{
	struct paper_table *t = &d->result->table;
	size_t count = 0;

	while (names[count]) count++;
	t->columns = arena_array(f->keep, str, count);
	t->column_count = count;
	for (size_t i = 0; i < count; i++) t->columns[i] = str_of(names[i]);
}

bool filling_takes_row(const struct filling *f, struct field_draft *d)
{
	size_t columns = d->result->table.column_count ? d->result->table.column_count : 1;

	if (d->cells.n / columns < LIMIT_PAPER_ROWS && f->result->bytes < LIMIT_PAPER_BYTES) return true;
	d->left_out++;
	return false;
}

void filling_left_out(const struct filling *f, struct field_draft *d)
{
	if (!d->left_out) return;
	for (size_t c = 0; c < d->result->table.column_count; c++)
		filling_cell(f, d, c ? STR("") : arena_printf(f->keep, "and %zu more", d->left_out));
	d->is_short = true;
	filling_want(
		f, d, "a shorter list: %zu rows are too many for a paper (assay facts has all of them)", d->left_out);
}

void filling_cell(const struct filling *f, struct field_draft *d, str text)
{
	f->result->bytes += text.n;
	*vec_add(f->keep, &d->cells) = text;
}

static bool is_whole(const struct filling *f, str class)
{
	sqlite3_stmt *stmt = filling_prepare(f, "SELECT whole FROM covered WHERE class = ?1");
	bool whole = false;

	sqlite3_bind_text(stmt, 1, class.p, (int)class.n, SQLITE_STATIC);
	whole = filling_row(f, stmt) && sqlite3_column_int(stmt, 0);
	sqlite3_finalize(stmt);
	return whole;
}

bool filling_whole(const struct filling *f, struct field_draft *d, const struct classes *needs)
{
	bool all = needs->count > 0;

	for (size_t i = 0; i < needs->count; i++) {
		bool is_one = false;

		for (size_t k = 0; k < needs->groups[i].count; k++) is_one |= is_whole(f, needs->groups[i].classes[k]);
		all &= is_one;
		if (is_one || !needs->groups[i].count) continue;

		const struct coverage_class *c = rules_class(f->j->rules, needs->groups[i].classes[0]);

		if (c) filling_want(f, d, "%.*s", STR_FMT(c->bring));
	}
	return all;
}
