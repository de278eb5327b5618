/* Certificates of other schemes, what they stand for, other ways to the same end, and the days on which all this is so. */
#include "ground.h"

#define HELD(columns, values) "INSERT INTO held(scheme, kind, " columns ") VALUES(" values ");"
#define STAR(level, issued)                                                                                            \
	HELD("level, number, issued, author", "'star', 'label', '" level "', 'N-1', '" issued "', 'Jane Roe'")
#define FAILING INPUTS WHOLE("accounts") ACCOUNT("5", "root", "'empty'")

static void assert_scheme(
	const struct ground *g, const char *id, const char *verdict, const char *basis, const char *device)
{
	const struct scheme_result *s = scheme(g, id);

	assert_string_equal(verdict_word(s->verdict), verdict);
	assert_string_equal(settled_word(s->basis), basis);
	assert_string_equal(verdict_word(s->device), device);
}

/* Why the first certificate that the scheme has a rule for does not count. */
static void assert_does_not_count(const struct ground *g, const char *id, const char *why)
{
	const struct scheme_result *s = scheme(g, id);

	assert_true(s->recognition_count > 0);
	assert_false(s->recognitions[0].counts);
	assert_str(s->recognitions[0].why, why);
	assert_int_equal(s->basis, SETTLED_NOT);
	assert_string_equal(verdict_word(s->verdict), verdict_word(s->device));
}

static void a_certificate_settles_what_it_covers_and_the_evidence_keeps_its_own_verdict(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS STAR("2", "2026-02-01"));
	judged_on(&g, "2026-11-24");
	assert_scheme(&g, "recognising", "pass", "recognised", "inconclusive");
	assert_str(scheme(&g, "recognising")->why,
		"recognised by the label star 2, number N-1, claimed by Jane Roe (Annex R)");
	assert_verdict(&g, "recognising", "P-1", "inconclusive");
	assert_int_equal(requirement(&g, "recognising", "P-1")->settled, SETTLED_RECOGNISED);
	assert_str(requirement(&g, "recognising", "P-1")->settled_why,
		"met by the label star 2, number N-1, claimed by Jane Roe (Annex R)");
	assert_int_equal(g.judgement->contradiction_count, 0);
	ground_close(&g);
}

static void what_the_evidence_passes_rests_on_no_certificate(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS WHOLE("accounts") ANSWER("ask.plain", "0", "yes") STAR("2", "2026-02-01"));
	judged_on(&g, "2026-11-24");
	assert_scheme(&g, "recognising", "pass", "", "pass");
	ground_close(&g);
}

static void a_certificate_that_the_evidence_speaks_against_is_a_finding(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, FAILING STAR("2", "2026-02-01"));
	judged_on(&g, "2026-11-24");
	assert_scheme(&g, "recognising", "pass", "recognised", "fail");
	assert_int_equal(g.judgement->contradiction_count, 2);
	assert_str(g.judgement->contradictions[0].name, "recognising");
	assert_str(g.judgement->contradictions[0].said, "met by the label star 2, number N-1, claimed by Jane Roe");
	assert_true(str_starts(g.judgement->contradictions[0].seen, "the evidence fails P-1: "));

	/* The label's own scheme as well: it says that its criteria are met. That alone makes no verdict. */
	assert_str(g.judgement->contradictions[1].name, "star");
	assert_scheme(&g, "star", "fail", "", "fail");
	ground_close(&g);
}

static void recognition_begins_on_its_day_and_ends_with_the_certificate(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS STAR("2", "2025-06-01"));
	judged_on(&g, "2025-05-31");
	assert_does_not_count(&g, "recognising", "it is issued on 2025-06-01 only");
	judged_on(&g, "2025-12-31");
	assert_does_not_count(&g, "recognising", "it is recognised from 2026-01-01 on");
	judged_on(&g, "2026-01-01");
	assert_scheme(&g, "recognising", "pass", "recognised", "inconclusive");

	/* Twenty-four months from the day of issue: the last day is the one before. */
	judged_on(&g, "2027-05-31");
	assert_scheme(&g, "recognising", "pass", "recognised", "inconclusive");
	judged_on(&g, "2027-06-01");
	assert_does_not_count(&g, "recognising", "it was good until 2027-05-31: 24 months after it was issued");
	ground_close(&g);
}

