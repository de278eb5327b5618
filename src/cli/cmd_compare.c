/* assay compare: schemes side by side. */
#include "cli/commands.h"
#include "cli/load.h"

#include "judge/compare.h"
#include "report/text.h"
#include "report/values.h"

#include <stdio.h>

static void print_pair(const struct comparison *c, struct buf *out, int width)
{
	const size_t most = 25;

	buf_printf(out, "%s and %s\n", c->a->id.p, c->b->id.p);
	buf_printf(out, "  %zu checks serve both, %zu only %s, %zu only %s\n", c->common_count, c->only_a, c->a->id.p,
		c->only_b, c->b->id.p);
	buf_printf(out, "  %zu pairs of requirements share evidence; %zu of them ask the same\n", c->overlap_count,
		c->same_count);
	for (size_t i = 0; i < c->overlap_count && i < most; i++) {
		const struct overlap *o = &c->overlaps[i];

		buf_printf(out, "    %s %-16s %-16s %zu shared of %zu and %zu\n", o->is_same ? "=" : "~", o->a->id.p,
			o->b->id.p, o->shared, o->of_a, o->of_b);
	}
	if (c->overlap_count > most) buf_printf(out, "    ... and %zu more: see --json\n", c->overlap_count - most);
	buf_printf(out, "  %zu recorded conflicts\n", c->conflict_count);
	for (size_t i = 0; i < c->conflict_count; i++) {
		struct buf line = { 0 };

		buf_printf(&line, "%s %s: %s", c->conflicts[i]->id.p, c->conflicts[i]->topic.p,
			c->conflicts[i]->finding.p);
		text_wrap(out, buf_all(&line), 4, 8, (unsigned)width);
		buf_clear(&line);
		if (c->conflicts[i]->satisfies_both.n)
			buf_printf(&line, "What satisfies both: %s", c->conflicts[i]->satisfies_both.p);
		else
			buf_printf(&line, "What assay does: %s", c->conflicts[i]->advice.p);
		text_wrap(out, buf_all(&line), 8, 8, (unsigned)width);
		buf_free(&line);
	}
	buf_char(out, '\n');
}

static void add_pair(const struct comparison *c, json_t *overlaps, json_t *conflicts)
{
	for (size_t i = 0; i < c->overlap_count; i++) {
		const struct overlap *o = &c->overlaps[i];

		json_array_append_new(overlaps,
			json_pack("{s:{s:s, s:s}, s:{s:s, s:s}, s:I, s:I, s:I, s:b}", "a", "catalogue",
				o->a->catalogue->id.p, "id", o->a->id.p, "b", "catalogue", o->b->catalogue->id.p, "id",
				o->b->id.p, "shared", (json_int_t)o->shared, "of_a", (json_int_t)o->of_a, "of_b",
				(json_int_t)o->of_b, "same", o->is_same));
	}
	for (size_t i = 0; i < c->conflict_count; i++) {
		const struct conflict *x = c->conflicts[i];
		json_t *o = json_object(), *clauses = json_array(), *wants = json_array();

		set_str(o, "id", x->id);
		set_str(o, "topic", x->topic);
		for (size_t k = 0; k < x->clause_count; k++)
			json_array_append_new(clauses, json_pack("{s:s, s:s}", "catalogue", x->clauses[k].catalogue.p,
							       "id", x->clauses[k].id.p));
		json_object_set_new(o, "clauses", clauses);
		for (size_t k = 0; k < x->want_count; k++) json_array_append_new(wants, json_of_str(x->wants[k]));
		json_object_set_new(o, "wants", wants);
		set_str(o, "finding", x->finding);
		set_str_if(o, "advice", x->advice);
		json_object_set_new(
			o, "satisfies_both", x->satisfies_both.n ? json_of_str(x->satisfies_both) : json_null());
		set_str(o, "confidence", x->confidence);
		json_array_append_new(conflicts, o);
	}
}

static bool was_added(json_t *conflicts, str id)
{
	size_t i;
	json_t *o;

	json_array_foreach(conflicts, i, o) if (str_is(id, json_string_value(json_object_get(o, "id")))) return true;
	return false;
}

