/* Running checks. fact_model: a row is an entity that fails (unknown IS NULL) or could not be decided. */
#include "judge/session.h"

#include "base/buf.h"
#include "base/limits.h"
#include "base/utf8.h"

#include <stdlib.h>

/* ---- parameters -------------------------------------------------------------------------------------------------- */

struct binding {
	const struct evidence_view *view;
	const struct requirement *requirement;
	uint64_t number; /* tells bindings of the check apart */
};

static str value_of(const struct requirement *r, const struct parameter *p)
{
	for (size_t i = 0; r && i < r->with_count; i++)
		if (r->with[i].parameter == p) return r->with[i].value;
	return p->value;
}

static str bound_value(void *self, const char *name)
{
	const struct binding *b = self;

	if (strcmp(name, "today") == 0) return b->view->session->on;
	if (strcmp(name, "answer_days") == 0) return b->view->answer_days;

	const struct parameter *p = rules_parameter(b->view->session->rules, str_of(name));

	return p ? value_of(b->requirement, p) : (str){ 0 };
}

/* Tells bindings of one check apart: 0 is the defaults. FNV-1a. Only queries that ask how long answers count depend
 * on that. */
static uint64_t binding_number(struct evidence_view *v, const struct check *c, const struct requirement *r)
{
	uint64_t h = v->evidence_days && str_find(c->sql, ":answer_days", NULL) ? v->evidence_days : 0;

	for (size_t i = 0; i < c->parameter_count; i++) {
		str value = value_of(r, c->parameters[i]);

		if (str_equal(value, c->parameters[i]->value)) continue;
		h = (h ? h : UINT64_C(14695981039346656037)) ^ i;
		for (size_t k = 0; k < value.n; k++) h = (h ^ (uint8_t)value.p[k]) * UINT64_C(1099511628211);
	}
	return h;
}

/* ---- rows to findings -------------------------------------------------------------------------------------------- */

enum finding_column { AT_ENTITY, AT_WHAT, AT_UNKNOWN, AT_INPUT, AT_FILE, AT_REGION, AT_AT, AT_LINE, FINDING_COLUMNS };

static const char *const finding_columns[FINDING_COLUMNS] = { "entity", "what", "unknown", "input", "file", "region",
	"at", "line" };

static int column_named(sqlite3_stmt *stmt, str name)
{
	for (int i = 0; i < sqlite3_column_count(stmt); i++)
		if (str_is(name, sqlite3_column_name(stmt, i))) return i;
	return -1;
}

/* What stands in an image may be as long as it likes: of each value so much that the sentence stays one. */
static void put_value(struct buf *out, str value)
{
	size_t n = utf8_fit(value, LIMIT_JUDGED_TEXT / 2);

	buf_str(out, (str){ value.p, n });
	if (n < value.n) buf_text(out, "\xe2\x80\xa6");
}

static str render(struct session *s, const struct check *c, sqlite3_stmt *stmt)
{
	struct buf out = { 0 };
	str rest = s->is_brief ? (str){ 0 } : c->finding, text, name;

	while (str_split(&rest, '{', &text)) {
		buf_str(&out, text);
		if (!rest.p || !str_split(&rest, '}', &name)) break;

		int at = column_named(stmt, name);
		const char *value = at < 0 ? NULL : (const char *)sqlite3_column_text(stmt, at);

		put_value(&out, str_of(value && *value ? value : "not known"));
	}

	str sentence = session_cut(s, buf_all(&out));

	buf_free(&out);
	return sentence;
}

static int64_t row_number(sqlite3_stmt *stmt, int at)
{
	return at < 0 ? 0 : sqlite3_column_int64(stmt, at);
}

static num row_num(sqlite3_stmt *stmt, int at)
{
	return at < 0 || sqlite3_column_type(stmt, at) == SQLITE_NULL ? (num){ 0 }
								      : NUM(sqlite3_column_int64(stmt, at));
}

/* An entity carries its place once; a check that selects none gets it from there. */
static void place_of_entity(struct evidence_view *v, struct finding *f)
{
	struct session *s = v->session;
	sqlite3_stmt *stmt;

	f->subject = f->entity;
	if (!f->entity || !(stmt = query_cache_fixed_within(s->cache, v->seen->boundary, QUERY_ENTITY))) return;
	sqlite3_bind_int64(stmt, 1, f->entity);
	if (sqlite3_step(stmt) == SQLITE_ROW) {
		if (!f->input) f->input = row_number(stmt, 0);
		if (row_number(stmt, 4)) f->subject = row_number(stmt, 4);
		if (!f->file && !f->line.known && !f->at.known) {
			f->file = row_number(stmt, 1);
			f->at = row_num(stmt, 2);
			f->line = row_num(stmt, 3);
		} else if (!f->line.known && f->file == row_number(stmt, 1)) {
			f->line = row_num(stmt, 3);
		}
	}
	sqlite3_reset(stmt);
}

