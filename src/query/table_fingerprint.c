#include "query/table_fingerprint.h"

#include "base/buf.h"
#include "base/siphash.h"

enum { COLUMNS = 64, ROWS_MOST = 256 };

struct content {
	sqlite3_stmt *rows; /* NULL until the table first had one */
	str *columns;
	size_t column_count;
	bool is_empty, is_vast;
	uint64_t tags[COLUMNS];
};

struct fingerprints {
	sqlite3 *db;
	const str *names;
	size_t count;
	struct content *contents; /* by table */
	struct sip_key key;
};

/* ---- which columns there are ------------------------------------------------------------------------------------- */

static bool find_columns(struct fingerprints *r, struct arena *keep, size_t table)
{
	VEC(str) columns = { 0 };
	sqlite3_stmt *stmt = NULL;
	bool is_done = sqlite3_prepare_v2(r->db, "SELECT name FROM pragma_table_info(?1, 'main')", -1, &stmt, NULL) ==
		       SQLITE_OK;

	if (is_done) sqlite3_bind_text64(stmt, 1, r->names[table].p, r->names[table].n, SQLITE_STATIC, SQLITE_UTF8);
	while (is_done && sqlite3_step(stmt) == SQLITE_ROW)
		*vec_add(keep, &columns) = arena_str(keep, str_of((const char *)sqlite3_column_text(stmt, 0)));
	sqlite3_finalize(stmt);
	r->contents[table] = (struct content){ .columns = columns.p, .column_count = columns.n, .is_empty = true };
	return is_done && columns.n;
}

struct fingerprints *fingerprints_open(sqlite3 *db, struct arena *keep, const str *names, size_t count)
{
	struct fingerprints *r = arena_new(keep, struct fingerprints);

	*r = (struct fingerprints){ .db = db,
		.names = names,
		.count = count,
		.contents = arena_array(keep, struct content, count),
		.key = sip_key_new() };
	for (size_t i = 0; i < count; i++)
		if (!find_columns(r, keep, i)) return NULL;
	return r;
}

void fingerprints_close(struct fingerprints *r)
{
	for (size_t i = 0; i < r->count; i++) sqlite3_finalize(r->contents[i].rows);
}

/* ---- what a query reads ------------------------------------------------------------------------------------------ */

/* The tag of a column by its place; 0 is that of the rows. */
static size_t tag_of(size_t column)
{
	return column + 1 < COLUMNS ? column + 1 : COLUMNS - 1;
}

void fingerprints_note(const struct fingerprints *r, struct arena *keep, column_readings *all, size_t table, str column)
{
	const struct content *c = &r->contents[table];
	uint64_t bits = 1;
	size_t i = 0;

	for (size_t k = 0; k < c->column_count; k++)
		if (str_equal(c->columns[k], column)) bits |= UINT64_C(1) << tag_of(k);
	while (i < all->n && all->p[i].table != table) i++;
	if (i == all->n) *vec_add(keep, all) = (struct column_reading){ .table = table };
	all->p[i].columns |= bits;
}

/* ---- what is in a table ------------------------------------------------------------------------------------------ */

static uint64_t mixed(const struct fingerprints *r, uint64_t tag, uint64_t more)
{
	uint64_t both[2] = { tag, more };

	return siphash(r->key, (span){ (const uint8_t *)both, sizeof(both) });
}

static uint64_t tag_of_value(const struct fingerprints *r, sqlite3_stmt *stmt, int at)
{
	int type = sqlite3_column_type(stmt, at);
	uint64_t bits;
	double number;

	switch (type) {
	case SQLITE_INTEGER:
		return mixed(r, (uint64_t)type, (uint64_t)sqlite3_column_int64(stmt, at));
	case SQLITE_FLOAT:
		number = sqlite3_column_double(stmt, at);
		memcpy(&bits, &number, sizeof(bits));
		return mixed(r, (uint64_t)type, bits);
	case SQLITE_NULL:
		return (uint64_t)type;
	default:
		return mixed(r, (uint64_t)type,
			siphash(r->key,
				(span){ sqlite3_column_blob(stmt, at), (size_t)sqlite3_column_bytes(stmt, at) }));
	}
}

/* All columns, then the row's number; the order is the table's own. A table without row numbers has none that a
 * query could read. */
static sqlite3_stmt *prepare_rows(struct fingerprints *r, size_t table)
{
	static const char *const numbers[] = { "rowid", "0" };
	sqlite3_stmt *stmt = NULL;

	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers) && !stmt; i++) {
		struct buf sql = { 0 };

		buf_printf(&sql, "SELECT *, %s FROM main.\"%s\" NOT INDEXED", numbers[i], r->names[table].p);
		sqlite3_prepare_v3(r->db, sql.p, (int)sql.n, SQLITE_PREPARE_PERSISTENT, &stmt, NULL);
		buf_free(&sql);
	}
	return stmt;
}

static void look_at(struct fingerprints *r, size_t table)
{
	struct content *c = &r->contents[table];
	size_t rows = 0;

	if (!c->rows) c->rows = prepare_rows(r, table);
	memset(c->tags, 0, sizeof(c->tags));
	c->is_vast = !c->rows;
	while (!c->is_vast && sqlite3_step(c->rows) == SQLITE_ROW) {
		c->is_vast = ++rows > ROWS_MOST;
		for (size_t k = 0; k < c->column_count && !c->is_vast; k++) {
			uint64_t *tag = &c->tags[tag_of(k)];

			*tag = mixed(r, *tag, tag_of_value(r, c->rows, (int)k));
		}
		c->tags[0] = mixed(r, c->tags[0], tag_of_value(r, c->rows, (int)c->column_count));
	}
	if (c->rows) sqlite3_reset(c->rows);
}

void fingerprints_take(struct fingerprints *r, const struct tables *filled)
{
	for (size_t i = 0; i < r->count; i++) {
		r->contents[i].is_empty = !(filled->bits[i / 64] >> i % 64 & 1);
		if (!r->contents[i].is_empty) look_at(r, i);
	}
}

bool fingerprints_number(const struct fingerprints *r, const column_readings *all, uint64_t *ret)
{
	uint64_t number = 0;

	for (size_t i = 0; i < all->n; i++) {
		const struct content *c = &r->contents[all->p[i].table];

		if (c->is_empty) continue;
		if (c->is_vast) return false;
		for (uint64_t left = all->p[i].columns; left; left &= left - 1)
			number = mixed(r, number, c->tags[__builtin_ctzll(left)] ^ all->p[i].table << 32);
	}
	*ret = number;
	return true;
}
