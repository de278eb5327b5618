/* Which answer counts: each way in which one does not, for all who ask - the verdict, what is next, the paper, what runs out, and queries of checks. */
#include "ground.h"

#include "judge/answers.h"
#include "judge/next.h"
#include "paper/paper.h"

#define DAY "2026-11-24"

static const struct field_result *paper_field(struct ground *g, const char *paper, const char *id)
{
	struct paper_result *p = NULL;

	assert_ok(
		paper_fill(g->judgement, evidence_db(g->evidence), rules_paper(g->rules, str_of(paper)), &g->keep, &p));
	for (size_t i = 0; i < p->paper->field_count; i++)
		if (str_is(p->fields[i].field->id, id)) return &p->fields[i];
	fail_msg("the paper has no field %s", id);
	return NULL;
}

/* What is next asks the question again for this requirement. */
static bool is_asked_again(struct ground *g, const char *question, const char *scheme_id, const char *id)
{
	struct plan plan;

	plan_make(g->judgement, &g->keep, &plan);
	for (size_t i = 0; i < plan.missing_count; i++)
		for (size_t k = 0; k < plan.missing[i].reached_count; k++)
			if (plan.missing[i].question && str_is(plan.missing[i].question->id, question) &&
				str_is(plan.missing[i].reached[k].scheme->scheme->id, scheme_id) &&
				str_is(plan.missing[i].reached[k].requirement->requirement->id, id))
				return true;
	return false;
}

static bool is_running_out(struct ground *g, const char *question)
{
	struct plan plan;

	plan_make(g->judgement, &g->keep, &plan);
	for (size_t i = 0; i < plan.expiring_count; i++)
		if (str_is(plan.expiring[i].answer->question, question)) return true;
	return false;
}

static void assert_agree(struct ground *g, const char *what, const char *scheme_id, const char *requirement_id,
	const char *question, const char *paper, const char *field, bool counts, const char *why)
{
	const struct requirement_result *r = requirement(g, scheme_id, requirement_id);
	const struct field_result *f = paper_field(g, paper, field);

	if ((r->verdict != VERDICT_INCONCLUSIVE) != counts)
		fail_msg("%s: the verdict is %s: %.*s", what, verdict_word(r->verdict), STR_FMT(r->why));
	if (is_asked_again(g, question, scheme_id, requirement_id) == counts)
		fail_msg("%s: what is next is wrong", what);
	if ((f->state == FIELD_FILLED) != counts)
		fail_msg("%s: the paper's field is %s", what, field_state_word(f->state));
	if (counts) return;
	assert_true(f->wanted_count > 0);
	if (!str_find(f->wanted[0], why, NULL)) fail_msg("%s: the paper wants %.*s", what, STR_FMT(f->wanted[0]));
	if (!str_find(r->replies[0].why, why, NULL)) fail_msg("%s: %.*s", what, STR_FMT(r->replies[0].why));
	if (is_running_out(g, question)) fail_msg("%s: what counts for nothing runs out", what);
}

#define OTHER(value, basis)                                                                                            \
	"INSERT INTO answer(question, entity, value, basis, author, answered) VALUES('ask.plain', 0, '" value          \
	"', '" basis "', 'Other', '2026-10-01');"

