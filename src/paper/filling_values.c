/* Single values for a paper's fields: from the product file, documents, answers, the paper's own words, routes,
 * other papers. */
#include "paper/filling.h"

#include "base/buf.h"
#include "base/limits.h"
#include "judge/answers.h"

void filling_value(const struct filling *f, struct field_draft *d, str text, str source, str link)
{
	if (d->values.n > LIMIT_PAPER_WANTS) return;
	if (d->values.n == LIMIT_PAPER_WANTS) {
		text = STR("and more of the kind, which is not listed"), source = link = (str){ 0 };
		d->is_short = true;
	}
	for (size_t i = 0; i < d->values.n; i++)
		if (str_equal(d->values.p[i].text, text) && str_equal(d->values.p[i].source, source)) return;
	f->result->bytes += text.n + source.n;
	*vec_add(f->keep, &d->values) = (struct paper_value){ .text = text, .source = source, .link = link };
}

static str web_address(str url)
{
	return str_starts(url, "https://") || str_starts(url, "http://") ? url : (str){ 0 };
}

/* ---- the product file -------------------------------------------------------------------------------------------- */

/* "product.batch" as it is written: product: {batch: ...}. Names without a section of their own stand under profile. */
static void want_name(const struct filling *f, struct field_draft *d, str name)
{
	const struct profile_name *p = rules_profile(f->j->rules, name);
	str rest = name, section;

	if (str_split(&rest, '.', &section) && rest.p && !str_starts(name, "risk."))
		filling_want(f, d, "%.*s: {%.*s: ...} in the product file%s%.*s", STR_FMT(section), STR_FMT(rest),
			p ? ": " : "", STR_FMT(p ? p->asks : STR("")));
	else
		filling_want(f, d, "profile: {%.*s: ...} in the product file%s%.*s", STR_FMT(name), p ? ": " : "",
			STR_FMT(p ? p->asks : STR("")));
}

static const struct profile_value *profile_value(const struct judgement *j, str name)
{
	for (size_t i = 0; i < j->profile_count; i++)
		if (str_equal(j->profile[i].name, name) && str_trim(j->profile[i].value).n) return &j->profile[i];
	return NULL;
}

bool fill_profile(const struct filling *f, const struct paper_source *s, struct field_draft *d)
{
	struct buf text = { 0 };
	str author = { 0 };
	bool is_whole = true;

	for (size_t i = 0; i < s->name_count; i++) {
		const struct profile_value *p = profile_value(f->j, s->names[i]);

		if (!p) {
			want_name(f, d, s->names[i]);
			is_whole = false;
			continue;
		}
		if (text.n) buf_text(&text, ", ");
		buf_str(&text, p->value);
		author = p->author;
	}
	if (is_whole)
		filling_value(f, d, arena_str(f->keep, buf_all(&text)),
			arena_printf(f->keep, "product file%s%.*s", STR_AFTER(", by ", author)), (str){ 0 });
	buf_free(&text);
	return is_whole;
}

/* ---- documents --------------------------------------------------------------------------------------------------- */

static void add_statement(const struct filling *f, struct field_draft *d, sqlite3_stmt *stmt)
{
	str value = str_trim(filling_text(f, stmt, 0)), unit = filling_text(f, stmt, 1),
	    kind = filling_text(f, stmt, 2), url = filling_text(f, stmt, 3), published = filling_text(f, stmt, 4);
	str source = arena_printf(f->keep, "document \"%.*s\"%s%.*s%s%.*s", STR_FMT(kind), STR_AFTER(", ", url),
		STR_AFTER(", of ", published));

	if (!value.n)
		value = arena_printf(f->keep, "told in the document \"%.*s\"", STR_FMT(kind));
	else if (unit.n)
		value = arena_printf(f->keep, "%.*s %.*s", STR_FMT(value), STR_FMT(unit));
	filling_value(f, d, value, source, web_address(url));
}

static void bind_if(sqlite3_stmt *stmt, int at, str text)
{
	if (text.n) sqlite3_bind_text(stmt, at, text.p, (int)text.n, SQLITE_STATIC);
}

bool fill_statement(const struct filling *f, const struct paper_source *s, struct field_draft *d)
{
	sqlite3_stmt *stmt = filling_prepare(f,
		"SELECT s.value, s.unit, d.kind, d.url, d.published FROM statement AS s "
		"LEFT JOIN document AS d ON d.id = s.document WHERE s.kind = ?1 AND (?2 IS NULL OR s.subject = ?2) "
		"AND (?3 IS NULL OR d.kind = ?3) AND coalesce(d.kind, '') <> 'declaration' ORDER BY d.id, s.rowid");

	bind_if(stmt, 1, s->text);
	bind_if(stmt, 2, s->subject);
	bind_if(stmt, 3, s->document);
	while (filling_row(f, stmt)) add_statement(f, d, stmt);
	sqlite3_finalize(stmt);
	if (d->values.n) return true;
	filling_want(f, d,
		"the statement {kind: %.*s%s%.*s, value: ...} of a document%s%.*s, under documents: in the "
		"product file",
		STR_FMT(s->text), STR_AFTER(", subject: ", s->subject), STR_AFTER(" of the kind ", s->document));
	return false;
}

