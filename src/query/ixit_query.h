/* The query for a table of the IXIT: the declared entities of a kind, a row each, with the fields that the form asks
 * for. */
#ifndef ASSAY_QUERY_IXIT_QUERY_H
#define ASSAY_QUERY_IXIT_QUERY_H

#include "rules/papers.h"

/* s is FROM_IXIT. The text lives in keep, terminated; its columns are the entity's name, then each of s->columns. */
str ixit_query(struct arena *keep, const struct paper_source *s);

#endif
