/* Where compared schemes conflict and differ, as text of 80 columns. */
#include "report/compare.h"

struct writer {
	const struct comparison *c;
	const struct text_style *style;
	struct buf *out;
};

/* How much is shown where not everything was asked for. */
enum { DIFFERENCES_MOST = 10, LEVELS_MOST = 12 };

static size_t most(const struct writer *w, size_t few)
{
	return w->style->is_whole ? SIZE_MAX : few;
}

static void heading(struct writer *w, const char *text)
{
	buf_printf(w->out, w->style->colour ? "\n\033[1m%s\033[0m\n" : "\n%s\n", text);
}

static const char *plural(size_t n, const char *one, const char *many)
{
	return n == 1 ? one : many;
}

static void more(struct writer *w, size_t left)
{
	if (left) buf_printf(w->out, "\n  and %zu more\n", left);
}

/* ---- conflicts --------------------------------------------------------------------------------------------------- */

static bool is_compared(const struct comparison *c, const struct clause *clause)
{
	for (size_t i = 0; i < c->view_count; i++)
		if (clause_binds(clause, &c->views[i])) return true;
	return false;
}

static void put_clauses(struct buf *line, const struct comparison *c, const struct contrast_side *s)
{
	for (size_t i = 0; i < s->clause_count; i++) {
		const struct clause *clause = &s->clauses[i];

		if (!is_compared(c, clause)) continue;
		buf_printf(line, "%s%s %s%s", line->n ? "; " : "", clause->catalogue.p, clause->edition.p,
			clause->edition.n ? " " : "");
		for (size_t k = 0; k < clause->id_count; k++) buf_printf(line, "%s%s", k ? ", " : "", clause->ids[k].p);
		buf_str(line, clause->at);
	}
	for (size_t i = 0; !s->clause_count && i < s->requirement_count; i++) {
		const struct requirement *r = s->requirements[i];

		if (i && r->catalogue == s->requirements[i - 1]->catalogue)
			buf_printf(line, ", %s", r->id.p);
		else
			buf_printf(line, "%s%s %s %s", line->n ? "; " : "", r->catalogue->id.p, r->catalogue->edition.p,
				r->id.p);
	}
}

static bool is_touched(const struct comparison *c, const struct contrast_side *s)
{
	for (size_t i = 0; i < c->view_count; i++)
		if (s->touches[i]) return true;
	return false;
}

static void put_way(struct writer *w, const char *sign, str text)
{
	struct buf line = { 0 };

	buf_printf(&line, "%s %s", sign, text.p);
	text_wrap(w->out, buf_all(&line), 7, 10, (unsigned)w->style->width);
	buf_free(&line);
}

static void put_ways(struct writer *w, const struct contrast *x)
{
	struct contrast_ways ways = contrast_ways(w->c, x);

	if (!x->satisfies_both.n && !x->no_behaviour.n) put_way(w, "??", STR("Neither is known to hold the other."));
	if (ways.is_impossible) put_way(w, "!! Nothing satisfies both:", x->no_behaviour);
	if (ways.is_possible && x->satisfies_both.n)
		put_way(w, ways.is_impossible ? "=> Satisfies the others:" : "=> Satisfies both:", x->satisfies_both);
}

static void put_names(const struct writer *w, struct buf *line, const struct contrast_side *s)
{
	size_t n = 0, shown = 0;

	for (size_t i = 0; i < w->c->view_count; i++) n += s->touches[i];
	for (size_t i = 0; i < w->c->view_count && shown < 4; i++) {
		if (!s->touches[i]) continue;
		buf_printf(line, "%s%s", shown ? ", " : "", w->c->views[i].scheme->id.p);
		shown++;
	}
	if (n > shown) buf_printf(line, " and %zu more", n - shown);
}

/* What computation says of a recorded one. */
static void put_computed(struct writer *w, const struct contrast *recorded)
{
	const struct contrast *x = contrast_computed(w->c, recorded);
	struct buf line = { 0 };

	if (x->found != FOUND_DEMANDS) {
		put_way(w, "== Computed as well,", STR("from what decides and what schemes say of themselves."));
		return;
	}
	buf_printf(&line, "%s %s", x->topic.p, x->no_behaviour.n ? x->no_behaviour.p : x->satisfies_both.p);
	buf_char(&line, '\0');
	put_way(w, "== Computed as well:", (str){ line.p, line.n - 1 });
	buf_free(&line);
}

