/* assay declare new: empty forms, to be filled in. */
#include "cli/commands.h"
#include "cli/load.h"

#include "report/work_json.h"
#include "work/forms_new.h"

static bool read_tables(const struct given *g, struct forms_wanted *m)
{
	str list = str_of(given_value(g, "--table")), word;
	bool is_all = !list.n;

	for (size_t i = 0; i <= FORM_COUNT; i++) m->tables[i] = is_all;
	while (list.n && str_split(&list, ',', &word)) {
		uint64_t number = 0;
		const struct form *form;

		word = str_trim(word);
		form = str_to_u64(word, 10, &number) && number >= 1 && number <= FORM_COUNT ? &forms[number - 1]
											    : form_of_title(word);
		if (form) {
			m->tables[form->number] = true;
		} else if (form_is_ics(word)) {
			m->tables[0] = true;
		} else {
			say("there is no form \"%.*s\"; give numbers from 1 to %d, names as SoftComp, or ics",
				STR_FMT(word), FORM_COUNT);
			return false;
		}
	}
	return true;
}

static bool read_options(const struct given *g, struct forms_wanted *m)
{
	const char *edition = given_value(g, "--edition"), *format = given_value(g, "--format");

	m->edition = edition ? edition : "2.1.1";
	if (strcmp(m->edition, "2.1.1") != 0 && strcmp(m->edition, "1.1.1") != 0) {
		say("there is no edition \"%s\" of the forms; there are 2.1.1 and 1.1.1", m->edition);
		return false;
	}
	m->format = !format || strcmp(format, "yaml") == 0 ? FORMAT_YAML
		    : strcmp(format, "csv") == 0           ? FORMAT_CSV
							   : FORMAT_MARKDOWN;
	if (m->format == FORMAT_MARKDOWN && strcmp(format, "md") != 0) {
		say("there is no format \"%s\"; there are yaml, md and csv", format);
		return false;
	}
	return read_tables(g, m);
}

static int make(const struct given *g, const struct forms_wanted *wanted, struct arena *keep)
{
	struct rules *rules;
	unsigned written = 0;
	int status = load_rules(g, keep, &rules);

	if (status == EXIT_PASS) status = status_after(forms_write(wanted, rules, keep, &written, &talk));
	if (status == EXIT_PASS && given_has(g, "--json"))
		say_json(json_of_forms_written(wanted->directory, written));
	else if (status == EXIT_PASS)
		tell("Written: %u forms in %s", written, wanted->directory);
	return status;
}

static int run(const struct given *g)
{
	struct forms_wanted wanted = { .directory = g->words[0], .product = given_value(g, "--product") };
	struct arena keep;
	int status;

	if (!read_options(g, &wanted)) return EXIT_USAGE;
	keep = arena_open(WORK_MEMORY);
	status = make(g, &wanted, &keep);
	arena_close(&keep);
	return status;
}

const struct command command_declare_new = {
	.name = "declare new",
	.synopsis = "DIR [--edition 2.1.1|1.1.1] [--format yaml|md|csv] [--table LIST] [--product FILE] [--json]",
	.summary = "empty forms of a test laboratory, to be filled in",
	.description =
		"Writes the ICS and the 29 IXIT tables of TS 103 701, one file each, with a hint for every field. What "
		"a product file or an evidence file says already is filled in. \"assay declare import\" reads them "
		"back.",
	.example = "  assay declare new ixit/ --product product.yaml\n",
	.options = {
		{ "--edition", "EDITION", "edition of the forms: 2.1.1 (for EN 303 645 V3.1.3), or 1.1.1 (for V2.1.1)",
			false, "2.1.1|1.1.1" },
		{ "--format", "FORMAT", "yaml, md or csv; default: yaml", false, "yaml|md|csv" },
		{ "--table", "LIST", "only these, with commas: numbers, names as SoftComp, or ics", false, NULL },
		{ "--product", "FILE", "a product file or an evidence file: what is known already", false, "file" },
		OPTION_RULES,
		{ "--json", NULL, "say as JSON what was written", false, NULL },
	},
	.least = 1,
	.most = 1,
	.run = run,
};
