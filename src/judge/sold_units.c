/* Which units of a product a law binds: those that an event of their life - made, placed on the market - brings
 * under it. Days are those of the last unit; a day that nobody said has not come yet: the model is still made, still
 * sold. */
#include "rules/dates.h"
#include "judge/session.h"

static str last_day(struct session *s, str name)
{
	return date_last(s->keep, session_profile(s, name, NULL));
}

/* Whether units may be older than the law: the first of them may be, as far as it is said. */
static bool may_be_older(struct session *s, str event, str from)
{
	const struct profile_name *p = rules_profile(s->rules, event);
	str first = p && p->begins.n ? session_profile(s, p->begins, NULL) : (str){ 0 };

	return !date_last(s->keep, first).n || str_compare(first, from) < 0;
}

/* Older units come under the law by what is done to them after its day. What is still to come cannot be known, and
 * has not been done. */
static tri brought_in(struct session *s, const struct sold_units *u, str from)
{
	str said = u->later.n ? session_profile(s, u->later, NULL) : (str){ 0 }, day = date_last(s->keep, said);

	if (!u->later.n || str_is(said, "no") || date_is_to_come(from, s->on)) return NO;
	if (!day.n) return UNKNOWN;
	return str_compare(day, from) >= 0 ? YES : NO;
}

static str why_older(struct session *s, const struct sold_units *u, str event, str day, str from)
{
	bool is_to_come = u->later.n && date_is_to_come(from, s->on);

	return arena_printf(s->keep, "%.*s: %.*s, before %.*s%s%.*s%s", STR_FMT(event), STR_FMT(day), STR_FMT(from),
		STR_AFTER("; ", u->why), is_to_come ? ", which can still come" : "");
}

bool sold_units_bound(struct session *s, const struct sold_units *u, str from, struct sold_units_found *ret)
{
	str event = u->by_count ? u->by[u->by_count - 1] : (str){ 0 }, day;

	*ret = (struct sold_units_found){ 0 };
	for (size_t i = 0; i < u->by_count; i++) {
		day = last_day(s, u->by[i]);
		if (day.n && str_compare(day, from) >= 0) return true;
	}
	if (!u->by_count) return true;
	day = last_day(s, event);
	if (!day.n) {
		if (may_be_older(s, event, from)) ret->asks = event;
		return true;
	}
	if (brought_in(s, u, from) == YES) return true;
	if (brought_in(s, u, from) == UNKNOWN) {
		ret->asks = u->later;
		return true;
	}
	ret->why = why_older(s, u, event, day, from);
	return false;
}

bool sold_units_are_within(struct session *s, const struct sold_units *u, str from, str to)
{
	str day = u->by_count ? last_day(s, u->by[u->by_count - 1]) : (str){ 0 };

	return day.n && to.n && str_compare(day, to) < 0 && (!from.n || str_compare(day, from) >= 0);
}

str sold_units_too_late(struct session *s, const struct sold_units *u, str to)
{
	const struct profile_name *p = u->by_count ? rules_profile(s->rules, u->by[u->by_count - 1]) : NULL;
	str first = p && p->begins.n ? session_profile(s, p->begins, NULL) : (str){ 0 };

	if (!to.n || !date_last(s->keep, first).n || str_compare(first, to) < 0) return (str){ 0 };
	return arena_printf(
		s->keep, "%.*s: %.*s, and it ends on %.*s", STR_FMT(p->begins), STR_FMT(first), STR_FMT(to));
}
