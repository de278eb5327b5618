#include "report/compare.h"

struct writer {
	const struct comparison *c;
	const struct text_style *style;
	struct buf *out;
};

/* How much is shown where not everything was asked for. */
enum { SENTENCES_OF_TOPIC = 3, MEETINGS_MOST = 12, CLASSES_MOST = 8, CORE_MOST = 12, PAIRS_MOST = 15 };

static size_t most(const struct writer *w, size_t few)
{
	return w->style->is_whole ? SIZE_MAX : few;
}

static void wrap(struct writer *w, const char *text, unsigned indent, unsigned hang)
{
	text_wrap(w->out, str_of(text), indent, hang, (unsigned)w->style->width);
}

static const char *plural(size_t n, const char *one, const char *many)
{
	return n == 1 ? one : many;
}

static void more(struct writer *w, size_t left, unsigned indent)
{
	if (left) buf_printf(w->out, "%*sand %zu more\n", (int)indent, "", left);
}

/* ---- who is compared --------------------------------------------------------------------------------------------- */

static void put_views(struct writer *w)
{
	text_heading(w->style, w->out, "Compared");
	buf_printf(
		w->out, "  %-22s %12s %7s %10s %11s\n", "scheme", "requirements", "checks", "questions", "judgements");
	for (size_t i = 0; i < w->c->view_count; i++) {
		const struct view *v = &w->c->views[i];

		buf_printf(w->out, "  %-22s %12zu %7zu %10zu %11zu\n", v->scheme->id.p, v->requirement_count,
			v->check_count, v->question_count, v->person_count);
	}
}

static void put_short(struct writer *w)
{
	const struct pair *p = &w->c->pairs[0];
	const struct view *a = &w->c->views[0], *b = &w->c->views[1];
	struct buf line = { 0 };

	if (w->c->view_count != 2) return;
	text_heading(w->style, w->out, "In short");
	buf_printf(&line,
		"%zu %s and %zu %s decide both; %s needs %zu more, %s %zu. %zu of the %zu requirements of %s and %zu "
		"of "
		"the %zu of %s share evidence.",
		p->common_checks, plural(p->common_checks, "check", "checks"), p->common_questions,
		plural(p->common_questions, "question", "questions"), a->scheme->id.p, p->only_a, b->scheme->id.p,
		p->only_b, p->met_a, a->requirement_count, a->scheme->id.p, p->met_b, b->requirement_count,
		b->scheme->id.p);
	text_wrap(w->out, buf_all(&line), 2, 2, (unsigned)w->style->width);
	buf_clear(&line);
	buf_printf(&line, "%zu %s; %s", p->conflicts, plural(p->conflicts, "conflict", "conflicts"),
		!p->conflicts   ? "nothing is in the way of meeting both."
		: p->impossible ? "some leave no behaviour that satisfies both."
				: "each has a behaviour that satisfies both.");
	text_wrap(w->out, buf_all(&line), 2, 2, (unsigned)w->style->width);
	buf_free(&line);
}

/* ---- deciders by topic ------------------------------------------------------------------------------------------- */

/* Questions have no topic: they stand under whom they are asked of. */
static str topic_of(const struct writer *w, size_t at)
{
	const struct check *c = decider_check(&w->c->deciders, at);

	if (c) return c->topic.n ? c->topic : STR("other");
	return str_is(decider_question(&w->c->deciders, at)->asked_of, "maker") ? STR("asked of the maker")
										: STR("asked of an assessor");
}

static bool was_shown(const struct writer *w, const uint64_t *set, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (set_has(set, i) && str_equal(topic_of(w, i), topic_of(w, at))) return true;
	return false;
}

static void put_topic(struct writer *w, const uint64_t *set, size_t first)
{
	size_t n = 0, shown = 0;

	for (size_t i = first; i < w->c->deciders.count; i++)
		n += set_has(set, i) && str_equal(topic_of(w, i), topic_of(w, first));
	buf_printf(w->out, "  %s (%zu)\n", topic_of(w, first).p, n);
	for (size_t i = first; i < w->c->deciders.count && shown < most(w, SENTENCES_OF_TOPIC); i++) {
		if (!set_has(set, i) || !str_equal(topic_of(w, i), topic_of(w, first))) continue;
		text_wrap(w->out, decider_asks(&w->c->deciders, i), 4, 6, (unsigned)w->style->width);
		shown++;
	}
	more(w, n - shown, 4);
}

