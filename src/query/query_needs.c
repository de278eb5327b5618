#include "query/query_needs.h"

#include "base/buf.h"

#include <stdlib.h>

/* ---- what instructions do ---------------------------------------------------------------------------------------- */

enum effect {
	PLAIN,     /* goes on with the next */
	JUMPS,     /* goes on with the next, or with p2 */
	FINDS,     /* of cursor p1: goes on with p2 where it is empty, and perhaps else */
	MISSES,    /* of cursor p1: goes on with the next where it is empty, and perhaps else with p2 */
	FILLS,     /* puts a row behind cursor p1 */
	OPENS,     /* opens cursor p1 on root page p2 of database p3 */
	OPENS_OWN, /* opens cursor p1 on a table of the query's own, which is empty at first */
	GIVES,     /* gives a row */
	GOES,      /* to p2 */
	CALLS,     /* next, p2 and p3: there and back again */
	FORKS,     /* p1, p2 and p3 */
	ENDS,
	UNKNOWN_EFFECT,
};

/* By name, in order. */
static const struct meaning {
	const char *name;
	enum effect effect;
} instructions[] = {
	{ "Add", PLAIN },
	{ "AddImm", PLAIN },
	{ "Affinity", PLAIN },
	{ "AggFinal", PLAIN },
	{ "AggInverse", PLAIN },
	{ "AggStep", PLAIN },
	{ "AggValue", PLAIN },
	{ "And", PLAIN },
	{ "BeginSubrtn", PLAIN },
	{ "BitAnd", PLAIN },
	{ "BitNot", PLAIN },
	{ "BitOr", PLAIN },
	{ "Blob", PLAIN },
	{ "Cast", PLAIN },
	{ "Clear", PLAIN },
	{ "Close", PLAIN },
	{ "ClrSubtype", PLAIN },
	{ "CollSeq", PLAIN },
	{ "Column", PLAIN },
	{ "Compare", PLAIN },
	{ "Concat", PLAIN },
	{ "Copy", PLAIN },
	{ "Count", PLAIN },
	{ "DecrJumpZero", JUMPS },
	{ "DeferredSeek", PLAIN },
	{ "Delete", PLAIN },
	{ "Divide", PLAIN },
	{ "ElseEq", JUMPS },
	{ "EndCoroutine", ENDS }, /* back to a Yield, whose ways on are all taken */
	{ "Eq", JUMPS },
	{ "Explain", PLAIN },
	{ "Filter", JUMPS },
	{ "FilterAdd", PLAIN },
	{ "FinishSeek", PLAIN },
	{ "Found", MISSES },
	{ "Function", PLAIN },
	{ "Ge", JUMPS },
	{ "GetSubtype", PLAIN },
	{ "Gosub", CALLS },
	{ "Goto", GOES },
	{ "Gt", JUMPS },
	{ "Halt", ENDS },
	{ "IdxGE", JUMPS },
	{ "IdxGT", JUMPS },
	{ "IdxInsert", FILLS },
	{ "IdxLE", JUMPS },
	{ "IdxLT", JUMPS },
	{ "IdxRowid", PLAIN },
	{ "If", JUMPS },
	{ "IfNoHope", JUMPS },
	{ "IfNot", JUMPS },
	{ "IfNotOpen", JUMPS },
	{ "IfNotZero", JUMPS },
	{ "IfNullRow", JUMPS },
	{ "IfPos", JUMPS },
	{ "Init", GOES },
	{ "InitCoroutine", CALLS },
	{ "Insert", FILLS },
	{ "Int64", PLAIN },
	{ "IntCopy", PLAIN },
	{ "Integer", PLAIN },
	{ "IsNull", JUMPS },
	{ "IsTrue", PLAIN },
	{ "Jump", FORKS },
	{ "Last", FINDS },
	{ "Le", JUMPS },
	{ "Lt", JUMPS },
	{ "MakeRecord", PLAIN },
	{ "Move", PLAIN },
	{ "Multiply", PLAIN },
	{ "MustBeInt", JUMPS },
	{ "Ne", JUMPS },
	{ "NewRowid", PLAIN },
	{ "Next", JUMPS },
	{ "NoConflict", FINDS },
	{ "Noop", PLAIN },
	{ "Not", PLAIN },
	{ "NotExists", FINDS },
	{ "NotFound", FINDS },
	{ "NotNull", JUMPS },
	{ "Null", PLAIN },
	{ "NullRow", PLAIN },
	{ "OffsetLimit", PLAIN },
	{ "Once", JUMPS },
	{ "OpenAutoindex", OPENS_OWN },
	{ "OpenEphemeral", OPENS_OWN },
	{ "OpenPseudo", PLAIN },
	{ "OpenRead", OPENS },
	{ "Or", PLAIN },
	{ "Permutation", PLAIN },
	{ "Prev", JUMPS },
	{ "PureFunc", PLAIN },
	{ "ReadCookie", PLAIN },
	{ "Real", PLAIN },
	{ "RealAffinity", PLAIN },
	{ "Remainder", PLAIN },
	{ "ReopenIdx", OPENS },
	{ "ResetSorter", PLAIN },
	{ "ResultRow", GIVES },
	{ "Return", PLAIN }, /* behind a Gosub, whose ways on are all taken; or just on */
	{ "Rewind", FINDS },
	{ "RowSetAdd", PLAIN },
	{ "RowSetRead", JUMPS },
	{ "RowSetTest", JUMPS },
	{ "Rowid", PLAIN },
	{ "SCopy", PLAIN },
	{ "SeekGE", FINDS },
	{ "SeekGT", FINDS },
	{ "SeekHit", PLAIN },
	{ "SeekLE", FINDS },
	{ "SeekLT", FINDS },
	{ "SeekRowid", FINDS },
	{ "Sequence", PLAIN },
	{ "SetSubtype", PLAIN },
	{ "ShiftLeft", PLAIN },
	{ "ShiftRight", PLAIN },
	{ "SoftNull", PLAIN },
	{ "Sort", FINDS },
	{ "SorterData", PLAIN },
	{ "SorterInsert", FILLS },
	{ "SorterNext", JUMPS },
	{ "SorterOpen", OPENS_OWN },
	{ "SorterSort", FINDS },
	{ "String", PLAIN },
	{ "String8", PLAIN },
	{ "Subtract", PLAIN },
	{ "Transaction", PLAIN },
	{ "VColumn", PLAIN },
	{ "VFilter", JUMPS },
	{ "VNext", JUMPS },
	{ "VOpen", PLAIN },
	{ "Variable", PLAIN },
	{ "Yield", CALLS },
	{ "ZeroOrNull", PLAIN },
};

