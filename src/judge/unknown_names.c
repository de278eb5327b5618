/* What the product file says and no rule understands: a name or a value with a typing error must not pass for "not
 * said". */
#include "base/limits.h"
#include "rules/dates.h"
#include "rules/read.h"
#include "judge/session.h"

static void add(struct session *s, struct judgement *j, str sentence, struct candidates *near)
{
	str hint = suggestion(near);

	if (!j->unknown_names) j->unknown_names = arena_array(s->keep, str, LIMIT_UNKNOWN_NAMES + 1);
	if (j->unknown_name_count > LIMIT_UNKNOWN_NAMES) return;
	if (j->unknown_name_count == LIMIT_UNKNOWN_NAMES)
		j->unknown_names[j->unknown_name_count++] =
			STR("there are more of the kind, which are not told: mend these first");
	else
		j->unknown_names[j->unknown_name_count++] =
			arena_printf(s->keep, "%.*s%s%.*s", STR_FMT(session_cut(s, sentence)), STR_AFTER("; ", hint));
}

/* What is wrong beyond it need not be looked for: nothing of it decides anything. */
static bool is_enough(const struct judgement *j)
{
	return j->unknown_name_count > LIMIT_UNKNOWN_NAMES;
}

/* risk.override, risk.SCALE and their reasons override what the method gives. What it gave stands here, too:
 * risk.class. */
static void check_override(struct session *s, struct judgement *j, str name)
{
	struct candidates near = { .keep = s->keep, .wanted = name };
	str plain = name;

	if (str_ends(plain, "-reason")) plain.n -= strlen("-reason");
	if (str_is(plain, "risk.override") || rules_profile(s->rules, name)) return;
	candidate(&near, STR("risk.override"));
	for (size_t i = 0; i < s->rules->risk.level_count; i++) {
		str known = arena_printf(s->keep, "risk.%.*s", STR_FMT(s->rules->risk.levels[i].scale));

		if (str_equal(plain, known)) return;
		candidate(&near, known);
	}
	add(s, j,
		arena_printf(
			s->keep, "\"%.*s\" overrides nothing: risk.override and the scales' names do", STR_FMT(name)),
		&near);
}

static void check_name(struct session *s, struct judgement *j, str name)
{
	struct candidates near = { .keep = s->keep, .wanted = name };

	if (str_starts(name, "risk.")) {
		check_override(s, j, name);
		return;
	}
	if (rules_profile(s->rules, name) || rules_condition(s->rules, name) || str_starts(name, "product.") ||
		str_starts(name, "support."))
		return;
	for (size_t i = 0; i < s->rules->profile.n; i++) candidate(&near, s->rules->profile.p[i].name);
	for (size_t i = 0; i < s->rules->conditions.n; i++) candidate(&near, s->rules->conditions.p[i].id);
	add(s, j, arena_printf(s->keep, "\"%.*s\" is no name that the rules know", STR_FMT(name)), &near);
}

/* Where no word is near, all of them are told. */
static str listing(struct session *s, str words, const struct profile_name *p)
{
	for (size_t i = 0; i < p->value_count; i++)
		words = arena_printf(
			s->keep, "%.*s%s%.*s", STR_FMT(words), i ? ", " : "; it takes ", STR_FMT(p->values[i]));
	return words;
}

static void check_value(struct session *s, struct judgement *j, const struct profile_name *p, str value)
{
	bool has_values = str_is(p->type, "word") || str_is(p->type, "words"),
	     is_known = !has_values || !p->value_count;
	struct candidates near = { .keep = s->keep, .wanted = value };

	if (str_is(p->type, "yes/no"))
		is_known =
			str_is(value, "yes") || str_is(value, "no") || str_is(value, "true") || str_is(value, "false");
	if (str_is(p->type, "date") && value.n) is_known = date_last(s->keep, value).n || str_is(value, "no");
	for (size_t i = 0; has_values && i < p->value_count; i++) {
		is_known |= str_equal(p->values[i], value);
		candidate(&near, p->values[i]);
	}
	if (is_known) return;

	str words = arena_printf(
		s->keep, "\"%.*s\" is no value of \"%.*s\" that the rules know", STR_FMT(value), STR_FMT(p->name));

	add(s, j, has_values && !suggestion(&near).n ? listing(s, words, p) : words, &near);
}

static void check_yes_no(struct session *s, struct judgement *j, const struct profile_value *v)
{
	struct candidates none = { .keep = s->keep };

	if (str_is(v->value, "yes") || str_is(v->value, "no") || str_is(v->value, "true") || str_is(v->value, "false"))
		return;
	add(s, j, arena_printf(s->keep, "\"%.*s\" is yes or no, and not \"%.*s\"", STR_FMT(v->name), STR_FMT(v->value)),
		&none);
}

