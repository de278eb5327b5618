#include "rules/sql_words.h"

static bool is_of_word(char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || c == '_';
}

static void skip(str *rest, size_t n)
{
	rest->p += n;
	rest->n -= n;
}

static size_t word_length(str text)
{
	size_t n = 0;

	while (n < text.n && is_of_word(text.p[n])) n++;
	return n;
}

/* How many characters of spaces or of one comment stand first. */
static size_t space_length(str text)
{
	size_t n = 0;

	while (n < text.n && memchr(" \t\n\v\f\r", text.p[n], 6)) n++;
	if (n) return n;
	if (str_starts(text, "--")) {
		const char *end = memchr(text.p, '\n', text.n);

		return end ? (size_t)(end - text.p) : text.n;
	}
	if (str_starts(text, "/*")) {
		const char *end = memmem(text.p + 2, text.n - 2, "*/", 2);

		return end ? (size_t)(end + 2 - text.p) : text.n;
	}
	return 0;
}

bool sql_next(str *rest, struct sql_word *ret)
{
	size_t n;

	while ((n = space_length(*rest))) skip(rest, n);
	if (!rest->n) return false;

	char first = rest->p[0];

	if (first == '\'' || first == '"') {
		const char *end;

		skip(rest, 1);
		end = rest->n ? memchr(rest->p, first, rest->n) : NULL;
		n = end ? (size_t)(end - rest->p) : rest->n;
		*ret = (struct sql_word){ .kind = first == '"' ? SQL_QUOTED : SQL_TEXT, .text = { rest->p, n } };
		skip(rest, n + (end != NULL));
		return true;
	}
	if (first == ':' && rest->n > 1 && is_of_word(rest->p[1])) {
		skip(rest, 1);
		n = word_length(*rest);
		*ret = (struct sql_word){ .kind = SQL_PARAMETER, .text = { rest->p, n } };
	} else if ((n = word_length(*rest))) {
		*ret = (struct sql_word){ .kind = SQL_WORD, .text = { rest->p, n } };
	} else {
		n = 1;
		*ret = (struct sql_word){ .kind = SQL_SIGN, .text = { rest->p, 1 } };
	}
	skip(rest, n);
	return true;
}