static void an_answer_counts_for_all_who_ask_or_for_none(void **state)
{
	static const struct {
		const char *what, *sql;
		bool counts;
		const char *why;
	} ways[] = {
		{ "as it is", "", true, NULL },
		{ "a bad one", "UPDATE answer SET value = 'no'", true, NULL },
		{ "without a name", "UPDATE answer SET author = ''", true, NULL },
		{ "without a day", "UPDATE answer SET answered = NULL", true, NULL },
		{ "of the last day", "UPDATE answer SET expires = '2026-11-24'", true, NULL },
		{ "of the last month", "UPDATE answer SET expires = '2026-11'", true, NULL },
		{ "of today", "UPDATE answer SET answered = '2026-11-24'", true, NULL },
		{ "bad, and of a day to come", "UPDATE answer SET value = 'no', answered = '2026-11-25'", true, NULL },
		{ "expired", "UPDATE answer SET expires = '2026-11-23'", false, "was good until 2026-11-23" },
		{ "expired last month", "UPDATE answer SET expires = '2026-10'", false, "was good until 2026-10" },
		{ "expired in the night", "UPDATE answer SET expires = '2026-11-24T06:00:00Z'", false,
			"was good until 2026-11-24" },
		{ "until no day", "UPDATE answer SET expires = 'soon'", false, "was good until soon" },
		{ "of a day to come", "UPDATE answer SET answered = '2026-11-25'", false, "is still to come" },
		{ "of a moment to come", "UPDATE answer SET answered = '2026-11-25T10:00:00Z'", false,
			"is still to come" },
		{ "no word of the question's", "UPDATE answer SET value = 'perhaps'", false, "is not one of those" },
		{ "empty", "UPDATE answer SET value = ' '", false, "is not one of those" },
		{ "contradicted", OTHER("no", "declared"), false, "answered \"yes\", and Other \"no\"" },
		{ "outweighed for the better",
			OTHER("yes", "person") "UPDATE answer SET value = 'no' WHERE author <> "
					       "'Other'",
			true, NULL },
		{ "another's expired word against it",
			OTHER("no", "declared") "UPDATE answer SET expires = '2026-11-01' WHERE author = 'Other'", true,
			NULL },
		{ "of a question that nobody asks", "UPDATE answer SET question = 'ask.other'", false, "" },
		{ "about one thing, of which it is not asked", LOGIN("6", "app", "8") "UPDATE answer SET entity = 6",
			false, "" },
		{ "about something that is not there", "UPDATE answer SET entity = 77", false, "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++) {
		struct ground g = ground_open();

		given(&g, INPUTS ANSWER("ask.plain", "0", "yes"));
		given(&g, ways[i].sql);
		judged_on(&g, DAY);
		assert_agree(&g, ways[i].what, "plain-declared", "P-4", "ask.plain", "asking", "plain", ways[i].counts,
			ways[i].why);
		ground_close(&g);
	}
}

static void a_paper_takes_no_answer_that_its_schemes_do_not_take(void **state)
{
	static const struct {
		const char *what, *sql, *wanted; /* wanted NULL: it is taken */
	} ways[] = {
		{ "the maker's", "UPDATE answer SET basis = 'declared'", "only the maker's word" },
		{ "a document's", "UPDATE answer SET basis = 'documented'", "only the maker's word" },
		{ "an assessor's", "UPDATE answer SET basis = 'person'", NULL },
		{ "an assessor's of the tenth day", "UPDATE answer SET basis = 'person', answered = '2026-11-14'",
			NULL },
		{ "an assessor's of the eleventh day", "UPDATE answer SET basis = 'person', answered = '2026-11-13'",
			"counts for 10 days" },
		{ "a laboratory's with its record", RECORD "UPDATE answer SET basis = 'tested', document = 9", NULL },
		{ "a laboratory's, too old",
			RECORD "UPDATE answer SET basis = 'tested', document = 9, answered = '2026-11-01'",
			"the test is of 2026-11-01, and counts for 10 days" },
		{ "a laboratory's, to come",
			RECORD "UPDATE answer SET basis = 'tested', document = 9, answered = '2026-12-01'",
			"the test is of 2026-12-01, which is still to come" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++) {
		struct ground g = ground_open();
		const struct field_result *f;
		const struct requirement_result *r;

		given(&g, INPUTS ANSWER("ask.plain", "0", "yes") "UPDATE answer SET answered = '2026-11-20'");
		given(&g, ways[i].sql);
		judged_on(&g, DAY);
		f = paper_field(&g, "asking-lab", "plain");
		r = requirement(&g, "units-aged", "U-2");
		if ((f->state == FIELD_FILLED) != !ways[i].wanted)
			fail_msg("%s: the field is %s", ways[i].what, field_state_word(f->state));
		if ((r->replies[0].verdict == VERDICT_PASS) != !ways[i].wanted)
			fail_msg("%s: the reply is %s", ways[i].what, verdict_word(r->replies[0].verdict));
		if (ways[i].wanted && !str_find(f->wanted[0], ways[i].wanted, NULL))
			fail_msg("%s: it wants %.*s", ways[i].what, STR_FMT(f->wanted[0]));
		ground_close(&g);
	}
}

static void what_is_asked_of_each_thing_is_stated_for_each(void **state)
{
	struct ground g = ground_open();
	const struct field_result *f;

	(void)state;
	given(&g, INPUTS LOGIN("5", "web", "8") LOGIN("6", "app", "8") ANSWER("ask.login", "5", "yes"));
	judged_on(&g, DAY);
	assert_verdict(&g, "plain-declared", "P-8", "inconclusive");
	f = paper_field(&g, "asking", "logins");
	assert_int_equal(f->state, FIELD_MISSING);
	assert_str(f->values[0].text, "web: yes");
	assert_true(str_find(f->wanted[0], "1 of 2 have no answer", NULL));

	/* One thing's bad answer stands beside the good one for all. */
	given(&g, ANSWER("ask.login", "0", "yes") "UPDATE answer SET value = 'no' WHERE entity = 5");
	judged_on(&g, DAY);
	assert_verdict(&g, "plain-declared", "P-8", "fail");
	f = paper_field(&g, "asking", "logins");
	assert_int_equal(f->state, FIELD_FILLED);
	assert_int_equal(f->value_count, 2);
	assert_str(f->values[0].text, "yes");
	assert_str(f->values[1].text, "web: no");

	/* One thing's own answer that does not count leaves it open, whatever the product's is. */
	given(&g, "UPDATE answer SET value = 'yes', answered = '2026-11-25' WHERE entity = 5");
	judged_on(&g, DAY);
	assert_verdict(&g, "plain-declared", "P-8", "inconclusive");
	f = paper_field(&g, "asking", "logins");
	assert_int_equal(f->state, FIELD_MISSING);
	assert_true(str_find(f->wanted[0], "web: the answer is of 2026-11-25, which is still to come", NULL));
	ground_close(&g);
}

static void what_counts_today_and_not_on_the_day_after_its_last_runs_out(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS ANSWER("ask.plain", "0", "yes"));
	judged_on(&g, DAY);
	assert_false(is_running_out(&g, "ask.plain"));
	given(&g, "UPDATE answer SET expires = '2026-12-01'");
	judged_on(&g, DAY);
	assert_true(is_running_out(&g, "ask.plain"));
	given(&g, OTHER("yes", "declared"));
	judged_on(&g, DAY);
	assert_false(is_running_out(&g, "ask.plain"));
	given(&g, "UPDATE answer SET answered = '2026-12-03' WHERE author = 'Other'");
	judged_on(&g, DAY);
	assert_true(is_running_out(&g, "ask.plain"));
	ground_close(&g);
}

/* The words of a query's row; empty: the function gives NULL. */
static const char *fault_in_sql(struct ground *g, const char *arguments)
{
	sqlite3_stmt *stmt = NULL;
	str sql = arena_printf(&g->keep, "SELECT answer_fault(%s)", arguments);
	const char *words;

	assert_int_equal(sqlite3_prepare_v2(evidence_db(g->evidence), sql.p, -1, &stmt, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	words = (const char *)sqlite3_column_text(stmt, 0);
	words = words ? arena_str(&g->keep, str_of(words)).p : "";
	sqlite3_finalize(stmt);
	return words;
}

static void a_query_asks_the_same_rule(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS);
	judged_on(&g, DAY);
	assert_string_equal(fault_in_sql(&g, "'2026-11-24', '2026-11-24', '" DAY "', 10"), "");
	assert_string_equal(fault_in_sql(&g, "NULL, NULL, '" DAY "', 10"), "");
	assert_string_equal(
		fault_in_sql(&g, "NULL, '2026-11-23', '" DAY "', 10"), "the answer was good until 2026-11-23");
	assert_string_equal(fault_in_sql(&g, "'2026-11-25', NULL, '" DAY "', 0"),
		"the answer is of 2026-11-25, which is still to come");
	assert_string_equal(fault_in_sql(&g, "'2026-11-14', NULL, '" DAY "', 10"), "");
	assert_string_equal(fault_in_sql(&g, "'2026-11-13', NULL, '" DAY "', 10"),
		"the answer is of 2026-11-13, and counts for 10 days");
	assert_string_equal(fault_in_sql(&g, "'1999-01-01', NULL, '" DAY "', 0"), "");
	ground_close(&g);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_answer_counts_for_all_who_ask_or_for_none),
		cmocka_unit_test(a_paper_takes_no_answer_that_its_schemes_do_not_take),
		cmocka_unit_test(what_is_asked_of_each_thing_is_stated_for_each),
		cmocka_unit_test(what_counts_today_and_not_on_the_day_after_its_last_runs_out),
		cmocka_unit_test(a_query_asks_the_same_rule),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
