/* What people said: answers to questions, and the profile that conditions and scopes are decided by. */
#include "rules/dates.h"
#include "judge/session.h"

#include "base/buf.h"

#include <stdlib.h>

/* ---- questions ------------------------------------------------------------------------------------------------------- */

static bool number_fits(str expression, double value)
{
	static const struct {
		const char *sign;
		int least, most; /* which of -1 (less), 0, 1 (more) fit */
	} signs[] = { { ">=", 0, 1 }, { "<=", -1, 0 }, { ">", 1, 1 }, { "<", -1, -1 }, { "=", 0, 0 } };

	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++) {
		if (!str_starts(expression, signs[i].sign)) continue;

		double limit = strtod(expression.p + strlen(signs[i].sign), NULL);
		int order = value < limit ? -1 : value > limit;

		return order >= signs[i].least && order <= signs[i].most;
	}
	return false;
}

/* 2026, 2026-05 or 2026-05-31. */
static bool is_date(str value)
{
	uint64_t number;
	str part, rest = value;
	unsigned parts = 0;

	for (; str_split(&rest, '-', &part); parts++)
		if (part.n != (parts ? 2u : 4u) || !str_to_u64(part, 10, &number) ||
			(parts == 1 && (!number || number > 12)) || (parts == 2 && (!number || number > 31)))
			return false;
	return parts >= 1 && parts <= 3;
}

tri question_takes(const struct question *q, str value)
{
	char *end;

	if (str_is(q->type, "number")) {
		double number = strtod(value.p ? value.p : "", &end);

		if (!value.n || *end) return UNKNOWN;
		return q->good_count ? tri_of(number_fits(q->good[0], number)) : YES;
	}
	if (str_is(q->type, "text") || str_is(q->type, "date")) {
		if (str_is(value, "no") || str_is(value, "none")) return NO; /* "which law forbids it?" - "none" */
		return value.n && (str_is(q->type, "text") || is_date(value)) ? YES : UNKNOWN;
	}
	for (size_t i = 0; i < q->good_count; i++)
		if (str_equal(q->good[i], value)) return YES;
	if (str_is(q->type, "yes/no")) return str_is(value, "yes") || str_is(value, "no") ? NO : UNKNOWN;
	for (size_t i = 0; i < q->choice_count; i++)
		if (str_equal(q->choices[i], value)) return NO;
	return UNKNOWN;
}

str question_wants(struct arena *keep, const struct question *q)
{
	struct buf out = { 0 };

	if (str_is(q->type, "number"))
		buf_text(&out, "a number, without its unit");
	else if (str_is(q->type, "date"))
		buf_text(&out, "a date, as 2026-05-31, or none");
	else if (str_is(q->type, "text"))
		buf_text(&out, "words, or none");
	else if (str_is(q->type, "yes/no"))
		buf_text(&out, "yes or no");
	for (size_t i = 0; i < q->choice_count; i++)
		buf_printf(&out, "%s%s", i ? ", " : out.n ? ", or one of: " : "one of: ", q->choices[i].p);

	str text = arena_str(keep, buf_all(&out));

	buf_free(&out);
	return text;
}

/* Answers stand by question and entity, the newest first. */
static const struct answer *find_answer(const struct session *s, const struct question *q, int64_t entity)
{
	size_t low = 0, high = s->answers.n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct answer *a = &s->answers.p[middle];
		int order = str_compare(a->question, q->id);

		if (order < 0 || (order == 0 && a->entity < entity))
			low = middle + 1;
		else
			high = middle;
	}
	if (low == s->answers.n) return NULL;

	const struct answer *found = &s->answers.p[low];

	return found->entity == entity && str_equal(found->question, q->id) ? found : NULL;
}

/* An end that is no day is none that it could wait for. */
bool answer_has_expired(const struct session *s, const struct answer *a)
{
	return a->expires.n && str_compare(date_last(s->keep, a->expires), s->on) < 0;
}

static str day_of(str moment)
{
	str day = { moment.p, moment.n < 10 ? moment.n : 10 };

	return date_is(day) ? day : (str){ 0 };
}

/* An answer is of a day and of what was there then: it ages as other evidence does. One without a day is what the file's digest says for ever. */
static bool is_too_old(const struct session *s, const struct answer *a)
{
	str day = s->evidence_days ? day_of(a->answered) : (str){ 0 };

	return day.n && date_between(day, s->on) > (int64_t)s->evidence_days;
}

/* Nobody has said yet what will be said. */
static bool is_to_come(const struct session *s, const struct answer *a)
{
	str day = day_of(a->answered);

	return day.n && str_compare(s->on, day) < 0;
}

str answer_last_day(const struct rules *rules, const struct scheme *scheme, const struct answer *a, struct arena *keep)
{
	uint32_t days = session_age_limit(rules, scheme, STR("answers"));
	str answered = day_of(a->answered), own = date_last(keep, a->expires);
	str aged = days && answered.n ? date_add_days(keep, answered, days) : (str){ 0 };

	return !aged.n || (own.n && str_compare(own, aged) < 0) ? own : aged;
}

