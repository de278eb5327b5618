/* Certificates of other schemes: whether they count, and what they stand for where a scheme recognises them.
 * Recognition never chains: only what is held counts, not what another scheme would be deemed to be. */
#include "rules/dates.h"
#include "judge/session.h"

/* ---- whether a certificate counts on the day --------------------------------------------------------------------- */

struct body { /* what the rules say of the scheme, or the label, that a certificate is of */
	const str *levels;
	size_t level_count;
	uint32_t months;
	bool is_known, is_label;
};

static struct body body_of(const struct rules *rules, str id)
{
	const struct scheme *s = rules_scheme(rules, id);
	const struct label *l = rules_label(rules, id);

	if (s)
		return (struct body){ .levels = s->levels,
			.level_count = s->level_count,
			.months = s->certificate_months,
			.is_known = true };
	if (l)
		return (struct body){ .levels = l->levels,
			.level_count = l->level_count,
			.months = l->certificate_months,
			.is_known = true,
			.is_label = true };
	return (struct body){ 0 };
}

static str words_of(struct session *s, const str *words, size_t count)
{
	str all = { 0 };

	for (size_t i = 0; i < count; i++) all = arena_join(s->keep, all, ", ", words[i]);
	return all;
}

/* The place of a level among those of its scheme; `count` when it is none. */
static size_t level_at(const struct body *b, str level)
{
	for (size_t i = 0; i < b->level_count; i++)
		if (str_equal(b->levels[i], level)) return i;
	return b->level_count;
}

/* The earlier of what it says itself and of what its scheme lets it live. Months of life end on the day before. */
static void find_end(struct session *s, const struct body *b, struct certificate_claim *h)
{
	str life = b->months && !str_is(h->kind, "statement")
			   ? date_add_days(s->keep, date_add_months(s->keep, h->issued, b->months), -1)
			   : (str){ 0 };

	h->until = date_last(s->keep, h->expires);
	if (life.n && (!h->until.n || str_compare(life, h->until) < 0)) {
		h->why = arena_printf(s->keep, "%s%u months after it was issued",
			h->until.n ? "it says a later day, but its scheme lets it live no longer than " : "",
			b->months);
		h->until = life;
	}
}

static str find_fault(struct session *s, const struct body *b, struct certificate_claim *h)
{
	str model = session_profile(s, STR("product.model"), NULL),
	    name = session_profile(s, STR("product.name"), NULL);

	if (!b->is_known)
		return arena_printf(s->keep, "no scheme or label of the rules is called \"%.*s\"", STR_FMT(h->scheme));
	if (!h->issued.n) return STR("it does not say when it was issued");
	if (!date_is(h->issued) || (h->expires.n && !date_last(s->keep, h->expires).n))
		return STR("its days are not written as 2027-12-11");
	if (!h->number.n && !h->sha256.n)
		return STR("nothing tells it from others: give its number, or the sha256 of its document");
	if (h->level.n && level_at(b, h->level) == b->level_count)
		return b->level_count
			       ? arena_printf(s->keep, "\"%.*s\" is none of its levels (%.*s)", STR_FMT(h->level),
					 STR_FMT(words_of(s, b->levels, b->level_count)))
			       : arena_printf(s->keep, "it has no levels, and so no level \"%.*s\"", STR_FMT(h->level));
	if (h->product.n && (model.n || name.n) && !str_equal(h->product, model) && !str_equal(h->product, name))
		return arena_printf(s->keep, "it is for \"%.*s\", which is not this product", STR_FMT(h->product));
	if (str_compare(s->on, h->issued) < 0)
		return arena_printf(s->keep, "it is issued on %.*s only", STR_FMT(h->issued));
	if (!h->until.n && b->is_label && !str_is(h->kind, "statement"))
		return STR("it does not say when it expires, and how long it lives is not known");
	if (h->until.n && str_compare(s->on, h->until) > 0)
		return arena_printf(
			s->keep, "it was good until %.*s%s%.*s", STR_FMT(h->until), STR_AFTER(": ", h->why));
	return (str){ 0 };
}

err load_certificates(struct session *s)
{
	VEC(struct certificate_claim) all = { 0 };
	sqlite3_stmt *stmt = query_cache_fixed(s->cache, QUERY_HELD);

	/* An older evidence file has no such table, and so no claims. */
	while (stmt && sqlite3_step(stmt) == SQLITE_ROW)
		*vec_add(s->keep, &all) = (struct certificate_claim){
			.scheme = session_text(s, stmt, 0),
			.kind = session_text(s, stmt, 1),
			.level = session_text(s, stmt, 2),
			.number = session_text(s, stmt, 3),
			.body = session_text(s, stmt, 4),
			.product = session_text(s, stmt, 5),
			.issued = session_text(s, stmt, 6),
			.expires = session_text(s, stmt, 7),
			.url = session_text(s, stmt, 8),
			.sha256 = session_text(s, stmt, 9),
			.author = session_text(s, stmt, 10),
		};
	if (stmt) sqlite3_reset(stmt);
	for (size_t i = 0; i < all.n; i++) {
		struct body b = body_of(s->rules, all.p[i].scheme);
		str fault;

		if (date_is(all.p[i].issued)) find_end(s, &b, &all.p[i]);
		fault = find_fault(s, &b, &all.p[i]);
		all.p[i].is_valid = !fault.n;
		if (fault.n) all.p[i].why = fault;
	}
	s->certificates = all.p;
	s->certificate_count = all.n;
	return OK;
}

