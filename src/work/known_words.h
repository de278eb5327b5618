/* The rules' own words, lent to the reader of product files (declare/declare.h): rules stay the callee's knowledge, and
 * what the file says stays in the jail. */
#ifndef ASSAY_WORK_KNOWN_WORDS_H
#define ASSAY_WORK_KNOWN_WORDS_H

#include "declare/declare.h"
#include "rules/rules.h"

/* As long as the rules live. */
struct declared_words known_words(const struct rules *rules);

#endif
