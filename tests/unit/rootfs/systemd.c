/* systemd.unit(5): which unit is started. */
#include "rootfs/made.h"

static const char starts_sql[] = "SELECT program, moment, enabled FROM start ORDER BY program, rowid";

static struct made *make_telnet(void)
{
	struct made *m = make();

	program(m, "usr/sbin/telnetd");
	file(m, "lib/systemd/system/telnet.service", "[Service]\nExecStart=/usr/sbin/telnetd -F\n");
	return m;
}

static void expect(struct made *m, const char *starts)
{
	collect_tree(m, &collector_boot);
	assert_string_equal(ask(m, starts_sql), starts);
	done(m);
}

static void a_link_of_a_target_to_nowhere_starts_nothing(void **state)
{
	(void)state;
	struct made *m = make_telnet();

	link_to(m, "etc/systemd/system/multi-user.target.wants/telnet.service", "/dev/null");
	expect(m, "/usr/sbin/telnetd boot 0");
}

static void a_link_to_nowhere_above_takes_away_the_one_below(void **state)
{
	(void)state;
	struct made *m = make_telnet();

	link_to(m, "etc/systemd/system/multi-user.target.wants/telnet.service", "/dev/null");
	link_to(m, "lib/systemd/system/multi-user.target.wants/telnet.service", "../telnet.service");
	expect(m, "/usr/sbin/telnetd boot 0");
}

static void a_link_to_nowhere_below_another_target_takes_nothing_away(void **state)
{
	(void)state;
	struct made *m = make_telnet();

	link_to(m, "etc/systemd/system/graphical.target.wants/telnet.service", "/dev/null");
	link_to(m, "lib/systemd/system/multi-user.target.wants/telnet.service", "../telnet.service");
	expect(m, "/usr/sbin/telnetd boot 1");
}

static void a_unit_that_is_masked_by_a_link_or_an_empty_file_is_not_there(void **state)
{
	(void)state;
	struct made *m = make_telnet();

	link_to(m, "etc/systemd/system/multi-user.target.wants/telnet.service", "/lib/systemd/system/telnet.service");
	link_to(m, "etc/systemd/system/telnet.service", "/dev/null");
	expect(m, "");

	m = make_telnet();
	link_to(m, "etc/systemd/system/multi-user.target.wants/telnet.service", "/lib/systemd/system/telnet.service");
	file(m, "etc/systemd/system/telnet.service", "");
	expect(m, "");
}

static void a_unit_of_etc_stands_in_the_place_of_one_of_lib(void **state)
{
	(void)state;
	struct made *m = make_telnet();

	program(m, "usr/sbin/other");
	file(m, "etc/systemd/system/telnet.service", "[Service]\nExecStart=/usr/sbin/other\n");
	link_to(m, "etc/systemd/system/multi-user.target.wants/telnet.service", "../telnet.service");
	expect(m, "/usr/sbin/other boot 1");
}

static void a_drop_in_takes_a_command_away_or_puts_another_in_its_place(void **state)
{
	(void)state;
	struct made *m = make_telnet();

	link_to(m, "etc/systemd/system/multi-user.target.wants/telnet.service", "/lib/systemd/system/telnet.service");
	file(m, "etc/systemd/system/telnet.service.d/off.conf", "[Service]\nExecStart=\n");
	expect(m, "");

	m = make_telnet();
	program(m, "usr/sbin/other");
	link_to(m, "etc/systemd/system/multi-user.target.wants/telnet.service", "/lib/systemd/system/telnet.service");
	file(m, "lib/systemd/system/telnet.service.d/10-a.conf", "[Service]\nExecStart=\n");
	file(m, "etc/systemd/system/telnet.service.d/20-b.conf", "[Service]\nExecStart=/usr/sbin/other\n");
	expect(m, "/usr/sbin/other boot 1");
}

static void of_two_drop_ins_with_one_name_the_upper_counts(void **state)
{
	(void)state;
	struct made *m = make_telnet();

	link_to(m, "etc/systemd/system/multi-user.target.wants/telnet.service", "/lib/systemd/system/telnet.service");
	file(m, "lib/systemd/system/telnet.service.d/a.conf", "[Service]\nExecStart=\n");
	link_to(m, "etc/systemd/system/telnet.service.d/a.conf", "/dev/null");
	expect(m, "/usr/sbin/telnetd boot 1");
}