static int by_instruction(const void *name, const void *meaning)
{
	return strcmp(name, ((const struct meaning *)meaning)->name);
}

static enum effect effect_of(const char *name)
{
	const struct meaning *found = bsearch(name, instructions, sizeof(instructions) / sizeof(*instructions),
		sizeof(*instructions), by_instruction);

	return found ? found->effect : UNKNOWN_EFFECT;
}

/* ---- the program ------------------------------------------------------------------------------------------------- */

enum { INSTRUCTIONS_MOST = 4096, CURSORS_MOST = 128, P2_IS_REGISTER = 0x10 };

struct instruction {
	enum effect effect;
	int p[4]; /* p1 to p3 */
};

enum behind { BEHIND_UNKNOWN, BEHIND_TABLE, BEHIND_OWN };

struct program {
	struct instruction *all;
	size_t count;
	struct cursor {
		enum behind behind;
		size_t table;
		bool is_empty; /* while one table is */
	} cursors[CURSORS_MOST];
	bool *is_reached;
	size_t *waiting;
};

static bool read_program(sqlite3 *db, str sql, struct program *p)
{
	struct buf text = { 0 };
	sqlite3_stmt *stmt = NULL;
	bool is_known;

	buf_text(&text, "EXPLAIN ");
	buf_str(&text, sql);
	is_known = sqlite3_prepare_v2(db, text.p, (int)text.n, &stmt, NULL) == SQLITE_OK;
	while (is_known && sqlite3_step(stmt) == SQLITE_ROW) {
		struct instruction *i = &p->all[p->count++];

		*i = (struct instruction){ .effect = effect_of((const char *)sqlite3_column_text(stmt, 1)) };
		for (int k = 1; k <= 3; k++) i->p[k] = sqlite3_column_int(stmt, k + 1);
		/* The root page stands in a register: it could be any. */
		if (i->effect == OPENS && (sqlite3_column_int(stmt, 6) & P2_IS_REGISTER)) i->effect = UNKNOWN_EFFECT;
		is_known = i->effect != UNKNOWN_EFFECT && p->count < INSTRUCTIONS_MOST;
	}
	sqlite3_finalize(stmt);
	buf_free(&text);
	return is_known && p->count;
}

static int by_name(const void *name, const void *table)
{
	return str_compare(*(const str *)name, *(const str *)table);
}

/* The table that a root page is of, or an index of it. */
static bool find_table(sqlite3_stmt *roots, int page, const str *names, size_t count, size_t *ret)
{
	const str *found = NULL;

	sqlite3_bind_int(roots, 1, page);
	if (sqlite3_step(roots) == SQLITE_ROW) {
		str name = str_of((const char *)sqlite3_column_text(roots, 0));

		found = count ? bsearch(&name, names, count, sizeof(name), by_name) : NULL;
	}
	sqlite3_reset(roots);
	if (found) *ret = (size_t)(found - names);
	return found;
}

