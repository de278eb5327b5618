#include "testing.h"

#include "source/opened.h"
#include "source/source.h"

#include "base/limits.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char path[] = "/tmp/assay-opened-XXXXXX";

/* Bytes that look like nothing, so that readers look at all of them. */
static void write_file(size_t size, unsigned seed)
{
	static uint32_t block[64 << 10];
	uint32_t x = seed;
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	assert_true(fd >= 0);
	for (size_t i = 0; i < sizeof(block) / sizeof(*block); i++) block[i] = x = x * 1664525u + 1013904223u;
	for (size_t at = 0; at < size; at += sizeof(block)) {
		size_t n = size - at < sizeof(block) ? size - at : sizeof(block);

		assert_int_equal(write(fd, block, n), n);
	}
	close(fd);
}

static void a_small_input_is_what_it_was_whatever_becomes_of_the_file(void **state)
{
	struct opened o = { 0 };
	struct digest before, after;

	(void)state;
	write_file(1 << 20, 1);
	assert_ok(opened_open(path, &o));
	assert_false(o.is_mapped);
	assert_ok(opened_digest(&o, &before));
	write_file(1 << 20, 2);
	assert_int_equal(truncate(path, 10), 0);
	assert_ok(opened_digest(&o, &after));
	assert_memory_equal(before.raw, after.raw, 32);
	assert_ok(opened_settle(&o, &before));
	opened_close(&o);
}

static void a_large_input_is_looked_at_again(void **state)
{
	struct opened o = { 0 };
	struct digest digest;
	struct stat st;

	(void)state;
	write_file(LIMIT_COPIED_INPUT + 1, 1);
	assert_ok(opened_open(path, &o));
	assert_true(o.is_mapped);
	assert_ok(opened_digest(&o, &digest));
	assert_ok(opened_settle(&o, &digest));
	opened_close(&o);

	/* Other bytes, with the size and the times of before as far as their writer can set them. */
	assert_ok(opened_open(path, &o));
	assert_ok(opened_digest(&o, &digest));
	assert_int_equal(stat(path, &st), 0);

	int fd = open(path, O_WRONLY);

	assert_int_equal(pwrite(fd, "changed", 7, 1 << 20), 7);
	futimens(fd, (struct timespec[]){ st.st_atim, st.st_mtim });
	close(fd);
	assert_fault(opened_settle(&o, &digest), "source.changed");
	opened_close(&o);
}

static void a_large_input_that_is_cut_is_no_danger_to_who_digests_it(void **state)
{
	struct opened o = { 0 };
	struct digest digest;

	(void)state;
	write_file(LIMIT_COPIED_INPUT + 1, 1);
	assert_ok(opened_open(path, &o));
	assert_int_equal(truncate(path, 4096), 0);
	assert_fault(opened_digest(&o, &digest), "source.changed");
	opened_close(&o);
}

/* ---- while it is read ------------------------------------------------------------------------------------------------- */

static void cut_it(void *self, struct run_state state)
{
	bool *is_cut = self;

	(void)state;
	if (!*is_cut) *is_cut = truncate(path, 4096) == 0;
}

static const char *ask(struct evidence *e, const char *sql)
{
	static char answer[256];
	sqlite3_stmt *stmt = NULL;

	assert_int_equal(sqlite3_prepare_v2(evidence_db(e), sql, -1, &stmt, NULL), SQLITE_OK);
	snprintf(answer, sizeof(answer), "%s",
		sqlite3_step(stmt) == SQLITE_ROW && sqlite3_column_text(stmt, 0)
			? (const char *)sqlite3_column_text(stmt, 0)
			: "NULL");
	sqlite3_finalize(stmt);
	return answer;
}

static void an_input_that_is_cut_while_it_is_read_ends_as_a_fact(void **state)
{
	struct evidence *e;
	struct source_end end;
	bool is_cut = false;
	struct source source = { .kind = SOURCE_IMAGE, .path = path, .tick = cut_it, .self = &is_cut };

	(void)state;
	write_file((size_t)3 * LIMIT_COPIED_INPUT, 1);
	assert_ok(evidence_create(NULL, &e));
	assert_ok(source_read(e, &source, &end));
	assert_true(is_cut);
	assert_false(end.is_whole);
	assert_false(end.is_of_machine);
	assert_non_null(strstr(end.message, "changed while it was read"));
	assert_string_equal(ask(e, "SELECT outcome FROM run"), "changed");
	assert_string_equal(ask(e, "SELECT (SELECT count(*) FROM region) + (SELECT count(*) FROM coverage) + (SELECT "
				   "count(*) FROM file)"),
		"0");
	evidence_close(e);
}

static void write_for_ever(void)
{
	for (unsigned seed = 0;; seed++) {
		write_file(256 << 10, seed);
		if (truncate(path, 1 + seed % 70'000)) _exit(1);
	}
}

/* Whatever a writer does, it is read as it was digested, or it is told. */
static void a_writer_beside_the_reader_is_survived(void **state)
{
	unsigned read = 0, told = 0;
	pid_t writer;

	(void)state;
	write_file(256 << 10, 0);
	writer = fork();
	if (writer == 0) write_for_ever();
	for (int i = 0; i < 100; i++) {
		struct opened o = { 0 };
		struct digest first, second;
		err opened = opened_open(path, &o);

		if (opened.is) {
			assert_true(opened.is == &source_changed || opened.is == &source_empty);
			told++;
			continue;
		}
		assert_ok(opened_digest(&o, &first));
		assert_ok(opened_digest(&o, &second));
		assert_memory_equal(first.raw, second.raw, 32);
		opened_close(&o);
		read++;
	}
	kill(writer, SIGKILL);
	waitpid(writer, NULL, 0);
	assert_int_equal(read + told, 100);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_small_input_is_what_it_was_whatever_becomes_of_the_file),
		cmocka_unit_test(a_large_input_is_looked_at_again),
		cmocka_unit_test(a_large_input_that_is_cut_is_no_danger_to_who_digests_it),
		cmocka_unit_test(an_input_that_is_cut_while_it_is_read_ends_as_a_fact),
		cmocka_unit_test(a_writer_beside_the_reader_is_survived),
	};
	int fd = mkstemp(path);

	close(fd);

	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	unlink(path);
	return failed;
}
