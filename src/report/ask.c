#include "report/ask.h"

#include "report/text.h"
#include "report/values.h"

/* ---- how far ----------------------------------------------------------------------------------------------------- */

void report_ask_progress(
	size_t asked, const struct interview_plan *p, struct arena *keep, unsigned width, struct buf *out)
{
	struct buf line = { 0 };
	size_t count;
	const struct market_count *markets = interview_markets(p, keep, &count);

	buf_printf(&line, "Question %zu, %zu left", asked + 1, p->step_count);
	for (size_t i = 0; i < count; i++)
		buf_printf(&line, "%s%.*s %zu", i ? ", " : ": ", STR_FMT(markets[i].market), markets[i].steps);
	text_wrap(out, buf_all(&line), 0, 2, width);
	buf_free(&line);
}

/* ---- the question ------------------------------------------------------------------------------------------------ */

/* A statement of a group: the question, and what is said to it. */
static void put_joined(const struct interview_answer *a, unsigned width, struct buf *out)
{
	struct buf line = { 0 };

	buf_printf(&line, "- %.*s ", STR_FMT(a->question->plain.n ? a->question->plain : a->question->sentence));
	buf_visible(&line, a->value);
	text_wrap(out, buf_all(&line), 2, 4, width);
	buf_free(&line);
}

void report_ask_question(const struct question *q, const struct interview_answer *joined, size_t joined_count, str row,
	size_t at, size_t of, unsigned width, struct buf *out)
{
	struct buf line = { 0 };

	buf_char(out, '\n');
	text_wrap(out, q->plain.n ? q->plain : q->sentence, 0, 0, width);
	for (size_t i = 0; i < joined_count; i++) put_joined(&joined[i], width, out);
	if (row.n) {
		buf_text(&line, "About: ");
		buf_visible(&line, row);
		buf_printf(&line, " (%.*s", STR_FMT(q->for_kind));
		if (of > 1) buf_printf(&line, " %zu of %zu", at + 1, of);
		buf_char(&line, ')');
		text_wrap(out, buf_all(&line), 0, 7, width);
	} else if (q->for_kind.n) {
		buf_printf(&line, "Of each %.*s: none is listed yet, so the answer counts for all of them",
			STR_FMT(q->for_kind));
		text_wrap(out, buf_all(&line), 0, 2, width);
	}
	line.n = 0;
	if (q->example.n) {
		buf_printf(&line, "Example: %.*s", STR_FMT(q->example));
		text_wrap(out, buf_all(&line), 0, 9, width);
	}
	buf_char(out, '\n');
	buf_free(&line);
}

/* ---- why --------------------------------------------------------------------------------------------------------- */

static void put_reached(const struct reached *all, size_t count, unsigned width, struct buf *out)
{
	const struct scheme_result *last = NULL;
	struct buf line = { 0 };

	for (size_t i = 0; i < count; i++) {
		const struct reached *r = &all[i];

		if (r->scheme != last) {
			if (line.n) text_wrap(out, buf_all(&line), 2, 4, width);
			line.n = 0;
			buf_printf(&line, "%.*s:", STR_FMT(r->scheme->scheme->title));
		}
		buf_printf(&line, "%s %.*s", r->scheme == last ? "," : "", STR_FMT(r->requirement->requirement->id));
		if (!r->is_needed) buf_text(&line, " (recommended)");
		last = r->scheme;
	}
	if (line.n) text_wrap(out, buf_all(&line), 2, 4, width);
	buf_free(&line);
}

void report_ask_why(const struct interview_step *step, unsigned width, struct buf *out)
{
	const struct question *q = step->question;
	struct buf line = { 0 };

	text_wrap(out, q->why.n ? q->why : STR("These requirements wait for it."), 0, 0, width);
	if (step->owed) put_reached(step->owed->reached, step->owed->reached_count, width, out);
	if (step->scope) put_reached(step->scope->reached, step->scope->reached_count, width, out);
	for (size_t i = 0; step->scope && i < step->scope->scheme_count; i++) {
		const struct scheme *s = step->scope->schemes[i]->scheme;

		line.n = 0;
		buf_printf(&line, "%.*s (%.*s)", STR_FMT(s->title), STR_FMT(s->market));
		text_wrap(out, buf_all(&line), 2, 4, width);
	}
	line.n = 0;
	if (q->evidence.n) {
		buf_printf(&line, "Keep at hand as proof: %.*s", STR_FMT(q->evidence));
		text_wrap(out, buf_all(&line), 0, 2, width);
	}
	buf_printf(out, "Recorded as: %.*s\n", STR_FMT(q->id));
	buf_free(&line);
}

