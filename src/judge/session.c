#include "judge/session.h"

#include <stdlib.h>

str session_text(struct session *s, sqlite3_stmt *stmt, int column)
{
	const char *text = (const char *)sqlite3_column_text(stmt, column);
	int n = sqlite3_column_bytes(stmt, column);

	return text ? arena_str(s->keep, (str){ text, (size_t)n }) : (str){ 0 };
}

static err prepare(struct session *s, const char *sql, sqlite3_stmt **ret)
{
	int result = sqlite3_prepare_v2(s->db, sql, -1, ret, NULL);

	return result == SQLITE_OK ? OK : fail(&database_failed, (uint64_t)result);
}

/* ---- what does not depend on a boundary ------------------------------------------------------------------------------ */

static err load_profile(struct session *s)
{
	VEC(struct profile_value) values = { 0 };
	sqlite3_stmt *stmt;

	TRY(prepare(s, "SELECT name, value, coalesce(author, '') FROM main.profile ORDER BY name", &stmt));
	while (sqlite3_step(stmt) == SQLITE_ROW)
		*vec_add(s->keep, &values) = (struct profile_value){ .name = session_text(s, stmt, 0),
			.value = session_text(s, stmt, 1),
			.author = session_text(s, stmt, 2) };
	sqlite3_finalize(stmt);
	s->profile = values.p;
	s->profile_count = values.n;
	return OK;
}

static enum strength strength_of(str basis)
{
	if (str_is(basis, "person")) return STRENGTH_PERSON;
	if (str_is(basis, "documented")) return STRENGTH_DOCUMENTED;
	return STRENGTH_DECLARED;
}

static err load_answers(struct session *s)
{
	sqlite3_stmt *stmt;

	TRY(prepare(s,
		"SELECT question, entity, value, unit, basis, author, answered, expires, reason FROM main.answer"
		" ORDER BY question, entity, answered DESC, author",
		&stmt));
	while (sqlite3_step(stmt) == SQLITE_ROW)
		*vec_add(s->keep, &s->answers) = (struct answer){
			.question = session_text(s, stmt, 0),
			.entity = sqlite3_column_int64(stmt, 1),
			.value = session_text(s, stmt, 2),
			.unit = session_text(s, stmt, 3),
			.strength = strength_of(session_text(s, stmt, 4)),
			.author = session_text(s, stmt, 5),
			.answered = session_text(s, stmt, 6),
			.expires = session_text(s, stmt, 7),
			.reason = session_text(s, stmt, 8),
		};
	sqlite3_finalize(stmt);
	return OK;
}

err session_open(struct session *s)
{
	s->ran = arena_array(s->keep, struct ran *, s->rules->checks.n);
	s->statements = calloc(s->rules->checks.n + 1, sizeof(*s->statements));
	s->conditions = arena_array(s->keep, struct condition_state, s->rules->conditions.n);
	s->populations = arena_array(s->keep, struct population, s->rules->kinds.n);
	s->boundary_number = UINT32_MAX;
	if (!s->statements) abort();
	TRY(database_references(s->db, s->rules));
	TRY(load_profile(s));
	return load_answers(s);
}

/* ---- what does ------------------------------------------------------------------------------------------------------- */

static err load_coverage(struct session *s)
{
	sqlite3_stmt *stmt;
	bool has_ages = false;

	for (size_t i = 0; i < s->rules->references.n; i++)
		has_ages |= str_is(s->rules->references.p[i].name, "ref_boundary");
	s->coverage.n = 0;

	/* An image or a declaration is what its digest says for ever; a page, a capture and a device are what they were when taken. */
	TRY(prepare(s,
		has_ages ? "SELECT c.class, c.state = 'full' AND (i.kind IN ('image', 'directory', 'product') OR "
			   "i.taken IS NULL OR julianday(?1) - julianday(i.taken) <= "
			   " min(CASE WHEN ?2 > 0 THEN ?2 ELSE 1e9 END, coalesce((SELECT min(b.max_age_days) FROM "
			   "ref_boundary AS b WHERE b.class = c.class), 1e9))),"
			   " c.reason, c.bring, c.state FROM coverage AS c JOIN input AS i ON i.id = c.input ORDER BY "
			   "c.class, c.input"
			 : "SELECT c.class, c.state = 'full' AND (i.kind IN ('image', 'directory', 'product') OR "
			   "i.taken IS NULL OR ?2 = 0 OR julianday(?1) - julianday(i.taken) <= ?2),"
			   " c.reason, c.bring, c.state FROM coverage AS c JOIN input AS i ON i.id = c.input ORDER BY "
			   "c.class, c.input",
		&stmt));
	sqlite3_bind_text(stmt, 1, s->on.p, (int)s->on.n, SQLITE_STATIC);
	sqlite3_bind_int64(stmt, 2, s->boundary_days);
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		struct covered *c = vec_add(s->keep, &s->coverage);

		*c = (struct covered){ .class = session_text(s, stmt, 0),
			.is_whole = sqlite3_column_int(stmt, 1),
			.reason = session_text(s, stmt, 2),
			.bring = session_text(s, stmt, 3) };
		if (!c->is_whole && str_is(session_text(s, stmt, 4), "full"))
			c->reason = STR("the evidence is too old for the day judged for");
	}
	sqlite3_finalize(stmt);
	return OK;
}

