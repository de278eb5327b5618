/* A comparison as one page: the answer first, the matrix, the picture, then what is behind each mark. */
#include "report/compare.h"

#include "report/markup.h"

static const uint8_t css[] = {
#include "compare_css.inc"
};

/* Up to so many schemes every pair is told in full. */
enum { FEW = 6, ROWS_OF_FEW = 400, ROWS_OF_MANY = 8, NEEDED_MOST = 40 };

struct page {
	const struct comparison *c;
	struct buf *out;
};

static void raw(struct page *w, const char *markup)
{
	buf_text(w->out, markup);
}

static void put(struct page *w, str text)
{
	markup_text(w->out, text, 0);
}

static void element(struct page *w, const char *opening, str text, const char *closing)
{
	markup_element(w->out, opening, text, closing);
}

static str name_of(const struct page *w, size_t view)
{
	return w->c->views[view].scheme->id;
}

static size_t size_of(const struct view *v)
{
	return v->check_count + v->question_count;
}

static size_t shared(const struct pair *p)
{
	return p->common_checks + p->common_questions;
}

static unsigned percent(size_t part, size_t whole)
{
	return whole ? (unsigned)((100 * part + whole / 2) / whole) : 0;
}

/* ---- top --------------------------------------------------------------------------------------------------------- */

/* A record of two readings of one text. */
static bool is_only_inside(const struct comparison *c, const struct contrast *x)
{
	for (size_t i = 0; i < c->pair_count; i++)
		if (contrast_is_news(c, x, c->pairs[i].a, c->pairs[i].b)) return false;
	return true;
}

static void put_head(struct page *w)
{
	size_t conflicts = 0, impossible = 0, inside = 0, differences = 0, deciders = w->c->check_count;

	for (size_t i = 0; i < w->c->contrast_count; i++) {
		differences += contrast_is_difference(w->c, &w->c->contrasts[i]);
		if (!contrast_is_conflict(w->c, &w->c->contrasts[i])) continue;
		if (is_only_inside(w->c, &w->c->contrasts[i])) {
			inside++;
			continue;
		}
		conflicts++;
		impossible += contrast_ways(w->c, &w->c->contrasts[i]).is_impossible;
	}
	raw(w, "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n<meta "
	       "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
	       "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Schemes compared</title>\n<style>\n");
	buf_bytes(w->out, css, sizeof(css));
	raw(w, "</style></head>\n<body><a class=\"skip\" href=\"#main\">Skip to the comparison</a>\n<header>\n"
	       "<p class=\"brand\">assay <span>compare</span></p>\n<h1>");
	for (size_t i = 0; w->c->view_count <= FEW && i < w->c->view_count; i++)
		element(w, !i ? "" : i + 1 == w->c->view_count ? " and " : ", ", name_of(w, i), "");
	if (w->c->view_count > FEW) buf_printf(w->out, "%zu schemes", w->c->view_count);
	buf_printf(w->out,
		" side by side</h1>\n<p class=\"lead\">%zu checks and questions decide them; %zu are common to all. "
		"<b>%zu conflicts</b> between them, %zu of these without a behaviour that satisfies both; %zu inside "
		"one "
		"alone; %zu differences in which one only asks more.</p>\n</header>\n",
		deciders, w->c->core_count, conflicts, impossible, inside, differences);
	raw(w, "<nav aria-label=\"Parts of the page\"><a href=\"#matrix\">Matrix</a> <a href=\"#picture\">Picture</a> "
	       "<a href=\"#common\">In common</a> <a href=\"#conflicts\">Conflicts</a> <a "
	       "href=\"#differences\">Differences</a> <a "
	       "href=\"#evidence\">Evidence</a> "
	       "<a href=\"#pairs\">Pair by pair</a></nav>\n<main id=\"main\">\n");
}

/* ---- the matrix -------------------------------------------------------------------------------------------------- */

