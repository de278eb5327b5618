/* What is wrong with a scheme's recognition, treatments, editions and days. */
#include "rules/read.h"

/* ---- names that must be there ------------------------------------------------------------------------------------ */

static bool takes(const struct scheme *s, str pattern)
{
	for (size_t i = 0; i < s->require_count; i++) {
		const struct catalogue *c = s->requires[i].catalogue;

		for (size_t k = 0; k < c->requirement_count; k++)
			if (rules_matches(pattern, c->requirements[k].id)) return true;
	}
	return false;
}

static void lint_patterns(struct loader *l, const struct scheme *s, const str *patterns, size_t count,
	struct place place, const char *what)
{
	for (size_t i = 0; i < count; i++)
		if (!takes(s, patterns[i]))
			problem_at(l, place, "%s of %s names \"%s\", and the scheme takes no such requirement", what,
				s->id.p, patterns[i].p);
}

static void lint_by(struct loader *l, const struct scheme *s, const struct deemed *d)
{
	const struct scheme *by = rules_scheme(l->rules, d->by);
	const struct label *label = rules_label(l->rules, d->by);
	const str *levels = by ? by->levels : label ? label->levels : NULL;
	size_t count = by ? by->level_count : label ? label->level_count : 0;
	struct candidates near = { .keep = l->keep, .wanted = d->by };
	bool is_level = !d->level.n;

	for (size_t i = 0; i < count; i++) is_level |= str_equal(levels[i], d->level);
	if (by == s) problem_at(l, d->place, "%s recognises itself", s->id.p);
	if (by || label) {
		if (!is_level) problem_at(l, d->place, "%s has no level \"%s\" (levels)", d->by.p, d->level.p);
		return;
	}
	for (size_t i = 0; i < l->rules->schemes.n; i++) candidate(&near, l->rules->schemes.p[i].id);
	for (size_t i = 0; i < l->rules->labels.n; i++) candidate(&near, l->rules->labels.p[i].id);
	*vec_add(l->keep, l->problems) = (struct rule_problem){
		.place = d->place,
		.message = arena_printf(l->keep,
			"%s recognises \"%s\", which is neither a scheme nor a label of rules/labels.yaml", s->id.p,
			d->by.p),
		.suggestion = suggestion(&near),
	};
}

static void lint_recognition(struct loader *l, const struct scheme *s)
{
	for (size_t i = 0; i < s->deemed_count; i++) {
		lint_by(l, s, &s->deemed[i]);
		lint_patterns(l, s, s->deemed[i].covers, s->deemed[i].cover_count, s->deemed[i].place, "a recognition");
		if (s->deemed[i].from.n && s->deemed[i].to.n && str_compare(s->deemed[i].from, s->deemed[i].to) >= 0)
			problem_at(l, s->deemed[i].place, "a recognition of %s ends before it begins", s->id.p);
	}
	for (size_t i = 0; i < s->alternative_count; i++)
		lint_patterns(l, s, s->alternatives[i].covers, s->alternatives[i].cover_count, s->alternatives[i].place,
			"an alternative");
	lint_patterns(l, s, s->treating.compensates, s->treating.compensate_count, s->place, "\"treatments\"");
	lint_patterns(l, s, s->treating.waives, s->treating.waive_count, s->place, "\"treatments\"");
	lint_patterns(l, s, s->treating.assesses, s->treating.assess_count, s->place, "\"risk_assessment\"");
}

/* ---- days -------------------------------------------------------------------------------------------------------- */

/* Texts of a scheme follow each other without a gap and without overlap, from its first day. */
static void lint_editions(struct loader *l, const struct scheme *s)
{
	for (size_t i = 0; i < s->edition_count; i++) {
		const struct scheme_edition *e = &s->editions[i], *before = i ? e - 1 : NULL;

		if (!e->from.n) {
			problem_at(l, e->place, "the edition \"%s\" of %s does not say from when it holds",
				e->edition.p, s->id.p);
			continue;
		}
		if (!before && s->from.n && !str_equal(e->from, s->from))
			problem_at(l, e->place, "%s applies from %s, and its first edition holds from %s", s->id.p,
				s->from.p, e->from.p);
		if (before && str_compare(e->from, before->from) <= 0)
			problem_at(l, e->place,
				"the editions \"%s\" and \"%s\" of %s overlap: they stand by their days, the oldest "
				"first",
				before->edition.p, e->edition.p, s->id.p);
		else if (before && before->to.n && str_compare(before->to, e->from) > 0)
			problem_at(l, e->place, "the editions \"%s\" and \"%s\" of %s overlap from %s to %s",
				before->edition.p, e->edition.p, s->id.p, e->from.p, before->to.p);
		else if (before && before->to.n && str_compare(before->to, e->from) < 0)
			problem_at(
				l, e->place, "no edition of %s holds from %s to %s", s->id.p, before->to.p, e->from.p);
	}
}

