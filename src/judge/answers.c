/* What people said: answers to questions, and the profile that conditions and scopes are decided by. */
#include "judge/answers.h"
#include "judge/session.h"
#include "rules/answers.h"

#include "base/buf.h"
#include "base/limits.h"

/* ---- which answer counts ----------------------------------------------------------------------------------------- */

/* A question's answers about one entity stand beside each other, the newest first. */
struct group {
	const struct answer *first;
	size_t count;
};

static struct group find_group(const struct answer *answers, size_t count, const struct question *q, int64_t entity)
{
	size_t low = 0, high = count;
	struct group g;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = str_compare(answers[middle].question, q->id);

		if (order < 0 || (order == 0 && answers[middle].entity < entity))
			low = middle + 1;
		else
			high = middle;
	}
	g = (struct group){ .first = answers + low };
	while (low + g.count < count && g.first[g.count].entity == entity &&
		str_equal(g.first[g.count].question, q->id))
		g.count++;
	return g;
}

struct answer_terms answer_terms(
	const struct rules *rules, const struct scheme *scheme, const struct question *q, str on)
{
	return (struct answer_terms){ .on = on,
		.days = rules_age_limit(rules, scheme, STR("answers")),
		.least = rules_asking_test(rules, q->id) ? STRENGTH_TESTED
			 : scheme                        ? scheme->strength
							 : STRENGTH_DECLARED };
}

static bool is_one_of(const struct scheme *s, const struct scheme *const *schemes, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (schemes[i] == s) return true;
	return false;
}

static bool asks(const struct scheme_result *s, str question)
{
	for (size_t i = 0; i < s->requirement_count; i++)
		if (requirement_question(&s->requirements[i], question)) return true;
	return false;
}

struct answer_terms answer_terms_of_schemes(
	const struct judgement *j, const struct scheme *const *schemes, size_t count, const struct question *q)
{
	struct answer_terms all = answer_terms(j->rules, NULL, q, j->on);

	for (size_t i = 0; i < j->scheme_count; i++) {
		const struct scheme_result *s = &j->schemes[i];
		struct answer_terms own = answer_terms(j->rules, s->scheme, q, j->on);

		if (!is_one_of(s->scheme, schemes, count) || !asks(s, q->id)) continue;
		if (own.days && (!all.days || own.days < all.days)) all.days = own.days;
		if (own.least > all.least) all.least = own.least;
	}
	return all;
}

static struct answer_days days_of(const struct answer *a, const struct answer_terms *terms)
{
	return (struct answer_days){
		.answered = a->answered, .expires = a->expires, .on = terms->on, .limit = terms->days
	};
}

static enum answer_life life_of(const struct answer *a, const struct answer_terms *terms)
{
	struct answer_days days = days_of(a, terms);

	return answer_life(&days);
}

/* What speaks against the product does not go away by waiting. */
static bool still_speaks(const struct question *q, const struct answer *a, const struct answer_terms *terms)
{
	enum answer_life life = life_of(a, terms);

	return life == ANSWER_LIVES || (life != ANSWER_EXPIRED && question_takes(q, a->value) != YES);
}

/* Of several answers to one question those that still speak, of these the assessors', of these the newest. Another
 * of the same standing that says the opposite makes it undecided. */
static const struct answer *choose(const struct group *g, const struct question *q, const struct answer_terms *terms,
	const struct answer **ret_against)
{
	const struct answer *best = NULL;

	*ret_against = NULL;
	for (const struct answer *a = g->first; a < g->first + g->count; a++)
		if (still_speaks(q, a, terms) && (!best || a->strength > best->strength)) best = a;
	if (!best) return g->first;
	for (const struct answer *a = g->first; a < g->first + g->count; a++)
		if (still_speaks(q, a, terms) && a->strength == best->strength &&
			question_takes(q, a->value) != question_takes(q, best->value))
			*ret_against = a;
	return best;
}

static const char *role_of(const struct answer *a)
{
	if (a->strength == STRENGTH_TESTED || a->doubt.n) return "laboratory";
	return a->strength == STRENGTH_PERSON ? "assessor" : "maker";
}

