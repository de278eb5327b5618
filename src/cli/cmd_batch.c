/* assay batch: many products at once, and what they have in common. */
#include "batch/batch.h"
#include "batch/sums.h"
#include "cli/commands.h"
#include "work/files.h"
#include "cli/load.h"

#include <stdio.h>
#include <unistd.h>

enum { TOGETHER = 256 };

/* ---- which products ---------------------------------------------------------------------------------------------- */

static int find_products(const struct given *g, struct arena *keep, batch_products *ret)
{
	const char *list = given_value(g, "--list");
	int status = EXIT_PASS;

	batch_find(g->words, (size_t)g->word_count, keep, ret, &talk);
	if (list) status = status_after(batch_list(list, keep, ret, &talk));
	if (status != EXIT_PASS || ret->n) return status;
	if (g->word_count || list)
		say("there is no product file (.yaml) in what was named");
	else
		say("there is nothing to judge: give a PRODUCT, or --list FILE");
	return EXIT_USAGE;
}

/* ---- adding up --------------------------------------------------------------------------------------------------- */

struct telling {
	struct sums sums;
	struct buf lines;
	bool prints_lines, is_terminal;
	size_t total;
};

static void say_on_own_line(void *self, str sentence)
{
	const struct telling *t = self;

	if (t->is_terminal) fputs("\r\033[K", stderr);
	say("%.*s", STR_FMT(sentence));
}

static void take_line(void *self, size_t product, str line)
{
	struct telling *t = self;

	sums_add(&t->sums, line, &(struct notes){ .take = say_on_own_line, .self = t });
	if (t->prints_lines) fwrite(line.p, 1, line.n, stdout);
	buf_str(&t->lines, line);
	if (t->is_terminal && (product % 100 == 99 || product + 1 == t->total))
		fprintf(stderr, "\r%zu of %zu", product + 1, t->total);
}

static int status_of(const struct sums *s)
{
	if (sums_any_fails(s)) return EXIT_FAIL;
	return sums_any_open(s) ? EXIT_INCONCLUSIVE : EXIT_PASS;
}

/* ---- the command ------------------------------------------------------------------------------------------------- */

static bool number_of(const struct given *g, const char *option, unsigned otherwise, unsigned *ret)
{
	const char *text = given_value(g, option);
	uint64_t n;

	*ret = otherwise;
	if (!text) return true;
	if (!str_to_u64(str_of(text), 10, &n) || n < 1 || n > 256) {
		say("%s %s: a number from 1 to 256 is wanted", option, text);
		return false;
	}
	*ret = (unsigned)n;
	return true;
}

static int write_lines(const struct given *g, const struct telling *t)
{
	const char *path = given_value(g, "--out");

	if (!path) return EXIT_PASS;

	file_note_links(path, file_has_links(path), &talk);

	err e = file_replace(path, buf_all(&t->lines));

	if (!e.is) return EXIT_PASS;
	say_fault(path, e, "");
	return EXIT_USAGE;
}

static int judge_paths(const struct given *g, struct batch *b, struct telling *t)
{
	struct buf text = { 0 };
	err e = batch_run(b);
	int status;

	if (t->is_terminal) fputs("\r\033[K", stderr);
	if (e.is) {
		say_fault("the batch", e, "");
		return EXIT_INTERNAL;
	}
	status = write_lines(g, t);
	if (status != EXIT_PASS) return status;
	if (!t->prints_lines) sums_text(&t->sums, (unsigned)terminal_width(), &text);
	put(&text);
	return status_of(&t->sums);
}

static int run(const struct given *g)
{
	char day[11];
	struct arena keep = arena_open(WORK_MEMORY);
	struct rules *rules;
	batch_products products = { 0 };
	struct batch b = { .keep = &keep, .line = take_line };
	char now[21];
	struct telling t = { .prints_lines = given_has(g, "--json"), .is_terminal = isatty(STDERR_FILENO) };
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	int status;

	if (!load_day(g, day) || !number_of(g, "--jobs", processors > 0 ? (unsigned)processors : 1, &b.jobs))
		return EXIT_USAGE;
	b.options.on = str_of(day);
	b.options.is_brief = true;
	b.together = given_has(g, "--isolate") ? 1 : TOGETHER;
	status = load_rules(g, &keep, &rules);
	if (status == EXIT_PASS) status = load_schemes(g, rules, &keep, &b.options);
	if (status == EXIT_PASS) status = find_products(g, &keep, &products);
	if (status == EXIT_PASS) {
		sums_begin(&t.sums, rules);
		b.rules = rules;
		t.total = b.count = products.n;
		b.products = products.p;
		now_text(now);
		b.now = str_of(now);
		b.self = &t;
		status = judge_paths(g, &b, &t);
		sums_end(&t.sums);
	}
	buf_free(&t.lines);
	arena_close(&keep);
	return status;
}

const struct command command_batch = {
	.name = "batch",
	.synopsis =
		"[PRODUCT...] [--list FILE] [--scheme LIST|all] [--on DATE] [--jobs N] [--isolate] [--out FILE] "
		"[--json]",
	.summary = "judge many products' declarations at once",
	.description =
		"A PRODUCT is a product file (doc/product-file.md), or a directory in which every .yaml file is one. "
		"Beside a product.yaml, what is called answers.yaml, treatments.yaml, declarations (a folder of forms) "
		"and practices (a folder of process evidence) is that product's and is read with it; --list names the "
		"same one by one (doc/batch.md). Each is judged under every scheme that binds it; what comes out is "
		"how many pass under which scheme and what fails most, and with --json or --out one line of JSON for "
		"each product, in the order in which they were named: {file, on, product, schemes, failing, "
		"failing_later}, or {file, in, line, error}. A product that cannot be read stops no other.\n"
		"Readers are confined as those of \"check\" are. Two hundred and fifty-six products share a reader "
		"unless --isolate gives each its own: a reader that dies takes one product with it, and the others are "
		"judged by another.\n"
		"The exit status is 1 when a scheme fails for a product, 0 when all pass, else 2.",
	.example = "  assay batch products/ --scheme uk-psti --out verdicts.jsonl\n",
	.options = {
		{ "--list", "FILE", "products and what each brings, in YAML (doc/batch.md)", false, "file" },
		OPTION_SCHEME,
		OPTION_ON,
		OPTION_RULES,
		{ "--jobs", "N", "processes at once; default: as many as there are processors", false, NULL },
		{ "--isolate", NULL,
			"a reader of its own for each product: slower, and no product can touch another's verdict",
			false, NULL },
		{ "--out", "FILE", "the lines go there, and the sums are printed", false, "file" },
		{ "--json", NULL, "print the lines in place of the sums", false, NULL },
	},
	.least = 0,
	.most = -1,
	.run = run,
};
