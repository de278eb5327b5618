/* The first day, the last day and the day after of everything that has days; and that nothing passes on nothing. */
#include "ground.h"

static bool takes(const struct ground *g, const char *scheme_id, const char *id)
{
	const struct scheme_result *s = scheme(g, scheme_id);

	for (size_t i = 0; i < s->requirement_count; i++)
		if (str_is(s->requirements[i].requirement->id, id)) return true;
	return false;
}

/* ---- nothing passes on nothing ----------------------------------------------------------------------------------------- */

static void a_scheme_of_which_nothing_applies_is_not_passed(void **state)
{
	struct ground g = ground_open();
	const struct scheme_result *s;

	(void)state;
	given(&g, INPUTS "INSERT INTO profile(name, value, author) VALUES('passwords.used', 'no', 'Jane Roe')");
	judged_on(&g, "2026-11-24");
	s = scheme(&g, "conditional");
	assert_verdict(&g, "conditional", "P-2", "not applicable");
	assert_int_equal(s->mandatory.not_applicable, 1);
	assert_int_equal(s->device, VERDICT_INCONCLUSIVE);
	assert_int_equal(s->verdict, VERDICT_INCONCLUSIVE);
	assert_str(s->why, "nothing mandatory was decided");
	ground_close(&g);
}

static void a_scheme_that_asks_everything_later_has_no_verdict_today_but_one_for_then(void **state)
{
	struct ground g = ground_open();
	const struct scheme_result *s;

	(void)state;
	given(&g, INPUTS WHOLE("accounts"));
	judged_on(&g, "2025-12-31");
	s = scheme(&g, "dated");
	assert_str(s->ahead.on, "2026-01-10");
	assert_int_equal(s->ahead.verdict, VERDICT_PASS);
	assert_int_equal(s->ahead.mandatory.pass, 1);
	assert_int_equal(s->mandatory.pass, 0);
	assert_int_equal(s->verdict, VERDICT_INCONCLUSIVE);
	judged_on(&g, "2026-01-10");
	s = scheme(&g, "dated");
	assert_int_equal(s->ahead.on.n, 0);
	assert_int_equal(s->ahead.verdict, VERDICT_INCONCLUSIVE); /* nothing is asked later: that is no pass */
	assert_int_equal(s->mandatory.pass, 1);
	ground_close(&g);
}

static void another_way_of_which_nothing_applies_meets_nothing(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS "INSERT INTO profile(name, value, author) VALUES('passwords.used', 'no', 'Jane Roe')");
	judged_on(&g, "2026-11-24");
	assert_int_equal(requirement(&g, "silent-way", "U-2")->settled, SETTLED_NOT);
	assert_int_equal(scheme(&g, "silent-way")->verdict, VERDICT_INCONCLUSIVE);
	given(&g, "DELETE FROM profile;" LOGIN("5", "web", "10") WHOLE("ixit.1") WHOLE("trial.login") TRIED("held"));
	judged_on(&g, "2026-11-24");
	assert_int_equal(requirement(&g, "silent-way", "U-2")->settled, SETTLED_ALTERNATIVE);
	ground_close(&g);
}

/* ---- of a scheme ------------------------------------------------------------------------------------------------------- */

static void a_scheme_binds_from_its_first_day_to_the_day_before_its_end(void **state)
{
	static const struct {
		const char *day;
		bool is_in_force;
	} days[] = { { "2025-02-28", false }, { "2025-03-01", true }, { "2027-02-28", true }, { "2027-03-01", false } };
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS);
	for (size_t i = 0; i < sizeof(days) / sizeof(*days); i++) {
		judged_on(&g, days[i].day);
		assert_int_equal(scheme(&g, "dated")->is_in_force, days[i].is_in_force);
		assert_int_equal(scheme(&g, "dated")->is_judged, days[i].is_in_force);
	}
	judged_on(&g, "2025-02-28");
	assert_str(scheme(&g, "dated")->applies_why, "it applies from 2025-03-01");
	judged_on(&g, "2027-03-01");
	assert_str(scheme(&g, "dated")->applies_why, "it ended on 2027-03-01");
	ground_close(&g);
}

