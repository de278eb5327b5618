#include "base/near.h"

enum { WORD_MOST = 64 };

static char folded(char c)
{
	if (c >= 'A' && c <= 'Z') return (char)(c - 'A' + 'a');
	return c == '_' || c == ' ' ? '-' : c;
}

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* Letters put in, left out or changed, and neighbours that changed places: the edits of a hand that types. */
static unsigned edits(str a, str b)
{
	unsigned rows[3][WORD_MOST + 1];

	for (unsigned j = 0; j <= b.n; j++) rows[0][j] = j;
	for (size_t i = 1; i <= a.n; i++) {
		unsigned *row = rows[i % 3], *above = rows[(i - 1) % 3];

		row[0] = (unsigned)i;
		for (size_t j = 1; j <= b.n; j++) {
			bool is_same = folded(a.p[i - 1]) == folded(b.p[j - 1]);
			bool is_swap = i > 1 && j > 1 && folded(a.p[i - 1]) == folded(b.p[j - 2]) &&
				       folded(a.p[i - 2]) == folded(b.p[j - 1]);

			row[j] = least(above[j - 1] + !is_same, least(above[j], row[j - 1]) + 1);
			if (is_swap) row[j] = least(row[j], rows[(i - 2) % 3][j - 2] + 1);
		}
	}
	return rows[a.n % 3][b.n];
}

static bool is_sign(char c)
{
	return c == '-' || c == '_' || c == ' ' || c == '.' || c == '/';
}

/* Letters and digits alone, in small letters. */
static size_t bare(str s, char ret[static WORD_MOST])
{
	size_t n = 0;

	for (size_t i = 0; i < s.n && n < WORD_MOST; i++)
		if (!is_sign(s.p[i])) ret[n++] = folded(s.p[i]);
	return n;
}

bool is_part_of_name(str part, str whole)
{
	char a[WORD_MOST], b[WORD_MOST];
	size_t n = bare(part, a), m = bare(whole, b), at = 0;

	if (!n || n > m || part.n > WORD_MOST || whole.n > WORD_MOST) return false;

	/* It begins where a word of the whole begins, and ends where one ends. */
	for (size_t i = 0; i < whole.n; i++) {
		size_t behind = i, left = n;

		if (is_sign(whole.p[i])) continue;
		if (at + n > m) return false;
		for (; left; behind++) left -= !is_sign(whole.p[behind]);
		if ((!i || is_sign(whole.p[i - 1])) && (behind == whole.n || is_sign(whole.p[behind])) &&
			memcmp(a, b + at, n) == 0)
			return true;
		at++;
	}
	return false;
}

void candidate(struct candidates *c, str word)
{
	if (word.n > WORD_MOST || c->wanted.n > WORD_MOST) return;

	unsigned distance = edits(c->wanted, word);

	if (distance > 1 && is_part_of_name(c->wanted, word)) distance = 1;
	if (c->best.n && distance >= c->distance) return;
	c->best = word;
	c->distance = distance;
}

str suggestion(struct candidates *c)
{
	/* Of a short word two edits leave nothing of it. */
	unsigned most = c->wanted.n < 4 ? 1 : (unsigned)(2 + c->wanted.n / 5);

	if (!c->best.n || c->distance > most || (c->distance && c->distance >= c->wanted.n)) return STR("");
	return arena_printf(c->keep, "did you mean \"%.*s\"?", STR_FMT(c->best));
}

/* ---- days -------------------------------------------------------------------------------------------------------- */

/* The pieces of a date: numbers, and the number of a month that is named by its first three letters. */
struct pieces {
	unsigned numbers[3], digits[3];
	unsigned count, month;
	unsigned month_at; /* how many numbers stand before the name */
	bool is_else;      /* something else stands in it */
};

