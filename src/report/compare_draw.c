/* The picture of a comparison: schemes around a circle, ribbons between those that share evidence, dashed lines
 * where nothing satisfies both. */
#include "report/compare.h"

#include "report/markup.h"

#include <math.h>
#include <stdlib.h>

/* In the units of the picture. Half of the circle is dealt out evenly, so that small schemes keep a place; half by
 * size. */
#define SIDE 900.0
#define RADIUS 262.0
#define RING 14.0
#define GAP 0.012 /* between two arcs, radians */

enum { RIBBONS_MOST = 70 };

struct arc {
	double from, to; /* radians, clockwise from the top */
	double next;     /* where the next ribbon begins */
	/* of all ribbons that end here, or of all that decides the scheme where that is more: what is bare is its
	 * own */
	double weight;
};

struct drawing {
	const struct comparison *c;
	struct buf *out;
	struct arc *arcs;
	const struct pair **ribbons;
	size_t ribbon_count;
};

static size_t shared(const struct pair *p)
{
	return p->common_checks + p->common_questions;
}

static int heaviest_first(const void *a, const void *b)
{
	const struct pair *x = *(const struct pair *const *)a, *y = *(const struct pair *const *)b;

	if (shared(x) != shared(y)) return shared(x) > shared(y) ? -1 : 1;
	if (x->a != y->a) return x->a < y->a ? -1 : 1;
	return x->b < y->b ? -1 : x->b > y->b;
}

static void choose_ribbons(struct drawing *d, struct arena *scratch)
{
	d->ribbons = arena_array(scratch, const struct pair *, d->c->pair_count);
	for (size_t i = 0; i < d->c->pair_count; i++)
		if (shared(&d->c->pairs[i])) d->ribbons[d->ribbon_count++] = &d->c->pairs[i];
	qsort(d->ribbons, d->ribbon_count, sizeof(*d->ribbons), heaviest_first);
	if (d->ribbon_count > RIBBONS_MOST) d->ribbon_count = RIBBONS_MOST;
}

static size_t size_of(const struct view *v)
{
	return v->check_count + v->question_count;
}

static void lay_arcs(struct drawing *d, struct arena *scratch)
{
	size_t n = d->c->view_count, total = 0;
	double at = 0, room = 2 * M_PI - GAP * (double)n;

	d->arcs = arena_array(scratch, struct arc, n);
	for (size_t i = 0; i < n; i++) total += size_of(&d->c->views[i]);
	for (size_t i = 0; i < n; i++) {
		double own = total ? (double)size_of(&d->c->views[i]) / (double)total : 1 / (double)n;
		double angle = room * (0.5 / (double)n + 0.5 * own);

		d->arcs[i] = (struct arc){ .from = at, .to = at + angle, .next = at };
		at += angle + GAP;
	}
	for (size_t i = 0; i < d->ribbon_count; i++) {
		d->arcs[d->ribbons[i]->a].weight += (double)shared(d->ribbons[i]);
		d->arcs[d->ribbons[i]->b].weight += (double)shared(d->ribbons[i]);
	}
	for (size_t i = 0; i < n; i++) d->arcs[i].weight = fmax(d->arcs[i].weight, (double)size_of(&d->c->views[i]));
}

static double x_at(double angle, double radius)
{
	return SIDE / 2 + radius * sin(angle);
}

static double y_at(double angle, double radius)
{
	return SIDE / 2 - radius * cos(angle);
}

static void put_point(struct drawing *d, const char *command, double angle, double radius)
{
	buf_printf(d->out, "%s%.1f %.1f", command, x_at(angle, radius), y_at(angle, radius));
}

static void put_bow(struct drawing *d, double radius, bool is_long, bool is_clockwise, double to)
{
	buf_printf(d->out, "A%.0f %.0f 0 %d %d ", radius, radius, is_long, is_clockwise);
	put_point(d, "", to, radius);
}

static void put_curve(struct drawing *d, double angle)
{
	buf_printf(d->out, "Q%.1f %.1f ", SIDE / 2, SIDE / 2);
	put_point(d, "", angle, RADIUS);
}

/* Colours tell neighbours apart; who is who is said by the labels. */
static unsigned hue(size_t view)
{
	return (unsigned)(view * 137 % 360);
}

