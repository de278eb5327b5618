/* assay rules show: one piece of rule data in full. */
#include "cli/commands.h"
#include "cli/load.h"

#include "base/buf.h"
#include "base/near.h"
#include "paper/paper.h"
#include "report/rules_json.h"
#include "report/text.h"

#include <stdio.h>

/* A line of words, wrapped; what a name leads is set in from it. */
#define PUT(out, indent, ...)                                                                                          \
	do {                                                                                                           \
		struct buf line_ = { 0 };                                                                              \
		buf_printf(&line_, __VA_ARGS__);                                                                       \
		text_wrap(out, buf_all(&line_), indent, (indent) + 2, (unsigned)terminal_width());                     \
		buf_free(&line_);                                                                                      \
	} while (0)

static void put_if(struct buf *out, unsigned indent, const char *name, str text)
{
	if (text.n) PUT(out, indent, "%s: %.*s", name, STR_FMT(text));
}

/* ---- catalogues -------------------------------------------------------------------------------------------------- */

static void put_checks(struct buf *out, unsigned indent, const struct check *const *checks, size_t count)
{
	struct buf line = { 0 };

	for (size_t i = 0; i < count; i++) buf_printf(&line, "%s%s", i ? ", " : "checks: ", checks[i]->id.p);
	if (count) text_wrap(out, buf_all(&line), indent, indent + 2, (unsigned)terminal_width());
	buf_free(&line);
}

static void put_tree(struct buf *out, const struct requirement *r)
{
	static const char *const ends[] = { [JUMP_PASS] = "PASS", [JUMP_FAIL] = "FAIL", [JUMP_NOT_APPLICABLE] = "NA" };

	if (r->node_count)
		PUT(out, 2, "for each: %s %s", r->for_kind.n ? r->for_kind.p : "product",
			r->for_classes.n ? r->for_classes.p : "");
	for (size_t i = 0; i < r->node_count; i++) {
		const struct tree_node *n = &r->nodes[i];

		PUT(out, 2, "%s: %s yes: %s, no: %s", n->id.p, n->asks.p,
			n->yes == JUMP_NODE ? r->nodes[n->yes_node].id.p : ends[n->yes],
			n->no == JUMP_NODE ? r->nodes[n->no_node].id.p : ends[n->no]);
		put_checks(out, 4, n->checks, n->check_count);
		put_if(out, 4, "yes when", n->when_text);
		if (n->question) PUT(out, 4, "asks: %s", n->question->sentence.p);
	}
}

static void put_requirement(struct buf *out, const struct requirement *r)
{
	buf_char(out, '\n');
	PUT(out, 0, "%s (%s): %s", r->id.p, r->level.p, r->title.p);
	put_if(out, 2, "when", r->when_text);
	put_checks(out, 2, r->checks, r->check_count);
	for (size_t i = 0; i < r->question_count; i++) PUT(out, 2, "asks: %s", r->questions[i]->sentence.p);
	for (size_t i = 0; i < r->assessment_unit_count; i++) {
		const struct assessment_unit *u = &r->assessment_units[i];

		PUT(out, 2, "unit %s (%s)", u->id.p, u->is_functional ? "functional" : "conceptual");
		put_if(out, 4, "shows", u->shows);
		put_checks(out, 4, u->checks, u->check_count);
		for (size_t j = 0; j < u->question_count; j++) PUT(out, 4, "asks: %s", u->questions[j]->sentence.p);
	}
	put_tree(out, r);
	put_if(out, 2, r->check_count || r->question_count ? "and a person" : "only a person", r->person);
	put_if(out, 2, "clause", r->clause);
	put_if(out, 2, "restriction", r->restriction);
	if (rules_doubt(r).n) PUT(out, 2, "what it asks is %s, not confirmed", rules_doubt(r).p);
}

static void put_catalogue(struct buf *out, const struct catalogue *c)
{
	PUT(out, 0, "%s %s - %s (%zu requirements)", c->id.p, c->edition.p, c->title.p, c->requirement_count);
	for (size_t i = 0; i < c->requirement_count; i++) put_requirement(out, &c->requirements[i]);
	if (c->note_count) buf_text(out, "\nWhat else it says, and asks of no product:\n");
	for (size_t i = 0; i < c->note_count; i++) PUT(out, 0, "%s: %s", c->notes[i].id.p, c->notes[i].text.p);
}

/* ---- schemes ----------------------------------------------------------------------------------------------------- */

static void put_units(struct buf *out, const struct sold_units *u, str from)
{
	struct buf names = { 0 };

	for (size_t i = 0; i < u->by_count; i++) buf_printf(&names, "%s%s", i ? ", " : "", u->by[i].p);
	PUT(out, 2, "binds units whose day (%.*s%s%.*s) is not before %s, by %s", STR_FMT(buf_all(&names)),
		STR_AFTER(", or ", u->later), from.p, u->clause.p);
	buf_free(&names);
}

