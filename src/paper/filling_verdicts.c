/* Tables of verdicts: requirements one by one, the conformance statement of TS 103 701, standards with the
 * notices that bite. */
#include "paper/filling.h"

#include "base/buf.h"

static bool is_wanted(const struct paper_source *s, const struct requirement_result *r)
{
	bool is_named = s->name_count == 0;

	for (size_t i = 0; i < s->name_count && !is_named; i++)
		is_named = paper_id_fits(s->names[i], r->requirement->id);
	return is_named && (r->is_mandatory || !s->is_mandatory_only);
}

static bool is_binding(const struct scheme_result *r)
{
	return r && r->is_judged && r->applies != APPLIES_NO;
}

/* The source's scheme, where it was judged. One that does not bind counts only where none of the source's
 * schemes does: it was asked for by name. */
static const struct scheme_result *judged(const struct filling *f, const struct paper_source *s, size_t at)
{
	const struct scheme_result *r = filling_scheme(f, s->schemes[at]);
	bool is_any_binding = false;

	for (size_t i = 0; i < s->scheme_count; i++) is_any_binding |= is_binding(filling_scheme(f, s->schemes[i]));
	return r && r->is_judged && (is_binding(r) || !is_any_binding) ? r : NULL;
}

static bool has_rows(const struct filling *f, const struct paper_source *s, struct field_draft *d)
{
	if (!d->cells.n)
		filling_want(f, d, "a product file that says enough for %.*s to apply", STR_FMT(s->schemes[0]->id));
	return d->cells.n > 0;
}

/* What another way settles says so in the place of its verdict, and keeps what the evidence says. */
static const char *verdict_of(const struct requirement_result *r)
{
	switch (r->settled) {
	case SETTLED_RECOGNISED:
		return "recognised";
	case SETTLED_ALTERNATIVE:
		return "met another way";
	case SETTLED_ASSESSED:
		return "not applicable";
	default:
		return verdict_word(r->verdict);
	}
}

static str why_of(const struct filling *f, const struct requirement_result *r)
{
	if (!r->settled) return r->why;
	return arena_printf(f->keep, "%.*s; by the evidence: %s, %.*s", STR_FMT(r->settled_why),
		verdict_word(r->verdict), STR_FMT(r->why));
}

bool fill_requirements(const struct filling *f, const struct paper_source *s, struct field_draft *d)
{
	static const char *const columns[] = { "Requirement", "What is asked", "Verdict", "Known by", "Why", NULL };

	filling_columns(f, d, columns);
	for (size_t i = 0; i < s->scheme_count; i++) {
		const struct scheme_result *scheme = judged(f, s, i);

		for (size_t k = 0; scheme && k < scheme->requirement_count; k++) {
			const struct requirement_result *r = &scheme->requirements[k];

			if (!is_wanted(s, r)) continue;
			filling_cell(f, d, r->requirement->id);
			filling_cell(f, d, r->requirement->title);
			filling_cell(f, d, str_of(verdict_of(r)));
			filling_cell(f, d, str_of(r->settled ? "" : strength_word(r->basis)));
			filling_cell(f, d, why_of(f, r));
		}
	}
	return has_rows(f, s, d);
}

/* ---- the conformance statement ----------------------------------------------------------------------------------- */

static const char *support_of(enum verdict v)
{
	switch (v) {
	case VERDICT_PASS:
		return "Y";
	case VERDICT_FAIL:
		return "N";
	case VERDICT_NOT_APPLICABLE:
		return "N/A";
	case VERDICT_INCONCLUSIVE:
		return "open";
	}
	return "open";
}

/* What the maker's own statement says of a provision: "Y: detail", and whether something else was found; empty
 * when it says nothing. */
static str said(const struct filling *f, const struct requirement_result *result)
{
	const struct requirement *r = result->requirement;
	sqlite3_stmt *stmt =
		filling_prepare(f, "SELECT support, detail FROM ics WHERE edition = ?1 AND requirement = ?2");
	str text = { 0 };

	sqlite3_bind_text(stmt, 1, r->catalogue->edition.p, (int)r->catalogue->edition.n, SQLITE_STATIC);
	sqlite3_bind_text(stmt, 2, r->id.p, (int)r->id.n, SQLITE_STATIC);
	if (filling_row(f, stmt)) {
		str support = filling_text(f, stmt, 0), detail = filling_text(f, stmt, 1);

		text = arena_printf(f->keep, "%.*s%s%.*s", STR_FMT(support), support.n && STR_AFTER(": ", detail));
	}
	sqlite3_finalize(stmt);
	return text;
}

static str status_of(const struct filling *f, const struct requirement *r)
{
	return arena_printf(f->keep, "%.*s%s", STR_FMT(r->level), r->when_text.n ? " C" : "");
}

