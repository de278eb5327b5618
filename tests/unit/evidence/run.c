#include "testing.h"

#include "base/buf.h"
#include "evidence/facts.h"
#include "evidence/run.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void keep(void *self, span frames)
{
	buf_bytes(self, frames.p, frames.n);
}

static struct evidence *new_evidence(int64_t *ret_input)
{
	struct evidence *e;

	assert_ok(evidence_create(NULL, &e));
	assert_ok(evidence_input(e, &(struct input_row){ .kind = STR("image"), .name = STR("x.bin") }, ret_input));
	return e;
}

/* The first column of the first row, as text. */
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

static void write_account(struct facts *f)
{
	uint32_t file = fact_file(f, &(struct fact_file){ .path = STR("/etc/passwd"), .type = STR("file") });
	uint32_t entity = fact_entity(f, &(struct fact_entity){ .kind = STR("account"),
						 .name = STR("ro\xffot\x1b"),
						 .basis = STR("observed"),
						 .file = file,
						 .at = NUM(3) });

	fact_account(f, &(struct fact_account){ .entity = entity, .uid = NUM(0), .can_login = YES });
}

static struct buf frames_of(void (*write_facts)(struct facts *), bool is_done)
{
	struct buf frames = { 0 };
	struct facts *f = facts_open((struct facts_sink){ .self = &frames, .write = keep });

	write_facts(f);
	if (is_done) facts_done(f);
	facts_close(f);
	return frames;
}

static void rows_arrive_as_they_were_written(void **state)
{
	(void)state;
	int64_t input;
	struct evidence *e = new_evidence(&input);
	struct buf frames = frames_of(write_account, true);

	for (int times = 0; times < 2; times++) {
		struct evidence_run *run = evidence_run_begin(e, input, "test", STR("2026-01-01T00:00:00Z"));

		/* In the smallest pieces a pipe may give. */
		for (size_t i = 0; i < frames.n; i++)
			assert_ok(evidence_run_take(run, (span){ (uint8_t *)frames.p + i, 1 }));
		assert_true(evidence_run_state(run).has_ended);
		assert_ok(evidence_run_end(run, NULL, "test", (str){ 0 }));
	}
	assert_string_equal(ask(e, "SELECT count(*) FROM account JOIN entity ON entity.id = account.entity JOIN file "
				   "ON file.id = entity.file"),
		"2");
	assert_string_equal(ask(e, "SELECT name FROM entity"), "ro\\xffot\\x1b");
	assert_string_equal(ask(e, "SELECT privileged FROM account"), "NULL");
	assert_string_equal(ask(e, "SELECT group_concat(outcome) FROM run"), "done,done");
	buf_free(&frames);
	evidence_close(e);
}

static void claim_coverage(struct facts *f)
{
	fact_covered(f, "accounts", "full", NULL, NULL);
}

static void a_reader_that_died_vouches_for_nothing(void **state)
{
	(void)state;
	int64_t input;
	struct evidence *e = new_evidence(&input);
	struct buf frames = frames_of(claim_coverage, false);
	struct evidence_run *run = evidence_run_begin(e, input, "test", (str){ 0 });

	assert_ok(evidence_run_take(run, span_from_str(buf_all(&frames))));
	assert_ok(evidence_run_end(
		run, &(struct run_death){ .outcome = "died", .why = "the reader crashed" }, "test", (str){ 0 }));
	assert_string_equal(ask(e, "SELECT state || ': ' || reason FROM coverage"), "part: the reader crashed");
	assert_string_equal(ask(e, "SELECT outcome || ': ' || reason FROM run"), "died: the reader crashed");
	buf_free(&frames);
	evidence_close(e);
}

static void refer_to_nothing(struct facts *f)
{
	fact_account(f, &(struct fact_account){ .entity = 99 });
}

