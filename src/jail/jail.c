#include "jail/jail.h"

#include "base/arena.h"
#include "base/limits.h"
#include "jail/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <openssl/crypto.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

const struct fault jail_system = { FAULT_SYSTEM, "jail.system", "the system would not give us a process or a pipe" };

const struct jail_limits jail_reader_limits = {
	.memory = LIMIT_READER_MEMORY,
	.cpu_seconds = LIMIT_READER_CPU_SECONDS,
	.silent_seconds = LIMIT_READER_SILENT_SECONDS,
	.output = LIMIT_FACT_BYTES,
};

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int by_byte(const void *a, const void *b)
{
	return *(const unsigned char *)a - *(const unsigned char *)b;
}

/* Libraries that readers use ask the system when first called: for a time zone, a character set, a configuration; the C
 * library's qsort() for the size of the memory. In the jail that would be their end. */
static void settle_libraries(void)
{
	unsigned char many[4096] = { 0 };

	setenv("TZ", "UTC0", 1);
	tzset();
	setlocale(LC_CTYPE, "C.UTF-8");
	OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, NULL);
	qsort(many, sizeof(many), 1, by_byte);
}

_Noreturn static void child(const struct jail_job *job, const struct jail_limits *limits, int pipe)
{
	/* Without its parent nobody reads the facts. */
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	signal(SIGPIPE, SIG_DFL);
	settle_libraries();
	if (!confine(limits, pipe)) _exit(CONFINE_EXIT);
	job->work(job->self, pipe);
	_exit(0);
}

/* Reads the pipe until its end, a limit, or a refusal. */
static void watch(const struct jail_job *job, const struct jail_limits *limits, int pipe, struct jail_end *end)
{
	static uint8_t bytes[256 << 10];
	uint64_t total = 0;
	double heard = now();

	for (;;) {
		struct pollfd p = { .fd = pipe, .events = POLLIN };
		int ready = poll(&p, 1, 100);

		if (job->tick) job->tick(job->taker);
		if (ready < 0 && errno != EINTR) break;
		if (ready <= 0) {
			if (now() - heard < limits->silent_seconds) continue;
			end->outcome = JAIL_SILENT;
			return;
		}

		ssize_t n = read(pipe, bytes, sizeof(bytes));

		if (n < 0 && errno == EINTR) continue;
		if (n <= 0) return;
		heard = now();
		total += (uint64_t)n;
		if (total > limits->output) {
			end->outcome = JAIL_FLOODED;
			return;
		}

		err e = job->take(job->taker, (span){ bytes, (size_t)n });

		if (!e.is) continue;
		end->outcome = JAIL_REFUSED;
		end->refused = e;
		return;
	}
}

err jail_run(const struct jail_job *job, const struct jail_limits *limits, struct jail_end *ret_end)
{
	struct jail_end end = { .outcome = JAIL_ENDED, .confined = confine_with() };
	int ends[2];

	if (pipe2(ends, O_CLOEXEC) < 0) return fail(&jail_system, (uint64_t)errno);
	fcntl(ends[0], F_SETPIPE_SZ, 1 << 20);

	/* What stdio holds would be written twice. */
	fflush(NULL);

	pid_t pid = fork();

	if (pid < 0) {
		int why = errno;

		close(ends[0]);
		close(ends[1]);
		return fail(&jail_system, (uint64_t)why);
	}
	if (pid == 0) {
		close(ends[0]);
		child(job, limits, ends[1]);
	}
	close(ends[1]);
	watch(job, limits, ends[0], &end);
	if (end.outcome != JAIL_ENDED) kill(pid, SIGKILL);
	close(ends[0]);

	int status = 0;

	while (waitpid(pid, &status, 0) < 0 && errno == EINTR) continue;
	if (end.outcome == JAIL_ENDED && WIFSIGNALED(status)) {
		end.outcome = JAIL_KILLED;
		end.status = WTERMSIG(status);
	} else if (end.outcome == JAIL_ENDED && WEXITSTATUS(status)) {
		end.outcome = JAIL_FAILED;
		end.status = WEXITSTATUS(status);
	}
	*ret_end = end;
	return OK;
}

const char *jail_outcome_text(const struct jail_end *end)
{
	switch (end->outcome) {
	case JAIL_ENDED:
		return "the reader ended without saying that it was done";
	case JAIL_SILENT:
		return "the reader gave no sign of life and was stopped";
	case JAIL_FLOODED:
		return "the reader sent more facts than any product has and was stopped";
	case JAIL_REFUSED:
		return "the reader sent a fact that cannot be one and was stopped";
	case JAIL_FAILED:
		if (end->status == ARENA_EXIT) return "the reader needed more memory than it may have";
		if (end->status == CONFINE_EXIT) return "the reader could not be confined and did not start";
		return "the reader ended with an error";
	case JAIL_KILLED:
		if (end->status == SIGSYS) return "the reader made a forbidden system call and was killed";
		if (end->status == SIGXCPU || end->status == SIGKILL)
			return "the reader used more time or memory than it may have and was killed";
		return "the reader crashed";
	}
	return "the reader ended";
}
