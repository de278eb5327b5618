/* What a scheme is met by besides the evidence of the product itself, for the paper that has to say it: certificates
 * of other schemes, and standards that stand in the place of the law's own words. */
#include "paper/filling.h"

static bool rests_on(const struct requirement_result *q, const struct certificate_claim *certificate,
	const struct alternative *alternative)
{
	if (!q->is_mandatory || q->verdict == VERDICT_PASS) return false;
	return certificate ? q->settled_certificate == certificate : q->settled_alternative == alternative;
}

/* "S1.1-02, S1.1-05": what it stands for. */
static str ids_of(const struct filling *f, const struct scheme_result *r, const struct certificate_claim *certificate,
	const struct alternative *alternative)
{
	str all = { 0 };

	for (size_t i = 0; i < r->requirement_count; i++)
		if (rests_on(&r->requirements[i], certificate, alternative))
			all = arena_join(f->keep, all, ", ", r->requirements[i].requirement->id);
	return all;
}

static str web_address(str url)
{
	return str_starts(url, "https://") || str_starts(url, "http://") ? url : (str){ 0 };
}

static void add_certificate(const struct filling *f, const struct scheme_result *r, const struct requirement_result *q,
	struct field_draft *d)
{
	const struct certificate_claim *h = q->settled_certificate;

	filling_value(f, d,
		arena_printf(f->keep, "%.*s %.*s%s%.*s%s%.*s%s%.*s%s%.*s, issued %.*s%s%.*s", STR_FMT(h->kind),
			STR_FMT(h->scheme), STR_AFTER(" level ", h->level), STR_AFTER(", number ", h->number),
			STR_AFTER(", of ", h->body), h->number.n ? "" : ", sha256 ",
			STR_FMT(h->number.n ? STR("") : h->sha256), STR_FMT(h->issued),
			STR_AFTER(", valid until ", h->until)),
		arena_printf(f->keep, "%.*s, %.*s; for %.*s; as claimed%s%.*s", STR_FMT(r->scheme->id),
			STR_FMT(q->settled_rule->clause), STR_FMT(ids_of(f, r, h, NULL)), STR_AFTER(" by ", h->author)),
		web_address(h->url));
}

static void add_alternative(const struct filling *f, const struct scheme_result *r, const struct requirement_result *q,
	struct field_draft *d)
{
	const struct alternative *a = q->settled_alternative;
	str met = { 0 };

	for (size_t i = 0; i < a->met_count; i++) met = arena_join(f->keep, met, ", ", a->met[i]);
	filling_value(f, d,
		arena_printf(f->keep, "%.*s (%.*s), edition %.*s, of %.*s: %.*s", STR_FMT(a->catalogue->title),
			STR_FMT(a->catalogue->id), STR_FMT(a->catalogue->edition), STR_FMT(a->catalogue->published),
			STR_FMT(met)),
		arena_printf(f->keep, "%.*s, %.*s; for %.*s; by the evidence of the product", STR_FMT(r->scheme->id),
			STR_FMT(a->clause), STR_FMT(ids_of(f, r, NULL, a))),
		(str){ 0 });
}

bool fill_grounds(const struct filling *f, const struct paper_source *s, struct field_draft *d)
{
	for (size_t i = 0; i < s->scheme_count; i++) {
		const struct scheme_result *r = filling_scheme(f, s->schemes[i]);

		for (size_t k = 0; r && k < r->requirement_count; k++) {
			const struct requirement_result *q = &r->requirements[k];

			if (!q->is_mandatory || q->verdict == VERDICT_PASS || !(s->by & 1u << q->settled)) continue;
			if (q->settled == SETTLED_RECOGNISED) add_certificate(f, r, q, d);
			if (q->settled == SETTLED_ALTERNATIVE) add_alternative(f, r, q, d);
		}
	}
	return d->values.n > 0;
}
