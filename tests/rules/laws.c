/* Laws that every check keeps, and every scheme with it: what was not seen does not pass, nor does it fail; what was seen to fail stays so, whatever else is brought. */
#include "testing.h"

#include "base/buf.h"
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

/* ---- 1 ----------------------------------------------------------------------------------------------------------------- */

static void an_empty_file_decides_nothing(void **state)
{
	struct trial t;
	unsigned decided = 0;

	(void)state;
	trial_open(&t, rules, NULL, memory);
	for (size_t i = 0; i < rules->checks.n; i++) {
		const struct outcome *o = trial_run(&t, &rules->checks.p[i]);

		if (o->verdict == VERDICT_INCONCLUSIVE) continue;
		decided++;
		print_error("%.*s: %s\n", STR_FMT(rules->checks.p[i].id), verdict_word(o->verdict));
	}
	trial_close(&t);
	if (decided) fail_msg("%u checks decide something of an empty file", decided);
}

/* What schemes make of it: nothing is decided, and nothing is set aside. */
static void an_empty_file_decides_no_requirement_of_any_scheme(void **state)
{
	str *ids = arena_array(&memory, str, rules->schemes.n);
	struct judge_options options = { .on = STR(CASE_DAY), .schemes = ids, .scheme_count = rules->schemes.n };
	struct judgement *j;
	struct evidence *empty;
	unsigned decided = 0;

	(void)state;
	for (size_t i = 0; i < rules->schemes.n; i++) ids[i] = rules->schemes.p[i].id;
	assert_ok(evidence_create(NULL, &empty));
	assert_ok(judge(rules, evidence_db(empty), &options, &memory, &j));
	for (size_t i = 0; i < j->scheme_count; i++) {
		const struct scheme_result *s = &j->schemes[i];

		for (size_t k = 0; k < s->requirement_count; k++) {
			const struct requirement_result *r = &s->requirements[k];

			if (r->verdict == VERDICT_INCONCLUSIVE) continue;
			decided++;
			print_error("%s %s: %s: %.*s\n", s->scheme->id.p, r->requirement->id.p,
				verdict_word(r->verdict), STR_FMT(r->why));
		}
		/* A scheme of which no row binds is neither open nor passed. */
		bool binds =
			s->mandatory.pass + s->mandatory.fail + s->mandatory.inconclusive + s->mandatory.not_applicable;

		assert_int_equal(s->verdict, binds ? VERDICT_INCONCLUSIVE : VERDICT_NOT_APPLICABLE);
	}
	evidence_close(empty);
	assert_int_equal(j->scheme_count, rules->schemes.n);
	if (decided) fail_msg("%u requirements are decided on nothing", decided);
}

/* ---- 2 ----------------------------------------------------------------------------------------------------------------- */

static void cover_all(struct trial *t, const struct classes *classes)
{
	for (size_t i = 0; i < classes->count; i++)
		for (size_t k = 0; k < classes->groups[i].count; k++) trial_cover(t, classes->groups[i].classes[k]);
}

/* The list: an id a line, then why an empty view is good news; # begins a comment. */
static bool is_reviewed(str list, str id)
{
	str line, word;

	while (str_line(&list, &line))
		if (str_word(&line, &word) && str_equal(word, id)) return true;
	return false;
}

static str read_list(void)
{
	FILE *file = fopen(source_path(&memory, "tests/rules/good-when-empty.txt").p, "r");
	char *p = arena_array(&memory, char, 65536);
	size_t n = file ? fread(p, 1, 65536, file) : 0;

	if (file) fclose(file);
	return (str){ p, n };
}

