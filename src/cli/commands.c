#include "cli/commands.h"

const struct command *const commands[] = {
	&command_facts,
	&command_unpack,
	&command_help,
	NULL,
};