static void place_for_people(struct session *s, struct finding *f)
{
	sqlite3_stmt *stmt;

	if ((!f->input && !f->file && !f->region) || !(stmt = query_cache_fixed(s->cache, QUERY_PLACE))) return;
	if (f->input) sqlite3_bind_int64(stmt, 1, f->input);
	if (f->file) sqlite3_bind_int64(stmt, 2, f->file);
	if (f->region) sqlite3_bind_int64(stmt, 3, f->region);
	if (sqlite3_step(stmt) == SQLITE_ROW) {
		f->input = sqlite3_column_int64(stmt, 0);
		f->input_name = session_text(s, stmt, 1);
		f->path = session_text(s, stmt, 2);
		if (!f->region) f->region = row_number(stmt, 3);
		f->region_kind = session_text(s, stmt, 4);
		f->region_at = row_num(stmt, 5);
	}
	sqlite3_reset(stmt);
}

static int by_place(const void *a, const void *b)
{
	const struct finding *x = a, *y = b;
	int order;

	if ((x->unknown.n != 0) != (y->unknown.n != 0)) return x->unknown.n ? 1 : -1;
	if ((order = str_compare(x->path, y->path))) return order;
	if (x->line.value != y->line.value) return x->line.value < y->line.value ? -1 : 1;
	if (x->at.value != y->at.value) return x->at.value < y->at.value ? -1 : 1;
	if ((order = str_compare(x->sentence, y->sentence))) return order;
	return x->entity < y->entity ? -1 : x->entity > y->entity;
}

/* ---- one check --------------------------------------------------------------------------------------------------- */

/* false: it could not be counted. */
static bool count_population(struct evidence_view *v, const struct check *c, struct binding *binding, uint64_t *ret)
{
	struct session *s = v->session;
	struct cached_query *q = query_cache_population(s->cache, v->seen->boundary, c, binding->number);
	uint64_t n = 0;

	*ret = 0;
	if (!q) return false;
	if (q->result == query_gives_nothing) return true;
	if (q->result) {
		*ret = *(const uint64_t *)q->result;
		return true;
	}
	database_bind(q->stmt, bound_value, binding);

	int result = sqlite3_step(q->stmt);

	if (result == SQLITE_ROW) n = (uint64_t)sqlite3_column_int64(q->stmt, 0);
	sqlite3_reset(q->stmt);
	if (result != SQLITE_ROW) return false;

	struct arena *memory = n ? query_cache_memory(s->cache, q) : NULL;

	if (!n) query_cache_gave_nothing(s->cache, q);
	if (memory) query_cache_gave(s->cache, q, memcpy(arena_new(memory, uint64_t), &n, sizeof(n)));
	*ret = n;
	return true;
}

static void add_missing(struct session *s, struct outcome *o, struct missing m)
{
	for (size_t i = 0; i < o->missing_count; i++)
		if (str_equal(o->missing[i].class, m.class)) return;

	struct missing *more = arena_array(s->keep, struct missing, o->missing_count + 1);

	if (o->missing_count) memcpy(more, o->missing, o->missing_count * sizeof(*more));
	more[o->missing_count] = m;
	o->missing = more;
	o->missing_count++;
}

/* As rows give them: places are looked for afterwards. */
struct found {
	VEC(struct finding) kept;
	VEC(struct mark) marks;
	size_t count, failing, untried; /* of all rows */
};

enum { FOUND_KEPT = 32, TEXT_KEPT = 1 << 10 };

static void keep_found(struct session *s, struct cached_query *q, const struct found *found)
{
	struct arena *memory = found->count <= FOUND_KEPT ? query_cache_memory(s->cache, q) : NULL;

	for (size_t i = 0; i < found->kept.n && memory; i++)
		if (found->kept.p[i].sentence.n + found->kept.p[i].unknown.n + found->kept.p[i].what.n > TEXT_KEPT)
			memory = NULL;
	if (!found->count) query_cache_gave_nothing(s->cache, q);
	if (!found->count || found->kept.n < found->count || !memory) return;

	struct found *copy = arena_new(memory, struct found);

	for (size_t i = 0; i < found->count; i++) {
		struct finding *f = vec_add(memory, &copy->kept);

		*f = found->kept.p[i];
		f->sentence = arena_str(memory, f->sentence);
		f->what = arena_str(memory, f->what);
		if (f->unknown.n) f->unknown = arena_str(memory, f->unknown);
	}
	query_cache_gave(s->cache, q, copy);
}

