/* The schemes of the text report: a line each, and below it what the verdict rests on besides the evidence. */
#include "report/writer.h"

static void write_note(struct writer *w, struct buf *text)
{
	text_lines(w, buf_all(text), 4, 6);
	text->n = 0;
}

/* Below the line of a scheme: what its verdict is besides that of the evidence. */
static void write_notes(struct writer *w, const struct scheme_result *s)
{
	const struct counts *c = &s->ahead.mandatory;
	struct buf text = { 0 };

	if (s->scheme->nothing_binds.n) {
		buf_str(&text, s->why);
		write_note(w, &text);
	}
	if (s->is_judged && !s->basis && s->assessed) {
		buf_str(&text, s->why);
		write_note(w, &text);
	}
	if (s->basis) {
		buf_printf(&text, "%.*s; by the evidence alone it %s", STR_FMT(s->why),
			s->device == VERDICT_FAIL ? "fails" : "is open");
		write_note(w, &text);
	}
	for (size_t i = 0; i < s->recognition_count; i++) {
		const struct recognition *n = &s->recognitions[i];

		if (n->counts && s->basis == SETTLED_RECOGNISED) continue;
		buf_printf(&text, "the %.*s %.*s%s%.*s %s: %.*s", STR_FMT(n->certificate->kind),
			STR_FMT(n->certificate->scheme), STR_AFTER(" ", n->certificate->level),
			n->counts ? "is recognised" : "does not count", STR_FMT(n->why));
		if (n->counts) buf_printf(&text, "; it settles %zu of %zu", n->covered, s->requirement_count);
		write_note(w, &text);
	}
	for (size_t i = 0; i < s->spared_count; i++) {
		const struct spared *n = &s->spared[i];

		buf_printf(&text, "%zu %s not asked of these units: %.*s (%.*s)", n->count,
			n->count == 1 ? "requirement is" : "requirements are", STR_FMT(n->why), STR_FMT(n->clause));
		write_note(w, &text);
	}
	if (s->ahead.on.n) {
		buf_printf(&text, "from %.*s more is asked; judged ahead for then: %s (%u fail, %u open, %u pass)",
			STR_FMT(s->ahead.on), verdict_word(s->ahead.verdict), c->fail, c->inconclusive, c->pass);
		write_note(w, &text);
	}
	if (s->has_system) {
		buf_printf(&text, "of the system: %s; %.*s", verdict_word(s->system), STR_FMT(s->system_why));
		write_note(w, &text);
	}
	buf_free(&text);
}

static void write_scheme(struct writer *w, const struct scheme_result *s)
{
	struct buf line = { 0 };

	buf_text(w->out, "  ");
	text_colour(w, text_colour_of(s->verdict));
	buf_printf(w->out, "%s %-13s", text_mark(s->verdict), verdict_word(s->verdict));
	if (s->verdict == VERDICT_NOT_APPLICABLE) buf_char(w->out, ' ');
	text_colour(w, "0");
	buf_printf(w->out, "%-20.*s", STR_FMT(s->scheme->id));
	if (s->scheme->nothing_binds.n)
		buf_text(w->out, "  nothing of it binds");
	else
		buf_printf(w->out, "%3u fail %3u open %3u pass", s->mandatory.fail, s->mandatory.inconclusive,
			s->mandatory.pass);
	if (s->applies == APPLIES_MAYBE) buf_text(&line, "may apply");
	if (!s->is_in_force) buf_printf(&line, "%snot in force", line.n ? ", " : "");
	/* Before it stand 66 columns. */
	if (line.n)
		buf_printf(w->out, "%s%.*s", 66 + line.n > (size_t)w->style->width ? "\n    " : "  ",
			STR_FMT(buf_all(&line)));
	buf_char(w->out, '\n');
	buf_free(&line);
	write_notes(w, s);
}

/* ---- what may bind ----------------------------------------------------------------------------------------------- */

static void write_question(struct writer *w, const struct scope_question *q)
{
	struct buf text = { 0 };

	buf_printf(&text, "%.*s: %.*s - %.*s", STR_FMT(q->section), STR_FMT(q->name), STR_FMT(q->asks));
	if (!q->profile) buf_text(&text, " (yes, no)");
	for (size_t i = 0; q->profile && i < q->profile->value_count; i++)
		buf_printf(&text, "%s%.*s", i ? ", " : " (", STR_FMT(q->profile->values[i]));
	if (q->profile && q->profile->value_count) buf_char(&text, ')');
	text_lines(w, buf_all(&text), 2, 4);
	text.n = 0;
	buf_text(&text, "decides about");
	for (size_t i = 0, n = 0; i < w->j->scheme_count; i++)
		for (size_t k = 0; k < w->j->schemes[i].question_count; k++)
			if (str_equal(w->j->schemes[i].questions[k].name, q->name))
				buf_printf(&text, "%s%.*s", n++ ? ", " : " ", STR_FMT(w->j->schemes[i].scheme->id));
	text_lines(w, buf_all(&text), 4, 6);
	buf_free(&text);
}

