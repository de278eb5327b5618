/* One requirement: does it apply, what decides it, how the parts fold, and why in a sentence. */
#include "judge/session.h"

/* ---- folding ----------------------------------------------------------------------------------------------------- */

struct fold {
	enum verdict verdict;
	enum strength basis;
	bool is_unlooked;
	bool is_open; /* something is not decided that would have to be */
};

/* Where the maker's word may do, what nobody looked at does not keep it from passing; but for what nobody looked at
 * there must be a word: one thing that was seen does not speak for another. Elsewhere all count, and nothing passes on
 * nothing. */
static struct fold fold_parts(const verdict_parts *all, enum strength least)
{
	struct fold f = { .verdict = VERDICT_INCONCLUSIVE };
	unsigned passed = 0, failed = 0, open = 0, beyond = 0, unlooked = 0;
	enum strength weakest = STRENGTH_OBSERVED, strongest_fail = STRENGTH_NONE;

	for (size_t i = 0; i < all->n; i++) {
		const struct part *p = &all->p[i];

		switch (p->verdict) {
		case VERDICT_PASS:
			passed++;
			if (p->strength < weakest) weakest = p->strength;
			break;
		case VERDICT_FAIL:
			failed++;
			if (p->strength > strongest_fail) strongest_fail = p->strength;
			break;
		case VERDICT_INCONCLUSIVE:
			open++;
			unlooked += p->is_unlooked;
			beyond += least == STRENGTH_DECLARED && p->is_unlooked && p->strength >= STRENGTH_TOOL;
			break;
		case VERDICT_NOT_APPLICABLE:
			break;
		}
	}

	bool has_word = passed && weakest < STRENGTH_TOOL;

	if (failed) {
		f.verdict = VERDICT_FAIL;
		f.basis = strongest_fail;
	} else if (passed && (!open || (open == beyond && has_word))) {
		f.verdict = VERDICT_PASS;
		f.basis = weakest;
	}
	f.is_open = open > beyond;
	f.is_unlooked = f.verdict == VERDICT_INCONCLUSIVE && open && open == unlooked;
	return f;
}

void add_outcome(struct session *s, struct requirement_result *r, struct outcome *o)
{
	struct outcome **more;

	for (size_t i = 0; i < r->outcome_count; i++)
		if (r->outcomes[i] == o) return;
	more = arena_array(s->keep, struct outcome *, r->outcome_count + 1);
	if (r->outcome_count) memcpy(more, r->outcomes, r->outcome_count * sizeof(struct outcome *));
	more[r->outcome_count] = o;
	r->outcomes = more;
	r->outcome_count++;
}

static void add_reply(struct session *s, struct requirement_result *r, struct reply reply)
{
	struct reply *more;

	for (size_t i = 0; i < r->reply_count; i++)
		if (r->replies[i].question == reply.question) return;
	more = arena_array(s->keep, struct reply, r->reply_count + 1);
	if (r->reply_count) memcpy(more, r->replies, r->reply_count * sizeof(*more));
	more[r->reply_count] = reply;
	r->replies = more;
	r->reply_count++;
}

void add_part(struct session *s, verdict_parts *all, struct part p)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->p[i].verdict == p.verdict && all->p[i].strength == p.strength &&
			all->p[i].is_unlooked == p.is_unlooked)
			return;
	*vec_add(s->keep, all) = p;
}

/* ---- conditions -------------------------------------------------------------------------------------------------- */

struct claiming {
	struct evidence_view *view;
	VEC(str) missing;
};

static tri forward_claim(void *self, str name)
{
	struct expr_names names = view_names(((struct claiming *)self)->view);

	return names.claim(names.self, name);
}

static str forward_value(void *self, str name)
{
	struct evidence_view *v = ((struct claiming *)self)->view;

	return view_names(v).value(v, name);
}

static void add_missing(void *self, str name)
{
	struct claiming *c = self;

	for (size_t i = 0; i < c->missing.n; i++)
		if (str_equal(c->missing.p[i], name)) return;
	*vec_add(c->view->session->keep, &c->missing) = name;
}

