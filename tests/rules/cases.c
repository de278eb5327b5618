/* Every case of tests/cases comes out as it says. */
#include "testing.h"

#include "trying.h"

static bool has_sentence(const struct outcome *o, str sentence)
{
	for (size_t i = 0; i < o->finding_count; i++)
		if (str_equal(o->findings[i].sentence, sentence)) return true;
	return false;
}

static void print_outcome(const struct outcome *o)
{
	for (size_t i = 0; i < o->finding_count; i++)
		print_error("    %.*s%s%.*s\n", STR_FMT(o->findings[i].sentence), o->findings[i].unknown.n ? " - " : "",
			STR_FMT(o->findings[i].unknown));
	for (size_t i = 0; i < o->missing_count; i++)
		print_error("    missing: %.*s %.*s\n", STR_FMT(o->missing[i].class), STR_FMT(o->missing[i].reason));
}

static bool comes_out(struct trial *t, const struct check_case *c)
{
	const struct check *check = rules_check(t->session.rules, c->check);
	bool is_right = false;

	if (!check) {
		print_error("%s:%u: there is no check %.*s\n", c->place.file, c->place.line, STR_FMT(c->check));
		return false;
	}
	trial_next(t, c);

	const struct outcome *o = trial_run(t, check);

	if (t->error[0]) {
		print_error("%s:%u: %.*s: %s\n", c->place.file, c->place.line, STR_FMT(c->name), t->error);
	} else if (o->verdict != c->expect) {
		print_error("%s:%u: %.*s: expected %s, got %s\n", c->place.file, c->place.line, STR_FMT(c->name),
			verdict_word(c->expect), verdict_word(o->verdict));
		print_outcome(o);
	} else if (c->finding.n && !has_sentence(o, c->finding)) {
		print_error("%s:%u: %.*s: no finding says: %.*s\n", c->place.file, c->place.line, STR_FMT(c->name),
			STR_FMT(c->finding));
		print_outcome(o);
	} else {
		is_right = true;
	}
	return is_right;
}

static void every_case_comes_out_as_it_says(void **state)
{
	struct arena keep = arena_open((size_t)1 << 30);
	const struct rules *rules = real_rules(&keep);
	struct check_cases cases = real_cases(&keep);
	unsigned wrong = 0;
	struct trial t;

	(void)state;
	assert_non_null(rules);
	for (size_t i = 0; i < cases.problems.n; i++) print_error("%.*s\n", STR_FMT(cases.problems.p[i]));
	trial_open(&t, rules, NULL, keep);
	for (size_t i = 0; i < cases.all.n; i++) wrong += !comes_out(&t, &cases.all.p[i]);
	trial_close(&t);
	print_message("%zu cases\n", cases.all.n);
	if (wrong) fail_msg("%u of %zu cases came out otherwise", wrong, cases.all.n);
	assert_int_equal(cases.problems.n, 0);
	assert_true(cases.all.n > 0);
	arena_close(&keep);
}

static void the_rules_of_the_source_tree_have_no_problem(void **state)
{
	struct arena keep = arena_open((size_t)1 << 30);

	(void)state;
	assert_non_null(real_rules(&keep));
	arena_close(&keep);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_rules_of_the_source_tree_have_no_problem),
		cmocka_unit_test(every_case_comes_out_as_it_says),
	};

	return cmocka_run_group_tests_name("rules/cases", tests, NULL, NULL);
}
