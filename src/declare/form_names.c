/* Which form, field and edition a maker's words speak of. */
#include "declare/forms.h"

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* Whether both are the same in letters and digits. A parenthesis at the end of what was said, "(Yes/No)", counts for
 * nothing. */
static bool same_words(str said, const char *name)
{
	size_t i = 0;

	for (;; i++, name++) {
		while (i < said.n && !is_letter(said.p[i]) && !is_digit(said.p[i]) && said.p[i] != '(') i++;
		while (*name && !is_letter(*name) && !is_digit(*name)) name++;
		if (!*name) return i == said.n || said.p[i] == '(';
		if (i == said.n || lower(said.p[i]) != lower(*name)) return false;
	}
}

str form_folded(struct arena *keep, str text)
{
	char *p = arena_alloc(keep, text.n + 1, 1);
	size_t n = 0;

	for (size_t i = 0; i < text.n; i++)
		if (is_letter(text.p[i]) || is_digit(text.p[i])) p[n++] = lower(text.p[i]);
	return (str){ p, n };
}

bool form_is_nothing(str text)
{
	static const char *const words[] = { "", "na", "none", "notapplicable", "tbd", "todo", NULL };

	for (const char *const *w = words; *w; w++)
		if (same_words(text, *w)) return true;
	return false;
}

const struct form *form_of_kind(str kind)
{
	for (size_t i = 0; i < FORM_COUNT; i++)
		if (forms[i].kind && str_is(kind, forms[i].kind)) return &forms[i];
	return NULL;
}

/* ---- a cell's words ---------------------------------------------------------------------------------------------- */

static str unwrapped(str s)
{
	for (str before = { 0 }; before.n != s.n;) {
		before = s;
		s = str_trim(s);
		if (s.n >= 2 && strchr("*_`", s.p[0]) && s.p[s.n - 1] == s.p[0]) s = (str){ s.p + 1, s.n - 2 };
	}
	return s;
}

/* The end of "[words](address)" that begins at `from`; 0: no such. ret_words: what stands between the brackets. */
static size_t link_end(str text, size_t from, str *ret_words)
{
	const char *close = memchr(text.p + from, ']', text.n - from), *end;

	if (!close || close + 1 == text.p + text.n || close[1] != '(') return 0;
	end = memchr(close, ')', (size_t)(text.p + text.n - close));
	if (!end) return 0;
	*ret_words = (str){ text.p + from + 1, (size_t)(close - text.p) - from - 1 };
	return (size_t)(end - text.p);
}

str form_plain(struct arena *keep, str text)
{
	char *p = (char *)arena_bytes(keep, text.n + 1);
	size_t n = 0, links = 0;

	text = unwrapped(text);
	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];
		str words;
		/* So that a hostile row of brackets costs no more than a page. */
		size_t end = c == '[' && ++links < 1000 ? link_end(text, i, &words) : 0;

		if (end) {
			memcpy(p + n, words.p, words.n);
			n += words.n;
			i = end;
		} else if (c == '*' && i + 1 < text.n && text.p[i + 1] == '*') {
			i++;
		} else if (c != '`') {
			p[n++] = c;
		}
	}

	str all = unwrapped((str){ p, n });

	p[all.p - p + (ptrdiff_t)all.n] = '\0';
	return all;
}

/* ---- titles ------------------------------------------------------------------------------------------------------ */

static const struct form *form_by_name(str name)
{
	for (size_t i = 0; i < FORM_COUNT; i++)
		if (same_words(name, forms[i].name) || (forms[i].old_name && same_words(name, forms[i].old_name)))
			return &forms[i];
	return NULL;
}

static bool next_word(str *rest, str *ret)
{
	size_t i = 0, n;

	*ret = (str){ 0 };
	if (!rest->n) return false;
	while (i < rest->n && !is_letter(rest->p[i]) && !is_digit(rest->p[i])) i++;
	for (n = i; n < rest->n && (is_letter(rest->p[n]) || is_digit(rest->p[n]));) n++;
	*ret = (str){ rest->p + i, n - i };
	*rest = (str){ rest->p + n, rest->n - n };
	return ret->n > 0;
}