/* Why an answer of this standing is not enough; empty: it is. */
static str why_not_enough(const struct answer *a, enum strength least, struct arena *keep)
{
	if (least == STRENGTH_TESTED && a->strength < STRENGTH_TESTED)
		return arena_printf(keep,
			"only the %s's word%s%.*s; this wants a laboratory's own test, with its record", role_of(a),
			STR_AFTER(": ", a->doubt));
	if (least >= STRENGTH_PERSON && a->strength < STRENGTH_PERSON)
		return STR("only the maker's word; this route needs an assessor's answer");
	return (str){ 0 };
}

static str why_not_alive(const struct answer *a, const struct answer_terms *terms, struct arena *keep)
{
	struct answer_days days = days_of(a, terms);
	struct buf words = { 0 };

	answer_life_words(&words, &days, a->strength == STRENGTH_TESTED ? "test" : "answer");

	str why = arena_str(keep, buf_all(&words));

	buf_free(&words);
	return why;
}

/* Why the answer does not pass, in the order in which that outweighs the next; empty: it does. */
static str why_not(const struct question *q, const struct answer *a, const struct answer *against,
	const struct answer_terms *terms, struct arena *keep)
{
	enum answer_life life = life_of(a, terms);
	tri good = question_takes(q, a->value);
	str too_little = why_not_enough(a, terms->least, keep);

	if (against)
		return arena_printf(keep, "%.*s answered \"%.*s\", and %.*s \"%.*s\"", STR_FMT(a->author),
			STR_FMT(a->value), STR_FMT(against->author), STR_FMT(against->value));
	if (life == ANSWER_EXPIRED) return why_not_alive(a, terms, keep);
	if (good == UNKNOWN)
		return arena_printf(
			keep, "the answer \"%.*s\" is not one of those that the question knows", STR_FMT(a->value));
	if (good == NO)
		return arena_printf(keep, "answered \"%.*s\"%s%.*s", STR_FMT(a->value), STR_AFTER(" by ", a->author));
	if (too_little.n) return too_little;
	return life == ANSWER_LIVES ? (str){ 0 } : why_not_alive(a, terms, keep);
}

struct weighed_answer answer_weigh(const struct answer *answers, size_t count, const struct question *q, int64_t entity,
	const struct answer_terms *terms, struct arena *keep)
{
	struct group g = find_group(answers, count, q, entity);
	bool is_of_many = g.count > LIMIT_VOICES;
	const struct answer *against = NULL, *a = g.count && !is_of_many ? choose(&g, q, terms, &against) : g.first;
	struct weighed_answer w = { .verdict = VERDICT_INCONCLUSIVE, .why = STR("nobody has answered it") };

	if (!g.count) return w;
	w.answer = a;
	if (is_of_many) {
		w.why = arena_printf(keep, "more than %u people answered it", LIMIT_VOICES);
		return w;
	}
	w.has_expired = life_of(a, terms) == ANSWER_EXPIRED;
	w.why = why_not(q, a, against, terms, keep);
	if (!w.why.n)
		w.verdict = VERDICT_PASS;
	else if (!against && !w.has_expired && question_takes(q, a->value) == NO)
		w.verdict = VERDICT_FAIL;
	return w;
}

str answer_last_day(const struct answer *a, const struct answer_terms *terms, struct arena *keep)
{
	struct answer_days days = days_of(a, terms);
	char last[11];

	return answer_last(&days, last) ? arena_str(keep, str_of(last)) : (str){ 0 };
}

/* ---- disagreements ----------------------------------------------------------------------------------------------- */

static str answer_of(struct session *s, const struct answer *a)
{
	return arena_printf(s->keep, "\"%.*s\" (%s%s%.*s)", STR_FMT(a->value), role_of(a), STR_AFTER(", ", a->author));
}

void find_disagreements(struct session *s, contradictions *all)
{
	struct answer_terms terms = { .on = s->on };

	for (size_t i = 0; i < s->answers.n; i++) {
		const struct answer *a = &s->answers.p[i];

		for (size_t k = i + 1; k < s->answers.n && k <= i + LIMIT_VOICES; k++) {
			const struct answer *b = &s->answers.p[k];

			if (all->n >= LIMIT_CONTRADICTIONS) return;
			if (b->entity != a->entity || !str_equal(b->question, a->question)) break;
			if (str_equal(a->value, b->value) || life_of(a, &terms) == ANSWER_EXPIRED ||
				life_of(b, &terms) == ANSWER_EXPIRED)
				continue;
			*vec_add(s->keep, all) = (struct contradiction){ .name = a->question,
				.said = answer_of(s, b),
				.seen = answer_of(s, a),
				.author = b->author,
				.is_of_answers = true };
		}
	}
}

