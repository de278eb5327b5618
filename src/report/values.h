/* Pieces of a judgement as JSON values, shared by verdict.json and the page's data. Each function gives a new
 * reference. */
#ifndef ASSAY_REPORT_VALUES_H
#define ASSAY_REPORT_VALUES_H

#include "base/buf.h"
#include "judge/verdict.h"

#include <jansson.h>

json_t *json_of_str(str s); /* bytes that are no UTF-8 become \xNN */
void set_str(json_t *object, const char *key, str s);
void set_str_if(json_t *object, const char *key, str s); /* only when there is something */
void set_num_if(json_t *object, const char *key, num n);

json_t *json_of_finding(const struct finding *f);
/* {id, outcome, findings, missing}; of findings the first `most`. Where there are more: more, and failing (how many of
 * all fail). */
json_t *json_of_outcome(const struct outcome *o, size_t most);
json_t *json_of_reply(const struct reply *r);
void set_trees(json_t *object, const struct requirement_result *r,
	size_t most); /* trees; where there are more, the worst of them, and more_trees */
json_t *json_of_tree(const struct tree_result *t);
json_t *json_of_risk(const struct risk_result *r);
json_t *json_of_contradictions(const struct judgement *j);
json_t *json_of_certificate(const struct certificate_claim *h);
/* What a requirement is and came to, without what decided it. */
void set_requirement(json_t *object, const struct requirement_result *r);

/* ---- of a plan (judge/next.h) ------------------------------------------------------------------------------------ */

struct fix;
struct missing_evidence;
struct reached;
/* How much waits for it, and "later": what is asked only from a later day on; left out where nothing is. */
void set_fix_counts(json_t *object, const struct fix *f);
void set_missing_counts(json_t *object, const struct missing_evidence *m);
json_t *json_of_proposals(const struct scheme *s);                /* [{act, what, state, source, confidence}] */
json_t *json_of_reached(const struct reached *all, size_t count); /* [{scheme, catalogue, id}] */

void set_scheme(json_t *object, const struct scheme_result *s); /* everything but its requirements */

/* So many findings of each check, and ways through each tree, that all of them fit (limits.h). */
struct report_most {
	size_t findings, trees;
};
struct report_most report_most(const struct judgement *j);

void write_json(const json_t *root, struct buf *out, size_t flags); /* with a newline at the end */

#endif
