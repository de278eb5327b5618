#include "base/limits.h"
#include "base/utf8.h"
#include "judge/session.h"
#include "rules/answers.h"
#include "rules/dates.h"
#include "rules/known.h"

#include <stdlib.h>

static str column_text(sqlite3_stmt *stmt, int column)
{
	const char *text = (const char *)sqlite3_column_text(stmt, column);

	return (str){ text, (size_t)sqlite3_column_bytes(stmt, column) };
}

str session_cut(struct session *s, str text)
{
	size_t n = utf8_fit(text, LIMIT_JUDGED_TEXT);

	if (n == text.n) return arena_str(s->keep, text);
	return arena_printf(s->keep, "%.*s\xe2\x80\xa6", (int)n, text.p);
}

str session_text(struct session *s, sqlite3_stmt *stmt, int column)
{
	str text = column_text(stmt, column);

	return text.p ? session_cut(s, text) : (str){ 0 };
}

str session_whole_text(struct session *s, sqlite3_stmt *stmt, int column)
{
	str text = column_text(stmt, column);

	return text.p ? arena_str(s->keep, text) : (str){ 0 };
}

static err refused(const struct session *s)
{
	return fail(&database_failed, (uint64_t)sqlite3_errcode(s->cache->db));
}

/* ---- what is the same within every boundary ---------------------------------------------------------------------- */

static err load_profile(struct session *s)
{
	VEC(struct profile_value) values = { 0 };
	sqlite3_stmt *stmt = query_cache_fixed(s->cache, QUERY_PROFILE);

	if (!stmt) return refused(s);
	while (sqlite3_step(stmt) == SQLITE_ROW)
		*vec_add(s->keep, &values) = (struct profile_value){ .name = session_text(s, stmt, 0),
			.value = session_whole_text(s, stmt, 1),
			.author = session_text(s, stmt, 2) };
	sqlite3_reset(stmt);
	for (size_t i = 0; i < values.n; i++)
		values.p[i].is_unknown = !is_value_known(s->rules, values.p[i].name, values.p[i].value);
	s->profile = values.p;
	s->profile_count = values.n;
	return OK;
}

static enum strength strength_of(str basis)
{
	if (str_is(basis, "tested")) return STRENGTH_TESTED;
	if (str_is(basis, "person")) return STRENGTH_PERSON;
	if (str_is(basis, "documented")) return STRENGTH_DOCUMENTED;
	return STRENGTH_DECLARED;
}

/* A test is somebody's, of a day, and on record. What lacks any of it is an opinion. */
static str doubt_of_test(const struct answer *a)
{
	if (!str_trim(a->author).n) return STR("who tested it is not said");
	if (!a->answered.n) return STR("when it was tested is not said");
	if (a->sha256.n != 64) return STR("there is no record of the test");
	return (str){ 0 };
}

static err load_answers(struct session *s)
{
	sqlite3_stmt *stmt = query_cache_fixed(s->cache, QUERY_ANSWERS);

	if (!stmt) return refused(s);
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		struct answer *a = vec_add(s->keep, &s->answers);

		*a = (struct answer){
			.question = session_text(s, stmt, 0),
			.entity = sqlite3_column_int64(stmt, 1),
			.value = session_text(s, stmt, 2),
			.unit = session_text(s, stmt, 3),
			.strength = strength_of(session_text(s, stmt, 4)),
			.author = session_text(s, stmt, 5),
			.answered = session_text(s, stmt, 6),
			.expires = session_text(s, stmt, 7),
			.reason = session_text(s, stmt, 8),
			.record = session_text(s, stmt, 9),
			.sha256 = session_text(s, stmt, 10),
		};
		if (a->strength != STRENGTH_TESTED) continue;
		a->doubt = doubt_of_test(a);
		if (a->doubt.n) a->strength = STRENGTH_PERSON;
	}
	sqlite3_reset(stmt);
	return OK;
}