static bool is_asked_before(const struct judgement *j, size_t scheme, size_t question)
{
	str name = j->schemes[scheme].questions[question].name;

	for (size_t i = 0; i <= scheme; i++)
		for (size_t k = 0; k < (i < scheme ? j->schemes[i].question_count : question); k++)
			if (str_equal(j->schemes[i].questions[k].name, name)) return true;
	return false;
}

static void write_scope(struct writer *w)
{
	bool has_heading = false;

	for (size_t i = 0; i < w->j->scheme_count; i++) {
		if (!w->j->schemes[i].is_judged) continue;
		for (size_t k = 0; k < w->j->schemes[i].question_count; k++) {
			if (is_asked_before(w->j, i, k)) continue;
			if (!has_heading)
				text_heading(w->style, w->out, "Answer these first: they decide which laws apply");
			has_heading = true;
			write_question(w, &w->j->schemes[i].questions[k]);
		}
	}
}

/* Days that nobody said: units of the day judged for are meant, and older ones may be free of a law. */
static void write_day(struct writer *w, const struct sold_unit_question *q)
{
	struct buf text = { 0 };
	size_t n = 0;

	buf_printf(&text, "%.*s: %.*s - %.*s", STR_FMT(q->asks.section), STR_FMT(q->asks.name), STR_FMT(q->asks.asks));
	text_lines(w, buf_all(&text), 2, 4);
	text.n = 0;
	buf_text(&text, "not bound before:");
	for (size_t i = 0; i < w->j->scheme_count; i++) {
		const struct scheme_result *s = &w->j->schemes[i];

		for (size_t k = 0; s->is_judged && k < s->sold_unit_question_count; k++)
			if (str_equal(s->sold_unit_questions[k].asks.name, q->asks.name))
				buf_printf(&text, "%s%.*s %.*s%s", n++ ? ", " : " ", STR_FMT(s->scheme->id),
					STR_FMT(s->sold_unit_questions[k].from),
					s->sold_unit_questions[k].is_of_part ? " (a part)" : "");
	}
	text_lines(w, buf_all(&text), 4, 6);
	buf_free(&text);
}

static bool is_day_told(const struct judgement *j, size_t scheme, size_t day)
{
	str name = j->schemes[scheme].sold_unit_questions[day].asks.name;

	for (size_t i = 0; i <= scheme; i++)
		for (size_t k = 0;
			j->schemes[i].is_judged && k < (i < scheme ? j->schemes[i].sold_unit_question_count : day); k++)
			if (str_equal(j->schemes[i].sold_unit_questions[k].asks.name, name)) return true;
	return false;
}

static void write_days(struct writer *w)
{
	bool has_heading = false;

	for (size_t i = 0; i < w->j->scheme_count; i++) {
		for (size_t k = 0; w->j->schemes[i].is_judged && k < w->j->schemes[i].sold_unit_question_count; k++) {
			if (is_day_told(w->j, i, k)) continue;
			if (!has_heading)
				text_heading(w->style, w->out,
					"Units of the day judged for are meant: older ones may not be bound");
			has_heading = true;
			write_day(w, &w->j->schemes[i].sold_unit_questions[k]);
		}
	}
}

/* ---- what does not ----------------------------------------------------------------------------------------------- */

/* Schemes that were not judged, by why not: those of markets where it is not sold, those that bind others, and those
 * that nobody asked for. */
static void write_others(struct writer *w)
{
	struct buf elsewhere = { 0 }, out_of_scope = { 0 }, not_asked = { 0 };

	for (size_t i = 0; i < w->j->scheme_count; i++) {
		const struct scheme_result *s = &w->j->schemes[i];
		bool is_not_asked = s->scheme->is_voluntary && !s->clause.n && !str_starts(s->applies_why, "it binds");
		struct buf *list = s->is_elsewhere ? &elsewhere : is_not_asked ? &not_asked : &out_of_scope;

		if (s->is_judged) continue;
		buf_printf(list, "%s%.*s",
			list->n           ? ", "
			: s->is_elsewhere ? "Of markets where it is not sold: "
			: is_not_asked    ? "Voluntary, not asked for: "
					  : "Does not apply: ",
			STR_FMT(s->scheme->id));
		if (s->is_elsewhere) continue;
		if (s->clause.n)
			buf_printf(list, " (%.*s)", STR_FMT(s->clause));
		else if (!s->is_in_force && s->applies != APPLIES_NO)
			buf_printf(list, " (%.*s)", STR_FMT(s->applies_why));
	}
	if (elsewhere.n) text_lines(w, buf_all(&elsewhere), 2, 4);
	if (out_of_scope.n) text_lines(w, buf_all(&out_of_scope), 2, 4);
	if (not_asked.n) text_lines(w, buf_all(&not_asked), 2, 4);
	buf_free(&elsewhere);
	buf_free(&out_of_scope);
	buf_free(&not_asked);
}

/* A scale that refines another (its name goes on with a dash) is told where it differs. */
static bool is_repeated(const struct risk_result *r, size_t at)
{
	str name = r->levels[at].name;

	for (size_t i = 0; i < at; i++) {
		str wide = r->levels[i].name;

		if (name.n > wide.n && name.p[wide.n] == '-' && !memcmp(name.p, wide.p, wide.n))
			return str_equal(r->levels[at].value, r->levels[i].value);
	}
	return false;
}

