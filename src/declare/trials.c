#include "declare/trials.h"

#include "base/digest.h"
#include "base/directory_archive.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "base/yaml.h"
#include "declare/csv.h"
#include "declare/declare.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

const struct fault trials_damaged = { FAULT_INPUT, "trials.damaged", "the folder changed while it was read" };
const struct fault trials_no_sheet = { FAULT_INPUT, "trials.no-sheet",
	"there is no sheet of results in it (*.yaml or *.csv); \"assay trials new\" writes one" };
const struct fault trials_bad_row = { FAULT_INPUT, "trials.bad-row", "a result cannot be counted" };

enum column {
	TRIAL,
	CHECK,
	QUESTION,
	FOR,
	RESULT,
	VALUE,
	DONE,
	AUTHOR,
	RECORD,
	DETAIL,
	ACTION,
	STATE,
	MEASURED,
	UNIT,
	ASKS,
	STEPS,
	EXPECTED,
	SCHEMES,
	COLUMNS
};

/* The last ones are for who tries; they come back unread. */
const char *const trials_columns[] = { [TRIAL] = "trial",
	[CHECK] = "check",
	[QUESTION] = "question",
	[FOR] = "for",
	[RESULT] = "result",
	[VALUE] = "value",
	[DONE] = "done",
	[AUTHOR] = "author",
	[RECORD] = "record",
	[DETAIL] = "detail",
	[ACTION] = "action",
	[STATE] = "state",
	[MEASURED] = "measured",
	[UNIT] = "unit",
	[ASKS] = "asks",
	[STEPS] = "steps",
	[EXPECTED] = "expected",
	[SCHEMES] = "schemes",
	[COLUMNS] = NULL };

static const char *const results[] = { "held", "broke", "unclear", NULL };

struct stored {
	str path;
	span content;
	const char *trouble; /* why it is no record; NULL: it is one */
	uint32_t document;   /* that stands for it; 0: not written yet */
};

struct row {
	str cells[COLUMNS];
	str sheet;
	uint32_t line;
};

struct trials {
	struct facts *facts;
	struct arena *keep;
	struct buf *detail;
	VEC(struct stored) files; /* by path */
	VEC(struct row) rows;
	unsigned troubles;
};

bool trials_is_sheet(str path)
{
	return !memchr(path.p, '/', path.n) &&
	       (str_ends(path, ".yaml") || str_ends(path, ".yml") || str_ends(path, ".csv"));
}

/* All that is wrong is told at once, as far as anybody would read. */
[[gnu::format(printf, 4, 5)]] static void trouble(struct trials *t, str sheet, uint32_t line, const char *format, ...)
{
	char message[400];
	va_list args;

	if (++t->troubles > LIMIT_TRIAL_TROUBLES) return;
	va_start(args, format);
	vsnprintf(message, sizeof(message), format, args);
	va_end(args);
	if (t->troubles > 1) buf_text(t->detail, "; ");
	buf_visible(t->detail, sheet);
	if (line) buf_printf(t->detail, ", line %u", line);
	buf_text(t->detail, ": ");
	buf_visible(t->detail, str_of(message));
}

/* ---- the folder -------------------------------------------------------------------------------------------------- */

static const char *trouble_of(const struct directory_entry *entry)
{
	if (S_ISLNK(entry->mode)) return "is a link, and links are not followed";
	if (S_ISDIR(entry->mode)) return "is a folder: a record is one file, so pack it first";
	if (!S_ISREG(entry->mode)) return "is no file";
	if (!entry->content.n) return "is empty";
	return entry->content.n > LIMIT_DOCUMENT ? "is larger than we read" : NULL;
}

static int by_path(const void *wanted, const void *file)
{
	return str_compare(*(const str *)wanted, ((const struct stored *)file)->path);
}

static int by_own_path(const void *a, const void *b)
{
	return by_path(&((const struct stored *)a)->path, b);
}

static err read_folder(struct trials *t, span archive)
{
	struct directory_entry entry;
	uint64_t at = 0;

	while (directory_next(archive, &at, &entry)) {
		struct stored *file = vec_add(t->keep, &t->files);

		*file = (struct stored){ .path = entry.path, .content = entry.content, .trouble = trouble_of(&entry) };
		facts_progress(t->facts, at, archive.n);
	}
	if (!directory_ended(archive, at)) return fail(&trials_damaged, at);
	if (t->files.n) qsort(t->files.p, t->files.n, sizeof(*t->files.p), by_own_path);
	return OK;
}

static struct stored *find_file(struct trials *t, str path)
{
	return t->files.n ? bsearch(&path, t->files.p, t->files.n, sizeof(*t->files.p), by_path) : NULL;
}

