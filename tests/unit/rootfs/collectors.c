#include "rootfs/made.h"

/* ---- accounts ---------------------------------------------------------------------------------------------------------------- */

static const char accounts_sql[] = "SELECT e.name, a.password, a.can_login, a.privileged, e.line FROM account AS a "
				   "JOIN entity AS e ON e.id = a.entity ORDER BY e.id";

static void passwords_are_empty_known_hashed_or_locked(void **state)
{
	(void)state;
	struct made *m = make();

	file(m, "etc/passwd",
		"root:x:0:0::/root:/bin/sh\nempty::5:5::/:/bin/sh\nother:x:6:6::/:/bin/sh\nlocked:x:7:7::/:/bin/"
		"sh\nservice:x:8:8::/:/usr/sbin/nologin\n");
	/* descrypt of "ismart12", which vendors have shipped, and of a word that no list has. */
	file(m, "etc/shadow",
		"root:rJ0FHsG0ZbyZo:1::::::\nother:abCdEfGhIjKlM:1::::::\nlocked:!:1::::::\nservice::1::::::\n");
	collect_tree(m, &collector_accounts);
	assert_string_equal(ask(m, accounts_sql),
		"root known 1 1 1; empty empty 1 0 2; other hash 1 0 2; locked locked 0 0 3; service empty 0 0 4");
	done(m);
}

static void a_hash_in_passwd_outweighs_a_shadow_that_is_not_asked(void **state)
{
	(void)state;
	struct made *m = make();

	file(m, "etc/passwd", "admin:$1$abcdefgh$XXXXXXXXXXXXXXXXXXXXXX:0:0::/:/bin/sh\n");
	file(m, "etc/shadow", "admin:*:1::::::\n");
	collect_tree(m, &collector_accounts);
	assert_string_equal(ask(m, accounts_sql), "admin hash 1 1 1");
	done(m);
}

/* login of busybox and of shadow: the shadow is asked for "x" only, by busybox for "*" too. */
static void an_empty_field_in_passwd_is_an_empty_password_whatever_the_shadow_has(void **state)
{
	(void)state;
	struct made *m = make();

	file(m, "etc/passwd",
		"root::0:0::/root:/bin/sh\nstar:*:5:5::/:/bin/sh\nclosed:*:6:6::/:/bin/sh\nbang:!:7:7::/:/bin/sh\n");
	file(m, "etc/shadow",
		"root:$6$abcdefgh$XXXX:1::::::\nstar:abCdEfGhIjKlM:1::::::\nbang:abCdEfGhIjKlM:1::::::\n");
	collect_tree(m, &collector_accounts);
	assert_string_equal(
		ask(m, accounts_sql), "root empty 1 1 1; star hash 1 0 2; closed locked 0 0 3; bang locked 0 0 4");
	done(m);
}

static void slow_hashes_and_many_of_them_end(void **state)
{
	(void)state;
	struct made *m = make();
	struct shortfalls shortfalls = { 0 };
	struct buf passwd = { 0 };

	m->tree.shortfalls = &shortfalls;
	buf_printf(&passwd, "slow:$6$rounds=999999999$abcdefgh$%086d:0:0::/:/bin/sh\n", 1);
	for (int i = 0; i < 3000; i++)
		buf_printf(&passwd, "u%d:$1$abcd%04d$XXXXXXXXXXXXXXXXXXXXXX:%d:0::/:/bin/sh\n", i, i, i + 1);
	buf_char(&passwd, '\0');
	file(m, "etc/passwd", buf_all(&passwd).p);
	collect_tree(m, &collector_accounts);
	assert_string_equal(ask(m, "SELECT count(*), sum(password = 'hash') FROM account"), "2048 2048");
	assert_int_equal(shortfalls.count, 2);
	assert_string_equal(shortfalls.rows[0].class, "accounts");
	assert_string_equal(shortfalls.rows[1].class, "password-list");
	done(m);
	buf_free(&passwd);
}

static void accounts_made_at_start_are_out_of_sight(void **state)
{
	(void)state;
	struct made *m = make();
	struct shortfalls shortfalls = { 0 };

	m->tree.shortfalls = &shortfalls;
	file(m, "etc/passwd", "");
	m->files[0].type = NODE_LINK;
	m->files[0].target = STR("../var/passwd");
	collect_tree(m, &collector_accounts);
	assert_int_equal(shortfalls.count, 1);
	assert_string_equal(shortfalls.rows[0].class, "accounts");
	done(m);
}

static void no_hash_reaches_the_evidence(void **state)
{
	(void)state;
	struct made *m = make();

	file(m, "etc/passwd", "root:rJ0FHsG0ZbyZo:0:0::/root:/bin/sh\n");
	collect_tree(m, &collector_accounts);
	assert_string_equal(
		ask(m, "SELECT count(*) FROM account, excerpt WHERE hash LIKE '%rJ0F%' OR text LIKE '%rJ0F%'"), "0");
	done(m);
}

/* ---- start-up ------------------------------------------------------------------------------------------------------------------ */

static const char starts_sql[] = "SELECT program, line, moment, enabled FROM start ORDER BY rowid";

static void comments_start_nothing_and_conditions_may(void **state)
{
	(void)state;
	struct made *m = make();

	program(m, "usr/sbin/telnetd");
	program(m, "usr/sbin/dropbear");
	file(m, "etc/init.d/rcS",
		"#!/bin/sh\n# telnetd\necho telnetd is off\nif [ -f /x ]; then\n  dropbear -p 2222\nfi\ntelnetd & # "
		"for support\n");
	collect_tree(m, &collector_boot);
	assert_string_equal(ask(m, starts_sql), "/usr/sbin/dropbear 5 boot ?; /usr/sbin/telnetd 7 boot 1");
	assert_string_equal(ask(m, "SELECT protocol, port FROM service ORDER BY entity"), "ssh 2222; telnet 23");
	done(m);
}