/* The part of an arc that belongs to one ribbon: as much of it as the ribbon has of all that end there. */
static double take_end(struct arc *a, const struct pair *p)
{
	double from = a->next;

	if (a->weight > 0) a->next += (a->to - a->from) * (double)shared(p) / a->weight;
	return from;
}

static void put_title(struct drawing *d, const struct pair *p, size_t n, const char *what)
{
	markup_element(d->out, "<title>", d->c->views[p->a].scheme->id, " and ");
	markup_text(d->out, d->c->views[p->b].scheme->id, 0);
	buf_printf(d->out, ": %zu %s</title></path>\n", n, what);
}

static void put_ribbon(struct drawing *d, const struct pair *p)
{
	struct arc *a = &d->arcs[p->a], *b = &d->arcs[p->b];
	double a1 = take_end(a, p), a2 = a->next, b1 = take_end(b, p), b2 = b->next;

	buf_printf(d->out, "<path class=\"ribbon\" fill=\"hsl(%u 50%% 50%%)\" d=\"", hue(p->a));
	put_point(d, "M", a1, RADIUS);
	put_bow(d, RADIUS, a2 - a1 > M_PI, true, a2);
	put_curve(d, b1);
	put_bow(d, RADIUS, b2 - b1 > M_PI, true, b2);
	put_curve(d, a1);
	buf_text(d->out, "Z\">");
	put_title(d, p, shared(p), "shared");
}

static void put_arc(struct drawing *d, size_t view)
{
	const struct arc *a = &d->arcs[view];
	double middle = (a->from + a->to) / 2;
	bool is_left = middle > M_PI, is_long = a->to - a->from > M_PI;

	buf_printf(d->out, "<path fill=\"hsl(%u 50%% 45%%)\" d=\"", hue(view));
	put_point(d, "M", a->from, RADIUS + 2);
	put_bow(d, RADIUS + 2, is_long, true, a->to);
	put_point(d, "L", a->to, RADIUS + RING);
	put_bow(d, RADIUS + RING, is_long, false, a->from);
	buf_printf(d->out,
		"Z\"/><text transform=\"translate(%.1f %.1f) rotate(%.1f)\" text-anchor=\"%s\" dy=\".35em\">",
		x_at(middle, RADIUS + RING + 6), y_at(middle, RADIUS + RING + 6),
		middle * 180 / M_PI + (is_left ? 90 : -90), is_left ? "end" : "start");
	markup_text(d->out, d->c->views[view].scheme->id, 0);
	buf_printf(d->out, " <tspan>%zu</tspan></text>\n", size_of(&d->c->views[view]));
}

static void put_impossible(struct drawing *d, const struct pair *p)
{
	double a = (d->arcs[p->a].from + d->arcs[p->a].to) / 2, b = (d->arcs[p->b].from + d->arcs[p->b].to) / 2;

	buf_text(d->out, "<path class=\"against\" d=\"");
	put_point(d, "M", a, RADIUS);
	put_curve(d, b);
	buf_text(d->out, "\">");
	put_title(d, p, p->impossible, "without a behaviour that satisfies both");
}

void compare_draw_chords(const struct comparison *c, struct buf *out)
{
	struct arena scratch = arena_open((size_t)16 << 20);
	struct drawing d = { .c = c, .out = out };

	choose_ribbons(&d, &scratch);
	lay_arcs(&d, &scratch);
	buf_printf(out,
		"<svg class=\"chords%s\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-labelledby=\"chords-title "
		"chords-about\"><title id=\"chords-title\">Who shares evidence with whom</title>\n"
		"<desc id=\"chords-about\">%zu schemes around a circle; the %zu heaviest ribbons between them are as "
		"wide "
		"as what both need. The matrix has the same numbers.</desc>\n",
		c->view_count > 6 ? "" : " few", SIDE, SIDE, c->view_count, d.ribbon_count);
	for (size_t i = 0; i < d.ribbon_count; i++) put_ribbon(&d, d.ribbons[i]);
	for (size_t i = 0; i < c->pair_count; i++)
		if (c->pairs[i].impossible) put_impossible(&d, &c->pairs[i]);
	for (size_t i = 0; i < c->view_count; i++) put_arc(&d, i);
	buf_text(out, "</svg>\n");
	arena_close(&scratch);
}
