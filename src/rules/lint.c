/* What is wrong with rule data as a whole: names in expressions, queries that do not fit the evidence, editions that
 * overlap. */
#include "rules/read.h"

/* ---- names in expressions ---------------------------------------------------------------------------------------- */

struct naming {
	struct loader *l;
	struct place place;
};

static void check_expr_name(void *self, str name, bool is_claim)
{
	struct naming *n = self;
	struct loader *l = n->l;
	struct candidates near = { .keep = l->keep, .wanted = name };
	struct rule_problem *p;

	if (rules_profile(l->rules, name) || (is_claim && rules_condition(l->rules, name))) return;
	for (size_t i = 0; i < l->rules->profile.n; i++) candidate(&near, l->rules->profile.p[i].name);
	for (size_t i = 0; is_claim && i < l->rules->conditions.n; i++) candidate(&near, l->rules->conditions.p[i].id);
	p = vec_add(l->keep, l->problems);
	*p = (struct rule_problem){
		.place = n->place,
		.message = arena_printf(l->keep,
			"an expression names \"%.*s\", which is neither a condition nor a name of rules/profile.yaml",
			STR_FMT(name)),
		.suggestion = suggestion(&near),
	};
}

/* What is never so, because the profile cannot say it, is a slip of the pen. */
static void check_expr_value(void *self, str name, str value)
{
	struct naming *n = self;
	struct loader *l = n->l;
	const struct profile_name *p = rules_profile(l->rules, name);
	struct candidates near = { .keep = l->keep, .wanted = value };

	for (size_t i = 0; p && i < p->value_count; i++) {
		if (str_equal(p->values[i], value)) return;
		candidate(&near, p->values[i]);
	}
	if (!p || !p->value_count) return;
	*vec_add(l->keep, l->problems) = (struct rule_problem){
		.place = n->place,
		.message = arena_printf(l->keep,
			"an expression compares \"%.*s\" with \"%.*s\", which is none of its values in "
			"rules/profile.yaml",
			STR_FMT(name), STR_FMT(value)),
		.suggestion = suggestion(&near),
	};
}

/* place: of what it belongs to, for the file. */
static void check_expr(struct loader *l, const struct expr *e, struct place place)
{
	struct naming n = { .l = l, .place = place };

	if (!e) return;
	expr_place(e, &n.place.line, &n.place.column);
	expr_each_name(e, check_expr_name, &n);
	expr_each_value(e, check_expr_value, &n);
}

static void lint_expressions_of(struct loader *l, const struct requirement *r)
{
	check_expr(l, r->when, r->place);
	for (size_t i = 0; i < r->node_count; i++)
		if (r->nodes[i].when) check_expr(l, r->nodes[i].when, r->nodes[i].place);
}

static void lint_expressions(struct loader *l)
{
	const struct rules *r = l->rules;

	for (size_t i = 0; i < r->catalogues.n; i++)
		for (size_t j = 0; j < r->catalogues.p[i].requirement_count; j++)
			lint_expressions_of(l, &r->catalogues.p[i].requirements[j]);
	for (size_t i = 0; i < r->schemes.n; i++) {
		const struct scheme *s = &r->schemes.p[i];

		check_expr(l, s->applies, s->place);
		for (size_t j = 0; j < s->exception_count; j++) check_expr(l, s->exceptions[j].when, s->place);
		for (size_t j = 0; j < s->forced_count; j++) check_expr(l, s->forced[j].when, s->place);
		for (size_t j = 0; j < s->require_count; j++) check_expr(l, s->requires[j].when, s->requires[j].place);
		for (size_t j = 0; j < s->deemed_count; j++) check_expr(l, s->deemed[j].when, s->deemed[j].place);
	}
	for (size_t i = 0; i < r->risk.rule_count; i++) check_expr(l, r->risk.rules[i].when, r->risk.rules[i].place);
	for (size_t i = 0; i < r->risk.level_count; i++) check_expr(l, r->risk.levels[i].when, r->risk.levels[i].place);
	for (size_t i = 0; i < r->questions.n; i++) check_expr(l, r->questions.p[i].when, r->questions.p[i].place);
	for (size_t i = 0; i < r->domains.n; i++) check_expr(l, r->domains.p[i].when, r->domains.p[i].place);
}

/* ---- classes of facts -------------------------------------------------------------------------------------------- */

