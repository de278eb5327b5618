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

static bool is_listed(const struct scheme_result *s, const struct requirement *r, size_t *ret_at)
{
	for (size_t i = 0; i < s->requirement_count; i++) {
		if (s->requirements[i].requirement != r) continue;
		*ret_at = i;
		return true;
	}
	return false;
}

static void judge_selected(
	struct session *s, const struct scheme *scheme, const struct selector *selector, struct scheme_result *ret)
{
	for (size_t i = 0; i < selector->catalogue->requirement_count; i++) {
		const struct requirement *r = &selector->catalogue->requirements[i];
		size_t at;

		if (!selector_takes(selector, r)) continue;
		if (!is_listed(ret, r, &at)) {
			at = ret->requirement_count++;
			judge_requirement(s, r, scheme->strength, selector->by_test_conditions, &ret->requirements[at]);
			ret->requirements[at].from = selector->from;
		} else if (str_compare(selector->from, ret->requirements[at].from) < 0) {
			ret->requirements[at].from = selector->from;
		}
		if (selector->as_mandatory) ret->requirements[at].is_mandatory = true;
		if (selector->as_recommended) ret->requirements[at].is_mandatory = false;
	}
}

static err judge_scheme(struct session *s, const struct scheme *scheme, uint32_t boundary, struct scheme_result *ret)
{
	struct expr_names names;
	size_t most = 0;

	TRY(session_bound(s,
		&(struct boundary){ .parts = scheme->parts,
			.states = scheme->states,
			.part_count = scheme->part_count,
			.state_count = scheme->state_count },
		scheme, boundary));
	names = session_names(s);
	for (size_t i = 0; i < scheme->require_count; i++) most += scheme->requires[i].catalogue->requirement_count;
	ret->requirements = arena_array(s->keep, struct requirement_result, most);
	for (size_t i = 0; i < scheme->require_count; i++) {
		const struct selector *selector = &scheme->requires[i];

		if (selector->to.n && str_compare(selector->to, s->on) <= 0) continue;
		if (selector->when && expr_eval(selector->when, &names) == NO) continue;
		if (scope_takes(s, selector, ret)) judge_selected(s, scheme, selector, ret);
	}
	ret->is_judged = true;
	recognise_and_substitute(s, ret);
	compensate(s, ret);
	judge_scheme_verdict(s, ret);
	return OK;
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

/* Schemes with the same boundary share their outcomes: they have the number of the first such scheme. */
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
static void find_contradictions(struct session *s, contradictions *all)
{
	for (size_t i = 0; i < s->rules->conditions.n; i++) {
		const struct condition *c = &s->rules->conditions.p[i];
		str author = { 0 }, said = session_profile(s, c->id, &author), how;

		if (!str_is(said, "no") || condition_holds(s, c, &how) != YES) continue;
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

/* Scopes first, in the order of the rules; then verdicts, boundary by boundary. */
static err judge_all(struct session *s, const struct judge_options *options, struct judgement *j)
{
	struct scheme_result *last;
	contradictions all = { 0 };

	TRY(session_bound(s, &(struct boundary){ 0 }, NULL, UINT32_MAX - 2));
	judge_risk(s, &j->risk);
	find_contradictions(s, &all);
	find_disagreements(s, &all);
	j->answers = s->answers.p;
	j->answer_count = s->answers.n;
	find_unknown_names(s, j);
	j->schemes = arena_array(s->keep, struct scheme_result, s->rules->schemes.n);
	for (size_t i = 0; i < s->rules->schemes.n; i++) {
		const struct scheme *scheme = &s->rules->schemes.p[i];

		if (options->scheme_count && !is_asked_for(options, scheme)) continue;
		judge_scope(s, scheme, &j->schemes[j->scheme_count++]);
	}
	last = j->schemes + j->scheme_count;
	for (uint32_t boundary = 0; boundary < s->rules->schemes.n; boundary++) {
		for (struct scheme_result *r = j->schemes; r < last; r++) {
			bool is_wanted =
				is_asked_for(options, r->scheme) || (r->applies != APPLIES_NO && r->is_in_force);

			if (is_wanted && boundary_number(s->rules, r->scheme) == boundary)
				TRY(judge_scheme(s, r->scheme, boundary, r));
		}
	}
	for (struct scheme_result *r = j->schemes; r < last; r++) {
		find_dates(s, r);
		find_false_certificates(s, r, &all);
	}
	j->contradictions = all.p;
	j->contradiction_count = all.n;
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
