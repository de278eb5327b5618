/* A check's outcome: fact_model, section 4. */
#include "ground.h"

static const struct outcome *outcome_of(struct ground *g, const char *scheme_id, const char *id)
{
	const struct requirement_result *r = requirement(g, scheme_id, id);

	assert_true(r->outcome_count > 0);
	return r->outcomes[0];
}

static void a_row_fails_and_carries_its_sentence_and_place(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS WHOLE("accounts") ACCOUNT("5", "root", "'empty'") ACCOUNT("6", "admin", "'hash'"));
	given(&g, "INSERT INTO file(id, input, path, name) VALUES(7, 1, '/etc/shadow', 'shadow');"
		  "UPDATE entity SET file = 7, line = 3 WHERE id = 5");
	judged_on(&g, "2026-11-24");

	const struct outcome *o = outcome_of(&g, "plain-observed", "P-1");

	assert_int_equal(o->verdict, VERDICT_FAIL);
	assert_int_equal(o->finding_count, 1);
	assert_str(o->findings[0].sentence, "account \"root\" has an empty password");
	assert_str(o->findings[0].path, "/etc/shadow");
	assert_str(o->findings[0].input_name, "firmware.bin");
	assert_int_equal(o->findings[0].line.value, 3);
	assert_str(requirement(&g, "plain-observed", "P-1")->why, "account \"root\" has an empty password");
	ground_close(&g);
}

static void a_row_with_a_reason_is_undecided_and_comes_after_those_that_fail(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS WHOLE("accounts") ACCOUNT("5", "a", "NULL"));
	judged_on(&g, "2026-11-24");
	assert_int_equal(outcome_of(&g, "plain-observed", "P-1")->verdict, VERDICT_INCONCLUSIVE);
	given(&g, ACCOUNT("6", "b", "'empty'"));
	judged_on(&g, "2026-11-24");

	const struct outcome *o = outcome_of(&g, "plain-observed", "P-1");

	assert_int_equal(o->verdict, VERDICT_FAIL);
	assert_int_equal(o->failing, 1);
	assert_str(o->findings[0].what, "b");
	assert_str(o->findings[1].unknown, "the password was not read");
	ground_close(&g);
}

static void no_row_passes_only_where_all_was_looked_at(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS);
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-observed", "P-1", "inconclusive");
	given(&g, "INSERT INTO coverage(input, class, state, reason, bring) VALUES(1, 'accounts', 'part', 'a region is "
		  "encrypted', 'the image without encryption')");
	judged_on(&g, "2026-11-24");

	const struct outcome *o = outcome_of(&g, "plain-observed", "P-1");

	assert_int_equal(o->verdict, VERDICT_INCONCLUSIVE);
	assert_str(o->missing[0].class, "accounts");
	assert_str(o->missing[0].bring, "the image without encryption");
	given(&g, "UPDATE coverage SET state = 'full'");
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-observed", "P-1", "pass");
	ground_close(&g);
}

static struct outcome *policy(struct ground *g, struct session *s)
{
	struct evidence_view v;

	*s = (struct session){ .rules = g->rules, .keep = &g->keep, .on = STR("2026-11-24") };
	assert_ok(query_cache_open(g->rules, evidence_db(g->evidence), &s->cache));
	assert_ok(session_open(s));
	assert_ok(view_open(s, &boundary_none, NULL, &v));

	struct outcome *o = run_check(&v, rules_check(g->rules, STR("policy.published")), NULL);

	query_cache_close(s->cache);
	return o;
}

static void an_absence_is_a_finding_only_in_a_whole_view(void **state)
{
	struct ground g = ground_open();
	struct session s;

	(void)state;
	given(&g, INPUTS);
	assert_int_equal(policy(&g, &s)->verdict, VERDICT_INCONCLUSIVE);

	/* The other class of `needs` is whole, and `rests` is not. */
	given(&g, WHOLE("document.support"));
	assert_int_equal(policy(&g, &s)->verdict, VERDICT_INCONCLUSIVE);
	given(&g, WHOLE("document.policy"));
	assert_int_equal(policy(&g, &s)->verdict, VERDICT_FAIL);
	given(&g, "INSERT INTO document(id, input, kind) VALUES(1, 1, 'policy')");
	assert_int_equal(policy(&g, &s)->verdict, VERDICT_PASS);
	ground_close(&g);
}