/* What speaks against the product does not go away by waiting. */
static bool counts(const struct session *s, const struct question *q, const struct answer *a)
{
	return !answer_has_expired(s, a) &&
	       !((is_too_old(s, a) || is_to_come(s, a)) && question_takes(q, a->value) == YES);
}

/* Of several answers to one question those that still count, of these the assessors', of these the newest. Another of the same standing that says the
 * opposite makes it undecided. */
static const struct answer *choose(const struct session *s, const struct question *q, const struct answer *first,
	const struct answer **ret_against)
{
	const struct answer *best = NULL, *end = s->answers.p + s->answers.n;

	*ret_against = NULL;
	for (const struct answer *a = first;
		a < end && a->entity == first->entity && str_equal(a->question, first->question); a++)
		if (counts(s, q, a) && (!best || a->strength > best->strength)) best = a;
	if (!best) return first;
	for (const struct answer *a = first;
		a < end && a->entity == first->entity && str_equal(a->question, first->question); a++)
		if (counts(s, q, a) && a->strength == best->strength &&
			question_takes(q, a->value) != question_takes(q, best->value))
			*ret_against = a;
	return best;
}

static const char *role_of(const struct answer *a)
{
	if (a->strength == STRENGTH_TESTED || a->doubt.n) return "laboratory";
	return a->strength == STRENGTH_PERSON ? "assessor" : "maker";
}

static str answer_of(struct session *s, const struct answer *a)
{
	return arena_printf(s->keep, "\"%.*s\" (%s%s%.*s)", STR_FMT(a->value), role_of(a), a->author.n ? ", " : "",
		STR_FMT(a->author));
}

void find_disagreements(struct session *s, contradictions *all)
{
	for (size_t i = 0; i < s->answers.n; i++) {
		const struct answer *a = &s->answers.p[i];

		for (size_t k = i + 1; k < s->answers.n; k++) {
			const struct answer *b = &s->answers.p[k];

			if (b->entity != a->entity || !str_equal(b->question, a->question)) break;
			if (str_equal(a->value, b->value) || answer_has_expired(s, a) || answer_has_expired(s, b))
				continue;
			*vec_add(s->keep, all) = (struct contradiction){ .name = a->question,
				.said = answer_of(s, b),
				.seen = answer_of(s, a),
				.author = b->author,
				.is_of_answers = true };
		}
	}
}

/* Why an answer of this standing is not enough; empty: it is. */
static str why_not_enough(struct session *s, const struct answer *a, enum strength least)
{
	if (least == STRENGTH_TESTED && a->strength < STRENGTH_TESTED)
		return arena_printf(s->keep,
			"only the %s's word%s%.*s; this wants a laboratory's own test, with its record", role_of(a),
			a->doubt.n ? ": " : "", STR_FMT(a->doubt));
	if (least >= STRENGTH_PERSON && a->strength < STRENGTH_PERSON)
		return STR("only the maker's word; this route needs an assessor's answer");
	return (str){ 0 };
}

/* The worth of what was answered. */
static void weigh(
	struct session *s, const struct question *q, const struct answer *first, enum strength least, struct reply *r)
{
	const struct answer *against, *a = choose(s, q, first, &against);

	tri good = question_takes(q, a->value);
	str too_little = why_not_enough(s, a, least);

	r->value = a->value;
	r->author = a->author;
	r->answered = a->answered;
	r->reason = a->reason;
	r->strength = a->strength;
	r->record = a->record;
	r->sha256 = a->sha256;
	r->has_expired = answer_has_expired(s, a);
	r->verdict = VERDICT_INCONCLUSIVE;
	if (against) {
		r->why = arena_printf(s->keep, "%.*s answered \"%.*s\", and %.*s \"%.*s\"", STR_FMT(a->author),
			STR_FMT(a->value), STR_FMT(against->author), STR_FMT(against->value));
	} else if (r->has_expired) {
		r->why = arena_printf(s->keep, "the answer was good until %.*s", STR_FMT(a->expires));
	} else if (good == UNKNOWN) {
		r->why = arena_printf(
			s->keep, "the answer \"%.*s\" is not one of those that the question knows", STR_FMT(a->value));
	} else if (good == NO) {
		r->verdict = VERDICT_FAIL;
		r->why = arena_printf(s->keep, "answered \"%.*s\"%s%.*s", STR_FMT(a->value), a->author.n ? " by " : "",
			STR_FMT(a->author));
	} else if (too_little.n) {
		r->why = too_little;
	} else if (is_to_come(s, a)) {
		r->why = arena_printf(s->keep, "the %s is of %.*s, which is still to come",
			a->strength == STRENGTH_TESTED ? "test" : "answer", STR_FMT(day_of(a->answered)));
	} else if (is_too_old(s, a)) {
		r->why = arena_printf(s->keep, "the %s is of %.*s, and counts for %u %s",
			a->strength == STRENGTH_TESTED ? "test" : "answer", STR_FMT(day_of(a->answered)),
			s->evidence_days, s->evidence_days == 1 ? "day" : "days");
	} else {
		r->verdict = VERDICT_PASS;
		r->why = (str){ 0 };
	}
}