static void put_cell(struct page *w, size_t row, size_t column)
{
	const struct pair *p = comparison_pair(w->c, row, column);
	unsigned share;

	if (!p) {
		buf_printf(w->out, "<td class=\"self\">%zu</td>", size_of(&w->c->views[row]));
		return;
	}
	share = percent(shared(p), size_of(&w->c->views[row]));
	buf_printf(w->out, "<td class=\"s%u\"><a href=\"#p-%zu-%zu\" title=\"", shared(p) ? 1 + share / 21 : 0, p->a,
		p->b);
	element(w, "", name_of(w, row), " with ");
	put(w, name_of(w, column));
	buf_printf(w->out, ": %zu shared, %u %%; %zu conflicts, %zu without a way out\">", shared(p), share,
		p->conflicts, p->impossible);
	if (shared(p))
		buf_printf(w->out, "%u", share);
	else
		raw(w, "<span class=\"none\">0</span>");
	if (p->impossible)
		buf_printf(w->out, "<i class=\"no\">&#10005;%zu</i>", p->conflicts);
	else if (p->conflicts)
		buf_printf(w->out, "<i>&#9650;%zu</i>", p->conflicts);
	raw(w, "</a></td>");
}

static void put_matrix(struct page *w)
{
	raw(w, "<section id=\"matrix\"><h2>How much of each row serves each column</h2>\n<p>A cell says how many "
	       "percent of "
	       "the checks and questions of the row's scheme the column's needs as well; the diagonal is how many "
	       "there "
	       "are. <b class=\"key\">&#9650;</b> and a number: so many conflicts, each with a behaviour that "
	       "satisfies "
	       "both. <b class=\"key no\">&#10005;</b>: in at least one of them nothing satisfies both. A cell leads "
	       "to "
	       "the pair.</p>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Matrix\">");
	raw(w, w->c->view_count <= FEW ? "<table class=\"matrix few\">" : "<table class=\"matrix\">");
	raw(w, "<thead><tr><td></td>");
	for (size_t i = 0; i < w->c->view_count; i++)
		element(w, "<th scope=\"col\"><span>", name_of(w, i), "</span></th>");
	raw(w, "</tr></thead><tbody>\n");
	for (size_t i = 0; i < w->c->view_count; i++) {
		element(w, "<tr><th scope=\"row\">", name_of(w, i), "</th>");
		for (size_t k = 0; k < w->c->view_count; k++) put_cell(w, i, k);
		raw(w, "</tr>\n");
	}
	raw(w, "</tbody></table></div></section>\n");
}

static void put_picture(struct page *w)
{
	raw(w, "<section id=\"picture\"><h2>Who shares evidence with whom</h2>\n<p>An arc is a scheme, with the number "
	       "of "
	       "its checks and questions. A ribbon is what two of them share; only the heaviest are drawn. A dashed "
	       "line: between these two stands a conflict that nothing satisfies.</p>\n<div class=\"scroll\" "
	       "tabindex=\"0\" role=\"region\" aria-label=\"Picture\">");
	compare_draw_chords(w->c, w->out);
	raw(w, "</div></section>\n");
}

/* ---- in common, and what each adds ------------------------------------------------------------------------------- */

