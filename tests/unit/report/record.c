/* A judgement that was stored and is read again is the same; and a comparison names each change once. */
#include "ground.h"

#include "judge/record.h"
#include "report/json.h"
#include "report/record_json.h"

#define DAY "2026-11-24"
#define MUCH                                                                                                           \
	INPUTS WHOLE("accounts") ACCOUNT("5", "root", "'empty'") ACCOUNT("6", "a\"b", "NULL") LOGIN("7", "web", "4")   \
		LOGIN("8", "app", "9") ANSWER("ask.plain", "0", "yes") ANSWER("ask.login", "7", "no")

static struct record taken(struct ground *g)
{
	judged_on(g, DAY);
	return record_of(g->judgement, &g->keep);
}

static struct record stored_and_read(struct ground *g)
{
	struct buf text = { 0 };
	struct record r = { 0 };
	str detail = { 0 };
	err e;

	report_json(g->judgement, &text);
	e = record_from_json(span_from_str(buf_all(&text)), &g->keep, &r, &detail);
	if (e.is) fail_msg("%s: %.*s", e.is->text, STR_FMT(detail));
	buf_free(&text);
	return r;
}

static void what_was_stored_and_is_read_again_is_equal(void **state)
{
	static const char *const evidence[] = { "SELECT 1", INPUTS, MUCH,
		MUCH "UPDATE answer SET basis = 'tested', document = 9;" RECORD,
		MUCH "UPDATE entity SET name = x'ff00fe' WHERE id = 5; UPDATE input SET name = x'c3';" };

	(void)state;
	for (size_t i = 0; i < sizeof(evidence) / sizeof(*evidence); i++) {
		struct ground g = ground_open();
		struct record a, b;

		given(&g, evidence[i]);
		a = taken(&g);
		b = stored_and_read(&g);
		if (!record_equal(&a, &b)) {
			size_t count;
			struct record_change *c = record_compare(&a, &b, &g.keep, &count);

			fail_msg("evidence %zu: %zu differ, first: %s %.*s", i, count,
				count ? record_difference_word(c[0].difference) : "",
				STR_FMT(count && c[0].before ? c[0].before->subject : STR("")));
		}
		assert_true(a.count > 0);
		ground_close(&g);
	}
}

static void entries_stand_in_order_and_each_once(void **state)
{
	struct ground g = ground_open();
	struct record r;
	size_t of_level[RECORD_LEVELS] = { 0 };

	(void)state;
	given(&g, MUCH);
	r = taken(&g);
	for (size_t i = 0; i < r.count; i++) {
		const struct record_entry *a = &r.entries[i], *b = i ? a - 1 : NULL;

		of_level[a->level]++;
		if (!b) continue;
		assert_true(b->level <= a->level);
		assert_false(b->level == a->level && str_equal(b->scheme, a->scheme) &&
			     str_equal(b->requirement, a->requirement) && str_equal(b->subject, a->subject) &&
			     str_equal(b->finding, a->finding));
	}
	for (size_t i = 0; i < RECORD_LEVELS; i++)
		if (!of_level[i]) fail_msg("nothing of the level %s", record_level_word((enum record_level)i));
	ground_close(&g);
}

/* How often a change of this kind is named. */
static size_t named(const struct record_change *all, size_t count, enum record_difference d, enum record_level level,
	const char *scheme_id, const char *subject)
{
	size_t n = 0;

	for (size_t i = 0; i < count; i++) {
		const struct record_entry *e = all[i].after ? all[i].after : all[i].before;

		n += all[i].difference == d && e->level == level && str_is(e->scheme, scheme_id) &&
		     (str_is(e->subject, subject) || str_is(e->requirement, subject));
	}
	return n;
}

