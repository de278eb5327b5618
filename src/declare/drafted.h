/* The section `draft:` of a draft file (draft/draft_file.h): proposals, each with what a person said of it. A row
 * counts when it bears a name, as a declared row of that person; every other counts for nothing, whatever it holds. */
#ifndef ASSAY_DECLARE_DRAFTED_H
#define ASSAY_DECLARE_DRAFTED_H

#include "declare/declare.h"

struct drafted {
	const struct declared_kind *kind; /* NULL: no list is called so */
	str by, on;                       /* who confirmed it or struck it out, and when */
	bool is_confirmed, is_struck;     /* at most one of them: who struck a row out did so after confirming it */
	bool is_none, is_whole;           /* it speaks of the list: there is none; these are all */
};
struct drafted drafted_read(const struct yaml *row);
/* Whether the key is one of the draft's own, and none of what is declared. */
bool drafted_is_own(str key);

/* Confirmed rows become declared ones; a list is whole when somebody says so and no row of it is left open. */
err declare_draft(struct declaration *d, const struct yaml *list);

#endif
