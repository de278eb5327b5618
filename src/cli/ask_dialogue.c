#include "cli/ask_dialogue.h"

#include "report/ask.h"
#include "report/text.h"
#include "rules/answers.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { MEMORY = 64 << 20, CHOICES_TRIED = 6 };

/* A question about one of its rows (empty: the product), as it was when it was asked, and what came of it. */
struct asked {
	const struct question *question;
	const struct interview_answer *joined; /* of a group */
	size_t joined_count;
	str group;
	str row, value; /* value: empty: it was set aside */
};

struct dialogue {
	struct interview *interview;
	struct ask_input *in;
	struct arena keep;
	VEC(struct asked) aside;   /* skipped, or not known */
	VEC(struct asked) history; /* answered or set aside, the last one last */
	VEC(str) known;            /* ids of questions that were seen to be open */
	size_t answered;
	bool is_over;
};

/* ---- lines in and out -------------------------------------------------------------------------------------------- */

static void put_all(struct buf *out)
{
	put(out);
	fflush(stdout);
}

static bool read_line(struct dialogue *d, const char *prompt, str *ret)
{
	bool has_line = ask_line(d->in, prompt, ret);

	d->is_over |= !has_line;
	return has_line;
}

static bool is_word(str s, const char *word, const char *letter)
{
	return ask_is_word(s, word, letter);
}

/* ---- which is next ----------------------------------------------------------------------------------------------- */

static bool is_aside(const struct dialogue *d, str id, str row)
{
	for (size_t i = 0; i < d->aside.n; i++)
		if (str_equal(d->aside.p[i].question->id, id) && str_equal(d->aside.p[i].row, row)) return true;
	return false;
}

struct asked_place {
	const struct interview_step *step;
	size_t row;
};

/* Of each question the rows in their order. */
static bool next_place(const struct dialogue *d, struct asked_place *ret)
{
	const struct interview_plan *p = interview_steps(d->interview);

	for (size_t i = 0; i < p->step_count; i++) {
		const struct interview_step *s = &p->steps[i];

		for (size_t k = 0; k < (s->row_count ? s->row_count : 1); k++) {
			str row = s->row_count ? s->rows[k].name : (str){ 0 };

			if (is_aside(d, s->question->id, row)) continue;
			*ret = (struct asked_place){ .step = s, .row = k };
			return true;
		}
	}
	return false;
}

/* Where it is still open. */
static bool place_of_asked(const struct dialogue *d, const struct asked *a, struct asked_place *ret)
{
	const struct interview_step *s = interview_step(interview_steps(d->interview), a->question->id);

	if (!s) return false;
	*ret = (struct asked_place){ .step = s };
	if (!a->row.n) return true;
	while (ret->row < s->row_count && !str_equal(s->rows[ret->row].name, a->row)) ret->row++;
	return ret->row < s->row_count;
}

/* A question that outlives the judgement that it was made for. */
static const struct question *kept(struct dialogue *d, const struct question *q)
{
	struct question *copy = arena_new(&d->keep, struct question);

	*copy = *q;
	copy->id = arena_str(&d->keep, q->id);
	copy->good = arena_array(&d->keep, str, q->good_count + 1);
	for (size_t i = 0; i < q->good_count; i++) copy->good[i] = arena_str(&d->keep, q->good[i]);
	return copy;
}

static struct asked about_of(struct dialogue *d, const struct asked_place *p)
{
	const struct interview_step *s = p->step;

	struct interview_answer *joined = arena_array(&d->keep, struct interview_answer, s->joined_count + 1);

	for (size_t i = 0; i < s->joined_count; i++)
		joined[i] = (struct interview_answer){ kept(d, s->joined[i].question), s->joined[i].value };
	return (struct asked){ .question = kept(d, s->question),
		.joined = joined,
		.joined_count = s->joined_count,
		.group = s->group ? s->group->id : (str){ 0 },
		.row = s->row_count ? arena_str(&d->keep, s->rows[p->row].name) : (str){ 0 } };
}

/* ---- the choices ------------------------------------------------------------------------------------------------- */

struct choices {
	const str *values;
	size_t count;
};

static struct choices choices_of(const struct question *q)
{
	static const str yes_no[] = { { "yes", 3 }, { "no", 2 } };

	if (str_is(q->type, "yes/no")) return (struct choices){ yes_no, 2 };
	return (struct choices){ q->choices, q->choice_count };
}