static void a_comparison_names_each_change_once(void **state)
{
	struct ground g = ground_open();
	struct record before, after, same;
	struct record_change *c;
	size_t count;

	(void)state;
	given(&g, MUCH);
	before = taken(&g);
	same = taken(&g);
	assert_true(record_equal(&before, &same));
	(void)record_compare(&before, &same, &g.keep, &count);
	assert_int_equal(count, 0);

	/* The account gets a password; another gets none; the answer is taken back. */
	given(&g, "UPDATE account SET password = 'hash' WHERE entity IN (5, 6);" ACCOUNT(
			  "9", "guest", "'empty'") "DELETE FROM answer WHERE question = 'ask.plain'");
	after = taken(&g);
	assert_false(record_equal(&before, &after));
	c = record_compare(&before, &after, &g.keep, &count);
	assert_int_equal(named(c, count, RECORD_GONE, RECORD_FINDING, "", "account.no-empty-password"), 2);
	assert_int_equal(named(c, count, RECORD_NEW, RECORD_FINDING, "", "account.no-empty-password"), 1);
	/* A laboratory's route did not take the answer before: the worst of all stays as bad, for another reason. */
	assert_int_equal(named(c, count, RECORD_OTHERWISE, RECORD_QUESTION, "", "ask.plain"), 1);
	assert_int_equal(named(c, count, RECORD_WORSE, RECORD_REQUIREMENT, "plain-declared", "plain:P-4"), 1);
	for (size_t i = 0; i < count; i++)
		for (size_t k = i + 1; k < count; k++)
			assert_true(c[i].before != c[k].before || (!c[i].before && c[i].after != c[k].after));

	/* The other way round it is the opposite. */
	c = record_compare(&after, &before, &g.keep, &count);
	assert_int_equal(named(c, count, RECORD_OTHERWISE, RECORD_QUESTION, "", "ask.plain"), 1);
	assert_int_equal(named(c, count, RECORD_BETTER, RECORD_REQUIREMENT, "plain-declared", "plain:P-4"), 1);
	assert_int_equal(named(c, count, RECORD_NEW, RECORD_FINDING, "", "account.no-empty-password"), 2);
	ground_close(&g);
}

static struct record of_verdict(struct arena *keep, enum verdict v, enum strength s, const char *reason)
{
	struct record_draft draft = { .keep = keep };

	record_add(
		&draft, &(struct record_entry){
				.level = RECORD_REQUIREMENT, .verdict = v, .strength = s, .reason = str_of(reason) });
	return record_close(&draft, STR("2026-11-24"), STR("x"));
}

static void worse_is_what_keeps_the_product_from_more(void **state)
{
	static const struct {
		enum verdict before, after;
		enum record_difference difference;
	} cases[] = {
		{ VERDICT_PASS, VERDICT_FAIL, RECORD_WORSE },
		{ VERDICT_PASS, VERDICT_INCONCLUSIVE, RECORD_WORSE },
		{ VERDICT_INCONCLUSIVE, VERDICT_FAIL, RECORD_WORSE },
		{ VERDICT_NOT_APPLICABLE, VERDICT_INCONCLUSIVE, RECORD_WORSE },
		{ VERDICT_FAIL, VERDICT_INCONCLUSIVE, RECORD_BETTER },
		{ VERDICT_FAIL, VERDICT_NOT_APPLICABLE, RECORD_BETTER },
		{ VERDICT_INCONCLUSIVE, VERDICT_PASS, RECORD_BETTER },
		{ VERDICT_PASS, VERDICT_NOT_APPLICABLE, RECORD_OTHERWISE },
	};
	struct arena keep = arena_open((size_t)1 << 20);
	struct record a, b;
	size_t count;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		a = of_verdict(&keep, cases[i].before, STRENGTH_NONE, "");
		b = of_verdict(&keep, cases[i].after, STRENGTH_NONE, "");
		assert_int_equal(record_compare(&a, &b, &keep, &count)->difference, cases[i].difference);
		assert_int_equal(count, 1);
	}
	a = of_verdict(&keep, VERDICT_PASS, STRENGTH_OBSERVED, "seen");
	b = of_verdict(&keep, VERDICT_PASS, STRENGTH_DECLARED, "seen");
	assert_int_equal(record_compare(&a, &b, &keep, &count)->difference, RECORD_OTHERWISE);
	b = of_verdict(&keep, VERDICT_PASS, STRENGTH_OBSERVED, "seen again");
	assert_int_equal(record_compare(&a, &b, &keep, &count)->difference, RECORD_OTHERWISE);
	arena_close(&keep);
}

