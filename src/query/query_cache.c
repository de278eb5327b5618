#include "query/query_cache.h"

#include "base/buf.h"
#include "base/siphash.h"
#include "query/query_facts.h"
#include "query/query_needs.h"
#include "rules/sql_words.h"

#include <stdlib.h>
#include <strings.h>

static const char *const queries[FIXED_QUERIES] = {
	[QUERY_PROFILE] = "SELECT name, value, coalesce(author, '') FROM main.profile ORDER BY name",
	[QUERY_ANSWERS] = "SELECT a.question, a.entity, a.value, a.unit, a.basis, a.author, a.answered, a.expires, "
			  "a.reason, d.url, d.sha256"
			  " FROM main.answer AS a LEFT JOIN main.document AS d ON d.id = a.document"
			  " ORDER BY a.question, a.entity, a.answered DESC, a.author",

	/* An image or a declaration is what its digest says for ever; a page, a capture and a device are what they
	 * were when taken. A document of a product file is as old as its last fetching, where that is said; what
	 * pages said before, as the last copy. */
	[QUERY_COVERAGE] =
		"SELECT c.class, c.state, c.reason, c.bring, i.kind IN ('image', 'directory', 'product', 'practices'),"
		" date(CASE WHEN i.kind IN ('image', 'directory', 'product', 'practices') THEN"
		" CASE WHEN c.class LIKE 'document.%' THEN (SELECT max(d.fetched) FROM main.document AS d "
		"WHERE d.input = "
		"c.input"
		" AND d.kind = substr(c.class, 10)) WHEN c.class = 'history' THEN (SELECT max(d.fetched) FROM "
		"main.document AS d WHERE d.input = c.input AND d.kind LIKE 'earlier-%') END WHEN i.kind = 'trials' "
		"THEN "
		"(SELECT min(t.done) FROM main.trial AS t WHERE t.input = c.input AND c.class IN ('trial.' || t.kind, "
		"t.kind)) "
		"ELSE i.taken END)"
		" FROM coverage AS c JOIN input AS i ON i.id = c.input ORDER BY c.class, c.input",
	[QUERY_INPUTS] = "SELECT id, kind, name, sha256, part, state, size FROM main.input ORDER BY id",
	[QUERY_HELD] = "SELECT scheme, kind, level, number, body, product, issued, expires, url, sha256, author FROM "
		       "main.held "
		       "ORDER BY scheme, level, issued, number, id",
	[QUERY_TREATMENTS] =
		"SELECT catalogue, requirement, schemes, kind, control, acts, approver, approved, justification, "
		"document, sha256, enforcement, expires, author, entry FROM main.treatment ORDER BY entry, id",

	/* The last day on which what a policy allows was seen to be enforced, unbroken and tried out, and still in
	 * force on that day. */
	[QUERY_ENFORCEMENT] =
		"SELECT max(date(e.checked)) FROM main.enforcement AS e JOIN main.policy AS p ON p.id = e.policy"
		" WHERE (p.sha256 = ?1 OR p.url = ?1) AND e.intact = 1 AND e.tested = 1 AND date(e.checked) <= ?2"
		" AND (e.ended IS NULL OR date(e.ended) > ?2)",
	[QUERY_PLACE] =
		"SELECT i.id, i.name, f.path, f.region, r.kind, r.at FROM main.input AS i LEFT JOIN main.file AS f ON "
		"f.id = ?2"
		" LEFT JOIN main.region AS r ON r.id = coalesce(?3, f.region) WHERE i.id = coalesce(?1, f.input, "
		"r.input)"
		" OR (?1 IS NULL AND i.id = (SELECT input FROM main.file WHERE id = ?2)) LIMIT 1",

	/* An entity carries its place once; a check that selects none gets it from there. */
	[QUERY_ENTITY] = "SELECT input, file, at, line, (SELECT declared FROM counterpart WHERE observed = ?1) FROM "
			 "entity WHERE id = "
			 "?1",
	[QUERY_NAME] = "SELECT name FROM main.entity WHERE id = ?1",
	[QUERY_WORDS] = "SELECT 'practices', practice FROM main.activity WHERE practice IS NOT NULL"
			" UNION SELECT 'practices', subject FROM main.statement WHERE kind IN ('procedure', 'review', "
			"'measurement')"
			" UNION SELECT 'papers', subject FROM main.statement WHERE kind = 'paper'"
			" UNION SELECT 'threats', subject FROM main.statement WHERE kind = 'threat' ORDER BY 1, 2",
	[QUERY_LABORATORY] =
		"SELECT t.kind, t.result, t.detail, t.author, t.done, d.url, d.sha256, t.about, t.sheet, t.line,"
		" t.entity, t.input FROM main.trial AS t LEFT JOIN main.document AS d ON d.id = t.document"
		" WHERE t.basis = 'person' AND t.sheet IS NOT NULL ORDER BY t.kind, t.id",
};

