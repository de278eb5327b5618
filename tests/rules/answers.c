/* A declared answer never passes a functional test: whatever the maker says, on whichever question, no functional unit of any catalogue passes on it, nor on an
 * assessor's opinion; and what a laboratory tested passes each, so that the first means something. */
#include "testing.h"

#include "rules/answers.h"

#include "trying.h"

#include <stdio.h>

static struct arena memory;
static const struct rules *rules;

static int load(void **state)
{
	(void)state;
	memory = arena_open((size_t)1 << 30);
	rules = real_rules(&memory);
	return rules ? 0 : -1;
}

static int forget(void **state)
{
	(void)state;
	arena_close(&memory);
	return 0;
}

struct writing {
	sqlite3_stmt *stmt;
	const char *basis;
};

static void write_one(struct writing *w, str question, str value)
{
	sqlite3_bind_text(w->stmt, 1, question.p, (int)question.n, SQLITE_STATIC);
	sqlite3_bind_text(w->stmt, 2, value.p, (int)value.n, SQLITE_STATIC);
	sqlite3_bind_text(w->stmt, 3, w->basis, -1, SQLITE_STATIC);
	assert_int_equal(sqlite3_step(w->stmt), SQLITE_DONE);
	sqlite3_reset(w->stmt);
}

static void answer_all_questions(struct writing *w)
{
	for (size_t i = 0; i < rules->questions.n; i++) {
		static const char *const values[] = { "yes", "no", "1000000", "0", "2040-01-01", "in words" };
		const struct question *q = &rules->questions.p[i];
		str good = { 0 };

		for (size_t k = 0; k < q->good_count && !good.n; k++)
			if (question_takes(q, q->good[k]) == YES) good = q->good[k];
		for (size_t k = 0; k < sizeof(values) / sizeof(*values) && !good.n; k++)
			if (question_takes(q, str_of(values[k])) == YES) good = str_of(values[k]);
		if (!good.n) fail_msg("no answer to %s is good", q->id.p);
		write_one(w, q->id, good);
	}
}

/* "ask.test...": editions of a catalogue share them. */
static void answer_all_tests(struct writing *w)
{
	for (size_t i = 0; i < rules->catalogues.n; i++) {
		const struct catalogue *c = &rules->catalogues.p[i];

		for (size_t k = 0; k < c->requirement_count; k++)
			for (size_t u = 0; u < c->requirements[k].assessment_unit_count; u++)
				if (c->requirements[k].assessment_units[u].is_functional)
					write_one(w, c->requirements[k].assessment_units[u].test.id, STR("yes"));
	}
}

/* The answers that pass, to every question there is; to units' own tests, too. */
static void answer_all(struct trial *t, const char *basis, bool has_record)
{
	struct writing w = { .basis = basis };
	const char *sql = "INSERT OR REPLACE INTO answer(question, entity, value, basis, author, answered, document) "
			  "VALUES(?1, 0, ?2, ?3, 'Jane Roe', '2026-11-01', (SELECT id FROM document WHERE kind = "
			  "'test-record'))";

	if (has_record)
		assert_int_equal(sqlite3_exec(evidence_db(t->evidence),
					 "INSERT INTO document(id, kind, url, sha256) VALUES(9000, 'test-record', "
					 "'log.txt', hex(zeroblob(32)))",
					 NULL, NULL, NULL),
			SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(evidence_db(t->evidence), sql, -1, &w.stmt, NULL), SQLITE_OK);
	answer_all_questions(&w);
	answer_all_tests(&w);
	sqlite3_finalize(w.stmt);
}

/* Functional units that pass with all questions answered on that basis, and how many there are where the requirement applies. */
static size_t functional_passes(const char *basis, bool has_record, size_t *ret_all)
{
	struct trial t;
	struct arena keep = memory;
	struct judgement *j = NULL;
	str *all = arena_array(&keep, str, rules->schemes.n);
	size_t passes = 0;

	*ret_all = 0;
	for (size_t i = 0; i < rules->schemes.n; i++) all[i] = rules->schemes.p[i].id;
	trial_open(&t, rules, NULL, keep);
	answer_all(&t, basis, has_record);

	struct arena scratch = t.scratch;

	assert_ok(judge(rules, evidence_db(t.evidence),
		&(struct judge_options){ .on = STR(CASE_DAY), .schemes = all, .scheme_count = rules->schemes.n },
		&scratch, &j));
	for (size_t i = 0; i < j->scheme_count; i++) {
		for (size_t k = 0; k < j->schemes[i].requirement_count; k++) {
			const struct requirement_result *r = &j->schemes[i].requirements[k];

			for (size_t u = 0; u < r->assessment_unit_count; u++) {
				if (!r->assessment_units[u].unit->is_functional) continue;
				(*ret_all)++;
				passes += r->assessment_units[u].verdict == VERDICT_PASS;
				if (r->assessment_units[u].verdict == VERDICT_PASS)
					assert_int_equal(r->assessment_units[u].basis, STRENGTH_TESTED);
			}
		}
	}
	trial_close(&t);
	return passes;
}

static void a_declared_answer_passes_no_functional_test(void **state)
{
	size_t all;

	(void)state;
	assert_int_equal(functional_passes("declared", true, &all), 0);
	assert_true(all > 50);
	assert_int_equal(functional_passes("documented", true, &all), 0);
}

static void nor_does_an_assessors_opinion(void **state)
{
	size_t all;

	(void)state;
	assert_int_equal(functional_passes("person", true, &all), 0);
}

static void what_a_laboratory_tested_passes_each_and_only_with_its_record(void **state)
{
	size_t all, passes = functional_passes("tested", true, &all);

	(void)state;
	assert_int_equal(passes, all);
	assert_true(all > 50);
	assert_int_equal(functional_passes("tested", false, &all), 0);
}

/* An answer on one practice, or one paper, says nothing of another. */
static void each_requirement_asks_of_its_own_practice(void **state)
{
	size_t asked = 0;

	(void)state;
	for (size_t i = 0; i < rules->catalogues.n; i++)
		for (size_t k = 0; k < rules->catalogues.p[i].requirement_count; k++) {
			const struct requirement *r = &rules->catalogues.p[i].requirements[k];

			for (size_t q = 0; q < r->question_count; q++) {
				if (!r->questions[q]->each) continue;
				asked++;
				if (!r->questions[q]->word.n)
					fail_msg("%s asks %s of no word", r->id.p, r->questions[q]->id.p);
			}
		}
	assert_true(asked > 100);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_declared_answer_passes_no_functional_test),
		cmocka_unit_test(nor_does_an_assessors_opinion),
		cmocka_unit_test(what_a_laboratory_tested_passes_each_and_only_with_its_record),
		cmocka_unit_test(each_requirement_asks_of_its_own_practice),
	};

	return cmocka_run_group_tests(tests, load, forget);
}
