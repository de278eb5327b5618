#include "evidence/answer.h"

#include <string.h>

const struct fault answer_about_nothing = { FAULT_USAGE, "answer.about-nothing", "nothing in it has that name" };

static err refused(struct evidence *e)
{
	return fail(&evidence_write, evidence_errno(evidence_db(e)));
}

/* Empty text is none: NULL. */
static void bind(sqlite3_stmt *stmt, int at, str text)
{
	if (text.n) sqlite3_bind_text(stmt, at, text.p, (int)text.n, SQLITE_STATIC);
}

/* The first of that name; 0 for the product. */
static err find_entity(struct evidence *e, str name, int64_t *ret)
{
	sqlite3_stmt *stmt = NULL;
	bool is_found = false;

	*ret = 0;
	if (!name.n) return OK;
	if (sqlite3_prepare_v2(evidence_db(e), "SELECT id FROM subject WHERE name = ?1 ORDER BY id LIMIT 1", -1, &stmt,
		    NULL) != SQLITE_OK)
		return refused(e);
	bind(stmt, 1, name);
	is_found = sqlite3_step(stmt) == SQLITE_ROW;
	if (is_found) *ret = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	return is_found ? OK : fail(&answer_about_nothing, 0);
}

/* The document that it is. */
static err write_record(struct evidence *e, const struct answer_record *r, int64_t *ret_document)
{
	sqlite3 *db = evidence_db(e);
	sqlite3_stmt *stmt = NULL;
	int64_t input;
	struct input_row row = {
		.kind = STR("test-record"), .name = r->name, .sha256 = digest_str(&r->digest), .size = r->size
	};
	bool is_done = false;

	TRY(evidence_input(e, &row, &input));
	if (sqlite3_prepare_v2(db, "INSERT INTO document(input, kind, url, sha256) VALUES(?1, 'test-record', ?2, ?3)",
		    -1, &stmt, NULL) == SQLITE_OK) {
		sqlite3_bind_int64(stmt, 1, input);
		bind(stmt, 2, r->name);
		bind(stmt, 3, digest_str(&r->digest));
		is_done = sqlite3_step(stmt) == SQLITE_DONE;
	}
	sqlite3_finalize(stmt);
	if (!is_done) return refused(e);
	*ret_document = sqlite3_last_insert_rowid(db);
	return OK;
}

static err write_answer(struct evidence *e, const struct given_answer *a, int64_t entity, int64_t document)
{
	sqlite3_stmt *stmt = NULL;
	const char *sql = "INSERT OR REPLACE INTO answer(question, entity, value, basis, author, answered, expires, "
			  "reason, document) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, nullif(?9, 0))";
	bool is_done = false;

	if (sqlite3_prepare_v2(evidence_db(e), sql, -1, &stmt, NULL) == SQLITE_OK) {
		bind(stmt, 1, a->question);
		sqlite3_bind_int64(stmt, 2, entity);
		sqlite3_bind_text(stmt, 3, a->value.p ? a->value.p : "", (int)a->value.n, SQLITE_STATIC);
		bind(stmt, 4, a->basis);
		bind(stmt, 5, a->author);
		bind(stmt, 6, a->answered);
		bind(stmt, 7, a->expires);
		bind(stmt, 8, a->reason);
		sqlite3_bind_int64(stmt, 9, document);
		is_done = sqlite3_step(stmt) == SQLITE_DONE;
	}
	sqlite3_finalize(stmt);
	return is_done ? OK : refused(e);
}

/* Records that no answer rests on any more. */
static err drop_records(struct evidence *e)
{
	const char *sql = "DELETE FROM document WHERE kind = 'test-record' AND id NOT IN "
			  "(SELECT document FROM answer WHERE document IS NOT NULL) AND id NOT IN "
			  "(SELECT document FROM trial WHERE document IS NOT NULL);"
			  "DELETE FROM input WHERE kind = 'test-record' AND id NOT IN "
			  "(SELECT input FROM document WHERE input IS NOT NULL)";

	return sqlite3_exec(evidence_db(e), sql, NULL, NULL, NULL) == SQLITE_OK ? OK : refused(e);
}

bool answer_is_of_profile(str question, str *ret_name)
{
	static const char *const sections[] = { "profile.", "conditions." };

	for (size_t i = 0; i < sizeof(sections) / sizeof(*sections); i++) {
		size_t n = strlen(sections[i]);

		if (!str_starts(question, sections[i]) || question.n == n) continue;
		*ret_name = (str){ question.p + n, question.n - n };
		return true;
	}
	return false;
}

/* What the product is stands in a table of its own. */
static err write_profile(struct evidence *e, str name, const struct given_answer *a)
{
	sqlite3_stmt *stmt = NULL;
	const char *sql = "INSERT OR REPLACE INTO profile(name, value, basis, author) VALUES(?1, ?2, 'declared', ?3)";
	bool is_done = false;

	if (sqlite3_prepare_v2(evidence_db(e), sql, -1, &stmt, NULL) == SQLITE_OK) {
		bind(stmt, 1, name);
		bind(stmt, 2, a->value);
		bind(stmt, 3, a->author);
		is_done = sqlite3_step(stmt) == SQLITE_DONE;
	}
	sqlite3_finalize(stmt);
	return is_done ? OK : refused(e);
}

/* No input holds it: who makes the file anew shall know. Files of before have no such table. */
static err note_said(struct evidence *e, const struct given_answer *a)
{
	sqlite3_stmt *stmt = NULL;
	const char *table =
		"CREATE TABLE IF NOT EXISTS said(question TEXT NOT NULL, about TEXT NOT NULL, author TEXT NOT NULL, "
		"PRIMARY KEY(question, about, author)) WITHOUT ROWID";
	const char *sql = "INSERT OR REPLACE INTO said(question, about, author) VALUES(?1, ?2, ?3)";
	bool is_done = false;

	if (sqlite3_exec(evidence_db(e), table, NULL, NULL, NULL) == SQLITE_OK &&
		sqlite3_prepare_v2(evidence_db(e), sql, -1, &stmt, NULL) == SQLITE_OK) {
		bind(stmt, 1, a->question);
		sqlite3_bind_text(stmt, 2, a->about.p ? a->about.p : "", (int)a->about.n, SQLITE_STATIC);
		sqlite3_bind_text(stmt, 3, a->author.p ? a->author.p : "", (int)a->author.n, SQLITE_STATIC);
		is_done = sqlite3_step(stmt) == SQLITE_DONE;
	}
	sqlite3_finalize(stmt);
	return is_done ? OK : refused(e);
}

err evidence_answer(struct evidence *e, const struct given_answer *a)
{
	int64_t entity, document = 0;
	str name;

	TRY(find_entity(e, a->about, &entity));
	TRY(note_said(e, a));
	if (answer_is_of_profile(a->question, &name)) return write_profile(e, name, a);
	if (a->record) TRY(write_record(e, a->record, &document));
	TRY(write_answer(e, a, entity, document));
	return drop_records(e);
}
