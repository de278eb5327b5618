/* assay declare import: a maker's forms as a product file, and what of them was not placed. */
#include "cli/commands.h"
#include "cli/load.h"

#include "work/declarations.h"
#include "work/forms_import.h"

static int status_of(const struct forms_import *f, err e)
{
	if (e.is == &forms_lost) return EXIT_INTERNAL;
	return f->unplaced.n || f->known.n ? EXIT_INCONCLUSIVE : EXIT_PASS;
}

static int import(const struct given *g, struct evidence *evidence, struct arena *keep)
{
	struct forms_import found;
	struct buf out = { 0 };
	char now[21];
	int status = EXIT_PASS;

	now_text(now);
	for (int i = 0; i < g->word_count && status == EXIT_PASS; i++)
		status = status_after(declarations_read(evidence, g->words[i], str_of(now), &talk));
	if (status == EXIT_PASS) status = status_after(work_derive(evidence, &talk));
	if (status != EXIT_PASS) return status;

	err e = forms_import(evidence, given_value(g, "--out"), keep, &found, &talk);

	if (e.is == &forms_empty) return EXIT_INCONCLUSIVE;
	if (e.is && e.is != &forms_lost) return status_after(e);
	if (given_has(g, "--json"))
		report_forms_import_json(&found, &out);
	else
		report_forms_import_text(&found, given_has(g, "--all"), (unsigned)terminal_width(), &out);
	put(&out);
	return status_of(&found, e);
}

static int run(const struct given *g)
{
	struct evidence *evidence;
	struct arena keep;
	err e = evidence_create(NULL, &evidence);
	int status;

	if (e.is) {
		say_fault("the evidence", e, "");
		return EXIT_INTERNAL;
	}
	keep = arena_open(WORK_MEMORY);
	status = import(g, evidence, &keep);
	evidence_close(evidence);
	arena_close(&keep);
	return status;
}

const struct command command_declare_import = {
	.name = "declare import",
	.synopsis = "INPUT... [--out FILE] [--all] [--json]",
	.summary = "the forms of a test laboratory as a product file",
	.description =
		"An INPUT is a file or a folder of forms: ICS and the 29 IXIT tables of TS 103 701, as Markdown, CSV "
		"or YAML. Each cell is kept word for word in the product file; keys are filled only where a cell says "
		"it unmistakably. A product file that stands there is added to, and what it says already stays.\n"
		"What is no cell of a form is kept too, and listed with its line. The exit status is 0 when everything "
		"was placed, else 2. Without --out nothing is written: the report alone is made.",
	.example = "  assay declare import ixit/ --out product.yaml\n",
	.options = {
		{ "--out", "FILE", "the product file to write or add to (doc/product-file.md)", false, "file" },
		{ "--all", NULL, "list everything that was not placed, not only the first of each file", false, NULL },
		{ "--json", NULL, "print the report as JSON", false, NULL },
	},
	.least = 1,
	.most = -1,
	.run = run,
};
