/* Cases of checks: tests/cases/CHECK.sql, facts in and the expected outcome, written without C.
 *
 *	-- case: the account has an empty password
 *	-- expect: fail
 *	-- finding: account "root" can log in with a password that is empty
 *	-- covered: accounts, files
 *	INSERT INTO entity ...
 *
 * An input 1 (an image) is always there. `covered` says which classes were looked at as a whole in it; `finding`, which may be left out, is one of the
 * sentences that come out.
 */
#ifndef ASSAY_TESTS_RULES_CASE_FILE_H
#define ASSAY_TESTS_RULES_CASE_FILE_H

#include "judge/verdict.h"

struct rule_case {
	str check; /* the file's name */
	str name, finding, sql;
	enum verdict expect;
	str *covered;
	size_t covered_count;
	struct place place;
};

struct rule_cases {
	VEC(struct rule_case) all; /* in the order of their files' names */
	VEC(str) problems;         /* lines that are none of a case, outcomes that are none; with file and line */
};

/* Every case file of a folder. Texts live in keep. */
void case_files_read(struct arena *keep, const char *folder, struct rule_cases *ret);

#endif