static void what_a_script_says_is_not_what_it_starts(void **state)
{
	(void)state;
	struct made *m = make();

	program(m, "usr/sbin/telnetd");
	program(m, "usr/sbin/dropbear");
	program(m, "usr/sbin/udhcpd");
	file(m, "etc/init.d/rcS",
		"#!/bin/sh\necho \"no more network & telnetd here\"\n"
		"[ -x /usr/sbin/telnetd ] && rm -f /usr/sbin/telnetd\n"
		"cat > /tmp/readme <<EOF\ntelnetd is not here\nEOF\n"
		"[ -x /usr/sbin/dropbear ] && dropbear -p 2222\n"
		"[ -x /usr/sbin/missing ] && udhcpd\n"
		"start-stop-daemon -K -x /usr/sbin/telnetd\nkillall telnetd\n/etc/init.d/telnet stop\n"
		"stop() {\n  telnetd --stop\n}\n"
		"case \"$1\" in\n telnetd) udhcpd ;;\nesac\n");
	file(m, "etc/init.d/telnet", "#!/bin/sh\ntelnetd\n");
	collect_tree(m, &collector_boot);
	assert_string_equal(ask(m, starts_sql),
		"/usr/sbin/dropbear 7 boot 1; /usr/sbin/udhcpd 8 boot 0; /usr/sbin/udhcpd 16 boot ?");
	done(m);
}

static void what_a_script_starts_in_other_words_is_seen(void **state)
{
	(void)state;
	struct made *m = make();

	program(m, "usr/sbin/telnetd");
	program(m, "usr/sbin/dropbear");
	program(m, "usr/sbin/udhcpd");
	file(m, "etc/init.d/rcS",
		"#!/bin/sh\nDAEMON=/usr/sbin/telnetd\nDIR=/usr/sbin\n$DAEMON -p 2323 &\n"
		"start-stop-daemon --start --exec \"$DIR/dropbear\" -- -p 10.0.0.1:2222\n"
		"sh -c \"sleep 1; udhcpd /etc/udhcpd.conf\"\n. /etc/more.sh\nfalse || dropbear\n");
	file(m, "etc/more.sh", "nice -n 5 telnetd\n");
	collect_tree(m, &collector_boot);
	assert_string_equal(ask(m, starts_sql), "/usr/sbin/telnetd 4 boot 1; /usr/sbin/dropbear 5 boot 1; "
						"/usr/sbin/udhcpd 6 boot 1; /etc/more.sh 7 boot 1; "
						"/usr/sbin/dropbear 8 boot ?; /usr/sbin/telnetd 1 boot 1");
	assert_string_equal(ask(m, "SELECT protocol, port FROM service ORDER BY entity"),
		"telnet 2323; ssh 2222; dhcp 67; ssh 22; telnet 23");
	done(m);
}

static void a_shell_on_a_console_needs_no_login(void **state)
{
	(void)state;
	struct made *m = make();

	program(m, "bin/sh");
	file(m, "etc/inittab",
		"::sysinit:/etc/init.d/rcS\nttyS0::askfirst:-/bin/sh\ntty1::respawn:/sbin/getty 9600 tty1\n"
		"ttyS1::respawn:/bin/sh -l\nttyS2::respawn:/bin/sh /etc/watch\nttyS3::askconsole:/bin/ash --login\n");
	file(m, "etc/init.d/rcS", "#!/bin/sh\n");
	collect_tree(m, &collector_boot);
	assert_string_equal(ask(m, "SELECT domain, key, value, line FROM setting"),
		"inittab shell-without-login ttyS0 2; inittab shell-without-login ttyS1 4; "
		"inittab shell-without-login ttyS3 6");
	assert_string_equal(ask(m, "SELECT program, line FROM start WHERE moment = 'console' ORDER BY line"),
		"/bin/sh 2; /bin/sh 4; /bin/ash 6");
	done(m);
}

static void units_start_when_a_target_wants_them(void **state)
{
	(void)state;
	struct made *m = make();

	program(m, "usr/bin/one");
	program(m, "usr/bin/two");
	file(m, "lib/systemd/system/one.service",
		"[Service]\nExecStart=/usr/bin/one\nUser=nobody\nNoNewPrivileges=yes\n");
	file(m, "lib/systemd/system/two.service", "[Service]\nExecStart=-/usr/bin/two --x\n");
	link_to(m, "etc/systemd/system/multi-user.target.wants/one.service", "/lib/systemd/system/one.service");
	collect_tree(m, &collector_boot);
	assert_string_equal(ask(m, "SELECT program, enabled, user, confined FROM start ORDER BY program"),
		"/usr/bin/one 1 nobody 1; /usr/bin/two 0 root 0");
	done(m);
}

static void inetd_starts_on_connection(void **state)
{
	(void)state;
	struct made *m = make();

	program(m, "usr/sbin/in.telnetd");
	file(m, "etc/inetd.conf",
		"#ftp stream tcp nowait root /usr/sbin/ftpd ftpd\ntelnet stream tcp nowait root /usr/sbin/in.telnetd "
		"in.telnetd\n");
	collect_tree(m, &collector_boot);
	assert_string_equal(ask(m, starts_sql), "/usr/sbin/in.telnetd 2 connection ?");
	done(m);
}

static void inetd_itself_must_be_started_and_names_the_port(void **state)
{
	(void)state;
	struct made *m = make();

	program(m, "usr/sbin/inetd");
	program(m, "usr/sbin/in.telnetd");
	file(m, "etc/inittab", "::once:/usr/sbin/inetd\n");
	file(m, "etc/inetd.conf",
		"telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n2323 stream tcp nowait root "
		"/usr/sbin/in.telnetd in.telnetd\n");
	collect_tree(m, &collector_boot);
	assert_string_equal(ask(m, starts_sql),
		"/usr/sbin/inetd 1 boot 1; /usr/sbin/in.telnetd 1 connection 1; /usr/sbin/in.telnetd 2 connection 1");
	assert_string_equal(ask(m, "SELECT port FROM service ORDER BY entity"), "23; 2323");
	done(m);
}

