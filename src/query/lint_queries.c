/* What is wrong with the queries of rule data: they do not fit the evidence, or give other columns than they must. */
#include "query/lint_queries.h"

#include "evidence/evidence.h"
#include "query/database.h"
#include "query/ixit_query.h"

static bool has_column(sqlite3_stmt *stmt, str name)
{
	for (int i = 0; i < sqlite3_column_count(stmt); i++)
		if (str_is(name, sqlite3_column_name(stmt, i))) return true;
	return false;
}

static void lint_template(struct loader *l, const struct check *c, sqlite3_stmt *stmt)
{
	str rest = c->finding, before, name;
	size_t at;

	while (str_split(&rest, '{', &before) && rest.p) {
		struct candidates near = { .keep = l->keep };

		l->file = c->place.file;
		if (!str_find(rest, "}", &at)) {
			problem(l, c->finding_line, 4, STR(""), "the finding opens a brace that it does not close");
			break;
		}
		str_split(&rest, '}', &name);
		near.wanted = name;
		if (has_column(stmt, name)) continue;
		for (int i = 0; i < sqlite3_column_count(stmt); i++)
			candidate(&near, str_of(sqlite3_column_name(stmt, i)));
		problem(l, c->finding_line, 4, suggestion(&near),
			"the finding names {%.*s}, which the query does not give", STR_FMT(name));
	}
}

static sqlite3_stmt *prepare(struct loader *l, sqlite3 *db, str sql, struct place place)
{
	sqlite3_stmt *stmt = NULL;
	const char *tail = NULL;

	if (sqlite3_prepare_v2(db, sql.p, (int)sql.n, &stmt, &tail) != SQLITE_OK) {
		int at = sqlite3_error_offset(db);
		uint32_t line = place.line, column = 1;

		for (int i = 0; i < at && sql.p[i]; i++)
			column = sql.p[i] == '\n' ? 1 : column + 1, line += sql.p[i] == '\n';
		place.line = line;
		place.column = column;
		problem_at(l, place, "the query does not fit the evidence: %s", sqlite3_errmsg(db));
		return NULL;
	}
	if (tail && str_trim(str_of(tail)).n) problem_at(l, place, "there is more than one query");
	return stmt;
}

static bool has_parameter(const struct check *c, str name)
{
	for (size_t i = 0; i < c->parameter_count; i++)
		if (str_equal(c->parameters[i]->name, name)) return true;
	return false;
}

/* The day judged for, and how many days an answer counts: every judgement has them. */
static bool is_of_judgement(const char *name)
{
	return strcmp(name, ":today") == 0 || strcmp(name, ":answer_days") == 0;
}

/* What SQLite says is bound, against what was read. */
static void lint_parameters(struct loader *l, const struct check *c, sqlite3_stmt *stmt)
{
	for (int i = 1; i <= sqlite3_bind_parameter_count(stmt); i++) {
		const char *name = sqlite3_bind_parameter_name(stmt, i);

		if (!name)
			problem_at(l, c->place, "the query binds a value without a name");
		else if (is_of_judgement(name))
			continue;
		else if (!rules_parameter(l->rules, str_of(name + 1)))
			problem_at(l, c->place, "the query binds %s, which rules/parameters.yaml does not have", name);
		else if (!has_parameter(c, str_of(name + 1)))
			problem_at(l, c->place, "the parameter %s was not found in the text of the query", name);
	}
}

static void lint_check(struct loader *l, sqlite3 *db, struct check *c)
{
	sqlite3_stmt *stmt = prepare(l, db, c->sql, c->place), *over;

	lint_classes(l, &c->needs, (struct place){ .file = c->place.file, .line = c->needs_line, .column = 4 });
	lint_classes(l, &c->rests, c->place);
	lint_classes(l, &c->empty, (struct place){ .file = c->place.file, .line = c->empty_line, .column = 4 });
	if (!stmt) return;
	if (!sqlite3_stmt_readonly(stmt)) problem_at(l, c->place, "a check only reads");
	if (!has_column(stmt, STR("entity")) || !has_column(stmt, STR("what")) || !has_column(stmt, STR("unknown")))
		problem_at(l, c->place, "a check's query gives the columns entity, what and unknown");
	lint_parameters(l, c, stmt);
	lint_template(l, c, stmt);
	sqlite3_finalize(stmt);
	if (!c->over.n) return;
	over = prepare(l, db, arena_printf(l->keep, "SELECT count(*) FROM (%.*s)", STR_FMT(c->over)),
		(struct place){ .file = c->place.file, .line = 1, .column = 1 });
	sqlite3_finalize(over);
}

static void lint_sql(struct loader *l, sqlite3 *db, str sql, struct place place)
{
	sqlite3_stmt *stmt = NULL;
	const char *tail = NULL;

	if (sqlite3_prepare_v2(db, sql.p, (int)sql.n, &stmt, &tail) != SQLITE_OK)
		problem_at(l, place, "the query does not fit the evidence: %s", sqlite3_errmsg(db));
	else if (str_trim(str_of(tail)).n)
		problem_at(l, place, "there is more than one query");
	else if (sqlite3_bind_parameter_count(stmt))
		problem_at(l, place, "a paper's query binds nothing");
	sqlite3_finalize(stmt);
}

static void lint_paper_source(struct loader *l, sqlite3 *db, const struct paper_source *s)
{
	bool has_keys = false;

	for (size_t i = 0; i < s->column_count; i++) has_keys |= s->columns[i].key_count > 0;
	if (s->from == FROM_QUERY)
		lint_sql(l, db, s->text, s->place);
	else if (s->from == FROM_IXIT && (s->table.n || !has_keys))
		lint_sql(l, db, ixit_query(l->keep, s), s->place);
}

void lint_queries(struct loader *l)
{
	sqlite3 *db = NULL;
	struct guard guard;

	if (sqlite3_open(":memory:", &db) != SQLITE_OK ||
		sqlite3_exec(db, evidence_schema(), NULL, NULL, NULL) != SQLITE_OK ||
		database_references(db, l->rules).is) {
		problem(l, 1, 1, STR(""), "the reference tables cannot be made: %s", sqlite3_errmsg(db));
		sqlite3_close(db);
		return;
	}
	database_guard(db, &guard);
	guard.is_on = true;
	for (size_t i = 0; i < l->rules->checks.n; i++) lint_check(l, db, &l->rules->checks.p[i]);
	for (size_t i = 0; i < l->rules->conditions.n; i++) {
		const struct condition *c = &l->rules->conditions.p[i];

		if (c->sql.n) sqlite3_finalize(prepare(l, db, c->sql, c->place));
	}
	for (size_t i = 0; i < l->rules->kinds.n; i++) {
		const struct kind *k = &l->rules->kinds.p[i];

		if (k->sql.n) sqlite3_finalize(prepare(l, db, k->sql, k->place));
	}
	for (size_t i = 0; i < l->rules->papers.n; i++) {
		const struct paper *p = &l->rules->papers.p[i];

		for (size_t f = 0; f < p->field_count; f++)
			for (size_t k = 0; k < p->fields[f].source_count; k++)
				lint_paper_source(l, db, &p->fields[f].sources[k]);
	}
	database_free_rein(db);
	sqlite3_close(db);
}
