#include "judge/desk.h"

#include "base/buf.h"

#include <stdlib.h>

static const char *const queries[DESK_QUERIES] = {
	[DESK_PROFILE] = "SELECT name, value, coalesce(author, '') FROM main.profile ORDER BY name",
	[DESK_ANSWERS] = "SELECT a.question, a.entity, a.value, a.unit, a.basis, a.author, a.answered, a.expires, "
			 "a.reason, d.url, d.sha256"
			 " FROM main.answer AS a LEFT JOIN main.document AS d ON d.id = a.document"
			 " ORDER BY a.question, a.entity, a.answered DESC, a.author",

	/* An image or a declaration is what its digest says for ever; a page, a capture and a device are what they were when taken. A document of a
	 * product file is as old as its last fetching, where that is said; what pages said before, as the last copy. */
	[DESK_COVERAGE] =
		"SELECT c.class, c.state, c.reason, c.bring, i.kind IN ('image', 'directory', 'product', 'practices'),"
		" date(CASE WHEN i.kind IN ('image', 'directory', 'product', 'practices') THEN"
		" CASE WHEN c.class LIKE 'document.%' THEN (SELECT max(d.fetched) FROM main.document AS d "
		"WHERE d.input = "
		"c.input"
		" AND d.kind = substr(c.class, 10)) WHEN c.class = 'history' THEN (SELECT max(d.fetched) FROM "
		"main.document AS d WHERE d.input = c.input AND d.kind LIKE 'earlier-%') END ELSE i.taken END)"
		" FROM coverage AS c JOIN input AS i ON i.id = c.input ORDER BY c.class, c.input",
	[DESK_INPUTS] = "SELECT id, kind, name, sha256, part, state, size FROM main.input ORDER BY id",
	[DESK_HELD] = "SELECT scheme, kind, level, number, body, product, issued, expires, url, sha256, author FROM "
		      "main.held "
		      "ORDER BY scheme, level, issued, number, id",
	[DESK_TREATMENTS] =
		"SELECT catalogue, requirement, schemes, kind, control, acts, approver, approved, justification, "
		"document, sha256, enforcement, expires, author, entry FROM main.treatment ORDER BY entry, id",

	/* The last day on which what a policy allows was seen to be enforced, unbroken and tried out, and still in force on that day. */
	[DESK_ENFORCEMENT] =
		"SELECT max(date(e.checked)) FROM main.enforcement AS e JOIN main.policy AS p ON p.id = e.policy"
		" WHERE (p.sha256 = ?1 OR p.url = ?1) AND e.intact = 1 AND e.tested = 1 AND date(e.checked) <= ?2"
		" AND (e.ended IS NULL OR date(e.ended) > ?2)",
	[DESK_PLACE] =
		"SELECT i.id, i.name, f.path, f.region, r.kind, r.at FROM main.input AS i LEFT JOIN main.file AS f ON "
		"f.id = ?2"
		" LEFT JOIN main.region AS r ON r.id = coalesce(?3, f.region) WHERE i.id = coalesce(?1, f.input, "
		"r.input)"
		" OR (?1 IS NULL AND i.id = (SELECT input FROM main.file WHERE id = ?2)) LIMIT 1",

	/* An entity carries its place once; a check that selects none gets it from there. */
	[DESK_ENTITY] = "SELECT input, file, at, line, (SELECT declared FROM counterpart WHERE observed = ?1) FROM "
			"entity WHERE id = "
			"?1",
	[DESK_NAME] = "SELECT name FROM main.entity WHERE id = ?1",
	[DESK_WORDS] = "SELECT 'practices', practice FROM main.activity WHERE practice IS NOT NULL"
		       " UNION SELECT 'practices', subject FROM main.statement WHERE kind IN ('procedure', 'review', "
		       "'measurement')"
		       " UNION SELECT 'papers', subject FROM main.statement WHERE kind = 'paper'"
		       " UNION SELECT 'threats', subject FROM main.statement WHERE kind = 'threat' ORDER BY 1, 2",
};

