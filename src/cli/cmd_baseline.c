/* assay rules baseline: what all schemes have in common, and what each domain adds. */
#include "cli/commands.h"
#include "cli/load.h"

#include "report/compare.h"

#include <stdio.h>

static bool is_chosen(const struct judge_options *chosen, str id)
{
	for (size_t i = 0; i < chosen->scheme_count; i++)
		if (str_equal(chosen->schemes[i], id)) return true;
	return !chosen->scheme_count;
}

/* Schemes by --scheme or by their names alone, as "compare" takes them. */
static int choose(const struct given *g, const struct rules *rules, struct arena *keep, struct judge_options *ret)
{
	if (!g->word_count) return load_schemes(g, rules, keep, ret);
	if (given_has(g, "--scheme")) {
		say("name schemes, or give --scheme; not both");
		return EXIT_USAGE;
	}
	return load_scheme_words(g, rules, keep, ret);
}

static int run(const struct given *g)
{
	struct arena keep = arena_open(WORK_MEMORY);
	struct text_style style = {
		.width = terminal_width(), .colour = is_colour_wanted(), .is_whole = given_has(g, "--whole")
	};
	struct judge_options chosen = { 0 };
	struct buf out = { 0 };
	struct rules *rules;
	int status = load_rules(g, &keep, &rules);

	if (status == EXIT_PASS) status = choose(g, rules, &keep, &chosen);
	if (status == EXIT_PASS) {
		const struct scheme **list = arena_array(&keep, const struct scheme *, rules->schemes.n + 1);
		struct baseline b;
		size_t n = 0;

		for (size_t i = 0; i < rules->schemes.n; i++)
			if (is_chosen(&chosen, rules->schemes.p[i].id)) list[n++] = &rules->schemes.p[i];
		baseline_make(rules, list, n, &keep, &b);
		if (given_has(g, "--json"))
			say_json(json_of_baseline(&b));
		else
			report_baseline_text(&b, &style, &out);
		if (out.n) fwrite(out.p, 1, out.n, stdout);
	}
	buf_free(&out);
	arena_close(&keep);
	return status;
}

const struct command command_rules_baseline = {
	.name = "rules baseline",
	.synopsis = "[SCHEME... | --scheme LIST] [--whole] [--json]",
	.summary = "what schemes have in common, and what each domain adds",
	.description =
		"Lists what decides all of the chosen schemes, then what decides more than a quarter of them (two at "
		"least), the commonest first. That is the baseline. Then the domains: the schemes and overlays that "
		"each adds, "
		"and how many checks and questions they need beyond the baseline.",
	.example = "  assay rules baseline uk-psti eu-cra etsi-en-303-645\n",
	.options = { OPTION_SCHEME, OPTION_RULES,
		{ "--whole", NULL, "print everything, not only what comes first", false, NULL },
		{ "--json", NULL, "as JSON", false, NULL } },
	.least = 0,
	.most = -1,
	.run = run,
};
