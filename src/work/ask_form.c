#include "work/ask_form.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "base/yaml.h"
#include "declare/csv.h"
#include "report/ask_form.h"
#include "rules/answers.h"
#include "work/files.h"

#include <strings.h>

enum { MEMORY = 256 << 20 };

/* What somebody wrote for one question about one thing. */
struct cell {
	str question, about, value, reason;
	uint32_t line, column; /* of the value */
};

struct reading {
	struct interview *interview;
	const char *path;
	struct arena keep;
	VEC(struct cell) cells;
	str edition, author;
	const struct notes *notes;
	VEC(struct interview_given) given;
	struct ask_form_read end;
};

/* ---- the two ways of writing it ---------------------------------------------------------------------------------- */

static err refuse(struct reading *r, const char *why)
{
	note(r->notes, "%s: %s; \"assay ask FOLDER --form FILE\" writes one", r->path, why);
	return fail(&work_refused, 0);
}

static err read_yaml(struct reading *r, span text)
{
	struct yaml_problem problem = { 0 };
	const struct yaml *root = NULL, *list;

	if (yaml_parse(&r->keep, text, &root, &problem).is) {
		note(r->notes, "%s: line %u, column %u: %.*s", r->path, problem.line, problem.column,
			STR_FMT(problem.message));
		return fail(&work_refused, 0);
	}
	if (!root || !str_is(yaml_text(root, "form"), ASK_FORM_TITLE))
		return refuse(r, "is no form of the interview (\"form: " ASK_FORM_TITLE "\" is not in it)");
	r->edition = yaml_text(root, "edition");
	r->author = yaml_text(root, "author");
	list = yaml_get(root, "answers");
	for (const struct yaml *y = list ? list->first : NULL; y; y = y->next) {
		const struct yaml *value = yaml_get(y, "value"), *place = value ? value : y;

		*vec_add(&r->keep, &r->cells) = (struct cell){ .question = yaml_text(y, "question"),
			.about = yaml_text(y, "for"),
			.value = yaml_text(y, "value"),
			.reason = yaml_text(y, "reason"),
			.line = place->line,
			.column = place->column };
	}
	return OK;
}

/* What was written so that no office program takes it for a formula. */
static str without_mark(str cell)
{
	cell = str_trim(cell);
	if (cell.n < 2 || cell.p[0] != '\'' || !memchr("=+-@", cell.p[1], 4)) return cell;
	return (str){ cell.p + 1, cell.n - 1 };
}

static err read_table(struct reading *r, span text)
{
	static const char *const columns[] = { ASK_FORM_COLUMNS };
	enum { COLUMNS = sizeof(columns) / sizeof(*columns) };
	struct buf detail = { 0 };
	struct form_table t = { 0 };
	size_t at[COLUMNS];

	if (csv_read(&r->keep, str_from_span(text), &t, &detail).is) {
		note(r->notes, "%s: %.*s", r->path, STR_FMT(buf_all(&detail)));
		buf_free(&detail);
		return fail(&work_refused, 0);
	}
	buf_free(&detail);
	if (t.rows < 2 || t.columns < 2 || !str_is(str_trim(form_table_cell(&t, 0, 0)), ASK_FORM_TITLE))
		return refuse(r, "is no form of the interview (its first cell is not \"" ASK_FORM_TITLE "\")");
	r->edition = str_trim(form_table_cell(&t, 0, 1));
	for (size_t i = 0; i < COLUMNS; i++) {
		for (at[i] = 0; at[i] < t.columns; at[i]++)
			if (str_is(str_trim(form_table_cell(&t, 1, at[i])), columns[i])) break;
		if (at[i] < t.columns || (i != 0 && i != 1 && i + 2 < COLUMNS)) continue;
		note(r->notes, "%s: line %u: there is no column \"%s\"", r->path, t.lines[1], columns[i]);
		return fail(&work_refused, 0);
	}
	for (size_t row = 2; row < t.rows; row++)
		*vec_add(&r->keep, &r->cells) =
			(struct cell){ .question = without_mark(form_table_cell(&t, row, at[0])),
				.about = without_mark(form_table_cell(&t, row, at[1])),
				.value = without_mark(form_table_cell(&t, row, at[COLUMNS - 2])),
				.reason = without_mark(form_table_cell(&t, row, at[COLUMNS - 1])),
				.line = t.lines[row],
				.column = (uint32_t)at[COLUMNS - 2] + 1 };
	return OK;
}

