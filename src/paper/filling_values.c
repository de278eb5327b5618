/* Single values for a paper's fields: from the product file, documents, answers, the paper's own words, routes,
 * other papers. */
#include "paper/filling.h"

#include "base/buf.h"

void filling_value(const struct filling *f, struct field_draft *d, str text, str source, str link)
{
	for (size_t i = 0; i < d->values.n; i++)
		if (str_equal(d->values.p[i].text, text) && str_equal(d->values.p[i].source, source)) return;
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
			arena_printf(f->keep, "product file%s%.*s", author.n ? ", by " : "", STR_FMT(author)),
			(str){ 0 });
	buf_free(&text);
	return is_whole;
}

/* ---- documents --------------------------------------------------------------------------------------------------- */

static void add_statement(const struct filling *f, struct field_draft *d, sqlite3_stmt *stmt)
{
	str value = str_trim(filling_text(f, stmt, 0)), unit = filling_text(f, stmt, 1),
	    kind = filling_text(f, stmt, 2), url = filling_text(f, stmt, 3), published = filling_text(f, stmt, 4);
	str source = arena_printf(f->keep, "document \"%.*s\"%s%.*s%s%.*s", STR_FMT(kind), url.n ? ", " : "",
		STR_FMT(url), published.n ? ", of " : "", STR_FMT(published));

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
		STR_FMT(s->text), s->subject.n ? ", subject: " : "", STR_FMT(s->subject),
		s->document.n ? " of the kind " : "", STR_FMT(s->document));
	return false;
}

/* ---- answers ----------------------------------------------------------------------------------------------------- */

static void add_answer(const struct filling *f, struct field_draft *d, sqlite3_stmt *stmt)
{
	str value = filling_text(f, stmt, 1), unit = filling_text(f, stmt, 2), author = filling_text(f, stmt, 3),
	    answered = filling_text(f, stmt, 4), reason = filling_text(f, stmt, 5), of = filling_text(f, stmt, 6);

	filling_value(f, d,
		arena_printf(f->keep, "%.*s%s%.*s%s%.*s%s%.*s", STR_FMT(of), of.n ? ": " : "", STR_FMT(value),
			unit.n ? " " : "", STR_FMT(unit), reason.n ? " - " : "", STR_FMT(reason)),
		arena_printf(f->keep, "answer%s%.*s%s%.*s", author.n ? " of " : "", STR_FMT(author),
			answered.n ? ", " : "", STR_FMT(answered)),
		(str){ 0 });
}

/* For each entity the answer that counts most: an assessor's, then the newest. One for the product stands for all. */
bool fill_answer(const struct filling *f, const struct paper_source *s, struct field_draft *d)
{
	sqlite3_stmt *stmt = filling_prepare(f,
		"SELECT a.entity, a.value, a.unit, a.author, a.answered, a.reason, e.name FROM answer AS a "
		"LEFT JOIN entity AS e ON e.id = a.entity WHERE a.question = ?1 AND trim(coalesce(a.value, '')) <> '' "
		"AND (a.expires IS NULL OR a.expires >= ?2) "
		"ORDER BY a.entity, a.basis = 'person' DESC, a.answered DESC, a.author");
	int64_t last = -1;

	bind_if(stmt, 1, s->question->id);
	bind_if(stmt, 2, f->j->on);
	while (last != 0 && filling_row(f, stmt)) {
		int64_t entity = sqlite3_column_int64(stmt, 0);

		if (entity != last) add_answer(f, d, stmt);
		last = entity;
	}
	sqlite3_finalize(stmt);
	if (d->values.n) return true;
	filling_want(f, d, "the answer to \"%.*s\" (assay answer PRODUCT.assay %.*s ...)",
		STR_FMT(s->question->sentence), STR_FMT(s->question->id));
	return false;
}

/* ---- words -------------------------------------------------------------------------------------------------------- */

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

/* ---- routes, papers ------------------------------------------------------------------------------------------------ */

bool fill_route(const struct filling *f, const struct paper_source *s, struct field_draft *d)
{
	for (size_t i = 0; i < s->scheme_count; i++) {
		const struct scheme_result *r = filling_scheme(f, s->schemes[i]);

		if (!r || r->applies == APPLIES_NO) continue;

		str notices = filling_notices(f, r, "forced by", d);

		filling_value(f, d, r->route,
			arena_printf(
				f->keep, "%.*s%s%.*s", STR_FMT(r->scheme->id), notices.n ? ": " : "", STR_FMT(notices)),
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
