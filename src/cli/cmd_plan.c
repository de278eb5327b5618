/* assay plan: what to mend, by the markets it opens. */
#include "cli/commands.h"
#include "cli/load.h"

#include "report/plan.h"

static int run(const struct given *g)
{
	struct judged judged;
	struct plan plan;
	struct buf out = { 0 };
	int status = judge_file(g, g->words[0], &judged);

	if (status != EXIT_PASS) return status;
	plan_make(judged.judgement, &judged.keep, &plan);
	if (given_has(g, "--json"))
		report_plan_json(&plan, &out);
	else
		report_plan_text(&plan, (unsigned)terminal_width(), &out);
	put(&out);
	judged_close(&judged);
	return EXIT_PASS;
}

const struct command command_plan = {
	.name = "plan",
	.synopsis = "EVIDENCE [--scheme LIST|all] [--on DATE] [--json]",
	.summary = "what to mend, most markets first",
	.description = "Orders what fails by the schemes that it keeps from passing, and says how many schemes each "
		       "fix opens alone.",
	.example = "  assay plan product.assay --on 2027-12-11\n",
	.options = { OPTION_SCHEME, OPTION_ON, OPTION_RULES, { "--json", NULL, "as JSON", false, NULL } },
	.least = 1,
	.most = 1,
	.run = run,
};
