#include "testing.h"

#include "base/arena.h"

#include <sys/wait.h>
#include <unistd.h>

/* A request of a process that lives on. */
struct request {
	struct arena_owner owner; /* first: the arena gives it back */
	jmp_buf way_out;
	size_t wanted;
};

static void leave(struct arena_owner *owner, size_t wanted)
{
	struct request *r = (struct request *)owner;

	r->wanted = wanted;
	longjmp(r->way_out, 1);
}

/* false: it needed more than it may have. */
static bool serve(struct request *r, size_t wanted)
{
	struct arena memory = arena_open_for(1 << 20, &r->owner);
	struct arena *kept = &memory;
	bool is_done = false;

	if (!setjmp(r->way_out)) {
		struct arena scratch = *kept; /* a copy has the same owner */

		memset(arena_bytes(&scratch, wanted), 'x', wanted);
		is_done = true;
	}
	arena_close(kept);
	return is_done;
}

static void an_exhausted_arena_ends_its_request_and_no_process(void **state)
{
	struct request r = { .owner = { leave } };

	(void)state;
	assert_true(serve(&r, 1000));
	assert_false(serve(&r, 2 << 20));
	assert_int_equal(r.wanted, 2 << 20);
	assert_true(serve(&r, 1000));
}

static int status_of(void (*end)(enum exhausted_by), size_t budget, size_t wanted)
{
	int status = 0;
	pid_t pid = fork();

	if (pid == 0) {
		exhausted_ends_by(end);

		struct arena a = arena_open(budget);

		arena_bytes(&a, wanted);
		_exit(0);
	}
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void end_in_own_words(enum exhausted_by why)
{
	_exit(why == EXHAUSTED_BUDGET ? 7 : 8);
}

static void without_an_owner_the_process_ends_and_says_which_memory_it_was(void **state)
{
	(void)state;
	assert_int_equal(status_of(NULL, 4096, 100), 0);
	assert_int_equal(status_of(NULL, 4096, 5000), ARENA_EXIT);
	assert_int_equal(status_of(NULL, (size_t)1 << 60, 1), MEMORY_EXIT);
	assert_int_equal(status_of(end_in_own_words, 4096, 5000), 7);
	assert_int_equal(status_of(end_in_own_words, (size_t)1 << 60, 1), 8);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_exhausted_arena_ends_its_request_and_no_process),
		cmocka_unit_test(without_an_owner_the_process_ends_and_says_which_memory_it_was),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
