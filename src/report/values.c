#include "report/values.h"

#include "judge/next.h"

#include "base/limits.h"
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

json_t *json_of_outcome(const struct outcome *o, size_t most)
{
	json_t *j = json_object(), *findings = json_array(), *missing = json_array();

	set_str(j, "id", o->check->id);
	json_object_set_new(j, "outcome", json_string(verdict_word(o->verdict)));
	for (size_t i = 0; i < o->finding_count && i < most; i++)
		json_array_append_new(findings, json_of_finding(&o->findings[i]));
	json_object_set_new(j, "findings", findings);
	if (o->all_count > json_array_size(findings)) {
		json_object_set_new(j, "more", json_integer((json_int_t)(o->all_count - json_array_size(findings))));
		json_object_set_new(j, "failing", json_integer((json_int_t)o->all_failing));
	}
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
	if (r->value.n) json_object_set_new(o, "basis", json_string(strength_word(r->strength)));
	set_str_if(o, "record", r->record);
	set_str_if(o, "sha256", r->sha256);
	return o;
}

json_t *json_of_tree(const struct tree_result *t)
{
	static const char *const answers[] = { [UNKNOWN] = "not known", [NO] = "no", [YES] = "yes" };
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
	return o;
}

void set_trees(json_t *o, const struct requirement_result *r, size_t most)
{
	bool is_all = r->tree_count <= most;
	json_t *trees = json_array();

	for (int v = is_all ? VERDICT_NOT_APPLICABLE : VERDICT_FAIL; v >= VERDICT_NOT_APPLICABLE; v--)
		for (size_t i = 0; i < r->tree_count && json_array_size(trees) < most; i++)
			if (is_all || (int)r->trees[i].verdict == v)
				json_array_append_new(trees, json_of_tree(&r->trees[i]));
	if (r->all_trees > json_array_size(trees))
		json_object_set_new(o, "more_trees", json_integer((json_int_t)(r->all_trees - json_array_size(trees))));
	json_object_set_new(o, "trees", trees);
}

/* ---- how much of it ---------------------------------------------------------------------------------------------- */

/* Written out, names of keys and indentation with it. */
static uint64_t bytes_of_findings(const struct outcome *o, size_t most)
{
	enum { AROUND = 200 };
	uint64_t n = 0;

	for (size_t i = 0; i < o->finding_count && i < most; i++) {
		const struct finding *f = &o->findings[i];

		n += AROUND + f->sentence.n + f->what.n + f->unknown.n + f->input_name.n + f->path.n;
	}
	return n;
}

static uint64_t bytes_of_trees(const struct requirement_result *r, size_t most)
{
	enum { AROUND = 100 };
	uint64_t n = 0;

	for (size_t i = 0; i < r->tree_count && i < most; i++) {
		const struct tree_result *t = &r->trees[i];

		n += AROUND + t->name.n;
		for (size_t k = 0; k < t->step_count; k++)
			n += AROUND + t->steps[k].node->id.n + t->steps[k].node->asks.n;
	}
	return n;
}

static bool fits(const struct judgement *j, const struct report_most *most)
{
	uint64_t findings = 0, trees = 0;

	for (size_t i = 0; i < j->scheme_count; i++)
		for (size_t k = 0; k < j->schemes[i].requirement_count; k++) {
			const struct requirement_result *r = &j->schemes[i].requirements[k];

			for (size_t n = 0; n < r->outcome_count; n++)
				findings += bytes_of_findings(r->outcomes[n], most->findings);
			trees += bytes_of_trees(r, most->trees);
		}
	return (findings <= LIMIT_REPORT_FINDINGS || !most->findings) && (trees <= LIMIT_REPORT_TREES || !most->trees);
}

struct report_most report_most(const struct judgement *j)
{
	static const size_t steps[] = { SIZE_MAX, 300, 100, 30, 10, 3, 1, 0 };
	struct report_most most = { SIZE_MAX, 0 };

	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
		most = (struct report_most){ .findings = steps[i], .trees = 0 };
		if (fits(j, &most)) break;
	}
	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
		most.trees = steps[i];
		if (fits(j, &most)) break;
	}
	return most;
}

