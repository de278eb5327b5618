#include "draft/propose.h"

#include "base/limits.h"
#include "evidence/wire.h"

#include <stdlib.h>

const struct proposer *const proposers[] = { access_proposers, network_proposers, software_proposers, surface_proposers,
	NULL };

/* ---- one row ----------------------------------------------------------------------------------------------------- */

static const struct declared_kind *kind_of_list(const char *list)
{
	for (size_t i = 0; i < declared_kind_count; i++)
		if (strcmp(declared_kinds[i].list, list) == 0) return &declared_kinds[i];
	return NULL;
}

static const struct wire_column *column_named(const struct declared_kind *kind, const char *name)
{
	if (kind->table >= TABLE_COUNT) return NULL;
	for (const struct wire_column *c = wire_tables[kind->table].columns; c->name; c++)
		if (strcmp(c->name, name) == 0) return c;
	return NULL;
}

static str text_at(sqlite3_stmt *stmt, int column, struct arena *keep)
{
	const char *text = (const char *)sqlite3_column_text(stmt, column);

	return arena_str(keep, (str){ text, (size_t)sqlite3_column_bytes(stmt, column) });
}

static num number_at(sqlite3_stmt *stmt, int column)
{
	return NUM(sqlite3_column_int64(stmt, column));
}

/* Rows to look up once the statement that names them is read. */
struct places {
	int64_t file, observed;
};

static void take_value(struct proposal *p, const char *name, sqlite3_stmt *stmt, int column, struct arena *keep)
{
	const struct wire_column *c = column_named(p->kind, name);

	if (!c) return;

	bool is_number = c->kind == COLUMN_INT || c->kind == COLUMN_REAL;
	struct proposed_value *v = vec_add(keep, &p->values);

	v->key = str_of(c->name);
	v->is_plain = is_number || c->kind == COLUMN_BOOL;
	v->text = c->kind == COLUMN_BOOL ? (sqlite3_column_int64(stmt, column) ? STR("yes") : STR("no"))
					 : text_at(stmt, column, keep);
}

static void take_column(struct proposal *p, struct places *places, sqlite3_stmt *stmt, int column, struct arena *keep)
{
	const char *name = sqlite3_column_name(stmt, column);

	if (sqlite3_column_type(stmt, column) == SQLITE_NULL) return;
	if (strcmp(name, "name") == 0)
		p->name = text_at(stmt, column, keep);
	else if (strcmp(name, "crypto") == 0)
		p->crypto = text_at(stmt, column, keep);
	else if (strcmp(name, "because") == 0)
		p->because = text_at(stmt, column, keep);
	else if (strcmp(name, "observed") == 0)
		places->observed = sqlite3_column_int64(stmt, column);
	else if (strcmp(name, "file") == 0)
		places->file = sqlite3_column_int64(stmt, column);
	else if (strcmp(name, "at") == 0)
		p->at = number_at(stmt, column);
	else if (strcmp(name, "line") == 0)
		p->line = number_at(stmt, column);
	else
		take_value(p, name, stmt, column, keep);
}

/* The text that a query of one number gives; empty: no row. */
static str text_of(sqlite3 *db, const char *sql, int64_t number, struct arena *keep)
{
	sqlite3_stmt *stmt = NULL;
	str text = { 0 };

	if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK) return text;
	sqlite3_bind_int64(stmt, 1, number);
	if (sqlite3_step(stmt) == SQLITE_ROW) text = text_at(stmt, 0, keep);
	sqlite3_finalize(stmt);
	return text;
}

static bool has_row(sqlite3 *db, const char *sql, str first, str second, int64_t third)
{
	sqlite3_stmt *stmt = NULL;
	bool is_there = false;

	if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK) return false;
	sqlite3_bind_text(stmt, 1, first.p, (int)first.n, SQLITE_STATIC);
	sqlite3_bind_text(stmt, 2, second.p, (int)second.n, SQLITE_STATIC);
	sqlite3_bind_int64(stmt, 3, third);
	is_there = sqlite3_step(stmt) == SQLITE_ROW;
	sqlite3_finalize(stmt);
	return is_there;
}