static void of_what_is_told_twice_the_worst_stays(void **state)
{
	struct arena keep = arena_open((size_t)1 << 20);
	struct record_draft draft = { .keep = &keep };
	struct record r;

	(void)state;
	record_add(
		&draft, &(struct record_entry){ .level = RECORD_CHECK, .subject = STR("c"), .verdict = VERDICT_PASS });
	record_add(
		&draft, &(struct record_entry){ .level = RECORD_CHECK, .subject = STR("c"), .verdict = VERDICT_FAIL });
	record_add(
		&draft, &(struct record_entry){ .level = RECORD_CHECK, .subject = STR("b"), .verdict = VERDICT_PASS });
	r = record_close(&draft, STR("2026-11-24"), STR("x"));
	assert_int_equal(r.count, 2);
	assert_str(r.entries[0].subject, "b");
	assert_int_equal(r.entries[1].verdict, VERDICT_FAIL);
	arena_close(&keep);
}

static void what_is_no_verdict_json_is_refused_and_says_where(void **state)
{
	static const struct {
		const char *text, *detail; /* detail NULL: it is no JSON at all */
	} cases[] = {
		{ "", NULL },
		{ "{", NULL },
		{ "{\"on\": \"a\", \"on\": \"b\"}", NULL },
		{ "[]", "the file: \"on\" is missing or not of its kind" },
		{ "{\"on\": \"2026-11-24\", \"rules\": \"x\"}", "the file: \"schemes\" is missing or not of its kind" },
		{ "{\"on\": \"2026-11-24\", \"rules\": \"x\", \"schemes\": [7]}",
			"a scheme: \"id\" is missing or not of its kind" },
		{ "{\"on\": \"2026-11-24\", \"rules\": \"x\", \"schemes\": [{\"id\": \"a\", \"verdict\": \"good\"}]}",
			"a scheme: \"verdict\" is missing or not of its kind" },
	};
	struct arena keep = arena_open((size_t)1 << 20);

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct record r;
		str detail = { 0 };
		err e = record_from_json(span_from_str(str_of(cases[i].text)), &keep, &r, &detail);

		assert_ptr_equal(e.is, cases[i].detail ? &record_no_verdicts : &record_no_json);
		if (cases[i].detail) assert_str(detail, cases[i].detail);
	}
	arena_close(&keep);
}

/* Of very much that is found verdict.json keeps the first: what it left out is neither new nor gone. */
static void what_a_stored_judgement_left_out_is_not_known(void **state)
{
	struct ground g = ground_open();
	struct record whole, stored;
	struct record_change *c;
	size_t count, unknown = 0;

	(void)state;
	given(&g, INPUTS WHOLE("accounts") "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900)"
					   " INSERT INTO entity(id, kind, name, basis, input) SELECT 100 + i, "
					   "'account', 'a' || i, 'observed', 1 FROM n;"
					   "INSERT INTO account(entity, can_login, password) SELECT id, 1, 'empty' "
					   "FROM entity WHERE id > 100");
	whole = taken(&g);
	for (size_t i = 0; i < g.judgement->outcome_count; i++) {
		struct outcome *o = g.judgement->outcomes[i];

		if (o->finding_count > 20) o->finding_count = 20;
	}
	stored = stored_and_read(&g);
	assert_false(record_equal(&whole, &stored));
	c = record_compare(&whole, &stored, &g.keep, &count);
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(c[i].difference, RECORD_NOT_KNOWN);
		unknown++;
	}
	assert_true(unknown > 100);
	c = record_compare(&stored, &whole, &g.keep, &count);
	assert_int_equal(count, unknown);
	assert_int_equal(c[0].difference, RECORD_NOT_KNOWN);
	ground_close(&g);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_stored_and_is_read_again_is_equal),
		cmocka_unit_test(entries_stand_in_order_and_each_once),
		cmocka_unit_test(a_comparison_names_each_change_once),
		cmocka_unit_test(worse_is_what_keeps_the_product_from_more),
		cmocka_unit_test(of_what_is_told_twice_the_worst_stays),
		cmocka_unit_test(what_a_stored_judgement_left_out_is_not_known),
		cmocka_unit_test(what_is_no_verdict_json_is_refused_and_says_where),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
