/* What a line of a start script starts. */
#ifndef ASSAY_COLLECT_START_H
#define ASSAY_COLLECT_START_H

#include "collect/lines.h"

/* Scripts that are run when the system starts, in the order of their finding. Each once, at most this many. */
enum { SCRIPTS_MOST = 128 };

struct scripts {
	const struct tree_file *files[SCRIPTS_MOST];
	tri enabled[SCRIPTS_MOST];
	size_t count;
};

void scripts_add(struct scripts *list, const struct tree_file *file, tri enabled);

struct starting {
	struct facts *facts;
	const struct tree *tree;
	const char *moment; /* boot, respawn, console, connection, login */
	tri enabled;
	str user; /* empty: not told, which in a start script means root */
	tri confined;
	struct scripts *scripts; /* where scripts that are called are put; NULL: nowhere */
};

/* Takes a command line (programs and their arguments, perhaps after nice, env, start-stop-daemon ...) and writes `start`, and `service` for known daemons.
 * `at` says where it stands. */
void start_command(const struct starting *s, const struct lines *at, str command, struct arena scratch);

/* A shell script: every command that it may run. */
void start_script(const struct starting *s, const struct tree_file *file, struct arena scratch);

/* Is this the name of a shell? "-sh", "/bin/ash", "bash" */
bool start_is_shell(str program);

#endif
