#include "query/query_facts.h"

#include "base/digest.h"

enum { FLAG_READ = 1, FLAG_DAY = 2, FLAG_VARIES = 4, FLAG_PROVED = 8 };

static const size_t WORDS_OF_TABLES = sizeof(struct tables) / sizeof(uint64_t);

/* SQLite's own tables (statistics) aside. Tables are told apart by their place: a file that has others, or other
 * columns, is another matter. */
static struct digest digest_of_schema(sqlite3 *db)
{
	sqlite3_stmt *stmt = NULL;
	struct buf all = { 0 };

	sqlite3_prepare_v2(db,
		"SELECT name, sql FROM main.sqlite_master WHERE name NOT LIKE 'sqlite@_%' ESCAPE '@' ORDER BY name", -1,
		&stmt, NULL);
	while (stmt && sqlite3_step(stmt) == SQLITE_ROW)
		for (int i = 0; i < 2; i++) {
			const char *text = (const char *)sqlite3_column_text(stmt, i);

			buf_text(&all, text ? text : "");
			buf_char(&all, '\0');
		}
	sqlite3_finalize(stmt);

	struct digest d = digest_of(span_from_str(buf_all(&all)));

	buf_free(&all);
	return d;
}

static void write_number(struct buf *to, uint64_t value, unsigned bytes)
{
	for (unsigned i = 0; i < bytes; i++) buf_char(to, (char)(value >> 8 * i));
}

void query_facts_write(struct query_cache *d, struct buf *to)
{
	struct digest schema = digest_of_schema(d->db);

	buf_bytes(to, schema.raw, sizeof(schema.raw));
	write_number(to, d->count, 4);
	for (size_t i = 0; i < d->count; i++) {
		const struct cached_query *q = &d->all[i];
		uint32_t n = 0;

		for (const struct kept *k = q->kept; k; k = k->next)
			n += k->is_of_nothing && k->what == query_gives_nothing;
		for (size_t w = 0; w < WORDS_OF_TABLES; w++) write_number(to, q->reads.bits[w], 8);
		for (size_t w = 0; w < WORDS_OF_TABLES; w++) write_number(to, q->needs.bits[w], 8);
		write_number(to,
			(q->is_read ? FLAG_READ : 0u) | (q->asks_day ? FLAG_DAY : 0u) | (q->varies ? FLAG_VARIES : 0u) |
				(q->is_proved ? FLAG_PROVED : 0u),
			4);
		write_number(to, n, 4);
		for (const struct kept *k = q->kept; k; k = k->next)
			if (k->is_of_nothing && k->what == query_gives_nothing) write_number(to, k->number, 8);
	}
}

static void read_one(struct query_cache *d, struct cached_query *q, reader *r)
{
	for (size_t w = 0; w < WORDS_OF_TABLES; w++) q->reads.bits[w] = read_le64(r);
	for (size_t w = 0; w < WORDS_OF_TABLES; w++) q->needs.bits[w] = read_le64(r);

	uint32_t flags = read_le32(r), n = read_le32(r);

	q->is_read = flags & FLAG_READ;
	q->asks_day = flags & FLAG_DAY;
	q->varies = flags & FLAG_VARIES;
	q->is_proved = flags & FLAG_PROVED;
	for (uint32_t i = 0; i < n && !r->is_short && arena_left(&d->keep) > sizeof(struct kept) * 2; i++) {
		struct kept *k = arena_new(&d->keep, struct kept);

		*k = (struct kept){
			.next = q->kept, .number = read_le64(r), .what = query_gives_nothing, .is_of_nothing = true
		};
		q->kept = k;
	}
}

void query_facts_read(struct query_cache *d, span bytes)
{
	struct digest schema = digest_of_schema(d->db);
	reader r = { .in = bytes };
	span of = read_span(&r, sizeof(schema.raw));

	if (r.is_short || memcmp(of.p, schema.raw, sizeof(schema.raw)) != 0 || read_le32(&r) != d->count) return;
	for (size_t i = 0; i < d->count; i++) read_one(d, &d->all[i], &r);
	if (!r.is_short) return;
	for (size_t i = 0; i < d->count; i++) d->all[i] = (struct cached_query){ 0 };
}
