/* A query cache that keeps fingerprints of tables gives of each product what a cache of its own gives, whatever was judged with it before. */
#include "testing.h"

#include "base/siphash.h"
#include "declare/product.h"
#include "source/derive.h"
#include "evidence/run.h"
#include "query/lint_queries.h"
#include "query/query_facts.h"
#include "judge/verdict.h"

#include <stdio.h>
#include <stdlib.h>

/* ---- products ------------------------------------------------------------------------------------------------------------ */

static const char *const examples[] = { "doc/examples/camera.yaml", "doc/examples/toy.yaml",
	"doc/examples/industrial-gateway.yaml", "doc/examples/router.yaml", "doc/examples/assay.yaml" };

/* Neighbours: they differ in one thing, which decides something, or in none that does. */
static const char *const neighbours[] = {
	"author: A\nprofile: {audience: consumer, markets: [GB, EU]}\nconditions: {connectable: yes}\nsupport: {until: "
	"2031-12}\n",
	"author: B\nprofile: {audience: consumer, markets: [GB, EU]}\nconditions: {connectable: yes}\nsupport: {until: "
	"2031-12}\n",
	"author: A\nprofile: {audience: consumer, markets: [GB, EU]}\nconditions: {connectable: yes}\nsupport: {until: "
	"2020-01}\n",
	"author: A\nprofile: {audience: consumer, markets: [GB, EU]}\nconditions: {connectable: no}\nsupport: {until: "
	"2031-12}\n",
	"author: A\n",
};

enum { EXAMPLES = sizeof(examples) / sizeof(*examples), NEIGHBOURS = sizeof(neighbours) / sizeof(*neighbours) };

static str file_text(struct arena *keep, const char *path)
{
	FILE *f = fopen(arena_printf(keep, "%s/%s", getenv("ASSAY_SOURCE"), path).p, "r");
	char *text = arena_array(keep, char, 1 << 18);
	size_t n;

	assert_non_null(f);
	n = fread(text, 1, 1 << 18, f);
	fclose(f);
	return (str){ text, n };
}

static str product(struct arena *keep, size_t i)
{
	return i < EXAMPLES ? file_text(keep, examples[i]) : str_of(neighbours[i - EXAMPLES]);
}

/* ---- judging them -------------------------------------------------------------------------------------------------------- */

static struct rules *real_rules(struct arena *keep)
{
	const char *directory = arena_printf(keep, "%s/rules", getenv("ASSAY_SOURCE")).p;
	struct rules *rules = NULL;
	rule_problems problems = { 0 };

	assert_ok(rules_load(keep, &directory, 1, NULL, lint_queries, &rules, &problems));
	return rules;
}

static void to_run(void *self, span frames)
{
	assert_ok(evidence_run_take(self, frames));
}

static void lay(struct evidence *e, str yaml)
{
	struct buf detail = { 0 };
	int64_t input;

	assert_ok(evidence_clear(e));
	assert_ok(evidence_input(e, &(struct input_row){ .kind = STR("product"), .name = STR("p.yaml") }, &input));

	struct evidence_run *run = evidence_run_begin(e, input, &role_product, (str){ 0 });
	struct facts *facts = facts_open((struct facts_sink){ .self = run, .write = to_run });
	err read = collect_product(facts, span_from_str(yaml), NULL, &detail);

	if (!read.is) facts_done(facts);
	facts_close(facts);
	assert_ok(evidence_run_end(run, NULL, "", (str){ 0 }));
	assert_ok(read);
	assert_ok(derive(e));
	buf_free(&detail);
}

/* All that was decided, and every finding with its place. */
static void dump(struct buf *out, const struct judgement *j)
{
	for (size_t i = 0; i < j->scheme_count; i++) {
		const struct scheme_result *s = &j->schemes[i];

		buf_printf(out, "%.*s %d %d %d\n", STR_FMT(s->scheme->id), s->applies, s->is_judged, s->verdict);
		for (size_t k = 0; k < s->requirement_count; k++)
			buf_printf(out, " %.*s %d %d %.*s\n", STR_FMT(s->requirements[k].requirement->id),
				s->requirements[k].verdict, s->requirements[k].basis, STR_FMT(s->requirements[k].why));
	}
	for (size_t i = 0; i < j->outcome_count; i++) {
		const struct outcome *o = j->outcomes[i];

		buf_printf(
			out, "%.*s %d of %llu\n", STR_FMT(o->check->id), o->verdict, (unsigned long long)o->population);
		for (size_t k = 0; k < o->finding_count; k++)
			buf_printf(out, " %.*s %.*s %lld %.*s %lld\n", STR_FMT(o->findings[k].sentence),
				STR_FMT(o->findings[k].unknown), (long long)o->findings[k].entity,
				STR_FMT(o->findings[k].input_name), (long long)o->findings[k].line.value);
	}
}

