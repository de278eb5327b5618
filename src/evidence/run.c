#include "evidence/run.h"

#include "base/buf.h"
#include "base/exhausted.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "evidence/granted.h"
#include "evidence/wire.h"

#include <stdio.h>
#include <stdlib.h>

const struct fault run_bad_frame = { FAULT_INPUT, "wire.bad-frame", "a frame that no reader of ours writes" };
const struct fault run_bad_row = { FAULT_INPUT, "wire.bad-row", "a row that does not fit its table" };
const struct fault run_too_many_rows = { FAULT_LIMIT, "wire.too-many-rows", "more rows than any product has" };
const struct fault run_not_granted = { FAULT_INPUT, "wire.not-granted", "a row that no reader of this kind writes" };
const struct fault run_after_end = { FAULT_INPUT, "wire.after-end", "a frame after the reader's last word" };

/* Numbers of evidence_statement(): two for each table, then these. */
enum { STATEMENT_BEGIN = 2 * TABLE_COUNT, STATEMENT_END, STATEMENT_MARK, STATEMENT_UNDO, STATEMENT_KEEP };

struct evidence_run {
	struct evidence *evidence;
	sqlite3 *db;
	const struct jail_role *role;
	struct granted granted[TABLE_COUNT]; /* what the role may write, looked up when a table is first written */
	int64_t input, rowid;
	sqlite3_stmt *inserts[TABLE_COUNT]; /* the evidence's own */
	int64_t base[TABLE_COUNT];          /* the highest id before this run */
	uint32_t count[TABLE_COUNT];        /* rows of this run */
	uint32_t referred[TABLE_COUNT];     /* the highest row number that a reference names */
	bool is_left_out;                   /* the row at hand is one too many, or refers to one */
	bool is_cut[TABLE_COUNT];           /* rows were left out */
	struct buf pending;                 /* the piece of a frame that has come */
	struct buf text;                    /* one row's texts, made safe */
	struct run_state state;
	struct buf fault;
	struct buf refused; /* in words */
	uint64_t frames;
};

static bool has_id(const struct wire_table *t)
{
	return t->columns[0].name && t->columns[0].kind == COLUMN_ID;
}

static int64_t highest_id(struct evidence *e, unsigned table)
{
	char sql[96];
	int64_t id = 0;

	snprintf(sql, sizeof(sql), "SELECT coalesce(max(id), 0) FROM main.\"%s\"", wire_tables[table].name);

	sqlite3_stmt *stmt = evidence_statement(e, TABLE_COUNT + table, sql);

	if (stmt && sqlite3_step(stmt) == SQLITE_ROW) id = sqlite3_column_int64(stmt, 0);
	if (stmt) sqlite3_reset(stmt);
	return id;
}

/* Rows that say the same thing twice (a profile value, a symbol) are one. */
static sqlite3_stmt *insert_for(struct evidence_run *run, enum fact_table table)
{
	if (run->inserts[table]) return run->inserts[table];

	const struct wire_table *t = &wire_tables[table];
	struct buf sql = { 0 };

	buf_printf(&sql, "INSERT INTO main.\"%s\"(", t->name);
	for (const struct wire_column *c = t->columns; c->name; c++)
		buf_printf(&sql, "%s\"%s\"", c == t->columns ? "" : ", ", c->name);
	buf_text(&sql, ") VALUES(");
	for (const struct wire_column *c = t->columns; c->name; c++) buf_text(&sql, c == t->columns ? "?" : ", ?");
	buf_text(&sql, ") ON CONFLICT DO NOTHING");
	buf_char(&sql, '\0');
	run->inserts[table] = evidence_statement(run->evidence, table, sql.p);
	buf_free(&sql);
	return run->inserts[table];
}

static bool step(struct evidence_run *run, unsigned number, const char *sql)
{
	sqlite3_stmt *stmt = evidence_statement(run->evidence, number, sql);
	bool is_done = stmt && sqlite3_step(stmt) == SQLITE_DONE;

	if (stmt) sqlite3_reset(stmt);
	return is_done;
}

/* From here on what the reader says can be taken back as a whole. */
static void mark(struct evidence_run *run)
{
	(void)step(run, STATEMENT_MARK, "SAVEPOINT reading");
}

static bool keep(struct evidence_run *run)
{
	return step(run, STATEMENT_KEEP, "RELEASE reading");
}

static bool take_back(struct evidence_run *run)
{
	return step(run, STATEMENT_UNDO, "ROLLBACK TO reading") && keep(run);
}

struct evidence_run *evidence_run_begin(struct evidence *e, int64_t input, const struct jail_role *role, str began)
{
	struct evidence_run *run = calloc(1, sizeof(*run));
	sqlite3_stmt *stmt;

