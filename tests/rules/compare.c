/* What is known of how catalogues relate is found again by computation. */
#include "testing.h"

#include "judge/compare.h"
#include "trying.h"

static struct arena memory;
static const struct rules *rules;
static struct deciders deciders;
static struct comparison all; /* every scheme with every other */

static const struct scheme **every_scheme(void)
{
	const struct scheme **list = arena_array(&memory, const struct scheme *, rules->schemes.n);

	for (size_t i = 0; i < rules->schemes.n; i++) list[i] = &rules->schemes.p[i];
	return list;
}

static int load(void **state)
{
	(void)state;
	memory = arena_open((size_t)1 << 30);
	rules = real_rules(&memory);
	if (!rules) return -1;
	deciders = deciders_of(rules, &memory);
	compare_schemes(rules, every_scheme(), rules->schemes.n, &memory, &all);
	return 0;
}

static int forget(void **state)
{
	(void)state;
	arena_close(&memory);
	return 0;
}

static void compare_two(const char *a, const char *b, struct comparison *ret)
{
	const struct scheme **list = arena_array(&memory, const struct scheme *, 2);

	list[0] = rules_scheme(rules, str_of(a));
	list[1] = rules_scheme(rules, str_of(b));
	assert_non_null(list[0]);
	assert_non_null(list[1]);
	compare_schemes(rules, list, 2, &memory, ret);
}

static const struct contrast *contrast_named(const struct comparison *c, const char *id)
{
	for (size_t i = 0; i < c->contrast_count; i++)
		if (str_is(c->contrasts[i].id, id)) return &c->contrasts[i];
	return NULL;
}

/* ---- overlaps ---------------------------------------------------------------------------------------------------------- */

/* Requirements of `later` that ask the same as one of `earlier`, added to those already marked. */
static void mark_repeated(uint8_t *repeated, const struct catalogue *later, const struct catalogue *earlier)
{
	struct overlap *overlaps;
	size_t count;

	compare_catalogues(&deciders, later, earlier, &memory, &overlaps, &count);
	for (size_t i = 0; i < count; i++)
		if (overlaps[i].relation == RELATION_EQUAL) repeated[overlaps[i].a->number] = 1;
}

static void parts_2_and_3_of_en_18031_repeat_57_of_their_80_requirements(void **state)
{
	const struct catalogue *one = rules_catalogue(rules, STR("en-18031-1"), STR("")),
			       *two = rules_catalogue(rules, STR("en-18031-2"), STR("")),
			       *three = rules_catalogue(rules, STR("en-18031-3"), STR(""));
	uint8_t *repeated = arena_array(&memory, uint8_t, rules->requirement_count);
	size_t count = 0;

	(void)state;
	assert_non_null(one);
	assert_non_null(two);
	assert_non_null(three);
	assert_int_equal(two->requirement_count + three->requirement_count, 80);
	mark_repeated(repeated, two, one);
	mark_repeated(repeated, three, one);
	mark_repeated(repeated, three, two);
	for (uint32_t i = 0; i < rules->requirement_count; i++) count += repeated[i];
	assert_int_equal(count, 57);
}

static enum relation turned(enum relation r)
{
	return r == RELATION_SUBSET ? RELATION_SUPERSET : r == RELATION_SUPERSET ? RELATION_SUBSET : r;
}

static void a_relation_reads_the_other_way_round_from_the_other_side(void **state)
{
	size_t count = 0;

	(void)state;
	for (size_t i = 0; i < all.meeting_count; i++) {
		const struct overlap *o = &all.meetings[i].overlap;
		struct overlap back = overlap_of(&deciders, o->b, o->a);

		assert_int_equal(back.relation, turned(o->relation));
		assert_int_equal(back.shared, o->shared);
		assert_int_equal(back.of_a, o->of_b);
		count += o->relation == RELATION_SUBSET || o->relation == RELATION_SUPERSET;
	}
	assert_true(count > 0);
}

static void a_requirement_that_machines_and_papers_decide_equals_itself(void **state)
{
	size_t equal = 0;

	(void)state;
	for (size_t i = 0; i < rules->catalogues.n; i++) {
		for (size_t k = 0; k < rules->catalogues.p[i].requirement_count; k++) {
			const struct requirement *r = &rules->catalogues.p[i].requirements[k];
			struct overlap o = overlap_of(&deciders, r, r);

			/* What only a person judges is known to nobody else. */
			if (r->person.n || !o.of_a)
				assert_int_not_equal(o.relation, RELATION_EQUAL);
			else
				assert_int_equal(o.relation, RELATION_EQUAL);
			equal += o.relation == RELATION_EQUAL;
		}
	}
	assert_true(equal > 500);
}

