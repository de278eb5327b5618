/* assay practices new: the index of a folder of process evidence, to be filled in. */
#include "cli/commands.h"
#include "work/files.h"
#include "cli/load.h"

#include "base/buf.h"
#include "declare/practices.h"
#include "report/text.h"
#include "report/work_json.h"

#include <stdio.h>
#include <unistd.h>

struct template
{
	const struct rules *rules;
	struct judge_options options;
	struct buf out;
};

/* ---- who asks for a word ----------------------------------------------------------------------------------------- */

static bool holds(str json, str word)
{
	char quoted[200];
	size_t at;

	snprintf(quoted, sizeof(quoted), "\"%.*s\"", STR_FMT(word));
	return str_find(json, quoted, &at);
}

/* A requirement names a word with a parameter of its own, or takes the parameter as it stands because a check of it
 * binds it. */
static bool asks_for(const struct requirement *r, const struct word *w)
{
	for (size_t i = 0; i < r->with_count; i++)
		if (str_equal(r->with[i].parameter->words, w->list)) return holds(r->with[i].value, w->name);
	for (size_t i = 0; i < r->check_count; i++)
		for (size_t k = 0; k < r->checks[i]->parameter_count; k++)
			if (str_equal(r->checks[i]->parameters[k]->words, w->list))
				return holds(r->checks[i]->parameters[k]->value, w->name);
	return false;
}

static bool is_chosen(const struct template *t, const struct catalogue *c)
{
	for (size_t i = 0; i < t->options.scheme_count; i++) {
		const struct scheme *s = rules_scheme(t->rules, t->options.schemes[i]);

		for (size_t k = 0; s && k < s->require_count; k++)
			if (s->requires[k].catalogue == c) return true;
	}
	return !t->options.scheme_count;
}

/* " iec-62443-4-1 SR-2 ML-2, sg-cls L2-3"; nothing when nobody asks. */
static void write_askers(struct template *t, const struct word *w, struct buf *out)
{
	for (size_t i = 0; i < t->rules->catalogues.n; i++) {
		const struct catalogue *c = &t->rules->catalogues.p[i];
		bool is_first = true;

		if (!is_chosen(t, c)) continue;
		for (size_t k = 0; k < c->requirement_count; k++) {
			if (!asks_for(&c->requirements[k], w)) continue;
			if (is_first) buf_printf(out, "%s%s", out->n ? ", " : "", c->id.p);
			is_first = false;
			buf_printf(out, " %s", c->requirements[k].id.p);
		}
	}
}

/* ---- the template ------------------------------------------------------------------------------------------------ */

static void comment(struct template *t, str text)
{
	struct buf wrapped = { 0 };
	str rest, line;

	text_wrap(&wrapped, text, 0, 0, 96);
	rest = buf_all(&wrapped);
	while (str_line(&rest, &line)) buf_printf(&t->out, "  # %.*s\n", STR_FMT(line));
	buf_free(&wrapped);
}

static void write_word(struct template *t, const struct word *w)
{
	struct buf askers = { 0 }, line = { 0 };

	write_askers(t, w, &askers);
	if (askers.n) {
		buf_printf(&line, "%s: %s", w->name.p, w->means.p);
		buf_char(&t->out, '\n');
		comment(t, buf_all(&line));
		line.n = 0;
		buf_printf(&line, "Bring: %s.",
			w->bring.n                   ? w->bring.p
			: str_is(w->list, "threats") ? "the risk assessment that treats it"
						     : "the paper");
		comment(t, buf_all(&line));
		line.n = 0;
		buf_printf(&line, "Asked by: %.*s", STR_FMT(buf_all(&askers)));
		comment(t, buf_all(&line));
		if (str_is(w->list, "papers"))
			buf_printf(&t->out, "  # - {file: , papers: [%s], date: }\n", w->name.p);
		else if (str_is(w->list, "threats"))
			buf_printf(&t->out, "  # - {file: , threats: [%s], date: }\n", w->name.p);
		else
			buf_printf(&t->out, "  # - {file: , kind: record, practices: [%s], date: }\n", w->name.p);
	}
	buf_free(&askers);
	buf_free(&line);
}

static void write_template(struct template *t)
{
	buf_text(&t->out,
		"# The index of this folder: what each document shows. It is read by: assay check --practices DIR\n"
		"#\n"
		"# kind: record (it was done), procedure (how it is done), review or measurement (how well it works)\n"
		"# date: the day that the document bears. author: who wrote it. Besides: by, independent: yes or no,\n"
		"# outcome: done, failed or not-done (of records), version, language, note.\n"
		"# One document may show several practices, and a practice may have several documents.\n"
		"\n"
		"author:          # of documents that name none of their own\n"
		"complete: no     # yes: there is nothing else, so that what is missing is a finding\n"
		"others: []       # files and folders here that are no evidence\n"
		"\n"
		"documents:\n");
	for (size_t i = 0; i < t->rules->words.n; i++) write_word(t, &t->rules->words.p[i]);
}

static int put_index(struct template *t, const char *directory, bool is_json)
{
	char path[4200];

	snprintf(path, sizeof(path), "%s/" PRACTICES_INDEX, directory);
	if (access(path, F_OK) == 0) {
		say("%s is there already; it was left as it is", path);
		return EXIT_USAGE;
	}
	write_template(t);

	int status = status_after(file_replace_in(directory, PRACTICES_INDEX, buf_all(&t->out), &talk));

	if (status == EXIT_PASS && is_json)
		say_json(json_of_written(path));
	else if (status == EXIT_PASS)
		tell("Written: %s", path);
	return status;
}

static int write_index(struct template *t, const char *directory, bool is_json)
{
	struct lock lock;
	int status = status_after(folder_make_and_hold(directory, &lock, &talk));

	if (status != EXIT_PASS) return status;
	status = put_index(t, directory, is_json);
	lock_release(&lock);
	return status;
}

static int run_new(const struct given *g)
{
	struct arena keep = arena_open(WORK_MEMORY);
	struct rules *rules;
	struct template t = { 0 };
	int status = load_rules(g, &keep, &rules);

	if (status == EXIT_PASS) status = load_schemes(g, rules, &keep, &t.options);
	if (status == EXIT_PASS) {
		t.rules = rules;
		status = write_index(&t, g->words[0], given_has(g, "--json"));
	}
	buf_free(&t.out);
	arena_close(&keep);
	return status;
}

const struct command command_practices_new = {
	.name = "practices new",
	.synopsis = "DIR [--scheme LIST] [--rules DIR]... [--json]",
	.summary = "write the index of a folder of process evidence, to be filled in",
	.description =
		"Writes DIR/" PRACTICES_INDEX
		" with every practice and paper that the schemes ask for: what it means, which document shows it, and "
		"which clauses meet at it, so that one document serves them all. An index that is there is left as it "
		"is. "
		"doc/process-evidence.md describes the file.",
	.example = "  assay practices new process --scheme iec-62443-4-1,iso-29147\n",
	.options = { OPTION_SCHEME, OPTION_RULES, { "--json", NULL, "say as JSON what was written", false, NULL } },
	.least = 1,
	.most = 1,
	.run = run_new,
};