static void a_reference_to_a_row_that_was_never_written_ends_the_run(void **state)
{
	(void)state;
	int64_t input;
	struct evidence *e = new_evidence(&input);
	struct buf frames = frames_of(refer_to_nothing, true);
	struct evidence_run *run = evidence_run_begin(e, input, "test", (str){ 0 });

	assert_ok(evidence_run_take(run, span_from_str(buf_all(&frames))));
	assert_ok(evidence_run_end(run, NULL, "test", (str){ 0 }));
	assert_string_equal(ask(e, "SELECT outcome FROM run"), "died");
	buf_free(&frames);
	evidence_close(e);
}

/* Each is a frame that none of our readers writes: length, kind, then what is wrong with it. */
static void frames_that_no_reader_writes_are_refused(void **state)
{
	(void)state;
	static const struct {
		span frame;
		const char *fault;
	} bad[] = {
		{ SPAN("\0\0\0\0"), "wire.bad-frame" },                      /* nothing in it */
		{ SPAN("\xff\xff\xff\x7f"), "wire.bad-frame" },              /* too long */
		{ SPAN("\1\0\0\0Z"), "wire.bad-frame" },                     /* no such kind */
		{ SPAN("\2\0\0\0R\xff"), "wire.bad-row" },                   /* no such table */
		{ SPAN("\3\0\0\0R\0\x09"), "wire.bad-row" },                 /* no such tag */
		{ SPAN("\7\0\0\0R\0\3\xff\xff\xff\xff"), "input.short" },    /* a text longer than its frame */
		{ SPAN("\x0b\0\0\0R\0\1\0\0\0\0\0\0\0\0"), "wire.bad-row" }, /* a number where a text belongs */
		{ SPAN("\6\0\0\0R\0\0\0\0\0"), "wire.bad-row" },             /* NULL where the schema forbids it */
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		int64_t input;
		struct evidence *e = new_evidence(&input);
		struct evidence_run *run = evidence_run_begin(e, input, "test", (str){ 0 });
		err result = evidence_run_take(run, bad[i].frame);

		if (!result.is || strcmp(result.is->id, bad[i].fault))
			fail_msg("frame %zu: %s instead of %s", i, result.is ? result.is->id : "fine", bad[i].fault);
		assert_ok(evidence_run_end(
			run, &(struct run_death){ .outcome = "died", .why = "refused" }, "test", (str){ 0 }));
		evidence_close(e);
	}
}

static void an_evidence_file_appears_only_when_whole(void **state)
{
	(void)state;
	char path[] = "/tmp/assay-test-XXXXXX";
	struct evidence *e;
	int fd = mkstemp(path);

	close(fd);
	unlink(path);
	assert_ok(evidence_create(path, &e));
	assert_int_not_equal(access(path, F_OK), 0);
	evidence_close(e);
	assert_int_not_equal(access(path, F_OK), 0);
	assert_ok(evidence_create(path, &e));
	assert_ok(evidence_commit(e));
	evidence_close(e);
	assert_int_equal(access(path, F_OK), 0);
	assert_ok(evidence_read(path, &e));
	assert_int_not_equal(sqlite3_exec(evidence_db(e), "DELETE FROM input", NULL, NULL, NULL), SQLITE_OK);
	evidence_close(e);
	unlink(path);
}

static void other_files_are_no_evidence(void **state)
{
	(void)state;
	struct evidence *e;

	assert_fault(evidence_read("/etc/passwd", &e), "evidence.not-ours");
	assert_fault(evidence_read("/nonexistent", &e), "evidence.open");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_arrive_as_they_were_written),
		cmocka_unit_test(a_reader_that_died_vouches_for_nothing),
		cmocka_unit_test(a_reference_to_a_row_that_was_never_written_ends_the_run),
		cmocka_unit_test(frames_that_no_reader_writes_are_refused),
		cmocka_unit_test(an_evidence_file_appears_only_when_whole),
		cmocka_unit_test(other_files_are_no_evidence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
