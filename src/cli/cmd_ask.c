/* assay ask: the interview. */
#include "cli/ask_dialogue.h"
#include "cli/ask_draft.h"
#include "cli/commands.h"
#include "cli/load.h"

#include "report/ask.h"
#include "report/ask_form.h"
#include "report/text.h"
#include "work/ask_form.h"
#include "work/files.h"

#include <unistd.h>

/* By the name's ending. */
static bool form_of_name(str name, enum ask_form *ret)
{
	static const struct {
		const char *ending;
		enum ask_form form;
	} forms[] = { { ".yaml", ASK_FORM_YAML }, { ".yml", ASK_FORM_YAML }, { ".csv", ASK_FORM_CSV },
		{ ".html", ASK_FORM_HTML } };

	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
		if (!str_ends(name, forms[i].ending)) continue;
		*ret = forms[i].form;
		return true;
	}
	say("%.*s: a form ends in .yaml, .csv or .html", STR_FMT(name));
	return false;
}

/* What somebody filled in is not written over. */
static int write_form(struct interview *i, const char *path, struct arena *keep)
{
	struct buf out = { 0 };
	enum ask_form form;
	int status = form_of_name(str_of(path), &form) ? EXIT_PASS : EXIT_USAGE;

	if (status == EXIT_PASS && access(path, F_OK) == 0) {
		say("%s: is there already, and may be filled in: take another name", path);
		status = EXIT_USAGE;
	}
	if (status != EXIT_PASS) return status;
	report_ask_form(form, interview_judgement(i), interview_steps(i), interview_edition(i), keep, &out);

	err e = file_replace(path, buf_all(&out));

	buf_free(&out);
	if (e.is) say_fault(path, e, "");
	if (e.is) return EXIT_USAGE;
	tell("Written: %s, with %zu question%s", path, interview_steps(i)->question_count,
		interview_steps(i)->question_count == 1 ? "" : "s");
	return EXIT_PASS;
}

static int read_form(struct interview *i, const char *path, const char *folder)
{
	struct ask_form_read read;
	struct buf line = { 0 }, out = { 0 };
	int status = status_after(ask_form_take(i, path, &read, &talk));

	if (status != EXIT_PASS) return status;
	buf_printf(&line, "%zu answer%s saved, %zu left empty, %zu not understood", read.saved,
		read.saved == 1 ? "" : "s", read.empty, read.refused);
	if (read.effect) {
		buf_text(&line, ": ");
		report_ask_effect(read.effect, &line);
	}
	text_wrap(&out, buf_all(&line), 0, 2, (unsigned)terminal_width());
	buf_printf(&out, "Now: assay check %s\n", folder);
	buf_free(&line);
	put(&out);
	return read.refused ? EXIT_INCONCLUSIVE : EXIT_PASS;
}

/* What was proposed is confirmed first: it spares questions. The draft is written to while nobody else holds the
 * folder. */
static int talk_it_over(const struct interview_setup *setup, struct interview **i, struct arena *keep)
{
	struct ask_input *in = ask_input_open();
	str author = arena_str(keep, interview_author(*i));
	bool goes_on = true;
	int status = EXIT_PASS;

	if (!in) return EXIT_MACHINE;
	if (author.n) {
		interview_close(*i);
		*i = NULL;
		status = ask_draft(in, setup->path, author, setup->options.on, &goes_on);
		if (status == EXIT_PASS && goes_on) status = status_after(interview_open(setup, i, &talk));
	}
	if (status == EXIT_PASS && goes_on) status = ask_dialogue(*i, in, setup->path);
	ask_input_close(in);
	return status;
}

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
	} else if (status == EXIT_PASS && given_has(g, "--form")) {
		status = write_form(i, given_value(g, "--form"), &keep);
	} else if (status == EXIT_PASS && given_has(g, "--read")) {
		status = read_form(i, given_value(g, "--read"), g->words[0]);
	} else if (status == EXIT_PASS) {
		status = talk_it_over(&setup, &i, &keep);
	}
	interview_close(i);
	arena_close(&keep);
	return status;
}

const struct command command_ask = {
	.name = "ask",
	.synopsis = "FOLDER [--scheme LIST|all] [--author NAME] [--assessor] [--form FILE | --read FILE] [--on DATE] "
		    "[--json]",
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
		"author is an assessor. With --form all open questions are written into a file that somebody fills "
		"in elsewhere, and --read takes its answers. The author is --author, else that of the product file, "
		"else it is asked once.",
	.example = "  assay ask plug --scheme uk-psti\n",
	.options = {
		OPTION_SCHEME,
		{ "--author", "NAME", "who answers", false, NULL },
		{ "--form", "FILE", "write all open questions as a blank form, .yaml, .csv or .html, and ask nothing",
			false, "file" },
		{ "--read", "FILE", "read a filled form back: each cell is saved, or named with line and column",
			false, "file" },
		{ "--assessor", NULL, "the author is an assessor, not the maker", false, NULL },
		OPTION_ON,
		OPTION_RULES,
		{ "--json", NULL, "the open questions as JSON, without asking", false, NULL },
	},
	.least = 1,
	.most = 1,
	.run = run,
};
