/* What schemes say of themselves, side by side: how long a certificate lives, what the least proof is, what a
 * control elsewhere may do, which sectors are left out, which edition of a standard counts, and whose certificates
 * are recognised. rules/mappings/demands.yaml says what is compared. */
#include "compare/contrast.h"

#include <math.h>

enum { SIDES_MOST = 64 };

/* The side of a value, a new one where no other says the same; NULL: there are too many. */
static struct contrast_side *side_with(
	struct finding_contrasts *f, struct contrast *x, double least, double most, uint64_t takes, str wants)
{
	for (size_t i = 0; i < x->side_count; i++)
		if (x->sides[i].least == least && x->sides[i].most == most && x->sides[i].takes == takes)
			return &x->sides[i];
	if (x->side_count == SIDES_MOST) return NULL;

	struct contrast_side *s = &x->sides[x->side_count++];

	*s = side_of(f, wants);
	s->least = least;
	s->most = most;
	s->takes = takes;
	return s;
}

static void put_scheme(struct contrast_side *s, size_t view)
{
	if (s) s->touches[view] = s->binds[view] = true;
}

static struct contrast contrast_of(struct finding_contrasts *f, const struct aspect *a)
{
	return (struct contrast){ .found = FOUND_SCHEMES,
		.id = a->id,
		.topic = a->asks,
		.about = a->about,
		.finding = STR("The schemes say it of themselves."),
		.satisfies_both = a->way,
		.recorded = a->recorded,
		.is_typed = true,
		.kind = a->kind,
		.sides = arena_array(f->keep, struct contrast_side, SIDES_MOST) };
}

/* ---- one value a scheme ------------------------------------------------------------------------------------------ */

static void put_life(struct finding_contrasts *f, struct contrast *x, size_t view)
{
	uint32_t months = f->c->views[view].scheme->certificate_months;

	if (!months) return;
	put_scheme(side_with(f, x, -INFINITY, months, 0,
			   arena_printf(f->keep, "a certificate or label holds for %u months", months)),
		view);
}

static void put_strength(struct finding_contrasts *f, struct contrast *x, size_t view)
{
	static const char *const words[] = { [STRENGTH_NONE] = "nothing is asked for",
		[STRENGTH_DECLARED] = "what the maker declares may pass",
		[STRENGTH_DOCUMENTED] = "what is documented may pass",
		[STRENGTH_PERSON] = "an assessor judges",
		[STRENGTH_TOOL] = "the result of a tool is wanted",
		[STRENGTH_OBSERVED] = "a laboratory sees it or tests it" };
	enum strength strength = f->c->views[view].scheme->strength;

	put_scheme(side_with(f, x, strength, INFINITY, 0, str_of(words[strength])), view);
}

static void put_compensation(struct finding_contrasts *f, struct contrast *x, size_t view)
{
	static const struct {
		uint64_t takes;
		const char *words;
	} ways[] = { [COMPENSATION_NONE] = { 1, "only the product itself counts" },
		[COMPENSATION_ENVIRONMENT] = { 3, "what protects the surroundings may stand in" },
		[COMPENSATION_SYSTEM] = { 7, "a measure anywhere in the system may stand in" } };
	enum compensation c = f->c->views[view].scheme->treating.compensation;

	put_scheme(side_with(f, x, 0, 0, ways[c].takes, str_of(ways[c].words)), view);
}

typedef void put_view(struct finding_contrasts *f, struct contrast *x, size_t view);

static void find_property(struct finding_contrasts *f, const struct aspect *a, put_view *put)
{
	struct contrast x = contrast_of(f, a);

	for (size_t i = 0; i < f->c->view_count; i++) put(f, &x, i);
	if (x.side_count > 1) keep_contrast(f, &x);
}

/* ---- sectors that are left out ----------------------------------------------------------------------------------- */

