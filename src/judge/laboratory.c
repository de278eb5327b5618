/* What a laboratory tried, by its sheets (declare/trials.h). What no program of ours reads yet (a capture, a scan of
 * the device), and what a program found nothing of in the image or could not read of it, it tells by check: its
 * recorded result decides what is open for want of that, and never outweighs what fails. */
#include "judge/session.h"
#include "rules/answers.h"

#include <stdlib.h>

static bool is_trial(str class)
{
	return str_starts(class, "trial.");
}

static const struct coverage_class *class_of(const struct rules *rules, const struct class_group *g, size_t i)
{
	return g->numbers[i] == CLASS_NONE ? NULL : &rules->classes.p[g->numbers[i]];
}

/* What no maker declares or documents: it is seen in an image, or by a laboratory that looks. */
static bool is_seen(const struct coverage_class *class)
{
	return class && !is_trial(class->name) && (str_is(class->inputs, "trials") || str_is(class->inputs, "image"));
}

/* A laboratory may have seen what the group wants. */
static bool is_of_laboratory(const struct rules *rules, const struct class_group *g)
{
	for (size_t i = 0; i < g->count; i++)
		if (is_seen(class_of(rules, g, i))) return true;
	return false;
}

/* Nothing but results gives what the group wants, or one of its classes. */
static bool is_of_results(const struct rules *rules, const struct class_group *g)
{
	for (size_t i = 0; i < g->count; i++) {
		const struct coverage_class *class = class_of(rules, g, i);

		if (class && !is_trial(class->name) && str_is(class->inputs, "trials")) return true;
	}
	return false;
}

bool laboratory_decides(const struct rules *rules, const struct check *c)
{
	for (size_t i = 0; i < c->needs.count; i++)
		if (is_of_laboratory(rules, &c->needs.groups[i]) &&
			(c->strength >= STRENGTH_TOOL || is_of_results(rules, &c->needs.groups[i])))
			return true;
	return false;
}

bool laboratory_alone_decides(const struct rules *rules, const struct check *c)
{
	for (size_t i = 0; i < c->needs.count; i++)
		if (is_of_results(rules, &c->needs.groups[i])) return laboratory_decides(rules, c);
	return false;
}

const struct check *laboratory_check(const struct rules *rules, str kind)
{
	static const char prefix[] = "check.";
	size_t n = strlen(prefix);

	return str_starts(kind, prefix) ? rules_check(rules, (str){ kind.p + n, kind.n - n }) : NULL;
}

/* What it saw is as old as the record of it; the shortest life of all that the check needs counts. */
uint32_t laboratory_age_limit(const struct rules *rules, const struct scheme *scheme, str class)
{
	const struct check *c = laboratory_check(rules, class);
	uint32_t least = c ? 0 : rules_age_limit(rules, scheme, class);

	for (size_t i = 0; c && i < c->needs.count; i++)
		for (size_t k = 0; k < c->needs.groups[i].count && is_of_laboratory(rules, &c->needs.groups[i]); k++) {
			uint32_t limit = rules_age_limit(rules, scheme, c->needs.groups[i].classes[k]);

			if (limit && (!least || limit < least)) least = limit;
		}
	return least;
}

err load_laboratory(struct session *s)
{
	sqlite3_stmt *stmt = query_cache_fixed(s->cache, QUERY_LABORATORY);

	/* Evidence from before sheets were read has no such columns, and no results. */
	if (!stmt) return OK;
	while (sqlite3_step(stmt) == SQLITE_ROW)
		*vec_add(s->keep, &s->laboratory) = (struct laboratory_result){
			.kind = session_text(s, stmt, 0),
			.result = session_text(s, stmt, 1),
			.detail = session_text(s, stmt, 2),
			.author = session_text(s, stmt, 3),
			.done = session_text(s, stmt, 4),
			.record = session_text(s, stmt, 5),
			.sha256 = session_text(s, stmt, 6),
			.about = session_text(s, stmt, 7),
			.sheet = session_text(s, stmt, 8),
			.line = (uint32_t)sqlite3_column_int64(stmt, 9),
			.entity = sqlite3_column_int64(stmt, 10),
			.input = sqlite3_column_int64(stmt, 11),
		};
	sqlite3_reset(stmt);
	return OK;
}

