/* What the schema of the evidence allows in a column, so that a value that no row could hold is told where it
 * stands. */
#ifndef ASSAY_DECLARE_DECLARE_WORDS_H
#define ASSAY_DECLARE_DECLARE_WORDS_H

#include "base/bytes.h"

enum { SCHEMA_WORDS_MOST = 200 };

/* Whether the column may hold the value; where it may not, the words that it takes, as "loopback, lan, internet". */
bool schema_takes(const char *table, const char *column, str value, char ret_words[static SCHEMA_WORDS_MOST]);
/* Whether a row without it is none. */
bool schema_needs(const char *table, const char *column);

#endif