/* Conditions of exceptions that any of the schemes has, each once; its place is its bit. */
static uint64_t sectors_of(const struct scheme *s, str *known, size_t *count)
{
	uint64_t set = 0;

	for (size_t i = 0; i < s->exception_count; i++) {
		size_t at = 0;

		while (at < *count && !str_equal(known[at], s->exceptions[i].text)) at++;
		if (at == CHOICES_MOST) continue;
		if (at == *count) known[(*count)++] = s->exceptions[i].text;
		set |= (uint64_t)1 << at;
	}
	return set;
}

static str reasons_of(struct finding_contrasts *f, const struct scheme *s)
{
	str all = STR("");

	for (size_t i = 0; i < s->exception_count; i++)
		all = arena_printf(f->keep, "%s%s%s (%s)", all.n ? all.p : "", all.n ? "; " : "",
			s->exceptions[i].why.p, s->exceptions[i].clause.n ? s->exceptions[i].clause.p : "no clause");
	return all;
}

static void find_sectors(struct finding_contrasts *f, const struct aspect *a)
{
	struct contrast x = contrast_of(f, a);
	str *known = arena_array(f->keep, str, CHOICES_MOST);
	size_t count = 0;

	for (size_t i = 0; i < f->c->view_count; i++) {
		const struct scheme *s = f->c->views[i].scheme;

		if (s->exception_count)
			put_scheme(side_with(f, &x, 0, 0, sectors_of(s, known, &count), reasons_of(f, s)), i);
	}
	if (x.side_count > 1) keep_contrast(f, &x);
}

/* ---- editions ---------------------------------------------------------------------------------------------------- */

static bool refers_to(const struct scheme *s, const struct catalogue *c)
{
	for (size_t i = 0; i < s->require_count; i++)
		if (s->requires[i].catalogue == c) return true;
	for (size_t i = 0; i < s->alternative_count; i++)
		if (s->alternatives[i].catalogue == c) return true;
	return false;
}

/* Of one text that has several editions: who goes by which. */
static void find_editions_of(struct finding_contrasts *f, const struct aspect *a, const struct catalogue *first)
{
	struct contrast x = contrast_of(f, a);
	const struct rules *r = f->c->rules;

	x.id = arena_printf(f->keep, "%s of %s", a->id.p, first->id.p);
	x.topic = arena_printf(f->keep, "%s (%s)", a->asks.p, first->id.p);
	for (size_t i = 0; i < f->c->view_count; i++) {
		uint64_t set = 0;
		str words = STR("");
		size_t at = 0;

		for (size_t k = 0; k < r->catalogues.n && at < CHOICES_MOST; k++) {
			const struct catalogue *c = &r->catalogues.p[k];

			if (!str_equal(c->id, first->id)) continue;
			if (refers_to(f->c->views[i].scheme, c)) {
				set |= (uint64_t)1 << at;
				words = arena_printf(f->keep, "%s%s%s", words.n ? words.p : "edition ",
					words.n ? " and " : "", c->edition.p);
			}
			at++;
		}
		if (set) put_scheme(side_with(f, &x, 0, 0, set, words), i);
	}
	if (x.side_count > 1) keep_contrast(f, &x);
}

static void find_editions(struct finding_contrasts *f, const struct aspect *a)
{
	const struct rules *r = f->c->rules;

	for (size_t i = 0; i < r->catalogues.n; i++) {
		size_t before = 0, others = 0;

		for (size_t k = 0; k < r->catalogues.n; k++) {
			others += str_equal(r->catalogues.p[k].id, r->catalogues.p[i].id);
			before += k < i && str_equal(r->catalogues.p[k].id, r->catalogues.p[i].id);
		}
		if (!before && others > 1) find_editions_of(f, a, &r->catalogues.p[i]);
	}
}

/* ---- conditions of a test specification -------------------------------------------------------------------------- */

/* Provisions whose conditions a test specification has otherwise than the standard, and by which of the two a scheme
 * goes. */
