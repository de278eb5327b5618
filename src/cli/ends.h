/* No end without a word: whatever ends the program says why on stderr, and with which status. */
#ifndef ASSAY_CLI_ENDS_H
#define ASSAY_CLI_ENDS_H

/* First of all: the standard descriptors are open, a pipe that nobody reads and a full disk are errors and no deaths,
 * and memory, time or a mistake of ours end the program with a sentence. */
void ends_begin(void);

/* Last of all: what stands in stdout is written. The status that was given, or that it could not be. */
int ends_with(int status);

#endif
