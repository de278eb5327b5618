#include "trying.h"

#include "query/lint_queries.h"

#include <malloc.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

str source_path(struct arena *keep, const char *below)
{
	const char *source = getenv("ASSAY_SOURCE");

	return arena_printf(keep, "%s/%s", source && *source ? source : ".", below);
}

const struct rules *real_rules(struct arena *keep)
{
	const char *directory = source_path(keep, "rules").p;
	rule_problems problems = { 0 };
	struct rules *rules = NULL;

	/* Before the first database: no room for twenty pages with each table of a query, and no memory given back in small pieces. */
	sqlite3_config(SQLITE_CONFIG_PAGECACHE, NULL, 0, 0);
	mallopt(M_TRIM_THRESHOLD, 256 << 20);
	mallopt(M_TOP_PAD, 16 << 20);

	err e = rules_load(keep, &directory, 1, NULL, lint_queries, &rules, &problems);

	for (size_t i = 0; i < problems.n; i++)
		printf("%s:%u:%u: %.*s%s%.*s\n", problems.p[i].place.file, problems.p[i].place.line,
			problems.p[i].place.column, STR_FMT(problems.p[i].message),
			problems.p[i].suggestion.n ? "; " : "", STR_FMT(problems.p[i].suggestion));
	if (e.is) printf("%s: %s\n", directory, e.is->text);
	return e.is ? NULL : rules;
}

struct check_cases real_cases(struct arena *keep)
{
	struct check_cases cases;

	case_files_read(keep, source_path(keep, "tests/cases").p, &cases);
	return cases;
}

static void run_sql(struct trial *t, const char *sql)
{
	sqlite3 *db = evidence_db(t->evidence);

	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK && !t->error[0])
		snprintf(t->error, sizeof(t->error), "%s", sqlite3_errmsg(db));
}

void trial_cover(struct trial *t, str class)
{
	struct arena scratch = t->scratch;

	trial_change(t,
		arena_printf(&scratch, "INSERT OR REPLACE INTO coverage(input, class, state) VALUES(1, '%.*s', 'full')",
			STR_FMT(class))
			.p);
}

static void look_again(struct trial *t)
{
	err e = query_cache_begin(t->session.cache, t->session.on);

	if (!e.is) t->session.cache->guard.is_on = true;
	if (!e.is) e = view_open(&t->session, &boundary_none, NULL, &t->view);
	if (e.is && !t->error[0]) snprintf(t->error, sizeof(t->error), "%s", e.is->text);
}

void trial_change(struct trial *t, const char *sql)
{
	if (t->session.cache) t->session.cache->guard.is_on = false;
	run_sql(t, sql);
	t->session.seen = NULL;
}

static void give_up(err e)
{
	printf("%s: %s\n", e.is->id, e.is->text);
	abort();
}

void trial_next(struct trial *t, const struct check_case *c)
{
	struct query_cache *queries = t->session.cache;
	const struct rules *rules = t->session.rules;

	t->scratch = t->keep;
	t->error[0] = '\0';
	queries->guard.is_on = false;

	err e = evidence_clear(t->evidence);

	if (e.is) give_up(e);
	run_sql(t, "INSERT INTO input(id, kind, name) VALUES(1, 'image', 'firmware.bin')");
	for (size_t i = 0; c && i < c->covered_count; i++) trial_cover(t, c->covered[i]);
	if (c && c->sql.n) run_sql(t, arena_str(&t->scratch, c->sql).p);
	t->session = (struct session){ .rules = rules, .cache = queries, .keep = &t->scratch, .on = STR(CASE_DAY) };
	e = session_open(&t->session);
	queries->guard.is_on = false; /* until it is judged: tests put more into the evidence */
	if (e.is && !t->error[0]) snprintf(t->error, sizeof(t->error), "%s", e.is->text);
}

void trial_open(struct trial *t, const struct rules *rules, const struct check_case *c, struct arena keep)
{
	*t = (struct trial){ .keep = keep, .session.rules = rules };

	err e = evidence_create(NULL, &t->evidence);

	if (!e.is) e = query_cache_open(rules, evidence_db(t->evidence), &t->session.cache);
	if (e.is) give_up(e);
	trial_next(t, c);
}

void trial_close(struct trial *t)
{
	query_cache_close(t->session.cache);
	evidence_close(t->evidence);
	t->evidence = NULL;
}

struct evidence_view *trial_view(struct trial *t)
{
	if (!t->session.seen) look_again(t);
	return &t->view;
}

const struct outcome *trial_run(struct trial *t, const struct check *c)
{
	return run_check(trial_view(t), c, NULL);
}
