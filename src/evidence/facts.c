#include "evidence/facts.h"

#include "base/buf.h"
#include "base/limits.h"
#include "evidence/masking.h"
#include "evidence/wire.h"

#include <stdlib.h>

const struct wire_table wire_tables[TABLE_COUNT] = {
#define TABLE(name_) [TABLE_##name_] = { .name = #name_, .columns = {
#define ID(column) { #column, COLUMN_ID, 0 },
#define INPUT(column) { #column, COLUMN_INPUT, 0 },
#define REF(column, table) { #column, COLUMN_REF, TABLE_##table },
#define REF0(column, table) { #column, COLUMN_REF0, TABLE_##table },
#define INT(column) { #column, COLUMN_INT, 0 },
#define BOOL(column) { #column, COLUMN_BOOL, 0 },
#define REAL(column) { #column, COLUMN_REAL, 0 },
#define TEXT(column) { #column, COLUMN_TEXT, 0 },
#define END(name_)                                                                                                     \
	}                                                                                                              \
	}                                                                                                              \
	,
#include "evidence/tables.def"
};

enum { COLUMNS_MOST = sizeof(wire_tables->columns) / sizeof(*wire_tables->columns) };

struct facts {
	struct facts_sink sink;
	struct buf out;
	bool is_mute; /* rows are counted, and not written */
	size_t frame; /* where the frame that is being written begins in out */
	uint32_t counts[TABLE_COUNT];
	struct masking *masking[TABLE_COUNT]; /* of its columns; NULL: not asked yet */

	/* The row that is being written. */
	enum fact_table table;
	unsigned column;         /* the one that comes next */
	str texts[COLUMNS_MOST]; /* what its columns so far were given */
	struct buf masked;
};

enum { FLUSH_AT = 64 << 10 };

static void put_u32(struct buf *b, uint32_t v)
{
	uint8_t le[4] = { (uint8_t)v, (uint8_t)(v >> 8), (uint8_t)(v >> 16), (uint8_t)(v >> 24) };

	buf_bytes(b, le, sizeof(le));
}

static void put_u64(struct buf *b, uint64_t v)
{
	put_u32(b, (uint32_t)v);
	put_u32(b, (uint32_t)(v >> 32));
}

static void put_tag(struct facts *f, enum wire_tag tag)
{
	buf_char(&f->out, (char)tag);
}

static void frame_begin(struct facts *f, enum wire_kind kind)
{
	f->frame = f->out.n;
	put_u32(&f->out, 0);
	buf_char(&f->out, (char)kind);
}

static void frame_end(struct facts *f)
{
	uint32_t n = (uint32_t)(f->out.n - f->frame - 4);

	for (unsigned i = 0; i < 4; i++) f->out.p[f->frame + i] = (char)(n >> (8 * i));
	if (f->out.n >= FLUSH_AT) facts_flush(f);
}

static void put_text(struct facts *f, str s)
{
	static const char ellipsis[] = "\xe2\x80\xa6";
	bool cut = s.n > LIMIT_TEXT;

	if (cut) s.n = LIMIT_TEXT;
	put_u32(&f->out, (uint32_t)(s.n + (cut ? sizeof(ellipsis) - 1 : 0)));
	buf_str(&f->out, s);
	if (cut) buf_bytes(&f->out, ellipsis, sizeof(ellipsis) - 1);
}

/* ---- the row that is being written ------------------------------------------------------------------------------- */

static const struct masking *masking_now(struct facts *f)
{
	const struct wire_column *columns = wire_tables[f->table].columns;

	if (!f->masking[f->table]) {
		f->masking[f->table] = calloc(COLUMNS_MOST, sizeof(**f->masking));
		if (!f->masking[f->table]) abort();
		for (unsigned c = 0; columns[c].name; c++)
			f->masking[f->table][c] = masking_of(f->table, columns[c].name);
	}
	return &f->masking[f->table][f->column];
}

static void next_column(struct facts *f, unsigned from)
{
	const struct wire_column *columns = wire_tables[f->table].columns;

	while (columns[from].name && (columns[from].kind == COLUMN_ID || columns[from].kind == COLUMN_INPUT)) from++;
	f->column = from;
}

/* "wpa_passphrase" before it, and the value is a secret whatever it looks like. Names of files are none. */
static bool is_named_secret(const struct facts *f, const struct masking *m, str v)
{
	const struct wire_column *columns = wire_tables[f->table].columns;

	for (unsigned c = 0; m->named_by && c < f->column; c++)
		if (strcmp(columns[c].name, m->named_by) == 0)
			return f->texts[c].n && mask_is_secret_name(f->texts[c]) && !mask_is_plain_value(v) &&
			       v.p[0] != '/';
	return false;
}

/* Nothing secret leaves a reader. */
static str masked(struct facts *f, str v)
{
	const struct masking *m = masking_now(f);

	if (m->how == MASK_NOTHING || !v.n) return v;
	if (is_named_secret(f, m, v)) return STR(MASK);
	if (v.n > LIMIT_TEXT) v.n = LIMIT_TEXT + 1;
	buf_clear(&f->masked);
	mask_into(m->how, v, &f->masked);
	return f->masked.n ? buf_all(&f->masked) : STR("");
}