static void put_needed(struct page *w)
{
	raw(w, "<section id=\"common\"><h2>In common: what to show first</h2>\n<div class=\"scroll\" tabindex=\"0\" "
	       "role=\"region\" aria-label=\"In common\"><table "
	       "class=\"plain\"><thead><tr><th scope=\"col\">What is asked</th><th scope=\"col\" "
	       "class=\"number\">schemes</th><th scope=\"col\" "
	       "class=\"number\">requirements</th></tr></thead><tbody>\n");
	for (size_t i = 0; i < w->c->check_count && i < NEEDED_MOST; i++) {
		const struct served *s = &w->c->checks[i];

		if (s->schemes < 2) break;
		element(w, "<tr><td>", s->what, " ");
		element(w, "<code>", s->id, "</code></td>");
		buf_printf(w->out, "<td class=\"number\">%zu</td><td class=\"number\">%zu</td></tr>\n", s->schemes,
			s->requirements);
	}
	raw(w, "</tbody></table></div>\n<h3>What each adds</h3>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
	       "aria-label=\"What each adds\"><table "
	       "class=\"plain\"><thead><tr>"
	       "<th scope=\"col\">scheme</th><th scope=\"col\">market</th><th scope=\"col\" "
	       "class=\"number\">requirements</th><th scope=\"col\" class=\"number\">checks</th><th scope=\"col\" "
	       "class=\"number\">questions</th><th scope=\"col\" class=\"number\">judgements</th><th scope=\"col\" "
	       "class=\"number\">needed by it alone</th></tr></thead><tbody>\n");
	for (size_t i = 0; i < w->c->view_count; i++) {
		const struct view *v = &w->c->views[i];
		size_t alone = 0;

		for (size_t at = 0; at < w->c->deciders.count; at++)
			alone += set_has(v->deciders, at) && deciders_needed_by(w->c, at) == 1;
		element(w, "<tr><th scope=\"row\">", v->scheme->id, " ");
		element(w, "<span class=\"small\">", v->scheme->title, "</span></th>");
		element(w, "<td>", v->scheme->market, "</td>");
		buf_printf(w->out,
			"<td class=\"number\">%zu</td><td class=\"number\">%zu</td><td class=\"number\">%zu</td><td "
			"class=\"number\">%zu</td><td class=\"number\">%zu</td></tr>\n",
			v->requirement_count, v->check_count, v->question_count, v->person_count, alone);
	}
	raw(w, "</tbody></table></div></section>\n");
}

/* ---- evidence ---------------------------------------------------------------------------------------------------- */

static void put_evidence(struct page *w)
{
	raw(w, "<section id=\"evidence\"><h2>Which evidence serves how many</h2>\n<div class=\"scroll\" tabindex=\"0\" "
	       "role=\"region\" aria-label=\"Evidence\"><table "
	       "class=\"plain\"><thead><tr><th scope=\"col\">Evidence</th><th scope=\"col\">What to bring</th><th "
	       "scope=\"col\" class=\"number\">schemes</th><th scope=\"col\" class=\"number\">requirements</th><th "
	       "scope=\"col\" class=\"number\">checks</th></tr></thead><tbody>\n");
	for (size_t i = 0; i < w->c->class_count; i++) {
		const struct served *s = &w->c->classes[i];

		element(w, "<tr><th scope=\"row\">", s->what, "</th>");
		element(w, "<td>", s->bring, "</td>");
		buf_printf(w->out,
			"<td class=\"number\">%zu</td><td class=\"number\">%zu</td><td "
			"class=\"number\">%zu</td></tr>\n",
			s->schemes, s->requirements, s->checks);
	}
	raw(w, "</tbody></table></div></section>\n");
}

/* ---- pairs ------------------------------------------------------------------------------------------------------- */

static bool is_of_pair(const struct page *w, const struct pair *p, const struct overlap *o, bool *ret_is_turned)
{
	const bool *x = w->c->views[p->a].takes, *y = w->c->views[p->b].takes;

	*ret_is_turned = !(x[o->a->number] && y[o->b->number]);
	return !*ret_is_turned || (x[o->b->number] && y[o->a->number]);
}

static void put_meeting(struct page *w, const struct meeting *m, bool is_turned)
{
	static const char *const words[] = { "mapped", "= asks the same", "< asks less", "> asks more",
		"~ shares evidence" };
	static const enum relation turned[] = { RELATION_NONE, RELATION_EQUAL, RELATION_SUPERSET, RELATION_SUBSET,
		RELATION_INTERSECTS };
	const struct overlap *o = &m->overlap;
	const struct requirement *a = is_turned ? o->b : o->a, *b = is_turned ? o->a : o->b;

	element(w, "<tr><th scope=\"row\" title=\"", a->title, "\">");
	element(w, "", a->id, "</th>");
	element(w, "<td>", str_of(words[is_turned ? turned[o->relation] : o->relation]), "</td>");
	element(w, "<td title=\"", b->title, "\">");
	element(w, "", b->id, "</td>");
	buf_printf(w->out, "<td>%zu of %zu and %zu%s</td></tr>\n", o->shared, is_turned ? o->of_b : o->of_a,
		is_turned ? o->of_a : o->of_b, m->mapped_count ? "; mapped" : "");
}

