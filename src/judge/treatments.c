/* Treatments: what stands in for a requirement, or waives it, for the verdict on the system. An axis of its own: the
 * device's verdict is never touched. Where the law itself binds only as far as the maker's risk assessment goes,
 * that settles the requirement under the scheme, with its justification; what the evidence says stays. Whatever an
 * entry lacks makes it count for nothing, and it says so. */
#include "judge/session.h"
#include "rules/answers.h"
#include "rules/dates.h"

err load_treatments(struct session *s)
{
	sqlite3_stmt *stmt = query_cache_fixed(s->cache, QUERY_TREATMENTS);

	/* An older evidence file has no such table, and so no treatments. */
	while (stmt && sqlite3_step(stmt) == SQLITE_ROW) {
		struct treatment *t = vec_add(s->keep, &s->treatments);

		*t = (struct treatment){
			.catalogue = session_text(s, stmt, 0),
			.requirement = session_text(s, stmt, 1),
			.schemes = session_whole_text(s, stmt, 2),
			.kind = session_text(s, stmt, 3),
			.control = session_text(s, stmt, 4),
			.acts = session_text(s, stmt, 5),
			.approver = session_text(s, stmt, 6),
			.approved = session_text(s, stmt, 7),
			.justification = session_text(s, stmt, 8),
			.document = session_text(s, stmt, 9),
			.sha256 = session_text(s, stmt, 10),
			.enforcement = session_text(s, stmt, 11),
			.expires = session_text(s, stmt, 12),
			.author = session_text(s, stmt, 13),
			.entry = sqlite3_column_int64(stmt, 14),
		};
		t->until = date_last(s->keep, t->expires);
	}
	if (stmt) sqlite3_reset(stmt);
	return OK;
}

/* ---- whether the scheme allows it -------------------------------------------------------------------------------- */

static str allowance_fault(struct session *s, const struct scheme *scheme, const struct treatment *t, str id)
{
	const struct treating *rule = &scheme->treating;

	if (str_is(t->kind, "waived")) {
		if (!rule->waive_count) return STR("the scheme lets nothing be waived");
		if (!rules_matches_any(rule->waives, rule->waive_count, id))
			return STR("the scheme does not let this requirement be waived");
		return (str){ 0 };
	}
	if (!str_is(t->kind, "compensated")) return STR("its kind is neither compensated, waived nor not-applicable");
	if (rule->compensation == COMPENSATION_NONE)
		return STR("the scheme lets no control stand in for a requirement");
	if (!rules_matches_any(rule->compensates, rule->compensate_count, id))
		return STR("the scheme lets no control stand in for this requirement");
	if (!t->control.n) return STR("it names no control");
	if (!t->acts.n) return STR("it does not say where the control acts (acts: network, environment or system)");
	if (str_is(t->acts, "system") && rule->compensation != COMPENSATION_SYSTEM)
		return arena_printf(s->keep, "the scheme lets a control of the network or the surroundings stand in, "
					     "not one elsewhere in the "
					     "product's own system");
	return (str){ 0 };
}

/* ---- whether it is made well ------------------------------------------------------------------------------------- */

static uint32_t days_of(const struct rules *rules, const struct scheme *scheme)
{
	uint32_t days = scheme->treating.enforcement_days;

	if (!days) days = rules_age_limit(rules, NULL, STR("enforcement"));
	return days ? days : 1;
}

static str enforcement_fault(struct session *s, const struct scheme *scheme, const struct treatment *t)
{
	uint32_t days = days_of(s->rules, scheme);
	sqlite3_stmt *stmt = t->enforcement.n ? query_cache_fixed(s->cache, QUERY_ENFORCEMENT) : NULL;
	str checked = { 0 };

	if (!t->enforcement.n)
		return STR("a control of the network counts by evidence of its enforcement (evidence: {enforcement: "
			   "the policy's "
			   "sha256 or url})");
	if (stmt) {
		sqlite3_bind_text(stmt, 1, t->enforcement.p, (int)t->enforcement.n, SQLITE_STATIC);
		sqlite3_bind_text(stmt, 2, s->on.p, (int)s->on.n, SQLITE_STATIC);
		if (sqlite3_step(stmt) == SQLITE_ROW) checked = session_text(s, stmt, 0);
		sqlite3_reset(stmt);
	}
	if (!checked.n)
		return STR("nothing in the evidence shows that this policy is enforced, unbroken and tried out; bring "
			   "the journal "
			   "of the gateway");
	if (date_between(checked, s->on) > days)
		return arena_printf(s->keep,
			"its enforcement was last checked on %.*s, more than %u %s ago; bring a newer journal of the "
			"gateway",
			STR_FMT(checked), days, days == 1 ? "day" : "days");
	return (str){ 0 };
}