/* "the label jp-jc-star 1, number JST-1, claimed by Jane Roe" */
static str name_of(struct session *s, const struct certificate_claim *h)
{
	return arena_printf(s->keep, "the %.*s %.*s%s%.*s%s%.*s%s%.*s", STR_FMT(h->kind), STR_FMT(h->scheme),
		STR_AFTER(" ", h->level), STR_AFTER(", number ", h->number), STR_AFTER(", claimed by ", h->author));
}

/* ---- recognition ------------------------------------------------------------------------------------------------- */

static str level_fault(struct session *s, const struct deemed *d, const struct certificate_claim *h)
{
	struct body b = body_of(s->rules, d->by);
	size_t wanted = level_at(&b, d->level), has = level_at(&b, h->level);

	if (!d->level.n) return (str){ 0 };
	if (!h->level.n)
		return arena_printf(s->keep, "it does not say its level; level %.*s is recognised", STR_FMT(d->level));
	if (has == b.level_count || has < wanted || (d->is_exact && has != wanted))
		return arena_printf(s->keep, "its level is %.*s; what is recognised is level %.*s%s", STR_FMT(h->level),
			STR_FMT(d->level), d->is_exact ? " and no other" : " or higher");
	return (str){ 0 };
}

static str recognition_fault(struct evidence_view *v, const struct deemed *d, const struct certificate_claim *h)
{
	struct session *s = v->session;
	struct expr_names names = view_names(v);
	bool is_statement = str_is(h->kind, "statement");
	str fault;

	if (!h->is_valid) return h->why;
	if (is_statement != d->needs_statement)
		return d->needs_statement
			       ? STR("what is recognised is the maker's statement, and this is none")
			       : STR("a statement is no certificate: what is recognised is the label of the body");
	fault = level_fault(s, d, h);
	if (fault.n) return fault;
	if (d->from.n && str_compare(s->on, d->from) < 0)
		return arena_printf(s->keep, "it is recognised from %.*s on", STR_FMT(d->from));
	if (d->to.n && str_compare(s->on, d->to) >= 0)
		return arena_printf(s->keep, "it was recognised until %.*s", STR_FMT(d->to));
	switch (d->when ? expr_eval(d->when, &names) : YES) {
	case NO:
		return arena_printf(s->keep, "it is recognised only where %.*s", STR_FMT(d->when_text));
	case UNKNOWN:
		return arena_printf(
			s->keep, "it is recognised only where %.*s, which is not known", STR_FMT(d->when_text));
	default:
		return (str){ 0 };
	}
}

/* A requirement that stays "not applicable" needs nobody's certificate. */
static void cover(struct session *s, struct demands *d, struct recognition *n)
{
	for (size_t i = 0; i < d->count; i++) {
		struct requirement_result *q = &d->requirements[i];

		if (!rules_matches_any(n->rule->covers, n->rule->cover_count, q->requirement->id)) continue;
		n->covered++;
		if (q->settled == SETTLED_RECOGNISED || q->verdict == VERDICT_NOT_APPLICABLE ||
			requirement_ahead(q, s->on).n)
			continue;
		q->settled = SETTLED_RECOGNISED;
		q->settled_certificate = n->certificate;
		q->settled_rule = n->rule;
		q->settled_why = arena_printf(
			s->keep, "met by %.*s (%.*s)", STR_FMT(name_of(s, n->certificate)), STR_FMT(n->rule->clause));
	}
}

/* A rule for other products says nothing where another rule speaks of the same label; and what two rules say in the
 * same words is said once. */
static bool is_said(const struct scheme *scheme, const struct recognition *all, size_t count,
	const struct recognition *n, struct evidence_view *v)
{
	struct expr_names names = view_names(v);
	bool has_other = false;

	for (size_t i = 0; i < scheme->deemed_count; i++)
		has_other |= &scheme->deemed[i] != n->rule && str_equal(scheme->deemed[i].by, n->rule->by);
	if (has_other && n->rule->when && expr_eval(n->rule->when, &names) == NO) return true;
	for (size_t i = 0; i < count; i++)
		if (all[i].certificate == n->certificate && !n->counts && str_equal(all[i].why, n->why)) return true;
	return false;
}

struct recognised recognise(struct evidence_view *v, const struct scheme *scheme, struct demands *demands)
{
	struct session *s = v->session;
	VEC(struct recognition) all = { 0 };
	VEC(const struct certificate_claim *) own = { 0 };

