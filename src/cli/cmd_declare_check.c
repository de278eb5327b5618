/* assay declare check: which fields which provision needs, and what of them is missing. */
#include "cli/commands.h"
#include "cli/load.h"

#include "work/declarations.h"
#include "work/forms_check.h"

static int status_of(const struct forms_check *c)
{
	int status = EXIT_PASS;

	for (size_t i = 0; i < c->provisions.n; i++)
		if (c->provisions.p[i].missing) status = EXIT_INCONCLUSIVE;
	for (size_t i = 0; i < c->outcomes.n; i++) {
		if (c->outcomes.p[i]->verdict == VERDICT_FAIL) return EXIT_FAIL;
		if (c->outcomes.p[i]->verdict == VERDICT_INCONCLUSIVE) status = EXIT_INCONCLUSIVE;
	}
	return status;
}

static int check(const struct given *g, struct evidence *evidence, struct arena *keep, str day)
{
	struct forms_check found;
	struct rules *rules;
	struct buf out = { 0 };
	char now[21];
	int status = load_rules(g, keep, &rules);

	now_text(now);
	for (int i = 0; i < g->word_count && status == EXIT_PASS; i++)
		status = status_after(declarations_read(evidence, g->words[i], str_of(now), &talk));
	if (status == EXIT_PASS) status = status_after(work_derive(evidence, &talk));
	if (status == EXIT_PASS)
		status = status_after(
			forms_check(evidence, rules, given_value(g, "--edition"), day, keep, &found, &talk));
	if (status != EXIT_PASS) return status;
	if (given_has(g, "--json"))
		report_forms_check_json(&found, &out);
	else
		report_forms_check_text(&found, given_has(g, "--all"), (unsigned)terminal_width(), &out);
	put(&out);
	return status_of(&found);
}

static int run(const struct given *g)
{
	struct evidence *evidence;
	struct arena keep;
	char day[11];
	err e;
	int status;

	if (!load_day(g, day)) return EXIT_USAGE;
	e = evidence_create(NULL, &evidence);
	if (e.is) {
		say_fault("the evidence", e, "");
		return EXIT_INTERNAL;
	}
	keep = arena_open(WORK_MEMORY);
	status = check(g, evidence, &keep, str_of(day));
	evidence_close(evidence);
	arena_close(&keep);
	return status;
}

const struct command command_declare_check = {
	.name = "declare check",
	.synopsis = "INPUT... [--edition EDITION] [--all] [--json]",
	.summary = "whether the forms hold what each claimed provision needs",
	.description =
		"An INPUT is a file or a folder of forms, or a product file. For each provision that the conformance "
		"statement (ICS) claims, and for all where there is none: the tables and fields that its test cases "
		"read, and which are missing or empty. Besides: answers that a provision's status does not allow, "
		"recommendations without a reason, references to rows that are not there, IDs that stand twice.\n"
		"The exit status is 1 when something is wrong, 2 when something is missing, else 0.",
	.example = "  assay declare check ixit/\n",
	.options = {
		{ "--edition", "EDITION",
			"edition of EN 303 645: 3.1.3 or 2.1.1; default: the statement's, else the newest", false,
			"3.1.3|2.1.1" },
		{ "--all", NULL, "every provision and every finding, not only what is missing", false, NULL },
		{ "--json", NULL, "print the report as JSON", false, NULL },
		OPTION_ON,
		OPTION_RULES,
	},
	.least = 1,
	.most = -1,
	.run = run,
};
