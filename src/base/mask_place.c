#include "base/mask_place.h"

#include <strings.h>

char place_char(const struct place *p, size_t at)
{
	return at < p->line.n ? p->line.p[at] : '\0';
}

size_t place_skip_blanks(const struct place *p, size_t at)
{
	while (is_blank(place_char(p, at))) at++;
	return at;
}

/* Copies up to there, and minds the quotes. */
void place_copy_to(struct place *p, size_t to)
{
	for (; p->at < to; p->at++) {
		char c = p->line.p[p->at];

		if (c == '\\' && p->at + 1 < to)
			buf_char(p->out, c), c = p->line.p[++p->at];
		else if (is_quote(c) && (!p->quote || p->quote == c))
			p->quote = p->quote ? 0 : c;
		buf_char(p->out, c);
	}
}

void place_mask_to(struct place *p, size_t to)
{
	buf_text(p->out, MASK);
	p->at = to;
}

str place_part(const struct place *p, size_t from, size_t to)
{
	return (str){ p->line.p + from, to - from };
}

/* ---- values ------------------------------------------------------------------------------------------------------ */

/* Several folders deep, or a folder that every system has: a place, not a password. */
bool mask_is_path(str s)
{
	return s.n > 1 && s.p[0] == '/' && memchr(s.p + 1, '/', s.n - 1);
}

static bool is_number(str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9') return false;
	return s.n > 0;
}

/* Up to the quote that ends what begins here; the end of the line when nothing does. */
size_t place_end_of_quoted(const struct place *p, size_t at, char quote)
{
	for (; at < p->line.n && p->line.p[at] != quote; at++)
		if (p->line.p[at] == '\\' && quote != '\'') at++;
	return at < p->line.n ? at : p->line.n;
}

size_t place_end_of_word(const struct place *p, size_t at)
{
	while (at < p->line.n && !is_blank(p->line.p[at]) && !is_quote(p->line.p[at]) && p->line.p[at] != '<') at++;
	return at;
}

/* "my secret phrase" behind an equals sign at the beginning of a line, where nothing looks like a command. */
static bool is_phrase(const struct place *p, size_t name, size_t end)
{
	if (place_skip_blanks(p, 0) != name || end == p->line.n) return false;
	for (size_t i = end; i < p->line.n; i++)
		if (strchr("/-&;|$=<>`\"'", p->line.p[i])) return false;
	return true;
}

static size_t end_of_value(const struct place *p, size_t begin, enum extent extent)
{
	size_t at = begin;

	for (; at < p->line.n; at++) {
		char c = p->line.p[at];

		if (p->quote && c == p->quote) break;
		if (extent == TO_TAG && c == '<') break;
		if (extent == TO_COMMA && (strchr(",}] \t", c))) break;
		if (extent == TO_AND && strchr("&#", c)) break;
		if (extent <= TO_AND && (is_blank(c) || is_quote(c) || c == '<' || c == '>')) break;
	}
	while (extent == TO_END && at > begin && is_blank(p->line.p[at - 1])) at--;
	return at;
}

static bool is_to_be_masked(str value, char quote)
{
	if (!value.n || mask_is_path(value)) return false;
	if (value.p[0] == '$' && quote == '\'') return value.n > 2;
	return !mask_is_plain_value(value);
}

/* The value that begins at `at`; its quotes stay. */
bool place_mask_value(struct place *p, size_t name, size_t at, enum extent extent)
{
	size_t begin = at, end;
	char quote;

	while (place_char(p, begin) == '\\') begin++;
	quote = is_quote(place_char(p, begin)) && !(p->quote && p->quote == place_char(p, begin)) ? place_char(p, begin)
												  : 0;
	if (quote && begin > at) {
		/* \"...\" inside a string. */
		at = begin + 1;
		end = at;
		while (end < p->line.n && p->line.p[end] != '\\' && p->line.p[end] != quote) end++;
	} else if (quote) {
		at = begin + 1;
		end = place_end_of_quoted(p, at, quote);
	} else {
		end = end_of_value(p, at, extent);
		if (extent == TO_BLANK && is_phrase(p, name, end)) end = p->line.n;
	}
	if (!is_to_be_masked(place_part(p, at, end), quote)) return false;
	place_copy_to(p, at);
	place_mask_to(p, end);
	return true;
}

/* ---- a name, and what stands behind it --------------------------------------------------------------------------- */

