#include "work/forms_check.h"

#include "judge/answers.h"
#include "query/database.h"
#include "rules/papers.h"

struct checking {
	struct evidence *evidence;
	const struct rules *rules;
	struct arena *keep;
	const struct notes *notes;
	struct judgement *judgement;
	struct forms_check *found;
};

static str text_at(struct checking *c, sqlite3_stmt *stmt, int column)
{
	const char *p = (const char *)sqlite3_column_text(stmt, column);

	return p ? arena_str(c->keep, (str){ p, (size_t)sqlite3_column_bytes(stmt, column) }) : (str){ 0 };
}

static sqlite3_stmt *ask(struct checking *c, const char *sql, str first, str second)
{
	sqlite3_stmt *stmt = NULL;

	if (sqlite3_prepare_v2(evidence_db(c->evidence), sql, -1, &stmt, NULL) != SQLITE_OK) return NULL;
	if (first.p) sqlite3_bind_text(stmt, 1, first.p, (int)first.n, SQLITE_STATIC);
	if (second.p) sqlite3_bind_text(stmt, 2, second.p, (int)second.n, SQLITE_STATIC);
	return stmt;
}

/* ---- completeness ------------------------------------------------------------------------------------------------ */

static const char needs_sql[] = "SELECT n.form || '-' || n.name, n.fields, n.kind, n.question, (SELECT count(*) FROM "
				"declared AS e WHERE e.kind = n.kind),"
				" (SELECT group_concat(value, ', ') FROM json_each(n.fields)), EXISTS (SELECT 1 FROM "
				"covered WHERE class = 'ixit.' || n.form AND "
				"whole), nullif(n.confidence, 'confirmed')"
				" FROM ref_form_need AS n WHERE n.edition = ?1 AND n.provision = ?2 ORDER BY n.form";
static const char missing_sql[] = "SELECT v.value, e.name FROM json_each(?1) AS v JOIN declared AS e ON e.kind = ?2"
				  " WHERE NOT EXISTS (SELECT 1 FROM form_cell AS x WHERE x.entity = e.id AND x.field = "
				  "v.value) ORDER BY v.id, e.id";

static void add_missing(struct checking *c, struct form_need *need, str text)
{
	*vec_add(c->keep, &need->missing) = text;
}

/* A confirmation is an answer, and given when that counts. */
static void look_at_answer(struct checking *c, str id, struct form_need *ret)
{
	const struct judgement *j = c->judgement;
	const struct question *q = rules_question(c->rules, id);
	struct answer_terms terms = q ? answer_terms(c->rules, NULL, q, j->on) : (struct answer_terms){ 0 };
	struct weighed_answer w = { 0 };

	if (q) w = answer_weigh(j->answers, j->answer_count, q, 0, &terms, c->keep);
	if (!q || !w.answer)
		add_missing(c, ret, arena_printf(c->keep, "\"%.*s\" is not given", STR_FMT(ret->fields)));
	else if (!answer_counts(&w))
		add_missing(c, ret,
			arena_printf(c->keep, "\"%.*s\" does not count: %.*s", STR_FMT(ret->fields), STR_FMT(w.why)));
}

static void look_at_need(struct checking *c, sqlite3_stmt *stmt, struct form_need *ret)
{
	bool is_question = sqlite3_column_type(stmt, 3) != SQLITE_NULL;
	str kind = text_at(c, stmt, 2);

	ret->form = text_at(c, stmt, 0);
	ret->fields = text_at(c, stmt, 5);
	ret->rows = sqlite3_column_int64(stmt, 4);
	ret->doubt = text_at(c, stmt, 7);
	if (is_question) look_at_answer(c, text_at(c, stmt, 3), ret);
	if (is_question || str_is(kind, "confirmation")) return;
	if (!ret->rows && !sqlite3_column_int(stmt, 6)) add_missing(c, ret, STR("the table has no row"));

	str column = { 0 };
	sqlite3_stmt *gaps = ask(c, missing_sql, text_at(c, stmt, 1), kind);

	while (gaps && sqlite3_step(gaps) == SQLITE_ROW) {
		str field = text_at(c, gaps, 0), name = text_at(c, gaps, 1);

		if (ret->missing.n && str_equal(field, column)) {
			str *last = &ret->missing.p[ret->missing.n - 1];

			*last = arena_printf(c->keep, "%.*s, %.*s", STR_FMT(*last), STR_FMT(name));
			continue;
		}
		column = field;
		add_missing(c, ret, arena_printf(c->keep, "\"%.*s\" of %.*s", STR_FMT(field), STR_FMT(name)));
	}
	sqlite3_finalize(gaps);
}

