/* assay check INPUT...: read, judge, report. */
#include "cli/commands.h"
#include "work/kept_answers.h"
#include "work/declarations.h"
#include "work/known_words.h"
#include "work/files.h"
#include "cli/load.h"

#include "base/buf.h"
#include "judge/next.h"
#include "work/product_folder.h"
#include "work/publish.h"
#include "work/read.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- progress ---------------------------------------------------------------------------------------------------- */

struct progress {
	const char *name;
	bool is_wanted;
	unsigned ticks;
};

static void show_progress(void *self, struct run_state state)
{
	struct progress *p = self;

	/* Nothing for what takes less than half a second. */
	if (!p->is_wanted || ++p->ticks < 5) return;
	struct buf line = { 0 };

	buf_text(&line, "\r\033[K");
	buf_visible(&line, str_of(p->name));
	if (state.total) buf_printf(&line, ": %3u %%", (unsigned)(state.done * 100 / state.total));
	buf_printf(&line, "%s %llu facts", state.total ? "," : ":", (unsigned long long)state.rows);
	if (line.n) fwrite(line.p, 1, line.n, stderr);
	buf_free(&line);
}

static void end_progress(const struct progress *p)
{
	if (p->is_wanted && p->ticks >= 5) fputs("\r\033[K", stderr);
}

/* The line of progress makes place for a sentence. */
static void say_after_progress(void *self, str sentence)
{
	end_progress(self);
	say("%.*s", STR_FMT(sentence));
}

/* ---- reading ----------------------------------------------------------------------------------------------------- */

struct reading {
	struct evidence *evidence;
	struct declared_words words;
	str now;
};

static int read_one(struct reading *r, const struct product_input *input)
{
	struct progress progress = { .name = input->path, .is_wanted = isatty(STDERR_FILENO) };
	struct source source = { .kind = input->kind,
		.path = input->path,
		.name = input->name,
		.part = input->part,
		.now = r->now,
		.words = &r->words,
		.tick = show_progress,
		.self = &progress };

	struct notes notes = { .take = say_after_progress, .self = &progress };
	err read = input_read(r->evidence, &source, &notes);

	end_progress(&progress);
	return status_after(read);
}

/* "--product" of "--product FILE"; false: it is a word of the command. */
static bool option_of_way(const struct source_way *way, char ret[static 32])
{
	const char *end = strchr(way->given, ' ');

	if (!end) return false;
	snprintf(ret, 32, "%.*s", (int)(end - way->given), way->given);
	return true;
}

/* What was given in one way. */
static void list_way(const struct given *g, enum source_kind kind, const struct source_way *way, struct arena *keep,
	product_inputs *ret)
{
	char option[32];
	const char *path;

	if (option_of_way(way, option))
		for (unsigned i = 0; (path = given_nth(g, option, i)); i++)
			*vec_add(keep, ret) = (struct product_input){ .kind = kind, .path = path };
}

/* A product folder brings what lies in it; any other word is an image. */
static int list_words(const struct given *g, struct arena *keep, product_inputs *ret)
{
	for (int i = 0; i < g->word_count; i++) {
		if (!product_folder_is(g->words[i])) {
			*vec_add(keep, ret) = (struct product_input){ .kind = SOURCE_IMAGE, .path = g->words[i] };
			continue;
		}
		if (g->word_count > 1) {
			say("%s is a product folder, and is judged alone; what belongs to it lies in it: images in "
			    "%s/" PRODUCT_INPUTS,
				g->words[i], g->words[i]);
			return EXIT_USAGE;
		}

		int status = status_after(product_folder_list(g->words[i], keep, ret, &talk));

		if (status != EXIT_PASS) return status;
	}
	return EXIT_PASS;
}

static int list_inputs(const struct given *g, struct arena *keep, product_inputs *ret)
{
	int status = list_words(g, keep, ret);

	for (enum source_kind kind = 0; kind < SOURCE_KINDS; kind++)
		for (const struct source_way *w = sources[kind].ways; w->given; w++) list_way(g, kind, w, keep, ret);
	product_inputs_sort(ret, keep);
	return status;
}

static int read_all(struct evidence *e, const product_inputs *inputs, const struct rules *rules)
{
	char now[21];
	struct reading reading = { .evidence = e, .words = known_words(rules) };
	uint64_t left;
	int status = EXIT_PASS;

	now_text(now);
	reading.now = str_of(now);
	for (size_t i = 0; i < inputs->n && status == EXIT_PASS; i++) {
		const struct product_input *input = &inputs->p[i];

		status = sources[input->kind].shapes & SHAPE_FOLDERS
				 ? status_after(declarations_read(e, input->path, reading.now, &talk))
				 : read_one(&reading, input);
	}
	left = places_left(e);
	if (status == EXIT_PASS && left)
		say("the declarations hold %llu places that no form knows; \"assay declare import\" lists them",
			(unsigned long long)left);
	return status == EXIT_PASS ? status_after(work_derive(e, &talk)) : status;
}