static void xinetd_has_blocks_in_its_own_file_too(void **state)
{
	(void)state;
	struct made *m = make();

	program(m, "usr/sbin/xinetd");
	program(m, "usr/sbin/telnetd");
	file(m, "etc/rc.local", "xinetd\n");
	file(m, "etc/xinetd.conf",
		"defaults\n{\n}\nservice a\n{\n server = /usr/sbin/telnetd\n port = 24\n}\nservice b\n{\n disable = "
		"yes\n "
		"server = /usr/sbin/telnetd\n}\n");
	collect_tree(m, &collector_boot);
	assert_string_equal(ask(m, "SELECT line, moment, enabled FROM start ORDER BY rowid"),
		"1 boot 1; 6 connection 1; 12 connection 0");
	assert_string_equal(ask(m, "SELECT port, enabled FROM service ORDER BY entity"), "24 1; 23 0");
	done(m);
}

static void what_busybox_does_it_does_by_the_name_it_is_called(void **state)
{
	(void)state;
	struct made *m = make();

	program(m, "bin/busybox");
	link_to(m, "usr/sbin/telnetd", "../../bin/busybox");
	link_to(m, "sbin/getty", "../bin/busybox");
	link_to(m, "sbin/syslogd", "/bin/busybox");
	file(m, "etc/inittab", "::sysinit:/etc/rc\nttyS0::respawn:/sbin/getty -L ttyS0 115200\n");
	file(m, "etc/rc", "telnetd -b 127.0.0.1\nsyslogd -n\n");
	collect_tree(m, &collector_boot);
	assert_string_equal(ask(m, starts_sql),
		"/etc/rc 1 boot 1; /sbin/getty 2 respawn 1; /usr/sbin/telnetd 1 boot 1; /sbin/syslogd 2 boot 1");
	assert_string_equal(ask(m, "SELECT port, scope FROM service"), "23 loopback");
	done(m);
}

static void a_script_is_read_as_it_is_called(void **state)
{
	(void)state;
	struct made *m = make();

	program(m, "usr/sbin/telnetd");
	program(m, "usr/sbin/dropbear");
	file(m, "etc/init.d/S50net",
		"D=/usr/sbin/\nfactory() {\n telnetd\n}\ngo() {\n dropbear\n}\ncase \"$1\" in\n start|restart)\n  go; "
		"${D}telnetd ;;\n stop) telnetd ;;\n *) dropbear ;;\nesac\nexit 0\ntelnetd\n");
	file(m, "etc/rc", "for s in telnetd dropbear; do $s -x; done\nCMD=\"dropbear -p 24\"\n$CMD &\n");
	collect_tree(m, &collector_boot);
	assert_string_equal(ask(m, starts_sql),
		"/usr/sbin/telnetd 1 boot 1; /usr/sbin/dropbear 1 boot 1; /usr/sbin/dropbear 3 boot 1; "
		"/usr/sbin/telnetd 3 boot ?; /usr/sbin/dropbear 6 boot 1; /usr/sbin/telnetd 10 boot 1; "
		"/usr/sbin/dropbear 12 boot ?");
	done(m);
}

static void a_shell_is_open_whatever_runs_it(void **state)
{
	(void)state;
	struct made *m = make();

	file(m, "etc/inittab",
		"::respawn:/sbin/getty -nl/bin/sh 115200 ttyS0\n::respawn:/bin/busybox sh\n::respawn:setsid cttyhack "
		"sh\n"
		"::respawn:env TERM=vt100 /bin/ash -l\n::respawn:/sbin/getty -L -I l ttyS0\n::respawn:busybox getty "
		"ttyS1\n"
		"::respawn:nice -n 5 sh /etc/watch\n");
	collect_tree(m, &collector_boot);
	assert_string_equal(ask(m, "SELECT program, line FROM start WHERE moment = 'console' ORDER BY line"),
		"/bin/sh 1; sh 2; sh 3; /bin/ash 4");
	done(m);
}

static void without_an_inittab_busybox_opens_a_shell(void **state)
{
	(void)state;
	struct made *m = make();

	program(m, "bin/busybox");
	link_to(m, "sbin/init", "../bin/busybox");
	collect_tree(m, &collector_boot);
	assert_string_equal(ask(m, "SELECT program, moment, enabled FROM start"), "/bin/sh console 1");
	done(m);
}

static void what_was_not_seen_of_the_start_is_said(void **state)
{
	(void)state;
	static const struct {
		const char *path, *content;
		bool is_kept;
	} cases[] = { { "etc/passwd", "x", true }, { "etc/inittab", "x", false }, { "etc/rc.d/S10x", "x", false },
		{ "etc/systemd/system/a.service", "x", false } };

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct made *m = make();
		struct shortfalls shortfalls = { 0 };

		file(m, cases[i].path, cases[i].content);
		if (!cases[i].is_kept) m->files[0].content = (span){ 0 };
		m->tree.shortfalls = &shortfalls;
		collect_tree(m, &collector_boot);
		assert_int_equal(shortfalls.count, 1);
		assert_string_equal(shortfalls.rows[0].class, "start");
		done(m);
	}
}

static void units_are_masked_replaced_and_woken_by_sockets(void **state)
{
	(void)state;
	struct made *m = make();

	program(m, "usr/bin/one");
	program(m, "usr/bin/two");
	program(m, "usr/bin/in.telnetd");
	file(m, "lib/systemd/system/one.service", "[Service]\nExecStart=/usr/bin/one\n");
	link_to(m, "lib/systemd/system/multi-user.target.wants/one.service", "../one.service");
	link_to(m, "etc/systemd/system/one.service", "/dev/null");
	file(m, "lib/systemd/system/two.service", "[Service]\nExecStart=/usr/bin/two a\n");
	file(m, "etc/systemd/system/two.service", "[Service]\n#x\nExecStart=\\\n /usr/bin/two b\n");
	file(m, "lib/systemd/system/telnet@.service", "[Service]\nExecStart=-/usr/bin/in.telnetd\n");
	link_to(m, "etc/systemd/system/sockets.target.wants/telnet.socket", "/lib/systemd/system/telnet.socket");
	file(m, "etc/systemd/system/serial-getty@ttyS0.service.d/a.conf",
		"[Service]\nExecStart=\nExecStart=-/bin/sh\n");
	collect_tree(m, &collector_boot);
	assert_string_equal(
		ask(m, starts_sql), "/bin/sh 3 console ?; /usr/bin/two 3 boot 0; /usr/bin/in.telnetd 2 connection 1");
	done(m);
}

