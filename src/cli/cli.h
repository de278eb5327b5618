/* The command line: a table of commands, and what they share. Only cli/ prints and only cli/ exits. stdout is the
 * result, stderr is talk. */
#ifndef ASSAY_CLI_CLI_H
#define ASSAY_CLI_CLI_H

#include "base/notes.h"

/* help.c says what each means. */
enum exit_status {
	EXIT_PASS = 0,
	EXIT_FAIL = 1,
	EXIT_INCONCLUSIVE = 2,
	EXIT_USAGE = 64,
	EXIT_INTERNAL = 70,
	EXIT_MACHINE = 71,
};

/* ---- options ----------------------------------------------------------------------------------------------------- */

struct option {
	const char *name;  /* "--product"; a word without dashes is the name of the value for people */
	const char *value; /* "FILE"; NULL: it takes none */
	const char *help;  /* a sentence without its full stop; NULL: the table of sources says it (source/sources.c) */
	bool repeats;      /* may be given several times */
	const char *completes; /* for the shell: "file", "directory", "scheme", "a|b|c"; NULL: nothing */
};

enum { OPTIONS_MAX = 16, REPEATS_MAX = 64 };

/* What was given: for each option of the command's table, in its order, the values; and what is no option. */
struct given {
	const struct command *command;
	struct {
		const char *values[REPEATS_MAX];
		unsigned count;
	} options[OPTIONS_MAX];
	const char *const *words;
	int word_count;
};

bool given_has(const struct given *g, const char *option);
const char *given_value(const struct given *g, const char *option); /* the last one; NULL when it was not given */
const char *given_nth(const struct given *g, const char *option, unsigned n); /* from 0; NULL: there are not so many */

/* ---- commands ---------------------------------------------------------------------------------------------------- */

struct command {
	const char *name;        /* "check", "rules lint" */
	const char *synopsis;    /* what follows the name: "INPUT... [--product FILE]" */
	const char *summary;     /* one line */
	const char *description; /* paragraphs for the man page and --help */
	const char *example;     /* lines; each is also a test */
	struct option options[OPTIONS_MAX];
	int least, most;                       /* words besides options */
	int (*run)(const struct given *given); /* an exit status */
};

extern const struct command *const commands[]; /* NULL ends; commands.c */

/* The command whose words these begin with, the longest first; NULL after saying what may be meant. */
const struct command *command_named(int argc, const char *const *argv, int *ret_words);

/* Whether a command of two words begins with it; whether one does. */
bool command_is_of_group(const struct command *c, str word);
bool command_is_group(str word);

/* ---- talk -------------------------------------------------------------------------------------------------------- */

/* "assay: " sentence on stderr. */
[[gnu::format(printf, 1, 2)]] void say(const char *format, ...);
/* A sentence on stdout. What either holds is made visible: no byte of a name reaches a terminal as it is. */
[[gnu::format(printf, 1, 2)]] void tell(const char *format, ...);
/* What code that does not print has to say goes the same way as say(). */
extern const struct notes talk;
/* An exit status after work that said to `talk` what went wrong (work/work.h). */
int status_after(err e);
/* For a fault: "assay: PATH: sentence", with errno's words for system faults. */
void say_fault(const char *path, err e, const char *more);

struct buf;
void put(struct buf *text); /* to stdout as it is, and lets go of it: what report/ wrote is fit to be seen */
struct json_t;
void say_json(struct json_t *owned); /* to stdout, and lets go of it */

int terminal_width(void);    /* columns of stdout's terminal; 80 when it is none */
bool is_colour_wanted(void); /* stdout is a terminal, TERM is not dumb, NO_COLOR is not set */

#endif