static void put_deciders(struct writer *w, const uint64_t *set)
{
	for (size_t at = 0; at < w->c->deciders.count; at++)
		if (set_has(set, at) && !was_shown(w, set, at)) put_topic(w, set, at);
}

void compare_put_deciders(
	const struct comparison *c, const uint64_t *set, const struct text_style *style, struct buf *out)
{
	put_deciders(&(struct writer){ .c = c, .style = style, .out = out }, set);
}

static void put_common(struct writer *w)
{
	size_t n = w->c->core_count;

	if (w->c->view_count == 2)
		text_heading(w->style, w->out, "In common: what is shown once counts for both");
	else
		text_heading(w->style, w->out, "In common to all: what is shown once counts for each");
	if (!n) buf_text(w->out, "  Nothing.\n");
	put_deciders(w, w->c->core);
}

/* What no other of the compared schemes needs. */
static void put_alone(struct writer *w, struct arena scratch, size_t view)
{
	uint64_t *set = arena_array(&scratch, uint64_t, w->c->deciders.words);
	const struct view *v = &w->c->views[view];
	struct buf line = { 0 };
	size_t n;

	for (size_t at = 0; at < w->c->deciders.count; at++)
		if (set_has(v->deciders, at) && deciders_needed_by(w->c, at) == 1) set_add(set, at);
	n = set_count(set, w->c->deciders.words);
	buf_printf(&line, "%s adds %zu %s that no other needs", v->scheme->id.p, n,
		plural(n, "check or question", "checks and questions"));
	buf_char(&line, '\0');
	text_heading(w->style, w->out, line.p);
	buf_free(&line);
	put_deciders(w, set);
	if (v->person_count)
		buf_printf(w->out, "  and %zu %s that a person judges\n", v->person_count,
			plural(v->person_count, "requirement", "requirements"));
}

/* ---- what is needed by most, where there are many ---------------------------------------------------------------- */

static void put_most_needed(struct writer *w)
{
	text_heading(w->style, w->out, "Needed by most: show these first");
	for (size_t i = 0; i < w->c->check_count && i < most(w, CORE_MOST); i++) {
		const struct served *s = &w->c->checks[i];
		struct buf line = { 0 };

		buf_printf(&line, "%3zu of %zu  %s", s->schemes, w->c->view_count, s->what.p);
		text_wrap(w->out, buf_all(&line), 2, 14, (unsigned)w->style->width);
		buf_free(&line);
	}
}

static void put_alone_counts(struct writer *w)
{
	text_heading(w->style, w->out, "What each adds that no other needs (checks and questions)");
	for (size_t i = 0; i < w->c->view_count; i++) {
		size_t n = 0;

		for (size_t at = 0; at < w->c->deciders.count; at++)
			n += set_has(w->c->views[i].deciders, at) && deciders_needed_by(w->c, at) == 1;
		buf_printf(w->out, "  %-22s %4zu of %4zu\n", w->c->views[i].scheme->id.p, n,
			w->c->views[i].check_count + w->c->views[i].question_count);
	}
}

/* ---- pairs ------------------------------------------------------------------------------------------------------- */

static size_t weight(const struct pair *p)
{
	return p->common_checks + p->common_questions;
}

/* The heaviest that is lighter than the last one shown; the earlier of two equals. */
static const struct pair *next_pair(const struct comparison *c, const struct pair *last)
{
	const struct pair *best = NULL;

	for (size_t i = 0; i < c->pair_count; i++) {
		const struct pair *p = &c->pairs[i];

		if (last && (weight(p) > weight(last) || (weight(p) == weight(last) && p <= last))) continue;
		if (!best || weight(p) > weight(best)) best = p;
	}
	return best;
}

static void put_pairs(struct writer *w)
{
	const struct pair *p = NULL;
	size_t n = 0;

	text_heading(w->style, w->out, w->c->pair_count > PAIRS_MOST ? "Pairs that share most" : "Pair by pair");
	buf_printf(w->out, "  %-36s %6s %6s %6s %9s\n", "", "shared", "first", "second", "");
	buf_printf(w->out, "  %-36s %6s %6s %6s %9s\n", "", "", "adds", "adds", "conflicts");
	while (n < most(w, PAIRS_MOST) && (p = next_pair(w->c, p)) && ++n) {
		struct buf names = { 0 };

		buf_printf(&names, "%s + %s", w->c->views[p->a].scheme->id.p, w->c->views[p->b].scheme->id.p);
		buf_printf(w->out, "  %-36.*s %6zu %6zu %6zu %9zu\n", STR_FMT(buf_all(&names)), weight(p), p->only_a,
			p->only_b, p->conflicts);
		buf_free(&names);
	}
	more(w, w->c->pair_count - n, 2);
}

