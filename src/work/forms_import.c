#include "work/forms_import.h"

#include "base/limits.h"
#include "declare/product_text.h"
#include "jail/jail.h"
#include "source/opened.h"
#include "source/source.h"
#include "work/files.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

const struct fault forms_empty = { FAULT_USAGE, "forms.empty", "nothing is filled in" };
const struct fault forms_lost = { FAULT_SYSTEM, "forms.lost", "cells were read that cannot be accounted for" };
static const struct fault merge_failed = { FAULT_SYSTEM, "forms.merge", "the product file cannot be merged" };
static const struct fault not_readable = { FAULT_SYSTEM, "forms.not-readable", "what was made cannot be read again" };

struct importing {
	struct evidence *evidence;
	struct arena *keep;
	const struct notes *notes;
	struct merge_section sections[PRODUCT_SECTIONS];
	size_t section_count;
	const char *out;
	span old;          /* the product file that stands there */
	struct buf answer; /* of the jailed merge: 'K' or 'E', the known keys, NUL, the text or what is wrong */
	str known, text;
};

/* ---- merging, where nothing can be reached ----------------------------------------------------------------------- */

static void write_all(int pipe, str s)
{
	while (s.n) {
		ssize_t n = write(pipe, s.p, s.n);

		if (n < 0 && errno == EINTR) continue;
		if (n < 0) _exit(1);
		s.p += n, s.n -= (size_t)n;
	}
}

static void merge_work(void *self, int pipe)
{
	const struct importing *im = self;
	struct buf text = { 0 }, known = { 0 }, detail = { 0 };
	err e = product_merge(im->old, im->sections, im->section_count, &text, &known, &detail);

	write_all(pipe, e.is ? STR("E") : STR("K"));
	write_all(pipe, buf_all(&known));
	write_all(pipe, (str){ "", 1 });
	write_all(pipe, e.is ? buf_all(&detail) : buf_all(&text));
}

static err merge_take(void *self, span bytes)
{
	struct importing *im = self;

	buf_bytes(&im->answer, bytes.p, bytes.n);
	return OK;
}

static err merge(struct importing *im)
{
	struct jail_end end = { 0 };
	struct jail_job job = { .work = merge_work, .self = im, .take = merge_take, .taker = im };
	err e = jail_run(&job, &role_merge, &end);
	str all, known;

	if (e.is || end.outcome != JAIL_ENDED || !im->answer.n) {
		note(im->notes, "%s: cannot be merged: %s", im->out, e.is ? e.is->text : jail_outcome_text(&end));
		return fail(end.is_of_machine ? &work_by_machine : &merge_failed, 0);
	}
	all = (str){ im->answer.p + 1, im->answer.n - 1 };
	(void)str_split(&all, '\0', &known);
	im->known = known;
	im->text = all;
	if (im->answer.p[0] == 'K' && !str_trim(all).n) {
		note(im->notes, "nothing is filled in: %s is not written", im->out);
		return fail(&forms_empty, 0);
	}
	if (im->answer.p[0] == 'K') return OK;
	note(im->notes, "%s: %.*s", im->out, STR_FMT(all));
	return fail(&work_refused, 0);
}

/* What is written must be read again without a word: if it is not, the mistake is ours. */
static err prove(struct importing *im, const char *path)
{
	struct evidence *e;
	struct source source = { .kind = SOURCE_PRODUCT, .path = path };
	struct source_end end;
	err made = evidence_create(NULL, &e);

	if (!made.is) made = source_read(e, &source, &end);
	if (!made.is) evidence_close(e);
	if (!made.is && end.is_whole) return OK;
	note(im->notes, "%s: the product file that was made cannot be read again: %s", im->out,
		made.is ? made.is->text : end.message);
	return fail(&not_readable, 0);
}

static err write_product(struct importing *im)
{
	char *temporary = NULL;
	err e, proved = OK;

	if (asprintf(&temporary, "%s.new", im->out) < 0) abort();
	e = file_replace(temporary, im->text);
	if (!e.is) {
		proved = prove(im, temporary);
		unlink(temporary);
	}
	free(temporary);
	if (proved.is) return proved;
	if (!e.is) {
		file_note_links(im->out, file_has_links(im->out), im->notes);
		e = file_replace(im->out, im->text);
	}
	if (!e.is) return OK;
	note_fault(im->notes, im->out, e, "");
	return fail(&work_refused, 0);
}

