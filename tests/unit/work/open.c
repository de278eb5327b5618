/* Judging again from an evidence file: what follows from its facts is found again, and the file stays as it is. */
#include "testing.h"

#include "work/open.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char facts[] = "INSERT INTO input(id, kind, name) VALUES(1, 'image', 'a.bin'), (2, 'declaration', 'a.md');"
			    "INSERT INTO entity(id, kind, name, basis, input, line) VALUES"
			    " (1, 'service', 'telnetd', 'observed', 1, 1), (2, 'service', 'Telnet', 'declared', 2, 2);"
			    "INSERT INTO service(entity, transport, port) VALUES(1, 'tcp', 23), (2, 'tcp', 23);";

static char folder[] = "/tmp/assay-open-XXXXXX", path[sizeof(folder) + 16];

static int64_t number(struct evidence *e, const char *sql)
{
	sqlite3_stmt *stmt = NULL;

	assert_int_equal(sqlite3_prepare_v2(evidence_db(e), sql, -1, &stmt, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);

	int64_t n = sqlite3_column_int64(stmt, 0);

	sqlite3_finalize(stmt);
	return n;
}

/* As a version of the program wrote it that paired nothing. */
static void put_file(const char *sql)
{
	struct evidence *e;

	assert_ok(evidence_create(path, &e));
	if (sqlite3_exec(evidence_db(e), sql, NULL, NULL, NULL) != SQLITE_OK) fail_msg("%s", evidence_error(e));
	assert_ok(evidence_commit(e));
	evidence_close(e);
}

static void what_follows_from_a_file_is_found_when_it_is_judged_again(void **state)
{
	static const struct notes nobody = { 0 };
	struct evidence *file;
	struct judged judged;

	(void)state;
	put_file(facts);
	assert_ok(judged_open(path, &judged, &nobody));
	assert_int_equal(number(judged.evidence, "SELECT count(*) FROM relation WHERE verb = 'same-as'"), 1);
	judged_close(&judged);
	assert_ok(evidence_read(path, &file));
	assert_int_equal(number(file, "SELECT count(*) FROM relation"), 0);
	assert_int_equal(number(file, "SELECT count(*) FROM entity"), 2);
	evidence_close(file);
}

static void a_file_from_before_a_table_came_is_judged_again(void **state)
{
	static const struct notes nobody = { 0 };
	struct judged judged;

	(void)state;
	put_file("DROP TABLE reference");
	assert_ok(judged_open(path, &judged, &nobody));
	judged_close(&judged);
	put_file("DROP TABLE reference; DROP TABLE service");
	assert_ok(judged_open(path, &judged, &nobody));
	judged_close(&judged);
}

static int make_folder(void **state)
{
	(void)state;
	if (!mkdtemp(folder)) return -1;
	snprintf(path, sizeof(path), "%s/product.assay", folder);
	return 0;
}

static int drop_folder(void **state)
{
	(void)state;
	unlink(path);
	return rmdir(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_follows_from_a_file_is_found_when_it_is_judged_again),
		cmocka_unit_test(a_file_from_before_a_table_came_is_judged_again),
	};

	return cmocka_run_group_tests(tests, make_folder, drop_folder);
}
