#include "work/kept_answers.h"

#include "base/buf.h"
#include "base/vec.h"
#include "evidence/answer.h"
#include "work/files.h"
#include "work/folder_answers.h"

#include <string.h>
#include <unistd.h>

enum { MEMORY = 64 << 20 };

typedef VEC(struct given_answer) given_answers;

static str text_at(sqlite3_stmt *stmt, int column, struct arena *keep)
{
	const char *p = (const char *)sqlite3_column_text(stmt, column);

	return p ? arena_str(keep, (str){ p, (size_t)sqlite3_column_bytes(stmt, column) }) : (str){ 0 };
}

/* What was said of the product stands in its profile. A file of before `said` tells of none. */
static void read_said(sqlite3 *db, struct arena *keep, given_answers *ret)
{
	const char *sql =
		"SELECT s.question, s.about, s.author, a.value, a.basis, a.answered, a.expires, a.reason FROM said AS "
		"s "
		"JOIN answer AS a ON a.question = s.question AND a.author = s.author AND a.entity = coalesce((SELECT "
		"id FROM subject WHERE name = s.about ORDER BY id LIMIT 1), 0)"
		" UNION ALL SELECT s.question, s.about, s.author, p.value, 'declared', NULL, NULL, NULL FROM said AS s "
		"JOIN profile AS p ON s.question IN ('profile.' || p.name, 'conditions.' || p.name) AND p.author = "
		"s.author ORDER BY 1, 2, 3";
	sqlite3_stmt *stmt = NULL;

	if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) == SQLITE_OK)
		while (sqlite3_step(stmt) == SQLITE_ROW)
			*vec_add(keep, ret) = (struct given_answer){ .question = text_at(stmt, 0, keep),
				.about = text_at(stmt, 1, keep),
				.author = text_at(stmt, 2, keep),
				.value = text_at(stmt, 3, keep),
				.basis = text_at(stmt, 4, keep),
				.answered = text_at(stmt, 5, keep),
				.expires = text_at(stmt, 6, keep),
				.reason = text_at(stmt, 7, keep) };
	sqlite3_finalize(stmt);
}

static bool holds(sqlite3 *db, const struct given_answer *a)
{
	const char *sql =
		"SELECT 1 FROM answer WHERE question = ?1 AND author = ?3 AND (?2 = '' AND entity = 0 OR entity "
		"IN (SELECT id FROM subject WHERE name = ?2)) UNION ALL SELECT 1 FROM profile WHERE ?1 IN "
		"('profile.' || name, 'conditions.' || name)";
	sqlite3_stmt *stmt = NULL;
	bool is_there = false;

	if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) == SQLITE_OK) {
		sqlite3_bind_text(stmt, 1, a->question.p, (int)a->question.n, SQLITE_STATIC);
		sqlite3_bind_text(stmt, 2, a->about.p ? a->about.p : "", (int)a->about.n, SQLITE_STATIC);
		sqlite3_bind_text(stmt, 3, a->author.p ? a->author.p : "", (int)a->author.n, SQLITE_STATIC);
		is_there = sqlite3_step(stmt) == SQLITE_ROW;
	}
	sqlite3_finalize(stmt);
	return is_there;
}

static err refuse(void)
{
	return fail(&work_refused, 0);
}

/* A laboratory's test is no text: its record must be handed over again. It stands there as a remark. */
static err write_out(const char *file, const given_answers *all, const struct notes *notes)
{
	struct buf out = { 0 };
	err e;

	if (access(file, F_OK) == 0) {
		note(notes, "%s: is there already; name a file that is not", file);
		return refuse();
	}
	for (size_t i = 0; i < all->n; i++)
		if (str_is(all->p[i].basis, "tested"))
			buf_printf(&out, "# Tested; say it again with its record: %.*s, %.*s, by %.*s\n",
				STR_FMT(all->p[i].question), STR_FMT(all->p[i].value), STR_FMT(all->p[i].author));
	buf_text(&out, "answers:\n");
	for (size_t i = 0; i < all->n; i++)
		if (!str_is(all->p[i].basis, "tested")) answer_put_row(&out, &all->p[i]);
	e = file_replace(file, buf_all(&out));
	buf_free(&out);
	if (!e.is) return OK;
	note_fault(notes, file, e, "");
	return refuse();
}

static err settle(const char *path, const given_answers *lost, const struct keeping *k, const struct notes *notes)
{
	if (!lost->n || (k->are_given_up && !k->file)) return OK;
	if (k->file) return write_out(k->file, lost, notes);
	note(notes,
		"%s: holds %zu %s that no input holds, as to %.*s: made anew, it would lose %s. --keep-answers "
		"answers.yaml writes %s out first (then give --answers answers.yaml); --discard-answers gives %s up",
		path, lost->n, lost->n == 1 ? "answer" : "answers", STR_FMT(lost->p[0].question),
		lost->n == 1 ? "it" : "them", lost->n == 1 ? "it" : "them", lost->n == 1 ? "it" : "them");
	return refuse();
}

err answers_keep(const char *path, struct evidence *anew, const struct keeping *k, const struct notes *notes)
{
	struct arena keep;
	struct evidence *old;
	given_answers said = { 0 }, lost = { 0 };
	err e;

	/* What is no evidence, or that of another, holds no answers of ours. */
	if (access(path, F_OK) != 0 || evidence_read(path, &old).is) return OK;
	keep = arena_open(MEMORY);
	read_said(evidence_db(old), &keep, &said);
	for (size_t i = 0; i < said.n; i++)
		if (!holds(evidence_db(anew), &said.p[i])) *vec_add(&keep, &lost) = said.p[i];
	evidence_close(old);
	e = settle(path, &lost, k, notes);
	arena_close(&keep);
	return e;
}
