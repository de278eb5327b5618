#include "work/trials_new.h"

#include "declare/product_text.h"
#include "declare/trials.h"
#include "work/files.h"

#include <stdlib.h>
#include <sys/stat.h>

/* ---- what is open ------------------------------------------------------------------------------------------------ */

struct finding_trials {
	const struct rules *rules;
	struct arena *keep;
	open_trials *all;
	const struct scheme *scheme;
	bool has_image; /* what a program could not tell of it, a laboratory may; else the image is to be brought */
};

static int by_name(const void *a, const void *b)
{
	const struct open_trial *x = a, *y = b;
	int order = -strcmp(x->column, y->column); /* trials first, then questions, then checks */

	if (!order) order = str_compare(x->name, y->name);
	if (!order) order = str_compare(x->about, y->about);
	return order ? order : str_compare(x->schemes, y->schemes);
}

static void add(struct finding_trials *f, struct open_trial t)
{
	t.schemes = f->scheme->id;
	*vec_add(f->keep, f->all) = t;
}

/* One trial for each thing that was not tried, or of which the trial was unclear. */
static void add_trials(struct finding_trials *f, const struct outcome *o, const struct coverage_class *class)
{
	struct open_trial t = { .column = "trial",
		.name = { class->name.p + 6, class->name.n - 6 },
		.asks = o->check->asks,
		.steps = class->steps,
		.expected = class->expected };
	bool is_any = false;

	for (size_t i = 0; i < o->finding_count; i++) {
		if (!o->findings[i].unknown.n) continue;
		t.about = o->findings[i].entity > 0 ? o->findings[i].what : (str){ 0 };
		add(f, t);
		is_any = true;
	}
	if (!is_any) add(f, t);
}

static bool is_for_laboratory(const struct finding_trials *f, const struct check *c)
{
	return laboratory_alone_decides(f->rules, c) || (f->has_image && laboratory_decides(f->rules, c));
}

static void take_outcome(struct finding_trials *f, const struct outcome *o)
{
	const struct check *c = o->check;

	if (o->verdict != VERDICT_INCONCLUSIVE) return;
	for (size_t i = 0; i < c->needs.count; i++)
		for (size_t k = 0; k < c->needs.groups[i].count; k++) {
			const struct coverage_class *class = rules_class(f->rules, c->needs.groups[i].classes[k]);

			if (class && str_starts(class->name, "trial.")) add_trials(f, o, class);
		}
	if (!is_for_laboratory(f, c)) return;
	add(f, (struct open_trial){ .column = "check",
		       .name = c->id,
		       .asks = c->asks,
		       .steps = o->missing_count ? o->missing[0].bring : (str){ 0 },
		       .expected = STR("yes to what is asked, for all of the product") });
}

static const struct outcome *outcome_of(const struct requirement_result *r, const struct check *c)
{
	for (size_t i = 0; i < r->outcome_count; i++)
		if (r->outcomes[i]->check == c) return r->outcomes[i];
	return NULL;
}

/* Checks of it are open, and each is tried by itself: then the unit needs no line of its own. */
static bool is_on_sheet(
	const struct finding_trials *f, const struct assessment_unit *u, const struct requirement_result *r)
{
	size_t open = 0;

	for (size_t i = 0; i < u->check_count; i++) {
		const struct outcome *o = outcome_of(r, u->checks[i]);
		bool is_tried = is_for_laboratory(f, u->checks[i]);

		if (!o || o->verdict != VERDICT_INCONCLUSIVE) continue;
		open++;
		for (size_t k = 0; k < u->checks[i]->needs.count && !is_tried; k++)
			is_tried = str_starts(u->checks[i]->needs.groups[k].classes[0], "trial.");
		if (!is_tried) return false;
	}
	return open > 0;
}

static void take_requirement(struct finding_trials *f, const struct requirement_result *r)
{
	if (!r->is_mandatory || r->verdict != VERDICT_INCONCLUSIVE || r->settled != SETTLED_NOT) return;
	for (size_t i = 0; i < r->outcome_count; i++) take_outcome(f, r->outcomes[i]);
	for (size_t i = 0; i < r->assessment_unit_count; i++) {
		const struct assessment_unit_result *u = &r->assessment_units[i];

		if (!u->unit->is_functional || u->verdict != VERDICT_INCONCLUSIVE) continue;
		if (is_on_sheet(f, u->unit, r)) continue;
		add(f, (struct open_trial){ .column = "question",
			       .name = u->unit->test.id,
			       .asks = u->unit->shows.n ? u->unit->shows : r->requirement->title,
			       .expected = STR("held: it was shown") });
	}
}

