#include "report/paper.h"

#include "report/markup.h"

static const uint8_t css[] = {
#include "paper_css.inc"
};

/* A cell's word that is longer may break, so that a digest or a hostile name does not push a table off the paper. */
enum { CELL_WORD = 20 };

struct page {
	const struct judgement *j;
	const struct paper_result *paper;
	struct buf *out;
	str reasons_under; /* the field that already lists why nothing is declared */
};

/* ---- text -------------------------------------------------------------------------------------------------------- */

static void put(struct page *w, str text)
{
	markup_text(w->out, text, 0);
}

static void raw(struct page *w, const char *markup)
{
	buf_text(w->out, markup);
}

static void element(struct page *w, const char *opening, str text, const char *closing)
{
	markup_element(w->out, opening, text, closing);
}

static void element_if(struct page *w, const char *opening, str text, const char *closing)
{
	markup_element_if(w->out, opening, text, closing);
}

/* ---- fields ------------------------------------------------------------------------------------------------------ */

/* On a narrow screen a table is moved inside its own box, by a hand or by the arrow keys. */
static void begin_table(struct page *w, str name)
{
	element(w, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"", name, "\"><table>");
}

static void end_table(struct page *w)
{
	raw(w, "</table></div>\n");
}

static void put_table(struct page *w, str name, const struct paper_table *t)
{
	begin_table(w, name);
	raw(w, "<thead><tr>");
	for (size_t c = 0; c < t->column_count; c++) element(w, "<th scope=\"col\">", t->columns[c], "</th>");
	raw(w, "</tr></thead><tbody>\n");
	for (size_t r = 0; r < t->row_count; r++) {
		raw(w, "<tr>");
		for (size_t c = 0; c < t->column_count; c++) {
			raw(w, "<td>");
			markup_text(w->out, t->cells[r * t->column_count + c], CELL_WORD);
			raw(w, "</td>");
		}
		raw(w, "</tr>\n");
	}
	raw(w, "</tbody>");
	end_table(w);
}

static void put_value(struct page *w, const struct paper_value *v, bool is_words)
{
	raw(w, is_words ? "<p class=\"value words\">" : "<p class=\"value\">");
	if (v->link.n) {
		element(w, "<a href=\"", v->link, "\">");
		put(w, v->text);
		raw(w, "</a>");
	} else {
		put(w, v->text);
	}
	raw(w, "</p>\n");
	element_if(w, "<p class=\"from\">From: ", v->source, "</p>\n");
}

static void put_reasons(struct page *w)
{
	const struct paper_result *p = w->paper;

	begin_table(w, STR("What stands against it"));
	raw(w, "<thead><tr><th scope=\"col\">Requirement</th><th scope=\"col\">What is asked</th>"
	       "<th scope=\"col\">Verdict</th><th scope=\"col\">Why</th></tr></thead><tbody>\n");
	for (size_t i = 0; i < p->reason_count; i++) {
		const struct paper_reason *r = &p->reasons[i];

		element(w, "<tr><td>", r->requirement, r->requirement.n ? "<br>" : "");
		element(w, "<small>", r->requirement.n ? r->catalogue : r->scheme, "</small></td><td>");
		element(w, "", r->title, "</td><td>");
		element(w, "", r->verdict, "</td><td>");
		element(w, "", r->why, "</td></tr>\n");
	}
	raw(w, "</tbody>");
	end_table(w);
}

static void put_withheld(struct page *w, const struct field_result *f)
{
	if (w->reasons_under.n) {
		element(w, "<p class=\"refused\"><b>Not declared</b>, for the reasons under ", w->reasons_under,
			".</p></div>");
		return;
	}
	buf_printf(w->out,
		"<p class=\"refused\"><b>Not declared.</b> It cannot truthfully be said: %zu mandatory %s.</p></div>\n",
		w->paper->reason_count,
		w->paper->reason_count == 1 ? "point stands against it" : "points stand against it");
	put_reasons(w);
	w->reasons_under = f->field->id;
}

static bool is_words(const struct field_result *f)
{
	for (size_t i = 0; i < f->field->source_count; i++)
		if (f->field->sources[i].from == FROM_DECLARATION || f->field->sources[i].from == FROM_TEXT)
			return true;
	return false;
}

static void put_wanted(struct page *w, const struct field_result *f, const char *opening)
{
	for (size_t i = 0; i < f->wanted_count; i++)
		element(w, i ? "<br>or " : opening, f->wanted[i], i + 1 == f->wanted_count ? "</p>\n" : "");
}

