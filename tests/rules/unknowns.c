/* What is not known does not pass: in every case that passes each value that the check reads is taken away. Where the outcome stays a pass, unknowns.txt says why
 * it may. */
#include "testing.h"

#include "base/buf.h"
#include "trying.h"

#include <stdio.h>
#include <stdlib.h>

static struct arena memory;
static const struct rules *rules;

static int load(void **state)
{
	(void)state;
	memory = arena_open((size_t)1 << 30);
	rules = real_rules(&memory);
	return rules ? 0 : -1;
}

static int forget(void **state)
{
	(void)state;
	arena_close(&memory);
	return 0;
}

/* ---- what is taken away ------------------------------------------------------------------------------------------------- */

/* All that is there stands twice; from the second of its kind a value is taken away. So a check that asks about nothing any more does not look as if it knew. Rows that tell
 * more of an entity are not taken away: whoever writes an entity writes them. */
struct taking {
	str what, sql, there; /* "service.enabled", the statement, and whether there is such a value */
};
typedef VEC(struct taking) takings;

/* Columns that refer to rows, and are shifted in the second copy. */
static const char *const links[] = { "id", "entity", "file", "region", "document", "flow", "component", "release",
	"policy", "subject", "object", "service", "interface", "binary", "parent", "channel", "certificate" };
/* Where a thing was found says nothing of what it is. */
static const char *const places[] = { "input", "file", "at", "line", "region", "detail", "action" };
static const char shift[] = "100000";

static bool is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static bool has_word(str text, str word)
{
	for (size_t at = 0; at + word.n <= text.n; at++) {
		if (memcmp(text.p + at, word.p, word.n) != 0) continue;
		if ((!at || !is_word(text.p[at - 1])) && (at + word.n == text.n || !is_word(text.p[at + word.n])))
			return true;
	}
	return false;
}

static bool is_one_of(const char *const *list, size_t count, str name)
{
	for (size_t i = 0; i < count; i++)
		if (str_is(name, list[i])) return true;
	return false;
}
#define IS_ONE_OF(list, name) is_one_of((list), sizeof(list) / sizeof(*(list)), (name))

struct column {
	str table, name;
	bool is_number, must, is_key; /* must: it is never NULL */
};
typedef VEC(struct column) columns;

static const char columns_sql[] =
	"SELECT m.name, c.name, c.type = 'INTEGER', c.\"notnull\" OR c.pk, c.pk FROM sqlite_master AS m, "
	"pragma_table_info(m.name) AS c WHERE m.type = 'table' AND m.name NOT IN ('input', 'coverage', 'run', "
	"'excerpt', "
	"'profile') AND m.name NOT LIKE 'sqlite%' ORDER BY m.rowid, c.cid";

static str text_at(sqlite3_stmt *stmt, int column)
{
	return arena_str(&memory, str_of((const char *)sqlite3_column_text(stmt, column)));
}

static columns all_columns(void)
{
	struct evidence *empty;
	sqlite3_stmt *stmt;
	columns all = { 0 };

	assert_ok(evidence_create(NULL, &empty));
	assert_int_equal(sqlite3_prepare_v2(evidence_db(empty), columns_sql, -1, &stmt, NULL), SQLITE_OK);
	while (sqlite3_step(stmt) == SQLITE_ROW)
		*vec_add(&memory, &all) = (struct column){ .table = text_at(stmt, 0),
			.name = text_at(stmt, 1),
			.is_number = sqlite3_column_int(stmt, 2),
			.must = sqlite3_column_int(stmt, 3),
			.is_key = sqlite3_column_int(stmt, 4) };
	sqlite3_finalize(stmt);
	evidence_close(empty);
	return all;
}

static bool is_link(const struct column *c)
{
	return c->is_number && IS_ONE_OF(links, c->name);
}

/* A table's second copy: "INSERT OR IGNORE INTO service(...) SELECT entity + 100000, ..."; and which rows are of it. */
static void copy_table(const struct column *c, size_t count, struct buf *sql, str *ret_second)
{
	struct buf names = { 0 }, values = { 0 };

	*ret_second = (str){ 0 };
	for (size_t i = 0; i < count; i++) {
		buf_printf(&names, "%s\"%s\"", i ? ", " : "", c[i].name.p);
		if (is_link(&c[i]))
			buf_printf(&values, "%siif(\"%s\" > 0, \"%s\" + %s, \"%s\")", i ? ", " : "", c[i].name.p,
				c[i].name.p, shift, c[i].name.p);
		else
			buf_printf(&values, "%s\"%s\"", i ? ", " : "", c[i].name.p);
		if (is_link(&c[i]) && (!ret_second->n || c[i].is_key))
			*ret_second = arena_printf(&memory, "\"%s\" >= %s", c[i].name.p, shift);
	}
	buf_printf(sql, "INSERT OR IGNORE INTO main.\"%s\"(%.*s) SELECT %.*s FROM main.\"%s\";", c->table.p,
		STR_FMT(buf_all(&names)), STR_FMT(buf_all(&values)), c->table.p);
	buf_free(&names);
	buf_free(&values);
}

static struct taking taking_of(str table, str column, str second)
{
	str where = arena_printf(&memory, "%s AND \"%s\" IS NOT NULL", second.p, column.p);

	return (struct taking){ .what = arena_printf(&memory, "%s.%s", table.p, column.p),
		.sql = arena_printf(
			&memory, "UPDATE main.\"%s\" SET \"%s\" = NULL WHERE %s", table.p, column.p, where.p),
		.there = arena_printf(&memory, "SELECT 1 FROM main.\"%s\" WHERE %s", table.p, where.p) };
}