/* "value", "default" and the like, between the name of a thing and what it is. */
static size_t skip_word_for_value(const struct place *p, size_t at)
{
	static const char *const words[] = { "value", "val", "content", "default", "data", "text", NULL };
	size_t begin, end;

	if (place_char(p, at) == ',') at = place_skip_blanks(p, at + 1);
	while (is_quote(place_char(p, at)) || place_char(p, at) == '\\') at++;
	for (begin = end = at; is_name_char(place_char(p, end));) end++;
	if (!mask_is_one_of(place_part(p, begin, end), words)) return 0;
	while (is_quote(place_char(p, end)) || place_char(p, end) == '\\') end++;
	end = place_skip_blanks(p, end);
	return place_char(p, end) == '=' || place_char(p, end) == ':' ? place_skip_blanks(p, end + 1) : 0;
}

/* Its value has blanks in it: "Authorization:Basic ...". */
static bool is_header(str name)
{
	return str_find_no_case(name, "authorization", NULL) || str_find_no_case(name, "cookie", NULL);
}

/* name=value, "name": value, name => value, f('name', 'value'), <name>value<, name="..." value="...". */
bool place_mask_behind_sign(struct place *p, size_t name, size_t end)
{
	size_t at = end, sign, other;
	bool is_quoted = false, has_blank;
	bool is_query = name > 0 && strchr("?&", p->line.p[name - 1]);

	while (place_char(p, at) && strchr("\"'])}\\", place_char(p, at))) is_quoted |= is_quote(p->line.p[at++]);
	sign = place_skip_blanks(p, at);
	if (is_quoted) place_copy_to(p, at);
	if (is_quoted && (other = skip_word_for_value(p, sign))) return place_mask_value(p, name, other, TO_BLANK);
	if (name > 0 && p->line.p[name - 1] == '<' && place_char(p, sign) != '>') {
		const char *tag = memchr(p->line.p + sign, '>', p->line.n - sign);

		if (tag) sign = (size_t)(tag - p->line.p);
	}
	switch (place_char(p, sign)) {
	case '>':
		return place_mask_value(p, name, sign + 1, TO_TAG);
	case '(':
	case ',':
		at = place_skip_blanks(p, sign + 1);
		return (is_quoted || place_char(p, sign) == '(') && is_quote(place_char(p, at)) &&
		       place_mask_value(p, name, at, TO_BLANK);
	case '=':
	case ':':
	case '?':
	case '+':
		break;
	default:
		return false;
	}
	if (strchr("?+", place_char(p, sign)) && place_char(p, sign + 1) != '=') return false;

	for (at = sign; place_char(p, at) && strchr("=:>?+~", place_char(p, at)); at++) continue;
	has_blank = at != place_skip_blanks(p, at);
	at = place_skip_blanks(p, at);
	return place_mask_value(p, name, at,
		is_query                              ? TO_AND
		: is_quoted                           ? TO_COMMA
		: has_blank                           ? TO_END
		: is_header(place_part(p, name, end)) ? TO_END
						      : TO_BLANK);
}

bool mask_is_masked(str word)
{
	return str_starts(word, MASK) || str_starts(word, "(hash)");
}

static bool is_argument(str word)
{
	static const char *const others[] = { "tcp", "udp", "icmp", "all", "is", "for", "and", "to", "|", "&&", "||",
		";", ">", ">>", "<", "=", "==", ":", "{", NULL };

	return word.n && word.p[0] != '-' && !mask_is_masked(word) && !mask_is_variable(word) &&
	       !mask_is_plain_value(word) && !mask_is_path(word) && !mask_is_one_of(word, others);
}

/* The word behind the blanks: of an option, or of a name that has its value behind a blank. */
bool place_mask_next_word(struct place *p, size_t end, bool may_be_number)
{
	size_t at = place_skip_blanks(p, end), stop;
	char quote = is_quote(place_char(p, at)) && p->quote != place_char(p, at) ? place_char(p, at) : 0;

	if (at == end || at >= p->line.n) return false;
	if (quote) at++;
	stop = quote ? place_end_of_quoted(p, at, quote) : place_end_of_word(p, at);

	str word = place_part(p, at, stop);

	if (!quote && !mask_is_masked(word)) {
		while (word.n > 1 && strchr(";,)", word.p[word.n - 1])) word.n--;
		stop = at + word.n;
	}
	if (!is_argument(word) || (is_number(word) && (may_be_number || word.n < 4))) return false;
	place_copy_to(p, at);
	place_mask_to(p, stop);
	return true;
}

/* user:password, of curl and its like. */
bool place_mask_user_word(struct place *p, size_t end)
{
	size_t at = place_skip_blanks(p, end), stop = at;

	while (is_quote(place_char(p, at))) stop = ++at;
	while (stop < p->line.n && !is_blank(p->line.p[stop]) && !is_quote(p->line.p[stop])) stop++;
	if (at == end || !memchr(p->line.p + at, ':', stop - at) || mask_is_path(place_part(p, at, stop))) return false;
	place_copy_to(p, at);
	place_mask_to(p, stop);
	return true;
}
