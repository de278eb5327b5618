/* assay papers: declarations, statements, forms and checklists, filled as far as it is true. */
#include "cli/commands.h"
#include "work/files.h"
#include "cli/load.h"

#include "paper/paper.h"
#include "report/paper.h"

#include <stdio.h>
#include <stdlib.h>

typedef VEC(const struct paper *) papers;
typedef VEC(str) names;

/* ---- which papers ------------------------------------------------------------------------------------------------ */

static void add_paper(struct arena *keep, papers *all, const struct paper *p)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->p[i] == p) return;
	*vec_add(keep, all) = p;
}

/* NULL after saying which there are. */
static const struct paper *paper_by_name(const struct rules *rules, const char *id)
{
	const struct paper *p = rules_paper(rules, str_of(id));

	if (p) return p;
	say("there is no paper \"%s\"; there are:", id);
	for (size_t i = 0; i < rules->papers.n; i++)
		fprintf(stderr, "  %-30s %s\n", rules->papers.p[i].id.p, rules->papers.p[i].title.p);
	return NULL;
}

static void papers_of_scheme(const struct rules *rules, const struct scheme *s, struct arena *keep, papers *ret)
{
	for (size_t i = 0; i < s->paper_count; i++) add_paper(keep, ret, rules_paper(rules, s->papers[i]));
}

static void add_name(struct arena *keep, names *all, str name)
{
	for (size_t i = 0; i < all->n; i++)
		if (str_equal(all->p[i], name)) return;
	*vec_add(keep, all) = name;
}

/* The standards that a paper says were applied. */
static void add_standards(struct arena *keep, names *all, const struct paper *p)
{
	for (size_t i = 0; i < p->field_count; i++) {
		const struct paper_field *f = &p->fields[i];

		for (size_t k = 0; k < f->source_count; k++)
			for (size_t n = 0; f->sources[k].from == FROM_STANDARDS && n < f->sources[k].scheme_count; n++)
				add_name(keep, all, f->sources[k].schemes[n]->id);
	}
}

/* A named paper, or those of named schemes, with the schemes to judge for them. Where neither is named both stay
 * empty. */
static int choose(const struct given *g, const struct rules *rules, struct arena *keep, struct judge_options *options,
	papers *ret)
{
	const char *paper = given_value(g, "--paper");
	names schemes = { 0 };

	if (paper && given_has(g, "--scheme")) {
		say("--paper and --scheme exclude each other");
		return EXIT_USAGE;
	}
	if (paper) {
		const struct paper *p = paper_by_name(rules, paper);

		if (!p) return EXIT_USAGE;
		add_paper(keep, ret, p);
		for (size_t i = 0; i < p->scheme_count; i++) add_name(keep, &schemes, p->schemes[i]->id);
	}
	for (size_t i = 0; i < options->scheme_count; i++) {
		add_name(keep, &schemes, options->schemes[i]);
		papers_of_scheme(rules, rules_scheme(rules, options->schemes[i]), keep, ret);
	}
	for (size_t i = 0; i < ret->n; i++) add_standards(keep, &schemes, ret->p[i]);
	options->schemes = schemes.p;
	options->scheme_count = schemes.n;
	return EXIT_PASS;
}

/* ---- writing ----------------------------------------------------------------------------------------------------- */

static int write_paper(const struct judged *judged, const struct paper_result *p, const char *directory)
{
	struct buf html = { 0 }, json = { 0 };
	char name[80];
	int status;

	report_paper_html(judged->judgement, p, &html);
	report_paper_json(judged->judgement, p, &json);
	snprintf(name, sizeof(name), "%.*s.html", STR_FMT(p->paper->id));
	status = status_after(file_replace_in(directory, name, buf_all(&html), &talk));
	snprintf(name, sizeof(name), "%.*s.json", STR_FMT(p->paper->id));
	if (status == EXIT_PASS) status = status_after(file_replace_in(directory, name, buf_all(&json), &talk));
	buf_free(&html);
	buf_free(&json);
	return status;
}

static void print(const struct given *g, const struct judged *judged, const struct paper_result *const *results,
	size_t count, const char *directory)
{
	struct text_style style = { .width = terminal_width() };
	struct buf out = { 0 };

	if (given_has(g, "--json")) {
		report_papers_json(judged->judgement, results, count, &out);
	} else if (count) {
		report_papers_text(judged->judgement, results, count, &style, &out);
		buf_text(&out, "\nWritten: "), buf_visible(&out, str_of(directory)),
			buf_text(&out, "/NAME.html and NAME.json of each\n");
	} else {
		buf_text(&out, "No scheme that binds the product asks for a paper; --paper or --scheme names one.\n");
	}
	if (out.n) fwrite(out.p, 1, out.n, stdout);
	buf_free(&out);
}

