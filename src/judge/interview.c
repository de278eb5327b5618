#include "judge/interview.h"

#include "rules/answers.h"

#include <stdlib.h>

/* ---- questions of the profile ------------------------------------------------------------------------------------ */

static const struct question *question_of_profile(
	str id, str asks, str type, str *values, size_t count, struct arena *keep)
{
	struct question *q = arena_new(keep, struct question);

	*q = (struct question){ .id = id,
		.sentence = asks,
		.plain = asks,
		.why = STR("It decides which laws and standards apply, and what they ask."),
		.type = str_is(type, "word") ? STR("choice") : type,
		.choices = values,
		.choice_count = count };
	return q;
}

const struct question *profile_question(const struct rules *rules, str id, struct arena *keep)
{
	str rest = id, section = { 0 };

	if (!str_split(&rest, '.', &section) || !rest.n) return NULL;

	const struct profile_name *p = str_is(section, "profile") ? rules_profile(rules, rest) : NULL;
	const struct condition *c = str_is(section, "conditions") ? rules_condition(rules, rest) : NULL;

	if (p) return question_of_profile(id, p->asks, p->type, p->values, p->value_count, keep);
	if (!c) return NULL;
	return question_of_profile(id, c->asks.n ? c->asks : c->means, STR("yes/no"), NULL, 0, keep);
}

bool interview_takes(const struct question *q, str value)
{
	str rest = value, word;
	bool is_known = value.n > 0;

	if (!str_is(q->type, "words")) {
		bool is_yes_or_no = str_is(value, "yes") || str_is(value, "no");

		return (str_is(q->type, "yes/no") && is_yes_or_no) || question_takes(q, value) != UNKNOWN;
	}
	while (is_known && str_split(&rest, ',', &word)) {
		is_known = false;
		for (size_t i = 0; i < q->choice_count; i++) is_known |= str_equal(q->choices[i], str_trim(word));
	}
	return is_known;
}

/* ---- steps ------------------------------------------------------------------------------------------------------- */

static void add_market(struct interview_step *step, str *markets, str market)
{
	for (size_t i = 0; i < step->market_count; i++)
		if (str_equal(markets[i], market)) return;
	markets[step->market_count++] = market;
}

static struct interview_step step_of_scope(const struct judgement *j, const struct scope_owed *o, struct arena *keep)
{
	str *markets = arena_array(keep, str, o->scheme_count + o->reached_count + 1);
	str id = arena_printf(keep, "%.*s.%.*s", STR_FMT(o->asks.section), STR_FMT(o->asks.name));
	struct interview_step step = {
		.question = profile_question(j->rules, id, keep), .scope = o, .markets = markets
	};

	for (size_t i = 0; i < o->scheme_count; i++) add_market(&step, markets, o->schemes[i]->scheme->market);
	for (size_t i = 0; i < o->reached_count; i++) add_market(&step, markets, o->reached[i].scheme->scheme->market);
	return step;
}

static void add_markets_of(const struct judgement *j, const struct missing_evidence *o, enum asked_of by,
	struct interview_step *step, str *markets)
{
	for (size_t i = 0; i < o->reached_count; i++) {
		const struct scheme *s = o->reached[i].scheme->scheme;

		if (asked_under(j->rules, s, o->question) <= by) add_market(step, markets, s->market);
	}
}

static struct interview_step step_of_question(
	const struct judgement *j, const struct missing_evidence *o, enum asked_of by, struct arena *keep)
{
	/* As many as the judgement has schemes: a group may gather those of several questions. */
	str *markets = arena_array(keep, str, j->scheme_count + 1);
	struct interview_step step = { .question = o->question, .owed = o, .markets = markets };

	step.rows = open_rows(j, o->question, by, keep, &step.row_count);
	add_markets_of(j, o, by, &step, markets);
	return step;
}

/* ---- groups ------------------------------------------------------------------------------------------------------ */

const str interview_all_so = { "yes, all of it", 14 };

static const struct question_group *group_of(const struct judgement *j, str question, const struct interview_options *o)
{
	for (size_t i = 0; i < j->rules->groups.n; i++) {
		const struct question_group *g = &j->rules->groups.p[i];

		for (size_t k = 0; k < o->apart_count; k++)
			if (str_equal(o->apart[k], g->id)) g = NULL, k = o->apart_count;
		for (size_t k = 0; g && k < g->member_count; k++)
			if (str_equal(g->members[k].question, question)) return g;
	}
	return NULL;
}

