/* assay declare import: a maker's forms as a product file, and what of them was not placed. */
#include "cli/commands.h"
#include "work/declarations.h"
#include "work/files.h"
#include "cli/load.h"

#include "base/limits.h"
#include "declare/product_text.h"
#include "source/opened.h"
#include "source/source.h"
#include "jail/jail.h"
#include "report/text.h"
#include "report/values.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct importing {
	const struct given *given;
	struct arena keep;
	struct evidence *evidence;
	struct merge_section sections[PRODUCT_SECTIONS];
	size_t section_count;
	const char *out;
	span old;          /* the product file that stands there */
	struct buf answer; /* of the jailed merge: 'K' or 'E', the known keys, NUL, the text or what is wrong */
	str known, text;
};

/* ---- merging, where nothing can be reached -------------------------------------------------------------------------------- */

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

static int merge(struct importing *im)
{
	struct jail_end end = { 0 };
	struct jail_job job = { .work = merge_work, .self = im, .take = merge_take, .taker = im };
	err e = jail_run(&job, &role_merge, &end);
	str all, known;

	if (e.is || end.outcome != JAIL_ENDED || !im->answer.n) {
		say("%s: cannot be merged: %s", im->out, e.is ? e.is->text : jail_outcome_text(&end));
		return end.is_of_machine ? EXIT_MACHINE : EXIT_INTERNAL;
	}
	all = (str){ im->answer.p + 1, im->answer.n - 1 };
	(void)str_split(&all, '\0', &known);
	im->known = known;
	im->text = all;
	if (im->answer.p[0] == 'K' && !str_trim(all).n) {
		say("nothing is filled in: %s is not written", im->out);
		return EXIT_INCONCLUSIVE;
	}
	if (im->answer.p[0] == 'K') return EXIT_PASS;
	say("%s: %.*s", im->out, STR_FMT(all));
	return EXIT_USAGE;
}

/* What is written must be read again without a word: if it is not, the mistake is ours. */
static int prove(struct importing *im, const char *path)
{
	struct evidence *e;
	struct source source = { .kind = SOURCE_PRODUCT, .path = path };
	struct source_end end;
	err made = evidence_create(NULL, &e);

	if (!made.is) made = source_read(e, &source, &end);
	if (!made.is) evidence_close(e);
	if (!made.is && end.is_whole) return EXIT_PASS;
	say("%s: the product file that was made cannot be read again: %s", im->out,
		made.is ? made.is->text : end.message);
	return EXIT_INTERNAL;
}

static int write_product(struct importing *im)
{
	char *temporary = NULL;
	int status;
	err e;

	if (asprintf(&temporary, "%s.new", im->out) < 0) abort();
	e = file_replace(temporary, im->text);
	status = e.is ? EXIT_USAGE : prove(im, temporary);
	if (!e.is) unlink(temporary);
	free(temporary);
	if (status == EXIT_PASS) {
		file_note_links(im->out, file_has_links(im->out), &talk);
		e = file_replace(im->out, im->text);
	}
	if (e.is) {
		say_fault(im->out, e, "");
		return EXIT_USAGE;
	}
	return status;
}

/* ---- the report ------------------------------------------------------------------------------------------------------ */

static json_t *rows_as_json(sqlite3 *db, const char *sql)
{
	json_t *all = json_array();
	sqlite3_stmt *stmt = NULL;

	if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK) return all;
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		json_t *o = json_object();

		for (int c = 0; c < sqlite3_column_count(stmt); c++) {
			const char *name = sqlite3_column_name(stmt, c);

			if (sqlite3_column_type(stmt, c) == SQLITE_INTEGER)
				json_object_set_new(o, name, json_integer(sqlite3_column_int64(stmt, c)));
			else if (sqlite3_column_type(stmt, c) != SQLITE_NULL)
				set_str(o, name,
					(str){ (const char *)sqlite3_column_text(stmt, c),
						(size_t)sqlite3_column_bytes(stmt, c) });
		}
		json_array_append_new(all, o);
	}
	sqlite3_finalize(stmt);
	return all;
}

static const char files_sql[] =
	"SELECT i.name AS file, r.tables, r.cells, r.placed, (SELECT count(*) FROM entity AS e WHERE e.input = i.id) "
	"AS rows, (SELECT count(*) FROM ics AS s WHERE s.input = i.id) AS provisions,"
	" (SELECT count(*) FROM unplaced AS u WHERE u.input = i.id) AS unplaced"
	" FROM input AS i LEFT JOIN reading AS r ON r.input = i.id ORDER BY i.id";
