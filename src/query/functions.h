/* Which functions of SQL the queries of rules and users may call. */
#ifndef ASSAY_QUERY_FUNCTIONS_H
#define ASSAY_QUERY_FUNCTIONS_H

#include <stdbool.h>

/* For SQLite's authorizer: false for NULL, and for whatever is not known to do nothing but compute its result. */
bool query_may_call(const char *function);

#endif