static int make_in(const struct given *g, struct judged *judged, const papers *wanted, const char *directory)
{
	const struct paper_result **results = arena_array(&judged->keep, const struct paper_result *, wanted->n + 1);
	bool is_ready = wanted->n > 0;
	int status = EXIT_PASS;

	for (size_t i = 0; i < wanted->n && status == EXIT_PASS; i++) {
		struct paper_result *p = NULL;
		err e = paper_fill(judged->judgement, evidence_db(judged->evidence), wanted->p[i], &judged->keep, &p);

		if (e.is) {
			say_fault(g->words[0], e, evidence_error(judged->evidence));
			status = EXIT_INTERNAL;
			break;
		}
		is_ready &= p->state == PAPER_READY;
		results[i] = p;
		status = write_paper(judged, p, directory);
	}
	if (status == EXIT_PASS) print(g, judged, results, wanted->n, directory);
	return status != EXIT_PASS ? status : is_ready ? EXIT_PASS : EXIT_INCONCLUSIVE;
}

/* The papers of one product belong together. */
static int make(const struct given *g, struct judged *judged, const papers *wanted)
{
	const char *directory = given_value(g, "--out") ? given_value(g, "--out") : "papers";
	struct lock lock;

	if (!wanted->n) return make_in(g, judged, wanted, directory);

	int status = status_after(folder_make_and_hold(directory, &lock, &talk));

	if (status != EXIT_PASS) return status;
	status = make_in(g, judged, wanted, directory);
	lock_release(&lock);
	return status;
}

static int by_place(const void *a, const void *b)
{
	const struct paper *const *x = a, *const *y = b;

	return *x < *y ? -1 : *x > *y;
}

static void papers_of_judged(struct judged *judged, papers *ret)
{
	const struct judgement *j = judged->judgement;

	for (size_t i = 0; i < j->scheme_count; i++)
		if (j->schemes[i].is_judged) papers_of_scheme(j->rules, j->schemes[i].scheme, &judged->keep, ret);
}

static int run(const struct given *g)
{
	struct judged judged;
	struct rules *rules;
	struct judge_options options;
	papers wanted = { 0 };
	int status = judge_prepare(g, g->words[0], &judged, &rules, &options);

	if (status != EXIT_PASS) return status;
	status = choose(g, rules, &judged.keep, &options, &wanted);
	if (status != EXIT_PASS) {
		judged_close(&judged);
		return status;
	}
	status = judge_prepared(g->words[0], &judged, rules, &options);
	if (status != EXIT_PASS) return status;
	if (!options.scheme_count) papers_of_judged(&judged, &wanted);
	/* In the order of the rules, whatever named them. */
	if (wanted.n) qsort(wanted.p, wanted.n, sizeof(*wanted.p), by_place);
	status = make(g, &judged, &wanted);
	judged_close(&judged);
	return status;
}

const struct command command_papers = {
	.name = "papers",
	.synopsis = "EVIDENCE [--paper ID | --scheme LIST|all] [--on DATE] [--out DIR] [--json]",
	.summary = "declarations, statements and forms, filled as far as it is true",
	.description = "Writes each paper that the schemes ask for as a page that prints well and as JSON of the same "
		       "rows: statements and declarations of conformity, technical documentation, user information, "
		       "checklists, ICS and IXIT.\n"
		       "A paper is ready when every required field is filled; a draft when something is missing, "
		       "which then says what to bring. A declaration is withheld while a mandatory requirement "
		       "fails or is open: the reasons stand in its place. Nothing is guessed.\n"
		       "The exit status is 0 when all papers are ready, else 2.",
	.example = "  assay papers product.assay --paper psti-statement-of-compliance --out papers\n",
	.options = {
		{ "--paper", "ID",
			"one paper; rules/papers has them all; default: those of the schemes that were judged", false,
			NULL },
		OPTION_SCHEME,
		OPTION_ON,
		OPTION_RULES,
		{ "--out", "DIR", "where the papers go; made when missing; default: papers", false, "directory" },
		{ "--json", NULL, "print an array of all papers in place of the table", false, NULL },
	},
	.least = 1,
	.most = 1,
	.run = run,
};
