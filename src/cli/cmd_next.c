/* assay next: what is still owed, best first. */
#include "cli/commands.h"
#include "cli/load.h"

#include "report/next.h"

static int run(const struct given *g)
{
	struct judged judged;
	int status = judge_file(g, g->words[0], &judged);
	struct plan plan;
	struct buf out = { 0 };

	if (status != EXIT_PASS) return status;
	plan_make(judged.judgement, &judged.keep, &plan);
	if (given_has(g, "--json"))
		report_next_json(&plan, &judged.keep, &out);
	else
		report_next_text(
			judged.judgement, &plan, given_has(g, "--all"), &judged.keep, (unsigned)terminal_width(), &out);
	put(&out);
	judged_close(&judged);
	return EXIT_PASS;
}

const struct command command_next = {
	.name = "next",
	.synopsis = "FOLDER|EVIDENCE [--scheme LIST|all] [--on DATE] [--all] [--json]",
	.summary = "what is still owed, best first",
	.description =
		"Ranks open questions and missing inputs by how many mandatory requirements, over all schemes, "
		"wait for each, then by how many wait for nothing else (with --json: \"alone\"). What cannot "
		"change the end of a decision tree is not asked. "
		"Answers that count today and run out within 90 days stand at the end (with --json: \"counts_until\"). "
		"The first of them are shown, and all with --all. \"assay ask\" asks the questions one by one; answers "
		"go into the product file, or with \"assay answer\" into the folder or the evidence.",
	.example = "  assay next plug --scheme uk-psti\n",
	.options = { OPTION_SCHEME, OPTION_ON, OPTION_RULES,
		{ "--all", NULL, "all of it, not only the first", false, NULL },
		{ "--json", NULL, "as JSON", false, NULL } },
	.least = 1,
	.most = 1,
	.run = run,
};
