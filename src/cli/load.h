/* Loading rule data for a command: where it is, and how its problems are told. */
#ifndef ASSAY_CLI_LOAD_H
#define ASSAY_CLI_LOAD_H

#include "cli/cli.h"
#include "work/open.h"

#define OPTION_RULES                                                                                                   \
	{                                                                                                              \
		"--rules", "DIR", "a directory of rule data of your own, laid over what is installed", true,           \
			"directory"                                                                                    \
	}

#define OPTION_SCHEME                                                                                                  \
	{                                                                                                              \
		"--scheme", "LIST", "schemes to judge, with commas, or all; default: those that bind the product",     \
			false, "all $(_assay_ids schemes)"                                                             \
	}
#define OPTION_JSON                                                                                                    \
	{                                                                                                              \
		"--json", NULL, "as JSON", false, NULL                                                                 \
	}
#define OPTION_ON                                                                                                      \
	{                                                                                                              \
		"--on", "DATE", "the day to judge for, as 2027-12-11; default: today", false, NULL                     \
	}

/* EXIT_PASS, or an exit status after saying what is wrong. */
int load_rules(const struct given *g, struct arena *keep, struct rules **ret);
/* The same from the files alone, looking for mistakes even where none was found the last time. EXIT_FAIL: there are
 * problems, for the caller to tell. */
int load_rules_anew(const struct given *g, struct arena *keep, struct rules **ret, rule_problems *ret_problems);
void tell_problems(const rule_problems *problems);

/* The words of --scheme as ids; none: those that bind. */
int load_schemes(const struct given *g, const struct rules *rules, struct arena *keep, struct judge_options *ret);
/* The same of a command whose words are schemes, each named once. */
int load_scheme_words(const struct given *g, const struct rules *rules, struct arena *keep, struct judge_options *ret);

/* An evidence file under the rules and the day of a command's options. */
/* EXIT_PASS, or an exit status after saying what is wrong. */
int judge_file(const struct given *g, const char *path, struct judged *ret);
/* Its halves, for a command that asks for schemes of its own. After either fails nothing is open. */
int judge_prepare(const struct given *g, const char *path, struct judged *ret, struct rules **ret_rules,
	struct judge_options *ret_options);
int judge_prepared(const char *path, struct judged *j, const struct rules *rules, const struct judge_options *options);

/* The day to judge for: --on, or today (SOURCE_DATE_EPOCH counts as now). false after saying that it is no date. */
bool load_day(const struct given *g, char ret_day[static 11]);
/* Now as UTC text: 2026-11-24T10:00:00Z. */
void now_text(char ret[static 21]);

#endif
