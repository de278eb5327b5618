/* assay rules testability: who can decide each scheme, and what a full verdict costs. */
#include "cli/commands.h"
#include "cli/load.h"

#include "compare/compare.h"
#include "report/text.h"
#include "report/testability.h"

#include <stdio.h>

struct telling {
	const struct given *given;
	const struct rules *rules;
	const struct judge_options *chosen;
	struct deciders deciders;
	struct arena keep;
};

static bool is_chosen(const struct telling *t, const struct scheme *s)
{
	for (size_t i = 0; i < t->chosen->scheme_count; i++)
		if (str_equal(t->chosen->schemes[i], s->id)) return true;
	return !t->chosen->scheme_count;
}

static unsigned percent(size_t part, size_t whole)
{
	return whole ? (unsigned)((100 * part + whole / 2) / whole) : 0;
}

/* ---- text -------------------------------------------------------------------------------------------------------- */

static void put_row(const struct scheme *s, const struct testability *t)
{
	printf("%-22s %5zu %7u%% %7u%% %6u%% %6zu %6zu %8zu\n", s->id.p, t->requirements,
		percent(t->by_machine, t->requirements), percent(t->by_declaration, t->requirements),
		percent(t->by_person, t->requirements), testability_cost(t), t->asked_each, t->person_besides);
}

/* A requirement that nobody can test is a finding about the scheme. */
static void put_finding(struct buf *out, const struct scheme *s, const struct testability *t)
{
	struct buf line = { 0 };

	if (t->by_nobody)
		buf_printf(&line, "%s: nothing decides %zu of its %zu requirements", s->id.p, t->by_nobody,
			t->requirements);
	else if (2 * t->by_person > t->requirements)
		buf_printf(&line,
			"%s: %zu of its %zu requirements rest on an assessor's judgement alone: two assessors may "
			"well differ",
			s->id.p, t->by_person, t->requirements);
	if (line.n) text_wrap(out, buf_all(&line), 2, 4, (unsigned)terminal_width());
	buf_free(&line);
}

/* For one scheme: what only a person can decide, by name. */
static void put_untested(const struct telling *t, const struct scheme *s)
{
	struct comparison c;
	struct arena scratch = t->keep;
	struct buf out = { 0 };

	compare_views(t->rules, &s, 1, &scratch, &c);
	for (size_t i = 0; i < c.views[0].requirement_count; i++) {
		const struct requirement *r = c.views[0].requirements[i];
		enum who who = requirement_who(&c.deciders, r);
		struct buf line = { 0 };

		if (who != WHO_PERSON && who != WHO_NOBODY) continue;
		if (!out.n) buf_printf(&out, "\nOnly a person can decide, in %s\n", s->id.p);
		buf_printf(&line, "%s %s%s", r->id.p, r->title.p, who == WHO_NOBODY ? " (nothing decides it)" : "");
		text_wrap(&out, buf_all(&line), 2, 6, (unsigned)terminal_width());
		buf_free(&line);
	}
	if (out.n) fwrite(out.p, 1, out.n, stdout);
	buf_free(&out);
}

static void print_text(const struct telling *t)
{
	struct buf findings = { 0 };
	size_t shown = 0;

	puts("                       requi-      decided by               asked  judged\n"
	     "scheme                rements machine   maker person   cost   each  besides");
	for (size_t i = 0; i < t->rules->schemes.n; i++) {
		const struct scheme *s = &t->rules->schemes.p[i];
		struct testability one = scheme_testability(&t->deciders, s, t->keep);

		if (!is_chosen(t, s)) continue;
		put_row(s, &one);
		put_finding(&findings, s, &one);
		shown++;
	}
	fputs("\nmachine: a check looks at the product. maker: declared, documented or answered.\n"
	      "person: an assessor's judgement alone. cost: questions and judgements of a full\n"
	      "verdict; asked each: of them those asked for each mechanism, interface, service.\n"
	      "judged besides: decided by machine or maker, and an assessor judges a part.\n",
		stdout);
	if (findings.n) puts("\nFindings about schemes");
	if (findings.n) fwrite(findings.p, 1, findings.n, stdout);
	buf_free(&findings);
	for (size_t i = 0; shown <= 3 && i < t->rules->schemes.n; i++)
		if (is_chosen(t, &t->rules->schemes.p[i])) put_untested(t, &t->rules->schemes.p[i]);
}

static int run(const struct given *g)
{
	struct arena keep = arena_open(WORK_MEMORY);
	struct judge_options chosen = { 0 };
	struct rules *rules;
	int status = load_rules(g, &keep, &rules);

	if (status == EXIT_PASS) status = load_schemes(g, rules, &keep, &chosen);
	if (status == EXIT_PASS) {
		struct telling t = {
			.given = g, .rules = rules, .chosen = &chosen, .deciders = deciders_of(rules, &keep)
		};

		t.keep = keep;
		if (given_has(g, "--json"))
			say_json(json_of_testability(rules, &t.deciders, chosen.schemes, chosen.scheme_count, &t.keep));
		else
			print_text(&t);
	}
	arena_close(&keep);
	return status;
}

const struct command command_rules_testability = {
	.name = "rules testability",
	.synopsis = "[--scheme LIST] [--json]",
	.summary = "who can decide each scheme, and what a full verdict costs",
	.description =
		"For each scheme the share of its requirements whose strongest decider is a check that looks at the "
		"product, what the maker declares, documents or answers, or an assessor's judgement alone; and the "
		"questions and judgements that a full verdict may cost. A requirement that nobody can test is a "
		"finding about the scheme. With --scheme and at most three schemes, the requirements that only a "
		"person can decide are listed.",
	.example = "  assay rules testability\n  assay rules testability --scheme un-r155\n",
	.options = { OPTION_SCHEME, OPTION_RULES, { "--json", NULL, "as JSON", false, NULL } },
	.least = 0,
	.most = 0,
	.run = run,
};
