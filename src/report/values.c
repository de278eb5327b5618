#include "report/values.h"

#include "base/utf8.h"

json_t *json_of_str(str s)
{
	if (utf8_is_valid(s)) return json_stringn(s.p ? s.p : "", s.n);

	struct buf b = { 0 };

	buf_visible(&b, s);

	json_t *j = json_stringn(b.p, b.n);

	buf_free(&b);
	return j;
}

void set_str(json_t *object, const char *key, str s)
{
	json_object_set_new(object, key, json_of_str(s));
}

void set_str_if(json_t *object, const char *key, str s)
{
	if (s.n) set_str(object, key, s);
}

void set_num_if(json_t *object, const char *key, num n)
{
	if (n.known) json_object_set_new(object, key, json_integer(n.value));
}

json_t *json_of_finding(const struct finding *f)
{
	json_t *o = json_object();

	set_str(o, "sentence", f->sentence);
	set_str_if(o, "what", f->what);
	set_str_if(o, "unknown", f->unknown);
	set_str_if(o, "input", f->input_name);
	if (f->region_kind.n) {
		set_str(o, "region", f->region_kind);
		set_num_if(o, "region_at", f->region_at);
	}
	set_str_if(o, "path", f->path);
	set_num_if(o, "at", f->at);
	set_num_if(o, "line", f->line);
	if (f->entity) json_object_set_new(o, "entity", json_integer(f->entity));
	return o;
}

json_t *json_of_outcome(const struct outcome *o)
{
	json_t *j = json_object(), *findings = json_array(), *missing = json_array();

	set_str(j, "id", o->check->id);
	json_object_set_new(j, "outcome", json_string(verdict_word(o->verdict)));
	for (size_t i = 0; i < o->finding_count; i++) json_array_append_new(findings, json_of_finding(&o->findings[i]));
	json_object_set_new(j, "findings", findings);
	for (size_t i = 0; i < o->missing_count; i++) {
		json_t *m = json_object();

		set_str(m, "class", o->missing[i].class);
		set_str_if(m, "reason", o->missing[i].reason);
		set_str_if(m, "bring", o->missing[i].bring);
		json_array_append_new(missing, m);
	}
	json_object_set_new(j, "missing", missing);
	return j;
}

json_t *json_of_reply(const struct reply *r)
{
	json_t *o = json_object();

	set_str(o, "id", r->question->id);
	set_str(o, "sentence", r->question->sentence);
	json_object_set_new(o, "outcome", json_string(verdict_word(r->verdict)));
	set_str_if(o, "answer", r->value);
	set_str_if(o, "author", r->author);
	set_str_if(o, "date", r->answered);
	set_str_if(o, "reason", r->reason);
	set_str_if(o, "why", r->why);
	return o;
}

json_t *json_of_trees(const struct requirement_result *r)
{
	static const char *const answers[] = { [UNKNOWN] = "not known", [NO] = "no", [YES] = "yes" };
	json_t *trees = json_array();

	for (size_t i = 0; i < r->tree_count; i++) {
		const struct tree_result *t = &r->trees[i];
		json_t *o = json_object(), *path = json_array();

		set_str(o, "of", t->name);
		json_object_set_new(o, "verdict", json_string(verdict_word(t->verdict)));
		for (size_t k = 0; k < t->step_count; k++) {
			json_t *step = json_object();

			set_str(step, "node", t->steps[k].node->id);
			set_str_if(step, "asks", t->steps[k].node->asks);
			json_object_set_new(step, "answer", json_string(answers[t->steps[k].answer]));
			json_array_append_new(path, step);
		}
		json_object_set_new(o, "path", path);
		json_array_append_new(trees, o);
	}
	return trees;
}

json_t *json_of_risk(const struct risk_result *r)
{
	json_t *o = json_object(), *reasons = json_array(), *levels = json_object(), *unknown = json_array();

	set_str(o, "class", r->risk_class);
	json_object_set_new(o, "points", json_integer(r->points));
	if (r->is_overridden) set_str(o, "overridden_because", r->override_reason);
	for (size_t i = 0; i < r->reason_count; i++) {
		json_t *reason = json_object();

		set_str(reason, "because", r->reasons[i].because);
		json_object_set_new(reason, "points", json_integer(r->reasons[i].points));
		json_array_append_new(reasons, reason);
	}
	json_object_set_new(o, "reasons", reasons);
	for (size_t i = 0; i < r->level_count; i++) set_str(levels, r->levels[i].name.p, r->levels[i].value);
	json_object_set_new(o, "levels", levels);
	for (size_t i = 0; i < r->unknown_count; i++) json_array_append_new(unknown, json_of_str(r->unknown[i]));
	json_object_set_new(o, "unknown", unknown);
	return o;
}

json_t *json_of_contradictions(const struct judgement *j)
{
	json_t *list = json_array();

	for (size_t i = 0; i < j->contradiction_count; i++) {
		json_t *o = json_object();

		set_str(o, "name", j->contradictions[i].name);
		set_str(o, "said", j->contradictions[i].said);
		set_str(o, "seen", j->contradictions[i].seen);
		set_str_if(o, "author", j->contradictions[i].author);
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *json_of_counts(const struct counts *c)
{
	return json_pack("{s:i, s:i, s:i, s:i}", "pass", (int)c->pass, "fail", (int)c->fail, "inconclusive",
		(int)c->inconclusive, "not_applicable", (int)c->not_applicable);
}

void set_scheme(json_t *o, const struct scheme_result *s)
{
	static const char *const applies[] = { [APPLIES_NO] = "no", [APPLIES_MAYBE] = "may", [APPLIES_YES] = "yes" };
	json_t *scope = json_object(), *law = json_array();

	set_str(o, "id", s->scheme->id);
	set_str(o, "edition", s->scheme->edition);
	set_str(o, "market", s->scheme->market);
	set_str(o, "title", s->scheme->title);
	for (size_t i = 0; i < s->scheme->law_count; i++) {
		json_t *l = json_object();

		set_str(l, "title", s->scheme->law_titles[i]);
		set_str_if(l, "url", s->scheme->law_urls[i]);
		json_array_append_new(law, l);
	}
	json_object_set_new(o, "law", law);
	json_object_set_new(scope, "applies", json_string(applies[s->applies]));
	json_object_set_new(scope, "in_force", json_boolean(s->is_in_force));
	set_str_if(scope, "why", s->applies_why);
	set_str_if(scope, "clause", s->clause);
	set_str_if(scope, "question", s->question);
	json_object_set_new(o, "scope", scope);
	set_str(o, "route", s->route);
	set_str_if(o, "route_why", s->route_why);
	if (s->next_date)
		json_object_set_new(o, "next_date",
			json_pack("{s:s, s:s}", "on", s->next_date->on.p, "what", s->next_date->what.p));
	json_object_set_new(
		o, "verdict", s->is_judged ? json_string(verdict_word(s->verdict)) : json_string("not judged"));
	set_str(o, "why", s->is_judged ? s->why : s->applies_why);
	json_object_set_new(o, "counts", json_of_counts(&s->all));
	json_object_set_new(o, "mandatory_counts", json_of_counts(&s->mandatory));
}

static int append(const char *text, size_t n, void *out)
{
	buf_bytes(out, text, n);
	return 0;
}

void write_json(const json_t *root, struct buf *out, size_t flags)
{
	json_dump_callback(root, append, out, flags);
	buf_char(out, '\n');
}
