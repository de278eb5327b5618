/* Whether a scheme binds the product, from when, by which route. */
#include "judge/session.h"

struct missing_names {
	struct evidence_view *view;
	bool tells_one_by_one;
	VEC(struct scope_question) all;
};

struct scope_question scope_question_of(const struct rules *rules, str name)
{
	const struct condition *c = rules_condition(rules, name);
	const struct profile_name *p = rules_profile(rules, name);

	return (struct scope_question){ .name = name,
		.section = p ? STR("profile") : STR("conditions"),
		.asks = p                ? p->asks
			: c && c->asks.n ? c->asks
					 : name,
		.profile = p };
}

struct scope_question question_of(struct session *s, str name)
{
	return scope_question_of(s->rules, name);
}

/* A name that nobody has said anything about, as a question. */
static void missing_name(void *self, str name)
{
	struct missing_names *m = self;

	for (size_t i = 0; i < m->all.n; i++)
		if (str_equal(m->all.p[i].name, name)) return;
	*vec_add(m->view->session->keep, &m->all) = question_of(m->view->session, name);
}

static str words_of_question(struct session *s, const struct scope_question *q)
{
	if (str_equal(q->asks, q->name)) return q->name;
	return WORDS(s, "%.*s (%.*s: %.*s)", STR_FMT(q->asks), STR_FMT(q->section), STR_FMT(q->name));
}

static tri forward_claim(void *self, str name)
{
	struct missing_names *m = self;
	struct expr_names names = view_names(m->view);

	return names.claim(names.self, name);
}

static str forward_value(void *self, str name)
{
	struct missing_names *m = self;

	return view_names(m->view).value(m->view, name);
}

static tri eval_into(struct missing_names *m, const struct expr *e)
{
	struct expr_names names = { .self = m,
		.claim = forward_claim,
		.value = forward_value,
		.missing = missing_name,
		.tells_one_by_one = m->tells_one_by_one };
	size_t before = m->all.n;
	tri t = expr_eval(e, &names);

	if (t != UNKNOWN) m->all.n = before; /* decided without what was missed on the way */
	return t;
}

tri judge_claim(struct evidence_view *v, const struct expr *e, str *ret_question)
{
	struct session *s = v->session;
	struct missing_names m = { .view = v };
	tri t = eval_into(&m, e);

	if (t == UNKNOWN && m.all.n) *ret_question = words_of_question(s, &m.all.p[0]);
	return t;
}

static bool is_of_day(const struct session *s, str from, str to)
{
	return (!from.n || str_compare(from, s->on) <= 0) && (!to.n || str_compare(s->on, to) < 0);
}

static void scope_by_profile(struct evidence_view *v, const struct scheme *scheme, struct scope *ret)
{
	struct session *s = v->session;
	struct missing_names m = { .view = v };
	tri applies = scheme->applies ? eval_into(&m, scheme->applies) : YES;

	ret->applies = applies == YES ? APPLIES_YES : applies == NO ? APPLIES_NO : APPLIES_MAYBE;
	if (applies != YES && scheme->is_voluntary) {
		ret->applies = APPLIES_NO;
		ret->applies_why =
			arena_printf(s->keep, "it is voluntary, and nobody asked for it: it is judged where %.*s",
				STR_FMT(scheme->applies_text));
		return;
	}
	if (applies == NO) {
		ret->applies_why = WORDS(s, "it binds only where %.*s", STR_FMT(scheme->applies_text));
		return;
	}
	m.tells_one_by_one = true; /* exceptions are rare: what comes first in one decides whether the rest matters */
	for (size_t i = 0; i < scheme->exception_count; i++) {
		const struct exception *e = &scheme->exceptions[i];
		tri excepted = e->when && is_of_day(s, e->from, e->to) ? eval_into(&m, e->when) : NO;

		if (excepted == YES) {
			ret->applies = APPLIES_NO;
			ret->clause = e->clause;
			ret->applies_why = e->why.n ? e->why : e->text;
			return;
		}
		if (excepted == UNKNOWN) ret->applies = APPLIES_MAYBE;
	}
	if (ret->applies == APPLIES_MAYBE) {
		ret->applies_why = STR("the product file does not say enough to be sure");
		ret->questions = m.all.p;
		ret->question_count = m.all.n;
		if (m.all.n) ret->question = words_of_question(s, &m.all.p[0]);
	}
}