/* What is said by a value: of a group all its questions. */
static struct said said_of(const struct asked *about, const struct interview_answer *own, const str *rows, size_t count)
{
	bool is_all = about->joined_count && str_equal(own->value, interview_all_so);

	return (struct said){ .answers = is_all ? about->joined : own,
		.answer_count = is_all ? about->joined_count : 1,
		.rows = rows,
		.row_count = count };
}

static void put_effect(
	struct dialogue *d, const struct asked *about, str value, const char *label, unsigned width, struct buf *out)
{
	struct interview_answer own = { about->question, value };
	struct said s = said_of(about, &own, &about->row, about->row.n != 0);
	const struct interview_effect *effect;
	struct buf line = { 0 };

	buf_printf(&line, "%s", label);
	if (about->joined_count && !str_equal(value, interview_all_so)) {
		buf_text(&line, " - each of them is asked");
	} else if (value.n && !interview_try(d->interview, &s, &effect).is) {
		buf_text(&line, " - ");
		report_ask_effect(effect, &line);
	}
	text_wrap(out, buf_all(&line), 2, 6, width);
	buf_free(&line);
}

static void put_number_wanted(const struct question *q, struct buf *out)
{
	for (size_t i = 0; i < q->good_count && str_is(q->type, "number"); i++)
		buf_printf(out, "  Wanted: %.*s\n", STR_FMT(q->good[i]));
}

static void put_choices(struct dialogue *d, const struct asked *about, unsigned width, struct buf *out)
{
	const struct question *q = about->question;
	struct choices c = choices_of(q);
	bool is_tried = c.count <= CHOICES_TRIED && !str_is(q->type, "words");

	for (size_t i = 0; i < c.count; i++) {
		char label[200];

		snprintf(label, sizeof(label), "%zu  %.*s", i + 1, STR_FMT(c.values[i]));
		put_effect(d, about, is_tried ? c.values[i] : (str){ 0 }, label, width, out);
	}
	if (!c.count) {
		if (str_is(q->type, "text")) put_effect(d, about, STR("..."), "in words", width, out);
		if (str_is(q->type, "text")) put_effect(d, about, STR("none"), "none", width, out);
		put_number_wanted(q, out);
	}
}

static void put_ways(const struct question *q, size_t rows, unsigned width, struct buf *out)
{
	struct buf line = { 0 };
	struct choices c = choices_of(q);

	if (c.count && str_is(q->type, "words"))
		buf_text(&line, "Type the numbers, with commas: 1,3");
	else if (c.count)
		buf_text(&line, "Type a number; a reason may follow it (1 because it is so)");
	else if (str_is(q->type, "number"))
		buf_text(&line, "Type a number");
	else if (str_is(q->type, "date"))
		buf_text(&line, "Type a day, as 2027-05-31");
	else
		buf_text(&line, "Type the answer");
	if (rows > 1) buf_printf(&line, "; \"all %s\" says the same for all %zu", c.count ? "1" : "...", rows);
	buf_text(&line, ". k not known, s skip, b back, q stop, ? why");
	text_wrap(out, buf_all(&line), 0, 0, width);
	buf_free(&line);
}

/* ---- what was typed ---------------------------------------------------------------------------------------------- */

struct typed {
	str value, reason;
	bool is_for_all;
};

/* A number of the list, or one of its words; what follows is the reason. */
static bool choice_typed(const struct choices *c, str text, str *ret_value, str *ret_reason)
{
	str rest = text, word = { 0 };
	uint64_t number;

	if (!str_word(&rest, &word)) return false;
	if (str_to_u64(word, 10, &number) && number >= 1 && number <= c->count) {
		*ret_value = c->values[number - 1];
		*ret_reason = str_trim(rest);
		return true;
	}
	for (size_t i = 0; i < c->count; i++) {
		if (text.n < c->values[i].n || strncasecmp(text.p, c->values[i].p, c->values[i].n)) continue;
		rest = (str){ text.p + c->values[i].n, text.n - c->values[i].n };
		if (rest.n && rest.p[0] != ' ' && rest.p[0] != ',') continue;
		*ret_value = c->values[i];
		*ret_reason = str_trim(rest);
		return true;
	}
	return false;
}

/* "1,3" or "GB, DE". */
static bool words_typed(struct dialogue *d, const struct choices *c, str text, str *ret_value)
{
	str all = { 0 }, rest = text, part, value, reason;

	while (str_split(&rest, ',', &part)) {
		if (!choice_typed(c, str_trim(part), &value, &reason) || reason.n) return false;
		all = arena_join(&d->keep, all, ",", value);
	}
	*ret_value = all;
	return all.n > 0;
}