/* Something that is open asks it, now or when another question is answered. */
static bool is_asked_at_all(const struct judgement *j, str question, enum asked_of by)
{
	const struct question *q = rules_question(j->rules, question);

	for (size_t i = 0; i < j->scheme_count && q; i++) {
		const struct scheme_result *s = &j->schemes[i];

		if (s->is_elsewhere || asked_under(j->rules, s->scheme, q) > by) continue;
		for (size_t k = 0; k < s->requirement_count; k++)
			if (s->requirements[k].verdict == VERDICT_INCONCLUSIVE &&
				requirement_question(&s->requirements[k], question))
				return true;
	}
	return false;
}

static const struct question *question_of_group(const struct question_group *g, struct arena *keep)
{
	static str choices[] = { { "yes, all of it", 14 }, { "no, one by one", 14 } };
	struct question *q = arena_new(keep, struct question);

	*q = (struct question){ .id = arena_printf(keep, "group.%.*s", STR_FMT(g->id)),
		.sentence = g->plain,
		.plain = g->plain,
		.why = g->why,
		.for_kind = g->for_kind,
		.type = STR("choice"),
		.choices = choices,
		.choice_count = 2 };
	return q;
}

/* The step as one of its group; with a single member that is open it stays as it is. */
static void join(const struct judgement *j, const struct question_group *g, enum asked_of by, struct arena *keep,
	struct interview_step *step)
{
	struct interview_answer *joined = arena_array(keep, struct interview_answer, g->member_count);
	size_t n = 0;

	for (size_t i = 0; i < g->member_count; i++)
		if (is_asked_at_all(j, g->members[i].question, by))
			joined[n++] =
				(struct interview_answer){ .question = rules_question(j->rules, g->members[i].question),
					.value = g->members[i].value };
	if (n < 2) return;
	step->group = g;
	step->question = question_of_group(g, keep);
	step->joined = joined;
	step->joined_count = n;
}

static int by_name_of_row(const void *a, const void *b)
{
	const struct open_row *x = a, *y = b;
	int order = str_compare(x->name, y->name);

	if (order) return order;
	return x->entity < y->entity ? -1 : x->entity > y->entity;
}

/* Rows and markets of another question of the same group. */
static void add_to_group(const struct judgement *j, const struct missing_evidence *o, enum asked_of by,
	struct arena *keep, struct interview_step *step)
{
	size_t count, n = 0;
	struct open_row *rows = open_rows(j, o->question, by, keep, &count);
	struct open_row *all = arena_array(keep, struct open_row, step->row_count + count + 1);

	if (step->row_count) memcpy(all, step->rows, step->row_count * sizeof(*all));
	if (count) memcpy(all + step->row_count, rows, count * sizeof(*all));
	count += step->row_count;
	if (count) qsort(all, count, sizeof(*all), by_name_of_row);
	for (size_t i = 0; i < count; i++)
		if (!n || all[n - 1].entity != all[i].entity) all[n++] = all[i];
	step->rows = all;
	step->row_count = n;
	add_markets_of(j, o, by, step, step->markets);
}

static struct interview_step *step_of_group(struct interview_plan *p, const struct question_group *g)
{
	for (size_t i = 0; g && i < p->step_count; i++)
		if (p->steps[i].group == g) return &p->steps[i];
	return NULL;
}

/* ---- the plan ---------------------------------------------------------------------------------------------------- */

/* An answer of such a one was given already for each requirement that takes it: it would change nothing. */
static bool is_said(const struct judgement *j, const struct missing_evidence *o, enum asked_of by)
{
	for (size_t i = 0; i < o->reached_count; i++) {
		const struct reached *r = &o->reached[i];
		bool has_reply = false;

		if (asked_under(j->rules, r->scheme->scheme, o->question) > by) continue;
		for (size_t k = 0; k < r->requirement->reply_count; k++) {
			const struct reply *reply = &r->requirement->replies[k];

			if (!str_equal(reply->question->id, o->question->id)) continue;
			has_reply = reply->verdict != VERDICT_INCONCLUSIVE;
		}
		if (!has_reply) return false;
	}
	return true;
}

static void add_question(const struct judgement *j, const struct missing_evidence *o,
	const struct interview_options *options, struct arena *keep, struct interview_plan *p)
{
	const struct question_group *g = group_of(j, o->question->id, options);
	struct interview_step *of_group = step_of_group(p, g);

	p->question_count++;
	if (of_group) {
		add_to_group(j, o, options->by, keep, of_group);
		return;
	}

	struct interview_step *step = &p->steps[p->step_count++];

	*step = step_of_question(j, o, options->by, keep);
	if (g) join(j, g, options->by, keep, step);
}