/* A cursor that is opened more than once, on different things, is on something unknown. */
static bool find_cursors(sqlite3_stmt *roots, struct program *p, const str *names, size_t count)
{
	bool is_seen[CURSORS_MOST] = { 0 };

	for (size_t i = 0; i < p->count && roots; i++) {
		const struct instruction *in = &p->all[i];
		struct cursor c = { .behind = BEHIND_OWN };

		if (in->effect != OPENS && in->effect != OPENS_OWN) continue;
		if (in->p[1] < 0 || in->p[1] >= CURSORS_MOST) return false;
		if (in->effect == OPENS)
			c.behind = in->p[3] == 0 && find_table(roots, in->p[2], names, count, &c.table)
					   ? BEHIND_TABLE
					   : BEHIND_UNKNOWN;

		struct cursor *own = &p->cursors[in->p[1]];

		if (is_seen[in->p[1]] && (own->behind != c.behind || own->table != c.table)) c.behind = BEHIND_UNKNOWN;
		is_seen[in->p[1]] = true;
		*own = c;
	}
	return roots;
}

/* ---- where it can go --------------------------------------------------------------------------------------------- */

static bool is_empty(const struct program *p, int cursor)
{
	return cursor >= 0 && cursor < CURSORS_MOST && p->cursors[cursor].is_empty;
}

static void reach(struct program *p, int at, size_t *n)
{
	if (at < 0 || (size_t)at >= p->count || p->is_reached[at]) return;
	p->is_reached[at] = true;
	p->waiting[(*n)++] = (size_t)at;
}

static void walk(struct program *p)
{
	size_t n = 0;

	memset(p->is_reached, 0, p->count * sizeof(*p->is_reached));
	reach(p, 0, &n);
	while (n) {
		size_t at = p->waiting[--n];
		const struct instruction *i = &p->all[at];
		bool is_cut = (i->effect == FINDS || i->effect == MISSES) && i->p[2] > 0 && is_empty(p, i->p[1]);
		bool has_next =
			i->effect != GOES && i->effect != ENDS && i->effect != FORKS && !(is_cut && i->effect == FINDS);
		bool has_second = i->effect == JUMPS || i->effect == GOES || i->effect == CALLS || i->effect == FORKS ||
				  i->effect == FINDS || (i->effect == MISSES && !is_cut);

		if (has_next) reach(p, (int)at + 1, &n);
		if (has_second) reach(p, i->p[2], &n);
		if (i->effect == CALLS || i->effect == FORKS) reach(p, i->p[3], &n);
		if (i->effect == FORKS) reach(p, i->p[1], &n);
	}
}

/* A table of the query's own is empty when nothing that fills it is reached. */
static bool find_more_empty(struct program *p)
{
	bool is_filled[CURSORS_MOST] = { 0 }, is_more = false;

	for (size_t i = 0; i < p->count; i++)
		if (p->is_reached[i] && p->all[i].effect == FILLS && p->all[i].p[1] >= 0 &&
			p->all[i].p[1] < CURSORS_MOST)
			is_filled[p->all[i].p[1]] = true;
	for (size_t c = 0; c < CURSORS_MOST; c++) {
		if (p->cursors[c].behind != BEHIND_OWN || p->cursors[c].is_empty || is_filled[c]) continue;
		p->cursors[c].is_empty = is_more = true;
	}
	return is_more;
}

static bool gives_none_without(struct program *p, size_t table)
{
	for (size_t c = 0; c < CURSORS_MOST; c++)
		p->cursors[c].is_empty = p->cursors[c].behind == BEHIND_TABLE && p->cursors[c].table == table;
	do walk(p);
	while (find_more_empty(p));
	for (size_t i = 0; i < p->count; i++)
		if (p->is_reached[i] && p->all[i].effect == GIVES) return false;
	return true;
}

void query_needed_tables(
	sqlite3 *db, str sql, const str *names, size_t count, const struct tables *reads, struct tables *ret)
{
	struct program p = { .all = calloc(INSTRUCTIONS_MOST, sizeof(*p.all)),
		.is_reached = calloc(INSTRUCTIONS_MOST, sizeof(*p.is_reached)),
		.waiting = calloc(INSTRUCTIONS_MOST, sizeof(*p.waiting)) };
	sqlite3_stmt *roots = NULL;

	if (!p.all || !p.is_reached || !p.waiting) abort();
	*ret = (struct tables){ 0 };
	sqlite3_prepare_v2(db, "SELECT tbl_name FROM main.sqlite_master WHERE rootpage = ?1", -1, &roots, NULL);
	if (read_program(db, sql, &p) && find_cursors(roots, &p, names, count))
		for (size_t t = 0; t < count; t++)
			if ((reads->bits[t / 64] >> t % 64 & 1) && gives_none_without(&p, t))
				ret->bits[t / 64] |= UINT64_C(1) << t % 64;
	sqlite3_finalize(roots);
	free(p.all);
	free(p.is_reached);
	free(p.waiting);
}
