/* What readers of configuration have in common. Each reads a program's files by the program's own rules: which file it
 * opens, what is included, which of two lines counts, what stands in a block and holds only there. What holds becomes a
 * row of `setting`; a line in whose place another one counts becomes none. */
#ifndef ASSAY_ROOTFS_SETTINGS_H
#define ASSAY_ROOTFS_SETTINGS_H

#include "rootfs/lines.h"
#include "rootfs/started.h"

/* Settings of a sensible program; more is data. */
enum { SETTINGS_MOST = 4000 };

/* Files that one configuration includes, over all: a file that includes itself twice would be read 2^16 times. */
enum { INCLUDED_MOST = 256, INCLUDE_DEPTH_MOST = 16 };

struct setting {
	str key, value;
	str condition; /* "Match User x", "listener 8883": it holds only there; empty: everywhere */
	const char *
		/* NULL: a line of a file; "command": the command that starts the program; "default": nothing says it */
		origin;
	struct lines at;
};

/* Which of several with one key and one condition counts. */
enum setting_rule { SETTING_FIRST, SETTING_LAST, SETTING_EACH };

struct settings {
	struct facts *facts;
	const struct tree *tree;
	const char *domain;
	struct setting rows[SETTINGS_MOST];
	size_t count;
	unsigned included;
	struct arena *keep; /* until settings_write() */
};

struct settings *settings_open(struct facts *f, const struct tree *t, const char *domain, struct arena *keep);
void settings_add(struct settings *s, enum setting_rule rule, const struct setting *row);
const struct setting *settings_find(struct settings *s, const char *key, str condition); /* NULL: there is none */
/* All rows as facts, and none is left. What is secret in a value is no part of them (setting_write.c). */
void settings_write(struct settings *s, struct arena scratch);

/* One row at once. */
void setting_write(
	struct facts *f, const struct tree *t, const char *domain, const struct setting *row, struct arena scratch);

/* A text without blanks and the quotes around it; a copy in lower case. */
str setting_unquoted(str s);
str setting_lowered(struct arena *keep, str s);

/* A file of configuration that can be read: kept text. When it is there and was not kept, that is said. NULL: none. */
const struct tree_file *setting_file(const struct tree *t, str path);

/* The files that a pattern of glob(3) names, in its order, each given to `each`. "" and what leads to folders that the
 * device fills itself tell that not all could be read. */
void settings_include(struct settings *s, str pattern, unsigned depth,
	void (*each)(void *self, const struct tree_file *file, unsigned depth), void *self);

/* The configuration that the started program is told to read, of each start; else the usual ones that are there.
 * `option`: the letter before the path, 0: the first word that is no option; `with_value`: the letters of all options
 * with a value. */
struct setting_sources {
	struct {
		const struct tree_file *file;          /* NULL: it is told all by its command */
		const struct started_program *program; /* NULL: nothing starts it */
	} all[STARTED_MOST + 8];
	size_t count;
};

struct setting_sources setting_sources(const struct tree *t, const char *program, char option, const char *with_value,
	const char *const *usual, struct arena scratch);

/* The readers: each all that its programs have. */
void settings_sshd(struct facts *f, const struct tree *t, struct arena scratch);
void settings_dropbear(struct facts *f, const struct tree *t, struct arena scratch);
void settings_blocks(struct facts *f, const struct tree *t, struct arena scratch);
void settings_uci(struct facts *f, const struct tree *t, struct arena scratch);
void settings_sysctl(struct facts *f, const struct tree *t, struct arena scratch);

#endif