	if (!run) exhausted(EXHAUSTED_SYSTEM);
	run->evidence = e;
	run->role = role;
	run->db = evidence_db(e);
	run->input = input;
	for (unsigned t = 0; t < TABLE_COUNT; t++)
		if (has_id(&wire_tables[t])) run->base[t] = highest_id(e, t);
	stmt = evidence_statement(e, STATEMENT_BEGIN,
		"INSERT INTO main.run(input, collector, version, began, outcome) VALUES(?1, ?2, ?3, nullif(?4, ''), "
		"'died')");
	if (stmt) {
		sqlite3_bind_int64(stmt, 1, input);
		sqlite3_bind_text(stmt, 2, role->name, -1, SQLITE_STATIC);
		sqlite3_bind_text(stmt, 3, ASSAY_VERSION, -1, SQLITE_STATIC);
		sqlite3_bind_text64(stmt, 4, began.p ? began.p : "", began.n, SQLITE_STATIC, SQLITE_UTF8);
		sqlite3_step(stmt);
		sqlite3_reset(stmt);
	}
	run->rowid = sqlite3_last_insert_rowid(run->db);
	mark(run);
	return run;
}

/* Foreign text as it may stand in a table: valid UTF-8, and no control characters but tab and newline. */
static str safe_text(struct buf *out, str s)
{
	size_t from = out->n;

	while (s.n) {
		uint32_t point;
		unsigned length = utf8_next(s, &point);

		if (length && (utf8_is_visible(point) || point == '\n' || point == '\t')) {
			buf_bytes(out, s.p, length);
		} else {
			if (!length) length = 1;
			for (unsigned i = 0; i < length; i++) buf_printf(out, "\\x%02x", (unsigned)(uint8_t)s.p[i]);
		}
		s.p += length, s.n -= length;
	}
	return out->n > from ? (str){ out->p + from, out->n - from } : (str){ "", 0 };
}

/* What stands once for a file, a program, a piece of an image; what is listed. */
static uint32_t most_rows(unsigned table)
{
	switch (table) {
	case TABLE_region:
	case TABLE_file:
	case TABLE_binary:
	case TABLE_symbol:
	case TABLE_mention:
	case TABLE_excerpt:
		return LIMIT_TABLE_ROWS;
	default:
		return LIMIT_LISTED_ROWS;
	}
}

/* In words of ours: what a reader that was taken over says of itself is not repeated. */
static err not_granted(struct evidence_run *run, unsigned table, const struct wire_column *c, uint64_t at)
{
	buf_clear(&run->refused);
	buf_printf(&run->refused, "it wrote %s%s%s, which no reader of kind \"%s\" does", wire_tables[table].name,
		c ? "." : "", c ? c->name : "", run->role->name);
	run->state.refused = buf_all(&run->refused);
	return fail(&run_not_granted, at);
}

/* A field's place: which row, which column of it, and whether the role may fill it. */
struct place {
	unsigned table;
	const struct wire_column *column;
	bool is_granted;
	str words; /* that may stand there; empty: any */
};

static err take_int(reader *r, const struct wire_column *c, sqlite3_stmt *stmt, int at)
{
	uint64_t value = read_le64(r);

	if (c->kind != COLUMN_INT && c->kind != COLUMN_BOOL) return fail(&run_bad_row, r->at);
	if (c->kind == COLUMN_BOOL && value > 1) return fail(&run_bad_row, r->at);
	sqlite3_bind_int64(stmt, at, (int64_t)value);
	return OK;
}

static err take_real(reader *r, const struct wire_column *c, sqlite3_stmt *stmt, int at)
{
	uint64_t bits = read_le64(r);
	double value;

	if (c->kind != COLUMN_REAL) return fail(&run_bad_row, r->at);
	memcpy(&value, &bits, sizeof(value));
	sqlite3_bind_double(stmt, at, value);
	return OK;
}

static err take_words(struct evidence_run *run, reader *r, const struct place *p, sqlite3_stmt *stmt, int at)
{
	str s = str_from_span(read_span(r, read_le32(r)));

	if (p->column->kind != COLUMN_TEXT) return fail(&run_bad_row, r->at);
	if (p->words.n && !r->is_short && !granted_word(p->words, s))
		return not_granted(run, p->table, p->column, r->at);
	buf_clear(&run->text);
	s = safe_text(&run->text, s);
	sqlite3_bind_text64(stmt, at, s.p ? s.p : "", s.n, SQLITE_TRANSIENT, SQLITE_UTF8);
	return OK;
}

