/* What is started in other ways than by a line of rcS: loops, lookups, tables of cron, rules of udev, runlevels of OpenRC; and what cannot be followed. */
#include "rootfs/made.h"

static const char starts_sql[] =
	"SELECT program, moment, enabled FROM start WHERE program LIKE '%telnetd' ORDER BY rowid";

/* The rows of telnetd, and what is missing of what is started. */
static void expect(struct made *m, const char *starts, const char *lost)
{
	struct shortfalls shortfalls = { 0 };

	m->tree.shortfalls = &shortfalls;
	program(m, "usr/sbin/telnetd");
	program(m, "sbin/openrc");
	collect_tree(m, &collector_boot);
	assert_string_equal(ask(m, starts_sql), starts);
	assert_string_equal(shortfalls.count ? shortfalls.rows[0].reason : "", lost);
	done(m);
}

static void a_script(const char *text, const char *starts, const char *lost)
{
	struct made *m = make();

	file(m, "etc/init.d/rcS", text);
	expect(m, starts, lost);
}

static void a_loop_over_words_runs_each_of_them(void **state)
{
	(void)state;
	a_script("for d in httpd telnetd; do\n  /usr/sbin/$d &\ndone\n", "/usr/sbin/telnetd boot 1", "");
	a_script("for d in httpd telnetd; do\n  [ -e /tmp/x ] && continue\n  /usr/sbin/${d}\ndone\n",
		"/usr/sbin/telnetd boot ?", "");
	a_script("for d in httpd telnetd; do\n  /usr/sbin/$d stop\ndone\n", "", "");
	a_script("if [ -e /tmp/x ]; then for d in telnetd; do $d; done; fi\n", "/usr/sbin/telnetd boot ?", "");
}

static void a_program_that_is_looked_up_is_that_program(void **state)
{
	(void)state;
	a_script("T=$(which telnetd)\n$T -l /bin/sh\n", "/usr/sbin/telnetd boot 1", "");
	a_script("T=`command -v telnetd`\n\"$T\" -l /bin/sh\n", "/usr/sbin/telnetd boot 1", "");
	a_script("$(which telnetd) -l /bin/sh\n", "/usr/sbin/telnetd boot 1", "");
}

static void what_a_loop_takes_from_a_folder_is_run(void **state)
{
	(void)state;
	struct made *m = make();

	file(m, "etc/profile.d/t.sh", "telnetd\n");
	file(m, "etc/profile.d/t.txt", "telnetd -x\n");
	file(m, "etc/profile", "for i in /etc/profile.d/*.sh; do [ -r $i ] && . $i; done\n");
	expect(m, "/usr/sbin/telnetd login 1", "");
}

static void what_cannot_be_followed_is_missed(void **state)
{
	(void)state;
	a_script("/system/init/start.sh &\n", "", "a script starts a program that is not in the image");
	a_script("$PROGRAM -d\n", "", "a script starts what a variable names that is not set in it");
	a_script("/usr/sbin/gone\n", "", "");
	a_script("[ -x /usr/local/x ] && /usr/local/x\n", "", "");
}

static void cron_starts_what_its_tables_say_when_it_runs(void **state)
{
	(void)state;
	struct made *m = make();

	program(m, "usr/sbin/crond");
	file(m, "etc/crontabs/root", "# telnetd\n@reboot /usr/sbin/telnetd -l /bin/sh\n");
	file(m, "etc/init.d/rcS", "crond -c /etc/crontabs\n");
	expect(m, "/usr/sbin/telnetd timer 1", "");

	m = make();
	file(m, "etc/crontab", "SHELL=/bin/sh\n*/5 * * * * nobody /usr/sbin/telnetd\n");
	file(m, "etc/init.d/rcS", "true\n");
	expect(m, "/usr/sbin/telnetd timer ?", "");
}

static void rules_of_device_managers_may_start_programs(void **state)
{
	(void)state;
	struct made *m = make();

	file(m, "etc/udev/rules.d/99.rules",
		"#RUN+=\"telnetd\"\nACTION==\"add\", SUBSYSTEM==\"net\", RUN{program}+=\"/usr/sbin/telnetd -F\"\n");
	file(m, "etc/mdev.conf", "sd[a-z] 0:0 660 @telnetd\nnull 0:0 666\n");
	file(m, "etc/init.d/rcS", "true\n");
	expect(m, "/usr/sbin/telnetd event ?; /usr/sbin/telnetd event ?", "");
}

static void services_of_a_runlevel_of_openrc_are_started(void **state)
{
	(void)state;
	struct made *m = make();

	file(m, "etc/init.d/telnetd", "#!/sbin/openrc-run\ncommand=/usr/sbin/telnetd\ncommand_args=\"-F\"\n");
	link_to(m, "etc/runlevels/default/telnetd", "/etc/init.d/telnetd");
	file(m, "etc/inittab", "::wait:/sbin/openrc default\n");
	expect(m, "/usr/sbin/telnetd boot 1", "");

	m = make();
	file(m, "etc/init.d/telnetd", "#!/sbin/openrc-run\ncommand=/usr/sbin/telnetd\n");
	link_to(m, "etc/runlevels/shutdown/telnetd", "/etc/init.d/telnetd");
	file(m, "etc/inittab", "::wait:/sbin/openrc default\n");
	expect(m, "", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_loop_over_words_runs_each_of_them),
		cmocka_unit_test(a_program_that_is_looked_up_is_that_program),
		cmocka_unit_test(what_a_loop_takes_from_a_folder_is_run),
		cmocka_unit_test(what_cannot_be_followed_is_missed),
		cmocka_unit_test(cron_starts_what_its_tables_say_when_it_runs),
		cmocka_unit_test(rules_of_device_managers_may_start_programs),
		cmocka_unit_test(services_of_a_runlevel_of_openrc_are_started),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