static err load_inputs(struct session *s)
{
	VEC(struct input_result) inputs = { 0 };
	sqlite3_stmt *stmt = query_cache_fixed(s->cache, QUERY_INPUTS);

	if (!stmt) return refused(s);
	while (sqlite3_step(stmt) == SQLITE_ROW)
		*vec_add(s->keep, &inputs) = (struct input_result){
			.id = sqlite3_column_int64(stmt, 0),
			.kind = session_text(s, stmt, 1),
			.name = session_text(s, stmt, 2),
			.sha256 = session_text(s, stmt, 3),
			.part = session_text(s, stmt, 4),
			.state = session_text(s, stmt, 5),
			.size = sqlite3_column_int64(stmt, 6),
		};
	sqlite3_reset(stmt);
	s->inputs = inputs.p;
	s->input_count = inputs.n;
	return OK;
}

err session_open(struct session *s)
{
	TRY(query_cache_begin(s->cache, s->on));
	TRY(load_profile(s));
	TRY(load_inputs(s));
	TRY(load_certificates(s));
	TRY(load_treatments(s));
	TRY(load_answers(s));
	TRY(load_laboratory(s));

	/* From here on queries of the rules are asked. */
	s->cache->guard.is_on = true;
	return OK;
}

/* ---- views ------------------------------------------------------------------------------------------------------- */

/* Whole evidence that is too old, or of which nobody knows how old it is, counts as none. */
static void age(struct session *s, const struct scheme *scheme, struct covered *c, str taken, bool is_lasting)
{
	uint32_t limit = c->is_whole && (taken.n || !is_lasting) ? laboratory_age_limit(s->rules, scheme, c->class) : 0;
	const struct coverage_class *known = rules_class(s->rules, c->class);

	if (!limit || (taken.n && date_between(taken, s->on) <= (int64_t)limit)) return;
	c->is_whole = false;
	c->reason = taken.n ? WORDS(s, "it is of %.*s, and counts for %u %s", STR_FMT(taken), limit,
				      limit == 1 ? "day" : "days")
			    : WORDS(s, "when it was taken is not known, and it counts for %u %s", limit,
				      limit == 1 ? "day" : "days");
	c->bring = known && known->bring.n ? WORDS(s, "a newer one: %.*s", STR_FMT(known->bring)) : STR("a newer one");
}

static err load_coverage(
	struct session *s, const struct boundary *within, const struct scheme *scheme, struct coverage *ret)
{
	sqlite3_stmt *stmt = query_cache_fixed_within(s->cache, within, QUERY_COVERAGE);

	if (!stmt) return refused(s);
	ret->whole = arena_array(s->keep, bool, s->rules->classes.n + 1);
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		struct covered *c = vec_add(s->keep, ret);

		*c = (struct covered){ .class = session_text(s, stmt, 0),
			.is_whole = str_is(session_text(s, stmt, 1), "full"),
			.reason = session_text(s, stmt, 2),
			.bring = session_text(s, stmt, 3) };
		age(s, scheme, c, session_text(s, stmt, 5), sqlite3_column_int(stmt, 4));

		const struct coverage_class *known = c->is_whole ? rules_class(s->rules, c->class) : NULL;

		if (known) ret->whole[known - s->rules->classes.p] = true;
	}
	sqlite3_reset(stmt);
	return OK;
}

static bool is_listed(str word, const str *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal(words[i], word)) return true;
	return !count;
}

/* Which inputs lie inside, and whether all do: then there is nothing to keep out. */
static bool mark_inside(const struct session *s, const struct boundary *b, bool *inside)
{
	bool is_all = true;

	for (size_t i = 0; i < s->input_count; i++) {
		const struct input_result *in = &s->inputs[i];

		inside[i] = is_listed(in->part, b->parts, b->part_count) &&
			    (str_is(in->state, "any") || is_listed(in->state, b->states, b->state_count));
		is_all &= inside[i];
	}
	return is_all;
}

static bool same_coverage(const struct coverage *a, const struct coverage *b)
{
	if (a->n != b->n) return false;
	for (size_t i = 0; i < a->n; i++)
		if (a->p[i].is_whole != b->p[i].is_whole || !str_equal(a->p[i].class, b->p[i].class) ||
			!str_equal(a->p[i].reason, b->p[i].reason))
			return false;
	return true;
}

