/* What follows from facts, and the table of what may be handed over. */
#include "testing.h"

#include "source/derive.h"
#include "source/sources.h"
#include "rootfs/collectors.h"

#include <stdio.h>

/* ---- derived facts --------------------------------------------------------------------------------------------------- */

static struct evidence *made(const char *sql)
{
	struct evidence *e;

	assert_ok(evidence_create(NULL, &e));
	if (sqlite3_exec(evidence_db(e), sql, NULL, NULL, NULL) != SQLITE_OK) fail_msg("%s", evidence_error(e));
	return e;
}

static int64_t number(struct evidence *e, const char *sql)
{
	sqlite3_stmt *stmt = NULL;

	assert_int_equal(sqlite3_prepare_v2(evidence_db(e), sql, -1, &stmt, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);

	int64_t n = sqlite3_column_int64(stmt, 0);

	sqlite3_finalize(stmt);
	return n;
}

/* One thing of every kind that something is derived from: a row for each derivation to write. */
static const char everything[] =
	"INSERT INTO input(id, kind, name) VALUES(1, 'image', 'a.bin'), (2, 'declaration', 'a.md'), (3, 'declaration', "
	"'b.md');"
	"INSERT INTO entity(id, kind, name, basis, input, line) VALUES"
	" (1, 'service', 'telnetd', 'observed', 1, 1), (2, 'service', 'Telnet', 'declared', 2, 2),"
	" (3, 'component', 'OpenSSL', 'observed', 1, 1), (4, 'component', 'openssl', 'declared', 2, 3),"
	" (5, 'account', 'root', 'observed', 1, 1), (6, 'account', 'root', 'declared', 2, 4),"
	" (7, 'implementation', 'openssl', 'declared', 2, 5),"
	" (8, 'update-mechanism', 'UpdMech-1', 'declared', 2, 6), (9, 'service', 'Telnet', 'declared', 3, 7);"
	"INSERT INTO service(entity, transport, port) VALUES(1, 'tcp', 23), (2, 'tcp', 23);"
	"INSERT INTO component(entity) VALUES(3), (4);"
	"INSERT INTO reference(entity, field, name, alone) VALUES(4, 'Update Mechanism', 'UpdMech-1', 1);"
	"INSERT INTO coverage(input, class, state) VALUES(2, 'ixit.13', 'full'), (3, 'ixit.13', 'part');";

static void every_derivation_finds_what_it_is_for(void **state)
{
	struct evidence *e = made(everything);

	(void)state;
	assert_ok(derive(e));
	assert_int_equal(
		number(e, "SELECT count(*) FROM relation WHERE verb = 'same-as' AND subject = 2 AND object = 1"), 1);
	assert_int_equal(
		number(e, "SELECT count(*) FROM relation WHERE verb = 'same-as' AND subject = 4 AND object = 3"), 1);
	assert_int_equal(
		number(e, "SELECT count(*) FROM relation WHERE verb = 'same-as' AND subject = 6 AND object = 5"), 1);
	assert_int_equal(
		number(e, "SELECT count(*) FROM relation WHERE verb = 'same-as' AND subject = 7 AND object = 3"), 1);
	assert_int_equal(
		number(e, "SELECT count(*) FROM relation WHERE verb = 'updates' AND subject = 8 AND object = 4"), 1);
	assert_int_equal(number(e, "SELECT count(*) FROM coverage WHERE state = 'full'"), 0);
	assert_int_equal(number(e, "SELECT count(*) FROM unplaced WHERE input = 3 AND line = 7"), 1);
	evidence_close(e);
}

static void what_was_derived_twice_is_the_same_file(void **state)
{
	struct evidence *e = made(everything);
	sqlite3_int64 once_size, twice_size;

	(void)state;
	assert_ok(derive(e));

	unsigned char *once = sqlite3_serialize(evidence_db(e), "main", &once_size, 0);

	assert_ok(derive(e));

	unsigned char *twice = sqlite3_serialize(evidence_db(e), "main", &twice_size, 0);

	assert_int_equal(once_size, twice_size);
	assert_memory_equal(once, twice, (size_t)once_size);
	sqlite3_free(once);
	sqlite3_free(twice);
	evidence_close(e);
}

static void a_derivation_says_which_tables_it_reads_and_writes(void **state)
{
	struct evidence *e = made("");

	(void)state;
	for (const struct derivation *d = derivations; d->name; d++) {
		str rest = str_of(d->reads), table;
		char sql[200];

		while (str_split(&rest, ',', &table)) {
			snprintf(sql, sizeof(sql), "SELECT count(*) FROM \"%.*s\"", STR_FMT(str_trim(table)));
			(void)number(e, sql);
		}
		assert_true(str_find(str_of(d->sql), d->writes, NULL));
	}
	evidence_close(e);
}

/* ---- the table of sources -------------------------------------------------------------------------------------------- */

static void every_class_of_a_collector_is_one_that_an_image_gives(void **state)
{
	(void)state;
	for (const struct file_collector *const *c = file_collectors; *c; c++)
		for (size_t i = 0; i < COLLECTOR_CLASSES && (*c)->classes[i]; i++)
			if (source_giving(str_of((*c)->classes[i]), SOURCE_IMAGE) != SOURCE_IMAGE)
				fail_msg("%s: %s", (*c)->name, (*c)->classes[i]);
	for (const struct tree_collector *const *c = tree_collectors; *c; c++)
		for (size_t i = 0; i < COLLECTOR_CLASSES && (*c)->classes[i]; i++)
			if (source_giving(str_of((*c)->classes[i]), SOURCE_IMAGE) != SOURCE_IMAGE)
				fail_msg("%s: %s", (*c)->name, (*c)->classes[i]);
}

static void a_class_is_given_by_the_kinds_that_say_so(void **state)
{
	(void)state;
	assert_int_equal(source_giving(STR("accounts"), SOURCE_IMAGE), SOURCE_IMAGE);
	assert_int_equal(source_giving(STR("ixit.13"), SOURCE_IMAGE), SOURCE_PRODUCT);
	assert_int_equal(source_giving(STR("ixit.13"), SOURCE_PRODUCT + 1), SOURCE_DECLARATION);
	assert_int_equal(source_giving(STR("activities"), SOURCE_IMAGE), SOURCE_PRACTICES);
	assert_int_equal(source_giving(STR("flows"), SOURCE_IMAGE), SOURCE_TRIALS);
	assert_int_equal(source_giving(STR("accounts.declared"), SOURCE_IMAGE), SOURCE_PRODUCT);
}

static enum source_kind looks_like(const char *text)
{
	str s = str_of(text);

	return source_recognised(&(struct opened){ .bytes = span_from_str(s) });
}

static void a_file_is_recognised_by_what_stands_in_it(void **state)
{
	(void)state;
	assert_int_equal(looks_like("# the lamp\nproduct: {name: Lamp}\n"), SOURCE_PRODUCT);
	assert_int_equal(looks_like("author: M\nprofile:\n  audience: consumer\n"), SOURCE_PRODUCT);
	assert_int_equal(looks_like("# IXIT 1-AuthMech: authentication\n"), SOURCE_DECLARATION);
	assert_int_equal(looks_like("edition: \"3.1.3\"\nICS:\n"), SOURCE_DECLARATION);
	assert_int_equal(looks_like("the product is a lamp: it shines\n"), SOURCE_KINDS);
	assert_int_equal(looks_like(""), SOURCE_KINDS);
}

static void every_kind_has_a_name_a_way_in_a_reader_and_a_role(void **state)
{
	(void)state;
	for (enum source_kind kind = 0; kind < SOURCE_KINDS; kind++) {
		const struct source_row *s = &sources[kind];

		assert_true(
			s->name && s->ways[0].given && s->what && s->read && s->classes && *s->classes && s->shapes);
		assert_non_null(s->role);
		assert_string_equal(s->role->name, s->name);
	}
}

static bool is_wanted(const void *kinds, enum source_kind kind)
{
	return *(const unsigned *)kinds >> kind & 1;
}

static void a_way_is_found_by_its_option_and_ways_are_listed_in_words(void **state)
{
	unsigned none = 0, one = 1u << SOURCE_PRACTICES, all = (1u << SOURCE_KINDS) - 1;
	struct buf words = { 0 };

	(void)state;
	for (enum source_kind kind = SOURCE_PRODUCT; kind < SOURCE_KINDS; kind++)
		for (const struct source_way *w = sources[kind].ways; w->given; w++) {
			char option[32];

			assert_true(w->key && w->what && w->files[0]);
			assert_int_equal(sscanf(w->given, "%31s", option), 1);
			assert_ptr_equal(source_way_of(option), w);
		}
	assert_null(source_way_of("--prod"));
	assert_null(source_way_of("--out"));
	source_ways_list(&words, is_wanted, &none);
	assert_int_equal(words.n, 0);
	source_ways_list(&words, is_wanted, &one);
	buf_text(&words, "; ");
	source_ways_list(&words, is_wanted, &all);
	buf_char(&words, '\0');
	assert_string_equal(words.p,
		"--practices DIR; INPUT, --product FILE, --practices DIR, --trials DIR or --declarations PATH");
	buf_free(&words);
}

static int count_work(void *count)
{
	++*(int64_t *)count;
	return 0;
}

/* So many services are declared and as many seen: how many hundred steps of SQLite it takes to derive from them. */
static int64_t work_for(int rows)
{
	struct evidence *e = made("INSERT INTO input(id, kind, name) VALUES(1, 'image', 'a'), (2, 'product', 'b'), (3, "
				  "'declaration', 'c');");
	char sql[1024];
	int64_t work = 0;

	snprintf(sql, sizeof(sql),
		"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)"
		" INSERT INTO entity(id, kind, name, basis, input, line)"
		" SELECT i * 4 + k, CASE k WHEN 3 THEN 'component' ELSE 'service' END, 'x' || i,"
		" CASE k WHEN 0 THEN 'observed' ELSE 'declared' END, 1 + k %% 3, i"
		" FROM n JOIN (SELECT 0 AS k UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3);"
		"INSERT INTO service(entity, transport, port) SELECT id, 'tcp', id / 4 FROM entity WHERE kind = "
		"'service';"
		"INSERT INTO component(entity) SELECT id FROM entity WHERE kind = 'component';",
		rows);
	assert_int_equal(sqlite3_exec(evidence_db(e), sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_progress_handler(evidence_db(e), 100, count_work, &work);
	assert_ok(derive(e));
	sqlite3_progress_handler(evidence_db(e), 0, NULL, NULL);
	assert_int_equal(number(e, "SELECT count(*) FROM unplaced"), rows);
	evidence_close(e);
	return work;
}

static void twice_as_many_rows_take_about_twice_the_work(void **state)
{
	(void)state;
	assert_in_range(work_for(4000) * 10 / work_for(2000), 10, 30);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_derivation_finds_what_it_is_for),
		cmocka_unit_test(what_was_derived_twice_is_the_same_file),
		cmocka_unit_test(a_derivation_says_which_tables_it_reads_and_writes),
		cmocka_unit_test(every_class_of_a_collector_is_one_that_an_image_gives),
		cmocka_unit_test(a_class_is_given_by_the_kinds_that_say_so),
		cmocka_unit_test(a_file_is_recognised_by_what_stands_in_it),
		cmocka_unit_test(every_kind_has_a_name_a_way_in_a_reader_and_a_role),
		cmocka_unit_test(twice_as_many_rows_take_about_twice_the_work),
		cmocka_unit_test(a_way_is_found_by_its_option_and_ways_are_listed_in_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
