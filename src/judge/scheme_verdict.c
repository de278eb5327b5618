/* A scheme's verdicts out of its requirements': by the evidence alone, with what it recognises, and of the system
 * with its treatments. And what comes next. */
#include "rules/dates.h"
#include "judge/session.h"

#include <stdlib.h>

static void count(struct counts *c, enum verdict v)
{
	switch (v) {
	case VERDICT_PASS:
		c->pass++;
		break;
	case VERDICT_FAIL:
		c->fail++;
		break;
	case VERDICT_INCONCLUSIVE:
		c->inconclusive++;
		break;
	case VERDICT_NOT_APPLICABLE:
		c->not_applicable++;
		break;
	}
}

/* TS 103 701 4.6, and the same for every scheme: mandatory requirements decide; nothing passes on nothing. */
static enum verdict fold(const struct counts *c)
{
	if (c->fail) return VERDICT_FAIL;
	return c->inconclusive || !c->pass ? VERDICT_INCONCLUSIVE : VERDICT_PASS;
}

static str why_fold(struct session *s, const struct counts *c)
{
	if (c->fail)
		return WORDS(s, "%u mandatory %s", c->fail, c->fail == 1 ? "requirement fails" : "requirements fail");
	if (c->inconclusive)
		return WORDS(s, "%u mandatory %s not decided", c->inconclusive,
			c->inconclusive == 1 ? "requirement is" : "requirements are");
	return c->pass ? STR("every mandatory requirement that applies passes") : STR("nothing mandatory was decided");
}

/* ---- under the scheme's rules ------------------------------------------------------------------------------------ */

/* A certificate that stands for all of it, also where the scheme asks nothing that could be judged one by one. */
static const struct recognition *whole_recognition(const struct recognised *r)
{
	for (size_t i = 0; i < r->recognition_count; i++)
		if (r->recognitions[i].counts && !r->recognitions[i].rule->cover_count) return &r->recognitions[i];
	return NULL;
}

/* What a requirement comes to under the rules: by what settles it, else by the evidence. */
static enum verdict settled_verdict(const struct requirement_result *q)
{
	switch (q->settled) {
	case SETTLED_RECOGNISED:
	case SETTLED_ALTERNATIVE:
		return VERDICT_PASS;
	case SETTLED_ASSESSED:
		return VERDICT_NOT_APPLICABLE;
	default:
		return q->verdict;
	}
}

/* Points that the maker's risk assessment takes out are never silent: how many, which, and what the evidence says of
 * them. */
static str tell_assessed(struct session *s, const struct demands *d, str why, unsigned *ret_assessed)
{
	unsigned count = 0, failing = 0;
	str ids = { 0 };

	for (size_t i = 0; i < d->count; i++) {
		const struct requirement_result *q = &d->requirements[i];

		if (!q->is_mandatory || q->settled != SETTLED_ASSESSED || requirement_ahead(q, s->on).n) continue;
		count++;
		failing += q->verdict == VERDICT_FAIL;
		ids = arena_join(s->keep, ids, ", ", q->requirement->id);
	}
	*ret_assessed = count;
	if (!count) return why;
	return arena_printf(s->keep, "%.*s; %u %s not applicable on the maker's risk assessment (%.*s)%s", STR_FMT(why),
		count, count == 1 ? "is" : "are", STR_FMT(ids),
		failing ? arena_printf(s->keep, ", %u of which the evidence fails", failing).p : "");
}

/* The first that counts; one that stands for all of the scheme before the others. */
static const struct recognition *deciding_recognition(const struct recognised *r)
{
	const struct recognition *n = whole_recognition(r);

	for (size_t i = 0; i < r->recognition_count && !n; i++)
		if (r->recognitions[i].counts) n = &r->recognitions[i];
	return n;
}

static str why_recognised(struct session *s, const struct recognition *n)
{
	return arena_printf(s->keep, "recognised by the %.*s %.*s%s%.*s%s%.*s%s (%.*s)", STR_FMT(n->certificate->kind),
		STR_FMT(n->certificate->scheme), STR_AFTER(" ", n->certificate->level),
		STR_AFTER(", number ", n->certificate->number),
		n->certificate->author.n ? arena_printf(s->keep, ", claimed by %.*s", STR_FMT(n->certificate->author)).p
					 : ", as claimed",
		STR_FMT(n->rule->clause));
}