static void drop_statements(struct session *s)
{
	for (size_t i = 0; i < s->rules->checks.n; i++) {
		sqlite3_finalize(s->statements[i]);
		s->statements[i] = NULL;
	}
	sqlite3_finalize(s->place);
	s->place = NULL;
}

err session_bound(struct session *s, const struct boundary *boundary, uint32_t days, uint32_t number)
{
	if (s->boundary_number == number) return OK;
	database_free_rein(s->db);
	drop_statements(s);
	memset(s->conditions, 0, s->rules->conditions.n * sizeof(*s->conditions));
	memset(s->populations, 0, s->rules->kinds.n * sizeof(*s->populations));
	s->boundary = *boundary;
	s->boundary_days = days;
	s->boundary_number = number;
	TRY(database_bound(s->db, boundary));
	TRY(load_coverage(s));
	TRY(prepare(s,
		"SELECT i.id, i.name, f.path, f.region, r.kind, r.at FROM main.input AS i LEFT JOIN main.file AS f ON "
		"f.id = ?2"
		" LEFT JOIN main.region AS r ON r.id = coalesce(?3, f.region) WHERE i.id = coalesce(?1, f.input, "
		"r.input)"
		" OR (?1 IS NULL AND i.id = (SELECT input FROM main.file WHERE id = ?2)) LIMIT 1",
		&s->place));
	database_guard(s->db, &s->guard_rounds);
	return OK;
}

void session_close(struct session *s)
{
	database_free_rein(s->db);
	drop_statements(s);
	free(s->statements);
	s->statements = NULL;
	(void)database_bound(s->db, &(struct boundary){ 0 }).is;
}

/* ---- asking ---------------------------------------------------------------------------------------------------------- */

bool session_covers(const struct session *s, str class)
{
	for (size_t i = 0; i < s->coverage.n; i++)
		if (s->coverage.p[i].is_whole && str_equal(s->coverage.p[i].class, class)) return true;
	return false;
}

static struct missing why_missing(struct session *s, str class)
{
	const struct coverage_class *known = rules_class(s->rules, class);
	struct missing m = { .class = class };

	for (size_t i = 0; i < s->coverage.n; i++) {
		const struct covered *c = &s->coverage.p[i];

		if (!str_equal(c->class, class)) continue;
		if (c->reason.n) m.reason = c->reason;
		if (c->bring.n) m.bring = c->bring;
	}
	if (!m.bring.n && known) m.bring = known->bring;
	return m;
}

bool session_whole(struct session *s, const struct classes *classes, struct missing **ret_missing, size_t *ret_count)
{
	VEC(struct missing) missing = { 0 };

	for (size_t i = 0; i < classes->count; i++) {
		const struct class_group *g = &classes->groups[i];
		bool is_whole = false;

		for (size_t j = 0; j < g->count && !is_whole; j++) is_whole = session_covers(s, g->classes[j]);
		if (!is_whole && g->count) *vec_add(s->keep, &missing) = why_missing(s, g->classes[0]);
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

static void load_population(struct session *s, const struct kind *k, struct population *p)
{
	VEC(struct subject) subjects = { 0 };
	sqlite3_stmt *stmt = NULL;
	str among = k->sql.n ? k->sql : STR("SELECT id FROM entity WHERE kind = ?1");
	str sql = arena_printf(s->keep,
		"SELECT e.id, e.name, coalesce(a.class, d.class, p.class) FROM subject AS e"
		" LEFT JOIN asset AS a ON a.entity = e.id LEFT JOIN data AS d ON d.entity = e.id"
		" LEFT JOIN parameter AS p ON p.entity = e.id WHERE e.id IN (%.*s) ORDER BY e.name, e.id",
		STR_FMT(among));

	if (sqlite3_prepare_v2(s->db, sql.p, (int)sql.n, &stmt, NULL) == SQLITE_OK) {
		if (!k->sql.n) sqlite3_bind_text(stmt, 1, k->name.p, (int)k->name.n, SQLITE_STATIC);
		while (sqlite3_step(stmt) == SQLITE_ROW)
			*vec_add(s->keep, &subjects) = (struct subject){ .id = sqlite3_column_int64(stmt, 0),
				.name = session_text(s, stmt, 1),
				.class = session_text(s, stmt, 2) };
	}
	sqlite3_finalize(stmt);
	*p = (struct population){ .is_known = true,
		.subjects = subjects.p,
		.count = subjects.n,
		.seats = arena_array(s->keep, struct seat, subjects.n + 1) };
	for (size_t i = 0; i < p->count; i++) p->seats[i] = (struct seat){ p->subjects[i].id, i };
	if (p->count) qsort(p->seats, p->count, sizeof(*p->seats), by_id);
}

const struct population *session_population(struct session *s, str kind)
{
	static const struct population none = { 0 };
	static struct subject itself = { .name = { "the product", sizeof("the product") - 1 } };
	static const struct population product = { .is_known = true, .subjects = &itself, .count = 1 };
	const struct kind *k = rules_kind(s->rules, kind);

	if (!kind.n) return &product;
	if (!k) return &none;

	struct population *p = &s->populations[k->number];

	if (k->is_product) return &product;
	if (!p->is_known) load_population(s, k, p);
	return p;
}

str session_profile(const struct session *s, str name, str *ret_author)
{
	for (size_t i = 0; i < s->profile_count; i++) {
		if (!str_equal(s->profile[i].name, name)) continue;
		if (ret_author) *ret_author = s->profile[i].author;
		return s->profile[i].value;
	}
	return (str){ 0 };
}
