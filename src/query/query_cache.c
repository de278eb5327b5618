#include "query/query_cache.h"

#include "base/buf.h"
#include "base/siphash.h"
#include "query/query_facts.h"
#include "query/query_needs.h"
#include "rules/sql_words.h"

#include <stdlib.h>
#include <strings.h>

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

/* ---- what is known of queries of the rules --------------------------------------------------------------------------------- */

const char desk_nothing[1] = "";

enum { MEMORY = 24 << 20, MEMORY_SPARE = 1 << 20 };

static const void *find_kept(const struct asked *q)
{
	for (const struct kept *k = q->kept; k && q->can_keep; k = k->next)
		if (k->number == q->number) return k->what;
	return NULL;
}

struct arena *desk_memory(struct desk *d, const struct asked *q)
{
	return q->can_keep && d->recall && arena_left(&d->keep) > MEMORY_SPARE ? &d->keep : NULL;
}

static void keep(struct desk *d, struct asked *q, const void *what)
{
	bool is_of_nothing = !tables_meet(&q->reads, &d->filled);

	if (!q->can_keep || q->known || arena_left(&d->keep) < sizeof(struct kept) * 2) return;

	struct kept *k = arena_new(&d->keep, struct kept);

	*k = (struct kept){
		.next = q->kept, .number = q->number, .what = what, .is_of_nothing = is_of_nothing && !q->asks_day
	};
	q->kept = k;
}

void desk_gave_nothing(struct desk *d, struct asked *q)
{
	keep(d, q, desk_nothing);
}

void desk_gave(struct desk *d, struct asked *q, const void *what)
{
	keep(d, q, what);
}

/* All that it will read is as it was; its own parameters, and the day if it asks for it, are part of that. */
static void number(const struct desk *d, struct asked *q, uint64_t binding)
{
	uint64_t contents = 0;

	q->can_keep = !q->is_fickle;
	q->number = binding ^ (q->asks_day ? d->day : 0);
	if (!tables_meet(&q->reads, &d->filled)) return;
	q->can_keep &= d->recall && recall_number(d->recall, &q->columns, &contents);
	q->number ^= contents ^ d->within;
}

/* ---- preparing them ------------------------------------------------------------------------------------------------------ */

struct noting {
	struct desk *desk;
	struct asked *asked;
};

