/* assay facts product.assay [TABLE | SQL]: look at the evidence. */
#include "cli/commands.h"

#include "work/facts.h"
#include "work/open.h"

static int run(const struct given *g)
{
	struct judged opened;
	struct rows rows;
	struct buf out = { 0 };
	int status = status_after(judged_open(g->words[0], &opened, &talk));

	if (status != EXIT_PASS) return status;
	status = status_after(facts_ask(
		opened.evidence, g->words[0], g->word_count > 1 ? g->words[1] : NULL, &opened.keep, &rows, &talk));
	if (status == EXIT_PASS) (given_has(g, "--json") ? report_rows_json : report_rows_text)(&rows, &out);
	put(&out);
	judged_close(&opened);
	return status;
}

const struct command command_facts = {
	.name = "facts",
	.synopsis = "EVIDENCE [TABLE | SQL] [--json]",
	.summary = "look at the evidence",
	.description = "Without more, lists the tables that have rows. With the name of a table or view, prints its "
		       "rows. Anything else is a query in SQL, which may only read. "
		       "doc/facts.md says what every table and column means.",
	.example = "  assay facts product.assay account\n  assay facts product.assay \"SELECT path FROM file WHERE "
		   "mode & 2\"\n",
	.options = { { "--json", NULL, "rows as JSON", false, NULL } },
	.least = 1,
	.most = 2,
	.run = run,
};
