#include "testing.h"

#include "base/arena.h"
#include "base/buf.h"
#include "jail/jail.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int other_pipe[2];

static err keep(void *self, span bytes)
{
	buf_bytes(self, bytes.p, bytes.n);
	return OK;
}

static const struct fault refusal = { FAULT_INPUT, "test.refused", "refused" };

static err refuse(void *self, span bytes)
{
	(void)self;
	(void)bytes;
	return fail(&refusal, 7);
}

static struct jail_end run_with(
	void (*work)(void *, int), err (*take)(void *, span), struct buf *out, struct jail_limits limits)
{
	struct jail_end end = { 0 };
	struct jail_job job = { .work = work, .take = take, .taker = out };

	assert_ok(jail_run(&job, &limits, &end));
	return end;
}

static struct jail_end run(void (*work)(void *, int))
{
	struct buf out = { 0 };
	struct jail_end end = run_with(work, keep, &out, jail_reader_limits);

	buf_free(&out);
	return end;
}

/* ---- what a reader may do -------------------------------------------------------------------------------------------- */

static void speaks(void *self, int pipe)
{
	(void)self;

	char *p = malloc(3 << 20);

	memset(p, 'x', 3 << 20);
	for (size_t at = 0; at < 3 << 20;) at += (size_t)write(pipe, p + at, (3 << 20) - at);
	free(p);
}

static void a_reader_may_use_memory_and_write_to_its_pipe(void **state)
{
	(void)state;
	struct buf out = { 0 };
	struct jail_end end = run_with(speaks, keep, &out, jail_reader_limits);

	assert_int_equal(end.outcome, JAIL_ENDED);
	assert_int_equal(out.n, 3 << 20);
	assert_non_null(strstr(end.confined, "seccomp"));
	buf_free(&out);
}

static int by_number(const void *a, const void *b)
{
	return (*(const int *)a > *(const int *)b) - (*(const int *)a < *(const int *)b);
}

/* What the C library, OpenSSL and libarchive would ask the system for when first used. */
static void uses_libraries(void *self, int pipe)
{
	enum { MANY = 100'000 };
	int *numbers = calloc(MANY, sizeof(*numbers));
	uint8_t sum[EVP_MAX_MD_SIZE];
	struct tm when = { .tm_year = 126, .tm_mday = 1 };

	(void)self;
	for (int i = 0; i < MANY; i++) numbers[i] = MANY - i;
	qsort(numbers, MANY, sizeof(*numbers), by_number);
	EVP_Digest(numbers, MANY, sum, NULL, EVP_md5(), NULL);
	if (mktime(&when) != 1767225600 || numbers[0] != 1) _exit(1);
	if (write(pipe, "done", 4) != 4) _exit(1);
}

static void a_reader_may_sort_and_take_sums_and_times(void **state)
{
	(void)state;
	struct buf out = { 0 };
	struct jail_end end = run_with(uses_libraries, keep, &out, jail_reader_limits);

	assert_int_equal(end.outcome, JAIL_ENDED);
	assert_int_equal(out.n, 4);
	buf_free(&out);
}

/* ---- what kills it --------------------------------------------------------------------------------------------------- */

static void opens(void *self, int pipe)
{
	(void)self;
	(void)pipe;
	syscall(SYS_openat, AT_FDCWD, "/etc/passwd", O_RDONLY);
}

static void makes_a_socket(void *self, int pipe)
{
	(void)self;
	(void)pipe;
	syscall(SYS_socket, AF_INET, SOCK_STREAM, 0);
}

static void executes(void *self, int pipe)
{
	(void)self;
	(void)pipe;

	char *const none[] = { NULL };

	syscall(SYS_execve, "/bin/true", none, none);
}

static void forks(void *self, int pipe)
{
	(void)self;
	(void)pipe;
	syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0);
}

static void writes_elsewhere(void *self, int pipe)
{
	(void)self;
	(void)pipe;
	syscall(SYS_write, other_pipe[1], "x", 1);
}

static void signals_its_parent(void *self, int pipe)
{
	(void)self;
	(void)pipe;
	syscall(SYS_kill, getppid(), 0);
}

