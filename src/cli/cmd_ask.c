/* assay ask: the interview. */
#include "cli/ask_dialogue.h"
#include "cli/commands.h"
#include "cli/load.h"

#include "report/ask.h"
#include "work/interview.h"

static int run(const struct given *g)
{
	struct arena keep = arena_open(WORK_MEMORY);
	struct rules *rules;
	struct interview *i = NULL;
	struct interview_setup setup = { .path = g->words[0],
		.by = given_has(g, "--assessor") ? ASKED_OF_ASSESSOR : ASKED_OF_MAKER,
		.author = str_trim(str_of(given_value(g, "--author"))) };
	char day[11];
	int status = load_day(g, day) ? load_rules(g, &keep, &rules) : EXIT_USAGE;

	if (status == EXIT_PASS) status = load_schemes(g, rules, &keep, &setup.options);
	if (status == EXIT_PASS) {
		setup.rules = rules;
		setup.options.on = str_of(day);
		status = status_after(interview_open(&setup, &i, &talk));
	}
	if (status == EXIT_PASS && given_has(g, "--json")) {
		struct buf out = { 0 };

		report_ask_json(interview_steps(i), &keep, &out);
		put(&out);
	} else if (status == EXIT_PASS) {
		status = ask_dialogue(i, stdin, g->words[0]);
	}
	interview_close(i);
	arena_close(&keep);
	return status;
}

const struct command command_ask = {
	.name = "ask",
	.synopsis = "FOLDER [--scheme LIST|all] [--author NAME] [--assessor] [--on DATE] [--json]",
	.summary = "the interview: the few questions that matter, best first",
	.description =
		"Asks one thing at a time, in plain words: first what decides which laws apply, then what opens most "
		"requirements of the laws that bind the product in the markets where it is sold. Before each question "
		"stands how many are left, by market, and beside each choice what it does. A choice is made by its "
		"number, and a reason may follow it (\"1 because ...\"). \"k\" says that it is not known, \"s\" "
		"skips, \"b\" goes back, \"q\" stops, \"?\" shows why it is asked, with the clauses. Of a "
		"question about several things of a kind each is named, and \"all 1\" says the same of all of them. "
		"Each answer is in the folder's answers.yaml before the next question is asked: the end of the input "
		"or an interrupt loses nothing. The maker is asked what the maker may answer; with --assessor the "
		"author is an assessor. The author is --author, else that of the product file, else it is asked once.",
	.example = "  assay ask plug --scheme uk-psti\n",
	.options = {
		OPTION_SCHEME,
		{ "--author", "NAME", "who answers", false, NULL },
		{ "--assessor", NULL, "the author is an assessor, not the maker", false, NULL },
		OPTION_ON,
		OPTION_RULES,
		{ "--json", NULL, "the open questions as JSON, without asking", false, NULL },
	},
	.least = 1,
	.most = 1,
	.run = run,
};