static const struct laboratory_result *result_of(const struct session *s, str prefix, str id)
{
	size_t low = 0, high = s->laboratory.n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const str *kind = &s->laboratory.p[middle].kind;
		str head = { kind->p, kind->n < prefix.n ? kind->n : prefix.n };
		int order = str_compare(head, prefix);

		if (!order) order = str_compare((str){ kind->p + prefix.n, kind->n - prefix.n }, id);
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == s->laboratory.n) return NULL;

	const struct laboratory_result *r = &s->laboratory.p[low];

	return str_starts(r->kind, prefix.p) && str_equal((str){ r->kind.p + prefix.n, r->kind.n - prefix.n }, id)
		       ? r
		       : NULL;
}

/* Of a day to come, nothing was tried yet. */
static bool has_happened(const struct session *s, const struct laboratory_result *r)
{
	return r->done.n >= 10 && str_compare((str){ r->done.p, 10 }, s->on) <= 0;
}

/* Whether nothing else is missing than what the laboratory looked at. */
static bool is_else_whole(struct evidence_view *v, const struct check *c, const struct outcome *o)
{
	const struct rules *rules = v->session->rules;

	for (size_t i = 0; i < o->missing_count; i++) {
		bool is_its = str_is(o->missing[i].class, "anything to ask about");

		for (size_t k = 0; k < c->needs.count && !is_its; k++)
			is_its = is_of_laboratory(rules, &c->needs.groups[k]) &&
				 str_equal(c->needs.groups[k].classes[0], o->missing[i].class);
		if (!is_its) return false;
	}
	return true;
}

static void add_failure(struct session *s, struct outcome *o, const struct laboratory_result *r)
{
	struct finding *more = arena_array(s->keep, struct finding, o->finding_count + 1);
	struct mark *marks = arena_array(s->keep, struct mark, o->mark_count + 1);

	if (o->mark_count) memcpy(marks, o->marks, o->mark_count * sizeof(*marks));
	marks[o->mark_count++] = (struct mark){ 0 };
	o->marks = marks;
	if (o->finding_count) memcpy(more + 1, o->findings, o->finding_count * sizeof(*more));
	more[0] = (struct finding){ .sentence = WORDS(s, "%.*s: no, by the trial of %.*s on %.*s%s%.*s",
					    STR_FMT(o->check->asks), STR_FMT(r->author), STR_FMT(r->done),
					    STR_AFTER(": ", r->detail)),
		.what = STR("the product"),
		.input = r->input,
		.line = r->line ? NUM(r->line) : (num){ 0 } };
	o->findings = more;
	o->finding_count++;
	o->all_count++;
	o->all_failing++;
	o->failing++;
	o->verdict = VERDICT_FAIL;
}

/* Whose word the trials of a check are. */
static bool rests_on_trials(struct session *s, const struct check *c)
{
	for (size_t i = 0; i < c->needs.count; i++)
		for (size_t k = 0; k < c->needs.groups[i].count; k++) {
			str class = c->needs.groups[i].classes[k];

			if (is_trial(class) && result_of(s, STR(""), (str){ class.p + 6, class.n - 6 })) return true;
		}
	return false;
}

void take_laboratory(struct evidence_view *v, const struct check *c, struct outcome *o)
{
	struct session *s = v->session;
	const struct laboratory_result *r = s->laboratory.n ? result_of(s, STR("check."), c->id) : NULL;

	if (s->laboratory.n && rests_on_trials(s, c) && o->strength > STRENGTH_TESTED) o->strength = STRENGTH_TESTED;
	if (!r || r->entity || !has_happened(s, r) || !laboratory_decides(s->rules, c)) return;
	if (str_is(r->result, "broke")) {
		if (!o->all_failing) o->strength = STRENGTH_TESTED;
		add_failure(s, o, r);
		return;
	}
	if (!str_is(r->result, "held") || o->verdict != VERDICT_INCONCLUSIVE || o->all_failing) return;
	if (!view_counts(v, r->kind) || !is_else_whole(v, c, o)) return;
	o->verdict = VERDICT_PASS;
	o->strength = STRENGTH_TESTED;
	o->finding_count = o->all_count = o->missing_count = o->mark_count = 0;
	o->is_unlooked = false;
}