static void nothing_to_ask_about_is_undecided_where_the_check_says_so(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS WHOLE("ixit.1"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-observed", "P-3", "inconclusive");
	ground_close(&g);
}

static void a_requirement_binds_its_own_parameter(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS WHOLE("ixit.1") WHOLE("trial.login") TRIED("held") LOGIN("5", "web", "10"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-declared", "P-2", "pass");
	assert_verdict(&g, "plain-declared", "P-3", "fail");
	assert_str(requirement(&g, "plain-declared", "P-3")->why, "web takes passwords of 10 characters, less than 12");
	ground_close(&g);
}

static void old_evidence_no_longer_covers_and_an_image_does_not_age(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, "INSERT INTO input(id, kind, name, taken) VALUES(1, 'device', 'unit', '2026-01-01T00:00:00Z');"
		  "INSERT INTO profile(name, value) VALUES('connectable', 'yes'), ('audience', 'consumer');" WHOLE(
			  "accounts"));

	/* Thirty days for the one scheme, ten of this class for another: the last day counts, the next one does not. */
	judged_on(&g, "2026-01-11");
	assert_verdict(&g, "aged", "P-1", "pass");
	judged_on(&g, "2026-01-12");
	assert_verdict(&g, "aged", "P-1", "inconclusive");
	assert_str(outcome_of(&g, "aged", "P-1")->missing[0].reason, "it is of 2026-01-01, and counts for 10 days");
	assert_str(outcome_of(&g, "aged", "P-1")->missing[0].bring, "a newer one");
	assert_verdict(&g, "plain-declared", "P-1", "pass");
	judged_on(&g, "2026-01-31");
	assert_verdict(&g, "bounded", "P-1", "pass");
	judged_on(&g, "2026-02-01");
	assert_verdict(&g, "bounded", "P-1", "inconclusive");
	given(&g, "UPDATE input SET kind = 'image'");
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "bounded", "P-1", "pass");
	assert_verdict(&g, "aged", "P-1", "pass");
	ground_close(&g);
}

static void evidence_of_which_nobody_knows_how_old_it_is_counts_as_none_where_age_matters(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, "INSERT INTO input(id, kind, name) VALUES(1, 'device', 'unit');" WHOLE("accounts"));
	judged_on(&g, "2026-01-11");
	assert_verdict(&g, "plain-declared", "P-1", "pass");
	assert_verdict(&g, "aged", "P-1", "inconclusive");
	assert_str(outcome_of(&g, "aged", "P-1")->missing[0].reason,
		"when it was taken is not known, and it counts for 10 days");

	/* What fails still fails: age takes away only what was to show that nothing is there. */
	given(&g, ACCOUNT("5", "root", "'empty'"));
	judged_on(&g, "2026-01-11");
	assert_verdict(&g, "aged", "P-1", "fail");
	ground_close(&g);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_row_fails_and_carries_its_sentence_and_place),
		cmocka_unit_test(a_row_with_a_reason_is_undecided_and_comes_after_those_that_fail),
		cmocka_unit_test(no_row_passes_only_where_all_was_looked_at),
		cmocka_unit_test(an_absence_is_a_finding_only_in_a_whole_view),
		cmocka_unit_test(nothing_to_ask_about_is_undecided_where_the_check_says_so),
		cmocka_unit_test(a_requirement_binds_its_own_parameter),
		cmocka_unit_test(old_evidence_no_longer_covers_and_an_image_does_not_age),
		cmocka_unit_test(evidence_of_which_nobody_knows_how_old_it_is_counts_as_none_where_age_matters),
	};

	return cmocka_run_group_tests_name("judge/check", tests, NULL, NULL);
}
