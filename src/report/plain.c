#include "report/plain.h"

#include "report/markup.h"
#include "report/text.h"

/* Of a long list the first ones; verdict.json beside the page has all. */
enum { FIXES_MOST = 100, OWED_MOST = 15, NAME_MOST = 400 };

static void put_scheme(const struct scheme_result *s, struct buf *out)
{
	const struct counts *c = &s->mandatory;

	markup_element(out, "<tr><th scope=\"row\">", s->scheme->title, "</th>");
	markup_element(out, "<td>", s->scheme->market, "</td>");
	markup_element(out, "<td><b>", str_of(verdict_word(s->verdict)), "</b></td>");
	buf_printf(out, "<td class=\"number\">%u</td><td class=\"number\">%u</td><td class=\"number\">%u</td><td>",
		c->fail, c->inconclusive, c->pass);
	if (s->applies == APPLIES_MAYBE) buf_text(out, "may apply; ");
	if (!s->is_in_force) buf_text(out, "not in force yet; ");
	markup_element(out, "", s->why, "</td></tr>\n");
}

static void put_schemes(const struct judgement *j, struct buf *out)
{
	buf_text(out, "<h2>Verdicts</h2>\n<table class=\"plain\"><thead><tr><th scope=\"col\">Scheme</th>"
		      "<th scope=\"col\">Market</th><th scope=\"col\">Verdict</th><th scope=\"col\">Fail</th>"
		      "<th scope=\"col\">Open</th><th scope=\"col\">Pass</th><th scope=\"col\">Why</th></tr></thead>"
		      "<tbody>\n");
	for (size_t i = 0; i < j->scheme_count; i++)
		if (j->schemes[i].is_judged) put_scheme(&j->schemes[i], out);
	buf_text(out, "</tbody></table>\n");
}

static void put_fix(const struct fix *f, struct buf *out)
{
	struct buf place = { 0 };
	str sentence = f->reply ? f->reply->question->sentence : f->outcome->check->asks;

	if (f->outcome && f->outcome->finding_count) {
		const struct finding *first = &f->outcome->findings[0];

		if (first->sentence.n) sentence = first->sentence;
		text_place(&place, first);
	}
	if (sentence.n > NAME_MOST) sentence.n = NAME_MOST;
	markup_element(out, "<li>", sentence, "");
	markup_element_if(out, " <span class=\"place\">", buf_all(&place), "</span>");
	if (f->outcome) markup_element_if(out, " <span class=\"small\">To mend: ", f->outcome->check->fix, "</span>");
	buf_text(out, "</li>\n");
	buf_free(&place);
}

static void put_fixes(const struct plan *plan, struct buf *out)
{
	buf_text(out, "<h2>Fix first</h2>\n<ol>\n");
	for (size_t i = 0; i < plan->fix_count && i < FIXES_MOST; i++) put_fix(&plan->fixes[i], out);
	buf_text(out, "</ol>\n");
	if (plan->fix_count > FIXES_MOST) buf_printf(out, "<p>and %zu more</p>\n", plan->fix_count - FIXES_MOST);
}

static void put_missing_evidence(const struct plan *plan, struct buf *out)
{
	buf_text(out, "<h2>Open questions and missing inputs</h2>\n<ol>\n");
	for (size_t i = 0; i < plan->missing_count && i < OWED_MOST; i++) {
		const struct missing_evidence *w = &plan->missing[i];

		if (w->question)
			markup_element(out, "<li>", w->question->sentence, "</li>\n");
		else
			markup_element(out, "<li>Bring ", w->bring.n ? w->bring : w->class, "</li>\n");
	}
	buf_text(out, "</ol>\n");
	if (plan->missing_count > OWED_MOST) buf_printf(out, "<p>and %zu more</p>\n", plan->missing_count - OWED_MOST);
}

void report_plain(const struct judgement *j, const struct plan *plan, struct buf *out)
{
	str name = judgement_profile(j, "product.name"), version = judgement_profile(j, "product.version");

	markup_element(out, "<h1>", name.n ? name : STR("A product"), version.n ? " " : "");
	markup_element(out, "", version, "</h1>\n");
	markup_element(out, "<p>Judged for ", j->on, ". ");
	buf_text(out,
		"This browser runs no script: what stands here is a part of the report. All of it is in verdict.json "
		"beside this page.</p>\n");
	put_schemes(j, out);
	put_fixes(plan, out);
	put_missing_evidence(plan, out);
}
