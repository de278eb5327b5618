/* What was recorded of what a person said, for programs. */
#ifndef ASSAY_REPORT_ANSWER_H
#define ASSAY_REPORT_ANSWER_H

#include "base/buf.h"
#include "evidence/answer.h"

void report_answer_text(const struct given_answer *a, unsigned width, struct buf *out);
void report_answer_json(const struct given_answer *a, struct buf *out);

#endif
