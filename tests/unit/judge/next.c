/* In which order things are owed, who is asked, and of which entities: the order that "next" and "ask" share. */
#include "ground.h"

#include "judge/next.h"

#define DAY "2026-11-24"

static struct plan plan_of(struct ground *g)
{
	struct plan plan;

	judged_on(g, DAY);
	plan_make(g->judgement, &g->keep, &plan);
	return plan;
}

static const struct missing_evidence *owed(const struct plan *plan, const char *question, size_t *ret_at)
{
	for (size_t i = 0; i < plan->missing_count; i++) {
		if (!plan->missing[i].question || !str_is(plan->missing[i].question->id, question)) continue;
		if (ret_at) *ret_at = i;
		return &plan->missing[i];
	}
	fail_msg("%s is not asked", question);
	return NULL;
}

static void what_laws_of_the_markets_wait_for_comes_before_what_more_advice_waits_for(void **state)
{
	struct ground g = ground_open();
	struct plan plan;

	(void)state;
	given(&g, INPUTS);
	plan = plan_of(&g);
	for (size_t i = 1; i < plan.missing_count; i++) {
		const struct missing_evidence *a = &plan.missing[i - 1], *b = &plan.missing[i];

		assert_true(a->bound >= b->bound);
		if (a->bound == b->bound) assert_true(a->mandatory >= b->mandatory);
	}
	assert_true(plan.missing_count > 2);
	ground_close(&g);
}

static void a_scheme_of_a_market_where_it_is_not_sold_binds_nothing(void **state)
{
	struct ground g = ground_open();
	struct plan here, elsewhere;
	size_t before, after;

	(void)state;
	given(&g, INPUTS);
	here = plan_of(&g);
	before = owed(&here, "ask.plain", NULL)->bound;
	given(&g, "INSERT INTO profile(name, value, basis) VALUES('markets', 'XB', 'declared')");
	elsewhere = plan_of(&g);
	after = owed(&elsewhere, "ask.plain", NULL)->bound;
	assert_true(before > after);
	ground_close(&g);
}

static void the_maker_is_asked_where_the_scheme_takes_the_makers_word(void **state)
{
	struct ground g = ground_open();
	const struct question *q = rules_question(g.rules, STR("ask.kind"));

	(void)state;
	assert_non_null(q);
	for (size_t i = 0; i < g.rules->schemes.n; i++) {
		const struct scheme *s = &g.rules->schemes.p[i];

		assert_int_equal(asked_under(g.rules, s, q),
			s->strength >= STRENGTH_PERSON ? ASKED_OF_ASSESSOR : ASKED_OF_MAKER);
	}
	ground_close(&g);
}

static void of_rows_those_without_an_answer_are_open_each_once_and_by_name(void **state)
{
	struct ground g = ground_open();
	const struct question *q = rules_question(g.rules, STR("ask.login"));
	struct open_row *rows;
	size_t count;

	(void)state;
	given(&g, INPUTS LOGIN("6", "web", "8") LOGIN("7", "app", "8") LOGIN("8", "radio", "8"));
	(void)plan_of(&g);
	rows = open_rows(g.judgement, q, ASKED_OF_MAKER, &g.keep, &count);
	assert_int_equal(count, 3);
	assert_true(str_is(rows[0].name, "app") && str_is(rows[1].name, "radio") && str_is(rows[2].name, "web"));

	given(&g, ANSWER("ask.login", "7", "yes") ANSWER("ask.login", "8", "no"));
	(void)plan_of(&g);
	rows = open_rows(g.judgement, q, ASKED_OF_MAKER, &g.keep, &count);
	assert_true(count <= 1);
	for (size_t i = 0; i < count; i++) assert_true(str_is(rows[i].name, "web"));

	/* Where an assessor has to speak, the maker's word leaves them open; what the maker admits is decided. */
	rows = open_rows(g.judgement, q, ASKED_OF_ASSESSOR, &g.keep, &count);
	assert_int_equal(count, 2);
	assert_true(str_is(rows[0].name, "app") && str_is(rows[1].name, "web"));

	given(&g, ANSWER("ask.login", "0", "yes"));
	(void)plan_of(&g);
	rows = open_rows(g.judgement, q, ASKED_OF_MAKER, &g.keep, &count);
	assert_int_equal(count, 0);
	ground_close(&g);
}