static void nothing_there_passes_only_where_none_is_good_news(void **state)
{
	str list = read_list(), rest = list, line, word;
	struct trial t;
	unsigned wrong = 0;

	(void)state;
	trial_open(&t, rules, NULL, memory);
	for (size_t i = 0; i < rules->checks.n; i++) {
		cover_all(&t, &rules->checks.p[i].needs);
		cover_all(&t, &rules->checks.p[i].rests);
	}
	for (size_t i = 0; i < rules->checks.n; i++) {
		const struct check *c = &rules->checks.p[i];
		bool passes = trial_run(&t, c)->verdict == VERDICT_PASS;

		if (passes == is_reviewed(list, c->id)) continue;
		wrong++;
		print_error(passes ? "%.*s passes where all was looked at and nothing found: is that good news? Then "
				     "list it, else give it \"-- empty: unknown\"\n"
				   : "%.*s is listed as good when empty, and does not pass\n",
			STR_FMT(c->id));
	}
	trial_close(&t);
	while (str_line(&rest, &line)) {
		if (!str_word(&line, &word) || word.p[0] == '#' || rules_check(rules, word)) continue;
		wrong++;
		print_error("%.*s is listed, and there is no such check\n", STR_FMT(word));
	}
	if (wrong) fail_msg("%u checks differ from tests/rules/good-when-empty.txt", wrong);
}

/* ---- 3 ----------------------------------------------------------------------------------------------------------------- */

static bool is_law_kept(enum verdict before, enum verdict after)
{
	if (after == VERDICT_PASS) return before == VERDICT_PASS;
	return after != VERDICT_FAIL || before == VERDICT_FAIL;
}

static unsigned is_broken(const struct check_case *c, str class, enum verdict before, enum verdict after)
{
	if (is_law_kept(before, after)) return 0;
	print_error("%s:%u: %.*s: without %.*s it is %s, and was %s\n", c->place.file, c->place.line, STR_FMT(c->name),
		STR_FMT(class), verdict_word(after), verdict_word(before));
	return 1;
}

/* Coverage is taken away class by class, each alone, then all. */
static unsigned broken_by(struct trial *t, const struct check_case *c)
{
	const struct check *check = rules_check(rules, c->check);
	unsigned broken = 0;

	if (!check) return 0;
	trial_next(t, c);

	enum verdict before = trial_run(t, check)->verdict, bare;

	trial_change(t, "CREATE TEMP TABLE whole AS SELECT * FROM main.coverage");
	for (size_t i = 0; i < c->covered_count; i++) {
		trial_change(t,
			arena_printf(&t->scratch, "DELETE FROM coverage WHERE class = '%.*s'", STR_FMT(c->covered[i]))
				.p);
		broken += is_broken(c, c->covered[i], before, trial_run(t, check)->verdict);
		trial_change(t, "DELETE FROM coverage; INSERT INTO coverage SELECT * FROM temp.whole");
	}
	trial_change(t, "DROP TABLE temp.whole; DELETE FROM coverage");
	bare = trial_run(t, check)->verdict;
	return broken + is_broken(c, STR("any coverage"), bare == VERDICT_PASS ? VERDICT_INCONCLUSIVE : before, bare);
}

static void losing_coverage_never_makes_a_pass_or_a_new_fail(void **state)
{
	struct check_cases cases = real_cases(&memory);
	unsigned broken = 0;
	struct trial t;

	(void)state;
	trial_open(&t, rules, NULL, memory);
	for (size_t i = 0; i < cases.all.n; i++) broken += broken_by(&t, &cases.all.p[i]);
	assert_string_equal(t.error, "");
	trial_close(&t);
	if (broken) fail_msg("the law is broken %u times", broken);
}

/* ---- 4 ----------------------------------------------------------------------------------------------------------------- */

static const str *all_schemes(void)
{
	str *ids = arena_array(&memory, str, rules->schemes.n);

	for (size_t i = 0; i < rules->schemes.n; i++) ids[i] = rules->schemes.p[i].id;
	return ids;
}