static int chosen(const struct given *g, const struct rules *rules, struct arena *keep, const struct scheme ***ret,
	size_t *ret_count)
{
	size_t most = rules->schemes.n > (size_t)g->word_count ? rules->schemes.n : (size_t)g->word_count;
	const struct scheme **list = arena_array(keep, const struct scheme *, most);
	size_t n = 0;

	for (size_t i = 0; given_has(g, "--all") && i < rules->schemes.n; i++) list[n++] = &rules->schemes.p[i];
	for (int i = 0; !given_has(g, "--all") && i < g->word_count; i++) {
		const struct scheme *s = rules_scheme(rules, str_of(g->words[i]));

		if (!s) {
			say("there is no scheme \"%s\"; see \"assay rules list\"", g->words[i]);
			return EXIT_USAGE;
		}
		list[n++] = s;
	}
	if (n < 2) {
		say("two schemes at least are needed, or --all");
		return EXIT_USAGE;
	}
	*ret = list;
	*ret_count = n;
	return EXIT_PASS;
}

static int compare(const struct given *g, const struct rules *rules, struct arena *keep)
{
	const struct scheme **list;
	size_t count;
	int status = chosen(g, rules, keep, &list, &count);
	json_t *root = json_object(), *overlaps = json_array(), *conflicts = json_array();
	struct buf out = { 0 };

	for (size_t i = 0; status == EXIT_PASS && i < count; i++) {
		for (size_t k = i + 1; k < count; k++) {
			size_t mark = keep->used;
			struct comparison c;

			compare_schemes(rules, list[i], list[k], keep, &c);
			if (given_has(g, "--json")) {
				/* A conflict of three schemes is one conflict. */
				size_t kept = 0;

				for (size_t n = 0; n < c.conflict_count; n++)
					if (!was_added(conflicts, c.conflicts[n]->id))
						c.conflicts[kept++] = c.conflicts[n];
				c.conflict_count = kept;
				add_pair(&c, overlaps, conflicts);
			} else if (count == 2 || c.overlap_count || c.conflict_count) {
				print_pair(&c, &out, terminal_width());
			}
			keep->used = mark;
		}
	}
	json_object_set_new(root, "overlaps", overlaps);
	json_object_set_new(root, "conflicts", conflicts);
	if (status == EXIT_PASS && given_has(g, "--json")) write_json(root, &out, JSON_INDENT(1));
	fwrite(out.p, 1, out.n, stdout);
	buf_free(&out);
	json_decref(root);
	return status;
}

static int run(const struct given *g)
{
	struct arena keep = arena_open(RULES_MEMORY);
	struct rules *rules;
	int status = load_rules(g, &keep, &rules);

	if (status == EXIT_PASS) status = compare(g, rules, &keep);
	arena_close(&keep);
	return status;
}

const struct command command_compare = {
	.name = "compare",
	.synopsis = "SCHEME SCHEME... | --all [--json]",
	.summary = "what schemes share, and where they conflict",
	.description =
		"Computed from the rule data: requirements that the same checks and questions decide, with equal "
		"parameters (=: they ask the same; ~: they share evidence), and the recorded "
		"conflicts whose clauses touch both. No verdict is ever carried over from one scheme to another.",
	.example = "  assay compare uk-psti eu-cra\n  assay compare en-18031-1 en-18031-2 --json\n",
	.options = { { "--all", NULL, "every scheme with every other", false, NULL },
		{ "--json", NULL, "overlaps and conflicts as JSON", false, NULL }, OPTION_RULES },
	.least = 0,
	.most = -1,
	.run = run,
};

/* ---- rules testability -------------------------------------------------------------------------------------------------------- */

static int run_testability(const struct given *g)
{
	struct arena keep = arena_open(RULES_MEMORY);
	struct rules *rules;
	int status = load_rules(g, &keep, &rules);

	if (status == EXIT_PASS)
		printf("%-22s %12s %10s %12s %8s %10s\n", "scheme", "requirements", "machine %", "declared %",
			"person %", "questions");
	for (size_t i = 0; status == EXIT_PASS && i < rules->schemes.n; i++) {
		struct testability t = scheme_testability(&rules->schemes.p[i], keep);
		double all = t.requirements ? (double)t.requirements : 1;

		printf("%-22s %12zu %10.0f %12.0f %8.0f %10zu\n", rules->schemes.p[i].id.p, t.requirements,
			100 * (double)t.by_machine / all, 100 * (double)t.by_declaration / all,
			100 * (double)t.by_person / all, t.questions);
	}
	arena_close(&keep);
	return status;
}

const struct command command_rules_testability = {
	.name = "rules testability",
	.synopsis = "[--rules DIR]...",
	.summary = "who can decide each scheme: machine, maker, person",
	.description = "For each scheme the share of its requirements whose strongest decider is an observation, a "
		       "declaration or document, or a person's judgement alone, and the number of different "
		       "questions that a full verdict may need. A requirement that nobody can test is a finding about "
		       "the scheme.",
	.example = "  assay rules testability\n",
	.options = { OPTION_RULES },
	.least = 0,
	.most = 0,
	.run = run_testability,
};
