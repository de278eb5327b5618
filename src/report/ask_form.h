/* All open questions as a blank form: what somebody fills in without a terminal, and work/ask_form.h reads back. One
 * line, row or field for each question and each thing that it is asked about. */
#ifndef ASSAY_REPORT_ASK_FORM_H
#define ASSAY_REPORT_ASK_FORM_H

#include "base/buf.h"
#include "judge/interview.h"

enum ask_form { ASK_FORM_YAML, ASK_FORM_CSV, ASK_FORM_HTML };

/* What the first cell of a table says, and the key of the YAML form. */
#define ASK_FORM_TITLE "assay interview"
/* Columns of the table, in their order; also the keys of the YAML form that are read back. */
#define ASK_FORM_COLUMNS "question", "for", "asked", "why", "example", "takes", "value", "reason"

/* edition: of the rule data; a form says which it was made by. */
void report_ask_form(enum ask_form form, const struct judgement *j, const struct interview_plan *p, str edition,
	struct arena *keep, struct buf *out);

#endif
