/* Before the interview: what was proposed from what was seen, and waits for somebody to say that it is so. */
#ifndef ASSAY_CLI_ASK_DRAFT_H
#define ASSAY_CLI_ASK_DRAFT_H

#include "cli/ask_input.h"

/* List by list. *ret_goes_on: false: whoever answers stopped. An exit status. */
int ask_draft(struct ask_input *in, const char *folder, str author, str day, bool *ret_goes_on);

#endif
