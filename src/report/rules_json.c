#include "report/rules_json.h"

#include "judge/check_case.h"
#include "paper/paper.h"
#include "report/values.h"

static json_t *json_of_words(const str *words, size_t count)
{
	json_t *list = json_array();

	for (size_t i = 0; i < count; i++) json_array_append_new(list, json_of_str(words[i]));
	return list;
}

static void set_words_if(json_t *o, const char *key, const str *words, size_t count)
{
	if (count) json_object_set_new(o, key, json_of_words(words, count));
}

static void set_checks_if(json_t *o, const char *key, const struct check *const *checks, size_t count)
{
	json_t *list = json_array();

	for (size_t i = 0; i < count; i++) json_array_append_new(list, json_of_str(checks[i]->id));
	if (count)
		json_object_set_new(o, key, list);
	else
		json_decref(list);
}

static void set_questions_if(json_t *o, const char *key, const struct question *const *questions, size_t count)
{
	json_t *list = json_array();

	for (size_t i = 0; i < count; i++) json_array_append_new(list, json_of_str(questions[i]->id));
	if (count)
		json_object_set_new(o, key, list);
	else
		json_decref(list);
}

/* ---- catalogues -------------------------------------------------------------------------------------------------- */

static void set_end(json_t *o, const char *key, const struct requirement *r, enum jump jump, uint32_t node)
{
	static const char *const ends[] = { [JUMP_PASS] = "pass", [JUMP_FAIL] = "fail", [JUMP_NOT_APPLICABLE] = "na" };

	set_str(o, key, jump == JUMP_NODE ? r->nodes[node].id : str_of(ends[jump]));
}

static json_t *json_of_node(const struct requirement *r, const struct tree_node *n)
{
	json_t *o = json_object();

	set_str(o, "id", n->id);
	set_str(o, "asks", n->asks);
	set_checks_if(o, "checks", n->checks, n->check_count);
	if (n->question) set_str(o, "question", n->question->id);
	set_str_if(o, "when", n->when_text);
	if (n->is_inverted) json_object_set_new(o, "yes_when_it_fails", json_true());
	set_end(o, "yes", r, n->yes, n->yes_node);
	set_end(o, "no", r, n->no, n->no_node);
	return o;
}

static json_t *json_of_assessment_unit(const struct assessment_unit *u)
{
	json_t *o = json_object();

	set_str(o, "id", u->id);
	json_object_set_new(o, "kind", json_string(u->is_functional ? "functional" : "conceptual"));
	set_str_if(o, "shows", u->shows);
	set_checks_if(o, "checks", u->checks, u->check_count);
	set_questions_if(o, "questions", u->questions, u->question_count);
	return o;
}

static void set_parameters_if(json_t *o, const struct requirement *r)
{
	json_t *with = json_object();

	for (size_t i = 0; i < r->with_count; i++) set_str(with, r->with[i].parameter->name.p, r->with[i].value);
	if (r->with_count)
		json_object_set_new(o, "with", with);
	else
		json_decref(with);
}

static json_t *json_of_requirement_rules(const struct requirement *r)
{
	json_t *o = json_object(), *units = json_array(), *nodes = json_array();

	set_str(o, "id", r->id);
	set_str(o, "level", r->level);
	json_object_set_new(o, "mandatory", json_boolean(r->is_mandatory));
	set_str(o, "title", r->title);
	set_str_if(o, "topic", r->topic);
	set_str_if(o, "clause", r->clause);
	set_str_if(o, "when", r->when_text);
	set_str_if(o, "when_test", r->when_test_text);
	set_checks_if(o, "checks", r->checks, r->check_count);
	set_questions_if(o, "questions", r->questions, r->question_count);
	set_parameters_if(o, r);
	for (size_t i = 0; i < r->assessment_unit_count; i++)
		json_array_append_new(units, json_of_assessment_unit(&r->assessment_units[i]));
	for (size_t i = 0; i < r->node_count; i++) json_array_append_new(nodes, json_of_node(r, &r->nodes[i]));
	if (r->assessment_unit_count) json_object_set(o, "units", units);
	if (r->node_count) {
		set_str(o, "for", r->for_kind.n ? r->for_kind : STR("product"));
		set_str_if(o, "classes", r->for_classes);
		json_object_set(o, "decide", nodes);
	}
	json_decref(units);
	json_decref(nodes);
	set_str_if(o, "person", r->person);
	set_str_if(o, "restriction", r->restriction);
	set_str_if(o, "note", r->note);
	set_str_if(o, "source", r->source);
	set_str_if(o, "confidence", rules_doubt(r));
	return o;
}

