#include "work/forms_new.h"

#include "declare/product_text.h"
#include "evidence/evidence.h"
#include "source/source.h"
#include "work/files.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

struct making {
	const struct forms_wanted *wanted;
	const struct rules *rules;
	struct arena *keep;
	const struct notes *notes;
	struct evidence *known; /* NULL: nothing is */
	unsigned written;
};

/* ---- what is known ----------------------------------------------------------------------------------------------- */

static str column_text(struct making *m, sqlite3_stmt *stmt, int column)
{
	const char *p = (const char *)sqlite3_column_text(stmt, column);

	return p ? arena_str(m->keep, (str){ p, (size_t)sqlite3_column_bytes(stmt, column) }) : (str){ 0 };
}

struct known_row {
	int64_t entity;
	str name;
};
typedef VEC(struct known_row) known_rows;

static void rows_known(struct making *m, const struct form *form, known_rows *ret)
{
	sqlite3_stmt *stmt = NULL;

	if (m->known && form->kind &&
		sqlite3_prepare_v2(evidence_db(m->known), "SELECT id, name FROM declared WHERE kind = ?1 ORDER BY id",
			-1, &stmt, NULL) == SQLITE_OK) {
		sqlite3_bind_text(stmt, 1, form->kind, -1, SQLITE_STATIC);
		while (sqlite3_step(stmt) == SQLITE_ROW)
			*vec_add(m->keep, ret) =
				(struct known_row){ sqlite3_column_int64(stmt, 0), column_text(m, stmt, 1) };
	}
	sqlite3_finalize(stmt);
	if (!ret->n && form->is_single) *vec_add(m->keep, ret) = (struct known_row){ 0, str_of(form->name) };
}

/* The maker's words for a field, or the names of what it refers to; empty when nothing is known. */
static str words_known(struct making *m, const struct form_field *field, const struct known_row *row)
{
	static const char said[] =
		"SELECT value FROM field WHERE entity = ?1 AND name = ?2"
		" UNION ALL SELECT group_concat(o.name, ', ') FROM relation AS r JOIN entity AS o ON o.id = "
		"iif(r.subject = ?1, r.object, "
		"r.subject) WHERE ?1 IN (r.subject, r.object) AND o.kind = ?3 AND r.verb <> 'same-as'"
		" UNION ALL SELECT value FROM answer WHERE question = ?4";
	sqlite3_stmt *stmt = NULL;
	str words = { 0 };

	if (!m->known || sqlite3_prepare_v2(evidence_db(m->known), said, -1, &stmt, NULL) != SQLITE_OK) return words;
	sqlite3_bind_int64(stmt, 1, row->entity);
	sqlite3_bind_text(stmt, 2, field->name, -1, SQLITE_STATIC);
	if (field->refers) sqlite3_bind_text(stmt, 3, forms[field->refers - 1].kind, -1, SQLITE_STATIC);
	if (field->question) sqlite3_bind_text(stmt, 4, field->question, -1, SQLITE_STATIC);
	while (!words.n && sqlite3_step(stmt) == SQLITE_ROW) words = column_text(m, stmt, 0);
	sqlite3_finalize(stmt);
	return words;
}

/* ---- cells ------------------------------------------------------------------------------------------------------- */

/* As one cell of a Markdown table. */
static void markdown_cell(struct buf *out, str words)
{
	for (size_t i = 0; i < words.n; i++) {
		if (words.p[i] == '|')
			buf_text(out, "\\|");
		else if (words.p[i] == '\n')
			buf_text(out, "<br>");
		else
			buf_char(out, words.p[i]);
	}
}

static void csv_cell(struct buf *out, str words)
{
	bool needs_quotes = false;

	for (size_t i = 0; i < words.n; i++) needs_quotes |= strchr(",;\t\n\"|", words.p[i]) != NULL;
	if (!needs_quotes) {
		buf_str(out, words);
		return;
	}
	buf_char(out, '"');
	for (size_t i = 0; i < words.n; i++) {
		if (words.p[i] == '"') buf_char(out, '"');
		buf_char(out, words.p[i]);
	}
	buf_char(out, '"');
}

