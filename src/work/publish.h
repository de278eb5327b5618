/* Evidence and what was judged of it, into a folder of results. */
#ifndef ASSAY_WORK_PUBLISH_H
#define ASSAY_WORK_PUBLISH_H

#include "evidence/evidence.h"
#include "report/forms.h"
#include "work/work.h"

/* What each form of a report says; the caller frees all of them with published_free(). */
struct published {
	struct buf forms[REPORT_FORMS];
};

/* Every form of the table that has a file, and the evidence, take their places together, or none does. The folder is
 * there. */
err publish(const char *directory, struct evidence *e, const struct reporting *r, struct published *ret,
	const struct notes *notes);
void published_free(struct published *p);

#endif
