/* The method of rules/risk.yaml: from a profile to a class, and from it to the levels of the scales. Tables of truth, and that more hazard never lowers anything. */
#include "testing.h"
#include "trying.h"

#include <stdio.h>
#include <stdlib.h>

struct ground {
	struct arena keep;
	const struct rules *rules;
	struct evidence *evidence;
	struct query_cache *cache;
};

static struct ground ground_open(void)
{
	struct ground g = { .keep = arena_open((size_t)1 << 30) };

	g.rules = real_rules(&g.keep);
	assert_non_null(g.rules);
	assert_ok(evidence_create(NULL, &g.evidence));
	assert_ok(query_cache_open(g.rules, evidence_db(g.evidence), &g.cache));
	return g;
}

static void ground_close(struct ground *g)
{
	query_cache_close(g->cache);
	evidence_close(g->evidence);
	arena_close(&g->keep);
}

/* "reach=internet money=yes data-class=personal,financial" as the profile, and nothing else; judged under one scheme. */
static const struct judgement *judged_of(struct ground *g, struct arena *keep, const char *profile, const char *scheme)
{
	const str schemes[] = { str_of(scheme) };
	struct judgement *j = NULL;
	str rest = str_of(profile), word, name;
	sqlite3 *db = evidence_db(g->evidence);

	g->cache->guard.is_on = false;
	assert_int_equal(sqlite3_exec(db, "DELETE FROM profile", NULL, NULL, NULL), SQLITE_OK);
	while (str_word(&rest, &word)) {
		str value = word;

		assert_true(str_split(&value, '=', &name));

		str sql = arena_printf(keep,
			"INSERT INTO profile(name, value, author) VALUES('%.*s', '%.*s', 'Jane Roe')", STR_FMT(name),
			STR_FMT(value));

		assert_int_equal(sqlite3_exec(db, sql.p, NULL, NULL, NULL), SQLITE_OK);
	}
	assert_ok(judge_at(g->cache,
		&(struct judge_options){ .on = STR(CASE_DAY), .schemes = schemes, .scheme_count = 1 }, keep, &j));
	return j;
}

static const struct risk_result *risk_of(struct ground *g, struct arena *keep, const char *profile)
{
	return &judged_of(g, keep, profile, "none of the schemes")->risk;
}

static str level(const struct risk_result *r, const char *scale)
{
	for (size_t i = 0; i < r->level_count; i++)
		if (str_is(r->levels[i].name, scale)) return r->levels[i].value;
	return (str){ 0 };
}

static void each_profile_has_its_class_and_levels(void **state)
{
	static const struct {
		const char *profile, *class, *cls, *sl, *csa, *cra;
	} rows[] = {
		{ "reach=local data-class=none safety=none physical-effect=no industrial=no essential-entity=no "
		  "network-equipment=no personal-data=no core-function=none",
			"low", "1", "1111111", "basic", "default" },
		{ "reach=internet data-class=none", "low", "1", "1111111", "basic", "" },
		{ "reach=internet data-class=personal", "medium", "2", "2222222", "substantial", "" },
		{ "reach=internet data-class=technical personal-data=no physical-effect=yes safety=none", "medium", "2",
			"2221222", "substantial", "" },
		{ "money=yes", "medium", "2", "2222222", "substantial", "" },
		{ "children=yes", "medium", "2", "2222222", "substantial", "" },
		{ "network-equipment=yes core-function=router", "medium", "2", "2222222", "substantial",
			"important-1" },
		{ "safety=serious", "high", "3", "3333333", "substantial", "" },
		{ "essential-entity=yes reach=local network-equipment=no", "high", "3", "3333233", "substantial", "" },
		{ "reach=internet data-class=audio-video,personal physical-effect=yes children=yes "
		  "core-function=home-security",
			"high", "3", "3333333", "substantial", "important-1" },
		{ "reach=internet data-class=financial children=yes money=yes safety=minor physical-effect=yes",
			"critical", "4", "4444444", "high", "" },
		{ "reach=internet data-class=financial children=yes money=yes network-equipment=yes safety=none "
		  "physical-effect=no industrial=no essential-entity=no",
			"critical", "4", "4444443", "high", "" },
		{ "core-function=smartcard", "critical", "4", "4444444", "high", "critical" },
		{ "core-function=hypervisor", "low", "1", "1111111", "basic", "important-2" },
		{ "industrial=yes reach=lan", "medium", "2", "2222222", "substantial", "" },
	};
	struct ground g = ground_open();

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct arena scratch = g.keep;
		const struct risk_result *r = risk_of(&g, &scratch, rows[i].profile);
		char sl[8] = "";

		for (size_t k = 0; k < 7; k++) sl[k] = level(r, arena_printf(&scratch, "sl-t-fr%zu", k + 1).p).p[0];
		if (!str_is(r->risk_class, rows[i].class) || !str_is(level(r, "cls-level"), rows[i].cls) ||
			strcmp(sl, rows[i].sl) != 0 || !str_is(level(r, "csa-level"), rows[i].csa) ||
			!str_is(level(r, "cra-class"), rows[i].cra))
			fail_msg("%s: %.*s, CLS %.*s, SL-T %s, CSA %.*s, CRA %.*s", rows[i].profile,
				STR_FMT(r->risk_class), STR_FMT(level(r, "cls-level")), sl,
				STR_FMT(level(r, "csa-level")), STR_FMT(level(r, "cra-class")));
	}
	ground_close(&g);
}