static void an_edition_holds_from_its_first_day_until_the_next_does(void **state)
{
	static const char *const days[][2] = { { "2025-02-28", "one" }, { "2026-02-28", "one" },
		{ "2026-03-01", "two" }, { "2026-08-31", "two" }, { "2026-09-01", "three" } };
	struct ground g = ground_open();

	(void)state;
	for (size_t i = 0; i < sizeof(days) / sizeof(*days); i++) {
		judged_on(&g, days[i][0]);
		assert_str(scheme(&g, "dated")->edition, days[i][1]);
	}
	ground_close(&g);
}

static void an_exception_holds_from_its_first_day_to_the_day_before_its_end(void **state)
{
	static const struct {
		const char *day;
		enum applies applies;
	} days[] = { { "2026-01-31", APPLIES_YES }, { "2026-02-01", APPLIES_NO }, { "2026-03-31", APPLIES_NO },
		{ "2026-04-01", APPLIES_YES } };
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS "INSERT INTO profile(name, value) VALUES('domain', 'medical')");
	for (size_t i = 0; i < sizeof(days) / sizeof(*days); i++) {
		judged_on(&g, days[i].day);
		assert_int_equal(scheme(&g, "dated")->applies, days[i].applies);
	}
	ground_close(&g);
}

static void what_a_selector_takes_is_asked_from_its_first_day_to_the_day_before_its_end(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS WHOLE("accounts") ACCOUNT("5", "root", "'empty'")
			  ANSWER("ask.plain", "0", "yes") "UPDATE answer SET answered = '2025-01-01'");

	/* Before its first day it is looked at ahead of time, and keeps nothing from passing. */
	judged_on(&g, "2026-01-09");
	assert_true(takes(&g, "dated", "P-1"));
	assert_int_equal(scheme(&g, "dated")->verdict, VERDICT_PASS);
	judged_on(&g, "2026-01-10");
	assert_int_equal(scheme(&g, "dated")->verdict, VERDICT_FAIL);
	judged_on(&g, "2026-06-09");
	assert_int_equal(scheme(&g, "dated")->verdict, VERDICT_FAIL);
	judged_on(&g, "2026-06-10");
	assert_false(takes(&g, "dated", "P-1"));
	assert_int_equal(scheme(&g, "dated")->verdict, VERDICT_PASS);
	ground_close(&g);
}

/* ---- of certificates --------------------------------------------------------------------------------------------------- */

#define STAR                                                                                                           \
	"INSERT INTO held(scheme, kind, level, number, issued, author) VALUES('star', 'label', '1', 'N-1', "           \
	"'2026-01-01', 'Jane Roe');"

static void a_certificate_is_recognised_from_the_first_day_to_the_day_before_the_end(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS STAR);
	judged_on(&g, "2026-03-09");
	assert_int_equal(requirement(&g, "dated", "P-4")->settled, SETTLED_NOT);
	assert_str(scheme(&g, "dated")->recognitions[0].why, "it is recognised from 2026-03-10 on");
	judged_on(&g, "2026-03-10");
	assert_int_equal(requirement(&g, "dated", "P-4")->settled, SETTLED_RECOGNISED);
	judged_on(&g, "2026-05-09");
	assert_int_equal(requirement(&g, "dated", "P-4")->settled, SETTLED_RECOGNISED);
	judged_on(&g, "2026-05-10");
	assert_int_equal(requirement(&g, "dated", "P-4")->settled, SETTLED_NOT);
	assert_str(scheme(&g, "dated")->recognitions[0].why, "it was recognised until 2026-05-10");
	ground_close(&g);
}

