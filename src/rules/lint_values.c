/* What is wrong with the values that a requirement binds (`with:`): one that nothing reads decides nothing, however
 * mandatory it looks. */
#include "rules/read.h"

static bool checks_read(const struct check *const *checks, size_t count, const struct parameter *p)
{
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < checks[i]->parameter_count; k++)
			if (checks[i]->parameters[k] == p) return true;
	return false;
}

/* Questions that are asked once for each word of the parameter. */
static bool questions_read(const struct question *const *questions, size_t count, const struct parameter *p)
{
	for (size_t i = 0; i < count; i++)
		if (questions[i]->each == p) return true;
	return false;
}

static bool units_read(const struct requirement *r, const struct parameter *p)
{
	for (size_t i = 0; i < r->assessment_unit_count; i++)
		if (checks_read(r->assessment_units[i].checks, r->assessment_units[i].check_count, p) ||
			questions_read(r->assessment_units[i].questions, r->assessment_units[i].question_count, p))
			return true;
	return false;
}

static bool nodes_read(const struct requirement *r, const struct parameter *p)
{
	for (size_t i = 0; i < r->node_count; i++)
		if (checks_read(r->nodes[i].checks, r->nodes[i].check_count, p) ||
			questions_read(&r->nodes[i].question, r->nodes[i].question != NULL, p))
			return true;
	return false;
}

static bool is_read(const struct requirement *r, const struct parameter *p)
{
	return checks_read(r->checks, r->check_count, p) || questions_read(r->questions, r->question_count, p) ||
	       units_read(r, p) || nodes_read(r, p) || checks_read(r->completeness, r->completeness_count, p) ||
	       checks_read(r->sufficiency, r->sufficiency_count, p);
}

void lint_values(struct loader *l)
{
	for (size_t c = 0; c < l->rules->catalogues.n; c++)
		for (size_t i = 0; i < l->rules->catalogues.p[c].requirement_count; i++) {
			const struct requirement *r = &l->rules->catalogues.p[c].requirements[i];

			for (size_t k = 0; k < r->with_count; k++)
				if (!is_read(r, r->with[k].parameter))
					problem_at(l, r->with[k].place,
						"no check and no question of %s reads the parameter %s: its value "
						"decides nothing",
						r->id.p, r->with[k].parameter->name.p);
		}
}