static err read_form(struct reading *r)
{
	str name = str_of(r->path);
	span text;
	err e = file_read(r->path, &r->keep, LIMIT_DECLARATION, &text);

	if (e.is) {
		note_fault(r->notes, r->path, e, "");
		return fail(&work_refused, 0);
	}
	if (!utf8_is_valid(str_from_span(text)) || (text.n && memchr(text.p, '\0', text.n)))
		return refuse(r, "is no text (UTF-8)");
	if (str_ends(name, ".html") || str_ends(name, ".htm"))
		return refuse(
			r, "is the page itself: open it, fill it in, and read back the answers.csv that it saves");
	return str_ends(name, ".csv") || str_ends(name, ".tsv") ? read_table(r, text) : read_yaml(r, text);
}

/* ---- what is an answer ------------------------------------------------------------------------------------------- */

/* As the question writes it: "Yes" is yes. */
static str as_question_has_it(const struct question *q, str value)
{
	if (str_is(q->type, "yes/no") && value.n == 3 && strncasecmp(value.p, "yes", 3) == 0) return STR("yes");
	if (str_is(q->type, "yes/no") && value.n == 2 && strncasecmp(value.p, "no", 2) == 0) return STR("no");
	for (size_t i = 0; i < q->choice_count; i++)
		if (q->choices[i].n == value.n && value.n && strncasecmp(q->choices[i].p, value.p, value.n) == 0)
			return q->choices[i];
	return value;
}

static void judge_cell(struct reading *r, const struct cell *c)
{
	struct interview_given g = { .about = c->about, .reason = c->reason };
	const struct question *q = interview_question(r->interview, c->question, &r->keep);

	if (!c->value.n) {
		r->end.empty++;
		return;
	}
	r->end.refused++;
	if (!q) {
		note(r->notes, "%s: line %u, column %u: there is no question \"%.*s\" (any more)", r->path, c->line,
			c->column, STR_FMT(c->question));
		return;
	}
	if (c->about.n && !interview_knows(r->interview, c->about)) {
		note(r->notes, "%s: line %u, column %u: nothing is called \"%.*s\" (any more)", r->path, c->line,
			c->column, STR_FMT(c->about));
		return;
	}
	g.answer = (struct interview_answer){ q, as_question_has_it(q, c->value) };
	if (!interview_takes(q, g.answer.value)) {
		str wants = question_wants(&r->keep, q);

		note(r->notes, "%s: line %u, column %u: \"%.*s\" is no answer to %.*s: it takes %.*s", r->path, c->line,
			c->column, STR_FMT(c->value), STR_FMT(c->question), STR_FMT(wants));
		return;
	}
	r->end.refused--;
	*vec_add(&r->keep, &r->given) = g;
}

/* What was asked then and what is asked now may differ: each cell is looked at by itself. */
static void tell_edition(const struct reading *r)
{
	if (str_equal(r->edition, interview_edition(r->interview))) return;
	note(r->notes,
		"%s: the form is of another edition of the rules (%.*s; today it is %.*s): each cell is taken that "
		"still "
		"is an answer, and \"assay ask\" asks what is new",
		r->path, STR_FMT(r->edition), STR_FMT(interview_edition(r->interview)));
}

err ask_form_take(struct interview *i, const char *path, struct ask_form_read *ret, const struct notes *notes)
{
	struct reading r = { .interview = i, .path = path, .keep = arena_open(MEMORY), .notes = notes };
	err e = read_form(&r);

	if (!e.is) {
		tell_edition(&r);
		if (r.author.n && !interview_author(i).n) interview_name(i, r.author);
		for (size_t k = 0; k < r.cells.n; k++) judge_cell(&r, &r.cells.p[k]);
		if (r.given.n && !interview_author(i).n) e = refuse(&r, "nobody says who answered: give --author NAME");
	}
	if (!e.is && r.given.n) e = interview_take(i, r.given.p, r.given.n, &r.end.effect, notes);
	if (!e.is) {
		r.end.saved = r.given.n;
		*ret = r.end;
	}
	arena_close(&r.keep);
	return e;
}
