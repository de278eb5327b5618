/* What is wrong with a name or a value that somebody wrote, by the rules: a sentence with the nearest right word, so
 * that a slip of the pen is told and never passes for "not said". */
#ifndef ASSAY_RULES_KNOWN_H
#define ASSAY_RULES_KNOWN_H

#include "rules/rules.h"

/* Each gives a sentence in `keep`, without its full stop; empty: nothing is wrong. */
str wrong_name(const struct rules *r, struct arena *keep, str name); /* of the profile, or a condition */
/* value: the words of a list with commas. A name that nothing knows has no wrong value. */
str wrong_value(const struct rules *r, struct arena *keep, str name, str value);
str wrong_list(const struct rules *r, struct arena *keep, str name, str value); /* several where one is taken */
str wrong_question(const struct rules *r, struct arena *keep, str id);
str wrong_answer(const struct rules *r, struct arena *keep, str id, str value);
str wrong_certificate(const struct rules *r, struct arena *keep, str scheme); /* scheme: a scheme's id, or a label's */
str wrong_label(const struct rules *r, struct arena *keep, str scheme);       /* of a label that is asked for */
str wrong_scheme(const struct rules *r, struct arena *keep, str id);
str wrong_requirement(const struct rules *r, struct arena *keep, str catalogue, str id);
str wrong_word(const struct rules *r, struct arena *keep, str list, str name);
/* Where a key that is no section belongs: "markets stands under profile:". Empty: nothing is known. */
str place_of_key(const struct rules *r, struct arena *keep, str key);

/* Whether a name may hold all that is said of it. */
bool is_value_known(const struct rules *r, str name, str value);
/* The market that a word means, by its code, its name or another name; NULL: none. Codes are as written. */
const struct market *market_meant(const struct rules *r, str word);
const struct market *rules_market(const struct rules *r, str code);
/* "Canada"; the code where nothing names it. */
str market_name(const struct rules *r, str code);

#endif
