/* What a role of the jail may write into a table of the evidence (jail/roles.h), as the writer asks it row by row. */
#ifndef ASSAY_EVIDENCE_GRANTED_H
#define ASSAY_EVIDENCE_GRANTED_H

#include "evidence/wire.h"
#include "jail/roles.h"

struct granted {
	bool is_known;    /* it was looked up */
	uint32_t columns; /* a bit for each column of wire_tables that may be filled; 0: the table is not the role's */
	str words[sizeof(((struct wire_table *)0)->columns) /
		  sizeof(struct wire_column)]; /* that may stand there; empty: any */
};

void granted_look_up(const struct jail_role *role, enum fact_table table, struct granted *ret);
/* Whether a word is one of "account|service|ixit.*". */
bool granted_word(str words, str value);

#endif
