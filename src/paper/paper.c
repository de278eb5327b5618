#include "paper/paper.h"

#include "base/buf.h"
#include "paper/filling.h"

const char *field_state_word(enum field_state s)
{
	static const char *const words[] = { [FIELD_FILLED] = "filled",
		[FIELD_NONE] = "not stated",
		[FIELD_BY_HAND] = "by hand",
		[FIELD_MISSING] = "missing",
		[FIELD_WITHHELD] = "withheld" };

	return words[s];
}

const char *paper_state_word(enum paper_state s)
{
	static const char *const words[] = {
		[PAPER_READY] = "ready", [PAPER_DRAFT] = "draft", [PAPER_WITHHELD] = "withheld"
	};

	return words[s];
}

/* ---- why a declaration cannot be made ---------------------------------------------------------------------------- */

static void scheme_reason(struct filling *f, const struct scheme *s, str verdict, str why)
{
	*vec_add(f->keep, &f->reasons) =
		(struct paper_reason){ .scheme = s->id, .title = s->title, .verdict = verdict, .why = why };
}

/* A requirement that asks for this paper is met by making it. */
static bool is_itself(const struct paper *p, str id)
{
	for (size_t i = 0; i < p->itself_count; i++)
		if (paper_id_fits(p->itself[i], id)) return true;
	return false;
}

/* What another way settles is met, unless the evidence says that it is not: nobody declares against what was seen.
 * What the law asks only as far as the maker's risk assessment finds it applicable, and does not, is not declared. */
static bool stands_against(const struct requirement_result *q)
{
	if (q->settled == SETTLED_ASSESSED) return false;
	return q->verdict == VERDICT_FAIL || (q->verdict == VERDICT_INCONCLUSIVE && q->settled == SETTLED_NOT);
}

static void requirement_reason(struct filling *f, const struct scheme_result *r, const struct requirement_result *q)
{
	*vec_add(f->keep, &f->reasons) = (struct paper_reason){
		.scheme = r->scheme->id,
		.catalogue = q->requirement->catalogue->id,
		.requirement = q->requirement->id,
		.title = q->requirement->title,
		.verdict = str_of(q->verdict == VERDICT_FAIL ? "fails" : "is open"),
		.why = q->settled ? arena_printf(f->keep, "%.*s; by the evidence it fails all the same: %.*s",
					    STR_FMT(q->settled_why), STR_FMT(q->why))
				  : q->why,
	};
}

/* Certificates that would have settled it, and why they do not. */
static void recognition_reasons(struct filling *f, const struct scheme_result *r)
{
	for (size_t i = 0; i < r->recognition_count; i++) {
		const struct recognition *n = &r->recognitions[i];

		if (n->counts) continue;
		scheme_reason(f, r->scheme,
			arena_printf(f->keep, "is not met by the %.*s %.*s", STR_FMT(n->certificate->kind),
				STR_FMT(n->certificate->scheme)),
			n->why);
	}
}

static void requirement_reasons(struct filling *f, const struct scheme_result *r)
{
	unsigned met = 0, against = 0;

	for (size_t i = 0; i < r->requirement_count; i++) {
		const struct requirement_result *q = &r->requirements[i];
		bool passes = q->verdict == VERDICT_PASS;

		if (!q->is_mandatory) continue;
		if (q->settled == SETTLED_ASSESSED) continue;
		met += passes || q->settled != SETTLED_NOT;
		if (is_itself(f->paper, q->requirement->id)) continue;
		if (passes || q->settled) f->ground |= 1u << (passes ? SETTLED_NOT : q->settled);
		against += stands_against(q);
	}
	if (against) recognition_reasons(f, r);
	for (size_t i = 0; i < r->requirement_count; i++) {
		const struct requirement_result *q = &r->requirements[i];

		if (q->is_mandatory && stands_against(q) && !is_itself(f->paper, q->requirement->id))
			requirement_reason(f, r, q);
	}
	if (!met) scheme_reason(f, r->scheme, STR("is open"), STR("no mandatory requirement passes"));
}

/* Words say on what they stand. Those of the evidence alone do not fit what is met by somebody's label; those of a
 * label do not fit where none is relied on. */
static bool speaks_of(const struct filling *f, const struct paper_source *s)
{
	const unsigned evidence = 1u << SETTLED_NOT;
	unsigned other = f->ground & ~evidence, others = s->by & ~evidence;

	if (other & ~others) return false;
	return (s->by & evidence) || (other & others);
}

static bool has_words(const struct filling *f, const struct paper_field *field)
{
	bool declares = false;

	for (size_t i = 0; i < field->source_count; i++) {
		if (field->sources[i].from != FROM_DECLARATION) continue;
		if (speaks_of(f, &field->sources[i])) return true;
		declares = true;
	}
	return !declares;
}

