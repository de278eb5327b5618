/* assay trials new: the sheet of all trials that are still open. */
#include "cli/commands.h"
#include "cli/load.h"

#include "report/work_json.h"
#include "work/trials_new.h"

#include <sys/stat.h>

/* A product folder keeps its evidence in out/, and its results in trials/. */
struct places {
	const char *evidence, *folder;
};

static struct places places_of(const struct given *g, struct arena *keep)
{
	const char *word = g->words[0], *folder = given_value(g, "--out");
	struct places p = { .evidence = word, .folder = folder ? folder : "trials" };
	struct stat s;

	if (stat(word, &s) != 0 || !S_ISDIR(s.st_mode)) return p;
	p.evidence = arena_printf(keep, "%s/out/product.assay", word).p;
	if (!folder) p.folder = arena_printf(keep, "%s/trials", word).p;
	return p;
}

static int write_sheet(const struct given *g, struct judged *judged, const struct places *p)
{
	const char *format = given_value(g, "--format");
	enum sheet_form form = format && strcmp(format, "csv") == 0 ? SHEET_CSV : SHEET_YAML;
	open_trials all;
	str path;
	int status;

	if (format && form == SHEET_YAML && strcmp(format, "yaml") != 0) {
		say("there is no format \"%s\"; there are yaml and csv", format);
		return EXIT_USAGE;
	}
	open_trials_find(judged->judgement, &judged->keep, &all);
	status = status_after(open_trials_write(p->folder, form, &all, &judged->keep, &path, &talk));
	if (status == EXIT_PASS && given_has(g, "--json"))
		say_json(json_of_sheet(path.p, all.n));
	else if (status == EXIT_PASS) {
		tell("Written: %s, with %zu trials that are open", path.p, all.n);
		tell("Fill it in; each result needs its record, a file in %s", p->folder);
	}
	return status;
}

static int run(const struct given *g)
{
	struct arena keep = arena_open((size_t)1 << 20);
	struct places p = places_of(g, &keep);
	struct judged judged;
	int status = judge_file(g, p.evidence, &judged);

	if (status == EXIT_PASS) {
		status = write_sheet(g, &judged, &p);
		judged_close(&judged);
	}
	arena_close(&keep);
	return status;
}

const struct command command_trials_new = {
	.name = "trials new",
	.synopsis = "EVIDENCE|FOLDER [--format yaml|csv] [--out DIR] [--scheme LIST|all] [--on DATE] [--json]",
	.summary = "a sheet of the trials that are still open, for a laboratory",
	.description =
		"Writes a sheet of all trials on the device that mandatory requirements wait for, and of what only a "
		"capture or a scan will tell: what is asked, the steps, what is expected, and a line for the result, "
		"the day, who tried it and the file that records it. What the laboratory filled in is read by \"assay "
		"check --trials DIR\", each result with the digest of its record. No program takes captures and scans "
		"yet: until then a laboratory's result is the way. doc/trials.md describes the sheet.",
	.example = "  assay trials new out/product.assay --scheme en-18031-1 --out trials\n",
	.options = {
		{ "--format", "FORMAT", "yaml or csv; default: yaml", false, "yaml|csv" },
		{ "--out", "DIR", "the folder of results; default: trials, of a product folder its own", false,
			"directory" },
		OPTION_SCHEME,
		OPTION_ON,
		OPTION_RULES,
		{ "--json", NULL, "say as JSON what was written", false, NULL },
	},
	.least = 1,
	.most = 1,
	.run = run,
};
