#include "jail/jail.h"

#include "base/arena.h"
#include "base/exhausted.h"
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
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

const struct fault jail_system = { FAULT_SYSTEM, "jail.system", "the system would not give us a process or a pipe" };

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

_Noreturn static void child(const struct jail_job *job, const struct jail_role *role, int pipe)
{
	static const int own[] = { SIGPIPE, SIGXCPU, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL };

	/* Without its parent nobody reads the facts. What its parent does at a signal is no business of its child. */
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	for (size_t i = 0; i < sizeof(own) / sizeof(*own); i++) signal(own[i], SIG_DFL);
	exhausted_ends_by(NULL);
	settle_libraries();
	if (!confine(role, pipe)) _exit(CONFINE_EXIT);
	job->work(job->self, pipe);
	_exit(0);
}

/* ---- the parent's side ------------------------------------------------------------------------------------------- */

struct running {
	struct jail_job job;
	const struct jail_role *role;
	pid_t pid;
	int pipe;
	uint64_t total;
	double began, heard; /* in the parent's own time: what it spends elsewhere, or asleep, is no child's fault */
	double cpu_heard;    /* processor time of the child when it was heard last */
	struct jail_end end;
	bool has_ended;
};

struct jail {
	struct running children[JAIL_MOST];
	size_t count;
	double looked, ticked;
};

struct jail *jail_open(void)
{
	struct jail *jail = calloc(1, sizeof(*jail));

	if (!jail) exhausted(EXHAUSTED_SYSTEM);
	return jail;
}

