/* Programs that the start-up collector found started, for the collectors after it: their command lines say which
 * configuration holds. */
#ifndef ASSAY_ROOTFS_STARTED_H
#define ASSAY_ROOTFS_STARTED_H

#include "rootfs/lines.h"

enum { STARTED_MOST = 64, STARTED_WORDS_MOST = 32 };

struct started_program {
	str name; /* "sshd" */
	str words
		/* its arguments, without quotes; a variable that the script does not set stays as it is: "$OPTS" */
		[STARTED_WORDS_MOST];
	size_t count;
	tri enabled;
	struct lines at;
};

struct started {
	struct arena *keep;
	struct started_program programs[STARTED_MOST];
	size_t count;
};

/* Is the configuration of this program read, and is there somebody who notes (not NULL)? */
bool started_wants(const struct started *s, str name);
/* After started_wants(). Texts are copied. */
void started_note(struct started *s, const struct started_program *program);

/* Options one by one, as getopt(3) takes them: letters in one word, the value in the same word or in the next. */
struct options {
	const struct started_program *program;
	const char *with_value; /* letters whose option has a value */
	size_t word, letter;
};

/* *ret_option 0: a word that is no option, in *ret_value. False at the end. */
bool options_next(struct options *o, char *ret_option, str *ret_value);

#endif
