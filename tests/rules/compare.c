/* What is known of how catalogues relate is found again by computation. */
#include "testing.h"

#include "judge/compare.h"
#include "trying.h"

static struct arena memory;
static const struct rules *rules;

static int load(void **state)
{
	(void)state;
	memory = arena_open((size_t)1 << 30);
	rules = real_rules(&memory);
	return rules ? 0 : -1;
}

static int forget(void **state)
{
	(void)state;
	arena_close(&memory);
	return 0;
}

/* Requirements of `later` that ask the same as one of `earlier`, added to those already marked. */
static void mark_repeated(uint8_t *repeated, const struct catalogue *later, const struct catalogue *earlier)
{
	struct overlap *overlaps;
	size_t count;

	compare_catalogues(later, earlier, &memory, &overlaps, &count);
	for (size_t i = 0; i < count; i++)
		if (overlaps[i].is_same) repeated[overlaps[i].a->number] = 1;
}

static void parts_2_and_3_of_en_18031_repeat_57_of_their_80_requirements(void **state)
{
	const struct catalogue *one = rules_catalogue(rules, STR("en-18031-1"), STR("")),
			       *two = rules_catalogue(rules, STR("en-18031-2"), STR("")),
			       *three = rules_catalogue(rules, STR("en-18031-3"), STR(""));
	uint8_t *repeated = arena_array(&memory, uint8_t, rules->requirement_count);
	size_t count = 0;

	(void)state;
	assert_non_null(one);
	assert_non_null(two);
	assert_non_null(three);
	assert_int_equal(two->requirement_count + three->requirement_count, 80);
	mark_repeated(repeated, two, one);
	mark_repeated(repeated, three, one);
	mark_repeated(repeated, three, two);
	for (uint32_t i = 0; i < rules->requirement_count; i++) count += repeated[i];
	assert_int_equal(count, 57);
}

static void each_requirement_is_decided_by_machine_by_declaration_or_by_a_person(void **state)
{
	(void)state;
	for (size_t i = 0; i < rules->schemes.n; i++) {
		struct testability t = scheme_testability(&rules->schemes.p[i], memory);

		assert_int_equal(t.by_machine + t.by_declaration + t.by_person, t.requirements);
	}
}

/* A scheme beside itself shares all; beside another, each side counts what is its own. */
static void what_two_schemes_share_and_what_each_adds_make_up_what_each_needs(void **state)
{
	const struct scheme *a = rules_scheme(rules, STR("uk-psti")), *b = rules_scheme(rules, STR("etsi-en-303-645"));
	struct comparison there, back;

	(void)state;
	assert_non_null(a);
	assert_non_null(b);
	compare_schemes(rules, a, b, &memory, &there);
	compare_schemes(rules, b, a, &memory, &back);
	assert_true(there.common_count > 0);
	assert_int_equal(there.common_count, back.common_count);
	assert_int_equal(there.only_a, back.only_b);
	assert_int_equal(there.only_b, back.only_a);
	assert_int_equal(there.overlap_count, back.overlap_count);
	assert_true(there.conflict_count > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_2_and_3_of_en_18031_repeat_57_of_their_80_requirements),
		cmocka_unit_test(each_requirement_is_decided_by_machine_by_declaration_or_by_a_person),
		cmocka_unit_test(what_two_schemes_share_and_what_each_adds_make_up_what_each_needs),
	};

	return cmocka_run_group_tests_name("rules/compare", tests, load, forget);
}
