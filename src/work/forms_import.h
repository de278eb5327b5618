/* A maker's forms as a product file, and what of them was not placed. */
#ifndef ASSAY_WORK_FORMS_IMPORT_H
#define ASSAY_WORK_FORMS_IMPORT_H

#include "base/arena.h"
#include "evidence/evidence.h"
#include "report/forms_import.h"
#include "work/work.h"

/* Nothing is filled in, and so nothing is written. The notes say so. */
extern const struct fault forms_empty;
/* Cells were read that are neither placed nor listed: a mistake of ours. The notes say so; *ret is whole. */
extern const struct fault forms_lost;

/* e: the forms, read and derived. out: the product file to write or to add to, in which what is said already stays;
 * NULL: none. What is found lives in keep. */
err forms_import(
	struct evidence *e, const char *out, struct arena *keep, struct forms_import *ret, const struct notes *notes);

#endif