static void put_meetings(struct page *w, const struct pair *p)
{
	size_t most = w->c->view_count <= FEW ? ROWS_OF_FEW : ROWS_OF_MANY, n = 0;
	bool is_turned;

	for (size_t i = 0; i < w->c->meeting_count; i++) {
		if (!w->c->meetings[i].overlap.relation || !is_of_pair(w, p, &w->c->meetings[i].overlap, &is_turned))
			continue;
		if (n++ >= most) continue;
		if (n == 1) raw(w, "<div class=\"scroll\"><table class=\"plain\"><tbody>\n");
		put_meeting(w, &w->c->meetings[i], is_turned);
	}
	if (n) raw(w, "</tbody></table></div>\n");
	if (n <= most) return;
	buf_printf(w->out, "<p class=\"small\">and %zu more: <code>assay compare ", n - most);
	element(w, "", name_of(w, p->a), " ");
	element(w, "", name_of(w, p->b), " --html FILE</code></p>\n");
}

static void put_pair(struct page *w, const struct pair *p)
{
	const char *between = "<p>Conflicts: ";

	element(w, "<details><summary>", name_of(w, p->a), " and ");
	put(w, name_of(w, p->b));
	buf_printf(w->out,
		": %zu shared, %zu conflicts</summary>\n<p id=\"p-%zu-%zu\">%zu checks and %zu questions decide "
		"both. ",
		shared(p), p->conflicts, p->a, p->b, p->common_checks, p->common_questions);
	element(w, "", name_of(w, p->a), "");
	buf_printf(w->out, " needs %zu more, ", p->only_a);
	element(w, "", name_of(w, p->b), "");
	buf_printf(w->out, " %zu. ", p->only_b);
	if (p->same_requirements) buf_printf(w->out, "%zu requirements are taken by both. ", p->same_requirements);
	buf_printf(w->out, "Pairs of requirements: %zu ask the same, %zu ask less, %zu more, %zu share evidence.</p>\n",
		p->meetings[RELATION_EQUAL], p->meetings[RELATION_SUBSET], p->meetings[RELATION_SUPERSET],
		p->meetings[RELATION_INTERSECTS]);
	for (size_t i = 0; i < w->c->contrast_count; i++) {
		const struct contrast *x = &w->c->contrasts[i];

		if (!contrast_clashes(x, p->a, p->b) || !contrast_is_news(w->c, x, p->a, p->b)) continue;
		buf_printf(w->out, "%s<a href=\"#c-%zu\">", between, i);
		put(w, x->found == FOUND_RECORDED ? x->recorded->id : x->topic);
		raw(w, contrast_is_impossible(x, p->a, p->b) ? " &#10005;</a>" : "</a>");
		between = ", ";
	}
	if (*between == ',') raw(w, "</p>\n");
	put_meetings(w, p);
	raw(w, "</details>\n");
}

static void put_pairs(struct page *w)
{
	raw(w, w->c->view_count <= FEW ? "<section id=\"pairs\"><h2>Pair by pair</h2>\n"
				       : "<section id=\"pairs\" class=\"many\"><h2>Pair by pair</h2>\n");
	for (size_t i = 0; i < w->c->pair_count; i++) put_pair(w, &w->c->pairs[i]);
	raw(w, "</section>\n");
}

void report_compare_html(const struct comparison *c, struct buf *out)
{
	struct page w = { .c = c, .out = out };

	put_head(&w);
	put_matrix(&w);
	put_picture(&w);
	put_needed(&w);
	compare_draw_contrasts(c, out);
	put_evidence(&w);
	put_pairs(&w);
	element(&w, "</main>\n<footer><p class=\"small\">Computed from rules ", (str){ c->rules->digest.p, 16 },
		" by assay " ASSAY_VERSION
		". What is common is counted by the checks and questions that decide requirements; "
		"conflicts on record say where they come from. No verdict is carried over from one scheme to "
		"another.</p>"
		"</footer>\n</body></html>\n");
}
