#include "cli/ends.h"

#include "cli/cli.h"

#include "base/exhausted.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Without memory, and within a signal: nothing but write(). */
static void cry(const char *sentence)
{
	const char *const pieces[] = { "assay: ", sentence, "\n" };

	for (size_t i = 0; i < 3; i++)
		if (write(STDERR_FILENO, pieces[i], strlen(pieces[i])) < 0) return;
}

static void end_exhausted(enum exhausted_by why)
{
	cry(why == EXHAUSTED_BUDGET ? "stopped: this needs more memory than assay gives itself for it; give it less at "
				      "once (fewer or smaller inputs)"
				    : "stopped: the system gives too little memory; give it more (ulimit -v, container "
				      "limits), and try again");
	_exit(EXIT_MACHINE);
}

static const struct {
	int number;
	const char *sentence;
} signals[] = {
	{ SIGXCPU, "stopped: the limit of processor time is reached; raise it (ulimit -t), and try again" },
	{ SIGABRT,
		"stopped: a mistake in assay, or the system gave no memory; please report it with what was asked for" },
	{ SIGSEGV, "crashed: a mistake in assay; please report it with what was asked for" },
	{ SIGBUS, "crashed: a file or the memory behind it is gone, or a mistake in assay" },
	{ SIGFPE, "crashed: a mistake in assay; please report it with what was asked for" },
	{ SIGILL, "crashed: this processor lacks what assay was built for, or a mistake in assay" },
};

/* The handler was taken off when it was called: the signal ends the program after all, and the status says which. */
static void on_signal(int number)
{
	for (size_t i = 0; i < sizeof(signals) / sizeof(*signals); i++)
		if (signals[i].number == number) cry(signals[i].sentence);
	raise(number);
}

/* A stack of its own, so that the end of the other one can be told, too. */
static void listen_to_signals(void)
{
	static char stack[64 << 10];
	struct sigaction action = { .sa_handler = on_signal,
		.sa_flags = (int)(SA_RESETHAND | SA_ONSTACK | SA_NODEFER) };

	sigaltstack(&(stack_t){ .ss_sp = stack, .ss_size = sizeof(stack) }, NULL);
	for (size_t i = 0; i < sizeof(signals) / sizeof(*signals); i++) {
		struct sigaction before;

		/* A sanitizer has its own. */
		if (sigaction(signals[i].number, NULL, &before) == 0 && before.sa_handler == SIG_DFL)
			sigaction(signals[i].number, &action, NULL);
	}
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
}

void ends_begin(void)
{
	/* Else the first file that is opened would be stdout, and get what is printed. This one cannot be written, so
	 * that it is told. */
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", O_RDONLY) != fd) _exit(EXIT_INTERNAL);
	listen_to_signals();
	exhausted_ends_by(end_exhausted);
}

int ends_with(int status)
{
	bool had_trouble = ferror(stdout);

	errno = 0;
	if (fflush(stdout) == 0 && !had_trouble) return status;
	say("the result could not be written%s%s", errno ? ": " : "", errno ? strerror(errno) : "");
	return EXIT_INTERNAL;
}
