#include "work/interview.h"

#include "base/limits.h"
#include "query/query_cache.h"
#include "work/files.h"
#include "work/open.h"
#include "work/answer.h"
#include "work/folder_answers.h"

#include <stdlib.h>

/* One judgement, with what is made of it. */
struct standing {
	struct arena keep;
	struct judgement *judgement;
	struct interview_plan plan;
	struct interview_effect effect; /* against the one before */
};

struct interview {
	struct interview_setup setup;
	struct folder_answers *file;
	struct evidence *evidence;
	struct query_cache *queries;
	struct standing now, next; /* next: what is tried, or the one before */
	struct arena scratch;      /* of one answer */
	struct arena kept;
	VEC(str) apart; /* groups */
};

/* ---- judging ----------------------------------------------------------------------------------------------------- */

static err judge_into(struct interview *i, struct standing *s, bool is_brief)
{
	struct judge_options options = i->setup.options;

	arena_rewind(&s->keep, 0);
	options.is_brief = is_brief;
	return judge_at(i->queries, &options, &s->keep, &s->judgement);
}

static void plan_into(struct interview *i, struct standing *s)
{
	struct plan plan;

	plan_make(s->judgement, &s->keep, &plan);
	interview_plan(s->judgement, &plan,
		&(struct interview_options){ .by = i->setup.by, .apart = i->apart.p, .apart_count = i->apart.n },
		&s->keep, &s->plan);
}

/* ---- opening ----------------------------------------------------------------------------------------------------- */

static err judge_first(struct interview *i, const struct notes *notes)
{
	err e = query_cache_open(i->setup.rules, evidence_db(i->evidence), &i->queries);

	if (!e.is) e = query_cache_remember(i->queries);
	if (!e.is) e = judge_into(i, &i->now, false);
	if (e.is) {
		note_fault(notes, i->setup.path, e, evidence_error(i->evidence));
		return e;
	}
	plan_into(i, &i->now);
	return OK;
}

err interview_open(const struct interview_setup *setup, struct interview **ret, const struct notes *notes)
{
	struct interview *i = calloc(1, sizeof(*i));

	if (!i) return fail(&work_by_machine, 0);
	i->setup = *setup;
	i->now.keep = arena_open(WORK_MEMORY);
	i->next.keep = arena_open(WORK_MEMORY);
	i->scratch = arena_open(WORK_MEMORY);
	i->kept = arena_open(WORK_MEMORY);

	err e = folder_answers_open(setup->path, &i->file, &i->evidence, notes);

	if (!e.is) e = judge_first(i, notes);
	if (e.is)
		interview_close(i);
	else
		*ret = i;
	return e;
}

void interview_close(struct interview *i)
{
	if (!i) return;
	if (i->queries) query_cache_close(i->queries);
	if (i->evidence) evidence_close(i->evidence);
	folder_answers_close(i->file);
	arena_close(&i->now.keep);
	arena_close(&i->next.keep);
	arena_close(&i->scratch);
	arena_close(&i->kept);
	free(i);
}

void interview_name(struct interview *i, str author)
{
	i->setup.author = author;
}

str interview_author(const struct interview *i)
{
	if (i->setup.author.n) return i->setup.author;
	for (size_t k = 0; k < i->now.judgement->profile_count; k++)
		if (str_is(i->now.judgement->profile[k].name, "product.name"))
			return i->now.judgement->profile[k].author;
	return (str){ 0 };
}

void interview_take_apart(struct interview *i, str group)
{
	*vec_add(&i->kept, &i->apart) = arena_str(&i->kept, group);
	plan_into(i, &i->now);
}

const struct judgement *interview_judgement(const struct interview *i)
{
	return i->now.judgement;
}

const struct interview_plan *interview_steps(const struct interview *i)
{
	return &i->now.plan;
}

/* ---- answers ----------------------------------------------------------------------------------------------------- */

/* So many rows, or the product once, for each question. */
static size_t answers_of(const struct said *s)
{
	return s->answer_count * (s->row_count ? s->row_count : 1);
}

static struct given_answer answer_of(const struct interview *i, const struct said *s, size_t at)
{
	const struct interview_answer *a = &s->answers[at % s->answer_count];
	size_t row = at / s->answer_count;