static err take_ref(struct evidence_run *run, reader *r, const struct place *p, sqlite3_stmt *stmt, int at)
{
	const struct wire_column *c = p->column;
	uint32_t number = read_le32(r);

	if (c->kind != COLUMN_REF && c->kind != COLUMN_REF0) return fail(&run_bad_row, r->at);
	if (number && !p->is_granted) return not_granted(run, p->table, c, r->at);
	if (number > run->referred[c->target]) run->referred[c->target] = number;
	run->is_left_out |= number > most_rows(c->target);
	if (number)
		sqlite3_bind_int64(stmt, at, run->base[c->target] + number);
	else if (c->kind == COLUMN_REF0)
		sqlite3_bind_int64(stmt, at, 0);
	return OK;
}

static err take_field(struct evidence_run *run, reader *r, const struct place *p, sqlite3_stmt *stmt, int at)
{
	unsigned tag = read_u8(r);

	/* Every column is there; those that are not the role's must be empty. */
	if (tag != WIRE_NULL && tag != WIRE_REF && !p->is_granted) return not_granted(run, p->table, p->column, r->at);
	switch ((enum wire_tag)tag) {
	case WIRE_NULL:
		return OK;
	case WIRE_INT:
		return take_int(r, p->column, stmt, at);
	case WIRE_REAL:
		return take_real(r, p->column, stmt, at);
	case WIRE_TEXT:
		return take_words(run, r, p, stmt, at);
	case WIRE_REF:
		return take_ref(run, r, p, stmt, at);
	}
	return fail(&run_bad_row, r->at);
}

static err insert(struct evidence_run *run, sqlite3_stmt *stmt)
{
	int result = sqlite3_step(stmt);

	if (result == SQLITE_DONE) return OK;
	if ((result & 0xff) == SQLITE_CONSTRAINT) return fail(&run_bad_row, (uint64_t)result);
	return fail(&evidence_write, evidence_errno(run->db));
}

static err take_row(struct evidence_run *run, reader *r)
{
	unsigned table = read_u8(r);

	if (table >= TABLE_COUNT) return fail(&run_bad_row, r->at);
	if (++run->state.rows > LIMIT_FACTS) return fail(&run_too_many_rows, run->state.rows);

	struct granted *granted = &run->granted[table];

	if (!granted->is_known) granted_look_up(run->role, table, granted);
	if (!granted->columns) return not_granted(run, table, NULL, r->at);

	const struct wire_column *columns = wire_tables[table].columns;
	sqlite3_stmt *stmt = insert_for(run, table);

	if (!stmt) return fail(&evidence_write, evidence_errno(run->db));
	sqlite3_reset(stmt);
	sqlite3_clear_bindings(stmt);
	run->count[table]++;
	run->is_left_out = run->count[table] > most_rows(table);
	for (int i = 0; columns[i].name; i++) {
		struct place p = { table, &columns[i], granted->columns >> i & 1, granted->words[i] };

		if (p.column->kind == COLUMN_ID)
			sqlite3_bind_int64(stmt, i + 1, run->base[table] + run->count[table]);
		else if (p.column->kind == COLUMN_INPUT)
			sqlite3_bind_int64(stmt, i + 1, run->input);
		else
			TRY(take_field(run, r, &p, stmt, i + 1));
	}
	TRY(reader_done(r));
	run->is_cut[table] |= run->is_left_out;
	return run->is_left_out ? OK : insert(run, stmt);
}

static str take_text(struct evidence_run *run, reader *r)
{
	return safe_text(&run->fault, str_from_span(read_span(r, read_le32(r))));
}

static err take_frame(struct evidence_run *run, span frame)
{
	reader r = { .in = frame };

	if (run->state.has_ended) return fail(&run_after_end, 0);
	if (++run->frames > run->role->limits.frames) return fail(&run_too_many_rows, run->frames);
	switch (read_u8(&r)) {
	case WIRE_ROW:
		return take_row(run, &r);
	case WIRE_PROGRESS:
		run->state.done = read_le64(&r);
		run->state.total = read_le64(&r);
		return reader_done(&r);
	case WIRE_FAULT:
		(void)read_u8(&r);
		run->state.has_ended = run->state.has_failed = true;
		run->state.fault_at = read_le64(&r);

		/* Three texts in one buffer that may move while it grows: room for all of them comes first. */
		for (size_t i = 0; i < frame.n; i++) buf_text(&run->fault, "\\xff");
		buf_clear(&run->fault);
		run->state.fault_id = take_text(run, &r);
		run->state.fault_text = take_text(run, &r);
		run->state.fault_detail = take_text(run, &r);
		return reader_done(&r);
	case WIRE_DONE:
		run->state.has_ended = true;
		return reader_done(&r);
	}
	return fail(&run_bad_frame, 0);
}

