/* Every case of tests/cases (judge/check_case.h). */
#ifndef ASSAY_TESTS_RULES_CASE_FILE_H
#define ASSAY_TESTS_RULES_CASE_FILE_H

#include "judge/check_case.h"

/* Every case file of a folder, in the order of their names. Texts live in keep. */
void case_files_read(struct arena *keep, const char *folder, struct check_cases *ret);

#endif