static str making_fault(struct session *s, const struct scheme *scheme, const struct treatment *t)
{
	if (!str_trim(t->approver).n) return STR("nobody answers for it (approver)");
	if (!str_trim(t->justification).n) return STR("it says nothing why (justification)");
	if (!t->expires.n) return STR("it has no end (expires), and without one it never counts");
	if (!t->until.n) return STR("its end is neither a day nor a moment in UTC");
	if (t->approved.n && str_compare(s->on, t->approved) < 0)
		return arena_printf(s->keep, "it is approved from %.*s on", STR_FMT(t->approved));
	if (str_compare(s->on, t->until) > 0) return arena_printf(s->keep, "it ended on %.*s", STR_FMT(t->expires));
	if (str_is(t->acts, "network") && !str_is(t->kind, "waived")) return enforcement_fault(s, scheme, t);
	if (!t->document.n || !t->sha256.n)
		return STR("no document bears it out (evidence: {document: ..., sha256: ...})");
	return (str){ 0 };
}

/* ---- the scheme -------------------------------------------------------------------------------------------------- */

static bool concerns(const struct treatment *t, const struct scheme *scheme, const struct requirement *r)
{
	str rest = t->schemes, word;

	if (!str_equal(t->requirement, r->id)) return false;
	if (t->catalogue.n && !str_equal(t->catalogue, r->catalogue->id)) return false;
	if (!t->schemes.n) return true;
	while (str_split(&rest, ',', &word))
		if (str_equal(str_trim(word), scheme->id)) return true;
	return false;
}

/* ---- not applicable on the maker's risk assessment --------------------------------------------------------------- */

static str assessment_fault(
	struct session *s, const struct scheme *scheme, const struct treatment *t, const struct requirement_result *q)
{
	const struct treating *rule = &scheme->treating;

	if (!rule->assess_count)
		return STR("the scheme has no requirement that a risk assessment may find not applicable");
	if (!rules_matches_any(rule->assesses, rule->assess_count, q->requirement->id))
		return STR("the scheme asks this requirement whatever a risk assessment finds");
	if (!str_trim(t->approver).n) return STR("nobody answers for it (approver)");
	if (!t->approved.n) return STR("it does not say since when (approved)");
	if (str_compare(s->on, t->approved) < 0)
		return arena_printf(s->keep, "it is approved from %.*s on", STR_FMT(t->approved));
	if (!str_trim(t->justification).n) return STR("it says nothing why (justification)");
	if (t->expires.n && !t->until.n) return STR("its end is neither a day nor a moment in UTC");
	if (t->until.n && str_compare(s->on, t->until) > 0)
		return arena_printf(s->keep, "it ended on %.*s", STR_FMT(t->expires));
	if (q->verdict == VERDICT_FAIL && (!t->document.n || !t->sha256.n))
		return STR("the evidence fails it: only a risk assessment that is there takes it out (evidence: "
			   "{document: "
			   "..., sha256: ...})");
	return (str){ 0 };
}

static struct treatment_result assess(
	struct session *s, const struct scheme *scheme, const struct treatment *t, struct requirement_result *q)
{
	struct treatment_result n = { .treatment = t, .of = q, .is_assessed = true };

	n.why = assessment_fault(s, scheme, t, q);
	n.counts = !n.why.n;
	if (!n.counts) return n;
	n.why = arena_printf(s->keep, "not applicable on the maker's risk assessment: %.*s (%.*s, %.*s%s%.*s; %.*s)",
		STR_FMT(t->justification), STR_FMT(t->approver), STR_FMT(t->approved), STR_AFTER(", ", t->document),
		STR_FMT(scheme->treating.clause));
	q->settled = SETTLED_ASSESSED;
	q->settled_why = n.why;
	return n;
}

static struct treatment_result weigh(
	struct session *s, const struct scheme *scheme, const struct treatment *t, struct requirement_result *q)
{
	struct treatment_result n = { .treatment = t, .of = q };

	if (q->verdict == VERDICT_PASS || q->verdict == VERDICT_NOT_APPLICABLE || q->settled != SETTLED_NOT) {
		n.why = q->settled != SETTLED_NOT ? STR("it is not needed: the requirement is settled otherwise")
						  : STR("it is not needed: the device itself meets the requirement");
		return n;
	}
	if (str_is(t->kind, "not-applicable")) return assess(s, scheme, t, q);
	n.why = allowance_fault(s, scheme, t, q->requirement->id);
	if (!n.why.n) n.why = making_fault(s, scheme, t);
	n.counts = !n.why.n;
	if (n.counts)
		n.why = arena_printf(s->keep, "%s until %.*s, answered for by %.*s%s%.*s", t->kind.p, STR_FMT(t->until),
			STR_FMT(t->approver), STR_AFTER("; ", scheme->treating.clause));
	return n;
}

struct compensated compensate(struct session *s, const struct scheme *scheme, struct demands *d)
{
	VEC(struct treatment_result) all = { 0 };

	for (size_t i = 0; i < s->treatments.n; i++) {
		for (size_t k = 0; k < d->count; k++) {
			struct requirement_result *q = &d->requirements[k];

			if (!concerns(&s->treatments.p[i], scheme, q->requirement)) continue;

			struct treatment_result n = weigh(s, scheme, &s->treatments.p[i], q);

			q->is_treated |= n.counts && !n.is_assessed;
			*vec_add(s->keep, &all) = n;
		}
	}
	return (struct compensated){ .treatments = all.p, .treatment_count = all.n };
}
