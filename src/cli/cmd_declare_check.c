/* assay declare check: which fields which provision needs, and what of them is missing. */
#include "cli/commands.h"
#include "work/declarations.h"
#include "cli/load.h"

#include "judge/answers.h"
#include "query/database.h"
#include "paper/paper.h"
#include "report/text.h"
#include "report/values.h"

#include <stdio.h>
#include <stdlib.h>

struct need {
	str form;          /* "1-AuthMech" */
	str fields, doubt; /* doubt: how sure it is that the provision needs them, where it is not confirmed */
	int64_t rows;
	VEC(str) missing; /* "Authentication Factor" of AuthMech-1 */
};

struct provision {
	str id, status, support;
	VEC(struct need) needs;
	size_t missing;
};

struct checking {
	const struct given *given;
	struct arena keep;
	struct evidence *evidence;
	struct rules *rules;
	struct judgement *judgement;
	str edition;
	bool has_statement;
	VEC(struct provision) provisions;
	VEC(const struct outcome *) outcomes;
};

static str text_at(struct checking *c, sqlite3_stmt *stmt, int column)
{
	const char *p = (const char *)sqlite3_column_text(stmt, column);

	return p ? arena_str(&c->keep, (str){ p, (size_t)sqlite3_column_bytes(stmt, column) }) : (str){ 0 };
}

static sqlite3_stmt *ask(struct checking *c, const char *sql, str first, str second)
{
	sqlite3_stmt *stmt = NULL;

	if (sqlite3_prepare_v2(evidence_db(c->evidence), sql, -1, &stmt, NULL) != SQLITE_OK) return NULL;
	if (first.p) sqlite3_bind_text(stmt, 1, first.p, (int)first.n, SQLITE_STATIC);
	if (second.p) sqlite3_bind_text(stmt, 2, second.p, (int)second.n, SQLITE_STATIC);
	return stmt;
}

/* ---- completeness ------------------------------------------------------------------------------------------------------ */

static const char needs_sql[] = "SELECT n.form || '-' || n.name, n.fields, n.kind, n.question, (SELECT count(*) FROM "
				"declared AS e WHERE e.kind = n.kind),"
				" (SELECT group_concat(value, ', ') FROM json_each(n.fields)), EXISTS (SELECT 1 FROM "
				"covered WHERE class = 'ixit.' || n.form AND "
				"whole), nullif(n.confidence, 'confirmed')"
				" FROM ref_form_need AS n WHERE n.edition = ?1 AND n.provision = ?2 ORDER BY n.form";
static const char missing_sql[] = "SELECT v.value, e.name FROM json_each(?1) AS v JOIN declared AS e ON e.kind = ?2"
				  " WHERE NOT EXISTS (SELECT 1 FROM form_cell AS x WHERE x.entity = e.id AND x.field = "
				  "v.value) ORDER BY v.id, e.id";

static void add_missing(struct checking *c, struct need *need, str text)
{
	*vec_add(&c->keep, &need->missing) = text;
}

/* A confirmation is an answer, and given when that counts. */
static void look_at_answer(struct checking *c, str id, struct need *ret)
{
	const struct judgement *j = c->judgement;
	const struct question *q = rules_question(c->rules, id);
	struct answer_terms terms = q ? answer_terms(c->rules, NULL, q, j->on) : (struct answer_terms){ 0 };
	struct weighed_answer w = { 0 };

	if (q) w = answer_weigh(j->answers, j->answer_count, q, 0, &terms, &c->keep);
	if (!q || !w.answer)
		add_missing(c, ret, arena_printf(&c->keep, "\"%.*s\" is not given", STR_FMT(ret->fields)));
	else if (!answer_counts(&w))
		add_missing(c, ret,
			arena_printf(&c->keep, "\"%.*s\" does not count: %.*s", STR_FMT(ret->fields), STR_FMT(w.why)));
}

static void look_at_need(struct checking *c, sqlite3_stmt *stmt, struct need *ret)
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

			*last = arena_printf(&c->keep, "%.*s, %.*s", STR_FMT(*last), STR_FMT(name));
			continue;
		}
		column = field;
		add_missing(c, ret, arena_printf(&c->keep, "\"%.*s\" of %.*s", STR_FMT(field), STR_FMT(name)));
	}
	sqlite3_finalize(gaps);
}

