/* assay rules lint: is the rule data right. */
#include "cli/commands.h"
#include "cli/load.h"

#include "base/buf.h"
#include "report/rules_json.h"
#include "report/text.h"

#include <stdio.h>

/* ---- lint -------------------------------------------------------------------------------------------------------- */

static void print_tally(const struct rules *rules)
{
	struct buf tally = { 0 }, out = { 0 };

	buf_printf(&tally,
		"%zu checks, %zu conditions, %zu questions, %zu catalogues with %u requirements, %zu schemes, "
		"%zu papers, %zu mappings, %zu conflicts: no problem found",
		rules->checks.n, rules->conditions.n, rules->questions.n, rules->catalogues.n, rules->requirement_count,
		rules->schemes.n, rules->papers.n, rules->mappings.n, rules->conflicts.n);
	text_wrap(&out, buf_all(&tally), 0, 2, (unsigned)terminal_width());
	if (out.n) fwrite(out.p, 1, out.n, stdout);
	buf_free(&tally);
	buf_free(&out);
}

/* Whoever is asked needs the question in plain words, why it is asked, and an example. */
static void warn_of_words(const struct rules *rules)
{
	for (size_t i = 0; i < rules->questions.n; i++) {
		const struct question *q = &rules->questions.p[i];

		if (!q->plain.n || !q->why.n || !q->example.n)
			say("%s:%u: the question \"%.*s\" lacks words for laymen (plain, why, example)", q->place.file,
				q->place.line, STR_FMT(q->id));
	}
}

static int run_lint(const struct given *g)
{
	struct arena keep = arena_open(WORK_MEMORY);
	struct rules *rules;
	rule_problems problems = { 0 };
	int status = load_rules_anew(g, &keep, &rules, &problems);

	if (given_has(g, "--json") && (status == EXIT_PASS || problems.n))
		say_json(json_of_lint(status == EXIT_PASS, &problems));
	else if (problems.n)
		tell_problems(&problems);
	else if (status == EXIT_PASS)
		print_tally(rules);
	if (status == EXIT_PASS) warn_of_words(rules);
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
