/* assay answer: what a person says, with name and day, into the evidence. */
#include "cli/commands.h"
#include "work/files.h"
#include "cli/load.h"

#include "base/digest.h"
#include "source/opened.h"
#include "report/values.h"
#include "base/buf.h"
#include "rules/answers.h"
#include "rules/dates.h"
#include "report/text.h"

#include <stdio.h>
#include <string.h>

/* A declared or observed entity by its name; 0 for the product; -1 when there is none of that name. */
static int64_t entity_named(sqlite3 *db, const char *name)
{
	sqlite3_stmt *stmt = NULL;
	int64_t id = -1;

	if (!name) return 0;
	if (sqlite3_prepare_v2(db, "SELECT id FROM subject WHERE name = ?1 ORDER BY id LIMIT 1", -1, &stmt, NULL) ==
		SQLITE_OK) {
		sqlite3_bind_text(stmt, 1, name, -1, SQLITE_STATIC);
		if (sqlite3_step(stmt) == SQLITE_ROW) id = sqlite3_column_int64(stmt, 0);
	}
	sqlite3_finalize(stmt);
	return id;
}

static void bind(sqlite3_stmt *stmt, int at, const char *text)
{
	if (text) sqlite3_bind_text(stmt, at, text, -1, SQLITE_STATIC);
}

/* On whose standing it is said. */
static const char *basis_of(const struct given *g)
{
	return given_has(g, "--lab") ? "tested" : given_has(g, "--assessor") ? "person" : "declared";
}

/* ---- the record of a test: hashed, never read any further ---------------------------------------------------------------- */

struct record {
	str name;
	uint64_t size;
	struct digest digest;
};

static int read_record(const char *path, struct record *ret)
{
	struct opened opened = { 0 };
	err e = opened_open(path, &opened);

	if (e.is) {
		say_fault(path, e, "");
		return EXIT_USAGE;
	}

	bool is_file = !opened.is_directory;
	const char *slash = strrchr(path, '/');

	if (is_file)
		*ret = (struct record){ .name = str_of(slash ? slash + 1 : path),
			.size = opened.bytes.n,
			.digest = digest_of(opened.bytes) };
	else
		say("%s: is a folder: the record of a test is one file; pack it first", path);
	opened_close(&opened);
	return is_file ? EXIT_PASS : EXIT_USAGE;
}

/* The document that it is; 0: it could not be written. */
static int64_t write_record(struct evidence *e, const struct record *r)
{
	sqlite3 *db = evidence_db(e);
	sqlite3_stmt *stmt = NULL;
	int64_t input;
	err written = evidence_input(e,
		&(struct input_row){ .kind = STR("test-record"),
			.name = r->name,
			.sha256 = digest_str(&r->digest),
			.size = r->size },
		&input);
	bool is_done = false;

	if (written.is) return 0;
	if (sqlite3_prepare_v2(db, "INSERT INTO document(input, kind, url, sha256) VALUES(?1, 'test-record', ?2, ?3)",
		    -1, &stmt, NULL) == SQLITE_OK) {
		sqlite3_bind_int64(stmt, 1, input);
		sqlite3_bind_text(stmt, 2, r->name.p, (int)r->name.n, SQLITE_STATIC);
		bind(stmt, 3, r->digest.hex);
		is_done = sqlite3_step(stmt) == SQLITE_DONE;
	}
	sqlite3_finalize(stmt);
	return is_done ? sqlite3_last_insert_rowid(db) : 0;
}

/* Records that no answer rests on any more. */
static bool drop_records(sqlite3 *db)
{
	return sqlite3_exec(db,
		       "DELETE FROM document WHERE kind = 'test-record' AND id NOT IN "
		       "(SELECT document FROM answer WHERE document IS NOT NULL);"
		       "DELETE FROM input WHERE kind = 'test-record' AND id NOT IN "
		       "(SELECT input FROM document WHERE input IS NOT NULL)",
		       NULL, NULL, NULL) == SQLITE_OK;
}

/* ---- the answer ---------------------------------------------------------------------------------------------------------- */

static bool write_answer(sqlite3 *db, const struct given *g, int64_t entity, int64_t document, const char *day)
{
	sqlite3_stmt *stmt = NULL;
	const char *sql = "INSERT OR REPLACE INTO answer(question, entity, value, basis, author, answered, expires, "
			  "reason, document) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, nullif(?9, 0))";
	bool is_done = false;

	if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) == SQLITE_OK) {
		bind(stmt, 1, g->words[1]);
		sqlite3_bind_int64(stmt, 2, entity);
		bind(stmt, 3, g->words[2]);
		bind(stmt, 4, basis_of(g));
		bind(stmt, 5, given_value(g, "--author"));
		bind(stmt, 6, day);
		bind(stmt, 7, given_value(g, "--expires"));
		bind(stmt, 8, given_value(g, "--reason"));
		sqlite3_bind_int64(stmt, 9, document);
		is_done = sqlite3_step(stmt) == SQLITE_DONE;
	}
	sqlite3_finalize(stmt);
	return is_done;
}

