/* Rule data as JSON values: what a catalogue, a check, a question and a scheme say. Each function gives a new
 * reference. */
#ifndef ASSAY_REPORT_RULES_JSON_H
#define ASSAY_REPORT_RULES_JSON_H

#include "rules/rules.h"

#include <jansson.h>

json_t *json_of_catalogue_line(const struct catalogue *c); /* without its requirements: as a list has it */
json_t *json_of_scheme_line(const struct scheme *s);
json_t *json_of_catalogue(const struct catalogue *c);
json_t *json_of_scheme_rules(const struct scheme *s);
json_t *json_of_check(const struct check *c);
json_t *json_of_question(const struct question *q);
json_t *json_of_condition(const struct condition *c);
struct paper;
json_t *json_of_paper_rules(const struct paper *p);
json_t *json_of_parameter(const struct parameter *p);
json_t *json_of_kind(const struct kind *k);
json_t *json_of_conflict_rules(const struct conflict *c);
/* Lists: id and what it is for, one object each. */
json_t *json_of_list(const struct rules *r, const char *what);
struct check_case;
struct outcome;
/* {name, line, expected, outcome, as_expected, findings, missing}; o NULL: it could not be tried, and error says
 * why. */
json_t *json_of_tried_case(const struct check_case *c, const struct outcome *o, str error);
json_t *json_of_problems(const rule_problems *problems); /* [{file, line, column, message, suggestion}] */

#endif