void lint_classes(struct loader *l, const struct classes *classes, struct place place)
{
	for (size_t i = 0; l->rules->classes.n && i < classes->count; i++) {
		for (size_t k = 0; k < classes->groups[i].count; k++) {
			str name = classes->groups[i].classes[k];

			struct candidates near = { .keep = l->keep, .wanted = name };

			if (rules_class(l->rules, name)) continue;
			for (size_t n = 0; n < l->rules->classes.n; n++) candidate(&near, l->rules->classes.p[n].name);
			l->file = place.file;
			problem(l, place.line, place.column, suggestion(&near),
				"rules/classes.yaml does not know the class \"%.*s\"", STR_FMT(name));
		}
	}
}

/* ---- trees ------------------------------------------------------------------------------------------------------- */

static void lint_kind_of(struct loader *l, const struct requirement *r)
{
	struct candidates near = { .keep = l->keep, .wanted = r->for_kind };

	if (!r->node_count || !r->for_kind.n || rules_kind(l->rules, r->for_kind)) return;
	for (size_t i = 0; i < l->rules->kinds.n; i++) candidate(&near, l->rules->kinds.p[i].name);
	*vec_add(l->keep, l->problems) = (struct rule_problem){
		.place = r->place,
		.message =
			arena_printf(l->keep, "the tree of %.*s walks \"%.*s\", which rules/kinds.yaml does not have",
				STR_FMT(r->id), STR_FMT(r->for_kind)),
		.suggestion = suggestion(&near),
	};
}

/* What a check finds fault with is a fault: it does not end well, and it does not make a requirement not applicable. */
static void lint_ends_of(struct loader *l, const struct requirement *r)
{
	for (size_t i = 0; i < r->node_count; i++) {
		const struct tree_node *n = &r->nodes[i];
		enum jump fault = n->is_inverted ? n->yes : n->no;

		if (n->check_count && (fault == JUMP_PASS || fault == JUMP_NOT_APPLICABLE))
			problem_at(l, n->place, "a check that fails ends the tree of %s at %s in its node %s", r->id.p,
				fault == JUMP_PASS ? "PASS" : "NA", n->id.p);
	}
}

static void lint_trees(struct loader *l)
{
	for (size_t i = 0; i < l->rules->catalogues.n; i++)
		for (size_t j = 0; j < l->rules->catalogues.p[i].requirement_count; j++) {
			lint_kind_of(l, &l->rules->catalogues.p[i].requirements[j]);
			lint_ends_of(l, &l->rules->catalogues.p[i].requirements[j]);
		}
}

/* ---- names of other rule data ------------------------------------------------------------------------------------ */

static void lint_domain(struct loader *l, const struct domain *d)
{
	for (size_t i = 0; i < d->add_count; i++) {
		struct candidates near = { .keep = l->keep, .wanted = d->adds[i] };

		if (rules_scheme(l->rules, d->adds[i])) continue;
		for (size_t k = 0; k < l->rules->schemes.n; k++) candidate(&near, l->rules->schemes.p[k].id);
		l->file = d->place.file;
		problem(l, d->place.line, d->place.column, suggestion(&near),
			"the domain %s adds \"%.*s\", which is no scheme", d->id.p, STR_FMT(d->adds[i]));
	}
}

static void lint_names(struct loader *l)
{
	for (size_t i = 0; i < l->rules->domains.n; i++) lint_domain(l, &l->rules->domains.p[i]);
}

/* ---- the whole --------------------------------------------------------------------------------------------------- */

static void lint_dates(struct loader *l)
{
	for (size_t i = 0; i < l->rules->schemes.n; i++) {
		const struct scheme *s = &l->rules->schemes.p[i];

		if (s->from.n && s->to.n && str_compare(s->from, s->to) > 0)
			problem_at(l, s->days, "the scheme %s ends before it begins", s->id.p);
	}
	for (size_t i = 0; i < l->rules->catalogues.n; i++) {
		for (size_t j = 0; j < i; j++) {
			const struct catalogue *a = &l->rules->catalogues.p[i], *b = &l->rules->catalogues.p[j];

			if (str_equal(a->id, b->id) && str_equal(a->published, b->published))
				problem_at(l, a->place,
					"two editions of %s (%s and %s) say the same date of publication: which one is "
					"newer?",
					a->id.p, a->edition.p, b->edition.p);
		}
	}
}

void lint_rules(struct loader *l)
{
	l->lint_queries(l);
	lint_papers(l);
	lint_expressions(l);
	lint_trees(l);
	lint_values(l);
	lint_names(l);
	lint_dates(l);
	lint_schemes(l);
	lint_relations(l);
	lint_risk(l);
}