/* ---- statements -------------------------------------------------------------------------------------------------------- */

static sqlite3_stmt *ready(struct desk *d, sqlite3_stmt **stmt, const char *sql, size_t n)
{
	if (*stmt) {
		sqlite3_reset(*stmt);
		sqlite3_clear_bindings(*stmt);
	} else {
		sqlite3_prepare_v3(d->db, sql, (int)n, SQLITE_PREPARE_PERSISTENT, stmt, NULL);
	}
	return *stmt;
}

/* ---- queries of the rules ------------------------------------------------------------------------------------------------ */

struct blank {
	struct blank *next;
	uint64_t binding;
};

bool desk_is_blank(const struct desk *d, const struct asked *q)
{
	if (!q->stmt || tables_meet(&q->reads, &d->filled)) return false;
	for (const struct blank *b = q->blanks; b; b = b->next)
		if (b->binding == q->binding) return true;
	return false;
}

void desk_gave_none(struct desk *d, struct asked *q)
{
	if (tables_meet(&q->reads, &d->filled) || desk_is_blank(d, q) ||
		arena_left(&d->keep) < sizeof(struct blank) * 2)
		return;

	struct blank *b = arena_new(&d->keep, struct blank);

	*b = (struct blank){ .next = q->blanks, .binding = q->binding };
	q->blanks = b;
}

/* The query is made of parts, which are only put together when it is prepared. */
static struct asked *ask(
	struct desk *d, struct asked *q, uint64_t binding, const char *before, str inner, const char *after)
{
	struct buf sql = { 0 };

	q->binding = binding ^ d->day;
	if (q->stmt) {
		if (!desk_is_blank(d, q)) ready(d, &q->stmt, "", 0);
		return q;
	}
	buf_text(&sql, before);
	buf_str(&sql, inner);
	buf_text(&sql, after);
	q->reads = (struct tables){ 0 };
	d->guard.reads = &q->reads;
	ready(d, &q->stmt, sql.p, sql.n);
	d->guard.reads = NULL;
	buf_free(&sql);
	return q->stmt ? q : NULL;
}

struct asked *desk_check(struct desk *d, const struct check *c, uint64_t binding)
{
	return ask(d, &d->checks[c->number], binding, "", c->sql, "");
}

struct asked *desk_population(struct desk *d, const struct check *c, uint64_t binding)
{
	return ask(d, &d->populations[c->number], binding, "SELECT count(*) FROM (", c->over, ")");
}

struct asked *desk_condition(struct desk *d, const struct condition *c)
{
	return ask(d, &d->conditions[c->number], 0, "", c->sql, "");
}

struct asked *desk_kind(struct desk *d, const struct kind *k)
{
	return ask(d, &d->kinds[k->number], 0,
		"SELECT e.id, e.name, coalesce(a.class, d.class, p.class) FROM subject AS e"
		" LEFT JOIN asset AS a ON a.entity = e.id LEFT JOIN data AS d ON d.entity = e.id"
		" LEFT JOIN parameter AS p ON p.entity = e.id WHERE e.id IN (",
		k->sql.n ? k->sql : STR("SELECT id FROM entity WHERE kind = ?1"), ") ORDER BY e.name, e.id");
}

sqlite3_stmt *desk_query(struct desk *d, enum desk_query which)
{
	const char *sql = which == DESK_FILLED ? d->filled_query.p : queries[which];

	return ready(d, &d->queries[which], sql, strlen(sql));
}

/* What is known of queries holds within a boundary: there the same tables are empty, and others too. */
static void drop(struct asked *all, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		sqlite3_finalize(all[i].stmt);
		all[i].stmt = NULL;
	}
}

static void drop_all(struct desk *d)
{
	drop(d->checks, d->rules->checks.n);
	drop(d->populations, d->rules->checks.n);
	drop(d->conditions, d->rules->conditions.n);
	drop(d->kinds, d->rules->kinds.n);
	for (size_t i = 0; i < DESK_QUERIES; i++) {
		sqlite3_finalize(d->queries[i]);
		d->queries[i] = NULL;
	}
}