/* ---- one form ---------------------------------------------------------------------------------------------------- */

static bool is_new(const struct making *m)
{
	return strcmp(m->wanted->edition, "2.1.1") == 0;
}

static bool is_field_of(const struct making *m, const struct form_field *f)
{
	return f->editions == IN_BOTH || f->editions == (is_new(m) ? IN_NEW : IN_OLD);
}

static const char *name_of(const struct making *m, const struct form *form)
{
	return !is_new(m) && form->old_name ? form->old_name : form->name;
}

static void yaml_form(struct making *m, const struct form *form, const known_rows *rows, struct buf *out)
{
	buf_printf(out, "# %s (TS 103 701 V%s)\n", form->topic, m->wanted->edition);
	buf_text(out,
		form->is_single
			? "# Fill in what stands behind each colon.\n"
			: "# One entry for each; copy it for the next. [] in its place says that there is none.\n");
	for (const struct form_field *f = form->fields; f < form->fields + FORM_FIELDS && f->name; f++)
		if (is_field_of(m, f)) buf_printf(out, "#   %s: %s\n", f->name, f->hint ? f->hint : "");
	buf_printf(out, "IXIT %u-%s:\n", form->number, name_of(m, form));
	for (size_t i = 0; i < rows->n || i == 0; i++) {
		static const struct known_row none = { 0 };
		const struct known_row *row = i < rows->n ? &rows->p[i] : &none;
		const char *lead = form->is_single ? "  " : "    ";

		if (!form->is_single) {
			buf_printf(out, "  - ID:%s", row->name.n ? " " : "");
			if (row->name.n) yaml_scalar(out, row->name, 6);
			buf_char(out, '\n');
		}
		for (const struct form_field *f = form->fields; f < form->fields + FORM_FIELDS && f->name; f++) {
			str words = is_field_of(m, f) ? words_known(m, f, row) : (str){ 0 };

			if (!is_field_of(m, f)) continue;
			buf_printf(out, "%s%s:%s", lead, f->name, words.n ? " " : "");
			if (words.n) yaml_scalar(out, words, 6);
			buf_char(out, '\n');
		}
	}
}

static void markdown_form(struct making *m, const struct form *form, const known_rows *rows, struct buf *out)
{
	static const struct known_row none = { 0 };

	buf_printf(out, "# IXIT %u-%s: %s\n", form->number, name_of(m, form), form->topic);
	buf_printf(out, "<!-- TS 103 701 V%s. %s -->\n", m->wanted->edition,
		form->is_single ? "Write below each heading."
				: "One section for each: copy it. An ID names it in other forms.");
	for (size_t i = 0; i < rows->n || i == 0; i++) {
		const struct known_row *row = i < rows->n ? &rows->p[i] : &none;

		if (!form->is_single) {
			buf_printf(out, "\n## ID:%s%.*s\n", STR_AFTER(" ", row->name));
		}
		for (const struct form_field *f = form->fields; f < form->fields + FORM_FIELDS && f->name; f++) {
			if (!is_field_of(m, f)) continue;

			str words = words_known(m, f, row);

			buf_printf(out, "\n%s %s\n<!-- %s -->\n", form->is_single ? "##" : "###", f->name,
				f->hint ? f->hint : "");
			if (words.n) buf_printf(out, "\n%.*s\n", STR_FMT(words));
		}
	}
}

