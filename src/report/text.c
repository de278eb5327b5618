#include "report/writer.h"

#include "base/utf8.h"

const char *text_mark(enum verdict v)
{
	switch (v) {
	case VERDICT_PASS:
		return "+";
	case VERDICT_FAIL:
		return "x";
	case VERDICT_INCONCLUSIVE:
		return "?";
	case VERDICT_NOT_APPLICABLE:
		return "-";
	}
	return "?";
}

void text_colour(struct writer *w, const char *code)
{
	if (w->style->colour) buf_printf(w->out, "\033[%sm", code);
}

const char *text_colour_of(enum verdict v)
{
	switch (v) {
	case VERDICT_PASS:
		return "32";
	case VERDICT_FAIL:
		return "1;31";
	case VERDICT_INCONCLUSIVE:
		return "33";
	case VERDICT_NOT_APPLICABLE:
		return "2";
	}
	return "0";
}

void text_wrap(struct buf *out, str text, unsigned indent, unsigned hang, unsigned width)
{
	str word;
	unsigned column = indent;
	bool is_first = true;

	for (unsigned i = 0; i < indent; i++) buf_char(out, ' ');
	while (str_word(&text, &word)) {
		if (!is_first && column + 1 + utf8_columns(word) > width) {
			buf_char(out, '\n');
			for (unsigned i = 0; i < hang; i++) buf_char(out, ' ');
			column = hang;
			is_first = true;
		}
		if (!is_first) buf_char(out, ' '), column++;
		buf_visible(out, word);
		column += utf8_columns(word);
		is_first = false;
	}
	buf_char(out, '\n');
}

void text_lines(struct writer *w, str text, unsigned indent, unsigned hang)
{
	text_wrap(w->out, text, indent, hang, (unsigned)w->style->width);
}

void text_place(struct buf *out, const struct finding *f)
{
	if (f->path.n) buf_str(out, f->path);
	if (f->path.n && f->line.known)
		buf_printf(out, ":%lld", (long long)f->line.value);
	else if (!f->path.n && f->line.known && f->input_name.n)
		buf_printf(out, "line %lld of %.*s", (long long)f->line.value, STR_FMT(f->input_name));
	if (f->at.known) buf_printf(out, "%sbyte 0x%llx", f->path.n ? " at " : "", (unsigned long long)f->at.value);
	if (f->region_kind.n && f->region_at.known)
		buf_printf(out, "%sin the %.*s at 0x%llx", out->n ? " " : "", STR_FMT(f->region_kind),
			(unsigned long long)f->region_at.value);
}

void text_heading(const struct text_style *style, struct buf *out, const char *text)
{
	buf_printf(out, style->colour ? "\n\033[1m%s\033[0m\n" : "\n%s\n", text);
}

/* ---- who, what, when --------------------------------------------------------------------------------------------- */

static void write_size(struct buf *out, int64_t bytes)
{
	if (bytes < 10000)
		buf_printf(out, "%lld bytes", (long long)bytes);
	else if (bytes < 10000000)
		buf_printf(out, "%lld kB", (long long)bytes / 1000);
	else
		buf_printf(out, "%lld MB", (long long)bytes / 1000000);
}

static void write_head(struct writer *w)
{
	str name = judgement_profile(w->j, "product.name"), model = judgement_profile(w->j, "product.model"),
	    version = judgement_profile(w->j, "product.version");
	struct buf line = { 0 };

	if (name.n || model.n)
		buf_printf(&line, "%.*s%s%.*s, ", STR_FMT(name.n ? name : model), STR_AFTER(" ", version));
	buf_printf(&line, "judged for %.*s", STR_FMT(w->j->on));
	text_colour(w, "1");
	text_lines(w, buf_all(&line), 0, 2);
	text_colour(w, "0");
	for (size_t i = 0; i < w->j->input_count; i++) {
		const struct input_result *in = &w->j->inputs[i];

		line.n = 0;
		buf_printf(&line, "%.*s %.*s, ", STR_FMT(in->kind), STR_FMT(in->name));
		write_size(&line, in->size);
		buf_printf(&line, ", sha256 %.16s...", in->sha256.n ? in->sha256.p : "");
		text_lines(w, buf_all(&line), 2, 4);
	}
	buf_free(&line);
}

/* ---- what fails -------------------------------------------------------------------------------------------------- */

static void write_clauses(struct writer *w, const struct reached *list, size_t count)
{
	enum { MOST = 8 };
	struct buf text = { 0 };
	size_t shown = 0, others = 0;

	for (size_t i = 0; i < count; i++) {
		const struct requirement *r = list[i].requirement->requirement;
		bool is_new = true;

		for (size_t k = 0; k < i; k++)
			is_new &= !str_equal(list[k].requirement->requirement->id, r->id) ||
				  !str_equal(list[k].requirement->requirement->catalogue->id, r->catalogue->id);
		if (!is_new) continue;
		if (shown < MOST || w->style->is_whole)
			buf_printf(&text, "%s%.*s %.*s%s", shown++ ? ", " : "", STR_FMT(r->catalogue->id),
				STR_FMT(r->id), rules_doubt(r).n ? "*" : "");
		else
			others++;
	}
	if (others) buf_printf(&text, " and %zu more", others);
	text_colour(w, "2");
	text_lines(w, buf_all(&text), 6, 6);
	text_colour(w, "0");
	buf_free(&text);
}

static void write_finding(struct writer *w, const struct finding *f)
{
	struct buf place = { 0 };

	text_lines(w, f->sentence, 4, 6);
	text_place(&place, f);
	if (place.n) text_lines(w, buf_all(&place), 6, 8);
	buf_free(&place);
}