/* What nobody said, and would decide it, is kept. */
static tri claim_of(struct evidence_view *v, const struct expr *e, struct requirement_result *ret)
{
	struct session *s = v->session;
	struct claiming c = { .view = v };
	struct expr_names names = {
		.self = &c, .claim = forward_claim, .value = forward_value, .missing = add_missing
	};
	tri claim = expr_eval(e, &names);
	str *all;

	if (claim != UNKNOWN || !c.missing.n) return claim;
	all = arena_array(s->keep, str, ret->unsaid_count + c.missing.n);
	if (ret->unsaid_count) memcpy(all, ret->unsaid, ret->unsaid_count * sizeof(*all));
	memcpy(all + ret->unsaid_count, c.missing.p, c.missing.n * sizeof(*all));
	ret->unsaid = all;
	ret->unsaid_count += c.missing.n;
	return claim;
}

/* ---- parts ------------------------------------------------------------------------------------------------------- */

static void take_checks(struct evidence_view *v, const struct requirement *r, const struct check **checks, size_t count,
	struct requirement_result *ret, verdict_parts *all)
{
	struct session *s = v->session;

	for (size_t i = 0; i < count; i++) {
		struct outcome *o = run_check(v, checks[i], r);

		add_outcome(s, ret, o);
		*vec_add(s->keep, all) =
			(struct part){ .verdict = o->verdict, .strength = o->strength, .is_unlooked = o->is_unlooked };
	}
}

static void take_questions(struct evidence_view *v, const struct question **questions, size_t count,
	enum strength least, struct requirement_result *ret, verdict_parts *all)
{
	struct session *s = v->session;

	for (size_t i = 0; i < count; i++) {
		if (questions[i]->when && claim_of(v, questions[i]->when, ret) == NO) {
			*vec_add(s->keep, all) = (struct part){ .verdict = VERDICT_NOT_APPLICABLE };
			continue;
		}

		struct reply reply = reply_to(v, questions[i], 0, least);

		add_reply(s, ret, reply);
		*vec_add(s->keep, all) = (struct part){ .verdict = reply.verdict, .strength = reply.strength };
	}
}

/* Every part of it is a question that has no sense here. */
static bool has_no_sense(const verdict_parts *all)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->p[i].verdict != VERDICT_NOT_APPLICABLE) return false;
	return all->n > 0;
}

/* A unit has something in it that can see for itself. */
static bool can_see(const struct assessment_unit *u)
{
	for (size_t i = 0; i < u->check_count; i++)
		if (u->checks[i]->strength >= STRENGTH_TOOL) return true;
	return false;
}

/* A laboratory's own test decides what is open. It never outweighs what fails. */
static struct fold fold_test(
	struct evidence_view *v, const struct assessment_unit *u, struct fold f, struct requirement_result *ret)
{
	struct session *s = v->session;
	struct reply test = reply_to(v, &u->test, 0, STRENGTH_TESTED);

	if (test.value.n || (f.verdict == VERDICT_INCONCLUSIVE && !can_see(u))) add_reply(s, ret, test);
	if (test.verdict == VERDICT_FAIL)
		return (struct fold){ .verdict = VERDICT_FAIL,
			.basis = f.basis > test.strength ? f.basis : test.strength };
	if (test.verdict == VERDICT_PASS && f.verdict == VERDICT_INCONCLUSIVE)
		return (struct fold){ .verdict = VERDICT_PASS, .basis = test.strength };
	return f;
}

/* TS 103 701: a functional unit is decided by what was observed or tried, by a program or by a laboratory that keeps
 * a record of it. Neither the maker's word nor an assessor's opinion passes it. */
