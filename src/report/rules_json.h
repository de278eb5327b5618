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
/* Lists of "catalogues", "schemes", ... by their names: id and what it is for, one object each. */
json_t *json_of_lists(const struct rules *r, const char *const *what, size_t count);
/* Whatever has this id, by its kind: several things may have one name, as a scheme and its catalogue. NULL: nothing
 * has it. */
json_t *json_of_named(const struct rules *r, str id);
/* What rules_question() finds, and a laboratory's own test (ask.test.CATALOGUE.UNIT); editions of a catalogue have
 * units of one name, of which the last counts. */
const struct question *question_named(const struct rules *r, str id);
struct check_case;
struct outcome;
/* A case that was tried; outcome NULL: it could not be, and error says why. */
struct tried_case {
	const struct check_case *of;
	const struct outcome *outcome;
	str error;
};
/* {check, cases[{name, line, expected, outcome, as_expected, findings, missing}], tried, otherwise} */
json_t *json_of_tried_cases(const struct check *c, const struct tried_case *cases, size_t count);
json_t *json_of_lint(
	bool is_ok, const rule_problems *problems); /* {ok, problems[{file, line, column, message, suggestion}]} */

#endif
