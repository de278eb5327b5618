/* Of what a question is still to be answered, entity by entity. */
#include "judge/next.h"

#include "judge/answers.h"

#include <stdlib.h>

struct looking {
	const struct judgement *judgement;
	const struct question *question;
	struct arena *keep;
	VEC(struct open_row) rows;
};

/* A good answer under the scheme: of the entity itself, or the one for all. */
static bool is_answered(const struct looking *l, const struct scheme *scheme, int64_t entity)
{
	const struct judgement *j = l->judgement;
	struct answer_terms terms = answer_terms(j->rules, scheme, l->question, j->on);
	struct arena scratch = *l->keep;
	struct weighed_answer own = answer_weigh(j->answers, j->answer_count, l->question, entity, &terms, &scratch);

	if (own.answer) return answer_counts(&own);

	struct weighed_answer common = answer_weigh(j->answers, j->answer_count, l->question, 0, &terms, &scratch);

	return answer_counts(&common);
}

static void add_row(struct looking *l, const struct scheme *scheme, int64_t entity, str name)
{
	if (!entity || is_answered(l, scheme, entity)) return;
	*vec_add(l->keep, &l->rows) = (struct open_row){ .entity = entity, .name = name };
}

static void look_at(struct looking *l, const struct scheme *scheme, const struct requirement_result *r)
{
	for (size_t i = 0; i < r->reply_count; i++) {
		const struct reply *reply = &r->replies[i];

		if (!str_equal(reply->question->id, l->question->id)) continue;
		for (size_t k = 0; k < reply->of_count; k++) add_row(l, scheme, reply->of[k].id, reply->of[k].name);
	}
	for (size_t i = 0; i < r->tree_count; i++) {
		const struct tree_result *t = &r->trees[i];

		if (t->asks && t->asks->question && str_equal(t->asks->question->id, l->question->id))
			add_row(l, scheme, t->entity, t->name);
	}
}

static int by_name(const void *a, const void *b)
{
	const struct open_row *x = a, *y = b;
	int order = str_compare(x->name, y->name);

	if (order) return order;
	return x->entity < y->entity ? -1 : x->entity > y->entity;
}

struct open_row *open_rows(
	const struct judgement *j, const struct question *q, enum asked_of by, struct arena *keep, size_t *ret_count)
{
	struct looking l = { .judgement = j, .question = q, .keep = keep };
	size_t n = 0;

	for (size_t i = 0; i < j->scheme_count; i++)
		for (size_t k = 0;
			k < j->schemes[i].requirement_count && asked_under(j->rules, j->schemes[i].scheme, q) <= by;
			k++)
			if (j->schemes[i].requirements[k].verdict == VERDICT_INCONCLUSIVE)
				look_at(&l, j->schemes[i].scheme, &j->schemes[i].requirements[k]);
	if (l.rows.n) qsort(l.rows.p, l.rows.n, sizeof(*l.rows.p), by_name);
	for (size_t i = 0; i < l.rows.n; i++)
		if (!n || l.rows.p[n - 1].entity != l.rows.p[i].entity) l.rows.p[n++] = l.rows.p[i];
	*ret_count = n;
	return l.rows.p;
}
