/* Reads a command's words by its table. */
#ifndef ASSAY_CLI_OPTIONS_H
#define ASSAY_CLI_OPTIONS_H

#include "cli/cli.h"

/* EXIT_PASS, or EXIT_USAGE after saying what is wrong. */
int options_parse(const struct command *c, int argc, const char *const *argv, struct given *ret);
void options_free(struct given *g);

#endif