static void check_answer(struct session *s, struct judgement *j, str question)
{
	struct candidates near = { .keep = s->keep, .wanted = question };

	if (rules_question(s->rules, question) || rules_asking_person(s->rules, question) ||
		rules_asking_test(s->rules, question))
		return;
	for (size_t i = 0; i < s->rules->questions.n; i++) candidate(&near, s->rules->questions.p[i].id);
	add(s, j, arena_printf(s->keep, "\"%.*s\" is no question that the rules ask", STR_FMT(question)), &near);
}

static bool is_asked_in_trees(const struct rules *r, const struct question *q, str kind)
{
	for (size_t i = 0; i < r->catalogues.n; i++) {
		for (size_t k = 0; k < r->catalogues.p[i].requirement_count; k++) {
			const struct requirement *of = &r->catalogues.p[i].requirements[k];

			if (!of->node_count || !str_equal(of->for_kind, kind)) continue;
			for (size_t n = 0; n < of->node_count; n++)
				if (of->nodes[n].question == q) return true;
		}
	}
	return false;
}

/* Of what a question is asked: its own kind, and those of the trees that ask it. Whether the entity is one of them,
 * and which they are. */
static bool is_asked_of(struct evidence_view *v, const struct question *q, int64_t entity, str *ret_kinds)
{
	struct session *s = v->session;
	const struct kind *last = rules_kind(s->rules, q->for_kind);
	bool is_one = false;

	*ret_kinds = last ? last->name : (str){ 0 };
	for (size_t i = 0; i < s->rules->kinds.n; i++) {
		const struct kind *k = &s->rules->kinds.p[i];
		const struct population *all;

		if (k != last && !is_asked_in_trees(s->rules, q, k->name)) continue;
		if (k != last) *ret_kinds = arena_join(s->keep, *ret_kinds, ", ", k->name);
		all = view_population(v, k->name);
		is_one |= population_find(all, entity) < all->count || all->left_out;
	}
	return is_one;
}

/* Whether the question is asked of what the answer is about, and what that is called. */
static void check_answered(struct evidence_view *v, struct judgement *j, struct answer *a)
{
	struct session *s = v->session;
	const struct question *q = a->entity ? rules_question(s->rules, a->question) : NULL;
	sqlite3_stmt *stmt = a->entity ? query_cache_fixed(s->cache, QUERY_NAME) : NULL;
	struct candidates none = { .keep = s->keep };
	str name = { 0 }, kinds = { 0 };
	bool is_there;

	a->is_asked = !a->entity;
	if (!stmt) return;
	sqlite3_bind_int64(stmt, 1, a->entity);
	is_there = sqlite3_step(stmt) == SQLITE_ROW;
	if (is_there) name = session_text(s, stmt, 0);
	sqlite3_reset(stmt);
	if (!is_there)
		add(s, j,
			arena_printf(s->keep, "an answer to \"%.*s\" is about something that is not in the evidence",
				STR_FMT(a->question)),
			&none);
	else if (!q || !is_asked_of(v, q, a->entity, &kinds))
		add(s, j,
			arena_printf(s->keep,
				"an answer to \"%.*s\" is about \"%.*s\", of which it is not asked (it is asked of%s "
				"%.*s)",
				STR_FMT(a->question), STR_FMT(name), kinds.n ? ":" : "",
				STR_FMT(kinds.n ? kinds : STR("the product"))),
			&none);
	else
		a->is_asked = true;
	a->about = name;
	if (a->is_asked && q->for_kind.n) a->asked_of = view_population(v, q->for_kind)->count;
}

/* Answers about the same to the same question stand beside each other: what holds for the first holds for each. */
static void check_each_answered(struct evidence_view *v, struct judgement *j)
{
	struct session *s = v->session;

	for (size_t i = 0; i < s->answers.n; i++) {
		struct answer *a = &s->answers.p[i];
		const struct answer *before = i ? a - 1 : NULL;

		if (before && before->entity == a->entity && str_equal(before->question, a->question)) {
			a->is_asked = before->is_asked;
			a->about = before->about;
			a->asked_of = before->asked_of;
		} else {
			check_answered(v, j, a);
		}
	}
}

static void check_treatment(struct session *s, struct judgement *j, const struct treatment *t)
{
	struct candidates near = { .keep = s->keep, .wanted = t->requirement };
	bool is_known = false;

	for (size_t i = 0; i < s->rules->catalogues.n; i++) {
		const struct catalogue *c = &s->rules->catalogues.p[i];

		if (t->catalogue.n && !str_equal(t->catalogue, c->id)) continue;
		for (size_t k = 0; k < c->requirement_count; k++) {
			is_known |= str_equal(c->requirements[k].id, t->requirement);
			candidate(&near, c->requirements[k].id);
		}
	}
	if (!is_known)
		add(s, j,
			arena_printf(s->keep,
				"a treatment speaks of \"%.*s%s%.*s\", and the rules have no such requirement",
				STR_FMT(t->catalogue), t->catalogue.n ? ":" : "", STR_FMT(t->requirement)),
			&near);
}