/* ---- the units of the product ------------------------------------------------------------------------------------ */

static void out_of_scope(struct scope *ret, str why, str clause)
{
	ret->applies = APPLIES_NO;
	ret->applies_why = why;
	ret->clause = clause;
	ret->questions = NULL;
	ret->question_count = 0;
	ret->question = (str){ 0 };
}

static void scope_by_units(struct session *s, const struct scheme *scheme, struct scope *ret)
{
	struct sold_units_found found;
	str late;

	if (ret->applies == APPLIES_NO || !scheme->units.by_count) return;
	late = sold_units_too_late(s, &scheme->units, scheme->to);
	if (!sold_units_bound(s, &scheme->units, scheme->from, &found))
		out_of_scope(ret, found.why, scheme->units.clause);
	else if (late.n)
		out_of_scope(ret, late, scheme->units.clause);
	else if (found.asks.n && ret->is_in_force)
		ret->asks_day = found.asks;
}

/* The first route that is surely forced; else the scheme's own, with what might still force another. */
static void find_route(struct evidence_view *v, const struct scheme *scheme, struct scope *ret)
{
	struct session *s = v->session;
	const struct forced_result *sure = NULL, *perhaps = NULL;

	ret->forced = arena_array(s->keep, struct forced_result, scheme->forced_count);
	for (size_t i = 0; i < scheme->forced_count; i++) {
		struct forced_result *f = &ret->forced[i];

		f->rule = &scheme->forced[i];
		f->is_forced = f->rule->when ? judge_claim(v, f->rule->when, &f->question) : NO;
		if (f->is_forced == YES && !sure) sure = f;
		if (f->is_forced == UNKNOWN) perhaps = f;
	}
	ret->route = sure ? sure->rule->route : scheme->route;
	if (sure)
		ret->route_why = sure->rule->why;
	else if (perhaps)
		ret->route_why = WORDS(s, "%.*s would be forced: %.*s (not known: %.*s)", STR_FMT(perhaps->rule->route),
			STR_FMT(perhaps->rule->why), STR_FMT(perhaps->question));
}

struct scope judge_scope(struct evidence_view *v, const struct scheme *scheme)
{
	struct session *s = v->session;
	struct scope scope = { .edition = scheme->edition };

	for (size_t i = 0; i < scheme->edition_count; i++)
		if (!i || str_compare(scheme->editions[i].from, s->on) <= 0)
			scope.edition = scheme->editions[i].edition;
	scope.is_in_force = is_of_day(s, scheme->from, scheme->to) ||
			    (is_of_day(s, scheme->from, (str){ 0 }) &&
				    sold_units_are_within(s, &scheme->units, scheme->from, scheme->to));
	scope.is_elsewhere = session_is_sold_elsewhere(s, scheme->market);
	scope_by_profile(v, scheme, &scope);
	scope_by_units(s, scheme, &scope);
	if (!scope.is_in_force && scope.applies != APPLIES_NO) {
		bool is_over = scheme->to.n && str_compare(s->on, scheme->to) >= 0;

		scope.applies_why = WORDS(s, is_over ? "it ended on %.*s" : "it applies from %.*s",
			STR_FMT(is_over ? scheme->to : scheme->from));
	}
	if (scope.is_elsewhere && scope.applies != APPLIES_NO)
		scope.applies_why = STR("it is of a market that the product file does not name");
	find_route(v, scheme, &scope);
	return scope;
}