static void find_conditions(struct finding_contrasts *f, const struct aspect *a)
{
	struct contrast x = contrast_of(f, a);
	struct contrast_side *sides[2] = {
		side_with(f, &x, 0, 0, 1, STR("by the standard's own conditions")),
		side_with(f, &x, 0, 0, 2, STR("by the conditions of its test specification")),
	};

	for (size_t i = 0; i < f->c->view_count; i++) {
		const struct scheme *s = f->c->views[i].scheme;

		for (size_t k = 0; k < s->require_count; k++) {
			for (size_t n = 0; n < s->requires[k].catalogue->requirement_count; n++) {
				const struct requirement *r = &s->requires[k].catalogue->requirements[n];

				if (!r->when_test || str_equal(r->when_text, r->when_test_text) ||
					!selector_takes(&s->requires[k], r))
					continue;
				put_scheme(sides[s->requires[k].by_test_conditions], i);
				add_to_side(sides[s->requires[k].by_test_conditions], r);
			}
		}
	}
	keep_contrast(f, &x);
}

/* ---- recognition ------------------------------------------------------------------------------------------------- */

/* How many of a scheme's requirements a certificate of another stands for, at most. */
static size_t recognised(const struct view *v, const struct scheme *by)
{
	size_t best = 0;

	for (size_t i = 0; i < v->scheme->deemed_count; i++) {
		const struct deemed *d = &v->scheme->deemed[i];
		size_t n = 0;

		if (!str_equal(d->by, by->id)) continue;
		for (size_t k = 0; k < v->requirement_count; k++)
			n += rules_matches_any(d->covers, d->cover_count, v->requirements[k]->id);
		if (n > best) best = n;
	}
	return best;
}

static str recognition_words(struct finding_contrasts *f, const struct view *here, const struct scheme *by, size_t n)
{
	return n ? arena_printf(f->keep, "a certificate or statement of %s stands for %zu of its %zu requirements",
			   by->id.p, n, here->requirement_count)
		 : arena_printf(f->keep, "one of %s stands for nothing", by->id.p);
}

/* What counts here need not count there: each two of which one recognises the other otherwise than it is recognised. */
static void find_recognition(struct finding_contrasts *f, const struct aspect *a)
{
	for (size_t i = 0; i < f->c->view_count; i++) {
		for (size_t k = i + 1; k < f->c->view_count; k++) {
			const struct view *x = &f->c->views[i], *y = &f->c->views[k];
			size_t there = recognised(x, y->scheme), back = recognised(y, x->scheme);
			struct contrast c = contrast_of(f, a);

			if ((there == x->requirement_count) == (back == y->requirement_count) && !there == !back)
				continue;
			c.id = arena_printf(f->keep, "%s of %s and %s", a->id.p, x->scheme->id.p, y->scheme->id.p);
			put_scheme(side_with(f, &c, 0, 0, 1, recognition_words(f, x, y->scheme, there)), i);
			put_scheme(side_with(f, &c, 0, 0, 2, recognition_words(f, y, x->scheme, back)), k);
			keep_contrast(f, &c);
		}
	}
}

void find_schemes(struct finding_contrasts *f)
{
	for (size_t i = 0; i < f->c->rules->aspects.n; i++) {
		const struct aspect *a = &f->c->rules->aspects.p[i];

		switch (a->source) {
		case ASPECT_OF_LIFE:
			find_property(f, a, put_life);
			break;
		case ASPECT_OF_STRENGTH:
			find_property(f, a, put_strength);
			break;
		case ASPECT_OF_COMPENSATION:
			find_property(f, a, put_compensation);
			break;
		case ASPECT_OF_SECTORS:
			find_sectors(f, a);
			break;
		case ASPECT_OF_EDITIONS:
			find_editions(f, a);
			break;
		case ASPECT_OF_CONDITIONS:
			find_conditions(f, a);
			break;
		case ASPECT_OF_RECOGNITION:
			find_recognition(f, a);
			break;
		case ASPECT_OF_CLAUSES:
			break;
		}
	}
}
