/* assay rules lint | list: is the rule data right, and what is there. */
#include "cli/commands.h"
#include "cli/load.h"

#include "report/rules_json.h"

#include <stdio.h>

/* ---- lint -------------------------------------------------------------------------------------------------------------- */

static void print_tally(const struct rules *rules)
{
	printf("%zu checks, %zu conditions, %zu questions, %zu catalogues with %u requirements, %zu schemes, "
	       "%zu papers, %zu mappings, %zu conflicts: no problem found\n",
		rules->checks.n, rules->conditions.n, rules->questions.n, rules->catalogues.n, rules->requirement_count,
		rules->schemes.n, rules->papers.n, rules->mappings.n, rules->conflicts.n);
}

static int run_lint(const struct given *g)
{
	struct arena keep = arena_open(RULES_MEMORY);
	struct rules *rules;
	rule_problems problems = { 0 };
	int status = load_rules_anew(g, &keep, &rules, &problems);

	if (given_has(g, "--json") && (status == EXIT_PASS || problems.n))
		say_json(json_pack("{s:b, s:o}", "ok", status == EXIT_PASS, "problems", json_of_problems(&problems)));
	else if (problems.n)
		tell_problems(&problems);
	else if (status == EXIT_PASS)
		print_tally(rules);
	arena_close(&keep);
	return status;
}

const struct command command_rules_lint = {
	.name = "rules lint",
	.synopsis = "[--rules DIR]... [--json]",
	.summary = "look for mistakes in rule data",
	.description = "Reads all rule data and says what is wrong with it, each with file, line and column: unknown "
		       "names, trees with cycles or unreachable nodes, queries that do not fit "
		       "the evidence, requirements that nothing can decide.",
	.example = "  assay rules lint --rules my-rules\n",
	.options = { OPTION_RULES, OPTION_JSON },
	.least = 0,
	.most = 0,
	.run = run_lint,
};

/* ---- list -------------------------------------------------------------------------------------------------------------- */

static void list_text(const struct rules *rules)
{
	for (size_t i = 0; i < rules->catalogues.n; i++) {
		const struct catalogue *c = &rules->catalogues.p[i];

		printf("%-20s %-12s %-10s %4zu  %s\n", c->id.p, c->edition.p, c->kind.p, c->requirement_count,
			c->title.p);
	}
	for (size_t i = 0; i < rules->schemes.n; i++) {
		const struct scheme *s = &rules->schemes.p[i];

		printf("%-20s %-12.12s %-10s %4s  %s\n", s->id.p, s->edition.n ? s->edition.p : "-", "scheme",
			s->market.p, s->title.p);
	}
}

static void list_json(const struct rules *rules)
{
	json_t *catalogues = json_array(), *schemes = json_array();

	for (size_t i = 0; i < rules->catalogues.n; i++)
		json_array_append_new(catalogues, json_of_catalogue_line(&rules->catalogues.p[i]));
	for (size_t i = 0; i < rules->schemes.n; i++)
		json_array_append_new(schemes, json_of_scheme_line(&rules->schemes.p[i]));
	say_json(json_pack("{s:o, s:o}", "catalogues", catalogues, "schemes", schemes));
}

static int run_list(const struct given *g)
{
	struct arena keep = arena_open(RULES_MEMORY);
	struct rules *rules;
	int status = load_rules(g, &keep, &rules);

	if (status == EXIT_PASS) (given_has(g, "--json") ? list_json : list_text)(rules);
	arena_close(&keep);
	return status;
}

const struct command command_rules_list = {
	.name = "rules list",
	.synopsis = "[--rules DIR]... [--json]",
	.summary = "catalogues and schemes, one a line",
	.description = "Lists catalogues (id, edition, kind, number of requirements, title) and schemes (id, edition, "
		       "market, title).",
	.example = "  assay rules list\n",
	.options = { OPTION_RULES, OPTION_JSON },
	.least = 0,
	.most = 0,
	.run = run_list,
};
