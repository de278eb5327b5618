#include "report/text.h"

struct writer {
	const struct judgement *j;
	const struct plan *plan;
	const struct text_style *style;
	struct buf *out;
};

static const char *mark_of(enum verdict v)
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

static void colour(struct writer *w, const char *code)
{
	if (w->style->colour) buf_printf(w->out, "\033[%sm", code);
}

static const char *colour_of(enum verdict v)
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

static unsigned columns_of(str s)
{
	unsigned n = 0;

	for (size_t i = 0; i < s.n; i++) n += ((uint8_t)s.p[i] & 0xc0) != 0x80;
	return n;
}

void text_wrap(struct buf *out, str text, unsigned indent, unsigned hang, unsigned width)
{
	str word;
	unsigned column = indent;
	bool is_first = true;

	for (unsigned i = 0; i < indent; i++) buf_char(out, ' ');
	while (str_word(&text, &word)) {
		if (!is_first && column + 1 + columns_of(word) > width) {
			buf_char(out, '\n');
			for (unsigned i = 0; i < hang; i++) buf_char(out, ' ');
			column = hang;
			is_first = true;
		}
		if (!is_first) buf_char(out, ' '), column++;
		buf_visible(out, word);
		column += columns_of(word);
		is_first = false;
	}
	buf_char(out, '\n');
}

static void wrap(struct writer *w, str text, unsigned indent, unsigned hang)
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

static void heading(struct writer *w, const char *text)
{
	buf_char(w->out, '\n');
	colour(w, "1");
	buf_text(w->out, text);
	colour(w, "0");
	buf_char(w->out, '\n');
}

/* ---- who, what, when ----------------------------------------------------------------------------------------------------- */

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

	colour(w, "1");
	if (name.n || model.n) {
		buf_visible(w->out, name.n ? name : model);
		if (version.n) buf_char(w->out, ' '), buf_visible(w->out, version);
		buf_text(w->out, ", ");
	}
	buf_printf(w->out, "judged for %.*s", STR_FMT(w->j->on));
	colour(w, "0");
	buf_char(w->out, '\n');
	for (size_t i = 0; i < w->j->input_count; i++) {
		const struct input_result *in = &w->j->inputs[i];

		buf_text(w->out, "  ");
		buf_visible(w->out, in->kind);
		buf_char(w->out, ' ');
		buf_visible(w->out, in->name);
		buf_text(w->out, ", ");
		write_size(w->out, in->size);
		buf_printf(w->out, ", sha256 %.16s...\n", in->sha256.n ? in->sha256.p : "");
	}
}

/* ---- the schemes ------------------------------------------------------------------------------------------------------------ */

static void write_scheme(struct writer *w, const struct scheme_result *s)
{
	struct buf line = { 0 };

	buf_text(w->out, "  ");
	colour(w, colour_of(s->verdict));
	buf_printf(w->out, "%s %-13s", mark_of(s->verdict), verdict_word(s->verdict));
	colour(w, "0");
	buf_printf(w->out, "%-20.*s", STR_FMT(s->scheme->id));
	buf_printf(
		w->out, "%3u fail %3u open %3u pass", s->mandatory.fail, s->mandatory.inconclusive, s->mandatory.pass);
	if (s->applies == APPLIES_MAYBE) buf_text(&line, "may apply");
	if (!s->is_in_force) buf_printf(&line, "%snot in force", line.n ? ", " : "");
	if (line.n) buf_printf(w->out, "  %.*s", STR_FMT(buf_all(&line)));
	buf_char(w->out, '\n');
	buf_free(&line);
}

/* Schemes that were not judged, by why not: those that bind others, and those that nobody asked for. */
static void write_others(struct writer *w)
{
	struct buf out_of_scope = { 0 }, not_asked = { 0 };

	for (size_t i = 0; i < w->j->scheme_count; i++) {
		const struct scheme_result *s = &w->j->schemes[i];
		bool is_not_asked = s->scheme->is_voluntary && !s->clause.n && !str_starts(s->applies_why, "it binds");
		struct buf *list = is_not_asked ? &not_asked : &out_of_scope;

		if (s->is_judged) continue;
		buf_printf(list, "%s%.*s",
			list->n        ? ", "
			: is_not_asked ? "Voluntary, not asked for: "
				       : "Does not bind it: ",
			STR_FMT(s->scheme->id));
		if (s->clause.n)
			buf_printf(list, " (%.*s)", STR_FMT(s->clause));
		else if (!s->is_in_force)
			buf_printf(list, " (%.*s)", STR_FMT(s->applies_why));
	}
	if (out_of_scope.n) wrap(w, buf_all(&out_of_scope), 2, 4);
	if (not_asked.n) wrap(w, buf_all(&not_asked), 2, 4);
	buf_free(&out_of_scope);
	buf_free(&not_asked);
}

static void write_schemes(struct writer *w)
{
	static const enum verdict order[] = { VERDICT_FAIL, VERDICT_INCONCLUSIVE, VERDICT_PASS,
		VERDICT_NOT_APPLICABLE };
	heading(w, "Verdicts (mandatory requirements)");
	for (size_t v = 0; v < sizeof(order) / sizeof(*order); v++)
		for (size_t i = 0; i < w->j->scheme_count; i++)
			if (w->j->schemes[i].is_judged && w->j->schemes[i].verdict == order[v])
				write_scheme(w, &w->j->schemes[i]);
	write_others(w);
	if (w->j->risk.risk_class.n) {
		struct buf risk = { 0 };

		buf_printf(&risk, "risk class %.*s", STR_FMT(w->j->risk.risk_class));
		for (size_t i = 0; i < w->j->risk.level_count; i++)
			buf_printf(&risk, "%s%.*s %.*s", i ? ", " : ": ", STR_FMT(w->j->risk.levels[i].name),
				STR_FMT(w->j->risk.levels[i].value));
		wrap(w, buf_all(&risk), 2, 4);
		buf_free(&risk);
	}
}

