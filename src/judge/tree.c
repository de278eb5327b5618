/* Decision trees of EN 18031: each entity walks from the first node; what is not known walks both ways, so that a
 * question which cannot change the end is not asked. */
#include "judge/session.h"

#include "base/limits.h"

enum { END_PASS = 1, END_FAIL = 2, END_NOT_APPLICABLE = 4 };

struct walking {
	struct evidence_view *view;
	const struct requirement *requirement;
	enum strength least;
	int64_t entity;
	const struct population *all;
};

static tri both(tri a, tri b)
{
	return a == NO || b == NO ? NO : a == YES && b == YES ? YES : UNKNOWN;
}

static tri either(tri a, tri b)
{
	return a == YES || b == YES ? YES : a == NO && b == NO ? NO : UNKNOWN;
}

static enum strength weaker(enum strength a, enum strength b)
{
	return a < b ? a : b;
}

/* What all checks of a node say together. All must pass, so a pass is as strong as the weakest; one that fails
 * decides alone. */
static tri checks_answer(struct walking *w, const struct tree_node *n, enum strength *ret_strength)
{
	enum strength weakest = STRENGTH_OBSERVED, strongest_no = STRENGTH_NONE;
	tri answer = YES;

	for (size_t i = 0; i < n->check_count; i++) {
		struct outcome *o = run_check(w->view, n->checks[i], w->requirement);
		enum strength own = o->strength;
		tri one = outcome_for(w->view, o, w->entity, w->all);

		weakest = weaker(weakest, own);
		if (one == NO && own > strongest_no) strongest_no = own;
		answer = both(answer, one);
	}
	*ret_strength = answer == NO ? strongest_no : weakest;
	return answer;
}

/* A walk wants the verdict: the words of every reply on every way would fill the memory. */
static struct reply reply_of(struct walking *w, const struct tree_node *n)
{
	struct evidence_view brief = *w->view;

	brief.is_brief = true;
	return reply_to(&brief, n->question, w->entity, w->least);
}

/* What is declared or seen of the product as a whole, unless somebody answered the opposite. */
static tri claim_answer(struct walking *w, const struct tree_node *n)
{
	struct expr_names names = view_names(w->view);
	tri claim = expr_eval(n->when, &names);
	enum verdict said = n->question ? reply_of(w, n).verdict : VERDICT_INCONCLUSIVE;

	return (claim == YES && said == VERDICT_FAIL) || (claim == NO && said == VERDICT_PASS) ? UNKNOWN : claim;
}

/* The answer, and how strong what gave it is. */
static tri node_answer(struct walking *w, const struct tree_node *n, enum strength *ret_strength)
{
	tri claim = n->when ? claim_answer(w, n) : UNKNOWN;

	*ret_strength = STRENGTH_DECLARED;
	if (claim != UNKNOWN || (!n->check_count && !n->question)) return claim;

	tri answer = checks_answer(w, n, ret_strength);

	if (n->is_inverted && answer != UNKNOWN) answer = answer == YES ? NO : YES;
	if (!n->question) return answer;

	struct reply r = reply_of(w, n);
	tri said = r.verdict == VERDICT_PASS ? YES : r.verdict == VERDICT_FAIL ? NO : UNKNOWN;

	/* A "no" that ends well is no admission: where an assessor has to speak, the maker's word is not enough for
	 * it either. */
	if (said == NO && w->least >= STRENGTH_PERSON && r.strength < STRENGTH_PERSON &&
		(n->no == JUMP_PASS || n->no == JUMP_NOT_APPLICABLE))
		said = UNKNOWN;

	/* A question beside a check speaks where the check cannot. */
	if (!n->check_count || answer == UNKNOWN) {
		*ret_strength = r.strength;
		return said;
	}
	if (said == UNKNOWN) return answer;

	/* A fault that the check or the answer tells stands, whatever the other says. In an inverted node "yes" is the
	 * fault. */
	tri fault = n->is_inverted ? YES : NO, together = n->is_inverted ? either(answer, said) : both(answer, said);

	if (together != fault)
		*ret_strength = weaker(*ret_strength, r.strength);
	else if (answer != fault || (said == fault && r.strength > *ret_strength))
		*ret_strength = r.strength;
	return together;
}

static unsigned ends_from(struct walking *w, enum jump jump, uint32_t node);

static unsigned ends_of(struct walking *w, uint32_t at)
{
	const struct tree_node *n = &w->requirement->nodes[at];
	enum strength strength;
	tri answer = node_answer(w, n, &strength);
	unsigned ends = 0;

	if (answer != NO) ends |= ends_from(w, n->yes, n->yes_node);
	if (answer != YES) ends |= ends_from(w, n->no, n->no_node);
	return ends;
}

static unsigned ends_from(struct walking *w, enum jump jump, uint32_t node)
{
	switch (jump) {
	case JUMP_PASS:
		return END_PASS;
	case JUMP_FAIL:
		return END_FAIL;
	case JUMP_NOT_APPLICABLE:
		return END_NOT_APPLICABLE;
	case JUMP_NODE:
		break;
	}
	return ends_of(w, node);
}

/* Where a jump comes to rest: an end, or the first node that is not known and whose answer can still change the end. */
struct rest {
	enum jump jump;
	uint32_t node;
};

static struct rest rest_of(struct walking *w, enum jump jump, uint32_t node);

static bool same_deciders(const struct tree_node *a, const struct tree_node *b)
{
	if (a->question != b->question || a->check_count != b->check_count || a->is_inverted != b->is_inverted ||
		!str_equal(a->when_text, b->when_text))
		return false;
	for (size_t i = 0; i < a->check_count; i++)
		if (a->checks[i] != b->checks[i]) return false;
	return true;
}

