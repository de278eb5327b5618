#include "testing.h"

#include "base/lock.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[] = "/tmp/assay-lock-XXXXXX";

static int make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) ? 0 : -1;
}

static int drop_folder(void **state)
{
	(void)state;
	return rmdir(folder);
}

/* A process that holds the folder until it is killed. */
static pid_t start_holder(void)
{
	int ready[2];
	char byte;

	assert_int_equal(pipe(ready), 0);

	pid_t pid = fork();

	if (!pid) {
		struct lock lock;
		struct lock_holder who;

		if (lock_take(folder, 0, &lock, &who).is) _exit(1);
		if (write(ready[1], "x", 1) != 1) _exit(1);
		for (;;) pause();
	}
	close(ready[1]);
	assert_int_equal(read(ready[0], &byte, 1), 1);
	close(ready[0]);
	return pid;
}

static void end_holder(pid_t pid)
{
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
}

static void who_comes_second_is_told_who_holds_the_folder(void **state)
{
	(void)state;
	pid_t pid = start_holder();
	struct lock lock;
	struct lock_holder who = { 0 };

	assert_fault(lock_take(folder, 30, &lock, &who), "lock.held");
	end_holder(pid);
	if (access("/proc/locks", R_OK)) skip();
	assert_int_equal(who.pid, pid);
	assert_non_null(strstr(who.command, "lock"));
}

static void who_is_killed_holds_nothing_and_leaves_nothing(void **state)
{
	(void)state;
	struct lock lock;
	struct lock_holder who;

	end_holder(start_holder());
	assert_ok(lock_take(folder, 0, &lock, &who));
	lock_release(&lock);
	assert_int_equal(rmdir(folder), 0); /* it is empty */
	assert_int_equal(mkdir(folder, 0700), 0);
}

static void a_folder_is_free_again_once_it_is_let_go(void **state)
{
	(void)state;
	struct lock first, second;
	struct lock_holder who;

	assert_ok(lock_take(folder, 0, &first, &who));
	assert_fault(lock_take(folder, 0, &second, &who), "lock.held");
	lock_release(&first);
	assert_ok(lock_take(folder, 0, &second, &who));
	lock_release(&second);
}

static void who_waits_gets_it_when_the_other_ends(void **state)
{
	(void)state;
	pid_t holder = start_holder(), killer = fork();
	struct lock lock;
	struct lock_holder who;

	if (!killer) {
		usleep(50000);
		kill(holder, SIGKILL);
		_exit(0);
	}
	assert_ok(lock_take(folder, 60000, &lock, &who));
	lock_release(&lock);
	waitpid(killer, NULL, 0);
	waitpid(holder, NULL, 0);
}

static void what_is_no_folder_cannot_be_held(void **state)
{
	(void)state;
	struct lock lock;
	struct lock_holder who;

	assert_fault(lock_take("/tmp/assay-is-not-there", 0, &lock, &who), "lock.failed");
	assert_fault(lock_take("/dev/null", 0, &lock, &who), "lock.failed");
}

static void the_folder_of_a_file_is_the_one_that_a_link_leads_to(void **state)
{
	(void)state;
	char file[64], link[64];
	char *real = realpath(folder, NULL), *found;

	snprintf(file, sizeof(file), "%s/file", folder);
	snprintf(link, sizeof(link), "%s-link", folder);
	fclose(fopen(file, "w"));
	assert_int_equal(symlink(file, link), 0);
	found = lock_folder_of(link);
	assert_string_equal(found, real);
	free(found);
	unlink(link);
	unlink(file);
	free(real);
	found = lock_folder_of("not-there.assay");
	assert_string_equal(found, ".");
	free(found);
	found = lock_folder_of("/not-there.assay");
	assert_string_equal(found, "/");
	free(found);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_comes_second_is_told_who_holds_the_folder),
		cmocka_unit_test(who_is_killed_holds_nothing_and_leaves_nothing),
		cmocka_unit_test(a_folder_is_free_again_once_it_is_let_go),
		cmocka_unit_test(who_waits_gets_it_when_the_other_ends),
		cmocka_unit_test(what_is_no_folder_cannot_be_held),
		cmocka_unit_test(the_folder_of_a_file_is_the_one_that_a_link_leads_to),
	};

	return cmocka_run_group_tests(tests, make_folder, drop_folder);
}