static void csv_form(struct making *m, const struct form *form, const known_rows *rows, struct buf *out)
{
	bool is_first = form->is_single;

	if (!form->is_single) buf_text(out, "ID");
	for (const struct form_field *f = form->fields; f < form->fields + FORM_FIELDS && f->name; f++) {
		if (!is_field_of(m, f)) continue;
		buf_printf(out, "%s%s", is_first ? "" : ",", f->name);
		is_first = false;
	}
	buf_char(out, '\n');
	for (size_t i = 0; i < rows->n; i++) {
		if (!form->is_single) csv_cell(out, rows->p[i].name);
		is_first = form->is_single;
		for (const struct form_field *f = form->fields; f < form->fields + FORM_FIELDS && f->name; f++) {
			if (!is_field_of(m, f)) continue;
			buf_text(out, is_first ? "" : ",");
			csv_cell(out, words_known(m, f, &rows->p[i]));
			is_first = false;
		}
		buf_char(out, '\n');
	}
}

static err write_file(struct making *m, const char *name, struct buf *text)
{
	char path[4200];
	struct stat st;
	err e;

	snprintf(path, sizeof(path), "%s/%s", m->wanted->directory, name);
	if (lstat(path, &st) == 0) {
		note(m->notes, "%s: stands there already, and may be filled in; nothing is written over", path);
		e = fail(&work_refused, 0);
	} else {
		e = file_replace_in(m->wanted->directory, name, buf_all(text), m->notes);
	}
	m->written += !e.is;
	buf_free(text);
	return e;
}

static const char *ending(const struct making *m)
{
	return m->wanted->format == FORMAT_YAML ? "yaml" : m->wanted->format == FORMAT_CSV ? "csv" : "md";
}

static err write_form(struct making *m, const struct form *form)
{
	struct buf text = { 0 };
	known_rows rows = { 0 };
	char name[64];

	rows_known(m, form, &rows);
	snprintf(name, sizeof(name), "ixit_%u-%s.%s", form->number, name_of(m, form), ending(m));
	if (m->wanted->format == FORMAT_YAML)
		yaml_form(m, form, &rows, &text);
	else if (m->wanted->format == FORMAT_CSV)
		csv_form(m, form, &rows, &text);
	else
		markdown_form(m, form, &rows, &text);
	return write_file(m, name, &text);
}

/* ---- the statement ----------------------------------------------------------------------------------------------- */

static str in_row(const struct reference_row *r, const char *column)
{
	for (size_t i = 0; i < r->count; i++)
		if (str_is(r->columns[i], column)) return r->values[i];
	return (str){ 0 };
}

static const struct reference_table *provisions(const struct making *m)
{
	for (size_t i = 0; i < m->rules->references.n; i++)
		if (str_is(m->rules->references.p[i].name, "ref_provision")) return &m->rules->references.p[i];
	return NULL;
}

/* What the maker said already: support and detail. */
static void support_known(struct making *m, str edition, str provision, str *ret_support, str *ret_detail)
{
	sqlite3_stmt *stmt = NULL;

	*ret_support = *ret_detail = (str){ 0 };
	if (m->known && sqlite3_prepare_v2(evidence_db(m->known),
				"SELECT support, detail FROM ics WHERE edition = ?1 AND requirement = ?2", -1, &stmt,
				NULL) == SQLITE_OK) {
		sqlite3_bind_text(stmt, 1, edition.p, (int)edition.n, SQLITE_STATIC);
		sqlite3_bind_text(stmt, 2, provision.p, (int)provision.n, SQLITE_STATIC);
		if (sqlite3_step(stmt) == SQLITE_ROW)
			*ret_support = column_text(m, stmt, 0), *ret_detail = column_text(m, stmt, 1);
	}
	sqlite3_finalize(stmt);
}

