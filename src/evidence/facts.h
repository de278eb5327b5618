/* What collectors write: rows of the evidence tables, one call a row.
 *
 *	uint32_t e = fact_entity(f, &(struct fact_entity){ .kind = STR("account"), .name = name,
 *	                                                   .basis = STR("observed"), .file = file, .at = NUM(offset) });
 *	fact_account(f, &(struct fact_account){ .entity = e, .uid = NUM(0), .can_login = YES });
 *
 * tables.def, made of schema.sql by script/tables-of-schema, lists the tables; each becomes a struct fact_TABLE and a
 * function fact_TABLE(), which returns the row's number (1, 2, ... per table and run). What is zeroed is written as
 * NULL: not known. Rows go to a sink as frames (see wire.h): in the jail to the pipe, in a unit test straight into an
 * evidence file in memory. Texts are copied before the call returns; they need not be valid UTF-8 (the writer shows
 * foreign bytes as \xNN) and are cut at LIMIT_TEXT.
 */
#ifndef ASSAY_EVIDENCE_FACTS_H
#define ASSAY_EVIDENCE_FACTS_H

#include "base/bytes.h"
#include "base/value.h"

struct facts;

enum fact_table {
#define TABLE(name) TABLE_##name,
#define ID(column)
#define INPUT(column)
#define REF(column, table)
#define REF0(column, table)
#define INT(column)
#define BOOL(column)
#define REAL(column)
#define TEXT(column)
#define END(name)
#include "evidence/tables.def"
	TABLE_COUNT
};

#define TABLE(name) struct fact_##name {
#define ID(column)
#define INPUT(column)
#define REF(column, table) uint32_t column;
#define REF0(column, table) uint32_t column;
#define INT(column) num column;
#define BOOL(column) tri column;
#define REAL(column) real column;
#define TEXT(column) str column;
#define END(name)                                                                                                      \
	}                                                                                                              \
	;
#include "evidence/tables.def"

#define TABLE(name) uint32_t fact_##name(struct facts *f, const struct fact_##name *row);
#define ID(column)
#define INPUT(column)
#define REF(column, table)
#define REF0(column, table)
#define INT(column)
#define BOOL(column)
#define REAL(column)
#define TEXT(column)
#define END(name)
#include "evidence/tables.def"

/* The same for a caller that learns the table at run time (declarations): one value for each column that a collector
 * fills, in the table's order. */
struct fact_value {
	enum { FACT_NULL, FACT_INT, FACT_REAL, FACT_TEXT, FACT_REF } kind;
	int64_t integer; /* also a truth value, also a reference */
	double number;
	str text;
};
uint32_t fact_row(struct facts *f, enum fact_table table, const struct fact_value *values, size_t count);

/* A note on what was looked at: coverage.class, state 'full', 'part' or 'none', why, and what to bring instead. */
void fact_covered(struct facts *f, const char *class, const char *state, const char *reason, const char *bring);

/* ---- the sink ---------------------------------------------------------------------------------------------------- */

/* Where frames go. write() gets whole frames (wire.h), in any number; it does not fail: a pipe sink ends the process
 * instead. */
struct facts_sink {
	void *self;
	void (*write)(void *self, span frames);
};

struct facts *facts_open(struct facts_sink sink); /* malloc; ends the process when there is none */
void facts_flush(struct facts *f);
void facts_close(struct facts *f); /* flushes */

/* From here on rows are numbered and not written: what is read is refused, and read on for what else is wrong. */
void facts_mute(struct facts *f);
/* Rows so far of one table: the number that its next row gets is this plus one. */
uint32_t facts_count(const struct facts *f, enum fact_table table);

/* A sign of life with how far it is: `done` of `total` bytes of the input explained. */
void facts_progress(struct facts *f, uint64_t done, uint64_t total);

/* The reader's last word when it read to the end. */
void facts_done(struct facts *f);

/* The reader's last word when it failed; the writer turns it into run.outcome and run.reason. detail: "" or a
 * sentence's end. */
void facts_failed(struct facts *f, err e, str detail);

#endif
