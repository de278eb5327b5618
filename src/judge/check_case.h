/* Cases of a check: facts in and the expected outcome, written without C.
 *
 * 	-- case: the account has an empty password
 * 	-- expect: fail
 * 	-- finding: account "root" can log in with a password that is empty
 * 	-- covered: accounts, files
 * 	INSERT INTO entity ...
 *
 * An input 1 (an image) is always there. `covered` says which classes were looked at as a whole in it; `finding`, which
 * may be left out, is one of the sentences that come out. The statements may only read and write rows.
 */
#ifndef ASSAY_JUDGE_CHECK_CASE_H
#define ASSAY_JUDGE_CHECK_CASE_H

#include "judge/verdict.h"

#define CASE_DAY "2026-11-24" /* cases are judged for this day */

struct check_case {
	str check;              /* whose case it is */
	str name, finding, sql; /* sql may be empty: nothing was found at all */
	enum verdict expect;    /* VERDICT_NOT_APPLICABLE: it does not say */
	str *covered;
	size_t covered_count;
	struct place place;
};

struct check_cases {
	VEC(struct check_case) all;
	VEC(str) problems; /* lines that are none of a case, outcomes that are none; with file and line */
};

/* Adds the cases of one file. text and file are referred to; the rest lives in keep. */
void check_cases_parse(struct arena *keep, str text, const char *file, str check, struct check_cases *cases);

/* The case's facts as evidence of their own, in memory; the caller closes it. Statements that do more than read and
 * write rows are refused: *ret_error then says what SQLite said (in keep), else it is empty. */
err check_case_evidence(const struct check_case *c, struct arena *keep, struct evidence **ret, str *ret_error);

/* One check over evidence as it stands, for the day, with its parameters' own values, before any scheme names it.
 * The outcome lives in keep. */
err check_try(const struct rules *rules, const struct check *c, struct evidence *evidence, str on, struct arena *keep,
	const struct outcome **ret);

/* The outcome is what the case expects, and says its finding. */
bool check_case_holds(const struct check_case *c, const struct outcome *o);

#endif
