/* What a stranger can make many of: all of it counts, the first of it is kept, and nothing passes on what was cut. */
#include "ground.h"

#include "base/buf.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "judge/answers.h"
#include "report/json.h"

#define MANY(n) "WITH RECURSIVE n(i) AS (VALUES(1000) UNION ALL SELECT i + 1 FROM n WHERE i < 999 + " #n ") "
#define ACCOUNTS(n, password)                                                                                          \
	MANY(n)                                                                                                        \
	"INSERT INTO entity(id, kind, name, basis, input) SELECT i, 'account', 'a' || i, 'observed', 1 FROM n;" MANY(  \
		n) "INSERT INTO account(entity, can_login, password) SELECT i, 1, " password " FROM n;"

static void of_many_rows_all_count_and_the_first_are_kept(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS WHOLE("accounts") ACCOUNTS(5000, "'empty'"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-observed", "P-1", "fail");

	const struct requirement_result *r = requirement(&g, "plain-observed", "P-1");
	const struct outcome *o = r->outcomes[0];

	assert_int_equal(o->all_count, 5000);
	assert_int_equal(o->all_failing, 5000);
	assert_int_equal(o->finding_count, LIMIT_FINDINGS);
	assert_non_null(strstr(r->why.p, "(and 4999 more)"));
	ground_close(&g);
}

static void one_that_fails_behind_many_undecided_is_kept_and_fails(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS WHOLE("accounts") ACCOUNTS(3000, "NULL"));
	given(&g, ACCOUNT("9999", "zz", "'empty'"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "plain-observed", "P-1", "fail");

	const struct outcome *o = requirement(&g, "plain-observed", "P-1")->outcomes[0];

	assert_int_equal(o->failing, 1);
	assert_int_equal(o->all_count, 3001);
	assert_str(o->findings[0].what, "zz");
	ground_close(&g);
}

static void of_many_entities_those_that_were_not_walked_keep_it_open(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS WHOLE("ixit.1") ANSWER("ask.login", "0", "no"));
	given(&g, MANY(10000) "INSERT INTO entity(id, kind, name, basis, input) SELECT i, 'auth-mechanism', 'l' || i, "
			      "'declared', 2 FROM n");
	given(&g, MANY(10000) "INSERT INTO auth_mechanism(entity, factor, min_length) SELECT i, 'password', 10 FROM n");
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "trees-declared", "T-1", "pass");

	const struct requirement_result *r = requirement(&g, "trees-declared", "T-1");

	assert_int_equal(r->all_trees, LIMIT_SUBJECTS);
	assert_int_equal(r->tree_count, LIMIT_TREES);
	given(&g, LOGIN("99999", "z", "10"));
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "trees-declared", "T-1", "inconclusive");
	r = requirement(&g, "trees-declared", "T-1");
	assert_int_equal(r->unwalked, 1);
	assert_non_null(strstr(r->why.p, "too many"));
	given(&g, "UPDATE auth_mechanism SET min_length = 4 WHERE entity = 1000");
	judged_on(&g, "2026-11-24");
	assert_verdict(&g, "trees-declared", "T-1", "fail");
	ground_close(&g);
}

static void texts_are_cut_between_characters(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS WHOLE("accounts") "INSERT INTO entity(id, kind, name, basis, input) VALUES(5, 'account', "
					   "replace(hex(zeroblob(30000)), '0', 'ä'), 'observed', 1); INSERT INTO "
					   "account(entity, can_login, "
					   "password) VALUES(5, 1, 'empty');");
	judged_on(&g, "2026-11-24");

	const struct finding *f = &requirement(&g, "plain-observed", "P-1")->outcomes[0]->findings[0];

	assert_true(f->sentence.n <= LIMIT_JUDGED_TEXT + 3);
	assert_true(utf8_is_valid(f->sentence));
	assert_non_null(strstr(f->sentence.p, "\xe2\x80\xa6"));
	ground_close(&g);
}

static void the_report_stays_small_and_its_totals_true(void **state)
{
	struct ground g = ground_open();
	struct buf json = { 0 };

	(void)state;
	given(&g, INPUTS WHOLE("accounts") ACCOUNTS(5000, "'empty'"));
	given(&g, "UPDATE entity SET name = name || replace(hex(zeroblob(4000)), '0', 'x')");
	judged_on(&g, "2026-11-24");
	report_json(g.judgement, &json);
	buf_char(&json, '\0');
	assert_true(json.n < (size_t)20 << 20);
	assert_non_null(strstr(json.p, "\"failing\": 5000"));
	buf_free(&json);
	ground_close(&g);
}

static struct weighed_answer judged_answer(struct ground *g)
{
	const struct question *q = rules_question(g->rules, STR("ask.plain"));
	struct answer_terms terms = { .on = STR("2026-11-24"), .least = STRENGTH_PERSON };

	return answer_weigh(g->judgement->answers, g->judgement->answer_count, q, 0, &terms, &g->keep);
}