/* Editions of one catalogue that a scheme takes one after the other. */
static void lint_taken_editions(struct loader *l, const struct scheme *s)
{
	for (size_t i = 0; i < s->require_count; i++) {
		const struct selector *a = &s->requires[i];
		bool has_next = !a->to.n || (s->to.n && str_compare(a->to, s->to) >= 0);
		bool has_other = false;

		if (a->from.n && a->to.n && str_compare(a->from, a->to) >= 0)
			problem_at(
				l, a->place, "what %s takes of %s ends before it begins", s->id.p, a->catalogue->id.p);
		for (size_t k = 0; k < s->require_count; k++) {
			const struct selector *b = &s->requires[k];

			if (a->catalogue == b->catalogue || !str_equal(a->catalogue->id, b->catalogue->id)) continue;
			has_other = true;
			has_next |= str_compare(b->from, a->to) <= 0 && (!b->to.n || str_compare(b->to, a->to) > 0);
			if (k > i && (!a->to.n || str_compare(b->from, a->to) < 0) &&
				(!b->to.n || str_compare(a->from, b->to) < 0))
				problem_at(l, b->place,
					"%s takes two editions of %s (%s and %s) on the same days: from and to part "
					"them",
					s->id.p, a->catalogue->id.p, a->catalogue->edition.p, b->catalogue->edition.p);
		}
		if (has_other && !has_next)
			problem_at(l, a->place, "from %s on %s takes no edition of %s", a->to.p, s->id.p,
				a->catalogue->id.p);
	}
}

static void lint_event(struct loader *l, const struct scheme *s, str name, struct place place)
{
	const struct profile_name *p = rules_profile(l->rules, name);
	struct candidates near = { .keep = l->keep, .wanted = name };

	if (!name.n || (p && str_is(p->type, "date"))) return;
	for (size_t i = 0; i < l->rules->profile.n; i++)
		if (str_is(l->rules->profile.p[i].type, "date")) candidate(&near, l->rules->profile.p[i].name);
	*vec_add(l->keep, l->problems) = (struct rule_problem){
		.place = place,
		.message = arena_printf(l->keep,
			"%s binds by the day of \"%s\", which is no date of rules/profile.yaml", s->id.p, name.p),
		.suggestion = suggestion(&near),
	};
}

static void lint_sold_units(
	struct loader *l, const struct scheme *s, const struct sold_units *u, str from, struct place place)
{
	for (size_t i = 0; i < u->by_count; i++) lint_event(l, s, u->by[i], place);
	lint_event(l, s, u->later, place);
	if (u->by_count && !from.n) problem_at(l, place, "%s binds by an event, and says no day (from)", s->id.p);
}

/* ---- where days come from ---------------------------------------------------------------------------------------- */

static void lint_source(struct loader *l, const struct scheme *s, str day, const struct sourced *by, struct place place)
{
	if (!by->source.n || !by->confidence.n)
		problem_at(l, place,
			"%s of %s has no source, or does not say how sure it is: \"source\" and \"confidence\" "
			"(confirmed, secondary or unconfirmed)",
			day.p, s->id.p);
	if (by->placeholder.n && !str_is(by->confidence, "unconfirmed"))
		problem_at(l, place, "%s of %s stands in for a day that is not known: its confidence is unconfirmed",
			day.p, s->id.p);
}

/* Days of requirements and exceptions stand among those that say where they come from. */
static void lint_known_day(
	struct loader *l, const struct scheme *s, str day, const struct sourced *by, struct place place)
{
	bool is_known = !day.n || by->source.n || str_equal(day, s->from) || str_equal(day, s->to);