static int change(const struct given *g, const struct record *of_test, const char *day)
{
	struct evidence *e;
	err changed = evidence_change(g->words[0], &e);
	int64_t entity;

	if (changed.is) {
		say_fault(g->words[0], changed, "");
		return EXIT_USAGE;
	}
	entity = entity_named(evidence_db(e), given_value(g, "--for"));
	if (entity < 0) {
		say("%s: nothing in it is called \"%s\"; \"assay facts %s subject\" lists what is", g->words[0],
			given_value(g, "--for"), g->words[0]);
		evidence_close(e);
		return EXIT_USAGE;
	}

	int64_t document = of_test ? write_record(e, of_test) : 0;
	bool is_written = (document || !of_test) && write_answer(evidence_db(e), g, entity, document, day) &&
			  drop_records(evidence_db(e));

	changed = is_written ? evidence_commit(e) : (err){ 0 };
	if (changed.is)
		say_fault(g->words[0], changed, "the answer is not in it");
	else if (!is_written)
		say("%s: the answer could not be written: %s", g->words[0], evidence_error(e));
	evidence_close(e);
	return is_written && !changed.is ? EXIT_PASS : EXIT_INTERNAL;
}

/* The evidence is read, changed and put back: what another writes in between would be lost. */
static int record(const struct given *g, const struct record *of_test, const char *day)
{
	struct lock lock;
	int status = status_after(folder_hold_of(g->words[0], &lock, &talk));

	if (status != EXIT_PASS) return status;
	status = change(g, of_test, day);
	lock_release(&lock);
	return status;
}

/* ---- what may be answered ------------------------------------------------------------------------------------------------ */

/* What only a person can say of a requirement takes yes or no. */
static const struct question *question_named(const struct rules *rules, str id)
{
	static str yes = { "yes", 3 };
	static const struct question person = { .type = { "yes/no", 6 }, .good = &yes, .good_count = 1 };

	const struct unit *unit = rules_asking_test(rules, id);

	if (unit) return &unit->test;
	if (str_starts(id, "ask.person.")) return rules_asking_person(rules, id) ? &person : NULL;
	return rules_question(rules, id);
}

/* Who speaks, and on what. */
static bool has_standing(const struct given *g)
{
	const char *author = given_value(g, "--author");

	if (!author || !str_trim(str_of(author)).n)
		say("who says so? Give --author NAME: an answer without a name is none");
	else if (given_has(g, "--lab") && given_has(g, "--assessor"))
		say("--lab is a test, --assessor a judgement: it is one of the two");
	else if (given_has(g, "--lab") && !given_value(g, "--evidence"))
		say("a test without its record is an opinion: give --evidence FILE (a log, a capture, a photograph)");
	else if (!given_has(g, "--lab") && given_value(g, "--evidence"))
		say("--evidence is the record of a laboratory's own test: give --lab with it");
	else
		return true;
	return false;
}

static int may_answer(const struct given *g, const struct rules *rules, struct arena *keep)
{
	const struct question *q = question_named(rules, str_of(g->words[1]));

	if (!has_standing(g)) {
		return EXIT_USAGE;
	} else if (!q) {
		say("there is no question \"%s\"; \"assay next %s\" lists what is asked", g->words[1], g->words[0]);
	} else if (q->each && !q->word.n) {
		say("\"%s\" is asked for each of %s: say which, as %s.NAME", g->words[1], q->each->name.p, g->words[1]);
	} else if (question_takes(q, str_of(g->words[2])) == UNKNOWN) {
		str wants = question_wants(keep, q);

		say("\"%s\" is no answer to %s: it takes %.*s", g->words[2], g->words[1], STR_FMT(wants));
	} else if (given_value(g, "--expires") && !date_is(str_of(given_value(g, "--expires")))) {
		say("--expires is a day, as 2027-05-31, and not \"%s\"", given_value(g, "--expires"));
	} else {
		return EXIT_PASS;
	}
	return EXIT_USAGE;
}

static void tell_recorded(const struct given *g)
{
	struct buf words = { 0 }, out = { 0 };

	buf_printf(&words, "Recorded: \"%s\" to %s, by %s.", g->words[2], g->words[1], given_value(g, "--author"));
	text_wrap(&out, buf_all(&words), 0, 2, (unsigned)terminal_width());
	fwrite(out.p, 1, out.n, stdout);
	buf_free(&words);
	buf_free(&out);
}