static void put_content(struct page *w, const struct field_result *f)
{
	if (f->state == FIELD_WITHHELD) {
		put_withheld(w, f);
		return;
	}
	/* A line to sign on would make a page of it that can be shown without the others. */
	if (f->state == FIELD_BY_HAND && w->paper->state != PAPER_READY) {
		element(w, "<p class=\"value none\">Not to be signed: this paper is ",
			str_of(w->paper->state == PAPER_DRAFT ? "a draft" : "withheld"), ".</p></div>\n");
		return;
	}
	if (f->state == FIELD_BY_HAND) {
		element(w, "<p class=\"hand\"></p><p class=\"from\">", f->values[0].text, "</p></div>\n");
		return;
	}
	for (size_t i = 0; i < f->value_count; i++) put_value(w, &f->values[i], is_words(f));
	if (f->state == FIELD_NONE) {
		raw(w, "<p class=\"value none\">Not stated</p>\n");
		put_wanted(w, f, "<p class=\"from\">Where it applies, bring ");
	}
	if (f->state == FIELD_MISSING) put_wanted(w, f, "<p class=\"missing\"><b>missing:</b> bring ");
	raw(w, "</div>\n");
	if (f->table.row_count) put_table(w, f->field->label, &f->table);
}

static const char *need_words(const struct field_result *f)
{
	if (f->field->need == NEED_WHERE_APPLICABLE) return "where applicable";
	if (f->field->need == NEED_WHEN_FORCED)
		return f->is_required ? "required by this route" : "not needed by this route";
	if (f->field->need == NEED_WHEN_RECOGNISED || f->field->need == NEED_WHEN_ALTERNATIVE)
		return f->is_required ? "required, as this is relied on" : "where it is relied on";
	return "required";
}

static void put_field(struct page *w, const struct field_result *f)
{
	bool is_short = !f->table.row_count && f->state != FIELD_WITHHELD;

	buf_printf(w->out, "<section%s><div class=\"id\">",
		f->state == FIELD_NONE ? " class=\"short unsaid\""
		: is_short             ? " class=\"short\""
				       : "");
	element(w, "", f->field->id, "</div><div>");
	element(w, "<h2>", f->field->label, " ");
	element(w, "<small>(", str_of(need_words(f)), ")</small></h2>\n");
	element_if(w, "<p class=\"note\">", f->field->note, "</p>\n");
	put_content(w, f);
	raw(w, "</section>\n");
}

/* ---- the page ---------------------------------------------------------------------------------------------------- */

static void put_state(struct page *w)
{
	const struct paper_result *p = w->paper;
	unsigned missing = 0;

	for (size_t i = 0; i < p->paper->field_count; i++) missing += p->fields[i].state == FIELD_MISSING;
	element(w, "<p class=\"state\"><b>", str_of(paper_state_word(p->state)), "</b>: ");
	if (p->state == PAPER_READY)
		raw(w, "every required field is filled.");
	else if (p->state == PAPER_WITHHELD)
		raw(w, "the declaration cannot truthfully be made; what stands against it is listed in its place.");
	if (missing)
		buf_printf(w->out, " %u %s missing; each says what to bring.", missing,
			missing == 1 ? "field is" : "fields are");
	if (p->paper->from.n && str_compare(w->j->on, p->paper->from) < 0)
		element(w, " What it rests on applies from ", p->paper->from, ": until then it is prepared ahead.");
	raw(w, "</p>\n");
}

static void put_head(struct page *w)
{
	const struct paper *p = w->paper->paper;

	raw(w, "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n<meta "
	       "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
	       "<meta name=\"viewport\" content=\"width=device-width\">\n");
	element(w, "<title>", p->title, " - ");
	element(w, "", judgement_profile(w->j, "product.name"), "</title>\n<style>\n");
	buf_bytes(w->out, css, sizeof(css));
	element(w, "</style></head>\n<body class=\"", str_of(paper_state_word(w->paper->state)), "\">\n<header>");
	element(w, "<h1>", p->title, "</h1>\n");
	element(w, "<p class=\"law\">", p->law, "");
	element_if(w, ", ", p->clause, "");
	raw(w, "</p>\n");
	put_state(w);
	element_if(w, "<p class=\"note\">", p->note, "</p>\n");
	if (p->confidence.n && !str_is(p->confidence, "confirmed"))
		element(w, "<p class=\"note\">What this paper asks for is ", p->confidence, ", not confirmed.</p>\n");
	raw(w, "</header>\n<main>\n");
}

static void put_foot(struct page *w)
{
	const struct paper *p = w->paper->paper;

	raw(w, "</main>\n<footer>");
	element_if(w, "<p>Language: ", p->language, "</p>\n");
	element_if(w, "<p>Keep: ", p->keep, "</p>\n");
	element_if(w, "<p>Law: ", p->url, "</p>\n");
	element(w, "<p>Judged for ", w->j->on, "");
	for (size_t i = 0; i < p->scheme_count; i++) {
		element(w, i ? ", " : " by ", p->schemes[i]->id, "");
		element_if(w, " (", p->schemes[i]->edition, ")");
	}
	element(w, ", rules ", (str){ w->j->rules->digest.p, 16 }, "");
	raw(w, ", assay " ASSAY_VERSION ". Values are the maker's own where their source says so; nothing was "
	       "guessed.</p></footer>\n</body></html>\n");
}

void report_paper_html(const struct judgement *j, const struct paper_result *p, struct buf *out)
{
	struct page w = { .j = j, .paper = p, .out = out };

	put_head(&w);
	for (size_t i = 0; i < p->paper->field_count; i++) put_field(&w, &p->fields[i]);
	put_foot(&w);
}