void interview_plan(const struct judgement *j, const struct plan *plan, const struct interview_options *options,
	struct arena *keep, struct interview_plan *ret)
{
	struct interview_plan p = { .steps = arena_array(
					    keep, struct interview_step, plan->scope_count + plan->missing_count + 1) };

	for (size_t i = 0; i < plan->scope_count; i++) {
		struct interview_step step = step_of_scope(j, &plan->scope[i], keep);

		if (step.question) p.steps[p.step_count++] = step;
	}
	p.question_count = p.step_count;
	for (size_t i = 0; i < plan->missing_count; i++) {
		const struct missing_evidence *o = &plan->missing[i];

		if (!o->question) continue;
		if (o->least_of > options->by)
			p.for_others++;
		else if (!is_said(j, o, options->by))
			add_question(j, o, options, keep, &p);
	}
	*ret = p;
}

const struct interview_step *interview_step(const struct interview_plan *p, str question)
{
	for (size_t i = 0; i < p->step_count; i++)
		if (str_equal(p->steps[i].question->id, question)) return &p->steps[i];
	return NULL;
}

struct market_count *interview_markets(const struct interview_plan *p, struct arena *keep, size_t *ret_count)
{
	VEC(struct market_count) all = { 0 };

	for (size_t i = 0; i < p->step_count; i++) {
		for (size_t k = 0; k < p->steps[i].market_count; k++) {
			str market = p->steps[i].markets[k];
			size_t at = 0;

			while (at < all.n && !str_equal(all.p[at].market, market)) at++;
			if (at == all.n) *vec_add(keep, &all) = (struct market_count){ .market = market };
			all.p[at].steps++;
		}
	}
	*ret_count = all.n;
	return all.p;
}

/* ---- what an answer changes -------------------------------------------------------------------------------------- */

static const struct scheme_result *scheme_in(const struct judgement *j, const struct scheme *scheme)
{
	for (size_t i = 0; i < j->scheme_count; i++)
		if (j->schemes[i].scheme == scheme) return &j->schemes[i];
	return NULL;
}

/* A scheme takes its requirements in one order: the place is mostly the same. */
static const struct requirement_result *requirement_in(
	const struct scheme_result *s, const struct requirement *r, size_t at)
{
	if (at < s->requirement_count && s->requirements[at].requirement == r) return &s->requirements[at];
	for (size_t i = 0; i < s->requirement_count; i++)
		if (s->requirements[i].requirement == r) return &s->requirements[i];
	return NULL;
}

static bool is_owed(const struct requirement_result *r)
{
	return r->is_mandatory && r->settled == SETTLED_NOT;
}

static void add_changed(struct interview_effect *e, const struct scheme_result *s, const struct requirement_result *r,
	enum verdict before)
{
	struct changed_requirement c = { .scheme = s, .requirement = r };

	if (r->verdict == before) return;
	if (r->verdict == VERDICT_PASS) e->passes[e->pass_count++] = c;
	if (r->verdict == VERDICT_FAIL) e->fails[e->fail_count++] = c;
	if (r->verdict == VERDICT_NOT_APPLICABLE) e->spares[e->spare_count++] = c;
	if (r->verdict == VERDICT_INCONCLUSIVE) e->opens[e->open_count++] = c;
}

void interview_effect(
	const struct judgement *before, const struct judgement *after, struct arena *keep, struct interview_effect *ret)
{
	struct interview_effect e = { .schemes = arena_array(keep, struct changed_scheme, after->scheme_count + 1) };
	size_t most = 1;

	for (size_t i = 0; i < after->scheme_count; i++) most += after->schemes[i].requirement_count;
	e.passes = arena_array(keep, struct changed_requirement, most);
	e.fails = arena_array(keep, struct changed_requirement, most);
	e.spares = arena_array(keep, struct changed_requirement, most);
	e.opens = arena_array(keep, struct changed_requirement, most);
	for (size_t i = 0; i < after->scheme_count; i++) {
		const struct scheme_result *s = &after->schemes[i], *old = scheme_in(before, s->scheme);

		if (!old || old->is_elsewhere) continue;
		if (old->applies != s->applies)
			e.schemes[e.scheme_count++] = (struct changed_scheme){
				.scheme = s->scheme, .before = old->applies, .after = s->applies
			};
		for (size_t k = 0; k < s->requirement_count; k++) {
			const struct requirement_result *r = &s->requirements[k],
							*was = requirement_in(old, r->requirement, k);

			if (was && is_owed(r)) add_changed(&e, s, r, was->verdict);
		}
	}
	*ret = e;
}