static bool typed(struct dialogue *d, const struct question *q, str line, struct typed *ret)
{
	struct choices c = choices_of(q);
	struct typed t = { 0 };
	bool is_known;

	if (str_starts(line, "all ")) {
		t.is_for_all = true;
		line = str_trim((str){ line.p + 4, line.n - 4 });
	}
	if (str_is(q->type, "words"))
		is_known = words_typed(d, &c, line, &t.value);
	else if (c.count)
		is_known = choice_typed(&c, line, &t.value, &t.reason);
	else
		is_known = line.n > 0, t.value = line;
	if (!is_known || !interview_takes(q, t.value)) return false;
	t.value = arena_str(&d->keep, t.value);
	t.reason = arena_str(&d->keep, t.reason);
	*ret = t;
	return true;
}

/* ---- saying it --------------------------------------------------------------------------------------------------- */

/* A number that grows says why. */
static void put_new_questions(struct dialogue *d, unsigned width, struct buf *out)
{
	const struct interview_plan *p = interview_steps(d->interview);
	struct buf line = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < p->step_count; i++) {
		str id = p->steps[i].question->id;
		bool is_known = false;

		for (size_t k = 0; k < d->known.n; k++) is_known |= str_equal(d->known.p[k], id);
		if (is_known) continue;
		*vec_add(&d->keep, &d->known) = arena_str(&d->keep, id);
		buf_printf(&line, "%s\"%.*s\"", n ? ", " : "", STR_FMT(p->steps[i].question->sentence));
		n++;
		if (n == 3) buf_text(&line, " ...");
		if (n >= 3) line.n = line.n < 400 ? line.n : 400;
	}
	if (n && d->answered) {
		struct buf all = { 0 };

		buf_printf(&all, "%zu more question%s now, because of this answer: ", n, n == 1 ? "" : "s");
		buf_str(&all, buf_all(&line));
		text_wrap(out, buf_all(&all), 0, 2, width);
		buf_free(&all);
	}
	buf_free(&line);
}

static int say_it(
	struct dialogue *d, const struct asked *about, const struct interview_step *step, const struct typed *t)
{
	bool is_for_all = t->is_for_all && step && step->row_count;
	size_t n = is_for_all ? step->row_count : about->row.n != 0;
	str *rows = arena_array(&d->keep, str, n + 1);
	unsigned width = (unsigned)terminal_width();
	const struct interview_effect *effect;
	struct buf out = { 0 }, line = { 0 };

	rows[0] = about->row;
	for (size_t i = 0; is_for_all && i < n; i++) rows[i] = arena_str(&d->keep, step->rows[i].name);

	struct interview_answer own = { about->question, t->value };
	struct said s = said_of(about, &own, rows, n);

	s.reason = t->reason;

	int status = status_after(interview_say(d->interview, &s, &effect, &talk));

	if (status != EXIT_PASS) return status;
	d->answered++;
	struct asked said = *about;

	said.value = t->value;
	*vec_add(&d->keep, &d->history) = said;
	buf_text(&line, "Saved: ");
	report_ask_effect(effect, &line);
	text_wrap(&out, buf_all(&line), 0, 2, width);
	put_new_questions(d, width, &out);
	buf_char(&out, '\n');
	buf_free(&line);
	put_all(&out);
	return EXIT_PASS;
}

/* ---- one question ------------------------------------------------------------------------------------------------ */

static void show(struct dialogue *d, const struct asked *about, const struct asked_place *at)
{
	unsigned width = (unsigned)terminal_width();
	const struct interview_step *step = at ? at->step : NULL;
	struct buf out = { 0 };

	report_ask_progress(d->answered, interview_steps(d->interview), &d->keep, width, &out);
	report_ask_question(about->question, about->joined, about->joined_count, about->row, at ? at->row : 0,
		step ? step->row_count : 1, width, &out);
	if (about->value.n) {
		struct buf line = { 0 };

		buf_text(&line, "Your answer so far: ");
		buf_visible(&line, about->value);
		text_wrap(&out, buf_all(&line), 0, 2, width);
		buf_char(&out, '\n');
		buf_free(&line);
	}
	put_choices(d, about, width, &out);
	buf_char(&out, '\n');
	put_ways(about->question, step ? step->row_count : 1, width, &out);
	put_all(&out);
}