static void what_decides_which_laws_bind_is_owed_first_and_goes_when_it_is_said(void **state)
{
	struct ground g = ground_open();
	struct plan plan;
	bool is_asked = false;

	(void)state;
	given(&g, INPUTS);
	plan = plan_of(&g);
	assert_true(plan.scope_count > 0);
	for (size_t i = 1; i < plan.scope_count; i++) assert_true(plan.scope[i - 1].binding >= plan.scope[i].binding);
	for (size_t i = 0; i < plan.scope_count; i++) {
		is_asked |= str_is(plan.scope[i].asks.name, "connectable");
		assert_true(plan.scope[i].scheme_count + plan.scope[i].reached_count > 0);
		assert_true(plan.scope[i].binding <= plan.scope[i].scheme_count);
	}
	assert_true(is_asked);

	given(&g, "INSERT INTO profile(name, value, basis) VALUES('connectable', 'no', 'declared')");
	plan = plan_of(&g);
	for (size_t i = 0; i < plan.scope_count; i++) assert_false(str_is(plan.scope[i].asks.name, "connectable"));
	ground_close(&g);
}

static bool is_owed_of_profile(const struct plan *plan, const char *name)
{
	for (size_t i = 0; i < plan->scope_count; i++)
		if (str_is(plan->scope[i].asks.name, name) && plan->scope[i].reached_count) return true;
	return false;
}

static void a_condition_that_nobody_stated_is_asked_where_a_requirement_waits_on_it(void **state)
{
	struct ground g = ground_open();
	struct plan plan;

	(void)state;
	given(&g, INPUTS);
	plan = plan_of(&g);
	assert_true(is_owed_of_profile(&plan, "passwords.used"));
	given(&g, "INSERT INTO profile(name, value, basis) VALUES('passwords.used', 'no', 'declared')");
	plan = plan_of(&g);
	assert_false(is_owed_of_profile(&plan, "passwords.used"));
	ground_close(&g);
}

static void a_question_without_sense_is_not_asked_and_keeps_nothing_open(void **state)
{
	struct ground g = ground_open();
	struct plan plan;

	(void)state;
	given(&g, INPUTS);
	plan = plan_of(&g);
	(void)owed(&plan, "ask.sense", NULL);
	assert_verdict(&g, "plain-declared", "P-9", "inconclusive");
	given(&g, "INSERT INTO profile(name, value, basis) VALUES('passwords.used', 'no', 'declared')");
	plan = plan_of(&g);
	for (size_t i = 0; i < plan.missing_count; i++)
		assert_false(plan.missing[i].question && str_is(plan.missing[i].question->id, "ask.sense"));
	assert_verdict(&g, "plain-declared", "P-9", "not applicable");

	/* Said to be so, it is asked as ever. */
	given(&g, "UPDATE profile SET value = 'yes' WHERE name = 'passwords.used'");
	plan = plan_of(&g);
	(void)owed(&plan, "ask.sense", NULL);
	given(&g, ANSWER("ask.sense", "0", "no"));
	judged_on(&g, DAY);
	assert_verdict(&g, "plain-declared", "P-9", "fail");
	ground_close(&g);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_laws_of_the_markets_wait_for_comes_before_what_more_advice_waits_for),
		cmocka_unit_test(a_scheme_of_a_market_where_it_is_not_sold_binds_nothing),
		cmocka_unit_test(the_maker_is_asked_where_the_scheme_takes_the_makers_word),
		cmocka_unit_test(of_rows_those_without_an_answer_are_open_each_once_and_by_name),
		cmocka_unit_test(a_condition_that_nobody_stated_is_asked_where_a_requirement_waits_on_it),
		cmocka_unit_test(a_question_without_sense_is_not_asked_and_keeps_nothing_open),
		cmocka_unit_test(what_decides_which_laws_bind_is_owed_first_and_goes_when_it_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