err evidence_run_take(struct evidence_run *run, span bytes)
{
	buf_bytes(&run->pending, bytes.p, bytes.n);

	size_t at = 0;

	for (;;) {
		reader r = { .in = span_from(span_from_str(buf_all(&run->pending)), at, UINT64_MAX) };
		uint32_t n = read_le32(&r);

		if (r.is_short) break;
		if (!n || n > LIMIT_FACT_SIZE) return fail(&run_bad_frame, n);

		span frame = read_span(&r, n);

		if (r.is_short) break;
		TRY(take_frame(run, frame));
		at += 4 + (size_t)n;
	}
	memmove(run->pending.p, run->pending.p + at, run->pending.n - at);
	run->pending.n -= at;
	return OK;
}

struct run_state evidence_run_state(const struct evidence_run *run)
{
	return run->state;
}

static err write_end(struct evidence_run *run, const char *outcome, str reason, const char *confined, str ended)
{
	sqlite3_stmt *stmt = evidence_statement(run->evidence, STATEMENT_END,
		"UPDATE main.run SET outcome = ?1, reason = nullif(?2, ''), at = ?3, jail = ?4, ended = nullif(?5, '') "
		"WHERE rowid = ?6");
	bool is_done = false;

	if (stmt) {
		sqlite3_bind_text(stmt, 1, outcome, -1, SQLITE_STATIC);
		sqlite3_bind_text64(stmt, 2, reason.p ? reason.p : "", reason.n, SQLITE_STATIC, SQLITE_UTF8);
		if (run->state.has_failed) sqlite3_bind_int64(stmt, 3, (int64_t)run->state.fault_at);
		sqlite3_bind_text(stmt, 4, confined, -1, SQLITE_STATIC);
		sqlite3_bind_text64(stmt, 5, ended.p ? ended.p : "", ended.n, SQLITE_STATIC, SQLITE_UTF8);
		sqlite3_bind_int64(stmt, 6, run->rowid);
		is_done = sqlite3_step(stmt) == SQLITE_DONE;
		sqlite3_reset(stmt);
	}
	return is_done ? OK : fail(&evidence_write, evidence_errno(run->db));
}

/* Who did not come to the end vouches for nothing. */
static err lower_coverage(struct evidence_run *run, str reason)
{
	sqlite3_stmt *stmt = NULL;
	bool is_done = false;

	if (sqlite3_prepare_v2(run->db,
		    "UPDATE main.coverage SET state = 'part', reason = ?1 WHERE input = ?2 AND state = 'full'", -1,
		    &stmt, NULL) == SQLITE_OK) {
		sqlite3_bind_text64(stmt, 1, reason.p, reason.n, SQLITE_STATIC, SQLITE_UTF8);
		sqlite3_bind_int64(stmt, 2, run->input);
		is_done = sqlite3_step(stmt) == SQLITE_DONE;
	}
	sqlite3_finalize(stmt);
	return is_done ? OK : fail(&evidence_write, evidence_errno(run->db));
}

/* Rows of a run refer to rows of the same run: who names another's would hang facts on what another reader saw. */
static bool refers_to_nothing(const struct evidence_run *run)
{
	for (unsigned t = 0; t < TABLE_COUNT; t++)
		if (run->referred[t] > run->count[t]) return true;
	return false;
}

err evidence_run_end(struct evidence_run *run, const struct run_death *death, const char *confined, str ended)
{
	static const struct run_death dangling = { .outcome = "void",
		.why = "the reader referred to rows that it never wrote: nothing of what it said is kept",
		.is_void = true };

	if (!death && refers_to_nothing(run)) death = &dangling;

	const char *outcome = death ? death->outcome : run->state.has_failed ? "cut" : "done";
	str reason = death ? str_of(death->why) : run->state.has_failed ? run->state.fault_text : (str){ 0 };
	char cut[96];

	for (unsigned t = 0; t < TABLE_COUNT && strcmp(outcome, "done") == 0; t++) {
		if (!run->is_cut[t]) continue;
		outcome = "cut";
		snprintf(cut, sizeof(cut), "more rows of \"%s\" than are kept (%u)", wire_tables[t].name, most_rows(t));
		reason = str_of(cut);
	}

	bool is_settled = death && death->is_void ? take_back(run) : keep(run);
	err e = is_settled ? write_end(run, outcome, reason, confined, ended)
			   : fail(&evidence_write, evidence_errno(run->db));

	if (!e.is && strcmp(outcome, "done") != 0)
		e = lower_coverage(run, reason.p ? reason : STR("the reader did not come to its end"));
	buf_free(&run->pending);
	buf_free(&run->text);
	buf_free(&run->fault);
	buf_free(&run->refused);
	free(run);
	return e;
}
