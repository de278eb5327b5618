/* assay rules testability: who can decide each scheme. */
#include "cli/commands.h"
#include "cli/load.h"

#include "judge/compare.h"

#include <stdio.h>

static int run_testability(const struct given *g)
{
	struct arena keep = arena_open(RULES_MEMORY);
	struct rules *rules;
	int status = load_rules(g, &keep, &rules);

	struct deciders d = deciders_of(rules, &keep);
	if (status == EXIT_PASS)
		printf("%-22s %12s %10s %12s %8s %10s\n", "scheme", "requirements", "machine %", "declared %",
			"person %", "questions");
	for (size_t i = 0; status == EXIT_PASS && i < rules->schemes.n; i++) {
		struct testability t = scheme_testability(&d, &rules->schemes.p[i], keep);
		double all = t.requirements ? (double)t.requirements : 1;

		printf("%-22s %12zu %10.0f %12.0f %8.0f %10zu\n", rules->schemes.p[i].id.p, t.requirements,
			100 * (double)t.by_machine / all, 100 * (double)t.by_declaration / all,
			100 * (double)t.by_person / all, t.asked_of_maker);
	}
	arena_close(&keep);
	return status;
}

const struct command command_rules_testability = {
	.name = "rules testability",
	.synopsis = "[--rules DIR]...",
	.summary = "who can decide each scheme: machine, maker, person",
	.description = "For each scheme the share of its requirements whose strongest decider is an observation, a "
		       "declaration or document, or a person's judgement alone, and the number of different "
		       "questions that a full verdict may need. A requirement that nobody can test is a finding about "
		       "the scheme.",
	.example = "  assay rules testability\n",
	.options = { OPTION_RULES },
	.least = 0,
	.most = 0,
	.run = run_testability,
};
