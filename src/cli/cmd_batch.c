/* assay batch: many products at once, and what they have in common. */
#include "batch/batch.h"
#include "cli/commands.h"
#include "work/files.h"
#include "cli/load.h"

#include "report/text.h"
#include "report/values.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { TOGETHER = 256, CHECKS_SHOWN = 12 };

/* ---- which products ---------------------------------------------------------------------------------------------------- */

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

/* ---- adding up --------------------------------------------------------------------------------------------------------- */

struct sums {
	const struct rules *rules;
	struct buf lines;
	bool prints_lines;
	struct scheme_sum {
		size_t pass, fail, open, none; /* none: nothing mandatory applies */
	} * schemes;                           /* by their place in the rules */
	size_t *failing;                       /* by check number: products that fail it */
	size_t judged, unread, total;
	size_t unjudged;     /* products of which no scheme says anything */
	size_t contradicted; /* passes that rest on what the evidence speaks against */
	bool is_terminal;
};

/* Whether it says anything: nothing of some schemes binds. */
static bool add_scheme(struct sums *s, const json_t *scheme)
{
	const char *id = json_string_value(json_object_get(scheme, "id"));
	str verdict = str_of(json_string_value(json_object_get(scheme, "verdict"))),
	    device = str_of(json_string_value(json_object_get(scheme, "device")));

	for (size_t i = 0; id && verdict.n && i < s->rules->schemes.n; i++) {
		struct scheme_sum *sum = &s->schemes[i];

		if (!str_is(s->rules->schemes.p[i].id, id)) continue;
		sum->pass += str_is(verdict, "pass");
		sum->fail += str_is(verdict, "fail");
		sum->open += str_is(verdict, "inconclusive");
		sum->none += str_is(verdict, "not applicable");
	}
	s->contradicted += str_is(verdict, "pass") && str_is(device, "fail");
	return !str_is(verdict, "not applicable");
}

static void take_line(void *self, size_t product, str line)
{
	struct sums *s = self;
	json_t *o = json_loadb(line.p, line.n, 0, NULL);
	const char *error = json_string_value(json_object_get(o, "error"));
	const char *file = json_string_value(json_object_get(o, "file"));
	const char *in = json_string_value(json_object_get(o, "in"));
	bool is_judged = false;
	json_t *each;
	size_t i;

	if (!o || error) {
		if (s->is_terminal) fputs("\r\033[K", stderr);
		say("%s: %s%s%s", file ? file : "a product", in ? in : "", in ? ": " : "",
			error ? error : "its reader did not say what it found");
		s->unread++;
	} else {
		s->judged++;
		json_array_foreach(json_object_get(o, "schemes"), i, each) is_judged |= add_scheme(s, each);
		s->unjudged += !is_judged;
		json_array_foreach(json_object_get(o, "failing"), i, each)
		{
			const struct check *c = rules_check(s->rules, str_of(json_string_value(each)));

			if (c) s->failing[c->number]++;
		}
	}
	json_decref(o);
	if (s->prints_lines) fwrite(line.p, 1, line.n, stdout);
	buf_str(&s->lines, line);
	if (s->is_terminal && (product % 100 == 99 || product + 1 == s->total))
		fprintf(stderr, "\r%zu of %zu", product + 1, s->total);
}

static int by_count(const void *a, const void *b, void *sums)
{
	const struct sums *s = sums;
	size_t x = s->failing[*(const size_t *)a], y = s->failing[*(const size_t *)b];

	return x > y ? -1 : x < y ? 1 : *(const size_t *)a < *(const size_t *)b ? -1 : 1;
}

static void print_checks(struct sums *s, struct buf *out, unsigned width)
{
	size_t *order = calloc(s->rules->checks.n + 1, sizeof(*order));

	if (!order) abort();
	for (size_t i = 0; i < s->rules->checks.n; i++) order[i] = i;
	qsort_r(order, s->rules->checks.n, sizeof(*order), by_count, s);
	for (size_t i = 0; i < s->rules->checks.n && i < CHECKS_SHOWN && s->failing[order[i]]; i++) {
		const struct check *c = &s->rules->checks.p[order[i]];

		if (!i) buf_text(out, "\nWhat fails most, by the number of products\n");
		buf_printf(out, "%7zu  ", s->failing[order[i]]);
		text_wrap(out, c->asks, 0, 9, width - 9);
	}
	free(order);
}

static void print_sums(struct sums *s, struct buf *out)
{
	buf_printf(out, "%zu products judged%s", s->judged, s->unread ? ", " : "\n");
	if (s->unread) buf_printf(out, "%zu could not be read\n", s->unread);
	buf_printf(out, "\n%-24s %8s %8s %8s %8s\n", "scheme", "pass", "fail", "open", "nothing");
	for (size_t i = 0; i < s->rules->schemes.n; i++) {
		const struct scheme_sum *sum = &s->schemes[i];

		if (sum->pass + sum->fail + sum->open + sum->none)
			buf_printf(out, "%-24.*s %8zu %8zu %8zu %8zu\n", STR_FMT(s->rules->schemes.p[i].id), sum->pass,
				sum->fail, sum->open, sum->none);
	}
	if (s->contradicted)
		buf_printf(out, "\n%zu of the passes: by a certificate or a risk assessment, and the evidence fails.\n",
			s->contradicted);
	print_checks(s, out, (unsigned)terminal_width());
}

