/* assay rules baseline: what all schemes have in common, and what each domain adds. */
#include "cli/commands.h"
#include "cli/load.h"

#include "judge/compare.h"

#include <stdio.h>

static bool rests_on(const struct requirement *r, const struct check *c)
{
	for (size_t i = 0; i < r->check_count; i++)
		if (r->checks[i] == c) return true;
	for (size_t i = 0; i < r->unit_count; i++)
		for (size_t k = 0; k < r->units[i].check_count; k++)
			if (r->units[i].checks[k] == c) return true;
	for (size_t i = 0; i < r->node_count; i++)
		for (size_t k = 0; k < r->nodes[i].check_count; k++)
			if (r->nodes[i].checks[k] == c) return true;
	return false;
}

static bool scheme_rests_on(const struct scheme *s, const struct check *c)
{
	for (size_t i = 0; i < s->require_count; i++)
		for (size_t k = 0; k < s->requires[i].catalogue->requirement_count; k++)
			if (rests_on(&s->requires[i].catalogue->requirements[k], c)) return true;
	return false;
}

static void print_baseline(const struct rules *rules, const struct judge_options *chosen)
{
	size_t schemes = chosen->scheme_count ? chosen->scheme_count : rules->schemes.n;

	for (size_t share = schemes; share > schemes / 4; share--) {
		bool is_first = true;

		for (size_t i = 0; i < rules->checks.n; i++) {
			size_t n = 0;

			for (size_t k = 0; k < schemes; k++) {
				const struct scheme *s = chosen->scheme_count ? rules_scheme(rules, chosen->schemes[k])
									      : &rules->schemes.p[k];

				n += scheme_rests_on(s, &rules->checks.p[i]);
			}
			if (n != share) continue;
			if (is_first) printf("Asked by %zu of %zu schemes\n", share, schemes);
			is_first = false;
			printf("  %-34s %s\n", rules->checks.p[i].id.p, rules->checks.p[i].asks.p);
		}
	}
	puts("\nWhat domains add");
	for (size_t i = 0; i < rules->domains.n; i++) {
		const struct domain *d = &rules->domains.p[i];

		printf("  %-24s", d->title.p);
		for (size_t k = 0; k < d->add_count; k++) printf("%s%s", k ? ", " : " ", d->adds[k].p);
		putchar('\n');
	}
}

static int run(const struct given *g)
{
	struct arena keep = arena_open(RULES_MEMORY);
	struct judge_options chosen = { 0 };
	struct rules *rules;
	int status = load_rules(g, &keep, &rules);

	if (status == EXIT_PASS) status = load_schemes(g, rules, &keep, &chosen);
	if (status == EXIT_PASS) print_baseline(rules, &chosen);
	arena_close(&keep);
	return status;
}

const struct command command_rules_baseline = {
	.name = "rules baseline",
	.synopsis = "[--scheme LIST]",
	.summary = "what schemes have in common, and what each domain adds",
	.description = "Lists the checks that more than a quarter of the chosen schemes rest on, the commonest first, "
		       "then the domains with the schemes and overlays that each adds.",
	.example = "  assay rules baseline --scheme uk-psti,eu-cra,etsi-en-303-645\n",
	.options = { OPTION_SCHEME, OPTION_RULES },
	.least = 0,
	.most = 0,
	.run = run,
};