static bool is_declared(sqlite3 *db, const struct proposal *p, int64_t observed)
{
	return has_row(db,
		"SELECT 1 FROM declared WHERE kind = ?1 AND lower(name) = lower(?2) UNION ALL SELECT 1 FROM relation"
		" WHERE verb = 'same-as' AND object = ?3 LIMIT 1",
		str_of(p->kind->kind), p->name, observed);
}

static bool has_value(const struct proposal *p, const char *key)
{
	for (size_t i = 0; i < p->values.n; i++)
		if (str_is(p->values.p[i].key, key)) return true;
	return false;
}

/* What could be said of it, and is not. Digests and places are for programs. */
static str unknown_of(const struct proposal *p, struct arena *keep)
{
	static const char *const none[] = { "line", "at", "how", "hash", "fingerprint", "sha256", "reviewed", NULL };
	str all = { 0 };

	if (p->kind->table >= TABLE_COUNT) return all;
	for (const struct wire_column *c = wire_tables[p->kind->table].columns; c->name; c++) {
		bool may_be = c->kind != COLUMN_ID && c->kind != COLUMN_INPUT && c->kind != COLUMN_REF &&
			      c->kind != COLUMN_REF0;

		if (may_be && !has_value(p, c->name) && !declare_is_one_of(str_of(c->name), none))
			all = arena_join(keep, all, ", ", str_of(c->name));
	}
	return all;
}

/* ---- all of them ------------------------------------------------------------------------------------------------- */

static const struct proposal *named(const proposals *all, const struct declared_kind *kind, str name)
{
	for (size_t i = all->n; i-- > 0;)
		if (all->p[i].kind == kind && str_equal(all->p[i].name, name)) return &all->p[i];
	return NULL;
}

static void add(
	sqlite3 *db, const struct proposal *seen, const struct places *places, struct arena *keep, proposals *ret)
{
	struct proposal p = *seen;

	if (!p.name.n || named(ret, p.kind, p.name)) return;
	if (places->file) p.path = text_of(db, "SELECT path FROM file WHERE id = ?1", places->file, keep);
	if (places->observed) p.same_as = text_of(db, "SELECT name FROM entity WHERE id = ?1", places->observed, keep);
	if (!p.path.n && !p.because.n) p.because = STR("what was seen of the image");
	p.is_declared = is_declared(db, &p, places->observed);
	p.unknown = unknown_of(&p, keep);
	*vec_add(keep, ret) = p;
}

static err propose(sqlite3 *db, const struct proposer *from, struct arena *keep, proposals *ret)
{
	const struct declared_kind *kind = kind_of_list(from->list);
	sqlite3_stmt *stmt = NULL;
	int result = sqlite3_prepare_v2(db, from->sql, -1, &stmt, NULL);

	if (result != SQLITE_OK || !kind) return fail(&evidence_write, 0);
	while (ret->n < LIMIT_PROPOSALS && (result = sqlite3_step(stmt)) == SQLITE_ROW) {
		struct proposal p = { .kind = kind };
		struct places places = { 0 };

		for (int i = 0; i < sqlite3_column_count(stmt); i++) take_column(&p, &places, stmt, i, keep);
		add(db, &p, &places, keep, ret);
	}
	sqlite3_finalize(stmt);
	return result == SQLITE_DONE || result == SQLITE_ROW ? OK : fail(&evidence_write, 0);
}

static int by_kind_and_name(const void *a, const void *b)
{
	const struct proposal *p = a, *q = b;

	if (p->kind != q->kind) return p->kind < q->kind ? -1 : 1;
	return str_compare(p->name, q->name);
}

err draft_propose(struct evidence *e, struct arena *keep, proposals *ret)
{
	*ret = (proposals){ 0 };
	for (const struct proposer *const *group = proposers; *group; group++)
		for (const struct proposer *p = *group; p->list; p++) TRY(propose(evidence_db(e), p, keep, ret));
	if (ret->n) qsort(ret->p, ret->n, sizeof(*ret->p), by_kind_and_name);
	return OK;
}

bool draft_has_seen(struct evidence *e)
{
	return has_row(evidence_db(e),
		"SELECT 1 FROM coverage WHERE class IN ('files', 'regions') AND state <> 'none' AND ?1 IS ?1 AND ?2 IS "
		"?2 AND ?3 = ?3",
		(str){ 0 }, (str){ 0 }, 0);
}