void open_trials_find(const struct judgement *j, struct arena *keep, open_trials *ret)
{
	open_trials all = { 0 };
	struct finding_trials f = { .rules = j->rules, .keep = keep, .all = &all };

	for (size_t i = 0; i < j->input_count; i++)
		f.has_image |= str_is(j->inputs[i].kind, "image") || str_is(j->inputs[i].kind, "directory");

	for (size_t i = 0; i < j->scheme_count; i++) {
		f.scheme = j->schemes[i].scheme;
		for (size_t k = 0; k < j->schemes[i].requirement_count && j->schemes[i].is_judged; k++)
			take_requirement(&f, &j->schemes[i].requirements[k]);
	}
	if (all.n) qsort(all.p, all.n, sizeof(*all.p), by_name);
	*ret = (open_trials){ 0 };
	for (size_t i = 0; i < all.n; i++) {
		struct open_trial *last = ret->n ? &ret->p[ret->n - 1] : NULL, *t = &all.p[i];
		bool is_same = last && strcmp(last->column, t->column) == 0 && str_equal(last->name, t->name) &&
			       str_equal(last->about, t->about);

		if (!is_same)
			*vec_add(keep, ret) = *t;
		else if (!str_ends(last->schemes, t->schemes.p))
			last->schemes = arena_join(keep, last->schemes, ", ", t->schemes);
	}
}

/* ---- the sheet --------------------------------------------------------------------------------------------------- */

static const char head[] =
	"# Trials that are still open. For each one that was made: result: held (the protection held), broke or "
	"unclear;\n"
	"# the day (done), who tried it (author), and the file that records it (record: a log, a capture, a "
	"photograph),\n"
	"# which lies in this folder, as records/login.pcap. What is the same for all stands at the top once. A row "
	"without\n"
	"# a result was not tried yet, and says nothing. doc/trials.md has the rest.\n"
	"author:\n"
	"done:\n"
	"record:\n"
	"trials:\n";

static void yaml_cell(struct buf *out, const char *key, str text)
{
	buf_printf(out, "    %s:%s", key, text.n ? " " : "");
	if (text.n) yaml_scalar(out, text, 6);
	buf_char(out, '\n');
}

static void write_yaml(const open_trials *all, struct buf *out)
{
	buf_text(out, head);
	if (!all->n) buf_text(out, "  [] # nothing is open\n");
	for (size_t i = 0; i < all->n; i++) {
		const struct open_trial *t = &all->p[i];

		buf_printf(out, "  - %s: ", t->column);
		yaml_scalar(out, t->name, 6);
		buf_char(out, '\n');
		if (t->about.n) yaml_cell(out, "for", t->about);
		yaml_cell(out, "asks", t->asks);
		if (t->steps.n) yaml_cell(out, "steps", t->steps);
		if (t->expected.n) yaml_cell(out, "expected", t->expected);
		yaml_cell(out, "schemes", t->schemes);
		buf_text(out, "    result:\n    record:\n    detail:\n");
	}
}

/* What an office program would take for a formula is text: the mark that says so is taken off when the sheet is
 * read. */
static void csv_cell(struct buf *out, str text)
{
	if (text.n && strchr("=+-@", text.p[0]))
		buf_text(out, "\"'");
	else
		buf_char(out, '"');
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == '"') buf_char(out, '"');
		buf_char(out, text.p[i]);
	}
	buf_char(out, '"');
}

static str csv_text(const struct open_trial *t, const char *column)
{
	if (strcmp(column, t->column) == 0) return t->name;
	if (strcmp(column, "for") == 0) return t->about;
	if (strcmp(column, "asks") == 0) return t->asks;
	if (strcmp(column, "steps") == 0) return t->steps;
	if (strcmp(column, "expected") == 0) return t->expected;
	return strcmp(column, "schemes") == 0 ? t->schemes : (str){ 0 };
}

static void write_csv(const open_trials *all, struct buf *out)
{
	for (const char *const *c = trials_columns; *c; c++)
		buf_printf(out, "%s%s", c == trials_columns ? "" : ",", *c);
	buf_char(out, '\n');
	for (size_t i = 0; i < all->n; i++) {
		for (const char *const *c = trials_columns; *c; c++) {
			str text = csv_text(&all->p[i], *c);

			if (c != trials_columns) buf_char(out, ',');
			if (text.n) csv_cell(out, text);
		}
		buf_char(out, '\n');
	}
}

/* ---- the file ---------------------------------------------------------------------------------------------------- */

/* A sheet that somebody may have begun to fill in is never written over. */
static str free_name(const char *folder, enum sheet_form form, struct arena *keep)
{
	const char *ending = form == SHEET_CSV ? "csv" : "yaml";
	str name = arena_printf(keep, "sheet.%s", ending);
	struct stat s;

	for (unsigned i = 2; i < 1000; i++) {
		if (lstat(arena_printf(keep, "%s/%.*s", folder, STR_FMT(name)).p, &s) != 0) break;
		name = arena_printf(keep, "sheet-%u.%s", i, ending);
	}
	return name;
}

err open_trials_write(const char *folder, enum sheet_form form, const open_trials *all, struct arena *keep,
	str *ret_path, const struct notes *notes)
{
	struct buf out = { 0 };
	struct lock lock;
	err e = folder_make_and_hold(folder, &lock, notes);

	if (e.is) return e;

	str name = free_name(folder, form, keep);

	if (form == SHEET_CSV)
		write_csv(all, &out);
	else
		write_yaml(all, &out);
	e = file_replace_in(folder, arena_cstr(keep, name), buf_all(&out), notes);
	buf_free(&out);
	lock_release(&lock);
	*ret_path = arena_printf(keep, "%s/%.*s", folder, STR_FMT(name));
	return e;
}