static struct part judge_assessment_unit(struct evidence_view *v, const struct requirement *r,
	const struct assessment_unit *u, enum strength least, struct requirement_result *ret)
{
	verdict_parts all = { 0 };
	bool has_seen = false;

	take_checks(v, r, u->checks, u->check_count, ret, &all);
	take_questions(v, u->questions, u->question_count, least, ret, &all);

	/* What a tester would have to say is open because nobody tested. */
	for (size_t i = u->check_count; i < all.n; i++)
		all.p[i].is_unlooked = u->is_functional && all.p[i].verdict == VERDICT_INCONCLUSIVE;

	if (has_no_sense(&all)) return (struct part){ .verdict = VERDICT_NOT_APPLICABLE };

	struct fold f = fold_parts(&all, least);

	for (size_t i = 0; i < all.n; i++)
		has_seen |= all.p[i].verdict == VERDICT_PASS && all.p[i].strength >= STRENGTH_TESTED;
	if (u->is_functional && f.verdict == VERDICT_PASS && !has_seen)
		f = (struct fold){ .verdict = VERDICT_INCONCLUSIVE, .is_unlooked = true };
	if (u->is_functional) f = fold_test(v, u, f, ret);
	return (struct part){ .verdict = f.verdict,
		.strength = u->is_functional && f.verdict == VERDICT_INCONCLUSIVE ? STRENGTH_OBSERVED : f.basis,
		.is_unlooked = f.is_unlooked };
}

static void take_assessment_units(struct evidence_view *v, const struct requirement *r, enum strength least,
	struct requirement_result *ret, verdict_parts *all)
{
	struct session *s = v->session;

	ret->assessment_units = arena_array(s->keep, struct assessment_unit_result, r->assessment_unit_count);
	for (size_t i = 0; i < r->assessment_unit_count; i++) {
		struct part p = judge_assessment_unit(v, r, &r->assessment_units[i], least, ret);

		ret->assessment_units[ret->assessment_unit_count++] =
			(struct assessment_unit_result){ .unit = &r->assessment_units[i],
				.verdict = p.verdict,
				.basis = p.verdict == VERDICT_INCONCLUSIVE ? STRENGTH_NONE : p.strength };
		*vec_add(s->keep, all) = p;
	}
}

/* There is nothing to walk, and all of the product was looked through for it. */
static bool is_none(struct evidence_view *v, const struct requirement *r, const struct requirement_result *ret)
{
	struct session *s = v->session;
	const struct kind *k = r->node_count ? rules_kind(s->rules, r->for_kind) : NULL;

	return k && !ret->tree_count && k->needs.count && view_whole(v, &k->needs, NULL, NULL);
}

static str why_none(struct session *s, const struct requirement *r)
{
	const struct kind *k = rules_kind(s->rules, r->for_kind);

	return arena_printf(s->keep, "there is none to ask about (%.*s): looked for in %.*s and not there",
		STR_FMT(k->name), STR_FMT(k->needs.text));
}

static void take_trees(struct evidence_view *v, const struct requirement *r, enum strength least,
	struct requirement_result *ret, verdict_parts *all)
{
	struct session *s = v->session;
	struct ways ways = walk_trees(v, r, least, ret, all);

	/* Of what was not walked nothing is known. */
	if (!ways.all || ways.left_out) add_part(s, all, (struct part){ .verdict = VERDICT_INCONCLUSIVE });
	if (!ways.all) return;

	/* When every entity walked to "not applicable", there is nothing left to suffice; but one that nobody listed
	 * might have ended elsewhere. */
	if (ways.applies || ways.may_lack_some) take_checks(v, r, r->completeness, r->completeness_count, ret, all);
	if (ways.applies) take_checks(v, r, r->sufficiency, r->sufficiency_count, ret, all);
}

/* What only a person can say is a question of its own, named after the requirement: all there is to it, or what remains
 * beside checks and questions. */
static void take_person(struct evidence_view *v, const struct requirement *r, enum strength least,
	struct requirement_result *ret, verdict_parts *all)
{
	struct session *s = v->session;
	struct question *q = arena_new(s->keep, struct question);
	str *good = arena_array(s->keep, str, 1);
	const struct question *asked = q;

	good[0] = STR("yes");
	*q = (struct question){
		.id = arena_printf(s->keep, "ask.person.%.*s.%.*s", STR_FMT(r->catalogue->id), STR_FMT(r->id)),
		.asked_of = STR("assessor"),
		.sentence = r->person,
		.type = STR("yes/no"),
		.good = good,
		.good_count = 1,
	};
	take_questions(v, &asked, 1, least, ret, all);
}

/* ---- why --------------------------------------------------------------------------------------------------------- */