static unsigned month_named(str word)
{
	static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";

	if (word.n < 3) return 0;
	for (unsigned m = 0; m < 12; m++)
		if (folded(word.p[0]) == names[3 * m] && folded(word.p[1]) == names[3 * m + 1] &&
			folded(word.p[2]) == names[3 * m + 2])
			return m + 1;
	return 0;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (folded(c) >= 'a' && folded(c) <= 'z');
}

static void take_number(struct pieces *p, str digits)
{
	unsigned number = 0;

	p->is_else |= p->count == 3 || digits.n > 8;
	if (p->is_else) return;
	for (size_t i = 0; i < digits.n; i++) number = number * 10 + (unsigned)(digits.p[i] - '0');
	p->numbers[p->count] = number;
	p->digits[p->count++] = (unsigned)digits.n;
}

static void take_word(struct pieces *p, str word)
{
	static const char *const ends[] = { "st", "nd", "rd", "th" };
	unsigned month = month_named(word);

	for (size_t i = 0; i < 4; i++)
		if (str_is(word, ends[i])) return;
	if (!month || p->month) p->is_else = true;
	p->month = month;
	p->month_at = p->count;
}

static struct pieces pieces_of(str text)
{
	struct pieces p = { 0 };

	for (size_t i = 0; i < text.n && !p.is_else;) {
		size_t from = i;

		while (i < text.n && is_digit(text.p[i])) i++;
		if (i > from) {
			take_number(&p, (str){ text.p + from, i - from });
			continue;
		}
		while (i < text.n && is_letter(text.p[i])) i++;
		if (i > from)
			take_word(&p, (str){ text.p + from, i - from });
		else if (!strchr("./-, ", text.p[i++]))
			p.is_else = true;
	}
	return p;
}

static bool is_date(unsigned year, unsigned month, unsigned day)
{
	return year >= 1970 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

str day_meant(struct arena *keep, str text)
{
	struct pieces p = pieces_of(text);
	const unsigned *n = p.numbers;

	if (p.is_else) return (str){ 0 };
	if (p.count == 1 && p.digits[0] == 8 && is_date(n[0] / 10000, n[0] / 100 % 100, n[0] % 100))
		return arena_printf(keep, "%04u-%02u-%02u", n[0] / 10000, n[0] / 100 % 100, n[0] % 100);
	if (p.month && p.count == 2) {
		bool is_year_first = p.digits[0] == 4;
		unsigned year = is_year_first ? n[0] : n[1], day = is_year_first ? n[1] : n[0];

		return is_date(year, p.month, day) ? arena_printf(keep, "%04u-%02u-%02u", year, p.month, day)
						   : (str){ 0 };
	}
	if (p.month && p.count == 1)
		return is_date(n[0], p.month, 1) ? arena_printf(keep, "%04u-%02u", n[0], p.month) : (str){ 0 };
	if (p.count == 2 && p.digits[1] == 4 && is_date(n[1], n[0], 1))
		return arena_printf(keep, "%04u-%02u", n[1], n[0]);
	if (p.count != 3 || p.month) return (str){ 0 };
	if (p.digits[0] == 4)
		return is_date(n[0], n[1], n[2]) ? arena_printf(keep, "%04u-%02u-%02u", n[0], n[1], n[2]) : (str){ 0 };
	if (p.digits[2] != 4) return (str){ 0 };

	/* Between points the day comes first; between strokes nobody knows, while both could be months. */
	bool is_day_first = is_date(n[2], n[1], n[0]), is_month_first = is_date(n[2], n[0], n[1]);

	if (is_day_first && is_month_first && n[0] != n[1] && !memchr(text.p, '.', text.n))
		return arena_printf(keep, "%04u-%02u-%02u or %04u-%02u-%02u", n[2], n[1], n[0], n[2], n[0], n[1]);
	if (is_day_first) return arena_printf(keep, "%04u-%02u-%02u", n[2], n[1], n[0]);
	return is_month_first ? arena_printf(keep, "%04u-%02u-%02u", n[2], n[0], n[1]) : (str){ 0 };
}
