#include "evidence/evidence.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

const struct fault evidence_open = { FAULT_SYSTEM, "evidence.open", "the evidence file cannot be opened" };
const struct fault evidence_not_ours = { FAULT_INPUT, "evidence.not-ours",
	"this is no evidence file of assay, or one of another version" };
const struct fault evidence_write = { FAULT_SYSTEM, "evidence.write", "the evidence file cannot be written" };

static const char schema[] = {
#include "schema.inc"
	0
};

enum { APPLICATION_ID = 1095979840, SCHEMA_VERSION = 1 };

struct evidence {
	sqlite3 *db;
	char *path, *temporary; /* NULL in memory or when reading */
	sqlite3_stmt *statements[EVIDENCE_STATEMENTS];
	sqlite3_stmt **clearing; /* one a table; NULL ends */
};

static err fail_sql(const struct fault *fault, struct evidence *e)
{
	return fail(fault, (uint64_t)sqlite3_extended_errcode(e->db));
}

static err run_sql(struct evidence *e, const char *sql)
{
	return sqlite3_exec(e->db, sql, NULL, NULL, NULL) == SQLITE_OK ? OK : fail_sql(&evidence_write, e);
}

static struct evidence *evidence_new(void)
{
	struct evidence *e = calloc(1, sizeof(*e));

	if (!e) abort();
	return e;
}

err evidence_create(const char *path, struct evidence **ret)
{
	struct evidence *e = evidence_new();
	const char *name = ":memory:";

	if (path) {
		if (asprintf(&e->temporary, "%s.XXXXXX", path) < 0) abort();
		e->path = strdup(path);
		if (!e->path) abort();

		int fd = mkstemp(e->temporary);

		if (fd < 0) {
			int why = errno;

			free(e->temporary);
			e->temporary = NULL;
			evidence_close(e);
			return fail(&evidence_write, (uint64_t)why);
		}
		fchmod(fd, 0644);
		close(fd);
		name = e->temporary;
	}

	/* The file is renamed when whole, so a journal would guard nothing. */
	err done = OK;

	if (sqlite3_open_v2(name, &e->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) != SQLITE_OK)
		done = fail(&evidence_write, (uint64_t)errno);
	if (!done.is)
		done = run_sql(e, "PRAGMA page_size=4096; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA "
				  "locking_mode=EXCLUSIVE");
	if (!done.is) done = run_sql(e, schema);
	if (!done.is) done = run_sql(e, "BEGIN");
	if (done.is) {
		evidence_close(e);
		return done;
	}
	*ret = e;
	return OK;
}

static int64_t pragma(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *stmt = NULL;
	int64_t value = -1;

	if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) == SQLITE_OK && sqlite3_step(stmt) == SQLITE_ROW)
		value = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	return value;
}

