/* Each form of start-up of the table: what it starts is seen, what cannot be followed is missed, and the documentation
 * names it. */
#include "rootfs/made.h"
#include "rootfs/start_forms.h"

static const char starts_sql[] = "SELECT program, moment, enabled FROM start WHERE program LIKE '%telnetd'";

/* A path that the pattern fits. */
static const char *path_of(const char *place, char *room)
{
	size_t n = 0;

	for (; *place && n < 100; place++) room[n++] = *place == '*' ? 'x' : *place;
	room[n] = '\0';
	return room;
}

static const char *content_of(enum start_form_kind kind, const char *command, char *room, size_t most)
{
	static const char *const texts[] = {
		[FORM_SCRIPT] = "#!/bin/sh\n%s\n",
		[FORM_INTERFACES] = "iface eth0 inet dhcp\n\tpost-up %s\n",
		[FORM_UPSTART] = "start on startup\nscript\n\t%s\nend script\n",
		[FORM_ANDROID] = "on boot\n    setprop a b\nservice tel %s\n    class main\n",
		[FORM_SUPERVISORD] = "[program:tel]\ncommand = %s\n",
		[FORM_MONIT] = "check process tel with pidfile /run/tel.pid\n  start program = \"%s\"\n",
	};
	const char *text = texts[kind], *at = strstr(text, "%s");

	snprintf(room, most, "%.*s%s%s", (int)(at - text), text, command, at + 2);
	return room;
}

static void expect(const struct start_form *form, const char *command, const char *starts, bool is_lost)
{
	struct made *m = make();
	struct shortfalls shortfalls = { 0 };
	char path[128], content[256];

	m->tree.shortfalls = &shortfalls;
	program(m, "usr/sbin/telnetd");
	file(m, "etc/init.d/rcS", "true\n");
	file(m, path_of(form->place, path), content_of(form->kind, command, content, sizeof(content)));
	collect_tree(m, &collector_boot);
	assert_string_equal(ask(m, starts_sql), starts);
	assert_int_equal(shortfalls.count, is_lost);
	if (is_lost) assert_string_equal(shortfalls.rows[0].class, "start");
	done(m);
}

static void what_each_form_runs_is_started_perhaps(void **state)
{
	(void)state;
	for (const struct start_form *form = start_forms; form->name; form++) {
		char row[64];

		snprintf(row, sizeof(row), "/usr/sbin/telnetd %s ?", form->moment);
		expect(form, "/usr/sbin/telnetd -F", row, false);
	}
}

/* The moment of a script that something keeps alive is that of its own start. */
static const char *moment_in_script(const char *moment)
{
	return strcmp(moment, "respawn") == 0 ? "boot" : moment;
}

static void a_script_that_a_form_runs_is_followed(void **state)
{
	(void)state;
	for (const struct start_form *form = start_forms; form->name; form++) {
		struct made *m = make();
		char path[128], content[256], row[64];

		program(m, "usr/sbin/telnetd");
		file(m, "usr/bin/wrapper.sh", "#!/bin/sh\n/usr/bin/deeper.sh\n");
		file(m, "usr/bin/deeper.sh", "#!/bin/sh\ntelnetd -F\n");
		file(m, path_of(form->place, path),
			content_of(form->kind, "/usr/bin/wrapper.sh", content, sizeof(content)));
		collect_tree(m, &collector_boot);
		snprintf(row, sizeof(row), "/usr/sbin/telnetd %s ?", moment_in_script(form->moment));
		assert_string_equal(ask(m, starts_sql), row);
		done(m);
	}
}

static void expect_script_followed(const char *path, const char *text, const char *starts)
{
	struct made *m = make();

	program(m, "usr/sbin/telnetd");
	program(m, "usr/sbin/crond");
	program(m, "usr/sbin/inetd");
	file(m, "etc/init.d/rcS", "crond\ninetd\n");
	file(m, "usr/bin/wrapper.sh", "#!/bin/sh\ntelnetd -F\n");
	file(m, path, text);
	link_to(m, "etc/systemd/system/multi-user.target.wants/t.service", "/lib/systemd/system/t.service");
	collect_tree(m, &collector_boot);
	assert_string_equal(ask(m, starts_sql), starts);
	done(m);
}

