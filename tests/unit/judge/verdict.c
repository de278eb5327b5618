/* From outcomes to verdicts: routes, units, trees, conditions, answers, scope. */
#include "ground.h"

#include "judge/next.h"

/* ---- routes ------------------------------------------------------------------------------------------------------------ */

static void an_empty_file_passes_and_fails_nothing(void **state)
{
	struct ground g = ground_open();

	(void)state;
	judged_on(&g, "2026-11-24");
	for (size_t i = 0; i < g.judgement->scheme_count; i++) {
		const struct scheme_result *s = &g.judgement->schemes[i];

		assert_int_equal(s->all.pass + s->all.fail + s->all.not_applicable, 0);
		if (s->is_judged)
			assert_int_equal(
				s->verdict, s->scheme->nothing_binds.n ? VERDICT_NOT_APPLICABLE : VERDICT_INCONCLUSIVE);
	}
	ground_close(&g);
}

static void a_text_of_which_nothing_binds_is_never_passed_nor_failed(void **state)
{
	struct ground g = ground_open();

	(void)state;
	judged_on(&g, "2026-11-24");
	assert_int_equal(scheme(&g, "advice")->verdict, VERDICT_NOT_APPLICABLE);
	assert_str(scheme(&g, "advice")->why, "it only advises");
	given(&g, INPUTS WHOLE("ixit.1") LOGIN("5", "web", "4"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "advice", "P-3", "fail");
	assert_int_equal(scheme(&g, "advice")->verdict, VERDICT_NOT_APPLICABLE);
	assert_int_equal(scheme(&g, "advice")->device, VERDICT_NOT_APPLICABLE);
	ground_close(&g);
}

static void a_declared_route_passes_on_the_makers_word_until_someone_looks(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS WHOLE("ixit.1") LOGIN("5", "web", "10"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-declared", "P-2", "pass");
	assert_int_equal(requirement(&g, "plain-declared", "P-2")->basis, STRENGTH_DECLARED);
	assert_verdict(&g, "plain-observed", "P-2", "inconclusive");
	given(&g, WHOLE("trial.login") TRIED("broke"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-declared", "P-2", "fail");
	assert_int_equal(requirement(&g, "plain-declared", "P-2")->basis, STRENGTH_OBSERVED);
	ground_close(&g);
}

static void what_was_half_looked_at_does_not_pass_without_a_word_for_the_rest(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS WHOLE("accounts"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-declared", "P-6", "inconclusive");
	assert_verdict(&g, "plain-observed", "P-6", "inconclusive");
	given(&g, WHOLE("trial.login") TRIED("held"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-declared", "P-6", "pass");
	ground_close(&g);
}

static void only_a_stated_condition_makes_a_requirement_not_applicable(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS WHOLE("accounts"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-declared", "P-2", "inconclusive");
	given(&g, WHOLE("ixit.1"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-declared", "P-2", "not applicable");
	given(&g, "DELETE FROM coverage; INSERT INTO profile(name, value, author) VALUES('passwords.used', 'no', 'Jane "
		  "Roe')");
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-declared", "P-2", "not applicable");
	assert_str(requirement(&g, "plain-declared", "P-2")->why,
		"applies only when \"passwords.used\": passwords are used: declared by Jane Roe");

	/* What is seen outweighs what is said. */
	given(&g, LOGIN("5", "web", "10"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-declared", "P-2", "inconclusive");
	ground_close(&g);
}

/* ---- units ------------------------------------------------------------------------------------------------------------- */

static void a_functional_unit_does_not_pass_on_the_makers_word(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS ANSWER("ask.plain", "0", "yes"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "units-observed", "U-2", "inconclusive");
	assert_verdict(&g, "units-declared", "U-2", "inconclusive");
	given(&g, "UPDATE answer SET basis = 'person'");
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "units-observed", "U-2", "inconclusive");
	given(&g, "UPDATE answer SET basis = 'tested'");
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "units-observed", "U-2", "inconclusive");
	given(&g, RECORD "UPDATE answer SET document = 9");
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "units-observed", "U-2", "pass");
	assert_int_equal(requirement(&g, "units-observed", "U-2")->basis, STRENGTH_TESTED);
	ground_close(&g);
}

static void a_laboratorys_test_decides_a_functional_unit_that_nothing_else_decides(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS RECORD ANSWER("ask.test.units.U-2-f", "0", "yes"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "units-observed", "U-2", "inconclusive");
	assert_str(requirement(&g, "units-observed", "U-2")->replies[1].why,
		"only the maker's word; this wants a laboratory's own test, with its record");
	given(&g, "UPDATE answer SET basis = 'tested', document = 9");
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "units-observed", "U-2", "pass");
	assert_int_equal(requirement(&g, "units-observed", "U-2")->assessment_units[0].basis, STRENGTH_TESTED);
	assert_verdict(&g, "units-observed", "U-1", "inconclusive");
	given(&g, "UPDATE answer SET value = 'no'");
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "units-observed", "U-2", "fail");
	ground_close(&g);
}

static void a_test_without_author_day_or_record_is_none(void **state)
{
	static const char *const lacking[] = { "author = ''", "author = '  '", "answered = NULL",
		"answered = '2026-11-25'", "document = NULL", "document = 77", "value = 'perhaps'",
		"expires = '2026-11-23'", "expires = '2026-11-24T12:00:00Z'", "expires = 'never'" };

	(void)state;
	for (size_t i = 0; i < sizeof(lacking) / sizeof(*lacking); i++) {
		struct ground g = ground_open();
		char sql[64];

		given(&g, INPUTS RECORD ANSWER("ask.test.units.U-2-f", "0", "yes"));
		given(&g, "UPDATE answer SET basis = 'tested', document = 9");
		snprintf(sql, sizeof(sql), "UPDATE answer SET %s", lacking[i]);
		given(&g, sql);
		judged_on(&g, "2026-11-24");
		assert_verdict(&g, "units-observed", "U-2", "inconclusive");
		ground_close(&g);
	}
}

static void a_test_ages_as_other_evidence_does(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS RECORD ANSWER(
			  "ask.test.units.U-2-f", "0", "yes") "UPDATE answer SET basis = 'tested', document = 9");
	judged_on(&g, "2026-11-11");
	assert_verdict(&g, "units-aged", "U-2", "pass");
	judged_on(&g, "2026-11-12");
	assert_verdict(&g, "units-aged", "U-2", "inconclusive");
	assert_verdict(&g, "units-observed", "U-2", "pass");
	ground_close(&g);
}

static void a_laboratory_outweighs_the_maker_and_the_disagreement_is_shown(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS RECORD ANSWER("ask.test.units.U-2-f", "0",
			  "yes") "INSERT INTO answer(question, entity, value, basis, author, answered, document) "
				 "VALUES('ask.test.units.U-2-f', 0, 'no', 'tested', 'Lab', '2026-10-01', 9);");
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "units-observed", "U-2", "fail");
	assert_int_equal(g.judgement->contradiction_count, 1);
	assert_str(g.judgement->contradictions[0].said, "\"no\" (laboratory, Lab)");
	assert_str(g.judgement->contradictions[0].seen, "\"yes\" (maker, Jane Roe)");
	ground_close(&g);
}

static void a_laboratorys_test_does_not_outweigh_what_was_seen_to_fail(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS RECORD WHOLE("ixit.1") LOGIN("5", "web", "10") TRIED("broke") ANSWER(
			  "ask.test.units.U-1-f", "0", "yes") "UPDATE answer SET basis = 'tested', document = 9");
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "units-observed", "U-1", "fail");
	ground_close(&g);
}

static void one_entitys_bad_answer_does_not_hide_behind_the_products_good_one(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS LOGIN("5", "app", "10") LOGIN("6", "web", "10") ANSWER("ask.login", "0", "yes"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-declared", "P-8", "pass");
	given(&g, ANSWER("ask.login", "6", "no"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-declared", "P-8", "fail");
	given(&g, "UPDATE answer SET expires = '2026-11-23' WHERE entity = 0");
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-declared", "P-8", "fail");
	given(&g, "UPDATE answer SET value = 'yes'");
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-declared", "P-8", "inconclusive");
	assert_str(requirement(&g, "plain-declared", "P-8")->replies[0].why, "1 of 2 have no answer");
	ground_close(&g);
}

static bool is_told(const struct ground *g, const char *sentence)
{
	for (size_t i = 0; i < g->judgement->unknown_name_count; i++)
		if (str_is(g->judgement->unknown_names[i], sentence)) return true;
	for (size_t i = 0; i < g->judgement->unknown_name_count; i++)
		print_error("%.*s\n", STR_FMT(g->judgement->unknown_names[i]));
	return false;
}

static void an_answer_that_is_about_nothing_is_told(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g,
		INPUTS LOGIN("5", "app", "10") "INSERT INTO entity(id, kind, name, basis, input) VALUES(6, 'channel', "
					       "'cloud', 'declared', 2);" ANSWER("ask.login", "77", "no")
						       ANSWER("ask.login", "6", "no") ANSWER("ask.plain", "5", "no")
							       ANSWER("ask.login", "5", "yes"));
	judged_on(&g, "2026-11-24");
	assert_int_equal(g.judgement->unknown_name_count, 3);
	assert_true(is_told(&g, "an answer to \"ask.login\" is about something that is not in the evidence"));
	assert_true(is_told(&g, "an answer to \"ask.login\" is about \"cloud\", of which it is not asked (it is asked "
				"of: login, login or the product)"));
	assert_true(is_told(&g,
		"an answer to \"ask.plain\" is about \"app\", of which it is not asked (it is asked of the product)"));
	assert_verdict(&g, "plain-declared", "P-8", "pass");
	assert_verdict(&g, "plain-declared", "P-4", "inconclusive");
	ground_close(&g);
}

static void a_declared_route_may_leave_functional_units_to_a_lab(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS WHOLE("ixit.1") LOGIN("5", "web", "10") ANSWER("ask.plain", "0", "yes"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "units-declared", "U-1", "pass");
	assert_verdict(&g, "units-observed", "U-1", "inconclusive");
	given(&g, WHOLE("trial.login") TRIED("held") "UPDATE answer SET basis = 'person'");
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "units-observed", "U-1", "pass");
	given(&g, TRIED("broke"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "units-declared", "U-1", "fail");
	ground_close(&g);
}

static void a_functional_unit_that_was_tested_without_a_result_keeps_a_declared_route_open(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS WHOLE("ixit.1") LOGIN("5", "web", "10") TRIED("unclear"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "units-declared", "U-1", "inconclusive");
	ground_close(&g);
}

/* ---- trees ------------------------------------------------------------------------------------------------------------- */

static void each_entity_walks_and_the_worst_end_counts(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS WHOLE("ixit.1") LOGIN("5", "app", "10") LOGIN("6", "web", "4"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "trees-declared", "T-1", "inconclusive");
	given(&g, ANSWER("ask.login", "5", "no") ANSWER("ask.login", "6", "no"));
	judged_on(&g, "2026-11-24");

	const struct requirement_result *r = requirement(&g, "trees-declared", "T-1");

	assert_int_equal(r->verdict, VERDICT_FAIL);
	assert_int_equal(r->tree_count, 2);
	assert_str(r->trees[0].name, "app");
	assert_int_equal(r->trees[0].verdict, VERDICT_PASS);
	assert_int_equal(r->trees[1].verdict, VERDICT_FAIL);
	assert_int_equal(r->trees[1].step_count, 2);
	given(&g, "UPDATE answer SET value = 'yes' WHERE entity = 6");
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "trees-declared", "T-1", "pass");
	assert_int_equal(requirement(&g, "trees-declared", "T-1")->basis, STRENGTH_DECLARED);
	given(&g, "UPDATE answer SET basis = 'person'");
	judged_on(&g, "2026-11-24");
	assert_int_equal(requirement(&g, "trees-declared", "T-1")->trees[1].basis, STRENGTH_PERSON);
	given(&g, "UPDATE answer SET value = 'yes'");
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "trees-declared", "T-1", "not applicable");
	ground_close(&g);
}

static void an_open_question_that_cannot_change_the_end_is_not_asked(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS WHOLE("trial.login") TRIED("held"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "trees-declared", "T-2", "pass");
	assert_null(requirement(&g, "trees-declared", "T-2")->trees[0].asks);

	/* For the login: if it is long enough, "is it meant?" decides between pass and not applicable only. */
	given(&g, WHOLE("ixit.1") LOGIN("5", "web", "10"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "trees-declared", "T-1", "pass");
	given(&g, "UPDATE auth_mechanism SET min_length = 4");
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "trees-declared", "T-1", "inconclusive");
	assert_str(requirement(&g, "trees-declared", "T-1")->trees[0].asks->id, "DN-1");
	ground_close(&g);
}

static void an_inverted_node_says_yes_when_the_check_fails(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS);
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "trees-declared", "T-3", "inconclusive");
	given(&g, WHOLE("accounts"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "trees-declared", "T-3", "pass");
	given(&g, ACCOUNT("5", "root", "'empty'"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "trees-declared", "T-3", "fail");
	ground_close(&g);
}

static void no_answer_speaks_away_what_an_inverted_check_found(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS ANSWER("ask.plain", "0", "no"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "trees-declared", "T-5", "pass");
	given(&g, WHOLE("accounts") ACCOUNT("5", "root", "'empty'"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "trees-declared", "T-5", "fail");
	given(&g, "UPDATE account SET password = 'hash'; UPDATE answer SET value = 'yes'");
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "trees-declared", "T-5", "fail");
	ground_close(&g);
}

static void nothing_of_a_kind_is_not_applicable_only_after_looking(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS);
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "trees-declared", "T-1", "inconclusive");
	given(&g, WHOLE("ixit.1"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "trees-declared", "T-1", "not applicable");
	ground_close(&g);
}

static void a_kind_may_fall_back_to_the_product(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS WHOLE("ixit.1"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "trees-declared", "T-6", "inconclusive");
	assert_str(requirement(&g, "trees-declared", "T-6")->trees[0].name, "the product");
	given(&g, LOGIN("5", "web", "10") ANSWER("ask.login", "5", "no"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "trees-declared", "T-6", "fail");
	assert_int_equal(requirement(&g, "trees-declared", "T-6")->tree_count, 1);
	assert_str(requirement(&g, "trees-declared", "T-6")->trees[0].name, "web");
	ground_close(&g);
}

static void what_was_found_elsewhere_concerns_each_entity(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS WHOLE("accounts") LOGIN("5", "web", "10") ACCOUNT("6", "root", "'empty'"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "trees-declared", "T-4", "fail");

	/* Its own observed counterpart is the entity; another login's is not. */
	given(&g, LOGIN("7", "app",
			  "10") "INSERT INTO relation(subject, verb, object, basis) VALUES(7, 'same-as', 6, 'person')");
	judged_on(&g, "2026-11-24");

	const struct requirement_result *r = requirement(&g, "trees-declared", "T-4");

	assert_str(r->trees[0].name, "app");
	assert_int_equal(r->trees[0].verdict, VERDICT_FAIL);
	assert_int_equal(r->trees[1].verdict, VERDICT_PASS);
	ground_close(&g);
}

/* ---- answers ----------------------------------------------------------------------------------------------------------- */

static enum verdict answered(struct ground *g, const char *question, const char *value)
{
	struct session s = { .rules = g->rules, .keep = &g->keep, .on = STR("2026-11-24") };
	struct evidence_view v;
	char *sql = sqlite3_mprintf(
		"INSERT OR REPLACE INTO answer(question, entity, value, basis, author, expires) VALUES(%Q, "
		"0, %Q, 'declared', 'Jane Roe', '2026-12-31')",
		question, value);

	given(g, sql);
	sqlite3_free(sql);
	assert_ok(query_cache_open(g->rules, evidence_db(g->evidence), &s.cache));
	assert_ok(session_open(&s));
	assert_ok(view_open(&s, &boundary_none, NULL, &v));

	struct reply r = reply_to(&v, rules_question(g->rules, str_of(question)), 0, STRENGTH_DECLARED);

	query_cache_close(s.cache);
	return r.verdict;
}

static void answers_are_weighed_by_their_question(void **state)
{
	struct ground g = ground_open();

	(void)state;
	assert_int_equal(answered(&g, "ask.plain", "yes"), VERDICT_PASS);
	assert_int_equal(answered(&g, "ask.plain", "no"), VERDICT_FAIL);
	assert_int_equal(answered(&g, "ask.plain", "perhaps"), VERDICT_INCONCLUSIVE);
	assert_int_equal(answered(&g, "ask.bits", "20"), VERDICT_PASS);
	assert_int_equal(answered(&g, "ask.bits", "19.5"), VERDICT_FAIL);
	assert_int_equal(answered(&g, "ask.bits", "many"), VERDICT_INCONCLUSIVE);
	assert_int_equal(answered(&g, "ask.kind", "fair"), VERDICT_PASS);
	assert_int_equal(answered(&g, "ask.kind", "bad"), VERDICT_FAIL);
	assert_int_equal(answered(&g, "ask.kind", "other"), VERDICT_INCONCLUSIVE);
	assert_int_equal(answered(&g, "ask.law", "Radio Act, section 3"), VERDICT_PASS);
	assert_int_equal(answered(&g, "ask.law", "none"), VERDICT_FAIL);
	ground_close(&g);
}

static void answers_expire_and_an_assessors_route_wants_an_assessor(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS ANSWER("ask.plain", "0", "yes"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-declared", "P-4", "pass");
	given(&g, "UPDATE answer SET expires = '2026-11-23'");
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-declared", "P-4", "inconclusive");
	judged_on(&g, "2026-11-23");
	assert_verdict(&g, "plain-declared", "P-4", "pass");
	assert_verdict(&g, "plain-observed", "P-4", "inconclusive");
	ground_close(&g);
}

#define ANSWERED(value, basis, author, day)                                                                            \
	"INSERT INTO answer(question, entity, value, basis, author, answered) VALUES('ask.plain', 0, '" value          \
	"', '" basis "', '" author "', '" day "');"

static void an_assessor_outweighs_the_maker_and_the_disagreement_is_shown(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS ANSWERED("no", "person", "Lab", "2026-10-01")
			  ANSWERED("yes", "declared", "Jane Roe", "2026-11-01"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-declared", "P-4", "fail");
	assert_int_equal(g.judgement->contradiction_count, 1);
	assert_true(g.judgement->contradictions[0].is_of_answers);
	assert_str(g.judgement->contradictions[0].said, "\"no\" (assessor, Lab)");
	assert_str(g.judgement->contradictions[0].seen, "\"yes\" (maker, Jane Roe)");
	given(&g, "UPDATE answer SET value = 'yes'");
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-observed", "P-4", "pass");
	assert_int_equal(g.judgement->contradiction_count, 0);
	ground_close(&g);
}

static void two_of_the_same_standing_who_disagree_leave_it_undecided(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS ANSWERED("no", "person", "Lab", "2026-10-01")
			  ANSWERED("yes", "person", "Other Lab", "2026-11-01"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-declared", "P-4", "inconclusive");
	assert_str(
		requirement(&g, "plain-declared", "P-4")->replies[0].why, "Other Lab answered \"yes\", and Lab \"no\"");
	given(&g, "UPDATE answer SET expires = '2026-11-01' WHERE author = 'Lab'");
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-declared", "P-4", "pass");
	assert_int_equal(g.judgement->contradiction_count, 0);
	ground_close(&g);
}

static void a_node_that_cannot_change_the_end_is_not_asked(void **state)
{
	struct ground g = ground_open();
	const struct tree_result *t;

	(void)state;
	given(&g, INPUTS);
	judged_on(&g, "2026-11-24");
	t = &requirement(&g, "trees-declared", "T-2")->trees[0];
	assert_int_equal(t->verdict, VERDICT_INCONCLUSIVE);
	assert_str(t->asks->id, "DN-2");
	ground_close(&g);
}

/* What is owed: by how many mandatory requirements over all schemes wait for it. */
static void what_more_wait_for_comes_first(void **state)
{
	struct ground g = ground_open();
	struct plan plan;
	size_t alone = 0, plain = 0, persons = 0;

	(void)state;
	given(&g, INPUTS);
	judged_on(&g, "2026-11-24");
	plan_make(g.judgement, &g.keep, &plan);
	assert_true(plan.missing_count > 2);
	for (size_t i = 0; i < plan.missing_count; i++) {
		const struct missing_evidence *o = &plan.missing[i];
		size_t mandatory = 0;

		if (i) assert_true(plan.missing[i - 1].mandatory >= o->mandatory);
		for (size_t k = 0; k < o->reached_count; k++) {
			str id = o->reached[k].requirement->requirement->id;

			mandatory += o->reached[k].is_needed && !o->reached[k].ahead.n;
			if (!o->question || !str_is(o->question->id, "ask.plain")) continue;
			assert_false(str_is(id, "T-2")); /* it changes no end of that tree */
			plain += str_is(id, "P-4");
			alone = o->alone;
		}
		assert_int_equal(o->mandatory, mandatory);
		assert_true(o->alone <= o->mandatory);
		persons += o->question && str_is(o->question->id, "ask.person.plain.P-5");
	}
	assert_true(plain > 2);
	assert_true(alone >= plain);  /* P-4 waits for nothing else */
	assert_int_equal(persons, 1); /* asked once, though several schemes ask it */
	ground_close(&g);
}

static void what_only_a_person_can_say_waits_for_one(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS);
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-declared", "P-5", "inconclusive");
	given(&g, ANSWER("ask.person.plain.P-5", "0", "yes"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-declared", "P-5", "pass");
	ground_close(&g);
}

static void a_person_is_asked_beside_checks(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS WHOLE("accounts") ACCOUNT("5", "root", "'hash'"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-declared", "P-7", "inconclusive");
	given(&g, ANSWER("ask.person.plain.P-7", "0", "yes"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-declared", "P-7", "pass");
	given(&g, "UPDATE account SET password = 'empty'");
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-declared", "P-7", "fail");
	ground_close(&g);
}

/* ---- schemes ----------------------------------------------------------------------------------------------------------- */

static void mandatory_requirements_decide_a_scheme(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS WHOLE("accounts") WHOLE("ixit.1") LOGIN("5", "web", "10") ANSWER("ask.plain", "0", "yes"));
	judged_on(&g, "2026-11-24");

	/* P-3 fails, and is a recommendation. */
	assert_verdict(&g, "plain-declared", "P-3", "fail");
	assert_int_equal(scheme(&g, "plain-declared")->verdict, VERDICT_PASS);
	given(&g, "DELETE FROM answer");
	judged_on(&g, "2026-11-24");
	assert_int_equal(scheme(&g, "plain-declared")->verdict, VERDICT_INCONCLUSIVE);
	given(&g, ACCOUNT("6", "root", "'empty'"));
	judged_on(&g, "2026-11-24");
	assert_int_equal(scheme(&g, "plain-declared")->verdict, VERDICT_FAIL);
	assert_str(scheme(&g, "plain-declared")->why, "1 mandatory requirement fails");
	ground_close(&g);
}

static void a_scope_says_yes_no_with_the_clause_or_what_to_answer(void **state)
{
	struct ground g = ground_open();

	(void)state;
	judged_on(&g, "2026-11-24");
	assert_int_equal(scheme(&g, "bounded")->applies, APPLIES_MAYBE);
	assert_str(
		scheme(&g, "bounded")->question, "Can the product be connected to a network? (profile: connectable)");
	given(&g, "INSERT INTO profile(name, value) VALUES('connectable', 'yes'), ('audience', 'consumer,industry'), "
		  "('domain', 'medical')");
	judged_on(&g, "2026-11-24");
	assert_int_equal(scheme(&g, "bounded")->applies, APPLIES_NO);
	assert_str(scheme(&g, "bounded")->clause, "Annex 1");
	assert_false(scheme(&g, "bounded")->is_judged);
	given(&g, "UPDATE profile SET value = 'smart-home' WHERE name = 'domain'");
	judged_on(&g, "2026-11-24");
	assert_int_equal(scheme(&g, "bounded")->applies, APPLIES_YES);
	assert_str(scheme(&g, "bounded")->route, "lab");
	assert_str(scheme(&g, "bounded")->route_why, "more is at stake");
	given(&g, "UPDATE profile SET value = 'no' WHERE name = 'connectable'");
	judged_on(&g, "2026-11-24");
	assert_int_equal(scheme(&g, "bounded")->applies, APPLIES_NO);
	ground_close(&g);
}

static void the_law_is_that_of_the_day(void **state)
{
	struct ground g = ground_open();

	(void)state;
	judged_on(&g, "2024-12-31");
	assert_false(scheme(&g, "bounded")->is_in_force);
	assert_str(scheme(&g, "bounded")->next_date->on, "2025-01-01");
	judged_on(&g, "2025-01-01");
	assert_true(scheme(&g, "bounded")->is_in_force);
	assert_str(scheme(&g, "bounded")->next_date->on, "2025-06-01");
	judged_on(&g, "2026-01-01");
	assert_str(scheme(&g, "bounded")->next_date->on, "2026-06-01");
	judged_on(&g, "2027-01-01");
	assert_false(scheme(&g, "bounded")->is_in_force);
	assert_null(scheme(&g, "bounded")->next_date);
	ground_close(&g);
}

static void only_inputs_within_the_boundary_count(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, "INSERT INTO input(id, kind, name, part, state) VALUES(1, 'image', 'app.bin', 'app', 'any');"
		  "INSERT INTO profile(name, value) VALUES('connectable', 'yes'), ('audience', 'consumer');" WHOLE(
			  "accounts") ACCOUNT("5", "root", "'empty'"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-declared", "P-1", "fail");
	assert_verdict(&g, "bounded", "P-1", "inconclusive");
	given(&g, "UPDATE input SET part = 'device', state = 'operating'");
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "bounded", "P-1", "inconclusive");
	given(&g, "UPDATE input SET state = 'factory'");
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "bounded", "P-1", "fail");
	ground_close(&g);
}

static void two_views_stand_side_by_side_and_neither_shows_what_the_other_does(void **state)
{
	str parts[] = { STR("device") };
	struct boundary devices = { .parts = parts, .part_count = 1 };
	struct ground g = ground_open();
	struct session s = { .rules = g.rules, .keep = &g.keep, .on = STR("2026-11-24") };
	const struct check *check = rules_check(g.rules, STR("account.no-empty-password"));
	struct evidence_view all, device;

	(void)state;
	given(&g, "INSERT INTO input(id, kind, name, part, state) VALUES(1, 'image', 'app.bin', 'app', 'any');" WHOLE(
			  "accounts") ACCOUNT("5", "root", "'empty'"));
	assert_ok(query_cache_open(g.rules, evidence_db(g.evidence), &s.cache));
	assert_ok(session_open(&s));
	assert_ok(view_open(&s, &boundary_none, NULL, &all));
	assert_ok(view_open(&s, &devices, NULL, &device));

	/* The one that was opened first is asked after the other. */
	assert_int_equal(run_check(&all, check, NULL)->verdict, VERDICT_FAIL);
	assert_int_equal(run_check(&device, check, NULL)->verdict, VERDICT_INCONCLUSIVE);
	query_cache_close(s.cache);
	ground_close(&g);
}

static void what_is_asked_later_keeps_nothing_from_passing_today(void **state)
{
	struct ground g = ground_open();
	struct plan plan;
	const struct fix *fix = NULL;

	(void)state;
	given(&g, INPUTS WHOLE("accounts") ACCOUNT("5", "root", "'empty'"));
	judged_on(&g, "2026-11-24");
	plan_make(g.judgement, &g.keep, &plan);
	for (size_t i = 0; i < plan.fix_count; i++)
		if (plan.fixes[i].outcome && str_is(plan.fixes[i].outcome->check->id, "account.no-empty-password"))
			fix = &plan.fixes[i];
	assert_non_null(fix);

	size_t today = fix->schemes, later = fix->later.schemes, seen = 0;

	assert_true(later >= 2); /* phased and by-day ask it later */
	assert_str(fix->later.from, "2027-01-01");
	for (size_t i = 0; i < fix->reached_count; i++) {
		const struct reached *r = &fix->reached[i];

		if (!str_is(r->scheme->scheme->id, "phased")) continue;
		assert_str(r->ahead, "2027-12-11");
		seen++;
	}
	assert_int_equal(seen, 1);

	/* On its day it keeps them as the others. */
	judged_on(&g, "2027-12-11");
	plan_make(g.judgement, &g.keep, &plan);
	for (size_t i = 0; i < plan.fix_count; i++)
		if (plan.fixes[i].outcome && str_is(plan.fixes[i].outcome->check->id, "account.no-empty-password"))
			fix = &plan.fixes[i];
	assert_true(fix->schemes > today);
	assert_int_equal(fix->later.schemes, 0);
	for (size_t i = 0; i < fix->reached_count; i++) assert_int_equal(fix->reached[i].ahead.n, 0);
	ground_close(&g);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_file_passes_and_fails_nothing),
		cmocka_unit_test(a_text_of_which_nothing_binds_is_never_passed_nor_failed),
		cmocka_unit_test(a_declared_route_passes_on_the_makers_word_until_someone_looks),
		cmocka_unit_test(what_was_half_looked_at_does_not_pass_without_a_word_for_the_rest),
		cmocka_unit_test(only_a_stated_condition_makes_a_requirement_not_applicable),
		cmocka_unit_test(a_functional_unit_does_not_pass_on_the_makers_word),
		cmocka_unit_test(a_laboratorys_test_decides_a_functional_unit_that_nothing_else_decides),
		cmocka_unit_test(a_test_without_author_day_or_record_is_none),
		cmocka_unit_test(one_entitys_bad_answer_does_not_hide_behind_the_products_good_one),
		cmocka_unit_test(an_answer_that_is_about_nothing_is_told),
		cmocka_unit_test(a_test_ages_as_other_evidence_does),
		cmocka_unit_test(a_laboratory_outweighs_the_maker_and_the_disagreement_is_shown),
		cmocka_unit_test(a_laboratorys_test_does_not_outweigh_what_was_seen_to_fail),
		cmocka_unit_test(a_declared_route_may_leave_functional_units_to_a_lab),
		cmocka_unit_test(a_functional_unit_that_was_tested_without_a_result_keeps_a_declared_route_open),
		cmocka_unit_test(each_entity_walks_and_the_worst_end_counts),
		cmocka_unit_test(an_open_question_that_cannot_change_the_end_is_not_asked),
		cmocka_unit_test(an_inverted_node_says_yes_when_the_check_fails),
		cmocka_unit_test(no_answer_speaks_away_what_an_inverted_check_found),
		cmocka_unit_test(nothing_of_a_kind_is_not_applicable_only_after_looking),
		cmocka_unit_test(a_kind_may_fall_back_to_the_product),
		cmocka_unit_test(what_was_found_elsewhere_concerns_each_entity),
		cmocka_unit_test(answers_are_weighed_by_their_question),
		cmocka_unit_test(answers_expire_and_an_assessors_route_wants_an_assessor),
		cmocka_unit_test(an_assessor_outweighs_the_maker_and_the_disagreement_is_shown),
		cmocka_unit_test(two_of_the_same_standing_who_disagree_leave_it_undecided),
		cmocka_unit_test(a_node_that_cannot_change_the_end_is_not_asked),
		cmocka_unit_test(what_more_wait_for_comes_first),
		cmocka_unit_test(what_is_asked_later_keeps_nothing_from_passing_today),
		cmocka_unit_test(what_only_a_person_can_say_waits_for_one),
		cmocka_unit_test(a_person_is_asked_beside_checks),
		cmocka_unit_test(mandatory_requirements_decide_a_scheme),
		cmocka_unit_test(a_scope_says_yes_no_with_the_clause_or_what_to_answer),
		cmocka_unit_test(the_law_is_that_of_the_day),
		cmocka_unit_test(only_inputs_within_the_boundary_count),
		cmocka_unit_test(two_views_stand_side_by_side_and_neither_shows_what_the_other_does),
	};

	return cmocka_run_group_tests_name("judge/verdict", tests, NULL, NULL);
}
