/* Schemes side by side, from rule data alone: what they share, what one adds, where they conflict, and what each costs to decide. */
#ifndef ASSAY_JUDGE_COMPARE_H
#define ASSAY_JUDGE_COMPARE_H

#include "judge/rules.h"

/* Two requirements of different catalogues that the same evidence serves. */
struct overlap {
	const struct requirement *a, *b;
	size_t shared, of_a, of_b; /* deciders in common (checks and questions, with equal parameters), and of each */
	bool is_same;              /* the same deciders, parameters and tree: one answer serves both */
};

struct comparison {
	const struct scheme *a, *b;
	struct overlap *overlaps; /* the same ones first, then by shared deciders */
	size_t overlap_count, same_count;
	const struct check **common; /* checks that both rest on */
	size_t common_count, only_a, only_b;
	const struct conflict **conflicts; /* recorded conflicts whose clauses touch both */
	size_t conflict_count;
};

void compare_schemes(const struct rules *r, const struct scheme *a, const struct scheme *b, struct arena *keep,
	struct comparison *ret);

/* Requirements of two catalogues that repeat each other: the same tree (same jumps, same deciders), or the same checks and questions. Parameters are compared too, but
 * for those that name the catalogue's own asset classes. */
void compare_catalogues(const struct catalogue *a, const struct catalogue *b, struct arena *keep, struct overlap **ret,
	size_t *ret_count);

/* Who can decide a scheme's requirements. A requirement counts where its strongest decider stands. */
struct testability {
	size_t requirements, by_machine, by_declaration, by_person, questions;
};
struct testability scheme_testability(const struct scheme *s, struct arena scratch);

#endif
