/* verdict.json: every verdict with what it rests on. doc/verdict.schema.json describes it. Byte-identical from run
 * to run. */
#ifndef ASSAY_REPORT_JSON_H
#define ASSAY_REPORT_JSON_H

#include "base/buf.h"
#include "judge/verdict.h"

#include <jansson.h>

struct report_most;
json_t *json_of_requirement(const struct requirement_result *r, const struct report_most *most); /* a new reference */
void report_json(const struct judgement *j, struct buf *out);

#endif
