/* Questions that are asked together: a value of struct rules, read from rules/groups.yaml. */
#ifndef ASSAY_RULES_GROUPS_H
#define ASSAY_RULES_GROUPS_H

#include "rules/rules.h"

/* Questions about the same thing that a person can answer in one go, where all is as it should be or nothing of an
 * exception holds: each is answered by its own value, and stays a question of its own. rules/groups.yaml. */
struct question_group {
	str id, for_kind, plain, why;
	struct group_member {
		str question, value;
	} * members;
	size_t member_count;
	struct place place;
};

#endif
