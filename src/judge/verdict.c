#include "judge/verdict.h"

#include "judge/session.h"
#include "rules/dates.h"

const char *verdict_word(enum verdict v)
{
	static const char *const words[] = { [VERDICT_PASS] = "pass",
		[VERDICT_FAIL] = "fail",
		[VERDICT_INCONCLUSIVE] = "inconclusive",
		[VERDICT_NOT_APPLICABLE] = "not applicable" };

	return words[v];
}

enum verdict verdict_worse(enum verdict a, enum verdict b)
{
	return a > b ? a : b;
}

const char *strength_word(enum strength s)
{
	static const char *const words[] = { [STRENGTH_NONE] = "",
		[STRENGTH_DECLARED] = "declared",
		[STRENGTH_DOCUMENTED] = "documented",
		[STRENGTH_PERSON] = "judged by a person",
		[STRENGTH_TESTED] = "tested by a person",
		[STRENGTH_TOOL] = "reported by a tool",
		[STRENGTH_OBSERVED] = "observed" };

	return words[s];
}

str requirement_ahead(const struct requirement_result *r, str on)
{
	return date_is_to_come(r->from, on) ? r->from : (str){ 0 };
}

str requirement_ahead_of_all(const struct scheme_result *s, const struct requirement_result *r, str on)
{
	bool is_later = s->is_in_force || str_compare(r->from, s->scheme->from) > 0;

	if (is_later) return requirement_ahead(r, on);
	return date_is_to_come(s->scheme->from, on) ? s->scheme->from : (str){ 0 };
}

const struct question *requirement_question(const struct requirement_result *r, str id)
{
	for (size_t i = 0; i < r->reply_count; i++)
		if (str_equal(r->replies[i].question->id, id)) return r->replies[i].question;
	for (size_t i = 0; i < r->requirement->node_count; i++) {
		const struct question *q = r->requirement->nodes[i].question;

		if (q && str_equal(q->id, id)) return q;
	}
	return NULL;
}

str judgement_profile(const struct judgement *j, const char *name)
{
	for (size_t i = 0; i < j->profile_count; i++)
		if (str_is(j->profile[i].name, name)) return j->profile[i].value;
	return (str){ 0 };
}

/* ---- one scheme -------------------------------------------------------------------------------------------------- */

/* The place of a requirement among them; `count` when it is none of them. */
static size_t place_of(const struct demands *d, const struct requirement *r)
{
	for (size_t i = 0; i < d->count; i++)
		if (d->requirements[i].requirement == r) return i;
	return d->count;
}

static void judge_selected(
	struct evidence_view *v, const struct scheme *scheme, const struct selector *selector, struct demands *d)
{
	for (size_t i = 0; i < selector->catalogue->requirement_count; i++) {
		const struct requirement *r = &selector->catalogue->requirements[i];

		if (!selector_takes(selector, r)) continue;

		size_t at = place_of(d, r);
		struct requirement_result *q = &d->requirements[at];

		if (at == d->count) {
			d->count++;
			judge_requirement(v, r, scheme->strength, selector->by_test_conditions, q);
			q->from = selector->from;
		} else if (str_compare(selector->from, q->from) < 0) {
			q->from = selector->from;
		}
		if (selector->as_mandatory) q->is_mandatory = true;
		if (selector->as_recommended) q->is_mandatory = false;
	}
}

static void ask_day(struct session *s, struct sold_unit_question q, struct demands *d)
{
	struct sold_unit_question *more = arena_array(s->keep, struct sold_unit_question, d->question_count + 1);

	if (d->question_count) memcpy(more, d->questions, d->question_count * sizeof(*more));
	more[d->question_count++] = q;
	d->questions = more;
}

