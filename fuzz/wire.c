/* What a reader sends through its pipe, when the bytes that it read have taken it over: the writer trusts none of it,
 * and comes back. */
#include "source/derive.h"
#include "evidence/run.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

/* Each kind of reader sends the same: it may write what its role names, and nothing else. */
static void read_as(struct evidence *e, const struct jail_role *role, span rest)
{
	int64_t input;

	if (evidence_clear(e).is) abort();
	if (evidence_input(e, &(struct input_row){ .kind = str_of(role->name), .name = STR("x") }, &input).is) abort();

	struct evidence_run *run = evidence_run_begin(e, input, role, (str){ 0 });
	struct run_death death = { .outcome = "void", .why = "refused", .is_void = true };
	err taken = OK;

	/* In pieces, as a pipe gives them. */
	while (rest.n && !taken.is) {
		size_t piece = rest.n < 61 ? rest.n : 61;

		taken = evidence_run_take(run, (span){ rest.p, piece });
		rest = (span){ rest.p + piece, rest.n - piece };
	}
	if (evidence_run_end(run, taken.is ? &death : NULL, "", (str){ 0 }).is) abort();
	if (derive(e).is) abort();
}

static bool any(struct evidence *e, const char *sql)
{
	sqlite3_stmt *stmt = NULL;
	bool is_there = sqlite3_prepare_v2(evidence_db(e), sql, -1, &stmt, NULL) == SQLITE_OK &&
			sqlite3_step(stmt) == SQLITE_ROW;

	sqlite3_finalize(stmt);
	return is_there;
}

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	static struct evidence *e;

	if (!e && evidence_create(NULL, &e).is) abort();
	for (const struct jail_role *const *role = jail_roles; *role; role++) {
		if (!(*role)->evidence) continue;
		read_as(e, *role, (span){ p, n });
		if (any(e, "SELECT 1 FROM answer WHERE basis = 'tested'") || any(e, "SELECT 1 FROM trial")) abort();
		if (*role == &role_image &&
			any(e, "SELECT 1 FROM entity WHERE basis = 'declared' UNION ALL SELECT 1 FROM held "
			       "UNION ALL SELECT 1 FROM profile"))
			abort();
		if (*role != &role_image &&
			any(e, "SELECT 1 FROM file UNION ALL SELECT 1 FROM entity WHERE basis = 'observed'"))
			abort();
	}
	return 0;
}
