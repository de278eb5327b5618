/* The conflicts and differences of the page of a comparison. */
#include "report/compare.h"

#include "report/markup.h"

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

static bool is_between(const struct comparison *c, const struct contrast *x)
{
	for (size_t i = 0; i < c->pair_count; i++)
		if (contrast_is_news(c, x, c->pairs[i].a, c->pairs[i].b)) return true;
	return false;
}

/* News between two of them that is more than a difference; or a record inside one. */
bool contrast_is_conflict(const struct comparison *c, const struct contrast *x)
{
	for (size_t i = 0; i < c->pair_count; i++)
		if (contrast_is_news(c, x, c->pairs[i].a, c->pairs[i].b) &&
			contrast_clashes(x, c->pairs[i].a, c->pairs[i].b))
			return true;
	return x->found == FOUND_RECORDED && x->inside < c->view_count;
}

bool contrast_is_difference(const struct comparison *c, const struct contrast *x)
{
	return !contrast_is_conflict(c, x) && is_between(c, x);
}

static void put_ids(struct page *w, const struct contrast_side *s)
{
	for (size_t i = 0; i < s->clause_count; i++) {
		const struct clause *clause = &s->clauses[i];
		bool is_compared = false;

		for (size_t v = 0; v < w->c->view_count; v++) is_compared |= clause_binds(clause, &w->c->views[v]);
		if (!is_compared) continue;
		element(w, "<span class=\"clause\"><b>", clause->catalogue, "</b> ");
		markup_element_if(w->out, "", clause->edition, " ");
		for (size_t k = 0; k < clause->id_count; k++)
			element(w, k ? ", <span class=\"nb\">" : "<span class=\"nb\">", clause->ids[k], "</span>");
		element(w, "", clause->at, "</span> ");
	}
	for (size_t i = 0; !s->clause_count && i < s->requirement_count; i++) {
		const struct requirement *r = s->requirements[i];

		if (i && r->catalogue == s->requirements[i - 1]->catalogue) {
			element(w, ", ", r->id, "");
			continue;
		}
		element(w, i ? "</span> <span class=\"clause\"><b>" : "<span class=\"clause\"><b>", r->catalogue->id,
			"</b> ");
		element(w, "", r->catalogue->edition, " ");
		put(w, r->id);
	}
	if (!s->clause_count && s->requirement_count) raw(w, "</span>");
}

static bool is_touched(const struct comparison *c, const struct contrast_side *s)
{
	for (size_t i = 0; i < c->view_count; i++)
		if (s->touches[i]) return true;
	return false;
}

static void put_way_out(struct page *w, const struct contrast *x)
{
	struct contrast_ways ways = contrast_ways(w->c, x);

	if (ways.is_impossible)
		element(w, "<p class=\"way no\"><b>&#10005; Nothing satisfies both:</b> ", x->no_behaviour, "</p>\n");
	if (ways.is_possible && x->satisfies_both.n)
		element(w,
			ways.is_impossible ? "<p class=\"way\"><b>&#9650; Satisfies the others:</b> "
					   : "<p class=\"way\"><b>&#9650; Satisfies both:</b> ",
			x->satisfies_both, "</p>\n");
	if (!x->satisfies_both.n && !x->no_behaviour.n)
		raw(w, "<p class=\"way\"><b>? Neither is known to hold the other.</b></p>\n");
}

static void put_names(struct page *w, const struct contrast_side *s)
{
	const char *before = "<span class=\"clause\"><b>";

	for (size_t i = 0; i < w->c->view_count; i++) {
		if (!s->touches[i]) continue;
		element(w, before, name_of(w, i), "");
		before = ", ";
	}
	if (*before == ',') raw(w, "</b></span>");
}

