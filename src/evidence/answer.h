/* What a person says, with name and day, as a row of evidence. */
#ifndef ASSAY_EVIDENCE_ANSWER_H
#define ASSAY_EVIDENCE_ANSWER_H

#include "base/digest.h"
#include "evidence/evidence.h"

/* The record of a test: hashed, and never read any further. It stays with who has it. */
struct answer_record {
	str name;
	uint64_t size;
	struct digest digest;
};

struct given_answer {
	str question, value;
	str about; /* the name of the declared or observed thing; empty: the product */
	str basis; /* declared, person, tested */
	str author, answered, expires, reason;
	const struct answer_record *record; /* NULL: there is none */
};

extern const struct fault answer_about_nothing; /* nothing is called `about` */

/* "profile.markets" and "conditions.money" are answered as other questions are, and say what the product is: its
 * name. */
bool answer_is_of_profile(str question, str *ret_name);

/* Into evidence that may be written (evidence_change). The same author's earlier answer to the same question is
 * replaced, and records that no answer rests on any more go. */
err evidence_answer(struct evidence *e, const struct given_answer *a);

#endif