/* ---- statements -------------------------------------------------------------------------------------------------- */

static sqlite3_stmt *ready(struct query_cache *d, sqlite3_stmt **stmt, const char *sql, size_t n)
{
	if (*stmt) {
		sqlite3_reset(*stmt);
		sqlite3_clear_bindings(*stmt);
	} else {
		sqlite3_prepare_v3(d->db, sql, (int)n, SQLITE_PREPARE_PERSISTENT, stmt, NULL);
	}
	return *stmt;
}

/* ---- what is known of queries of the rules ----------------------------------------------------------------------- */

const char query_gives_nothing[1] = "";

enum { MEMORY = 24 << 20, MEMORY_SPARE = 1 << 20 };

static const void *find_kept(const struct cached_query *q)
{
	for (const struct kept *k = q->kept; k && q->can_keep; k = k->next)
		if (k->number == q->number) return k->what;
	return NULL;
}

struct arena *query_cache_memory(struct query_cache *d, const struct cached_query *q)
{
	return q->can_keep && d->fingerprints && arena_left(&d->keep) > MEMORY_SPARE ? &d->keep : NULL;
}

static void keep(struct query_cache *d, struct cached_query *q, const void *what)
{
	bool is_of_nothing = !tables_meet(&q->reads, &d->filled);

	if (!q->can_keep || q->result || arena_left(&d->keep) < sizeof(struct kept) * 2) return;

	struct kept *k = arena_new(&d->keep, struct kept);

	*k = (struct kept){
		.next = q->kept, .number = q->number, .what = what, .is_of_nothing = is_of_nothing && !q->asks_day
	};
	q->kept = k;
}

void query_cache_gave_nothing(struct query_cache *d, struct cached_query *q)
{
	keep(d, q, query_gives_nothing);
}

void query_cache_gave(struct query_cache *d, struct cached_query *q, const void *what)
{
	keep(d, q, what);
}

/* The number stands for all that decides what the query gives: what the tables have in them, the boundary, its
 * parameters, and the day if it asks for it. */
static void number(const struct query_cache *d, struct cached_query *q, uint64_t binding)
{
	uint64_t contents = 0;

	q->can_keep = !q->varies;
	q->number = binding ^ (q->asks_day ? d->day : 0);
	if (!tables_meet(&q->reads, &d->filled)) return;
	q->can_keep &= d->fingerprints && fingerprints_number(d->fingerprints, &q->columns, &contents);
	q->number ^= contents ^ d->within;
}

/* ---- preparing them ---------------------------------------------------------------------------------------------- */

struct noting {
	struct query_cache *cache;
	struct cached_query *query;
};

static void note_read(void *self, size_t table, str column)
{
	struct noting *r = self;

	r->query->reads.bits[table / 64] |= UINT64_C(1) << table % 64;
	if (r->cache->fingerprints)
		fingerprints_note(r->cache->fingerprints, &r->cache->keep, &r->query->columns, table, column);
}

static bool begins(str text, const char *word)
{
	size_t n = strlen(word);

	return text.n >= n && strncasecmp(text.p, word, n) == 0;
}

/* "now" or "subsec" among the words of a text, as date() takes them. */
static bool is_time_text(str text)
{
	struct sql_word word;

	while (sql_next(&text, &word))
		if (begins(word.text, "subsec") || (word.text.n == 3 && begins(word.text, "now"))) return true;
	return false;
}

/* The query may give something else each time: it asks for the time of day, for random numbers, or calls a function
 * without an argument (date(), changes()). A word that only looks so costs no more than asking the query again. */
static bool varies(str sql)
{
	struct sql_word before = { 0 }, word;

	while (sql_next(&sql, &word)) {
		bool is_name = word.kind == SQL_WORD || word.kind == SQL_QUOTED;

		if (word.kind == SQL_SIGN && *word.text.p == ')' && before.kind == SQL_SIGN && *before.text.p == '(')
			return true;
		if (is_name && (begins(word.text, "current_") || begins(word.text, "random"))) return true;
		if (word.kind != SQL_SIGN && is_time_text(word.text)) return true;
		before = word;
	}
	return false;
}

/* A query is made of parts, which are only put together when it is prepared. */
struct parts {
	const char *before;
	str inner;
	const char *after;
	bool is_count; /* of the inner's rows: where that has none, it is none */
};