/* ---- answers ----------------------------------------------------------------------------------------------------- */

static void add_answer(const struct filling *f, struct field_draft *d, const struct answer *a)
{
	filling_value(f, d,
		arena_printf(f->keep, "%.*s%s%.*s%s%.*s%s%.*s", STR_FMT(a->about), a->about.n ? ": " : "",
			STR_FMT(a->value), STR_AFTER(" ", a->unit), STR_AFTER(" - ", a->reason)),
		arena_printf(f->keep, "answer%s%.*s%s%.*s", STR_AFTER(" of ", a->author), STR_AFTER(", ", a->answered)),
		(str){ 0 });
}

static void want_answer(const struct filling *f, const struct question *q, str why, struct field_draft *d)
{
	filling_want(f, d, "the answer to \"%.*s\" (assay answer PRODUCT.assay %.*s ...)%s%.*s", STR_FMT(q->sentence),
		STR_FMT(q->id), STR_AFTER("; what is there does not count: ", why));
}

/* Only what counts for the verdicts of the paper's schemes stands in it. The answer about the product is that of
 * every thing that has none of its own. */
bool fill_answer(const struct filling *f, const struct paper_source *s, struct field_draft *d)
{
	const struct judgement *j = f->j;
	const struct question *q = s->question;
	const struct answer_terms terms = answer_terms_of_schemes(j, f->paper->schemes, f->paper->scheme_count, q);
	const struct weighed_answer all = answer_weigh(j->answers, j->answer_count, q, 0, &terms, f->keep);
	size_t answered = 0, asked_of = 0;
	str why = all.answer && !answer_counts(&all) ? all.why : (str){ 0 };

	if (answer_counts(&all)) add_answer(f, d, all.answer);
	for (size_t i = 0; i < j->answer_count; i++) {
		const struct answer *a = &j->answers[i];
		bool is_first = !i || a[-1].entity != a->entity || !str_equal(a[-1].question, a->question);

		if (!is_first || !a->entity || !a->is_asked || !str_equal(a->question, q->id)) continue;

		struct weighed_answer own = answer_weigh(j->answers, j->answer_count, q, a->entity, &terms, f->keep);

		if (answer_counts(&own))
			add_answer(f, d, own.answer);
		else
			why = arena_printf(f->keep, "%.*s: %.*s", STR_FMT(a->about), STR_FMT(own.why));
		answered++;
		asked_of = a->asked_of;
	}
	if (!why.n && !all.answer && answered < asked_of)
		why = arena_printf(f->keep, "%zu of %zu have no answer", asked_of - answered, asked_of);
	d->is_short |= d->values.n && why.n;
	if (!d->values.n || why.n) want_answer(f, q, why, d);
	return d->values.n > 0;
}

/* ---- words ------------------------------------------------------------------------------------------------------- */

static str value_of_field(const struct filling *f, str id)
{
	for (size_t i = 0; i < f->paper->field_count; i++) {
		const struct field_result *r = &f->result->fields[i];

		if (str_equal(f->paper->fields[i].id, id) && r->value_count) return r->values[0].text;
	}
	return STR("(missing)");
}

bool fill_words(const struct filling *f, const struct paper_source *s, struct field_draft *d)
{
	struct buf text = { 0 };
	str rest = s->text, part;

	while (str_split(&rest, '{', &part)) {
		buf_str(&text, part);
		if (!rest.p || !str_split(&rest, '}', &part)) break;
		buf_str(&text, value_of_field(f, part));
	}
	filling_value(f, d, arena_str(f->keep, buf_all(&text)), (str){ 0 }, (str){ 0 });
	buf_free(&text);
	return true;
}

/* ---- routes, papers ---------------------------------------------------------------------------------------------- */

bool fill_route(const struct filling *f, const struct paper_source *s, struct field_draft *d)
{
	for (size_t i = 0; i < s->scheme_count; i++) {
		const struct scheme_result *r = filling_scheme(f, s->schemes[i]);

		if (!r || r->applies == APPLIES_NO) continue;

		str notices = filling_notices(f, r, "forced by", d);

		filling_value(f, d, r->route,
			arena_printf(f->keep, "%.*s%s%.*s", STR_FMT(r->scheme->id), STR_AFTER(": ", notices)),
			(str){ 0 });
	}
	if (!d->values.n) filling_want(f, d, "a product file that says enough for the law to apply");
	return d->values.n > 0;
}

bool fill_paper(const struct filling *f, const struct paper_source *s, struct field_draft *d)
{
	struct paper_result *other = NULL;

	err e = paper_fill(f->j, f->db, s->paper, f->keep, &other);

	if (e.is) {
		*f->problem = e;
		return false;
	}
	filling_value(f, d,
		arena_printf(f->keep, "%.*s (%s)", STR_FMT(s->paper->title), paper_state_word(other->state)),
		STR("paper of this set"), arena_printf(f->keep, "%.*s.html", STR_FMT(s->paper->id)));
	if (other->state != PAPER_READY) {
		filling_want(f, d, "the paper %.*s, which is %s", STR_FMT(s->paper->id),
			other->state == PAPER_DRAFT ? "a draft" : "withheld");
		d->is_short = true;
	}
	return true;
}