static void many_people_who_answer_the_same_decide_nothing(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS MANY(100) "INSERT INTO answer(question, value, basis, author) SELECT 'ask.plain', 'yes', "
				   "'person', 'a' || i FROM n");
	judged_on(&g, "2026-11-24");
	assert_int_equal(judged_answer(&g).verdict, VERDICT_PASS);
	given(&g,
		"INSERT INTO answer(question, value, basis, author) VALUES('ask.plain', 'yes', 'person', 'one more')");
	judged_on(&g, "2026-11-24");
	assert_int_equal(judged_answer(&g).verdict, VERDICT_INCONCLUSIVE);
	ground_close(&g);
}

static void names_that_no_rule_knows_are_told_up_to_a_number(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS MANY(50000) "INSERT INTO profile(name, value) SELECT 'unknown' || i, 'yes' FROM n");
	judged_on(&g, "2026-11-24");
	assert_int_equal(g.judgement->unknown_name_count, LIMIT_UNKNOWN_NAMES + 1);
	assert_non_null(strstr(g.judgement->unknown_names[LIMIT_UNKNOWN_NAMES].p, "there are more"));
	ground_close(&g);
}

/* A clock that jumps an hour at each look: whoever asks it twice is too late. */
static uint64_t jumping_clock(void)
{
	static uint64_t now;

	return now += 3600 * 1000;
}

static int step_all(sqlite3 *db, struct guard *guard, const char *sql)
{
	sqlite3_stmt *stmt = NULL;
	int result;

	guard->rounds = 0;
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), SQLITE_OK);
	while ((result = sqlite3_step(stmt)) == SQLITE_ROW) {
	}
	sqlite3_finalize(stmt);
	return result;
}

static void a_query_ends_by_steps_and_by_time(void **state)
{
	static const char without_end[] = "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n) SELECT "
					  "count(*) FROM n",
			  million[] = "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < "
				      "1000000) SELECT count(*) FROM n";
	struct ground g = ground_open();
	struct guard guard;

	(void)state;
	database_guard(evidence_db(g.evidence), &guard);
	guard.is_on = true;
	assert_int_equal(step_all(evidence_db(g.evidence), &guard, without_end), SQLITE_INTERRUPT);
	assert_int_equal(step_all(evidence_db(g.evidence), &guard, million), SQLITE_DONE);
	guard.clock = jumping_clock;
	assert_int_equal(step_all(evidence_db(g.evidence), &guard, million), SQLITE_INTERRUPT);
	database_free_rein(evidence_db(g.evidence));
	ground_close(&g);
}

static int prepared(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *stmt = NULL;
	int result = sqlite3_prepare_v2(db, sql, -1, &stmt, NULL);

	sqlite3_finalize(stmt);
	return result;
}

static void does_nothing(sqlite3_context *c, int n, sqlite3_value **values)
{
	(void)c;
	(void)n;
	(void)values;
}

static void a_query_calls_only_what_computes(void **state)
{
	static const char *const refused[] = { "SELECT load_extension('x')", "SELECT fts3_tokenizer('simple')",
		"SELECT FTS3_Tokenizer('simple')", "SELECT randomblob(8)", "SELECT random()",
		"SELECT zeroblob(1000000000)", "SELECT sqlite_compileoption_get(0)", "SELECT last_insert_rowid()",
		"SELECT changes()", "SELECT sqlite_log(1, 'x')", "SELECT of_a_library(1)" };
	static const char *const taken[] = { "SELECT lower('A') || substr('abc', 2)",
		"SELECT 'a' LIKE 'A', 'a' GLOB 'a'", "SELECT row_number() OVER (ORDER BY id) FROM entity",
		"SELECT current_date, julianday('2026-01-01')", "SELECT '{}' ->> 'a', iif(1, 2, 3)" };
	struct ground g = ground_open();
	sqlite3 *db = evidence_db(g.evidence);
	struct guard guard;

	(void)state;
	database_guard(db, &guard);
	guard.is_on = true;
	assert_int_equal(
		sqlite3_create_function(db, "of_a_library", 1, SQLITE_UTF8, NULL, does_nothing, NULL, NULL), SQLITE_OK);
	for (size_t i = 0; i < sizeof(refused) / sizeof(*refused); i++)
		if (prepared(db, refused[i]) == SQLITE_OK) fail_msg("taken: %s", refused[i]);
	for (size_t i = 0; i < sizeof(taken) / sizeof(*taken); i++)
		if (prepared(db, taken[i]) != SQLITE_OK) fail_msg("refused: %s: %s", taken[i], sqlite3_errmsg(db));
	database_free_rein(db);
	ground_close(&g);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(of_many_rows_all_count_and_the_first_are_kept),
		cmocka_unit_test(one_that_fails_behind_many_undecided_is_kept_and_fails),
		cmocka_unit_test(of_many_entities_those_that_were_not_walked_keep_it_open),
		cmocka_unit_test(texts_are_cut_between_characters),
		cmocka_unit_test(the_report_stays_small_and_its_totals_true),
		cmocka_unit_test(many_people_who_answer_the_same_decide_nothing),
		cmocka_unit_test(names_that_no_rule_knows_are_told_up_to_a_number),
		cmocka_unit_test(a_query_ends_by_steps_and_by_time),
		cmocka_unit_test(a_query_calls_only_what_computes),
	};

	return cmocka_run_group_tests_name("judge/limits", tests, NULL, NULL);
}
