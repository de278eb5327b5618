#include "evidence/evidence.h"

#include "base/limits.h"
#include "base/whole.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

const struct fault evidence_open = { FAULT_SYSTEM, "evidence.open", "the evidence file cannot be opened" };
const struct fault evidence_not_ours = { FAULT_INPUT, "evidence.not-ours",
	"this is no evidence file of assay, or one of another version" };
const struct fault evidence_foreign = { FAULT_INPUT, "evidence.foreign",
	"this evidence file holds tables, views or triggers that assay does not write; make it anew with \"assay "
	"check\"" };
const struct fault evidence_write = { FAULT_SYSTEM, "evidence.write", "the evidence file cannot be written" };

static const char schema[] = {
#include "schema.inc"
	0
};

enum { APPLICATION_ID = 1095979840, SCHEMA_VERSION = 1 };

struct evidence {
	sqlite3 *db;
	char *path;          /* NULL in memory or when reading */
	struct whole *whole; /* until it stands there */
	sqlite3_stmt *statements[EVIDENCE_STATEMENTS];
	sqlite3_stmt **clearing; /* one a table; NULL ends */
};

uint64_t evidence_errno(sqlite3 *db)
{
	switch (sqlite3_errcode(db)) {
	case SQLITE_FULL:
		return ENOSPC;
	case SQLITE_IOERR:
	case SQLITE_CANTOPEN:
		return (uint64_t)sqlite3_system_errno(db);
	default:
		return 0;
	}
}