static size_t list_provisions(const struct filling *f, const struct scheme_result *scheme, struct field_draft *d)
{
	size_t open = 0;

	for (size_t k = 0; k < scheme->requirement_count; k++) {
		const struct requirement_result *r = &scheme->requirements[k];

		/* The statement is of the standard that the scheme names first; what it asks besides is no provision
		 * of it. */
		if (!str_equal(r->requirement->catalogue->id, scheme->scheme->requires[0].catalogue->id)) continue;
		open += r->verdict == VERDICT_INCONCLUSIVE;
		filling_cell(f, d, r->requirement->id);
		filling_cell(f, d, r->requirement->title);
		filling_cell(f, d, status_of(f, r->requirement));
		filling_cell(f, d, r->requirement->when_text);
		filling_cell(f, d, str_of(support_of(r->verdict)));
		filling_cell(f, d, r->why);
		filling_cell(f, d, said(f, r));
	}
	return open;
}

bool fill_conformance(const struct filling *f, const struct paper_source *s, struct field_draft *d)
{
	static const char *const columns[] = { "Reference", "Provision", "Status", "Condition", "Support", "Detail",
		"The maker says", NULL };

	filling_columns(f, d, columns);
	for (size_t i = 0; i < s->scheme_count; i++) {
		const struct scheme_result *scheme = judged(f, s, i);
		size_t open = scheme ? list_provisions(f, scheme, d) : 0;

		if (!open) continue;
		d->is_short = true;
		filling_want(f, d, "what decides the %zu open %s of %.*s (assay next)", open,
			open == 1 ? "provision" : "provisions", STR_FMT(scheme->scheme->id));
	}
	return has_rows(f, s, d);
}

/* ---- standards --------------------------------------------------------------------------------------------------- */

str filling_notices(const struct filling *f, const struct scheme_result *r, const char *sure, struct field_draft *d)
{
	struct buf text = { 0 };

	for (size_t i = 0; i < r->scheme->forced_count; i++) {
		const struct forced_result *n = &r->forced[i];

		if (n->is_forced == NO) continue;
		buf_printf(&text, "%s%s: %.*s", text.n ? "; " : "", n->is_forced == YES ? sure : "not known",
			STR_FMT(n->rule->why));
		if (n->is_forced == YES) continue;
		d->is_short = true;
		filling_want(f, d, "the answer, in the product file, to: %.*s", STR_FMT(n->question));
	}

	str all = arena_str(f->keep, buf_all(&text));

	buf_free(&text);
	return all;
}

/* Notices that the requirements themselves bear, where they apply. */
static str restricted(const struct filling *f, const struct scheme_result *r, str notices)
{
	struct buf text = { 0 };

	buf_str(&text, notices);
	for (size_t i = 0; i < r->requirement_count; i++) {
		const struct requirement *q = r->requirements[i].requirement;
		str notice = q->restriction;

		if (!notice.n || r->requirements[i].verdict == VERDICT_NOT_APPLICABLE) continue;
		if (str_ends(notice, ".")) notice.n--;
		buf_printf(&text, "%son %.*s: %.*s", text.n ? "; " : "", STR_FMT(q->id), STR_FMT(notice));
	}

	str all = text.n ? arena_str(f->keep, buf_all(&text)) : STR("none applies");

	buf_free(&text);
	return all;
}

static str applied(const struct filling *f, const struct scheme_result *r)
{
	unsigned asked = r->mandatory.pass + r->mandatory.fail + r->mandatory.inconclusive;

	if (r->verdict == VERDICT_PASS)
		return arena_printf(f->keep, "in full: all %u requirements that apply pass", asked);
	if (!r->mandatory.pass) return arena_printf(f->keep, "not shown: none of %u requirements passes yet", asked);
	return arena_printf(f->keep, "in part: %u of %u requirements pass, %u fail, %u open", r->mandatory.pass, asked,
		r->mandatory.fail, r->mandatory.inconclusive);
}

bool fill_standards(const struct filling *f, const struct paper_source *s, struct field_draft *d)
{
	static const char *const columns[] = { "Standard", "Edition", "Applied", "Notices and restrictions", NULL };
	bool is_any = false;

	filling_columns(f, d, columns);
	for (size_t i = 0; i < s->scheme_count; i++) {
		const struct scheme_result *r = filling_scheme(f, s->schemes[i]);
		bool is_in = is_binding(r);

		filling_cell(f, d, s->schemes[i]->title);
		filling_cell(f, d, s->schemes[i]->edition);
		if (is_in)
			filling_cell(f, d, applied(f, r));
		else
			filling_cell(f, d,
				r ? arena_printf(f->keep, "not applied: %.*s", STR_FMT(r->applies_why))
				  : STR("not applied: it was not judged"));
		filling_cell(f, d, is_in ? restricted(f, r, filling_notices(f, r, "bites", d)) : STR(""));
		is_any |= is_in;
	}
	if (!is_any) filling_want(f, d, "a standard that applies, or the statement of other specifications");
	return is_any;
}
