#include "testing.h"

#include "evidence/masking.h"
#include "evidence/run.h"
#include "evidence/wire.h"

/* Who adds a column says what becomes of the secrets in it. */
static void every_text_column_says_how_it_is_masked(void **state)
{
	(void)state;
	for (unsigned t = 0; t < TABLE_COUNT; t++)
		for (const struct wire_column *c = wire_tables[t].columns; c->name; c++)
			if (c->kind == COLUMN_TEXT && !masking_of(t, c->name).is_listed)
				fail_msg("%s.%s has no row in masking.c", wire_tables[t].name, c->name);
}

static void to_run(void *self, span frames)
{
	assert_ok(evidence_run_take(self, frames));
}

static void assert_answer(struct evidence *e, const char *sql, const char *wanted)
{
	sqlite3_stmt *stmt = NULL;

	assert_int_equal(sqlite3_prepare_v2(evidence_db(e), sql, -1, &stmt, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	assert_string_equal((const char *)sqlite3_column_text(stmt, 0), wanted);
	sqlite3_finalize(stmt);
}

/* By whichever function a row is written, and whoever wrote it without a thought of secrets. */
static void no_row_leaves_with_a_secret(void **state)
{
	(void)state;
	struct evidence *e;
	int64_t input;

	assert_ok(evidence_create(NULL, &e));
	assert_ok(evidence_input(e, &(struct input_row){ .kind = STR("image"), .name = STR("t") }, &input));

	struct evidence_run *run = evidence_run_begin(e, input, &role_image, (str){ 0 });
	struct facts *f = facts_open((struct facts_sink){ .self = run, .write = to_run });
	struct fact_value row[] = { { .kind = FACT_NULL }, { .kind = FACT_INT, .integer = 4 }, { .kind = FACT_NULL },
		{ .kind = FACT_TEXT, .text = STR("hostapd") }, { .kind = FACT_TEXT, .text = STR("wpa_passphrase") },
		{ .kind = FACT_TEXT, .text = STR("geheim9") }, { .kind = FACT_NULL }, { .kind = FACT_NULL } };

	fact_start(
		f, &(struct fact_start){ .program = STR("/bin/x"), .command = STR("x --password=geheim1 -l /bin/sh") });
	fact_excerpt(f, &(struct fact_excerpt){ .at = NUM(0), .text = STR("password: geheim2") });
	fact_mention(f, &(struct fact_mention){ .kind = STR("url"), .value = STR("ftp://u:geheim3@h.example/") });
	fact_setting(f, &(struct fact_setting){ .domain = STR("d"), .key = STR("psk"), .value = STR("geheim4") });
	fact_setting(
		f, &(struct fact_setting){ .domain = STR("d"), .key = STR("url"), .value = STR("http://geheim5@h/") });
	fact_region(f, &(struct fact_region){ .at = NUM(0),
			       .size = NUM(9),
			       .kind = STR("gzip"),
			       .readable = STR("yes"),
			       .name = STR("AKIAGEHEIM7EXAMPLE99") });
	fact_row(f, TABLE_setting, row, sizeof(row) / sizeof(*row));
	facts_failed(f, fail(&run_bad_row, 0), STR("at \"password\": \"geheim8\""));
	facts_close(f);

	assert_answer(e, "SELECT command FROM start", "x --password=(secret) -l /bin/sh");
	assert_answer(e, "SELECT text FROM excerpt", "password: (secret)");
	assert_answer(e, "SELECT value FROM mention", "ftp://(secret)@h.example/");
	assert_answer(e, "SELECT group_concat(value, ' ') FROM setting", "(secret) http://(secret)@h/ (secret)");
	assert_answer(e, "SELECT name FROM region", "(secret)");
	assert_str(evidence_run_state(run).fault_detail, "at \"password\": \"(secret)\"");
	assert_ok(evidence_run_end(run, NULL, "", (str){ 0 }));
	evidence_close(e);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_text_column_says_how_it_is_masked),
		cmocka_unit_test(no_row_leaves_with_a_secret),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