static void check_certificate(struct session *s, struct judgement *j, const struct certificate_claim *h)
{
	struct candidates near = { .keep = s->keep, .wanted = h->scheme };

	if (rules_scheme(s->rules, h->scheme) || rules_label(s->rules, h->scheme)) return;
	for (size_t i = 0; i < s->rules->schemes.n; i++) candidate(&near, s->rules->schemes.p[i].id);
	for (size_t i = 0; i < s->rules->labels.n; i++) candidate(&near, s->rules->labels.p[i].id);
	add(s, j,
		arena_printf(s->keep, "a certificate is of \"%.*s\", which is no scheme or label of the rules",
			STR_FMT(h->scheme)),
		&near);
}

/* Words that documents use and the vocabulary lacks: a record under a mistyped name is a record of nothing. */
static void check_vocabulary(struct session *s, struct judgement *j)
{
	sqlite3_stmt *stmt = s->rules->words.n ? query_cache_fixed(s->cache, QUERY_WORDS) : NULL;

	while (stmt && !is_enough(j) && sqlite3_step(stmt) == SQLITE_ROW) {
		str list = session_text(s, stmt, 0), name = session_text(s, stmt, 1);
		struct candidates near = { .keep = s->keep, .wanted = name };

		if (!name.n || rules_word(s->rules, list, name)) continue;
		for (size_t i = 0; i < s->rules->words.n; i++)
			if (str_equal(s->rules->words.p[i].list, list)) candidate(&near, s->rules->words.p[i].name);
		add(s, j,
			arena_printf(s->keep, "\"%.*s\" is none of the %.*s that the rules know", STR_FMT(name),
				STR_FMT(list)),
			&near);
	}
	if (stmt) sqlite3_reset(stmt);
}

/* Sheets name trials and checks by their ids, and things by their names. */
static void check_result(struct session *s, struct judgement *j, const struct laboratory_result *r)
{
	str trial = arena_printf(s->keep, "trial.%.*s", STR_FMT(r->kind));
	bool is_of_check = str_starts(r->kind, "check."), is_question = str_starts(r->kind, "ask.");
	const struct check *c = laboratory_check(s->rules, r->kind);
	struct candidates near = { .keep = s->keep, .wanted = is_of_check ? r->kind : trial };
	const char *wrong = NULL;

	if (is_of_check && !c)
		wrong = "is no check of the rules";
	else if (c && !laboratory_decides(s->rules, c))
		wrong = "is decided by what a program reads: a laboratory's result of it is not counted";
	else if (!is_of_check && !is_question && !rules_class(s->rules, trial))
		wrong = "is no trial that the rules know";
	else if (r->entity < 0)
		wrong = "names nothing that is declared or was found";
	else if (is_of_check && r->entity)
		wrong = "is asked of the product as a whole, not of one thing";
	if (!wrong) return;
	for (size_t i = 0; is_of_check && !c && i < s->rules->checks.n; i++)
		candidate(&near, arena_printf(s->keep, "check.%.*s", STR_FMT(s->rules->checks.p[i].id)));
	for (size_t i = 0; !is_of_check && r->entity >= 0 && i < s->rules->classes.n; i++)
		if (str_starts(s->rules->classes.p[i].name, "trial.")) candidate(&near, s->rules->classes.p[i].name);
	add(s, j,
		arena_printf(s->keep, "%.*s, line %u: \"%.*s\"%s%.*s %s", STR_FMT(r->sheet), r->line, STR_FMT(r->kind),
			STR_AFTER(" for ", r->about), wrong),
		&near);
}

void find_unknown_names(struct evidence_view *v, struct judgement *j)
{
	struct session *s = v->session;

	for (size_t i = 0; i < s->profile_count && !is_enough(j); i++) {
		const struct profile_name *p = rules_profile(s->rules, s->profile[i].name);
		str rest = s->profile[i].value, value;

		check_name(s, j, s->profile[i].name);
		if (!p && rules_condition(s->rules, s->profile[i].name)) check_yes_no(s, j, &s->profile[i]);
		while (p && !is_enough(j) && str_split(&rest, ',', &value)) check_value(s, j, p, str_trim(value));
	}
	for (size_t i = 0; i < s->answers.n && !is_enough(j); i++)
		if (!i || !str_equal(s->answers.p[i].question, s->answers.p[i - 1].question))
			check_answer(s, j, s->answers.p[i].question);
	check_each_answered(v, j);
	for (size_t i = 0; i < s->treatments.n && !is_enough(j); i++) check_treatment(s, j, &s->treatments.p[i]);
	for (size_t i = 0; i < s->certificate_count && !is_enough(j); i++) check_certificate(s, j, &s->certificates[i]);
	for (size_t i = 0; i < s->laboratory.n && !is_enough(j); i++) check_result(s, j, &s->laboratory.p[i]);
	check_vocabulary(s, j);
}