static void a_certificate_lives_as_long_as_it_says_and_no_longer_than_its_scheme_lets_it(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS STAR("2", "2026-02-01") "UPDATE held SET expires = '2026-06-30'");
	judged_on(&g, "2026-06-30");
	assert_scheme(&g, "recognising", "pass", "recognised", "inconclusive");
	judged_on(&g, "2026-07-01");
	assert_does_not_count(&g, "recognising", "it was good until 2026-06-30");
	given(&g, "UPDATE held SET expires = '2030-01-01'");
	judged_on(&g, "2028-01-31");
	assert_scheme(&g, "recognising", "pass", "recognised", "inconclusive");
	judged_on(&g, "2028-02-01");
	assert_does_not_count(&g, "recognising",
		"it was good until 2028-01-31: it says a later day, but its scheme lets it live no longer than 24 "
		"months after it was issued");

	/* The thirty-first of a month that the other does not have. */
	given(&g, "UPDATE held SET issued = '2024-02-29', expires = NULL");
	judged_on(&g, "2026-02-27");
	assert_scheme(&g, "recognising", "pass", "recognised", "inconclusive");
	judged_on(&g, "2026-02-28");
	assert_false(scheme(&g, "recognising")->recognitions[0].counts);
	ground_close(&g);
}

static void the_level_must_be_reached(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS STAR("1", "2026-02-01"));
	judged_on(&g, "2026-11-24");
	assert_does_not_count(&g, "recognising", "its level is 1; what is recognised is level 2 or higher");
	assert_int_equal(requirement(&g, "part", "P-1")->settled, SETTLED_RECOGNISED);
	given(&g, "UPDATE held SET level = '3'");
	judged_on(&g, "2026-11-24");
	assert_scheme(&g, "recognising", "pass", "recognised", "inconclusive");
	assert_does_not_count(&g, "part", "its level is 3; what is recognised is level 1 and no other");
	given(&g, "UPDATE held SET level = '9'");
	judged_on(&g, "2026-11-24");
	assert_does_not_count(&g, "recognising", "\"9\" is none of its levels (1, 2, 3)");
	given(&g, "UPDATE held SET level = NULL");
	judged_on(&g, "2026-11-24");
	assert_does_not_count(&g, "recognising", "it does not say its level; level 2 is recognised");
	ground_close(&g);
}

static void what_a_claim_lacks_makes_it_count_for_nothing(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS STAR("2", "2026-02-01") "UPDATE held SET issued = NULL");
	judged_on(&g, "2026-11-24");
	assert_does_not_count(&g, "recognising", "it does not say when it was issued");
	given(&g, "UPDATE held SET issued = 'last May'");
	judged_on(&g, "2026-11-24");
	assert_does_not_count(&g, "recognising", "its days are not written as 2027-12-11");
	given(&g, "UPDATE held SET issued = '2026-02-01', number = NULL");
	judged_on(&g, "2026-11-24");
	assert_does_not_count(
		&g, "recognising", "nothing tells it from others: give its number, or the sha256 of its document");
	given(&g, "UPDATE held SET sha256 = 'ab', product = 'Other 1'; INSERT INTO profile(name, value) "
		  "VALUES('product.model', 'This 1')");
	judged_on(&g, "2026-11-24");
	assert_does_not_count(&g, "recognising", "it is for \"Other 1\", which is not this product");
	given(&g, "UPDATE held SET product = 'This 1', kind = 'statement'");
	judged_on(&g, "2026-11-24");
	assert_does_not_count(
		&g, "recognising", "a statement is no certificate: what is recognised is the label of the body");
	given(&g, "UPDATE held SET kind = 'label'");
	judged_on(&g, "2026-11-24");
	assert_scheme(&g, "recognising", "pass", "recognised", "inconclusive");
	given(&g, "UPDATE held SET scheme = 'starr'");
	judged_on(&g, "2026-11-24");
	assert_int_equal(scheme(&g, "recognising")->recognition_count, 0);
	assert_str(g.judgement->certificates[0].why, "no scheme or label of the rules is called \"starr\"");
	ground_close(&g);
}