/* What a product file says already stays, and the rest is added. */
static err add_to_product(struct importing *im)
{
	struct opened old = { 0 };

	if (access(im->out, F_OK) == 0) {
		err e = opened_open(im->out, &old);

		if (e.is && e.is != &source_empty) {
			note_fault(im->notes, im->out, e, old.trouble);
			return fail(&work_refused, 0);
		}
	}
	im->old = old.bytes;

	err e = merge(im);

	opened_close(&old);
	return e.is ? e : write_product(im);
}

/* In between nobody else may write it. */
static err write_held(struct importing *im)
{
	struct lock lock;

	im->section_count = product_sections(im->keep, evidence_db(im->evidence), im->sections);
	TRY(folder_hold_of(im->out, &lock, im->notes));

	err e = add_to_product(im);

	lock_release(&lock);
	return e;
}

/* ---- what came of it --------------------------------------------------------------------------------------------- */

static str text_at(struct importing *im, sqlite3_stmt *stmt, int column)
{
	const char *p = (const char *)sqlite3_column_text(stmt, column);

	return p ? arena_str(im->keep, (str){ p, (size_t)sqlite3_column_bytes(stmt, column) }) : (str){ 0 };
}

static num number_at(sqlite3_stmt *stmt, int column)
{
	return sqlite3_column_type(stmt, column) == SQLITE_NULL ? (num){ 0 } : NUM(sqlite3_column_int64(stmt, column));
}

static void list_files(struct importing *im, struct forms_import *ret)
{
	static const char sql[] =
		"SELECT i.name, r.tables, r.cells, r.placed, (SELECT count(*) FROM entity AS e WHERE e.input = i.id),"
		" (SELECT count(*) FROM ics AS s WHERE s.input = i.id),"
		" (SELECT count(*) FROM unplaced AS u WHERE u.input = i.id)"
		" FROM input AS i LEFT JOIN reading AS r ON r.input = i.id ORDER BY i.id";
	sqlite3_stmt *stmt = NULL;

	if (sqlite3_prepare_v2(evidence_db(im->evidence), sql, -1, &stmt, NULL) != SQLITE_OK) return;
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		struct imported_file *f = vec_add(im->keep, &ret->files);

		*f = (struct imported_file){ .name = text_at(im, stmt, 0),
			.tables = number_at(stmt, 1),
			.cells = number_at(stmt, 2),
			.placed = number_at(stmt, 3),
			.rows = sqlite3_column_int64(stmt, 4),
			.provisions = sqlite3_column_int64(stmt, 5),
			.unplaced = sqlite3_column_int64(stmt, 6) };
		ret->cells += f->cells.value;
		ret->placed += f->placed.value;
	}
	sqlite3_finalize(stmt);
}

static void list_unplaced(struct importing *im, struct forms_import *ret)
{
	static const char sql[] = "SELECT i.name, u.line, u.kind, u.what, u.text, u.cells FROM unplaced AS u LEFT JOIN "
				  "input AS i ON i.id = u.input ORDER BY i.id, u.line, u.rowid";
	sqlite3_stmt *stmt = NULL;

	if (sqlite3_prepare_v2(evidence_db(im->evidence), sql, -1, &stmt, NULL) != SQLITE_OK) return;
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		struct unplaced_text *u = vec_add(im->keep, &ret->unplaced);

		*u = (struct unplaced_text){ .file = text_at(im, stmt, 0),
			.line = number_at(stmt, 1),
			.kind = text_at(im, stmt, 2),
			.what = text_at(im, stmt, 3),
			.text = text_at(im, stmt, 4),
			.cells = number_at(stmt, 5) };
		ret->unplaced_cells += u->cells.value;
	}
	sqlite3_finalize(stmt);
}

static void list_known(struct importing *im, struct forms_import *ret)
{
	str rest = im->known, line;

	while (rest.n) {
		(void)str_split(&rest, '\n', &line);
		if (line.n) *vec_add(im->keep, &ret->known) = arena_str(im->keep, line);
	}
}

err forms_import(
	struct evidence *e, const char *out, struct arena *keep, struct forms_import *ret, const struct notes *notes)
{
	struct importing im = { .evidence = e, .keep = keep, .notes = notes, .out = out };
	err written = out ? write_held(&im) : OK;

	*ret = (struct forms_import){ .written = out };
	if (!written.is) {
		list_files(&im, ret);
		list_unplaced(&im, ret);
		list_known(&im, ret);
	}
	buf_free(&im.answer);
	if (written.is || ret->cells == ret->placed + ret->unplaced_cells) return written;
	note(notes, "%lld cells were read, and %lld can be accounted for: this is a mistake of assay",
		(long long)ret->cells, (long long)(ret->placed + ret->unplaced_cells));
	return fail(&forms_lost, 0);
}