static void all_schemes(struct arena *keep, const struct rules *rules, struct judge_options *ret, const char *day)
{
	str *ids = arena_array(keep, str, rules->schemes.n);

	for (size_t i = 0; i < rules->schemes.n; i++) ids[i] = rules->schemes.p[i].id;
	*ret = (struct judge_options){
		.on = str_of(day), .schemes = ids, .scheme_count = rules->schemes.n, .is_counting = true
	};
}

static void judge_on(
	struct query_cache *cache, const struct rules *rules, struct arena keep, const char *day, struct buf *out)
{
	struct judge_options options;
	struct judgement *j;

	all_schemes(&keep, rules, &options, day);
	assert_ok(judge_at(cache, &options, &keep, &j));
	dump(out, j);
}

static void alone(const struct rules *rules, struct arena keep, str yaml, const char *day, struct buf *out)
{
	struct evidence *e;
	struct query_cache *cache;

	assert_ok(evidence_create(NULL, &e));
	lay(e, yaml);
	assert_ok(query_cache_open(rules, evidence_db(e), &cache));
	judge_on(cache, rules, keep, day, out);
	query_cache_close(cache);
	evidence_close(e);
}

/* ---- tests --------------------------------------------------------------------------------------------------------------- */

static size_t kept_of(const struct query_cache *d)
{
	size_t n = 0;

	for (size_t i = 0; i < d->count; i++)
		for (const struct kept *k = d->all[i].kept; k; k = k->next) n++;
	return n;
}

static void whatever_a_query_cache_keeps_of_others_a_product_is_judged_as_on_its_own(void **state)
{
	static const size_t order[] = { 5, 6, 7, 5, 8, 0, 1, 5, 2, 3, 0, 9, 4, 7, 6, 1 };
	static const char *const days[] = { "2026-11-24", "2027-12-11" };
	struct arena keep = arena_open((size_t)1 << 30);
	struct rules *rules = real_rules(&keep);
	struct buf own[EXAMPLES + NEIGHBOURS][2] = { 0 };
	struct evidence *e;
	struct query_cache *cache;

	(void)state;
	assert_ok(evidence_create(NULL, &e));
	assert_ok(query_cache_open(rules, evidence_db(e), &cache));
	assert_ok(query_cache_remember(cache));
	for (size_t i = 0; i < sizeof(order) / sizeof(*order); i++) {
		struct arena scratch = keep;
		size_t at = order[i], day = i / 3 % 2, before = kept_of(cache);
		str yaml = product(&scratch, at);
		struct buf together = { 0 };

		if (!own[at][day].n) alone(rules, scratch, yaml, days[day], &own[at][day]);
		lay(e, yaml);
		judge_on(cache, rules, scratch, days[day], &together);
		assert_true(own[at][day].n > 1000);
		assert_int_equal(together.n, own[at][day].n);
		assert_memory_equal(together.p, own[at][day].p, together.n);
		/* The same product on the same day: there is nothing left to ask. */
		before = kept_of(cache);
		buf_clear(&together);
		judge_on(cache, rules, scratch, days[day], &together);
		assert_int_equal(kept_of(cache), before);
		assert_memory_equal(together.p, own[at][day].p, own[at][day].n);
		buf_free(&together);
	}
	assert_true(str_compare(buf_all(&own[5][0]), buf_all(&own[7][0])) != 0);
	assert_true(str_compare(buf_all(&own[5][0]), buf_all(&own[8][0])) != 0);
	for (size_t i = 0; i < EXAMPLES + NEIGHBOURS; i++)
		for (size_t k = 0; k < 2; k++) buf_free(&own[i][k]);
	query_cache_close(cache);
	evidence_close(e);
	arena_close(&keep);
}