/* ---- more hazard never lowers -------------------------------------------------------------------------------------------- */

static const struct {
	const char *name, *values[4]; /* by growing hazard */
} factors[] = {
	{ "reach", { "local", "lan", "internet" } },
	{ "physical-effect", { "no", "yes" } },
	{ "safety", { "none", "minor", "serious" } },
	{ "data-class", { "technical", "technical,personal", "technical,personal,special" } },
	{ "children", { "no", "yes" } },
	{ "money", { "no", "yes" } },
	{ "network-equipment", { "no", "yes" } },
	{ "industrial", { "no", "yes" } },
	{ "essential-entity", { "no", "yes" } },
};
enum { FACTORS = sizeof(factors) / sizeof(*factors), SCALES = 8 };

static size_t values_of(size_t factor)
{
	size_t n = 0;

	while (n < 4 && factors[factor].values[n]) n++;
	return n;
}

struct heights {
	int of[SCALES + 1]; /* the class, and each scale of numbers */
};

static struct heights heights_of(struct ground *g, size_t number)
{
	static const char *const scales[SCALES] = { "cls-level", "sl-t-fr1", "sl-t-fr2", "sl-t-fr3", "sl-t-fr4",
		"sl-t-fr5", "sl-t-fr6", "sl-t-fr7" };
	struct arena scratch = g->keep;
	str profile = STR("");
	struct heights h = { 0 };

	for (size_t f = 0; f < FACTORS; f++) {
		profile = arena_printf(&scratch, "%.*s %s=%s", STR_FMT(profile), factors[f].name,
			factors[f].values[number % values_of(f)]);
		number /= values_of(f);
	}

	const struct risk_result *r = risk_of(g, &scratch, profile.p);

	for (size_t i = 0; i < g->rules->risk.class_count; i++)
		if (str_equal(g->rules->risk.classes[i].name, r->risk_class)) h.of[SCALES] = (int)i;
	for (size_t i = 0; i < SCALES; i++) h.of[i] = level(r, scales[i]).p[0] - '0';
	return h;
}

static void more_hazard_never_lowers_the_class_or_a_level(void **state)
{
	struct ground g = ground_open();
	size_t all = 1, raised = 0;

	(void)state;
	for (size_t f = 0; f < FACTORS; f++) all *= values_of(f);

	struct heights *h = calloc(all, sizeof(*h));

	assert_non_null(h);
	for (size_t n = 0; n < all; n++) h[n] = heights_of(&g, n);
	for (size_t n = 0; n < all; n++) {
		for (size_t f = 0, step = 1; f < FACTORS; step *= values_of(f++)) {
			if (n / step % values_of(f) + 1 == values_of(f)) continue;
			for (size_t k = 0; k <= SCALES; k++) {
				if (h[n + step].of[k] < h[n].of[k])
					fail_msg(
						"%s made more dangerous lowers number %zu from %d to %d in profile %zu",
						factors[f].name, k, h[n].of[k], h[n + step].of[k], n);
				raised += h[n + step].of[k] > h[n].of[k];
			}
		}
	}
	assert_true(raised > all);
	free(h);
	ground_close(&g);
}

/* ---- where it is sold ---------------------------------------------------------------------------------------------------- */

static const char *sold(const struct judgement *j, const char *scheme)
{
	for (size_t i = 0; i < j->scheme_count; i++)
		if (str_is(j->schemes[i].scheme->id, scheme)) return j->schemes[i].is_elsewhere ? "elsewhere" : "there";
	return "no such scheme";
}

static void a_market_within_another_is_sold_in_both(void **state)
{
	static const struct {
		const char *profile, *scheme, *is;
	} rows[] = {
		{ "markets=DE", "eu-cra", "there" },
		{ "markets=DE", "de-it-sik", "there" },
		{ "markets=DE", "uk-psti", "elsewhere" },
		{ "markets=GB,DE", "eu-cra", "there" },
		{ "markets=GB", "eu-cra", "elsewhere" },
		{ "markets=GB", "de-it-sik", "elsewhere" },
		{ "markets=EU", "de-it-sik", "there" },
		{ "markets=GB", "etsi-en-303-645", "there" },
		{ "reach=lan", "eu-cra", "there" },
	};
	struct ground g = ground_open();

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const char *is = sold(judged_of(&g, &g.keep, rows[i].profile, rows[i].scheme), rows[i].scheme);

		if (strcmp(is, rows[i].is) != 0) fail_msg("%s: %s is %s", rows[i].profile, rows[i].scheme, is);
	}
	ground_close(&g);
}

/* ---- overriding ---------------------------------------------------------------------------------------------------------- */

