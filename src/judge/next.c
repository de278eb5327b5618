#include "judge/next.h"

#include <stdlib.h>

struct making {
	const struct judgement *judgement;
	struct arena *keep;
	VEC(struct fix) fixes;
	VEC(struct owed) owed;
};

/* ---- gathering --------------------------------------------------------------------------------------------------------- */

static void reach(struct making *m, struct reached **list, size_t *count, const struct scheme_result *s,
	const struct requirement_result *r)
{
	/* Doubles when full: full is when the count is a power of two. */
	if ((*count & (*count - 1)) == 0) {
		struct reached *more = arena_array(m->keep, struct reached, *count ? *count * 2 : 1);

		if (*count) memcpy(more, *list, *count * sizeof(*more));
		*list = more;
	}
	(*list)[(*count)++] = (struct reached){ .scheme = s, .requirement = r };
}

static struct fix *fix_for(struct making *m, const struct outcome *o, const struct reply *reply)
{
	for (size_t i = 0; i < m->fixes.n; i++) {
		struct fix *f = &m->fixes.p[i];

		if (o && f->outcome && f->outcome->check == o->check) {
			if (o->failing > f->outcome->failing) f->outcome = o;
			return f;
		}
		if (reply && f->reply && f->reply->question == reply->question) return f;
	}

	struct fix *f = vec_add(m->keep, &m->fixes);

	*f = (struct fix){ .outcome = o, .reply = reply };
	return f;
}

static struct owed *owed_for(struct making *m, const struct question *q, const struct missing *missing)
{
	for (size_t i = 0; i < m->owed.n; i++) {
		struct owed *o = &m->owed.p[i];

		if (q ? o->question == q : !o->question && str_equal(o->class, missing->class)) return o;
	}

	struct owed *o = vec_add(m->keep, &m->owed);

	*o = (struct owed){ .question = q };
	if (missing) o->class = missing->class, o->bring = missing->bring, o->reason = missing->reason;
	return o;
}

static bool is_reached(const struct reached *list, size_t count, const struct requirement_result *r)
{
	return count && list[count - 1].requirement == r;
}

static void add_owed(struct making *m, const struct question *q, const struct missing *missing,
	const struct scheme_result *s, const struct requirement_result *r)
{
	struct owed *o = owed_for(m, q, missing);

	if (!is_reached(o->reached, o->reached_count, r)) reach(m, &o->reached, &o->reached_count, s, r);
}

static void gather(struct making *m, const struct scheme_result *s, const struct requirement_result *r)
{
	for (size_t i = 0; i < r->outcome_count; i++) {
		const struct outcome *o = r->outcomes[i];

		if (o->failing && r->verdict == VERDICT_FAIL) {
			struct fix *f = fix_for(m, o, NULL);

			if (!is_reached(f->reached, f->reached_count, r))
				reach(m, &f->reached, &f->reached_count, s, r);
		}
		if (r->verdict != VERDICT_INCONCLUSIVE || o->verdict != VERDICT_INCONCLUSIVE) continue;
		for (size_t k = 0; k < o->missing_count; k++) add_owed(m, NULL, &o->missing[k], s, r);
	}
	for (size_t i = 0; i < r->reply_count; i++) {
		const struct reply *reply = &r->replies[i];

		if (reply->verdict == VERDICT_FAIL && r->verdict == VERDICT_FAIL) {
			struct fix *f = fix_for(m, NULL, reply);

			if (!is_reached(f->reached, f->reached_count, r))
				reach(m, &f->reached, &f->reached_count, s, r);
		}
		if (reply->verdict == VERDICT_INCONCLUSIVE && r->verdict == VERDICT_INCONCLUSIVE)
			add_owed(m, reply->question, NULL, s, r);
	}
	for (size_t i = 0; i < r->tree_count; i++)
		if (r->trees[i].asks && r->trees[i].asks->question) add_owed(m, r->trees[i].asks->question, NULL, s, r);
}

/* ---- weighing ---------------------------------------------------------------------------------------------------------- */

static size_t count_schemes(const struct reached *list, size_t count)
{
	const struct scheme_result *last = NULL;
	size_t n = 0;

	/* The list is in the order of the schemes. */
	for (size_t i = 0; i < count; i++) {
		if (!list[i].requirement->is_mandatory || list[i].scheme == last) continue;
		last = list[i].scheme;
		n++;
	}
	return n;
}

static size_t count_mandatory(const struct reached *list, size_t count)
{
	size_t n = 0;

	for (size_t i = 0; i < count; i++) n += list[i].requirement->is_mandatory;
	return n;
}

/* Fixes that a scheme's mandatory requirements wait for. */
static size_t fixes_of_scheme(const struct making *m, const struct scheme_result *s)
{
	size_t n = 0;

	for (size_t i = 0; i < m->fixes.n; i++) {
		const struct fix *f = &m->fixes.p[i];
		bool waits = false;

		for (size_t k = 0; k < f->reached_count && !waits; k++)
			waits = f->reached[k].scheme == s && f->reached[k].requirement->is_mandatory;
		n += waits;
	}
	return n;
}

static void count_opened(struct making *m)
{
	for (size_t k = 0; k < m->judgement->scheme_count; k++) {
		const struct scheme_result *s = &m->judgement->schemes[k];

		if (!s->is_judged || fixes_of_scheme(m, s) != 1) continue;
		for (size_t i = 0; i < m->fixes.n; i++) {
			struct fix *f = &m->fixes.p[i];

			for (size_t n = 0; n < f->reached_count; n++) {
				if (f->reached[n].scheme != s || !f->reached[n].requirement->is_mandatory) continue;
				f->opens++;
				break;
			}
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
	if (x->mandatory != y->mandatory) return x->mandatory > y->mandatory ? -1 : 1;
	if (x->reached_count != y->reached_count) return x->reached_count > y->reached_count ? -1 : 1;
	return str_compare(fix_id(x), fix_id(y));
}

static int by_weight_of_owed(const void *a, const void *b)
{
	const struct owed *x = a, *y = b;

	if (x->mandatory != y->mandatory) return x->mandatory > y->mandatory ? -1 : 1;
	if (x->reached_count != y->reached_count) return x->reached_count > y->reached_count ? -1 : 1;
	return str_compare(x->question ? x->question->id : x->class, y->question ? y->question->id : y->class);
}

void plan_make(const struct judgement *j, struct arena *keep, struct plan *ret)
{
	struct making m = { .judgement = j, .keep = keep };

	for (size_t i = 0; i < j->scheme_count; i++)
		for (size_t k = 0; k < j->schemes[i].requirement_count; k++)
			gather(&m, &j->schemes[i], &j->schemes[i].requirements[k]);
	for (size_t i = 0; i < m.fixes.n; i++) {
		struct fix *f = &m.fixes.p[i];

		f->schemes = count_schemes(f->reached, f->reached_count);
		f->mandatory = count_mandatory(f->reached, f->reached_count);
	}
	for (size_t i = 0; i < m.owed.n; i++) {
		struct owed *o = &m.owed.p[i];

		o->schemes = count_schemes(o->reached, o->reached_count);
		o->mandatory = count_mandatory(o->reached, o->reached_count);
	}
	count_opened(&m);
	if (m.fixes.n) qsort(m.fixes.p, m.fixes.n, sizeof(*m.fixes.p), by_weight_of_fix);
	if (m.owed.n) qsort(m.owed.p, m.owed.n, sizeof(*m.owed.p), by_weight_of_owed);
	*ret = (struct plan){ .fixes = m.fixes.p, .fix_count = m.fixes.n, .owed = m.owed.p, .owed_count = m.owed.n };
}
