/* What people read in the rule data: each question has words for laymen and an example that it takes, and no text speaks in
 * riddles. */
#include "testing.h"

#include "rules/answers.h"
#include "rules/groups.h"
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

static void each_question_says_what_is_meant_why_and_what_a_good_answer_is(void **state)
{
	unsigned missing = 0;

	(void)state;
	for (size_t i = 0; i < rules->questions.n; i++) {
		const struct question *q = &rules->questions.p[i];

		if (q->plain.n && q->why.n && q->example.n) continue;
		print_error("%.*s\n", STR_FMT(q->id));
		missing++;
	}
	if (missing) fail_msg("%u questions lack plain, why or example", missing);
}

/* "yes - checked on ...": the value, and then a reason. */
static str value_of(str example)
{
	size_t at;

	return str_find(example, " - ", &at) ? (str){ example.p, at } : example;
}

static void each_example_is_an_answer_that_the_question_takes(void **state)
{
	(void)state;
	for (size_t i = 0; i < rules->questions.n; i++) {
		const struct question *q = &rules->questions.p[i];

		if (q->example.n && question_takes(q, value_of(q->example)) == UNKNOWN)
			fail_msg("%.*s: \"%.*s\"", STR_FMT(q->id), STR_FMT(q->example));
	}
}

static void no_text_is_so_long_that_nobody_reads_it(void **state)
{
	(void)state;
	for (size_t i = 0; i < rules->questions.n; i++) {
		const struct question *q = &rules->questions.p[i];

		if (q->plain.n > 400 || q->why.n > 300) fail_msg("%.*s is too long", STR_FMT(q->id));
	}
}

static void each_question_stands_in_one_group_at_most(void **state)
{
	(void)state;
	for (size_t i = 0; i < rules->groups.n; i++)
		for (size_t k = 0; k < rules->groups.p[i].member_count; k++)
			for (size_t n = i + 1; n < rules->groups.n; n++)
				for (size_t m = 0; m < rules->groups.p[n].member_count; m++)
					if (str_equal(rules->groups.p[i].members[k].question,
						    rules->groups.p[n].members[m].question))
						fail_msg("%.*s stands in two groups",
							STR_FMT(rules->groups.p[n].members[m].question));
	assert_true(rules->groups.n > 10);
}

/* Words that nobody says who does not know this program. */
static bool is_riddle(str text)
{
	static const char *const riddles[] = { "does not bind", "is owed", "not whole", "surely binds", "To mend",
		"asks for nothing at all", "kept to the letter" };

	for (size_t i = 0; i < sizeof(riddles) / sizeof(*riddles); i++)
		if (str_find(text, riddles[i], NULL)) return true;
	return false;
}

static void advice_and_questions_speak_plainly(void **state)
{
	(void)state;
	for (size_t i = 0; i < rules->checks.n; i++) {
		const struct check *c = &rules->checks.p[i];

		if (is_riddle(c->asks) || is_riddle(c->fix) || is_riddle(c->finding))
			fail_msg("%.*s speaks in riddles", STR_FMT(c->id));
		if (!c->fix.n) fail_msg("%.*s gives no advice", STR_FMT(c->id));
	}
	for (size_t i = 0; i < rules->questions.n; i++)
		if (is_riddle(rules->questions.p[i].sentence) || is_riddle(rules->questions.p[i].plain))
			fail_msg("%.*s speaks in riddles", STR_FMT(rules->questions.p[i].id));
	for (size_t i = 0; i < rules->profile.n; i++)
		if (is_riddle(rules->profile.p[i].asks)) fail_msg("%.*s", STR_FMT(rules->profile.p[i].name));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_question_says_what_is_meant_why_and_what_a_good_answer_is),
		cmocka_unit_test(each_example_is_an_answer_that_the_question_takes),
		cmocka_unit_test(no_text_is_so_long_that_nobody_reads_it),
		cmocka_unit_test(each_question_stands_in_one_group_at_most),
		cmocka_unit_test(advice_and_questions_speak_plainly),
	};

	return cmocka_run_group_tests(tests, load, forget);
}