/* ---- sheets ------------------------------------------------------------------------------------------------------ */

/* A cell that is there and empty says nothing. */
static str said(str cell)
{
	cell = str_trim(cell);
	return cell.n ? cell : (str){ 0 };
}

static struct row *add_row(struct trials *t, str sheet, uint32_t line)
{
	struct row *row = vec_add(t->keep, &t->rows);

	*row = (struct row){ .sheet = sheet, .line = line };
	return row;
}

static enum column column_named(str name)
{
	enum column c = 0;

	while (c < COLUMNS && !str_is(name, trials_columns[c])) c++;
	return c;
}

/* What the head of a sheet says for all of its rows: who, when, on what record. */
static void take_head(struct row *row, const struct yaml *root)
{
	static const enum column of_head[] = { DONE, AUTHOR, RECORD };

	for (size_t i = 0; i < sizeof(of_head) / sizeof(*of_head); i++)
		if (!row->cells[of_head[i]].n) row->cells[of_head[i]] = yaml_text(root, trials_columns[of_head[i]]);
}

static void take_item(struct trials *t, str sheet, const struct yaml *root, const struct yaml *item)
{
	struct row *row;

	if (item->kind != YAML_MAP) {
		trouble(t, sheet, item->line, "an entry of trials is a map, as {trial: ..., for: ..., result: ...}");
		return;
	}
	row = add_row(t, sheet, item->line);
	for (const struct yaml *cell = item->first; cell; cell = cell->next) {
		enum column c = column_named(cell->key);

		if (c == COLUMNS)
			trouble(t, sheet, cell->key_line, "\"%.*s\" is no part of a result", STR_FMT(cell->key));
		else if (cell->kind != YAML_SCALAR && c < ASKS)
			trouble(t, sheet, cell->key_line, "\"%s\" takes a single value", trials_columns[c]);
		else
			row->cells[c] = said(cell->text);
	}
	take_head(row, root);
}

static void read_yaml(struct trials *t, str sheet, span text)
{
	static const char *const keys[] = { "trials", "author", "done", "record", NULL };
	const struct yaml *root = NULL, *list, *unknown;
	struct yaml_problem problem = { 0 };

	if (yaml_parse(t->keep, text, &root, &problem).is) {
		trouble(t, sheet, problem.line, "%.*s", STR_FMT(problem.message));
		return;
	}
	list = root ? yaml_get(root, "trials") : NULL;
	if (!root || root->kind != YAML_MAP || !list || (list->kind != YAML_LIST && list->text.n)) {
		trouble(t, sheet, root ? root->line : 1, "a sheet is a map with a list of results under trials:");
		return;
	}
	unknown = yaml_unknown_key(root->first, keys);
	if (unknown)
		trouble(t, sheet, unknown->key_line, "\"%.*s\" is no part of a sheet: author, done, record, trials",
			STR_FMT(unknown->key));
	for (const struct yaml *item = list->first; item; item = item->next) take_item(t, sheet, root, item);
}

/* An apostrophe keeps an office program from taking a cell for a formula. */
static str plain_cell(str cell)
{
	bool is_marked = cell.n > 1 && cell.p[0] == '\'' && strchr("=+-@", cell.p[1]);

	return is_marked ? (str){ cell.p + 1, cell.n - 1 } : cell;
}

static void read_csv(struct trials *t, str sheet, span bytes)
{
	str text = str_from_span(bytes);
	struct form_table g;
	struct buf detail = { 0 };
	err e;

	if (str_starts(text, "\xef\xbb\xbf")) text = (str){ text.p + 3, text.n - 3 };
	if (!utf8_is_valid(text) || memchr(text.p, '\0', text.n)) {
		trouble(t, sheet, 0, "is no text in UTF-8; save it as \"CSV UTF-8\"");
		return;
	}
	e = csv_read(t->keep, text, &g, &detail);
	if (e.is) trouble(t, sheet, 0, "%.*s", STR_FMT(buf_all(&detail)));
	buf_free(&detail);
	if (e.is || !g.rows) return;
	for (size_t c = 0; c < g.columns; c++) {
		str name = form_table_cell(&g, 0, c);

		if (name.n && column_named(name) == COLUMNS)
			trouble(t, sheet, g.lines[0], "\"%.*s\" is no column of a sheet", STR_FMT(name));
	}
	for (size_t r = 1; r < g.rows; r++) {
		struct row *row = add_row(t, sheet, g.lines[r]);

		for (size_t c = 0; c < g.columns; c++) {
			enum column column = column_named(form_table_cell(&g, 0, c));

			if (column < COLUMNS) row->cells[column] = said(plain_cell(form_table_cell(&g, r, c)));
		}
	}
}

