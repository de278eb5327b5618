#include "judge/next.h"

#include "base/limits.h"
#include "judge/answers.h"
#include "rules/dates.h"

#include <stdlib.h>

struct making {
	const struct judgement *judgement;
	struct arena *keep;
	VEC(struct fix) fixes;
	VEC(struct missing_evidence) missing;
	VEC(struct expiring_answer) expiring;
	VEC(struct scope_owed) scope;
	size_t waits, last; /* of the requirement at hand: how many things it waits for, and the last of them */
};

/* ---- gathering --------------------------------------------------------------------------------------------------- */

static void reach(struct making *m, struct reached **list, size_t *count, const struct scheme_result *s,
	const struct requirement_result *r)
{
	/* The room doubles each time the count comes to a power of two. */
	if ((*count & (*count - 1)) == 0) {
		struct reached *more = arena_array(m->keep, struct reached, *count ? *count * 2 : 1);

		if (*count) memcpy(more, *list, *count * sizeof(*more));
		*list = more;
	}
	(*list)[(*count)++] = (struct reached){ .scheme = s,
		.requirement = r,
		.is_needed = r->is_mandatory && r->settled == SETTLED_NOT,
		.ahead = requirement_ahead_of_all(s, r, m->judgement->on) };
}

static struct fix *fix_for(struct making *m, const struct outcome *o, const struct reply *reply)
{
	for (size_t i = 0; i < m->fixes.n; i++) {
		struct fix *f = &m->fixes.p[i];

		if (o && f->outcome && f->outcome->check == o->check) {
			if (o->all_failing > f->outcome->all_failing) f->outcome = o;
			return f;
		}
		if (reply && f->reply && f->reply->question == reply->question) return f;
	}

	struct fix *f = vec_add(m->keep, &m->fixes);

	*f = (struct fix){ .outcome = o, .reply = reply };
	return f;
}

/* One thing that is brought may show several classes. */
static void add_class(struct making *m, struct missing_evidence *o, str class)
{
	str rest = o->class, one;

	while (str_split(&rest, ',', &one))
		if (str_equal(str_trim(one), class)) return;
	o->class = arena_printf(m->keep, "%.*s, %.*s", STR_FMT(o->class), STR_FMT(class));
}

/* Its place in the list. */
static size_t missing_evidence_for(struct making *m, const struct question *q, const struct missing *missing)
{
	for (size_t i = 0; i < m->missing.n; i++) {
		struct missing_evidence *o = &m->missing.p[i];

		/* What only a person can say is made anew wherever it is asked. */
		if (q && o->question && str_equal(o->question->id, q->id)) return i;
		if (q || o->question) continue;
		if (missing->bring.n ? !str_equal(o->bring, missing->bring) : !str_equal(o->class, missing->class))
			continue;
		add_class(m, o, missing->class);
		return i;
	}

	struct missing_evidence *o = vec_add(m->keep, &m->missing);

	*o = (struct missing_evidence){ .question = q };
	if (missing) o->class = missing->class, o->bring = missing->bring, o->reason = missing->reason;
	return m->missing.n - 1;
}

static bool is_reached(const struct reached *list, size_t count, const struct requirement_result *r)
{
	return count && list[count - 1].requirement == r;
}

static void add_missing_evidence(struct making *m, const struct question *q, const struct missing *missing,
	const struct scheme_result *s, const struct requirement_result *r)
{
	size_t at = missing_evidence_for(m, q, missing);
	struct missing_evidence *o = &m->missing.p[at];

	if (is_reached(o->reached, o->reached_count, r)) return;
	reach(m, &o->reached, &o->reached_count, s, r);
	m->waits++;
	m->last = at;
}

/* The word of the vocabulary that a finding is about, when the check asks for words. */
static const struct word *word_of(const struct making *m, const struct check *c, str what)
{
	for (size_t i = 0; i < c->parameter_count; i++) {
		const struct parameter *p = c->parameters[i];
		const struct word *w = p->words.n ? rules_word(m->judgement->rules, p->words, what) : NULL;

		if (w) return w;
	}
	return NULL;
}

/* All was looked at, and the rows say that it could not be told: of a practice a document is wanted, of anything
 * else what would tell. */
static void add_undecided(
	struct making *m, const struct outcome *o, const struct scheme_result *s, const struct requirement_result *r)
{
	const struct finding *rest = NULL;