/* Every row counts; those that fail and those that are not decided are kept up to the same number. */
static bool is_to_be_kept(const struct session *s, const struct found *found, bool is_unknown)
{
	bool is_late = s->findings >= LIMIT_FINDINGS_ALL || s->finding_text >= LIMIT_FINDINGS_TEXT;
	size_t most = is_late ? LIMIT_FINDINGS_LATE : LIMIT_FINDINGS;

	return (is_unknown ? found->count - found->failing : found->failing) < most;
}

static void count_row(struct session *s, struct found *found, int64_t entity, str unknown)
{
	bool is_unknown = unknown.n > 0;

	found->count++;
	found->failing += !is_unknown;
	found->untried += str_is(unknown, "not tried");
	if (found->marks.n == LIMIT_MARKS || s->marks >= LIMIT_MARKS_ALL) return;
	*vec_add(s->keep, &found->marks) = (struct mark){ .entity = entity, .is_unknown = is_unknown };
	s->marks++;
}

static void keep_finding(struct session *s, struct found *found, struct finding f)
{
	*vec_add(s->keep, &found->kept) = f;
	s->findings++;
	s->finding_text += f.sentence.n + f.unknown.n + f.what.n;
}

/* What an earlier product gave: few rows, and all of them. */
static void take_known(struct session *s, struct found *found, const struct found *known)
{
	for (size_t i = 0; i < known->kept.n; i++) {
		count_row(s, found, known->kept.p[i].entity, known->kept.p[i].unknown);
		keep_finding(s, found, known->kept.p[i]);
	}
}

static str text_at(sqlite3_stmt *stmt, int at)
{
	const char *text = at < 0 ? NULL : (const char *)sqlite3_column_text(stmt, at);

	return text ? (str){ text, (size_t)sqlite3_column_bytes(stmt, at) } : (str){ 0 };
}

static struct finding finding_of_row(struct session *s, const struct check *c, sqlite3_stmt *stmt, const int *at)
{
	return (struct finding){
		.sentence = render(s, c, stmt),
		.unknown = session_text(s, stmt, at[AT_UNKNOWN]),
		.what = session_text(s, stmt, at[AT_WHAT]),
		.entity = row_number(stmt, at[AT_ENTITY]),
		.input = row_number(stmt, at[AT_INPUT]),
		.file = row_number(stmt, at[AT_FILE]),
		.region = row_number(stmt, at[AT_REGION]),
		.at = row_num(stmt, at[AT_AT]),
		.line = row_num(stmt, at[AT_LINE]),
	};
}

/* false: the query was refused, or ended before it was through; what it had given by then is there. */
static bool find_rows(struct evidence_view *v, const struct check *c, struct binding *binding, struct found *ret)
{
	struct session *s = v->session;
	struct cached_query *q = query_cache_check(s->cache, v->seen->boundary, c, binding->number);
	int at[FINDING_COLUMNS], result;

	*ret = (struct found){ 0 };
	if (!q) return false;
	if (q->result == query_gives_nothing) return true;
	if (q->result) {
		take_known(s, ret, q->result);
		return true;
	}

	sqlite3_stmt *stmt = q->stmt;

	database_bind(stmt, bound_value, binding);
	while ((result = sqlite3_step(stmt)) == SQLITE_ROW) {
		/* Most checks find nothing: their columns are not looked for. */
		for (unsigned i = 0; i < FINDING_COLUMNS && !ret->count; i++)
			at[i] = column_named(stmt, str_of(finding_columns[i]));

		str unknown = text_at(stmt, at[AT_UNKNOWN]);
		bool is_kept = is_to_be_kept(s, ret, unknown.n > 0);

		count_row(s, ret, row_number(stmt, at[AT_ENTITY]), unknown);
		if (is_kept) keep_finding(s, ret, finding_of_row(s, c, stmt, at));
	}
	sqlite3_reset(stmt);
	if (result != SQLITE_DONE) return false;
	keep_found(s, q, ret);
	return true;
}

static bool collect_rows(
	struct evidence_view *v, const struct check *c, struct binding *binding, struct outcome *o, size_t *ret_untried)
{
	struct session *s = v->session;
	struct found found;

	bool is_through = find_rows(v, c, binding, &found);

