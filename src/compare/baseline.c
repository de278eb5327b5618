#include "compare/compare.h"

size_t baseline_least(size_t schemes)
{
	size_t least = schemes / BASELINE_SHARE + 1;

	return least < 2 && schemes > 1 ? 2 : least;
}

static bool is_beyond(const struct baseline *b, const uint64_t *set, size_t at)
{
	return set_has(set, at) && !set_has(b->common, at);
}

static struct domain_added domain_of(
	const struct baseline *b, const struct rules *r, const struct domain *domain, struct arena *keep)
{
	struct domain_added d = { .domain = domain,
		.schemes = arena_array(keep, const struct scheme *, domain->add_count + 1),
		.beyond = arena_array(keep, uint64_t, b->comparison.deciders.words) };

	for (size_t i = 0; i < domain->add_count; i++) {
		const struct scheme *s = rules_scheme(r, domain->adds[i]);
		struct comparison alone;

		if (!s) continue;
		d.schemes[d.scheme_count++] = s;
		compare_views(r, &s, 1, keep, &alone);
		d.requirements += alone.views[0].requirement_count;
		d.judgements += alone.views[0].person_count;
		for (size_t at = 0; at < b->comparison.deciders.count; at++)
			if (is_beyond(b, alone.views[0].deciders, at)) set_add(d.beyond, at);
	}
	d.beyond_count = set_count(d.beyond, b->comparison.deciders.words);
	return d;
}

void baseline_make(const struct rules *r, const struct scheme *const *schemes, size_t count, struct arena *keep,
	struct baseline *ret)
{
	struct baseline b = { 0 };

	compare_views(r, schemes, count, keep, &b.comparison);
	b.common = arena_array(keep, uint64_t, b.comparison.deciders.words);
	for (size_t at = 0; at < b.comparison.deciders.count; at++)
		if (deciders_needed_by(&b.comparison, at) >= baseline_least(count)) set_add(b.common, at);
	b.domains = arena_array(keep, struct domain_added, r->domains.n + 1);
	for (size_t i = 0; i < r->domains.n; i++)
		b.domains[b.domain_count++] = domain_of(&b, r, &r->domains.p[i], keep);
	*ret = b;
}