/* ---- the desk ------------------------------------------------------------------------------------------------------------ */

err desk_bound(struct desk *d, const struct boundary *boundary)
{
	bool is_bound = boundary->part_count || boundary->state_count;

	/* Without a boundary before and after, names mean what they meant. */
	if (!is_bound && !d->is_bound) return OK;
	drop_all(d);
	d->guard.is_on = false;
	d->is_bound = is_bound;
	return database_bound(d->db, boundary);
}

err desk_look(struct desk *d, str on)
{
	sqlite3_stmt *stmt = desk_query(d, DESK_FILLED);

	d->filled = (struct tables){ 0 };
	if (!stmt || sqlite3_step(stmt) != SQLITE_ROW) return fail(&database_failed, (uint64_t)sqlite3_errcode(d->db));
	for (size_t i = 0; i < d->guard.name_count; i++)
		if (sqlite3_column_int(stmt, (int)i)) d->filled.bits[i / 64] |= UINT64_C(1) << i % 64;
	sqlite3_reset(stmt);

	/* FNV-1a */
	d->day = UINT64_C(14695981039346656037);
	for (size_t i = 0; i < on.n; i++) d->day = (d->day ^ (uint8_t)on.p[i]) * UINT64_C(1099511628211);
	return OK;
}

/* One query that says of each table whether it has a row. */
static err open_tables(struct desk *d)
{
	struct buf sql = { 0 };

	TRY(database_tables(d->db, &d->keep, &d->guard.names, &d->guard.name_count));
	for (size_t i = 0; i < d->guard.name_count; i++)
		buf_printf(&sql, "%s EXISTS (SELECT 1 FROM main.\"%s\")", i ? "," : "SELECT", d->guard.names[i].p);
	d->filled_query = arena_str(&d->keep, buf_all(&sql));
	buf_free(&sql);
	return OK;
}

uint32_t desk_age(const struct rules *rules, str class)
{
	uint64_t days, least = 0;

	for (size_t i = 0; i < rules->references.n; i++) {
		const struct reference_table *t = &rules->references.p[i];

		if (!str_is(t->name, "ref_boundary")) continue;
		for (size_t k = 0; k < t->count; k++) {
			const struct reference_row *r = &t->rows[k];
			str of = { 0 }, age = { 0 };

			for (size_t c = 0; c < r->count; c++) {
				if (str_is(r->columns[c], "class")) of = r->values[c];
				if (str_is(r->columns[c], "max_age_days")) age = r->values[c];
			}
			if (str_equal(of, class) && str_to_u64(age, 10, &days) && (!least || days < least))
				least = days;
		}
	}
	return least > UINT32_MAX ? UINT32_MAX : (uint32_t)least;
}

err desk_open(const struct rules *rules, sqlite3 *db, struct desk **ret)
{
	struct desk *d = calloc(1, sizeof(*d));

	if (!d) abort();
	*d = (struct desk){ .rules = rules, .db = db, .keep = arena_open(1 << 20) };
	d->checks = calloc(rules->checks.n + 1, sizeof(*d->checks));
	d->populations = calloc(rules->checks.n + 1, sizeof(*d->populations));
	d->conditions = calloc(rules->conditions.n + 1, sizeof(*d->conditions));
	d->kinds = calloc(rules->kinds.n + 1, sizeof(*d->kinds));
	if (!d->checks || !d->populations || !d->conditions || !d->kinds) abort();

	err e = database_references(db, rules);

	database_guard(db, &d->guard);
	if (!e.is) e = open_tables(d);
	*ret = d;
	return e;
}

void desk_close(struct desk *d)
{
	drop_all(d);
	database_free_rein(d->db);
	if (d->is_bound) (void)database_bound(d->db, &(struct boundary){ 0 }).is;
	free(d->checks);
	free(d->populations);
	free(d->conditions);
	free(d->kinds);
	arena_close(&d->keep);
	free(d);
}