static void judge_under_rules(
	struct session *s, const struct demands *d, const struct recognised *recognised, struct scheme_verdict *r)
{
	const struct recognition *whole = whole_recognition(recognised);
	struct counts c = { 0 };
	unsigned rests_on[SETTLED_COUNT] = { 0 };

	for (size_t i = 0; i < d->count; i++) {
		const struct requirement_result *q = &d->requirements[i];

		if (!q->is_mandatory || requirement_ahead(q, s->on).n) continue;
		count(&c, settled_verdict(q));
		if (q->verdict != VERDICT_PASS) rests_on[q->settled]++;
	}
	r->verdict = whole ? VERDICT_PASS : fold(&c);
	r->why = why_fold(s, &c);
	if (r->verdict == VERDICT_PASS)
		r->basis = whole || rests_on[SETTLED_RECOGNISED] ? SETTLED_RECOGNISED
			   : rests_on[SETTLED_ALTERNATIVE]       ? SETTLED_ALTERNATIVE
			   : rests_on[SETTLED_ASSESSED]          ? SETTLED_ASSESSED
								 : SETTLED_NOT;
	if (whole && r->device == VERDICT_PASS)
		r->basis = SETTLED_NOT;
	else if (r->basis == SETTLED_RECOGNISED)
		r->why = why_recognised(s, deciding_recognition(recognised));
	else if (r->basis == SETTLED_ALTERNATIVE)
		r->why =
			arena_printf(s->keep, "%u mandatory %s met another way that the scheme allows; the others pass",
				rests_on[SETTLED_ALTERNATIVE],
				rests_on[SETTLED_ALTERNATIVE] == 1 ? "requirement is" : "requirements are");
	r->why = tell_assessed(s, d, r->why, &r->assessed);
}

/* A law that asks nothing of security, or a text that only advises, says so itself. That is no pass, and nothing is
 * missing for one; rows that got lost are neither. */
static void judge_silence(const struct scheme *scheme, struct scheme_verdict *r)
{
	if (!scheme->nothing_binds.n) return;
	r->device = r->verdict = VERDICT_NOT_APPLICABLE;
	r->basis = SETTLED_NOT;
	r->device_why = r->why = scheme->nothing_binds;
}

/* ---- ahead of time, and of the system ---------------------------------------------------------------------------- */

static struct ahead judge_ahead(struct session *s, const struct demands *d)
{
	struct ahead a = { 0 };

	for (size_t i = 0; i < d->count; i++) {
		const struct requirement_result *q = &d->requirements[i];

		if (!requirement_ahead(q, s->on).n) continue;
		if (!a.on.n || str_compare(q->from, a.on) < 0) a.on = q->from;
		if (q->is_mandatory) count(&a.mandatory, settled_verdict(q));
	}
	a.verdict = fold(&a.mandatory);
	return a;
}

static void judge_system(
	struct session *s, const struct demands *d, const struct compensated *compensated, struct scheme_verdict *r)
{
	struct counts c = { 0 };
	unsigned treated = 0;
	str first = { 0 };

	for (size_t i = 0; i < compensated->treatment_count; i++) {
		const struct treatment_result *t = &compensated->treatments[i];

		if (!t->counts || t->is_assessed) continue;
		r->has_system = true;
		if (!first.n || str_compare(t->treatment->until, first) < 0) first = t->treatment->until;
	}
	if (!r->has_system) return;
	for (size_t i = 0; i < d->count; i++) {
		const struct requirement_result *q = &d->requirements[i];

		if (!q->is_mandatory || requirement_ahead(q, s->on).n) continue;
		count(&c, q->is_treated ? VERDICT_PASS : settled_verdict(q));
		treated += q->is_treated;
	}
	r->system = fold(&c);
	r->system_why = arena_printf(s->keep, "%.*s; %u %s on treatments, the first of which ends on %.*s",
		STR_FMT(c.fail || c.inconclusive ? why_fold(s, &c)
						 : STR("with the treatments every mandatory requirement is met")),
		treated, treated == 1 ? "rests" : "rest", STR_FMT(first));
}