static const struct parameter *parameter(const char *name)
{
	const struct parameter *p = rules_parameter(rules, str_of(name));

	assert_non_null(p);
	return p;
}

static void of_two_values_the_stricter_one_is_known(void **state)
{
	const struct parameter *years = parameter("min_support_years"), *hours = parameter("warn_hours"),
			       *list = parameter("statement_items"), *own = parameter("asset_classes"),
			       *word = parameter("language");

	(void)state;
	assert_int_equal(value_binding(years, STR("5"), STR("2")), BINDING_STRICTER);
	assert_int_equal(value_binding(years, STR("2"), STR("10")), BINDING_LAXER);
	assert_int_equal(value_binding(years, STR("5"), STR("5.0")), BINDING_EQUAL);
	assert_int_equal(value_binding(hours, STR("24"), STR("72")), BINDING_STRICTER);
	assert_int_equal(value_binding(list, STR("[\"a\",\"b\"]"), STR("[\"b\"]")), BINDING_STRICTER);
	assert_int_equal(value_binding(list, STR("[\"a\"]"), STR("[\"b\",\"a\"]")), BINDING_LAXER);
	assert_int_equal(value_binding(list, STR("[\"a\",\"b\"]"), STR("[\"b\",\"a\"]")), BINDING_EQUAL);
	assert_int_equal(value_binding(list, STR("[\"a,b\"]"), STR("[\"a\"]")), BINDING_APART);
	assert_int_equal(value_binding(own, STR("[\"a\"]"), STR("[\"b\"]")), BINDING_EQUAL);
	assert_int_equal(value_binding(word, STR("en"), STR("ja")), BINDING_APART);
}

/* ---- schemes ----------------------------------------------------------------------------------------------------------- */

static void each_requirement_is_decided_by_machine_by_declaration_or_by_a_person(void **state)
{
	(void)state;
	for (size_t i = 0; i < rules->schemes.n; i++) {
		struct testability t = scheme_testability(&deciders, &rules->schemes.p[i], memory);

		assert_int_equal(t.by_machine + t.by_declaration + t.by_person + t.by_nobody, t.requirements);
		assert_int_equal(t.requirements, all.views[i].requirement_count);
		assert_int_equal(t.checks, all.views[i].check_count);
		assert_int_equal(t.asked_of_maker + t.asked_of_assessor, all.views[i].question_count);
	}
}

/* Singapore's entry for each level names the same catalogue; a requirement is still one. */
static void a_requirement_that_several_entries_take_is_counted_once(void **state)
{
	const struct scheme *s = rules_scheme(rules, STR("sg-cls"));
	const struct catalogue *cls = rules_catalogue(rules, STR("sg-cls"), STR(""));
	struct testability t;

	(void)state;
	assert_non_null(s);
	t = scheme_testability(&deciders, s, memory);
	assert_true(t.requirements > 0);
	assert_true(t.requirements <= cls->requirement_count + 9);
}

/* Each side counts what is its own, whichever is named first. */
static void what_two_schemes_share_and_what_each_adds_make_up_what_each_needs(void **state)
{
	struct comparison there, back;
	const struct pair *x, *y;

	(void)state;
	compare_two("uk-psti", "etsi-en-303-645", &there);
	compare_two("etsi-en-303-645", "uk-psti", &back);
	x = &there.pairs[0];
	y = &back.pairs[0];
	assert_true(x->common_checks > 0);
	assert_int_equal(x->common_checks, y->common_checks);
	assert_int_equal(x->common_questions, y->common_questions);
	assert_int_equal(x->only_a, y->only_b);
	assert_int_equal(x->only_b, y->only_a);
	assert_int_equal(x->met_a, y->met_b);
	assert_int_equal(x->meetings[RELATION_SUBSET], y->meetings[RELATION_SUPERSET]);
	assert_int_equal(x->common_checks + x->common_questions + x->only_a,
		there.views[0].check_count + there.views[0].question_count);
	assert_int_equal(there.meeting_count, back.meeting_count);
	assert_int_equal(there.contrast_count, back.contrast_count);
	assert_true(there.contrast_count > 0);
}

/* The radio equipment directive takes part 1 of EN 18031 whole: nothing of the part is beyond it. */
static void a_scheme_that_takes_another_whole_holds_it(void **state)
{
	struct comparison c;

	(void)state;
	compare_two("eu-red-3-3", "en-18031-1", &c);
	assert_int_equal(c.pairs[0].relation, RELATION_SUPERSET);
	assert_int_equal(c.pairs[0].only_b, 0);
	assert_int_equal(c.pairs[0].same_requirements, 33);
	assert_int_equal(c.pairs[0].met_b, 33);
}

