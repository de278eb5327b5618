/* Whether a scheme binds the product, from when, by which route; and the risk class with its reasons. */
#include "judge/session.h"

/* ---- scope ------------------------------------------------------------------------------------------------------------- */

struct missing_names {
	struct session *session;
	VEC(struct scope_question) all;
};

/* A name that nobody has said anything about, as a question. */
static void missing_name(void *self, str name)
{
	struct missing_names *m = self;
	const struct condition *c = rules_condition(m->session->rules, name);
	const struct profile_name *p = rules_profile(m->session->rules, name);

	for (size_t i = 0; i < m->all.n; i++)
		if (str_equal(m->all.p[i].name, name)) return;
	*vec_add(m->session->keep, &m->all) = (struct scope_question){ .name = name,
		.section = p ? STR("profile") : STR("conditions"),
		.asks = p                ? p->asks
			: c && c->asks.n ? c->asks
					 : name,
		.profile = p };
}

static str words_of_question(struct session *s, const struct scope_question *q)
{
	if (str_equal(q->asks, q->name)) return q->name;
	return arena_printf(s->keep, "%.*s (%.*s: %.*s)", STR_FMT(q->asks), STR_FMT(q->section), STR_FMT(q->name));
}

static tri forward_claim(void *self, str name)
{
	struct missing_names *m = self;
	struct expr_names names = session_names(m->session);

	return names.claim(names.self, name);
}

static str forward_value(void *self, str name)
{
	struct missing_names *m = self;

	return session_profile(m->session, name, NULL);
}

static tri eval_into(struct missing_names *m, const struct expr *e)
{
	struct expr_names names = {
		.self = m, .claim = forward_claim, .value = forward_value, .missing = missing_name
	};

	return expr_eval(e, &names);
}

/* The same for who wants to know one thing that is missing. */
static tri eval(struct session *s, const struct expr *e, str *ret_question)
{
	struct missing_names m = { .session = s };
	tri t = eval_into(&m, e);

	if (t == UNKNOWN && m.all.n) *ret_question = words_of_question(s, &m.all.p[0]);
	return t;
}

static bool is_of_day(const struct session *s, str from, str to)
{
	return (!from.n || str_compare(from, s->on) <= 0) && (!to.n || str_compare(s->on, to) < 0);
}

static void scope_by_profile(struct session *s, const struct scheme *scheme, struct scheme_result *ret)
{
	struct missing_names m = { .session = s };
	tri applies = scheme->applies ? eval_into(&m, scheme->applies) : YES;

	ret->applies = applies == YES ? APPLIES_YES : applies == NO ? APPLIES_NO : APPLIES_MAYBE;
	if (applies == NO) {
		ret->applies_why = arena_printf(s->keep, "it binds only where %.*s", STR_FMT(scheme->applies_text));
		return;
	}
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
	if (ret->applies == APPLIES_MAYBE && scheme->is_voluntary) {
		ret->applies = APPLIES_NO;
		ret->applies_why = STR("it is voluntary, and nobody asked for it");
	} else if (ret->applies == APPLIES_MAYBE) {
		ret->applies_why = STR("the product file does not say enough to be sure");
		ret->questions = m.all.p;
		ret->question_count = m.all.n;
		if (m.all.n) ret->question = words_of_question(s, &m.all.p[0]);
	}
}

/* The first route that is surely forced; else the scheme's own, with what might still force another. */
static void find_route(struct session *s, const struct scheme *scheme, struct scheme_result *ret)
{
	const struct forced_result *sure = NULL, *perhaps = NULL;

	ret->forced = arena_array(s->keep, struct forced_result, scheme->forced_count);
	for (size_t i = 0; i < scheme->forced_count; i++) {
		struct forced_result *f = &ret->forced[i];

		f->rule = &scheme->forced[i];
		f->is_forced = f->rule->when ? eval(s, f->rule->when, &f->question) : NO;
		if (f->is_forced == YES && !sure) sure = f;
		if (f->is_forced == UNKNOWN) perhaps = f;
	}
	ret->route = sure ? sure->rule->route : scheme->route;
	if (sure)
		ret->route_why = sure->rule->why;
	else if (perhaps)
		ret->route_why = arena_printf(s->keep, "%.*s would be forced: %.*s (not known: %.*s)",
			STR_FMT(perhaps->rule->route), STR_FMT(perhaps->rule->why), STR_FMT(perhaps->question));
}

void judge_scope(struct session *s, const struct scheme *scheme, struct scheme_result *ret)
{
	ret->scheme = scheme;
	ret->edition = scheme->edition;
	for (size_t i = 0; i < scheme->edition_count; i++)
		if (!i || str_compare(scheme->editions[i].from, s->on) <= 0) ret->edition = scheme->editions[i].edition;
	ret->is_in_force = is_of_day(s, scheme->from, scheme->to);
	scope_by_profile(s, scheme, ret);
	if (!ret->is_in_force && ret->applies != APPLIES_NO) {
		bool is_over = scheme->to.n && str_compare(s->on, scheme->to) >= 0;

		ret->applies_why = arena_printf(s->keep, is_over ? "it ended on %.*s" : "it applies from %.*s",
			STR_FMT(is_over ? scheme->to : scheme->from));
	}
	find_route(s, scheme, ret);
}

