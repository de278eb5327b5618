#include "testing.h"

#include "base/arena.h"
#include "base/buf.h"
#include "jail/jail.h"

#include <errno.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <poll.h>
#include <seccomp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
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

static struct jail_end run_as(
	const struct jail_role *role, void (*work)(void *, int), err (*take)(void *, span), struct buf *out)
{
	struct jail_end end = { 0 };
	struct jail_job job = { .work = work, .take = take, .taker = out };

	assert_ok(jail_run(&job, role, &end));
	return end;
}

static struct jail_end run_with(
	void (*work)(void *, int), err (*take)(void *, span), struct buf *out, struct jail_limits limits)
{
	struct jail_role role = role_image;

	role.limits = limits;
	return run_as(&role, work, take, out);
}

static struct jail_end run(void (*work)(void *, int))
{
	struct buf out = { 0 };
	struct jail_end end = run_as(&role_image, work, keep, &out);

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
	struct jail_end end = run_with(speaks, keep, &out, role_image.limits);

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
	struct jail_end end = run_with(uses_libraries, keep, &out, role_image.limits);

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

static void reads_its_pipe(void *self, int pipe)
{
	char byte;

	(void)self;
	syscall(SYS_read, pipe, &byte, 1);
}

static void looks_at_its_parent(void *self, int pipe)
{
	char bytes[8];

	(void)self;
	(void)pipe;
	syscall(SYS_process_vm_readv, getppid(), bytes, 1, bytes, 1, 0);
}

static void hands_on_a_descriptor(void *self, int pipe)
{
	(void)self;
	syscall(SYS_dup2, pipe, 5);
}

static void lifts_a_limit(void *self, int pipe)
{
	(void)self;
	(void)pipe;
	syscall(SYS_prlimit64, 0, RLIMIT_NOFILE, NULL, NULL);
}

static void every_forbidden_call_kills_every_role(void **state)
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
		{ "read", reads_its_pipe },
		{ "memory of others", looks_at_its_parent },
		{ "dup", hands_on_a_descriptor },
		{ "prlimit", lifts_a_limit },
	};

	(void)state;
	assert_int_equal(pipe(other_pipe), 0);
	for (const struct jail_role *const *role = jail_roles; *role; role++) {
		for (size_t i = 0; i < sizeof(forbidden) / sizeof(*forbidden); i++) {
			struct jail_end end = run_as(*role, forbidden[i].work, keep, &(struct buf){ 0 });

			if (end.outcome != JAIL_KILLED || end.status != SIGSYS || end.is_of_machine)
				fail_msg("%s: %s did not kill: outcome %d, status %d", (*role)->name, forbidden[i].what,
					(int)end.outcome, end.status);
			assert_non_null(strstr(jail_outcome_text(&end), "forbidden"));
		}
	}
	close(other_pipe[0]);
	close(other_pipe[1]);
}

static void asks_for_randomness(void *self, int pipe)
{
	char byte;

	(void)self;
	(void)pipe;
	syscall(SYS_getrandom, &byte, 1, 0);
}

static void a_role_may_make_no_call_that_its_list_lacks(void **state)
{
	static const int fewer[] = { SYS_exit_group, SYS_brk, SYS_munmap, -1 };
	struct jail_role role = role_image;

	(void)state;
	assert_int_equal(run_as(&role, asks_for_randomness, keep, &(struct buf){ 0 }).outcome, JAIL_ENDED);
	role.calls = fewer;

	struct jail_end end = run_as(&role, asks_for_randomness, keep, &(struct buf){ 0 });

	assert_int_equal(end.outcome, JAIL_KILLED);
	assert_int_equal(end.status, SIGSYS);
}

static void waits(void *self, int pipe)
{
	(void)self;
	(void)pipe;
	syscall(SYS_futex, &(int){ 0 }, 0, 0, NULL, NULL, 0);
}

struct watched_pipe {
	int end;
	bool was_closed;
};

static void look_at_pipe(void *self)
{
	struct watched_pipe *w = self;
	struct pollfd p = { .fd = w->end };

	w->was_closed |= poll(&p, 1, 0) == 1 && (p.revents & POLLHUP);
}

static void a_child_keeps_no_descriptor_but_its_pipe(void **state)
{
	struct jail *jail = jail_open();
	struct watched_pipe w = { 0 };
	struct jail_role role = role_image;
	struct jail_job job = { .work = waits, .take = keep, .tick = look_at_pipe, .taker = &w }, ended;
	struct jail_end end;
	int ends[2];

	(void)state;
	role.limits.silent_seconds = 1;
	assert_int_equal(pipe(ends), 0);
	w.end = ends[0];
	assert_ok(jail_start(jail, &job, &role));
	close(ends[1]); /* now only the child could hold it */
	assert_true(jail_next(jail, &ended, &end));
	assert_int_equal(end.outcome, JAIL_SILENT);
	assert_true(w.was_closed);
	close(ends[0]);
	jail_close(jail);
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
	struct jail_limits limits = role_image.limits;

	limits.silent_seconds = 1;
	assert_int_equal(run_with(hangs, keep, &(struct buf){ 0 }, limits).outcome, JAIL_SILENT);
}

