/* assay new: a product folder, ready to be filled. */
#include "cli/commands.h"
#include "cli/load.h"

#include "report/work_json.h"
#include "work/product_new.h"

static int run(const struct given *g)
{
	const struct product_new wanted = { .folder = g->words[0], .image = given_value(g, "--image") };
	struct arena keep = arena_open((size_t)1 << 20);
	int status = status_after(product_new_write(&wanted, &keep, &talk));

	if (status == EXIT_PASS && given_has(g, "--json"))
		say_json(json_of_written(wanted.folder));
	else if (status == EXIT_PASS) {
		tell("Written: %s", wanted.folder);
		tell("Fill in %s/product.yaml: name, maker, markets, and what else you know", wanted.folder);
		if (!wanted.image) tell("Put the firmware, as you ship it, into %s/inputs", wanted.folder);
		tell("Next: assay check %s", wanted.folder);
	}
	arena_close(&keep);
	return status;
}

const struct command command_new = {
	.name = "new",
	.synopsis = "FOLDER [--image FILE] [--json]",
	.summary = "a product folder, ready to be filled",
	.description =
		"Makes a folder for one product: product.yaml, with every usual key explained where it stands, and "
		"inputs, documents, process, trials and forms, in which the rest belongs. Fill in what you know; "
		"\"assay check FOLDER\" reads it, \"assay draft FOLDER\" proposes what it saw, and \"assay ask "
		"FOLDER\" asks for what is missing. A folder in which something lies is left alone.",
	.example = "  assay new plug --image plug-1.0.bin\n",
	.options = {
		{ "--image", "FILE", "the firmware, copied into inputs", false, "file" },
		{ "--json", NULL, "say as JSON what was written", false, NULL },
	},
	.least = 1,
	.most = 1,
	.run = run,
};
