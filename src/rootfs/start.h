/* What a line of a start script starts. */
#ifndef ASSAY_ROOTFS_START_H
#define ASSAY_ROOTFS_START_H

#include "rootfs/lines.h"

/* Scripts that something starts, in the order of their finding, at most this many. Each is read once; one that was
 * read as perhaps run and is then found to be run stands here a second time. */
enum { SCRIPTS_MOST = 128 };

struct called_script {
	const struct tree_file *file;
	tri enabled;
	bool gets_start;    /* it is run with the word "start" */
	const char *moment; /* as in struct starting */
	str user;           /* as in struct starting */
};

struct scripts {
	struct called_script list[SCRIPTS_MOST];
	size_t count;
	size_t taken; /* so many of them were gone through */
};

/* What was found while going through all of it. */
struct start_found {
	bool anything;            /* some table, script or unit says what is started */
	bool inetd, xinetd, cron; /* started themselves */
};

struct starting {
	struct facts *facts;
	const struct tree *tree;
	const char *moment; /* boot, respawn, console, connection, timer, event, login */
	tri enabled;
	str user; /* empty: not told, which in a start script means root */
	tri confined;
	uint64_t port;             /* told beside the command; 0: not */
	bool gets_start;           /* a script that is run with the word "start" */
	struct scripts *scripts;   /* where scripts that are called are put */
	struct start_found *found; /* NULL: nobody asks */
};

/* Puts a script on the list of s, with its moment, user and how sure it is that it runs; without effect when it is a
 * program, or none. */
void scripts_add(const struct starting *s, const struct tree_file *file, bool gets_start);

/* Goes through the scripts on the list that nobody went through yet, and those that they call. */
void scripts_follow(const struct starting *s, struct arena scratch);

/* A file that says what is started. When it was not kept, what is started is not wholly known. */
void start_seen(const struct starting *s, const struct tree_file *file);

/* A shell that stands open, as a row of its own: a shell is otherwise only what runs the next word. */
void start_shell(const struct starting *s, const struct lines *at, str command);

/* Is there something at this path when the device runs? Not known for folders that are filled while it runs. */
tri start_path_exists(const struct tree *t, str path);

/* What cron, the device managers and OpenRC start; in events.c. */
void start_events(const struct starting *s, struct arena scratch);

/* systemd's units; in systemd.c. */
void start_units(const struct starting *s, struct arena scratch);

/* Takes a command line (programs and their arguments, perhaps after nice, env, start-stop-daemon ...) and writes
 * `start`, and `service` for known daemons. `at` says where it stands. */
void start_command(const struct starting *s, const struct lines *at, str command, struct arena scratch);

/* A shell script: every command that it may run. */
void start_script(const struct starting *s, const struct tree_file *file, struct arena scratch);

struct shell;
struct shell_command;

/* What a script's commands are taken apart with: the number of the word that is the program (c->count: there is none),
 * and its row. */
size_t start_program_at(const struct shell *sh, const struct shell_command *c);
void start_write(const struct starting *s, const struct lines *at, const struct shell *sh,
	const struct shell_command *c, size_t program_word, struct arena scratch);
bool start_has_word(const struct shell_command *c, const char *word);

/* Is this the name of a shell? "-sh", "/bin/ash", "bash" */
bool start_is_shell(str program);

#endif
