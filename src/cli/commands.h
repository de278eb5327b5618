/* The commands, one file each (cmd_NAME.c). */
#ifndef ASSAY_CLI_COMMANDS_H
#define ASSAY_CLI_COMMANDS_H

#include "cli/cli.h"

extern const struct command command_answer, command_ask, command_batch, command_check, command_compare, command_new,
	command_declare_check, command_declare_import, command_declare_new, command_draft, command_explain,
	command_facts, command_help, command_next, command_papers, command_plan, command_practices_new,
	command_rules_baseline, command_rules_lint, command_rules_list, command_rules_show, command_rules_testability,
	command_rules_try, command_trials_new, command_unpack;

#endif
