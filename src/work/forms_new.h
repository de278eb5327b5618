/* Empty forms of a test laboratory, one file each, with what is known already filled in. */
#ifndef ASSAY_WORK_FORMS_NEW_H
#define ASSAY_WORK_FORMS_NEW_H

#include "base/arena.h"
#include "declare/forms.h"
#include "rules/rules.h"
#include "work/work.h"

enum form_format { FORMAT_YAML, FORMAT_MARKDOWN, FORMAT_CSV };

struct forms_wanted {
	const char *directory, *edition; /* of the test specification: 2.1.1 or 1.1.1 */
	const char *product;             /* a product file or an evidence file: what is known; NULL: nothing */
	enum form_format format;
	bool tables[FORM_COUNT + 1]; /* 0: the statement */
};

/* Writes over no file that stands there. ret_written: also after a failure, how many were written. */
err forms_write(const struct forms_wanted *wanted, const struct rules *rules, struct arena *keep, unsigned *ret_written,
	const struct notes *notes);

#endif