json_t *json_of_catalogue_line(const struct catalogue *c)
{
	json_t *o = json_object();

	set_str(o, "id", c->id);
	set_str(o, "edition", c->edition);
	set_str(o, "kind", c->kind);
	set_str(o, "title", c->title);
	set_str_if(o, "published", c->published);
	set_str_if(o, "publisher", c->publisher);
	set_str_if(o, "confidence", c->confidence);
	json_object_set_new(o, "requirement_count", json_integer((json_int_t)c->requirement_count));
	return o;
}

json_t *json_of_catalogue(const struct catalogue *c)
{
	json_t *o = json_of_catalogue_line(c), *requirements = json_array(), *notes = json_array();

	set_str_if(o, "source", c->source);
	for (size_t i = 0; i < c->requirement_count; i++)
		json_array_append_new(requirements, json_of_requirement_rules(&c->requirements[i]));
	json_object_set_new(o, "requirements", requirements);
	for (size_t i = 0; i < c->note_count; i++) {
		json_t *note = json_object();

		set_str(note, "id", c->notes[i].id);
		set_str(note, "text", c->notes[i].text);
		json_array_append_new(notes, note);
	}
	json_object_set_new(o, "notes", notes);
	return o;
}

/* ---- schemes ----------------------------------------------------------------------------------------------------- */

json_t *json_of_scheme_line(const struct scheme *s)
{
	json_t *o = json_object();

	set_str(o, "id", s->id);
	set_str(o, "edition", s->edition);
	set_str(o, "kind", STR("scheme"));
	set_str(o, "market", s->market);
	set_str(o, "title", s->title);
	set_str_if(o, "audience", s->audience);
	set_str_if(o, "from", s->from);
	set_str_if(o, "to", s->to);
	json_object_set_new(o, "voluntary", json_boolean(s->is_voluntary));
	set_str_if(o, "confidence", s->confidence);
	return o;
}

