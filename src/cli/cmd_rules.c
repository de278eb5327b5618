/* assay rules lint | list | show: look at rule data. */
#include "cli/commands.h"
#include "cli/load.h"

#include "base/buf.h"

#include <stdio.h>

/* ---- lint -------------------------------------------------------------------------------------------------------------- */

static int run_lint(const struct given *g)
{
	struct arena keep = arena_open(RULES_MEMORY);
	struct rules *rules;
	int status = load_rules_anew(g, &keep, &rules);

	if (status == EXIT_PASS)
		printf("%zu checks, %zu conditions, %zu questions, %zu catalogues with %u requirements, %zu schemes, "
		       "%zu papers, %zu mappings, %zu conflicts: no problem found\n",
			rules->checks.n, rules->conditions.n, rules->questions.n, rules->catalogues.n,
			rules->requirement_count, rules->schemes.n, rules->papers.n, rules->mappings.n,
			rules->conflicts.n);
	arena_close(&keep);
	return status == EXIT_PASS ? EXIT_PASS : status == EXIT_INTERNAL ? EXIT_INTERNAL : EXIT_FAIL;
}

const struct command command_rules_lint = {
	.name = "rules lint",
	.synopsis = "[--rules DIR]...",
	.summary = "look for mistakes in rule data",
	.description = "Reads all rule data and says what is wrong with it, each with file, line and column: unknown "
		       "names, trees with cycles or unreachable nodes, queries that do not fit "
		       "the evidence, requirements that nothing can decide.",
	.example = "  assay rules lint --rules my-rules\n",
	.options = { OPTION_RULES },
	.least = 0,
	.most = 0,
	.run = run_lint,
};

/* ---- list -------------------------------------------------------------------------------------------------------------- */

static int run_list(const struct given *g)
{
	struct arena keep = arena_open(RULES_MEMORY);
	struct rules *rules;
	int status = load_rules(g, &keep, &rules);

	for (size_t i = 0; status == EXIT_PASS && i < rules->catalogues.n; i++) {
		const struct catalogue *c = &rules->catalogues.p[i];

		printf("%-20s %-12s %-10s %4zu  %s\n", c->id.p, c->edition.p, c->kind.p, c->requirement_count,
			c->title.p);
	}
	for (size_t i = 0; status == EXIT_PASS && i < rules->schemes.n; i++) {
		const struct scheme *s = &rules->schemes.p[i];

		printf("%-20s %-12.12s %-10s %4s  %s\n", s->id.p, s->edition.n ? s->edition.p : "-", "scheme",
			s->market.p, s->title.p);
	}
	arena_close(&keep);
	return status;
}

const struct command command_rules_list = {
	.name = "rules list",
	.synopsis = "[--rules DIR]...",
	.summary = "catalogues and schemes, one a line",
	.description = "Lists catalogues (id, edition, kind, number of requirements, title) and schemes (id, edition, "
		       "market, title).",
	.example = "  assay rules list\n",
	.options = { OPTION_RULES },
	.least = 0,
	.most = 0,
	.run = run_list,
};

/* ---- show -------------------------------------------------------------------------------------------------------------- */

static void show_names(const char *title, const struct check *const *checks, size_t count)
{
	for (size_t i = 0; i < count; i++) printf("%s%s", i ? ", " : title, checks[i]->id.p);
	if (count) putchar('\n');
}