static void a_certificate_counts_from_the_day_of_issue_to_its_last_day(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS STAR "UPDATE held SET issued = '2026-04-01', expires = '2026-04-30'");
	judged_on(&g, "2026-03-31");
	assert_false(g.judgement->certificates[0].is_valid);
	judged_on(&g, "2026-04-01");
	assert_true(g.judgement->certificates[0].is_valid);
	judged_on(&g, "2026-04-30");
	assert_true(g.judgement->certificates[0].is_valid);
	judged_on(&g, "2026-05-01");
	assert_false(g.judgement->certificates[0].is_valid);

	/* Of months the last day is that of the month, and of a moment the last whole day. */
	given(&g, "UPDATE held SET expires = '2026-04'");
	judged_on(&g, "2026-04-30");
	assert_true(g.judgement->certificates[0].is_valid);
	judged_on(&g, "2026-05-01");
	assert_false(g.judgement->certificates[0].is_valid);
	given(&g, "UPDATE held SET expires = '2026-04-30T12:00:00Z'");
	judged_on(&g, "2026-04-29");
	assert_true(g.judgement->certificates[0].is_valid);
	judged_on(&g, "2026-04-30");
	assert_false(g.judgement->certificates[0].is_valid);
	ground_close(&g);
}

/* ---- of answers -------------------------------------------------------------------------------------------------------- */

static void an_answer_counts_from_its_day_to_its_last(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS ANSWER("ask.plain", "0", "yes") "UPDATE answer SET expires = '2026-11-30'");
	judged_on(&g, "2026-10-31");
	assert_verdict(&g, "plain-declared", "P-4", "inconclusive");
	assert_str(requirement(&g, "plain-declared", "P-4")->replies[0].why,
		"the answer is of 2026-11-01, which is still to come");
	judged_on(&g, "2026-11-01");
	assert_verdict(&g, "plain-declared", "P-4", "pass");
	judged_on(&g, "2026-11-30");
	assert_verdict(&g, "plain-declared", "P-4", "pass");
	judged_on(&g, "2026-12-01");
	assert_verdict(&g, "plain-declared", "P-4", "inconclusive");
	ground_close(&g);
}

/* ---- of treatments ----------------------------------------------------------------------------------------------------- */

#define FAILING INPUTS WHOLE("accounts") ACCOUNT("5", "root", "'empty'") ANSWER("ask.plain", "0", "yes")
#define TREATMENT                                                                                                      \
	"INSERT INTO treatment(entry, catalogue, requirement, kind, control, acts, approver, approved, "               \
	"justification, "                                                                                              \
	"document, sha256, expires) VALUES(1, 'plain', 'P-1', 'compensated', 'a locked room', 'environment', "         \
	"'Jane Roe', '2026-11-05', 'nobody gets there', 'room.pdf', 'ab', '2026-11-25');"

static void a_treatment_counts_from_its_approval_to_its_last_day(void **state)
{
	static const struct {
		const char *day;
		bool counts;
	} days[] = { { "2026-11-04", false }, { "2026-11-05", true }, { "2026-11-25", true }, { "2026-11-26", false } };
	struct ground g = ground_open();

	(void)state;
	given(&g, FAILING TREATMENT);
	for (size_t i = 0; i < sizeof(days) / sizeof(*days); i++) {
		judged_on(&g, days[i].day);
		assert_int_equal(scheme(&g, "treated")->treatment_count, 1);
		assert_int_equal(scheme(&g, "treated")->treatments[0].counts, days[i].counts);
	}
	ground_close(&g);
}

static void a_risk_assessment_counts_from_its_approval_to_its_last_day(void **state)
{
	static const struct {
		const char *day;
		bool counts;
	} days[] = { { "2026-11-04", false }, { "2026-11-05", true }, { "2026-11-25", true }, { "2026-11-26", false } };
	struct ground g = ground_open();

	(void)state;
	given(&g, FAILING TREATMENT
		"UPDATE treatment SET kind = 'not-applicable';"
		"INSERT INTO profile(name, value) VALUES('made-until', '2026-12-31'), ('sold-until', '2027-12-31')");
	for (size_t i = 0; i < sizeof(days) / sizeof(*days); i++) {
		judged_on(&g, days[i].day);
		assert_int_equal(
			requirement(&g, "assessed", "P-1")->settled, days[i].counts ? SETTLED_ASSESSED : SETTLED_NOT);
	}
	ground_close(&g);
}

