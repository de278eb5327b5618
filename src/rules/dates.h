/* Days of the calendar as text, 2026-11-24, which sort as they follow. Nothing here asks what day it is. */
#ifndef ASSAY_RULES_DATES_H
#define ASSAY_RULES_DATES_H

#include "base/arena.h"
#include "base/value.h"

/* `from` is a day that is still to come on the day `on`; one that is not said has come. */
static inline bool date_is_to_come(str from, str on)
{
	return from.n && str_compare(from, on) > 0;
}

bool date_is(str s);                                               /* a day that there is */
str date_add_days(struct arena *keep, str day, int64_t days);      /* empty when `day` is none */
bool date_day_after(str day, int64_t days, char ret[static 11]);   /* the same, written to ret; false: `day` is none */
str date_add_months(struct arena *keep, str day, unsigned months); /* the last day of the month where it is shorter */
int64_t date_between(str from, str to);                            /* days; both must be days */

/* A day, a month (2031-12: its last day) or a moment in UTC (2027-03-31T12:00:00Z), as the last day on which what
 * ends then still holds for the whole day. Empty when it is none of these. */
str date_last(struct arena *keep, str end);
bool date_last_day(
	str end, char ret[static 11]); /* the same, written to ret (its end is a NUL); false: it is none of these */

#endif