	for (size_t i = 0; i < found.kept.n; i++) {
		place_of_entity(v, &found.kept.p[i]);
		place_for_people(s, &found.kept.p[i]);
	}
	o->findings = found.kept.p;
	o->finding_count = found.kept.n;
	o->all_count = found.count;
	o->all_failing = found.failing;
	o->marks = found.marks.p;
	o->mark_count = found.marks.n;
	*ret_untried = found.untried;
	return is_through;
}

/* An absence is only a finding in a view that is whole: without it, the row says that nobody knows. */
static void downgrade(struct evidence_view *v, const struct check *c, struct outcome *o)
{
	struct session *s = v->session;
	struct missing *missing;
	size_t count;

	if (!c->rests.count || view_whole(v, &c->rests, &missing, &count)) return;
	for (size_t i = 0; i < o->finding_count; i++) {
		struct finding *f = &o->findings[i];

		if (!f->unknown.n)
			f->unknown = arena_printf(s->keep, "not all of it was looked at: bring %.*s",
				STR_FMT(missing[0].bring.n ? missing[0].bring : missing[0].class));
	}
	for (size_t i = 0; i < o->mark_count; i++) o->marks[i].is_unknown = true;
	o->all_failing = 0;
	for (size_t i = 0; i < count; i++) add_missing(s, o, missing[i]);
}

/*
 * Rows that only say "not tried" say the same as no rows: nobody looked. A trial whose result was unclear is another
 * matter: somebody looked, and could not tell.
 */
static bool nothing_was_tried(const struct outcome *o, size_t untried)
{
	return untried == o->all_count;
}

/* Nothing else is missing than trials. */
static bool lacks_trials_alone(const struct outcome *o)
{
	for (size_t i = 0; i < o->missing_count; i++)
		if (!str_starts(o->missing[i].class, "trial.")) return false;
	return o->missing_count > 0;
}

/* There is none: that counts where what would show one was looked at as a whole. */
static bool none_is_known(struct evidence_view *v, const struct check *c, struct outcome *o)
{
	struct session *s = v->session;
	struct missing *missing;
	size_t count;

	if (view_whole(v, &c->empty, &missing, &count)) return true;
	for (size_t i = 0; i < count; i++) add_missing(s, o, missing[i]);
	return false;
}

static struct outcome *run_now(
	struct evidence_view *v, const struct check *c, const struct requirement *r, uint64_t binding_number)
{
	struct session *s = v->session;
	struct outcome *o = arena_new(s->keep, struct outcome);
	struct binding binding = { .view = v, .requirement = r, .number = binding_number };
	bool is_whole, is_through, is_counted = true;
	size_t untried = 0;

	o->check = c;
	o->strength = c->strength;
	s->cache->guard.rounds = 0;
	is_whole = view_whole(v, &c->needs, &o->missing, &o->missing_count);
	is_through = collect_rows(v, c, &binding, o, &untried);
	if (!is_through) {
		add_missing(s, o,
			(struct missing){ .class = STR("this check"),
				.reason = arena_str(s->keep, str_of(sqlite3_errmsg(s->cache->db))) });
		is_whole = false;
	}
	downgrade(v, c, o);
	if (o->finding_count) qsort(o->findings, o->finding_count, sizeof(*o->findings), by_place);
	for (size_t i = 0; i < o->finding_count; i++) o->failing += o->findings[i].unknown.n == 0;
	/* How many there are decides only where nothing was found in a whole view; of what there is none of, nothing
	 * can be tried. */
	bool asks_how_many = c->empty_is_unknown || c->empty.count;
	bool may_be_nothing_to_try = c->empty.count && lacks_trials_alone(o);

	if (c->over.n &&
		(s->is_counting || (asks_how_many && (is_whole || may_be_nothing_to_try) && !o->finding_count)))
		is_counted = count_population(v, c, &binding, &o->population);
	if (!is_counted) is_whole = false;

	bool is_none = is_counted && c->over.n && asks_how_many && !o->population && !o->finding_count;
	bool is_empty = is_none && c->empty_is_unknown;

	/* That there is nothing to try is the word of whoever made the list. */
	if (is_none && may_be_nothing_to_try && view_whole(v, &c->empty, NULL, NULL)) {
		o->missing_count = 0;
		o->strength = STRENGTH_DECLARED;
		is_whole = true;
	}
	if (is_none && c->empty.count) is_whole &= none_is_known(v, c, o);

