#include "cli/commands.h"

const struct command *const commands[] = {
	&command_check,
	&command_explain,
	&command_next,
	&command_plan,
	&command_papers,
	&command_practices_new,
	&command_batch,
	&command_answer,
	&command_compare,
	&command_facts,
	&command_unpack,
	&command_rules_lint,
	&command_rules_list,
	&command_rules_show,
	&command_rules_baseline,
	&command_rules_testability,
	&command_help,
	NULL,
};
