/* The small language of `when:`, `scope:` and `select:` - three-valued.
 *
 * 	expression = term { "or" term } ;  term = factor { "and" factor } ;
 * 	factor = "not" factor | "(" expression ")" | name [ ("=" | "!=" | ">=" | "<=" | ">" | "<") value | "in" "["
 * 	  value { "," value } "]" ] ;
 *
 * A bare name is a claim: a condition of rules/conditions, or a profile value that is yes or no. What is not known is
 * UNKNOWN, and stays so through "and" and "or" unless the other side decides. "a = b" on a list value asks whether b is
 * in it.
 */
#ifndef ASSAY_RULES_EXPR_H
#define ASSAY_RULES_EXPR_H

#include "base/arena.h"
#include "base/value.h"

struct expr;

extern const struct fault expr_syntax;

/* expr_syntax: err.at is the offset in text, ret_what (may be NULL) what was expected there. */
err expr_parse(struct arena *keep, str text, struct expr **ret, const char **ret_what);

/* Where it stands in its file, for lint; 0 and 0 until it is told. */
void expr_set_place(struct expr *e, uint32_t line, uint32_t column);
void expr_place(const struct expr *e, uint32_t *ret_line, uint32_t *ret_column);

struct expr_names {
	void *self;
	/* A bare name: is it so? */
	tri (*claim)(void *self, str name);
	/* Its value, words of a list separated by commas; empty: not known. */
	str (*value)(void *self, str name);
	/* Told every name that was needed and is not known; may be NULL. */
	void (*missing)(void *self, str name);
	/* "a and b", where a is not known: whether b is missing too is told once a is. */
	bool tells_one_by_one;
};
tri expr_eval(const struct expr *e, const struct expr_names *names);

/* Whether a value, which may be several ("a, b"), has the word. */
bool expr_lists(str list, str word);

/* Calls seen() for each name and whether it is compared with something. */
void expr_each_name(const struct expr *e, void (*seen)(void *self, str name, bool is_claim), void *self);

/* Calls seen() for each value that a name is held equal to. */
void expr_each_value(const struct expr *e, void (*seen)(void *self, str name, str value), void *self);

#endif
