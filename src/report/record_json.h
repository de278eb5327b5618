/* A stored judgement read again: verdict.json as a record (judge/record.h). */
#ifndef ASSAY_REPORT_RECORD_JSON_H
#define ASSAY_REPORT_RECORD_JSON_H

#include "judge/record.h"

extern const struct fault record_no_json;     /* err.at: the byte at which it is none */
extern const struct fault record_no_verdicts; /* it is JSON, and no verdict.json: detail says which part */

/* text: all of a verdict.json, of at most LIMIT_VERDICT_JSON bytes. What report_json() wrote of a judgement gives the
 * record of that judgement; of what was too much to be written the record says that it is cut. ret_detail (may be
 * NULL): of record_no_verdicts where in the file, and what is wrong. All of it lives in keep. */
err record_from_json(span text, struct arena *keep, struct record *ret, str *ret_detail);

#endif
