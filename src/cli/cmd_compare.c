/* assay compare: schemes side by side. */
#include "cli/commands.h"
#include "work/files.h"
#include "cli/load.h"

#include "report/compare.h"
#include "report/values.h"

#include <stdio.h>

static int chosen(const struct given *g, const struct rules *rules, struct arena *keep,
	const struct scheme *const **ret, size_t *ret_count)
{
	size_t most = rules->schemes.n + (size_t)g->word_count;
	const struct scheme **list = arena_array(keep, const struct scheme *, most);
	struct judge_options named = { 0 };
	size_t n = 0;
	int status;

	if (given_has(g, "--all") && g->word_count) {
		say("--all is every scheme: name schemes, or give --all");
		return EXIT_USAGE;
	}
	for (size_t i = 0; given_has(g, "--all") && i < rules->schemes.n; i++) list[n++] = &rules->schemes.p[i];
	status = load_scheme_words(g, rules, keep, &named);
	if (status != EXIT_PASS) return status;
	for (size_t i = 0; i < named.scheme_count; i++) list[n++] = rules_scheme(rules, named.schemes[i]);
	if (n < 2) {
		say("two schemes at least are needed, or --all");
		return EXIT_USAGE;
	}
	*ret = list;
	*ret_count = n;
	return EXIT_PASS;
}

static int write_page(const struct comparison *c, const char *path)
{
	struct buf page = { 0 };
	err e;

	report_compare_html(c, &page);
	file_note_links(path, file_has_links(path), &talk);
	e = file_replace(path, buf_all(&page));
	buf_free(&page);
	if (!e.is) return EXIT_PASS;
	say_fault(path, e, "");
	return EXIT_USAGE;
}

static int compare(const struct given *g, const struct rules *rules, struct arena *keep)
{
	struct text_style style = {
		.width = terminal_width(), .colour = is_colour_wanted(), .is_whole = given_has(g, "--whole")
	};
	const struct scheme *const *list;
	size_t count;
	int status = chosen(g, rules, keep, &list, &count);
	struct comparison c;
	struct buf out = { 0 };

	if (status != EXIT_PASS) return status;
	compare_schemes(rules, list, count, keep, &c);
	if (given_value(g, "--html")) status = write_page(&c, given_value(g, "--html"));
	if (status == EXIT_PASS && given_has(g, "--json")) {
		json_t *root = json_of_comparison(&c);

		write_json(root, &out, JSON_INDENT(1));
		json_decref(root);
	} else if (status == EXIT_PASS && given_value(g, "--html")) {
		buf_text(&out, "Written: "), buf_visible(&out, str_of(given_value(g, "--html"))), buf_char(&out, '\n');
	} else if (status == EXIT_PASS) {
		report_compare_text(&c, &style, &out);
	}
	if (out.n) fwrite(out.p, 1, out.n, stdout);
	buf_free(&out);
	return status;
}

static int run(const struct given *g)
{
	struct arena keep = arena_open(WORK_MEMORY);
	struct rules *rules;
	int status = load_rules(g, &keep, &rules);

	if (status == EXIT_PASS) status = compare(g, rules, &keep);
	arena_close(&keep);
	return status;
}

const struct command command_compare = {
	.name = "compare",
	.synopsis = "SCHEME SCHEME... | --all [--whole] [--json] [--html FILE]",
	.summary = "what schemes share, what each adds, and where they conflict",
	.description =
		"Computed from the rule data: the checks and questions that decide all of the schemes, those that "
		"only one needs, requirements that meet (= they ask the same, < the first asks less, > it asks more, "
		"~ they share evidence), and which evidence serves how many.\n"
		"Conflicts are those on record whose clauses stand on different sides, and those that computation "
		"finds: checks that pull against each other, one check under different values, one answer that ends "
		"well here and badly there. Each says what both sides want, and what satisfies both or that nothing "
		"does.\n"
		"No verdict is ever carried over from one scheme to another.",
	.example = "  assay compare uk-psti eu-cra\n  assay compare en-18031-1 en-18031-2 en-18031-3 --json\n"
		   "  assay compare --all --html markets.html\n",
	.options = { { "--all", NULL, "every scheme with every other", false, NULL },
		{ "--whole", NULL, "print everything, not only what comes first", false, NULL },
		{ "--json", NULL, "as JSON: overlaps, conflicts, pairs, evidence", false, NULL },
		{ "--html", "FILE", "draw it: one page with a matrix and a picture", false, "file" }, OPTION_RULES },
	.least = 0,
	.most = -1,
	.run = run,
};
