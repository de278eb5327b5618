/* assay help: what packagers install. */
#include "cli/commands.h"
#include "cli/help.h"

static int run(const struct given *g)
{
	if (g->word_count == 1 && command_is_group(str_of(g->words[0]))) {
		help_group(stdout, str_of(g->words[0]));
	} else if (g->word_count) {
		int used;
		const struct command *c = command_named(g->word_count, g->words, &used);

		if (!c) return EXIT_USAGE;
		help_command(stdout, c);
	} else if (given_has(g, "--man")) {
		help_man(stdout);
	} else if (given_has(g, "--bash")) {
		help_bash(stdout);
	} else {
		help_overview(stdout);
	}
	return EXIT_PASS;
}

const struct command command_help = {
	.name = "help",
	.synopsis = "[COMMAND | --man | --bash]",
	.summary = "all commands; the man page; the completion",
	.description = "Without more, lists the commands; with the name of one, its options and an example. The man "
		       "page and the shell completion are made from the same table.",
	.example = "  assay help check\n  assay help --bash > /etc/bash_completion.d/assay\n",
	.options = { { "--man", NULL, "print the man page, for man(1)", false, NULL },
		{ "--bash", NULL, "print the completion for bash", false, NULL } },
	.least = 0,
	.most = 2,
	.run = run,
};