/* ---- what an answer does ----------------------------------------------------------------------------------------- */

enum { NAMED = 2 };

static void put_changed(
	struct buf *out, const struct changed_requirement *all, size_t count, const char *one, const char *many)
{
	if (!count) return;
	buf_printf(out, "%s%zu %s (", out->n ? "; " : "", count, count == 1 ? one : many);
	for (size_t i = 0; i < count && i < NAMED; i++)
		buf_printf(out, "%s%.*s %.*s", i ? ", " : "", STR_FMT(all[i].scheme->scheme->id),
			STR_FMT(all[i].requirement->requirement->id));
	buf_text(out, count > NAMED ? ", ...)" : ")");
}

static void put_scheme(struct buf *out, const struct changed_scheme *c)
{
	static const char *const words[] = {
		[APPLIES_NO] = "does not apply", [APPLIES_MAYBE] = "may apply", [APPLIES_YES] = "applies"
	};

	buf_printf(out, "%s%.*s %s", out->n ? "; " : "", STR_FMT(c->scheme->id), words[c->after]);
}

void report_ask_effect(const struct interview_effect *e, struct buf *out)
{
	struct buf line = { 0 };

	for (size_t i = 0; i < e->scheme_count && i < 2 * NAMED; i++) put_scheme(&line, &e->schemes[i]);
	if (e->scheme_count > 2 * NAMED) buf_printf(&line, " and %zu more", e->scheme_count - 2 * NAMED);
	put_changed(&line, e->passes, e->pass_count, "requirement passes", "requirements pass");
	put_changed(&line, e->fails, e->fail_count, "requirement FAILS", "requirements FAIL");
	put_changed(&line, e->spares, e->spare_count, "asks nothing more", "ask nothing more");
	put_changed(&line, e->opens, e->open_count, "is open again", "are open again");
	if (!line.n) buf_text(&line, "nothing is decided by this alone; other questions remain");
	buf_str(out, buf_all(&line));
	buf_free(&line);
}

/* ---- for programs ------------------------------------------------------------------------------------------------ */

static json_t *json_of_strs(const str *all, size_t count)
{
	json_t *list = json_array();

	for (size_t i = 0; i < count; i++) json_array_append_new(list, json_of_str(all[i]));
	return list;
}

static json_t *json_of_joined(const struct interview_step *step)
{
	json_t *o = json_object();

	for (size_t i = 0; i < step->joined_count; i++)
		json_object_set_new(o, step->joined[i].question->id.p, json_of_str(step->joined[i].value));
	return o;
}

static json_t *json_of_step(const struct interview_step *step)
{
	const struct question *q = step->question;
	json_t *o = json_object(), *rows = json_array();

	set_str(o, "question", q->id);
	set_str(o, "plain", q->plain.n ? q->plain : q->sentence);
	set_str_if(o, "why", q->why);
	set_str_if(o, "example", q->example);
	set_str(o, "type", q->type);
	if (step->joined_count) json_object_set_new(o, "joined", json_of_joined(step));
	if (q->choice_count) json_object_set_new(o, "choices", json_of_strs(q->choices, q->choice_count));
	set_str_if(o, "for", q->for_kind);
	for (size_t i = 0; i < step->row_count; i++) json_array_append_new(rows, json_of_str(step->rows[i].name));
	json_object_set_new(o, "rows", rows);
	if (step->owed) set_str(o, "asked_of", str_of(asked_of_word(step->owed->asked_of)));
	json_object_set_new(o, "markets", json_of_strs(step->markets, step->market_count));
	return o;
}

void report_ask_json(const struct interview_plan *p, struct arena *keep, struct buf *out)
{
	json_t *root = json_object(), *list = json_array(), *markets = json_object();
	size_t count;
	const struct market_count *of = interview_markets(p, keep, &count);

	for (size_t i = 0; i < count; i++)
		json_object_set_new(markets, arena_cstr(keep, of[i].market), json_integer((json_int_t)of[i].steps));
	for (size_t i = 0; i < p->step_count; i++) json_array_append_new(list, json_of_step(&p->steps[i]));
	json_object_set_new(root, "left", json_integer((json_int_t)p->step_count));
	json_object_set_new(root, "questions_in_all", json_integer((json_int_t)p->question_count));
	json_object_set_new(root, "for_others", json_integer((json_int_t)p->for_others));
	json_object_set_new(root, "markets", markets);
	json_object_set_new(root, "questions", list);
	write_json(root, out, JSON_INDENT(1));
	json_decref(root);
}
