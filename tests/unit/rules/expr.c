#include "testing.h"

#include "rules/expr.h"

/* yes, no and maybe are claims; list and day have values; all else is not known. */
static tri claim(void *self, str name)
{
	(void)self;
	return str_is(name, "yes") ? YES : str_is(name, "no") ? NO : UNKNOWN;
}

static str value(void *self, str name)
{
	(void)self;
	if (str_is(name, "list")) return STR("EU, GB");
	if (str_is(name, "day")) return STR("2027-12-11");
	if (str_is(name, "size")) return STR("12");
	return (str){ 0 };
}

static tri eval(const char *text)
{
	struct arena keep = arena_open(1 << 20);
	struct expr_names names = { .claim = claim, .value = value };
	struct expr *e;

	assert_ok(expr_parse(&keep, str_of(text), &e, NULL));

	tri t = expr_eval(e, &names);

	arena_close(&keep);
	return t;
}

static void what_is_not_known_stays_so_unless_the_other_side_decides(void **state)
{
	static const struct {
		const char *text;
		tri expected;
	} rows[] = {
		{ "yes", YES },
		{ "no", NO },
		{ "maybe", UNKNOWN },
		{ "not yes", NO },
		{ "not no", YES },
		{ "not maybe", UNKNOWN },
		{ "yes and yes", YES },
		{ "yes and no", NO },
		{ "yes and maybe", UNKNOWN },
		{ "no and yes", NO },
		{ "no and no", NO },
		{ "no and maybe", NO },
		{ "maybe and yes", UNKNOWN },
		{ "maybe and no", NO },
		{ "maybe and maybe", UNKNOWN },
		{ "yes or yes", YES },
		{ "yes or no", YES },
		{ "yes or maybe", YES },
		{ "no or yes", YES },
		{ "no or no", NO },
		{ "no or maybe", UNKNOWN },
		{ "maybe or yes", YES },
		{ "maybe or no", UNKNOWN },
		{ "maybe or maybe", UNKNOWN },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (eval(rows[i].text) != rows[i].expected) fail_msg("%s", rows[i].text);
}

static void and_binds_closer_than_or_and_not_closest(void **state)
{
	(void)state;
	assert_int_equal(eval("yes or yes and no"), YES);
	assert_int_equal(eval("(yes or yes) and no"), NO);
	assert_int_equal(eval("not no and no"), NO);
	assert_int_equal(eval("not (no and no)"), YES);
}

static void lists_contain_and_numbers_and_dates_are_ordered(void **state)
{
	(void)state;
	assert_int_equal(eval("list = GB"), YES);
	assert_int_equal(eval("list = US"), NO);
	assert_int_equal(eval("list != GB"), NO);
	assert_int_equal(eval("list in [US, EU]"), YES);
	assert_int_equal(eval("list in [US, JP]"), NO);
	assert_int_equal(eval("size >= 9"), YES);
	assert_int_equal(eval("size < 100"), YES);
	assert_int_equal(eval("day >= 2027-12-11"), YES);
	assert_int_equal(eval("day > 2027-12-11"), NO);
	assert_int_equal(eval("day < 2028-01-01"), YES);
	assert_int_equal(eval("other = x"), UNKNOWN);
	assert_int_equal(eval("not other in [x, y]"), UNKNOWN);
}

static void a_mistake_is_refused_and_says_where(void **state)
{
	static const struct {
		const char *text;
		uint64_t at;
	} rows[] = { { "", 0 }, { "yes and", 7 }, { "yes no", 4 }, { "(yes or no", 10 }, { "list in EU", 8 },
		{ "list in [EU", 11 }, { "size >=", 7 }, { "yes &", 4 } };
	struct arena keep = arena_open(1 << 20);

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const char *what = NULL;
		struct expr *e;
		err bad = expr_parse(&keep, str_of(rows[i].text), &e, &what);

		assert_fault(bad, "expr.syntax");
		assert_non_null(what);
		if (bad.at != rows[i].at)
			fail_msg("%s: at %u, not %u", rows[i].text, (unsigned)bad.at, (unsigned)rows[i].at);
	}
	arena_close(&keep);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_not_known_stays_so_unless_the_other_side_decides),
		cmocka_unit_test(and_binds_closer_than_or_and_not_closest),
		cmocka_unit_test(lists_contain_and_numbers_and_dates_are_ordered),
		cmocka_unit_test(a_mistake_is_refused_and_says_where),
	};

	return cmocka_run_group_tests_name("judge/expr", tests, NULL, NULL);
}
