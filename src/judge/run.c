/* Running checks. fact_model: a row is an entity that fails (unknown IS NULL) or could not be decided. */
#include "judge/session.h"

#include "base/buf.h"

#include <stdlib.h>

/* ---- parameters -------------------------------------------------------------------------------------------------- */

struct binding {
	struct session *session;
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

	if (strcmp(name, "today") == 0) return b->session->on;
	if (strcmp(name, "answer_days") == 0) return b->session->answer_days;

	const struct parameter *p = rules_parameter(b->session->rules, str_of(name));

	return p ? value_of(b->requirement, p) : (str){ 0 };
}

/* Tells bindings of one check apart: 0 is the defaults. FNV-1a. Only queries that ask how long answers count depend
 * on that. */
static uint64_t binding_number(const struct session *s, const struct check *c, const struct requirement *r)
{
	uint64_t h = s->evidence_days && str_find(c->sql, ":answer_days", NULL) ? s->evidence_days : 0;

	for (size_t i = 0; i < c->parameter_count; i++) {
		str value = value_of(r, c->parameters[i]);

		if (str_equal(value, c->parameters[i]->value)) continue;
		h = (h ? h : UINT64_C(14695981039346656037)) ^ i;
		for (size_t k = 0; k < value.n; k++) h = (h ^ (uint8_t)value.p[k]) * UINT64_C(1099511628211);
	}
	return h;
}

/* ---- rows to findings -------------------------------------------------------------------------------------------- */

enum known_column { AT_ENTITY, AT_WHAT, AT_UNKNOWN, AT_INPUT, AT_FILE, AT_REGION, AT_AT, AT_LINE, KNOWN_COLUMNS };

static const char *const known_names[KNOWN_COLUMNS] = { "entity", "what", "unknown", "input", "file", "region", "at",
	"line" };