static void the_enforcement_of_a_control_counts_for_as_many_days_as_the_scheme_says(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, FAILING TREATMENT
		"UPDATE treatment SET acts = 'network', enforcement = 'feed', approved = NULL;"
		"INSERT INTO policy(id, input, sha256) VALUES(1, 1, 'feed');"
		"INSERT INTO enforcement(policy, began, checked, intact, tested) VALUES(1, '2026-10-01', "
		"'2026-11-10T08:00:00Z', 1, 1);");
	judged_on(&g, "2026-11-17");
	assert_true(scheme(&g, "treated")->treatments[0].counts);
	judged_on(&g, "2026-11-18");
	assert_false(scheme(&g, "treated")->treatments[0].counts);
	ground_close(&g);
}

/* ---- of units of the product ------------------------------------------------------------------------------------------- */

static void a_law_binds_the_units_made_on_its_first_day_and_not_those_of_the_day_before(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS
		"INSERT INTO profile(name, value) VALUES('made-until', '2025-12-31'), ('sold-until', '2025-12-31')");
	judged_on(&g, "2026-11-24");
	assert_int_equal(scheme(&g, "by-day")->applies, APPLIES_NO);
	given(&g, "UPDATE profile SET value = '2026-01-01' WHERE name = 'sold-until'");
	judged_on(&g, "2026-11-24");
	assert_int_equal(scheme(&g, "by-day")->applies, APPLIES_YES);

	/* And none that is first sold on the day on which it ends. */
	given(&g, "UPDATE profile SET value = '2029-01-01' WHERE name = 'sold-until';"
		  "INSERT INTO profile(name, value) VALUES('sold-from', '2027-12-31')");
	judged_on(&g, "2026-11-24");
	assert_int_equal(scheme(&g, "by-day")->applies, APPLIES_YES);
	given(&g, "UPDATE profile SET value = '2028-01-01' WHERE name = 'sold-from'");
	judged_on(&g, "2026-11-24");
	assert_int_equal(scheme(&g, "by-day")->applies, APPLIES_NO);
	ground_close(&g);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_scheme_of_which_nothing_applies_is_not_passed),
		cmocka_unit_test(a_scheme_that_asks_everything_later_has_no_verdict_today_but_one_for_then),
		cmocka_unit_test(another_way_of_which_nothing_applies_meets_nothing),
		cmocka_unit_test(a_scheme_binds_from_its_first_day_to_the_day_before_its_end),
		cmocka_unit_test(an_edition_holds_from_its_first_day_until_the_next_does),
		cmocka_unit_test(an_exception_holds_from_its_first_day_to_the_day_before_its_end),
		cmocka_unit_test(what_a_selector_takes_is_asked_from_its_first_day_to_the_day_before_its_end),
		cmocka_unit_test(a_certificate_is_recognised_from_the_first_day_to_the_day_before_the_end),
		cmocka_unit_test(a_certificate_counts_from_the_day_of_issue_to_its_last_day),
		cmocka_unit_test(an_answer_counts_from_its_day_to_its_last),
		cmocka_unit_test(a_treatment_counts_from_its_approval_to_its_last_day),
		cmocka_unit_test(a_risk_assessment_counts_from_its_approval_to_its_last_day),
		cmocka_unit_test(the_enforcement_of_a_control_counts_for_as_many_days_as_the_scheme_says),
		cmocka_unit_test(a_law_binds_the_units_made_on_its_first_day_and_not_those_of_the_day_before),
	};

	return cmocka_run_group_tests_name("judge/days", tests, NULL, NULL);
}