static void wording_reasons(struct filling *f)
{
	bool has_all = true;

	for (size_t i = 0; i < f->paper->field_count; i++) has_all &= has_words(f, &f->paper->fields[i]);
	for (size_t i = 0; i < f->paper->scheme_count && !has_all; i++) {
		const struct scheme_result *r = filling_scheme(f, f->paper->schemes[i]);

		if (r && r->is_judged && r->basis)
			scheme_reason(f, r->scheme,
				arena_printf(f->keep, "passes by another way (%s)", settled_word(r->basis)),
				arena_printf(f->keep, "%.*s; this paper has no words for that", STR_FMT(r->why)));
	}
}

static void collect_reasons(struct filling *f)
{
	for (size_t i = 0; i < f->paper->scheme_count; i++) {
		const struct scheme *s = f->paper->schemes[i];
		const struct scheme_result *r = filling_scheme(f, s);

		if (!r) {
			scheme_reason(f, s, STR("was not judged"), STR("it was not asked for"));
			continue;
		}
		if (r->applies == APPLIES_NO) scheme_reason(f, s, STR("does not bind the product"), r->applies_why);
		if (r->applies == APPLIES_MAYBE)
			scheme_reason(
				f, s, STR("may not bind the product"), r->question.n ? r->question : r->applies_why);
		if (!r->is_in_force)
			scheme_reason(f, s, arena_printf(f->keep, "is not in force on %.*s", STR_FMT(f->j->on)),
				r->applies_why);
		if (r->is_judged) requirement_reasons(f, r);
	}
	if (!f->reasons.n) wording_reasons(f);
	f->result->reasons = f->reasons.p;
	f->result->reason_count = f->reasons.n;
}

/* ---- fields ------------------------------------------------------------------------------------------------------ */

/* Where nothing can be declared, which words they would have been is all the same: the field is withheld. */
static bool fill_declaration(const struct filling *f, const struct paper_source *s, struct field_draft *d)
{
	return (f->reasons.n || speaks_of(f, s)) && fill_words(f, s, d);
}

static bool (*const fillers[])(const struct filling *f, const struct paper_source *s, struct field_draft *d) = {
	[FROM_PROFILE] = fill_profile,
	[FROM_STATEMENT] = fill_statement,
	[FROM_ANSWER] = fill_answer,
	[FROM_TEXT] = fill_words,
	[FROM_DECLARATION] = fill_declaration,
	[FROM_HAND] = fill_words,
	[FROM_ROUTE] = fill_route,
	[FROM_REQUIREMENTS] = fill_requirements,
	[FROM_CONFORMANCE] = fill_conformance,
	[FROM_STANDARDS] = fill_standards,
	[FROM_INPUTS] = fill_inputs,
	[FROM_QUERY] = fill_query,
	[FROM_IXIT] = fill_ixit,
	[FROM_PAPER] = fill_paper,
	[FROM_GROUNDS] = fill_grounds,
};

static bool is_route_forced(const struct filling *f, const struct scheme *s)
{
	const struct scheme_result *r = filling_scheme(f, s);

	for (size_t i = 0; r && r->applies != APPLIES_NO && i < s->forced_count; i++)
		if (r->forced[i].is_forced == YES) return true;
	return false;
}

/* By the paper's own schemes, or by a notice on a standard that it names. */
static bool is_forced(const struct filling *f)
{
	const struct paper *p = f->paper;
	bool forced = false;

	for (size_t i = 0; i < p->scheme_count; i++) forced |= is_route_forced(f, p->schemes[i]);
	for (size_t i = 0; i < p->field_count; i++) {
		for (size_t k = 0; k < p->fields[i].source_count; k++) {
			const struct paper_source *s = &p->fields[i].sources[k];

			for (size_t n = 0; s->from == FROM_STANDARDS && n < s->scheme_count; n++)
				forced |= is_route_forced(f, s->schemes[n]);
		}
	}
	return forced;
}

static bool is_required(const struct filling *f, const struct paper_field *field)
{
	switch (field->need) {
	case NEED_ALWAYS:
		return true;
	case NEED_WHERE_APPLICABLE:
		return false;
	case NEED_WHEN_FORCED:
		return is_forced(f);
	case NEED_WHEN_RECOGNISED:
		return f->ground & 1u << SETTLED_RECOGNISED;
	case NEED_WHEN_ALTERNATIVE:
		return f->ground & 1u << SETTLED_ALTERNATIVE;
	}
	return true;
}

