/* Which line of a configuration holds, by the rules of the program that reads it. */
#include "rootfs/made.h"

static const char *rows(struct made *m, const char *domain)
{
	char sql[512];

	snprintf(sql, sizeof(sql),
		"SELECT s.key, s.value, coalesce('[' || s.condition || ']', '-'), coalesce(s.origin, s.line) FROM "
		"setting AS s WHERE "
		"s.domain = '%s' ORDER BY s.condition, s.key, s.value",
		domain);
	return ask(m, sql);
}

/* ---- sshd ------------------------------------------------------------------------------------------------------------------------ */

/* One keyword as it holds for everybody. */
static void expect_sshd(const char *config, const char *key, const char *expect)
{
	struct made *m = make();
	char sql[256];

	file(m, "etc/ssh/sshd_config", config);
	collect_tree(m, &collector_settings);
	snprintf(sql, sizeof(sql),
		"SELECT value, coalesce(origin, line) FROM setting WHERE domain = 'sshd' AND key = '%s' AND condition "
		"IS NULL",
		key);
	assert_string_equal(ask(m, sql), expect);
	done(m);
}

static void of_two_lines_of_sshd_the_first_counts(void **state)
{
	(void)state;
	expect_sshd("PermitRootLogin no\nPermitRootLogin yes\n", "permitrootlogin", "no 1");
	expect_sshd("Port 22\nPort 2222\n", "port", "22 1; 2222 2");
}

static void sshd_reads_every_way_to_write_a_line(void **state)
{
	(void)state;
	static const char *const lines[] = { "PermitRootLogin yes", "permitrootlogin=yes", "PERMITROOTLOGIN = yes",
		"  PermitRootLogin\t\"yes\"", "PermitRootLogin yes # no", "PermitRootLogin=\"yes\" # no",
		"PermitRootLogin true" };

	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) expect_sshd(lines[i], "permitrootlogin", "yes 1");
	expect_sshd("#PermitRootLogin yes\n", "permitrootlogin", "prohibit-password default");
	expect_sshd("ChallengeResponseAuthentication no\nKbdInteractiveAuthentication yes\n",
		"kbdinteractiveauthentication", "no 1");
}

static void what_sshd_is_not_told_it_does_by_its_own(void **state)
{
	(void)state;
	expect_sshd("Port 22\n", "passwordauthentication", "yes default");
	expect_sshd("Port 22\n", "permitemptypasswords", "no default");
	expect_sshd("PasswordAuthentication no\n", "passwordauthentication", "no 1");
}

static void a_match_block_holds_for_whom_it_fits(void **state)
{
	(void)state;
	expect_sshd("PermitRootLogin yes\nMatch Group sftponly\nPasswordAuthentication no\n", "passwordauthentication",
		"yes default");
	expect_sshd(
		"Match User x\nPermitRootLogin yes\nPermitEmptyPasswords yes\n", "permitemptypasswords", "no default");

	struct made *m = make();

	file(m, "etc/ssh/sshd_config",
		"Match User x\n\tPermitEmptyPasswords yes\nMatch User x\nPermitEmptyPasswords no\nMatch Address "
		"10.0.0.0/8\nX11Forwarding "
		"no\n");
	collect_tree(m, &collector_settings);
	assert_string_equal(
		ask(m, "SELECT key, value, condition FROM setting WHERE condition IS NOT NULL ORDER BY line"),
		"permitemptypasswords yes Match User x; x11forwarding no Match Address 10.0.0.0/8");
	done(m);
}

static void match_all_is_for_everybody_and_before_the_rest(void **state)
{
	(void)state;
	expect_sshd("PermitRootLogin no\nMatch User x\nPermitRootLogin no\nMatch all\nPermitRootLogin yes\n",
		"permitrootlogin", "yes 5");
	expect_sshd("Match all\nPort 1\nPermitRootLogin yes\nPermitRootLogin no\n", "permitrootlogin", "yes 3");
}