	for (size_t i = 0; i < o->finding_count; i++) {
		const struct finding *f = &o->findings[i];
		const struct word *w = f->unknown.n ? word_of(m, o->check, f->what) : NULL;

		if (!f->unknown.n) continue;
		if (w)
			add_missing_evidence(m, NULL,
				&(struct missing){ .class = w->name,
					.reason = f->unknown,
					.bring = w->bring.n ? w->bring : w->means },
				s, r);
		else if (!rest)
			rest = f;
	}
	if (rest && !o->missing_count)
		add_missing_evidence(m, NULL,
			&(struct missing){ .class = o->check->id,
				.reason = arena_printf(
					m->keep, "%.*s: %.*s", STR_FMT(rest->what), STR_FMT(rest->unknown)) },
			s, r);
}

static void add_missing_of_outcome(
	struct making *m, const struct outcome *o, const struct scheme_result *s, const struct requirement_result *r)
{
	if (o->verdict != VERDICT_INCONCLUSIVE) return;
	for (size_t k = 0; k < o->missing_count; k++) add_missing_evidence(m, NULL, &o->missing[k], s, r);
	add_undecided(m, o, s, r);
}

static bool is_check_of(const struct check *const *checks, size_t count, const struct check *c)
{
	for (size_t i = 0; i < count; i++)
		if (checks[i] == c) return true;
	return false;
}

/* Of a tree only what its walks ask next, so that nothing is asked that cannot change the end. */
static bool is_asked(const struct requirement_result *r, const struct check *c)
{
	const struct requirement *q = r->requirement;

	if (!q->node_count || !r->tree_count) return true;
	for (size_t i = 0; i < r->tree_count; i++)
		if (r->trees[i].asks && is_check_of(r->trees[i].asks->checks, r->trees[i].asks->check_count, c))
			return true;
	return is_check_of(q->completeness, q->completeness_count, c) ||
	       is_check_of(q->sufficiency, q->sufficiency_count, c);
}

static bool is_today(const struct reached *r)
{
	return r->is_needed && !r->ahead.n;
}

static void gather(struct making *m, const struct scheme_result *s, const struct requirement_result *r)
{
	m->waits = 0;
	for (size_t i = 0; i < r->outcome_count; i++) {
		const struct outcome *o = r->outcomes[i];

		if (o->failing && r->verdict == VERDICT_FAIL) {
			struct fix *f = fix_for(m, o, NULL);

			if (!is_reached(f->reached, f->reached_count, r))
				reach(m, &f->reached, &f->reached_count, s, r);
		}
		if (r->verdict == VERDICT_INCONCLUSIVE && is_asked(r, o->check)) add_missing_of_outcome(m, o, s, r);
	}
	for (size_t i = 0; i < r->reply_count; i++) {
		const struct reply *reply = &r->replies[i];

		if (reply->verdict == VERDICT_FAIL && r->verdict == VERDICT_FAIL) {
			struct fix *f = fix_for(m, NULL, reply);

			if (!is_reached(f->reached, f->reached_count, r))
				reach(m, &f->reached, &f->reached_count, s, r);
		}
		if (reply->verdict == VERDICT_INCONCLUSIVE && r->verdict == VERDICT_INCONCLUSIVE)
			add_missing_evidence(m, reply->question, NULL, s, r);
	}
	for (size_t i = 0; i < r->tree_count; i++)
		if (r->trees[i].asks && r->trees[i].asks->question)
			add_missing_evidence(m, r->trees[i].asks->question, NULL, s, r);

	/* A tree may ask more once this is known. */
	if (m->waits != 1 || r->requirement->node_count) return;

	struct missing_evidence *o = &m->missing.p[m->last];

	o->alone += is_today(&o->reached[o->reached_count - 1]);
}

/* ---- weighing ---------------------------------------------------------------------------------------------------- */

static bool is_bound_today(const struct reached *r)
{
	return is_today(r) && scheme_is_binding(r->scheme);
}

static bool is_later(const struct reached *r)
{
	return r->is_needed && r->ahead.n;
}

static bool waits(
	const struct reached *list, size_t count, const struct scheme_result *s, bool (*when)(const struct reached *r))
{
	for (size_t i = 0; i < count; i++)
		if (list[i].scheme == s && when(&list[i])) return true;
	return false;
}

/* The list is in the order of the schemes. */
static size_t count_schemes(const struct reached *list, size_t count, bool (*when)(const struct reached *r))
{
	const struct scheme_result *last = NULL;
	size_t n = 0;

	for (size_t i = 0; i < count; i++) {
		if (!when(&list[i]) || list[i].scheme == last) continue;
		last = list[i].scheme;
		n += when == is_today || !waits(list, count, last, is_today);
	}
	return n;
}