static int column_named(sqlite3_stmt *stmt, str name)
{
	for (int i = 0; i < sqlite3_column_count(stmt); i++)
		if (str_is(name, sqlite3_column_name(stmt, i))) return i;
	return -1;
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

		buf_text(&out, value && *value ? value : "not known");
	}

	str sentence = arena_str(s->keep, buf_all(&out));

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
static void place_of_entity(struct session *s, struct finding *f)
{
	sqlite3_stmt *stmt;

	f->subject = f->entity;
	if (!f->entity || !(stmt = query_cache_fixed(s->cache, QUERY_ENTITY))) return;
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

static uint64_t count_population(struct session *s, const struct check *c, struct binding *binding)
{
	struct cached_query *q = query_cache_population(s->cache, c, binding->number);
	uint64_t n = 0;

	if (!q || q->result == query_gives_nothing) return 0;
	if (q->result) return *(const uint64_t *)q->result;
	database_bind(q->stmt, bound_value, binding);

	int result = sqlite3_step(q->stmt);

	if (result == SQLITE_ROW) n = (uint64_t)sqlite3_column_int64(q->stmt, 0);
	sqlite3_reset(q->stmt);
	if (result != SQLITE_ROW) return 0;

	struct arena *memory = n ? query_cache_memory(s->cache, q) : NULL;

	if (!n) query_cache_gave_nothing(s->cache, q);
	if (memory) query_cache_gave(s->cache, q, memcpy(arena_new(memory, uint64_t), &n, sizeof(n)));
	return n;
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
	struct finding *all;
	size_t count;
};

enum { FOUND_KEPT = 32, TEXT_KEPT = 1 << 10 };

static void keep_found(struct session *s, struct cached_query *q, const struct found *found)
{
	struct arena *memory = found->count <= FOUND_KEPT ? query_cache_memory(s->cache, q) : NULL;

	for (size_t i = 0; i < found->count && memory; i++)
		if (found->all[i].sentence.n + found->all[i].unknown.n + found->all[i].what.n > TEXT_KEPT)
			memory = NULL;
	if (!found->count) query_cache_gave_nothing(s->cache, q);
	if (!found->count || !memory) return;

	struct found *kept = arena_new(memory, struct found);

	*kept = (struct found){ .all = arena_array(memory, struct finding, found->count), .count = found->count };
	memcpy(kept->all, found->all, found->count * sizeof(*kept->all));
	for (size_t i = 0; i < kept->count; i++) {
		struct finding *f = &kept->all[i];

		f->sentence = arena_str(memory, f->sentence);
		f->what = arena_str(memory, f->what);
		if (f->unknown.n) f->unknown = arena_str(memory, f->unknown);
	}
	query_cache_gave(s->cache, q, kept);
}

static bool find_rows(struct session *s, const struct check *c, struct binding *binding, struct found *ret)
{
	VEC(struct finding) findings = { 0 };
	struct cached_query *q = query_cache_check(s->cache, c, binding->number);
	int at[KNOWN_COLUMNS], result;

	*ret = (struct found){ 0 };
	if (!q) return false;
	if (q->result == query_gives_nothing) return true;
	if (q->result) {
		const struct found *kept = q->result;

		*ret = (struct found){ .all = arena_array(s->keep, struct finding, kept->count), .count = kept->count };
		memcpy(ret->all, kept->all, kept->count * sizeof(*kept->all));
		return true;
	}

	sqlite3_stmt *stmt = q->stmt;

	database_bind(stmt, bound_value, binding);
	while ((result = sqlite3_step(stmt)) == SQLITE_ROW) {
		/* Most checks find nothing: their columns are not looked for. */
		for (unsigned i = 0; i < KNOWN_COLUMNS && !findings.n; i++)
			at[i] = column_named(stmt, str_of(known_names[i]));

		struct finding *f = vec_add(s->keep, &findings);

		*f = (struct finding){
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
	sqlite3_reset(stmt);
	if (result != SQLITE_DONE) return false;
	*ret = (struct found){ .all = findings.p, .count = findings.n };
	keep_found(s, q, ret);
	return true;
}

static bool collect_rows(struct session *s, const struct check *c, struct binding *binding, struct outcome *o)
{
	struct found found;

	if (!find_rows(s, c, binding, &found)) return false;
	for (size_t i = 0; i < found.count; i++) {
		place_of_entity(s, &found.all[i]);
		place_for_people(s, &found.all[i]);
	}
	o->findings = found.all;
	o->finding_count = found.count;
	return true;
}

/* An absence is only a finding in a view that is whole: without it, the row says that nobody knows. */
static void downgrade(struct session *s, const struct check *c, struct outcome *o)
{
	struct missing *missing;
	size_t count;

	if (!c->rests.count || session_whole(s, &c->rests, &missing, &count)) return;
	for (size_t i = 0; i < o->finding_count; i++) {
		struct finding *f = &o->findings[i];

		if (!f->unknown.n)
			f->unknown = arena_printf(s->keep, "not all of it was looked at: bring %.*s",
				STR_FMT(missing[0].bring.n ? missing[0].bring : missing[0].class));
	}
	for (size_t i = 0; i < count; i++) add_missing(s, o, missing[i]);
}

/*
 * Rows that only say "not tried" say the same as no rows: nobody looked. A trial whose result was unclear is another
 * matter: somebody looked, and could not tell.
 */
static bool nothing_was_tried(const struct outcome *o)
{
	for (size_t i = 0; i < o->finding_count; i++)
		if (!str_equal(o->findings[i].unknown, STR("not tried"))) return false;
	return true;
}

/* There is none: that counts where what would show one was looked at as a whole. */
static bool none_is_known(struct session *s, const struct check *c, struct outcome *o)
{
	struct missing *missing;
	size_t count;

	if (session_whole(s, &c->empty, &missing, &count)) return true;
	for (size_t i = 0; i < count; i++) add_missing(s, o, missing[i]);
	return false;
}

static struct outcome *run_now(
	struct session *s, const struct check *c, const struct requirement *r, uint64_t binding_number)
{
	struct outcome *o = arena_new(s->keep, struct outcome);
	struct binding binding = { .session = s, .requirement = r, .number = binding_number };
	bool is_whole;

	o->check = c;
	s->cache->guard.rounds = 0;
	is_whole = session_whole(s, &c->needs, &o->missing, &o->missing_count);
	if (!collect_rows(s, c, &binding, o)) {
		o->verdict = VERDICT_INCONCLUSIVE;
		add_missing(s, o,
			(struct missing){ .class = STR("this check"),
				.reason = arena_str(s->keep, str_of(sqlite3_errmsg(s->cache->db))) });
		return o;
	}
	downgrade(s, c, o);
	if (o->finding_count) qsort(o->findings, o->finding_count, sizeof(*o->findings), by_place);
	for (size_t i = 0; i < o->finding_count; i++) o->failing += o->findings[i].unknown.n == 0;
	/* How many there are decides only where nothing was found in a whole view. */
	bool asks_how_many = c->empty_is_unknown || c->empty.count;

	if (c->over.n && (s->is_counting || (asks_how_many && is_whole && !o->finding_count)))
		o->population = count_population(s, c, &binding);

	bool is_none = c->over.n && asks_how_many && !o->population && !o->finding_count;
	bool is_empty = is_none && c->empty_is_unknown;

	if (is_none && c->empty.count) is_whole &= none_is_known(s, c, o);

	if (is_empty && is_whole)
		add_missing(s, o,
			(struct missing){ .class = STR("anything to ask about"),
				.reason = STR("nothing of the kind that this is about is in the evidence"),
				.bring = STR("an input or a list in the product file that holds what is asked about; "
					     "\"assay explain REQUIREMENT\" tells of what") });
	o->verdict = o->failing                                  ? VERDICT_FAIL
		     : o->finding_count || !is_whole || is_empty ? VERDICT_INCONCLUSIVE
								 : VERDICT_PASS;
	o->is_unlooked = o->verdict == VERDICT_INCONCLUSIVE && nothing_was_tried(o);
	return o;
}

struct outcome *run_check(struct session *s, const struct check *c, const struct requirement *r)
{
	uint64_t binding = binding_number(s, c, r);

	for (struct ran *ran = s->ran[c->number]; ran; ran = ran->next)
		if (ran->binding == binding && ran->view == s->view) return ran->outcome;

	struct ran *ran = arena_new(s->keep, struct ran);

	*ran = (struct ran){
		.next = s->ran[c->number], .binding = binding, .view = s->view, .outcome = run_now(s, c, r, binding)
	};
	s->ran[c->number] = ran;
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

/* What a finding does to a share: a failure stays one. */
static void take_finding(tri *share, const struct finding *f)
{
	if (!f->unknown.n)
		*share = NO;
	else if (*share == YES)
		*share = UNKNOWN;
}

/* A finding concerns its entity and its declared counterpart; one of nothing that could be told apart concerns each. */
static struct shares *share_out(struct session *s, const struct outcome *o, const struct population *all)
{
	struct shares *shares = arena_new(s->keep, struct shares);
	bool is_unknown = (o->verdict == VERDICT_INCONCLUSIVE && o->is_unlooked) || o->missing_count;
	tri common;

	/* Others may fail; about one of which nothing was found, that only counts where all was looked at. */
	*shares = (struct shares){
		.of = all, .whole = is_unknown ? UNKNOWN : YES, .each = arena_array(s->keep, tri, all->count + 1)
	};
	common = shares->whole;
	for (size_t i = 0; i < o->finding_count; i++) {
		const struct finding *f = &o->findings[i];
		bool is_of_one = f->entity && (population_find(all, f->entity) < all->count ||
						      population_find(all, f->subject) < all->count);

		take_finding(&shares->whole, f);
		if (!is_of_one) take_finding(&common, f);
	}
	for (size_t i = 0; i <= all->count; i++) shares->each[i] = common;
	for (size_t i = 0; i < o->finding_count; i++) {
		const struct finding *f = &o->findings[i];
		size_t own = f->entity ? population_find(all, f->entity) : all->count;
		size_t declared = f->entity ? population_find(all, f->subject) : all->count;

		if (own < all->count) take_finding(&shares->each[own], f);
		if (declared < all->count) take_finding(&shares->each[declared], f);
	}
	return shares;
}

tri outcome_for(struct session *s, struct outcome *o, int64_t entity, const struct population *all)
{
	struct shares *shares = o->shares;

	while (shares && shares->of != all) shares = shares->next;
	if (!shares) {
		shares = share_out(s, o, all);
		shares->next = o->shares;
		o->shares = shares;
	}
	return entity ? shares->each[population_find(all, entity)] : shares->whole;
}