/* ---- judging and writing ----------------------------------------------------------------------------------------- */

static int status_of(const struct judgement *j)
{
	enum verdict worst = VERDICT_NOT_APPLICABLE;

	/* Neither a certificate nor a risk assessment makes a failing device one that passes: where the evidence fails
	 * what they settle, that is what a script is told. */
	for (size_t i = 0; i < j->scheme_count; i++) {
		const struct scheme_result *s = &j->schemes[i];

		if (!s->is_judged) continue;
		worst = verdict_worse(worst, s->verdict);
		if ((s->basis == SETTLED_RECOGNISED || s->basis == SETTLED_ASSESSED) && s->device == VERDICT_FAIL)
			worst = VERDICT_FAIL;
	}
	return worst == VERDICT_FAIL ? EXIT_FAIL : worst == VERDICT_PASS ? EXIT_PASS : EXIT_INCONCLUSIVE;
}

struct checking {
	const struct given *given;
	struct evidence *evidence;
	struct rules *rules;
	struct judge_options options;
	product_inputs inputs;
	const char *folder; /* the product folder; NULL: there is none */
	const char *directory;
	bool is_again; /* from the evidence alone, which stays as it is */
	struct arena keep;
};

static int write_results(struct checking *c, const struct judgement *j)
{
	struct plan plan;
	struct text_style style = {
		.width = terminal_width(), .colour = is_colour_wanted(), .is_whole = given_has(c->given, "--all")
	};
	struct reporting r = { .judgement = j, .plan = &plan, .evidence = evidence_db(c->evidence), .style = &style };
	bool is_json = given_has(c->given, "--json");
	struct published written;

	plan_make(j, &c->keep, &plan);

	int status = status_after(publish(c->directory, c->evidence, &r, &written, &talk));

	if (status == EXIT_PASS && is_json) put(&written.forms[REPORT_JSON]);
	if (status == EXIT_PASS && !is_json) {
		report_forms[REPORT_TEXT].write(&r, &written.forms[REPORT_TEXT]);
		buf_char(&written.forms[REPORT_TEXT], '\n');
		put(&written.forms[REPORT_TEXT]);
		tell("Written: %s/report.html, verdict.json%s", c->directory, c->is_again ? "" : ", " PRODUCT_EVIDENCE);
		if (c->folder)
			tell("Next: assay next %s", c->folder);
		else
			tell("Next: assay next %s/product.assay", c->directory);
	}
	published_free(&written);
	return status == EXIT_PASS ? status_of(j) : status;
}

static int judge_and_write(struct checking *c)
{
	struct judgement *j;
	err e = evidence_seal(c->evidence);

	if (e.is) {
		say_fault(c->directory, e, evidence_error(c->evidence));
		return EXIT_INTERNAL;
	}
	e = judge(c->rules, evidence_db(c->evidence), &c->options, &c->keep, &j);
	for (size_t i = 0; !e.is && i < j->unknown_name_count; i++)
		say("what was declared: %.*s", STR_FMT(j->unknown_names[i]));
	if (!e.is) return write_results(c, j);
	say_fault("judging", e, evidence_error(c->evidence));
	return EXIT_INTERNAL;
}

static int check(struct checking *c)
{
	char path[4200];

	if (file_folders(c->directory, &talk).is) return EXIT_USAGE;
	snprintf(path, sizeof(path), "%s/product.assay", c->directory);

	err e = evidence_create(path, &c->evidence);

	if (e.is) {
		say_fault(path, e, "");
		return EXIT_USAGE;
	}

	int status = read_all(c->evidence, &c->inputs, c->rules);

	if (status == EXIT_PASS && !c->folder) {
		const struct keeping keeping = { .file = given_value(c->given, "--keep-answers"),
			.are_given_up = given_has(c->given, "--discard-answers") };

		status = status_after(answers_keep(path, c->evidence, &keeping, &talk));
	}
	if (status == EXIT_PASS) status = judge_and_write(c);
	evidence_close(c->evidence);
	return status;
}

/* ---- from the evidence alone ------------------------------------------------------------------------------------- */

static bool is_evidence(const char *path)
{
	struct evidence *e;
	err read = evidence_read(path, &e);

	if (!read.is) evidence_close(e);
	return !read.is || read.is == &evidence_foreign;
}

