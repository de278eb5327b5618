/* Treatments: what stands in for a requirement counts for the system where the scheme lets it, and never touches the device's verdict. */
#include "ground.h"

#define FAILING INPUTS WHOLE("accounts") ACCOUNT("5", "root", "'empty'") ANSWER("ask.plain", "0", "yes")
#define GUARDED                                                                                                        \
	"INSERT INTO policy(id, input, sha256) VALUES(1, 1, 'feed');"                                                  \
	"INSERT INTO enforcement(policy, began, checked, intact, tested) VALUES(1, '2026-10-01', "                     \
	"'2026-11-20T08:00:00Z', 1, 1);"
#define TREATMENT                                                                                                      \
	"INSERT INTO treatment(entry, catalogue, requirement, kind, control, acts, approver, justification, "          \
	"enforcement, expires)"                                                                                        \
	" VALUES(1, 'plain', 'P-1', 'compensated', 'the gateway lets nobody in', 'network', 'Jane Roe', 'no login "    \
	"from outside',"                                                                                               \
	" 'feed', '2027-03-31');"

static const struct treatment_result *first(const struct ground *g, const char *id)
{
	assert_true(scheme(g, id)->treatment_count > 0);
	return &scheme(g, id)->treatments[0];
}

static void assert_ignored(const struct ground *g, const char *id, const char *why)
{
	assert_false(first(g, id)->counts);
	assert_str(first(g, id)->why, why);
	assert_false(scheme(g, id)->has_system);
	assert_int_equal(scheme(g, id)->verdict, VERDICT_FAIL);
}

/* Changes the one treatment, judges, and puts it back. */
static void assert_ignored_with(struct ground *g, const char *id, const char *change, const char *why)
{
	given(g, change);
	judged_on(g, "2026-11-24");
	assert_ignored(g, id, why);
	given(g, "DELETE FROM treatment; DELETE FROM enforcement; DELETE FROM policy;" GUARDED TREATMENT);
}

static void a_control_of_the_network_stands_in_for_the_system_alone(void **state)
{
	struct ground g = ground_open();
	const struct scheme_result *s;

	(void)state;
	given(&g, FAILING GUARDED TREATMENT);
	judged_on(&g, "2026-11-24");
	s = scheme(&g, "treated");
	assert_true(first(&g, "treated")->counts);
	assert_int_equal(s->verdict, VERDICT_FAIL);
	assert_int_equal(s->device, VERDICT_FAIL);
	assert_verdict(&g, "treated", "P-1", "fail");
	assert_true(s->has_system);
	assert_int_equal(s->system, VERDICT_PASS);
	assert_str(s->system_why,
		"with the treatments every mandatory requirement is met; 1 rests on treatments, the first of which "
		"ends on 2027-03-31");
	assert_str(first(&g, "treated")->why, "compensated until 2027-03-31, answered for by Jane Roe; Annex T");

	/* What else fails or is open stays so for the system. */
	given(&g, "DELETE FROM answer");
	judged_on(&g, "2026-11-24");
	assert_int_equal(scheme(&g, "treated")->system, VERDICT_INCONCLUSIVE);
	ground_close(&g);
}

static void only_where_the_rules_of_the_scheme_let_it(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, FAILING GUARDED TREATMENT);
	judged_on(&g, "2026-11-24");
	assert_ignored(&g, "untreated", "the scheme lets no control stand in for a requirement");
	assert_ignored(&g, "recognising", "the scheme lets no control stand in for a requirement");
	assert_ignored_with(&g, "treated", "UPDATE treatment SET acts = 'system', document = 'd', sha256 = 'ab'",
		"the scheme lets a control of the network or the surroundings stand in, not one elsewhere in the "
		"product's own "
		"system");
	given(&g, "UPDATE treatment SET acts = 'system', document = 'd', sha256 = 'ab'");
	judged_on(&g, "2026-11-24");
	assert_true(first(&g, "treated-system")->counts);
	ground_close(&g);
}

static void a_requirement_that_the_scheme_does_not_name_is_not_treated(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g,
		FAILING "UPDATE answer SET value = 'no';" GUARDED TREATMENT "UPDATE treatment SET requirement = 'P-4'");
	judged_on(&g, "2026-11-24");
	assert_ignored(&g, "treated", "the scheme lets no control stand in for this requirement");

	/* Waiving is another matter, and needs a paper. */
	given(&g, "UPDATE treatment SET kind = 'waived'");
	judged_on(&g, "2026-11-24");
	assert_ignored(&g, "treated", "no document bears it out (evidence: {document: ..., sha256: ...})");
	assert_ignored(&g, "treated-system", "the scheme lets nothing be waived");
	given(&g, "UPDATE treatment SET document = 'risk.pdf', sha256 = 'ab'");
	judged_on(&g, "2026-11-24");
	assert_true(first(&g, "treated")->counts);
	given(&g, "UPDATE treatment SET requirement = 'P-1'");
	judged_on(&g, "2026-11-24");
	assert_ignored(&g, "treated", "the scheme does not let this requirement be waived");
	ground_close(&g);
}

