#include "rules/answers.h"

#include "rules/dates.h"

#include <stdlib.h>

/* ---- the value --------------------------------------------------------------------------------------------------- */

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

/* ---- the days ---------------------------------------------------------------------------------------------------- */

static str day_of(str moment)
{
	str day = { moment.p, moment.n < 10 ? moment.n : 10 };

	return date_is(day) ? day : (str){ 0 };
}

static bool has_ended(const struct answer_days *days)
{
	char last[11];

	if (!days->expires.n) return false;
	return !date_last_day(days->expires, last) || str_compare(str_of(last), days->on) < 0;
}

enum answer_life answer_life(const struct answer_days *days)
{
	str answered = day_of(days->answered);

	if (has_ended(days)) return ANSWER_EXPIRED;
	if (!answered.n) return ANSWER_LIVES;
	if (str_compare(days->on, answered) < 0) return ANSWER_TO_COME;
	if (days->limit && date_between(answered, days->on) > (int64_t)days->limit) return ANSWER_TOO_OLD;
	return ANSWER_LIVES;
}

void answer_life_words(struct buf *out, const struct answer_days *days, const char *noun)
{
	str answered = day_of(days->answered);

	switch (answer_life(days)) {
	case ANSWER_LIVES:
		break;
	case ANSWER_EXPIRED:
		buf_printf(out, "the answer was good until %.*s", STR_FMT(days->expires));
		break;
	case ANSWER_TO_COME:
		buf_printf(out, "the %s is of %.*s, which is still to come", noun, STR_FMT(answered));
		break;
	case ANSWER_TOO_OLD:
		buf_printf(out, "the %s is of %.*s, and counts for %u %s", noun, STR_FMT(answered), days->limit,
			days->limit == 1 ? "day" : "days");
		break;
	}
}

bool answer_last(const struct answer_days *days, char ret[static 11])
{
	char own[11], aged[11];
	bool has_own = date_last_day(days->expires, own);
	bool has_aged = days->limit && date_day_after(day_of(days->answered), days->limit, aged);

	if (has_own && (!has_aged || strcmp(own, aged) < 0))
		memcpy(ret, own, sizeof(own));
	else if (has_aged)
		memcpy(ret, aged, sizeof(aged));
	return has_own || has_aged;
}

static uint32_t age_of_class(const struct rules *rules, str class)
{
	uint64_t days, least = 0;

	for (size_t i = 0; i < rules->references.n; i++) {
		const struct reference_table *t = &rules->references.p[i];

		if (!str_is(t->name, "ref_boundary")) continue;
		for (size_t k = 0; k < t->count; k++) {
			const struct reference_row *r = &t->rows[k];
			str of = { 0 }, age = { 0 };

			for (size_t c = 0; c < r->count; c++) {
				if (str_is(r->columns[c], "class")) of = r->values[c];
				if (str_is(r->columns[c], "max_age_days")) age = r->values[c];
			}
			if (str_equal(of, class) && str_to_u64(age, 10, &days) && (!least || days < least))
				least = days;
		}
	}
	return least > UINT32_MAX ? UINT32_MAX : (uint32_t)least;
}

uint32_t rules_age_limit(const struct rules *rules, const struct scheme *scheme, str class)
{
	uint32_t limits[] = { age_of_class(rules, class), scheme ? scheme->evidence_days : 0, 0 }, least = 0;

	for (size_t i = 0; scheme && i < scheme->age_count; i++)
		if (str_equal(scheme->ages[i].class, class)) limits[2] = scheme->ages[i].days;
	for (size_t i = 0; i < sizeof(limits) / sizeof(*limits); i++)
		if (limits[i] && (!least || limits[i] < least)) least = limits[i];
	return least;
}
