/* Loading rule data for a command: where it is, and how its problems are told. */
#ifndef ASSAY_CLI_LOAD_H
#define ASSAY_CLI_LOAD_H

#include "cli/cli.h"
#include "judge/verdict.h"

#define RULES_MEMORY ((size_t)1 << 30)

#define OPTION_RULES { "--rules", "DIR", "a directory of rule data of your own, laid over what is installed", true, "directory" }

/* EXIT_PASS, or an exit status after saying what is wrong. */
int load_rules(const struct given *g, struct arena *keep, struct rules **ret);

/* The day to judge for: --on, or today (SOURCE_DATE_EPOCH counts as now). false after saying that it is no date. */
bool load_day(const struct given *g, char ret_day[static 11]);
/* Now as UTC text: 2026-11-24T10:00:00Z. */
void now_text(char ret[static 21]);

#endif
