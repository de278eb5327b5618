/* Queries of rule data held against the schema of the evidence: checks, conditions, kinds, papers. */
#ifndef ASSAY_QUERY_LINT_QUERIES_H
#define ASSAY_QUERY_LINT_QUERIES_H

#include "rules/read.h"

/* For rules_load(). What is wrong becomes a problem of the loader, with its place. */
void lint_queries(struct loader *l);

#endif