static void maps_code(void *self, int pipe)
{
	(void)self;
	(void)pipe;
	syscall(SYS_mmap, NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

static void makes_memory_executable(void *self, int pipe)
{
	(void)self;
	(void)pipe;

	void *p = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	syscall(SYS_mprotect, p, 4096, PROT_READ | PROT_EXEC);
}

static void unlinks(void *self, int pipe)
{
	(void)self;
	(void)pipe;
	syscall(SYS_unlinkat, AT_FDCWD, "/nonexistent", 0);
}

static void traces(void *self, int pipe)
{
	(void)self;
	(void)pipe;
	syscall(SYS_ptrace, 0, 0, 0, 0);
}

static void every_forbidden_call_kills_the_reader(void **state)
{
	static const struct {
		const char *what;
		void (*work)(void *, int);
	} forbidden[] = {
		{ "open", opens },
		{ "socket", makes_a_socket },
		{ "exec", executes },
		{ "fork", forks },
		{ "write elsewhere", writes_elsewhere },
		{ "kill", signals_its_parent },
		{ "map code", maps_code },
		{ "make executable", makes_memory_executable },
		{ "unlink", unlinks },
		{ "ptrace", traces },
	};

	(void)state;
	assert_int_equal(pipe(other_pipe), 0);
	for (size_t i = 0; i < sizeof(forbidden) / sizeof(*forbidden); i++) {
		struct jail_end end = run(forbidden[i].work);

		if (end.outcome != JAIL_KILLED || end.status != SIGSYS)
			fail_msg("%s did not kill: outcome %d, status %d", forbidden[i].what, (int)end.outcome,
				end.status);
		assert_non_null(strstr(jail_outcome_text(&end), "forbidden"));
	}
	close(other_pipe[0]);
	close(other_pipe[1]);
}

/* ---- how it may die -------------------------------------------------------------------------------------------------- */

static void crashes(void *self, int pipe)
{
	(void)self;
	(void)pipe;
	signal(SIGSEGV, SIG_DFL);

	volatile uintptr_t nowhere = 8;

	*(volatile int *)nowhere = 1;
}

static void a_crash_is_an_outcome(void **state)
{
	(void)state;
	struct jail_end end = run(crashes);

	assert_true(end.outcome == JAIL_KILLED ||
		    end.outcome == JAIL_FAILED); /* a sanitizer turns the signal into an exit */
}

static void hangs(void *self, int pipe)
{
	(void)self;
	(void)pipe;
	for (volatile unsigned i = 0;; i++) continue;
}

static void silence_ends_a_reader(void **state)
{
	(void)state;
	struct jail_limits limits = jail_reader_limits;

	limits.silent_seconds = 1;
	assert_int_equal(run_with(hangs, keep, &(struct buf){ 0 }, limits).outcome, JAIL_SILENT);
}

static void processor_time_ends_a_reader(void **state)
{
	(void)state;
	struct jail_limits limits = jail_reader_limits;

	limits.cpu_seconds = 1;

	struct jail_end end = run_with(hangs, keep, &(struct buf){ 0 }, limits);

	assert_int_equal(end.outcome, JAIL_KILLED);
}

static void eats_memory(void *self, int pipe)
{
	(void)self;
	(void)pipe;

	struct arena a = arena_open(1 << 20);

	for (;;) arena_bytes(&a, 4096);
}

static void a_reader_that_needs_too_much_memory_ends(void **state)
{
	(void)state;
	struct jail_end end = run(eats_memory);

	assert_int_equal(end.outcome, JAIL_FAILED);
	assert_int_equal(end.status, ARENA_EXIT);
	assert_non_null(strstr(jail_outcome_text(&end), "memory"));
}

static void floods(void *self, int pipe)
{
	static char block[65536];

	(void)self;
	for (;;)
		if (write(pipe, block, sizeof(block)) < 0) return;
}

static void a_flood_ends_a_reader(void **state)
{
	(void)state;
	struct jail_limits limits = jail_reader_limits;
	struct buf out = { 0 };

	limits.output = 1 << 20;
	assert_int_equal(run_with(floods, keep, &out, limits).outcome, JAIL_FLOODED);
	buf_free(&out);
}

static void what_the_taker_refuses_ends_a_reader(void **state)
{
	(void)state;
	struct jail_end end = run_with(floods, refuse, NULL, jail_reader_limits);

	assert_int_equal(end.outcome, JAIL_REFUSED);
	assert_string_equal(end.refused.is->id, "test.refused");
	assert_int_equal(end.refused.at, 7);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_reader_may_use_memory_and_write_to_its_pipe),
		cmocka_unit_test(a_reader_may_sort_and_take_sums_and_times),
		cmocka_unit_test(every_forbidden_call_kills_the_reader),
		cmocka_unit_test(a_crash_is_an_outcome),
		cmocka_unit_test(silence_ends_a_reader),
		cmocka_unit_test(processor_time_ends_a_reader),
		cmocka_unit_test(a_reader_that_needs_too_much_memory_ends),
		cmocka_unit_test(a_flood_ends_a_reader),
		cmocka_unit_test(what_the_taker_refuses_ends_a_reader),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