/* Two boundaries that show the same: what was found out within the one holds within the other. */
static struct seen *seen_before(const struct session *s, const bool *inside, const struct coverage *coverage)
{
	for (struct seen *seen = s->seen; seen; seen = seen->next)
		if (memcmp(inside, seen->is_inside, s->input_count * sizeof(*inside)) == 0 &&
			same_coverage(coverage, &seen->coverage))
			return seen;
	return NULL;
}

err view_open(
	struct session *s, const struct boundary *boundary, const struct scheme *scheme, struct evidence_view *ret)
{
	struct evidence_view v = { .session = s, .is_brief = s->is_brief };
	bool *inside = arena_array(s->keep, bool, s->input_count + 1);
	const struct boundary *within = mark_inside(s, boundary, inside) ? &boundary_none : boundary;
	struct coverage coverage = { 0 };

	v.evidence_days = s->answers.n ? rules_age_limit(s->rules, scheme, STR("answers")) : 0;
	v.answer_days = arena_printf(s->keep, "%u", v.evidence_days);
	TRY(load_coverage(s, within, scheme, &coverage));
	v.seen = seen_before(s, inside, &coverage);
	if (!v.seen) {
		v.seen = arena_new(s->keep, struct seen);
		*v.seen = (struct seen){ .next = s->seen,
			.boundary = within,
			.is_inside = inside,
			.coverage = coverage,
			.ran = arena_array(s->keep, struct ran *, s->rules->checks.n),
			.conditions = arena_array(s->keep, struct condition_state, s->rules->conditions.n),
			.populations = arena_array(s->keep, struct population, s->rules->kinds.n) };
		s->seen = v.seen;
	}
	*ret = v;
	return OK;
}

/* ---- asking ------------------------------------------------------------------------------------------------------ */

/* A class that the rules do not list (as rules without a list of classes have) is found by its name. */
static bool covers(struct evidence_view *v, str class, uint32_t number)
{
	bool is_whole = number != CLASS_NONE && v->seen->coverage.whole[number];

	for (size_t i = 0; i < v->seen->coverage.n && number == CLASS_NONE; i++)
		is_whole |= v->seen->coverage.p[i].is_whole && str_equal(v->seen->coverage.p[i].class, class);
	return is_whole;
}

bool view_counts(struct evidence_view *v, str class)
{
	return covers(v, class, CLASS_NONE);
}

static struct missing why_missing(struct evidence_view *v, str class, uint32_t number)
{
	struct session *s = v->session;
	struct missing m = { .class = class };

	if (s->is_brief) return m;
	for (size_t i = 0; i < v->seen->coverage.n; i++) {
		const struct covered *c = &v->seen->coverage.p[i];

		if (!str_equal(c->class, class)) continue;
		if (c->reason.n) m.reason = c->reason;
		if (c->bring.n) m.bring = c->bring;
	}
	if (!m.bring.n && number != CLASS_NONE) m.bring = s->rules->classes.p[number].bring;
	return m;
}

bool view_whole(struct evidence_view *v, const struct classes *classes, struct missing **ret_missing, size_t *ret_count)
{
	struct session *s = v->session;
	VEC(struct missing) missing = { 0 };

	for (size_t i = 0; i < classes->count; i++) {
		const struct class_group *g = &classes->groups[i];
		bool is_whole = false;

		for (size_t j = 0; j < g->count && !is_whole; j++) is_whole = covers(v, g->classes[j], g->numbers[j]);
		if (is_whole || !g->count) continue;
		if (!ret_missing) return false;
		*vec_add(s->keep, &missing) = why_missing(v, g->classes[0], g->numbers[0]);
	}
	if (ret_missing) *ret_missing = missing.p;
	if (ret_count) *ret_count = missing.n;
	return missing.n == 0;
}

static int by_id(const void *a, const void *b)
{
	const struct seat *p = a, *q = b;

	return p->id < q->id ? -1 : p->id > q->id;
}