/* ---- requirements that meet -------------------------------------------------------------------------------------- */

static void put_meeting(struct writer *w, const struct pair *p, const struct meeting *m)
{
	const struct overlap *o = &m->overlap;
	bool is_turned = !w->c->views[p->a].takes[o->a->number];
	const struct requirement *a = is_turned ? o->b : o->a, *b = is_turned ? o->a : o->b;
	char sign = relation_sign(o->relation);

	if (is_turned && (sign == '<' || sign == '>')) sign = sign == '<' ? '>' : '<';
	buf_printf(w->out, "  %c %-20s %-20s %zu shared of %zu and %zu%s\n", sign, a->id.p, b->id.p, o->shared,
		is_turned ? o->of_b : o->of_a, is_turned ? o->of_a : o->of_b,
		m->mapped_count ? ", mapped"
		: o->shared     ? ""
				: ", other values");
}

static void put_meetings(struct writer *w)
{
	const struct pair *p = &w->c->pairs[0];
	const struct view *x = &w->c->views[0], *y = &w->c->views[1];
	size_t n = 0, shown = 0;

	text_heading(w->style, w->out, "Requirements that meet");
	if (p->same_requirements)
		buf_printf(w->out, "  %zu are taken by both from one catalogue\n", p->same_requirements);
	buf_printf(w->out,
		"  %zu pairs ask the same (=), %zu ask less (<), %zu more (>), %zu share\n  evidence (~), %zu are only "
		"mapped by somebody\n",
		p->meetings[RELATION_EQUAL], p->meetings[RELATION_SUBSET], p->meetings[RELATION_SUPERSET],
		p->meetings[RELATION_INTERSECTS], p->meetings[RELATION_NONE]);
	for (size_t i = 0; i < w->c->meeting_count; i++) {
		const struct overlap *o = &w->c->meetings[i].overlap;

		if (!o->relation) continue;
		if (!(x->takes[o->a->number] && y->takes[o->b->number]) &&
			!(x->takes[o->b->number] && y->takes[o->a->number]))
			continue;
		n++;
		if (shown == most(w, MEETINGS_MOST)) continue;
		shown++;
		put_meeting(w, p, &w->c->meetings[i]);
	}
	more(w, n - shown, 4);
}

/* ---- evidence ---------------------------------------------------------------------------------------------------- */

static void put_evidence(struct writer *w)
{
	size_t n = 0;

	text_heading(w->style, w->out, "Evidence that serves most");
	for (; n < w->c->class_count && n < most(w, CLASSES_MOST); n++) {
		const struct served *s = &w->c->classes[n];
		struct buf line = { 0 };

		buf_printf(&line, "%s: %zu %s of %zu %s; %s", s->what.p, s->requirements,
			plural(s->requirements, "requirement", "requirements"), s->schemes,
			plural(s->schemes, "scheme", "schemes"), s->bring.p);
		text_wrap(w->out, buf_all(&line), 2, 4, (unsigned)w->style->width);
		buf_free(&line);
	}
	more(w, w->c->class_count - n, 2);
}

void report_compare_text(const struct comparison *c, const struct text_style *style, struct buf *out)
{
	struct writer w = { .c = c, .style = style, .out = out };
	struct arena scratch = arena_open((size_t)1 << 20);
	bool is_many = c->view_count > 6;

	put_views(&w);
	put_short(&w);
	if (is_many)
		put_most_needed(&w);
	else
		put_common(&w);
	for (size_t i = 0; i < c->view_count && !is_many; i++) put_alone(&w, scratch, i);
	if (is_many) put_alone_counts(&w);
	if (c->view_count == 2)
		put_meetings(&w);
	else
		put_pairs(&w);
	compare_put_contrasts(c, style, out);
	put_evidence(&w);
	text_heading(w.style, w.out, "More");
	wrap(&w, "--whole shows everything, --json has it for machines, --html FILE draws it.", 2, 2);
	arena_close(&scratch);
}