/* Everything that a maker could say for itself and nothing that changes a fact: another input in which all was looked at, and a good answer to every question. */
static void bring_more(sqlite3 *db)
{
	struct buf sql = { 0 };

	buf_text(&sql, "INSERT INTO input(id, kind, name) VALUES(1000, 'product', 'more.yaml');");
	for (size_t i = 0; i < rules->classes.n; i++)
		buf_printf(&sql,
			"INSERT OR REPLACE INTO coverage(input, class, state) SELECT id, '%s', 'full' FROM input;",
			rules->classes.p[i].name.p);
	for (size_t i = 0; i < rules->questions.n; i++) {
		const struct question *q = &rules->questions.p[i];
		const char *value =
			q->good_count && q->good[0].p[0] != '>' && q->good[0].p[0] != '<' ? q->good[0].p : "1000";

		buf_printf(&sql,
			"INSERT OR IGNORE INTO answer(question, entity, value, basis, author, answered) VALUES('%s', "
			"0, '%s', "
			"'person', 'A. Sessor', '2026-11-01');",
			q->id.p, value);
	}
	buf_char(&sql, '\0');
	assert_int_equal(sqlite3_exec(db, sql.p, NULL, NULL, NULL), SQLITE_OK);
	buf_free(&sql);
}

static bool fails_by_check(const struct requirement_result *r)
{
	for (size_t i = 0; i < r->outcome_count; i++)
		if (r->outcomes[i]->failing) return r->verdict == VERDICT_FAIL;
	return false;
}

/* Requirements that a check's finding failed, and that pass when more is said. */
static unsigned turned_by(struct trial *t, const struct check_case *c, const str *schemes)
{
	/* Two thousand judgements: sentences that nobody reads are left out. */
	struct judge_options options = {
		.on = STR(CASE_DAY), .schemes = schemes, .scheme_count = rules->schemes.n, .is_brief = true
	};
	struct judgement *before, *after;
	unsigned turned = 0;

	trial_next(t, c);
	t->session.cache->guard.is_on = false;
	assert_ok(judge_at(t->session.cache, &options, &t->scratch, &before));
	t->session.cache->guard.is_on = false;
	bring_more(evidence_db(t->evidence));
	assert_ok(judge_at(t->session.cache, &options, &t->scratch, &after));
	assert_int_equal(before->scheme_count, after->scheme_count);
	for (size_t i = 0; i < before->scheme_count; i++) {
		const struct scheme_result *was = &before->schemes[i], *is = &after->schemes[i];

		for (size_t k = 0; k < was->requirement_count; k++) {
			if (!fails_by_check(&was->requirements[k]) || is->requirements[k].verdict != VERDICT_PASS)
				continue;
			turned++;
			print_error("%s:%u: %.*s: %s %s failed (%s) and passes when more is said\n", c->place.file,
				c->place.line, STR_FMT(c->name), was->scheme->id.p,
				was->requirements[k].requirement->id.p, was->requirements[k].why.p);
		}
	}
	return turned;
}

static void more_evidence_never_turns_a_fail_into_a_pass(void **state)
{
	struct check_cases cases = real_cases(&memory);
	const str *schemes = all_schemes();
	unsigned turned = 0, failing = 0;
	struct trial t;

	(void)state;
	trial_open(&t, rules, NULL, memory);
	for (size_t i = 0; i < cases.all.n; i++) {
		if (cases.all.p[i].expect != VERDICT_FAIL) continue;
		failing++;
		turned += turned_by(&t, &cases.all.p[i], schemes);
	}
	trial_close(&t);
	assert_true(failing > 200);
	if (turned) fail_msg("%u verdicts turned", turned);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_file_decides_nothing),
		cmocka_unit_test(an_empty_file_decides_no_requirement_of_any_scheme),
		cmocka_unit_test(nothing_there_passes_only_where_none_is_good_news),
		cmocka_unit_test(losing_coverage_never_makes_a_pass_or_a_new_fail),
		cmocka_unit_test(more_evidence_never_turns_a_fail_into_a_pass),
	};

	return cmocka_run_group_tests_name("rules/laws", tests, load, forget);
}