/* ---- what fails -------------------------------------------------------------------------------------------------------------- */

static void write_clauses(struct writer *w, const struct reached *list, size_t count)
{
	enum { MOST = 8 };
	struct buf text = { 0 };
	size_t shown = 0, others = 0;

	for (size_t i = 0; i < count; i++) {
		const struct requirement *r = list[i].requirement->requirement;
		bool is_new = true;

		for (size_t k = 0; k < i; k++) is_new &= list[k].requirement->requirement != r;
		if (!is_new) continue;
		if (shown < MOST || w->style->is_whole)
			buf_printf(
				&text, "%s%.*s %.*s", shown++ ? ", " : "", STR_FMT(r->catalogue->id), STR_FMT(r->id));
		else
			others++;
	}
	if (others) buf_printf(&text, " and %zu more", others);
	colour(w, "2");
	wrap(w, buf_all(&text), 6, 6);
	colour(w, "0");
	buf_free(&text);
}

static void write_finding(struct writer *w, const struct finding *f)
{
	struct buf place = { 0 };

	wrap(w, f->sentence, 4, 6);
	text_place(&place, f);
	if (place.n) wrap(w, buf_all(&place), 6, 8);
	buf_free(&place);
}

static void write_fix(struct writer *w, const struct fix *f, size_t number)
{
	const size_t most = w->style->is_whole ? SIZE_MAX : 3;

	buf_char(w->out, '\n');
	colour(w, colour_of(VERDICT_FAIL));
	buf_printf(w->out, "%2zu ", number);
	colour(w, "1");
	if (f->outcome)
		buf_printf(w->out, "%.*s", STR_FMT(f->outcome->check->id));
	else
		buf_printf(w->out, "%.*s", STR_FMT(f->reply->question->id));
	colour(w, "0");
	if (f->schemes)
		buf_printf(w->out, "  keeps %zu %s from passing", f->schemes, f->schemes == 1 ? "scheme" : "schemes");
	else
		buf_text(w->out, "  fails recommendations only");
	buf_char(w->out, '\n');
	if (f->outcome) {
		for (size_t i = 0; i < f->outcome->failing && i < most; i++) write_finding(w, &f->outcome->findings[i]);
		if (f->outcome->failing > most)
			buf_printf(w->out, "    ... and %zu more like this\n", f->outcome->failing - most);
		if (f->outcome->check->fix.n) {
			struct buf fix = { 0 };

			buf_printf(&fix, "To mend: %.*s", STR_FMT(f->outcome->check->fix));
			wrap(w, buf_all(&fix), 4, 6);
			buf_free(&fix);
		}
	} else {
		wrap(w, f->reply->question->sentence, 4, 6);
		wrap(w, f->reply->why, 6, 8);
	}
	write_clauses(w, f->reached, f->reached_count);
}

static void write_fixes(struct writer *w)
{
	const size_t most = w->style->is_whole ? SIZE_MAX : 12;

	if (!w->plan->fix_count) {
		heading(w, "Nothing fails");
		return;
	}
	heading(w, "What fails, most schemes first");
	for (size_t i = 0; i < w->plan->fix_count && i < most; i++) write_fix(w, &w->plan->fixes[i], i + 1);
	if (w->plan->fix_count > most)
		buf_printf(w->out, "\n   ... and %zu more checks that fail: see report.html, or --all\n",
			w->plan->fix_count - most);
}

/* ---- what is owed ------------------------------------------------------------------------------------------------------------- */

static void write_owed(struct writer *w)
{
	const size_t most = w->style->is_whole ? SIZE_MAX : 10;
	size_t open = 0;

	for (size_t i = 0; i < w->j->scheme_count; i++) open += w->j->schemes[i].all.inconclusive;
	if (!w->plan->owed_count) return;
	heading(w, "Not decided yet, and what would settle most of it");
	for (size_t i = 0; i < w->plan->owed_count && i < most; i++) {
		const struct owed *o = &w->plan->owed[i];
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
	buf_printf(w->out, "  (numbers: requirements that wait for it; %zu verdicts are open in all)\n", open);
	if (w->plan->owed_count > most)
		buf_printf(w->out, "  ... and %zu more: \"assay next\" lists them all\n", w->plan->owed_count - most);
}

/* Whoever says one thing and ships another has a finding before any clause is looked at. */
static void write_contradictions(struct writer *w)
{
	if (w->j->contradiction_count) heading(w, "Said and seen differ");
	for (size_t i = 0; i < w->j->contradiction_count; i++) {
		const struct contradiction *c = &w->j->contradictions[i];
		struct buf line = { 0 };

		buf_printf(&line, "%.*s - the maker says it is %.*s; %.*s", STR_FMT(c->name), STR_FMT(c->said),
			STR_FMT(c->seen));
		wrap(w, buf_all(&line), 2, 4);
		buf_free(&line);
	}
}

void report_text(const struct judgement *j, const struct plan *plan, const struct text_style *style, struct buf *out)
{
	struct writer w = { .j = j, .plan = plan, .style = style, .out = out };

	write_head(&w);
	write_schemes(&w);
	write_contradictions(&w);
	write_fixes(&w);
	write_owed(&w);
}