static void servers_listen_where_their_configuration_says(void **state)
{
	(void)state;
	static const struct {
		const char *command, *path, *content, *expect;
	} cases[] = {
		{ "lighttpd -f /etc/l.conf", "etc/l.conf",
			"server.port = 8080\n$SERVER[\"socket\"] == \":443\" {\n ssl.engine = \"enable\"\n}\n",
			"443 https ?; 8080 http ?" },
		{ "lighttpd", "etc/lighttpd.conf", "server.bind = \"127.0.0.1\"\n", "80 http loopback" },
		{ "uhttpd -f", "etc/config/uhttpd",
			"config uhttpd main\n list listen_http '0.0.0.0:81'\n list listen_https '[::]:443'\n",
			"81 http ?; 443 https ?" },
		{ "uhttpd -p 88", "etc/config/uhttpd", "config uhttpd main\n list listen_http '0.0.0.0:81'\n",
			"88 http ?" },
		{ "nginx", "etc/nginx/conf.d/a", "listen 80;\n#listen 1;\nlisten 443 ssl;\n",
			"80 http ?; 443 https ?" },
		{ "boa", "etc/boa.conf", "Port 8081\n", "8081 http ?" },
		{ "mosquitto", "etc/mosquitto/mosquitto.conf",
			"listener 8883\ncertfile a\nlistener 1883 localhost\nlistener 0 /run/x\n",
			"8883 mqtts ?; 1883 mqtt loopback" },
		{ "nginx -t", "etc/nginx/nginx.conf", "listen 80;\n", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct made *m = make();

		file(m, "etc/rc.local", cases[i].command);
		file(m, cases[i].path, cases[i].content);
		collect_tree(m, &collector_boot);
		assert_string_equal(
			ask(m, "SELECT port, protocol, scope FROM service ORDER BY entity"), cases[i].expect);
		done(m);
	}
}

static void users_of_web_servers_are_accounts_without_an_id(void **state)
{
	(void)state;
	struct made *m = make();

	file(m, "etc/nginx/.htpasswd", "admin:$apr1$ab$cd\nu2:{SHA}ef=\n");
	file(m, "etc/httpd.conf", "A:192.168.\n/cgi-bin:root:admin\n/x:y:geheim9\n");
	collect_tree(m, &collector_web_users);
	assert_string_equal(ask(m, "SELECT e.name, line, at, can_login, privileged, password, scheme FROM account JOIN "
				   "entity AS e ON "
				   "e.id = entity ORDER BY entity"),
		"root 2 11 1 0 known plain; y 3 31 1 0 hash plain; admin 1 0 1 0 hash md5crypt; u2 2 18 1 0 hash sha1");
	assert_string_equal(
		ask(m, "SELECT count(*) FROM excerpt WHERE text LIKE '%geheim%' OR text LIKE '%apr1%'"), "0");
	done(m);
}

/* ---- settings ------------------------------------------------------------------------------------------------------------------- */

static void settings_that_were_not_read_whole_say_so(void **state)
{
	(void)state;
	struct made *m = make();
	struct shortfalls shortfalls = { 0 };

	file(m, "etc/hostapd.conf", "x");
	m->files[0].content = (span){ 0 };
	m->tree.shortfalls = &shortfalls;
	collect_tree(m, &collector_settings);
	assert_int_equal(shortfalls.count, 1);
	assert_string_equal(shortfalls.rows[0].class, "settings");
	done(m);
}

static void settings_of_other_forms_keep_no_secret(void **state)
{
	(void)state;
	struct made *m = make();

	file(m, "etc/lighttpd.conf", "ldap.bind-pw = \"geheim1\"\n");
	file(m, "etc/snmp/snmpd.conf", "trapsink 10.0.0.1 geheim2\ntrap2sink h public\n");
	file(m, "etc/nginx/nginx.conf", "proxy_set_header Authorization \"Basic geheim3\";\n");
	file(m, "etc/opkg.conf", "option http_password geheim4\n");
	file(m, "etc/default/dropbear", "DROPBEAR_EXTRA_ARGS=\"-Y geheim5\"\n");
	file(m, "etc/wpa_supplicant.conf", "milenage=\"geheim6\"\n");
	file(m, "etc/config/network", "config interface wan\n option pincode 'geheim7'\n");
	collect_tree(m, &collector_settings);
	assert_string_equal(ask(m, "SELECT value FROM setting ORDER BY domain, line"),
		"-Y (secret); (secret); (secret); (secret); (secret); 10.0.0.1 (secret); h public; (secret)");
	assert_string_equal(ask(m, "SELECT count(*) FROM excerpt WHERE text LIKE '%geheim%'"), "0");
	done(m);
}

static void settings_keep_their_line_and_no_secret(void **state)
{
	(void)state;
	struct made *m = make();

	file(m, "etc/ssh/sshd_config", "# PermitRootLogin no\nPermitRootLogin yes\n");
	file(m, "etc/hostapd.conf", "ssid=x\nwpa_passphrase=hunter2hunter2\n");
	file(m, "etc/config/wireless", "config wifi-iface\n\toption encryption 'none'\n\toption key 'abc'\n");
	collect_tree(m, &collector_settings);
	assert_string_equal(ask(m, "SELECT domain, key, value, line FROM setting WHERE domain IN ('sshd', 'hostapd') "
				   "AND origin IS NULL "
				   "ORDER BY domain, line"),
		"hostapd ssid x 1; hostapd wpa_passphrase (secret) 2; sshd permitrootlogin yes 2");
	assert_string_equal(
		ask(m, "SELECT key, value FROM setting WHERE domain = 'wireless' AND origin IS NULL ORDER BY line"),
		"wifi-iface.encryption none; wifi-iface.key (secret)");
	assert_string_equal(ask(m, "SELECT count(*) FROM excerpt WHERE text LIKE '%hunter2%'"), "0");
	assert_string_equal(
		ask(m, "SELECT kind, used_by FROM secret ORDER BY used_by"), "password hostapd; password wireless");
	done(m);
}

static void no_secret_of_any_form_reaches_the_evidence(void **state)
{
	(void)state;
	struct made *m = make();

	program(m, "usr/sbin/telnetd");
	program(m, "usr/sbin/chpasswd");
	file(m, "etc/config/network", "config wifi-iface\n\tlist key \"s3same01\"\n\toption key '/etc/x/key'\n");
	file(m, "etc/wpa_supplicant.conf", "psk=\"/s3same02\"\nwep_key2=\"s3same03\"\n");
	file(m, "etc/snmp/snmpd.conf",
		"createUser adm MD5 \"s3same04\" DES s3same05\nrocommunity s3same06 10.0.0.0/8\nrwcommunity private\n"
		"com2sec local default s3same07\n");
	file(m, "etc/ppp/chap-secrets", "# client server secret\nuser * \"s3same08\" *\n");
	file(m, "etc/init.d/rcS",
		"#!/bin/sh\necho \"root:s3same09\" | chpasswd\ntelnetd -u adm -P s3same10\n"
		"PASSWORD=s3same11 telnetd --password s3same12 --psk=s3same13\n"
		"telnetd http://me:s3same14@host/ -P /var/run/telnetd.pid\n");
	file(m, "etc/opkg.conf", "src/gz x http://user:s3same15@feeds.example/x\n");
	collect_tree(m, &collector_settings);
	collect_tree(m, &collector_boot);
	collect_tree(m, &collector_updates);
	assert_string_equal(ask(m, "SELECT text FROM excerpt WHERE text LIKE '%s3same%'"), "");
	assert_string_equal(ask(m, "SELECT value FROM setting WHERE value LIKE '%s3same%'"), "");
	assert_string_equal(ask(m, "SELECT command FROM start WHERE command LIKE '%s3same%'"), "");

	/* What is no secret stays readable. */
	assert_string_equal(ask(m, "SELECT value FROM setting WHERE domain = 'network' AND line = 3"), "/etc/x/key");
	assert_string_equal(ask(m, "SELECT value FROM setting WHERE key LIKE '%community' ORDER BY line"),
		"(secret) 10.0.0.0/8; private");
	assert_string_equal(ask(m, "SELECT command FROM start WHERE line = 5"),
		"telnetd http://(secret)@host/ -P /var/run/telnetd.pid");
	assert_string_equal(ask(m, "SELECT used_by, count(*) FROM secret GROUP BY used_by"),
		"chpasswd 1; network 1; ppp 1; snmpd 4; wpa_supplicant 2");
	done(m);
}

/* ---- packages ------------------------------------------------------------------------------------------------------------------- */

static void installed_packages_are_components(void **state)
{
	(void)state;
	struct made *m = make();

	file(m, "var/lib/dpkg/status",
		"Package: busybox\nStatus: install ok installed\nVersion: 1:1.35.0-4\n\nPackage: gone\nStatus: "
		"deinstall ok config-files\nVersion: 1\n");
	file(m, "etc/os-release", "ID=openwrt\nVERSION_ID=\"22.03\"\n");
	collect_tree(m, &collector_packages);
	assert_string_equal(ask(m, "SELECT e.name, c.version, c.how FROM component AS c JOIN entity AS e ON e.id = "
				   "c.entity ORDER BY e.id"),
		"busybox 1:1.35.0-4 package database; openwrt 22.03 release file");
	done(m);
}

/* ---- single files ----------------------------------------------------------------------------------------------------------------- */

static void versions_are_what_programs_print(void **state)
{
	(void)state;
	struct made *m = make();
	char image[512] = "\177ELF";

	memcpy(image + 100, "BusyBox v1.01 (2008)", 20);
	memcpy(image + 200, "hostapd v0.5.9\n", 15);
	memcpy(image + 300, "OpenSSL 0.9.8a 11 Oct 2005", 26);
	memcpy(image + 400, "Linux version %s", 16);
	collect_one(m, &collector_versions, "bin/all", (span){ (const uint8_t *)image, sizeof(image) }, true);
	assert_string_equal(ask(m, "SELECT e.name, c.version, e.at FROM component AS c JOIN entity AS e ON e.id = "
				   "c.entity ORDER BY e.at"),
		"busybox 1.01 100; hostapd 0.5.9 200; openssl 0.9.8a 300");
	done(m);
}

static void a_version_is_believed_alone_or_right_behind_its_format(void **state)
{
	(void)state;
	struct made *m = make();
	char one[256] = "\177ELF", two[256] = "\177ELF", three[256] = "\177ELF";

	memcpy(one + 100,
		"pppd version %s\0"
		"2.4.3\0"
		"2.4.3",
		28);
	memcpy(two + 100,
		"iptables v%s\0"
		"help\0"
		"1.3.3\0"
		"1.0.0",
		30);
	memcpy(three + 100,
		"version %s\0"
		"2.6.15\0"
		"radvd %s started\0\0\0"
		"1.4\0",
		41);
	collect_one(m, &collector_versions, "usr/sbin/pppd", (span){ (const uint8_t *)one, sizeof(one) }, true);
	collect_one(m, &collector_versions, "sbin/iptables", (span){ (const uint8_t *)two, sizeof(two) }, true);
	collect_one(m, &collector_versions, "sbin/radvd", (span){ (const uint8_t *)three, sizeof(three) }, true);
	assert_string_equal(
		ask(m, "SELECT e.name, c.version, c.how FROM component AS c JOIN entity AS e ON e.id = c.entity"),
		"pppd 2.4.3 version string beside its format; radvd 1.4 version string beside its format");
	done(m);
}

/* Keys made for this test; the first is locked with a passphrase. */
static const char openssh_locked[] = "-----BEGIN OPENSSH PRIVATE KEY-----\n"
				     "b3BlbnNzaC1rZXktdjEAAAAACmFlczI1Ni1jdHIAAAAGYmNyeXB0AAAAGAAAABCnc2kASU\n"
				     "13qAIhNuwwSkFJAAAAEAAAAAEAAAAzAAAAC3NzaC1lZDI1NTE5AAAAIOLLgb8DAMHP4kjr\n"
				     "dwb+Mdug66uAWTV1xtzB+K6IMS27AAAAkDkxufjpmAfeoDvNePOITlq3LFEDZVP7ZohfNf\n"
				     "Swc9nSxK0lYihDBHDBIJsc2f7HeAp0C/DZpXlKEF3YgKqMUeZyJA0Q1AZczT1E9J5jezs/\n"
				     "dLn/GtrciJMJJANGEfU63eOF3FFWM0gIlAHp8DVMv5mvBmB35FSI433W2X+HRWPnuByF1J\n"
				     "a8bPy546VLcsLvIA==\n"
				     "-----END OPENSSH PRIVATE KEY-----\n",
		  openssh_plain[] = "-----BEGIN OPENSSH PRIVATE KEY-----\n"
				    "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW\n"
				    "QyNTUxOQAAACBb4BwtOWEnseBTQxnkgBNKit+gI40smau3CQFakduLogAAAJAbmdWFG5nV\n"
				    "hQAAAAtzc2gtZWQyNTUxOQAAACBb4BwtOWEnseBTQxnkgBNKit+gI40smau3CQFakduLog\n"
				    "AAAECWFSaJMvFfV4FQ8bjXd//JT3OttfT7Xk7nv0kF6ii0T1vgHC05YSex4FNDGeSAE0qK\n"
				    "36AjjSyZq7cJAVqR24uiAAAAB3Jvb3RAdm0BAgMEBQY=\n"
				    "-----END OPENSSH PRIVATE KEY-----\n";

static void openssh_says_whether_a_key_is_locked(void **state)
{
	(void)state;
	struct made *m = make();

	file(m, "etc/a", openssh_locked);
	file(m, "etc/b", openssh_plain);
	for (size_t i = 0; i < 2; i++) collector_secrets.collect(m->facts, &m->files[i], m->files[i].content, m->keep);
	facts_flush(m->facts);
	assert_string_equal(
		ask(m, "SELECT algorithm, bits, locked FROM secret ORDER BY file"), "ed25519 256 1; ed25519 256 0");
	done(m);
}

static void begins_without_ends_are_gone_through_once(void **state)
{
	(void)state;
	struct made *m = make();
	struct buf text = { 0 };

	/* Thirty million bytes: a search to the end for each BEGIN would take hours. The sanitizer looks at all the rest at each search. */
#ifdef __SANITIZE_ADDRESS__
	enum { LINES = 5'000 };
#else
	enum { LINES = 1'800'000 };
#endif

	for (int i = 0; i < LINES; i++) buf_text(&text, "-----BEGIN :-----\n");
	buf_text(&text, openssh_plain);
	file(m, "etc/x.pem", "");
	collector_secrets.collect(m->facts, &m->files[0], span_from_str(buf_all(&text)), m->keep);
	facts_flush(m->facts);
	assert_string_equal(ask(m, "SELECT kind, locked FROM secret"), "private-key 0");
	buf_free(&text);
	done(m);
}

/* A key made for this test. It has no value anywhere else. */
#define KEY_BASE64 "MC4CAQAwBQYDK2VwBCIEIJuRml5rgGepGdrKUZ3wsSv45ttQhwxtm4PuwAeS48em"

static void keys_in_strings_of_other_languages_are_read(void **state)
{
	(void)state;
	static const char *const forms[] = {
		"{\"key\":\"-----BEGIN PRIVATE KEY-----\\n" KEY_BASE64 "\\n-----END PRIVATE KEY-----\\n\"}",
		"k: |\n  -----BEGIN PRIVATE KEY-----\n  " KEY_BASE64 "\n  -----END PRIVATE KEY-----\n",
		"static char k[] = \"-----BEGIN PRIVATE KEY-----\\r\\n\"\n\t\"" KEY_BASE64
		"\\r\\n\"\n\t\"-----END PRIVATE KEY-----\";\n",
		"-----BEGIN PRIVATE KEY-----\r\n" KEY_BASE64 "\r\n-----END PRIVATE KEY-----\r\n",
	};

	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
		struct made *m = make();

		collect_one(m, &collector_secrets, "etc/x", span_from_str(str_of(forms[i])), false);
		assert_string_equal(ask(m, "SELECT algorithm, bits, locked FROM secret"), "ed25519 256 0");
		done(m);
	}
}

/* The same key as bytes, in a file whose name says nothing; dropbear's form of another. */
static void keys_without_pem_are_known_by_their_bytes(void **state)
{
	(void)state;
	static const uint8_t der[] =
		"\x30\x2e\x02\x01\x00\x30\x05\x06\x03\x2b\x65\x70\x04\x22\x04\x20\x9b\x91\x9a\x5e\x6b\x80\x67\xa9\x19"
		"\xda\xca\x51\x9d\xf0\xb1\x2b\xf8\xe6\xdb\x50\x87\x0c\x6d\x9b\x83\xee\xc0\x07\x92\xe3\xc7\xa6";
	uint8_t dropbear[128] = { 0, 0, 0, 7, 's', 's', 'h', '-', 'r', 's', 'a', 0, 0, 0, 1, 3, 0, 0, 0, 65, 0, 0xc1 };
	struct made *m = make();

	file(m, "data/a", "");
	file(m, "data/b", "");
	for (size_t i = 0; i < 2; i++) {
		span content = i ? (span){ dropbear, sizeof(dropbear) } : (span){ der, sizeof(der) - 1 };

		assert_true(collector_secrets.wants(&m->files[i], content));
		collector_secrets.collect(m->facts, &m->files[i], content, m->keep);
	}
	facts_flush(m->facts);
	assert_string_equal(
		ask(m, "SELECT algorithm, bits, locked FROM secret ORDER BY file"), "ed25519 256 0; rsa 512 0");
	assert_false(collector_secrets.wants(&m->files[0], (span){ der, sizeof(der) - 2 }));
	done(m);
}

/* What is not read does not count as looked at. */
static void more_keys_than_are_read_are_a_shortfall(void **state)
{
	(void)state;
	struct made *m = make();
	struct shortfalls shortfalls = { 0 };
	struct buf text = { 0 };

	for (unsigned i = 0; i < 4097; i++) buf_text(&text, "-----BEGIN X-----\n" KEY_BASE64 "\n-----END X-----\n");
	file(m, "etc/x.pem", "");
	m->files[0].shortfalls = &shortfalls;
	collector_secrets.collect(m->facts, &m->files[0], span_from_str(buf_all(&text)), m->keep);
	assert_int_equal(shortfalls.count, 2);
	assert_string_equal(shortfalls.rows[0].class, "secrets");
	buf_free(&text);
	done(m);
}

/* Blank lines, a header line or a list behind it make a block large; the key in it is none the less one. */
static void a_large_block_of_pem_is_read_or_told(void **state)
{
	(void)state;
	static const struct {
		size_t padding;
		const char *secrets;
		size_t shortfalls;
	} cases[] = { { (64 << 10) - 200, "private-key ed25519", 0 }, { 64 << 10, "private-key ed25519", 0 },
		{ 3 << 20, "private-key ed25519", 0 }, { 17 << 20, "", 2 } };

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct made *m = make();
		struct shortfalls shortfalls = { 0 };
		struct buf text = { 0 };

		buf_text(&text, "-----BEGIN PRIVATE KEY-----\n" KEY_BASE64 "\n");
		for (size_t k = 0; k < cases[i].padding; k++) buf_char(&text, k % 64 ? ' ' : '\n');
		buf_text(&text, "\n-----END PRIVATE KEY-----\n");
		file(m, "etc/x.pem", "");
		m->files[0].shortfalls = &shortfalls;
		collector_secrets.collect(m->facts, &m->files[0], span_from_str(buf_all(&text)), m->keep);
		facts_flush(m->facts);
		assert_string_equal(ask(m, "SELECT kind, algorithm FROM secret"), cases[i].secrets);
		assert_int_equal(shortfalls.count, cases[i].shortfalls);
		buf_free(&text);
		done(m);
	}
}

