#include "cli/ask_input.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

struct ask_input {
	FILE *file;
	char *line; /* getline's */
	size_t room;
	struct sigaction before;
};

static volatile sig_atomic_t was_interrupted;

static void interrupt(int signal)
{
	(void)signal;
	was_interrupted = 1;
}

struct ask_input *ask_input_open(void)
{
	struct sigaction action = { .sa_handler = interrupt };
	struct ask_input *in = calloc(1, sizeof(*in));

	if (!in) return NULL;
	in->file = stdin;
	sigaction(SIGINT, &action, &in->before);
	return in;
}

void ask_input_close(struct ask_input *in)
{
	if (!in) return;
	sigaction(SIGINT, &in->before, NULL);
	free(in->line);
	free(in);
}

bool ask_line(struct ask_input *in, const char *prompt, str *ret)
{
	ssize_t n;

	fputs(prompt, stdout);
	fflush(stdout);
	errno = 0;
	n = was_interrupted ? -1 : getline(&in->line, &in->room, in->file);
	if (n < 0) {
		putchar('\n');
		return false;
	}
	*ret = str_trim((str){ in->line, (size_t)n });
	if (!isatty(fileno(in->file))) putchar('\n');
	return true;
}

bool ask_is_word(str s, const char *word, const char *letter)
{
	return (s.n == strlen(word) && strncasecmp(s.p, word, s.n) == 0) || str_is(s, letter);
}