static void prepare(struct query_cache *d, struct cached_query *q, const struct parts *p)
{
	struct noting noting = { .cache = d, .query = q };
	struct buf sql = { 0 };

	buf_text(&sql, p->before);
	buf_str(&sql, p->inner);
	buf_text(&sql, p->after);
	q->reads = (struct tables){ 0 };
	q->columns.n = 0;
	d->guard.reader = &noting;
	d->guard.read = note_read;
	ready(d, &q->stmt, sql.p, sql.n);
	d->guard.read = NULL;
	q->is_read = q->stmt;
	q->asks_day = q->stmt && sqlite3_bind_parameter_index(q->stmt, ":today") > 0;
	q->varies = varies(p->inner);
	if (d->is_proving && q->stmt && !q->is_proved) {
		query_needed_tables(d->db, p->is_count ? p->inner : buf_all(&sql), d->guard.names, d->guard.name_count,
			&q->reads, &q->needs);
		q->is_proved = true;
	}
	buf_free(&sql);
}

static err see(struct query_cache *d, const struct boundary *within);

static struct cached_query *ask(struct query_cache *d, const struct boundary *within, struct cached_query *q,
	uint64_t binding, struct parts parts)
{
	if (see(d, within).is) return NULL;
	if (!q->is_read) prepare(d, q, &parts);
	if (!q->is_read) return NULL;
	number(d, q, binding);
	q->result = tables_lack(&d->filled, &q->needs) ? query_gives_nothing : find_kept(q);
	d->guard.rounds = 0;
	if (q->result) return q;
	if (q->stmt)
		ready(d, &q->stmt, "", 0);
	else
		prepare(d, q, &parts);
	return q->stmt ? q : NULL;
}

struct cached_query *query_cache_check(
	struct query_cache *d, const struct boundary *within, const struct check *c, uint64_t binding)
{
	return ask(d, within, &d->checks[c->number], binding, (struct parts){ "", c->sql, "", false });
}

struct cached_query *query_cache_population(
	struct query_cache *d, const struct boundary *within, const struct check *c, uint64_t binding)
{
	return ask(d, within, &d->populations[c->number], binding,
		(struct parts){ "SELECT count(*) FROM (", c->over, ")", true });
}

struct cached_query *query_cache_condition(
	struct query_cache *d, const struct boundary *within, const struct condition *c)
{
	return ask(d, within, &d->conditions[c->number], 0, (struct parts){ "", c->sql, "", false });
}

struct cached_query *query_cache_kind(struct query_cache *d, const struct boundary *within, const struct kind *k)
{
	str entities = k->sql.n ? k->sql : STR("SELECT id FROM entity WHERE kind = ?1");

	return ask(d, within, &d->kinds[k->number], 0,
		(struct parts){ "SELECT e.id, e.name, coalesce(a.class, d.class, p.class) FROM subject AS e"
				" LEFT JOIN asset AS a ON a.entity = e.id LEFT JOIN data AS d ON d.entity = e.id"
				" LEFT JOIN parameter AS p ON p.entity = e.id WHERE e.id IN (",
			entities, ") ORDER BY e.name, e.id", false });
}

sqlite3_stmt *query_cache_fixed(struct query_cache *d, enum fixed_query which)
{
	const char *sql = which == QUERY_FILLED ? d->filled_query.p : queries[which];

	d->guard.rounds = 0;

	return ready(d, &d->queries[which], sql, strlen(sql));
}

sqlite3_stmt *query_cache_fixed_within(struct query_cache *d, const struct boundary *within, enum fixed_query which)
{
	return see(d, within).is ? NULL : query_cache_fixed(d, which);
}

/* What is known of queries stays: within a boundary the same tables are empty, and others too. */
static void drop_all(struct query_cache *d)
{
	for (size_t i = 0; i < d->count; i++) {
		sqlite3_finalize(d->all[i].stmt);
		d->all[i].stmt = NULL;
	}
	for (size_t i = 0; i < FIXED_QUERIES; i++) {
		sqlite3_finalize(d->queries[i]);
		d->queries[i] = NULL;
	}
}

/* ---- the cache --------------------------------------------------------------------------------------------------- */

/* What is numbered is ids and rule data, and nobody gains by two that are equal: the key need not be secret. */
static uint64_t number_of(const void *bytes, size_t n)
{
	return siphash((struct sip_key){ 0 }, (span){ bytes, n });
}

/* The inputs that lie within; 0: all. */
static uint64_t number_within(struct query_cache *d)
{
	sqlite3_stmt *stmt = NULL;
	uint64_t number = 1;

	sqlite3_prepare_v2(d->db, "SELECT id FROM temp.within ORDER BY id", -1, &stmt, NULL);
	while (stmt && sqlite3_step(stmt) == SQLITE_ROW)
		number = number_of(
			(uint64_t[]){ number, (uint64_t)sqlite3_column_int64(stmt, 0) }, 2 * sizeof(uint64_t));
	sqlite3_finalize(stmt);
	return number;
}

const struct boundary boundary_none = { 0 };