static void what_an_entry_lacks_makes_it_count_for_nothing(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, FAILING GUARDED TREATMENT);
	assert_ignored_with(&g, "treated", "UPDATE treatment SET approver = NULL", "nobody answers for it (approver)");
	assert_ignored_with(
		&g, "treated", "UPDATE treatment SET justification = NULL", "it says nothing why (justification)");
	assert_ignored_with(&g, "treated", "UPDATE treatment SET control = NULL", "it names no control");
	assert_ignored_with(&g, "treated", "UPDATE treatment SET acts = NULL",
		"it does not say where the control acts (acts: network, environment or system)");
	assert_ignored_with(&g, "treated", "UPDATE treatment SET expires = NULL",
		"it has no end (expires), and without one it never counts");
	assert_ignored_with(&g, "treated", "UPDATE treatment SET expires = '2027-03-31T12:00:00+02:00'",
		"its end is neither a day nor a moment in UTC");
	assert_ignored_with(
		&g, "treated", "UPDATE treatment SET approved = '2026-12-01'", "it is approved from 2026-12-01 on");
	assert_ignored_with(&g, "treated", "UPDATE treatment SET acts = 'environment'",
		"no document bears it out (evidence: {document: ..., sha256: ...})");
	assert_ignored_with(&g, "treated", "UPDATE treatment SET enforcement = NULL",
		"a control of the network counts by evidence of its enforcement (evidence: {enforcement: the policy's "
		"sha256 or "
		"url})");
	ground_close(&g);
}

static void it_ends_on_its_day(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, FAILING TREATMENT "UPDATE treatment SET acts = 'environment', document = 'd', sha256 = 'ab'");
	judged_on(&g, "2027-03-31");
	assert_true(first(&g, "treated")->counts);
	judged_on(&g, "2027-04-01");
	assert_ignored(&g, "treated", "it ended on 2027-03-31");

	/* What ends during a day does not hold for that day. */
	given(&g, "UPDATE treatment SET expires = '2027-03-31T12:00:00Z'");
	judged_on(&g, "2027-03-30");
	assert_true(first(&g, "treated")->counts);
	judged_on(&g, "2027-03-31");
	assert_ignored(&g, "treated", "it ended on 2027-03-31T12:00:00Z");
	given(&g, "UPDATE treatment SET expires = '2027-03-31T23:59:59Z'");
	judged_on(&g, "2027-03-31");
	assert_true(first(&g, "treated")->counts);
	ground_close(&g);
}

static void enforcement_counts_only_while_it_is_fresh_unbroken_and_tried(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, FAILING GUARDED TREATMENT);
	judged_on(&g, "2026-11-27");
	assert_true(first(&g, "treated")->counts);
	judged_on(&g, "2026-11-28");
	assert_ignored(&g, "treated",
		"its enforcement was last checked on 2026-11-20, more than 7 days ago; bring a newer journal of the "
		"gateway");

	/* Before it was first checked, nothing shows it. Without a limit of its own or of its class, a day. */
	judged_on(&g, "2026-11-19");
	assert_false(first(&g, "treated")->counts);
	judged_on(&g, "2026-11-21");
	assert_true(first(&g, "treated-system")->counts);
	judged_on(&g, "2026-11-22");
	assert_false(first(&g, "treated-system")->counts);
	for (size_t i = 0; i < 4; i++) {
		static const char *const changes[] = { "UPDATE enforcement SET intact = 0",
			"UPDATE enforcement SET tested = NULL", "UPDATE enforcement SET ended = '2026-11-24'",
			"UPDATE treatment SET enforcement = 'other'" };

		assert_ignored_with(&g, "treated", changes[i],
			"nothing in the evidence shows that this policy is enforced, unbroken and tried out; bring the "
			"journal of "
			"the gateway");
	}
	ground_close(&g);
}

static void what_the_device_meets_itself_is_not_treated(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS WHOLE("accounts") ANSWER("ask.plain", "0", "yes") GUARDED TREATMENT);
	judged_on(&g, "2026-11-24");
	assert_false(first(&g, "treated")->counts);
	assert_str(first(&g, "treated")->why, "it is not needed: the device itself meets the requirement");
	assert_false(scheme(&g, "treated")->has_system);
	assert_int_equal(scheme(&g, "treated")->verdict, VERDICT_PASS);
	ground_close(&g);
}

static void it_may_speak_of_some_schemes_only(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, FAILING GUARDED TREATMENT
		"UPDATE treatment SET schemes = 'untreated, treated-system', catalogue = NULL");
	judged_on(&g, "2026-11-21");
	assert_int_equal(scheme(&g, "treated")->treatment_count, 0);
	assert_int_equal(scheme(&g, "treated-system")->treatment_count, 1);
	assert_int_equal(scheme(&g, "untreated")->treatment_count, 1);
	ground_close(&g);
}

/* ---- not applicable on the maker's risk assessment --------------------------------------------------------------------- */

#define ASSESSED(id)                                                                                                   \
	"INSERT INTO treatment(entry, catalogue, requirement, kind, approver, approved, justification) VALUES(1, "     \
	"'plain', '" id "', 'not-applicable', 'Jane Roe', '2026-10-01', 'nobody logs in');"

