#include "cli/commands.h"

#include "base/buf.h"
#include "base/near.h"

#include <string.h>

const struct command *const commands[] = {
	&command_new,
	&command_check,
	&command_explain,
	&command_next,
	&command_plan,
	&command_papers,
	&command_practices_new,
	&command_trials_new,
	&command_batch,
	&command_draft,
	&command_ask,
	&command_answer,
	&command_compare,
	&command_facts,
	&command_unpack,
	&command_declare_new,
	&command_declare_import,
	&command_declare_check,
	&command_rules_lint,
	&command_rules_list,
	&command_rules_show,
	&command_rules_try,
	&command_rules_baseline,
	&command_rules_testability,
	&command_help,
	NULL,
};

static const struct command *find(int argc, const char *const *argv, int *ret_words)
{
	const struct command *best = NULL;

	*ret_words = 0;
	for (const struct command *const *c = commands; *c; c++) {
		str rest = str_of((*c)->name), word;
		int n = 0;
		bool fits = true;

		while (fits && str_word(&rest, &word)) fits = n < argc && str_is(word, argv[n]), n++;
		if (!fits || n <= *ret_words) continue;
		best = *c;
		*ret_words = n;
	}
	return best;
}

bool command_is_of_group(const struct command *c, str word)
{
	str name = str_of(c->name);

	return name.n > word.n && name.p[word.n] == ' ' && str_equal((str){ name.p, word.n }, word);
}

bool command_is_group(str word)
{
	for (const struct command *const *c = commands; *c; c++)
		if (command_is_of_group(*c, word)) return true;
	return false;
}

/* "rules" and "rules lst": the commands that begin with the word, else the one that is near. */
static void say_what_there_is(int argc, const char *const *argv)
{
	enum { MEMORY = 1 << 16 };
	struct arena keep = arena_open(MEMORY);
	str word = str_of(argv[0]);
	str both = argc > 1 && argv[1][0] != '-' ? arena_printf(&keep, "%s %s", argv[0], argv[1]) : word;
	struct candidates near = { .keep = &keep, .wanted = word }, near_both = { .keep = &keep, .wanted = both };
	struct buf group = { 0 };

	for (const struct command *const *c = commands; *c; c++) {
		str name = str_of((*c)->name);

		/* What follows a command of one word is no name. */
		candidate(str_find(name, " ", NULL) ? &near_both : &near, name);
		if (command_is_of_group(*c, word))
			buf_printf(&group, "%s\"assay %s\"", group.n ? ", " : "", (*c)->name);
	}

	str meant = suggestion(command_is_group(word) ? &near_both : &near);

	if (command_is_group(word) && both.n == word.n) meant = (str){ 0 };
	if (!command_is_group(word) && !meant.n) meant = suggestion(&near_both);
	if (group.n && !meant.n)
		say("\"%s\" needs one more word: %.*s", argv[0], STR_FMT(buf_all(&group)));
	else
		say("there is no command \"%.*s\"; %.*s", STR_FMT(command_is_group(word) ? both : word),
			STR_FMT(meant.n ? meant : STR("see \"assay --help\"")));
	buf_free(&group);
	arena_close(&keep);
}

const struct command *command_named(int argc, const char *const *argv, int *ret_words)
{
	const struct command *c = find(argc, argv, ret_words);

	if (!c) say_what_there_is(argc, argv);
	return c;
}