static void show_requires(struct buf *out, const struct scheme *s)
{
	static const char *const words[] = { [SELECT_ALL] = "all",
		[SELECT_MANDATORY] = "what is mandatory",
		[SELECT_IDS] = "",
		[SELECT_LEVELS] = "levels",
		[SELECT_WHEN] = "by its condition" };

	for (size_t i = 0; i < s->require_count; i++) {
		const struct selector *r = &s->requires[i];
		struct buf names = { 0 };

		for (size_t k = 0; k < r->word_count; k++) buf_printf(&names, " %s", r->words[k].p);
		PUT(out, 2, "requires: %s %s, %s%.*s%s%s", r->catalogue->id.p, r->catalogue->edition.p, words[r->kind],
			STR_FMT(buf_all(&names)), r->when ? ", on a condition" : "",
			r->as_mandatory     ? ", as mandatory"
			: r->as_recommended ? ", as recommended"
					    : "");
		if (r->units.by_count) put_units(out, &r->units, r->from);
		buf_free(&names);
	}
}

static void show_recognition(struct buf *out, const struct scheme *s)
{
	for (size_t i = 0; i < s->deemed_count; i++) {
		const struct deemed *d = &s->deemed[i];

		PUT(out, 2, "recognises: %s%s%.*s%s%.*s%s%.*s", d->by.p, STR_AFTER(" level ", d->level),
			STR_AFTER(", from ", d->from), STR_AFTER(", ", d->clause));
	}
}

/* How sure a day is: what is confirmed needs no word. */
static str doubt_of(const struct sourced *by)
{
	if (by->placeholder.n) return by->placeholder;
	return str_is(by->confidence, "confirmed") ? STR("") : by->confidence;
}

static void show_days(struct buf *out, const struct scheme *s)
{
	str doubt = doubt_of(&s->dated);

	if (s->from.n)
		PUT(out, 2, "applies from %s%s%.*s%s%.*s%s%.*s", s->from.p, STR_AFTER(" to ", s->to),
			STR_AFTER(" - ", s->dated.source), STR_AFTER(" - ", doubt));
	for (size_t i = 0; i < s->date_count; i++) {
		doubt = doubt_of(&s->dates[i].by);
		PUT(out, 2, "on %s: %s%s%.*s%s%.*s", s->dates[i].on.p, s->dates[i].what.p,
			STR_AFTER(" - ", s->dates[i].by.source), STR_AFTER(" - ", doubt));
	}
	for (size_t i = 0; i < s->proposal_count; i++)
		PUT(out, 2, "proposed, and no law: %s: %s (%s)%s%.*s", s->proposals[i].act.p, s->proposals[i].what.p,
			s->proposals[i].state.p, STR_AFTER(" - ", s->proposals[i].by.source));
}

static void put_scheme(struct buf *out, const struct scheme *s)
{
	static const char *const compensations[] = { [COMPENSATION_NONE] = "nothing may stand in for a requirement",
		[COMPENSATION_ENVIRONMENT] = "measures of the environment may stand in, where the text says so",
		[COMPENSATION_SYSTEM] = "measures of the system may stand in" };

	PUT(out, 0, "%s %s - %s (scheme, %s%s)", s->id.p, s->edition.p, s->title.p, s->market.p,
		s->is_voluntary ? ", voluntary" : "");
	for (size_t i = 0; i < s->law_count; i++)
		PUT(out, 2, "law: %s%s%.*s", s->law_titles[i].p, STR_AFTER(", ", s->law_urls[i]));
	if (s->units.by_count) put_units(out, &s->units, s->from);
	show_days(out, s);
	if (s->applies_text.n) PUT(out, 2, "binds: %s", s->applies_text.p);
	for (size_t i = 0; i < s->exception_count; i++)
		PUT(out, 2, "not: %s (%s)%s%.*s", s->exceptions[i].text.p, s->exceptions[i].clause.p,
			STR_AFTER(": ", s->exceptions[i].why));
	show_requires(out, s);
	PUT(out, 2, "route: %s", s->route.p);
	for (size_t i = 0; i < s->forced_count; i++)
		PUT(out, 2, "forced: %s, when %s (%s)", s->forced[i].route.p, s->forced[i].text.p, s->forced[i].why.p);
	if (s->nothing_binds.n) PUT(out, 2, "nothing of it binds: %s", s->nothing_binds.p);
	show_recognition(out, s);
	PUT(out, 2, "treatments: %s", compensations[s->treating.compensation]);
	if (s->certificate_months) PUT(out, 2, "a certificate lasts %u months", s->certificate_months);
	if (s->evidence_days) PUT(out, 2, "evidence may be %u days old", s->evidence_days);
	for (size_t i = 0; i < s->paper_count; i++) PUT(out, 2, "paper: %s", s->papers[i].p);
	if (s->confidence.n) PUT(out, 2, "what it says here is %s", s->confidence.p);
	if (s->note.n) PUT(out, 2, "%s", s->note.p);
}

