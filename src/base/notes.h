/* Sentences for whoever asked, from code that does not print: the command line says each one, a server keeps them for
 * its answer.
 *
 * What a sentence holds may come from a stranger: whoever shows it makes it visible first (buf_visible).
 */
#ifndef ASSAY_BASE_NOTES_H
#define ASSAY_BASE_NOTES_H

#include "base/bytes.h"

struct notes {
	void (*take)(void *self, str sentence); /* NULL: nobody listens */
	void *self;
};

[[gnu::format(printf, 2, 3)]] void note(const struct notes *notes, const char *format, ...);
/* "PATH: line", a sentence for each line of the text. */
void note_lines(const struct notes *notes, const char *path, str text);
/* "PATH: what is wrong: why", with the system's own words where it was the system that refused. more: NULL or "" when
 * there is no more to say. */
void note_fault(const struct notes *notes, const char *path, err e, const char *more);

#endif
