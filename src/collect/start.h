/* What a line of a start script starts. */
#ifndef ASSAY_COLLECT_START_H
#define ASSAY_COLLECT_START_H

#include "collect/lines.h"

struct starting {
	struct facts *facts;
	const struct tree *tree;
	const char *moment; /* boot, respawn, console, connection, login */
	tri enabled;
	str user; /* empty: not told, which in a start script means root */
	tri confined;
};

/* Takes one command (a program and its arguments, perhaps after nice, env, start-stop-daemon ...) and writes `start`, and `service` for known daemons. */
void start_command(const struct starting *s, const struct lines *at, str command, struct arena scratch);

/* A shell script: every simple command that is not in a comment. */
void start_script(const struct starting *s, const struct tree_file *file, struct arena scratch);

#endif