static bool is_same_file(const char *a, const char *b)
{
	struct stat one, other;

	return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

/* Beside evidence of another the results would be taken for those of it. */
static int may_stand_in(const char *directory, const char *evidence, struct arena *keep)
{
	const char *there = arena_cstr(keep, arena_printf(keep, "%s/" PRODUCT_EVIDENCE, directory));

	if (file_folders(directory, &talk).is) return EXIT_USAGE;
	if (access(there, F_OK) != 0 || is_same_file(there, evidence)) return EXIT_PASS;
	say("%s: is other evidence than %s: give --out a folder without", there, evidence);
	return EXIT_USAGE;
}

/* As an authority does it: what was seen is taken from the evidence, and all that was concluded is concluded anew. */
static int check_again(struct checking *c)
{
	const char *path = c->given->words[0];
	size_t n = strlen(path) - str_base_name(str_of(path)).n;
	struct judged judged;
	int status;

	if (c->inputs.n > 1) {
		say("%s: evidence is judged as it is; what shall be added is given with the inputs that it was made of",
			path);
		return EXIT_USAGE;
	}
	c->is_again = true;
	if (!c->directory) c->directory = n ? arena_cstr(&c->keep, (str){ path, n == 1 ? 1 : n - 1 }) : ".";
	status = may_stand_in(c->directory, path, &c->keep);
	if (status == EXIT_PASS) status = judge_file(c->given, path, &judged);
	if (status != EXIT_PASS) return status;
	c->evidence = judged.evidence;
	status = write_results(c, judged.judgement);
	judged_close(&judged);
	return status;
}

/* What only adds to another (answers, treatments) is no product. */
static bool has_any(const struct given *g)
{
	char option[32];
	bool is_given = g->word_count > 0;

	for (enum source_kind kind = 0; kind < SOURCE_KINDS; kind++)
		if (option_of_way(&sources[kind].ways[0], option)) is_given |= given_has(g, option);
	return is_given;
}

static bool is_each(const void *self, enum source_kind kind)
{
	(void)self;
	(void)kind;
	return true;
}

static int say_nothing_to_read(void)
{
	struct buf ways = { 0 };

	source_ways_list(&ways, is_each, NULL);
	say("there is nothing to read: give %.*s", STR_FMT(buf_all(&ways)));
	buf_free(&ways);
	return EXIT_USAGE;
}

static int run(const struct given *g)
{
	char day[11];
	struct checking c = { .given = g, .directory = given_value(g, "--out") };
	int status;

	if (!has_any(g)) return say_nothing_to_read();
	if (!load_day(g, day)) return EXIT_USAGE;
	c.keep = arena_open(WORK_MEMORY);
	c.options.on = str_of(day);
	status = list_inputs(g, &c.keep, &c.inputs);
	if (status == EXIT_PASS && g->word_count == 1 && is_evidence(g->words[0])) {
		status = check_again(&c);
		arena_close(&c.keep);
		return status;
	}
	if (g->word_count == 1 && product_folder_is(g->words[0])) c.folder = g->words[0];
	if (!c.directory) c.directory = c.folder ? product_folder_out(c.folder, &c.keep) : ".";
	if (status == EXIT_PASS) status = load_rules(g, &c.keep, &c.rules);
	if (status == EXIT_PASS) status = load_schemes(g, c.rules, &c.keep, &c.options);
	if (status == EXIT_PASS) status = check(&c);
	arena_close(&c.keep);
	return status;
}

const struct command command_check = {
	.name = "check",
	.synopsis =
		"[FOLDER | EVIDENCE | INPUT...] [--product FILE] [--answers FILE] [--declarations PATH] "
		"[--practices DIR] [--trials DIR] [--scheme LIST|all] [--on DATE] [--out DIR] "
		"[--keep-answers FILE | --discard-answers] [--json]",
	.summary = "read a product, judge it under every scheme, write the report",
	.description =
		"A FOLDER is a product folder (doc/product-folder.md): what lies in it is read, and the results go to "
		"its out/. EVIDENCE, a product.assay, is judged again as it is, without the inputs, and the results go "
		"beside it. An INPUT is a firmware image, an archive of a root file system, or a directory. Each is "
		"read by a process that can open and send nothing. The facts go to product.assay, the verdicts to "
		"verdict.json, "
		"and a page for people to report.html, all in the directory of --out.\n"
		"The exit status is 1 when a scheme fails, 0 when all that were judged pass, else 2.",
	.example = "  assay check plug\n"
		   "  assay check router.bin --product product.yaml --scheme uk-psti,eu-cra --out results\n",
	.options = {
		{ "--product", "FILE", NULL, false, "file" },
		{ "--answers", "FILE", NULL, true, "file" },
		{ "--draft", "FILE", NULL, true, "file" },
		{ "--treatments", "FILE", NULL, false, "file" },
		{ "--declarations", "PATH", NULL, true, "file" },
		{ "--practices", "DIR", NULL, false, "directory" },
		{ "--trials", "DIR", NULL, false, "directory" },
		OPTION_SCHEME,
		OPTION_ON,
		OPTION_RULES,
		{ "--out", "DIR", "where the results go; made when missing; default: the current directory", false,
			"directory" },
		{ "--keep-answers", "FILE", "answers that only the evidence there holds are written to FILE first",
			false, "file" },
		{ "--discard-answers", NULL, "answers that only the evidence there holds are given up", false, NULL },
		{ "--all", NULL, "print every finding and every open question, not only the first ones", false, NULL },
		{ "--json", NULL, "print verdict.json in place of the table", false, NULL },
	},
	.least = 0,
	.most = -1,
	.run = run,
};