static void spare(struct session *s, const struct selector *selector, str why, struct demands *d)
{
	struct spared *more = arena_array(s->keep, struct spared, d->spared_count + 1);
	size_t count = 0;

	for (size_t i = 0; i < selector->catalogue->requirement_count; i++) {
		const struct requirement *r = &selector->catalogue->requirements[i];

		count += selector_takes(selector, r) && place_of(d, r) == d->count;
	}
	if (d->spared_count) memcpy(more, d->spared, d->spared_count * sizeof(*more));
	more[d->spared_count++] =
		(struct spared){ .from = selector->from, .why = why, .clause = selector->units.clause, .count = count };
	d->spared = more;
}

/* What is asked of units of the product; what binds none of them is told. */
static void judge_selector(
	struct evidence_view *v, const struct scheme *scheme, const struct selector *selector, struct demands *d)
{
	struct session *s = v->session;
	struct sold_units_found found;

	if (!sold_units_bound(s, &selector->units, selector->from, &found)) {
		spare(s, selector, found.why, d);
		return;
	}
	if (found.asks.n)
		ask_day(s,
			(struct sold_unit_question){ .asks = question_of(s, found.asks),
				.from = selector->from,
				.clause = selector->units.clause,
				.is_of_part = true },
			d);
	judge_selected(v, scheme, selector, d);
}

static struct demands judge_demands(struct evidence_view *v, const struct scheme *scheme)
{
	struct session *s = v->session;
	struct expr_names names = view_names(v);
	struct demands d = { 0 };
	size_t most = 0;

	for (size_t i = 0; i < scheme->require_count; i++) most += scheme->requires[i].catalogue->requirement_count;
	d.requirements = arena_array(s->keep, struct requirement_result, most + 1);
	for (size_t i = 0; i < scheme->require_count; i++) {
		const struct selector *selector = &scheme->requires[i];

		if (selector->to.n && str_compare(selector->to, s->on) <= 0) continue;
		if (selector->when && expr_eval(selector->when, &names) == NO) continue;
		judge_selector(v, scheme, selector, &d);
	}
	return d;
}

/* What is found out of a scheme whose requirements are judged. */
struct judged {
	bool is_judged;
	struct demands demands;
	struct recognised recognised;
	struct compensated compensated;
	struct scheme_verdict verdict;
};

static err judge_scheme(struct session *s, const struct scheme *scheme, struct judged *ret)
{
	struct boundary *boundary = arena_new(s->keep, struct boundary);
	struct judged j = { .is_judged = true };
	struct evidence_view v;

	*boundary = (struct boundary){ .parts = scheme->parts,
		.states = scheme->states,
		.part_count = scheme->part_count,
		.state_count = scheme->state_count };
	TRY(view_open(s, boundary, scheme, &v));
	j.demands = judge_demands(&v, scheme);
	j.recognised = recognise(&v, scheme, &j.demands);
	take_alternatives(&v, scheme, &j.demands);
	j.compensated = compensate(s, scheme, &j.demands);
	j.verdict = judge_scheme_verdict(s, scheme, &j.demands, &j.recognised, &j.compensated);
	*ret = j;
	return OK;
}

/* The day that decides whether the scheme binds any unit is asked for before those of its parts. */
static void ask_day_of_scheme(
	struct session *s, const struct scheme *scheme, const struct scope *scope, struct demands *d)
{
	struct demands all = { 0 };

	if (!scope->asks_day.n) return;
	ask_day(s,
		(struct sold_unit_question){
			.asks = question_of(s, scope->asks_day), .from = scheme->from, .clause = scheme->units.clause },
		&all);
	for (size_t i = 0; i < d->question_count; i++) ask_day(s, d->questions[i], &all);
	d->questions = all.questions;
	d->question_count = all.question_count;
}

/* The only place that writes a scheme's result, out of what others found. */
static struct scheme_result scheme_result(
	struct session *s, const struct scheme *scheme, const struct scope *scope, const struct judged *j)
{
	struct demands d = j->demands;
	const struct scheme_verdict *v = &j->verdict;
	scheme_dates coming = find_dates(s, scheme, v->ahead.on, &j->recognised, &j->compensated, j->is_judged);