static json_t *json_of_law(const struct scheme *s)
{
	json_t *list = json_array();

	for (size_t i = 0; i < s->law_count; i++) {
		json_t *o = json_object();

		set_str(o, "title", s->law_titles[i]);
		set_str_if(o, "url", s->law_urls[i]);
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *json_of_scope(const struct scheme *s)
{
	json_t *o = json_object(), *except = json_array();

	set_str_if(o, "applies", s->applies_text);
	for (size_t i = 0; i < s->exception_count; i++) {
		const struct exception *x = &s->exceptions[i];
		json_t *e = json_object();

		set_str(e, "when", x->text);
		set_str_if(e, "clause", x->clause);
		set_str_if(e, "why", x->why);
		set_str_if(e, "from", x->from);
		set_str_if(e, "to", x->to);
		json_array_append_new(except, e);
	}
	json_object_set_new(o, "except", except);
	return o;
}

static json_t *json_of_requires(const struct scheme *s)
{
	static const char *const selections[] = { [SELECT_ALL] = "all",
		[SELECT_MANDATORY] = "mandatory",
		[SELECT_IDS] = "ids",
		[SELECT_LEVELS] = "levels",
		[SELECT_WHEN] = "when" };
	json_t *list = json_array();

	for (size_t i = 0; i < s->require_count; i++) {
		const struct selector *r = &s->requires[i];
		json_t *o = json_object();

		set_str(o, "catalogue", r->catalogue->id);
		set_str(o, "edition", r->catalogue->edition);
		set_str(o, "select", str_of(selections[r->kind]));
		set_words_if(o, "words", r->words, r->word_count);
		set_words_if(o, "like", r->like, r->like_count);
		set_str_if(o, "from", r->from);
		set_str_if(o, "to", r->to);
		if (r->as_mandatory) set_str(o, "as", STR("mandatory"));
		if (r->as_recommended) set_str(o, "as", STR("recommended"));
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *json_of_route(const struct scheme *s)
{
	json_t *o = json_object(), *forced = json_array();

	set_str(o, "default", s->route);
	for (size_t i = 0; i < s->forced_count; i++) {
		json_t *f = json_object();

		set_str(f, "when", s->forced[i].text);
		set_str(f, "route", s->forced[i].route);
		set_str_if(f, "why", s->forced[i].why);
		json_array_append_new(forced, f);
	}
	json_object_set_new(o, "forced", forced);
	return o;
}

static json_t *json_of_deemed(const struct scheme *s)
{
	json_t *list = json_array();

	for (size_t i = 0; i < s->deemed_count; i++) {
		const struct deemed *d = &s->deemed[i];
		json_t *o = json_object();

		set_str(o, "by", d->by);
		set_str_if(o, "level", d->level);
		set_str_if(o, "from", d->from);
		set_str_if(o, "to", d->to);
		set_str_if(o, "clause", d->clause);
		set_str_if(o, "when", d->when_text);
		set_words_if(o, "covers", d->covers, d->cover_count);
		set_str(o, "needs", d->needs_statement ? STR("statement") : STR("certificate"));
		set_str_if(o, "confidence", d->confidence);
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *json_of_treatments(const struct treating *t)
{
	static const char *const words[] = { [COMPENSATION_NONE] = "none",
		[COMPENSATION_ENVIRONMENT] = "environment",
		[COMPENSATION_SYSTEM] = "system" };
	json_t *o = json_object();

	set_str(o, "compensation", str_of(words[t->compensation]));
	set_words_if(o, "compensates", t->compensates, t->compensate_count);
	set_words_if(o, "waives", t->waives, t->waive_count);
	set_str_if(o, "clause", t->clause);
	return o;
}

static void set_sourced(json_t *o, const struct sourced *by)
{
	set_str_if(o, "source", by->source);
	set_str_if(o, "confidence", by->confidence);
	set_str_if(o, "placeholder", by->placeholder);
}

json_t *json_of_scheme_rules(const struct scheme *s)
{
	json_t *o = json_of_scheme_line(s), *dates = json_array();

	json_object_set_new(o, "law", json_of_law(s));
	for (size_t i = 0; i < s->date_count; i++) {
		json_t *d = json_object();

		set_str(d, "on", s->dates[i].on);
		set_str(d, "what", s->dates[i].what);
		set_sourced(d, &s->dates[i].by);
		json_array_append_new(dates, d);
	}
	json_object_set_new(o, "dates", dates);
	if (s->dated.source.n) {
		json_t *dated = json_object();

		set_sourced(dated, &s->dated);
		json_object_set_new(o, "dated", dated);
	}
	if (s->proposal_count) json_object_set_new(o, "proposed", json_of_proposals(s));
	json_object_set_new(o, "scope", json_of_scope(s));
	json_object_set_new(o, "requires", json_of_requires(s));
	json_object_set_new(o, "route", json_of_route(s));
	json_object_set_new(o, "deemed", json_of_deemed(s));
	json_object_set_new(o, "treatments", json_of_treatments(&s->treating));
	json_object_set_new(o, "papers", json_of_words(s->papers, s->paper_count));
	if (s->certificate_months)
		json_object_set_new(o, "certificate_months", json_integer((json_int_t)s->certificate_months));
	if (s->evidence_days) json_object_set_new(o, "evidence_days", json_integer((json_int_t)s->evidence_days));
	set_str_if(o, "note", s->note);
	return o;
}

/* ---- checks, questions, problems --------------------------------------------------------------------------------- */

json_t *json_of_check(const struct check *c)
{
	json_t *o = json_object();

	set_str(o, "id", c->id);
	set_str(o, "kind", STR("check"));
	set_str(o, "asks", c->asks);
	set_str(o, "needs", c->needs.text);
	set_str_if(o, "rests", c->rests.text);
	set_str(o, "by", c->by);
	set_str_if(o, "over", c->over);
	set_str(o, "finding", c->finding);
	set_str_if(o, "fix", c->fix);
	set_str_if(o, "risk", c->risk);
	set_str(o, "sql", c->sql);
	return o;
}

json_t *json_of_question(const struct question *q)
{
	json_t *o = json_object();

	set_str(o, "id", q->id);
	set_str(o, "kind", STR("question"));
	set_str_if(o, "asked_of", q->asked_of);
	set_str_if(o, "for", q->for_kind);
	set_str(o, "sentence", q->sentence);
	set_str_if(o, "type", q->type);
	set_words_if(o, "choices", q->choices, q->choice_count);
	set_words_if(o, "good", q->good, q->good_count);
	set_str_if(o, "evidence", q->evidence);
	return o;
}

json_t *json_of_condition(const struct condition *c)
{
	json_t *o = json_object();

	set_str(o, "id", c->id);
	set_str(o, "kind", STR("condition"));
	set_str(o, "means", c->means);
	set_str_if(o, "asks", c->asks);
	set_str_if(o, "needs", c->needs.text);
	set_str_if(o, "sql", c->sql);
	return o;
}

json_t *json_of_paper_rules(const struct paper *p)
{
	json_t *o = json_object(), *schemes = json_array(), *fields = json_array();

	set_str(o, "id", p->id);
	set_str(o, "kind", STR("paper"));
	set_str(o, "title", p->title);
	set_str(o, "law", p->law);
	set_str_if(o, "url", p->url);
	set_str_if(o, "clause", p->clause);
	set_str_if(o, "language", p->language);
	set_str_if(o, "keep", p->keep);
	set_str_if(o, "confidence", p->confidence);
	for (size_t i = 0; i < p->scheme_count; i++) json_array_append_new(schemes, json_of_str(p->schemes[i]->id));
	json_object_set_new(o, "schemes", schemes);
	for (size_t i = 0; i < p->field_count; i++) {
		json_t *f = json_object();

		set_str(f, "id", p->fields[i].id);
		set_str(f, "label", p->fields[i].label);
		json_array_append_new(fields, f);
	}
	json_object_set_new(o, "fields", fields);
	return o;
}

json_t *json_of_parameter(const struct parameter *p)
{
	json_t *o = json_object();

	set_str(o, "id", p->name);
	set_str(o, "kind", STR("parameter"));
	set_str(o, "value", p->value);
	set_str_if(o, "unit", p->unit);
	set_str_if(o, "means", p->means);
	set_str_if(o, "source", p->source);
	return o;
}

json_t *json_of_kind(const struct kind *k)
{
	json_t *o = json_object();

	set_str(o, "id", k->name);
	set_str(o, "kind", STR("kind"));
	set_str_if(o, "means", k->means);
	set_str_if(o, "needs", k->needs.text);
	set_str_if(o, "sql", k->sql);
	return o;
}

json_t *json_of_conflict_rules(const struct conflict *c)
{
	struct arena scratch = arena_open((size_t)1 << 20);
	json_t *o = json_object(), *sides = json_array();

	set_str(o, "id", c->id);
	set_str(o, "kind", STR("conflict"));
	set_str_if(o, "topic", c->topic);
	set_str_if(o, "about", c->about);
	set_str(o, "finding", c->finding);
	for (size_t i = 0; i < c->side_count; i++) {
		json_t *side = json_object();

		set_str(side, "clauses", rules_clauses_text(c->sides[i].clauses, c->sides[i].clause_count, &scratch));
		set_str_if(side, "wants", c->sides[i].wants);
		json_array_append_new(sides, side);
	}
	json_object_set_new(o, "sides", sides);
	set_str_if(o, "satisfies_both", c->satisfies_both);
	set_str_if(o, "no_behaviour", c->no_behaviour);
	set_str_if(o, "advice", c->advice);
	set_str_if(o, "source", c->source);
	set_str_if(o, "confidence", c->confidence);
	arena_close(&scratch);
	return o;
}

#define LIST(of, function)                                                                                             \
	for (size_t i = 0; i < r->of.n && str_is(STR(#of), what); i++)                                                 \
	json_array_append_new(list, function(&r->of.p[i]))

static json_t *json_of_list(const struct rules *r, const char *what)
{
	json_t *list = json_array();

	LIST(catalogues, json_of_catalogue_line);
	LIST(schemes, json_of_scheme_line);
	LIST(checks, json_of_check);
	LIST(conditions, json_of_condition);
	LIST(parameters, json_of_parameter);
	LIST(kinds, json_of_kind);
	LIST(questions, json_of_question);
	LIST(papers, json_of_paper_rules);
	LIST(conflicts, json_of_conflict_rules);
	return list;
}

json_t *json_of_lists(const struct rules *r, const char *const *what, size_t count)
{
	json_t *all = json_object();

	for (size_t i = 0; i < count; i++) json_object_set_new(all, what[i], json_of_list(r, what[i]));
	return all;
}

const struct question *question_named(const struct rules *r, str id)
{
	const struct question *found = rules_question(r, id);

	for (size_t i = 0; i < r->catalogues.n && !found; i++)
		for (size_t k = 0; k < r->catalogues.p[i].requirement_count; k++) {
			const struct requirement *q = &r->catalogues.p[i].requirements[k];

			for (size_t u = 0; u < q->assessment_unit_count; u++)
				if (q->assessment_units[u].is_functional &&
					str_equal(q->assessment_units[u].test.id, id))
					found = &q->assessment_units[u].test;
		}
	return found;
}

static json_t *catalogues_named(const struct rules *r, str id)
{
	json_t *all = json_array();

	for (size_t i = 0; i < r->catalogues.n; i++)
		if (str_equal(r->catalogues.p[i].id, id))
			json_array_append_new(all, json_of_catalogue(&r->catalogues.p[i]));
	return all;
}

/* Takes the value; nothing is set where there is none. */
#define SET_NAMED(o, key, found, function)                                                                             \
	do {                                                                                                           \
		if (found) json_object_set_new(o, key, function(found));                                               \
	} while (0)

json_t *json_of_named(const struct rules *r, str id)
{
	json_t *o = json_object(), *catalogues = catalogues_named(r, id);

	SET_NAMED(o, "parameter", rules_parameter(r, id), json_of_parameter);
	SET_NAMED(o, "kind", rules_kind(r, id), json_of_kind);
	SET_NAMED(o, "conflict", rules_conflict(r, id), json_of_conflict_rules);
	SET_NAMED(o, "check", rules_check(r, id), json_of_check);
	SET_NAMED(o, "question", question_named(r, id), json_of_question);
	SET_NAMED(o, "condition", rules_condition(r, id), json_of_condition);
	SET_NAMED(o, "paper", rules_paper(r, id), json_of_paper_rules);
	SET_NAMED(o, "scheme", rules_scheme(r, id), json_of_scheme_rules);
	if (json_array_size(catalogues)) json_object_set(o, "catalogues", catalogues);
	json_decref(catalogues);
	if (json_object_size(o)) return o;
	json_decref(o);
	return NULL;
}

static json_t *json_of_tried_case(const struct check_case *c, const struct outcome *o, str error)
{
	json_t *j = o ? json_of_outcome(o, SIZE_MAX) : json_object();

	set_str(j, "name", c->name);
	json_object_set_new(j, "line", json_integer((json_int_t)c->place.line));
	set_str(j, "expected", str_of(verdict_word(c->expect)));
	json_object_set_new(j, "as_expected", json_boolean(o && check_case_holds(c, o)));
	set_str_if(j, "error", error);
	return j;
}

json_t *json_of_tried_cases(const struct check *c, const struct tried_case *cases, size_t count)
{
	json_t *o = json_object(), *list = json_array();
	size_t otherwise = 0;

	for (size_t i = 0; i < count; i++) {
		const struct tried_case *t = &cases[i];

		otherwise += !t->outcome || !check_case_holds(t->of, t->outcome);
		json_array_append_new(list, json_of_tried_case(t->of, t->outcome, t->error));
	}
	set_str(o, "check", c->id);
	json_object_set_new(o, "cases", list);
	json_object_set_new(o, "tried", json_integer((json_int_t)count));
	json_object_set_new(o, "otherwise", json_integer((json_int_t)otherwise));
	return o;
}

static json_t *json_of_problems(const rule_problems *problems)
{
	json_t *list = json_array();

	for (size_t i = 0; i < problems->n; i++) {
		const struct rule_problem *p = &problems->p[i];
		json_t *o = json_object();

		if (p->place.file) set_str(o, "file", str_of(p->place.file));
		json_object_set_new(o, "line", json_integer((json_int_t)p->place.line));
		json_object_set_new(o, "column", json_integer((json_int_t)p->place.column));
		set_str(o, "message", p->message);
		set_str_if(o, "suggestion", p->suggestion);
		json_array_append_new(list, o);
	}
	return list;
}

json_t *json_of_lint(bool is_ok, const rule_problems *problems)
{
	json_t *o = json_object();

	json_object_set_new(o, "ok", json_boolean(is_ok));
	json_object_set_new(o, "problems", json_of_problems(problems));
	return o;
}