static void the_core_is_what_every_scheme_needs(void **state)
{
	const struct scheme *three[] = { rules_scheme(rules, STR("en-18031-1")), rules_scheme(rules, STR("en-18031-2")),
		rules_scheme(rules, STR("en-18031-3")) };
	struct comparison c;

	(void)state;
	compare_schemes(rules, three, 3, &memory, &c);
	assert_true(c.core_count > 50);
	for (size_t at = 0; at < c.deciders.count; at++)
		assert_int_equal(set_has(c.core, at), deciders_needed_by(&c, at) == 3);
}

static void evidence_never_serves_more_than_there_is(void **state)
{
	(void)state;
	assert_true(all.class_count > 20);
	for (size_t i = 0; i < all.class_count; i++) {
		assert_true(all.classes[i].schemes > 0 && all.classes[i].schemes <= all.view_count);
		assert_true(all.classes[i].requirements >= all.classes[i].schemes || all.classes[i].requirements > 0);
		if (i) assert_true(all.classes[i - 1].schemes >= all.classes[i].schemes);
	}
}

static void the_baseline_is_what_many_need_and_domains_add_what_it_has_not(void **state)
{
	const struct scheme *three[] = { rules_scheme(rules, STR("uk-psti")), rules_scheme(rules, STR("eu-cra")),
		rules_scheme(rules, STR("iec-62443-4-2")) };
	struct baseline b;
	size_t added = 0;

	(void)state;
	baseline_make(rules, three, 3, &memory, &b);
	assert_true(b.comparison.core_count > 0);
	assert_int_equal(b.domain_count, rules->domains.n);
	for (size_t at = 0; at < b.comparison.deciders.count; at++) {
		if (set_has(b.comparison.core, at)) assert_true(set_has(b.common, at));
		for (size_t i = 0; i < b.domain_count; i++)
			assert_false(set_has(b.common, at) && set_has(b.domains[i].beyond, at));
	}
	for (size_t i = 0; i < b.domain_count; i++) {
		assert_int_equal(b.domains[i].scheme_count, b.domains[i].domain->add_count);
		added += b.domains[i].beyond_count != 0;
	}
	assert_true(added > 0);
}

/* Of what decides a requirement the strongest counts. */
static void who_decides_a_requirement_is_who_decides_it_best(void **state)
{
	const struct catalogue *psti = rules_catalogue(rules, STR("uk-psti"), STR("")),
			       *law = rules_catalogue(rules, STR("eu-low-voltage"), STR(""));

	(void)state;
	assert_int_equal(requirement_who(&deciders, rules_requirement(psti, STR("PSTI-S1-1(2)"))), WHO_MACHINE);
	assert_int_equal(requirement_who(&deciders, rules_requirement(psti, STR("PSTI-S1-3(2)"))), WHO_MAKER);
	assert_int_equal(requirement_who(&deciders, rules_requirement(psti, STR("PSTI-S4-2"))), WHO_PERSON);
	assert_true(law->requirement_count > 0);
	for (size_t i = 0; i < rules->catalogues.n; i++)
		for (size_t k = 0; k < rules->catalogues.p[i].requirement_count; k++)
			if (rules->catalogues.p[i].requirements[k].is_mandatory)
				assert_int_not_equal(
					requirement_who(&deciders, &rules->catalogues.p[i].requirements[k]),
					WHO_NOBODY);
}

/* ---- conflicts --------------------------------------------------------------------------------------------------------- */

static void all_39_recorded_conflicts_surface_between_two_schemes(void **state)
{
	size_t recorded = 0;

	(void)state;
	assert_int_equal(rules->conflicts.n, 39);
	for (size_t i = 0; i < all.contrast_count; i++) {
		const struct contrast *x = &all.contrasts[i];
		size_t between = 0;

		if (x->found != FOUND_RECORDED) continue;
		recorded++;
		for (size_t k = 0; k < all.view_count; k++)
			for (size_t n = k + 1; n < all.view_count; n++) between += contrast_between(x, k, n);
		if (!between) fail_msg("%s stands between no two schemes", x->id.p);
	}
	assert_int_equal(recorded, 39);
}

static void every_recorded_conflict_says_what_each_side_wants_and_how_to_live_with_it(void **state)
{
	(void)state;
	for (size_t i = 0; i < rules->conflicts.n; i++) {
		const struct conflict *c = &rules->conflicts.p[i];

		assert_true(c->side_count >= 2);
		for (size_t k = 0; k < c->side_count; k++) {
			assert_true(c->sides[k].wants.n > 0);
			assert_true(c->sides[k].clause_count > 0);
		}
		assert_true(c->satisfies_both.n || c->no_behaviour.n);
	}
}