static void processor_time_ends_a_reader(void **state)
{
	(void)state;
	struct jail_limits limits = role_image.limits;

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

/* One byte now and then, for ever. */
static void drips(void *self, int pipe)
{
	(void)self;
	for (volatile unsigned i = 0;; i++)
		if (i % 50'000'000 == 0 && write(pipe, "x", 1) != 1) return;
}

static void signs_of_life_do_not_keep_a_reader_for_ever(void **state)
{
	(void)state;
	struct jail_limits limits = role_image.limits;
	struct buf out = { 0 };

	limits.silent_seconds = 2;
	limits.wall_seconds = 3;

	struct jail_end end = run_with(drips, keep, &out, limits);

	assert_int_equal(end.outcome, JAIL_LATE);
	assert_true(out.n > 1);
	buf_free(&out);
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
	struct jail_limits limits = role_image.limits;
	struct buf out = { 0 };

	limits.output = 1 << 20;
	assert_int_equal(run_with(floods, keep, &out, limits).outcome, JAIL_FLOODED);
	buf_free(&out);
}

static void what_the_taker_refuses_ends_a_reader(void **state)
{
	(void)state;
	struct jail_end end = run_with(floods, refuse, NULL, role_image.limits);

	assert_int_equal(end.outcome, JAIL_REFUSED);
	assert_string_equal(end.refused.is->id, "test.refused");
	assert_int_equal(end.refused.at, 7);
}

/* ---- trouble of the machine ------------------------------------------------------------------------------------------ */

static void who_gets_no_processor_tells_nothing_of_the_input(void **state)
{
	struct jail_limits limits = role_image.limits;

	(void)state;
	limits.silent_seconds = 1;

	struct jail_end end = run_with(waits, keep, &(struct buf){ 0 }, limits);

	assert_int_equal(end.outcome, JAIL_SILENT);
	assert_true(end.is_of_machine);
	assert_non_null(strstr(jail_outcome_text(&end), "try again"));
}

/* Runs a reader in a process of its own that has less than a reader may use; 0: it ended as trouble of the machine, with these words. */
static int ends_under(int resource, rlim_t limit, void (*work)(void *, int), const char *words)
{
	int status = 0;
	pid_t pid = fork();

	if (pid == 0) {
		struct jail_end end;
		struct jail_job job = { .work = work, .take = keep, .taker = &(struct buf){ 0 } };

		if (setrlimit(resource, &(struct rlimit){ limit, limit })) _exit(2);
		if (jail_run(&job, &role_image, &end).is) _exit(3);
		if (!end.is_of_machine) _exit(4);
		_exit(strstr(jail_outcome_text(&end), words) ? 0 : 5);
	}
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 100 + WTERMSIG(status);
}

static void a_small_limit_of_time_is_no_fault_of_the_input(void **state)
{
	(void)state;
	assert_int_equal(ends_under(RLIMIT_CPU, 1, hangs, "ulimit -t"), 0);
}

static void wants_an_arena(void *self, int pipe)
{
	(void)self;
	(void)pipe;
	arena_open((size_t)1 << 30);
}

static void a_small_limit_of_memory_is_no_fault_of_the_input(void **state)
{
	(void)state;
#if !defined(__SANITIZE_ADDRESS__)
	assert_int_equal(ends_under(RLIMIT_AS, (rlim_t)512 << 20, wants_an_arena, "ulimit -v"), 0);
#endif
}

static void counts_for_ever(void *self, int pipe)
{
	(void)self;
	(void)pipe;
	for (volatile unsigned i = 0;; i++) continue;
}

static pid_t only_child(void)
{
	char path[64], text[32] = "";

	snprintf(path, sizeof(path), "/proc/self/task/%d/children", (int)getpid());

	FILE *f = fopen(path, "r");

	if (f && !fgets(text, sizeof(text), f)) text[0] = 0;
	if (f) fclose(f);
	return (pid_t)atoi(text);
}

static void kill_child(void *self)
{
	pid_t pid = only_child();

	(void)self;
	if (pid > 0) kill(pid, SIGKILL);
}

/* As the kernel does when memory runs out. */
static void who_is_killed_from_outside_tells_nothing_of_the_input(void **state)
{
	struct jail_job job = {
		.work = counts_for_ever, .take = keep, .tick = kill_child, .taker = &(struct buf){ 0 }
	};
	struct jail_end end;

	(void)state;
	if (access("/proc/self/task", F_OK)) skip();
	assert_ok(jail_run(&job, &role_image, &end));
	assert_int_equal(end.outcome, JAIL_KILLED);
	assert_true(end.is_of_machine);
}

/* A container that lets no process confine itself. */
static int ends_without_seccomp(void)
{
	int status = 0;
	pid_t pid = fork();

	if (pid == 0) {
		struct jail_end end;
		struct jail_job job = { .work = wants_an_arena, .take = keep, .taker = &(struct buf){ 0 } };
		scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);

		if (!filter || seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(seccomp), 0) ||
			seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(prctl), 1,
				SCMP_A0(SCMP_CMP_EQ, PR_SET_SECCOMP)) ||
			seccomp_load(filter))
			_exit(2);
		if (jail_run(&job, &role_image, &end).is) _exit(3);
		_exit(end.is_of_machine && strstr(jail_outcome_text(&end), "seccomp") ? 0 : 4);
	}
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 100 + WTERMSIG(status);
}

