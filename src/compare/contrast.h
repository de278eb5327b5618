/* What the files share that look for contrasts between compared schemes. Internal to compare/. */
#ifndef ASSAY_COMPARE_CONTRAST_H
#define ASSAY_COMPARE_CONTRAST_H

#include "compare/compare.h"

struct finding_contrasts {
	struct comparison *c;
	struct arena *keep;
	VEC(struct contrast) list;
};

struct contrast_side side_of(struct finding_contrasts *f, str wants);
void add_to_side(struct contrast_side *s, const struct requirement *r);
/* On the side, with the schemes that take it; nothing when none does. */
void put_on_side(const struct finding_contrasts *f, struct contrast_side *s, const struct requirement *r);
/* What the clause names, with the schemes that it binds. */
void put_clause_on_side(const struct finding_contrasts *f, struct contrast_side *s, const struct clause *c);
/* Kept when it stands between two of the schemes, or inside one of them. */
void keep_contrast(struct finding_contrasts *f, struct contrast *x);

typedef void each_requirement(struct finding_contrasts *f, const struct requirement *r, void *self);
void for_each_requirement(struct finding_contrasts *f, each_requirement *each, void *self);

void find_values(struct finding_contrasts *f);  /* contrast_values.c: one check, several values */
void find_demands(struct finding_contrasts *f); /* contrast_demands.c: typed demands */
void find_schemes(struct finding_contrasts *f); /* contrast_schemes.c: what schemes say of themselves */
void find_levels(struct finding_contrasts *f);  /* contrast_levels.c: mandatory here, recommended there */
void find_applied(
	struct finding_contrasts *f); /* contrast_levels.c: the same, under other conditions or by another tree */

#endif
