/* Tables of truth for the decision trees: every tree of every catalogue is walked by the judge under every assignment of yes, no and "not known" to its
 * nodes, and comes out as its table of jumps says, which is followed here in another way.
 */
#include "testing.h"

#include "trying.h"

#include <stdio.h>
#include <stdlib.h>

enum { NODES_MOST = 12, END_PASS = 1, END_FAIL = 2, END_NONE = 4 };

struct table {
	struct session *session;
	struct evidence_view *view;
	const struct requirement *requirement;
	tri answers[NODES_MOST]; /* of each node */
};

/* ---- what the jumps say ------------------------------------------------------------------------------------------------ */

static unsigned ends_after(const struct table *t, enum jump jump, uint32_t node, unsigned steps)
{
	const struct requirement *r = t->requirement;
	unsigned ends = 0;

	if (jump == JUMP_PASS) return END_PASS;
	if (jump == JUMP_FAIL) return END_FAIL;
	if (jump == JUMP_NOT_APPLICABLE) return END_NONE;
	assert_true(steps <= r->node_count); /* a walk that goes in a circle */
	if (t->answers[node] != NO) ends |= ends_after(t, r->nodes[node].yes, r->nodes[node].yes_node, steps + 1);
	if (t->answers[node] != YES) ends |= ends_after(t, r->nodes[node].no, r->nodes[node].no_node, steps + 1);
	return ends;
}

static enum verdict expected(const struct table *t)
{
	unsigned ends = ends_after(t, JUMP_NODE, 0, 0);

	if (ends == END_FAIL) return VERDICT_FAIL;
	if (ends == END_NONE) return VERDICT_NOT_APPLICABLE;
	return ends & END_FAIL ? VERDICT_INCONCLUSIVE : VERDICT_PASS;
}

/* ---- what the judge says ------------------------------------------------------------------------------------------------- */

/* A check has run, and this came of it. */
static void plant_outcome(struct table *t, const struct check *c, tri passes)
{
	struct outcome *o = run_check(t->view, c, t->requirement);
	static struct finding finding;
	static struct mark mark;
	static struct missing missing;

	*o = (struct outcome){
		.check = c, .verdict = VERDICT_PASS, .findings = &finding, .marks = &mark, .missing = &missing
	};
	if (passes == NO)
		o->verdict = VERDICT_FAIL,
		o->finding_count = o->failing = o->all_count = o->all_failing = o->mark_count = 1;
	if (passes == UNKNOWN) o->verdict = VERDICT_INCONCLUSIVE, o->missing_count = 1, o->is_unlooked = true;
}

/* A value that the question takes for this verdict; none is an answer for "not known". */
static bool plant_answer(struct table *t, const struct question *q, tri good)
{
	static const char *const values[] = { "yes", "no", "none", "1000000", "0", "text" };
	struct session *s = t->session;
	struct answer *a = arena_new(s->keep, struct answer);

	s->answers.p = a;
	s->answers.n = 0;
	if (good == UNKNOWN) return true;
	s->answers.n = 1;
	for (size_t i = 0; i < sizeof(values) / sizeof(*values) + q->good_count + q->choice_count; i++) {
		size_t fixed = sizeof(values) / sizeof(*values);

		a->question = q->id;
		a->strength = STRENGTH_PERSON;
		a->value = i < fixed                   ? str_of(values[i])
			   : i < fixed + q->good_count ? q->good[i - fixed]
						       : q->choices[i - fixed - q->good_count];
		if (reply_to(t->view, q, 0, STRENGTH_DECLARED).verdict == (good == YES ? VERDICT_PASS : VERDICT_FAIL))
			return true;
	}
	return false;
}

static int by_question(const void *a, const void *b)
{
	return str_compare(((const struct answer *)a)->question, ((const struct answer *)b)->question);
}