static void note_read(void *self, size_t table, str column)
{
	struct noting *r = self;

	r->asked->reads.bits[table / 64] |= UINT64_C(1) << table % 64;
	if (r->desk->recall) recall_note(r->desk->recall, &r->desk->keep, &r->asked->columns, table, column);
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

/* The query may give something else each time: it asks for the time of day, for random numbers, or calls a function without an argument (date(),
 * changes()). A word that only looks so costs no more than asking the query again. */
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

static void prepare(struct desk *d, struct asked *q, const struct parts *p)
{
	struct noting noting = { .desk = d, .asked = q };
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
	q->is_fickle = varies(p->inner);
	if (d->is_proving && q->stmt && !q->is_proved) {
		necessary_tables(d->db, p->is_count ? p->inner : buf_all(&sql), d->guard.names, d->guard.name_count,
			&q->reads, &q->needs);
		q->is_proved = true;
	}
	buf_free(&sql);
}

static struct asked *ask(struct desk *d, struct asked *q, uint64_t binding, struct parts parts)
{
	if (!q->is_read) prepare(d, q, &parts);
	if (!q->is_read) return NULL;
	number(d, q, binding);
	q->known = tables_lack(&d->filled, &q->needs) ? desk_nothing : find_kept(q);
	if (q->known) return q;
	if (q->stmt)
		ready(d, &q->stmt, "", 0);
	else
		prepare(d, q, &parts);
	return q->stmt ? q : NULL;
}

struct asked *desk_check(struct desk *d, const struct check *c, uint64_t binding)
{
	return ask(d, &d->checks[c->number], binding, (struct parts){ "", c->sql, "", false });
}

struct asked *desk_population(struct desk *d, const struct check *c, uint64_t binding)
{
	return ask(
		d, &d->populations[c->number], binding, (struct parts){ "SELECT count(*) FROM (", c->over, ")", true });
}

struct asked *desk_condition(struct desk *d, const struct condition *c)
{
	return ask(d, &d->conditions[c->number], 0, (struct parts){ "", c->sql, "", false });
}

struct asked *desk_kind(struct desk *d, const struct kind *k)
{
	str entities = k->sql.n ? k->sql : STR("SELECT id FROM entity WHERE kind = ?1");

	return ask(d, &d->kinds[k->number], 0,
		(struct parts){ "SELECT e.id, e.name, coalesce(a.class, d.class, p.class) FROM subject AS e"
				" LEFT JOIN asset AS a ON a.entity = e.id LEFT JOIN data AS d ON d.entity = e.id"
				" LEFT JOIN parameter AS p ON p.entity = e.id WHERE e.id IN (",
			entities, ") ORDER BY e.name, e.id", false });
}

sqlite3_stmt *desk_query(struct desk *d, enum desk_query which)
{
	const char *sql = which == DESK_FILLED ? d->filled_query.p : queries[which];

	return ready(d, &d->queries[which], sql, strlen(sql));
}

/* What is known of queries stays: within a boundary the same tables are empty, and others too. */
static void drop_all(struct desk *d)
{
	for (size_t i = 0; i < d->asked_count; i++) {
		sqlite3_finalize(d->asked[i].stmt);
		d->asked[i].stmt = NULL;
	}
	for (size_t i = 0; i < DESK_QUERIES; i++) {
		sqlite3_finalize(d->queries[i]);
		d->queries[i] = NULL;
	}
}

/* ---- the desk ------------------------------------------------------------------------------------------------------------ */

/* Numbers that nobody can choose need no secret. */
static uint64_t number_of(const void *bytes, size_t n)
{
	return siphash((struct sip_key){ 0 }, (span){ bytes, n });
}

/* The inputs that lie within; 0: all. */
static uint64_t number_within(struct desk *d)
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

err desk_bound(struct desk *d, const struct boundary *boundary)
{
	bool is_bound = boundary->part_count || boundary->state_count;

	/* Without a boundary before and after, names mean what they meant. */
	if (!is_bound && !d->is_bound) return OK;
	drop_all(d);
	d->guard.is_on = false;
	d->is_bound = is_bound;
	TRY(database_bound(d->db, boundary));
	d->within = is_bound ? number_within(d) : 0;
	return OK;
}

err desk_look(struct desk *d, str on)
{
	sqlite3_stmt *stmt = desk_query(d, DESK_FILLED);

	d->filled = (struct tables){ 0 };
	if (!stmt || sqlite3_step(stmt) != SQLITE_ROW) return fail(&database_failed, (uint64_t)sqlite3_errcode(d->db));
	for (size_t i = 0; i < d->guard.name_count; i++)
		if (sqlite3_column_int(stmt, (int)i)) d->filled.bits[i / 64] |= UINT64_C(1) << i % 64;
	sqlite3_reset(stmt);

	d->day = number_of(on.p, on.n);
	if (d->recall) recall_look(d->recall, &d->filled);
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

err desk_open(const struct rules *rules, sqlite3 *db, struct desk **ret)
{
	struct desk *d = calloc(1, sizeof(*d));

	if (!d) abort();
	*d = (struct desk){ .rules = rules, .db = db, .keep = arena_open(MEMORY) };
	d->asked_count = rules->checks.n * 2 + rules->conditions.n + rules->kinds.n;
	d->asked = d->checks = arena_array(&d->keep, struct asked, d->asked_count + 1);
	d->populations = d->checks + rules->checks.n;
	d->conditions = d->populations + rules->checks.n;
	d->kinds = d->conditions + rules->conditions.n;

	err e = database_references(db, rules);

	database_guard(db, &d->guard);
	if (!e.is) e = open_tables(d);
	if (!e.is && rules->known.n) known_read(d, rules->known);
	*ret = d;
	return e;
}

void desk_prepare(struct desk *d)
{
	d->is_proving = true;
	for (size_t i = 0; i < d->asked_count; i++) d->asked[i].is_read = false;
	drop_all(d);
	for (size_t i = 0; i < d->rules->checks.n; i++) {
		(void)desk_check(d, &d->rules->checks.p[i], 0);
		if (d->rules->checks.p[i].over.n) (void)desk_population(d, &d->rules->checks.p[i], 0);
	}
	for (size_t i = 0; i < d->rules->conditions.n; i++)
		if (d->rules->conditions.p[i].sql.n) (void)desk_condition(d, &d->rules->conditions.p[i]);
	for (size_t i = 0; i < d->rules->kinds.n; i++)
		if (!d->rules->kinds.p[i].is_product) (void)desk_kind(d, &d->rules->kinds.p[i]);
}

err desk_recall(struct desk *d)
{
	d->recall = recall_open(d->db, &d->keep, d->guard.names, d->guard.name_count);
	if (!d->recall) return fail(&database_failed, (uint64_t)sqlite3_errcode(d->db));
	desk_prepare(d);
	return OK;
}

void desk_close(struct desk *d)
{
	drop_all(d);
	if (d->recall) recall_close(d->recall);
	database_free_rein(d->db);
	if (d->is_bound) (void)database_bound(d->db, &(struct boundary){ 0 }).is;
	arena_close(&d->keep);
	free(d);
}
