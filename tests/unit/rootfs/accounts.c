#include "rootfs/made.h"

static const char accounts_sql[] =
	"SELECT e.name, a.password, a.can_login FROM account AS a JOIN entity AS e ON e.id = "
	"a.entity ORDER BY e.id";

/* A made tree whose shortfalls are kept. */
static struct made *make_asking(struct shortfalls *shortfalls)
{
	struct made *m = make();

	m->tree.shortfalls = shortfalls;
	return m;
}

static void is_short_of_accounts(const struct shortfalls *s, const char *place)
{
	assert_int_equal(s->count, 1);
	assert_string_equal(s->rows[0].class, "accounts");
	assert_int_equal(s->rows[0].place.n, strlen(place));
	assert_memory_equal(s->rows[0].place.p, place, strlen(place));
}

static void the_first_line_of_a_name_is_the_one_that_logs_in(void **state)
{
	(void)state;
	struct made *m = make();

	file(m, "etc/passwd",
		"root:*:0:0::/root:/bin/sh\nroot::0:0::/root:/bin/sh\nshort:x:1:1\nshort::2:2::/:/bin/sh\n");
	collect_tree(m, &collector_accounts);
	/* A line that lacks fields is none for most C libraries: the second of "short" counts. */
	assert_string_equal(ask(m, accounts_sql), "root locked 0; root empty 0; short none 0; short empty 1");
	done(m);
}

static void servers_of_ssh_ask_the_shadow_whatever_passwd_has(void **state)
{
	(void)state;
	static const char passwd[] = "bang:!:7:7::/:/bin/sh\nold:$1$abcdefgh$XXXXXXXXXXXXXXXXXXXXXX:0:0::/:/bin/sh\n";
	static const char shadow[] = "bang:abCdEfGhIjKlM:1::::::\nold::1::::::\n";
	struct made *m = make();

	file(m, "etc/passwd", passwd);
	file(m, "etc/shadow", shadow);
	collect_tree(m, &collector_accounts);
	assert_string_equal(ask(m, accounts_sql), "bang locked 0; old hash 1");
	done(m);

	m = make();
	file(m, "etc/passwd", passwd);
	file(m, "etc/shadow", shadow);
	program(m, "usr/sbin/dropbear");
	collect_tree(m, &collector_accounts);
	assert_string_equal(ask(m, accounts_sql), "bang hash 1; old empty 1");
	done(m);
}

static void lines_that_ask_a_directory_make_accounts_part(void **state)
{
	(void)state;
	static const char passwd[] = "root:*:0:0::/root:/bin/sh\n+::0:0:::\n+@admins\n-guest\n";
	struct shortfalls shortfalls = { 0 };
	struct made *m = make_asking(&shortfalls);

	/* musl has an account of the name "+". */
	file(m, "etc/passwd", passwd);
	collect_tree(m, &collector_accounts);
	assert_string_equal(ask(m, accounts_sql), "root locked 0; + empty 1");
	is_short_of_accounts(&shortfalls, "etc/passwd");
	done(m);

	shortfalls.count = 0;
	m = make_asking(&shortfalls);
	file(m, "etc/passwd", passwd);
	program(m, "lib/libc.so.6");
	collect_tree(m, &collector_accounts);
	assert_string_equal(ask(m, accounts_sql), "root locked 0");
	is_short_of_accounts(&shortfalls, "etc/passwd");
	done(m);
}

static void a_name_service_that_asks_elsewhere_makes_accounts_part(void **state)
{
	(void)state;
	struct shortfalls shortfalls = { 0 };
	struct made *m = make_asking(&shortfalls);

	file(m, "etc/passwd", "root:*:0:0::/root:/bin/sh\n");
	file(m, "etc/nsswitch.conf", "# passwd: ldap\npasswd:  files systemd # sss\nhosts: files dns\n");
	collect_tree(m, &collector_accounts);
	assert_int_equal(shortfalls.count, 0);
	done(m);

	m = make_asking(&shortfalls);
	file(m, "etc/passwd", "root:*:0:0::/root:/bin/sh\n");
	file(m, "etc/nsswitch.conf", "passwd: files [NOTFOUND=continue] sss\n");
	collect_tree(m, &collector_accounts);
	is_short_of_accounts(&shortfalls, "etc/nsswitch.conf");
	done(m);

	shortfalls.count = 0;
	m = make_asking(&shortfalls);
	file(m, "etc/passwd", "root:*:0:0::/root:/bin/sh\n");
	file(m, "etc/userdb/maria.user", "{\"userName\":\"maria\"}\n");
	collect_tree(m, &collector_accounts);
	is_short_of_accounts(&shortfalls, "etc/userdb/maria.user");
	done(m);
}

static void what_is_called_no_shell_may_lead_to_one(void **state)
{
	(void)state;
	struct made *m = make();

	file(m, "etc/passwd",
		"a::1:1::/:/bin/false\nb::2:2::/:/sbin/nologin\nc::3:3::/:/usr/sbin/nologin\nd::4:4::/:/bin/bash\n"
		"e::5:5::/:/bin/sh\nf::6:6::/:/opt/shell\ng::7:7::/:\n");
	program(m, "bin/dash");
	link_to(m, "bin/false", "dash");
	link_to(m, "bin/sh", "dash");
	program(m, "sbin/nologin");
	file(m, "usr/sbin/nologin", "#!/bin/sh\nexec /bin/sh\n");
	collect_tree(m, &collector_accounts);
	/* bash is not in the folder of shells; of /opt nothing is in the image. */
	assert_string_equal(
		ask(m, accounts_sql), "a empty 1; b empty 0; c empty ?; d empty ?; e empty 1; f empty 1; g empty 1");
	done(m);
}

