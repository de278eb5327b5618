/* A draft for people and for programs: its rows, what was said of them, and the lists of which nothing is seen. */
#ifndef ASSAY_REPORT_DRAFT_H
#define ASSAY_REPORT_DRAFT_H

#include "base/buf.h"
#include "draft/draft_file.h"

struct draft_told {
	const char *folder, *path; /* as a person named the folder; of the file */
	const draft_rows *rows;
	const str *waits;                  /* of each declared kind; NULL: not known */
	const struct draft_change *change; /* NULL: nothing was proposed now */
	bool with_rows;                    /* else only how many there are */
};
void report_draft_text(const struct draft_told *t, struct buf *out);
void report_draft_json(const struct draft_told *t, struct buf *out);

#endif