/* ---- replies ----------------------------------------------------------------------------------------------------- */

/* False: nobody answered for this entity. */
static bool weigh(
	struct evidence_view *v, const struct question *q, int64_t entity, enum strength least, struct reply *r)
{
	struct session *s = v->session;
	struct answer_terms terms = { .on = s->on, .days = v->evidence_days, .least = least };
	struct arena scratch = *s->keep;
	struct weighed_answer w =
		answer_weigh(s->answers.p, s->answers.n, q, entity, &terms, v->is_brief ? &scratch : s->keep);
	const struct answer *a = w.answer;

	if (!a) return false;
	r->value = a->value;
	r->author = a->author;
	r->answered = a->answered;
	r->reason = a->reason;
	r->strength = a->strength;
	r->record = a->record;
	r->sha256 = a->sha256;
	r->has_expired = w.has_expired;
	r->verdict = w.verdict;
	r->why = v->is_brief ? (str){ 0 } : w.why;
	return true;
}

/* Each entity of the question's kind by its own answer, else by the one for all: the worst of all. */
static struct reply weigh_each(
	struct evidence_view *v, const struct question *q, const struct population *of, enum strength least)
{
	struct session *s = v->session;
	struct reply r = { .question = q,
		.verdict = VERDICT_INCONCLUSIVE,
		.why = STR("nobody has answered it"),
		.of = of->subjects,
		.of_count = of->count };
	enum verdict worst = VERDICT_PASS;
	bool has_common = weigh(v, q, 0, least, &r);
	bool counts = has_common && !r.has_expired; /* the one for all does */

	if (counts) worst = r.verdict;

	bool is_first = !counts;

	for (size_t i = 0; i < of->count; i++) {
		struct reply one = r;

		r.entities++;
		if (weigh(v, q, of->subjects[i].id, least, &one)) {
			worst = verdict_worse(worst, one.verdict);
			if (is_first || one.verdict > r.verdict ||
				(one.verdict == r.verdict && one.strength < r.strength))
				one.entities = r.entities, one.open = r.open, one.of = of->subjects,
				one.of_count = of->count, r = one;
			is_first = false;
		} else if (!counts) {
			r.open++;
			worst = verdict_worse(worst, VERDICT_INCONCLUSIVE);
		}
	}
	if (of->left_out) {
		worst = verdict_worse(worst, VERDICT_INCONCLUSIVE);
		r.entities += of->left_out, r.open += of->left_out;
	}
	r.verdict = worst;
	if (worst == VERDICT_INCONCLUSIVE && r.open && !(has_common && r.open == r.entities))
		r.why = arena_printf(s->keep, "%zu of %zu have no answer", r.open, r.entities);
	return r;
}

struct reply reply_to(struct evidence_view *v, const struct question *q, int64_t entity, enum strength least)
{
	struct reply r = { .question = q, .verdict = VERDICT_INCONCLUSIVE, .why = STR("nobody has answered it") };
	const struct population *of = !entity && q->for_kind.n ? view_population(v, q->for_kind) : NULL;

	if (of && of->count) return weigh_each(v, q, of, least);

	/* For the product as a whole, or for one entity: its own answer, else the one for all. */
	if (!entity || !weigh(v, q, entity, least, &r)) (void)weigh(v, q, 0, least, &r);
	return r;
}

/* ---- conditions and profile -------------------------------------------------------------------------------------- */

static tri yes_or_no(str value)
{
	if (str_is(value, "yes") || str_is(value, "true") || str_is(value, "on")) return YES;
	if (str_is(value, "no") || str_is(value, "false") || str_is(value, "off")) return NO;
	return UNKNOWN;
}

/* A row that is 1: it is so. A row that is NULL: something of the kind is there and does not say. UNKNOWN stands for
 * the latter, NO for no row. */
