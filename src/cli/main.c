#include "cli/cli.h"
#include "cli/ends.h"
#include "cli/help.h"
#include "cli/options.h"
#include "evidence/evidence.h"

#include <malloc.h>
#include <stdio.h>
#include <string.h>

static bool asks_for_help(int argc, const char *const *argv)
{
	for (int i = 0; i < argc && strcmp(argv[i], "--"); i++)
		if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0) return true;
	return false;
}

int main(int argc, char **argv)
{
	const char *const *words = (const char *const *)argv + 1;
	struct given given;
	int used;

	ends_begin();
	evidence_single_thread();

	/* Freed memory is used again a moment later: giving it back to the system, and asking for it in small pieces,
	 * costs more than it saves. */
	mallopt(M_TRIM_THRESHOLD, 256 << 20);
	mallopt(M_TOP_PAD, 16 << 20);
	argc--;
	if (!argc) {
		help_overview(stderr);
		return EXIT_USAGE;
	}
	if (strcmp(words[0], "--version") == 0) {
		puts("assay " ASSAY_VERSION);
		return ends_with(EXIT_PASS);
	}
	if (strcmp(words[0], "--help") == 0 || strcmp(words[0], "-h") == 0) {
		help_overview(stdout);
		return ends_with(EXIT_PASS);
	}

	if (argc > 1 && command_is_group(str_of(words[0])) && asks_for_help(1, words + 1)) {
		help_group(stdout, str_of(words[0]));
		return ends_with(EXIT_PASS);
	}

	const struct command *c = command_named(argc, words, &used);

	if (!c) return EXIT_USAGE;
	if (asks_for_help(argc - used, words + used)) {
		help_command(stdout, c);
		return ends_with(EXIT_PASS);
	}

	int status = options_parse(c, argc - used, words + used, &given);

	if (status == EXIT_PASS) status = c->run(&given);
	options_free(&given);
	return ends_with(status);
}
