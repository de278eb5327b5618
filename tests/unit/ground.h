/* What the judge's unit tests stand on: the small rules beside this file, and an evidence file in memory. */
#ifndef ASSAY_TESTS_JUDGE_GROUND_H
#define ASSAY_TESTS_JUDGE_GROUND_H

#include "testing.h"

#include "judge/session.h"
#include "query/lint_queries.h"

#include <stdio.h>
#include <stdlib.h>

struct ground {
	struct arena keep;
	struct rules *rules;
	struct evidence *evidence;
	struct judgement *judgement;
};

static inline str ground_path(struct arena *keep, const char *below)
{
	return arena_printf(keep, "%s/tests/unit/judge/%s", getenv("ASSAY_SOURCE"), below);
}

static inline struct ground ground_open(void)
{
	struct ground g = { .keep = arena_open((size_t)256 << 20) };
	const char *directory = ground_path(&g.keep, "rules").p;
	rule_problems problems = { 0 };
	err e = rules_load(&g.keep, &directory, 1, NULL, lint_queries, &g.rules, &problems);

	for (size_t i = 0; i < problems.n; i++)
		print_error("%s:%u: %.*s\n", problems.p[i].place.file, problems.p[i].place.line,
			STR_FMT(problems.p[i].message));
	assert_ok(e);
	assert_ok(evidence_create(NULL, &g.evidence));
	return g;
}

static inline void ground_close(struct ground *g)
{
	evidence_close(g->evidence);
	arena_close(&g->keep);
}

static inline void given(struct ground *g, const char *sql)
{
	char *message = NULL;

	if (sqlite3_exec(evidence_db(g->evidence), sql, NULL, NULL, &message) != SQLITE_OK) fail_msg("%s", message);
}

/* Judges all schemes for a day. */
static inline void judged_on(struct ground *g, const char *day)
{
	assert_ok(judge(g->rules, evidence_db(g->evidence), &(struct judge_options){ .on = str_of(day) }, &g->keep,
		&g->judgement));
}

static inline const struct scheme_result *scheme(const struct ground *g, const char *id)
{
	for (size_t i = 0; i < g->judgement->scheme_count; i++)
		if (str_is(g->judgement->schemes[i].scheme->id, id)) return &g->judgement->schemes[i];
	fail_msg("the scheme %s was not judged", id);
	return NULL;
}

static inline const struct requirement_result *requirement(
	const struct ground *g, const char *scheme_id, const char *id)
{
	const struct scheme_result *s = scheme(g, scheme_id);

	for (size_t i = 0; i < s->requirement_count; i++)
		if (str_is(s->requirements[i].requirement->id, id)) return &s->requirements[i];
	fail_msg("%s does not take %s", scheme_id, id);
	return NULL;
}

#define assert_verdict(g, scheme_id, id, expected)                                                                     \
	do {                                                                                                           \
		const struct requirement_result *r_ = requirement((g), (scheme_id), (id));                             \
		if (strcmp(verdict_word(r_->verdict), (expected)))                                                     \
			fail_msg("%s %s is %s, not %s: %.*s", (scheme_id), (id), verdict_word(r_->verdict),            \
				(expected), STR_FMT(r_->why));                                                         \
	} while (0)

/* Statements that tests share. Input 1 is an image, input 2 the product file. */
#define INPUTS "INSERT INTO input(id, kind, name) VALUES(1, 'image', 'firmware.bin'), (2, 'product', 'product.yaml');"
#define WHOLE(class) "INSERT INTO coverage(input, class, state) VALUES(1, '" class "', 'full');"
#define ACCOUNT(id, name, password)                                                                                    \
	"INSERT INTO entity(id, kind, name, basis, input) VALUES(" id ", 'account', '" name "', 'observed', 1);"       \
	"INSERT INTO account(entity, uid, password) VALUES(" id ", 0, " password ");"
#define LOGIN(id, name, length)                                                                                        \
	"INSERT INTO entity(id, kind, name, basis, input) VALUES(" id ", 'auth-mechanism', '" name                     \
	"', 'declared', 2);"                                                                                           \
	"INSERT INTO auth_mechanism(entity, factor, min_length) VALUES(" id ", 'password', " length ");"
#define TRIED(result)                                                                                                  \
	"INSERT INTO trial(kind, entity, input, result, basis) VALUES('login', 0, 1, '" result "', 'observed');"
#define RECORD                                                                                                         \
	"INSERT INTO document(id, input, kind, url, sha256) VALUES(9, 3, 'test-record', 'log.txt', "                   \
	"'0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef');"
#define ANSWER(question, entity, value)                                                                                \
	"INSERT INTO answer(question, entity, value, basis, author, answered) VALUES('" question "', " entity          \
	", '" value "', 'declared', 'Jane Roe', '2026-11-01');"

#endif