/* Columns that may be NULL. */
static takings all_takings(const char **ret_twice)
{
	columns all = all_columns();
	struct buf twice = { 0 };
	takings found = { 0 };

	for (size_t from = 0, to; from < all.n; from = to) {
		str table = all.p[from].table, second;

		for (to = from; to < all.n && str_equal(all.p[to].table, table);) to++;
		copy_table(&all.p[from], to - from, &twice, &second);
		if (!second.n) continue;
		for (size_t i = from; i < to; i++)
			if (!all.p[i].must && !IS_ONE_OF(places, all.p[i].name))
				*vec_add(&memory, &found) = taking_of(table, all.p[i].name, second);
	}
	*ret_twice = arena_cstr(&memory, buf_all(&twice));
	buf_free(&twice);
	return found;
}

static bool reads(const struct check *c, str what)
{
	str table, column = what;

	return str_split(&column, '.', &table) && has_word(c->sql, table) && has_word(c->sql, column);
}

/* ---- excuses: "CHECK WHAT  why" ------------------------------------------------------------------------------------------ */

struct excuse {
	str check, what, why;
	bool is_used;
};
static VEC(struct excuse) excuses;

static void read_excuses(void)
{
	FILE *in = fopen(source_path(&memory, "tests/rules/unknowns.txt").p, "r");
	char line[1024];

	assert_non_null(in);
	while (fgets(line, sizeof(line), in)) {
		str rest = str_trim(str_of(line)), check, what;

		if (!rest.n || rest.p[0] == '#' || !str_split(&rest, ' ', &check)) continue;
		rest = str_trim(rest);
		if (!str_split(&rest, ' ', &what)) fail_msg("no reason: %s", line);
		*vec_add(&memory, &excuses) = (struct excuse){ .check = arena_str(&memory, check),
			.what = arena_str(&memory, what),
			.why = arena_str(&memory, str_trim(rest)) };
		if (!str_trim(rest).n) fail_msg("no reason: %s", line);
	}
	fclose(in);
}

static bool is_excused(str check, str what)
{
	bool is = false;

	for (size_t i = 0; i < excuses.n; i++) {
		struct excuse *e = &excuses.p[i];

		if (!rules_matches(e->check, check) || !rules_matches(e->what, what)) continue;
		e->is_used = true;
		is = true;
	}
	return is;
}

static bool is_there(const struct trial *t, str sql)
{
	sqlite3_stmt *stmt;

	assert_int_equal(sqlite3_prepare_v2(evidence_db(t->evidence), sql.p, -1, &stmt, NULL), SQLITE_OK);

	bool is = sqlite3_step(stmt) == SQLITE_ROW;

	sqlite3_finalize(stmt);
	return is;
}

static unsigned tried;

/* ---- the law -------------------------------------------------------------------------------------------------------------- */

static unsigned kept_by(
	struct trial *t, const struct check_case *c, const takings *all, const char *twice, bool *is_wanted)
{
	const struct check *check = rules_check(rules, c->check);
	unsigned broken = 0;

	if (!check || c->expect != VERDICT_PASS) return 0;
	trial_next(t, c);
	trial_change(t, twice);
	if (t->error[0]) fail_msg("%s", t->error);
	if (trial_run(t, check)->verdict != VERDICT_PASS) return 0; /* more of the same is not as good */
	tried++;
	t->session.cache->guard.is_on = false;
	for (size_t i = 0; i < all->n; i++) is_wanted[i] = reads(check, all->p[i].what) && is_there(t, all->p[i].there);
	for (size_t i = 0; i < all->n; i++) {
		if (!is_wanted[i]) continue;
		trial_next(t, c);
		trial_change(t, twice);
		trial_change(t, all->p[i].sql.p);
		if (!sqlite3_changes(evidence_db(t->evidence)) || trial_run(t, check)->verdict != VERDICT_PASS)
			continue;
		if (is_excused(c->check, all->p[i].what)) continue;
		print_error("%s:%u: %.*s %.*s: it passes without\n", c->place.file, c->place.line, STR_FMT(c->check),
			STR_FMT(all->p[i].what));
		broken++;
	}
	return broken;
}

static void what_is_not_known_does_not_pass(void **state)
{
	struct check_cases cases = real_cases(&memory);
	const char *twice;
	takings all = all_takings(&twice);
	bool *is_wanted = arena_array(&memory, bool, all.n);
	unsigned broken = 0;
	struct trial t;

	(void)state;
	read_excuses();
	assert_true(all.n > 100);
	tried = 0;
	trial_open(&t, rules, NULL, memory);
	for (size_t i = 0; i < cases.all.n; i++) broken += kept_by(&t, &cases.all.p[i], &all, twice, is_wanted);
	trial_close(&t);
	print_message("%u passing cases\n", tried);
	assert_true(tried > 300);
	for (size_t i = 0; i < excuses.n; i++)
		if (!excuses.p[i].is_used)
			fail_msg("unknowns.txt excuses what does not happen: %.*s %.*s", STR_FMT(excuses.p[i].check),
				STR_FMT(excuses.p[i].what));
	if (broken) fail_msg("%u values may be missing, and the check passes", broken);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(what_is_not_known_does_not_pass) };

	return cmocka_run_group_tests_name("rules/unknowns", tests, load, forget);
}
