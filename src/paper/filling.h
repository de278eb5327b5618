/* One paper being filled: what the kinds of sources share. Internal to paper/. */
#ifndef ASSAY_PAPER_FILLING_H
#define ASSAY_PAPER_FILLING_H

#include "base/vec.h"
#include "paper/paper.h"

#include <sqlite3.h>

struct filling {
	const struct judgement *j;
	sqlite3 *db;
	struct arena *keep;
	const struct paper *paper;
	struct paper_result *result;
	VEC(struct paper_reason) reasons;
	unsigned ground; /* by which ways the paper's schemes are met, as bits 1 << settled_by */
	err *problem;    /* the evidence could not be read */
};

/* A field on its way. */
struct field_draft {
	struct field_result *result;
	VEC(struct paper_value) values;
	VEC(str) cells;
	VEC(str) wanted; /* what to bring, for the source at hand: all of it */
	bool is_short;   /* something is there, and not all of it */
	size_t left_out; /* rows that are too many for a paper */
};

/* ---- filling.c ----------------------------------------------------------------------------------------------- */

/* NULL: it was not asked for. */
const struct scheme_result *filling_scheme(const struct filling *f, const struct scheme *s);
str filling_text(const struct filling *f, sqlite3_stmt *stmt, int column); /* copied; empty for NULL */
/* An error stands in f->problem; the statement may be NULL, and then has no row. */
sqlite3_stmt *filling_prepare(const struct filling *f, const char *sql);
bool filling_row(const struct filling *f, sqlite3_stmt *stmt);
[[gnu::format(printf, 3, 4)]] void filling_want(
	const struct filling *f, struct field_draft *d, const char *format, ...);
void filling_columns(const struct filling *f, struct field_draft *d, const char *const *names); /* NULL ends them */
/* Whether the table takes another row; else it is counted, and filling_left_out() tells of it at the end. */
bool filling_takes_row(const struct filling *f, struct field_draft *d);
void filling_left_out(const struct filling *f, struct field_draft *d);
void filling_cell(const struct filling *f, struct field_draft *d, str text);
/* Whether the classes were looked at whole; else what to bring is wanted. */
bool filling_whole(const struct filling *f, struct field_draft *d, const struct classes *needs);

/* ---- one function a kind of source: true when it gave something -------------------------------------------------- */

/* filling_values.c */
bool fill_profile(const struct filling *f, const struct paper_source *s, struct field_draft *d);
bool fill_statement(const struct filling *f, const struct paper_source *s, struct field_draft *d);
bool fill_answer(const struct filling *f, const struct paper_source *s, struct field_draft *d);
bool fill_words(const struct filling *f, const struct paper_source *s, struct field_draft *d);
bool fill_route(const struct filling *f, const struct paper_source *s, struct field_draft *d);
bool fill_paper(const struct filling *f, const struct paper_source *s, struct field_draft *d);
void filling_value(const struct filling *f, struct field_draft *d, str text, str source, str link); /* once each */

/* filling_verdicts.c */
bool fill_requirements(const struct filling *f, const struct paper_source *s, struct field_draft *d);
bool fill_conformance(const struct filling *f, const struct paper_source *s, struct field_draft *d);
bool fill_standards(const struct filling *f, const struct paper_source *s, struct field_draft *d);
/* What forces another route, in words for people, each after `sure` or "not known"; what is not known is wanted. */
str filling_notices(const struct filling *f, const struct scheme_result *r, const char *sure, struct field_draft *d);

/* filling_grounds.c */
bool fill_grounds(const struct filling *f, const struct paper_source *s, struct field_draft *d);

/* filling_rows.c */
bool fill_inputs(const struct filling *f, const struct paper_source *s, struct field_draft *d);
bool fill_query(const struct filling *f, const struct paper_source *s, struct field_draft *d);
bool fill_ixit(const struct filling *f, const struct paper_source *s, struct field_draft *d);

#endif
