/* What is known of how catalogues relate is found again by computation. */
#include "testing.h"

#include "compare/compare.h"
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
			       *list = parameter("statement_items"), *own = parameter("edition"),
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

/* What one of two or three needs alone is no common ground. */
static void a_baseline_is_what_two_need_at_least(void **state)
{
	const struct scheme *two[] = { rules_scheme(rules, STR("uk-psti")), rules_scheme(rules, STR("iec-62443-4-2")) };
	struct baseline b;

	(void)state;
	assert_int_equal(baseline_least(1), 1);
	assert_int_equal(baseline_least(2), 2);
	assert_int_equal(baseline_least(5), 2);
	assert_int_equal(baseline_least(37), 10);
	baseline_make(rules, two, 2, &memory, &b);
	for (size_t at = 0; at < b.comparison.deciders.count; at++)
		assert_int_equal(set_has(b.common, at), set_has(b.comparison.core, at));
	assert_true(b.comparison.core_count > 0);
}

/* Of what decides a requirement the strongest counts. */
static void who_decides_a_requirement_is_who_decides_it_best(void **state)
{
	const struct catalogue *psti = rules_catalogue(rules, STR("uk-psti"), STR("")),
			       *act = rules_catalogue(rules, STR("eu-cybersecurity-act"), STR("")),
			       *law = rules_catalogue(rules, STR("eu-low-voltage"), STR(""));

	(void)state;
	assert_int_equal(requirement_who(&deciders, rules_requirement(psti, STR("PSTI-S1-1(2)"))), WHO_MACHINE);
	assert_int_equal(requirement_who(&deciders, rules_requirement(psti, STR("PSTI-S1-3(2)"))), WHO_MAKER);
	assert_true(law->requirement_count > 0);
	assert_int_equal(requirement_who(&deciders, rules_requirement(act, STR("CSA-55-2"))), WHO_PERSON);
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

/* Which recorded conflicts computation finds again between the same two schemes, and which only somebody who read the texts could know: two readings of one text
 * (C33, C35), and levels that nobody saw (C39). */
static void of_39_recorded_conflicts_36_are_found_by_computation(void **state)
{
	size_t both = 0;

	(void)state;
	for (size_t i = 0; i < all.contrast_count; i++) {
		const struct contrast *x = &all.contrasts[i];
		bool is_reading = str_is(x->id, "C33") || str_is(x->id, "C35") || str_is(x->id, "C39");

		if (x->found != FOUND_RECORDED) continue;
		if (x->is_both == is_reading)
			fail_msg("%s is %s", x->id.p, x->is_both ? "found by computation" : "on record alone");
		both += x->is_both;
		assert_int_equal(contrast_computed(&all, x) != NULL, x->is_both);
	}
	assert_int_equal(both, 36);
}

/* Without typed demands, from checks, levels, trees, conditions and what schemes say of themselves alone. */
static void a_third_is_found_without_typed_demands(void **state)
{
	static const char *const ids[] = { "C02", "C03", "C04", "C05", "C06", "C15", "C17", "C18", "C22", "C24", "C26",
		"C29", "C34", "C36" };

	(void)state;
	for (size_t n = 0; n < sizeof(ids) / sizeof(*ids); n++) {
		bool is_found = false;

		for (size_t i = 0; i < all.contrast_count; i++) {
			const struct contrast *x = &all.contrasts[i];

			is_found |= x->found != FOUND_RECORDED && x->found != FOUND_DEMANDS && x->is_both &&
				    str_is(x->recorded->id, ids[n]);
		}
		if (!is_found) fail_msg("%s is found by typed demands only", ids[n]);
	}
}

/* Where a record says that nothing satisfies both, values have nothing in common, and the other way round. */
static void records_and_typed_demands_agree_on_what_is_impossible(void **state)
{
	size_t impossible = 0;

	(void)state;
	for (size_t i = 0; i < all.contrast_count; i++) {
		const struct contrast *x = &all.contrasts[i], *record;

		if (x->found != FOUND_DEMANDS || !x->recorded) continue;
		record = contrast_named(&all, x->recorded->id.p);
		for (size_t a = 0; a < all.view_count; a++) {
			for (size_t b = 0; b < all.view_count; b++) {
				assert_int_equal(contrast_standing(x, a, b), contrast_standing(x, b, a));
				if (!contrast_between(x, a, b) || !contrast_between(record, a, b)) continue;
				if (contrast_is_impossible(x, a, b) != contrast_is_impossible(record, a, b))
					fail_msg("%s and %s disagree on %s and %s", x->id.p, record->id.p,
						all.views[a].scheme->id.p, all.views[b].scheme->id.p);
				impossible += contrast_is_impossible(x, a, b);
			}
		}
	}
	assert_true(impossible > 0);
}

static void every_aspect_stands_between_two_schemes(void **state)
{
	(void)state;
	assert_true(rules->aspects.n > 40);
	for (size_t i = 0; i < rules->aspects.n; i++) {
		const struct aspect *a = &rules->aspects.p[i];
		bool is_found = false;

		for (size_t k = 0; k < all.contrast_count; k++)
			is_found |=
				all.contrasts[k].found != FOUND_RECORDED && str_starts(all.contrasts[k].id, a->id.p);
		if (!is_found) fail_msg("%s is wanted in two ways by nobody", a->id.p);
		/* Every demand binds somebody. */
		for (size_t k = 0; k < a->demand_count; k++) {
			bool is_bound = false;

			for (size_t n = 0; n < a->demands[k].clause_count; n++)
				for (size_t v = 0; v < all.view_count; v++)
					is_bound |= clause_binds(&a->demands[k].clauses[n], &all.views[v]);
			if (!is_bound) fail_msg("%s: nobody wants demand %zu", a->id.p, k + 1);
		}
	}
}

static void ranges_and_sets_say_who_adds_who_meets_and_who_is_apart(void **state)
{
	struct comparison c;
	const struct contrast *x;

	(void)state;
	/* At least five years, and any length: the first meets the second. */
	compare_two("uk-psti", "eu-cra", &c);
	x = contrast_named(&c, "support-length");
	assert_int_equal(contrast_standing(x, 0, 1), STANDING_ADDS);
	assert_false(contrast_clashes(x, 0, 1));
	assert_non_null(strstr(x->satisfies_both.p, "What eu-cra wants is the strictest"));
	/* On as delivered or with agreement; with agreement or off: something meets both. */
	compare_two("eu-cra", "etsi-en-303-645", &c);
	x = contrast_named(&c, "update-default");
	assert_int_equal(contrast_standing(x, 0, 1), STANDING_MEETS);
	assert_true(contrast_clashes(x, 0, 1));
	assert_non_null(strstr(x->satisfies_both.p, "the set-up shows the switch"));
	/* A log that the user can stop, and one that nobody can. */
	compare_two("eu-cra", "iec-62443-4-2", &c);
	x = contrast_named(&c, "log-switch");
	assert_int_equal(contrast_standing(x, 0, 1), STANDING_APART);
	assert_true(contrast_is_impossible(x, 0, 1));
	assert_int_equal(x->satisfies_both.n, 0);
	assert_true(x->no_behaviour.n > 0);
	/* Lists are had together; days go one after the other. */
	compare_two("eu-cra", "eu-red-3-3", &c);
	assert_int_equal(contrast_standing(contrast_named(&c, "radio-or-digital"), 0, 1), STANDING_ADDS);
	compare_two("uk-psti", "us-cyber-trust-mark", &c);
	assert_int_equal(contrast_standing(contrast_named(&c, "period-shown"), 0, 1), STANDING_ADDS);
	/* 24 hours lie within 72. */
	compare_two("eu-nis2", "eu-gdpr", &c);
	x = contrast_named(&c, "warning");
	assert_non_null(strstr(x->satisfies_both.p, "What eu-nis2 wants is the strictest"));
	assert_non_null(strstr(x->satisfies_both.p, "at most 24 hours"));
}

/* Going back is allowed to those who may, and refused: a version above a floor meets both, and nothing else does. */
static void what_meets_both_is_what_both_take(void **state)
{
	struct comparison c;
	const struct contrast *x;

	(void)state;
	compare_two("nistir-8259a", "iec-62443-4-2", &c);
	x = contrast_named(&c, "rollback");
	assert_int_equal(contrast_standing(x, 0, 1), STANDING_MEETS);
	assert_non_null(strstr(x->satisfies_both.p, "above a floor"));
	assert_null(strstr(x->satisfies_both.p, "any signed version"));
}

static void what_one_demands_and_another_recommends_is_told(void **state)
{
	struct comparison c;
	size_t levels = 0;

	(void)state;
	compare_two("etsi-en-303-645", "iec-62443-4-2", &c);
	for (size_t i = 0; i < c.contrast_count; i++) {
		const struct contrast *x = &c.contrasts[i];

		if (x->found != FOUND_LEVELS) continue;
		levels++;
		assert_true(x->sides[0].touches[0] != x->sides[0].touches[1]);
		assert_false(contrast_clashes(x, 0, 1));
		for (size_t k = 0; k < x->sides[1].requirement_count; k++)
			assert_false(x->sides[1].requirements[k]->is_mandatory);
	}
	assert_true(levels > 5);
	/* Secure boot: recommended to consumer products, demanded of industrial ones. */
	assert_non_null(contrast_named(&c, "level of boot.signature-enforced"));
}

static void recognition_that_goes_one_way_is_found(void **state)
{
	struct comparison c;
	const struct contrast *x;

	(void)state;
	compare_two("uk-psti", "jp-jc-star", &c);
	x = contrast_named(&c, "recognition of uk-psti and jp-jc-star");
	assert_non_null(x);
	assert_true(x->is_both);
	assert_true(str_is(x->recorded->id, "C24"));
	assert_true(str_is(
		x->sides[0].wants, "a certificate or statement of jp-jc-star stands for 23 of its 23 requirements"));
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
		cmocka_unit_test(a_baseline_is_what_two_need_at_least),
		cmocka_unit_test(who_decides_a_requirement_is_who_decides_it_best),
		cmocka_unit_test(all_39_recorded_conflicts_surface_between_two_schemes),
		cmocka_unit_test(every_recorded_conflict_says_what_each_side_wants_and_how_to_live_with_it),
		cmocka_unit_test(of_39_recorded_conflicts_36_are_found_by_computation),
		cmocka_unit_test(a_third_is_found_without_typed_demands),
		cmocka_unit_test(records_and_typed_demands_agree_on_what_is_impossible),
		cmocka_unit_test(every_aspect_stands_between_two_schemes),
		cmocka_unit_test(ranges_and_sets_say_who_adds_who_meets_and_who_is_apart),
		cmocka_unit_test(what_meets_both_is_what_both_take),
		cmocka_unit_test(what_one_demands_and_another_recommends_is_told),
		cmocka_unit_test(recognition_that_goes_one_way_is_found),
		cmocka_unit_test(nothing_satisfies_both_is_said_only_of_sides_that_exclude_each_other),
		cmocka_unit_test(schemes_on_one_side_are_not_in_conflict),
		cmocka_unit_test(opposed_checks_are_found_without_the_record),
		cmocka_unit_test(one_check_under_two_values_says_whose_is_stricter),
	};

	return cmocka_run_group_tests_name("rules/compare", tests, load, forget);
}
