/* assay draft: what can be declared from what was seen, and what people say of it. */
#include "cli/commands.h"
#include "cli/load.h"

#include "report/draft.h"
#include "work/draft.h"

#include <string.h>

/* What is said of rows, or of lists; at most one of them at once. */
static const struct {
	const char *option;
	enum draft_word word;
	bool is_of_lists, is_none;
} ways[] = { { "--confirm", DRAFT_CONFIRM, false, false }, { "--strike", DRAFT_STRIKE, false, false },
	{ "--reopen", DRAFT_OPEN, false, false }, { "--none", DRAFT_CONFIRM, true, true },
	{ "--whole", DRAFT_CONFIRM, true, false } };
enum { WAYS = sizeof(ways) / sizeof(*ways) };

/* WAYS: none is given; WAYS + 1: after saying what is wrong. */
static size_t way_given(const struct given *g)
{
	size_t way = WAYS;

	for (size_t i = 0; i < WAYS; i++) {
		if (!given_has(g, ways[i].option)) continue;
		if (way != WAYS) {
			say("%s and %s: one thing at a time", ways[way].option, ways[i].option);
			return WAYS + 1;
		}
		way = i;
	}
	return way;
}

static int tell_of(const struct given *g, const struct draft *draft, bool with_rows, bool was_made)
{
	struct draft_told told = { .folder = g->words[0],
		.path = draft->path,
		.rows = &draft->rows,
		.waits = draft->waits,
		.change = was_made ? &draft->change : NULL,
		.with_rows = with_rows };
	struct buf out = { 0 };

	if (given_has(g, "--json"))
		report_draft_json(&told, &out);
	else
		report_draft_text(&told, &out);
	put(&out);
	return EXIT_PASS;
}

static int propose(const struct given *g, const char *day, struct arena *keep)
{
	struct judge_options options = { .on = str_of(day) };
	struct rules *rules;
	struct draft draft;
	int status = load_rules(g, keep, &rules);

	if (status == EXIT_PASS) status = load_schemes(g, rules, keep, &options);
	if (status == EXIT_PASS) status = status_after(draft_make(g->words[0], rules, &options, keep, &draft, &talk));
	return status == EXIT_PASS ? tell_of(g, &draft, given_has(g, "--list"), true) : status;
}

static int say_it(const struct given *g, size_t way, const char *day, struct arena *keep)
{
	const char *name = given_value(g, ways[way].option);
	struct draft_said said = { .word = ways[way].word, .by = str_trim(str_of(name)), .day = str_of(day) };
	size_t count = (size_t)g->word_count - 1, changed = 0;
	str *words = arena_array(keep, str, count + 1);
	struct draft draft;
	int status;

	for (size_t i = 0; i < count; i++) words[i] = str_of(g->words[i + 1]);
	if (!count) {
		say("%s: of what? Name rows, or lists as \"services\"; \"assay draft %s --list\" shows them",
			ways[way].option, g->words[0]);
		return EXIT_USAGE;
	}
	if (said.word != DRAFT_OPEN && !said.by.n) {
		say("who says so? Give %s NAME: nothing counts without a name", ways[way].option);
		return EXIT_USAGE;
	}
	if (ways[way].is_of_lists)
		status = status_after(
			draft_say_of_lists(g->words[0], words, count, ways[way].is_none, &said, keep, &talk));
	else
		status = status_after(draft_say(g->words[0], words, count, &said, keep, &changed, &talk));
	if (status != EXIT_PASS) return status;
	if (given_has(g, "--json")) {
		status = status_after(draft_open(g->words[0], keep, &draft, &talk));
		return status == EXIT_PASS ? tell_of(g, &draft, true, false) : status;
	}
	if (ways[way].is_of_lists)
		tell("Written. Then: assay check %s", g->words[0]);
	else
		tell("%zu rows changed. Then: assay check %s", changed, g->words[0]);
	return EXIT_PASS;
}

static int run(const struct given *g)
{
	struct arena keep = arena_open(WORK_MEMORY);
	size_t way = way_given(g);
	char day[11];
	int status = way <= WAYS && load_day(g, day) ? EXIT_PASS : EXIT_USAGE;

	if (status == EXIT_PASS && way == WAYS && g->word_count > 1) {
		say("what of \"%s\"? Give --confirm NAME, --strike NAME, --reopen, --none NAME or --whole NAME",
			g->words[1]);
		status = EXIT_USAGE;
	}
	if (status == EXIT_PASS) status = way == WAYS ? propose(g, day, &keep) : say_it(g, way, day, &keep);
	arena_close(&keep);
	return status;
}

const struct command command_draft = {
	.name = "draft",
	.synopsis = "FOLDER [--list] [--scheme LIST|all] [--on DATE] [--json] | FOLDER --confirm NAME|--strike NAME|"
		    "--reopen ROW... | FOLDER --none NAME|--whole NAME LIST...",
	.summary = "propose what can be declared from what was seen",
	.description =
		"Writes draft.yaml into a product folder: rows of the lists of a product file that follow from what "
		"\"assay check\" saw of the image, each with the file and byte that it comes from, what is still "
		"unknown in it, and which schemes wait for such rows. A proposal counts for nothing until a person "
		"confirms it: in the file (confirmed-by, confirmed), by --confirm, or in the interview. What was "
		"confirmed, corrected or struck out stays as it is when the command is run again; rows whose cause "
		"is gone are marked. A ROW is the name of a row, of a list (all of its open rows), or \"all\". --none "
		"says that there is nothing of a list, --whole that the rows are all that there is. doc/draft.md "
		"describes the file.",
	.example = "  assay draft plug\n"
		   "  assay draft plug --confirm \"Jane Roe\" services\n"
		   "  assay draft plug --none \"Jane Roe\" sensors\n",
	.options = {
		{ "--list", NULL, "show the rows, and the lists of which no image shows anything", false, NULL },
		{ "--confirm", "NAME", "these rows are so, says NAME", false, NULL },
		{ "--strike", "NAME", "these rows are not so, says NAME, and are not proposed again", false, NULL },
		{ "--reopen", NULL, "take back what was said of these rows", false, NULL },
		{ "--none", "NAME", "there is nothing of these lists, says NAME", false, NULL },
		{ "--whole", "NAME", "the confirmed rows of these lists are all, says NAME", false, NULL },
		OPTION_SCHEME,
		OPTION_ON,
		OPTION_RULES,
		OPTION_JSON,
	},
	.least = 1,
	.most = 256,
	.run = run,
};