static void why(const struct interview_step *step)
{
	struct buf out = { 0 };

	if (step)
		report_ask_why(step, (unsigned)terminal_width(), &out);
	else
		buf_text(&out, "It was answered already; a new answer replaces the old one.\n");
	put_all(&out);
}

static void set_aside(struct dialogue *d, const struct asked *about, const char *told)
{
	*vec_add(&d->keep, &d->aside) = *about;
	*vec_add(&d->keep, &d->history) = *about;
	d->history.p[d->history.n - 1].value = (str){ 0 };
	printf("%s\n\n", told);
}

/* Asks until there is an answer, or another way on. ret_back: the one before is wanted. */
static int ask_one(struct dialogue *d, const struct asked *about, const struct asked_place *at, bool *ret_back)
{
	const struct interview_step *step = at ? at->step : NULL;
	struct typed t;
	str line;

	show(d, about, at);
	while (read_line(d, "> ", &line)) {
		if (!line.n) continue;
		if (is_word(line, "stop", "q")) {
			d->is_over = true;
			return EXIT_PASS;
		}
		if (is_word(line, "back", "b")) {
			*ret_back = true;
			return EXIT_PASS;
		}
		if (is_word(line, "skip", "s")) {
			set_aside(d, about, "Skipped.");
			return EXIT_PASS;
		}
		if (is_word(line, "not known", "k")) {
			set_aside(d, about, "It stays open.");
			return EXIT_PASS;
		}
		if (is_word(line, "why", "?")) {
			why(step);
			continue;
		}
		if (typed(d, about->question, line, &t)) {
			if (!about->group.n || str_equal(t.value, interview_all_so)) return say_it(d, about, step, &t);
			interview_take_apart(d->interview, about->group);
			return EXIT_PASS;
		}

		str wants = question_wants(&d->keep, about->question);

		printf("That is no answer to it: it takes %.*s.\n", STR_FMT(wants));
	}
	return EXIT_PASS;
}

static void take_back_aside(struct dialogue *d, const struct asked *a)
{
	for (size_t i = 0; i < d->aside.n; i++) {
		if (!str_equal(d->aside.p[i].question->id, a->question->id) || !str_equal(d->aside.p[i].row, a->row))
			continue;
		d->aside.p[i] = d->aside.p[--d->aside.n];
		return;
	}
}

/* The one before, answered or not. */
static bool go_back(struct dialogue *d, struct asked *ret)
{
	if (!d->history.n) {
		puts("There is nothing before it.\n");
		return false;
	}
	*ret = d->history.p[--d->history.n];
	if (!ret->value.n) take_back_aside(d, ret);
	return true;
}

static int ask_who(struct dialogue *d)
{
	str line;

	while (!interview_author(d->interview).n) {
		if (!read_line(d, "Who answers? Your name, as it shall stand beside each answer: ", &line))
			return EXIT_USAGE;
		if (line.n) interview_name(d->interview, arena_str(&d->keep, line));
	}
	return EXIT_PASS;
}

static void tell_end(struct dialogue *d, const char *path)
{
	const struct interview_plan *p = interview_steps(d->interview);

	printf("%zu answer%s saved. ", d->answered, d->answered == 1 ? "" : "s");
	if (p->step_count)
		printf("%zu question%s left.\n", p->step_count, p->step_count == 1 ? " is" : "s are");
	else
		puts("No question is left that you can answer.");
	if (p->for_others)
		printf("%zu more need%s an assessor or a laboratory: \"assay next %s\" lists them.\n", p->for_others,
			p->for_others == 1 ? "s" : "", path);
	printf("Now: assay check %s\n", path);
}

int ask_dialogue(struct interview *i, struct ask_input *in, const char *path)
{
	struct dialogue d = { .interview = i, .in = in, .keep = arena_open(MEMORY) };
	struct buf none = { 0 };
	bool is_back = false;
	int status = ask_who(&d);

	put_new_questions(&d, 80, &none);
	while (status == EXIT_PASS && !d.is_over) {
		struct asked_place at;
		struct asked about;
		bool has_back = is_back && go_back(&d, &about);
		bool has_place = has_back ? place_of_asked(&d, &about, &at) : next_place(&d, &at);

		is_back = false;
		if (!has_back && !has_place) break;
		if (!has_back) about = about_of(&d, &at);
		status = ask_one(&d, &about, has_place ? &at : NULL, &is_back);
	}
	if (status == EXIT_PASS) tell_end(&d, path);
	arena_close(&d.keep);
	return status;
}