/* ---- the others -------------------------------------------------------------------------------------------------- */

static void put_check(struct buf *out, const struct check *c)
{
	PUT(out, 0, "%s", c->id.p);
	PUT(out, 0, "%s", c->asks.p);
	PUT(out, 0, "needs %s%s%s; known by what is %s", c->needs.text.p, c->rests.count ? ", rests on " : "",
		c->rests.count ? c->rests.text.p : "", c->by.p);
	put_if(out, 0, "finding", c->finding);
	put_if(out, 0, "to mend it", c->fix);
	put_if(out, 0, "may be wrong when", c->risk);
	buf_printf(out, "\n%s\n", c->sql.p);
}

static void put_condition(struct buf *out, const struct condition *c)
{
	PUT(out, 0, "The condition %s", c->id.p);
	PUT(out, 0, "%s", c->means.p);
	put_if(out, 0, "asks", c->asks);
	put_if(out, 0, "needs", c->needs.text);
	if (c->sql.n) buf_printf(out, "\n%s\n", c->sql.p);
}

static void put_question(struct buf *out, const struct question *q)
{
	PUT(out, 0, "%s", q->id.p);
	PUT(out, 0, "%s", q->sentence.p);
	put_if(out, 0, "asked of", q->asked_of);
	put_if(out, 0, "for each", q->for_kind);
	put_if(out, 0, "answer", q->type);
	for (size_t i = 0; i < q->choice_count; i++) PUT(out, 2, "%s", q->choices[i].p);
	for (size_t i = 0; i < q->good_count; i++) PUT(out, 0, "passes: %s", q->good[i].p);
	put_if(out, 0, "to show it", q->evidence);
}

static void put_paper(struct buf *out, const struct paper *p)
{
	PUT(out, 0, "The paper %s: %s", p->id.p, p->title.p);
	PUT(out, 2, "law: %s", p->law.p);
	put_if(out, 2, "clause", p->clause);
	put_if(out, 2, "language", p->language);
	put_if(out, 2, "kept", p->keep);
	for (size_t i = 0; i < p->scheme_count; i++) PUT(out, 2, "of the scheme: %s", p->schemes[i]->id.p);
	buf_char(out, '\n');
	for (size_t i = 0; i < p->field_count; i++) PUT(out, 0, "%s: %s", p->fields[i].id.p, p->fields[i].label.p);
}

static void put_parameter(struct buf *out, const struct rules *r, const struct parameter *p)
{
	PUT(out, 0, "The parameter %s: %s%s%.*s", p->name.p, p->value.p, STR_AFTER(" ", p->unit));
	put_if(out, 0, "means", p->means);
	put_if(out, 0, "source", p->source);
	for (size_t i = 0; i < r->checks.n; i++)
		for (size_t k = 0; k < r->checks.p[i].parameter_count; k++)
			if (r->checks.p[i].parameters[k] == p) PUT(out, 2, "read by the check %s", r->checks.p[i].id.p);
	for (size_t i = 0; i < r->questions.n; i++)
		if (r->questions.p[i].each == p) PUT(out, 2, "asked for each of it: %s", r->questions.p[i].id.p);
	for (size_t i = 0; i < r->catalogues.n; i++)
		for (size_t k = 0; k < r->catalogues.p[i].requirement_count; k++) {
			const struct requirement *q = &r->catalogues.p[i].requirements[k];

			for (size_t b = 0; b < q->with_count; b++)
				if (q->with[b].parameter == p)
					PUT(out, 2, "%s of %s %s: %s", q->id.p, q->catalogue->id.p,
						q->catalogue->edition.p, q->with[b].value.p);
		}
}

static void put_kind(struct buf *out, const struct kind *k)
{
	PUT(out, 0, "The kind %s", k->name.p);
	put_if(out, 0, "means", k->means);
	put_if(out, 0, "needs", k->needs.text);
	if (k->sql.n) buf_printf(out, "\n%s\n", k->sql.p);
}

