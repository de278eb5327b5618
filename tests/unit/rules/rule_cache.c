#include "testing.h"

#include "query/lint_queries.h"
#include "rules/rule_cache.h"
#include "rules/rules.h"

#include <stdio.h>
#include <stdlib.h>

struct loaded {
	struct arena keep;
	struct rules *rules;
	struct rule_cache cache;
	struct buf made;
};

static struct loaded load_with(str program, span bytes)
{
	struct loaded l = { .keep = arena_open((size_t)1 << 30) };
	char folder[4096];
	const char *directories[] = { folder };
	rule_problems problems = { 0 };

	snprintf(folder, sizeof(folder), "%s/rules", getenv("ASSAY_SOURCE"));
	l.cache = rule_cache_open(&l.keep, program, bytes);
	assert_ok(rules_load(&l.keep, directories, 1, &l.cache, lint_queries, &l.rules, &problems));
	rule_cache_write(&l.cache, &l.made);
	return l;
}

static void done(struct loaded *l)
{
	buf_free(&l->made);
	arena_close(&l->keep);
}

static span made_of(const struct loaded *l)
{
	return span_from_str(buf_all(&l->made));
}

static void the_second_time_nothing_is_parsed_and_nothing_is_new(void **state)
{
	struct loaded first = load_with(STR("one"), (span){ 0 }), second = load_with(STR("one"), made_of(&first));

	(void)state;
	assert_true(first.cache.known.n == 0 && first.cache.used.n > 50);
	assert_int_equal(second.cache.known.n, first.cache.used.n);
	assert_int_equal(second.cache.used.n, first.cache.used.n);
	assert_true(rule_cache_is_good(&second.cache, second.rules->digest));
	assert_int_equal(second.made.n, 0);
	assert_true(str_equal(first.rules->digest, second.rules->digest));
	assert_int_equal(first.rules->requirement_count, second.rules->requirement_count);
	for (size_t i = 0; i < first.rules->schemes.n; i++) {
		assert_true(str_equal(first.rules->schemes.p[i].id, second.rules->schemes.p[i].id));
		assert_true(str_equal(first.rules->schemes.p[i].edition, second.rules->schemes.p[i].edition));
	}
	done(&second);
	done(&first);
}

static void a_cache_of_another_program_or_with_a_changed_byte_is_none(void **state)
{
	struct loaded first = load_with(STR("one"), (span){ 0 });
	struct arena keep = arena_open((size_t)1 << 26);

	(void)state;
	assert_int_equal(rule_cache_open(&keep, STR("one"), made_of(&first)).known.n, first.cache.used.n);
	assert_int_equal(rule_cache_open(&keep, STR("two"), made_of(&first)).known.n, 0);
	for (size_t i = 0; i < first.made.n; i += first.made.n / 61) {
		first.made.p[i] ^= 1;
		assert_int_equal(rule_cache_open(&keep, STR("one"), made_of(&first)).known.n, 0);
		first.made.p[i] ^= 1;
		assert_int_equal(rule_cache_open(&keep, STR("one"), span_from(made_of(&first), 0, i)).known.n, 0);
	}
	arena_close(&keep);
	done(&first);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_second_time_nothing_is_parsed_and_nothing_is_new),
		cmocka_unit_test(a_cache_of_another_program_or_with_a_changed_byte_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
