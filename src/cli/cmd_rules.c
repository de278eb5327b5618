/* assay rules lint | list: is the rule data right, and what is there. */
#include "cli/commands.h"
#include "cli/load.h"

#include "base/buf.h"
#include "report/rules_json.h"
#include "report/text.h"

#include <stdio.h>
#include <unistd.h>

/* ---- lint -------------------------------------------------------------------------------------------------------------- */

static void print_tally(const struct rules *rules)
{
	struct buf tally = { 0 }, out = { 0 };

	buf_printf(&tally,
		"%zu checks, %zu conditions, %zu questions, %zu catalogues with %u requirements, %zu schemes, "
		"%zu papers, %zu mappings, %zu conflicts: no problem found",
		rules->checks.n, rules->conditions.n, rules->questions.n, rules->catalogues.n, rules->requirement_count,
		rules->schemes.n, rules->papers.n, rules->mappings.n, rules->conflicts.n);
	text_wrap(&out, buf_all(&tally), 0, 2, (unsigned)terminal_width());
	fwrite(out.p, 1, out.n, stdout);
	buf_free(&tally);
	buf_free(&out);
}

static int run_lint(const struct given *g)
{
	struct arena keep = arena_open(WORK_MEMORY);
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

/* One a line for programs; on a terminal a title goes on below itself. */
static void put_row(struct buf *out, str id, const char *kind, const char *count, str title, str more)
{
	enum { BEFORE = 38 };
	struct buf line = { 0 };

	buf_printf(&line, "%.*s (%.*s)", STR_FMT(title), STR_FMT(more));
	buf_printf(out, "%-20.*s  %-9s  %4s ", STR_FMT(id), kind, count);
	if (isatty(STDOUT_FILENO)) {
		struct buf wrapped = { 0 };

		text_wrap(&wrapped, buf_all(&line), BEFORE, BEFORE, (unsigned)terminal_width());
		buf_str(out, (str){ wrapped.p + BEFORE, wrapped.n - BEFORE });
		buf_free(&wrapped);
	} else {
		buf_str(out, buf_all(&line));
		buf_char(out, '\n');
	}
	buf_free(&line);
}

static void list_text(const struct rules *rules)
{
	struct buf out = { 0 };

	for (size_t i = 0; i < rules->catalogues.n; i++) {
		const struct catalogue *c = &rules->catalogues.p[i];
		char count[24];

		snprintf(count, sizeof(count), "%zu", c->requirement_count);
		put_row(&out, c->id, c->kind.p, count, c->title, c->edition);
	}
	for (size_t i = 0; i < rules->schemes.n; i++) {
		const struct scheme *s = &rules->schemes.p[i];
		struct buf more = { 0 };

		buf_printf(&more, "%.*s%s%.*s%s", STR_FMT(s->market), s->edition.n ? ", " : "", STR_FMT(s->edition),
			s->is_voluntary ? ", voluntary" : "");
		put_row(&out, s->id, "scheme", "", s->title, buf_all(&more));
		buf_free(&more);
	}
	fwrite(out.p, 1, out.n, stdout);
	buf_free(&out);
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
	struct arena keep = arena_open(WORK_MEMORY);
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
	.description = "Lists catalogues (id, kind, number of requirements, title, edition) and schemes (id, title, "
		       "market, edition).",
	.example = "  assay rules list\n",
	.options = { OPTION_RULES, OPTION_JSON },
	.least = 0,
	.most = 0,
	.run = run_list,
};
