/* Papers: what a scheme wants to be handed out - a declaration, a statement, a form - filled from a judgement and
 * the evidence.
 *
 * What a paper asks for is rule data (rules/papers, doc/papers.md); no paper is known by name here. A field is
 * filled by the first of its sources that has something to say. What nobody said stays missing, and a declaration
 * whose requirements do not all pass is withheld.
 */
#ifndef ASSAY_PAPER_PAPER_H
#define ASSAY_PAPER_PAPER_H

#include "judge/verdict.h"
#include "rules/papers.h"

/* ---- filled -------------------------------------------------------------------------------------------------- */

enum field_state {
	FIELD_FILLED,
	FIELD_NONE,    /* it need not be there, and nothing says that it is */
	FIELD_BY_HAND, /* to be written on the print */
	FIELD_MISSING,
	FIELD_WITHHELD, /* it would claim what is not shown */
};
const char *field_state_word(enum field_state s);

struct paper_value {
	str text, source; /* source: who says it, or where it stands */
	str link;         /* the file name of another paper, or a web address; empty: none */
};

struct paper_table {
	str *columns;
	size_t column_count;
	str *cells; /* row by row */
	size_t row_count;
};

struct field_result {
	const struct paper_field *field;
	enum field_state state;
	bool is_required;
	struct paper_value *values;
	size_t value_count;
	struct paper_table table;
	str *wanted; /* what to bring, of a missing field; of FIELD_NONE what would fill it: any one of these */
	size_t wanted_count;
};

/* Why a declaration is withheld. */
struct paper_reason {
	str scheme, title, verdict, why;
	str catalogue, requirement; /* empty: of the scheme as a whole */
};

enum paper_state { PAPER_READY, PAPER_DRAFT, PAPER_WITHHELD };
const char *paper_state_word(enum paper_state s); /* "ready", "draft", "withheld" */

struct paper_result {
	const struct paper *paper;
	enum paper_state state;
	struct paper_reason *reasons;
	size_t reason_count;
	struct field_result *fields; /* as many as the paper has */
	unsigned filled, asked;      /* fields; those that need not be there and are not count for neither */
	uint64_t bytes;              /* of its texts: LIMIT_PAPER_BYTES */
};

/* Fills one paper. The evidence is only read; results live in keep. */
err paper_fill(const struct judgement *j, sqlite3 *evidence, const struct paper *paper, struct arena *keep,
	struct paper_result **ret);

#endif