static err read_sheets(struct trials *t)
{
	size_t sheets = 0;

	for (size_t i = 0; i < t->files.n; i++) {
		const struct stored *s = &t->files.p[i];

		if (!trials_is_sheet(s->path)) continue;
		sheets++;
		if (s->trouble)
			trouble(t, s->path, 0, "%s", s->trouble);
		else if (s->content.n > LIMIT_DECLARATION)
			trouble(t, s->path, 0, "has %zu bytes, which is more than a sheet", s->content.n);
		else if (str_ends(s->path, ".csv"))
			read_csv(t, s->path, s->content);
		else
			read_yaml(t, s->path, s->content);
		if (t->rows.n > LIMIT_FORM_ROWS) trouble(t, s->path, 0, "more than %u results", LIMIT_FORM_ROWS);
		if (t->rows.n > LIMIT_FORM_ROWS) break;
	}
	return sheets ? OK : fail(&trials_no_sheet, 0);
}

/* ---- rows -------------------------------------------------------------------------------------------------------- */

static bool was_tried(const struct row *r)
{
	return r->cells[RESULT].n || r->cells[VALUE].n;
}

static bool names_one(const struct row *r)
{
	return (r->cells[TRIAL].n > 0) + (r->cells[CHECK].n > 0) + (r->cells[QUESTION].n > 0) == 1;
}

/* As it stands in the evidence: "reset", "check.tls.version-min", "ask.test.CATALOGUE.UNIT". */
static str kind_of(struct trials *t, const struct row *r)
{
	if (r->cells[CHECK].n) return arena_join(t->keep, STR("check"), ".", r->cells[CHECK]);
	return r->cells[TRIAL].n ? r->cells[TRIAL] : r->cells[QUESTION];
}

/* Whether a functional unit of a test specification was met is asked as yes or no. */
static str answer_of(const struct row *r)
{
	if (r->cells[VALUE].n || !r->cells[QUESTION].n) return r->cells[VALUE];
	if (str_is(r->cells[RESULT], "held")) return STR("yes");
	return str_is(r->cells[RESULT], "broke") ? STR("no") : (str){ 0 };
}

/* A path inside the folder: nothing else travels with the sheet. */
static bool leads_out(str path)
{
	str rest = path, part;

	if (path.n && path.p[0] == '/') return true;
	while (str_split(&rest, '/', &part))
		if (str_is(part, "..")) return true;
	return false;
}

static void check_record(struct trials *t, struct row *r)
{
	str path = r->cells[RECORD];
	const struct stored *file;

	while (str_starts(path, "./")) path = (str){ path.p + 2, path.n - 2 };
	r->cells[RECORD] = path;
	if (!path.n) {
		trouble(t, r->sheet, r->line,
			"a result without its record is an opinion: give record: FILE (a log, a capture, a "
			"photograph), in this folder");
	} else if (leads_out(path)) {
		trouble(t, r->sheet, r->line, "\"%.*s\" leads out of the folder of results", STR_FMT(path));
	} else if (trials_is_sheet(path)) {
		trouble(t, r->sheet, r->line, "\"%.*s\" is a sheet, and no record of a trial", STR_FMT(path));
	} else if (!(file = find_file(t, path))) {
		trouble(t, r->sheet, r->line, "the record \"%.*s\" is not in the folder of results", STR_FMT(path));
	} else if (file->trouble) {
		trouble(t, r->sheet, r->line, "the record \"%.*s\" %s", STR_FMT(path), file->trouble);
	}
}

static void check_row(struct trials *t, struct row *r)
{
	if (!names_one(r)) trouble(t, r->sheet, r->line, "a result is of one thing: trial:, check: or question:");
	if (r->cells[RESULT].n && !declare_is_one_of(r->cells[RESULT], results))
		trouble(t, r->sheet, r->line, "\"result\" is held, broke or unclear, not \"%.*s\"",
			STR_FMT(r->cells[RESULT]));
	if (!r->cells[RESULT].n && !r->cells[QUESTION].n)
		trouble(t, r->sheet, r->line, "\"result\" is held, broke or unclear, and is missing");
	if (r->cells[VALUE].n && !r->cells[QUESTION].n)
		trouble(t, r->sheet, r->line, "\"value\" answers a question; what was measured is \"measured\"");
	if (r->cells[QUESTION].n && !str_starts(r->cells[QUESTION], "ask."))
		trouble(t, r->sheet, r->line, "a question begins with ask., as ask.test.CATALOGUE.UNIT");
	if (!r->cells[AUTHOR].n) trouble(t, r->sheet, r->line, "who tried it? Give author:");
	if (!declare_is_day(r->cells[DONE]) && !declare_is_moment(r->cells[DONE]))
		trouble(t, r->sheet, r->line, "\"done\" is the day of the trial, as 2026-11-30, not \"%.*s\"",
			STR_FMT(r->cells[DONE]));
	check_record(t, r);
}

