#include "report/page.h"

#include "paper/paper.h"
#include "report/values.h"

/* A page is read by people and mailed: of many of a kind it shows the worst, says how many more there are, and stays
 * small whatever is in the image. verdict.json has all. */
enum { TREES_MOST = 24, FINDINGS_MOST = 1500, TEXT_MOST = 400 };

/* A text of an image may be as long as it likes. */
static json_t *short_text(str s)
{
	struct buf cut = { 0 };
	json_t *o;

	if (s.n <= TEXT_MOST) return json_of_str(s);
	s.n = TEXT_MOST;
	while (s.n > 0 && ((uint8_t)s.p[s.n] & 0xc0) == 0x80) s.n--;
	buf_str(&cut, s);
	buf_text(&cut, "...");
	o = json_of_str(buf_all(&cut));
	buf_free(&cut);
	return o;
}

static void shorten(json_t *object)
{
	const char *key;
	json_t *value;

	json_object_foreach(object, key, value) if (json_string_length(value) > TEXT_MOST) json_object_set_new(
		object, key, short_text((str){ json_string_value(value), json_string_length(value) }));
}

/* What a node asks stands once for all the walks of a requirement. */
static void move_asks(json_t *tree, json_t *asks)
{
	json_t *step;
	size_t i;

	json_array_foreach(json_object_get(tree, "path"), i, step)
	{
		json_t *text = json_object_get(step, "asks");

		if (!text) continue;
		json_object_set(asks, json_string_value(json_object_get(step, "node")), text);
		json_object_del(step, "asks");
	}
}

static void add_trees(json_t *o, const struct requirement_result *r)
{
	static const enum verdict order[] = { VERDICT_FAIL, VERDICT_INCONCLUSIVE, VERDICT_PASS,
		VERDICT_NOT_APPLICABLE };
	json_t *trees, *asks;
	size_t shown = 0;

	if (!r->tree_count) return;
	trees = json_array();
	asks = json_object();
	for (size_t v = 0; v < sizeof(order) / sizeof(*order); v++)
		for (size_t i = 0; i < r->tree_count && shown < TREES_MOST; i++) {
			json_t *tree;

			if (r->trees[i].verdict != order[v]) continue;
			tree = json_of_tree(&r->trees[i]);
			shorten(tree);
			move_asks(tree, asks);
			json_array_append_new(trees, tree);
			shown++;
		}
	json_object_set_new(o, "trees", trees);
	json_object_set_new(o, "asks", asks);
	if (r->all_trees > shown)
		json_object_set_new(o, "more_trees", json_integer((json_int_t)(r->all_trees - shown)));
}

/* ---- the verdicts: outcomes and questions stand once, requirements name them ------------------------------------- */

static json_t *requirement(const struct requirement_result *r)
{
	static const char *const not_shown[] = { "edition", "clause", "restriction" };
	json_t *o = json_object(), *checks = json_array(), *questions = json_array();

	set_requirement(o, r);
	for (size_t i = 0; i < sizeof(not_shown) / sizeof(*not_shown); i++) json_object_del(o, not_shown[i]);
	set_str_if(o, "note", r->requirement->note);
	json_object_set_new(o, "why", short_text(r->why));
	for (size_t i = 0; i < r->outcome_count; i++)
		json_array_append_new(checks, json_integer(r->outcomes[i]->number));
	json_object_set_new(o, "checks", checks);
	for (size_t i = 0; i < r->reply_count; i++) {
		json_t *q = json_object();

		set_str(q, "id", r->replies[i].question->id);
		json_object_set_new(q, "outcome", json_string(verdict_word(r->replies[i].verdict)));
		set_str_if(q, "answer", r->replies[i].value);
		set_str_if(q, "author", r->replies[i].author);
		json_array_append_new(questions, q);
	}
	json_object_set_new(o, "questions", questions);
	add_trees(o, r);
	return o;
}

static json_t *schemes(const struct judgement *j)
{
	json_t *list = json_array();

	for (size_t i = 0; i < j->scheme_count; i++) {
		const struct scheme_result *s = &j->schemes[i];
		json_t *o = json_object(), *requirements = json_array(), *papers = json_array();

		set_scheme(o, s);
		for (size_t k = 0; k < s->requirement_count; k++)
			json_array_append_new(requirements, requirement(&s->requirements[k]));
		json_object_set_new(o, "requirements", requirements);
		for (size_t k = 0; k < s->scheme->paper_count; k++)
			json_array_append_new(papers, json_of_str(s->scheme->papers[k]));
		json_object_set_new(o, "papers", papers);
		json_array_append_new(list, o);
	}
	return list;
}