struct scheme_verdict judge_scheme_verdict(struct session *s, const struct scheme *scheme, const struct demands *d,
	const struct recognised *recognised, const struct compensated *compensated)
{
	struct scheme_verdict r = { 0 };

	for (size_t i = 0; i < d->count; i++) {
		if (requirement_ahead(&d->requirements[i], s->on).n) continue;
		count(&r.all, d->requirements[i].verdict);
		if (d->requirements[i].is_mandatory) count(&r.mandatory, d->requirements[i].verdict);
	}
	r.device = fold(&r.mandatory);
	r.device_why = why_fold(s, &r.mandatory);
	judge_under_rules(s, d, recognised, &r);
	judge_silence(scheme, &r);
	r.ahead = judge_ahead(s, d);
	judge_system(s, d, compensated, &r);
	return r;
}

/* ---- what is to come --------------------------------------------------------------------------------------------- */

static void add_sourced(struct session *s, scheme_dates *all, str on, str what, const struct sourced *by)
{
	if (!on.n || str_compare(on, s->on) <= 0) return;
	for (size_t i = 0; i < all->n; i++)
		if (str_equal(all->p[i].on, on) && str_equal(all->p[i].what, what)) return;
	*vec_add(s->keep, all) = (struct scheme_date){ .on = on, .what = what, .by = *by };
}

static void add_date(struct session *s, scheme_dates *all, str on, str what)
{
	add_sourced(s, all, on, what, &(struct sourced){ 0 });
}

static bool has_date(const scheme_dates *all, str on)
{
	for (size_t i = 0; i < all->n; i++)
		if (str_equal(all->p[i].on, on)) return true;
	return false;
}

static int by_day(const void *a, const void *b)
{
	const struct scheme_date *x = a, *y = b;
	int order = str_compare(x->on, y->on);

	return order ? order : str_compare(x->what, y->what);
}

/* The days of the law: those that its file tells, and those that follow from it. */
static void add_law(struct session *s, const struct scheme *scheme, str ahead, scheme_dates *all)
{
	for (size_t i = 0; i < scheme->date_count; i++)
		add_sourced(s, all, scheme->dates[i].on, scheme->dates[i].what, &scheme->dates[i].by);
	if (scheme->from.n && !has_date(all, scheme->from))
		add_sourced(s, all, scheme->from, STR("it applies"), &scheme->dated);
	if (scheme->to.n && !has_date(all, scheme->to)) add_sourced(s, all, scheme->to, STR("it ends"), &scheme->dated);
	for (size_t i = 0; i < scheme->edition_count; i++)
		if (!has_date(all, scheme->editions[i].from))
			add_sourced(s, all, scheme->editions[i].from,
				arena_printf(s->keep, "%.*s holds", STR_FMT(scheme->editions[i].edition)),
				&scheme->editions[i].by);
	if (ahead.n && !has_date(all, ahead)) add_date(s, all, ahead, STR("what is judged ahead of its day is asked"));
}

static void add_certificate(struct session *s, const struct certificate_claim *h, scheme_dates *all)
{
	if (h->is_valid && h->until.n)
		add_date(s, all, h->until,
			arena_printf(s->keep, "last day of the %.*s %.*s%s%.*s", STR_FMT(h->kind), STR_FMT(h->scheme),
				STR_AFTER(" ", h->number)));
}

scheme_dates find_dates(struct session *s, const struct scheme *scheme, str ahead, const struct recognised *recognised,
	const struct compensated *compensated, bool is_judged)
{
	scheme_dates all = { 0 };

	add_law(s, scheme, ahead, &all);
	for (size_t i = 0; i < recognised->own_count; i++) add_certificate(s, recognised->own[i], &all);
	for (size_t i = 0; i < recognised->recognition_count; i++)
		if (recognised->recognitions[i].counts)
			add_certificate(s, recognised->recognitions[i].certificate, &all);
	for (size_t i = 0; i < compensated->treatment_count; i++) {
		const struct treatment_result *t = &compensated->treatments[i];

		if (t->counts)
			add_date(s, &all, t->treatment->until,
				arena_printf(
					s->keep, "last day of the treatment of %.*s", STR_FMT(t->of->requirement->id)));
	}
	if (is_judged)
		add_date(s, &all, date_last(s->keep, session_profile(s, STR("support.until"), NULL)),
			STR("the support period ends"));
	if (all.n) qsort(all.p, all.n, sizeof(*all.p), by_day);
	return all;
}