static str more_of(struct session *s, size_t others)
{
	return others ? arena_printf(s->keep, " (and %zu more)", others) : STR("");
}

static str why_fail(struct session *s, const struct requirement_result *r)
{
	size_t findings = 0;

	for (size_t i = 0; i < r->outcome_count; i++) findings += r->outcomes[i]->all_failing;
	for (size_t i = 0; i < r->outcome_count; i++)
		if (r->outcomes[i]->failing)
			return arena_printf(s->keep, "%.*s%.*s", STR_FMT(r->outcomes[i]->findings[0].sentence),
				STR_FMT(more_of(s, findings - 1)));
	for (size_t i = 0; i < r->reply_count; i++)
		if (r->replies[i].verdict == VERDICT_FAIL)
			return arena_printf(s->keep, "%.*s - %.*s", STR_FMT(r->replies[i].question->sentence),
				STR_FMT(r->replies[i].why));
	for (size_t i = 0; i < r->tree_count; i++) {
		const struct tree_result *t = &r->trees[i];

		if (t->verdict != VERDICT_FAIL || !t->step_count) continue;

		const struct tree_step *last = &t->steps[t->step_count - 1];

		return arena_printf(s->keep, "%.*s: %.*s - %s", STR_FMT(t->name), STR_FMT(last->node->asks),
			last->answer == YES ? "yes" : "no");
	}
	return STR("a part of it fails");
}

/* What would let the checks of a node decide it; empty: nothing that could be brought. */
static str what_to_bring(struct session *s, const struct requirement_result *r, const struct tree_node *node)
{
	for (size_t i = 0; i < r->outcome_count; i++) {
		const struct outcome *o = r->outcomes[i];
		bool is_of_node = false;

		for (size_t k = 0; k < node->check_count; k++) is_of_node |= node->checks[k] == o->check;
		for (size_t k = 0; is_of_node && k < o->missing_count; k++)
			if (o->missing[k].bring.n)
				return arena_printf(s->keep, "; bring %.*s", STR_FMT(o->missing[k].bring));
	}
	return STR("");
}

static str why_open(struct session *s, const struct requirement_result *r)
{
	for (size_t i = 0; i < r->outcome_count; i++) {
		const struct outcome *o = r->outcomes[i];

		if (o->verdict != VERDICT_INCONCLUSIVE || o->is_unlooked || !o->finding_count) continue;
		return arena_printf(s->keep, "%.*s: %.*s%.*s", STR_FMT(o->findings[0].what),
			STR_FMT(o->findings[0].unknown), STR_FMT(more_of(s, o->all_count - 1)));
	}
	if (r->unwalked)
		return arena_printf(s->keep, "%zu of %zu were not asked about: there are too many of \"%.*s\"",
			r->unwalked, r->all_trees, STR_FMT(r->requirement->for_kind));
	for (size_t i = 0; i < r->tree_count; i++)
		if (r->trees[i].asks)
			return arena_printf(s->keep, "%.*s: not known: %.*s%.*s", STR_FMT(r->trees[i].name),
				STR_FMT(r->trees[i].asks->asks), STR_FMT(what_to_bring(s, r, r->trees[i].asks)));
	if (r->requirement->node_count && !r->tree_count)
		return arena_printf(s->keep,
			"nothing of the kind \"%.*s\" is declared or was observed: list it in the product file",
			STR_FMT(r->requirement->for_kind));
	for (size_t i = 0; i < r->outcome_count; i++) {
		const struct outcome *o = r->outcomes[i];

		if (o->verdict != VERDICT_INCONCLUSIVE || !o->missing_count) continue;

		const struct missing *m = &o->missing[0];

		return arena_printf(s->keep, "%.*s - not decided: %.*s%s%.*s%s%.*s", STR_FMT(o->check->asks),
			STR_FMT(m->class), m->reason.n ? ": " : " is not in the evidence", STR_FMT(m->reason),
			STR_AFTER("; bring ", m->bring));
	}
	for (size_t i = 0; i < r->reply_count; i++)
		if (r->replies[i].verdict == VERDICT_INCONCLUSIVE)
			return arena_printf(s->keep, "%.*s - %.*s", STR_FMT(r->replies[i].question->sentence),
				STR_FMT(r->replies[i].why));
	return STR("nothing decides it yet");
}