	return (struct given_answer){ .question = a->question->id,
		.value = a->value,
		.about = row < s->row_count ? s->rows[row] : (str){ 0 },
		.basis = i->setup.by == ASKED_OF_ASSESSOR ? STR("person") : STR("declared"),
		.author = interview_author(i),
		.answered = i->setup.options.on,
		.reason = s->reason };
}

/* Into the evidence in memory. */
static err enter(struct interview *i, const struct said *s)
{
	for (size_t k = 0; k < answers_of(s); k++) {
		struct given_answer a = answer_of(i, s, k);

		TRY(evidence_answer(i->evidence, &a));
	}
	return OK;
}

static bool run(struct interview *i, const char *sql)
{
	return sqlite3_exec(evidence_db(i->evidence), sql, NULL, NULL, NULL) == SQLITE_OK;
}

err interview_try(struct interview *i, const struct said *s, const struct interview_effect **ret)
{
	err e = run(i, "SAVEPOINT tried") ? enter(i, s) : fail(&evidence_write, 0);

	if (!e.is) e = judge_into(i, &i->next, true);
	if (!e.is) interview_effect(i->now.judgement, i->next.judgement, &i->next.keep, &i->next.effect);
	if (!run(i, "ROLLBACK TO tried; RELEASE tried") && !e.is) e = fail(&evidence_write, 0);
	if (!e.is) *ret = &i->next.effect;
	return e;
}

static size_t given_of(struct interview *i, const struct said *s, struct given_answer **ret)
{
	size_t n = answers_of(s);
	struct given_answer *all = arena_array(&i->scratch, struct given_answer, n);

	for (size_t k = 0; k < n; k++) all[k] = answer_of(i, s, k);
	*ret = all;
	return n;
}

/* In the file first: what is asked next may rest on it. */
static err take(struct interview *i, const struct given_answer *all, size_t count, const struct interview_effect **ret,
	const struct notes *notes)
{
	struct standing before = i->now;
	err e;

	TRY(folder_answers_set(i->file, all, count, notes));
	e = OK;
	for (size_t k = 0; k < count && !e.is; k++) e = evidence_answer(i->evidence, &all[k]);
	if (!e.is) e = judge_into(i, &i->next, false);
	if (e.is) {
		note_fault(notes, i->setup.path, e, evidence_error(i->evidence));
		return e;
	}
	plan_into(i, &i->next);
	interview_effect(before.judgement, i->next.judgement, &i->next.keep, &i->next.effect);
	i->now = i->next;
	i->next = before;
	if (ret) *ret = &i->now.effect;
	return OK;
}

err interview_say(
	struct interview *i, const struct said *s, const struct interview_effect **ret, const struct notes *notes)
{
	struct given_answer *all;

	arena_rewind(&i->scratch, 0);

	size_t n = given_of(i, s, &all);

	return take(i, all, n, ret, notes);
}

err interview_take(struct interview *i, const struct interview_given *given, size_t count,
	const struct interview_effect **ret, const struct notes *notes)
{
	struct given_answer *all;

	arena_rewind(&i->scratch, 0);
	all = arena_array(&i->scratch, struct given_answer, count + 1);
	for (size_t k = 0; k < count; k++) {
		struct said one = { .answers = &given[k].answer,
			.answer_count = 1,
			.rows = &given[k].about,
			.row_count = given[k].about.n != 0,
			.reason = given[k].reason };

		all[k] = answer_of(i, &one, 0);
	}
	return take(i, all, count, ret, notes);
}

/* ---- what there is ----------------------------------------------------------------------------------------------- */

const struct question *interview_question(const struct interview *i, str id, struct arena *keep)
{
	const struct question *q = answer_question(i->setup.rules, id);

	return q ? q : profile_question(i->setup.rules, id, keep);
}

bool interview_knows(struct interview *i, str name)
{
	sqlite3_stmt *stmt = NULL;
	bool is_known = false;

	if (sqlite3_prepare_v2(evidence_db(i->evidence), "SELECT 1 FROM subject WHERE name = ?1 LIMIT 1", -1, &stmt,
		    NULL) != SQLITE_OK)
		return false;
	sqlite3_bind_text(stmt, 1, name.p, (int)name.n, SQLITE_STATIC);
	is_known = sqlite3_step(stmt) == SQLITE_ROW;
	sqlite3_finalize(stmt);
	return is_known;
}

str interview_edition(const struct interview *i)
{
	enum { SHOWN = 12 };
	str all = i->setup.rules->digest;

	return (str){ all.p, all.n < SHOWN ? all.n : SHOWN };
}
