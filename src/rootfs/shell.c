#include "rootfs/shell.h"

struct shell shell_of(str script)
{
	return (struct shell){ .script = script, .line = 1 };
}

static char peek(const struct shell *s, size_t more)
{
	return s->at + more < s->script.n ? s->script.p[s->at + more] : '\0';
}

static str rest_of(const struct shell *s, size_t from)
{
	return from < s->script.n ? (str){ s->script.p + from, s->script.n - from } : (str){ 0 };
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static bool is_name_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* ---- quotes ------------------------------------------------------------------------------------------------------ */

/* Past the closing quote, or past the opening one alone where none closes it: a stray apostrophe must not swallow the
 * script. */
static void skip_quoted(struct shell *s, char quote, bool *none_left)
{
	size_t i = s->at + 1;

	if (!*none_left) {
		for (; i < s->script.n && s->script.p[i] != quote; i++)
			if (quote != '\'' && s->script.p[i] == '\\') i++;
		*none_left = i >= s->script.n;
	}
	if (*none_left) {
		s->at++;
		return;
	}
	for (size_t k = s->at; k < i; k++) s->line += s->script.p[k] == '\n';
	s->at = i + 1;
}

/* "$(" to its ")", which may hold other pairs. */
static void skip_substitution(struct shell *s)
{
	size_t i = s->at + 2, depth = 1;

	if (!s->no_paren) {
		for (; i < s->script.n && depth; i++) depth += s->script.p[i] == '(', depth -= s->script.p[i] == ')';
		s->no_paren = depth > 0;
	}
	if (s->no_paren) {
		s->at += 2;
		return;
	}
	for (size_t k = s->at; k < i; k++) s->line += s->script.p[k] == '\n';
	s->at = i;
}

static void skip_comment(struct shell *s)
{
	while (s->at < s->script.n && s->script.p[s->at] != '\n') s->at++;
}

/* ---- words ------------------------------------------------------------------------------------------------------- */

/* One word as it stands. Empty where an operator, a newline or the end stands. */
static str take_word(struct shell *s)
{
	size_t from = s->at;

	while (s->at < s->script.n) {
		char c = s->script.p[s->at];

		if (is_blank(c) || strchr("\n;&|()<>", c)) break;
		if (c == '\\') {
			s->line += peek(s, 1) == '\n';
			s->at += 2;
		} else if (c == '\'') {
			skip_quoted(s, c, &s->no_single);
		} else if (c == '"') {
			skip_quoted(s, c, &s->no_double);
		} else if (c == '`') {
			skip_quoted(s, c, &s->no_back);
		} else if (c == '$' && peek(s, 1) == '(') {
			skip_substitution(s);
		} else {
			s->at++;
		}
	}
	if (s->at > s->script.n) s->at = s->script.n;
	return (str){ s->script.p + from, s->at - from };
}

static str without_quotes(str word)
{
	if (word.n >= 2 && (word.p[0] == '"' || word.p[0] == '\'') && word.p[word.n - 1] == word.p[0])
		return (str){ word.p + 1, word.n - 2 };
	return word;
}

static void skip_blanks(struct shell *s)
{
	for (;;) {
		if (is_blank(peek(s, 0)) && s->at < s->script.n) {
			s->at++;
		} else if (peek(s, 0) == '\\' && peek(s, 1) == '\n') {
			s->at += 2, s->line++;
		} else if (peek(s, 0) == '#') {
			skip_comment(s);
		} else {
			return;
		}
	}
}

/* ---- here-documents ---------------------------------------------------------------------------------------------- */

/* After a newline: the lines up to each promised end are text. */
static void skip_here(struct shell *s)
{
	for (size_t i = 0; i < s->here_count; i++) {
		str rest = rest_of(s, s->at), line;

		while (str_line(&rest, &line)) {
			size_t next = rest.n ? (size_t)(rest.p - s->script.p) : s->script.n;

			s->line++;
			s->at = next;
			while (s->here[i].strips_tabs && line.n && line.p[0] == '\t') line.p++, line.n--;
			if (str_equal(line, s->here[i].end)) break;
		}
	}
	s->here_count = 0;
}

/* At '<' or '>': the redirection with its file, which is no word of the command. */
static void take_redirection(struct shell *s)
{
	bool is_here = peek(s, 0) == '<' && peek(s, 1) == '<' && peek(s, 2) != '<',
	     strips = is_here && peek(s, 2) == '-';

	while (peek(s, 0) == '<' || peek(s, 0) == '>' || peek(s, 0) == '&' || peek(s, 0) == '|') s->at++;
	if (strips) s->at++;
	while (is_blank(peek(s, 0)) && s->at < s->script.n) s->at++;

	str word = without_quotes(take_word(s));

	if (word.n && word.p[0] == '\\') word.p++, word.n--;
	if (is_here && word.n && s->here_count < SHELL_HERE_MOST) {
		s->here[s->here_count].end = word;
		s->here[s->here_count++].strips_tabs = strips;
	}
}

/* ---- blocks ------------------------------------------------------------------------------------------------------ */

static void open_block(struct shell *s, enum shell_block block)
{
	if (s->depth == SHELL_BLOCKS_MOST) {
		s->lost++;
		return;
	}
	s->patterns[s->depth] = (str){ 0 };
	s->is_on_first[s->depth] = false;
	s->is_sure[s->depth] = false;
	s->blocks[s->depth++] = block;
}

static bool is_inside(const struct shell *s, enum shell_block block)
{
	return s->depth && !s->lost && s->blocks[s->depth - 1] == block;
}

static void close_block(struct shell *s, enum shell_block block)
{
	if (s->lost) {
		s->lost--;
	} else if (is_inside(s, block)) {
		s->depth--;
	}
	if (s->function.n && s->depth <= s->function_depth) s->function = (str){ 0 };
	s->wants_pattern = false;
}

static bool is_conditional(const struct shell *s)
{
	for (size_t i = 0; i < s->depth; i++)
		if (s->blocks[i] != BLOCK_BRACE && s->blocks[i] != BLOCK_PAREN && !s->is_sure[i]) return true;
	return s->lost > 0;
}

/* All that makes it conditional is one case over "$1": its pattern. */
static bool is_one_case(const struct shell *s, str *ret_pattern)
{
	unsigned cases = 0;

	for (size_t i = 0; i < s->depth; i++) {
		if (s->blocks[i] == BLOCK_BRACE || s->blocks[i] == BLOCK_PAREN || s->is_sure[i]) continue;
		if (s->blocks[i] != BLOCK_CASE || !s->is_on_first[i]) return false;
		*ret_pattern = s->patterns[i];
		cases++;
	}
	return cases == 1 && !s->lost;
}

/* A word that is grammar where a command may begin. */
static bool take_reserved(struct shell *s, str word)
{
	static const struct {
		const char *word;
		enum shell_block block;
	} openers[] = { { "if", BLOCK_IF }, { "case", BLOCK_CASE }, { "for", BLOCK_LOOP }, { "select", BLOCK_LOOP },
		{ "while", BLOCK_LOOP }, { "until", BLOCK_LOOP }, { "{", BLOCK_BRACE } },
	  closers[] = { { "fi", BLOCK_IF }, { "esac", BLOCK_CASE }, { "done", BLOCK_LOOP }, { "}", BLOCK_BRACE } };
	static const char *const between[] = { "then", "else", "elif", "do", "!", "function" };

	/* What stands behind it in the loop may not be reached. */
	if (str_is(word, "break") || str_is(word, "continue"))
		for (size_t i = 0; i < s->depth; i++) s->is_sure[i] = false;

	for (size_t i = 0; i < sizeof(openers) / sizeof(*openers); i++) {
		if (!str_is(word, openers[i].word)) continue;
		open_block(s, openers[i].block);
		s->wants_word = str_is(word, "case") || str_is(word, "for") || str_is(word, "select");
		s->loop = (str){ 0 };
		return true;
	}
	for (size_t i = 0; i < sizeof(closers) / sizeof(*closers); i++) {
		if (!str_is(word, closers[i].word)) continue;
		close_block(s, closers[i].block);
		return true;
	}
	for (size_t i = 0; i < sizeof(between) / sizeof(*between); i++)
		if (str_is(word, between[i])) return true;
	return false;
}

/* ---- names ------------------------------------------------------------------------------------------------------- */

static void set_name(struct shell *s, str name, str value, bool is_list)
{
	struct shell_name made = { name, value, is_list };

	for (size_t i = 0; i < s->name_count; i++)
		if (str_equal(s->names[i].name, name)) {
			s->names[i] = made;
			return;
		}
	if (s->name_count < SHELL_NAMES_MOST) s->names[s->name_count++] = made;
}

str shell_looked_up(str word)
{
	static const char *const before[] = { "which ", "command -v ", "type -p " };
	str inner = word, name;

	if (str_starts(word, "$(") && str_ends(word, ")"))
		inner = (str){ word.p + 2, word.n - 3 };
	else if (word.n > 2 && word.p[0] == '`' && word.p[word.n - 1] == '`')
		inner = (str){ word.p + 1, word.n - 2 };
	else
		return word;
	inner = str_trim(inner);
	for (size_t i = 0; i < sizeof(before) / sizeof(*before); i++) {
		str rest = inner;

		if (!str_starts(inner, before[i])) continue;
		rest.p += strlen(before[i]), rest.n -= strlen(before[i]);
		if (str_word(&rest, &name) && !memchr(name.p, '$', name.n)) return name;
	}
	return word;
}

static bool take_assignment(struct shell *s, str word)
{
	size_t n = 0;

	while (n < word.n && is_name_char(word.p[n])) n++;
	if (!n || n == word.n || word.p[n] != '=') return false;

	set_name(
		s, (str){ word.p, n }, shell_looked_up(without_quotes((str){ word.p + n + 1, word.n - n - 1 })), false);
	return true;
}

str shell_value(const struct shell *s, str word)
{
	str name = word;

	for (unsigned i = 0; i < 3; i++) {
		size_t before = name.n;

		if (name.n < 2 || name.p[0] != '$') return name;
		name.p++, name.n--;
		if (name.n > 2 && name.p[0] == '{' && name.p[name.n - 1] == '}') name.p++, name.n -= 2;
		for (size_t k = 0; k < s->name_count && before; k++) {
			if (!str_equal(s->names[k].name, name)) continue;
			name = s->names[k].value;
			before = 0;
		}
		if (before) return word;
	}
	return name;
}

static const struct shell_name *find_name(const struct shell *s, str name)
{
	for (size_t i = 0; i < s->name_count; i++)
		if (str_equal(s->names[i].name, name)) return &s->names[i];
	return NULL;
}

/* The variable that begins at word.p[at], a '$': its name, and where it ends. */
static str variable_at(str word, size_t at, size_t *ret_end)
{
	bool is_braced = at + 1 < word.n && word.p[at + 1] == '{';
	size_t from = at + 1 + is_braced, end = from;

	while (end < word.n && is_name_char(word.p[end])) end++;
	*ret_end = end;
	if (end == from || (is_braced && (end == word.n || word.p[end] != '}'))) return (str){ 0 };
	*ret_end = end + is_braced;
	return (str){ word.p + from, end - from };
}

str shell_expand(const struct shell *s, str word, struct arena *scratch)
{
	enum { EXPANDED_MOST = 512 };

	for (unsigned round = 0; round < 3; round++) {
		bool has_changed = false;
		str made = { 0 };

		if (!memchr(word.p ? word.p : "", '$', word.n)) return word;
		for (size_t i = 0; i < word.n && made.n < EXPANDED_MOST;) {
			size_t end = i + 1;
			const struct shell_name *known =
				word.p[i] == '$' ? find_name(s, variable_at(word, i, &end)) : NULL;
			str part = { word.p + i, end - i };

			if (known && !known->is_list && !str_find(known->value, "$(", NULL))
				part = known->value, has_changed = true;
			while (!known && end < word.n && word.p[end] != '$') end++, part.n++;
			if (part.n > EXPANDED_MOST) return word;
			made = arena_printf(scratch, "%.*s%.*s", STR_FMT(made), STR_FMT(part));
			i = end;
		}
		if (!has_changed) return word;
		word = made;
	}
	return word;
}

bool shell_loop_in(const struct shell *s, str word, str *ret_list, size_t *ret_at, size_t *ret_end)
{
	for (size_t i = 0; i < word.n; i++) {
		const struct shell_name *name = word.p[i] == '$' ? find_name(s, variable_at(word, i, ret_end)) : NULL;

		if (!name || !name->is_list) continue;
		*ret_at = i;
		*ret_list = name->value;
		return true;
	}
	return false;
}

str shell_list(const struct shell *s, str word, bool *ret_is_loop)
{
	size_t end;
	const struct shell_name *name = word.n && word.p[0] == '$' ? find_name(s, variable_at(word, 0, &end)) : NULL;

	if (!name || end != word.n) return (str){ 0 };
	*ret_is_loop = name->is_list;
	return name->is_list || memchr(name->value.p ? name->value.p : "", ' ', name->value.n) ? name->value
											       : (str){ 0 };
}

/* ---- commands ---------------------------------------------------------------------------------------------------- */

/* Over what ends a command: newline ; & && | || ( ) ;; . What it means for the next is kept in s->link. */
static void take_operator(struct shell *s)
{
	char c = peek(s, 0), d = peek(s, 1);

	s->link = SHELL_FIRST;
	s->at++;
	switch (c) {
	case '\n':
		s->line++;
		skip_here(s);
		if (s->wants_word && is_inside(s, BLOCK_LOOP)) s->wants_word = false;
		return;
	case ';':
		if (d == ';' || d == '&') {
			s->at++, s->wants_pattern = is_inside(s, BLOCK_CASE);
			if (s->wants_pattern) s->patterns[s->depth - 1] = (str){ 0 };
		}
		if (s->wants_word && is_inside(s, BLOCK_LOOP)) s->wants_word = false;
		return;
	case '&':
		if (d == '&') s->at++, s->link = SHELL_AND;
		return;
	case '|':
		s->link = d == '|' ? SHELL_OR : SHELL_PIPE;
		if (d == '|' || d == '&') s->at++;
		return;
	case '(':
		if (!s->wants_pattern) open_block(s, BLOCK_PAREN);
		return;
	case ')':
		if (s->wants_pattern)
			s->wants_pattern = false;
		else
			close_block(s, BLOCK_PAREN);
		return;
	default:
		return;
	}
}

/* "name()" : a function begins; the body follows as a block. */
static bool take_function(struct shell *s, str name)
{
	size_t i = s->at;

	while (i < s->script.n && is_blank(s->script.p[i])) i++;
	if (i >= s->script.n || s->script.p[i] != '(') return false;
	for (i++; i < s->script.n && is_blank(s->script.p[i]);) i++;
	if (i >= s->script.n || s->script.p[i] != ')') return false;
	s->at = i + 1;
	s->function = name;
	s->function_depth = s->depth;
	return true;
}

/* From the first word to this one, which stands behind it in the script. */
static str stretched(str first, str word)
{
	return first.n ? (str){ first.p, (size_t)(word.p + word.n - first.p) } : word;
}

static bool is_first_argument(str word)
{
	word = without_quotes(word);
	return str_is(word, "$1") || str_is(word, "${1}") || str_starts(word, "${1:-");
}

/* Words that belong to case and for, up to in, do, or the end of the line. */
static bool is_head_word(struct shell *s, str word)
{
	if (s->wants_pattern) {
		if (is_inside(s, BLOCK_CASE)) s->patterns[s->depth - 1] = stretched(s->patterns[s->depth - 1], word);
		return true;
	}
	if (!s->wants_word) return false;
	if (str_is(word, "do")) {
		s->wants_word = false;
	} else if (is_inside(s, BLOCK_CASE)) {
		if (str_is(word, "in"))
			s->wants_word = false, s->wants_pattern = true;
		else
			s->is_on_first[s->depth - 1] = is_first_argument(word);
	} else if (!s->loop.n) {
		s->loop = word;
	} else if (!str_is(word, "in")) {
		const struct shell_name *known = find_name(s, s->loop);
		bool goes_on = known && known->is_list && known->value.p > s->loop.p;

		if (!memchr(word.p, '$', word.n) && !memchr(word.p, '`', word.n) && is_inside(s, BLOCK_LOOP))
			s->is_sure[s->depth - 1] = true;
		set_name(s, s->loop, goes_on ? stretched(known->value, word) : word, true);
	}
	return true;
}

static void begin_command(const struct shell *s, size_t at, struct shell_command *c)
{
	*c = (struct shell_command){
		.at = at, .line = s->line, .link = s->link, .function = s->function, .is_conditional = is_conditional(s)
	};
	c->is_one_case = is_one_case(s, &c->pattern);
}

bool shell_next(struct shell *s, struct shell_command *ret)
{
	struct shell_command c = { 0 };
	bool has_begun = false;

	for (;;) {
		skip_blanks(s);

		char next = peek(s, 0);
		bool is_end = s->at >= s->script.n;

		if (!is_end && (next == '<' || next == '>')) {
			take_redirection(s);
			continue;
		}
		if (is_end || strchr("\n;&|()", next)) {
			if (!is_end && next == '(' && c.count == 1 && take_function(s, c.words[0])) {
				has_begun = false, c.count = 0;
				continue;
			}
			if (c.count) {
				c.text = str_trim((str){ s->script.p + c.at, s->at - c.at });
				*ret = c;
				return true;
			}
			if (is_end) return false;
			take_operator(s);
			has_begun = false;
			continue;
		}

		size_t at = s->at;

		/* An assignment says its line before its quotes bring more of them. */
		if (!has_begun) begin_command(s, at, &c);

		str word = take_word(s);

		if (s->at == at) s->at++; /* a byte that is nothing: never stand still */
		if (s->wants_pattern && str_is(word, "esac")) s->wants_pattern = false;
		if (is_head_word(s, word)) continue;
		if (!c.count && take_reserved(s, word)) {
			s->link = SHELL_FIRST;
			has_begun = false;
			continue;
		}
		if (!c.count && take_assignment(s, word)) continue;
		if (!has_begun) c.at = at, has_begun = true;
		if (c.count < SHELL_WORDS_MOST) c.words[c.count++] = without_quotes(word);
	}
}