/* How many findings of one check fit, so that all of them fit. */
static size_t findings_each(const struct judgement *j)
{
	static const size_t steps[] = { 500, 200, 100, 50, 20 };

	for (size_t k = 0; k < sizeof(steps) / sizeof(*steps); k++) {
		size_t all = 0;

		for (size_t i = 0; i < j->outcome_count; i++) {
			size_t n = j->outcomes[i]->finding_count;

			all += n < steps[k] ? n : steps[k];
		}
		if (all <= FINDINGS_MOST) return steps[k];
	}
	return 10;
}

/* The first of them: those that fail stand before those that are not decided. */
static void shorten_findings(json_t *o)
{
	json_t *finding;
	size_t i;

	json_array_foreach(json_object_get(o, "findings"), i, finding)
	{
		shorten(finding);
		/* One of the two is shown. */
		json_object_del(finding, json_object_get(finding, "unknown") ? "sentence" : "what");
		json_object_del(finding, "entity");
	}
}

static json_t *outcomes(const struct judgement *j)
{
	json_t *list = json_array();
	size_t most = findings_each(j);

	for (size_t i = 0; i < j->outcome_count; i++) {
		json_t *o = json_of_outcome(j->outcomes[i], most);

		shorten_findings(o);
		if (j->outcomes[i]->all_failing)
			json_object_set_new(o, "failing", json_integer((json_int_t)j->outcomes[i]->all_failing));

		set_str(o, "asks", j->outcomes[i]->check->asks);
		set_str_if(o, "topic", j->outcomes[i]->check->topic);
		set_str_if(o, "fix", j->outcomes[i]->check->fix);
		set_str_if(o, "risk", j->outcomes[i]->check->risk);
		set_str_if(o, "by", j->outcomes[i]->check->by);
		json_array_append_new(list, o);
	}
	return list;
}

static void add_question(json_t *all, const struct question *q)
{
	json_t *o;

	if (json_object_get(all, q->id.p)) return;
	o = json_object();
	set_str(o, "sentence", q->sentence);
	set_str_if(o, "asked_of", q->asked_of);
	set_str_if(o, "for", q->for_kind);
	set_str_if(o, "evidence", q->evidence);
	json_object_set_new(all, q->id.p, o);
}

static json_t *questions(const struct judgement *j)
{
	json_t *all = json_object();

	for (size_t i = 0; i < j->scheme_count; i++)
		for (size_t k = 0; k < j->schemes[i].requirement_count; k++)
			for (size_t n = 0; n < j->schemes[i].requirements[k].reply_count; n++)
				add_question(all, j->schemes[i].requirements[k].replies[n].question);
	return all;
}

/* The page tells apart what is only recommended, and what is asked from a later day on. */
static json_t *reached(const struct reached *list, size_t count)
{
	json_t *all = json_of_reached(list, count);

	for (size_t i = 0; i < count; i++) {
		json_t *o = json_array_get(all, i);

		json_object_set_new(o, "mandatory", json_boolean(list[i].requirement->is_mandatory));
		set_str_if(o, "ahead", list[i].ahead);
	}
	return all;
}

