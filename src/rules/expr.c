#include "rules/expr.h"

#include <stdlib.h>

const struct fault expr_syntax = { FAULT_INPUT, "expr.syntax", "the expression cannot be read" };

enum op { OP_CLAIM, OP_NOT, OP_AND, OP_OR, OP_EQUAL, OP_UNEQUAL, OP_LEAST, OP_MOST, OP_MORE, OP_LESS, OP_IN };

struct expr {
	enum op op;
	struct expr *left, *right;
	str name;
	str *values;
	size_t value_count;
	uint32_t line, column;
};

void expr_set_place(struct expr *e, uint32_t line, uint32_t column)
{
	e->line = line;
	e->column = column;
}

void expr_place(const struct expr *e, uint32_t *ret_line, uint32_t *ret_column)
{
	*ret_line = e->line;
	*ret_column = e->column;
}

struct parser {
	struct arena *keep;
	str text;
	size_t at;
	const char *expected;
	unsigned depth;
};

static bool is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
	       c == '_' || c == '/' || c == '+' || c == ':';
}

static void skip_blanks(struct parser *p)
{
	while (p->at < p->text.n && (p->text.p[p->at] == ' ' || p->text.p[p->at] == '\n' || p->text.p[p->at] == '\t'))
		p->at++;
}

static str peek_word(struct parser *p)
{
	size_t n = 0;

	skip_blanks(p);
	while (p->at + n < p->text.n && is_word(p->text.p[p->at + n])) n++;
	return (str){ p->text.p + p->at, n };
}

static bool take_word(struct parser *p, const char *word)
{
	str next = peek_word(p);

	if (!str_is(next, word)) return false;
	p->at += next.n;
	return true;
}

static bool take_sign(struct parser *p, const char *sign)
{
	skip_blanks(p);

	str rest = { p->text.p + p->at, p->text.n - p->at };

	if (!str_starts(rest, sign)) return false;
	p->at += strlen(sign);
	return true;
}

static err expected(struct parser *p, const char *what)
{
	p->expected = what;
	return fail(&expr_syntax, p->at);
}

static struct expr *new_expr(struct parser *p, enum op op, struct expr *left, struct expr *right)
{
	struct expr *e = arena_new(p->keep, struct expr);

	*e = (struct expr){ .op = op, .left = left, .right = right };
	return e;
}

static err parse_or(struct parser *p, struct expr **ret);

static err parse_value(struct parser *p, str *ret)
{
	str word = peek_word(p);

	if (!word.n) return expected(p, "a value");
	p->at += word.n;
	*ret = word;
	return OK;
}

static err parse_list(struct parser *p, struct expr *e)
{
	enum { MOST = 64 };

	if (!take_sign(p, "[")) return expected(p, "\"[\" after in");
	e->values = arena_array(p->keep, str, MOST);
	do {
		if (e->value_count == MOST) return expected(p, "fewer values");
		TRY(parse_value(p, &e->values[e->value_count++]));
	} while (take_sign(p, ","));
	return take_sign(p, "]") ? OK : expected(p, "\"]\" or \",\"");
}

static err parse_factor(struct parser *p, struct expr **ret)
{
	static const struct {
		const char *sign;
		enum op op;
	} signs[] = { { "!=", OP_UNEQUAL }, { ">=", OP_LEAST }, { "<=", OP_MOST }, { "=", OP_EQUAL }, { ">", OP_MORE },
		{ "<", OP_LESS } };

	if (take_word(p, "not")) {
		struct expr *of;

		if (++p->depth > 64) return expected(p, "less nesting");
		TRY(parse_factor(p, &of));
		*ret = new_expr(p, OP_NOT, of, NULL);
		return OK;
	}
	if (take_sign(p, "(")) {
		if (++p->depth > 64) return expected(p, "less nesting");
		TRY(parse_or(p, ret));
		return take_sign(p, ")") ? OK : expected(p, "\")\"");
	}

	str name = peek_word(p);

	if (!name.n || str_is(name, "and") || str_is(name, "or") || str_is(name, "in"))
		return expected(p, "a name, \"not\" or \"(\"");
	p->at += name.n;

	struct expr *e = new_expr(p, OP_CLAIM, NULL, NULL);

	e->name = name;
	*ret = e;
	if (take_word(p, "in")) {
		e->op = OP_IN;
		return parse_list(p, e);
	}
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++) {
		if (!take_sign(p, signs[i].sign)) continue;
		e->op = signs[i].op;
		e->values = arena_array(p->keep, str, 1);
		e->value_count = 1;
		return parse_value(p, e->values);
	}
	return OK;
}

