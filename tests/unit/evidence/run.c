#include "testing.h"

#include "base/buf.h"
#include "base/limits.h"
#include "evidence/facts.h"
#include "evidence/run.h"
#include "evidence/wire.h"

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

static void write_many(struct facts *f)
{
	fact_covered(f, "accounts", "full", "", "");
	for (uint32_t i = 0; i < LIMIT_LISTED_ROWS + 5; i++) {
		uint32_t entity = fact_entity(
			f, &(struct fact_entity){ .kind = STR("account"), .name = STR("x"), .basis = STR("observed") });

		if (i >= LIMIT_LISTED_ROWS - 1) fact_account(f, &(struct fact_account){ .entity = entity });
	}
}

static void of_more_rows_than_are_kept_the_first_stand_and_nothing_is_whole(void **state)
{
	(void)state;
	int64_t input;
	struct evidence *e = new_evidence(&input);
	struct buf frames = frames_of(write_many, true);
	struct evidence_run *run = evidence_run_begin(e, input, &role_image, STR("2026-01-01T00:00:00Z"));

	assert_ok(evidence_run_take(run, span_from_str(buf_all(&frames))));
	assert_ok(evidence_run_end(run, NULL, "test", (str){ 0 }));
	assert_int_equal(atoi(ask(e, "SELECT count(*) FROM entity")), LIMIT_LISTED_ROWS);
	assert_string_equal(
		ask(e, "SELECT count(*) FROM account"), "1"); /* what refers to a row that is not there goes with it */
	assert_string_equal(ask(e, "SELECT outcome FROM run"), "cut");
	assert_string_equal(ask(e, "SELECT state FROM coverage"), "part");
	assert_non_null(strstr(ask(e, "SELECT reason FROM coverage"), "entity"));
	buf_free(&frames);
	evidence_close(e);
}

/* An evidence file that somebody changed with other tools. */
static err read_changed(const char *sql)
{
	char path[] = "/tmp/assay-foreign-XXXXXX";
	struct evidence *e = NULL;
	sqlite3 *db = NULL;

	close(mkstemp(path));
	assert_ok(evidence_create(path, &e));
	assert_ok(evidence_commit(e));
	evidence_close(e);
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);

	err opened = evidence_read(path, &e);

	if (!opened.is) evidence_close(e);
	unlink(path);
	return opened;
}

static void a_file_with_columns_or_orders_that_are_not_ours_is_refused(void **state)
{
	(void)state;
	assert_ok(read_changed("INSERT INTO vulnerability(id) VALUES('CVE-1')"));
	assert_ok(read_changed("DROP TABLE fix")); /* of an earlier version */
	assert_fault(read_changed("DROP TABLE fix; CREATE TABLE fix(release INTEGER, vulnerability TEXT AS (1))"),
		"evidence.foreign");
	assert_fault(
		read_changed("DROP TABLE fix; CREATE TABLE fix(release INTEGER, vulnerability TEXT COLLATE NOCASE)"),
		"evidence.foreign");
	assert_fault(read_changed("CREATE INDEX odd ON file(lower(path))"), "evidence.foreign");
	assert_fault(read_changed("DROP TABLE fix; CREATE VIEW fix AS SELECT 1 AS release"), "evidence.foreign");
}

static void rows_arrive_as_they_were_written(void **state)
{
	(void)state;
	int64_t input;
	struct evidence *e = new_evidence(&input);
	struct buf frames = frames_of(write_account, true);

	for (int times = 0; times < 2; times++) {
		struct evidence_run *run = evidence_run_begin(e, input, &role_image, STR("2026-01-01T00:00:00Z"));

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
	struct evidence_run *run = evidence_run_begin(e, input, &role_image, (str){ 0 });

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
	struct evidence_run *run = evidence_run_begin(e, input, &role_image, (str){ 0 });

	assert_ok(evidence_run_take(run, span_from_str(buf_all(&frames))));
	assert_ok(evidence_run_end(run, NULL, "test", (str){ 0 }));
	assert_string_equal(ask(e, "SELECT outcome FROM run"), "void");
	assert_string_equal(ask(e, "SELECT count(*) FROM account"), "0");
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
		{ SPAN("\1\0\0\0D\1\0\0\0D"), "wire.after-end" },            /* two last words */
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		int64_t input;
		struct evidence *e = new_evidence(&input);
		struct evidence_run *run = evidence_run_begin(e, input, &role_image, (str){ 0 });
		err result = evidence_run_take(run, bad[i].frame);

		if (!result.is || strcmp(result.is->id, bad[i].fault))
			fail_msg("frame %zu: %s instead of %s", i, result.is ? result.is->id : "fine", bad[i].fault);
		assert_ok(evidence_run_end(
			run, &(struct run_death){ .outcome = "died", .why = "refused" }, "test", (str){ 0 }));
		evidence_close(e);
	}
}

/* ---- what a role may say --------------------------------------------------------------------------------------------- */