static void put_conflict(struct buf *out, const struct conflict *c)
{
	struct arena scratch = arena_open((size_t)1 << 20);

	PUT(out, 0, "The conflict %s: %.*s", c->id.p, STR_FMT(c->finding));
	put_if(out, 0, "about", c->about);
	for (size_t i = 0; i < c->side_count; i++) {
		str clauses = rules_clauses_text(c->sides[i].clauses, c->sides[i].clause_count, &scratch);

		PUT(out, 2, "%.*s: %.*s", STR_FMT(clauses), STR_FMT(c->sides[i].wants));
	}
	arena_close(&scratch);
	put_if(out, 0, "what satisfies both", c->satisfies_both);
	put_if(out, 0, "no behaviour satisfies both", c->no_behaviour);
	put_if(out, 0, "advice", c->advice);
	put_if(out, 0, "source", c->source);
	put_if(out, 0, "confidence", c->confidence);
}

/* ---- the command ------------------------------------------------------------------------------------------------- */

/* Whatever has this id; a scheme stands before the catalogue of its name. */
static bool put_all(struct buf *out, const struct rules *r, str id)
{
	size_t parts = 0;

	const struct scheme *scheme = rules_scheme(r, id);
	const struct check *check = rules_check(r, id);
	const struct condition *condition = rules_condition(r, id);
	const struct question *question = question_named(r, id);
	const struct paper *paper = rules_paper(r, id);
	const struct parameter *parameter = rules_parameter(r, id);
	const struct kind *kind = rules_kind(r, id);
	const struct conflict *conflict = rules_conflict(r, id);

	if (parameter) put_parameter(out, r, parameter), parts++;
	if (kind) put_kind(out, kind), parts++;
	if (conflict) put_conflict(out, conflict), parts++;
	if (scheme) put_scheme(out, scheme), parts++;
	if (check) put_check(out, check), parts++;
	if (condition) put_condition(out, condition), parts++;
	if (question) put_question(out, question), parts++;
	if (paper) put_paper(out, paper), parts++;
	for (size_t i = 0; i < r->catalogues.n; i++) {
		if (!str_equal(r->catalogues.p[i].id, id)) continue;
		if (parts++) buf_char(out, '\n');
		put_catalogue(out, &r->catalogues.p[i]);
	}
	return parts > 0;
}

static bool show_json(const struct rules *rules, str id)
{
	json_t *found = json_of_named(rules, id);

	if (found) say_json(found);
	return found;
}

static void say_none(const struct rules *r, struct arena *keep, const char *id)
{
	struct candidates near = { .keep = keep, .wanted = str_of(id) };

	for (size_t i = 0; i < r->schemes.n; i++) candidate(&near, r->schemes.p[i].id);
	for (size_t i = 0; i < r->catalogues.n; i++) candidate(&near, r->catalogues.p[i].id);
	for (size_t i = 0; i < r->checks.n; i++) candidate(&near, r->checks.p[i].id);
	for (size_t i = 0; i < r->conditions.n; i++) candidate(&near, r->conditions.p[i].id);
	for (size_t i = 0; i < r->questions.n; i++) candidate(&near, r->questions.p[i].id);
	for (size_t i = 0; i < r->papers.n; i++) candidate(&near, r->papers.p[i].id);
	for (size_t i = 0; i < r->parameters.n; i++) candidate(&near, r->parameters.p[i].name);
	for (size_t i = 0; i < r->kinds.n; i++) candidate(&near, r->kinds.p[i].name);
	for (size_t i = 0; i < r->conflicts.n; i++) candidate(&near, r->conflicts.p[i].id);

	str meant = suggestion(&near);

	say("there is no scheme, catalogue, check, condition, parameter, kind, question, paper or conflict "
	    "\"%s\"%s%.*s; see \"assay rules list\"",
		id, STR_AFTER("; ", meant));
}

static int run_show(const struct given *g)
{
	struct arena keep = arena_open(WORK_MEMORY);
	struct rules *rules;
	struct buf out = { 0 };
	int status = load_rules(g, &keep, &rules);

	str id = str_of(g->words[0]);

	if (status == EXIT_PASS && !(given_has(g, "--json") ? show_json(rules, id) : put_all(&out, rules, id))) {
		say_none(rules, &keep, g->words[0]);
		status = EXIT_USAGE;
	}
	if (out.n) fwrite(out.p, 1, out.n, stdout);
	buf_free(&out);
	arena_close(&keep);
	return status;
}

const struct command command_rules_show = {
	.name = "rules show",
	.synopsis = "ID [--rules DIR]... [--json]",
	.summary = "one scheme, check, question, ... in full",
	.description =
		"Shows a scheme (whom it binds, from when, by which route) and what its catalogue requires, with "
		"what decides each requirement; or a check with its query; a condition; a question with the "
		"answers that pass; a paper with its fields; a parameter with what reads and binds it; a kind with its "
		"query; a recorded conflict with its sides.",
	.example = "  assay rules show uk-psti\n  assay rules show passwords.no-shared --json\n",
	.options = { OPTION_RULES, OPTION_JSON },
	.least = 1,
	.most = 1,
	.run = run_show,
};