static void assert_not_taken_out(struct ground *g, const char *change, const char *why)
{
	given(g, change);
	judged_on(g, "2027-06-01");
	assert_false(first(g, "by-day")->counts);
	assert_str(first(g, "by-day")->why, why);
	assert_int_equal(requirement(g, "by-day", "P-1")->settled, SETTLED_NOT);
	given(g, "DELETE FROM treatment;" ASSESSED("P-1"));
}

static void a_risk_assessment_takes_a_requirement_out_and_is_told(void **state)
{
	struct ground g = ground_open();
	const struct scheme_result *s;

	(void)state;
	given(&g, INPUTS ANSWER("ask.plain", "0", "yes") ASSESSED("P-1"));
	judged_on(&g, "2027-06-01");
	s = scheme(&g, "by-day");
	assert_int_equal(s->verdict, VERDICT_PASS);
	assert_int_equal(s->basis, SETTLED_ASSESSED);
	assert_int_equal(s->device, VERDICT_INCONCLUSIVE);
	assert_false(s->has_system);
	assert_str(s->why, "every mandatory requirement that applies passes; 1 is not applicable on the maker's risk "
			   "assessment (P-1)");
	assert_verdict(&g, "by-day", "P-1", "inconclusive");
	assert_str(requirement(&g, "by-day", "P-1")->settled_why,
		"not applicable on the maker's risk assessment: nobody logs in (Jane Roe, 2026-10-01; Annex F)");

	/* Judged ahead it is taken out as well. */
	judged_on(&g, "2026-11-24");
	assert_int_equal(scheme(&g, "by-day")->ahead.mandatory.not_applicable, 1);
	assert_int_equal(scheme(&g, "by-day")->ahead.mandatory.inconclusive, 0);

	/* Where all is taken out nothing passes. */
	given(&g, "DELETE FROM answer");
	judged_on(&g, "2027-06-01");
	assert_int_equal(scheme(&g, "by-day")->verdict, VERDICT_INCONCLUSIVE);
	ground_close(&g);
}

static void what_the_evidence_fails_is_taken_out_by_a_document_only_and_stays_told(void **state)
{
	struct ground g = ground_open();
	const struct scheme_result *s;

	(void)state;
	given(&g, FAILING ASSESSED("P-1"));
	judged_on(&g, "2027-06-01");
	assert_int_equal(scheme(&g, "by-day")->verdict, VERDICT_FAIL);
	assert_true(
		str_starts(first(&g, "by-day")->why, "the evidence fails it: only a risk assessment that is there"));
	given(&g, "UPDATE treatment SET document = 'risks.pdf', sha256 = 'ab'");
	judged_on(&g, "2027-06-01");
	s = scheme(&g, "by-day");
	assert_int_equal(s->verdict, VERDICT_PASS);
	assert_int_equal(s->device, VERDICT_FAIL);
	assert_true(str_ends(s->why, "(P-1), 1 of which the evidence fails"));
	ground_close(&g);
}

static void a_risk_assessment_that_lacks_something_takes_nothing_out(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS ASSESSED("P-1"));
	assert_not_taken_out(&g, "UPDATE treatment SET approver = NULL", "nobody answers for it (approver)");
	assert_not_taken_out(&g, "UPDATE treatment SET approved = NULL", "it does not say since when (approved)");
	assert_not_taken_out(&g, "UPDATE treatment SET approved = '2027-06-02'", "it is approved from 2027-06-02 on");
	assert_not_taken_out(&g, "UPDATE treatment SET justification = ''", "it says nothing why (justification)");
	assert_not_taken_out(&g, "UPDATE treatment SET expires = '2027-05-31'", "it ended on 2027-05-31");
	given(&g, "DELETE FROM treatment;" ASSESSED("P-4"));
	judged_on(&g, "2027-06-01");
	assert_str(first(&g, "by-day")->why, "the scheme asks this requirement whatever a risk assessment finds");
	assert_str(first(&g, "treated")->why,
		"the scheme has no requirement that a risk assessment may find not applicable");
	ground_close(&g);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_control_of_the_network_stands_in_for_the_system_alone),
		cmocka_unit_test(only_where_the_rules_of_the_scheme_let_it),
		cmocka_unit_test(a_requirement_that_the_scheme_does_not_name_is_not_treated),
		cmocka_unit_test(what_an_entry_lacks_makes_it_count_for_nothing),
		cmocka_unit_test(it_ends_on_its_day),
		cmocka_unit_test(enforcement_counts_only_while_it_is_fresh_unbroken_and_tried),
		cmocka_unit_test(what_the_device_meets_itself_is_not_treated),
		cmocka_unit_test(it_may_speak_of_some_schemes_only),
		cmocka_unit_test(a_risk_assessment_takes_a_requirement_out_and_is_told),
		cmocka_unit_test(what_the_evidence_fails_is_taken_out_by_a_document_only_and_stays_told),
		cmocka_unit_test(a_risk_assessment_that_lacks_something_takes_nothing_out),
	};

	return cmocka_run_group_tests_name("judge/treatments", tests, NULL, NULL);
}