static void recognition_of_a_part_settles_only_that_part(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS HELD("sha256, issued", "'recognising', 'statement', 'ab', '2026-02-01'"));
	judged_on(&g, "2025-12-31");
	assert_int_equal(requirement(&g, "part", "P-4")->settled, SETTLED_NOT);
	judged_on(&g, "2026-11-24");
	assert_int_equal(requirement(&g, "part", "P-4")->settled, SETTLED_RECOGNISED);
	assert_int_equal(requirement(&g, "part", "P-1")->settled, SETTLED_NOT);
	assert_int_equal(scheme(&g, "part")->recognitions[0].covered, 1);
	assert_scheme(&g, "part", "inconclusive", "", "inconclusive");

	/* The rest by the evidence: then the whole passes, and says what it rests on. */
	given(&g, WHOLE("accounts"));
	judged_on(&g, "2026-11-24");
	assert_scheme(&g, "part", "pass", "recognised", "inconclusive");
	given(&g, ACCOUNT("5", "root", "'empty'"));
	judged_on(&g, "2026-11-24");
	assert_scheme(&g, "part", "fail", "", "fail");
	ground_close(&g);
}

static void recognition_does_not_chain(void **state)
{
	struct ground g = ground_open();

	(void)state;

	/* The label stands for all of "recognising", and a statement of "recognising" for P-4 of "part": but none was made. */
	given(&g, INPUTS STAR("2", "2026-02-01"));
	judged_on(&g, "2026-11-24");
	assert_scheme(&g, "recognising", "pass", "recognised", "inconclusive");
	assert_int_equal(requirement(&g, "part", "P-4")->settled, SETTLED_NOT);
	ground_close(&g);
}

static void a_label_of_a_far_country_counts_while_it_says_so_and_where_the_rule_holds(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS HELD("number, level, issued", "'far-label', 'certificate', '7', 'low', '2026-02-01'"));
	judged_on(&g, "2026-11-24");
	assert_does_not_count(&g, "part", "it does not say when it expires, and how long it lives is not known");
	given(&g, "UPDATE held SET expires = '2027-02-01'");
	judged_on(&g, "2026-11-24");
	assert_does_not_count(&g, "part", "it is recognised only where connectable, which is not known");
	given(&g, "INSERT INTO profile(name, value) VALUES('connectable', 'no')");
	judged_on(&g, "2026-11-24");
	assert_does_not_count(&g, "part", "it is recognised only where connectable");
	given(&g, "UPDATE profile SET value = 'yes'");
	judged_on(&g, "2026-11-24");
	assert_int_equal(requirement(&g, "part", "P-4")->settled, SETTLED_RECOGNISED);
	ground_close(&g);
}

static void another_way_settles_what_is_open_by_evidence_and_never_what_fails(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS);
	judged_on(&g, "2026-11-24");
	assert_scheme(&g, "other-way", "inconclusive", "", "inconclusive");
	given(&g, WHOLE("accounts"));
	judged_on(&g, "2026-11-24");
	assert_scheme(&g, "other-way", "pass", "alternative", "inconclusive");
	assert_str(requirement(&g, "other-way", "U-2")->settled_why,
		"met by P-1 1 of Plain requirements, by the same evidence (Annex O)");
	given(&g, "INSERT INTO answer(question, entity, value, basis, author) VALUES('ask.plain', 0, 'no', 'person', "
		  "'X')");
	judged_on(&g, "2026-11-24");
	assert_scheme(&g, "other-way", "fail", "", "fail");
	given(&g, "DELETE FROM answer;" ACCOUNT("5", "root", "'empty'"));
	judged_on(&g, "2026-11-24");
	assert_scheme(&g, "other-way", "inconclusive", "", "inconclusive");
	ground_close(&g);
}

