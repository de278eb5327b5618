#include "testing.h"

#include "base/limits.h"
#include "declare/declare.h"
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
	err e = collect_product(f, span_from_str(str_of(yaml)), NULL, &detail);

	if (!e.is) fail_msg("taken: %s", yaml);
	if (!str_find(buf_all(&detail), why, NULL)) fail_msg("%.*s: is not \"%s\"", STR_FMT(buf_all(&detail)), why);
	facts_close(f);
	buf_free(&detail);
}

static void taken(const char *yaml)
{
	struct facts *f = facts_open((struct facts_sink){ .write = drop });
	struct buf detail = { 0 };
	err e = collect_product(f, span_from_str(str_of(yaml)), NULL, &detail);

	if (e.is) fail_msg("%.*s: %s", STR_FMT(buf_all(&detail)), yaml);
	facts_close(f);
	buf_free(&detail);
}

/* Rules that know little. */
static str little(const void *self, struct arena *keep, enum declared_word kind, str name, str value)
{
	(void)self;
	if (kind == DECLARED_NAME && str_is(name, "audiance")) return STR("no such name");
	if (kind == DECLARED_VALUE && str_is(value, "consumers"))
		return arena_printf(keep, "\"%.*s\" does not take it", STR_FMT(name));
	if (kind == DECLARED_SECTION && str_is(name, "markets")) return STR("it stands elsewhere");
	return (str){ 0 };
}

static void all_that_is_wrong_with_a_file_is_told_at_once_in_its_order(void **state)
{
	struct declared_words words = { .wrong = little };
	struct facts *f = facts_open((struct facts_sink){ .write = drop });
	struct buf detail = { 0 };
	err e = collect_product(f,
		span_from_str(STR("markets: [GB]\n"
				  "profile: {audiance: x, audience: [business, consumers], domain: }\n"
				  "manufacturer: Acme\n"
				  "auth_mechanism: []\n"
				  "services:\n"
				  "  - {nmae: web, protocl: http}\n"
				  "  - {name: ssh, scope: LAN}\n"
				  "  - {name: udp, relations: {uses: shs}}\n"
				  "answers:\n"
				  "  - {quesion: a, value: b}\n"
				  "  - {question: a, value: b, answered: 31.12.2031}\n"
				  "documents: [{kind: policy, statements: [{knd: x, value: y}]}]\n")),
		&words, &detail);

	(void)state;
	assert_ptr_equal(e.is, &declare_unknown_key);
	assert_int_equal(e.at, 1);
	buf_char(&detail, '\0');
	assert_string_equal(detail.p,
		"line 1, column 1: \"markets\" is no section of a product file; it stands elsewhere\n"
		"line 2, column 11: no such name\n"
		"line 2, column 45: \"audience\" does not take it\n"
		"line 3, column 1: \"manufacturer\" is no section of a product file; did you mean product: {maker: "
		"...}?\n"
		"line 4, column 1: \"auth_mechanism\" is no section of a product file; did you mean "
		"\"auth_mechanisms\"?\n"
		"line 6, column 6: \"nmae\" is not known here; did you mean \"name\"?\n"
		"line 6, column 17: \"protocl\" is not known here; did you mean \"protocol\"?\n"
		"line 7, column 17: \"scope\" is one of: loopback, lan, internet; not \"LAN\"; did you mean \"lan\"?\n"
		"line 8, column 29: nothing in this file is called \"shs\"; did you mean \"ssh\"?\n"
		"line 10, column 6: \"quesion\" is no part of an answer; did you mean \"question\"?\n"
		"line 11, column 29: \"answered\" is a day as 2027-03-31, or a moment in UTC as "
		"2027-03-31T12:00:00Z, not \"31.12.2031\"; did you mean 2031-12-31?\n"
		"line 12, column 42: \"knd\" is no part of a statement; did you mean \"kind\"?");
	facts_close(f);
	buf_free(&detail);
}

static void a_file_that_is_wrong_everywhere_is_told_up_to_a_number(void **state)
{
	struct buf yaml = { 0 }, detail = { 0 };
	struct facts *f = facts_open((struct facts_sink){ .write = drop });

	(void)state;
	buf_text(&yaml, "services:\n");
	for (unsigned i = 0; i < 5000; i++) buf_printf(&yaml, "  - {nmae: s%u}\n", i);
	assert_ptr_equal(collect_product(f, span_from_str(buf_all(&yaml)), NULL, &detail).is, &declare_unknown_key);

	size_t lines = 1;

	for (size_t i = 0; i < detail.n; i++) lines += detail.p[i] == '\n';
	assert_int_equal(lines, LIMIT_PRODUCT_TROUBLES + 1);
	assert_true(str_ends(buf_all(&detail), "there is more of the kind: mend these first"));
	facts_close(f);
	buf_free(&yaml);
	buf_free(&detail);
}