static err parse_and(struct parser *p, struct expr **ret)
{
	TRY(parse_factor(p, ret));
	while (take_word(p, "and")) {
		struct expr *right;

		TRY(parse_factor(p, &right));
		*ret = new_expr(p, OP_AND, *ret, right);
	}
	return OK;
}

static err parse_or(struct parser *p, struct expr **ret)
{
	TRY(parse_and(p, ret));
	while (take_word(p, "or")) {
		struct expr *right;

		TRY(parse_and(p, &right));
		*ret = new_expr(p, OP_OR, *ret, right);
	}
	return OK;
}

err expr_parse(struct arena *keep, str text, struct expr **ret, const char **ret_what)
{
	struct parser p = { .keep = keep, .text = arena_str(keep, text) };
	err e = parse_or(&p, ret);

	skip_blanks(&p);
	if (!e.is && p.at < p.text.n) e = expected(&p, "\"and\", \"or\" or the end");
	if (e.is && ret_what) *ret_what = p.expected;
	return e;
}

/* ---- values ------------------------------------------------------------------------------------------------------ */

bool expr_lists(str list, str word)
{
	str part;

	while (str_split(&list, ',', &part))
		if (str_equal(str_trim(part), word)) return true;
	return false;
}

static bool is_number(str s, double *ret)
{
	char text[64], *end;

	if (!s.n || s.n >= sizeof(text)) return false;
	memcpy(text, s.p, s.n);
	text[s.n] = '\0';
	*ret = strtod(text, &end);
	return !*end;
}

/* Numbers as numbers; all else as text, which orders ISO dates rightly (2027 before 2027-12). */
static int compare(str a, str b)
{
	double x, y;

	if (is_number(a, &x) && is_number(b, &y)) return x < y ? -1 : x > y;
	return str_compare(a, b);
}

static tri eval_comparison(const struct expr *e, const struct expr_names *names)
{
	str value = names->value(names->self, e->name);

	if (!value.n) {
		if (names->missing) names->missing(names->self, e->name);
		return UNKNOWN;
	}

	switch (e->op) {
	case OP_EQUAL:
		return tri_of(expr_lists(value, e->values[0]));
	case OP_UNEQUAL:
		return tri_of(!expr_lists(value, e->values[0]));
	case OP_LEAST:
		return tri_of(compare(value, e->values[0]) >= 0);
	case OP_MOST:
		return tri_of(compare(value, e->values[0]) <= 0);
	case OP_MORE:
		return tri_of(compare(value, e->values[0]) > 0);
	case OP_LESS:
		return tri_of(compare(value, e->values[0]) < 0);
	default:
		break;
	}
	for (size_t i = 0; i < e->value_count; i++)
		if (expr_lists(value, e->values[i])) return YES;
	return NO;
}

tri expr_eval(const struct expr *e, const struct expr_names *names)
{
	struct expr_names later = *names;
	tri left, right;

	switch (e->op) {
	case OP_CLAIM:
		left = names->claim(names->self, e->name);
		if (left == UNKNOWN && names->missing) names->missing(names->self, e->name);
		return left;
	case OP_NOT:
		left = expr_eval(e->left, names);
		return left == UNKNOWN ? UNKNOWN : tri_of(left == NO);
	case OP_AND:
		left = expr_eval(e->left, names);
		if (left == NO) return NO;
		if (left == UNKNOWN && names->tells_one_by_one) later.missing = NULL;
		right = expr_eval(e->right, &later);
		return right == NO ? NO : left == YES && right == YES ? YES : UNKNOWN;
	case OP_OR:
		left = expr_eval(e->left, names);
		if (left == YES) return YES;
		right = expr_eval(e->right, names);
		return right == YES ? YES : left == NO && right == NO ? NO : UNKNOWN;
	default:
		return eval_comparison(e, names);
	}
}

void expr_each_name(const struct expr *e, void (*seen)(void *self, str name, bool is_claim), void *self)
{
	if (!e) return;
	if (e->name.n) seen(self, e->name, e->op == OP_CLAIM);
	expr_each_name(e->left, seen, self);
	expr_each_name(e->right, seen, self);
}

void expr_each_value(const struct expr *e, void (*seen)(void *self, str name, str value), void *self)
{
	if (!e) return;
	for (size_t i = 0; i < e->value_count && (e->op == OP_EQUAL || e->op == OP_UNEQUAL || e->op == OP_IN); i++)
		seen(self, e->name, e->values[i]);
	expr_each_value(e->left, seen, self);
	expr_each_value(e->right, seen, self);
}