static void look_at_provisions(struct checking *c)
{
	sqlite3_stmt *stmt = ask(c,
		"SELECT p.provision, p.status, i.support FROM ref_provision AS p LEFT JOIN ics AS i ON i.edition = "
		"p.edition AND "
		"i.requirement = p.provision WHERE p.edition = ?1 ORDER BY p.rowid",
		c->edition, (str){ 0 });

	while (stmt && sqlite3_step(stmt) == SQLITE_ROW) {
		struct provision *p = vec_add(&c->keep, &c->provisions);
		sqlite3_stmt *needs;

		*p = (struct provision){
			.id = text_at(c, stmt, 0), .status = text_at(c, stmt, 1), .support = text_at(c, stmt, 2)
		};
		if (c->has_statement && !str_is(p->support, "Y")) continue;
		needs = ask(c, needs_sql, c->edition, p->id);
		while (needs && sqlite3_step(needs) == SQLITE_ROW) {
			struct need *n = vec_add(&c->keep, &p->needs);

			look_at_need(c, needs, n);
			p->missing += n->missing.n;
		}
		sqlite3_finalize(needs);
	}
	sqlite3_finalize(stmt);
}

/* ---- checks ---------------------------------------------------------------------------------------------------------- */

static bool is_about_forms(const struct check *check)
{
	return str_starts(check->id, "ics.") || str_starts(check->id, "ixit.");
}

static void take_outcome(struct checking *c, const struct outcome *o)
{
	if (!is_about_forms(o->check) || str_is(o->check->id, "ixit.complete")) return;
	for (size_t i = 0; i < c->outcomes.n; i++)
		if (c->outcomes.p[i]->check == o->check) return;
	*vec_add(&c->keep, &c->outcomes) = o;
}

/* The forms are those of the schemes that ask for the statement; the edition of the standard says of which one. */
static const struct scheme *scheme_of_edition(const struct checking *c, str day)
{
	const struct paper *p = rules_paper(c->rules, STR("ics"));

	for (size_t i = 0; p && i < p->scheme_count; i++) {
		for (size_t k = 0; k < p->schemes[i]->require_count; k++) {
			const struct selector *r = &p->schemes[i]->requires[k];

			if (str_equal(r->catalogue->id, p->schemes[i]->requires[0].catalogue->id) &&
				str_equal(r->catalogue->edition, c->edition) &&
				(!r->to.n || str_compare(day, r->to) < 0))
				return p->schemes[i];
		}
	}
	return NULL;
}

static int run_checks(struct checking *c, str day)
{
	const struct scheme *scheme = scheme_of_edition(c, day);
	struct judgement *j = NULL;
	struct judge_options options = { .on = day, .schemes = scheme ? &scheme->id : NULL, .scheme_count = 1 };
	err e;

	if (!scheme) {
		say("no scheme of the rule data is for edition %.*s", STR_FMT(c->edition));
		return EXIT_USAGE;
	}
	e = judge(c->rules, evidence_db(c->evidence), &options, &c->keep, &j);
	if (!e.is) e = database_references(evidence_db(c->evidence), c->rules);
	if (e.is) {
		say_fault("the declarations", e, evidence_error(c->evidence));
		return EXIT_INTERNAL;
	}
	c->judgement = j;
	for (size_t s = 0; s < j->scheme_count; s++)
		for (size_t r = 0; r < j->schemes[s].requirement_count; r++)
			for (size_t o = 0; o < j->schemes[s].requirements[r].outcome_count; o++)
				take_outcome(c, j->schemes[s].requirements[r].outcomes[o]);
	return EXIT_PASS;
}

/* ---- the report ------------------------------------------------------------------------------------------------------ */

static int status_of(const struct checking *c)
{
	int status = EXIT_PASS;

	for (size_t i = 0; i < c->provisions.n; i++)
		if (c->provisions.p[i].missing) status = EXIT_INCONCLUSIVE;
	for (size_t i = 0; i < c->outcomes.n; i++) {
		if (c->outcomes.p[i]->verdict == VERDICT_FAIL) return EXIT_FAIL;
		if (c->outcomes.p[i]->verdict == VERDICT_INCONCLUSIVE) status = EXIT_INCONCLUSIVE;
	}
	return status;
}

static void print_provision(const struct provision *p, bool is_whole, unsigned width, struct buf *out)
{
	if (!p->missing && !is_whole) return;
	buf_printf(out, "%-8.*s %-4.*s %.*s%s\n", STR_FMT(p->id), STR_FMT(p->support), STR_FMT(p->status),
		p->missing   ? ", something is missing"
		: p->needs.n ? ", complete"
			     : ", nothing is needed");
	for (size_t i = 0; i < p->needs.n; i++) {
		const struct need *n = &p->needs.p[i];
		struct buf line = { 0 };

		if (!n->missing.n && !is_whole) continue;
		buf_printf(&line, "%.*s", STR_FMT(n->form));
		if (!n->missing.n && n->fields.n) buf_printf(&line, ": %.*s", STR_FMT(n->fields));
		for (size_t k = 0; k < n->missing.n; k++) {
			buf_text(&line, k ? "; " : ": ");
			buf_visible(&line, n->missing.p[k]);
		}
		text_wrap(out, buf_all(&line), 4, 6, width);
		buf_free(&line);
	}
}