/* As "check" says it of each: what the evidence fails is told to a script, whatever stands for it. */
static int status_of(const struct sums *s)
{
	size_t fail = s->contradicted, open = s->unread + s->unjudged;

	for (size_t i = 0; i < s->rules->schemes.n; i++) fail += s->schemes[i].fail, open += s->schemes[i].open;
	return fail ? EXIT_FAIL : open || !s->judged ? EXIT_INCONCLUSIVE : EXIT_PASS;
}

/* ---- the command --------------------------------------------------------------------------------------------------------- */

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

static int write_lines(const struct given *g, const struct sums *s)
{
	const char *path = given_value(g, "--out");

	if (!path) return EXIT_PASS;

	file_note_links(path, file_has_links(path), &talk);

	err e = file_replace(path, buf_all(&s->lines));

	if (!e.is) return EXIT_PASS;
	say_fault(path, e, "");
	return EXIT_USAGE;
}

static int judge_paths(const struct given *g, struct batch *b, struct sums *s)
{
	struct buf text = { 0 };
	err e = batch_run(b);
	int status;

	if (s->is_terminal) fputs("\r\033[K", stderr);
	if (e.is) {
		say_fault("the batch", e, "");
		return EXIT_INTERNAL;
	}
	status = write_lines(g, s);
	if (status != EXIT_PASS) return status;
	if (!s->prints_lines) {
		print_sums(s, &text);
		fwrite(text.p, 1, text.n, stdout);
	}
	buf_free(&text);
	return status_of(s);
}

static int run(const struct given *g)
{
	char day[11];
	struct arena keep = arena_open(WORK_MEMORY);
	struct rules *rules;
	batch_products products = { 0 };
	struct batch b = { .keep = &keep, .line = take_line };
	char now[21];
	struct sums s = { .prints_lines = given_has(g, "--json"), .is_terminal = isatty(STDERR_FILENO) };
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
		s.schemes = calloc(rules->schemes.n + 1, sizeof(*s.schemes));
		s.failing = calloc(rules->checks.n + 1, sizeof(*s.failing));
		if (!s.schemes || !s.failing) abort();
		s.rules = b.rules = rules;
		s.total = b.count = products.n;
		b.products = products.p;
		now_text(now);
		b.now = str_of(now);
		b.self = &s;
		status = judge_paths(g, &b, &s);
	}
	free(s.schemes);
	free(s.failing);
	buf_free(&s.lines);
	arena_close(&keep);
	return status;
}

const struct command command_batch = {
	.name = "batch",
	.synopsis = "[PRODUCT...] [--list FILE] [--scheme LIST|all] [--on DATE] [--jobs N] [--isolate] [--out FILE] [--json]",
	.summary = "judge many products' declarations at once",
	.description = "A PRODUCT is a product file (doc/product-file.md), or a directory in which every .yaml file is one. Beside a product.yaml, what is called "
		       "answers.yaml, treatments.yaml, declarations (a folder of forms) and practices (a folder of process evidence) is that product's and is "
		       "read with it; --list names the same one by one (doc/batch.md). Each is judged under every scheme that "
		       "binds it; what comes out is how many pass under which scheme and what fails most, and with --json or --out one line of JSON for "
		       "each product, in the order in which they were named: {file, on, product, schemes, failing, failing_later}, or {file, in, line, error}. A product that "
		       "cannot be read stops no other.\n"
		       "Readers are confined as those of \"check\" are. Two hundred and fifty-six products share a reader unless --isolate gives each its own: a reader that "
		       "dies takes one product with it, and the others are judged by another.\n"
		       "The exit status is 1 when a scheme fails for a product, 0 when all pass, else 2.",
	.example = "  assay batch products/ --scheme uk-psti --out verdicts.jsonl\n",
	.options = {
		{ "--list", "FILE", "products and what each brings, in YAML (doc/batch.md)", false, "file" },
		OPTION_SCHEME,
		OPTION_ON,
		OPTION_RULES,
		{ "--jobs", "N", "processes at once; default: as many as there are processors", false, NULL },
		{ "--isolate", NULL, "a reader of its own for each product: slower, and no product can touch another's verdict", false, NULL },
		{ "--out", "FILE", "the lines go there, and the sums are printed", false, "file" },
		{ "--json", NULL, "print the lines in place of the sums", false, NULL },
	},
	.least = 0,
	.most = -1,
	.run = run,
};
