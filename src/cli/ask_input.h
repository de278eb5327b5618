/* Lines that somebody types, or a pipe gives. */
#ifndef ASSAY_CLI_ASK_INPUT_H
#define ASSAY_CLI_ASK_INPUT_H

#include "cli/cli.h"

struct ask_input;

/* An interrupt ends the input as its end does, from ask_input_open() to ask_input_close(). */
struct ask_input *ask_input_open(void);
void ask_input_close(struct ask_input *in); /* NULL is fine */

/* Without blanks at its ends, until the next one is read; false: there is no more input. */
bool ask_line(struct ask_input *in, const char *prompt, str *ret);
/* The word in any case, or its letter. */
bool ask_is_word(str s, const char *word, const char *letter);

#endif