static void a_program_that_reads_pem_holds_no_key(void **state)
{
	(void)state;
	struct made *m = make();

	collect_one(m, &collector_secrets, "usr/sbin/reader",
		SPAN("-----BEGIN RSA PRIVATE KEY-----\0-----END RSA PRIVATE KEY-----\0some text that is long enough"),
		true);
	collect_one(m, &collector_secrets, "etc/key.pem",
		SPAN("-----BEGIN RSA PRIVATE "
		     "KEY-----"
		     "\nMIIBOgIBAAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf9Cnzj4p4WGeKLs1Pt8Qu\nKUpRKfFLfRYC9AIKjbJTWit+"
		     "CqvjWYzvQwECAwEAAQ==\n-----END RSA PRIVATE KEY-----\n"),
		false);
	assert_string_equal(
		ask(m, "SELECT f.path, s.kind, s.algorithm, s.locked FROM secret AS s JOIN file AS f ON f.id = s.file"),
		"etc/key.pem private-key rsa 0");
	done(m);
}

/* An ELF header with program headers and nothing else: what a router's sstripped program has. */
static size_t make_elf(uint8_t *p, bool is_big, uint16_t type, uint16_t machine, bool has_stack, uint32_t stack_flags)
{
	uint16_t headers = (uint16_t)(1 + has_stack);
	struct {
		size_t at, n;
		uint32_t v;
	} fields[] = { { 16, 2, type }, { 18, 2, machine }, { 20, 4, 1 }, { 28, 4, 52 }, { 42, 2, 32 },
		{ 44, 2, headers }, { 52, 4, 1 }, { 52 + 16, 4, 200 }, { 84, 4, 0x6474e551 },
		{ 84 + 24, 4, stack_flags } };

	memset(p, 0, 256);
	memcpy(p, "\177ELF\1", 5);
	p[5] = is_big ? 2 : 1;
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++)
		for (size_t k = 0; k < fields[i].n; k++)
			p[fields[i].at + (is_big ? fields[i].n - 1 - k : k)] = (uint8_t)(fields[i].v >> (8 * k));
	return 256;
}