static const struct form *form_by_number(str number)
{
	uint64_t n;

	return str_to_u64(number, 10, &n) && n >= 1 && n <= FORM_COUNT ? &forms[n - 1] : NULL;
}

/* What a file's name ends with says nothing of its form. */
static str without_ending(str title)
{
	static const char *const endings[] = { ".md", ".markdown", ".csv", ".tsv", ".txt", ".yaml", ".yml" };

	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
		if (str_ends(title, endings[i])) return (str){ title.p, title.n - strlen(endings[i]) };
	return title;
}

const struct form *form_of_title(str title)
{
	str word, before = { 0 }, rest;

	title = without_ending(title);
	rest = title;
	while (next_word(&rest, &word)) {
		const struct form *numbered = form_by_number(word);

		/* "IXIT 6", and "6-SoftComp", which must agree. */
		if (numbered && before.n && same_words(before, "ixit")) return numbered;
		if (numbered && rest.n && (rest.p[0] == '-' || rest.p[0] == '_' || rest.p[0] == ' ')) {
			str after = rest, name;

			if (next_word(&after, &name) && form_by_name(name) == numbered) return numbered;
		}
		/* A name of its own, and no ID of a row ("UpdMech-USB"). */
		if (word.n >= 6 && (!rest.n || rest.p[0] != '-') && (word.p == title.p || word.p[-1] != '-') &&
			form_by_name(word))
			return form_by_name(word);
		before = word;
	}
	for (size_t i = 0; i < FORM_COUNT; i++)
		if (same_words(title, forms[i].topic)) return &forms[i];
	return form_by_name(title);
}

const struct form *form_of_id(str id)
{
	const char *hyphen = id.n ? memchr(id.p, '-', id.n) : NULL;

	if (!hyphen || hyphen + 1 == id.p + id.n) return NULL;
	return form_by_name((str){ id.p, (size_t)(hyphen - id.p) });
}

const struct form_field *form_field(const struct form *form, str label)
{
	for (const struct form_field *f = form->fields; f < form->fields + FORM_FIELDS && f->name; f++)
		if (same_words(label, f->name) || (f->also[0] && same_words(label, f->also[0])) ||
			(f->also[1] && same_words(label, f->also[1])))
			return f;
	return NULL;
}

bool form_is_id(str label)
{
	str rest = label, word, last = { 0 };
	unsigned words = 0;

	while (next_word(&rest, &word)) last = word, words++;
	return words <= 4 && (same_words(last, "id") || same_words(last, "identifier"));
}

bool form_is_ics(str title)
{
	str rest = without_ending(title), word;

	if (str_find_no_case(title, "implementation conformance statement", NULL)) return true;
	while (next_word(&rest, &word))
		if (same_words(word, "ics")) return true;
	return false;
}

/* "V3.1.3", "2.1.1": three numbers. */
static str edition_in(str text)
{
	str rest = text, word;

	while (str_word(&rest, &word)) {
		size_t i = 0, dots = 0, from;

		while (i < word.n && !is_digit(word.p[i])) i++;
		from = i;
		while (i < word.n &&
			(is_digit(word.p[i]) || (word.p[i] == '.' && i + 1 < word.n && is_digit(word.p[i + 1]))))
			dots += word.p[i++] == '.';
		if (dots == 2 && from <= 2) return (str){ word.p + from, i - from };
	}
	return (str){ 0 };
}

str form_edition(str title)
{
	/* TS 103 701 tests the edition of EN 303 645 that was current when it came out. */
	static const struct form_word tested[] = { { "1.1.1", "2.1.1" }, { "2.1.1", "3.1.3" } };
	size_t at;

	if (str_find(title, "103 701", &at) || str_find(title, "103701", &at)) {
		str edition = edition_in((str){ title.p + at, title.n - at });

		for (size_t i = 0; i < sizeof(tested) / sizeof(*tested); i++)
			if (str_is(edition, tested[i].said)) return str_of(tested[i].value);
		return (str){ 0 };
	}

	str edition = edition_in(title);

	/* Three numbers may be the product's own version. */
	for (size_t i = 0; i < sizeof(tested) / sizeof(*tested); i++)
		if (str_is(edition, tested[i].value)) return edition;
	return (str){ 0 };
}