/* The same place, or two nodes that ask the same and lead to the same. */
static bool same_rest(struct walking *w, struct rest a, struct rest b)
{
	const struct tree_node *nodes = w->requirement->nodes, *x, *y;

	if (a.jump != b.jump || a.node == b.node || a.jump != JUMP_NODE) return a.jump == b.jump && a.node == b.node;
	x = &nodes[a.node], y = &nodes[b.node];
	return same_deciders(x, y) && same_rest(w, rest_of(w, x->yes, x->yes_node), rest_of(w, y->yes, y->yes_node)) &&
	       same_rest(w, rest_of(w, x->no, x->no_node), rest_of(w, y->no, y->no_node));
}

static struct rest rest_of(struct walking *w, enum jump jump, uint32_t node)
{
	enum strength strength;

	if (jump != JUMP_NODE) return (struct rest){ .jump = jump };

	const struct tree_node *n = &w->requirement->nodes[node];
	tri answer = node_answer(w, n, &strength);

	if (answer == YES) return rest_of(w, n->yes, n->yes_node);
	if (answer == NO) return rest_of(w, n->no, n->no_node);

	struct rest yes = rest_of(w, n->yes, n->yes_node), no = rest_of(w, n->no, n->no_node);

	return same_rest(w, yes, no) ? yes : (struct rest){ .jump = JUMP_NODE, .node = node };
}

/* The nodes from the first on, as far as their answers are known. A good end is as strong as its weakest step, a bad
 * one as the step that led to it. */
static void keep_path(struct walking *w, struct tree_result *t)
{
	enum strength weakest = STRENGTH_OBSERVED, strength = STRENGTH_DECLARED;
	uint32_t at = 0;

	t->basis = STRENGTH_DECLARED;
	while (t->step_count < w->requirement->node_count) {
		const struct tree_node *n = &w->requirement->nodes[at];
		tri answer = node_answer(w, n, &strength);
		enum jump jump = answer == YES ? n->yes : n->no;

		t->steps[t->step_count++] = (struct tree_step){ .node = n, .answer = answer };
		if (answer == UNKNOWN) return;
		weakest = weaker(weakest, strength);
		t->basis = t->verdict == VERDICT_FAIL ? strength : weakest;
		if (jump != JUMP_NODE) return;
		at = answer == YES ? n->yes_node : n->no_node;
	}
}

static bool is_of(const struct requirement *r, const struct subject *e)
{
	str rest = r->for_classes, class;

	if (!rest.n) return true;
	while (str_split(&rest, ',', &class))
		if (str_equal(str_trim(class), e->class)) return true;
	return !e->class.n; /* of no stated class: it may be one of these */
}

/* steps: room for as many as the tree has nodes. */
static struct tree_result walk_one(struct evidence_view *v, const struct requirement *r, enum strength least,
	const struct population *all, const struct subject *e, struct tree_step *steps)
{
	struct walking w = { .view = v, .requirement = r, .least = least, .all = all, .entity = e->id };
	struct tree_result t = { .entity = e->id, .name = e->name, .steps = steps };
	unsigned ends = ends_of(&w, 0);

	if (ends == END_FAIL)
		t.verdict = VERDICT_FAIL;
	else if (ends == END_NOT_APPLICABLE)
		t.verdict = VERDICT_NOT_APPLICABLE;
	else if (!(ends & END_FAIL))
		t.verdict = VERDICT_PASS;
	else
		t.verdict = VERDICT_INCONCLUSIVE;
	if (t.verdict == VERDICT_INCONCLUSIVE) t.asks = &r->nodes[rest_of(&w, JUMP_NODE, 0).node];
	keep_path(&w, &t);
	return t;
}

/* The way ends by what is known of the entity; not by what the product as a whole is, which holds for entities that
 * nobody listed, too. */
static bool ends_at_entity(const struct tree_result *t)
{
	const struct tree_node *last = t->step_count ? t->steps[t->step_count - 1].node : NULL;

	return !last || last->check_count || !last->question || last->question->for_kind.n;
}

static void count_way(struct ways *w, const struct tree_result *t)
{
	w->applies |= t->verdict != VERDICT_NOT_APPLICABLE;
	w->may_lack_some |= t->entity && ends_at_entity(t);
	w->of[t->verdict]++;
	w->all++;
}

struct ways walk_trees(struct evidence_view *v, const struct requirement *r, enum strength least,
	struct requirement_result *ret, verdict_parts *into)
{
	struct session *s = v->session;
	const struct population *all = view_population(v, r->for_kind);
	struct tree_step *steps = arena_array(s->keep, struct tree_step, r->node_count + 1);
	struct ways ways = { .left_out = all->left_out };
	VEC(struct tree_result) trees = { 0 };

	for (size_t i = 0; i < all->count; i++) {
		if (!is_of(r, &all->subjects[i])) continue;

		struct tree_result t = walk_one(v, r, least, all, &all->subjects[i], steps);

		add_part(s, into, (struct part){ .verdict = t.verdict, .strength = t.basis });
		count_way(&ways, &t);
		if (ways.of[t.verdict] > LIMIT_TREES) continue;
		t.steps = arena_array(s->keep, struct tree_step, t.step_count + 1);
		memcpy(t.steps, steps, t.step_count * sizeof(*steps));
		*vec_add(s->keep, &trees) = t;
	}
	ret->trees = trees.p;
	ret->tree_count = trees.n;
	ret->all_trees = ways.all + ways.left_out;
	ret->unwalked = ways.left_out;
	for (size_t i = 0; i < r->node_count; i++)
		for (size_t j = 0; j < r->nodes[i].check_count; j++)
			add_outcome(s, ret, run_check(v, r->nodes[i].checks[j], r));
	return ways;
}