static void an_include_stands_where_its_lines_would(void **state)
{
	(void)state;
	static const struct {
		const char *config, *path, *content, *expect;
	} cases[] = {
		{ "Include more/*.conf\nPermitRootLogin no\n", "etc/ssh/more/a.conf", "PermitRootLogin yes\n",
			"yes -" },
		{ "PermitRootLogin no\nInclude /opt/x\n", "opt/x", "PermitRootLogin yes\n", "no -" },
		{ "Include /opt/x\n", "opt/x", "PermitRootLogin yes\n", "yes -" },
		{ "Port 22\n", "etc/ssh/sshd_config.d/a.conf", "PermitRootLogin yes\n", "prohibit-password -" },
		{ "Match User x\nInclude /opt/x\n", "opt/x", "PermitRootLogin yes\n",
			"prohibit-password -; yes Match User x" },
		/* A Match block ends with its file. */
		{ "Include /opt/x\nPermitRootLogin no\n", "opt/x", "Match User x\nPermitRootLogin yes\n",
			"no -; yes Match User x" },
		{ "Match User x\nInclude /opt/x\n", "opt/x", "Match Group g\nPermitRootLogin yes\n",
			"prohibit-password -; yes Match User x, Group g" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct made *m = make();

		file(m, "etc/ssh/sshd_config", cases[i].config);
		file(m, cases[i].path, cases[i].content);
		collect_tree(m, &collector_settings);
		assert_string_equal(ask(m, "SELECT value, coalesce(condition, '-') FROM setting WHERE key = "
					   "'permitrootlogin' ORDER BY "
					   "condition"),
			cases[i].expect);
		done(m);
	}
}

static void files_that_include_each_other_end(void **state)
{
	(void)state;
	struct made *m = make();
	struct shortfalls shortfalls = { 0 };

	m->tree.shortfalls = &shortfalls;
	file(m, "etc/ssh/sshd_config", "Include sshd_config\nInclude /etc/ssh/*\nPermitRootLogin yes\n");
	collect_tree(m, &collector_settings);
	assert_string_equal(ask(m, "SELECT value FROM setting WHERE key = 'permitrootlogin'"), "yes");
	assert_int_equal(shortfalls.count, 1);
	assert_string_equal(shortfalls.rows[0].class, "settings");
	done(m);
}

static void sshd_reads_the_file_that_it_is_started_with(void **state)
{
	(void)state;
	static const struct {
		const char *command, *expect;
	} cases[] = {
		{ "/usr/sbin/sshd -f /etc/other.conf", "yes 1" },
		{ "/usr/sbin/sshd -D -f/etc/other.conf", "yes 1" },
		{ "/usr/sbin/sshd -Df other.conf", "yes 1" },
		{ "F=/etc/other.conf\n/usr/sbin/sshd -f $F", "yes 1" },
		{ "/usr/sbin/sshd", "no 1" },
		{ "/usr/sbin/sshd -o PermitRootLogin=without-password", "without-password command" },
		{ "/usr/sbin/sshd -oPermitRootLogin=yes", "yes command" },
		{ "/usr/sbin/sshd -o \"PermitRootLogin yes\" -f /etc/other.conf", "yes command" },
		{ "if [ -f /tmp/x ]; then /usr/sbin/sshd -f /etc/other.conf; fi", "yes 1; no 1" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct made *m = make();

		program(m, "usr/sbin/sshd");
		file(m, "etc/rc.local", cases[i].command);
		file(m, "etc/ssh/sshd_config", "PermitRootLogin no\n");
		file(m, strstr(cases[i].command, "-Df") ? "etc/ssh/other.conf" : "etc/other.conf",
			"PermitRootLogin yes\n");
		collect_tree(m, &collector_boot);
		collect_tree(m, &collector_settings);
		assert_string_equal(ask(m, "SELECT value, coalesce(origin, line) FROM setting WHERE key = "
					   "'permitrootlogin' ORDER BY rowid"),
			cases[i].expect);
		done(m);
	}
}

static void a_configuration_that_is_not_in_the_image_is_missed(void **state)
{
	(void)state;
	static const char *const commands[] = { "/usr/sbin/sshd -f /tmp/sshd_config", "/usr/sbin/sshd -f $CONF" };

	for (size_t i = 0; i < sizeof(commands) / sizeof(*commands); i++) {
		struct made *m = make();
		struct shortfalls shortfalls = { 0 };

		m->tree.shortfalls = &shortfalls;
		program(m, "usr/sbin/sshd");
		file(m, "etc/rc.local", commands[i]);
		collect_tree(m, &collector_boot);
		collect_tree(m, &collector_settings);
		assert_int_equal(shortfalls.count, 1);
		assert_string_equal(shortfalls.rows[0].class, "settings");
		done(m);
	}
}

/* ---- dropbear -------------------------------------------------------------------------------------------------------------------- */

static const char dropbear_sql[] = "SELECT key, coalesce(value, '?') FROM setting WHERE domain = 'dropbear' AND key IN "
				   "('passwordauth', 'rootpasswordauth', "
				   "'blankpasswordauth') ORDER BY rowid, key";

static void dropbear_of_openwrt_allows_what_is_not_said(void **state)
{
	(void)state;
	static const struct {
		const char *config, *expect;
	} cases[] = {
		{ "config dropbear\n\toption PasswordAuth 'on'\n\toption RootPasswordAuth 'on'\n\toption Port '22'\n",
			"passwordauth on; rootpasswordauth on; blankpasswordauth off" },
		{ "config dropbear 'main'\n\toption Port '22'\n",
			"passwordauth on; rootpasswordauth on; blankpasswordauth off" },
		{ "config dropbear\n option RootPasswordAuth 'on'\n option PasswordAuth '0'\n",
			"rootpasswordauth off; passwordauth off; blankpasswordauth off" },
		{ "config dropbear\n option enable '0'\n", "" },
		{ "config dropbear\n option RootLogin 'off'\n",
			"passwordauth on; rootpasswordauth off; blankpasswordauth off" },
		{ "config dropbear\n option PasswordAuth off\nconfig dropbear\n option PasswordAuth on\n",
			"passwordauth off; rootpasswordauth off; blankpasswordauth off; passwordauth on; "
			"rootpasswordauth on; "
			"blankpasswordauth off" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct made *m = make();

		file(m, "etc/config/dropbear", cases[i].config);
		collect_tree(m, &collector_settings);
		assert_string_equal(ask(m, dropbear_sql), cases[i].expect);
		done(m);
	}
}

static void the_command_of_dropbear_says_who_gets_in(void **state)
{
	(void)state;
	static const struct {
		const char *command, *defaults, *expect;
	} cases[] = {
		{ "dropbear -p 22", NULL, "passwordauth on; rootpasswordauth on; blankpasswordauth off" },
		{ "dropbear -s -p 22", NULL, "passwordauth off; rootpasswordauth off; blankpasswordauth off" },
		{ "dropbear -Bg", NULL, "blankpasswordauth on; rootpasswordauth off; passwordauth on" },
		{ "start-stop-daemon -S -x /usr/sbin/dropbear -- -w", NULL,
			"passwordauth on; rootpasswordauth off; blankpasswordauth off" },
		{ "dropbear $DROPBEAR_ARGS", NULL, "passwordauth ?; rootpasswordauth ?; blankpasswordauth ?" },
		{ "dropbear $DROPBEAR_ARGS", "DROPBEAR_ARGS=\"-s -g\"\n",
			"passwordauth off; rootpasswordauth off; blankpasswordauth off" },
		{ "dropbear $DROPBEAR_ARGS", "DROPBEAR_ARGS=\"-B\"\n",
			"blankpasswordauth on; passwordauth on; rootpasswordauth on" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct made *m = make();

		program(m, "usr/sbin/dropbear");
		file(m, "etc/rc.local", cases[i].command);
		if (cases[i].defaults) file(m, "etc/default/dropbear", cases[i].defaults);
		collect_tree(m, &collector_boot);
		collect_tree(m, &collector_settings);
		assert_string_equal(ask(m, dropbear_sql), cases[i].expect);
		done(m);
	}
}

/* ---- others ---------------------------------------------------------------------------------------------------------------------- */

/* A configuration in its usual place, and all its rows. */
static void expect_rows(const char *path, const char *config, const char *domain, const char *expect)
{
	struct made *m = make();

	file(m, path, config);
	collect_tree(m, &collector_settings);
	assert_string_equal(rows(m, domain), expect);
	done(m);
}

static void vsftpd_takes_the_last_line_and_lets_guests_in_unless_told(void **state)
{
	(void)state;
	expect_rows("etc/vsftpd.conf", "anonymous_enable=YES\nanonymous_enable=NO\nlocal_enable=YES\n", "vsftpd",
		"anonymous_enable NO - 2; local_enable YES - 3");
	expect_rows("etc/vsftpd.conf", "local_enable=YES\n", "vsftpd",
		"anonymous_enable YES - default; local_enable YES - 1");
}

static void every_network_of_hostapd_has_its_own_protection(void **state)
{
	(void)state;
	expect_rows("etc/hostapd.conf", "interface=wlan0\nssid=a\nwpa=0\nwpa=2\nbss=wlan0_1\nssid=b\n", "hostapd",
		"interface wlan0 - 1; ssid a - 2; wpa 2 - 4; bss wlan0_1 [bss=wlan0_1] 5; ssid b [bss=wlan0_1] 6");
}

static void every_network_of_wpa_supplicant_is_told_apart(void **state)
{
	(void)state;
	expect_rows("etc/wpa_supplicant-wlan0.conf",
		"ctrl_interface=/var\nnetwork={\n ssid=\"a\"\n key_mgmt=NONE\n}\nnetwork={\n ssid=\"b\"\n}\n",
		"wpa_supplicant",
		"ctrl_interface /var - 1; key_mgmt NONE [network 1] 4; ssid a [network 1] 3; ssid b [network 2] 7");
}

static void a_listener_of_mosquitto_has_its_own_certificate_and_one_login_for_all(void **state)
{
	(void)state;
	expect_rows("etc/mosquitto/mosquitto.conf",
		"listener 1883\nlistener 8883\ncertfile a\nallow_anonymous true\nallow_anonymous false\n", "mosquitto",
		"allow_anonymous false - 5; listener 1883 [listener 1883] 1; certfile a [listener 8883] 3; listener "
		"8883 [listener 8883] 2");
	expect_rows("etc/mosquitto/mosquitto.conf", "per_listener_settings true\nlistener 1883\nallow_anonymous true\n",
		"mosquitto",
		"allow_anonymous ? - default; per_listener_settings true - 1; allow_anonymous true [listener 1883] 3; "
		"listener 1883 [listener "
		"1883] 2");
}

static void a_broker_without_a_listener_has_one_in_the_clear(void **state)
{
	(void)state;
	expect_rows("etc/mosquitto.conf", "allow_anonymous false\n", "mosquitto",
		"allow_anonymous false - 1; port 1883 - default");
	expect_rows("etc/mosquitto.conf", "allow_anonymous false\nport 8883\n", "mosquitto",
		"allow_anonymous false - 1; port 8883 - 2");
}

static void a_block_of_lighttpd_and_nginx_is_told_with_its_head(void **state)
{
	(void)state;
	expect_rows("etc/lighttpd/lighttpd.conf",
		"server.port = 80 # 81\nssl.openssl.ssl-conf-cmd = (\n  \"MinProtocol\" => "
		"\"TLSv1\"\n)\n$SERVER[\"socket\"] == \":443\" {\n  "
		"ssl.engine = \"enable\"\n  $HTTP[\"host\"] == \"a\" { ssl.engine = \"disable\" }\n}\nserver.tag = "
		"\"x\"\n",
		"lighttpd",
		"server.port 80 - 1; server.tag x - 9; ssl.openssl.ssl-conf-cmd (\n  \"MinProtocol\" => \"TLSv1\"\n) - "
		"2; ssl.engine enable "
		"[$SERVER[\"socket\"] == \":443\"] 6; ssl.engine disable [$SERVER[\"socket\"] == \":443\", "
		"$HTTP[\"host\"] == \"a\"] 7");
	expect_rows("etc/nginx/nginx.conf",
		"http {\n ssl_protocols TLSv1.2;\n server { listen 443 ssl; ssl_protocols TLSv1; }\n}\n", "nginx",
		"ssl_protocols TLSv1.2 - 2; listen 443 ssl [server] 3; ssl_protocols TLSv1 [server] 3");
}

static void what_is_not_included_does_not_hold(void **state)
{
	(void)state;
	struct made *m = make();

	file(m, "etc/lighttpd/lighttpd.conf", "include \"conf.d/*.conf\"\ninclude_shell \"cat /etc/lighttpd/on/*\"\n");
	file(m, "etc/lighttpd/conf.d/a.conf", "a = 1\n");
	file(m, "etc/lighttpd/off/b.conf", "b = 1\n");
	file(m, "etc/lighttpd/on/c", "c = 1\n");
	file(m, "etc/nginx/nginx.conf", "http { include conf.d/*.conf; }\n");
	file(m, "etc/nginx/conf.d/x.conf", "server { listen 81; }\n");
	file(m, "etc/nginx/sites-available/y", "server { listen 82; }\n");
	collect_tree(m, &collector_settings);
	assert_string_equal(rows(m, "lighttpd"), "a 1 - 1; c 1 - 1");
	assert_string_equal(rows(m, "nginx"), "listen 81 [server] 1");
	done(m);
}

static void what_a_program_prints_into_a_configuration_is_missed(void **state)
{
	(void)state;
	struct made *m = make();
	struct shortfalls shortfalls = { 0 };

	m->tree.shortfalls = &shortfalls;
	file(m, "etc/lighttpd/lighttpd.conf", "include_shell \"/usr/bin/make-conf\"\n");
	collect_tree(m, &collector_settings);
	assert_int_equal(shortfalls.count, 1);
	assert_string_equal(shortfalls.rows[0].class, "settings");
	done(m);
}

static void shares_of_samba_and_blocks_of_proftpd_are_told_with_their_names(void **state)
{
	(void)state;
	expect_rows("etc/samba/smb.conf", "[global]\nguest ok = no\n[data]\nguest ok = no\nguest ok = yes\n", "samba",
		"guest ok no - 2; guest ok yes [[data]] 5");
	expect_rows("etc/proftpd.conf", "User ftp\n<Anonymous ~ftp>\n User nobody\n</Anonymous>\nGroup x\n", "proftpd",
		"group x - 5; user ftp - 1; user nobody [Anonymous ~ftp] 3");
}

static void snmpd_takes_every_line_and_its_includes(void **state)
{
	(void)state;
	struct made *m = make();

	file(m, "etc/snmp/snmpd.conf",
		"rocommunity public\nrocommunity private\nincludeFile more.conf\nincludeDir /etc/snmp/d\n");
	file(m, "etc/snmp/more.conf", "rwcommunity admin\n");
	file(m, "etc/snmp/d/a.conf", "rwuser x noauth\n");
	collect_tree(m, &collector_settings);
	assert_string_equal(rows(m, "snmpd"),
		"rocommunity private - 2; rocommunity public - 1; rwcommunity admin - 1; rwuser x noauth - 1");
	done(m);
}

static void sysctl_takes_what_comes_last_in_the_order_of_names(void **state)
{
	(void)state;
	struct made *m = make();

	file(m, "etc/sysctl.d/20-a.conf", "kernel.kptr_restrict = 2\nnet/ipv4/tcp_syncookies=1\n");
	file(m, "usr/lib/sysctl.d/10-a.conf", "kernel.kptr_restrict = 0\n-kernel.dmesg_restrict=0\n");
	file(m, "usr/lib/sysctl.d/20-a.conf", "kernel.kptr_restrict = 0\n");
	file(m, "etc/sysctl.conf", "kernel.dmesg_restrict = 1\n");
	collect_tree(m, &collector_settings);
	assert_string_equal(rows(m, "sysctl"),
		"kernel.dmesg_restrict 1 - 1; kernel.kptr_restrict 2 - 1; net.ipv4.tcp_syncookies 1 - 2");
	done(m);
}

static void a_network_of_openwrt_is_open_unless_told_and_off_with_its_radio(void **state)
{
	(void)state;
	expect_rows("etc/config/wireless",
		"config wifi-device 'radio0'\n\toption disabled '1'\nconfig wifi-iface 'lan'\n\toption device "
		"'radio0'\n\toption ssid 'OpenWrt'\n",
		"wireless",
		"wifi-device.disabled 1 [wifi-device radio0] 2; wifi-iface.device radio0 [wifi-iface lan] 4; "
		"wifi-iface.disabled 1 [wifi-iface lan] "
		"2; wifi-iface.encryption none [wifi-iface lan] default; wifi-iface.mode ap [wifi-iface lan] default; "
		"wifi-iface.ssid OpenWrt "
		"[wifi-iface lan] 5");
	expect_rows("etc/config/wireless",
		"config wifi-iface\n option encryption none\n option encryption psk2\n option mode sta\n", "wireless",
		"wifi-iface.encryption psk2 [wifi-iface 1] 3; wifi-iface.mode sta [wifi-iface 1] 4");
}

static void servers_of_openwrt_have_the_keys_of_their_checks(void **state)
{
	(void)state;
	expect_rows("etc/config/uhttpd", "config uhttpd main\n list listen_http 0.0.0.0:80\n option TLS_min '1.0'\n",
		"uhttpd", "listen_http 0.0.0.0:80 [uhttpd main] 2; tls_min 1.0 [uhttpd main] 3");
	expect_rows("etc/config/snmpd", "config com2sec public\n option community public\n", "snmpd",
		"community public [com2sec public] 2");
}

static void a_secret_in_a_line_that_does_not_count_is_still_in_the_image(void **state)
{
	(void)state;
	struct made *m = make();

	file(m, "etc/hostapd.conf", "wpa_passphrase=firstfirst1\nwpa_passphrase=secondsecond2\n");
	collect_tree(m, &collector_settings);
	assert_string_equal(ask(m, "SELECT count(*), count(DISTINCT fingerprint) FROM secret"), "2 2");
	assert_string_equal(rows(m, "hostapd"), "wpa_passphrase (secret) - 2");
	done(m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(of_two_lines_of_sshd_the_first_counts),
		cmocka_unit_test(sshd_reads_every_way_to_write_a_line),
		cmocka_unit_test(what_sshd_is_not_told_it_does_by_its_own),
		cmocka_unit_test(a_match_block_holds_for_whom_it_fits),
		cmocka_unit_test(match_all_is_for_everybody_and_before_the_rest),
		cmocka_unit_test(an_include_stands_where_its_lines_would),
		cmocka_unit_test(files_that_include_each_other_end),
		cmocka_unit_test(sshd_reads_the_file_that_it_is_started_with),
		cmocka_unit_test(a_configuration_that_is_not_in_the_image_is_missed),
		cmocka_unit_test(dropbear_of_openwrt_allows_what_is_not_said),
		cmocka_unit_test(the_command_of_dropbear_says_who_gets_in),
		cmocka_unit_test(vsftpd_takes_the_last_line_and_lets_guests_in_unless_told),
		cmocka_unit_test(every_network_of_hostapd_has_its_own_protection),
		cmocka_unit_test(every_network_of_wpa_supplicant_is_told_apart),
		cmocka_unit_test(a_listener_of_mosquitto_has_its_own_certificate_and_one_login_for_all),
		cmocka_unit_test(a_broker_without_a_listener_has_one_in_the_clear),
		cmocka_unit_test(a_block_of_lighttpd_and_nginx_is_told_with_its_head),
		cmocka_unit_test(what_is_not_included_does_not_hold),
		cmocka_unit_test(what_a_program_prints_into_a_configuration_is_missed),
		cmocka_unit_test(shares_of_samba_and_blocks_of_proftpd_are_told_with_their_names),
		cmocka_unit_test(snmpd_takes_every_line_and_its_includes),
		cmocka_unit_test(sysctl_takes_what_comes_last_in_the_order_of_names),
		cmocka_unit_test(a_network_of_openwrt_is_open_unless_told_and_off_with_its_radio),
		cmocka_unit_test(servers_of_openwrt_have_the_keys_of_their_checks),
		cmocka_unit_test(a_secret_in_a_line_that_does_not_count_is_still_in_the_image),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