static void look_at_provisions(struct checking *c)
{
	sqlite3_stmt *stmt = ask(c,
		"SELECT p.provision, p.status, i.support FROM ref_provision AS p LEFT JOIN ics AS i ON i.edition = "
		"p.edition AND "
		"i.requirement = p.provision WHERE p.edition = ?1 ORDER BY p.rowid",
		c->found->edition, (str){ 0 });

	while (stmt && sqlite3_step(stmt) == SQLITE_ROW) {
		struct form_provision *p = vec_add(c->keep, &c->found->provisions);
		sqlite3_stmt *needs;

		*p = (struct form_provision){
			.id = text_at(c, stmt, 0), .status = text_at(c, stmt, 1), .support = text_at(c, stmt, 2)
		};
		if (c->found->has_statement && !str_is(p->support, "Y")) continue;
		needs = ask(c, needs_sql, c->found->edition, p->id);
		while (needs && sqlite3_step(needs) == SQLITE_ROW) {
			struct form_need *n = vec_add(c->keep, &p->needs);

			look_at_need(c, needs, n);
			p->missing += n->missing.n;
		}
		sqlite3_finalize(needs);
	}
	sqlite3_finalize(stmt);
}

/* ---- checks ------------------------------------------------------------------------------------------------------ */

static bool is_about_forms(const struct check *check)
{
	return str_starts(check->id, "ics.") || str_starts(check->id, "ixit.");
}

static void take_outcome(struct checking *c, const struct outcome *o)
{
	if (!is_about_forms(o->check) || str_is(o->check->id, "ixit.complete")) return;
	for (size_t i = 0; i < c->found->outcomes.n; i++)
		if (c->found->outcomes.p[i]->check == o->check) return;
	*vec_add(c->keep, &c->found->outcomes) = o;
}

/* The forms are those of the schemes that ask for the statement; the edition of the standard says of which one. */
static const struct scheme *scheme_of_edition(const struct checking *c, str day)
{
	const struct paper *p = rules_paper(c->rules, STR("ics"));

	for (size_t i = 0; p && i < p->scheme_count; i++) {
		for (size_t k = 0; k < p->schemes[i]->require_count; k++) {
			const struct selector *r = &p->schemes[i]->requires[k];

			if (str_equal(r->catalogue->id, p->schemes[i]->requires[0].catalogue->id) &&
				str_equal(r->catalogue->edition, c->found->edition) &&
				(!r->to.n || str_compare(day, r->to) < 0))
				return p->schemes[i];
		}
	}
	return NULL;
}

static err run_checks(struct checking *c, str day)
{
	const struct scheme *scheme = scheme_of_edition(c, day);
	struct judgement *j = NULL;
	struct judge_options options = { .on = day, .schemes = scheme ? &scheme->id : NULL, .scheme_count = 1 };
	err e;

	if (!scheme) {
		note(c->notes, "no scheme of the rule data is for edition %.*s", STR_FMT(c->found->edition));
		return fail(&work_refused, 0);
	}
	e = judge(c->rules, evidence_db(c->evidence), &options, c->keep, &j);
	if (!e.is) e = database_references(evidence_db(c->evidence), c->rules);
	if (e.is) {
		note_fault(c->notes, "the declarations", e, evidence_error(c->evidence));
		return fail(&database_failed, 0);
	}
	c->judgement = j;
	for (size_t s = 0; s < j->scheme_count; s++)
		for (size_t r = 0; r < j->schemes[s].requirement_count; r++)
			for (size_t o = 0; o < j->schemes[s].requirements[r].outcome_count; o++)
				take_outcome(c, j->schemes[s].requirements[r].outcomes[o]);
	return OK;
}

/* ---- all of it --------------------------------------------------------------------------------------------------- */

/* The edition that most of the statement is for; else the newest. */
static err find_edition(struct checking *c, const char *given)
{
	sqlite3_stmt *stmt = ask(c,
		"SELECT edition FROM ics WHERE edition IN (SELECT edition FROM ref_provision) GROUP BY edition ORDER "
		"BY count(*) DESC LIMIT 1",
		(str){ 0 }, (str){ 0 });

	if (stmt && sqlite3_step(stmt) == SQLITE_ROW) c->found->edition = text_at(c, stmt, 0);
	sqlite3_finalize(stmt);
	c->found->has_statement = c->found->edition.n && (!given || str_is(c->found->edition, given));
	if (given) c->found->edition = str_of(given);
	stmt = ask(c,
		c->found->edition.n ? "SELECT edition FROM ref_provision WHERE edition = ?1"
				    : "SELECT max(edition) FROM ref_provision",
		c->found->edition, (str){ 0 });

	bool is_known = stmt && sqlite3_step(stmt) == SQLITE_ROW && sqlite3_column_type(stmt, 0) != SQLITE_NULL;

	if (is_known) c->found->edition = text_at(c, stmt, 0);
	sqlite3_finalize(stmt);
	if (is_known) return OK;
	note(c->notes, "no provisions are known of edition \"%.*s\" of the standard", STR_FMT(c->found->edition));
	return fail(&work_refused, 0);
}

err forms_check(struct evidence *e, const struct rules *rules, const char *edition, str day, struct arena *keep,
	struct forms_check *ret, const struct notes *notes)
{
	struct checking c = { .evidence = e, .rules = rules, .keep = keep, .notes = notes, .found = ret };
	err made = database_references(evidence_db(e), rules);

	*ret = (struct forms_check){ 0 };
	if (made.is) {
		note(notes, "the reference tables cannot be made: %s", evidence_error(e));
		return made;
	}
	TRY(find_edition(&c, edition));
	TRY(run_checks(&c, day));
	look_at_provisions(&c);
	return OK;
}