static void a_kernel_that_refuses_to_confine_is_no_fault_of_the_input(void **state)
{
	(void)state;
	assert_int_equal(ends_without_seccomp(), 0);
}

/* ---- several at once ------------------------------------------------------------------------------------------------- */

static void says_its_name(void *self, int pipe)
{
	if (write(pipe, self, 1) != 1) _exit(1);
}

static void children_are_served_from_one_loop(void **state)
{
	enum { MANY = 20 };
	struct jail *jail = jail_open();
	struct buf out[MANY + 1] = { 0 };
	struct jail_role brief = role_image;
	struct jail_end end;
	struct jail_job ended;
	char names[MANY];
	size_t done = 0, silent = 0;

	(void)state;
	brief.limits.silent_seconds = 1;
	assert_ok(jail_start(jail, &(struct jail_job){ .work = hangs, .take = keep, .taker = &out[MANY] }, &brief));
	for (int i = 0; i < MANY; i++) {
		names[i] = (char)('a' + i);
		assert_ok(jail_start(jail,
			&(struct jail_job){ .work = says_its_name, .self = &names[i], .take = keep, .taker = &out[i] },
			&role_image));
	}
	while (jail_next(jail, &ended, &end)) {
		done += end.outcome == JAIL_ENDED;
		silent += end.outcome == JAIL_SILENT;
		assert_true((end.outcome == JAIL_SILENT) == (ended.work == hangs));
	}
	assert_int_equal(done, MANY);
	assert_int_equal(silent, 1);
	for (int i = 0; i < MANY; i++) {
		assert_int_equal(out[i].n, 1);
		assert_int_equal(out[i].p[0], names[i]);
		buf_free(&out[i]);
	}
	jail_close(jail);
}

static void closing_a_jail_ends_who_is_in_it(void **state)
{
	struct jail *jail = jail_open();

	(void)state;
	assert_ok(jail_start(jail, &(struct jail_job){ .work = hangs, .take = keep }, &role_image));
	jail_close(jail);
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
	assert_int_equal(errno, ECHILD);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_reader_may_use_memory_and_write_to_its_pipe),
		cmocka_unit_test(a_reader_may_sort_and_take_sums_and_times),
		cmocka_unit_test(every_forbidden_call_kills_every_role),
		cmocka_unit_test(a_role_may_make_no_call_that_its_list_lacks),
		cmocka_unit_test(a_child_keeps_no_descriptor_but_its_pipe),
		cmocka_unit_test(a_crash_is_an_outcome),
		cmocka_unit_test(silence_ends_a_reader),
		cmocka_unit_test(processor_time_ends_a_reader),
		cmocka_unit_test(a_reader_that_needs_too_much_memory_ends),
		cmocka_unit_test(a_flood_ends_a_reader),
		cmocka_unit_test(what_the_taker_refuses_ends_a_reader),
		cmocka_unit_test(signs_of_life_do_not_keep_a_reader_for_ever),
		cmocka_unit_test(who_gets_no_processor_tells_nothing_of_the_input),
		cmocka_unit_test(a_small_limit_of_time_is_no_fault_of_the_input),
		cmocka_unit_test(a_small_limit_of_memory_is_no_fault_of_the_input),
		cmocka_unit_test(who_is_killed_from_outside_tells_nothing_of_the_input),
		cmocka_unit_test(a_kernel_that_refuses_to_confine_is_no_fault_of_the_input),
		cmocka_unit_test(children_are_served_from_one_loop),
		cmocka_unit_test(closing_a_jail_ends_who_is_in_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
