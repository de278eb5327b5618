/* What the product file says and no rule understands: a name or a value with a typing error must not pass for "not
 * said". */
#include "base/limits.h"
#include "base/near.h"
#include "rules/known.h"
#include "judge/session.h"

static void add(struct session *s, struct judgement *j, str sentence)
{
	if (!sentence.n) return;
	if (!j->unknown_names) j->unknown_names = arena_array(s->keep, str, LIMIT_UNKNOWN_NAMES + 1);
	if (j->unknown_name_count > LIMIT_UNKNOWN_NAMES) return;
	if (j->unknown_name_count == LIMIT_UNKNOWN_NAMES)
		j->unknown_names[j->unknown_name_count++] =
			STR("there are more of the kind, which are not told: mend these first");
	else
		j->unknown_names[j->unknown_name_count++] = session_cut(s, sentence);
}

/* What is wrong beyond it need not be looked for: nothing of it decides anything. */
static bool is_enough(const struct judgement *j)
{
	return j->unknown_name_count > LIMIT_UNKNOWN_NAMES;
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
				STR_FMT(a->question)));
	else if (!q || !is_asked_of(v, q, a->entity, &kinds))
		add(s, j,
			arena_printf(s->keep,
				"an answer to \"%.*s\" is about \"%.*s\", of which it is not asked (it is asked of%s "
				"%.*s)",
				STR_FMT(a->question), STR_FMT(name), kinds.n ? ":" : "",
				STR_FMT(kinds.n ? kinds : STR("the product"))));
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

/* Words that documents use and the vocabulary lacks: a record under a mistyped name is a record of nothing. */
static void check_vocabulary(struct session *s, struct judgement *j)
{
	sqlite3_stmt *stmt = s->rules->words.n ? query_cache_fixed(s->cache, QUERY_WORDS) : NULL;

	while (stmt && !is_enough(j) && sqlite3_step(stmt) == SQLITE_ROW) {
		str list = session_text(s, stmt, 0), name = session_text(s, stmt, 1);

		add(s, j, wrong_word(s->rules, s->keep, list, name));
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
		wrong = "is of what is declared or documented: a laboratory's result of it is not counted";
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
	str hint = suggestion(&near);

	add(s, j,
		arena_printf(s->keep, "%.*s, line %u: \"%.*s\"%s%.*s %s%s%.*s", STR_FMT(r->sheet), r->line,
			STR_FMT(r->kind), STR_AFTER(" for ", r->about), wrong, STR_AFTER("; ", hint)));
}

void find_unknown_names(struct evidence_view *v, struct judgement *j)
{
	struct session *s = v->session;

	for (size_t i = 0; i < s->profile_count && !is_enough(j); i++) {
		const struct profile_value *said = &s->profile[i];

		/* "There is none" of a declared list: no name of the rules. */
		if (str_starts(said->name, "none.")) continue;
		add(s, j, wrong_name(s->rules, s->keep, said->name));
		add(s, j, wrong_value(s->rules, s->keep, said->name, said->value));
	}
	for (size_t i = 0; i < s->answers.n && !is_enough(j); i++)
		if (!i || !str_equal(s->answers.p[i].question, s->answers.p[i - 1].question))
			add(s, j, wrong_question(s->rules, s->keep, s->answers.p[i].question));
	check_each_answered(v, j);
	for (size_t i = 0; i < s->treatments.n && !is_enough(j); i++)
		add(s, j,
			wrong_requirement(
				s->rules, s->keep, s->treatments.p[i].catalogue, s->treatments.p[i].requirement));
	for (size_t i = 0; i < s->certificate_count && !is_enough(j); i++)
		add(s, j, wrong_certificate(s->rules, s->keep, s->certificates[i].scheme));
	for (size_t i = 0; i < s->laboratory.n && !is_enough(j); i++) check_result(s, j, &s->laboratory.p[i]);
	check_vocabulary(s, j);
}
