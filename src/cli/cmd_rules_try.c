/* assay rules try: one check by itself, on its cases or on an image, before any scheme names it. */
#include "cli/commands.h"
#include "cli/load.h"

#include "base/buf.h"
#include "base/near.h"
#include "judge/check_case.h"
#include "report/rules_json.h"
#include "report/text.h"
#include "report/values.h"
#include "source/opened.h"
#include "source/source.h"
#include "work/work.h"

#include <stdio.h>
#include <unistd.h>

#define LINE(out, indent, ...)                                                                                         \
	do {                                                                                                           \
		struct buf line_ = { 0 };                                                                              \
		buf_printf(&line_, __VA_ARGS__);                                                                       \
		text_wrap(out, buf_all(&line_), indent, (indent) + 2, (unsigned)terminal_width());                     \
		buf_free(&line_);                                                                                      \
	} while (0)

static void put_outcome(struct buf *out, unsigned indent, const struct outcome *o)
{
	for (size_t i = 0; i < o->finding_count; i++) {
		const struct finding *f = &o->findings[i];
		struct buf place = { 0 };

		text_place(&place, f);
		LINE(out, indent, "%s %.*s%s%.*s%s%.*s%s", f->unknown.n ? "open:" : "fails:", STR_FMT(f->sentence),
			STR_AFTER(" - ", f->unknown), place.n ? " (" : "", STR_FMT(buf_all(&place)),
			place.n ? ")" : "");
		buf_free(&place);
	}
	if (o->all_count > o->finding_count) LINE(out, indent, "... and %zu more", o->all_count - o->finding_count);
	for (size_t i = 0; i < o->missing_count; i++)
		LINE(out, indent, "not looked at as a whole: %.*s%s%.*s", STR_FMT(o->missing[i].class),
			STR_AFTER(", ", o->missing[i].reason));
}

/* ---- cases ------------------------------------------------------------------------------------------------------- */

struct trying {
	const struct given *given;
	const struct rules *rules;
	const struct check *check;
	struct arena *keep;
	bool is_json;
	VEC(struct tried_case) tried;
	struct buf out;
	size_t wrong;
};

/* Whether the case came out as it says; EXIT_INTERNAL when it could not be tried. */
static int try_case(struct trying *t, const struct check_case *c)
{
	struct evidence *evidence = NULL;
	const struct outcome *o = NULL;
	str error;
	err e = check_case_evidence(c, t->keep, &evidence, &error);

	if (!e.is && !error.n) e = check_try(t->rules, t->check, evidence, STR(CASE_DAY), t->keep, &o);
	if (evidence) evidence_close(evidence);
	if (e.is) {
		say_fault(c->place.file, e, "");
		return EXIT_INTERNAL;
	}

	bool is_right = o && check_case_holds(c, o);

	t->wrong += !is_right;
	*vec_add(t->keep, &t->tried) = (struct tried_case){ .of = c, .outcome = o, .error = error };
	if (t->is_json) return EXIT_PASS;
	LINE(&t->out, 0, "%s %.*s (%s)", is_right ? "as expected:" : "OTHERWISE:", STR_FMT(c->name),
		verdict_word(c->expect));
	if (is_right) return EXIT_PASS;
	LINE(&t->out, 2, "%s:%u", c->place.file, c->place.line);
	if (error.n) LINE(&t->out, 2, "its statements were refused: %.*s", STR_FMT(error));
	if (!o) return EXIT_PASS;
	LINE(&t->out, 2, "expected %s, came out %s", verdict_word(c->expect), verdict_word(o->verdict));
	if (c->finding.n) LINE(&t->out, 2, "expected to say: %.*s", STR_FMT(c->finding));
	put_outcome(&t->out, 2, o);
	return EXIT_PASS;
}

static int try_cases(struct trying *t, const char *path)
{
	struct opened file;
	struct check_cases cases = { 0 };
	err e = opened_open(path, &file);
	int status = EXIT_PASS;

	if (e.is) {
		say_fault(path, e, file.trouble);
		return EXIT_USAGE;
	}
	check_cases_parse(t->keep, str_from_span(file.bytes), path, t->check->id, &cases);
	for (size_t i = 0; i < cases.problems.n; i++) say("%.*s", STR_FMT(cases.problems.p[i]));
	if (!cases.all.n) say("%s: there is no case in it; one begins with \"-- case: ...\"", path);
	if (cases.problems.n || !cases.all.n) status = EXIT_USAGE;
	for (size_t i = 0; i < cases.all.n && status == EXIT_PASS; i++) status = try_case(t, &cases.all.p[i]);
	if (status == EXIT_PASS && t->is_json)
		say_json(json_of_tried_cases(t->check, t->tried.p, t->tried.n));
	else if (status == EXIT_PASS)
		LINE(&t->out, 0, "%zu %s, %zu otherwise than expected", cases.all.n,
			cases.all.n == 1 ? "case" : "cases", t->wrong);
	opened_close(&file);
	return status != EXIT_PASS ? status : t->wrong ? EXIT_FAIL : EXIT_PASS;
}

/* The cases that lie beside the rule data: DIR/cases/CHECK.sql, or tests/cases of the source tree. */
static const char *cases_beside(struct trying *t)
{
	const char *path = NULL, *directory;

	for (unsigned i = 0; (directory = given_nth(t->given, "--rules", i)); i++) {
		const char *own = arena_printf(t->keep, "%s/cases/%s.sql", directory, t->check->id.p).p;

		if (access(own, R_OK) == 0) path = own;
	}
	if (path) return path;
	/* rules/checks/ID.sql stands beside tests/cases/ID.sql. */
	path = arena_printf(t->keep, "%s/../../tests/cases/%s.sql",
		arena_printf(t->keep, "%.*s", (int)(strrchr(t->check->place.file, '/') - t->check->place.file),
			t->check->place.file)
			.p,
		t->check->id.p)
		       .p;
	return access(path, R_OK) == 0 ? path : NULL;
}

