/* What is said to be necessary for a check's query is: over the rows of all cases, it gives nothing where that has none. */
#include "testing.h"

#include "query/query_needs.h"
#include "trying.h"

static struct cached_query *asked_of(struct trial *t, const struct check *c)
{
	return &t->session.cache->checks[c->number];
}

/* Asked all the same, with the day and the parameters that it has by itself. */
static const struct rules *bound_rules;

static str by_itself(void *self, const char *name)
{
	const struct parameter *p = rules_parameter(bound_rules, str_of(name));

	(void)self;
	return strcmp(name, "today") == 0 ? STR(CASE_DAY) : p ? p->value : (str){ 0 };
}

static unsigned rows_of(struct trial *t, const struct check *c)
{
	sqlite3_stmt *stmt = NULL;
	unsigned n = 0;

	if (sqlite3_prepare_v2(t->session.cache->db, c->sql.p, (int)c->sql.n, &stmt, NULL) != SQLITE_OK)
		fail_msg("%.*s: %s", STR_FMT(c->id), sqlite3_errmsg(t->session.cache->db));
	database_bind(stmt, by_itself, NULL);
	while (sqlite3_step(stmt) == SQLITE_ROW) n++;
	sqlite3_finalize(stmt);
	return n;
}

static void a_query_gives_nothing_where_a_table_that_it_needs_has_none(void **state)
{
	enum { STRIDE = 23 };
	struct arena keep = arena_open((size_t)1 << 30);
	const struct rules *rules = real_rules(&keep);
	struct check_cases cases = real_cases(&keep);
	size_t asked = 0, with_needs = 0;
	struct trial t;

	(void)state;
	assert_non_null(rules);
	bound_rules = rules;
	trial_open(&t, rules, NULL, keep);
	t.session.cache->guard.is_on = false;
	query_cache_prepare(t.session.cache);
	for (size_t k = 0; k < rules->checks.n; k++)
		with_needs += tables_lack(&(struct tables){ 0 }, &asked_of(&t, &rules->checks.p[k])->needs);
	for (size_t i = 0; i < cases.all.n; i++) {
		trial_next(&t, &cases.all.p[i]);
		for (size_t k = i % STRIDE; k < rules->checks.n; k += STRIDE) {
			const struct check *c = &rules->checks.p[k];

			if (!tables_lack(&t.session.cache->filled, &asked_of(&t, c)->needs)) continue;
			asked++;
			if (rows_of(&t, c))
				fail_msg("%s:%u: %.*s gives rows without what it is said to need",
					cases.all.p[i].place.file, cases.all.p[i].place.line, STR_FMT(c->id));
		}
	}
	print_message(
		"%zu of %zu queries need something; asked %zu times without it\n", with_needs, rules->checks.n, asked);
	assert_true(with_needs > rules->checks.n / 2);
	assert_true(asked > cases.all.n);
	trial_close(&t);
	arena_close(&keep);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(
		a_query_gives_nothing_where_a_table_that_it_needs_has_none) };

	return cmocka_run_group_tests_name("rules/needs", tests, NULL, NULL);
}
