/* The bytes that a finding rests on: from the excerpts kept with the evidence, or from the image itself. */
#ifndef ASSAY_WORK_EXPLAIN_BYTES_H
#define ASSAY_WORK_EXPLAIN_BYTES_H

#include "evidence/evidence.h"
#include "report/explain.h"

struct bytes_source {
	struct evidence *evidence;
	const char *image; /* NULL, or the path of what should be the image */
	/* else nothing of the image is shown that is or may be secret, but what was kept with the evidence, and
	 * `trouble` says so */
	bool with_secrets;
};
/* self: a struct bytes_source. The caller lets go of them with shown_bytes_free(). */
struct shown_bytes bytes_of_finding(void *self, const struct finding *f);

#endif