struct key {
	str kind, about;
	const struct row *row;
};

static int by_key(const void *a, const void *b)
{
	const struct key *x = a, *y = b;
	int order = str_compare(x->kind, y->kind);

	if (!order) order = str_compare(x->about, y->about);
	return order ? order : (x->row > y->row) - (x->row < y->row);
}

/* Which of two results of one trial counts nobody could say. */
static void check_duplicates(struct trials *t)
{
	struct key *keys = arena_array(t->keep, struct key, t->rows.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < t->rows.n; i++)
		if (was_tried(&t->rows.p[i]))
			keys[n++] = (struct key){ .kind = kind_of(t, &t->rows.p[i]),
				.about = t->rows.p[i].cells[FOR],
				.row = &t->rows.p[i] };
	if (n) qsort(keys, n, sizeof(*keys), by_key);
	for (size_t i = 1; i < n; i++) {
		const struct row *before = keys[i - 1].row, *r = keys[i].row;

		if (!str_equal(keys[i].kind, keys[i - 1].kind) || !str_equal(keys[i].about, keys[i - 1].about))
			continue;
		trouble(t, r->sheet, r->line, "\"%.*s\"%s%.*s has a result already, in %.*s, line %u: leave one out",
			STR_FMT(keys[i].kind), STR_AFTER(" for ", keys[i].about), STR_FMT(before->sheet), before->line);
	}
}

static uint32_t document_of(struct trials *t, struct stored *file)
{
	if (file->document) return file->document;

	struct digest digest = digest_of(file->content);

	file->document = fact_document(
		t->facts, &(struct fact_document){
				  .kind = STR("test-record"), .url = file->path, .sha256 = digest_str(&digest) });
	return file->document;
}

static real measured(struct trials *t, const struct row *r)
{
	char *end;
	real value = { 0 };

	if (!r->cells[MEASURED].n) return value;
	value = (real){ .known = true, .value = strtod(arena_cstr(t->keep, r->cells[MEASURED]), &end) };
	if (*end) trouble(t, r->sheet, r->line, "\"measured\" is a number, with its unit under \"unit\"");
	return value;
}

static void write_row(struct trials *t, const struct row *r, real value)
{
	str kind = kind_of(t, r);

	fact_trial(t->facts, &(struct fact_trial){ .kind = kind,
				     .state = r->cells[STATE],
				     .action = r->cells[ACTION],
				     .result = r->cells[RESULT].n ? r->cells[RESULT] : STR("unclear"),
				     .value = value,
				     .unit = r->cells[UNIT],
				     .detail = r->cells[DETAIL],
				     .basis = STR("person"),
				     .done = r->cells[DONE],
				     .about = r->cells[FOR],
				     .answer = answer_of(r),
				     .author = r->cells[AUTHOR],
				     .document = document_of(t, find_file(t, r->cells[RECORD])),
				     .sheet = r->sheet,
				     .line = NUM(r->line) });
	if (r->cells[TRIAL].n) kind = arena_join(t->keep, STR("trial"), ".", kind);
	if (!r->cells[QUESTION].n) fact_covered(t->facts, arena_cstr(t->keep, kind), "full", NULL, NULL);
}

static err take_rows(struct trials *t)
{
	real *values = arena_array(t->keep, real, t->rows.n + 1);

	for (size_t i = 0; i < t->rows.n; i++) {
		if (!was_tried(&t->rows.p[i])) continue;
		check_row(t, &t->rows.p[i]);
		values[i] = measured(t, &t->rows.p[i]);
	}
	check_duplicates(t);
	if (t->troubles > LIMIT_TRIAL_TROUBLES)
		buf_printf(t->detail, "; and %u more", t->troubles - LIMIT_TRIAL_TROUBLES);
	if (t->troubles) return fail(&trials_bad_row, 0);
	for (size_t i = 0; i < t->rows.n; i++)
		if (was_tried(&t->rows.p[i])) write_row(t, &t->rows.p[i], values[i]);
	return OK;
}

err collect_trials(struct facts *facts, span archive, struct buf *detail)
{
	struct arena keep = arena_open((size_t)1 << 30);
	struct trials t = { .facts = facts, .keep = &keep, .detail = detail };
	err e = read_folder(&t, archive);

	if (!e.is) e = read_sheets(&t);
	if (!e.is) e = take_rows(&t);
	arena_close(&keep);
	return e;
}
