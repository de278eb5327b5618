#include "cli/cli.h"
#include "cli/options.h"

#include "base/near.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned option_count(const struct command *c)
{
	unsigned n = 0;

	while (n < OPTIONS_MAX && c->options[n].name) n++;
	return n;
}

static int find_option(const struct command *c, const char *name, size_t length)
{
	for (unsigned i = 0; i < option_count(c); i++)
		if (strlen(c->options[i].name) == length && memcmp(c->options[i].name, name, length) == 0)
			return (int)i;
	return -1;
}

static int refuse(const struct command *c, const char *what, const char *word)
{
	say("%s%s; see \"assay %s --help\"", what, word, c->name);
	return EXIT_USAGE;
}

/* The nearest option of the command; else the command that has one of that name. */
static void no_option(const struct command *c, const char *word, size_t length)
{
	enum { MEMORY = 1 << 16 };
	struct arena keep = arena_open(MEMORY);
	struct candidates near = { .keep = &keep, .wanted = { word, length } };

	for (unsigned i = 0; i < option_count(c); i++) candidate(&near, str_of(c->options[i].name));
	candidate(&near, STR("--help"));

	str meant = suggestion(&near);

	if (meant.n)
		say("\"assay %s\" has no option %s; %.*s", c->name, word, STR_FMT(meant));
	else
		say("\"assay %s\" has no option %s; see \"assay %s --help\"", c->name, word, c->name);
	arena_close(&keep);
}

int options_parse(const struct command *c, int argc, const char *const *argv, struct given *ret)
{
	const char **words = calloc((size_t)argc + 1, sizeof(*words));
	bool only_words = false;
	unsigned unknown = 0;

	if (!words) abort();
	*ret = (struct given){ .command = c, .words = words };
	for (int i = 0; i < argc; i++) {
		const char *word = argv[i];

		if (only_words || word[0] != '-' || !word[1]) {
			words[ret->word_count++] = word;
			continue;
		}
		if (strcmp(word, "--") == 0) {
			only_words = true;
			continue;
		}

		const char *equals = strchr(word, '=');
		int at = find_option(c, word, equals ? (size_t)(equals - word) : strlen(word));

		if (at < 0) {
			no_option(c, word, equals ? (size_t)(equals - word) : strlen(word));
			unknown++;

			/* Its value is no word of the command. */
			if (!equals && i + 1 < argc && argv[i + 1][0] != '-') i++;
			continue;
		}
		if (!c->options[at].value) {
			if (equals) return refuse(c, "this option takes no value: ", word);
			ret->options[at].count++;
			continue;
		}

		const char *value = equals ? equals + 1 : i + 1 < argc ? argv[++i] : NULL;

		if (!value) return refuse(c, "a value is missing after ", word);
		if (ret->options[at].count && !c->options[at].repeats) return refuse(c, "given twice: ", word);
		if (ret->options[at].count == REPEATS_MAX) return refuse(c, "given too often: ", word);
		ret->options[at].values[ret->options[at].count++] = value;
	}
	if (unknown) return EXIT_USAGE;
	if (ret->word_count < c->least) return refuse(c, "something is missing: ", c->synopsis);
	if (c->most >= 0 && ret->word_count > c->most) return refuse(c, "not expected: ", words[c->most]);
	return EXIT_PASS;
}

void options_free(struct given *g)
{
	free((void *)(uintptr_t)g->words);
}

bool given_has(const struct given *g, const char *option)
{
	int at = find_option(g->command, option, strlen(option));

	return at >= 0 && g->options[at].count;
}

const char *given_value(const struct given *g, const char *option)
{
	int at = find_option(g->command, option, strlen(option));

	return at >= 0 && g->options[at].count ? g->options[at].values[g->options[at].count - 1] : NULL;
}

const char *given_nth(const struct given *g, const char *option, unsigned n)
{
	int at = find_option(g->command, option, strlen(option));

	return at >= 0 && n < g->options[at].count ? g->options[at].values[n] : NULL;
}