/* Seconds of processor time that a child has used; below 0: not known. */
static double cpu_of(pid_t pid)
{
	clockid_t clock;
	struct timespec t;

	if (clock_getcpuclockid(pid, &clock) || clock_gettime(clock, &t)) return -1;
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

err jail_start(struct jail *jail, const struct jail_job *job, const struct jail_role *role)
{
	int ends[2];

	if (jail->count == JAIL_MOST) return fail(&jail_system, EAGAIN);
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
	if (pid == 0) child(job, role, ends[1]);
	close(ends[1]);
	jail->children[jail->count++] = (struct running){ .job = *job,
		.role = role,
		.pid = pid,
		.pipe = ends[0],
		.began = now(),
		.heard = now(),
		.end = { .outcome = JAIL_ENDED, .confined = confine_with() } };
	if (jail->count == 1) jail->looked = jail->ticked = now();
	return OK;
}

/* Whether a child that was waited for got less than half of a processor meanwhile: the machine was busy, or asleep. */
static bool had_no_time(double used, double waited)
{
	return used >= 0 && used < waited / 2;
}

static void end_as(struct running *r, enum jail_outcome outcome)
{
	r->end.outcome = outcome;
	r->has_ended = true;
}

/* One piece of what it says. */
static void hear(struct running *r)
{
	static uint8_t bytes[256 << 10];
	ssize_t n = read(r->pipe, bytes, sizeof(bytes));

	if (n < 0 && errno == EINTR) return;
	if (n <= 0) {
		r->has_ended = true;
		return;
	}
	r->heard = now();
	r->cpu_heard = cpu_of(r->pid);
	r->total += (uint64_t)n;
	if (r->total > r->role->limits.output) {
		end_as(r, JAIL_FLOODED);
		return;
	}
	r->end.refused = r->job.take(r->job.taker, (span){ bytes, (size_t)n });
	if (r->end.refused.is) end_as(r, JAIL_REFUSED);
}

static void look_at_clock(struct running *r, bool is_ready)
{
	const struct jail_limits *limits = &r->role->limits;
	double at = now(), cpu;

	if (at - r->began >= limits->wall_seconds) {
		cpu = cpu_of(r->pid);
		r->end.is_of_machine = had_no_time(cpu, at - r->began);
		end_as(r, JAIL_LATE);
	} else if (!is_ready && at - r->heard >= limits->silent_seconds) {
		cpu = cpu_of(r->pid);
		r->end.is_of_machine = had_no_time(cpu < 0 ? cpu : cpu - r->cpu_heard, at - r->heard);
		end_as(r, JAIL_SILENT);
	}
}

/* Time that passed while nobody here was looking: the parent was busy, stopped, or the machine slept. */
static void forgive(struct jail *jail)
{
	double gone = now() - jail->looked;

	for (size_t i = 0; gone > 1 && i < jail->count; i++) {
		jail->children[i].began += gone;
		jail->children[i].heard += gone;
	}
}

static void serve(struct jail *jail)
{
	struct pollfd pipes[JAIL_MOST];

	for (size_t i = 0; i < jail->count; i++)
		pipes[i] = (struct pollfd){ .fd = jail->children[i].pipe, .events = POLLIN };
	forgive(jail);

	int ready = poll(pipes, jail->count, 100);
	bool is_time = now() - jail->ticked >= 0.1;

	jail->looked = now();
	if (is_time) jail->ticked = now();
	for (size_t i = 0; i < jail->count; i++) {
		struct running *r = &jail->children[i];
		bool is_ready = ready > 0 && pipes[i].revents;

		if (is_time && r->job.tick) r->job.tick(r->job.taker);
		if (is_ready) hear(r);
		if (!r->has_ended) look_at_clock(r, is_ready);
	}
}

static double cpu_seconds(const struct rusage *used)
{
	return (double)(used->ru_utime.tv_sec + used->ru_stime.tv_sec) +
	       (double)(used->ru_utime.tv_usec + used->ru_stime.tv_usec) / 1e6;
}

/* Killed: by its limit of time, or by somebody else. The kernel's killer for want of memory, and people, are no
 * reader's doing. */
static bool is_killed_by_others(const struct running *r, int signal, const struct rusage *used)
{
	if (signal == SIGTERM || signal == SIGINT || signal == SIGHUP || signal == SIGQUIT) return true;
	return (signal == SIGKILL || signal == SIGXCPU) && cpu_seconds(used) < r->role->limits.cpu_seconds - 0.5;
}

/* Memory that the system did not give, to a reader that had not used much of it. */
static bool is_short_of_memory(const struct running *r, const struct rusage *used)
{
	return confine_is_short_of_memory(&r->role->limits) ||
	       (uint64_t)used->ru_maxrss * 1024 < r->role->limits.memory / 8;
}

static void bury(struct running *r)
{
	struct rusage used = { 0 };
	int status = 0;

	if (r->end.outcome != JAIL_ENDED) kill(r->pid, SIGKILL);
	close(r->pipe);
	while (wait4(r->pid, &status, 0, &used) < 0 && errno == EINTR) continue;
	if (r->end.outcome != JAIL_ENDED) return;
	if (WIFSIGNALED(status)) {
		r->end.outcome = JAIL_KILLED;
		r->end.status = WTERMSIG(status);
		r->end.is_of_machine = is_killed_by_others(r, r->end.status, &used);
		if (r->end.is_of_machine && confine_is_out_of_time(&r->role->limits, cpu_seconds(&used)))
			r->end.status = SIGXCPU;
	} else if (WEXITSTATUS(status)) {
		r->end.outcome = JAIL_FAILED;
		r->end.status = WEXITSTATUS(status);
		r->end.is_of_machine =
			r->end.status == CONFINE_EXIT || (r->end.status == MEMORY_EXIT && is_short_of_memory(r, &used));
	}
}

bool jail_next(struct jail *jail, struct jail_job *ret_job, struct jail_end *ret_end)
{
	while (jail->count) {
		for (size_t i = 0; i < jail->count; i++) {
			struct running *r = &jail->children[i];

			if (!r->has_ended) continue;
			bury(r);
			*ret_job = r->job;
			*ret_end = r->end;
			*r = jail->children[--jail->count];
			return true;
		}
		serve(jail);
	}
	return false;
}

void jail_close(struct jail *jail)
{
	for (size_t i = 0; i < jail->count; i++) {
		jail->children[i].end.outcome = JAIL_LATE;
		bury(&jail->children[i]);
	}
	free(jail);
}

err jail_run(const struct jail_job *job, const struct jail_role *role, struct jail_end *ret_end)
{
	struct jail *jail = jail_open();
	struct jail_job ended;
	err e = jail_start(jail, job, role);

	if (!e.is) (void)jail_next(jail, &ended, ret_end);
	jail_close(jail);
	return e;
}

/* ---- in words ---------------------------------------------------------------------------------------------------- */

static const char *text_of_machine(const struct jail_end *end)
{
	if (end->outcome == JAIL_SILENT || end->outcome == JAIL_LATE)
		return "the machine gave the reader too little processor time: try again when it has less to do";
	if (end->outcome == JAIL_FAILED && end->status == CONFINE_EXIT)
		return "the system would not confine the reader (seccomp, Landlock or resource limits), so it did not "
		       "start: allow these, "
		       "or run assay on another system";
	if (end->outcome == JAIL_FAILED || end->status == SIGKILL)
		return "the machine had too little memory for the reader, or it was killed: give it more memory "
		       "(ulimit -v, container "
		       "limits), and try again";
	if (end->status == SIGXCPU)
		return "the reader may use less processor time here than it needs: raise the limit (ulimit -t), and "
		       "try "
		       "again";
	return "the reader was stopped from outside: try again";
}

const char *jail_outcome_text(const struct jail_end *end)
{
	if (end->is_of_machine) return text_of_machine(end);
	switch (end->outcome) {
	case JAIL_ENDED:
		return "the reader ended without saying that it was done";
	case JAIL_SILENT:
		return "the reader gave no sign of life and was stopped";
	case JAIL_LATE:
		return "the reader was not done after the longest time that any product takes and was stopped";
	case JAIL_FLOODED:
		return "the reader sent more facts than any product has and was stopped";
	case JAIL_REFUSED:
		return "the reader sent a fact that cannot be one and was stopped";
	case JAIL_FAILED:
		if (end->status == ARENA_EXIT || end->status == MEMORY_EXIT)
			return "the reader needed more memory than it may have";
		return "the reader ended with an error";
	case JAIL_KILLED:
		if (end->status == SIGSYS) return "the reader made a forbidden system call and was killed";
		if (end->status == SIGXCPU || end->status == SIGKILL)
			return "the reader used more processor time than it may have and was killed";
		return "the reader crashed";
	}
	return "the reader ended";
}