static void a_program_without_sections_still_tells_its_defences(void **state)
{
	(void)state;
	struct made *m = make();
	uint8_t image[256];
	size_t n = make_elf(image, true, 2, 8, false, 0);

	collect_one(m, &collector_programs, "bin/mips", (span){ image, n }, true);
	n = make_elf(image, false, 2, 40, true, 7);
	collect_one(m, &collector_programs, "bin/arm", (span){ image, n }, true);
	n = make_elf(image, false, 3, 40, true, 6);
	collect_one(m, &collector_programs, "lib/arm.so", (span){ image, n }, true);
	collect_one(m, &collector_programs, "bin/cut", (span){ image, 40 }, true);
	assert_string_equal(ask(m, "SELECT f.path, b.kind, b.arch, b.nx, b.pie, b.stripped FROM binary AS b JOIN file "
				   "AS f ON f.id = b.file ORDER BY f.id"),
		"bin/mips program mips ? 0 1; bin/arm program arm 0 0 1; lib/arm.so library arm 1 ? 1");
	done(m);
}

static void symbols_show_whether_a_program_is_stripped(void **state)
{
	(void)state;
	static const struct {
		uint8_t table, kind;
		const char *expect;
	} cases[] = { { 128, 2, "0" }, { 128, 11, "1" }, { 0, 0, "1" }, { 250, 2, "?" } };

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct made *m = make();
		uint8_t image[256];
		size_t n = make_elf(image, false, 2, 40, true, 6);

		image[32] = cases[i].table;
		image[46] = 40, image[48] = 2;
		image[128 + 40 + 4] = cases[i].kind;
		collect_one(m, &collector_programs, "bin/x", (span){ image, n }, true);
		assert_string_equal(ask(m, "SELECT stripped FROM binary"), cases[i].expect);
		done(m);
	}
}