	ask_day_of_scheme(s, scheme, scope, &d);
	return (struct scheme_result){
		.scheme = scheme,
		.edition = scope->edition,
		.applies = scope->applies,
		.applies_why = scope->applies_why,
		.clause = scope->clause,
		.question = scope->question,
		.questions = scope->questions,
		.question_count = scope->question_count,
		.is_in_force = scope->is_in_force,
		.is_elsewhere = scope->is_elsewhere,
		.route = scope->route,
		.route_why = scope->route_why,
		.forced = scope->forced,
		.is_judged = j->is_judged,
		.requirements = d.requirements,
		.requirement_count = d.count,
		.sold_unit_questions = d.questions,
		.sold_unit_question_count = d.question_count,
		.spared = d.spared,
		.spared_count = d.spared_count,
		.recognitions = j->recognised.recognitions,
		.recognition_count = j->recognised.recognition_count,
		.own = j->recognised.own,
		.own_count = j->recognised.own_count,
		.treatments = j->compensated.treatments,
		.treatment_count = j->compensated.treatment_count,
		.verdict = v->verdict,
		.basis = v->basis,
		.assessed = v->assessed,
		.why = v->why,
		.device = v->device,
		.device_why = v->device_why,
		.mandatory = v->mandatory,
		.all = v->all,
		.ahead = v->ahead,
		.has_system = v->has_system,
		.system = v->system,
		.system_why = v->system_why,
		.coming = coming.p,
		.coming_count = coming.n,
		.next_date = coming.n ? &coming.p[0] : NULL,
	};
}

/* ---- all --------------------------------------------------------------------------------------------------------- */

static bool same_words(const str *a, size_t n, const str *b, size_t m)
{
	if (n != m) return false;
	for (size_t i = 0; i < n; i++)
		if (!str_equal(a[i], b[i])) return false;
	return true;
}

static bool same_ages(const struct scheme *a, const struct scheme *b)
{
	if (a->age_count != b->age_count) return false;
	for (size_t i = 0; i < a->age_count; i++)
		if (a->ages[i].days != b->ages[i].days || !str_equal(a->ages[i].class, b->ages[i].class)) return false;
	return true;
}

/* Schemes with the same boundary are judged one after the other: the query cache shows one boundary at a time. They
 * have the number of the first such scheme. */
static uint32_t boundary_number(const struct rules *rules, const struct scheme *s)
{
	for (uint32_t i = 0; i < rules->schemes.n; i++) {
		const struct scheme *t = &rules->schemes.p[i];

		if (same_words(s->parts, s->part_count, t->parts, t->part_count) &&
			same_words(s->states, s->state_count, t->states, t->state_count) &&
			s->evidence_days == t->evidence_days && same_ages(s, t))
			return i;
	}
	return UINT32_MAX - 1;
}

/* Conditions that the maker denies and the evidence shows; the evidence wins, and the disagreement is a finding of
 * its own. Profile values that are seen otherwise come from checks (services.status-matches ...). */
static void find_contradictions(struct evidence_view *v, contradictions *all)
{
	struct session *s = v->session;

	for (size_t i = 0; i < s->rules->conditions.n; i++) {
		const struct condition *c = &s->rules->conditions.p[i];
		str author = { 0 }, said = session_profile(s, c->id, &author), how;

		if (!str_is(said, "no") || condition_holds(v, c, &how) != YES) continue;
		*vec_add(s->keep, all) = (struct contradiction){ .name = c->id,
			.said = arena_printf(s->keep, "not so: %.*s", STR_FMT(c->means)),
			.seen = STR("it is seen in the evidence"),
			.author = author };
	}
}

static bool is_asked_for(const struct judge_options *o, const struct scheme *s)
{
	for (size_t i = 0; i < o->scheme_count; i++)
		if (str_equal(o->schemes[i], s->id)) return true;
	return false;
}

/* A scheme that is asked about: its scope, and what judging it found. */
struct at_hand {
	const struct scheme *scheme;
	struct scope scope;
	struct judged judged;
};