static tri seen_in_rows(struct evidence_view *v, const struct condition *c)
{
	struct session *s = v->session;
	static const tri kept[] = { [NO] = NO, [UNKNOWN] = UNKNOWN, [YES] = YES };
	struct cached_query *q = c->sql.n ? query_cache_condition(s->cache, v->seen->boundary, c) : NULL;
	tri seen = NO;
	int result;

	if (!q || q->result == query_gives_nothing) return NO;
	if (q->result) return *(const tri *)q->result;
	while ((result = sqlite3_step(q->stmt)) == SQLITE_ROW && seen != YES)
		seen = sqlite3_column_type(q->stmt, 0) == SQLITE_NULL ? UNKNOWN : YES;
	sqlite3_reset(q->stmt);
	if (result == SQLITE_DONE && seen == NO)
		query_cache_gave_nothing(s->cache, q);
	else if (seen == YES || result == SQLITE_DONE)
		query_cache_gave(s->cache, q, &kept[seen]);
	else
		seen = UNKNOWN; /* the query was ended before it was through */
	return seen;
}

/* What is seen outweighs what is said: a row makes it true whatever the maker declares. */
static void decide(struct evidence_view *v, const struct condition *c, struct condition_state *state)
{
	struct session *s = v->session;
	str author = { 0 };
	tri said = yes_or_no(session_profile(s, c->id, &author)), seen = seen_in_rows(v, c);

	state->is_known = true;
	if (seen == YES) {
		state->value = YES;
		state->how = said == NO ? STR("seen in the evidence, though the maker says no")
					: STR("seen in the evidence");
	} else if (said != UNKNOWN) {
		state->value = said;
		state->how = author.n ? WORDS(s, "declared by %.*s", STR_FMT(author)) : STR("declared by the maker");
	} else if (seen == UNKNOWN) {
		state->value = UNKNOWN;
		state->how = WORDS(s, "looked for in %.*s, where something does not say", STR_FMT(c->needs.text));
	} else if (c->sql.n && c->needs.count && view_whole(v, &c->needs, NULL, NULL)) {
		state->value = NO;
		state->how = WORDS(s, "looked for in %.*s and not there", STR_FMT(c->needs.text));
	} else {
		state->value = UNKNOWN;
		state->how = STR("not decided");
	}
}

tri condition_holds(struct evidence_view *v, const struct condition *c, str *ret_how)
{
	struct condition_state *state = &v->seen->conditions[c->number];

	if (!state->is_known) decide(v, c, state);
	if (ret_how) *ret_how = state->how;
	return state->value;
}

str session_wholes(const struct session *s, str name, str said)
{
	const struct profile_name *p = said.n ? rules_profile(s->rules, name) : NULL;
	str all = said;

	for (size_t i = 0; p && i < p->part_count; i++)
		if (expr_lists(said, p->parts[i].part))
			all = arena_printf(s->keep, "%.*s, %.*s", STR_FMT(all), STR_FMT(p->parts[i].whole));
	return all;
}

bool session_is_sold_elsewhere(const struct session *s, str market)
{
	const struct profile_name *p = rules_profile(s->rules, STR("markets"));
	str said = session_wholes(s, STR("markets"), session_profile(s, STR("markets"), NULL));
	bool is_place = false;

	for (size_t i = 0; p && i < p->value_count; i++) is_place |= str_equal(p->values[i], market);
	if (!said.n || !is_place || expr_lists(said, market)) return false;
	for (size_t i = 0; i < p->part_count; i++)
		if (str_equal(p->parts[i].part, market) && expr_lists(said, p->parts[i].whole)) return false;
	return true;
}

/* What the profile says, with what it lies in; where it says nothing, what holds until somebody speaks (`unsaid`). */
static str value(void *self, str name)
{
	const struct session *s = ((const struct evidence_view *)self)->session;
	str said = session_profile(s, name, NULL);
	const struct profile_name *p = said.n ? NULL : rules_profile(s->rules, name);

	return p ? p->unsaid : session_wholes(s, name, said);
}

static tri claim(void *self, str name)
{
	struct evidence_view *v = self;
	const struct condition *c = rules_condition(v->session->rules, name);

	if (c) return condition_holds(v, c, NULL);
	return yes_or_no(value(v, name));
}

struct expr_names view_names(struct evidence_view *v)
{
	return (struct expr_names){ .self = v, .claim = claim, .value = value };
}
