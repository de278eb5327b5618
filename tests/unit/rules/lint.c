/* What is wrong with rule data is said with its place, and nothing of it is used. */
#include "ground.h"

#include <fcntl.h>
#include <ftw.h>
#include <sys/stat.h>
#include <unistd.h>

struct overlay {
	struct arena keep;
	char directory[64];
	rule_problems problems;
	struct rules *rules;
	err result;
};

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *walk)
{
	(void)st;
	(void)kind;
	(void)walk;
	return remove(path);
}

static void write_file(struct overlay *o, const char *path, const char *text)
{
	str file = arena_printf(&o->keep, "%s/%s", o->directory, path);
	char *slash = strrchr(path, '/');

	if (slash) mkdir(arena_printf(&o->keep, "%s/%.*s", o->directory, (int)(slash - path), path).p, 0700);

	FILE *f = fopen(file.p, "w");

	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

/* The small rules with one more directory over them that has these files; second: a path too, or NULL. */
static struct overlay overlaid_twice(const char *path, const char *second, const char *text)
{
	struct overlay o = { .keep = arena_open((size_t)256 << 20), .directory = "/tmp/assay-rules.XXXXXX" };
	const char *directories[2] = { ground_path(&o.keep, "rules").p, o.directory };

	assert_non_null(mkdtemp(o.directory));
	write_file(&o, path, text);
	if (second) write_file(&o, second, text);
	o.result = rules_load(&o.keep, directories, 2, NULL, lint_queries, &o.rules, &o.problems);
	nftw(o.directory, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	return o;
}

static struct overlay overlaid(const char *path, const char *text)
{
	return overlaid_twice(path, NULL, text);
}

/* One problem, at this place, whose message or suggestion has these words. */
static void assert_problem(const char *path, const char *text, uint32_t line, uint32_t column, const char *words)
{
	struct overlay o = overlaid(path, text);
	bool is_found = false;

	assert_fault(o.result, "rules.bad");
	assert_null(o.rules);
	for (size_t i = 0; i < o.problems.n; i++) {
		const struct rule_problem *p = &o.problems.p[i];
		size_t at;

		if (p->place.line != line || (column && p->place.column != column)) continue;
		is_found |= str_find(p->message, words, &at) || str_find(p->suggestion, words, &at);
	}
	if (!is_found) {
		for (size_t i = 0; i < o.problems.n; i++)
			print_error("%u:%u: %.*s; %.*s\n", o.problems.p[i].place.line, o.problems.p[i].place.column,
				STR_FMT(o.problems.p[i].message), STR_FMT(o.problems.p[i].suggestion));
		fail_msg("no problem at %u:%u says: %s", line, column, words);
	}
	arena_close(&o.keep);
}

static void put_pipe(const char *path)
{
	assert_int_equal(mkfifo(path, 0600), 0);
}

static void put_circle(const char *path)
{
	assert_int_equal(symlink(strrchr(path, '/') + 1, path), 0);
}

static void put_folder(const char *path)
{
	assert_int_equal(mkdir(path, 0700), 0);
}

static void put_large(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT, 0600);

	assert_int_equal(ftruncate(fd, 9 << 20), 0);
	close(fd);
}

/* A pipe, a link to itself, a folder, a file of megabytes, each named as a scheme: a problem with its name, at once. */
static void files_that_are_none_do_not_wait_or_shrink_the_rules(void **state)
{
	static void (*const put[])(const char *) = { put_pipe, put_circle, put_folder, put_large };

	(void)state;
	for (size_t i = 0; i < sizeof(put) / sizeof(*put); i++) {
		struct overlay o = { .keep = arena_open((size_t)256 << 20), .directory = "/tmp/assay-rules.XXXXXX" };
		const char *directories[2] = { ground_path(&o.keep, "rules").p, o.directory };

		assert_non_null(mkdtemp(o.directory));
		mkdir(arena_printf(&o.keep, "%s/schemes", o.directory).p, 0700);
		put[i](arena_printf(&o.keep, "%s/schemes/odd.yaml", o.directory).p);
		o.result = rules_load(&o.keep, directories, 2, NULL, lint_queries, &o.rules, &o.problems);
		nftw(o.directory, remove_one, 8, FTW_DEPTH | FTW_PHYS);
		assert_fault(o.result, "rules.bad");
		assert_null(o.rules);
		assert_int_equal(o.problems.n, 1);
		assert_non_null(strstr(o.problems.p[0].place.file, "odd.yaml"));
		assert_true(str_starts(o.problems.p[0].message, "it cannot be read: "));
		arena_close(&o.keep);
	}
}

#define CATALOGUE(requirement)                                                                                         \
	"catalogue: new\nedition: \"1\"\ntitle: New\nkind: standard\nlevels: {M: "                                     \
	"mandatory}\nrequirements:\n" requirement
#define CHECK(more, sql)                                                                                               \
	"-- check:   new.check\n-- asks:    Is it so?\n-- needs:   files\n-- by:      observed\n" more sql

static void names_that_are_not_there_come_with_what_was_meant(void **state)
{
	(void)state;
	assert_problem("catalogues/new.yaml",
		CATALOGUE("  - {id: A, level: M, title: T, checks: [account.no-empty-pasword]}\n"), 7, 0,
		"did you mean \"account.no-empty-password\"?");
	assert_problem("catalogues/new.yaml", CATALOGUE("  - {id: A, level: M, title: T, questions: [ask.plan]}\n"), 7,
		0, "did you mean \"ask.plain\"?");
	assert_problem("catalogues/new.yaml",
		CATALOGUE("  - {id: A, level: M, title: T, questions: [ask.plain], when: password.used}\n"), 7, 0,
		"did you mean \"passwords.used\"?");
	assert_problem("catalogues/new.yaml",
		CATALOGUE("  - {id: A, level: M, title: T, checks: [login.long-enough], with: {min_lenght: 9}}\n"), 7,
		0, "did you mean \"min_length\"?");
	assert_problem("catalogues/new.yaml", CATALOGUE("  - {id: A, level: M, titel: T, questions: [ask.plain]}\n"), 7,
		0, "did you mean \"title\"?");
	assert_problem("schemes/new.yaml",
		"scheme: new\ntitle: New\nmarket: XX\nrequires: [{catalogue: plan}]\nroute: {default: lab, strength: "
		"observed}\n",
		4, 0, "did you mean \"plain\"?");
}

/* A mandatory "nine" that nothing reads would be decided by nothing. */
static void a_value_that_nothing_reads_is_no_value(void **state)
{
	(void)state;
	assert_problem("catalogues/new.yaml",
		CATALOGUE("  - {id: A, level: M, title: T, checks: [account.no-empty-password], with: {min_length: "
			  "9}}\n"),
		7, 0, "no check and no question of A reads the parameter min_length");
	assert_problem("catalogues/new.yaml",
		CATALOGUE("  - {id: A, level: M, title: T, questions: [ask.plain], with: {min_length: 9}}\n"), 7, 0,
		"no check and no question of A reads the parameter min_length");

	struct overlay o = overlaid("catalogues/new.yaml",
		CATALOGUE("  - {id: A, level: M, title: T, checks: [login.long-enough], with: {min_length: 9}}\n"));

	assert_ok(o.result);
	arena_close(&o.keep);
}

static void a_scheme_of_which_nothing_binds_says_so_or_rows_are_missing(void **state)
{
	static const char *const head =
		"scheme: new\ntitle: New\nmarket: XX\nroute: {default: lab, strength: observed}\n";
	struct arena keep = arena_open((size_t)1 << 20);

	(void)state;
	assert_problem("schemes/new.yaml",
		arena_printf(&keep, "%srequires: [{catalogue: plain, select: [P-3]}]\n", head).p, 1, 1,
		"nothing that new takes is mandatory");
	assert_problem("schemes/new.yaml",
		arena_printf(&keep, "%srequires: [{catalogue: plain, as: recommended}]\n", head).p, 1, 1,
		"nothing that new takes is mandatory");
	assert_problem("schemes/new.yaml",
		arena_printf(&keep, "%snothing_binds: it is kind\nrequires: [{catalogue: plain}]\n", head).p, 1, 1,
		"new says that nothing binds, and takes requirements that are mandatory");

	struct overlay o = overlaid("schemes/new.yaml",
		arena_printf(&keep, "%srequires: [{catalogue: plain, select: [P-3], as: mandatory}]\n", head).p);

	assert_ok(o.result);
	arena_close(&o.keep);
	arena_close(&keep);
}

static void an_expression_that_cannot_be_read_is_pointed_into(void **state)
{
	(void)state;
	assert_problem("catalogues/new.yaml",
		CATALOGUE("  - id: A\n    level: M\n    title: T\n    questions: [ask.plain]\n    when: connectable "
			  "and and domain = medical\n"),
		11, 27, "a name, \"not\" or \"(\"");
}

static void a_requirement_that_nothing_decides_is_refused(void **state)
{
	(void)state;
	assert_problem(
		"catalogues/new.yaml", CATALOGUE("  - {id: A, level: M, title: T}\n"), 7, 0, "nothing can decide A");
	assert_problem("catalogues/new.yaml",
		CATALOGUE("  - {id: A, level: M, title: T, person: x}\n  - {id: A, level: M, title: T, person: x}\n"),
		8, 0, "stands twice");
}

static void a_parameter_keeps_its_form(void **state)
{
	(void)state;
	assert_problem("catalogues/new.yaml",
		CATALOGUE("  - {id: A, level: M, title: T, checks: [login.long-enough], with: {min_length: 9 at "
			  "least}}\n"),
		7, 0, "the parameter min_length is a number, and this is text");
	assert_problem("catalogues/new.yaml",
		CATALOGUE("  - {id: A, level: M, title: T, checks: [login.long-enough], with: {min_length: [9]}}\n"), 7,
		0, "and this is a list");
}

#define TREE(nodes) CATALOGUE("  - id: A\n    level: M\n    title: T\n    decide:\n" nodes)

static void trees_end_and_all_their_nodes_are_reached(void **state)
{
	(void)state;
	assert_problem("catalogues/new.yaml",
		TREE("      DN-1: {asks: x, ask: ask.plain, yes: DN-2, no: FAIL}\n      DN-2: {asks: x, ask: "
		     "ask.plain, yes: "
		     "DN-1, no: PASS}\n"),
		11, 0, "comes back to its node DN-1");
	assert_problem("catalogues/new.yaml",
		TREE("      DN-1: {asks: x, ask: ask.plain, yes: PASS, no: FAIL}\n      DN-2: {asks: x, ask: "
		     "ask.plain, yes: "
		     "PASS, no: FAIL}\n"),
		12, 0, "leads to its node DN-2");
	assert_problem("catalogues/new.yaml", TREE("      DN-1: {asks: x, ask: ask.plain, yes: DN-7, no: FAIL}\n"), 11,
		0, "leads to DN-7");
	assert_problem("catalogues/new.yaml",
		TREE("      DN-1: {asks: x, check: login.long-enough, yes: PASS, no: NA}\n"), 11, 0,
		"a check that fails ends the tree of A at NA");
	assert_problem("catalogues/new.yaml", TREE("      DN-1: {asks: x, yes: PASS, no: FAIL}\n"), 11, 0,
		"nothing decides the node DN-1");
	assert_problem("catalogues/new.yaml",
		CATALOGUE("  - id: A\n    level: M\n    title: T\n    for: {kind: logins}\n    decide:\n      DN-1: "
			  "{asks: x, ask: "
			  "ask.plain, yes: PASS, no: FAIL}\n"),
		7, 0, "did you mean \"login\"?");
}

#define SCOPED(scope)                                                                                                  \
	"scheme: new\ntitle: New\nmarket: XX\nrequires: [{catalogue: plain}]\nroute: {default: lab, strength: "        \
	"observed}\n" scope

static void an_expression_of_a_scheme_is_pointed_at(void **state)
{
	(void)state;
	assert_problem(
		"schemes/new.yaml", SCOPED("scope:\n  applies: conectable\n"), 7, 12, "did you mean \"connectable\"?");
	assert_problem("schemes/new.yaml",
		SCOPED("scope:\n  except:\n    - {when: \"domain = medicall\", clause: C, why: W}\n"), 8, 15,
		"did you mean \"medical\"?");
	assert_problem("schemes/new.yaml",
		SCOPED("scope:\n  except:\n    - {when: connectable, clause: C, why: W, from: 2026-01-01, to: "
		       "2025-01-01}\n"),
		8, 8, "ends before it begins");
	assert_problem("schemes/new.yaml", SCOPED("applies: {from: 2026-01-01, to: 2025-01-01}\n"), 6, 1,
		"ends before it begins");
}

#define RISK(classes, levels)                                                                                          \
	"method: m\nrules:\n  - {when: connectable, add: 1, because: b, at-least: hig}\nclasses: [" classes            \
	"]\nlevels:\n" levels

static void a_method_of_risk_that_loses_levels_is_refused(void **state)
{
	(void)state;
	assert_problem("risk.yaml", RISK("{name: low, from: 0}, {name: high, from: 4}", "  []\n"), 3, 6,
		"did you mean \"high\"?");
	assert_problem("risk.yaml", "method: m\nclasses: []\n", 1, 1, "every level would be lost");
	assert_problem(
		"risk.yaml", RISK("{name: low, from: 0}, {name: high, from: 0}", "  []\n"), 4, 0, "lowest first");
	assert_problem("risk.yaml", RISK("{name: low, from: 1}", "  []\n"), 4, 0, "begins at 0 points");
	assert_problem("risk.yaml",
		RISK("{name: hig, from: 0}",
			"  - {scale: a, as: b, because: x, source: y}\n  - {scale: b, as: a, because: x, source: y}\n"),
		6, 0, "does not stand before it");
	assert_problem("risk.yaml", RISK("{name: hig, from: 0}", "  - {scale: a, class: low, value: 1}\n"), 6, 0,
		"no risk class \"low\"");
}

static void what_holds_unsaid_is_one_of_the_values(void **state)
{
	(void)state;
	assert_problem("profile.yaml",
		"new.name:\n  asks: Which?\n  type: word\n  values: [left, right]\n  unsaid: rigth\n", 5, 11,
		"did you mean \"right\"?");
	assert_problem("profile.yaml", "new.name:\n  asks: Is it?\n  type: yes/no\n  unsaid: perhaps\n", 4, 11,
		"is yes or no");
}

static void what_lies_in_what_are_two_values(void **state)
{
	(void)state;
	assert_problem("profile.yaml",
		"new.name:\n  asks: Which?\n  type: words\n  values: [part, whole]\n  within: {part: hole}\n", 5, 12,
		"\"part: hole\" are not two values of new.name");
	assert_problem("profile.yaml",
		"new.name:\n  asks: Which?\n  type: words\n  values: [part, whole]\n  within: {whole: whole}\n", 5, 12,
		"are not two values");
}

static void a_query_must_fit_the_evidence(void **state)
{
	(void)state;
	assert_problem("checks/new.check.sql",
		CHECK("-- finding: x\n", "SELECT 0 AS entity, path AS what, NULL AS unknown\nFROM files\n"), 6, 0,
		"no such table: files");
	assert_problem("checks/new.check.sql",
		CHECK("-- finding: x\n", "SELECT 0 AS entity, path AS what,\n  NULL AS unknown, sise FROM file\n"), 7,
		20, "no such column: sise");
	assert_problem("checks/new.check.sql",
		CHECK("-- finding: x\n", "SELECT id AS entity, name AS what\nFROM entity\n"), 6, 0,
		"entity, what and unknown");
	assert_problem("checks/new.check.sql",
		CHECK("-- finding: the file {paht}\n",
			"SELECT 0 AS entity, path AS what, NULL AS unknown, path FROM file\n"),
		5, 4, "did you mean \"path\"?");
	assert_problem("checks/new.check.sql",
		CHECK("-- finding: the file {path\n",
			"SELECT 0 AS entity, path AS what, NULL AS unknown, path FROM file\n"),
		5, 4, "does not close");
	assert_problem("checks/new.check.sql",
		CHECK("-- finding: x\n",
			"SELECT 0 AS entity, path AS what, NULL AS unknown FROM file WHERE size > :most\n"),
		6, 0, ":most");
	assert_problem("checks/new.check.sql", CHECK("-- finding: x\n", "DELETE FROM file\n"), 6, 0, "");
	assert_problem("checks/new.check.sql",
		CHECK("-- finding: x\n-- empty: unknown\n",
			"SELECT 0 AS entity, path AS what, NULL AS unknown FROM file\n"),
		1, 0, "-- over:");
}

#define PAPER(fields) "paper: new\ntitle: New\nlaw: A law\nschemes: [plain-declared]\nfields:\n" fields
#define FIELD(from) PAPER("  - {id: a, label: A, required: yes, from: [" from "]}\n")

static void a_paper_names_only_what_there_is(void **state)
{
	(void)state;
	assert_problem("schemes/new.yaml",
		"scheme: new\ntitle: New\nmarket: XX\nrequires: [{catalogue: plain}]\n"
		"route: {default: lab, strength: observed}\npapers: [plain, plian]\n",
		6, 17, "did you mean \"plain\"?");
	assert_problem("papers/new.yaml", FIELD("{profil: product.name}"), 6, 46, "did you mean \"profile\"?");
	assert_problem("papers/new.yaml", FIELD("{profile: product.nam}"), 6, 55, "did you mean \"product.name\"?");
	assert_problem("papers/new.yaml", FIELD("{answer: ask.plan}"), 6, 54, "did you mean \"ask.plain\"?");
	assert_problem("papers/new.yaml", FIELD("{requirements: plain-declard}"), 6, 60, "did you mean");
	assert_problem("papers/new.yaml", FIELD("{requirements: plain-declared, only: [Q-*]}"), 6, 83, "Q-*");
	assert_problem("papers/new.yaml", FIELD("{paper: plane}"), 6, 0, "did you mean \"plain\"?");
	assert_problem("papers/new.yaml", FIELD("{declares: \"{b} is so\"}"), 6, 0, "{b}");
	assert_problem("papers/new.yaml", FIELD("{query: SELECT paht FROM file}"), 6, 0, "no such column: paht");
	assert_problem("papers/new.yaml", FIELD("{query: DELETE FROM file}"), 6, 0, "not authorized");
	assert_problem("papers/new.yaml", FIELD("{ixit: login, table: account, fields: [{name: N, keys: [udi]}]}"), 6,
		0, "does not fit the evidence");
	assert_problem("papers/new.yaml",
		PAPER("  - {id: a, label: A, required: yes, from: [{text: x}]}\n"
		      "  - {id: a, label: B, required: sometimes, from: [{text: x}]}\n"),
		7, 0, "stands twice");
	assert_problem("papers/new.yaml", "paper: ../new\ntitle: N\nlaw: L\nschemes: [plain-declared]\nfields: []\n", 1,
		0, "the name of a file");
}

#define CONFLICT(sides, more)                                                                                          \
	"- id: X\n  topic: t\n  about: behaviour\n  finding: f\n  source: s\n  confidence: c\n" more "  "              \
	"sides:\n" sides
#define SIDE(id) "    - {wants: w, clauses: [{catalogue: plain, ids: [" id "]}]}\n"

static void a_conflict_has_two_sides_with_clauses_that_are_there_and_a_word_on_living_with_it(void **state)
{
	(void)state;
	assert_problem("mappings/conflicts.yaml", CONFLICT(SIDE("P-1"), "  satisfies_both: b\n"), 1, 0,
		"fewer than two sides");
	assert_problem("mappings/conflicts.yaml", CONFLICT(SIDE("P-1") SIDE("P-2"), ""), 1, 0, "no_behaviour");
	assert_problem("mappings/conflicts.yaml",
		CONFLICT(SIDE("P-1") SIDE("P-2"), "  satisfies_both: b\n  no_behaviour: n\n"), 1, 0, "one of the two");
	assert_problem("mappings/conflicts.yaml", CONFLICT(SIDE("P-1") SIDE("P-22"), "  no_behaviour: n\n"), 10, 0,
		"did you mean \"P-2\"?");
	assert_problem("mappings/conflicts.yaml",
		CONFLICT(SIDE("P-1") "    - {clauses: [{catalogue: plain, ids: [P-2]}]}\n", "  no_behaviour: n\n"), 10,
		0, "\"wants\" is missing");
	assert_problem("mappings/conflicts.yaml",
		CONFLICT(SIDE("P-1") "    - {wants: w, clauses: [{catalogue: several, at: here}]}\n",
			"  no_behaviour: n\n"),
		10, 0, "there is no catalogue \"several\"");
	assert_problem("mappings/conflicts.yaml",
		CONFLICT(SIDE("P-1") "    - {wants: w, clauses: [{catalogue: plain}]}\n", "  no_behaviour: n\n"), 10, 0,
		"a clause names ids");
}

#define ASPECT(of, demands) "- aspect: x\n  asks: What?\n  about: time\n  of: " of "\n  demands:\n" demands
#define DEMAND(value, id) "    - {" value ", clauses: [{catalogue: plain, ids: [" id "]}]}\n"

static void a_typed_demand_has_a_value_of_its_kind_and_a_clause_that_is_there(void **state)
{
	static const char file[] = "mappings/demands.yaml";
	struct overlay o;

	(void)state;
	assert_problem(file, ASPECT("number", DEMAND("least: 5", "P-1")), 1, 0, "fewer than two demands");
	assert_problem(file, ASPECT("nummer", DEMAND("least: 5", "P-1") DEMAND("least: 2", "P-2")), 4, 0,
		"did you mean \"number\"?");
	assert_problem(
		file, ASPECT("number", DEMAND("least: five", "P-1") DEMAND("least: 2", "P-2")), 6, 0, "is a number");
	assert_problem(file, ASPECT("number", DEMAND("least: 5, most: 2", "P-1") DEMAND("least: 2", "P-2")), 6, 0,
		"ends before it begins");
	assert_problem(
		file, ASPECT("number", DEMAND("least: 5", "P-1") DEMAND("least: 5", "P-2")), 7, 0, "stands twice");
	assert_problem(
		file, ASPECT("number", DEMAND("least: 5", "P-1") DEMAND("takes: [a]", "P-2")), 7, 0, "\"takes\"");
	assert_problem(file, ASPECT("number", DEMAND("least: 5", "P-1") DEMAND("least: 2", "P-99")), 7, 0,
		"no requirement and no note \"P-99\"");
	assert_problem(file, ASPECT("date", DEMAND("from: 2026-02-30", "P-1") DEMAND("to: 2027-01-01", "P-2")), 6, 0,
		"is a date");
	assert_problem(file,
		ASPECT("choice\n  choices: {one: 1st, two: 2nd}",
			DEMAND("takes: [won]", "P-1") DEMAND("takes: [two]", "P-2")),
		7, 0, "none of the \"choices\"");
	assert_problem(file,
		ASPECT("choice\n  choices: {one: 1st, two: 2nd}",
			DEMAND("takes: []", "P-1") DEMAND("takes: [two]", "P-2")),
		7, 0, "no choice meets this demand");
	assert_problem(file, ASPECT("strength", DEMAND("least: 5", "P-1")), 1, 0, "schemes say themselves");
	assert_problem(file, ASPECT("number\n  conflict: C99", DEMAND("least: 5", "P-1") DEMAND("least: 2", "P-2")), 1,
		0, "there is no conflict \"C99\"");
	o = overlaid(
		file, ASPECT("number\n  unit: years", DEMAND("least: 5", "P-1") DEMAND("least: 2, most: 3", "P-2")));
	assert_ok(o.result);
	assert_int_equal(o.rules->aspects.n, 1);
	assert_int_equal(o.rules->aspects.p[0].demand_count, 2);
	assert_true(o.rules->aspects.p[0].demands[1].most == 3);
	assert_int_equal(o.rules->aspects.p[0].demands[0].clauses[0].requirement_count, 1);
	arena_close(&o.keep);
}

static void a_mapping_leads_to_requirements_that_are_there_or_out_of_the_rules(void **state)
{
	struct overlay o;

	(void)state;
	assert_problem("mappings/new.yaml",
		"- {from: {catalogue: plain, id: P-1}, to: {catalogue: trees, id: T-9}, relation: equal}\n", 1, 0,
		"did you mean \"T-1\"?");
	assert_problem("mappings/new.yaml",
		"- {from: {catalogue: plain, id: P-1}, to: {catalogue: trees, id: T-1}, relation: eqal}\n", 1, 0,
		"did you mean \"equal\"?");
	o = overlaid("mappings/new.yaml",
		"- {from: {catalogue: plain, id: P-1}, to: {catalogue: elsewhere, at: clause 4}, relation: equal}\n");
	assert_ok(o.result);
	assert_int_equal(o.rules->mappings.p[0].from.requirement_count, 1);
	assert_int_equal(o.rules->mappings.p[0].to.requirement_count, 0);
	arena_close(&o.keep);
}

static void opposites_name_checks_and_questions(void **state)
{
	(void)state;
	assert_problem("mappings/opposites.yaml",
		"- {one: login.long-enuf, one_wants: a, other: ask.plain, other_wants: b, no_behaviour: n}\n", 1, 0,
		"did you mean \"login.long-enough\"?");
	assert_problem("mappings/opposites.yaml",
		"- {one: login.long-enough, one_wants: a, other: ask.plain, other_wants: b, no_behaviour: n, conflict: "
		"X}\n",
		1, 0, "there is no conflict \"X\"");
}

static void a_later_directory_replaces_what_has_the_same_name(void **state)
{
	struct overlay o =
		overlaid("parameters.yaml", "min_length: {value: 12, unit: characters, means: longer, source: test}\n");

	(void)state;
	assert_ok(o.result);
	assert_str(rules_parameter(o.rules, STR("min_length"))->value, "12");
	assert_str(rules_check(o.rules, STR("login.long-enough"))->parameters[0]->value, "12");
	arena_close(&o.keep);
}

#define SCHEME(more) "scheme: new\ntitle: New\nmarket: XX\nroute: {default: lab, strength: observed}\n" more
#define PLAIN "requires: [{catalogue: plain}]\n"

static void what_is_of_the_wrong_type_is_refused_where_it_stands(void **state)
{
	(void)state;
	assert_problem("catalogues/new.yaml",
		"catalogue: new\nedition: \"1\"\ntitle: [a, b]\nkind: law\nlevels: {M: mandatory}\nrequirements: "
		"none\n",
		3, 1, "\"title\" is a text, not a list");
	assert_problem("catalogues/new.yaml",
		"catalogue: new\nedition: \"1\"\ntitle: N\nkind: law\nlevels: {M: mandatory}\nrequirements: none\n", 6,
		1, "\"requirements\" is a list");
	assert_problem("catalogues/new.yaml",
		"catalogue: new\nedition: \"1\"\ntitle: N\nkind: lwa\nlevels: {M: perhaps}\nrequirements: []\n", 4, 7,
		"did you mean \"law\"?");
	assert_problem("catalogues/new.yaml",
		"catalogue: new\nedition: \"1\"\ntitle: N\nkind: law\nlevels: {M: perhaps}\nrequirements: []\n", 5, 13,
		"begins with mandatory or recommended");
	assert_problem("catalogues/new.yaml", CATALOGUE("  - {id: A, level: M, title: T, checks: {a: b}}\n"), 7, 33,
		"\"checks\" is a list of names");
	assert_problem("schemes/new.yaml", SCHEME("applies: always\n" PLAIN), 5, 1, "\"applies\" is a map");
	assert_problem("schemes/new.yaml", SCHEME("law: A law\n" PLAIN), 5, 1, "\"law\" is a list");
	assert_problem("schemes/new.yaml", SCHEME("requires: []\n"), 1, 1, "\"requires\" is missing");
	assert_problem(
		"schemes/new.yaml", SCHEME("confidence: confirmd\n" PLAIN), 5, 13, "did you mean \"confirmed\"?");
	assert_problem("risk.yaml", "rules: 5\n", 1, 1, "\"rules\" is a list");
	assert_problem("questions-new.yaml", "- {id: ask.new, sentence: Is it so?, type: yesno}\n", 1, 44,
		"did you mean \"yes/no\"?");
}

static void dates_are_days_that_there_are(void **state)
{
	(void)state;
	assert_problem("schemes/new.yaml", SCHEME("applies: {from: tomorrow}\n" PLAIN), 5, 17, "is a date");
	assert_problem("schemes/new.yaml", SCHEME("applies: {from: 2027-02-29}\n" PLAIN), 5, 17, "is a date");
	assert_problem("schemes/new.yaml", SCHEME("applies: {from: 2027-13}\n" PLAIN), 5, 17, "is a date");
	assert_problem("schemes/new.yaml", SCHEME("dates: [{on: 2027/01/01, what: x}]\n" PLAIN), 5, 14, "is a date");
	assert_problem("schemes/new.yaml", SCHEME("applies: {from: 2028-01-01, to: 2027-01-01}\n" PLAIN), 5, 1,
		"ends before it begins");

	struct overlay o = overlaid(
		"schemes/new.yaml", SCHEME("applies: {from: 2028-02-29, source: S, confidence: secondary}\n" PLAIN));

	assert_ok(o.result);
	arena_close(&o.keep);
}

static void a_scheme_names_only_what_there_is(void **state)
{
	(void)state;
	assert_problem("schemes/new.yaml", SCHEME("requires: [{catalogue: plain, edition: \"9\"}]\n"), 5, 41,
		"has no edition \"9\"; it has \"");
	assert_problem("schemes/new.yaml", SCHEME("requires: [{catalogue: plain, select: [Q-77]}]\n"), 5, 40,
		"has no requirement \"Q-77\"");
	assert_problem("schemes/new.yaml", SCHEME("requires: [{catalogue: plain, select: {level: [Q]}}]\n"), 5, 48,
		"has no requirement of level \"Q\"");
	assert_problem("schemes/new.yaml", SCHEME("scope: {applies: domain = medicle}\n" PLAIN), 5, 18,
		"did you mean \"medical\"?");
	assert_problem("schemes/new.yaml", SCHEME("deemed: [{by: plain-declard, covers: all}]\n" PLAIN), 5, 11,
		"did you mean \"plain-declared\"?");
	assert_problem("domains/new.yaml", "domain: new\ntitle: N\nadds: [plain-declard]\n", 1, 1,
		"did you mean \"plain-declared\"?");
}

static void days_say_where_they_come_from_and_how_sure_they_are(void **state)
{
	(void)state;
	assert_problem("schemes/new.yaml", SCHEME("applies: {from: 2026-02-01, source: S}\n" PLAIN), 5, 1,
		"2026-02-01 of new has no source, or does not say how sure it is");
	assert_problem("schemes/new.yaml", SCHEME("dates: [{on: 2026-02-01, what: x, confidence: confirmed}]\n" PLAIN),
		5, 0, "2026-02-01 of new has no source");
	assert_problem("schemes/new.yaml", SCHEME("editions: [{edition: a, from: 2026-01-01}]\n" PLAIN), 5, 0,
		"2026-01-01 of new has no source");
	assert_problem("schemes/new.yaml", SCHEME("requires: [{catalogue: plain, from: 2026-02-01}]\n"), 5, 0,
		"2026-02-01 of new has no source: name the day");
	assert_problem("schemes/new.yaml",
		SCHEME("scope: {except: [{when: domain = medical, clause: C, why: W, to: 2026-02-01}]}\n" PLAIN), 5, 0,
		"2026-02-01 of new has no source: name the day");
	assert_problem("schemes/new.yaml", SCHEME("proposed: [{act: A, what: W, state: x}]\n" PLAIN), 5, 0,
		"A of new has no source");
	assert_problem("schemes/new.yaml",
		SCHEME("applies: {from: 2026-02-01, source: S, confidence: secondary, placeholder: nobody "
		       "knows}\n" PLAIN),
		5, 1, "stands in for a day that is not known");
}

#define BY "needs: certificate, clause: C, source: S"

static void recognition_names_a_level_and_requirements_that_there_are(void **state)
{
	(void)state;
	assert_problem("schemes/new.yaml", SCHEME("deemed: [{by: star, level: '4', covers: all, " BY "}]\n" PLAIN), 5,
		11, "star has no level \"4\"");
	assert_problem("schemes/new.yaml", SCHEME("deemed: [{by: star, covers: [Q-*], " BY "}]\n" PLAIN), 5, 11,
		"names \"Q-*\", and the scheme takes no such requirement");
	assert_problem("schemes/new.yaml", SCHEME("deemed: [{by: new, covers: all, " BY "}]\n" PLAIN), 5, 11,
		"new recognises itself");
	assert_problem("schemes/new.yaml", SCHEME("deemed: [{by: star, " BY "}]\n" PLAIN), 5, 11,
		"\"covers\" is all, or a list");
	assert_problem("schemes/new.yaml", SCHEME("deemed: [{by: star, covers: all, clause: C, source: S}]\n" PLAIN), 5,
		11, "recognition is never without it");
	assert_problem("schemes/new.yaml",
		SCHEME("deemed: [{by: star, covers: all, from: 2026-02-01, to: 2026-02-01, " BY "}]\n" PLAIN), 5, 11,
		"ends before it begins");
	assert_problem("schemes/new.yaml", SCHEME("treatments: {compensation: environment}\n" PLAIN), 5, 1,
		"\"clause\" says by which text");
	assert_problem("schemes/new.yaml", SCHEME("treatments: {compensation: some}\n" PLAIN), 5, 1,
		"\"compensation\" is none, environment");
	assert_problem("schemes/new.yaml", SCHEME("treatments: {compensation: none, waiver: [Q-1]}\n" PLAIN), 1, 1,
		"names \"Q-1\"");
}

static void editions_follow_each_other_without_gap_or_overlap(void **state)
{
	(void)state;
	assert_problem("schemes/new.yaml",
		SCHEME("editions: [{edition: a, from: 2026-01-01}, {edition: b, from: 2026-01-01}]\n" PLAIN), 5, 45,
		"overlap");
	assert_problem("schemes/new.yaml",
		SCHEME("editions: [{edition: a, from: 2026-01-01, to: 2026-03-01}, {edition: b, from: "
		       "2026-02-01}]\n" PLAIN),
		5, 61, "overlap from 2026-02-01 to 2026-03-01");
	assert_problem("schemes/new.yaml",
		SCHEME("editions: [{edition: a, from: 2026-01-01, to: 2026-02-01}, {edition: b, from: "
		       "2026-03-01}]\n" PLAIN),
		5, 61, "no edition of new holds from 2026-02-01 to 2026-03-01");
	assert_problem("schemes/new.yaml",
		SCHEME("applies: {from: 2026-02-01}\neditions: [{edition: a, from: 2026-01-01}]\n" PLAIN), 6, 13,
		"new applies from 2026-02-01, and its first edition holds from 2026-01-01");
}

static void two_editions_of_a_catalogue_are_parted_by_days(void **state)
{
	(void)state;
	assert_problem("schemes/new.yaml", SCHEME("requires: [{catalogue: plain, from: 2026-02-01, to: 2026-02-01}]\n"),
		5, 13, "ends before it begins");
	assert_problem("schemes/new.yaml",
		SCHEME("requires: [{catalogue: twice, edition: '1'}, {catalogue: twice, edition: '2', from: "
		       "2026-02-01}]\n"),
		5, 47, "takes two editions of twice (1 and 2) on the same days");
	assert_problem("schemes/new.yaml",
		SCHEME("requires: [{catalogue: twice, edition: '1', to: 2026-01-01}, {catalogue: twice, edition: '2', "
		       "from: "
		       "2026-02-01}]\n"),
		5, 13, "from 2026-01-01 on new takes no edition of twice");
}

static void a_name_stands_once_in_a_directory(void **state)
{
	struct overlay o = overlaid_twice("schemes/a.yaml", "schemes/b.yaml", SCHEME(PLAIN));

	(void)state;
	assert_fault(o.result, "rules.bad");
	assert_int_equal(o.problems.n, 1);
	assert_str(o.problems.p[0].message, "the scheme \"new\" stands twice: in a.yaml too");
	arena_close(&o.keep);
}

static void a_file_that_nothing_reads_is_told(void **state)
{
	(void)state;
	assert_problem("scheme/new.yaml", SCHEME(PLAIN), 1, 1, "did you mean \"schemes\"?");
	assert_problem("schemes/new.yml", SCHEME(PLAIN), 1, 1, "nothing reads this file");
	assert_problem("parameter.yaml", "a: {value: 1}\n", 1, 1, "did you mean \"parameters.yaml\"?");

	struct overlay o = overlaid("README.md", "My rules.\n");

	assert_ok(o.result);
	arena_close(&o.keep);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_that_are_not_there_come_with_what_was_meant),
		cmocka_unit_test(an_expression_that_cannot_be_read_is_pointed_into),
		cmocka_unit_test(a_requirement_that_nothing_decides_is_refused),
		cmocka_unit_test(a_parameter_keeps_its_form),
		cmocka_unit_test(trees_end_and_all_their_nodes_are_reached),
		cmocka_unit_test(an_expression_of_a_scheme_is_pointed_at),
		cmocka_unit_test(a_method_of_risk_that_loses_levels_is_refused),
		cmocka_unit_test(what_holds_unsaid_is_one_of_the_values),
		cmocka_unit_test(what_lies_in_what_are_two_values),
		cmocka_unit_test(files_that_are_none_do_not_wait_or_shrink_the_rules),
		cmocka_unit_test(a_query_must_fit_the_evidence),
		cmocka_unit_test(a_paper_names_only_what_there_is),
		cmocka_unit_test(what_is_of_the_wrong_type_is_refused_where_it_stands),
		cmocka_unit_test(dates_are_days_that_there_are),
		cmocka_unit_test(days_say_where_they_come_from_and_how_sure_they_are),
		cmocka_unit_test(a_scheme_names_only_what_there_is),
		cmocka_unit_test(recognition_names_a_level_and_requirements_that_there_are),
		cmocka_unit_test(editions_follow_each_other_without_gap_or_overlap),
		cmocka_unit_test(two_editions_of_a_catalogue_are_parted_by_days),
		cmocka_unit_test(a_name_stands_once_in_a_directory),
		cmocka_unit_test(a_file_that_nothing_reads_is_told),
		cmocka_unit_test(a_value_that_nothing_reads_is_no_value),
		cmocka_unit_test(a_scheme_of_which_nothing_binds_says_so_or_rows_are_missing),
		cmocka_unit_test(a_conflict_has_two_sides_with_clauses_that_are_there_and_a_word_on_living_with_it),
		cmocka_unit_test(a_typed_demand_has_a_value_of_its_kind_and_a_clause_that_is_there),
		cmocka_unit_test(a_mapping_leads_to_requirements_that_are_there_or_out_of_the_rules),
		cmocka_unit_test(opposites_name_checks_and_questions),
		cmocka_unit_test(a_later_directory_replaces_what_has_the_same_name),
	};

	return cmocka_run_group_tests_name("judge/lint", tests, NULL, NULL);
}