static size_t count_mandatory(const struct reached *list, size_t count, bool (*when)(const struct reached *r))
{
	size_t n = 0;

	for (size_t i = 0; i < count; i++) n += when(&list[i]);
	return n;
}

static struct later find_later(const struct reached *list, size_t count)
{
	struct later l = { .schemes = count_schemes(list, count, is_later),
		.mandatory = count_mandatory(list, count, is_later) };

	for (size_t i = 0; i < count; i++)
		if (is_later(&list[i]) && (!l.from.n || str_compare(list[i].ahead, l.from) < 0)) l.from = list[i].ahead;
	return l;
}

/* Fixes that a scheme's mandatory requirements wait for on the day. */
static size_t fixes_of_scheme(const struct making *m, const struct scheme_result *s)
{
	size_t n = 0;

	for (size_t i = 0; i < m->fixes.n; i++)
		n += waits(m->fixes.p[i].reached, m->fixes.p[i].reached_count, s, is_today);
	return n;
}

static void count_opened(struct making *m)
{
	for (size_t k = 0; k < m->judgement->scheme_count; k++) {
		const struct scheme_result *s = &m->judgement->schemes[k];

		if (!s->is_judged || fixes_of_scheme(m, s) != 1) continue;
		for (size_t i = 0; i < m->fixes.n; i++)
			m->fixes.p[i].opens += waits(m->fixes.p[i].reached, m->fixes.p[i].reached_count, s, is_today);
	}
}

/* The last fix, in their order, that each scheme waits for: on the day, or else from a later day on. */
static void count_opened_on_the_way(struct making *m)
{
	for (size_t k = 0; k < m->judgement->scheme_count; k++) {
		const struct scheme_result *s = &m->judgement->schemes[k];
		bool has_today = s->is_judged && fixes_of_scheme(m, s) > 0;

		for (size_t i = m->fixes.n; s->is_judged && i-- > 0;) {
			struct fix *f = &m->fixes.p[i];

			if (!waits(f->reached, f->reached_count, s, has_today ? is_today : is_later)) continue;
			f->opened += has_today;
			f->later.opened += !has_today;
			break;
		}
	}
}

static str fix_id(const struct fix *f)
{
	return f->outcome ? f->outcome->check->id : f->reply->question->id;
}

static int by_weight_of_fix(const void *a, const void *b)
{
	const struct fix *x = a, *y = b;

	if (x->schemes != y->schemes) return x->schemes > y->schemes ? -1 : 1;
	if (x->later.schemes != y->later.schemes) return x->later.schemes > y->later.schemes ? -1 : 1;
	if (x->mandatory != y->mandatory) return x->mandatory > y->mandatory ? -1 : 1;
	if (x->later.mandatory != y->later.mandatory) return x->later.mandatory > y->later.mandatory ? -1 : 1;
	if (x->reached_count != y->reached_count) return x->reached_count > y->reached_count ? -1 : 1;
	return str_compare(fix_id(x), fix_id(y));
}

static int by_weight_of_missing(const void *a, const void *b)
{
	const struct missing_evidence *x = a, *y = b;

	if (x->bound != y->bound) return x->bound > y->bound ? -1 : 1;
	if (x->mandatory != y->mandatory) return x->mandatory > y->mandatory ? -1 : 1;
	if (x->alone != y->alone) return x->alone > y->alone ? -1 : 1;
	if (x->later.mandatory != y->later.mandatory) return x->later.mandatory > y->later.mandatory ? -1 : 1;
	if (x->reached_count != y->reached_count) return x->reached_count > y->reached_count ? -1 : 1;
	return str_compare(x->question ? x->question->id : x->class, y->question ? y->question->id : y->class);
}

/* ---- whose word it takes ----------------------------------------------------------------------------------------- */

const char *asked_of_word(enum asked_of a)
{
	static const char *const words[] = {
		[ASKED_OF_MAKER] = "maker", [ASKED_OF_ASSESSOR] = "assessor", [ASKED_OF_LABORATORY] = "laboratory"
	};

	return words[a];
}

enum asked_of asked_under(const struct rules *rules, const struct scheme *scheme, const struct question *q)
{
	if (rules_asking_test(rules, q->id)) return ASKED_OF_LABORATORY;
	return scheme->strength >= STRENGTH_PERSON ? ASKED_OF_ASSESSOR : ASKED_OF_MAKER;
}