	for (size_t k = 0; k < s->certificate_count; k++)
		if (str_equal(s->certificates[k].scheme, scheme->id)) *vec_add(s->keep, &own) = &s->certificates[k];
	for (size_t i = 0; i < scheme->deemed_count; i++) {
		const struct deemed *d = &scheme->deemed[i];

		for (size_t k = 0; k < s->certificate_count; k++) {
			const struct certificate_claim *h = &s->certificates[k];
			struct recognition n = { .rule = d, .certificate = h };

			if (!str_equal(h->scheme, d->by)) continue;
			n.why = recognition_fault(v, d, h);
			n.counts = !n.why.n;
			if (n.counts) cover(s, demands, &n);
			if (n.counts)
				n.why = arena_printf(
					s->keep, "%.*s%s%.*s", STR_FMT(d->clause), STR_AFTER("; until ", h->until));
			if (!is_said(scheme, all.p, all.n, &n, v)) *vec_add(s->keep, &all) = n;
		}
	}
	return (struct recognised){
		.recognitions = all.p, .recognition_count = all.n, .own = own.p, .own_count = own.n
	};
}

/* ---- alternatives ------------------------------------------------------------------------------------------------ */

static bool is_met(struct evidence_view *v, const struct scheme *scheme, const struct alternative *a)
{
	bool has_pass = false;

	for (size_t i = 0; i < a->met_count; i++) {
		struct requirement_result q;

		judge_requirement(v, rules_requirement(a->catalogue, a->met[i]), scheme->strength, false, &q);
		if (q.verdict != VERDICT_PASS && q.verdict != VERDICT_NOT_APPLICABLE) return false;
		has_pass |= q.verdict == VERDICT_PASS;
	}
	return has_pass;
}

/* Only what is open: what the evidence fails, another way does not mend unseen. */
static void take_alternative(
	struct evidence_view *v, const struct scheme *scheme, struct demands *d, const struct alternative *a)
{
	struct session *s = v->session;
	bool is_known = false;

	for (size_t i = 0; i < d->count; i++) {
		struct requirement_result *q = &d->requirements[i];

		if (q->verdict != VERDICT_INCONCLUSIVE || q->settled != SETTLED_NOT) continue;
		if (!rules_matches_any(a->covers, a->cover_count, q->requirement->id)) continue;
		if (!is_known && !is_met(v, scheme, a)) return;
		is_known = true;
		q->settled = SETTLED_ALTERNATIVE;
		q->settled_alternative = a;
		q->settled_why = arena_printf(s->keep, "met by %.*s %.*s of %.*s, by the same evidence (%.*s)",
			STR_FMT(words_of(s, a->met, a->met_count)), STR_FMT(a->catalogue->edition),
			STR_FMT(a->catalogue->title), STR_FMT(a->clause));
	}
}

void take_alternatives(struct evidence_view *v, const struct scheme *scheme, struct demands *d)
{
	for (size_t i = 0; i < scheme->alternative_count; i++) take_alternative(v, scheme, d, &scheme->alternatives[i]);
}

/* ---- what the evidence says against a certificate ---------------------------------------------------------------- */

static void add_false(struct session *s, const struct scheme_result *r, const struct certificate_claim *h,
	const struct requirement_result *first, size_t failing, contradictions *all)
{
	*vec_add(s->keep, all) = (struct contradiction){
		.name = r->scheme->id,
		.said = arena_printf(s->keep, "met by %.*s", STR_FMT(name_of(s, h))),
		.seen = arena_printf(s->keep, "the evidence fails %.*s%s: %.*s", STR_FMT(first->requirement->id),
			failing > 1 ? arena_printf(s->keep, " and %zu more", failing - 1).p : "", STR_FMT(first->why)),
		.author = h->author,
	};
}

static void find_false(struct session *s, const struct scheme_result *r, const struct certificate_claim *h,
	const struct deemed *d, contradictions *all)
{
	const struct requirement_result *first = NULL;
	size_t failing = 0;

	for (size_t i = 0; i < r->requirement_count; i++) {
		const struct requirement_result *q = &r->requirements[i];

		if (!q->is_mandatory || q->verdict != VERDICT_FAIL || requirement_ahead(q, s->on).n) continue;
		if (d && !rules_matches_any(d->covers, d->cover_count, q->requirement->id)) continue;
		if (!failing++) first = q;
	}
	if (first) add_false(s, r, h, first, failing, all);
}

void find_false_certificates(struct session *s, const struct scheme_result *r, contradictions *all)
{
	if (!r->is_judged) return;
	for (size_t i = 0; i < r->recognition_count; i++)
		if (r->recognitions[i].counts)
			find_false(s, r, r->recognitions[i].certificate, r->recognitions[i].rule, all);
	for (size_t i = 0; i < r->own_count; i++)
		if (r->own[i]->is_valid && !str_is(r->own[i]->kind, "statement"))
			find_false(s, r, r->own[i], NULL, all);
}