/* Where the dynamic section is not in the file, nobody knows whether all of it is bound at once. */
static void a_program_whose_dynamic_section_is_lost_has_no_known_relro(void **state)
{
	(void)state;
	struct made *m = make();
	uint8_t image[256];
	size_t n = make_elf(image, false, 3, 40, true, 6);

	image[44] = 3;
	image[52] = 2, image[56] = 0, image[57] = 16, image[68] = 64; /* PT_DYNAMIC at 4096, behind the end */
	image[116] = 0x52, image[117] = 0xe5, image[118] = 0x74, image[119] = 0x64;
	collect_one(m, &collector_programs, "bin/x", (span){ image, n }, true);
	assert_string_equal(ask(m, "SELECT nx, relro, why FROM binary"), "1 ? the file is damaged");
	done(m);
}

static void addresses_are_found_once_and_formats_are_none(void **state)
{
	(void)state;
	struct made *m = make();

	collect_one(m, &collector_mentions, "usr/bin/agent",
		SPAN("http://update.vendor.example/fw.bin\0http://update.vendor.example/fw.bin\0http://%s/x\0not a url "
		     "://\0"),
		true);
	assert_string_equal(ask(m, "SELECT at, value FROM mention"), "0 http://update.vendor.example/fw.bin");

	struct tree_file script = { .path = STR("etc/rc"),
		.type = NODE_FILE,
		.content =
			SPAN("ifconfig br0 192.168.1.1\nntp=198.51.100.7 x 1.2.3.4.5 999.1.1.1 127.0.0.1 v1.2.3.4\n") };

	script.fact = fact_file(m->facts, &(struct fact_file){ .path = STR("/etc/rc"), .type = STR("file") });
	assert_true(collector_mentions.wants(&script, script.content));
	collector_mentions.collect(m->facts, &script, script.content, m->keep);
	facts_flush(m->facts);
	assert_string_equal(
		ask(m, "SELECT value FROM mention WHERE kind = 'address' ORDER BY at"), "192.168.1.1; 198.51.100.7");
	done(m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(passwords_are_empty_known_hashed_or_locked),
		cmocka_unit_test(a_hash_in_passwd_outweighs_a_shadow_that_is_not_asked),
		cmocka_unit_test(an_empty_field_in_passwd_is_an_empty_password_whatever_the_shadow_has),
		cmocka_unit_test(slow_hashes_and_many_of_them_end),
		cmocka_unit_test(accounts_made_at_start_are_out_of_sight),
		cmocka_unit_test(no_secret_of_any_form_reaches_the_evidence),
		cmocka_unit_test(what_a_script_says_is_not_what_it_starts),
		cmocka_unit_test(what_a_script_starts_in_other_words_is_seen),
		cmocka_unit_test(openssh_says_whether_a_key_is_locked),
		cmocka_unit_test(begins_without_ends_are_gone_through_once),
		cmocka_unit_test(no_hash_reaches_the_evidence),
		cmocka_unit_test(comments_start_nothing_and_conditions_may),
		cmocka_unit_test(a_shell_on_a_console_needs_no_login),
		cmocka_unit_test(units_start_when_a_target_wants_them),
		cmocka_unit_test(inetd_starts_on_connection),
		cmocka_unit_test(inetd_itself_must_be_started_and_names_the_port),
		cmocka_unit_test(xinetd_has_blocks_in_its_own_file_too),
		cmocka_unit_test(what_busybox_does_it_does_by_the_name_it_is_called),
		cmocka_unit_test(a_script_is_read_as_it_is_called),
		cmocka_unit_test(a_shell_is_open_whatever_runs_it),
		cmocka_unit_test(without_an_inittab_busybox_opens_a_shell),
		cmocka_unit_test(what_was_not_seen_of_the_start_is_said),
		cmocka_unit_test(units_are_masked_replaced_and_woken_by_sockets),
		cmocka_unit_test(servers_listen_where_their_configuration_says),
		cmocka_unit_test(users_of_web_servers_are_accounts_without_an_id),
		cmocka_unit_test(settings_that_were_not_read_whole_say_so),
		cmocka_unit_test(settings_of_other_forms_keep_no_secret),
		cmocka_unit_test(settings_keep_their_line_and_no_secret),
		cmocka_unit_test(installed_packages_are_components),
		cmocka_unit_test(versions_are_what_programs_print),
		cmocka_unit_test(a_version_is_believed_alone_or_right_behind_its_format),
		cmocka_unit_test(a_large_block_of_pem_is_read_or_told),
		cmocka_unit_test(a_program_that_reads_pem_holds_no_key),
		cmocka_unit_test(keys_in_strings_of_other_languages_are_read),
		cmocka_unit_test(keys_without_pem_are_known_by_their_bytes),
		cmocka_unit_test(more_keys_than_are_read_are_a_shortfall),
		cmocka_unit_test(a_program_without_sections_still_tells_its_defences),
		cmocka_unit_test(symbols_show_whether_a_program_is_stripped),
		cmocka_unit_test(a_program_whose_dynamic_section_is_lost_has_no_known_relro),
		cmocka_unit_test(addresses_are_found_once_and_formats_are_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