static void what_is_known_of_empty_tables_changes_no_verdict_and_is_of_one_schema(void **state)
{
	struct arena keep = arena_open((size_t)1 << 30);
	struct rules *rules = real_rules(&keep);
	struct evidence *e;
	struct query_cache *cache;
	struct buf known = { 0 }, without = { 0 }, with = { 0 };
	str yaml = product(&keep, 0);

	(void)state;
	assert_ok(evidence_create(NULL, &e));
	assert_ok(query_cache_open(rules, evidence_db(e), &cache));
	judge_on(cache, rules, keep, "2026-11-24", &with);
	query_facts_write(cache, &known);
	query_cache_close(cache);
	buf_clear(&with);

	alone(rules, keep, yaml, "2026-11-24", &without);
	rules->query_facts = span_from_str(buf_all(&known));
	alone(rules, keep, yaml, "2026-11-24", &with);
	assert_int_equal(with.n, without.n);
	assert_memory_equal(with.p, without.p, with.n);

	/* Most queries are known; of a schema with another table none is. */
	assert_ok(query_cache_open(rules, evidence_db(e), &cache));
	assert_true(kept_of(cache) > rules->checks.n / 2);
	query_cache_close(cache);
	assert_int_equal(sqlite3_exec(evidence_db(e), "CREATE TABLE aardvark(id)", NULL, NULL, NULL), SQLITE_OK);
	assert_ok(query_cache_open(rules, evidence_db(e), &cache));
	assert_int_equal(kept_of(cache), 0);
	query_cache_close(cache);
	evidence_close(e);

	/* Cut anywhere, nothing is known. */
	for (size_t n = 0; n < known.n; n += known.n / 23) {
		assert_ok(evidence_create(NULL, &e));
		rules->query_facts = span_from(span_from_str(buf_all(&known)), 0, n);
		assert_ok(query_cache_open(rules, evidence_db(e), &cache));
		for (size_t i = 0; i < cache->count; i++) assert_null(cache->all[i].kept);
		query_cache_close(cache);
		evidence_close(e);
	}
	buf_free(&known);
	buf_free(&with);
	buf_free(&without);
	arena_close(&keep);
}

/* What a query gives now and then something else is not kept, however it is written. */
static void clocks_and_dice_are_seen_in_any_dress(void **state)
{
	static const struct {
		const char *sql;
		bool varies;
	} queries[] = {
		{ "SELECT 1 WHERE date('now') > '2027-01-01'", true },
		{ "SELECT 1 WHERE date(\"NOW\") > '2027-01-01'", true },
		{ "SELECT 1 WHERE date( ) > '2027-01-01'", true },
		{ "SELECT 1 WHERE julianday(/* when? */ -- today\n\t) > 1", true },
		{ "SELECT 1 WHERE unixepoch('subsec') > 1", true },
		{ "SELECT 1 WHERE Current_Date > '2027-01-01'", true },
		{ "SELECT 1 WHERE randomblob(1) > x'80'", true },
		{ "SELECT changes (\n) > 0", true },
		{ "SELECT id FROM entity WHERE name = 'unknown' OR name LIKE 'nowhere%'", false },
		{ "SELECT count(*) FROM entity WHERE kind IN ('a', 'b')", false },
	};
	struct arena keep = arena_open(1 << 20);

	(void)state;
	for (size_t i = 0; i < sizeof(queries) / sizeof(*queries); i++) {
		struct check check = { .id = STR("a.b"), .sql = str_of(queries[i].sql) };
		struct rules rules = { 0 };
		struct evidence *e;
		struct query_cache *cache;

		*vec_add(&keep, &rules.checks) = check;
		assert_ok(evidence_create(NULL, &e));
		assert_ok(query_cache_open(&rules, evidence_db(e), &cache));
		(void)query_cache_check(cache, &boundary_none, &rules.checks.p[0], 0);
		if (cache->checks[0].varies != queries[i].varies) fail_msg("%s", queries[i].sql);
		query_cache_gave_nothing(cache, &cache->checks[0]);
		assert_int_equal(kept_of(cache), !queries[i].varies);
		query_cache_close(cache);
		evidence_close(e);
	}
	arena_close(&keep);
}

/* SipHash: a fast short-input PRF, appendix A: the key 00..0f, the bytes 00..0e. */
static void the_tag_of_the_paper_is_ours(void **state)
{
	uint8_t bytes[15];

	(void)state;
	for (uint8_t i = 0; i < sizeof(bytes); i++) bytes[i] = i;
	assert_true(siphash((struct sip_key){ UINT64_C(0x0706050403020100), UINT64_C(0x0f0e0d0c0b0a0908) },
			    (span){ bytes, sizeof(bytes) }) == UINT64_C(0xa129ca6149be45e5));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_tag_of_the_paper_is_ours),
		cmocka_unit_test(clocks_and_dice_are_seen_in_any_dress),
		cmocka_unit_test(whatever_a_query_cache_keeps_of_others_a_product_is_judged_as_on_its_own),
		cmocka_unit_test(what_is_known_of_empty_tables_changes_no_verdict_and_is_of_one_schema),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