/* ---- days -------------------------------------------------------------------------------------------------------------- */

static void what_is_asked_later_is_judged_ahead_and_fails_nothing_before(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, FAILING ANSWER("ask.plain", "0", "yes") "UPDATE answer SET answered = '2026-09-01'");
	judged_on(&g, "2026-09-10");
	assert_false(scheme(&g, "phased")->is_judged);
	assert_str(scheme(&g, "phased")->next_date->on, "2026-09-11");
	judged_on(&g, "2026-09-11");
	assert_scheme(&g, "phased", "pass", "", "pass");
	assert_str(scheme(&g, "phased")->edition, "one");
	assert_str(scheme(&g, "phased")->ahead.on, "2027-12-11");
	assert_int_equal(scheme(&g, "phased")->ahead.verdict, VERDICT_FAIL);
	assert_int_equal(scheme(&g, "phased")->ahead.mandatory.fail, 1);
	assert_int_equal(scheme(&g, "phased")->mandatory.fail, 0);
	assert_verdict(&g, "phased", "P-1", "fail");
	assert_str(scheme(&g, "phased")->next_date->on, "2027-01-01");
	assert_str(scheme(&g, "phased")->next_date->what, "two holds");
	judged_on(&g, "2027-12-10");
	assert_scheme(&g, "phased", "pass", "", "pass");
	assert_str(scheme(&g, "phased")->edition, "two");
	judged_on(&g, "2027-12-11");
	assert_scheme(&g, "phased", "fail", "", "fail");
	assert_str(scheme(&g, "phased")->ahead.on, "");
	assert_null(scheme(&g, "phased")->next_date);
	ground_close(&g);
}

static void an_exception_holds_from_its_day(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, "INSERT INTO profile(name, value) VALUES('domain', 'medical')");
	judged_on(&g, "2026-12-31");
	assert_int_equal(scheme(&g, "phased")->applies, APPLIES_YES);
	judged_on(&g, "2027-01-01");
	assert_int_equal(scheme(&g, "phased")->applies, APPLIES_NO);
	assert_str(scheme(&g, "phased")->clause, "Annex M");
	ground_close(&g);
}

static void the_next_days_are_those_of_the_law_the_certificates_and_the_support(void **state)
{
	struct ground g = ground_open();
	const struct scheme_result *s;

	(void)state;
	given(&g, INPUTS STAR("2", "2026-02-01") "INSERT INTO profile(name, value) VALUES('support.until', '2027-02')");
	judged_on(&g, "2026-11-24");
	s = scheme(&g, "recognising");
	assert_int_equal(s->coming_count, 2);
	assert_str(s->coming[0].on, "2027-02-28");
	assert_str(s->coming[0].what, "the support period ends");
	assert_str(s->coming[1].on, "2028-01-31");
	assert_str(s->coming[1].what, "last day of the label star N-1");
	judged_on(&g, "2028-01-31");
	assert_int_equal(scheme(&g, "recognising")->coming_count, 0);
	ground_close(&g);
}

static void a_scope_that_is_not_known_asks_for_all_that_it_needs(void **state)
{
	struct ground g = ground_open();
	const struct scheme_result *s;

	(void)state;
	judged_on(&g, "2026-11-24");
	s = scheme(&g, "bounded");
	assert_int_equal(s->applies, APPLIES_MAYBE);
	assert_int_equal(s->question_count, 3);
	assert_str(s->questions[0].name, "connectable");
	assert_str(s->questions[1].name, "audience");
	assert_str(s->questions[1].section, "profile");
	assert_str(s->questions[2].name, "domain");
	given(&g, "INSERT INTO profile(name, value) VALUES('connectable', 'yes'), ('audience', 'consumer')");
	judged_on(&g, "2026-11-24");
	assert_int_equal(scheme(&g, "bounded")->question_count, 1);
	given(&g, "INSERT INTO profile(name, value) VALUES('domain', 'smart-home')");
	judged_on(&g, "2026-11-24");
	assert_int_equal(scheme(&g, "bounded")->question_count, 0);
	assert_int_equal(scheme(&g, "bounded")->applies, APPLIES_YES);
	ground_close(&g);
}