/* Each entity of the question's kind by its own answer, else by the one for all: the worst of all. */
static struct reply weigh_each(struct session *s, const struct question *q, const struct answer *all,
	const struct population *of, enum strength least)
{
	struct reply r = { .question = q, .verdict = VERDICT_INCONCLUSIVE, .why = STR("nobody has answered it") };
	enum verdict worst = VERDICT_PASS;
	bool counts = false; /* the one for all does */

	if (all) weigh(s, q, all, least, &r), counts = !r.has_expired;
	if (counts) worst = r.verdict;

	bool is_first = !counts;

	for (size_t i = 0; i < of->count; i++) {
		const struct answer *a = find_answer(s, q, of->subjects[i].id);

		r.entities++;
		if (a) {
			struct reply one = r;

			weigh(s, q, a, least, &one);
			worst = verdict_worse(worst, one.verdict);
			if (is_first || one.verdict > r.verdict ||
				(one.verdict == r.verdict && one.strength < r.strength))
				one.entities = r.entities, one.open = r.open, r = one;
			is_first = false;
		} else if (!counts) {
			r.open++;
			worst = verdict_worse(worst, VERDICT_INCONCLUSIVE);
		}
	}
	r.verdict = worst;
	if (worst == VERDICT_INCONCLUSIVE && r.open && !(all && r.open == r.entities))
		r.why = arena_printf(s->keep, "%zu of %zu have no answer", r.open, r.entities);
	return r;
}

struct reply reply_to(struct session *s, const struct question *q, int64_t entity, enum strength least)
{
	struct reply r = { .question = q, .verdict = VERDICT_INCONCLUSIVE, .why = STR("nobody has answered it") };
	const struct answer *own = entity ? find_answer(s, q, entity) : NULL, *all = find_answer(s, q, 0);
	const struct population *of = !entity && q->for_kind.n ? session_population(s, q->for_kind) : NULL;

	if (of && of->count) return weigh_each(s, q, all, of, least);

	/* For the product as a whole, or for one entity: its own answer, else the one for all. */
	if (own || all) weigh(s, q, own ? own : all, least, &r);
	return r;
}

/* ---- conditions and profile ------------------------------------------------------------------------------------------ */

static tri yes_or_no(str value)
{
	if (str_is(value, "yes") || str_is(value, "true") || str_is(value, "on")) return YES;
	if (str_is(value, "no") || str_is(value, "false") || str_is(value, "off")) return NO;
	return UNKNOWN;
}

/* A row that is 1: it is so. A row that is NULL: something of the kind is there and does not say. UNKNOWN stands for the latter, NO for no row. */
static tri seen_in_rows(struct session *s, const struct condition *c)
{
	static const tri kept[] = { [NO] = NO, [UNKNOWN] = UNKNOWN, [YES] = YES };
	struct asked *q = c->sql.n ? desk_condition(s->desk, c) : NULL;
	tri seen = NO;
	int result;

	if (!q || q->known == desk_nothing) return NO;
	if (q->known) return *(const tri *)q->known;
	while ((result = sqlite3_step(q->stmt)) == SQLITE_ROW && seen != YES)
		seen = sqlite3_column_type(q->stmt, 0) == SQLITE_NULL ? UNKNOWN : YES;
	sqlite3_reset(q->stmt);
	if (result == SQLITE_DONE && seen == NO)
		desk_gave_nothing(s->desk, q);
	else if (seen == YES || result == SQLITE_DONE)
		desk_gave(s->desk, q, &kept[seen]);
	return seen;
}

/* What is seen outweighs what is said: a row makes it true whatever the maker declares. */
static void decide(struct session *s, const struct condition *c, struct condition_state *state)
{
	str author = { 0 };
	tri said = yes_or_no(session_profile(s, c->id, &author)), seen = seen_in_rows(s, c);

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
	} else if (c->sql.n && c->needs.count && session_whole(s, &c->needs, NULL, NULL)) {
		state->value = NO;
		state->how = WORDS(s, "looked for in %.*s and not there", STR_FMT(c->needs.text));
	} else {
		state->value = UNKNOWN;
		state->how = STR("not decided");
	}
}

tri condition_holds(struct session *s, const struct condition *c, str *ret_how)
{
	struct condition_state *state = &s->conditions[c->number];

	if (!state->is_known) decide(s, c, state);
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
	const struct session *s = self;
	str said = session_profile(s, name, NULL);
	const struct profile_name *p = said.n ? NULL : rules_profile(s->rules, name);

	return p ? p->unsaid : session_wholes(s, name, said);
}

static tri claim(void *self, str name)
{
	struct session *s = self;
	const struct condition *c = rules_condition(s->rules, name);

	if (c) return condition_holds(s, c, NULL);
	return yes_or_no(value(s, name));
}

struct expr_names session_names(struct session *s)
{
	return (struct expr_names){ .self = s, .claim = claim, .value = value };
}