static const char left_sql[] = "SELECT i.name AS file, u.line, u.kind, u.what, u.text, u.cells FROM unplaced AS u LEFT "
			       "JOIN input AS i ON i.id = "
			       "u.input ORDER BY i.id, u.line, u.rowid";

static json_int_t sum(const json_t *rows, const char *key)
{
	json_int_t all = 0;
	const json_t *row;
	size_t i;

	json_array_foreach(rows, i, row) all += json_integer_value(json_object_get(row, key));
	return all;
}

static void add_known(const struct importing *im, json_t *all)
{
	str rest = im->known, line;

	while (rest.n) {
		(void)str_split(&rest, '\n', &line);
		if (line.n) json_array_append_new(all, json_of_str(line));
	}
}

enum { LEFT_SHOWN = 5 };

static str json_text(const json_t *o, const char *key)
{
	return str_of(json_string_value(json_object_get(o, key)));
}

static void print_left(struct buf *out, const json_t *left, bool is_whole, unsigned width)
{
	str file = { 0 };
	size_t i, shown = 0, hidden = 0;
	const json_t *row;

	json_array_foreach(left, i, row)
	{
		str name = json_text(row, "file"), text = json_text(row, "text");
		struct buf line = { 0 };

		if (!str_equal(name, file) || !i) {
			if (hidden) buf_printf(out, "    ... and %zu more; --all lists them\n", hidden);
			if (name.n) buf_printf(out, "  %.*s\n", STR_FMT(name));
			file = name;
			shown = hidden = 0;
		}
		if (shown++ >= LEFT_SHOWN && !is_whole) {
			hidden++;
			continue;
		}
		if (json_object_get(row, "line"))
			buf_printf(&line, "line %lld: ", (long long)json_integer_value(json_object_get(row, "line")));
		buf_visible(&line, json_text(row, "what"));
		if (text.n) {
			str first;

			(void)str_split(&text, '\n', &first);
			buf_text(&line, ": ");
			buf_visible(&line, first.n > 60 ? (str){ first.p, 60 } : first);
			if (first.n > 60 || text.n) buf_text(&line, " ...");
		}
		text_wrap(out, buf_all(&line), 4, 6, width);
		buf_free(&line);
	}
	if (hidden) buf_printf(out, "    ... and %zu more; --all lists them\n", hidden);
}

static void print_report(const struct importing *im, const json_t *files, const json_t *left, const json_t *known)
{
	struct buf out = { 0 };
	size_t i;
	const json_t *row;
	json_int_t cells = sum(files, "cells"), placed = sum(files, "placed");

	buf_printf(&out, "%-36s %6s %6s %6s %6s\n", "File", "tables", "rows", "cells", "placed");
	json_array_foreach(files, i, row)
	{
		struct buf name = { 0 };

		buf_visible(&name, json_text(row, "file"));
		buf_printf(&out, "%-36.*s %6lld %6lld %6lld %6lld\n", STR_FMT(buf_all(&name)),
			(long long)json_integer_value(json_object_get(row, "tables")),
			(long long)(json_integer_value(json_object_get(row, "rows")) +
				    json_integer_value(json_object_get(row, "provisions"))),
			(long long)json_integer_value(json_object_get(row, "cells")),
			(long long)json_integer_value(json_object_get(row, "placed")));
		buf_free(&name);
	}
	buf_printf(&out, "\n%lld cells: %lld placed, %lld not placed.\n", (long long)cells, (long long)placed,
		(long long)(cells - placed));
	if (json_array_size(left)) {
		buf_printf(&out,
			"\nNot placed: %zu places. What is a column of the maker's own is kept with its row under its "
			"own name;\nthe rest is kept under \"unplaced\".\n",
			json_array_size(left));
		print_left(&out, left, given_has(im->given, "--all"), (unsigned)terminal_width());
	}
	if (json_array_size(known)) {
		buf_printf(&out, "\nStands in %s already, and was left as it is:\n", im->out);
		json_array_foreach(known, i, row) buf_printf(&out, "  %s\n", json_string_value(row));
	}
	if (im->out) buf_text(&out, "\nWritten: "), buf_visible(&out, str_of(im->out)), buf_char(&out, '\n');
	if (out.n) fwrite(out.p, 1, out.n, stdout);
	buf_free(&out);
}