static void put_contrast(struct writer *w, const struct contrast *x)
{
	struct buf line = { 0 };

	if (x->found == FOUND_RECORDED)
		buf_printf(&line, "%s  %s (%s)", x->id.p, x->topic.p, x->about.p);
	else
		buf_printf(&line, "computed  %s",
			x->found == FOUND_OPPOSED || x->found == FOUND_ENDINGS ? x->id.p : x->topic.p);
	text_wrap(w->out, buf_all(&line), 2, 7, (unsigned)w->style->width);
	for (size_t i = 0; i < x->side_count; i++) {
		if (!is_touched(w->c, &x->sides[i])) continue;
		buf_clear(&line);
		put_clauses(&line, w->c, &x->sides[i]);
		if (!line.n) put_names(w, &line, &x->sides[i]);
		text_wrap(w->out, buf_all(&line), 7, 9, (unsigned)w->style->width);
		text_wrap(w->out, x->sides[i].wants, 9, 9, (unsigned)w->style->width);
	}
	put_ways(w, x);
	if (x->found == FOUND_RECORDED && x->is_both) put_computed(w, x);
	buf_free(&line);
}

/* Between two of them, and not said by a recorded one already; as a clash, or as a mere difference. */
static bool is_news(const struct comparison *c, const struct contrast *x, bool as_clash)
{
	bool is_clash = false, is_between = false;

	for (size_t i = 0; i < c->view_count; i++) {
		for (size_t k = i + 1; k < c->view_count; k++) {
			if (!contrast_is_news(c, x, i, k)) continue;
			is_between = true;
			is_clash |= contrast_clashes(x, i, k);
		}
	}
	return as_clash ? is_clash : is_between && !is_clash;
}

static void put_conflicts(struct writer *w)
{
	size_t n = 0, impossible = 0, both = 0;

	for (size_t i = 0; i < w->c->contrast_count; i++) {
		const struct contrast *x = &w->c->contrasts[i];

		if (!is_news(w->c, x, true)) continue;
		n++;
		impossible += contrast_ways(w->c, x).is_impossible;
		both += x->is_both;
	}
	heading(w, "Where they conflict");
	if (n)
		buf_printf(w->out, "  %zu %s; in %zu of them nothing satisfies both\n", n,
			plural(n, "conflict", "conflicts"), impossible);
	else
		buf_text(w->out, "  Nowhere that is on record or that computation finds.\n");
	if (both)
		buf_printf(
			w->out, "  %zu on record %s found by computation as well\n", both, plural(both, "is", "are"));
	for (size_t i = 0; i < w->c->contrast_count; i++) {
		if (!is_news(w->c, &w->c->contrasts[i], true)) continue;
		buf_char(w->out, '\n');
		put_contrast(w, &w->c->contrasts[i]);
	}
}

/* ---- differences ------------------------------------------------------------------------------------------------- */

static bool is_level(const struct contrast *x)
{
	return x->found == FOUND_LEVELS;
}

static void put_differences(struct writer *w)
{
	size_t n = 0;

	for (size_t i = 0; i < w->c->contrast_count; i++) {
		const struct contrast *x = &w->c->contrasts[i];

		if (is_level(x) || !is_news(w->c, x, false)) continue;
		if (!n) heading(w, "Where one asks more, and what meets it meets both");
		if (n++ >= most(w, DIFFERENCES_MOST)) continue;
		if (n > 1) buf_char(w->out, '\n');
		put_contrast(w, x);
	}
	if (n > most(w, DIFFERENCES_MOST)) more(w, n - DIFFERENCES_MOST);
}

static void put_levels(struct writer *w)
{
	size_t n = 0;

	for (size_t i = 0; i < w->c->contrast_count; i++) {
		const struct contrast *x = &w->c->contrasts[i];
		struct buf line = { 0 };

		if (!is_level(x) || !is_news(w->c, x, false)) continue;
		if (!n) heading(w, "Mandatory here, recommended there");
		if (n++ >= most(w, LEVELS_MOST)) continue;
		text_wrap(w->out, x->topic, 2, 4, (unsigned)w->style->width);
		buf_text(&line, "mandatory: ");
		put_names(w, &line, &x->sides[0]);
		buf_text(&line, "; recommended: ");
		put_names(w, &line, &x->sides[1]);
		text_wrap(w->out, buf_all(&line), 7, 9, (unsigned)w->style->width);
		buf_free(&line);
	}
	if (n > most(w, LEVELS_MOST)) more(w, n - LEVELS_MOST);
}

static void put_inside(struct writer *w)
{
	bool is_first = true;

	for (size_t i = 0; i < w->c->contrast_count; i++) {
		const struct contrast *x = &w->c->contrasts[i];
		struct buf line = { 0 };

		if (x->inside == w->c->view_count || is_news(w->c, x, true) || is_news(w->c, x, false)) continue;
		if (x->found != FOUND_RECORDED && x->recorded) continue;
		if (is_first) heading(w, "Where one conflicts with itself");
		is_first = false;
		buf_printf(&line, "%s  %s: %s", w->c->views[x->inside].scheme->id.p, x->id.p, x->finding.p);
		text_wrap(w->out, buf_all(&line), 2, 7, (unsigned)w->style->width);
		buf_free(&line);
	}
}

void compare_put_contrasts(const struct comparison *c, const struct text_style *style, struct buf *out)
{
	struct writer w = { .c = c, .style = style, .out = out };

	put_conflicts(&w);
	put_differences(&w);
	put_levels(&w);
	put_inside(&w);
}