static void numbers_that_some_libraries_take_for_root_are_not_known(void **state)
{
	(void)state;
	struct made *m = make();

	file(m, "etc/passwd",
		"a:*:+0:0::/:/bin/sh\nb:*::0::/:/bin/sh\nc:*:4294967296:0::/:/bin/sh\nd:*:0x0:0::/:/bin/sh\n"
		"e:*:00:0::/:/bin/sh\n");
	collect_tree(m, &collector_accounts);
	assert_string_equal(ask(m, "SELECT e.name, a.privileged FROM account AS a JOIN entity AS e ON e.id = a.entity"),
		"a ?; b ?; c ?; d ?; e 1");
	done(m);
}

/* shadow(5): busybox and dropbear do not look at the days. */
static void an_account_that_has_ended_still_logs_in(void **state)
{
	(void)state;
	struct made *m = make();

	file(m, "etc/passwd", "root:x:0:0::/root:/bin/sh\n");
	file(m, "etc/shadow", "root::0:0:1:7:1:1:\n");
	collect_tree(m, &collector_accounts);
	assert_string_equal(ask(m, accounts_sql), "root empty 1");
	done(m);
}

static void hashes_of_methods_that_are_not_known_lock_nobody_out(void **state)
{
	(void)state;
	struct made *m = make();

	file(m, "etc/passwd",
		"a:$argon2id$v=19$m=65536,t=2,p=1$c2FsdA$aGFzaA:1:1::/:/bin/sh\nb:{SSHA}abcd:2:2::/:/bin/sh\n"
		"c:!$6$abcdefgh$XXXX:3:3::/:/bin/sh\nd:*LK*:4:4::/:/bin/sh\ne:*NP*:5:5::/:/bin/sh\nf:!!:6:6::/:/bin/"
		"sh\ng:$6$rounds=1000$abcdefgh$XXXX:7:7::/:/bin/sh\n"
		"h:$6$rounds=9000$abcdefgh$XXXX:8:8::/:/bin/sh\ni:abCdEfGhIjKlMabCdEfGhIjK:9:9::/:/bin/sh\n");
	collect_tree(m, &collector_accounts);
	assert_string_equal(ask(m, "SELECT e.name, a.password, a.scheme, a.hash IS NOT NULL FROM account AS a JOIN "
				   "entity AS e ON e.id = a.entity"),
		"a hash ? 1; b hash ? 1; c locked ? 0; d locked ? 0; e locked ? 0; f locked ? 0; "
		"g hash sha512crypt-few-rounds 1; h hash sha512crypt 1; i hash descrypt 1");
	done(m);
}

static void pam_that_permits_lets_everybody_in(void **state)
{
	(void)state;
	struct shortfalls shortfalls = { 0 };
	struct made *m = make_asking(&shortfalls);

	file(m, "etc/passwd", "root:*:0:0::/root:/bin/sh\n");
	file(m, "etc/pam.d/common-auth",
		"auth\t[success=1 default=ignore]\tpam_unix.so nullok\nauth requisite pam_deny.so\nauth required "
		"pam_permit.so\n");
	file(m, "etc/pam.d/login",
		"# auth sufficient pam_permit.so\nauth requisite pam_nologin.so\n@include common-auth\n");
	file(m, "etc/pam.d/su", "auth sufficient pam_rootok.so\nauth sufficient pam_permit.so\n");
	file(m, "etc/pam.d/sshd", "account required pam_permit.so\nauth required pam_unix.so\n");
	file(m, "etc/pam.d/remote",
		"auth sufficient pam_unix.so\nauth sufficient pam_permit.so\nauth required pam_deny.so\n");
	file(m, "etc/pam.d/vlock", "auth required /lib/security/pam_permit.so\n");
	collect_tree(m, &collector_accounts);
	assert_string_equal(
		ask(m, "SELECT e.name, a.password, a.can_login, e.line FROM account AS a JOIN entity AS e ON "
		       "e.id = a.entity ORDER BY e.id"),
		"root locked 0 1; everybody, by PAM's remote empty 1 2; everybody, by PAM's vlock empty 1 1");
	assert_int_equal(shortfalls.count, 0);
	done(m);
}

static void modules_of_pam_that_know_others_make_accounts_part(void **state)
{
	(void)state;
	static const char *const lines[] = { "auth sufficient pam_ldap.so use_first_pass\n",
		"auth [success=done default=ignore] /lib/security/pam_vendor.so\n",
		"auth sufficient pam_succeed_if.so user ingroup wheel\n" };

	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		struct shortfalls shortfalls = { 0 };
		struct made *m = make_asking(&shortfalls);

		file(m, "etc/passwd", "root:*:0:0::/root:/bin/sh\n");
		file(m, "etc/pam.d/sshd", lines[i]);
		collect_tree(m, &collector_accounts);
		is_short_of_accounts(&shortfalls, "etc/pam.d/sshd");
		done(m);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_line_of_a_name_is_the_one_that_logs_in),
		cmocka_unit_test(servers_of_ssh_ask_the_shadow_whatever_passwd_has),
		cmocka_unit_test(lines_that_ask_a_directory_make_accounts_part),
		cmocka_unit_test(a_name_service_that_asks_elsewhere_makes_accounts_part),
		cmocka_unit_test(what_is_called_no_shell_may_lead_to_one),
		cmocka_unit_test(numbers_that_some_libraries_take_for_root_are_not_known),
		cmocka_unit_test(an_account_that_has_ended_still_logs_in),
		cmocka_unit_test(hashes_of_methods_that_are_not_known_lock_nobody_out),
		cmocka_unit_test(pam_that_permits_lets_everybody_in),
		cmocka_unit_test(modules_of_pam_that_know_others_make_accounts_part),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
