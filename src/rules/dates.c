#include "rules/dates.h"

#include <stdio.h>

static bool number_of(str s, size_t at, size_t n, int *ret)
{
	int value = 0;

	if (at + n > s.n) return false;
	for (size_t i = at; i < at + n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9') return false;
		value = value * 10 + s.p[i] - '0';
	}
	*ret = value;
	return true;
}

static int days_in(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && is_leap);
}

static bool split(str s, int *year, int *month, int *day)
{
	if (s.n != 10 || s.p[4] != '-' || s.p[7] != '-') return false;
	if (!number_of(s, 0, 4, year) || !number_of(s, 5, 2, month) || !number_of(s, 8, 2, day)) return false;
	return *month >= 1 && *month <= 12 && *day >= 1 && *day <= days_in(*year, *month);
}

bool date_is(str s)
{
	int year, month, day;

	return split(s, &year, &month, &day);
}

/* Years of more than four digits are none that a day is written with. */
static void write_day(int year, int month, int day, char ret[static 11])
{
	snprintf(ret, 11, "%04u-%02u-%02u", (unsigned)year % 10000, (unsigned)month % 100, (unsigned)day % 100);
}

/* Days since 1970-01-01, with years that begin in March so that the odd day comes last. */
static int64_t number_of_day(int year, int month, int day)
{
	int64_t y = year - (month <= 2), era = y / 400, of_era = y - era * 400;
	int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static void day_of_number(int64_t number, char ret[static 11])
{
	int64_t n = number + 719468, era = n / 146097, of_era = n - era * 146097;
	int64_t years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * years + years / 4 - years / 100), m = (5 * of_year + 2) / 153;
	int64_t day = of_year - (153 * m + 2) / 5 + 1, month = m < 10 ? m + 3 : m - 9;

	write_day((int)(years + era * 400 + (month <= 2)), (int)month, (int)day, ret);
}

bool date_day_after(str day, int64_t days, char ret[static 11])
{
	int y, m, d;

	if (!split(day, &y, &m, &d)) return false;
	day_of_number(number_of_day(y, m, d) + days, ret);
	return true;
}

str date_add_days(struct arena *keep, str day, int64_t days)
{
	char text[11];

	return date_day_after(day, days, text) ? arena_str(keep, str_of(text)) : (str){ 0 };
}

str date_add_months(struct arena *keep, str day, unsigned months)
{
	int y, m, d;

	if (!split(day, &y, &m, &d) || months > 12000) return (str){ 0 };

	int all = y * 12 + m - 1 + (int)months, year = all / 12, month = all % 12 + 1, most = days_in(year, month);

	return arena_printf(keep, "%04d-%02d-%02d", year, month, d < most ? d : most);
}

int64_t date_between(str from, str to)
{
	int y, m, d, y2, m2, d2;

	if (!split(from, &y, &m, &d) || !split(to, &y2, &m2, &d2)) return 0;
	return number_of_day(y2, m2, d2) - number_of_day(y, m, d);
}

bool date_last_day(str end, char ret[static 11])
{
	int year, month, day_of_month, hour, minute, second;
	str day = { end.p, end.n < 10 ? end.n : 10 };

	if (end.n == 7 && end.p[4] == '-' && number_of(end, 0, 4, &year) && number_of(end, 5, 2, &month) &&
		month >= 1 && month <= 12) {
		write_day(year, month, days_in(year, month), ret);
		return true;
	}
	if (!split(day, &year, &month, &day_of_month)) return false;
	write_day(year, month, day_of_month, ret);
	if (end.n == 10) return true;
	if (end.n != 20 || end.p[10] != 'T' || end.p[13] != ':' || end.p[16] != ':' || end.p[19] != 'Z') return false;
	if (!number_of(end, 11, 2, &hour) || !number_of(end, 14, 2, &minute) || !number_of(end, 17, 2, &second))
		return false;
	if (hour > 23 || minute > 59 || second > 60) return false;

	/* What ends during a day does not hold for that day. */
	return (hour == 23 && minute == 59 && second >= 59) || date_day_after(day, -1, ret);
}

str date_last(struct arena *keep, str end)
{
	char day[11];

	return date_last_day(end, day) ? arena_str(keep, str_of(day)) : (str){ 0 };
}