static void write_risk(struct writer *w)
{
	const struct risk_result *r = &w->j->risk;
	struct buf risk = { 0 };

	if (!r->risk_class.n) return;
	buf_printf(&risk, "risk class %s%.*s",
		r->unknown_count && !r->is_overridden && !r->is_highest ? "at least " : "", STR_FMT(r->risk_class));
	for (size_t i = 0; i < r->level_count; i++)
		if (!is_repeated(r, i))
			buf_printf(&risk, "%s%.*s %.*s%s", i ? ", " : ": ", STR_FMT(r->levels[i].name),
				STR_FMT(r->levels[i].value), r->levels[i].is_overridden ? " (set by hand)" : "");
	text_lines(w, buf_all(&risk), 2, 4);
	risk.n = 0;
	for (size_t i = 0; i < r->reason_count; i++)
		buf_printf(&risk, "%s%.*s (%+d)", i ? "; " : "because ", STR_FMT(r->reasons[i].because),
			r->reasons[i].points);
	if (r->reason_count) text_lines(w, buf_all(&risk), 4, 6);
	risk.n = 0;
	if (r->is_overridden) {
		buf_printf(&risk, "set by hand%s%.*s, the method gives %.*s: %.*s",
			STR_AFTER(" by ", r->override_author), STR_FMT(r->computed_class), STR_FMT(r->override_reason));
		text_lines(w, buf_all(&risk), 4, 6);
		risk.n = 0;
	}
	for (size_t i = 0; i < r->level_count; i++) {
		const struct level_result *l = &r->levels[i];

		if (!l->is_overridden) continue;
		buf_printf(&risk, "%.*s set by hand%s%.*s, the method gives %.*s: %.*s", STR_FMT(l->name),
			STR_AFTER(" by ", l->author), STR_FMT(l->computed), STR_FMT(l->because));
		text_lines(w, buf_all(&risk), 4, 6);
		risk.n = 0;
	}
	for (size_t i = 0; i < r->refused_count; i++) text_lines(w, r->refused[i], 4, 6);
	buf_free(&risk);
}

void text_schemes(struct writer *w)
{
	static const enum verdict order[] = { VERDICT_FAIL, VERDICT_INCONCLUSIVE, VERDICT_PASS,
		VERDICT_NOT_APPLICABLE };
	text_heading(w->style, w->out, "Verdicts (mandatory requirements)");
	for (size_t v = 0; v < sizeof(order) / sizeof(*order); v++)
		for (size_t i = 0; i < w->j->scheme_count; i++)
			if (w->j->schemes[i].is_judged && w->j->schemes[i].verdict == order[v])
				write_scheme(w, &w->j->schemes[i]);
	write_others(w);
	write_risk(w);
	write_scope(w);
	write_days(w);
}

/* ---- certificates and treatments --------------------------------------------------------------------------------- */

static void write_certificate(struct writer *w, const struct certificate_claim *h)
{
	struct buf text = { 0 };

	buf_printf(&text, "%.*s %.*s%s%.*s%s%.*s%s%.*s: %s%.*s%s%.*s", STR_FMT(h->kind), STR_FMT(h->scheme),
		STR_AFTER(" ", h->level), STR_AFTER(", number ", h->number), STR_AFTER(", says ", h->author),
		h->is_valid ? "valid" : "does not count: ", STR_FMT(h->is_valid ? STR("") : h->why),
		h->is_valid && h->until.n ? " until " : "", STR_FMT(h->is_valid ? h->until : STR("")));
	if (h->is_valid && h->why.n) buf_printf(&text, " (%.*s)", STR_FMT(h->why));
	text_lines(w, buf_all(&text), 2, 4);
	buf_free(&text);
}

static void write_treatments(struct writer *w, const struct scheme_result *s)
{
	struct buf text = { 0 };

	for (size_t i = 0; i < s->treatment_count; i++) {
		const struct treatment_result *t = &s->treatments[i];

		buf_printf(&text, "%.*s %.*s: %s: %.*s", STR_FMT(s->scheme->id), STR_FMT(t->of->requirement->id),
			!t->counts       ? "does not count"
			: t->is_assessed ? "counts"
					 : "counts for the system",
			STR_FMT(t->why));
		text_lines(w, buf_all(&text), 2, 4);
		text.n = 0;
	}
	buf_free(&text);
}

void text_claims(struct writer *w)
{
	bool has_treatments = false;

	if (w->j->certificate_count)
		text_heading(w->style, w->out, "Certificates, as claimed: nothing was asked of the bodies");
	for (size_t i = 0; i < w->j->certificate_count; i++) write_certificate(w, &w->j->certificates[i]);
	for (size_t i = 0; i < w->j->scheme_count; i++) has_treatments |= w->j->schemes[i].treatment_count > 0;
	if (has_treatments)
		text_heading(w->style, w->out, "Treatments: they never change what the device's evidence says");
	for (size_t i = 0; i < w->j->scheme_count; i++) write_treatments(w, &w->j->schemes[i]);
}
