#include "testing.h"

#include "base/near.h"

static str meant_of(struct arena *keep, const char *wanted, const char *const *words)
{
	struct candidates near = { .keep = keep, .wanted = str_of(wanted) };

	for (; *words; words++) candidate(&near, str_of(*words));
	return suggestion(&near).n ? near.best : STR("");
}

static void a_slip_of_the_hand_finds_the_word_that_was_meant(void **state)
{
	static const char *const words[] = { "name", "model", "version", "maker", "consumer", "business", "industry",
		"auth_mechanisms", "services", "markets", "eu-red-3-3", "uk-psti", "etsi-en-303-645", NULL };
	static const char *const cases[][2] = { { "nmae", "name" }, { "nam", "name" }, { "Name", "name" },
		{ "namee", "name" }, { "modle", "model" }, { "vresion", "version" }, { "makers", "maker" },
		{ "consumers", "consumer" }, { "Consumer", "consumer" }, { "busines", "business" },
		{ "bussiness", "business" }, { "industrie", "industry" }, { "auth_mechanism", "auth_mechanisms" },
		{ "auth-mechanisms", "auth_mechanisms" }, { "auth mechanisms", "auth_mechanisms" },
		{ "service", "services" }, { "market", "markets" }, { "eu-red", "eu-red-3-3" }, { "psti", "uk-psti" },
		{ "PSTI", "uk-psti" }, { "uk_psti", "uk-psti" }, { "303645", "etsi-en-303-645" },
		{ "EN 303 645", "etsi-en-303-645" }, { "quite another", "" }, { "zz", "" }, { "x", "" },
		{ "eu", "eu-red-3-3" } };
	struct arena keep = arena_open(1 << 20);

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		str got = meant_of(&keep, cases[i][0], words);

		if (!str_is(got, cases[i][1]))
			fail_msg("%s: \"%.*s\" is not \"%s\"", cases[i][0], STR_FMT(got), cases[i][1]);
	}
	arena_close(&keep);
}

static void a_part_of_a_name_begins_and_ends_with_one_of_its_words(void **state)
{
	(void)state;
	assert_true(is_part_of_name(STR("psti"), STR("uk-psti")));
	assert_true(is_part_of_name(STR("en303645"), STR("etsi-en-303-645")));
	assert_false(is_part_of_name(STR("sti"), STR("uk-psti")));
	assert_false(is_part_of_name(STR("n-303"), STR("etsi-en-303-645")));
	assert_false(is_part_of_name(STR("uk-psti-2"), STR("uk-psti")));
	assert_false(is_part_of_name(STR(""), STR("uk-psti")));
	assert_false(is_part_of_name(STR("--"), STR("uk-psti")));
}

static void a_day_is_read_as_people_write_it(void **state)
{
	static const char *const cases[][2] = { { "31.12.2031", "2031-12-31" }, { "1.2.2031", "2031-02-01" },
		{ "31/12/2031", "2031-12-31" }, { "12/31/2031", "2031-12-31" }, { "31-12-2031", "2031-12-31" },
		{ "2031/12/31", "2031-12-31" }, { "2031.12.31", "2031-12-31" }, { "2031-1-5", "2031-01-05" },
		{ "20311231", "2031-12-31" }, { "31 December 2031", "2031-12-31" }, { "31st Dec 2031", "2031-12-31" },
		{ "December 31, 2031", "2031-12-31" }, { "Dec 31 2031", "2031-12-31" }, { "31-dec-2031", "2031-12-31" },
		{ "2031 March 5", "2031-03-05" }, { "March 2031", "2031-03" }, { "12/2031", "2031-12" },
		{ "12.2031", "2031-12" }, { "4/5/2031", "2031-05-04 or 2031-04-05" }, { "5/5/2031", "2031-05-05" },
		{ "soon", "" }, { "2031", "" }, { "31.12.31", "" }, { "99.99.2031", "" }, { "", "" },
		{ "31.12.2031.5", "" }, { "123456789", "" }, { "in 5 years", "" } };
	struct arena keep = arena_open(1 << 20);

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		str got = day_meant(&keep, str_of(cases[i][0]));

		if (!str_is(got, cases[i][1]))
			fail_msg("%s: \"%.*s\" is not \"%s\"", cases[i][0], STR_FMT(got), cases[i][1]);
	}
	arena_close(&keep);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_slip_of_the_hand_finds_the_word_that_was_meant),
		cmocka_unit_test(a_part_of_a_name_begins_and_ends_with_one_of_its_words),
		cmocka_unit_test(a_day_is_read_as_people_write_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