static err put_views(struct query_cache *d, const struct boundary *within)
{
	bool is_bound = within->part_count || within->state_count;

	/* Without a boundary before and after, the same tables stand behind the names: nothing is prepared anew. */
	if (!is_bound && !d->is_bound) return OK;
	drop_all(d);
	d->is_bound = is_bound;
	TRY(database_bound(d->db, within));
	d->within = is_bound ? number_within(d) : 0;
	return OK;
}

/* Views stand before the tables of the database, and there is one set of them: it is changed when another boundary is
 * asked for than before, and queries are prepared anew where that changes what their names mean. */
static err see(struct query_cache *d, const struct boundary *within)
{
	bool was_on = d->guard.is_on;

	if (d->seen == within) return OK;
	d->seen = NULL;
	d->guard.is_on = false;

	err e = put_views(d, within);

	d->guard.is_on = was_on;
	if (!e.is) d->seen = within;
	return e;
}

err query_cache_begin(struct query_cache *d, str on)
{
	sqlite3_stmt *stmt = query_cache_fixed(d, QUERY_FILLED);

	d->seen = NULL;
	d->filled = (struct tables){ 0 };
	if (!stmt || sqlite3_step(stmt) != SQLITE_ROW) return fail(&database_failed, (uint64_t)sqlite3_errcode(d->db));
	for (size_t i = 0; i < d->guard.name_count; i++)
		if (sqlite3_column_int(stmt, (int)i)) d->filled.bits[i / 64] |= UINT64_C(1) << i % 64;
	sqlite3_reset(stmt);

	d->day = number_of(on.p, on.n);
	if (d->fingerprints) fingerprints_take(d->fingerprints, &d->filled);
	return OK;
}

/* One query that says of each table whether it has a row. */
static err open_tables(struct query_cache *d)
{
	struct buf sql = { 0 };

	TRY(database_tables(d->db, &d->keep, &d->guard.names, &d->guard.name_count));
	for (size_t i = 0; i < d->guard.name_count; i++)
		buf_printf(&sql, "%s EXISTS (SELECT 1 FROM main.\"%s\")", i ? "," : "SELECT", d->guard.names[i].p);
	d->filled_query = arena_str(&d->keep, buf_all(&sql));
	buf_free(&sql);
	return OK;
}

err query_cache_open(const struct rules *rules, sqlite3 *db, struct query_cache **ret)
{
	struct query_cache *d = calloc(1, sizeof(*d));

	if (!d) abort();
	*d = (struct query_cache){ .rules = rules, .db = db, .keep = arena_open(MEMORY) };
	d->count = rules->checks.n * 2 + rules->conditions.n + rules->kinds.n;
	d->all = d->checks = arena_array(&d->keep, struct cached_query, d->count + 1);
	d->populations = d->checks + rules->checks.n;
	d->conditions = d->populations + rules->checks.n;
	d->kinds = d->conditions + rules->conditions.n;

	err e = database_references(db, rules);

	database_guard(db, &d->guard);
	if (!e.is) e = open_tables(d);
	if (!e.is && rules->query_facts.n) query_facts_read(d, rules->query_facts);
	*ret = d;
	return e;
}

void query_cache_prepare(struct query_cache *d)
{
	d->is_proving = true;
	for (size_t i = 0; i < d->count; i++) d->all[i].is_read = false;
	drop_all(d);
	for (size_t i = 0; i < d->rules->checks.n; i++) {
		(void)query_cache_check(d, &boundary_none, &d->rules->checks.p[i], 0);
		if (d->rules->checks.p[i].over.n)
			(void)query_cache_population(d, &boundary_none, &d->rules->checks.p[i], 0);
	}
	for (size_t i = 0; i < d->rules->conditions.n; i++)
		if (d->rules->conditions.p[i].sql.n)
			(void)query_cache_condition(d, &boundary_none, &d->rules->conditions.p[i]);
	for (size_t i = 0; i < d->rules->kinds.n; i++)
		if (!d->rules->kinds.p[i].is_product) (void)query_cache_kind(d, &boundary_none, &d->rules->kinds.p[i]);
}

err query_cache_remember(struct query_cache *d)
{
	d->fingerprints = fingerprints_open(d->db, &d->keep, d->guard.names, d->guard.name_count);
	if (!d->fingerprints) return fail(&database_failed, (uint64_t)sqlite3_errcode(d->db));
	query_cache_prepare(d);
	return OK;
}

void query_cache_close(struct query_cache *d)
{
	drop_all(d);
	if (d->fingerprints) fingerprints_close(d->fingerprints);
	database_free_rein(d->db);
	if (d->is_bound) (void)database_bound(d->db, &(struct boundary){ 0 }).is;
	arena_close(&d->keep);
	free(d);
}