static void answer_as_laboratory(struct facts *f)
{
	fact_answer(f, &(struct fact_answer){ .question = STR("ask.x"), .value = STR("yes"), .basis = STR("tested") });
}

static void hold_a_certificate(struct facts *f)
{
	fact_held(f, &(struct fact_held){ .scheme = STR("de-itsik"), .kind = STR("certificate") });
}

static void fill_the_profile(struct facts *f)
{
	fact_profile(
		f, &(struct fact_profile){ .name = STR("product.type"), .value = STR("x"), .basis = STR("declared") });
}

static void try_something(struct facts *f)
{
	fact_trial(f, &(struct fact_trial){ .kind = STR("reset"), .result = STR("held"), .basis = STR("tool") });
}

static void declare_an_entity(struct facts *f)
{
	fact_entity(f, &(struct fact_entity){ .kind = STR("account"), .name = STR("x"), .basis = STR("declared") });
}

static void name_an_unknown_kind(struct facts *f)
{
	fact_entity(f, &(struct fact_entity){ .kind = STR("miracle"), .name = STR("x"), .basis = STR("observed") });
}

static void vouch_for_answers(struct facts *f)
{
	fact_covered(f, "answers", "full", NULL, NULL);
}

static void vouch_for_files(struct facts *f)
{
	fact_covered(f, "files", "full", NULL, NULL);
}

static void justify_a_service(struct facts *f)
{
	uint32_t entity = fact_entity(
		f, &(struct fact_entity){ .kind = STR("service"), .name = STR("x"), .basis = STR("observed") });

	fact_service(f, &(struct fact_service){ .entity = entity, .justification = STR("needed") });
}

static void find_a_file(struct facts *f)
{
	fact_file(f, &(struct fact_file){ .path = STR("/etc/shadow"), .type = STR("file") });
}

static void observe_an_entity(struct facts *f)
{
	fact_entity(f, &(struct fact_entity){ .kind = STR("service"), .name = STR("x"), .basis = STR("observed") });
}

static void document_a_statement(struct facts *f)
{
	uint32_t document = fact_document(f, &(struct fact_document){ .kind = STR("record") });

	fact_statement(f,
		&(struct fact_statement){ .document = document, .kind = STR("procedure"), .basis = STR("documented") });
}

static void state_by_itself(struct facts *f)
{
	uint32_t document = fact_document(f, &(struct fact_document){ .kind = STR("policy") });

	fact_statement(
		f, &(struct fact_statement){ .document = document, .kind = STR("contact"), .basis = STR("declared") });
}

static void count_what_was_read(struct facts *f)
{
	fact_reading(f, &(struct fact_reading){ .tables = NUM(1), .cells = NUM(1), .placed = NUM(1) });
}

static void write_run(struct evidence *e, int64_t input, const struct jail_role *role,
	void (*write_facts)(struct facts *), err *ret_taken, struct run_state *ret_state)
{
	struct buf frames = frames_of(write_facts, true);
	struct evidence_run *run = evidence_run_begin(e, input, role, (str){ 0 });

	*ret_taken = evidence_run_take(run, span_from_str(buf_all(&frames)));
	*ret_state = evidence_run_state(run);
	if (ret_state->refused.n) assert_non_null(strstr(ret_state->refused.p, role->name));

	struct run_death death = { .outcome = "void", .why = "refused", .is_void = true };

	assert_ok(evidence_run_end(run, ret_taken->is ? &death : NULL, "test", (str){ 0 }));
	buf_free(&frames);
}

static void each_role_writes_its_own_tables_columns_and_words_alone(void **state)
{
	static const struct {
		const char *what;
		void (*write_facts)(struct facts *);
		const struct jail_role *may[4];
	} rows[] = {
		{ "a laboratory's answer", answer_as_laboratory, { NULL } },
		{ "a certificate of another scheme", hold_a_certificate, { &role_product, &role_declaration } },
		{ "a row of the profile", fill_the_profile, { &role_product, &role_declaration } },
		{ "a trial", try_something, { NULL } },
		{ "a declared entity", declare_an_entity, { &role_product, &role_declaration } },
		{ "a kind that nobody knows", name_an_unknown_kind, { NULL } },
		{ "coverage of answers", vouch_for_answers, { &role_product, &role_declaration } },
		{ "coverage of files", vouch_for_files, { &role_image } },
		{ "a maker's justification beside an observed service", justify_a_service, { NULL } },
		{ "a file", find_a_file, { &role_image } },
		{ "an observed entity", observe_an_entity, { &role_image } },
		{ "a documented statement", document_a_statement, { &role_practices } },
		{ "a declared statement", state_by_itself, { &role_product, &role_declaration } },
		{ "how much of a form was read", count_what_was_read, { &role_declaration } },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		for (const struct jail_role *const *role = jail_roles; *role; role++) {
			bool may = false;
			err taken;
			struct run_state said;

			if (!(*role)->evidence) continue;

			int64_t input;
			struct evidence *e = new_evidence(&input);

			for (size_t k = 0; k < 4; k++) may |= rows[i].may[k] == *role;
			write_run(e, input, *role, rows[i].write_facts, &taken, &said);
			if (may != !taken.is)
				fail_msg("%s by %s: %s", rows[i].what, (*role)->name, taken.is ? "refused" : "taken");
			if (!may && strcmp(taken.is->id, "wire.not-granted") != 0)
				fail_msg("%s by %s: %s", rows[i].what, (*role)->name, taken.is->id);
			assert_string_equal(ask(e, "SELECT outcome FROM run"), may ? "done" : "void");
			if (!may)
				assert_string_equal(
					ask(e, "SELECT (SELECT count(*) FROM entity) + (SELECT count(*) FROM document) "
					       "+ "
					       "(SELECT count(*) FROM answer) + (SELECT count(*) FROM held) + "
					       "(SELECT count(*) FROM profile) + (SELECT count(*) FROM coverage)"),
					"0");
			evidence_close(e);
		}
	}
}