/* ---- evidence ---------------------------------------------------------------------------------------------------- */

static int read_input(const char *path, struct evidence *evidence)
{
	bool is_yaml = str_ends(str_of(path), ".yaml") || str_ends(str_of(path), ".yml");
	struct source source = { .kind = is_yaml ? SOURCE_PRODUCT : SOURCE_IMAGE, .path = path };
	struct source_end end;
	err e = source_read(evidence, &source, &end);

	if (e.is) {
		say_fault(path, e, end.message);
		return EXIT_USAGE;
	}
	if (!end.is_whole) say("%s: not read to its end: %s", path, end.message);
	return !end.is_whole && is_yaml ? EXIT_USAGE : EXIT_PASS;
}

static int read_evidence(const char *path, struct evidence **ret)
{
	bool is_evidence = str_ends(str_of(path), ".assay");
	err e = is_evidence ? evidence_copy(path, ret) : evidence_create(NULL, ret);

	if (e.is) {
		say_fault(path, e, "");
		return EXIT_USAGE;
	}
	if (is_evidence) return status_after(work_derive_again(*ret, &talk));

	int status = read_input(path, *ret);

	return status == EXIT_PASS ? status_after(work_derive(*ret, &talk)) : status;
}

static int status_of(enum verdict v)
{
	return v == VERDICT_PASS ? EXIT_PASS : v == VERDICT_FAIL ? EXIT_FAIL : EXIT_INCONCLUSIVE;
}

static int try_on(struct trying *t, const char *path)
{
	struct evidence *evidence = NULL;
	const struct outcome *o = NULL;
	char day[11];
	int status = load_day(t->given, day) ? read_evidence(path, &evidence) : EXIT_USAGE;

	if (status == EXIT_PASS) {
		err e = check_try(t->rules, t->check, evidence, str_of(day), t->keep, &o);

		if (e.is) say_fault(path, e, ""), status = EXIT_INTERNAL;
	}
	if (status == EXIT_PASS && t->is_json) {
		say_json(json_of_outcome(o, SIZE_MAX));
	} else if (status == EXIT_PASS) {
		LINE(&t->out, 0, "%s: %s", t->check->id.p, verdict_word(o->verdict));
		LINE(&t->out, 0, "%s", t->check->asks.p);
		put_outcome(&t->out, 2, o);
	}
	if (evidence) evidence_close(evidence);
	return status == EXIT_PASS ? status_of(o->verdict) : status;
}

/* ---- the command ------------------------------------------------------------------------------------------------- */

static void say_unknown_check(const struct rules *r, struct arena *keep, const char *id)
{
	struct candidates near = { .keep = keep, .wanted = str_of(id) };

	for (size_t i = 0; i < r->checks.n; i++) candidate(&near, r->checks.p[i].id);

	str meant = suggestion(&near);

	say("there is no check \"%s\"%s%.*s; see \"assay rules list checks\"", id, STR_AFTER("; ", meant));
}

static int run_try(const struct given *g)
{
	struct arena keep = arena_open(WORK_MEMORY);
	struct rules *rules;
	struct trying t = { .given = g, .keep = &keep, .is_json = given_has(g, "--json") };
	int status = load_rules(g, &keep, &rules);
	const char *on = g->word_count > 1 ? g->words[1] : NULL;

	if (status == EXIT_PASS) {
		t.rules = rules;
		t.check = rules_check(rules, str_of(g->words[0]));
		if (!t.check) say_unknown_check(rules, &keep, g->words[0]), status = EXIT_USAGE;
	}
	if (status == EXIT_PASS && !on && !(on = cases_beside(&t))) {
		say("no cases of %s lie beside the rules (DIR/cases/%s.sql); name a file of cases, an image or an "
		    ".assay "
		    "file",
			g->words[0], g->words[0]);
		status = EXIT_USAGE;
	}
	if (status == EXIT_PASS) status = (str_ends(str_of(on), ".sql") ? try_cases : try_on)(&t, on);
	if (t.out.n) fwrite(t.out.p, 1, t.out.n, stdout);
	buf_free(&t.out);
	arena_close(&keep);
	return status;
}

const struct command command_rules_try = {
	.name = "rules try",
	.synopsis = "CHECK [CASES.sql | IMAGE | FILE.assay] [--rules DIR]... [--on DATE] [--json]",
	.summary = "one check by itself, before a scheme names it",
	.description =
		"Runs one check with its parameters' own values. On a file of cases (facts in, expected outcome; see "
		"doc/add-a-check.md) it says which come out otherwise; without a file it takes DIR/cases/CHECK.sql. On "
		"an "
		"image, a folder, a product file or an .assay file it says what the check finds there, and what it "
		"misses "
		"to decide. Exit status: 0 as expected or pass, 1 otherwise or fail, 2 inconclusive.",
	.example = "  assay rules try passwords.no-shared firmware.bin\n"
		   "  assay rules try code.no-core-dumps my-rules/cases/code.no-core-dumps.sql --rules my-rules\n",
	.options = { OPTION_RULES, OPTION_ON, OPTION_JSON },
	.least = 1,
	.most = 2,
	.run = run_try,
};