static str why_pass(struct session *s, const struct requirement_result *r)
{
	size_t checks = 0, replies = 0;

	for (size_t i = 0; i < r->outcome_count; i++) checks += r->outcomes[i]->verdict == VERDICT_PASS;
	for (size_t i = 0; i < r->reply_count; i++) replies += r->replies[i].verdict == VERDICT_PASS;
	return arena_printf(s->keep, "%zu %s found nothing against it, %zu %s answered well; known by what is %s",
		checks, checks == 1 ? "check" : "checks", replies, replies == 1 ? "question was" : "questions were",
		strength_word(r->basis));
}

static str why(struct session *s, const struct requirement *r, const struct requirement_result *ret)
{
	switch (ret->verdict) {
	case VERDICT_FAIL:
		return why_fail(s, ret);
	case VERDICT_INCONCLUSIVE:
		return why_open(s, ret);
	case VERDICT_PASS:
		return why_pass(s, ret);
	case VERDICT_NOT_APPLICABLE:
		break;
	}
	return ret->tree_count ? STR("every entity's way through the tree ends at \"not applicable\"") : why_none(s, r);
}

struct reasons {
	struct evidence_view *view;
	str text;
};

static void add_reason(void *self, str name, bool is_claim)
{
	struct reasons *r = self;
	struct session *s = r->view->session;
	const struct condition *c = is_claim ? rules_condition(s->rules, name) : NULL;
	str how = { 0 }, author = { 0 };

	if (c)
		(void)condition_holds(r->view, c, &how);
	else
		how = session_profile(s, name, &author);
	r->text = arena_printf(s->keep, "%.*s%s%.*s: %.*s", STR_FMT(r->text), r->text.n ? "; " : "",
		STR_FMT(c ? c->means : name), STR_FMT(how));
}

/* ---- the requirement --------------------------------------------------------------------------------------------- */

void judge_requirement(struct evidence_view *v, const struct requirement *r, enum strength least,
	bool by_test_conditions, struct requirement_result *ret)
{
	struct session *s = v->session;
	verdict_parts all = { 0 };
	bool by_test = by_test_conditions && r->when_test;
	const struct expr *when = by_test ? r->when_test : r->when;

	*ret = (struct requirement_result){ .requirement = r, .is_mandatory = r->is_mandatory };
	if (when && claim_of(v, when, ret) == NO) {
		struct reasons reasons = { .view = v };

		if (!s->is_brief) expr_each_name(when, add_reason, &reasons);
		ret->verdict = VERDICT_NOT_APPLICABLE;
		ret->why = WORDS(s, "applies only when \"%.*s\": %.*s",
			STR_FMT(by_test ? r->when_test_text : r->when_text), STR_FMT(reasons.text));
		return;
	}
	if (r->assessment_unit_count) {
		take_assessment_units(v, r, least, ret, &all);
	} else if (r->node_count) {
		take_trees(v, r, least, ret, &all);
	} else {
		take_checks(v, r, r->checks, r->check_count, ret, &all);
		take_questions(v, r->questions, r->question_count, least, ret, &all);
	}
	if (r->person.n) take_person(v, r, least, ret, &all);

	struct fold f = fold_parts(&all, least);
	bool is_all_not_applicable = ret->tree_count > 0;

	if (!r->node_count && has_no_sense(&all)) {
		ret->verdict = VERDICT_NOT_APPLICABLE;
		ret->why = STR("what it asks has no sense for this product");
		return;
	}
	for (size_t i = 0; i < ret->tree_count; i++)
		is_all_not_applicable &= ret->trees[i].verdict == VERDICT_NOT_APPLICABLE;
	is_all_not_applicable &= f.verdict != VERDICT_FAIL && !f.is_open;
	is_all_not_applicable |= is_none(v, r, ret);
	ret->verdict = is_all_not_applicable ? VERDICT_NOT_APPLICABLE : f.verdict;
	ret->basis = f.basis;
	ret->why = s->is_brief ? (str){ 0 } : why(s, r, ret);
}
