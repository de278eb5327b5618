/* Reading a shell script for the commands that it may run: the parts of sh's grammar that decide what is a command and
 * what is text (quotes, comments, here-documents, tests, case patterns, functions). It runs nothing and expands nothing
 * but plain variables. Time is linear in the script, whatever it holds. */
#ifndef ASSAY_ROOTFS_SHELL_H
#define ASSAY_ROOTFS_SHELL_H

#include "base/arena.h"
#include "base/bytes.h"

enum { SHELL_WORDS_MOST = 48, SHELL_BLOCKS_MOST = 32, SHELL_HERE_MOST = 4, SHELL_NAMES_MOST = 64 };

/* How a command follows the one before it. */
enum shell_link { SHELL_FIRST, SHELL_AND, SHELL_OR, SHELL_PIPE };

struct shell_command {
	str words
		/* without the quotes around them; assignments before the command are not among them */
		[SHELL_WORDS_MOST];
	size_t count;  /* more words than fit are left out */
	str text;      /* as it stands in the script */
	size_t at;     /* its offset in the script */
	uint32_t line; /* from 1 */
	str function;  /* whose body it stands in; empty: none */
	enum shell_link link;
	bool is_conditional; /* inside if, case, for, while: it may not run */
	bool is_one_case;    /* ... and all that makes it so is one `case "$1" in` */
	str pattern;         /* of that case: "start|restart" */
};

struct shell_name {
	str name, value;
	bool is_list; /* of a for: each word of the value in its turn */
};

struct shell {
	str script;
	size_t at;
	uint32_t line;
	enum shell_block { BLOCK_IF, BLOCK_CASE, BLOCK_LOOP, BLOCK_BRACE, BLOCK_PAREN } blocks[SHELL_BLOCKS_MOST];
	str loop;                            /* the name that a for takes, while its words are read */
	str patterns[SHELL_BLOCKS_MOST];     /* of each case: what its branch begins with */
	bool is_on_first[SHELL_BLOCKS_MOST]; /* a case over "$1" */
	bool is_sure[SHELL_BLOCKS_MOST];     /* a for over words that are there: it runs */
	size_t depth, lost;                  /* lost: blocks deeper than that, counted only */
	bool wants_pattern;                  /* inside case, before a pattern's ')' */
	bool wants_word;                     /* after for and case: the words up to do or in are no command */
	str function;
	size_t function_depth;
	struct {
		str end;
		bool strips_tabs;
	} here[SHELL_HERE_MOST];
	size_t here_count;
	enum shell_link link;
	bool no_single, no_double, no_back, no_paren; /* no closing one stands behind this place */
	struct shell_name names[SHELL_NAMES_MOST];
	size_t name_count;
};

struct shell shell_of(str script);

/* The next simple command; false at the end. Commands without a word (assignments alone) are taken in and not
 * returned. */
bool shell_next(struct shell *s, struct shell_command *ret);

/* A word that is a variable ("$PROG", "${PROG}") as the script set it last, in plain text; else the word itself. */
str shell_value(const struct shell *s, str word);

/* A word with every variable in it that the script set in plain text ("$DIR/x", "${DIR}x"); the others stay as they
 * are. */
str shell_expand(const struct shell *s, str word, struct arena *scratch);

/* "$(which telnetd)", "`command -v telnetd`": telnetd; any other word as it is. */
str shell_looked_up(str word);

/* The first variable of a for in a word ("/usr/sbin/$d"): the words that it takes, and where it stands in the word.
 * False: there is none. */
bool shell_loop_in(const struct shell *s, str word, str *ret_list, size_t *ret_at, size_t *ret_end);

/* The words that a variable holds, when it holds several or stands for each word of a loop; else empty. */
str shell_list(const struct shell *s, str word, bool *ret_is_loop);

#endif