/* ---- risk -------------------------------------------------------------------------------------------------------------- */

static size_t class_number(const struct risk *risk, str name)
{
	for (size_t i = 0; i < risk->class_count; i++)
		if (str_equal(risk->classes[i].name, name)) return i;
	return 0;
}

static void collect_reasons(struct session *s, const struct risk *risk, struct risk_result *ret, size_t *ret_floor)
{
	VEC(struct risk_reason) reasons = { 0 };
	VEC(str) unknown = { 0 };

	for (size_t i = 0; i < risk->rule_count; i++) {
		const struct risk_rule *r = &risk->rules[i];
		str question = { 0 };
		tri holds = r->when ? eval(s, r->when, &question) : NO;

		if (holds == UNKNOWN) {
			bool is_new = true;

			for (size_t j = 0; j < unknown.n; j++) is_new &= !str_equal(unknown.p[j], question);
			if (is_new) *vec_add(s->keep, &unknown) = question;
		}
		if (holds != YES) continue;
		*vec_add(s->keep, &reasons) = (struct risk_reason){ .because = r->because, .points = r->add };
		ret->points += r->add;
		if (r->at_least.n && class_number(risk, r->at_least) > *ret_floor)
			*ret_floor = class_number(risk, r->at_least);
	}
	ret->reasons = reasons.p;
	ret->reason_count = reasons.n;
	ret->unknown = unknown.p;
	ret->unknown_count = unknown.n;
}

/* What the product file itself sets outweighs the method, and is shown with it. */
static struct profile_value level_of(
	struct session *s, const struct risk_level *l, const struct profile_value *so_far, size_t count)
{
	struct profile_value v = { .name = l->scale, .value = l->value, .author = l->because };
	str said = session_profile(s, arena_printf(s->keep, "risk.%.*s", STR_FMT(l->scale)), &v.author);

	for (size_t i = 0; i < count && l->as.n; i++)
		if (str_equal(so_far[i].name, l->as)) v.value = so_far[i].value;
	if (said.n) v.value = said;
	return v;
}

/* Each scale takes its first row that fits the class and whose condition holds; one that goes by another follows it. */
static void collect_levels(struct session *s, const struct risk *risk, struct risk_result *ret)
{
	VEC(struct profile_value) levels = { 0 };

	for (size_t i = 0; i < risk->level_count; i++) {
		const struct risk_level *l = &risk->levels[i];
		str question = { 0 };
		bool is_taken = false;

		for (size_t j = 0; j < levels.n; j++) is_taken |= str_equal(levels.p[j].name, l->scale);
		if (is_taken || (l->risk_class.n && !str_equal(l->risk_class, ret->risk_class))) continue;
		if (l->when && eval(s, l->when, &question) != YES) continue;

		struct profile_value v = level_of(s, l, levels.p, levels.n);

		if (v.value.n) *vec_add(s->keep, &levels) = v;
	}
	ret->levels = levels.p;
	ret->level_count = levels.n;
}

/* Expressions see the result as risk.class and risk.SCALE. */
static void publish(struct session *s, const struct risk_result *r)
{
	struct profile_value *more = arena_array(s->keep, struct profile_value, s->profile_count + r->level_count + 1);
	size_t n = 0;

	more[n++] = (struct profile_value){ .name = STR("risk.class"), .value = r->risk_class };
	for (size_t i = 0; i < r->level_count; i++)
		more[n++] =
			(struct profile_value){ .name = arena_printf(s->keep, "risk.%.*s", STR_FMT(r->levels[i].name)),
				.value = r->levels[i].value,
				.author = r->levels[i].author };
	if (s->profile_count) memcpy(more + n, s->profile, s->profile_count * sizeof(*more));
	s->profile = more;
	s->profile_count += n;
}

void judge_risk(struct session *s, struct risk_result *ret)
{
	const struct risk *risk = &s->rules->risk;
	size_t floor = 0, class = 0;
	str override = session_profile(s, STR("risk.override"), NULL);

	*ret = (struct risk_result){ 0 };
	if (!risk->class_count) return;
	collect_reasons(s, risk, ret, &floor);
	for (size_t i = 0; i < risk->class_count; i++)
		if (ret->points >= risk->classes[i].from_points) class = i;
	if (class < floor) class = floor;
	ret->risk_class = risk->classes[class].name;
	if (override.n) {
		ret->is_overridden = true;
		ret->risk_class = override;
		ret->override_reason = session_profile(s, STR("risk.override-reason"), NULL);
	}
	collect_levels(s, risk, ret);
	publish(s, ret);
}