static json_t *fixes(const struct plan *plan)
{
	json_t *list = json_array();

	for (size_t i = 0; i < plan->fix_count; i++) {
		const struct fix *f = &plan->fixes[i];
		json_t *o = json_object();

		if (f->outcome)
			json_object_set_new(o, "check", json_integer(f->outcome->number));
		else
			set_str(o, "question", f->reply->question->id);
		set_fix_counts(o, f);
		json_object_set_new(o, "reached", reached(f->reached, f->reached_count));
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *json_of_missing(const struct plan *plan)
{
	json_t *list = json_array();

	for (size_t i = 0; i < plan->missing_count; i++) {
		const struct missing_evidence *w = &plan->missing[i];
		json_t *o = json_object();

		if (w->question) set_str(o, "question", w->question->id);
		set_str_if(o, "class", w->class);
		set_str_if(o, "reason", w->reason);
		set_str_if(o, "bring", w->bring);
		set_missing_counts(o, w);
		json_object_set_new(o, "requirements", json_integer((json_int_t)w->reached_count));
		json_array_append_new(list, o);
	}
	return list;
}

/* ---- papers and catalogues --------------------------------------------------------------------------------------- */

static json_t *missing_of_paper(const struct paper_result *p)
{
	json_t *list = json_array();

	for (size_t i = 0; i < p->paper->field_count; i++) {
		const struct field_result *f = &p->fields[i];
		json_t *o;

		if (f->state != FIELD_MISSING) continue;
		o = json_object();
		set_str(o, "label", f->field->label);
		if (f->wanted_count) set_str_if(o, "bring", f->wanted[0]);
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *reasons_of_paper(const struct paper_result *p)
{
	enum { MOST = 8 };
	json_t *list = json_array();

	for (size_t i = 0; i < p->reason_count && i < MOST; i++) {
		json_t *o = json_object();

		set_str(o, "scheme", p->reasons[i].scheme);
		set_str_if(o, "id", p->reasons[i].requirement);
		set_str(o, "title", p->reasons[i].title);
		set_str(o, "verdict", p->reasons[i].verdict);
		set_str(o, "why", p->reasons[i].why);
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *paper(const struct paper_result *p)
{
	json_t *o = json_object(), *schemes = json_array();

	set_str(o, "id", p->paper->id);
	set_str(o, "title", p->paper->title);
	json_object_set_new(o, "state", json_string(paper_state_word(p->state)));
	for (size_t i = 0; i < p->paper->scheme_count; i++)
		json_array_append_new(schemes, json_of_str(p->paper->schemes[i]->id));
	json_object_set_new(o, "schemes", schemes);
	json_object_set_new(o, "filled", json_integer(p->filled));
	json_object_set_new(o, "asked", json_integer(p->asked));
	json_object_set_new(o, "missing", missing_of_paper(p));
	json_object_set_new(o, "reasons", reasons_of_paper(p));
	json_object_set_new(o, "reason_count", json_integer((json_int_t)p->reason_count));
	return o;
}

/* Those that the judged schemes want, each once. One that cannot be filled is left to the command, which says why. */
static json_t *papers(const struct judgement *j, sqlite3 *evidence)
{
	struct arena keep = arena_open((size_t)256 << 20);
	json_t *list = json_array();

	for (size_t k = 0; k < j->rules->papers.n; k++) {
		const struct paper *p = &j->rules->papers.p[k];
		struct paper_result *filled = NULL;
		bool is_wanted = false;

		for (size_t i = 0; i < j->scheme_count; i++)
			for (size_t n = 0; j->schemes[i].is_judged && n < j->schemes[i].scheme->paper_count; n++)
				is_wanted |= str_equal(j->schemes[i].scheme->papers[n], p->id);
		if (is_wanted && !paper_fill(j, evidence, p, &keep, &filled).is)
			json_array_append_new(list, paper(filled));
	}
	arena_close(&keep);
	return list;
}

static bool is_used(const struct judgement *j, const struct catalogue *c)
{
	for (size_t i = 0; i < j->scheme_count; i++)
		for (size_t k = 0; j->schemes[i].is_judged && k < j->schemes[i].requirement_count; k++)
			if (j->schemes[i].requirements[k].requirement->catalogue == c) return true;
	return false;
}

static json_t *catalogues(const struct judgement *j)
{
	json_t *list = json_array();

	for (size_t i = 0; i < j->rules->catalogues.n; i++) {
		const struct catalogue *c = &j->rules->catalogues.p[i];
		json_t *o;

		if (!is_used(j, c)) continue;
		o = json_object();
		set_str(o, "id", c->id);
		set_str(o, "edition", c->edition);
		set_str(o, "title", c->title);
		set_str_if(o, "published", c->published);
		set_str_if(o, "confidence", c->confidence);
		set_str_if(o, "digest", c->digest);
		json_array_append_new(list, o);
	}
	return list;
}

/* ---- the evidence ------------------------------------------------------------------------------------------------ */

/* Rows as arrays, the columns named once: half the size of objects. */
static json_t *table(sqlite3 *db, const char *sql)
{
	json_t *o = json_object(), *columns = json_array(), *rows = json_array();
	sqlite3_stmt *stmt = NULL;

	if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) == SQLITE_OK) {
		for (int c = 0; c < sqlite3_column_count(stmt); c++)
			json_array_append_new(columns, json_string(sqlite3_column_name(stmt, c)));
		while (sqlite3_step(stmt) == SQLITE_ROW) {
			json_t *row = json_array();

			for (int c = 0; c < sqlite3_column_count(stmt); c++) {
				int type = sqlite3_column_type(stmt, c);

				if (type == SQLITE_NULL)
					json_array_append_new(row, json_null());
				else if (type == SQLITE_INTEGER)
					json_array_append_new(row, json_integer(sqlite3_column_int64(stmt, c)));
				else if (type == SQLITE_FLOAT)
					json_array_append_new(row, json_real(sqlite3_column_double(stmt, c)));
				else
					json_array_append_new(
						row, short_text((str){ (const char *)sqlite3_column_text(stmt, c),
							     (size_t)sqlite3_column_bytes(stmt, c) }));
			}
			json_array_append_new(rows, row);
		}
	}
	sqlite3_finalize(stmt);
	json_object_set_new(o, "columns", columns);
	json_object_set_new(o, "rows", rows);
	return o;
}

static json_t *evidence_of(sqlite3 *db)
{
	static const struct {
		const char *name, *sql;
	} tables[] = {
		{ "regions", "SELECT id, input, parent, at, size, kind, name, unpacked, round(entropy, 2) AS entropy, "
			     "readable FROM region ORDER BY input, id LIMIT 2000" },
		{ "coverage", "SELECT i.name AS input, c.class, c.state, c.reason, c.bring FROM coverage AS c JOIN "
			      "input AS i ON i.id = c.input ORDER BY c.class, c.input" },
		{ "runs", "SELECT i.name AS input, r.collector, r.version, r.outcome, r.reason, r.jail FROM run AS r "
			  "JOIN input AS i ON i.id = r.input ORDER BY r.rowid" },
		{ "files", "SELECT type, count(*) AS files, sum(size) AS bytes FROM file GROUP BY type ORDER BY type" },
		{ "programs", "SELECT f.path, b.kind, b.arch, b.pie, b.nx, b.relro, b.canary, b.fortify, b.stripped, "
			      "b.listens FROM binary AS b JOIN file AS f ON f.id = b.file"
			      " WHERE b.kind IS NOT 'module' ORDER BY b.listens DESC, f.path LIMIT 600" },
		{ "accounts",
			"SELECT e.name, a.uid, a.can_login, a.password, a.scheme, a.shell, f.path, e.line FROM account "
			"AS a JOIN entity AS e ON e.id = a.entity"
			" LEFT JOIN file AS f ON f.id = e.file ORDER BY a.can_login DESC, a.uid, e.name LIMIT 400" },
		{ "services", "SELECT e.name, e.basis, s.transport, s.port, s.protocol, s.enabled, f.path, e.line FROM "
			      "service AS s JOIN entity AS e ON e.id = s.entity"
			      " LEFT JOIN file AS f ON f.id = e.file ORDER BY s.port, e.name LIMIT 400" },
		{ "secrets", "SELECT s.kind, s.algorithm, s.bits, s.locked, s.known, f.path, s.at FROM secret AS s "
			     "LEFT JOIN file AS f ON f.id = s.file ORDER BY s.kind, f.path, s.at LIMIT 400" },
		{ "certificates",
			"SELECT c.subject, c.issuer, c.algorithm, c.bits, c.begins, c.ends, f.path FROM certificate AS "
			"c LEFT JOIN file AS f ON f.id = c.file ORDER BY c.ends, c.subject LIMIT 400" },
		{ "components", "SELECT e.name, c.version, e.basis, c.how, f.path FROM component AS c JOIN entity AS e "
				"ON e.id = c.entity LEFT JOIN file AS f ON f.id = coalesce(c.file, e.file)"
				" ORDER BY e.name, c.version LIMIT 1000" },
		{ "starts", "SELECT s.program, s.moment, s.enabled, s.user, f.path, s.line FROM start AS s LEFT JOIN "
			    "file AS f ON f.id = s.file ORDER BY f.path, s.line LIMIT 400" },
	};
	json_t *o = json_object();

	for (size_t i = 0; i < sizeof(tables) / sizeof(*tables); i++)
		json_object_set_new(o, tables[i].name, table(db, tables[i].sql));
	return o;
}

json_t *page_data(const struct judgement *j, const struct plan *plan, sqlite3 *evidence)
{
	json_t *root = json_object(), *profile = json_object(), *inputs = json_array(), *certificate = json_array();

	json_object_set_new(root, "assay", json_string(ASSAY_VERSION));
	set_str(root, "on", j->on);
	set_str(root, "rules", j->rules->digest);
	for (size_t i = 0; i < j->profile_count; i++) set_str(profile, j->profile[i].name.p, j->profile[i].value);
	json_object_set_new(root, "profile", profile);
	for (size_t i = 0; i < j->input_count; i++) {
		const struct input_result *in = &j->inputs[i];
		json_t *o = json_object();

		json_object_set_new(o, "id", json_integer(in->id));
		set_str(o, "kind", in->kind);
		set_str(o, "name", in->name);
		set_str(o, "sha256", in->sha256);
		json_object_set_new(o, "size", json_integer(in->size));
		json_array_append_new(inputs, o);
	}
	json_object_set_new(root, "inputs", inputs);
	json_object_set_new(root, "risk", json_of_risk(&j->risk));
	json_object_set_new(root, "contradictions", json_of_contradictions(j));
	for (size_t i = 0; i < j->certificate_count; i++)
		json_array_append_new(certificate, json_of_certificate(&j->certificates[i]));
	json_object_set_new(root, "certificates", certificate);
	json_object_set_new(root, "schemes", schemes(j));
	json_object_set_new(root, "checks", outcomes(j));
	json_object_set_new(root, "questions", questions(j));
	json_object_set_new(root, "fixes", fixes(plan));
	json_object_set_new(root, "owed", json_of_missing(plan));
	json_object_set_new(root, "papers", papers(j, evidence));
	json_object_set_new(root, "catalogues", catalogues(j));
	json_object_set_new(root, "evidence", evidence_of(evidence));
	return root;
}