/* Recommended requirements have a say only where nothing mandatory waits. */
static void find_asked(const struct making *m, struct missing_evidence *o)
{
	bool is_first = true, has_needed = o->mandatory || o->later.mandatory;

	for (size_t i = 0; o->question && i < o->reached_count; i++) {
		const struct reached *r = &o->reached[i];
		enum asked_of own = asked_under(m->judgement->rules, r->scheme->scheme, o->question);

		if (has_needed && !r->is_needed) continue;
		if (is_first || own < o->least_of) o->least_of = own;
		if (is_first || own > o->asked_of) o->asked_of = own;
		is_first = false;
	}
}

/* ---- what decides which schemes bind ----------------------------------------------------------------------------- */

bool scheme_is_binding(const struct scheme_result *s)
{
	return s->applies != APPLIES_NO && !s->is_elsewhere && !s->scheme->is_voluntary && !s->scheme->nothing_binds.n;
}

static struct scope_owed *scope_owed_for(struct making *m, const struct scope_question *q)
{
	for (size_t i = 0; i < m->scope.n; i++)
		if (str_equal(m->scope.p[i].asks.name, q->name)) return &m->scope.p[i];

	struct scope_owed *o = vec_add(m->keep, &m->scope);

	*o = (struct scope_owed){ .asks = *q,
		.schemes = arena_array(m->keep, const struct scheme_result *, m->judgement->scheme_count) };
	return o;
}

static int by_weight_of_scope(const void *a, const void *b)
{
	const struct scope_owed *x = a, *y = b;

	if (x->binding != y->binding) return x->binding > y->binding ? -1 : 1;
	if (x->scheme_count != y->scheme_count) return x->scheme_count > y->scheme_count ? -1 : 1;
	if (x->bound != y->bound) return x->bound > y->bound ? -1 : 1;
	if (x->mandatory != y->mandatory) return x->mandatory > y->mandatory ? -1 : 1;
	if (x->reached_count != y->reached_count) return x->reached_count > y->reached_count ? -1 : 1;
	return str_compare(x->asks.name, y->asks.name);
}

/* Of a requirement that is decided as it is, nobody needs to know whether it applies. */
static void add_conditions(struct making *m, const struct scheme_result *s, const struct requirement_result *r)
{
	if (r->verdict != VERDICT_INCONCLUSIVE || !r->is_mandatory || r->settled != SETTLED_NOT) return;
	for (size_t i = 0; i < r->unsaid_count; i++) {
		struct scope_question q = scope_question_of(m->judgement->rules, r->unsaid[i]);
		struct scope_owed *o = scope_owed_for(m, &q);

		if (!is_reached(o->reached, o->reached_count, r)) reach(m, &o->reached, &o->reached_count, s, r);
	}
}

/* Binding schemes are gone through first, so that they stand first in each list. What is sold elsewhere is not asked
 * about. */
static void find_scope(struct making *m)
{
	const struct judgement *j = m->judgement;

	for (int is_binding = 1; is_binding >= 0; is_binding--) {
		for (size_t i = 0; i < j->scheme_count; i++) {
			const struct scheme_result *s = &j->schemes[i];

			if (s->is_elsewhere || scheme_is_binding(s) != is_binding) continue;
			for (size_t k = 0; k < s->question_count; k++) {
				struct scope_owed *o = scope_owed_for(m, &s->questions[k]);

				o->schemes[o->scheme_count++] = s;
				o->binding += (size_t)is_binding;
			}
		}
	}
	for (size_t i = 0; i < j->scheme_count; i++) {
		const struct scheme_result *s = &j->schemes[i];

		for (size_t k = 0; k < s->requirement_count && !s->is_elsewhere; k++)
			add_conditions(m, s, &s->requirements[k]);
	}
	for (size_t i = 0; i < m->scope.n; i++) {
		struct scope_owed *o = &m->scope.p[i];

		o->mandatory = count_mandatory(o->reached, o->reached_count, is_today);
		o->bound = count_mandatory(o->reached, o->reached_count, is_bound_today);
	}
	if (m->scope.n) qsort(m->scope.p, m->scope.n, sizeof(*m->scope.p), by_weight_of_scope);
}

/* ---- what runs out ----------------------------------------------------------------------------------------------- */

/* The question as the scheme asks it; NULL: it does not. */
static const struct question *asked_by(const struct scheme_result *s, str question)
{
	const struct question *q = NULL;

	for (size_t i = 0; i < s->requirement_count && !q; i++) q = requirement_question(&s->requirements[i], question);
	return q;
}