	if (is_empty && is_whole)
		add_missing(s, o,
			(struct missing){ .class = STR("anything to ask about"),
				.reason = STR("nothing of the kind that this is about is in the evidence"),
				.bring = STR("an input or a list in the product file that holds what is asked about; "
					     "\"assay explain REQUIREMENT\" tells of what") });
	o->verdict = o->all_failing                              ? VERDICT_FAIL
		     : o->finding_count || !is_whole || is_empty ? VERDICT_INCONCLUSIVE
								 : VERDICT_PASS;
	o->is_unlooked =
		o->verdict == VERDICT_INCONCLUSIVE && is_through && is_counted && nothing_was_tried(o, untried);
	take_laboratory(v, c, o);
	return o;
}

struct outcome *run_check(struct evidence_view *v, const struct check *c, const struct requirement *r)
{
	struct session *s = v->session;
	uint64_t binding = binding_number(v, c, r);

	for (struct ran *ran = v->seen->ran[c->number]; ran; ran = ran->next)
		if (ran->binding == binding) return ran->outcome;

	struct ran *ran = arena_new(s->keep, struct ran);

	*ran = (struct ran){
		.next = v->seen->ran[c->number], .binding = binding, .outcome = run_now(v, c, r, binding)
	};
	v->seen->ran[c->number] = ran;
	ran->outcome->number = (uint32_t)s->outcomes.n;
	*vec_add(s->keep, &s->outcomes) = ran->outcome;
	return ran->outcome;
}

/* What an outcome says of each entity of a population, found out once: trees ask it for every entity at every node. */
struct shares {
	struct shares *next;
	const struct population *of;
	tri whole; /* of the product as a whole, and of what no finding names */
	tri *each; /* by the subject's place */
};

/* What a row does to a share: a failure stays one. */
static void take_mark(tri *share, const struct mark *m)
{
	if (!m->is_unknown)
		*share = NO;
	else if (*share == YES)
		*share = UNKNOWN;
}

static tri worse_share(tri a, tri b)
{
	return a == NO || b == NO ? NO : a == UNKNOWN || b == UNKNOWN ? UNKNOWN : YES;
}

/* The declared counterpart of what was observed; else the entity itself. */
static int64_t subject_of(struct evidence_view *v, int64_t entity)
{
	struct finding f = { .entity = entity };

	place_of_entity(v, &f);
	return f.subject;
}

/* Where a row's entity and its declared counterpart stand among them; `count`: it is none of them. */
struct seats {
	size_t own, declared;
};

static struct seats seats_of(struct evidence_view *v, const struct mark *m, const struct population *all)
{
	if (!m->entity) return (struct seats){ all->count, all->count };
	return (struct seats){ population_find(all, m->entity), population_find(all, subject_of(v, m->entity)) };
}

/* A row concerns its entity and its declared counterpart; one of nothing that could be told apart concerns each. */
static struct shares *share_out(struct evidence_view *v, const struct outcome *o, const struct population *all)
{
	struct session *s = v->session;
	struct shares *shares = arena_new(s->keep, struct shares);
	bool is_cut = o->mark_count < o->all_count;
	bool is_unknown = (o->verdict == VERDICT_INCONCLUSIVE && o->is_unlooked) || o->missing_count || is_cut;
	tri common;

	/* Others may fail; about one of which nothing was found, that only counts where all was looked at. */
	*shares = (struct shares){
		.of = all, .whole = is_unknown ? UNKNOWN : YES, .each = arena_array(s->keep, tri, all->count + 1)
	};
	common = shares->whole;

	for (size_t i = 0; i <= all->count; i++) shares->each[i] = YES;
	for (size_t i = 0; i < o->mark_count; i++) {
		const struct mark *m = &o->marks[i];
		struct seats at = seats_of(v, m, all);

		take_mark(&shares->whole, m);
		if (at.own == all->count && at.declared == all->count) take_mark(&common, m);
		if (at.own < all->count) take_mark(&shares->each[at.own], m);
		if (at.declared < all->count) take_mark(&shares->each[at.declared], m);
	}
	if (is_cut && o->all_failing) shares->whole = NO;
	for (size_t i = 0; i <= all->count; i++) shares->each[i] = worse_share(common, shares->each[i]);
	return shares;
}

tri outcome_for(struct evidence_view *v, struct outcome *o, int64_t entity, const struct population *all)
{
	struct shares *shares = o->shares;

	while (shares && shares->of != all) shares = shares->next;
	if (!shares) {
		shares = share_out(v, o, all);
		shares->next = o->shares;
		o->shares = shares;
	}
	return entity ? shares->each[population_find(all, entity)] : shares->whole;
}
