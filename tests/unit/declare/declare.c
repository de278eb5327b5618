#include "testing.h"

#include "declare/declare_words.h"
#include "declare/product.h"

static void drop(void *self, span frames)
{
	(void)self, (void)frames;
}

static void refused(const char *yaml, const char *why)
{
	struct facts *f = facts_open((struct facts_sink){ .write = drop });
	struct buf detail = { 0 };
	err e = collect_product(f, span_from_str(str_of(yaml)), &detail);

	if (!e.is) fail_msg("taken: %s", yaml);
	if (!str_find(buf_all(&detail), why, NULL)) fail_msg("%.*s: is not \"%s\"", STR_FMT(buf_all(&detail)), why);
	facts_close(f);
	buf_free(&detail);
}

static void taken(const char *yaml)
{
	struct facts *f = facts_open((struct facts_sink){ .write = drop });
	struct buf detail = { 0 };
	err e = collect_product(f, span_from_str(str_of(yaml)), &detail);

	if (e.is) fail_msg("%.*s: %s", STR_FMT(buf_all(&detail)), yaml);
	facts_close(f);
	buf_free(&detail);
}

static void the_schema_says_which_words_a_column_takes(void **state)
{
	char words[SCHEMA_WORDS_MOST] = "";

	(void)state;
	assert_true(schema_takes("service", "scope", STR("lan"), words));
	assert_false(schema_takes("service", "scope", STR("LAN"), words));
	assert_string_equal(words, "loopback, lan, internet");
	assert_false(schema_takes("input", "state", STR(""), words));
	assert_true(schema_takes("service", "purpose", STR("anything"), words));
	assert_true(schema_takes("no_table", "scope", STR("x"), words));
	assert_true(schema_needs("ics", "requirement"));
	assert_true(schema_needs("entity", "name"));
	assert_false(schema_needs("ics", "detail"));
	assert_false(schema_needs("component", "purl"));
}

static void a_value_that_no_table_takes_is_told_where_it_stands(void **state)
{
	(void)state;
	refused("services:\n  - {name: a, scope: nonsense}",
		"line 2, column 15: \"scope\" is one of: loopback, lan, internet; not \"nonsense\"");
	refused("auth_mechanisms:\n  - name: a\n    crypto: [{purpose: magic, algorithm: x}]",
		"line 3, column 15: \"purpose\" is one of: key-exchange");
	refused("ics:\n  - {edition: 3.1.3, status: M}", "line 2, column 6: \"requirement\" must be there");
	refused("answers:\n  - {question: q, value: v, basis: hearsay}",
		"\"basis\" is one of: declared, documented, person");
	taken("services: [{name: a, scope: lan}]");
	taken("services: [{name: a, scope: unknown}]");
	taken("ics: [{edition: 3.1.3, requirement: 5.1-1}]");
}

static void an_answer_stands_once_and_has_days_that_are_days(void **state)
{
	(void)state;
	refused("answers:\n  - {question: q, value: a, author: M}\n  - {question: q, value: b, author: M}",
		"line 3, column 6: \"q\" is answered twice");
	taken("answers:\n  - {question: q, value: a, author: M}\n  - {question: q, value: b, author: N}");
	taken("assets: [{name: x}]\nanswers:\n  - {question: q, value: a}\n  - {question: q, value: b, for: x}");
	refused("answers: [{question: q, value: a, answered: last year}]", "\"answered\" is a day");
	refused("answers: [{question: q, value: a, expires: 2026-13-01}]", "\"expires\" is a day");
	refused("answers: [{question: q, value: a, answered: 2026-02-29}]", "\"answered\" is a day");
	refused("answers: [{question: q, value: a, answered: 2026-04-31T10:00:00Z}]", "\"answered\" is a day");
	refused("answers: [{question: q, value: a, answered: 2026-04-30T24:00:00Z}]", "\"answered\" is a day");
	taken("answers: [{question: q, value: a, answered: 2026-05-01, expires: 2027-05-01T00:00:00Z}]");
}

static void bytes_that_are_no_text_never_reach_the_parser(void **state)
{
	(void)state;
	refused("product: {name: \"x\"}\n%*\xff", "line 2, column 3: a byte that is no UTF-8 text");
	refused("%\x9a", "line 1, column 2: a byte that is no UTF-8 text");
	taken("product: {name: \"Br\xc3\xbc"
	      "cke\"}");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_schema_says_which_words_a_column_takes),
		cmocka_unit_test(a_value_that_no_table_takes_is_told_where_it_stands),
		cmocka_unit_test(an_answer_stands_once_and_has_days_that_are_days),
		cmocka_unit_test(bytes_that_are_no_text_never_reach_the_parser),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