static void labels_are_a_list_of_those_that_are_asked_for(void **state)
{
	(void)state;
	taken("labels: [sg-cls]");
	taken("labels: sg-cls");
	refused("labels: {sg-cls: yes}", "line 1, column 1: labels is a list");
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

static void put_relation(void *self, span frames)
{
	struct buf *out = self;

	buf_bytes(out, frames.p, frames.n);
}

static size_t frames_of(const char *yaml, char *ret, size_t room)
{
	struct buf out = { 0 }, detail = { 0 };
	struct facts *f = facts_open((struct facts_sink){ .self = &out, .write = put_relation });
	err e = collect_product(f, span_from_str(str_of(yaml)), NULL, &detail);
	size_t n;

	if (e.is) fail_msg("%.*s: %s", STR_FMT(buf_all(&detail)), yaml);
	facts_close(f);
	n = out.n;
	assert_true(n <= room);
	memcpy(ret, out.p, n);
	buf_free(&out);
	buf_free(&detail);
	return n;
}

static void a_relation_is_the_same_from_either_side(void **state)
{
	char one[4096], other[4096];
	const char *from =
		"update_mechanisms: [{name: ota, relations: {updates: [plugd]}}]\ncomponents: [{name: plugd}]";
	const char *to = "update_mechanisms: [{name: ota}]\ncomponents: [{name: plugd, relations: {updated-by: ota}}]";
	size_t n = frames_of(from, one, sizeof(one)), m = frames_of(to, other, sizeof(other));

	(void)state;
	assert_int_equal(n, m);
	assert_memory_equal(one, other, n);
}

static void an_empty_list_says_that_there_is_none_and_a_blank_says_nothing(void **state)
{
	char none[4096], blank[4096], unsaid[4096];
	size_t n = frames_of("parameters: [{name: key, relations: {sent-over: []}}]", none, sizeof(none));
	size_t m = frames_of("parameters: [{name: key, relations: {sent-over: none}}]", blank, sizeof(blank));
	size_t k = frames_of("parameters: [{name: key, relations: {sent-over: }}]", blank, sizeof(blank));
	size_t l = frames_of("parameters: [{name: key}]", unsaid, sizeof(unsaid));

	(void)state;
	assert_int_equal(n, m);
	assert_true(n > k);
	assert_int_equal(k, l);
}

static void a_relation_that_a_kind_does_not_have_is_told(void **state)
{
	(void)state;
	refused("components: [{name: plugd, relations: {updatd-by: []}}]",
		"\"updatd-by\" is no relation of components; did you mean \"updated-by\"?");
	refused("components: [{name: a, relations: {updates: [a]}}]", "\"updates\" is no relation of components");
	refused("channels: [{name: c}]\nupdate_mechanisms: [{name: u, relations: {uses: [c]}}]",
		"\"c\" (channel) is nothing that \"uses\" goes to");
	refused("components: [{name: a, relations: {updated-by: [b]}}]", "nothing in this file is called \"b\"");
	refused("components: [{name: a, relations: updated-by}]", "is a map from a verb to names");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_that_is_wrong_with_a_file_is_told_at_once_in_its_order),
		cmocka_unit_test(a_file_that_is_wrong_everywhere_is_told_up_to_a_number),
		cmocka_unit_test(labels_are_a_list_of_those_that_are_asked_for),
		cmocka_unit_test(a_relation_is_the_same_from_either_side),
		cmocka_unit_test(an_empty_list_says_that_there_is_none_and_a_blank_says_nothing),
		cmocka_unit_test(a_relation_that_a_kind_does_not_have_is_told),
		cmocka_unit_test(the_schema_says_which_words_a_column_takes),
		cmocka_unit_test(a_value_that_no_table_takes_is_told_where_it_stands),
		cmocka_unit_test(an_answer_stands_once_and_has_days_that_are_days),
		cmocka_unit_test(bytes_that_are_no_text_never_reach_the_parser),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