static void field_int(struct facts *f, num v)
{
	next_column(f, f->column + 1);
	put_tag(f, v.known ? WIRE_INT : WIRE_NULL);
	if (v.known) put_u64(&f->out, (uint64_t)v.value);
}

static void field_bool(struct facts *f, tri v)
{
	field_int(f, v == UNKNOWN ? (num){ 0 } : NUM(v == YES));
}

static void field_real(struct facts *f, real v)
{
	uint64_t bits;

	next_column(f, f->column + 1);
	put_tag(f, v.known ? WIRE_REAL : WIRE_NULL);
	if (!v.known) return;
	memcpy(&bits, &v.value, sizeof(bits));
	put_u64(&f->out, bits);
}

static void field_text(struct facts *f, str v)
{
	put_tag(f, v.p ? WIRE_TEXT : WIRE_NULL);
	if (v.p) put_text(f, masked(f, v));
	f->texts[f->column] = v;
	next_column(f, f->column + 1);
}

static void field_ref(struct facts *f, uint32_t v)
{
	next_column(f, f->column + 1);
	put_tag(f, WIRE_REF);
	put_u32(&f->out, v);
}

static void row_begin(struct facts *f, enum fact_table table)
{
	frame_begin(f, WIRE_ROW);
	buf_char(&f->out, (char)table);
	f->table = table;
	memset(f->texts, 0, sizeof(f->texts));
	next_column(f, 0);
}

static uint32_t row_end(struct facts *f, enum fact_table table)
{
	if (f->is_mute)
		f->out.n = f->frame;
	else
		frame_end(f);
	return ++f->counts[table];
}

#define TABLE(name)                                                                                                    \
	uint32_t fact_##name(struct facts *f, const struct fact_##name *row)                                           \
	{                                                                                                              \
		row_begin(f, TABLE_##name);
#define ID(column)
#define INPUT(column)
#define REF(column, table) field_ref(f, row->column);
#define REF0(column, table) field_ref(f, row->column);
#define INT(column) field_int(f, row->column);
#define BOOL(column) field_bool(f, row->column);
#define REAL(column) field_real(f, row->column);
#define TEXT(column) field_text(f, row->column);
#define END(name)                                                                                                      \
	return row_end(f, TABLE_##name);                                                                               \
	}
#include "evidence/tables.def"

uint32_t fact_row(struct facts *f, enum fact_table table, const struct fact_value *values, size_t count)
{
	row_begin(f, table);
	for (size_t i = 0; i < count; i++) {
		const struct fact_value *v = &values[i];

		switch (v->kind) {
		case FACT_NULL:
			put_tag(f, WIRE_NULL);
			next_column(f, f->column + 1);
			break;
		case FACT_INT:
			field_int(f, NUM(v->integer));
			break;
		case FACT_REAL:
			field_real(f, REAL_OF(v->number));
			break;
		case FACT_TEXT:
			field_text(f, v->text);
			break;
		case FACT_REF:
			field_ref(f, (uint32_t)v->integer);
			break;
		}
	}
	return row_end(f, table);
}

void fact_covered(struct facts *f, const char *class, const char *state, const char *reason, const char *bring)
{
	fact_coverage(f, &(struct fact_coverage){ .class = str_of(class),
				 .state = str_of(state),
				 .reason = str_of(reason),
				 .bring = str_of(bring) });
}

struct facts *facts_open(struct facts_sink sink)
{
	struct facts *f = calloc(1, sizeof(*f));

	if (!f) abort();
	f->sink = sink;
	return f;
}

void facts_flush(struct facts *f)
{
	if (f->out.n) f->sink.write(f->sink.self, span_from_str(buf_all(&f->out)));
	buf_clear(&f->out);
}

void facts_close(struct facts *f)
{
	facts_flush(f);
	buf_free(&f->out);
	buf_free(&f->masked);
	for (unsigned t = 0; t < TABLE_COUNT; t++) free(f->masking[t]);
	free(f);
}

void facts_mute(struct facts *f)
{
	f->is_mute = true;
}

uint32_t facts_count(const struct facts *f, enum fact_table table)
{
	return f->counts[table];
}

void facts_progress(struct facts *f, uint64_t done, uint64_t total)
{
	frame_begin(f, WIRE_PROGRESS);
	put_u64(&f->out, done);
	put_u64(&f->out, total);
	frame_end(f);
	facts_flush(f);
}

void facts_done(struct facts *f)
{
	frame_begin(f, WIRE_DONE);
	frame_end(f);
}

void facts_failed(struct facts *f, err e, str detail)
{
	frame_begin(f, WIRE_FAULT);
	buf_char(&f->out, (char)e.is->class);
	put_u64(&f->out, e.at);
	put_text(f, str_of(e.is->id));
	put_text(f, str_of(e.is->text));
	buf_clear(&f->masked);
	mask_into(MASK_LINE, detail, &f->masked);
	put_text(f, buf_all(&f->masked));
	frame_end(f);
}