static void what_a_condition_asks_for_is_looked_up_in_the_image(void **state)
{
	(void)state;
	static const struct {
		const char *line, *expect;
	} cases[] = { { "ConditionPathExists=/etc/factory", "/usr/sbin/telnetd boot 0" },
		{ "ConditionPathExists=!/etc/factory", "/usr/sbin/telnetd boot 1" },
		{ "ConditionPathExists=/var/lib/factory", "/usr/sbin/telnetd boot ?" },
		{ "ConditionKernelCommandLine=debug", "/usr/sbin/telnetd boot ?" } };

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct made *m = make_telnet();

		link_to(m, "etc/systemd/system/multi-user.target.wants/telnet.service",
			"/lib/systemd/system/telnet.service");
		file(m, "etc/systemd/system/telnet.service.d/a.conf", cases[i].line);
		expect(m, cases[i].expect);
	}
}

static void a_socket_starts_the_service_that_it_names_on_its_port(void **state)
{
	(void)state;
	struct made *m = make();

	program(m, "usr/sbin/telnetd");
	file(m, "lib/systemd/system/telnet.socket", "[Socket]\nListenStream=2323\nService=myt.service\n");
	file(m, "lib/systemd/system/myt.service", "[Service]\nExecStart=/usr/sbin/telnetd -F\n");
	link_to(m, "etc/systemd/system/sockets.target.wants/telnet.socket", "/lib/systemd/system/telnet.socket");
	collect_tree(m, &collector_boot);
	assert_string_equal(ask(m, starts_sql), "/usr/sbin/telnetd connection 1");
	assert_string_equal(ask(m, "SELECT port FROM service"), "2323");
	done(m);
}

static void a_socket_that_is_masked_or_local_takes_no_connection_from_the_network(void **state)
{
	(void)state;
	struct made *m = make_telnet();

	file(m, "lib/systemd/system/telnet.socket", "[Socket]\nListenStream=23\n");
	link_to(m, "etc/systemd/system/sockets.target.wants/telnet.socket", "/lib/systemd/system/telnet.socket");
	link_to(m, "etc/systemd/system/telnet.socket", "/dev/null");
	expect(m, "/usr/sbin/telnetd boot 0");

	m = make_telnet();
	file(m, "lib/systemd/system/telnet.socket", "[Socket]\nListenStream=/run/t.sock\n");
	link_to(m, "etc/systemd/system/sockets.target.wants/telnet.socket", "/lib/systemd/system/telnet.socket");
	expect(m, "/usr/sbin/telnetd boot 1");
}

static void a_timer_starts_the_service_of_its_name(void **state)
{
	(void)state;
	struct made *m = make();

	program(m, "usr/sbin/telnetd");
	file(m, "lib/systemd/system/t.timer", "[Timer]\nOnBootSec=1\n");
	file(m, "lib/systemd/system/t.service", "[Service]\nExecStart=/usr/sbin/telnetd\n");
	link_to(m, "etc/systemd/system/timers.target.wants/t.timer", "/lib/systemd/system/t.timer");
	expect(m, "/usr/sbin/telnetd timer 1");
}

static void what_a_wanted_unit_wants_is_started_and_an_alias_is_its_unit(void **state)
{
	(void)state;
	struct made *m = make_telnet();

	file(m, "lib/systemd/system/app.service", "[Unit]\nWants=tel.service\n[Service]\nExecStart=/x\n");
	link_to(m, "etc/systemd/system/tel.service", "/lib/systemd/system/telnet.service");
	link_to(m, "etc/systemd/system/multi-user.target.wants/app.service", "/lib/systemd/system/app.service");
	expect(m, "/usr/sbin/telnetd boot 1");
}

static void what_ends_the_system_starts_nothing(void **state)
{
	(void)state;
	struct made *m = make_telnet();

	link_to(m, "lib/systemd/system/rescue.target.wants/telnet.service", "../telnet.service");
	expect(m, "/usr/sbin/telnetd boot 0");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_link_of_a_target_to_nowhere_starts_nothing),
		cmocka_unit_test(a_link_to_nowhere_above_takes_away_the_one_below),
		cmocka_unit_test(a_link_to_nowhere_below_another_target_takes_nothing_away),
		cmocka_unit_test(a_unit_that_is_masked_by_a_link_or_an_empty_file_is_not_there),
		cmocka_unit_test(a_unit_of_etc_stands_in_the_place_of_one_of_lib),
		cmocka_unit_test(a_drop_in_takes_a_command_away_or_puts_another_in_its_place),
		cmocka_unit_test(of_two_drop_ins_with_one_name_the_upper_counts),
		cmocka_unit_test(what_a_condition_asks_for_is_looked_up_in_the_image),
		cmocka_unit_test(a_socket_starts_the_service_that_it_names_on_its_port),
		cmocka_unit_test(a_socket_that_is_masked_or_local_takes_no_connection_from_the_network),
		cmocka_unit_test(a_timer_starts_the_service_of_its_name),
		cmocka_unit_test(what_a_wanted_unit_wants_is_started_and_an_alias_is_its_unit),
		cmocka_unit_test(what_ends_the_system_starts_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
