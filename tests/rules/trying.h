/* What the tests over rules/ share: the rules of the source tree, and a check run on a case's facts. */
#ifndef ASSAY_TESTS_RULES_TRYING_H
#define ASSAY_TESTS_RULES_TRYING_H

#include "case_file.h"
#include "judge/session.h"

/* A path in the source tree (environment: ASSAY_SOURCE). */
str source_path(struct arena *keep, const char *below);
/* The rules of the source tree; NULL after printing what is wrong with them. */
const struct rules *real_rules(struct arena *keep);
struct check_cases real_cases(struct arena *keep);

/* An evidence file in memory with its input 1, and a session over it. Everything is forgotten by trial_close(). */
struct trial {
	struct evidence *evidence;
	struct session session;
	struct evidence_view view;  /* of all inputs; opened when it is asked for */
	struct arena keep, scratch; /* as it was when opened; what the case at hand uses */
	char error[256];            /* of the case's own statements; "" when they ran */
};
/* c NULL: nothing but the input. keep lends its unused memory. */
void trial_open(struct trial *t, const struct rules *rules, const struct check_case *c, struct arena keep);
/* The next case in the same file, emptied: much quicker than another file, and as alone as there. */
void trial_next(struct trial *t, const struct check_case *c);
void trial_close(struct trial *t);

/* Changes the evidence; what follows is judged on what is there then. */
void trial_change(struct trial *t, const char *sql);
void trial_cover(struct trial *t, str class);
/* The view of what is there now. */
struct evidence_view *trial_view(struct trial *t);
const struct outcome *trial_run(struct trial *t, const struct check *c);

#endif