/* Where a record comes from, and what computation says of it; where something computed is on record. */
static void put_origin(struct page *w, const struct contrast *x)
{
	const struct contrast *computed = x->found == FOUND_RECORDED && x->is_both ? contrast_computed(w->c, x) : NULL;

	if (computed && computed->found == FOUND_DEMANDS) {
		element(w, "<p class=\"small\"><b>Computed as well:</b> ", computed->topic, " ");
		element(w, "", computed->no_behaviour.n ? computed->no_behaviour : computed->satisfies_both, "</p>\n");
	} else if (computed) {
		raw(w, "<p class=\"small\"><b>Computed as well</b>, from what decides and what schemes say of "
		       "themselves.</p>\n");
	}
	if (x->found == FOUND_RECORDED) {
		element(w, "<p class=\"small\">Source: ", x->recorded->source, "; ");
		element(w, "", x->recorded->confidence, "</p>\n");
	} else if (x->recorded) {
		element(w, "<p class=\"small\">On record as ", x->recorded->id, ".</p>\n");
	}
}

static void put_contrast(struct page *w, size_t at)
{
	const struct contrast *x = &w->c->contrasts[at];

	buf_printf(w->out, "<article id=\"c-%zu\" class=\"%s\"><h3>", at,
		contrast_ways(w->c, x).is_impossible ? "conflict no" : "conflict");
	if (x->found == FOUND_RECORDED) element(w, "<span class=\"id\">", x->id, "</span> ");
	put(w, x->topic);
	element(w, " <span class=\"tag\">", x->about, "</span>");
	element(w, " <span class=\"tag\">", x->is_both ? STR("recorded and computed") : str_of(contrast_found_word(x)),
		"</span></h3>\n");
	element(w, "<p>", x->finding, "</p>\n<dl>\n");
	for (size_t i = 0; i < x->side_count; i++) {
		const struct contrast_side *s = &x->sides[i];

		if (!is_touched(w->c, s)) continue;
		raw(w, "<dt>");
		if (s->clause_count || s->requirement_count)
			put_ids(w, s);
		else
			put_names(w, s);
		element(w, "</dt><dd>", s->wants, "</dd>\n");
	}
	raw(w, "</dl>\n");
	put_way_out(w, x);
	put_origin(w, x);
	raw(w, "</article>\n");
}

/* What one demands and another recommends: a row each. */
static void put_levels(struct page *w)
{
	bool has_any = false;

	for (size_t i = 0; i < w->c->contrast_count; i++) {
		const struct contrast *x = &w->c->contrasts[i];

		if (x->found != FOUND_LEVELS || !contrast_is_difference(w->c, x)) continue;
		if (!has_any)
			raw(w, "<h3>Mandatory here, recommended there</h3>\n<div class=\"scroll\"><table "
			       "class=\"plain\"><thead><tr><th scope=\"col\">What is asked</th><th "
			       "scope=\"col\">mandatory</th><th scope=\"col\">recommended</th></tr></thead><tbody>\n");
		has_any = true;
		buf_printf(w->out, "<tr id=\"c-%zu\">", i);
		element(w, "<th scope=\"row\">", x->topic, "</th><td>");
		put_names(w, &x->sides[0]);
		raw(w, "</td><td>");
		put_names(w, &x->sides[1]);
		raw(w, "</td></tr>\n");
	}
	if (has_any) raw(w, "</tbody></table></div>\n");
}

void compare_draw_contrasts(const struct comparison *c, struct buf *out)
{
	struct page page = { .c = c, .out = out }, *w = &page;
	bool has_conflicts = false, has_differences = false;

	raw(w, "<section id=\"conflicts\"><h2>Where they conflict</h2>\n");
	for (size_t i = 0; i < w->c->contrast_count; i++) {
		if (!contrast_is_conflict(w->c, &w->c->contrasts[i])) continue;
		put_contrast(w, i);
		has_conflicts = true;
	}
	if (!has_conflicts) raw(w, "<p>Nowhere that is on record or that computation finds.</p>\n");
	raw(w, "</section>\n<section id=\"differences\"><h2>Where one asks more, and what meets it meets both</h2>\n");
	for (size_t i = 0; i < w->c->contrast_count; i++) {
		const struct contrast *x = &w->c->contrasts[i];

		if (!contrast_is_difference(w->c, x)) continue;
		has_differences = true;
		if (x->found != FOUND_LEVELS) put_contrast(w, i);
	}
	if (!has_differences) raw(w, "<p>Nowhere that computation finds.</p>\n");
	put_levels(w);
	raw(w, "</section>\n");
}