static void show_requirement(const struct requirement *r)
{
	printf("\n%s  %s  %s\n", r->id.p, r->level.p, r->title.p);
	if (r->when_text.n) printf("  when: %s\n", r->when_text.p);
	show_names("  checks: ", r->checks, r->check_count);
	for (size_t i = 0; i < r->question_count; i++) printf("  asks: %s\n", r->questions[i]->sentence.p);
	for (size_t i = 0; i < r->unit_count; i++) {
		printf("  unit %s (%s)\n", r->units[i].id.p, r->units[i].is_functional ? "functional" : "conceptual");
		show_names("    checks: ", r->units[i].checks, r->units[i].check_count);
		for (size_t j = 0; j < r->units[i].question_count; j++)
			printf("    asks: %s\n", r->units[i].questions[j]->sentence.p);
	}
	if (r->node_count)
		printf("  for each: %s %s\n", r->for_kind.n ? r->for_kind.p : "product",
			r->for_classes.n ? r->for_classes.p : "");
	for (size_t i = 0; i < r->node_count; i++) {
		static const char *const ends[] = {
			[JUMP_PASS] = "PASS", [JUMP_FAIL] = "FAIL", [JUMP_NOT_APPLICABLE] = "NA"
		};
		const struct tree_node *n = &r->nodes[i];

		printf("  %s  %s  yes: %s, no: %s\n", n->id.p, n->asks.p,
			n->yes == JUMP_NODE ? r->nodes[n->yes_node].id.p : ends[n->yes],
			n->no == JUMP_NODE ? r->nodes[n->no_node].id.p : ends[n->no]);
		show_names("    checks: ", n->checks, n->check_count);
		if (n->question) printf("    asks: %s\n", n->question->sentence.p);
	}
	if (r->person.n)
		printf("  %s: %s\n", r->check_count || r->question_count ? "and a person" : "only a person",
			r->person.p);
	if (r->clause.n) printf("  clause: %s\n", r->clause.p);
	if (r->restriction.n) printf("  restriction: %s\n", r->restriction.p);
	if (rules_doubt(r).n) printf("  what it asks is %s, not confirmed\n", rules_doubt(r).p);
}

static void show_check(const struct check *c)
{
	printf("%s\n%s\nneeds %s%s%s; known by what is %s\n", c->id.p, c->asks.p, c->needs.text.p,
		c->rests.count ? ", rests on " : "", c->rests.count ? c->rests.text.p : "", c->by.p);
	if (c->fix.n) printf("to mend it: %s\n", c->fix.p);
	if (c->risk.n) printf("may be wrong when: %s\n", c->risk.p);
	printf("\n%s\n", c->sql.p);
}

static int run_show(const struct given *g)
{
	struct arena keep = arena_open(RULES_MEMORY);
	struct rules *rules;
	int status = load_rules(g, &keep, &rules);
	str id = str_of(g->words[0]);

	if (status == EXIT_PASS) {
		const struct check *check = rules_check(rules, id);
		const struct question *question = rules_question(rules, id);
		bool is_found = check || question;

		if (check) show_check(check);
		if (question)
			printf("%s\nasked of: %s\n%s\n", question->id.p, question->asked_of.p, question->sentence.p);
		for (size_t i = 0; i < rules->catalogues.n; i++) {
			const struct catalogue *c = &rules->catalogues.p[i];

			if (!str_equal(c->id, id)) continue;
			is_found = true;
			printf("%s %s - %s (%zu requirements)\n", c->id.p, c->edition.p, c->title.p,
				c->requirement_count);
			for (size_t j = 0; j < c->requirement_count; j++) show_requirement(&c->requirements[j]);
			for (size_t j = 0; j < c->note_count; j++)
				printf("%s%s  %s\n", j ? "" : "\nWhat else it says, and asks of no product:\n",
					c->notes[j].id.p, c->notes[j].text.p);
		}
		if (!is_found) {
			say("there is no catalogue, check or question \"%s\"; see \"assay rules list\"", g->words[0]);
			status = EXIT_USAGE;
		}
	}
	arena_close(&keep);
	return status;
}

const struct command command_rules_show = {
	.name = "rules show",
	.synopsis = "ID [--rules DIR]...",
	.summary = "one catalogue, check or question in full",
	.description = "Shows what a catalogue requires and what decides each requirement; or a check with its query; "
		       "or a question.",
	.example = "  assay rules show uk-psti\n  assay rules show passwords.no-shared\n",
	.options = { OPTION_RULES },
	.least = 1,
	.most = 1,
	.run = run_show,
};