static void statement_row(struct making *m, const struct reference_row *r, str edition, struct buf *out)
{
	str id = in_row(r, "provision"), status = in_row(r, "status"), support, detail;

	support_known(m, edition, id, &support, &detail);
	if (m->wanted->format == FORMAT_YAML) {
		buf_printf(out, "  - requirement: \"%.*s\"\n    status: \"%.*s\"\n    support:%s", STR_FMT(id),
			STR_FMT(status), support.n ? " " : "");
		if (support.n) yaml_scalar(out, support, 6);
		buf_printf(out, "\n    detail:%s", detail.n ? " " : "");
		if (detail.n) yaml_scalar(out, detail, 6);
		buf_char(out, '\n');
		return;
	}

	const char *between = m->wanted->format == FORMAT_CSV ? "," : " | ";
	void (*cell)(struct buf * out, str words) = m->wanted->format == FORMAT_CSV ? csv_cell : markdown_cell;

	if (m->wanted->format == FORMAT_MARKDOWN) buf_text(out, "| ");
	cell(out, id);
	buf_text(out, between);
	cell(out, status);
	buf_text(out, between);
	cell(out, support);
	buf_text(out, between);
	cell(out, detail);
	buf_text(out, m->wanted->format == FORMAT_MARKDOWN ? " |\n" : "\n");
}

static err write_statement(struct making *m)
{
	const struct reference_table *t = provisions(m);
	str edition = form_edition(arena_printf(m->keep, "TS 103 701 V%s", m->wanted->edition));
	struct buf text = { 0 };
	char name[64];

	if (!t) {
		note(m->notes, "the rule data has no list of provisions (\"provision\" in rules/reference-forms.yaml)");
		return fail(&work_refused, 0);
	}
	if (m->wanted->format == FORMAT_YAML)
		buf_printf(&text,
			"# Implementation conformance statement, EN 303 645 V%.*s. support: Y, N or N/A; detail: why, "
			"for every N and N/A.\n"
			"edition: \"%.*s\"\nICS:\n",
			STR_FMT(edition), STR_FMT(edition));
	else if (m->wanted->format == FORMAT_MARKDOWN)
		buf_printf(&text,
			"# Implementation conformance statement, EN 303 645 V%.*s\n"
			"<!-- Support: Y, N or N/A. Detail: why, for every N and N/A. -->\n\n"
			"| Provision | Status | Support | Detail |\n|---|---|---|---|\n",
			STR_FMT(edition));
	else
		buf_printf(&text,
			"\"Implementation conformance statement, EN 303 645 "
			"V%.*s\",,,\nProvision,Status,Support,Detail\n",
			STR_FMT(edition));
	for (size_t i = 0; i < t->count; i++)
		if (str_equal(in_row(&t->rows[i], "edition"), edition)) statement_row(m, &t->rows[i], edition, &text);
	snprintf(name, sizeof(name), "ics.%s", ending(m));
	return write_file(m, name, &text);
}

/* ---- all of them ------------------------------------------------------------------------------------------------- */

static err read_known(struct making *m)
{
	const char *product = m->wanted->product;
	struct source source = { .kind = SOURCE_PRODUCT, .path = product };
	struct source_end end;
	err e;

	if (!product) return OK;
	if (!evidence_read(product, &m->known).is) return OK;
	e = evidence_create(NULL, &m->known);
	if (!e.is) e = source_read(m->known, &source, &end);
	if (!e.is && end.is_whole) return work_derive(m->known, m->notes);
	if (e.is)
		note_fault(m->notes, product, e, "");
	else
		note_lines(m->notes, product, str_of(end.message));
	return fail(&work_refused, 0);
}

static err write_forms(struct making *m)
{
	if (m->wanted->tables[0]) TRY(write_statement(m));
	for (size_t i = 0; i < FORM_COUNT; i++)
		if (m->wanted->tables[i + 1]) TRY(write_form(m, &forms[i]));
	return OK;
}

err forms_write(const struct forms_wanted *wanted, const struct rules *rules, struct arena *keep, unsigned *ret_written,
	const struct notes *notes)
{
	struct making m = { .wanted = wanted, .rules = rules, .keep = keep, .notes = notes };
	struct lock lock;
	err e = read_known(&m);

	if (!e.is) e = folder_make_and_hold(wanted->directory, &lock, notes);
	if (!e.is) {
		e = write_forms(&m);
		lock_release(&lock);
	}
	if (m.known) evidence_close(m.known);
	*ret_written = m.written;
	return e;
}