static void write_a_file_then_an_answer(struct facts *f)
{
	find_a_file(f);
	vouch_for_files(f);
	answer_as_laboratory(f);
}

static void nothing_stays_of_what_a_refused_reader_said(void **state)
{
	int64_t input;
	struct evidence *e = new_evidence(&input);
	err taken;
	struct run_state said;

	(void)state;
	write_run(e, input, &role_image, find_a_file, &taken, &said);
	assert_ok(taken);
	write_run(e, input, &role_image, write_a_file_then_an_answer, &taken, &said);
	assert_fault(taken, "wire.not-granted");
	assert_string_equal(ask(e, "SELECT count(*) FROM file"), "1");
	assert_string_equal(ask(e, "SELECT count(*) FROM coverage"), "0");
	assert_string_equal(ask(e, "SELECT group_concat(outcome) FROM run"), "done,void");
	evidence_close(e);
}

static void done_and_then_a_file(struct facts *f)
{
	facts_done(f);
	find_a_file(f);
}

static void nothing_comes_after_the_last_word(void **state)
{
	int64_t input;
	struct evidence *e = new_evidence(&input);
	err taken;
	struct run_state said;

	(void)state;
	write_run(e, input, &role_image, done_and_then_a_file, &taken, &said);
	assert_fault(taken, "wire.after-end");
	evidence_close(e);
}

static void say_how_far_for_ever(struct facts *f)
{
	for (int i = 0; i < 100; i++) facts_progress(f, 1, 2);
}

static void frames_are_counted_whatever_they_say(void **state)
{
	int64_t input;
	struct evidence *e = new_evidence(&input);
	struct jail_role role = role_image;
	err taken;
	struct run_state said;

	(void)state;
	role.limits.frames = 100;
	write_run(e, input, &role, say_how_far_for_ever, &taken, &said);
	assert_fault(taken, "wire.too-many-rows");
	evidence_close(e);
}

/* A name of a table or column that there is not would grant nothing, and nobody would see why. */
static void roles_name_tables_and_columns_that_there_are(void **state)
{
	(void)state;
	for (const struct jail_role *const *role = jail_roles; *role; role++) {
		for (const struct jail_grant *g = (*role)->evidence; g && g->table; g++) {
			str rest = str_of(g->columns), word;
			const struct wire_table *t = NULL;

			for (size_t i = 0; i < TABLE_COUNT; i++)
				if (strcmp(wire_tables[i].name, g->table) == 0) t = &wire_tables[i];
			if (!t) fail_msg("%s: there is no table %s", (*role)->name, g->table);
			while (str_word(&rest, &word)) {
				str name;
				bool is_known = false;

				assert_true(str_split(&word, ':', &name));
				for (const struct wire_column *c = t->columns; c->name; c++)
					is_known |= str_is(name, c->name) || str_is(name, "*");
				if (!is_known)
					fail_msg("%s: %s has no column %.*s", (*role)->name, g->table, STR_FMT(name));
			}
		}
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
		cmocka_unit_test(of_more_rows_than_are_kept_the_first_stand_and_nothing_is_whole),
		cmocka_unit_test(a_file_with_columns_or_orders_that_are_not_ours_is_refused),
		cmocka_unit_test(rows_arrive_as_they_were_written),
		cmocka_unit_test(a_reader_that_died_vouches_for_nothing),
		cmocka_unit_test(a_reference_to_a_row_that_was_never_written_ends_the_run),
		cmocka_unit_test(frames_that_no_reader_writes_are_refused),
		cmocka_unit_test(each_role_writes_its_own_tables_columns_and_words_alone),
		cmocka_unit_test(nothing_stays_of_what_a_refused_reader_said),
		cmocka_unit_test(nothing_comes_after_the_last_word),
		cmocka_unit_test(frames_are_counted_whatever_they_say),
		cmocka_unit_test(roles_name_tables_and_columns_that_there_are),
		cmocka_unit_test(an_evidence_file_appears_only_when_whole),
		cmocka_unit_test(other_files_are_no_evidence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
