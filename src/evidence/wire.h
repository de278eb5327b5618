/* How rows travel from a jailed reader to the evidence writer.
 *
 * A frame is a little-endian u32 length of what follows, one byte of kind, and the body:
 *   'R' row       u8 table (enum fact_table), then one field for each column that the collector fills (not ID, not
 *                 INPUT)
 *   'P' progress  u64 done, u64 total
 *   'E' fault     u8 class, u64 at, text id, text sentence, text detail: the reader's last word when it failed
 *   'D' done      the reader's last word when it did not
 * A field is one byte of tag and the value: 0 NULL; 1 integer (u64, two's complement); 2 real (IEEE 754 bits as u64);
 * 3 text (u32 length, bytes); 4 reference (u32 row number within this run, 0 = none). All little-endian.
 *
 * The reader of a wire trusts nothing: table numbers, tags, lengths and references are checked against wire_tables.
 */
#ifndef ASSAY_EVIDENCE_WIRE_H
#define ASSAY_EVIDENCE_WIRE_H

#include "evidence/facts.h"

enum wire_kind { WIRE_ROW = 'R', WIRE_PROGRESS = 'P', WIRE_FAULT = 'E', WIRE_DONE = 'D' };
enum wire_tag { WIRE_NULL, WIRE_INT, WIRE_REAL, WIRE_TEXT, WIRE_REF };
enum column_kind {
	COLUMN_ID,
	COLUMN_INPUT,
	COLUMN_REF,
	COLUMN_REF0,
	COLUMN_INT,
	COLUMN_BOOL,
	COLUMN_REAL,
	COLUMN_TEXT
};

struct wire_column {
	const char *name;
	enum column_kind kind;
	uint8_t target; /* COLUMN_REF, COLUMN_REF0: enum fact_table */
};

struct wire_table {
	const char *name;
	struct wire_column columns[24]; /* the last one used is followed by one without a name */
};

extern const struct wire_table wire_tables[TABLE_COUNT];

#endif