/* false: two nodes ask the same, and the assignment says different things of it. */
static bool plant(struct table *t)
{
	const struct requirement *r = t->requirement;
	struct answer *all = arena_array(t->session->keep, struct answer, r->node_count);
	size_t count = 0;

	for (size_t i = 0; i < r->node_count; i++) {
		const struct tree_node *n = &r->nodes[i];
		tri answer = t->answers[i];

		for (size_t k = 0; k < i; k++) {
			bool same = n->question ? r->nodes[k].question == n->question
						: !r->nodes[k].question && r->nodes[k].check_count && n->check_count &&
							  r->nodes[k].checks[0] == n->checks[0];
			bool is_turned = !n->question && n->is_inverted != r->nodes[k].is_inverted;

			if (same && (is_turned ? t->answers[k] == answer : t->answers[k] != answer)) return false;
		}
		for (size_t k = 0; k < n->check_count; k++) {
			tri passes = n->question ? UNKNOWN : answer;

			if (n->is_inverted && passes != UNKNOWN) passes = passes == YES ? NO : YES;
			plant_outcome(t, n->checks[k], passes);
		}
		if (!n->question) continue;
		if (!plant_answer(t, n->question, answer)) return false;
		if (t->session->answers.n) all[count++] = t->session->answers.p[0];
	}
	qsort(all, count, sizeof(*all), by_question);
	t->session->answers.p = all;
	t->session->answers.n = count;
	return true;
}

/* One entity to walk: of no class, so that it is one of any tree's. */
static void plant_population(struct table *t)
{
	const struct kind *k = rules_kind(t->session->rules, t->requirement->for_kind);
	struct subject *one = arena_new(t->session->keep, struct subject);

	*one = (struct subject){ .id = 7, .name = STR("one") };
	if (k)
		t->view->seen->populations[k->number] =
			(struct population){ .is_known = true, .subjects = one, .count = 1 };
}

static bool next_assignment(struct table *t)
{
	for (size_t i = 0; i < t->requirement->node_count; i++) {
		if (t->answers[i] == UNKNOWN)
			t->answers[i] = NO;
		else if (t->answers[i] == NO)
			t->answers[i] = YES;
		else {
			t->answers[i] = UNKNOWN;
			continue;
		}
		return true;
	}
	return false;
}

static void print_assignment(const struct table *t)
{
	static const char *const words[] = { [UNKNOWN] = "?", [NO] = "no", [YES] = "yes" };

	print_error("%s %s:", t->requirement->catalogue->id.p, t->requirement->id.p);
	for (size_t i = 0; i < t->requirement->node_count; i++)
		print_error(" %s %s", t->requirement->nodes[i].id.p, words[t->answers[i]]);
	print_error("\n");
}

/* Whether the end can turn on node `at`, however the other nodes that are not known come out. Too many of those to try are believed. */
static bool can_turn(const struct table *t, size_t at)
{
	size_t open[NODES_MOST], count = 0;

	for (size_t i = 0; i < t->requirement->node_count; i++)
		if (i != at && t->answers[i] == UNKNOWN) open[count++] = i;
	for (size_t bits = 0; count <= 8 && bits < (size_t)1 << count; bits++) {
		struct table yes = *t, no;

		for (size_t i = 0; i < count; i++) yes.answers[open[i]] = bits >> i & 1 ? YES : NO;
		no = yes;
		yes.answers[at] = YES;
		no.answers[at] = NO;
		if (expected(&yes) != expected(&no)) return true;
	}
	return count > 8;
}