static void print_recorded(const struct given *g, const struct record *of_test, const char *day)
{
	json_t *o = json_object();

	set_str(o, "question", str_of(g->words[1]));
	set_str(o, "value", str_of(g->words[2]));
	set_str_if(o, "for", str_of(given_value(g, "--for")));
	set_str(o, "basis", str_of(basis_of(g)));
	set_str(o, "author", str_of(given_value(g, "--author")));
	set_str(o, "answered", str_of(day));
	set_str_if(o, "expires", str_of(given_value(g, "--expires")));
	set_str_if(o, "reason", str_of(given_value(g, "--reason")));
	if (of_test) {
		set_str(o, "record", of_test->name);
		set_str(o, "sha256", digest_str(&of_test->digest));
	}
	say_json(o);
}

/* An answer that no requirement reads is told, not kept in silence. Any scheme will do: what was declared is looked at for all. */
static void tell_strays(const struct given *g, const struct rules *rules, str day, struct arena *keep)
{
	struct evidence *e;
	struct judgement *j;

	if (!rules->schemes.n || evidence_read(g->words[0], &e).is) return;
	if (!judge(rules, evidence_db(e),
		    &(struct judge_options){ .on = day, .schemes = &rules->schemes.p[0].id, .scheme_count = 1 }, keep,
		    &j)
			.is)
		for (size_t i = 0; i < j->stray_count; i++)
			if (str_starts(j->strays[i], "an answer to ")) say("%.*s", STR_FMT(j->strays[i]));
	evidence_close(e);
}

static int run(const struct given *g)
{
	struct arena keep = arena_open(WORK_MEMORY);
	struct rules *rules;
	char day[11];
	int status = load_day(g, day) ? load_rules(g, &keep, &rules) : EXIT_USAGE;

	struct record of_test;
	bool is_test = given_value(g, "--evidence") != NULL;

	if (status == EXIT_PASS) status = may_answer(g, rules, &keep);
	if (status == EXIT_PASS && is_test) status = read_record(given_value(g, "--evidence"), &of_test);
	if (status == EXIT_PASS) status = record(g, is_test ? &of_test : NULL, day);
	if (status == EXIT_PASS) tell_strays(g, rules, str_of(day), &keep);
	if (status == EXIT_PASS && given_has(g, "--json"))
		print_recorded(g, is_test ? &of_test : NULL, day);
	else if (status == EXIT_PASS)
		tell_recorded(g);
	arena_close(&keep);
	return status;
}

const struct command command_answer = {
	.name = "answer",
	.synopsis = "EVIDENCE QUESTION VALUE --author NAME [--for ENTITY] [--reason TEXT] [--expires DATE] "
		    "[--assessor | --lab --evidence FILE] [--json]",
	.summary = "record what a person says",
	.description = "Writes an answer with its author and day into the evidence. It is the maker's word unless --assessor says that an assessor judged, or --lab that a laboratory "
		       "tested. Neither the maker's word nor an assessor's passes a functional test unit; a laboratory's own test does (ask.test.CATALOGUE.UNIT, or "
		       "a question of the unit), with its record: the file is hashed into the evidence, and stays with you. "
		       "The same author's earlier answer to the same question is replaced. Where several answered, a laboratory outweighs assessors, and they the maker; two of the same "
		       "standing who say the opposite leave it undecided, and the disagreement is shown. A value that the question does not take is refused.",
	.example = "  assay answer product.assay ask.passwords.generator-unique yes --author \"Jane Roe\" --assessor --reason \"generator reviewed\"\n"
		   "  assay answer product.assay ask.test.etsi-en-303-645.5.2-1-2a yes --author \"Max Moe, Test Lab\" --lab --evidence policy.pdf\n",
	.options = {
		{ "--author", "NAME", "who says so", false, NULL },
		{ "--for", "ENTITY", "the name of the declared or observed thing that it is about; default: the product", false, NULL },
		{ "--reason", "TEXT", "why", false, NULL },
		{ "--expires", "DATE", "the last day on which it counts", false, NULL },
		{ "--assessor", NULL, "the author is an assessor, not the maker", false, NULL },
		{ "--lab", NULL, "the author tested it for a laboratory; with --evidence", false, NULL },
		{ "--evidence", "FILE", "the record of the test", false, NULL },
		OPTION_ON,
		OPTION_RULES,
		{ "--json", NULL, "print what was recorded, as JSON", false, NULL },
	},
	.least = 3,
	.most = 3,
	.run = run,
};
