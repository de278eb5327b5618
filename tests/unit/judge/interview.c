/* What the interview asks of whom, and what an answer changes. */
#include "ground.h"

#include "judge/interview.h"

#define DAY "2026-11-24"

static struct interview_plan planned(struct ground *g, enum asked_of by)
{
	struct interview_plan p;
	struct plan plan;

	judged_on(g, DAY);
	plan_make(g->judgement, &g->keep, &plan);
	interview_plan(g->judgement, &plan, &(struct interview_options){ .by = by }, &g->keep, &p);
	return p;
}

static void the_profile_is_asked_first_and_as_a_question_of_its_own(void **state)
{
	struct ground g = ground_open();
	struct interview_plan p;
	bool has_asked_otherwise = false;

	(void)state;
	given(&g, INPUTS);
	p = planned(&g, ASKED_OF_MAKER);
	assert_true(p.step_count > 2 && p.steps[0].scope);
	for (size_t i = 0; i < p.step_count; i++) {
		if (p.steps[i].scope) assert_false(has_asked_otherwise);
		has_asked_otherwise |= !p.steps[i].scope;
		assert_true(p.steps[i].market_count > 0);
	}
	assert_true(has_asked_otherwise);

	const struct interview_step *domain = interview_step(&p, STR("profile.domain"));

	assert_non_null(domain);
	assert_true(str_is(domain->question->type, "choice") && domain->question->choice_count == 2);
	assert_true(interview_takes(domain->question, STR("medical")));
	assert_false(interview_takes(domain->question, STR("medicine")));
	assert_null(profile_question(g.rules, STR("profile.nothing"), &g.keep));
	assert_null(profile_question(g.rules, STR("profile."), &g.keep));
	assert_null(profile_question(g.rules, STR("nothing"), &g.keep));
	ground_close(&g);
}

static void of_several_words_each_must_be_known(void **state)
{
	struct ground g = ground_open();
	const struct question *q = profile_question(g.rules, STR("profile.audience"), &g.keep);

	(void)state;
	assert_true(interview_takes(q, STR("consumer")) && interview_takes(q, STR("consumer, industry")));
	assert_false(interview_takes(q, STR("consumer,consumers")) || interview_takes(q, STR("")));
	ground_close(&g);
}

static void nobody_is_asked_what_his_word_cannot_decide(void **state)
{
	struct ground g = ground_open();
	struct interview_plan maker, assessor;

	(void)state;
	given(&g, INPUTS);
	maker = planned(&g, ASKED_OF_MAKER);
	assessor = planned(&g, ASKED_OF_ASSESSOR);
	assert_true(maker.for_others > 0 && maker.for_others >= assessor.for_others);
	for (size_t i = 0; i < maker.step_count; i++)
		if (maker.steps[i].owed) assert_int_equal(maker.steps[i].owed->least_of, ASKED_OF_MAKER);

	/* What the maker has said is not asked of the maker again, though another scheme wants an assessor for it. */
	assert_non_null(interview_step(&maker, STR("ask.plain")));
	given(&g, ANSWER("ask.plain", "0", "yes"));
	maker = planned(&g, ASKED_OF_MAKER);
	assert_null(interview_step(&maker, STR("ask.plain")));
	ground_close(&g);
}

static bool is_among(const struct changed_requirement *all, size_t count, const char *scheme_id, const char *id)
{
	for (size_t i = 0; i < count; i++)
		if (str_is(all[i].scheme->scheme->id, scheme_id) && str_is(all[i].requirement->requirement->id, id))
			return true;
	return false;
}

static void an_answer_passes_fails_or_opens_what_it_says_it_does(void **state)
{
	struct ground g = ground_open();
	struct interview_effect e;
	struct judgement *before, *good, *bad;

	(void)state;
	given(&g, INPUTS);
	judged_on(&g, DAY);
	before = g.judgement;
	given(&g, ANSWER("ask.plain", "0", "yes"));
	judged_on(&g, DAY);
	good = g.judgement;
	given(&g, "UPDATE answer SET value = 'no'");
	judged_on(&g, DAY);
	bad = g.judgement;

	interview_effect(before, good, &g.keep, &e);
	assert_true(is_among(e.passes, e.pass_count, "plain-declared", "P-4"));
	assert_false(is_among(e.fails, e.fail_count, "plain-declared", "P-4"));
	interview_effect(good, bad, &g.keep, &e);
	assert_true(is_among(e.fails, e.fail_count, "plain-declared", "P-4"));
	assert_false(is_among(e.passes, e.pass_count, "plain-declared", "P-4"));
	interview_effect(bad, before, &g.keep, &e);
	assert_true(is_among(e.opens, e.open_count, "plain-declared", "P-4"));
	interview_effect(before, before, &g.keep, &e);
	assert_int_equal(e.pass_count + e.fail_count + e.open_count + e.spare_count + e.scheme_count, 0);
	ground_close(&g);
}

static void a_law_that_begins_to_bind_is_told(void **state)
{
	struct ground g = ground_open();
	struct interview_effect e;
	struct judgement *before;
	bool is_told = false;

	(void)state;
	given(&g, INPUTS);
	judged_on(&g, DAY);
	before = g.judgement;
	given(&g, "INSERT INTO profile(name, value, basis) VALUES('connectable', 'no', 'declared')");
	judged_on(&g, DAY);
	interview_effect(before, g.judgement, &g.keep, &e);
	for (size_t i = 0; i < e.scheme_count; i++)
		is_told |= str_is(e.schemes[i].scheme->id, "bounded") && e.schemes[i].before == APPLIES_MAYBE &&
			   e.schemes[i].after == APPLIES_NO;
	assert_true(is_told);
	ground_close(&g);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_profile_is_asked_first_and_as_a_question_of_its_own),
		cmocka_unit_test(of_several_words_each_must_be_known),
		cmocka_unit_test(nobody_is_asked_what_his_word_cannot_decide),
		cmocka_unit_test(an_answer_passes_fails_or_opens_what_it_says_it_does),
		cmocka_unit_test(a_law_that_begins_to_bind_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