/* The last day on which it decides what the scheme asks, if it does so today and nothing else says the same on the
 * day after. Empty: it does not run out. */
static str runs_out(
	const struct making *m, const struct scheme_result *s, const struct question *q, const struct answer *a)
{
	const struct judgement *j = m->judgement;
	struct answer_terms terms = answer_terms(j->rules, s->scheme, q, j->on);
	struct weighed_answer today = answer_weigh(j->answers, j->answer_count, q, a->entity, &terms, m->keep), after;
	str last = answer_last_day(a, &terms, m->keep);

	if (today.answer != a || !answer_counts(&today) || !last.n) return (str){ 0 };
	terms.on = date_add_days(m->keep, last, 1);
	after = answer_weigh(j->answers, j->answer_count, q, a->entity, &terms, m->keep);
	return after.verdict == today.verdict ? (str){ 0 } : last;
}

static void add_expiring(struct making *m, const struct answer *a)
{
	const struct judgement *j = m->judgement;
	struct expiring_answer e = { .answer = a };

	for (size_t i = 0; i < j->scheme_count && a->is_asked; i++) {
		const struct scheme_result *s = &j->schemes[i];
		const struct question *q = s->is_judged ? asked_by(s, a->question) : NULL;
		str last = q ? runs_out(m, s, q, a) : (str){ 0 };

		if (!last.n || date_between(j->on, last) > SOON_DAYS) continue;
		if (!e.last.n || str_compare(last, e.last) < 0) e.last = last;
		for (size_t k = 0; k < s->requirement_count; k++)
			if (requirement_question(&s->requirements[k], a->question))
				reach(m, &e.reached, &e.reached_count, s, &s->requirements[k]);
	}
	if (!e.reached_count) return;
	e.mandatory = count_mandatory(e.reached, e.reached_count, is_today);
	e.schemes = count_schemes(e.reached, e.reached_count, is_today);
	*vec_add(m->keep, &m->expiring) = e;
}

static int by_last_day(const void *a, const void *b)
{
	const struct expiring_answer *x = a, *y = b;
	int order = str_compare(x->last, y->last);

	if (order) return order;
	if (x->mandatory != y->mandatory) return x->mandatory > y->mandatory ? -1 : 1;
	return x->answer < y->answer ? -1 : 1;
}

void plan_make(const struct judgement *j, struct arena *keep, struct plan *ret)
{
	struct making m = { .judgement = j, .keep = keep };

	for (size_t i = 0; i < j->scheme_count; i++)
		for (size_t k = 0; k < j->schemes[i].requirement_count; k++)
			gather(&m, &j->schemes[i], &j->schemes[i].requirements[k]);
	for (size_t i = 0; i < m.fixes.n; i++) {
		struct fix *f = &m.fixes.p[i];

		f->schemes = count_schemes(f->reached, f->reached_count, is_today);
		f->mandatory = count_mandatory(f->reached, f->reached_count, is_today);
		f->later = find_later(f->reached, f->reached_count);
	}
	for (size_t i = 0; i < m.missing.n; i++) {
		struct missing_evidence *o = &m.missing.p[i];

		o->schemes = count_schemes(o->reached, o->reached_count, is_today);
		o->mandatory = count_mandatory(o->reached, o->reached_count, is_today);
		o->bound = count_mandatory(o->reached, o->reached_count, is_bound_today);
		o->later = find_later(o->reached, o->reached_count);
		find_asked(&m, o);
	}
	count_opened(&m);
	if (m.fixes.n) qsort(m.fixes.p, m.fixes.n, sizeof(*m.fixes.p), by_weight_of_fix);
	count_opened_on_the_way(&m);
	if (m.missing.n) qsort(m.missing.p, m.missing.n, sizeof(*m.missing.p), by_weight_of_missing);
	for (size_t i = 0; i < j->answer_count && i < LIMIT_ANSWERS_LOOKED_AT && m.expiring.n < LIMIT_EXPIRING; i++)
		add_expiring(&m, &j->answers[i]);
	if (m.expiring.n) qsort(m.expiring.p, m.expiring.n, sizeof(*m.expiring.p), by_last_day);
	find_scope(&m);
	*ret = (struct plan){ .scope = m.scope.p,
		.scope_count = m.scope.n,
		.fixes = m.fixes.p,
		.fix_count = m.fixes.n,
		.missing = m.missing.p,
		.missing_count = m.missing.n,
		.expiring = m.expiring.p,
		.expiring_count = m.expiring.n };
}