static err fail_sql(const struct fault *fault, struct evidence *e)
{
	return fail(fault, evidence_errno(e->db));
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

/* A file without a name is opened by its number (base/whole.h), through a link that SQLite would not follow: what the
 * link says is no path. */
#define BY_NUMBER "/proc/self/fd/"

static int open_by_number(const char *path, int flags, int mode)
{
	if (strncmp(path, BY_NUMBER, strlen(BY_NUMBER)) == 0) flags &= ~O_NOFOLLOW;
	return open(path, flags, mode);
}

static int path_as_it_is(sqlite3_vfs *vfs, const char *path, int room, char *ret)
{
	(void)vfs;
	return (size_t)snprintf(ret, (size_t)room, "%s", path) < (size_t)room ? SQLITE_OK : SQLITE_CANTOPEN;
}

static const char *vfs_by_number(void)
{
	static const char name[] = "assay-by-number";
	static sqlite3_vfs vfs;
	sqlite3_vfs *system = sqlite3_vfs_find(NULL);

	if (sqlite3_vfs_find(name)) return name;
	if (!system || !system->xSetSystemCall ||
		system->xSetSystemCall(system, "open", (sqlite3_syscall_ptr)open_by_number) != SQLITE_OK)
		return NULL;
	vfs = *system;
	vfs.zName = name;
	vfs.pNext = NULL;
	vfs.xFullPathname = path_as_it_is;
	return sqlite3_vfs_register(&vfs, 0) == SQLITE_OK ? name : NULL;
}

static err open_whole(struct evidence *e, int flags)
{
	const char *vfs = whole_is_nameless(e->whole) ? vfs_by_number() : NULL;

	return sqlite3_open_v2(whole_path(e->whole), &e->db, flags, vfs) == SQLITE_OK ? OK
										      : fail_sql(&evidence_write, e);
}

err evidence_create(const char *path, struct evidence **ret)
{
	struct evidence *e = evidence_new();
	err done = OK;

	if (path) {
		e->path = strdup(path);
		if (!e->path) abort();
		done = whole_begin(path, &e->whole);
		if (!done.is) done = open_whole(e, SQLITE_OPEN_READWRITE);
	} else if (sqlite3_open_v2(":memory:", &e->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) != SQLITE_OK) {
		done = fail_sql(&evidence_write, e);
	}

	/* The file gets its name when whole, so a journal on the disk would guard nothing; one in memory lets a run be
	 * taken back. */
	if (!done.is)
		done = run_sql(e, "PRAGMA page_size=4096; PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA "
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

/* Whether ours has it. Of tables a file may lack some that came later, and their columns; views are words that we run,
 * and the same to the letter. */
static bool is_known_object(sqlite3_stmt *known, sqlite3_stmt *object)
{
	bool is_table = strcmp((const char *)sqlite3_column_text(object, 0), "table") == 0, is_known;

	for (int i = 0; i < 3; i++) sqlite3_bind_value(known, i + 1, sqlite3_column_value(object, i));
	sqlite3_bind_int(known, 4, is_table);
	is_known = sqlite3_step(known) == SQLITE_ROW;
	sqlite3_reset(known);
	return is_known;
}

/* Columns that are made when they are read, those of a virtual table, and orders of texts of its own: ours has none. */
static bool has_odd_columns(sqlite3 *db)
{
	return pragma(db,
		       "SELECT EXISTS (SELECT 1 FROM main.sqlite_master AS m, pragma_table_xinfo(m.name) AS c"
		       " WHERE m.type = 'table' AND c.hidden <> 0)"
		       " OR EXISTS (SELECT 1 FROM main.sqlite_master WHERE type = 'table' AND sql LIKE '%collate%')") !=
	       0;
}

/* A file from elsewhere may hold triggers, views and names of its own. What assay writes has none: such a file is not
 * its work. */
static bool is_of_our_schema(sqlite3 *db)
{
	static const char all[] =
		"SELECT coalesce(type, ''), coalesce(name, ''), coalesce(sql, '') FROM main.sqlite_master"
		" WHERE NOT (type = 'table' AND name IN ('sqlite_stat1', 'sqlite_stat4', 'sqlite_sequence'))"
		" AND NOT (type = 'index' AND sql IS NULL AND name LIKE 'sqlite@_autoindex@_%' ESCAPE '@')";
	static const char ours[] =
		"SELECT 1 FROM main.sqlite_master WHERE type = ?1 AND name = ?2"
		" AND (sql = ?3 OR (?4 AND substr(?3, 1, length(?2) + 14) = 'CREATE TABLE ' || ?2 || '('))";
	struct evidence *own = NULL;
	sqlite3_stmt *known = NULL, *object = NULL;
	bool is_ours = !evidence_create(NULL, &own).is &&
		       sqlite3_prepare_v2(own->db, ours, -1, &known, NULL) == SQLITE_OK &&
		       sqlite3_prepare_v2(db, all, -1, &object, NULL) == SQLITE_OK;
	int result = SQLITE_ERROR;

	while (is_ours && (result = sqlite3_step(object)) == SQLITE_ROW) is_ours = is_known_object(known, object);
	sqlite3_finalize(object);
	sqlite3_finalize(known);
	if (own) evidence_close(own);
	return is_ours && result == SQLITE_DONE;
}

/* Nothing of what a file says of itself is trusted to run. */
static void distrust(sqlite3 *db)
{
	sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
	sqlite3_limit(db, SQLITE_LIMIT_LENGTH, LIMIT_SQL_VALUE);
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
	distrust(e->db);
	if (has_odd_columns(e->db) || !is_of_our_schema(e->db)) {
		evidence_close(e);
		return fail(&evidence_foreign, 0);
	}
	*ret = e;
	return OK;
}

/* All rows of another, whose schema was looked at. */
static err copy_rows(struct evidence *to, struct evidence *from)
{
	distrust(to->db);

	sqlite3_backup *backup = sqlite3_backup_init(to->db, "main", from->db, "main");
	bool is_done = backup && sqlite3_backup_step(backup, -1) == SQLITE_DONE;

	sqlite3_backup_finish(backup);
	return is_done ? OK : fail_sql(&evidence_write, to);
}

err evidence_copy(const char *path, struct evidence **ret)
{
	struct evidence *e = evidence_new(), *from = NULL;
	err done = evidence_read(path, &from);

	/* A database without a name: SQLite keeps it in memory, and what of it is large in a file that nobody else
	 * sees. */
	if (!done.is && sqlite3_open_v2("", &e->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) != SQLITE_OK)
		done = fail_sql(&evidence_write, e);
	if (!done.is) done = copy_rows(e, from);
	if (from) evidence_close(from);
	if (done.is)
		evidence_close(e);
	else
		*ret = e;
	return done;
}

err evidence_change(const char *path, struct evidence **ret)
{
	struct evidence *e = NULL, *check = NULL;

	TRY(evidence_read(path, &check));

	err done = evidence_create(path, &e);

	/* The change is made to a copy that takes the file's place when it is whole. */
	if (!done.is) done = run_sql(e, "COMMIT");
	if (!done.is) done = copy_rows(e, check);
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

err evidence_seal(struct evidence *e)
{
	TRY(run_sql(e, "COMMIT"));
	TRY(run_sql(e, "ANALYZE"));
	if (!e->path) return run_sql(e, "BEGIN");
	drop_statements(e);
	if (sqlite3_close(e->db) != SQLITE_OK) return fail_sql(&evidence_write, e);
	e->db = NULL;
	TRY(whole_ready(e->whole));
	return open_whole(e, SQLITE_OPEN_READONLY);
}

err evidence_name(struct evidence *e)
{
	return e->path ? whole_name(e->whole) : OK;
}

err evidence_publish(struct evidence *e)
{
	return e->path ? whole_publish(e->whole) : OK;
}

bool evidence_leaves_links(const struct evidence *e)
{
	return e->whole && whole_leaves_links(e->whole);
}

err evidence_commit(struct evidence *e)
{
	TRY(evidence_seal(e));
	return evidence_publish(e);
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
	whole_close(e->whole);
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
	sqlite3_stmt *stmt = evidence_statement(e, EVIDENCE_INPUT,
		"INSERT INTO input(kind, name, sha256, size, taken, part, state, version)"
		" VALUES(?1, ?2, ?3, ?4, nullif(?5, ''), coalesce(?6, 'device'), coalesce(?7, 'any'), ?8)");

	if (!stmt) return fail_sql(&evidence_write, e);
	bind_str(stmt, 1, row->kind);
	bind_str(stmt, 2, row->name);
	bind_str(stmt, 3, row->sha256);
	sqlite3_bind_int64(stmt, 4, (int64_t)row->size);
	bind_str(stmt, 5, row->taken);
	bind_str(stmt, 6, row->part);
	bind_str(stmt, 7, row->state);
	bind_str(stmt, 8, row->version);

	bool is_done = sqlite3_step(stmt) == SQLITE_DONE;

	sqlite3_reset(stmt);
	if (!is_done) return fail_sql(&evidence_write, e);
	*ret_id = sqlite3_last_insert_rowid(e->db);
	return OK;
}

void evidence_single_thread(void)
{
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	/* Else each table that a query makes for itself comes with room for twenty pages, all of them touched. */
	sqlite3_config(SQLITE_CONFIG_PAGECACHE, NULL, 0, 0);
}