static void write_fix(struct writer *w, const struct fix *f, size_t number)
{
	const size_t most = w->style->is_whole ? SIZE_MAX : 3;

	buf_char(w->out, '\n');
	text_colour(w, text_colour_of(VERDICT_FAIL));
	buf_printf(w->out, "%2zu ", number);
	text_colour(w, "1");
	if (f->outcome)
		buf_printf(w->out, "%.*s", STR_FMT(f->outcome->check->id));
	else
		buf_printf(w->out, "%.*s", STR_FMT(f->reply->question->id));
	text_colour(w, "0");
	if (f->schemes)
		buf_printf(w->out, "  keeps %zu %s from passing", f->schemes, f->schemes == 1 ? "scheme" : "schemes");
	if (f->later.schemes && !f->schemes)
		buf_printf(w->out, "  keeps %zu from passing from %.*s on", f->later.schemes, STR_FMT(f->later.from));
	if (!f->schemes && !f->later.schemes)
		buf_text(w->out, f->later.mandatory ? "  fails what is asked later" : "  keeps no scheme from passing");
	buf_char(w->out, '\n');
	if (f->later.schemes && f->schemes)
		buf_printf(w->out, "    and %zu more from %.*s on\n", f->later.schemes, STR_FMT(f->later.from));
	if (f->outcome) {
		for (size_t i = 0; i < f->outcome->failing && i < most; i++) write_finding(w, &f->outcome->findings[i]);
		size_t shown = f->outcome->failing < most ? f->outcome->failing : most;

		if (f->outcome->all_failing > shown)
			buf_printf(w->out, "    ... and %zu more like this\n", f->outcome->all_failing - shown);
		if (f->outcome->check->fix.n) {
			struct buf fix = { 0 };

			buf_printf(&fix, "To mend: %.*s", STR_FMT(f->outcome->check->fix));
			text_lines(w, buf_all(&fix), 4, 6);
			buf_free(&fix);
		}
	} else {
		text_lines(w, f->reply->question->sentence, 4, 6);
		text_lines(w, f->reply->why, 6, 8);
	}
	write_clauses(w, f->reached, f->reached_count);
}

static void write_fixes(struct writer *w)
{
	const size_t most = w->style->is_whole ? SIZE_MAX : 12;

	if (!w->plan->fix_count) {
		text_heading(w->style, w->out, "Nothing fails");
		return;
	}
	text_heading(w->style, w->out, "What fails, most schemes first");
	for (size_t i = 0; i < w->plan->fix_count && i < most; i++) write_fix(w, &w->plan->fixes[i], i + 1);
	if (w->plan->fix_count > most)
		buf_printf(w->out, "\n   ... and %zu more checks that fail: see report.html, or --all\n",
			w->plan->fix_count - most);
	text_lines(w, STR("* What the requirement asks is known from a secondary or unconfirmed source only."), 2, 4);
}

/* ---- what is owed ------------------------------------------------------------------------------------------------ */

static void write_missing_evidence(struct writer *w)
{
	const size_t most = w->style->is_whole ? SIZE_MAX : 10;
	size_t open = 0;

	for (size_t i = 0; i < w->j->scheme_count; i++) open += w->j->schemes[i].all.inconclusive;
	if (!w->plan->missing_count) return;
	text_heading(w->style, w->out, "Not decided yet, and what would settle most of it");
	for (size_t i = 0; i < w->plan->missing_count && i < most; i++) {
		const struct missing_evidence *o = &w->plan->missing[i];
		struct buf text = { 0 };

		buf_printf(&text, "%4zu  ", o->reached_count);
		if (o->question)
			buf_printf(&text, "%.*s", STR_FMT(o->question->sentence));
		else if (o->bring.n && o->reason.n)
			buf_printf(&text, "Bring %.*s (%.*s)", STR_FMT(o->bring), STR_FMT(o->reason));
		else if (o->bring.n)
			buf_printf(&text, "Bring %.*s", STR_FMT(o->bring));
		else
			buf_printf(&text, "Bring what shows %.*s", STR_FMT(o->class));
		buf_text(w->out, "  ");
		text_wrap(w->out, buf_all(&text), 0, 8, (unsigned)w->style->width - 2);
		buf_free(&text);
	}
	buf_printf(w->out, "  (numbers: requirements that wait for it; %zu %s open in all)\n", open,
		open == 1 ? "verdict is" : "verdicts are");
	if (w->plan->missing_count > most)
		buf_printf(
			w->out, "  ... and %zu more: \"assay next\" lists them all\n", w->plan->missing_count - most);
}

/* What the maker declares and the evidence denies comes before any clause. */
static void write_contradictions(struct writer *w)
{
	if (w->j->contradiction_count) text_heading(w->style, w->out, "Said and seen differ");
	for (size_t i = 0; i < w->j->contradiction_count; i++) {
		const struct contradiction *c = &w->j->contradictions[i];
		struct buf line = { 0 };

		if (c->is_of_answers)
			buf_printf(&line, "%.*s was answered %.*s, and %.*s", STR_FMT(c->name), STR_FMT(c->said),
				STR_FMT(c->seen));
		else
			buf_printf(&line, "%.*s - the maker says it is %.*s; %.*s", STR_FMT(c->name), STR_FMT(c->said),
				STR_FMT(c->seen));
		text_lines(w, buf_all(&line), 2, 4);
		buf_free(&line);
	}
}

void report_text(const struct judgement *j, const struct plan *plan, const struct text_style *style, struct buf *out)
{
	struct writer w = { .j = j, .plan = plan, .style = style, .out = out };

	write_head(&w);
	text_schemes(&w);
	write_contradictions(&w);
	text_claims(&w);
	write_fixes(&w);
	write_missing_evidence(&w);
}