size_t population_find(const struct population *p, int64_t entity)
{
	struct seat wanted = { .id = entity };
	const struct seat *found =
		p->seats && p->count ? bsearch(&wanted, p->seats, p->count, sizeof(wanted), by_id) : NULL;

	return found ? found->at : p->count;
}

typedef VEC(struct subject) subjects;

/* For products that have the same: their names live as long as the query cache. */
static void keep_subjects(struct session *s, struct cached_query *q, const subjects *all)
{
	enum { SUBJECTS_KEPT = 64, NAME_KEPT = 256 };
	struct arena *memory = all->n && all->n <= SUBJECTS_KEPT ? query_cache_memory(s->cache, q) : NULL;

	for (size_t i = 0; i < all->n && memory; i++)
		if (all->p[i].name.n + all->p[i].class.n > NAME_KEPT) memory = NULL;
	if (!all->n) query_cache_gave_nothing(s->cache, q);
	if (!memory) return;

	subjects *kept = arena_new(memory, subjects);

	for (size_t i = 0; i < all->n; i++)
		*vec_add(memory, kept) = (struct subject){ .id = all->p[i].id,
			.name = arena_str(memory, all->p[i].name),
			.class = all->p[i].class.n ? arena_str(memory, all->p[i].class) : (str){ 0 } };
	query_cache_gave(s->cache, q, kept);
}

static subjects find_subjects(struct evidence_view *v, const struct kind *k, size_t *ret_left_out)
{
	struct session *s = v->session;

	subjects all = { 0 };
	struct cached_query *q = query_cache_kind(s->cache, v->seen->boundary, k);
	int result;

	if (!q || q->result == query_gives_nothing) return all;
	if (q->result) return *(const subjects *)q->result;
	if (!k->sql.n) sqlite3_bind_text(q->stmt, 1, k->name.p, (int)k->name.n, SQLITE_STATIC);
	while ((result = sqlite3_step(q->stmt)) == SQLITE_ROW) {
		if (all.n == LIMIT_SUBJECTS)
			++*ret_left_out;
		else
			*vec_add(s->keep, &all) = (struct subject){ .id = sqlite3_column_int64(q->stmt, 0),
				.name = session_text(s, q->stmt, 1),
				.class = session_text(s, q->stmt, 2) };
	}
	sqlite3_reset(q->stmt);

	/* A query that was ended may have had more. */
	if (result != SQLITE_DONE)
		++*ret_left_out;
	else
		keep_subjects(s, q, &all);
	return all;
}

static void load_population(struct evidence_view *v, const struct kind *k, struct population *p)
{
	struct session *s = v->session;
	size_t left_out = 0;
	subjects all = find_subjects(v, k, &left_out);

	*p = (struct population){ .is_known = true,
		.subjects = all.p,
		.count = all.n,
		.left_out = left_out,
		.seats = arena_array(s->keep, struct seat, all.n + 1) };
	for (size_t i = 0; i < p->count; i++) p->seats[i] = (struct seat){ p->subjects[i].id, i };
	if (p->count) qsort(p->seats, p->count, sizeof(*p->seats), by_id);
}

const struct population *view_population(struct evidence_view *v, str kind)
{
	struct session *s = v->session;
	static const struct population none = { 0 };
	static struct subject itself = { .name = { "the product", sizeof("the product") - 1 } };
	static const struct population product = { .is_known = true, .subjects = &itself, .count = 1 };
	const struct kind *k = rules_kind(s->rules, kind);

	if (!kind.n) return &product;
	if (!k) return &none;

	struct population *p = &v->seen->populations[k->number];

	if (k->is_product) return &product;
	if (!p->is_known) load_population(v, k, p);
	return p->count || !k->else_product ? p : &product;
}

str session_profile(const struct session *s, str name, str *ret_author)
{
	for (size_t i = 0; i < s->profile_count; i++) {
		if (s->profile[i].is_unknown || !str_equal(s->profile[i].name, name)) continue;
		if (ret_author) *ret_author = s->profile[i].author;
		return s->profile[i].value;
	}
	return (str){ 0 };
}
