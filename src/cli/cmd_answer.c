/* assay answer: what a person says, with name and day, into the evidence. */
#include "cli/commands.h"
#include "cli/load.h"

#include "report/answer.h"
#include "work/answer.h"

/* On whose standing it is said. */
static const char *basis_of(const struct given *g)
{
	if (given_has(g, "--lab")) return "tested";
	return given_has(g, "--assessor") ? "person" : "declared";
}

/* Who speaks, and on what. */
static bool has_standing(const struct given *g)
{
	const char *author = given_value(g, "--author");

	if (!author || !str_trim(str_of(author)).n)
		say("who says so? Give --author NAME: an answer without a name is none");
	else if (given_has(g, "--lab") && given_has(g, "--assessor"))
		say("--lab is a test, --assessor a judgement: it is one of the two");
	else if (given_has(g, "--lab") && !given_value(g, "--evidence"))
		say("a test without its record is an opinion: give --evidence FILE (a log, a capture, a photograph)");
	else if (!given_has(g, "--lab") && given_value(g, "--evidence"))
		say("--evidence is the record of a laboratory's own test: give --lab with it");
	else
		return true;
	return false;
}

static int record(const struct given *g, const struct given_answer *a, const struct rules *rules, struct arena *keep)
{
	struct buf out = { 0 };
	int status = status_after(answer_write(g->words[0], a, &talk));

	if (status != EXIT_PASS) return status;
	answer_tell_unread(g->words[0], rules, a->answered, keep, &talk);
	if (given_has(g, "--json"))
		report_answer_json(a, &out);
	else
		report_answer_text(a, (unsigned)terminal_width(), &out);
	put(&out);
	return EXIT_PASS;
}

static int run(const struct given *g)
{
	struct arena keep = arena_open(WORK_MEMORY);
	struct rules *rules;
	char day[11];
	int status = load_day(g, day) ? load_rules(g, &keep, &rules) : EXIT_USAGE;
	struct answer_record record_of_test;
	const char *test = given_value(g, "--evidence");
	struct given_answer a = { .question = str_of(g->words[1]),
		.value = str_of(g->words[2]),
		.about = str_of(given_value(g, "--for")),
		.basis = str_of(basis_of(g)),
		.author = str_of(given_value(g, "--author")),
		.answered = str_of(day),
		.expires = str_of(given_value(g, "--expires")),
		.reason = str_of(given_value(g, "--reason")),
		.record = test ? &record_of_test : NULL };

	if (status == EXIT_PASS && !has_standing(g)) status = EXIT_USAGE;
	if (status == EXIT_PASS) status = status_after(answer_check(&a, g->words[0], rules, &keep, &talk));
	if (status == EXIT_PASS && test) status = status_after(answer_record_of(test, &record_of_test, &talk));
	if (status == EXIT_PASS) status = record(g, &a, rules, &keep);
	arena_close(&keep);
	return status;
}

const struct command command_answer = {
	.name = "answer",
	.synopsis = "FOLDER|EVIDENCE QUESTION VALUE --author NAME [--for ENTITY] [--reason TEXT] [--expires DATE] "
		    "[--assessor | --lab --evidence FILE] [--json]",
	.summary = "record what a person says",
	.description =
		"Writes an answer with its author and day into the answers.yaml of a product folder, or into evidence "
		"that is of none. It is the maker's word unless --assessor "
		"says that an assessor judged, or --lab that a laboratory tested. Neither the maker's word nor an "
		"assessor's passes a functional test unit; a laboratory's own test does (ask.test.CATALOGUE.UNIT, or a "
		"question of the unit), with its record: the file is hashed into the evidence, and stays with you. The "
		"same author's earlier answer to the same question is replaced. Where several answered, a laboratory "
		"outweighs assessors, and they the maker; two of the same standing who say the opposite leave it "
		"undecided, and the disagreement is shown. A value that the question does not take is refused.",
	.example =
		"  assay answer plug ask.records.retention-years 10 --author \"Jane Roe\"\n"
		"  assay answer product.assay ask.passwords.generator-unique yes --author \"Jane Roe\" --assessor "
		"--reason \"generator reviewed\"\n"
		"  assay answer product.assay ask.test.etsi-en-303-645.5.2-1-2a yes --author \"Max Moe, Test Lab\" "
		"--lab --evidence policy.pdf\n",
	.options = {
		{ "--author", "NAME", "who says so", false, NULL },
		{ "--for", "ENTITY",
			"the name of the declared or observed thing that it is about; default: the product", false,
			NULL },
		{ "--reason", "TEXT", "why", false, NULL },
		{ "--expires", "DATE", "the last day on which it counts", false, NULL },
		{ "--assessor", NULL, "the author is an assessor, not the maker", false, NULL },
		{ "--lab", NULL, "the author tested it for a laboratory; with --evidence", false, NULL },
		{ "--evidence", "FILE", "the record of the test", false, NULL },
		OPTION_ON,
		OPTION_RULES,
		{ "--json", NULL, "print what was recorded, as JSON", false, NULL },
	},
	.least = 3,
	.most = 3,
	.run = run,
};