/* ---- which units are bound --------------------------------------------------------------------------------------------- */

#define SAID(name, value) "INSERT OR REPLACE INTO profile(name, value) VALUES('" name "', '" value "');"

static void units_that_are_still_sold_are_bound_and_a_day_is_asked_only_where_it_can_change_that(void **state)
{
	struct ground g = ground_open();
	const struct scheme_result *s;

	(void)state;
	given(&g, INPUTS);
	judged_on(&g, "2026-11-24");
	s = scheme(&g, "by-day");
	assert_int_equal(s->applies, APPLIES_YES);
	assert_int_equal(s->sold_unit_question_count, 2);
	assert_str(s->sold_unit_questions[0].asks.name, "sold-until");
	assert_str(s->sold_unit_questions[0].from, "2026-01-01");
	assert_false(s->sold_unit_questions[0].is_of_part);
	assert_str(s->sold_unit_questions[1].from, "2027-01-01");
	assert_true(s->sold_unit_questions[1].is_of_part);

	/* The first one is younger than the law: so are all. One that was made after its day is, too. */
	given(&g, SAID("sold-from", "2026-03-01"));
	judged_on(&g, "2026-11-24");
	assert_int_equal(scheme(&g, "by-day")->sold_unit_question_count, 1);
	assert_str(scheme(&g, "by-day")->sold_unit_questions[0].from, "2027-01-01");
	given(&g, SAID("sold-from", "2020-03-01") SAID("made-until", "2026-01-01"));
	judged_on(&g, "2026-11-24");
	assert_int_equal(scheme(&g, "by-day")->sold_unit_question_count, 1);

	/* Nothing is asked of a law that is not in force. */
	given(&g, "DELETE FROM profile");
	judged_on(&g, "2025-12-31");
	assert_int_equal(scheme(&g, "by-day")->sold_unit_question_count, 0);
	assert_false(scheme(&g, "by-day")->is_in_force);
	ground_close(&g);
}

static void units_that_are_older_than_a_law_are_not_bound_by_it(void **state)
{
	struct ground g = ground_open();
	const struct scheme_result *s;

	(void)state;
	given(&g, INPUTS SAID("sold-until", "2025-12-31"));
	judged_on(&g, "2026-11-24");
	s = scheme(&g, "by-day");
	assert_int_equal(s->applies, APPLIES_NO);
	assert_false(s->is_judged);
	assert_str(s->clause, "Annex D");
	assert_str(s->applies_why, "sold-until: 2025-12-31, before 2026-01-01; older ones are free");
	given(&g, SAID("sold-until", "2026-01"));
	judged_on(&g, "2026-11-24");
	assert_int_equal(scheme(&g, "by-day")->applies, APPLIES_YES);

	/* A day that is none says nothing. */
	given(&g, SAID("sold-until", "long ago"));
	judged_on(&g, "2026-11-24");
	assert_int_equal(scheme(&g, "by-day")->applies, APPLIES_YES);
	assert_true(g.judgement->unknown_name_count > 0);
	ground_close(&g);
}

