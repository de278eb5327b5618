/* The interview in a terminal or a pipe: one thing at a time, each answer saved before the next question. */
#ifndef ASSAY_CLI_ASK_DIALOGUE_H
#define ASSAY_CLI_ASK_DIALOGUE_H

#include "cli/ask_input.h"
#include "work/interview.h"

/* Until nothing is left, or whoever answers stops: by "stop", the end of the input or an interrupt. An exit status. */
int ask_dialogue(struct interview *i, struct ask_input *in, const char *path);

#endif