static size_t walk_all(struct table *t, struct arena keep)
{
	size_t walked = 0;

	/* What the checks say is kept; what each walk needs is not. */
	t->session->keep = &keep;
	for (size_t i = 0; i < t->requirement->node_count; i++)
		for (size_t k = 0; k < t->requirement->nodes[i].check_count; k++)
			(void)run_check(t->view, t->requirement->nodes[i].checks[k], t->requirement);
	do {
		struct arena scratch = keep;
		struct requirement_result result = { 0 };

		t->session->keep = &scratch;
		if (!plant(t)) continue;
		plant_population(t);
		walk_trees(t->view, t->requirement, STRENGTH_DECLARED, &result, &(verdict_parts){ 0 });
		assert_int_equal(result.tree_count, 1);
		if (result.trees[0].verdict != expected(t)) {
			print_assignment(t);
			fail_msg("the judge says %s, the table %s", verdict_word(result.trees[0].verdict),
				verdict_word(expected(t)));
		}

		const struct tree_node *asks = result.trees[0].asks;
		size_t at = asks ? (size_t)(asks - t->requirement->nodes) : 0;

		assert_int_equal(asks != NULL, result.trees[0].verdict == VERDICT_INCONCLUSIVE);
		if (asks && (t->answers[at] != UNKNOWN || !can_turn(t, at))) {
			print_assignment(t);
			fail_msg("%s is asked, and cannot change the end", asks->id.p);
		}
		walked++;
	} while (next_assignment(t));
	return walked;
}

static void every_tree_ends_as_its_table_says(void **state)
{
	struct arena keep = arena_open((size_t)1 << 30);
	const struct rules *rules = real_rules(&keep);
	struct trial trial;
	size_t trees = 0, walks = 0;

	(void)state;
	assert_non_null(rules);
	trial_open(&trial, rules, NULL, keep);
	(void)trial_view(&trial);
	for (size_t i = 0; i < rules->catalogues.n; i++) {
		const struct catalogue *c = &rules->catalogues.p[i];

		for (size_t k = 0; k < c->requirement_count; k++) {
			struct table t = {
				.session = &trial.session, .view = &trial.view, .requirement = &c->requirements[k]
			};

			if (!t.requirement->node_count) continue;
			/* What was run for the last tree went with that tree's memory. */
			memset(trial.view.seen->ran, 0, rules->checks.n * sizeof(struct ran *));
			memset(&trial.session.outcomes, 0, sizeof(trial.session.outcomes));
			assert_true(t.requirement->node_count <= NODES_MOST);

			size_t walked = walk_all(&t, trial.scratch);

			if (!walked) fail_msg("%s %s was not walked", c->id.p, t.requirement->id.p);
			trees++;
			walks += walked;
		}
	}
	print_message("%zu trees, %zu assignments\n", trees, walks);
	assert_true(trees >= 113);
	trial.session.keep = &trial.scratch;
	trial_close(&trial);
	arena_close(&keep);
}

/* A node that no walk comes to asks in vain; a tree that cannot fail, or cannot end well, decides nothing. */
static void every_node_can_be_reached_and_every_tree_can_end_both_ways(void **state)
{
	struct arena keep = arena_open((size_t)1 << 30);
	const struct rules *rules = real_rules(&keep);

	(void)state;
	assert_non_null(rules);
	for (size_t i = 0; i < rules->catalogues.n; i++) {
		for (size_t k = 0; k < rules->catalogues.p[i].requirement_count; k++) {
			const struct requirement *r = &rules->catalogues.p[i].requirements[k];
			bool reached[NODES_MOST] = { true };
			struct table t = { .requirement = r };

			if (!r->node_count) continue;
			for (size_t round = 0; round < r->node_count; round++)
				for (size_t n = 0; n < r->node_count; n++) {
					if (!reached[n]) continue;
					if (r->nodes[n].yes == JUMP_NODE) reached[r->nodes[n].yes_node] = true;
					if (r->nodes[n].no == JUMP_NODE) reached[r->nodes[n].no_node] = true;
				}
			for (size_t n = 0; n < r->node_count; n++)
				if (!reached[n]) fail_msg("%s: no walk comes to %s", r->id.p, r->nodes[n].id.p);

			unsigned ends = ends_after(&t, JUMP_NODE, 0, 0);

			if (!(ends & END_FAIL) || !(ends & (END_PASS | END_NONE)))
				fail_msg("%s of %s has one end only", r->id.p, r->catalogue->id.p);
		}
	}
	arena_close(&keep);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_tree_ends_as_its_table_says),
		cmocka_unit_test(every_node_can_be_reached_and_every_tree_can_end_both_ways),
	};

	return cmocka_run_group_tests_name("rules/trees", tests, NULL, NULL);
}