static enum field_state state_of(const struct filling *f, const struct field_draft *d, const struct paper_source *given)
{
	if (!given) return d->result->is_required ? FIELD_MISSING : FIELD_NONE;
	if (given->from == FROM_DECLARATION && f->reasons.n) return FIELD_WITHHELD;
	if (d->is_short) return FIELD_MISSING;
	return given->from == FROM_HAND ? FIELD_BY_HAND : FIELD_FILLED;
}

static str joined(const struct filling *f, const str *texts, size_t count)
{
	struct buf all = { 0 };

	for (size_t i = 0; i < count; i++) {
		if (i) buf_text(&all, "; ");
		buf_str(&all, texts[i]);
	}

	str text = arena_str(f->keep, buf_all(&all));

	buf_free(&all);
	return text;
}

static void want_one_of_them(const struct filling *f, struct field_draft *d)
{
	for (size_t i = 1; i < d->values.n; i++) {
		if (str_equal(d->values.p[i].text, d->values.p[0].text)) continue;
		d->is_short = true;
		filling_want(f, d, "one answer: \"%.*s\" (%.*s) and \"%.*s\" (%.*s) differ",
			STR_FMT(d->values.p[0].text), STR_FMT(d->values.p[0].source), STR_FMT(d->values.p[i].text),
			STR_FMT(d->values.p[i].source));
		return;
	}
}

/* Sources that say the same give one value, which names them all. */
static void agree(const struct filling *f, struct field_draft *d)
{
	for (size_t i = 1; i < d->values.n; i++)
		d->values.p[0].source = arena_printf(
			f->keep, "%.*s; %.*s", STR_FMT(d->values.p[0].source), STR_FMT(d->values.p[i].source));
	if (d->values.n) d->values.n = 1;
}

/* Sources in their order, until one has something to say; all of them where they must agree. Each that has
 * nothing says what it wants. */
static const struct paper_source *first_given(
	const struct filling *f, const struct paper_field *field, struct field_draft *d)
{
	struct field_result *r = d->result;
	const struct paper_source *first = NULL;

	r->wanted = arena_array(f->keep, str, field->source_count + 1);
	for (size_t i = 0; i < field->source_count && (!first || field->must_agree); i++) {
		const struct paper_source *s = &field->sources[i];

		d->wanted.n = 0;
		if (fillers[s->from](f, s, d)) {
			if (!first) first = s;
		} else if (d->wanted.n) {
			r->wanted[r->wanted_count++] = joined(f, d->wanted.p, d->wanted.n);
			d->wanted.n = 0;
		}
	}
	if (!first) return NULL;
	if (field->must_agree) {
		want_one_of_them(f, d);
		if (!d->is_short) agree(f, d);
	}
	r->wanted_count = 0;
	if (d->is_short) r->wanted[r->wanted_count++] = joined(f, d->wanted.p, d->wanted.n);
	return first;
}

static void fill_field(struct filling *f, const struct paper_field *field, struct field_result *ret)
{
	struct field_draft d = { .result = ret };
	const struct paper_source *given;

	ret->field = field;
	ret->is_required = is_required(f, field);
	given = first_given(f, field, &d);
	ret->state = state_of(f, &d, given);
	if (ret->state == FIELD_WITHHELD) return;
	ret->values = d.values.p;
	ret->value_count = d.values.n;
	ret->table.cells = d.cells.p;
	ret->table.row_count = ret->table.column_count ? d.cells.n / ret->table.column_count : 0;
}

err paper_fill(const struct judgement *j, sqlite3 *evidence, const struct paper *paper, struct arena *keep,
	struct paper_result **ret)
{
	struct paper_result *result = arena_new(keep, struct paper_result);
	err problem = OK;
	struct filling f = {
		.j = j, .db = evidence, .keep = keep, .paper = paper, .result = result, .problem = &problem
	};
	bool is_short = false;

	result->paper = paper;
	result->fields = arena_array(keep, struct field_result, paper->field_count);
	collect_reasons(&f);
	if (!paper->declares) f.reasons.n = result->reason_count = 0;
	for (size_t i = 0; i < paper->field_count; i++) {
		struct field_result *field = &result->fields[i];

		fill_field(&f, &paper->fields[i], field);
		is_short |= field->state == FIELD_MISSING;
		if (field->state == FIELD_NONE) continue;
		result->asked++;
		result->filled += field->state == FIELD_FILLED || field->state == FIELD_BY_HAND;
	}
	result->state = result->reason_count ? PAPER_WITHHELD : is_short ? PAPER_DRAFT : PAPER_READY;
	if (!problem.is) *ret = result;
	return problem;
}