static void what_comes_later_spares_older_units_until_they_are_changed(void **state)
{
	struct ground g = ground_open();
	const struct scheme_result *s;

	(void)state;
	given(&g, INPUTS SAID("sold-until", "2026-06-30"));
	judged_on(&g, "2026-11-24");
	s = scheme(&g, "by-day");
	assert_int_equal(s->requirement_count, 1);
	assert_int_equal(s->spared_count, 1);
	assert_int_equal(s->spared[0].count, 1); /* P-4 is asked all the same */
	assert_str(s->spared[0].clause, "Annex E");
	assert_int_equal(s->ahead.on.n, 0);
	assert_int_equal(s->sold_unit_question_count, 0);

	/* After the day of the law it is not known whether they were changed: they are bound, and it is asked. */
	judged_on(&g, "2027-06-01");
	s = scheme(&g, "by-day");
	assert_int_equal(s->requirement_count, 2);
	assert_int_equal(s->sold_unit_question_count, 1);
	assert_str(s->sold_unit_questions[0].asks.name, "changed-on");
	given(&g, SAID("changed-on", "no"));
	judged_on(&g, "2027-06-01");
	assert_int_equal(scheme(&g, "by-day")->requirement_count, 1);
	given(&g, SAID("changed-on", "2026-12-31"));
	judged_on(&g, "2027-06-01");
	assert_int_equal(scheme(&g, "by-day")->requirement_count, 1);
	given(&g, SAID("changed-on", "2027-01-01"));
	judged_on(&g, "2027-06-01");
	assert_int_equal(scheme(&g, "by-day")->requirement_count, 2);
	assert_int_equal(scheme(&g, "by-day")->spared_count, 0);
	ground_close(&g);
}

static void what_bound_the_last_unit_still_does_after_the_law_ended(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS);
	judged_on(&g, "2028-01-01");
	assert_false(scheme(&g, "by-day")->is_in_force);
	given(&g, SAID("sold-until", "2027-12-31"));
	judged_on(&g, "2028-01-01");
	assert_true(scheme(&g, "by-day")->is_in_force);
	assert_true(scheme(&g, "by-day")->is_judged);
	given(&g, "DELETE FROM profile;" SAID("sold-from", "2028-01-01"));
	judged_on(&g, "2026-11-24");
	assert_int_equal(scheme(&g, "by-day")->applies, APPLIES_NO);
	assert_str(scheme(&g, "by-day")->applies_why, "sold-from: 2028-01-01, and it ends on 2028-01-01");
	ground_close(&g);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_certificate_settles_what_it_covers_and_the_evidence_keeps_its_own_verdict),
		cmocka_unit_test(what_the_evidence_passes_rests_on_no_certificate),
		cmocka_unit_test(a_certificate_that_the_evidence_speaks_against_is_a_finding),
		cmocka_unit_test(recognition_begins_on_its_day_and_ends_with_the_certificate),
		cmocka_unit_test(a_certificate_lives_as_long_as_it_says_and_no_longer_than_its_scheme_lets_it),
		cmocka_unit_test(the_level_must_be_reached),
		cmocka_unit_test(what_a_claim_lacks_makes_it_count_for_nothing),
		cmocka_unit_test(recognition_of_a_part_settles_only_that_part),
		cmocka_unit_test(recognition_does_not_chain),
		cmocka_unit_test(a_label_of_a_far_country_counts_while_it_says_so_and_where_the_rule_holds),
		cmocka_unit_test(another_way_settles_what_is_open_by_evidence_and_never_what_fails),
		cmocka_unit_test(what_is_asked_later_is_judged_ahead_and_fails_nothing_before),
		cmocka_unit_test(an_exception_holds_from_its_day),
		cmocka_unit_test(the_next_days_are_those_of_the_law_the_certificates_and_the_support),
		cmocka_unit_test(a_scope_that_is_not_known_asks_for_all_that_it_needs),
		cmocka_unit_test(units_that_are_still_sold_are_bound_and_a_day_is_asked_only_where_it_can_change_that),
		cmocka_unit_test(units_that_are_older_than_a_law_are_not_bound_by_it),
		cmocka_unit_test(what_comes_later_spares_older_units_until_they_are_changed),
		cmocka_unit_test(what_bound_the_last_unit_still_does_after_the_law_ended),
	};

	return cmocka_run_group_tests_name("judge/recognition", tests, NULL, NULL);
}