/* Scopes first, in the order of the rules; then verdicts, boundary by boundary. */
static err judge_schemes(struct evidence_view *all, const struct judge_options *options, struct judgement *j)
{
	struct session *s = all->session;
	struct at_hand *hand = arena_array(s->keep, struct at_hand, s->rules->schemes.n + 1);
	size_t count = 0;

	for (size_t i = 0; i < s->rules->schemes.n; i++) {
		const struct scheme *scheme = &s->rules->schemes.p[i];

		if (options->scheme_count && !is_asked_for(options, scheme)) continue;
		hand[count++] = (struct at_hand){ .scheme = scheme, .scope = judge_scope(all, scheme) };
	}
	for (uint32_t boundary = 0; boundary < s->rules->schemes.n; boundary++) {
		for (size_t i = 0; i < count; i++) {
			const struct scope *scope = &hand[i].scope;
			bool is_wanted = is_asked_for(options, hand[i].scheme) ||
					 (scope->applies != APPLIES_NO && scope->is_in_force && !scope->is_elsewhere);

			if (is_wanted && boundary_number(s->rules, hand[i].scheme) == boundary)
				TRY(judge_scheme(s, hand[i].scheme, &hand[i].judged));
		}
	}
	j->schemes = arena_array(s->keep, struct scheme_result, count + 1);
	for (size_t i = 0; i < count; i++)
		j->schemes[j->scheme_count++] = scheme_result(s, hand[i].scheme, &hand[i].scope, &hand[i].judged);
	return OK;
}

static err judge_all(struct session *s, const struct judge_options *options, struct judgement *j)
{
	contradictions contradicted = { 0 };
	struct evidence_view all;

	TRY(view_open(s, &boundary_none, NULL, &all));
	judge_risk(&all, &j->risk);
	find_contradictions(&all, &contradicted);
	find_disagreements(s, &contradicted);
	j->answers = s->answers.p;
	j->answer_count = s->answers.n;
	find_unknown_names(&all, j);
	TRY(judge_schemes(&all, options, j));
	for (size_t i = 0; i < j->scheme_count; i++) find_false_certificates(s, &j->schemes[i], &contradicted);
	j->contradictions = contradicted.p;
	j->contradiction_count = contradicted.n;
	j->certificates = s->certificates;
	j->certificate_count = s->certificate_count;
	j->outcomes = s->outcomes.p;
	j->outcome_count = s->outcomes.n;
	return OK;
}

err judge_at(
	struct query_cache *queries, const struct judge_options *options, struct arena *keep, struct judgement **ret)
{
	struct session s = { .rules = queries->rules,
		.cache = queries,
		.keep = keep,
		.on = options->on,
		.is_counting = options->is_counting,
		.is_brief = options->is_brief };
	struct judgement *j = arena_new(keep, struct judgement);

	/* One transaction for all queries: else each begins one of its own, and throws its pages away. */
	bool is_ours = sqlite3_get_autocommit(queries->db) &&
		       sqlite3_exec(queries->db, "BEGIN", NULL, NULL, NULL) == SQLITE_OK;
	err e = session_open(&s);

	queries->guard.rounds_all = 0;
	*j = (struct judgement){ .rules = queries->rules,
		.on = options->on,
		.profile = s.profile,
		.profile_count = s.profile_count,
		.inputs = s.inputs,
		.input_count = s.input_count };
	if (!e.is) e = judge_all(&s, options, j);
	queries->guard.is_on = false;
	if (is_ours) sqlite3_exec(queries->db, "COMMIT", NULL, NULL, NULL);
	if (!e.is) *ret = j;
	return e;
}

err judge(const struct rules *rules, sqlite3 *evidence, const struct judge_options *options, struct arena *keep,
	struct judgement **ret)
{
	struct query_cache *queries;
	err e = query_cache_open(rules, evidence, &queries);

	if (!e.is) e = judge_at(queries, options, keep, ret);
	query_cache_close(queries);
	return e;
}
