#include "report/forms_import.h"

#include "report/text.h"
#include "report/values.h"

/* ---- for people -------------------------------------------------------------------------------------------------- */

enum { LEFT_SHOWN = 5, TEXT_SHOWN = 60 };

static void put_unplaced(struct buf *out, const struct unplaced_text *u, unsigned width)
{
	struct buf line = { 0 };
	str text = u->text, first;

	if (u->line.known) buf_printf(&line, "line %lld: ", (long long)u->line.value);
	buf_visible(&line, u->what);
	if (text.n) {
		(void)str_split(&text, '\n', &first);
		buf_text(&line, ": ");
		buf_visible(&line, first.n > TEXT_SHOWN ? (str){ first.p, TEXT_SHOWN } : first);
		if (first.n > TEXT_SHOWN || text.n) buf_text(&line, " ...");
	}
	text_wrap(out, buf_all(&line), 4, 6, width);
	buf_free(&line);
}

static void put_hidden(struct buf *out, size_t hidden)
{
	if (hidden) buf_printf(out, "    ... and %zu more; --all lists them\n", hidden);
}

static void put_all_unplaced(const struct forms_import *f, bool is_whole, unsigned width, struct buf *out)
{
	size_t shown = 0, hidden = 0;

	for (size_t i = 0; i < f->unplaced.n; i++) {
		const struct unplaced_text *u = &f->unplaced.p[i];

		if (!i || !str_equal(u->file, u[-1].file)) {
			put_hidden(out, hidden);
			if (u->file.n) buf_printf(out, "  %.*s\n", STR_FMT(u->file));
			shown = hidden = 0;
		}
		if (shown++ < LEFT_SHOWN || is_whole)
			put_unplaced(out, u, width);
		else
			hidden++;
	}
	put_hidden(out, hidden);
}

static void put_file(const struct imported_file *f, struct buf *out)
{
	struct buf name = { 0 };

	buf_visible(&name, f->name);
	buf_printf(out, "%-36.*s %6lld %6lld %6lld %6lld\n", STR_FMT(buf_all(&name)), (long long)f->tables.value,
		(long long)(f->rows + f->provisions), (long long)f->cells.value, (long long)f->placed.value);
	buf_free(&name);
}

void report_forms_import_text(const struct forms_import *f, bool is_whole, unsigned width, struct buf *out)
{
	buf_printf(out, "%-36s %6s %6s %6s %6s\n", "File", "tables", "rows", "cells", "placed");
	for (size_t i = 0; i < f->files.n; i++) put_file(&f->files.p[i], out);
	buf_printf(out, "\n%lld cells: %lld placed, %lld not placed.\n", (long long)f->cells, (long long)f->placed,
		(long long)(f->cells - f->placed));
	if (f->unplaced.n) {
		buf_printf(out,
			"\nNot placed: %zu places. What is a column of the maker's own is kept with its row under its "
			"own name;\nthe rest is kept under \"unplaced\".\n",
			f->unplaced.n);
		put_all_unplaced(f, is_whole, width, out);
	}
	if (f->known.n) {
		buf_printf(out, "\nStands in %s already, and was left as it is:\n", f->written);
		for (size_t i = 0; i < f->known.n; i++) buf_printf(out, "  %.*s\n", STR_FMT(f->known.p[i]));
	}
	if (f->written) buf_text(out, "\nWritten: "), buf_visible(out, str_of(f->written)), buf_char(out, '\n');
}

/* ---- for programs ------------------------------------------------------------------------------------------------ */

/* An empty cell was said to be empty. */
static void set_said(json_t *o, const char *key, str s)
{
	if (s.p) set_str(o, key, s);
}

static json_t *json_of_file(const struct imported_file *f)
{
	json_t *o = json_object();

	set_said(o, "file", f->name);
	set_num_if(o, "tables", f->tables);
	set_num_if(o, "cells", f->cells);
	set_num_if(o, "placed", f->placed);
	json_object_set_new(o, "rows", json_integer(f->rows));
	json_object_set_new(o, "provisions", json_integer(f->provisions));
	json_object_set_new(o, "unplaced", json_integer(f->unplaced));
	return o;
}

static json_t *json_of_unplaced(const struct unplaced_text *u)
{
	json_t *o = json_object();

	set_said(o, "file", u->file);
	set_num_if(o, "line", u->line);
	set_said(o, "kind", u->kind);
	set_said(o, "what", u->what);
	set_said(o, "text", u->text);
	set_num_if(o, "cells", u->cells);
	return o;
}

void report_forms_import_json(const struct forms_import *f, struct buf *out)
{
	json_t *all = json_object(), *files = json_array(), *unplaced = json_array(), *known = json_array();

	for (size_t i = 0; i < f->files.n; i++) json_array_append_new(files, json_of_file(&f->files.p[i]));
	for (size_t i = 0; i < f->unplaced.n; i++) json_array_append_new(unplaced, json_of_unplaced(&f->unplaced.p[i]));
	for (size_t i = 0; i < f->known.n; i++) json_array_append_new(known, json_of_str(f->known.p[i]));
	json_object_set_new(all, "files", files);
	json_object_set_new(all, "cells", json_integer(f->cells));
	json_object_set_new(all, "placed", json_integer(f->placed));
	json_object_set_new(all, "unplaced", unplaced);
	json_object_set_new(all, "known", known);
	if (f->written) set_str(all, "written", str_of(f->written));
	write_json(all, out, JSON_INDENT(1) | JSON_SORT_KEYS);
	json_decref(all);
}
