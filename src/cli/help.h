/* --help, the man page and the shell completion: all from the command table. */
#ifndef ASSAY_CLI_HELP_H
#define ASSAY_CLI_HELP_H

#include "cli/cli.h"

#include <stdio.h>

void help_overview(FILE *out);
void help_command(FILE *out, const struct command *c);
void help_group(FILE *out, str group); /* the commands whose first word it is */
void help_man(FILE *out);              /* assay(1), roff */
void help_bash(FILE *out);             /* completion for bash */

#endif
