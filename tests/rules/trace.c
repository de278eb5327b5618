/* From each requirement to what decides it, and from each check to its cases: a hole fails. */
#include "testing.h"

#include "trying.h"

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

static bool has_decider(const struct requirement *r)
{
	size_t deciders = r->check_count + r->question_count + (r->person.n != 0);

	for (size_t i = 0; i < r->assessment_unit_count; i++) {
		if (!r->assessment_units[i].check_count && !r->assessment_units[i].question_count) return false;
		deciders++;
	}
	for (size_t i = 0; i < r->node_count; i++) {
		if (!r->nodes[i].check_count && !r->nodes[i].question) return false;
		deciders++;
	}
	return deciders > 0;
}

static void something_decides_each_requirement(void **state)
{
	unsigned holes = 0, all = 0;

	(void)state;
	for (size_t i = 0; i < rules->catalogues.n; i++) {
		const struct catalogue *c = &rules->catalogues.p[i];

		for (size_t k = 0; k < c->requirement_count; k++, all++) {
			if (has_decider(&c->requirements[k])) continue;
			holes++;
			print_error("%.*s@%.*s %.*s: a part of it has neither check nor question\n", STR_FMT(c->id),
				STR_FMT(c->edition), STR_FMT(c->requirements[k].id));
		}
	}
	if (holes) fail_msg("%u of %u requirements have a hole", holes, all);
}

/* Checks of the evidence itself say how far was looked: they complete an assessment, and answer no question of a tree. */
static unsigned asked_how_far(const struct requirement *r)
{
	unsigned asked = 0;

	for (size_t i = 0; i < r->node_count; i++) {
		for (size_t k = 0; k < r->nodes[i].check_count; k++) {
			if (!str_starts(r->nodes[i].checks[k]->id, "evidence.")) continue;
			asked++;
			print_error("%s %s %s asks %s\n", r->catalogue->id.p, r->id.p, r->nodes[i].id.p,
				r->nodes[i].checks[k]->id.p);
		}
	}
	return asked;
}

static void how_far_was_looked_answers_no_node_of_a_tree(void **state)
{
	unsigned asked = 0;

	(void)state;
	for (size_t i = 0; i < rules->catalogues.n; i++)
		for (size_t k = 0; k < rules->catalogues.p[i].requirement_count; k++)
			asked += asked_how_far(&rules->catalogues.p[i].requirements[k]);
	assert_int_equal(asked, 0);
}

static void each_check_has_a_case_of_every_outcome(void **state)
{
	static const enum verdict outcomes[] = { VERDICT_PASS, VERDICT_FAIL, VERDICT_INCONCLUSIVE };
	struct check_cases cases = real_cases(&memory);
	unsigned holes = 0;

	(void)state;
	for (size_t i = 0; i < rules->checks.n; i++) {
		for (size_t k = 0; k < sizeof(outcomes) / sizeof(*outcomes); k++) {
			bool is_there = false;

			for (size_t n = 0; n < cases.all.n && !is_there; n++)
				is_there = cases.all.p[n].expect == outcomes[k] &&
					   str_equal(cases.all.p[n].check, rules->checks.p[i].id);
			if (is_there) continue;
			holes++;
			print_error("%.*s: no case in tests/cases expects %s\n", STR_FMT(rules->checks.p[i].id),
				verdict_word(outcomes[k]));
		}
	}
	if (holes) fail_msg("%u outcomes have no case", holes);
}

/* ---- what nothing refers to -------------------------------------------------------------------------------------------- */

static void mark(uint8_t *used, const struct check *const *checks, size_t count)
{
	for (size_t i = 0; i < count; i++) used[checks[i]->number] = 1;
}

static void mark_requirement(uint8_t *used, const struct requirement *r)
{
	mark(used, r->checks, r->check_count);
	mark(used, r->completeness, r->completeness_count);
	mark(used, r->sufficiency, r->sufficiency_count);
	for (size_t i = 0; i < r->assessment_unit_count; i++)
		mark(used, r->assessment_units[i].checks, r->assessment_units[i].check_count);
	for (size_t i = 0; i < r->node_count; i++) mark(used, r->nodes[i].checks, r->nodes[i].check_count);
}

static void some_requirement_refers_to_each_check(void **state)
{
	uint8_t *used = arena_array(&memory, uint8_t, rules->checks.n);
	unsigned idle = 0;

	(void)state;
	for (size_t i = 0; i < rules->catalogues.n; i++)
		for (size_t k = 0; k < rules->catalogues.p[i].requirement_count; k++)
			mark_requirement(used, &rules->catalogues.p[i].requirements[k]);
	for (size_t i = 0; i < rules->checks.n; i++) {
		if (used[i]) continue;
		idle++;
		print_error("%.*s: no requirement of any catalogue rests on it\n", STR_FMT(rules->checks.p[i].id));
	}
	if (idle) fail_msg("%u checks decide nothing", idle);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(something_decides_each_requirement),
		cmocka_unit_test(how_far_was_looked_answers_no_node_of_a_tree),
		cmocka_unit_test(each_check_has_a_case_of_every_outcome),
		cmocka_unit_test(some_requirement_refers_to_each_check),
	};

	return cmocka_run_group_tests_name("rules/trace", tests, load, forget);
}