err evidence_read(const char *path, struct evidence **ret)
{
	struct evidence *e = evidence_new();

	if (access(path, R_OK)) {
		int why = errno;

		evidence_close(e);
		return fail(&evidence_open, (uint64_t)why);
	}
	if (sqlite3_open_v2(path, &e->db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK ||
		pragma(e->db, "PRAGMA application_id") != APPLICATION_ID ||
		pragma(e->db, "PRAGMA user_version") != SCHEMA_VERSION) {
		evidence_close(e);
		return fail(&evidence_not_ours, 0);
	}

	/* A file from elsewhere may hold triggers and views of its own: nothing of it is trusted to run. */
	sqlite3_db_config(e->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(e->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(e->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
	*ret = e;
	return OK;
}

err evidence_change(const char *path, struct evidence **ret)
{
	struct evidence *e = NULL, *check = NULL;

	TRY(evidence_read(path, &check));

	err done = evidence_create(path, &e);

	/* The change is made to a copy that takes the file's place when it is whole. */
	if (!done.is) done = run_sql(e, "COMMIT");
	if (!done.is) {
		sqlite3_backup *backup = sqlite3_backup_init(e->db, "main", check->db, "main");

		if (!backup || sqlite3_backup_step(backup, -1) != SQLITE_DONE) done = fail_sql(&evidence_write, e);
		sqlite3_backup_finish(backup);
	}
	if (!done.is) done = run_sql(e, "BEGIN");
	evidence_close(check);
	if (done.is) {
		if (e) evidence_close(e);
		return done;
	}
	*ret = e;
	return OK;
}

static void drop_statements(struct evidence *e)
{
	for (unsigned i = 0; i < EVIDENCE_STATEMENTS; i++) {
		sqlite3_finalize(e->statements[i]);
		e->statements[i] = NULL;
	}
	for (size_t i = 0; e->clearing && e->clearing[i]; i++) sqlite3_finalize(e->clearing[i]);
	free(e->clearing);
	e->clearing = NULL;
}

err evidence_commit(struct evidence *e)
{
	TRY(run_sql(e, "COMMIT"));
	TRY(run_sql(e, "ANALYZE"));
	if (!e->path) return run_sql(e, "BEGIN");
	drop_statements(e);
	if (sqlite3_close(e->db) != SQLITE_OK) return fail_sql(&evidence_write, e);
	e->db = NULL;

	int fd = open(e->temporary, O_RDONLY | O_CLOEXEC);
	bool is_safe = fd >= 0 && fsync(fd) == 0;

	if (fd >= 0) close(fd);
	if (!is_safe || rename(e->temporary, e->path)) return fail(&evidence_write, (uint64_t)errno);
	free(e->temporary);
	e->temporary = NULL;
	return sqlite3_open_v2(e->path, &e->db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK ? OK : fail(&evidence_open, 0);
}

sqlite3_stmt *evidence_statement(struct evidence *e, unsigned number, const char *sql)
{
	sqlite3_stmt **stmt = &e->statements[number];

	if (number >= EVIDENCE_STATEMENTS) abort();
	if (*stmt) {
		sqlite3_reset(*stmt);
		sqlite3_clear_bindings(*stmt);
	} else {
		sqlite3_prepare_v3(e->db, sql, -1, SQLITE_PREPARE_PERSISTENT, stmt, NULL);
	}
	return *stmt;
}

static err prepare_clearing(struct evidence *e)
{
	enum { TABLES_MOST = 200 };
	sqlite3_stmt *names = NULL;
	char sql[160];
	size_t n = 0;

	e->clearing = calloc(TABLES_MOST + 1, sizeof(sqlite3_stmt *));
	if (!e->clearing) abort();
	if (sqlite3_prepare_v2(e->db, "SELECT name FROM main.sqlite_master WHERE type = 'table'", -1, &names, NULL) !=
		SQLITE_OK)
		return fail_sql(&evidence_write, e);
	while (sqlite3_step(names) == SQLITE_ROW && n < TABLES_MOST) {
		snprintf(sql, sizeof(sql), "DELETE FROM main.\"%s\"", (const char *)sqlite3_column_text(names, 0));
		if (sqlite3_prepare_v3(e->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &e->clearing[n], NULL) == SQLITE_OK)
			n++;
	}
	sqlite3_finalize(names);
	return OK;
}

err evidence_clear(struct evidence *e)
{
	if (!e->clearing) TRY(prepare_clearing(e));
	for (size_t i = 0; e->clearing[i]; i++) {
		int result = sqlite3_step(e->clearing[i]);

		sqlite3_reset(e->clearing[i]);
		if (result != SQLITE_DONE) return fail_sql(&evidence_write, e);
	}
	return OK;
}

void evidence_close(struct evidence *e)
{
	drop_statements(e);
	sqlite3_close(e->db);
	if (e->temporary) unlink(e->temporary);
	free(e->temporary);
	free(e->path);
	free(e);
}

const char *evidence_schema(void)
{
	return schema;
}

sqlite3 *evidence_db(struct evidence *e)
{
	return e->db;
}

const char *evidence_error(const struct evidence *e)
{
	return e->db && sqlite3_errcode(e->db) != SQLITE_OK ? sqlite3_errmsg(e->db) : "";
}

static void bind_str(sqlite3_stmt *stmt, int at, str s)
{
	if (s.p) sqlite3_bind_text64(stmt, at, s.p, s.n, SQLITE_STATIC, SQLITE_UTF8);
}

err evidence_input(struct evidence *e, const struct input_row *row, int64_t *ret_id)
{
	sqlite3_stmt *stmt = NULL;
	const char *sql = "INSERT INTO input(kind, name, sha256, size, taken, part, state, version)"
			  " VALUES(?1, ?2, ?3, ?4, nullif(?5, ''), coalesce(?6, 'device'), coalesce(?7, 'any'), ?8)";

	if (sqlite3_prepare_v2(e->db, sql, -1, &stmt, NULL) != SQLITE_OK) return fail_sql(&evidence_write, e);
	bind_str(stmt, 1, row->kind);
	bind_str(stmt, 2, row->name);
	bind_str(stmt, 3, row->sha256);
	sqlite3_bind_int64(stmt, 4, (int64_t)row->size);
	bind_str(stmt, 5, row->taken);
	bind_str(stmt, 6, row->part);
	bind_str(stmt, 7, row->state);
	bind_str(stmt, 8, row->version);

	bool is_done = sqlite3_step(stmt) == SQLITE_DONE;

	sqlite3_finalize(stmt);
	if (!is_done) return fail_sql(&evidence_write, e);
	*ret_id = sqlite3_last_insert_rowid(e->db);
	return OK;
}
