#include "query/ixit_query.h"

#include "base/buf.h"
#include "evidence/wire.h"

static bool is_yes_no(str table, str column)
{
	for (size_t t = 0; t < TABLE_COUNT; t++) {
		if (!str_is(table, wire_tables[t].name)) continue;
		for (const struct wire_column *c = wire_tables[t].columns; c->name; c++)
			if (str_is(column, c->name)) return c->kind == COLUMN_BOOL;
	}
	return false;
}

/* What the key of an entity's row holds, as "factors: 1; "; nothing when it is not known. Names are linted. */
static void key_sql(struct buf *sql, str table, str key)
{
	if (str_is(key, "crypto")) {
		buf_text(sql, " || coalesce((SELECT group_concat(purpose || ' ' || algorithm || coalesce(' ' || bits, "
			      "''), '; ') FROM (SELECT * FROM crypto_use WHERE entity = e.id ORDER BY purpose, "
			      "algorithm)) || '; ', '')");
		return;
	}
	buf_printf(sql, " || coalesce('%.*s: ' || (SELECT ", STR_FMT(key));
	buf_printf(sql, is_yes_no(table, key) ? "CASE t.\"%.*s\" WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END" : "t.\"%.*s\"",
		STR_FMT(key));
	buf_printf(sql, " FROM \"%.*s\" AS t WHERE t.entity = e.id) || '; ', '')", STR_FMT(table));
}

/* One cell: the maker's own words, else what relations and keys say. */
static void cell_sql(struct buf *sql, const struct paper_source *s, const struct paper_column *c)
{
	buf_printf(sql, ", coalesce((SELECT value FROM field WHERE entity = e.id AND name = '%.*s')", STR_FMT(c->name));
	if (c->relation.n)
		buf_printf(sql,
			", (SELECT group_concat(name, ', ') FROM (SELECT o.name FROM relation AS r JOIN entity AS o ON "
			"o.id = iif(r.subject = e.id, r.object, r.subject) WHERE r.verb = '%.*s' AND e.id IN "
			"(r.subject, r.object) ORDER BY o.name))",
			STR_FMT(c->relation));
	if (c->key_count) buf_text(sql, ", nullif(''");
	for (size_t i = 0; i < c->key_count; i++) key_sql(sql, s->table, c->keys[i]);
	buf_text(sql, c->key_count ? ", ''), '')" : ", '')");
}

str ixit_query(struct arena *keep, const struct paper_source *s)
{
	struct buf sql = { 0 };

	buf_text(&sql, "SELECT e.name");
	for (size_t i = 0; i < s->column_count; i++) cell_sql(&sql, s, &s->columns[i]);
	buf_printf(&sql, " FROM declared AS e WHERE e.kind = '%.*s' ORDER BY e.name, e.id", STR_FMT(s->text));

	str all = arena_str(keep, buf_all(&sql));

	buf_free(&sql);
	return all;
}