static void an_override_says_why_or_is_refused(void **state)
{
	struct ground g = ground_open();
	const struct risk_result *r;

	(void)state;
	r = risk_of(&g, &g.keep, "reach=internet data-class=personal risk.override=low");
	assert_str(r->risk_class, "medium");
	assert_false(r->is_overridden);
	assert_int_equal(r->refused_count, 1);
	assert_str(r->refused[0], "risk.override: low is not taken: it says nothing why (risk.override-reason)");
	r = risk_of(
		&g, &g.keep, "reach=internet data-class=personal risk.override=low risk.override-reason=a-lab-model");
	assert_str(r->risk_class, "low");
	assert_str(r->computed_class, "medium");
	assert_str(r->override_reason, "a-lab-model");
	assert_str(r->override_author, "Jane Roe");
	assert_str(level(r, "cls-level"), "1");
	assert_int_equal(r->refused_count, 0);
	r = risk_of(&g, &g.keep, "risk.override=tiny risk.override-reason=x");
	assert_str(r->refused[0], "risk.override: \"tiny\" is none of its values (low, medium, high, critical)");
	assert_str(r->risk_class, "low");
	ground_close(&g);
}

static void one_scale_is_overridden_alone(void **state)
{
	struct ground g = ground_open();
	const struct risk_result *r;

	(void)state;
	r = risk_of(&g, &g.keep, "children=yes risk.sl-t-fr4=4 risk.cls-level=3 risk.cls-level-reason=customers-ask");
	assert_str(level(r, "cls-level"), "3");
	assert_str(level(r, "sl-t-fr4"), "2");
	assert_str(level(r, "sl-t-fr1"), "2");
	assert_int_equal(r->refused_count, 1);
	assert_str(r->refused[0], "risk.sl-t-fr4: 4 is not taken: it says nothing why (risk.sl-t-fr4-reason)");
	for (size_t i = 0; i < r->level_count; i++) {
		if (!str_is(r->levels[i].name, "cls-level")) continue;
		assert_true(r->levels[i].is_overridden);
		assert_str(r->levels[i].computed, "2");
		assert_str(r->levels[i].because, "customers-ask");
	}
	ground_close(&g);
}

static void a_scale_that_goes_by_another_follows_what_is_set_by_hand(void **state)
{
	struct ground g = ground_open();
	const struct risk_result *r = risk_of(&g, &g.keep,
		"children=yes risk.sl-t=4 risk.sl-t-reason=the-plant-asks reach=local network-equipment=no "
		"risk.sl-t-fr6=1 "
		"risk.sl-t-fr6-reason=no-logs-wanted");

	(void)state;
	assert_str(r->risk_class, "medium");
	assert_str(level(r, "sl-t"), "4");
	assert_str(level(r, "sl-t-fr1"), "4");
	assert_str(level(r, "sl-t-fr5"), "3");
	assert_str(level(r, "sl-t-fr6"), "1");
	assert_int_equal(r->refused_count, 0);
	r = risk_of(&g, &g.keep, "risk.sl-t-fr2=5 risk.sl-t-fr2-reason=x");
	assert_str(r->refused[0], "risk.sl-t-fr2: \"5\" is none of its values (1, 2, 3, 4)");
	ground_close(&g);
}

static void what_is_not_said_raises_nothing_and_is_asked(void **state)
{
	struct ground g = ground_open();
	const struct risk_result *r = risk_of(&g, &g.keep, "");
	bool asks_reach = false;

	(void)state;
	assert_str(r->risk_class, "low");
	assert_int_equal(r->points, 0);
	for (size_t i = 0; i < r->unknown_count; i++) asks_reach |= str_ends(r->unknown[i], "(profile: reach)");
	assert_true(asks_reach);
	assert_true(r->unknown_count >= 8);
	ground_close(&g);
}

/* Each level has its reason and its source, or says that it is ours; and each foundational requirement is taken with its own level. */
static void every_level_says_where_it_comes_from(void **state)
{
	struct ground g = ground_open();

	(void)state;
	for (size_t i = 0; i < g.rules->risk.level_count; i++) {
		const struct risk_level *l = &g.rules->risk.levels[i];

		if (!l->because.n || !l->source.n)
			fail_msg("%.*s %.*s says no source", STR_FMT(l->scale), STR_FMT(l->value));
	}
	ground_close(&g);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_profile_has_its_class_and_levels),
		cmocka_unit_test(more_hazard_never_lowers_the_class_or_a_level),
		cmocka_unit_test(a_market_within_another_is_sold_in_both),
		cmocka_unit_test(an_override_says_why_or_is_refused),
		cmocka_unit_test(one_scale_is_overridden_alone),
		cmocka_unit_test(a_scale_that_goes_by_another_follows_what_is_set_by_hand),
		cmocka_unit_test(what_is_not_said_raises_nothing_and_is_asked),
		cmocka_unit_test(every_level_says_where_it_comes_from),
	};

	return cmocka_run_group_tests_name("rules/risk", tests, NULL, NULL);
}