enum { FINDINGS_SHOWN = 10 };

static void print_outcome(const struct outcome *o, bool is_whole, unsigned width, struct buf *out)
{
	buf_printf(out, "\n%s  %.*s\n", verdict_word(o->verdict), STR_FMT(o->check->id));
	text_wrap(out, o->check->asks, 2, 4, width);
	for (size_t i = 0; i < o->missing_count; i++)
		buf_printf(out, "    not whole: %.*s; bring %.*s\n", STR_FMT(o->missing[i].class),
			STR_FMT(o->missing[i].bring));
	for (size_t i = 0; i < o->finding_count && (is_whole || i < FINDINGS_SHOWN); i++) {
		const struct finding *f = &o->findings[i];
		struct buf line = { 0 };

		buf_str(&line, f->unknown.n ? f->unknown : f->sentence);
		if (f->unknown.n && f->what.n) buf_printf(&line, " (%.*s)", STR_FMT(f->what));
		if (f->input_name.n) buf_printf(&line, ", %.*s", STR_FMT(f->input_name));
		if (f->input_name.n && f->line.known) buf_printf(&line, ":%lld", (long long)f->line.value);
		text_wrap(out, buf_all(&line), 4, 6, width);
		buf_free(&line);
	}
	if (!is_whole && o->all_count > FINDINGS_SHOWN)
		buf_printf(out, "    ... and %zu more; --all lists them\n", o->all_count - FINDINGS_SHOWN);
	else if (o->all_count > o->finding_count)
		buf_printf(out, "    ... and %zu more\n", o->all_count - o->finding_count);
}

static void print_report(const struct checking *c)
{
	struct buf out = { 0 }, line = { 0 };
	bool is_whole = given_has(c->given, "--all");
	unsigned width = (unsigned)terminal_width();
	size_t looked = 0, short_of = 0, answered = 0;
	str doubt = { 0 };

	for (size_t i = 0; i < c->provisions.n; i++) {
		const struct provision *p = &c->provisions.p[i];

		answered += p->support.n > 0;
		looked += p->needs.n > 0;
		short_of += p->missing > 0;
		for (size_t k = 0; k < p->needs.n && !doubt.n; k++) doubt = p->needs.p[k].doubt;
	}
	buf_printf(&out, "Edition %.*s of the standard: %zu provisions. ", STR_FMT(c->edition), c->provisions.n);
	if (c->has_statement)
		buf_printf(&out, "The statement answers %zu.\n\n", answered);
	else
		buf_text(&out, "There is no statement (ICS):\nall of them are looked at.\n\n");
	for (size_t i = 0; i < c->provisions.n; i++) print_provision(&c->provisions.p[i], is_whole, width, &out);
	if (short_of || is_whole) buf_char(&out, '\n');
	buf_printf(&line, "%zu provisions need something of the IXIT: %zu have it, for %zu something is missing.",
		looked, looked - short_of, short_of);
	text_wrap(&out, buf_all(&line), 0, 2, width);
	if (doubt.n) {
		line.n = 0;
		buf_printf(&line, "Which fields a provision needs in this edition is %.*s, not confirmed.",
			STR_FMT(doubt));
		text_wrap(&out, buf_all(&line), 0, 2, width);
	}
	buf_free(&line);
	for (size_t i = 0; i < c->outcomes.n; i++) print_outcome(c->outcomes.p[i], is_whole, width, &out);
	if (out.n) fwrite(out.p, 1, out.n, stdout);
	buf_free(&out);
}

static json_t *json_of_provision(const struct provision *p)
{
	json_t *o = json_object(), *needs = json_array();

	set_str(o, "provision", p->id);
	set_str(o, "status", p->status);
	set_str_if(o, "support", p->support);
	for (size_t i = 0; i < p->needs.n; i++) {
		json_t *need = json_object(), *missing = json_array();

		set_str(need, "form", p->needs.p[i].form);
		set_str_if(need, "fields", p->needs.p[i].fields);
		set_str_if(need, "confidence", p->needs.p[i].doubt);
		json_object_set_new(need, "rows", json_integer(p->needs.p[i].rows));
		for (size_t k = 0; k < p->needs.p[i].missing.n; k++)
			json_array_append_new(missing, json_of_str(p->needs.p[i].missing.p[k]));
		json_object_set_new(need, "missing", missing);
		json_array_append_new(needs, need);
	}
	json_object_set_new(o, "needs", needs);
	return o;
}

