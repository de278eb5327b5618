/* The interview for a terminal: one question, what each answer does, how far it is. */
#ifndef ASSAY_REPORT_ASK_H
#define ASSAY_REPORT_ASK_H

#include "base/buf.h"
#include "judge/interview.h"

/* "Question 3 - 12 left: GB 4, EU 9". */
void report_ask_progress(
	size_t asked, const struct interview_plan *p, struct arena *keep, unsigned width, struct buf *out);
/* The question in a layman's words, of which row (empty: of the product), and an example. joined: of a group.
 * at: from 0, of so many. */
void report_ask_question(const struct question *q, const struct interview_answer *joined, size_t joined_count, str row,
	size_t at, size_t of, unsigned width, struct buf *out);
/* Why it is asked, by which clauses. */
void report_ask_why(const struct interview_step *step, unsigned width, struct buf *out);
/* "3 requirements pass (uk-psti PSTI-S1-3(3), ...)"; "changes nothing yet". */
void report_ask_effect(const struct interview_effect *e, struct buf *out);
/* {left, for_others, markets: {GB: 4}, questions: [{question, plain, why, example, type, choices, for, rows, asked_of,
 * markets}]} */
void report_ask_json(const struct interview_plan *p, struct arena *keep, struct buf *out);

#endif
