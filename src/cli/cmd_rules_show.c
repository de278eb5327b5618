/* assay rules show: one catalogue, scheme, check or question in full. */
#include "cli/commands.h"
#include "cli/load.h"

#include "report/rules_json.h"
#include "report/text.h"

#include <stdarg.h>
#include <stdio.h>

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

static void show_catalogue(const struct catalogue *c)
{
	printf("%s %s - %s (%zu requirements)\n", c->id.p, c->edition.p, c->title.p, c->requirement_count);
	for (size_t i = 0; i < c->requirement_count; i++) show_requirement(&c->requirements[i]);
	for (size_t i = 0; i < c->note_count; i++)
		printf("%s%s  %s\n", i ? "" : "\nWhat else it says, and asks of no product:\n", c->notes[i].id.p,
			c->notes[i].text.p);
}

/* ---- schemes ----------------------------------------------------------------------------------------------------------- */

/* "title: text", wrapped; nothing for no text. */
[[gnu::format(printf, 2, 3)]] static void line(struct buf *out, const char *format, ...)
{
	struct buf text = { 0 };
	va_list args;
	char words[4096];

	va_start(args, format);
	vsnprintf(words, sizeof(words), format, args);
	va_end(args);
	buf_text(&text, words);
	text_wrap(out, buf_all(&text), 2, 6, (unsigned)terminal_width());
	buf_free(&text);
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
		line(out, "requires: %s %s, %s%.*s%s%s", r->catalogue->id.p, r->catalogue->edition.p, words[r->kind],
			STR_FMT(buf_all(&names)), r->when ? ", on a condition" : "",
			r->as_mandatory     ? ", as mandatory"
			: r->as_recommended ? ", as recommended"
					    : "");
		buf_free(&names);
	}
}

static void show_recognition(struct buf *out, const struct scheme *s)
{
	for (size_t i = 0; i < s->deemed_count; i++) {
		const struct deemed *d = &s->deemed[i];

		line(out, "recognises: %s%s%s%s%s%s%s", d->by.p, d->level.n ? " level " : "",
			d->level.n ? d->level.p : "", d->from.n ? ", from " : "", d->from.n ? d->from.p : "",
			d->clause.n ? ", " : "", d->clause.n ? d->clause.p : "");
	}
}

static void show_scheme(const struct scheme *s)
{
	static const char *const compensations[] = { [COMPENSATION_NONE] = "nothing may stand in for a requirement",
		[COMPENSATION_ENVIRONMENT] = "measures of the environment may stand in, where the text says so",
		[COMPENSATION_SYSTEM] = "measures of the system may stand in" };
	struct buf out = { 0 };

	printf("%s %s - %s (scheme, %s%s)\n", s->id.p, s->edition.p, s->title.p, s->market.p,
		s->is_voluntary ? ", voluntary" : "");
	for (size_t i = 0; i < s->law_count; i++)
		line(&out, "law: %s%s%s", s->law_titles[i].p, s->law_urls[i].n ? ", " : "",
			s->law_urls[i].n ? s->law_urls[i].p : "");
	if (s->from.n) line(&out, "applies from %s%s%s", s->from.p, s->to.n ? " to " : "", s->to.n ? s->to.p : "");
	for (size_t i = 0; i < s->date_count; i++) line(&out, "on %s: %s", s->dates[i].on.p, s->dates[i].what.p);
	if (s->applies_text.n) line(&out, "binds: %s", s->applies_text.p);
	for (size_t i = 0; i < s->exception_count; i++)
		line(&out, "not: %s (%s)%s%s", s->exceptions[i].text.p, s->exceptions[i].clause.p,
			s->exceptions[i].why.n ? ": " : "", s->exceptions[i].why.n ? s->exceptions[i].why.p : "");
	show_requires(&out, s);
	line(&out, "route: %s", s->route.p);
	for (size_t i = 0; i < s->forced_count; i++)
		line(&out, "forced: %s, when %s (%s)", s->forced[i].route.p, s->forced[i].text.p, s->forced[i].why.p);
	show_recognition(&out, s);
	line(&out, "treatments: %s", compensations[s->treating.compensation]);
	if (s->certificate_months) line(&out, "a certificate lasts %u months", s->certificate_months);
	if (s->evidence_days) line(&out, "evidence may be %u days old", s->evidence_days);
	for (size_t i = 0; i < s->paper_count; i++) line(&out, "paper: %s", s->papers[i].p);
	if (s->confidence.n) line(&out, "what it says here is %s", s->confidence.p);
	if (s->note.n) line(&out, "%s", s->note.p);
	buf_char(&out, '\n');
	fwrite(out.p, 1, out.n, stdout);
	buf_free(&out);
}

/* ---- the command ------------------------------------------------------------------------------------------------------- */

static bool show_text(const struct rules *rules, str id)
{
	const struct check *check = rules_check(rules, id);
	const struct question *q = rules_question(rules, id);
	const struct scheme *scheme = rules_scheme(rules, id);
	bool is_found = check || q || scheme;

	if (check) show_check(check);
	if (q) printf("%s\nasked of: %s\n%s\n", q->id.p, q->asked_of.p, q->sentence.p);
	if (scheme) show_scheme(scheme);
	for (size_t i = 0; i < rules->catalogues.n; i++) {
		if (!str_equal(rules->catalogues.p[i].id, id)) continue;
		is_found = true;
		show_catalogue(&rules->catalogues.p[i]);
	}
	return is_found;
}

/* Several things may have one name: a scheme and its catalogue, the editions of a catalogue. */
static bool show_json(const struct rules *rules, str id)
{
	const struct check *check = rules_check(rules, id);
	const struct question *q = rules_question(rules, id);
	const struct scheme *scheme = rules_scheme(rules, id);
	json_t *all = json_object(), *catalogues = json_array();
	bool is_found;

	if (check) json_object_set_new(all, "check", json_of_check(check));
	if (q) json_object_set_new(all, "question", json_of_question(q));
	if (scheme) json_object_set_new(all, "scheme", json_of_scheme_rules(scheme));
	for (size_t i = 0; i < rules->catalogues.n; i++)
		if (str_equal(rules->catalogues.p[i].id, id))
			json_array_append_new(catalogues, json_of_catalogue(&rules->catalogues.p[i]));
	if (json_array_size(catalogues)) json_object_set(all, "catalogues", catalogues);
	json_decref(catalogues);
	is_found = json_object_size(all);
	if (is_found)
		say_json(all);
	else
		json_decref(all);
	return is_found;
}

static int run_show(const struct given *g)
{
	struct arena keep = arena_open(RULES_MEMORY);
	struct rules *rules;
	int status = load_rules(g, &keep, &rules);

	if (status == EXIT_PASS && !(given_has(g, "--json") ? show_json : show_text)(rules, str_of(g->words[0]))) {
		say("there is no catalogue, scheme, check or question \"%s\"; see \"assay rules list\"", g->words[0]);
		status = EXIT_USAGE;
	}
	arena_close(&keep);
	return status;
}

const struct command command_rules_show = {
	.name = "rules show",
	.synopsis = "ID [--rules DIR]... [--json]",
	.summary = "one catalogue, scheme, check or question in full",
	.description =
		"Shows what a scheme binds, from when and by which way; what a catalogue requires and what decides "
		"each requirement; a check with its query; or a question.",
	.example = "  assay rules show uk-psti\n  assay rules show passwords.no-shared --json\n",
	.options = { OPTION_RULES, OPTION_JSON },
	.least = 1,
	.most = 1,
	.run = run_show,
};