static void nothing_satisfies_both_is_said_only_of_sides_that_exclude_each_other(void **state)
{
	struct comparison c;

	(void)state;
	/* A log that the user can stop, and one that nobody can. */
	compare_two("eu-cra", "iec-62443-4-2", &c);
	assert_true(contrast_is_impossible(contrast_named(&c, "C19"), 0, 1));
	assert_int_equal(c.pairs[0].impossible, 1);
	compare_two("en-18031-2", "iec-62443-4-2", &c);
	assert_true(contrast_between(contrast_named(&c, "C19"), 0, 1));
	assert_false(contrast_is_impossible(contrast_named(&c, "C19"), 0, 1));
	assert_true(contrast_ways(&c, contrast_named(&c, "C19")).is_possible);
	assert_int_equal(c.pairs[0].impossible, 0);
}

static void schemes_on_one_side_are_not_in_conflict(void **state)
{
	struct comparison c;

	(void)state;
	/* Both say: any length, published, never shortened. */
	compare_two("uk-psti", "au-smart-devices", &c);
	assert_null(contrast_named(&c, "C08"));
	compare_two("uk-psti", "eu-cra", &c);
	assert_non_null(contrast_named(&c, "C08"));
}

/* What is on record as C05 and C06 is found again from what decides the clauses. */
static void opposed_checks_are_found_without_the_record(void **state)
{
	const struct contrast *updates = contrast_named(&all, "update.auto-default against update.consent-asked");
	const struct contrast *rollback = contrast_named(&all, "ask.update.rollback against update.downgrade-refused");
	struct comparison c;
	bool has_cra = false, has_tree = false;

	(void)state;
	assert_non_null(updates);
	assert_non_null(rollback);
	assert_true(str_is(updates->recorded->id, "C05"));
	assert_true(str_is(rollback->recorded->id, "C06"));
	for (size_t i = 0; i < updates->sides[0].requirement_count; i++) {
		const struct requirement *r = updates->sides[0].requirements[i];

		has_cra |= str_is(r->id, "CRA-I-2c");
		/* There it is one way of three, and failing it leads on. */
		has_tree |= str_is(r->id, "SUM-3");
	}
	assert_true(has_cra);
	assert_false(has_tree);
	compare_two("eu-cra", "etsi-en-303-645", &c);
	assert_non_null(contrast_named(&c, "update.auto-default against update.consent-asked"));
}

static void one_check_under_two_values_says_whose_is_stricter(void **state)
{
	struct comparison c;
	const struct contrast *x;

	(void)state;
	/* Parts of the technical file: several requirements name one each, together they are the whole. */
	compare_two("nistir-8425", "eu-cra", &c);
	x = contrast_named(&c, "docs.technical-file items");
	assert_non_null(x);
	assert_int_equal(x->found, FOUND_VALUES);
	assert_int_equal(x->side_count, 2);
	assert_true(str_is(x->satisfies_both, "What eu-cra wants is the strictest, and meets the others."));
	assert_int_equal(x->no_behaviour.n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_2_and_3_of_en_18031_repeat_57_of_their_80_requirements),
		cmocka_unit_test(a_relation_reads_the_other_way_round_from_the_other_side),
		cmocka_unit_test(a_requirement_that_machines_and_papers_decide_equals_itself),
		cmocka_unit_test(of_two_values_the_stricter_one_is_known),
		cmocka_unit_test(each_requirement_is_decided_by_machine_by_declaration_or_by_a_person),
		cmocka_unit_test(a_requirement_that_several_entries_take_is_counted_once),
		cmocka_unit_test(what_two_schemes_share_and_what_each_adds_make_up_what_each_needs),
		cmocka_unit_test(a_scheme_that_takes_another_whole_holds_it),
		cmocka_unit_test(the_core_is_what_every_scheme_needs),
		cmocka_unit_test(evidence_never_serves_more_than_there_is),
		cmocka_unit_test(the_baseline_is_what_many_need_and_domains_add_what_it_has_not),
		cmocka_unit_test(who_decides_a_requirement_is_who_decides_it_best),
		cmocka_unit_test(all_39_recorded_conflicts_surface_between_two_schemes),
		cmocka_unit_test(every_recorded_conflict_says_what_each_side_wants_and_how_to_live_with_it),
		cmocka_unit_test(nothing_satisfies_both_is_said_only_of_sides_that_exclude_each_other),
		cmocka_unit_test(schemes_on_one_side_are_not_in_conflict),
		cmocka_unit_test(opposed_checks_are_found_without_the_record),
		cmocka_unit_test(one_check_under_two_values_says_whose_is_stricter),
	};

	return cmocka_run_group_tests_name("rules/compare", tests, load, forget);
}
