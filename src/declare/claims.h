/* What a product file claims beside the evidence: certificates of other schemes that the product holds,
 * treatments of requirements, and known vulnerabilities. */
#ifndef ASSAY_DECLARE_CLAIMS_H
#define ASSAY_DECLARE_CLAIMS_H

#include "declare/declare.h"

/* author: who says so where an entry does not. What is missing in an entry is left out: whether it counts is for the
 * judge to say. */
err declare_certificates(struct declaration *d, const struct yaml *list, str author);
err declare_treatments(struct declaration *d, const struct yaml *list, str author);

/* Vulnerabilities that the maker knows in parts of the product, and what became of each: when all parts are known by
 * name. vulnerabilities.c. */
err declare_vulnerabilities(struct declaration *d, const struct yaml *list, str author);

#endif