	for (size_t i = 0; i < s->date_count; i++) is_known |= str_equal(day, s->dates[i].on);
	for (size_t i = 0; i < s->edition_count; i++)
		is_known |= str_equal(day, s->editions[i].from) || str_equal(day, s->editions[i].to);
	if (!is_known)
		problem_at(l, place,
			"%s of %s has no source: name the day in \"applies\", \"dates\" or \"editions\" too, or say "
			"\"source\" and "
			"\"confidence\" here",
			day.p, s->id.p);
}

static void lint_days(struct loader *l, const struct scheme *s)
{
	if (s->from.n || s->to.n) lint_source(l, s, s->from.n ? s->from : s->to, &s->dated, s->days);
	for (size_t i = 0; i < s->date_count; i++)
		lint_source(l, s, s->dates[i].on, &s->dates[i].by, s->dates[i].place);
	for (size_t i = 0; i < s->edition_count; i++)
		if (!str_equal(s->editions[i].from, s->from) || s->editions[i].by.source.n)
			lint_source(l, s, s->editions[i].from, &s->editions[i].by, s->editions[i].place);
	for (size_t i = 0; i < s->proposal_count; i++)
		lint_source(l, s, s->proposals[i].act, &s->proposals[i].by, s->proposals[i].place);
	for (size_t i = 0; i < s->require_count; i++) {
		if (s->requires[i].dated.source.n)
			lint_source(l, s, s->requires[i].from, &s->requires[i].dated, s->requires[i].place);
		lint_known_day(l, s, s->requires[i].from, &s->requires[i].dated, s->requires[i].place);
		lint_known_day(l, s, s->requires[i].to, &s->requires[i].dated, s->requires[i].place);
	}
	for (size_t i = 0; i < s->exception_count; i++) {
		if (s->exceptions[i].dated.source.n)
			lint_source(l, s, s->exceptions[i].from, &s->exceptions[i].dated, s->exceptions[i].place);
		lint_known_day(l, s, s->exceptions[i].from, &s->exceptions[i].dated, s->exceptions[i].place);
		lint_known_day(l, s, s->exceptions[i].to, &s->exceptions[i].dated, s->exceptions[i].place);
	}
}

/* ---- what binds -------------------------------------------------------------------------------------------------- */

static bool binds(const struct selector *s)
{
	for (size_t i = 0; s->catalogue && i < s->catalogue->requirement_count; i++) {
		const struct requirement *r = &s->catalogue->requirements[i];

		if (selector_takes(s, r) && !s->as_recommended && (r->is_mandatory || s->as_mandatory)) return true;
	}
	return false;
}

/* Without a requirement that binds nothing can pass: rows are missing, or the law asks nothing of security, or only
 * advises, and its file says so. */
static void lint_silence(struct loader *l, const struct scheme *s)
{
	bool is_binding = false;

	for (size_t i = 0; i < s->require_count; i++) is_binding |= binds(&s->requires[i]);
	if (!is_binding && !s->nothing_binds.n)
		problem_at(l, s->place,
			"nothing that %s takes is mandatory: requirements are missing, or it asks nothing that binds, "
			"and "
			"then \"nothing_binds\" says why",
			s->id.p);
	if (is_binding && s->nothing_binds.n)
		problem_at(
			l, s->place, "%s says that nothing binds, and takes requirements that are mandatory", s->id.p);
}

void lint_schemes(struct loader *l)
{
	for (size_t i = 0; i < l->rules->schemes.n; i++) {
		const struct scheme *s = &l->rules->schemes.p[i];

		lint_silence(l, s);
		lint_sold_units(l, s, &s->units, s->from, s->place);
		for (size_t k = 0; k < s->require_count; k++)
			lint_sold_units(l, s, &s->requires[k].units, s->requires[k].from, s->requires[k].place);
		lint_recognition(l, s);
		lint_editions(l, s);
		lint_days(l, s);
		lint_taken_editions(l, s);
		for (size_t k = 0; k < s->exception_count; k++)
			if (s->exceptions[k].from.n && s->exceptions[k].to.n &&
				str_compare(s->exceptions[k].from, s->exceptions[k].to) >= 0)
				problem_at(
					l, s->exceptions[k].place, "an exception of %s ends before it begins", s->id.p);
	}
}
