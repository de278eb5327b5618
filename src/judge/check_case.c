#include "judge/check_case.h"

#include "judge/session.h"
#include "query/functions.h"

/* ---- reading ----------------------------------------------------------------------------------------------------- */

struct case_reader {
	struct arena *keep;
	struct check_cases *cases;
	struct check_case *open; /* the case that lines go to */
	const char *file;
	uint32_t line;
};

static void complain(struct case_reader *r, const char *what, str word)
{
	*vec_add(r->keep, &r->cases->problems) =
		arena_printf(r->keep, "%s:%u: %s: %.*s", r->file, r->line, what, STR_FMT(word));
}

static void add_covered(struct case_reader *r, str list)
{
	struct check_case *c = r->open;
	VEC(str) classes = { 0 };
	str class;

	for (size_t i = 0; i < c->covered_count; i++) *vec_add(r->keep, &classes) = c->covered[i];
	while (str_split(&list, ',', &class))
		if (str_trim(class).n) *vec_add(r->keep, &classes) = str_trim(class);
	c->covered = classes.p;
	c->covered_count = classes.n;
}

static void set_expected(struct case_reader *r, str word)
{
	static const enum verdict outcomes[] = { VERDICT_PASS, VERDICT_FAIL, VERDICT_INCONCLUSIVE };

	for (size_t i = 0; i < sizeof(outcomes) / sizeof(*outcomes); i++) {
		if (!str_is(word, verdict_word(outcomes[i]))) continue;
		r->open->expect = outcomes[i];
		return;
	}
	complain(r, "a check's outcome is pass, fail or inconclusive", word);
}

/* "-- key: value"; false: a comment of its own. */
static bool read_key(struct case_reader *r, str line, str check)
{
	str rest = str_trim((str){ line.p + 2, line.n - 2 }), key;

	if (!str_split(&rest, ':', &key) || !rest.p) return false;
	rest = str_trim(rest);
	if (str_is(key, "case")) {
		r->open = vec_add(r->keep, &r->cases->all);
		*r->open = (struct check_case){
			.check = check, .name = rest, .place = { .file = r->file, .line = r->line, .column = 1 }
		};
		return true;
	}
	if (!r->open) {
		complain(r, "a file begins with \"-- case:\"", line);
	} else if (str_is(key, "expect")) {
		set_expected(r, rest);
	} else if (str_is(key, "finding")) {
		r->open->finding = rest;
	} else if (str_is(key, "covered")) {
		add_covered(r, rest);
	} else {
		return false;
	}
	return true;
}

static void read_lines(struct case_reader *r, str text, str check)
{
	str line;

	while (str_line(&text, &line)) {
		r->line++;
		if (str_starts(line, "--") && read_key(r, line, check)) continue;
		if (!str_trim(line).n || str_starts(line, "--")) continue;
		if (!r->open)
			complain(r, "a file begins with \"-- case:\"", line);
		else if (!r->open->sql.n)
			r->open->sql = line;
		else
			r->open->sql.n = (size_t)(line.p + line.n - r->open->sql.p);
	}
}

void check_cases_parse(struct arena *keep, str text, const char *file, str check, struct check_cases *cases)
{
	struct case_reader r = { .keep = keep, .cases = cases, .file = file };
	size_t first = cases->all.n;

	read_lines(&r, text, check);
	for (size_t i = first; i < cases->all.n; i++)
		if (cases->all.p[i].expect == VERDICT_NOT_APPLICABLE)
			complain(&r, "the case does not say what it expects", cases->all.p[i].name);
}

/* ---- trying ------------------------------------------------------------------------------------------------------ */

/* Cases come with rule data of others: their statements can reach no file and change no setting. */
static int only_rows(void *self, int action, const char *a, const char *b, const char *database, const char *trigger)
{
	(void)self;
	(void)a;
	(void)database;
	(void)trigger;
	switch (action) {
	case SQLITE_INSERT:
	case SQLITE_UPDATE:
	case SQLITE_DELETE:
	case SQLITE_SELECT:
	case SQLITE_READ:
	case SQLITE_RECURSIVE:
		return SQLITE_OK;
	case SQLITE_FUNCTION:
		return query_may_call(b) ? SQLITE_OK : SQLITE_DENY;
	default:
		return SQLITE_DENY;
	}
}

static void put_rows(sqlite3 *db, str sql, struct arena *keep, str *ret_error)
{
	char *message = NULL;

	if (ret_error->n || sqlite3_exec(db, arena_str(keep, sql).p, NULL, NULL, &message) == SQLITE_OK) return;
	*ret_error = arena_str(keep, str_of(message ? message : sqlite3_errmsg(db)));
	sqlite3_free(message);
}

err check_case_evidence(const struct check_case *c, struct arena *keep, struct evidence **ret, str *ret_error)
{
	TRY(evidence_create(NULL, ret));

	sqlite3 *db = evidence_db(*ret);

	*ret_error = (str){ 0 };
	put_rows(db, STR("INSERT INTO input(id, kind, name) VALUES(1, 'image', 'firmware.bin')"), keep, ret_error);
	for (size_t i = 0; i < c->covered_count; i++) {
		sqlite3_stmt *stmt = NULL;

		if (sqlite3_prepare_v2(db, "INSERT OR REPLACE INTO coverage(input, class, state) VALUES(1, ?, 'full')",
			    -1, &stmt, NULL) != SQLITE_OK)
			break;
		sqlite3_bind_text(stmt, 1, c->covered[i].p, (int)c->covered[i].n, SQLITE_STATIC);
		if (sqlite3_step(stmt) != SQLITE_DONE && !ret_error->n)
			*ret_error = arena_str(keep, str_of(sqlite3_errmsg(db)));
		sqlite3_finalize(stmt);
	}
	sqlite3_set_authorizer(db, only_rows, NULL);
	put_rows(db, c->sql, keep, ret_error);
	sqlite3_set_authorizer(db, NULL, NULL);
	return OK;
}

err check_try(const struct rules *rules, const struct check *c, struct evidence *evidence, str on, struct arena *keep,
	const struct outcome **ret)
{
	struct session s = { .rules = rules, .keep = keep, .on = on, .is_counting = true };
	struct evidence_view v;
	err e = query_cache_open(rules, evidence_db(evidence), &s.cache);

	if (!e.is) e = session_open(&s);
	if (!e.is) e = view_open(&s, &boundary_none, NULL, &v);
	if (!e.is) *ret = run_check(&v, c, NULL);
	query_cache_close(s.cache);
	return e;
}

bool check_case_holds(const struct check_case *c, const struct outcome *o)
{
	bool says_it = !c->finding.n;

	for (size_t i = 0; i < o->finding_count; i++) says_it |= str_equal(o->findings[i].sentence, c->finding);
	return o->verdict == c->expect && says_it;
}