static void print_json(const struct checking *c)
{
	struct buf out = { 0 };
	json_t *all = json_object(), *provisions = json_array(), *checks = json_array();

	set_str(all, "edition", c->edition);
	json_object_set_new(all, "statement", json_boolean(c->has_statement));
	for (size_t i = 0; i < c->provisions.n; i++)
		json_array_append_new(provisions, json_of_provision(&c->provisions.p[i]));
	for (size_t i = 0; i < c->outcomes.n; i++)
		json_array_append_new(checks, json_of_outcome(c->outcomes.p[i], SIZE_MAX));
	json_object_set_new(all, "provisions", provisions);
	json_object_set_new(all, "checks", checks);
	write_json(all, &out, JSON_INDENT(1) | JSON_SORT_KEYS);
	if (out.n) fwrite(out.p, 1, out.n, stdout);
	json_decref(all);
	buf_free(&out);
}

/* ---- the command ----------------------------------------------------------------------------------------------------- */

/* The edition that most of the statement is for; else the newest. */
static bool find_edition(struct checking *c)
{
	const char *given = given_value(c->given, "--edition");
	sqlite3_stmt *stmt = ask(c,
		"SELECT edition FROM ics WHERE edition IN (SELECT edition FROM ref_provision) GROUP BY edition ORDER "
		"BY count(*) DESC LIMIT 1",
		(str){ 0 }, (str){ 0 });

	if (stmt && sqlite3_step(stmt) == SQLITE_ROW) c->edition = text_at(c, stmt, 0);
	sqlite3_finalize(stmt);
	c->has_statement = c->edition.n && (!given || str_is(c->edition, given));
	if (given) c->edition = str_of(given);
	stmt = ask(c,
		c->edition.n ? "SELECT edition FROM ref_provision WHERE edition = ?1"
			     : "SELECT max(edition) FROM ref_provision",
		c->edition, (str){ 0 });

	bool is_known = stmt && sqlite3_step(stmt) == SQLITE_ROW && sqlite3_column_type(stmt, 0) != SQLITE_NULL;

	if (is_known) c->edition = text_at(c, stmt, 0);
	sqlite3_finalize(stmt);
	if (!is_known) say("no provisions are known of edition \"%.*s\" of the standard", STR_FMT(c->edition));
	return is_known;
}

static int check(struct checking *c, str day)
{
	char now[21];
	int status = load_rules(c->given, &c->keep, &c->rules);

	now_text(now);
	for (int i = 0; i < c->given->word_count && status == EXIT_PASS; i++)
		status = status_after(declarations_read(c->evidence, c->given->words[i], str_of(now), &talk));
	if (status == EXIT_PASS) status = status_after(work_derive(c->evidence, &talk));
	if (status != EXIT_PASS) return status;
	if (database_references(evidence_db(c->evidence), c->rules).is) {
		say("the reference tables cannot be made: %s", evidence_error(c->evidence));
		return EXIT_INTERNAL;
	}
	if (!find_edition(c)) return EXIT_USAGE;
	status = run_checks(c, day);
	if (status != EXIT_PASS) return status;
	look_at_provisions(c);
	if (given_has(c->given, "--json"))
		print_json(c);
	else
		print_report(c);
	return status_of(c);
}

static int run(const struct given *g)
{
	struct checking c = { .given = g };
	char day[11];
	err e;
	int status;

	if (!load_day(g, day)) return EXIT_USAGE;
	e = evidence_create(NULL, &c.evidence);
	if (e.is) {
		say_fault("the evidence", e, "");
		return EXIT_INTERNAL;
	}
	c.keep = arena_open(WORK_MEMORY);
	status = check(&c, str_of(day));
	evidence_close(c.evidence);
	arena_close(&c.keep);
	return status;
}

const struct command command_declare_check = {
	.name = "declare check",
	.synopsis = "INPUT... [--edition EDITION] [--all] [--json]",
	.summary = "whether the forms hold what each claimed provision needs",
	.description = "An INPUT is a file or a folder of forms, or a product file. For each provision that the conformance statement (ICS) "
		       "claims, and for all where there is none: the tables and fields that its test cases read, and which are missing or "
		       "empty. Besides: answers that a provision's status does not allow, recommendations without a reason, references to "
		       "rows that are not there, IDs that stand twice.\n"
		       "The exit status is 1 when something is wrong, 2 when something is missing, else 0.",
	.example = "  assay declare check ixit/\n",
	.options = {
		{ "--edition", "EDITION", "edition of EN 303 645: 3.1.3 or 2.1.1; default: the statement's, else the newest", false, "3.1.3|2.1.1" },
		{ "--all", NULL, "every provision and every finding, not only what is missing", false, NULL },
		{ "--json", NULL, "print the report as JSON", false, NULL },
		OPTION_ON,
		OPTION_RULES,
	},
	.least = 1,
	.most = -1,
	.run = run,
};