json_t *json_of_risk(const struct risk_result *r)
{
	json_t *o = json_object(), *reasons = json_array(), *levels = json_object(), *unknown = json_array();
	json_t *why = json_array(), *refused = json_array();

	set_str(o, "class", r->risk_class);
	json_object_set_new(o, "points", json_integer(r->points));
	if (r->is_overridden) {
		set_str(o, "overridden_because", r->override_reason);
		set_str(o, "computed", r->computed_class);
		set_str_if(o, "overridden_by", r->override_author);
	}
	for (size_t i = 0; i < r->reason_count; i++) {
		json_t *reason = json_object();

		set_str(reason, "because", r->reasons[i].because);
		json_object_set_new(reason, "points", json_integer(r->reasons[i].points));
		json_array_append_new(reasons, reason);
	}
	json_object_set_new(o, "reasons", reasons);
	for (size_t i = 0; i < r->level_count; i++) {
		const struct level_result *l = &r->levels[i];
		json_t *level = json_object();

		set_str(levels, l->name.p, l->value);
		set_str(level, "scale", l->name);
		set_str(level, "value", l->value);
		set_str_if(level, l->is_overridden ? "overridden_because" : "because", l->because);
		set_str_if(level, "source", l->source);
		set_str_if(level, "computed", l->computed);
		if (l->is_overridden) set_str_if(level, "overridden_by", l->author);
		json_array_append_new(why, level);
	}
	json_object_set_new(o, "levels", levels);
	json_object_set_new(o, "level_reasons", why);
	for (size_t i = 0; i < r->refused_count; i++) json_array_append_new(refused, json_of_str(r->refused[i]));
	json_object_set_new(o, "refused", refused);
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

/* ---- what stands beside the evidence ----------------------------------------------------------------------------- */

static void set_certificate(json_t *o, const struct certificate_claim *h)
{
	set_str(o, "scheme", h->scheme);
	set_str_if(o, "kind", h->kind);
	set_str_if(o, "level", h->level);
	set_str_if(o, "number", h->number);
}

json_t *json_of_certificate(const struct certificate_claim *h)
{
	json_t *o = json_object();

	set_certificate(o, h);
	set_str_if(o, "body", h->body);
	set_str_if(o, "product", h->product);
	set_str_if(o, "issued", h->issued);
	set_str_if(o, "expires", h->expires);
	set_str_if(o, "until", h->until);
	json_object_set_new(o, "valid", json_boolean(h->is_valid));
	set_str_if(o, "why", h->why);
	set_str_if(o, "url", h->url);
	set_str_if(o, "sha256", h->sha256);
	set_str_if(o, "author", h->author);
	return o;
}

static json_t *json_of_recognitions(const struct scheme_result *s)
{
	json_t *list = json_array();

	for (size_t i = 0; i < s->recognition_count; i++) {
		const struct recognition *n = &s->recognitions[i];
		json_t *o = json_object();

		set_certificate(o, n->certificate);
		json_object_set_new(o, "counts", json_boolean(n->counts));
		set_str(o, "why", n->why);
		set_str(o, "clause", n->rule->clause);
		json_object_set_new(o, "covers", json_integer((json_int_t)n->covered));
		set_str(o, "source", n->rule->source);
		set_str(o, "confidence", n->rule->confidence);
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *json_of_treatments(const struct scheme_result *s)
{
	json_t *list = json_array();

	for (size_t i = 0; i < s->treatment_count; i++) {
		const struct treatment_result *n = &s->treatments[i];
		json_t *o = json_object();

		set_str(o, "catalogue", n->of->requirement->catalogue->id);
		set_str(o, "requirement", n->of->requirement->id);
		set_str(o, "kind", n->treatment->kind);
		set_str_if(o, "control", n->treatment->control);
		set_str_if(o, "acts", n->treatment->acts);
		set_str_if(o, "approver", n->treatment->approver);
		set_str_if(o, "justification", n->treatment->justification);
		set_str_if(o, "document", n->treatment->document);
		set_str_if(o, "sha256", n->treatment->sha256);
		set_str_if(o, "enforcement", n->treatment->enforcement);
		set_str_if(o, "expires", n->treatment->expires);
		json_object_set_new(o, "counts", json_boolean(n->counts));
		set_str(o, "why", n->why);
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *json_of_date(const struct scheme_date *d)
{
	json_t *o = json_object();

	set_str(o, "on", d->on);
	set_str(o, "what", d->what);
	if (!str_is(d->by.confidence, "confirmed")) set_str_if(o, "confidence", d->by.confidence);
	set_str_if(o, "placeholder", d->by.placeholder);
	return o;
}

json_t *json_of_proposals(const struct scheme *s)
{
	json_t *list = json_array();

	for (size_t i = 0; i < s->proposal_count; i++) {
		const struct scheme_proposal *p = &s->proposals[i];
		json_t *o = json_object();

		set_str(o, "act", p->act);
		set_str(o, "what", p->what);
		set_str(o, "state", p->state);
		set_str(o, "source", p->by.source);
		set_str(o, "confidence", p->by.confidence);
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *json_of_verdict(enum verdict v, str why)
{
	json_t *o = json_object();

	json_object_set_new(o, "verdict", json_string(verdict_word(v)));
	set_str(o, "why", why);
	return o;
}

static void set_verdicts(json_t *o, const struct scheme_result *s)
{
	json_t *holds = json_array();

	for (size_t i = 0; i < s->own_count; i++) json_array_append_new(holds, json_of_certificate(s->own[i]));
	set_str(o, "basis", s->basis ? str_of(settled_word(s->basis)) : STR("evidence"));
	json_object_set_new(o, "device", json_of_verdict(s->device, s->device_why));
	if (s->has_system) json_object_set_new(o, "system", json_of_verdict(s->system, s->system_why));
	if (s->ahead.on.n)
		json_object_set_new(o, "ahead",
			json_pack("{s:s, s:s, s:o}", "on", s->ahead.on.p, "verdict", verdict_word(s->ahead.verdict),
				"mandatory_counts", json_of_counts(&s->ahead.mandatory)));
	json_object_set_new(o, "recognition", json_of_recognitions(s));
	json_object_set_new(o, "holds", holds);
	json_object_set_new(o, "treatments", json_of_treatments(s));
}

static void set_later(json_t *o, const struct later *l)
{
	if (l->from.n)
		json_object_set_new(o, "later",
			json_pack("{s:s, s:I, s:I}", "from", l->from.p, "schemes", (json_int_t)l->schemes, "mandatory",
				(json_int_t)l->mandatory));
}

static void set_count(json_t *o, const char *key, size_t n)
{
	json_object_set_new(o, key, json_integer((json_int_t)n));
}

void set_fix_counts(json_t *o, const struct fix *f)
{
	set_count(o, "schemes", f->schemes);
	set_count(o, "opens", f->opens);
	set_count(o, "opened", f->opened);
	set_count(o, "mandatory", f->mandatory);
	set_later(o, &f->later);
}

void set_missing_counts(json_t *o, const struct missing_evidence *m)
{
	set_count(o, "mandatory", m->mandatory);
	set_count(o, "alone", m->alone);
	set_count(o, "schemes", m->schemes);
	set_later(o, &m->later);
}

json_t *json_of_reached(const struct reached *all, size_t count)
{
	json_t *list = json_array();

	for (size_t i = 0; i < count; i++) {
		json_t *o = json_object();

		set_str(o, "scheme", all[i].scheme->scheme->id);
		set_str(o, "catalogue", all[i].requirement->requirement->catalogue->id);
		set_str(o, "id", all[i].requirement->requirement->id);
		json_array_append_new(list, o);
	}
	return list;
}

static void set_settled(json_t *o, const struct requirement_result *r)
{
	set_str_if(o, "from", r->from);
	if (r->settled) {
		json_t *settled = json_object();

		set_str(settled, "by", str_of(settled_word(r->settled)));
		set_str(settled, "why", r->settled_why);
		json_object_set_new(o, "settled", settled);
	}
	if (r->is_treated) json_object_set_new(o, "treated", json_true());
}

void set_requirement(json_t *o, const struct requirement_result *r)
{
	set_str(o, "catalogue", r->requirement->catalogue->id);
	set_str(o, "edition", r->requirement->catalogue->edition);
	set_str(o, "id", r->requirement->id);
	set_str(o, "title", r->requirement->title);
	set_str(o, "level", r->requirement->level);
	json_object_set_new(o, "mandatory", json_boolean(r->is_mandatory));
	set_str_if(o, "topic", r->requirement->topic);
	set_str_if(o, "clause", r->requirement->clause);
	set_str_if(o, "restriction", r->requirement->restriction);
	set_str_if(o, "confidence", rules_doubt(r->requirement));
	json_object_set_new(o, "verdict", json_string(verdict_word(r->verdict)));
	json_object_set_new(o, "basis", json_string(strength_word(r->basis)));
	set_str(o, "why", r->why);
	set_settled(o, r);
}

/* ---- schemes ----------------------------------------------------------------------------------------------------- */

static json_t *json_of_question(const struct scope_question *q)
{
	json_t *o = json_object(), *values = json_array();

	set_str(o, "section", q->section);
	set_str(o, "name", q->name);
	set_str(o, "asks", q->asks);
	for (size_t k = 0; q->profile && k < q->profile->value_count; k++)
		json_array_append_new(values, json_of_str(q->profile->values[k]));
	json_object_set_new(o, "values", values);
	return o;
}

static json_t *json_of_questions(const struct scheme_result *s)
{
	json_t *list = json_array();

	for (size_t i = 0; i < s->question_count; i++) json_array_append_new(list, json_of_question(&s->questions[i]));
	return list;
}

/* Days that would say whether older units are bound, and requirements that do not bind the units of the product. */
static void set_units(json_t *scope, const struct scheme_result *s)
{
	json_t *days = json_array(), *spared = json_array();

	for (size_t i = 0; i < s->sold_unit_question_count; i++) {
		const struct sold_unit_question *q = &s->sold_unit_questions[i];
		json_t *o = json_of_question(&q->asks);

		set_str(o, "from", q->from);
		set_str(o, "clause", q->clause);
		json_object_set_new(o, "of_a_part", json_boolean(q->is_of_part));
		json_array_append_new(days, o);
	}
	for (size_t i = 0; i < s->spared_count; i++) {
		const struct spared *n = &s->spared[i];
		json_t *o = json_object();

		set_str(o, "from", n->from);
		json_object_set_new(o, "requirements", json_integer((json_int_t)n->count));
		set_str(o, "why", n->why);
		set_str(o, "clause", n->clause);
		json_array_append_new(spared, o);
	}
	if (s->sold_unit_question_count) json_object_set(scope, "days", days);
	if (s->spared_count) json_object_set(scope, "spared", spared);
	json_decref(days);
	json_decref(spared);
}

/* How long its certificates live, and how old evidence may be; left out where it states no limit. */
static json_t *json_of_validity(const struct scheme *s)
{
	json_t *o = json_object(), *classes = json_object();

	if (s->certificate_months)
		json_object_set_new(o, "certificate_months", json_integer((json_int_t)s->certificate_months));
	if (s->evidence_days) json_object_set_new(o, "evidence_days", json_integer((json_int_t)s->evidence_days));
	for (size_t i = 0; i < s->age_count; i++)
		json_object_set_new(classes, s->ages[i].class.p, json_integer((json_int_t)s->ages[i].days));
	if (s->age_count) json_object_set(o, "classes", classes);
	json_decref(classes);
	return o;
}

void set_scheme(json_t *o, const struct scheme_result *s)
{
	static const char *const applies[] = { [APPLIES_NO] = "no", [APPLIES_MAYBE] = "may", [APPLIES_YES] = "yes" };
	json_t *scope = json_object(), *law = json_array(), *coming = json_array();

	set_str(o, "id", s->scheme->id);
	set_str(o, "edition", s->edition);
	set_str(o, "market", s->scheme->market);
	set_str(o, "title", s->scheme->title);
	if (!str_is(s->scheme->confidence, "confirmed")) set_str_if(o, "confidence", s->scheme->confidence);
	for (size_t i = 0; i < s->scheme->law_count; i++) {
		json_t *l = json_object();

		set_str(l, "title", s->scheme->law_titles[i]);
		set_str_if(l, "url", s->scheme->law_urls[i]);
		json_array_append_new(law, l);
	}
	json_object_set_new(o, "law", law);
	json_object_set_new(scope, "applies", json_string(applies[s->applies]));
	json_object_set_new(scope, "in_force", json_boolean(s->is_in_force));
	if (s->is_elsewhere) json_object_set_new(scope, "elsewhere", json_true());
	set_str_if(scope, "why", s->applies_why);
	set_str_if(scope, "clause", s->clause);
	set_str_if(scope, "question", s->question);
	if (s->question_count) json_object_set_new(scope, "questions", json_of_questions(s));
	if (s->scheme->certificate_months || s->scheme->evidence_days || s->scheme->age_count)
		json_object_set_new(o, "validity", json_of_validity(s->scheme));
	set_units(scope, s);
	json_object_set_new(o, "scope", scope);
	set_str(o, "route", s->route);
	set_str_if(o, "route_why", s->route_why);
	if (s->next_date) json_object_set_new(o, "next_date", json_of_date(s->next_date));
	for (size_t i = 0; i < s->coming_count; i++) json_array_append_new(coming, json_of_date(&s->coming[i]));
	json_object_set_new(o, "dates", coming);
	if (s->scheme->proposal_count) json_object_set_new(o, "proposed", json_of_proposals(s->scheme));
	json_object_set_new(
		o, "verdict", s->is_judged ? json_string(verdict_word(s->verdict)) : json_string("not judged"));
	set_str(o, "why", s->is_judged ? s->why : s->applies_why);
	set_str_if(o, "nothing_binds", s->scheme->nothing_binds);
	if (s->is_judged) set_verdicts(o, s);
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