static int report(const struct importing *im)
{
	sqlite3 *db = evidence_db(im->evidence);
	json_t *files = rows_as_json(db, files_sql), *left = rows_as_json(db, left_sql), *known = json_array();
	json_int_t cells = sum(files, "cells"), placed = sum(files, "placed");
	int status = json_array_size(left) || json_array_size(known) ? EXIT_INCONCLUSIVE : EXIT_PASS;

	add_known(im, known);
	if (json_array_size(known)) status = EXIT_INCONCLUSIVE;
	if (cells != placed + sum(left, "cells")) {
		say("%lld cells were read, and %lld can be accounted for: this is a mistake of assay", (long long)cells,
			(long long)(placed + sum(left, "cells")));
		status = EXIT_INTERNAL;
	}
	if (given_has(im->given, "--json")) {
		struct buf out = { 0 };
		json_t *all = json_pack("{s:O, s:I, s:I, s:O, s:O}", "files", files, "cells", cells, "placed", placed,
			"unplaced", left, "known", known);

		if (im->out) set_str(all, "written", str_of(im->out));
		write_json(all, &out, JSON_INDENT(1) | JSON_SORT_KEYS);
		if (out.n) fwrite(out.p, 1, out.n, stdout);
		buf_free(&out);
		json_decref(all);
	} else {
		print_report(im, files, left, known);
	}
	json_decref(files);
	json_decref(left);
	json_decref(known);
	return status;
}

/* ---- the command ----------------------------------------------------------------------------------------------------- */

/* What a product file says already stays, and the rest is added: in between nobody else may write it. */
static int add_to_product(struct importing *im)
{
	struct opened old = { 0 };

	if (access(im->out, F_OK) == 0) {
		err e = opened_open(im->out, &old);

		if (e.is && e.is != &source_empty) {
			say_fault(im->out, e, old.trouble);
			return EXIT_USAGE;
		}
	}
	im->old = old.bytes;

	int status = merge(im);

	opened_close(&old);
	return status == EXIT_PASS ? write_product(im) : status;
}

static int import(struct importing *im)
{
	char now[21];
	int status = EXIT_PASS;
	struct lock lock;

	now_text(now);
	for (int i = 0; i < im->given->word_count && status == EXIT_PASS; i++)
		status = status_after(declarations_read(im->evidence, im->given->words[i], str_of(now), &talk));
	if (status == EXIT_PASS) status = status_after(work_derive(im->evidence, &talk));
	if (status != EXIT_PASS || !im->out) return status != EXIT_PASS ? status : report(im);
	im->section_count = product_sections(&im->keep, evidence_db(im->evidence), im->sections);
	status = status_after(folder_hold_of(im->out, &lock, &talk));
	if (status != EXIT_PASS) return status;
	status = add_to_product(im);
	lock_release(&lock);
	return status == EXIT_PASS ? report(im) : status;
}

static int run(const struct given *g)
{
	struct importing im = { .given = g, .out = given_value(g, "--out") };
	err e = evidence_create(NULL, &im.evidence);
	int status;

	if (e.is) {
		say_fault("the evidence", e, "");
		return EXIT_INTERNAL;
	}
	im.keep = arena_open((size_t)1 << 30);
	status = import(&im);
	evidence_close(im.evidence);
	arena_close(&im.keep);
	buf_free(&im.answer);
	return status;
}

const struct command command_declare_import = {
	.name = "declare import",
	.synopsis = "INPUT... [--out FILE] [--all] [--json]",
	.summary = "the forms of a test laboratory as a product file",
	.description = "An INPUT is a file or a folder of forms: ICS and the 29 IXIT tables of TS 103 701, as Markdown, CSV or YAML. "
		       "Each cell is kept word for word in the product file; keys are filled only where a cell says it unmistakably. "
		       "A product file that stands there is added to, and what it says already stays.\n"
		       "What is no cell of a form is kept too, and listed with its line. The exit status is 0 when everything was "
		       "placed, else 2. Without --out nothing is written: the report alone is made.",
	.example = "  assay declare import ixit/ --out product.yaml\n",
	.options = {
		{ "--out", "FILE", "the product file to write or add to (doc/product-file.md)", false, "file" },
		{ "--all", NULL, "list everything that was not placed, not only the first of each file", false, NULL },
		{ "--json", NULL, "print the report as JSON", false, NULL },
	},
	.least = 1,
	.most = -1,
	.run = run,
};
