/* SQL text in its words, as far as rules need it: what stands in quotes and comments is no word of the query. */
#ifndef ASSAY_RULES_SQL_WORDS_H
#define ASSAY_RULES_SQL_WORDS_H

#include "base/bytes.h"

enum sql_kind {
	SQL_WORD,      /* a keyword, a name or a number */
	SQL_PARAMETER, /* ":name": the text is the name */
	SQL_TEXT,      /* in single quotes, without them */
	SQL_QUOTED,    /* a name in double quotes, without them */
	SQL_SIGN,      /* any other character */
};

struct sql_word {
	enum sql_kind kind;
	str text;
};

/* Takes the next word off *rest, past spaces and comments; false at the end. What is cut ends with the text. */
bool sql_next(str *rest, struct sql_word *ret);

#endif
