/* Which fields of a maker's forms which provision needs, and what of them is missing. */
#ifndef ASSAY_WORK_FORMS_CHECK_H
#define ASSAY_WORK_FORMS_CHECK_H

#include "base/arena.h"
#include "evidence/evidence.h"
#include "report/forms_check.h"
#include "work/work.h"

/* e: the forms, read and derived. edition: of the standard; NULL: the one that most of the statement is for, else the
 * newest. What is found lives in keep. */
err forms_check(struct evidence *e, const struct rules *rules, const char *edition, str day, struct arena *keep,
	struct forms_check *ret, const struct notes *notes);

#endif