static void a_script_that_a_table_or_unit_runs_is_followed(void **state)
{
	(void)state;
	expect_script_followed("etc/inittab", "::respawn:/usr/bin/wrapper.sh\n", "/usr/sbin/telnetd boot 1");
	expect_script_followed("etc/crontabs/root", "@reboot /usr/bin/wrapper.sh\n", "/usr/sbin/telnetd timer 1");
	expect_script_followed(
		"etc/inetd.conf", "99 stream tcp nowait root /usr/bin/wrapper.sh\n", "/usr/sbin/telnetd event 1");
	expect_script_followed("lib/systemd/system/t.service", "[Service]\nExecStart=/usr/bin/wrapper.sh\n",
		"/usr/sbin/telnetd boot 1");
	expect_script_followed("etc/udev/rules.d/9.rules", "ACTION==\"add\", RUN+=\"/usr/bin/wrapper.sh\"\n",
		"/usr/sbin/telnetd event ?");
}

static void a_script_that_is_run_after_all_is_gone_through_once_more(void **state)
{
	(void)state;
	struct made *m = make();

	program(m, "usr/sbin/telnetd");
	file(m, "etc/init.d/rcS", "if [ -n \"$A\" ]; then\n/usr/bin/a.sh\nfi\n/usr/bin/b.sh\n");
	file(m, "usr/bin/a.sh", "#!/bin/sh\ntelnetd -F\n");
	file(m, "usr/bin/b.sh", "#!/bin/sh\n/usr/bin/a.sh\n");
	collect_tree(m, &collector_boot);
	assert_string_equal(
		ask(m, "SELECT max(enabled) FROM start WHERE program LIKE '%telnetd' AND enabled IS NOT NULL"), "1");
	done(m);
}

static void what_no_form_can_follow_is_missed(void **state)
{
	static const char *const commands[] = { "$PROGRAM -d", "/system/init/start.sh", "$(cat /etc/x) -d" };

	(void)state;
	for (const struct start_form *form = start_forms; form->name; form++)
		for (size_t i = 0; i < sizeof(commands) / sizeof(*commands); i++) expect(form, commands[i], "", true);
}

static void a_start(const char *path, const char *text, bool is_lost)
{
	struct made *m = make();
	struct shortfalls shortfalls = { 0 };

	m->tree.shortfalls = &shortfalls;
	file(m, path, text);
	file(m, "etc/rc.local", "true\n");
	collect_tree(m, &collector_boot);
	assert_int_equal(shortfalls.count, is_lost);
	done(m);
}

static void commands_that_are_text_or_lie_elsewhere_are_missed(void **state)
{
	(void)state;
	a_start("etc/init.d/rcS", "sh <<END\ntelnetd\nEND\n", true);
	a_start("etc/init.d/rcS", "cat /tmp/commands | sh\n", true);
	a_start("etc/init.d/rcS", "for i in /mnt/app/*.sh; do $i; done\n", true);
	a_start("etc/init.d/rcS", "T=`cat /etc/x/y`\n$T -d\n", true);
	a_start("etc/init.d/rcS", "cat <<END\n$(x)\nEND\n", false);
	a_start("etc/inittab", "::sysinit:/etc/init.d/rcS\n", true);
	a_start("etc/inittab", "::sysinit:/etc/rc.local\n", false);
}

static void an_inittab_that_leads_nowhere_is_missed(void **state)
{
	(void)state;
	struct made *m = make();
	struct shortfalls shortfalls = { 0 };

	m->tree.shortfalls = &shortfalls;
	link_to(m, "etc/inittab", "/tmp/inittab");
	file(m, "etc/init.d/rcS", "true\n");
	collect_tree(m, &collector_boot);
	assert_int_equal(shortfalls.count, 1);
	done(m);
}

static void the_documentation_has_each_form_and_place(void **state)
{
	(void)state;
	char path[512], row[256];
	char *text = calloc(1, 1 << 16);
	FILE *f;

	snprintf(path, sizeof(path), "%s/doc/start-up.md", getenv("ASSAY_SOURCE"));
	f = fopen(path, "r");
	assert_non_null(f);
	assert_true(fread(text, 1, (1 << 16) - 1, f) > 0);
	fclose(f);
	for (const struct start_form *form = start_forms; form->name; form++) {
		snprintf(row, sizeof(row), "| %s | `%s` | %s |", form->name, form->place, form->moment);
		if (!strstr(text, row)) fail_msg("doc/start-up.md lacks: %s", row);
	}
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_each_form_runs_is_started_perhaps),
		cmocka_unit_test(a_script_that_a_form_runs_is_followed),
		cmocka_unit_test(a_script_that_a_table_or_unit_runs_is_followed),
		cmocka_unit_test(a_script_that_is_run_after_all_is_gone_through_once_more),
		cmocka_unit_test(what_no_form_can_follow_is_missed),
		cmocka_unit_test(commands_that_are_text_or_lie_elsewhere_are_missed),
		cmocka_unit_test(an_inittab_that_leads_nowhere_is_missed),
		cmocka_unit_test(the_documentation_has_each_form_and_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
