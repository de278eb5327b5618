/* assay rules list: what there is, one a line. */
#include "cli/commands.h"
#include "cli/load.h"

#include "base/buf.h"
#include "report/rules_json.h"
#include "report/text.h"
#include "rules/papers.h"

#include <stdio.h>
#include <unistd.h>

/* One a line for programs; on a terminal its words go on below themselves. */
static void put_row(struct buf *out, unsigned before, str id, const char *more, str words)
{
	struct buf head = { 0 };

	buf_printf(&head, "%-*.*s %s", (int)before - (more[0] ? 18 : 2), STR_FMT(id), more);
	buf_printf(out, "%.*s%*s", STR_FMT(buf_all(&head)), head.n < before ? (int)(before - head.n) : 1, "");
	if (isatty(STDOUT_FILENO)) {
		struct buf wrapped = { 0 };
		unsigned indent = head.n < before ? before : (unsigned)head.n + 1;

		text_wrap(&wrapped, words, indent, before, (unsigned)terminal_width());
		buf_str(out, (str){ wrapped.p + indent, wrapped.n - indent });
		buf_free(&wrapped);
	} else {
		buf_str(out, words);
		buf_char(out, '\n');
	}
	buf_free(&head);
}

#define PUT(out, before, id, more, ...)                                                                                \
	do {                                                                                                           \
		struct buf words_ = { 0 };                                                                             \
		buf_printf(&words_, __VA_ARGS__);                                                                      \
		put_row(out, before, id, more, buf_all(&words_));                                                      \
		buf_free(&words_);                                                                                     \
	} while (0)

/* ---- one kind after the other ------------------------------------------------------------------------------------ */

static void list_catalogues(const struct rules *r, struct buf *out)
{
	for (size_t i = 0; i < r->catalogues.n; i++) {
		const struct catalogue *c = &r->catalogues.p[i];
		char more[48];

		snprintf(more, sizeof(more), " %-9s %4zu", c->kind.p, c->requirement_count);
		PUT(out, 38, c->id, more, "%s (%s)", c->title.p, c->edition.p);
	}
}

static void list_schemes(const struct rules *r, struct buf *out)
{
	for (size_t i = 0; i < r->schemes.n; i++) {
		const struct scheme *s = &r->schemes.p[i];

		PUT(out, 38, s->id, s->is_voluntary ? " voluntary" : " law", "%s (%s%s%.*s)", s->title.p, s->market.p,
			STR_AFTER(", ", s->edition));
	}
}

static void list_checks(const struct rules *r, struct buf *out)
{
	for (size_t i = 0; i < r->checks.n; i++) PUT(out, 40, r->checks.p[i].id, "", "%s", r->checks.p[i].asks.p);
}

static void list_conditions(const struct rules *r, struct buf *out)
{
	for (size_t i = 0; i < r->conditions.n; i++)
		PUT(out, 34, r->conditions.p[i].id, "", "%s", r->conditions.p[i].means.p);
}

static void list_parameters(const struct rules *r, struct buf *out)
{
	for (size_t i = 0; i < r->parameters.n; i++) {
		const struct parameter *p = &r->parameters.p[i];

		PUT(out, 34, p->name, "", "%s%s%.*s: %.*s", p->value.p, STR_AFTER(" ", p->unit), STR_FMT(p->means));
	}
}

static void list_kinds(const struct rules *r, struct buf *out)
{
	for (size_t i = 0; i < r->kinds.n; i++)
		PUT(out, 50, r->kinds.p[i].name, "", "%s",
			r->kinds.p[i].means.n ? r->kinds.p[i].means.p : "what the evidence calls so");
}

static void list_questions(const struct rules *r, struct buf *out)
{
	for (size_t i = 0; i < r->questions.n; i++)
		PUT(out, 44, r->questions.p[i].id, "", "%s", r->questions.p[i].sentence.p);
}

static void list_papers(const struct rules *r, struct buf *out)
{
	for (size_t i = 0; i < r->papers.n; i++)
		PUT(out, 34, r->papers.p[i].id, "", "%s (%.*s)", r->papers.p[i].title.p, STR_FMT(r->papers.p[i].law));
}

static void list_conflicts(const struct rules *r, struct buf *out)
{
	for (size_t i = 0; i < r->conflicts.n; i++)
		PUT(out, 10, r->conflicts.p[i].id, "", "%.*s", STR_FMT(r->conflicts.p[i].finding));
}

static const struct listing {
	const char *word;
	void (*put)(const struct rules *r, struct buf *out);
} listings[] = {
	{ "catalogues", list_catalogues },
	{ "schemes", list_schemes },
	{ "checks", list_checks },
	{ "conditions", list_conditions },
	{ "parameters", list_parameters },
	{ "kinds", list_kinds },
	{ "questions", list_questions },
	{ "papers", list_papers },
	{ "conflicts", list_conflicts },
};
enum { LISTINGS = sizeof(listings) / sizeof(*listings) };

/* ---- the command ------------------------------------------------------------------------------------------------- */

static const struct listing *listing_of(const char *word)
{
	for (size_t i = 0; i < LISTINGS; i++)
		if (strcmp(listings[i].word, word) == 0) return &listings[i];
	return NULL;
}

static int say_unknown(const char *word)
{
	struct buf all = { 0 };

	for (size_t i = 0; i < LISTINGS; i++) buf_printf(&all, "%s%s", i ? ", " : "", listings[i].word);
	say("\"rules list\" lists %.*s; \"%s\" is none of them", STR_FMT(buf_all(&all)), word);
	buf_free(&all);
	return EXIT_USAGE;
}

/* Without a word, those that are listed without one. */
static void list_json(const struct rules *rules, const char *word)
{
	const char *const both[] = { listings[0].word, listings[1].word };

	say_json(word ? json_of_lists(rules, &word, 1) : json_of_lists(rules, both, 2));
}

static int run_list(const struct given *g)
{
	const char *word = g->word_count ? g->words[0] : NULL;

	if (word && !listing_of(word)) return say_unknown(word);

	struct arena keep = arena_open(WORK_MEMORY);
	struct buf out = { 0 };
	struct rules *rules;
	int status = load_rules(g, &keep, &rules);

	if (status == EXIT_PASS && given_has(g, "--json")) {
		list_json(rules, word);
	} else if (status == EXIT_PASS && word) {
		listing_of(word)->put(rules, &out);
	} else if (status == EXIT_PASS) {
		list_catalogues(rules, &out);
		list_schemes(rules, &out);
	}
	if (out.n) fwrite(out.p, 1, out.n, stdout);
	buf_free(&out);
	arena_close(&keep);
	return status;
}

const struct command command_rules_list = {
	.name = "rules list",
	.synopsis = "[WHAT] [--rules DIR]... [--json]",
	.summary = "what there is of rule data, one a line",
	.description =
		"Lists catalogues (id, kind, number of requirements, title, edition) and schemes (id, whether it is "
		"law, "
		"title, market). WHAT names one list: catalogues, schemes, checks, conditions, parameters, kinds (what "
		"trees and questions go through one by one), questions, papers, conflicts. \"assay rules show ID\" "
		"shows "
		"each in full.",
	.example = "  assay rules list\n  assay rules list checks\n",
	.options = { OPTION_RULES, OPTION_JSON },
	.least = 0,
	.most = 1,
	.run = run_list,
};
