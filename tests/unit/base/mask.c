#include "testing.h"

#include "base/mask.h"

#include <stdio.h>
#include <stdlib.h>

static const char *masked(enum mask_reading how, const char *text)
{
	static char answer[4096];
	struct buf out = { 0 };

	mask_into(how, str_of(text), &out);
	snprintf(answer, sizeof(answer), "%.*s", STR_FMT(buf_all(&out)));
	buf_free(&out);
	return answer;
}

static void what_lets_somebody_in_is_masked_in_every_form(void **state)
{
	(void)state;
	static const struct {
		const char *line, *shown;
	} cases[] = {
		{ "nvram set http_passwd=geheim", "nvram set http_passwd=(secret)" },
		{ "wpa_passphrase net 'g h' > /tmp/x", "wpa_passphrase (secret) '(secret)' > /tmp/x" },
		{ "password = geheim1", "password = (secret)" },
		{ "option key 'geheim'", "option key '(secret)'" },
		{ "http://u:p@h/x?token=abc", "http://(secret)@h/x?token=(secret)" },
		{ "{\"user\":\"admin\",\"password\":\"geheim x\",\"pin\": 12345, \"n\":1}",
			"{\"user\":\"admin\",\"password\":\"(secret)\",\"pin\": (secret), \"n\":1}" },
		{ "{ \"password\" : \"ge\\\"heim\" , \"a\": 1}", "{ \"password\" : \"(secret)\" , \"a\": 1}" },
		{ "\"{\\\"password\\\":\\\"geheim\\\",\\\"a\\\":1}\"",
			"\"{\\\"password\\\":\\\"(secret)\\\",\\\"a\\\":1}\"" },
		{ "PASS=geheim telnetd -l /bin/sh", "PASS=(secret) telnetd -l /bin/sh" },
		{ "wpa_passphrase=my geheim phrase", "wpa_passphrase=(secret)" },
		{ "export WIFI_PSK=\"geheim b\" && hostapd", "export WIFI_PSK=\"(secret)\" && hostapd" },
		{ "curl -u admin:geheim http://x.y/z", "curl -u (secret) http://x.y/z" },
		{ "curl -uadmin:geheim http://x.y/z", "curl -u(secret) http://x.y/z" },
		{ "curl -H \"Authorization: Bearer geheim123\" https://a.b/c",
			"curl -H \"Authorization: (secret)\" https://a.b/c" },
		{ "wget --header='Authorization: Basic Z2VoZWlt' --http-password=geheim http://x",
			"wget --header='Authorization: (secret)' --http-password=(secret) http://x" },
		{ "wget --password geheim --user me", "wget --password (secret) --user me" },
		{ "rtsp://admin:ge/heim@1.2.3.4/live", "rtsp://(secret)@1.2.3.4/live" },
		{ "https://ghp_0123456789abcdefghijABCDEFGH@github.com/x", "https://(secret)@github.com/x" },
		{ "https://geheimtoken@github.com/x.git", "https://(secret)@github.com/x.git" },
		{ "https://hooks.slack.com/services/T00000000/B00000000/aB3dE5fG7hI9jK1lM3nO5pQ7",
			"https://hooks.slack.com/services/T00000000/B00000000/(secret)" },
		{ "https://api.telegram.org/bot123456789:AAGeheimB3dE5fG7hI9jK1lM3nO5pQ7rst/send",
			"https://api.telegram.org/bot123456789:(secret)/send" },
		{ "http://x/y?user=me&pwd=geheim&z=1", "http://x/y?user=(secret)&pwd=(secret)&z=1" },
		{ "mysql -uroot -pgeheim db", "mysql -uroot -p(secret) db" },
		{ "mysql -uroot -pMySecret1 db", "mysql -uroot -p(secret) db" },
		{ "sshpass -pgeheim ssh x", "sshpass -p(secret) (secret) x" },
		{ "sshpass -p geheim ssh x", "sshpass -p (secret) (secret) x" },
		{ "echo \"root:geheim\" | chpasswd", "echo \"(secret)\" | chpasswd" },
		{ "echo -e \"geheim\\ngeheim\" | passwd root", "echo -e \"(secret)\" | passwd (secret)" },
		{ "root:$6$abc$abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz:0:0:99999:7:::",
			"root:(secret):0:0:99999:7:::" },
		{ "root:rJ0FHsG0ZbyZo:0:0:root:/root:/bin/sh", "root:(secret):0:0:root:/root:/bin/sh" },
		{ "user:rJ0FHsG0ZbyZo", "user:(secret)" },
		{ "user:$apr1$abcdefgh$abcdefghijklmnopqrstuv", "user:(secret)" },
		{ "user:{SHA}2jmj7l5rSw0yVb/vlWAYkK/YBwk=", "user:(secret)" },
		{ "psk=\"geheim1234\"", "psk=\"(secret)\"" },
		{ ": PSK \"geheim\"", ": PSK \"(secret)\"" },
		{ "10.0.0.1 : RSA key.pem \"geheim\"", "10.0.0.1 : RSA key.pem \"(secret)\"" },
		{ "carol : XAUTH \"geheim\"", "carol : XAUTH \"(secret)\"" },
		{ "openssl enc -aes-128-cbc -k geheim -in x", "openssl enc -aes-128-cbc -k (secret) -in x" },
		{ "openssl rsa -passin pass:geheim -in x", "openssl rsa -passin pass:(secret) -in x" },
		{ "openssl rsa -passin 'pass:geheim' -in x", "openssl rsa -passin 'pass:(secret)' -in x" },
		{ "<password>geheim</password>", "<password>(secret)</password>" },
		{ "<string name=\"wifi_psk\">geheim</string>", "<string name=\"wifi_psk\">(secret)</string>" },
		{ "<param name=\"password\" value=\"geheim\"/>", "<param name=\"password\" value=\"(secret)\"/>" },
		{ "{\"name\":\"wifi_password\",\"value\":\"geheim\"}",
			"{\"name\":\"wifi_password\",\"value\":\"(secret)\"}" },
		{ "password: geheim", "password: (secret)" },
		{ "$db_pass = 'geheim';", "$db_pass = '(secret)';" },
		{ "define('DB_PASSWORD', 'geheim');", "define('DB_PASSWORD', '(secret)');" },
		{ "#define WIFI_PASS \"geheim\"", "#define WIFI_PASS \"(secret)\"" },
		{ "aws_secret_access_key = geheim/abc", "aws_secret_access_key = (secret)" },
		{ "AKIAIOSFODNN7EXAMPLE is it", "(secret) is it" },
		{ "PrivateKey = yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=", "PrivateKey = (secret)" },
		{ "mount -t cifs -o username=x,password=geheim,vers=3 //h/s /mnt",
			"mount -t cifs -o username=x,password=(secret) //h/s /mnt" },
		{ "iwconfig wlan0 key 1234567890", "iwconfig wlan0 key (secret)" },
		{ "iwpriv ra0 set WPAPSK=geheim", "iwpriv ra0 set WPAPSK=(secret)" },
		{ "uci set wireless.@wifi-iface[0].key=geheim", "uci set wireless.@wifi-iface[0].key=(secret)" },
		{ "snmpget -v2c -c geheim 1.2.3.4", "snmpget -v2c -c (secret) 1.2.3.4" },
		{ "snmpd -A geheim -X geheim", "snmpd -A (secret) -X (secret)" },
		{ "ldapsearch -w geheim -D cn=x", "ldapsearch -w (secret) -D cn=x" },
		{ "redis-cli -a geheim ping", "redis-cli -a (secret) ping" },
		{ "htpasswd -b /etc/x user geheim", "htpasswd -b /etc/x (secret) (secret)" },
		{ "mosquitto_sub -h h -u me -P geheim -t a", "mosquitto_sub -h h -u me -P (secret) -t a" },
		{ "IDENTIFIED BY 'geheim'", "IDENTIFIED BY '(secret)'" },
		{ "pppd user me password geheim", "pppd user me password (secret)" },
		{ "proxy_set_header Authorization \"Basic Z2VoZWlt\";",
			"proxy_set_header Authorization \"Basic (secret)\";" },
		{ "Cookie: sid=geheim; a=b", "Cookie: (secret)" },
		{ "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abc", "(secret)" },
		{ "setPassword(\"geheim\")", "setPassword(\"(secret)\")" },
		{ "if [ \"$PASS\" = \"geheim\" ]; then", "if [ \"$PASS\" = \"(secret)\" ]; then" },
		{ "k=\"-----BEGIN RSA PRIVATE KEY-----\\nMIIEgeheim\\n-----END RSA PRIVATE KEY-----\\n\"",
			"k=\"-----BEGIN RSA PRIVATE KEY-----(secret)-----END RSA PRIVATE KEY-----\\n\"" },
		{ "me:geheim@host.example::mod", "me:(secret)@host.example::mod" },
		{ "PASSWORD='$geheim' x", "PASSWORD='(secret)' x" },
		{ "password=$geheim1", "password=(secret)" },
		{ "mqtt_password: \"geheim\"", "mqtt_password: \"(secret)\"" },
		{ "AT+CPIN=1234", "AT+CPIN=(secret)" },
		{ "set admin_password geheim", "set admin_password (secret)" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(masked(MASK_LINE, cases[i].line), cases[i].shown);
}

static void what_is_no_secret_stays_readable(void **state)
{
	(void)state;
	static const char *const lines[] = {
		"iptables -p tcp -P INPUT --dport 22",
		"telnetd -p 24 -l /bin/sh",
		"ssl_key = /etc/ssl/x.pem",
		"key_mgmt=WPA-PSK",
		"PasswordAuthentication yes",
		"root:x:0:0:root:/root:/bin/sh",
		"telnetd -p $PASSWORD foo",
		"getty -L ttyS0 115200 vt100 -n -l /bin/sh",
		"start-stop-daemon -S -b -m -p /var/run/x.pid --exec /usr/sbin/dropbear -- -p 22",
		"-----BEGIN PRIVATE KEY-----",
		"HG532eV100R001C01B020_upgrade_main.bin",
		"src/gz x http://downloads.openwrt.org/releases/19.07.2/targets/ar71xx/generic/packages",
		"Linux version 3.4.35 (root@ubuntu) (gcc version 4.8.3 20131202 (prerelease) [Hisilicon_v300]",
		"net.ipv4.conf.all.rp_filter=1",
		"ssid=HomeNet",
		"MACs hmac-sha2-256-etm@openssh.com,hmac-sha2-512",
		"AuthorizedKeysFile .ssh/authorized_keys",
	};

	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		assert_string_equal(masked(MASK_LINE, lines[i]), lines[i]);
}

/* In prose a name and a word behind it are no assignment; a hash, a token and an address with a password are what they are. */
static void prose_keeps_its_words(void **state)
{
	(void)state;
	assert_string_equal(masked(MASK_TEXT, "the password is set by the user; password: chosen at first start"),
		"the password is set by the user; password: chosen at first start");
	assert_string_equal(masked(MASK_TEXT, "see https://me:geheim@host/x and AKIAIOSFODNN7EXAMPLE"),
		"see https://(secret)@host/x and (secret)");
	assert_string_equal(masked(MASK_TEXT, "hash $6$abc$abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz."),
		"hash (secret)");
}

static void a_private_key_is_masked_over_all_its_lines(void **state)
{
	(void)state;
	assert_string_equal(
		masked(MASK_TEXT, "a\n-----BEGIN EC PRIVATE KEY-----\nMHcC\nAQEE\n-----END EC PRIVATE KEY-----\nb"),
		"a\n-----BEGIN EC PRIVATE KEY-----(secret)-----END EC PRIVATE KEY-----\nb");
	assert_string_equal(
		masked(MASK_LINE, "-----BEGIN PRIVATE KEY-----\nMHcC\nAQEE"), "-----BEGIN PRIVATE KEY-----(secret)");
}

static void what_was_masked_stays_as_it_is(void **state)
{
	(void)state;
	static const char *const lines[] = {
		"nvram set http_passwd=geheim",
		"iptables -p tcp -P INPUT --dport 22",
		"telnetd -p 24 -l /bin/sh",
		"wpa_passphrase net 'g h' > /tmp/x",
		"password = geheim1",
		"option key 'geheim'",
		"ssl_key = /etc/ssl/x.pem",
		"key_mgmt=WPA-PSK",
		"http://u:p@h/x?token=abc",
		"PasswordAuthentication yes",
		"{\"user\":\"admin\",\"password\":\"geheim x\",\"pin\": 12345, \"n\":1}",
		"{ \"password\" : \"ge\\\"heim\" , \"a\": 1}",
		"\"{\\\"password\\\":\\\"geheim\\\",\\\"a\\\":1}\"",
		"PASS=geheim telnetd -l /bin/sh",
		"wpa_passphrase=my geheim phrase",
		"export WIFI_PSK=\"geheim b\" && hostapd",
		"curl -u admin:geheim http://x.y/z",
		"curl -uadmin:geheim http://x.y/z",
		"curl -H \"Authorization: Bearer geheim123\" https://a.b/c",
		"wget --header='Authorization: Basic Z2VoZWlt' --http-password=geheim http://x",
		"wget --password geheim --user me",
		"rtsp://admin:ge/heim@1.2.3.4/live",
		"https://ghp_0123456789abcdefghijABCDEFGH@github.com/x",
		"https://geheimtoken@github.com/x.git",
		"https://hooks.slack.com/services/T00000000/B00000000/aB3dE5fG7hI9jK1lM3nO5pQ7",
		"https://api.telegram.org/bot123456789:AAGeheimB3dE5fG7hI9jK1lM3nO5pQ7rst/send",
		"http://x/y?user=me&pwd=geheim&z=1",
		"mysql -uroot -pgeheim db",
		"sshpass -pgeheim ssh x",
		"sshpass -p geheim ssh x",
		"echo \"root:geheim\" | chpasswd",
		"echo -e \"geheim\\ngeheim\" | passwd root",
		"root:$6$abc$abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz:0:0:99999:7:::",
		"root:rJ0FHsG0ZbyZo:0:0:root:/root:/bin/sh",
		"user:rJ0FHsG0ZbyZo",
		"user:$apr1$abcdefgh$abcdefghijklmnopqrstuv",
		"user:{SHA}2jmj7l5rSw0yVb/vlWAYkK/YBwk=",
		"root:x:0:0:root:/root:/bin/sh",
		"psk=\"geheim1234\"",
		": PSK \"geheim\"",
		"10.0.0.1 : RSA key.pem \"geheim\"",
		"carol : XAUTH \"geheim\"",
		"openssl enc -aes-128-cbc -k geheim -in x",
		"openssl rsa -passin pass:geheim -in x",
		"openssl rsa -passin 'pass:geheim' -in x",
		"<password>geheim</password>",
		"<string name=\"wifi_psk\">geheim</string>",
		"<param name=\"password\" value=\"geheim\"/>",
		"{\"name\":\"wifi_password\",\"value\":\"geheim\"}",
		"password: geheim",
		"$db_pass = 'geheim';",
		"define('DB_PASSWORD', 'geheim');",
		"#define WIFI_PASS \"geheim\"",
		"aws_secret_access_key = geheim/abc",
		"AKIAIOSFODNN7EXAMPLE is it",
		"PrivateKey = yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=",
		"mount -t cifs -o username=x,password=geheim,vers=3 //h/s /mnt",
		"iwconfig wlan0 key 1234567890",
		"iwpriv ra0 set WPAPSK=geheim",
		"uci set wireless.@wifi-iface[0].key=geheim",
		"snmpget -v2c -c geheim 1.2.3.4",
		"snmpd -A geheim -X geheim",
		"ldapsearch -w geheim -D cn=x",
		"redis-cli -a geheim ping",
		"htpasswd -b /etc/x user geheim",
		"mosquitto_sub -h h -u me -P geheim -t a",
		"IDENTIFIED BY 'geheim'",
		"pppd user me password geheim",
		"proxy_set_header Authorization \"Basic Z2VoZWlt\";",
		"Cookie: sid=geheim; a=b",
		"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abc",
		"setPassword(\"geheim\")",
		"if [ \"$PASS\" = \"geheim\" ]; then",
		"telnetd -p $PASSWORD foo",
		"getty -L ttyS0 115200 vt100 -n -l /bin/sh",
		"start-stop-daemon -S -b -m -p /var/run/x.pid --exec /usr/sbin/dropbear -- -p 22",
		"-----BEGIN PRIVATE KEY-----",
		"k=\"-----BEGIN RSA PRIVATE KEY-----\\nMIIEgeheim\\n-----END RSA PRIVATE KEY-----\\n\"",
		"me:geheim@host.example::mod",
		"HG532eV100R001C01B020_upgrade_main.bin",
		"src/gz x http://downloads.openwrt.org/releases/19.07.2/targets/ar71xx/generic/packages",
		"Linux version 3.4.35 (root@ubuntu) (gcc version 4.8.3 20131202 (prerelease) [Hisilicon_v300]",
		"PASSWORD='$geheim' x",
		"password=$geheim1",
		"mqtt_password: \"geheim\"",
		"AT+CPIN=1234",
		"set admin_password geheim",
		"net.ipv4.conf.all.rp_filter=1",
		"ssid=HomeNet",
		"MACs hmac-sha2-256-etm@openssh.com,hmac-sha2-512",
		"AuthorizedKeysFile .ssh/authorized_keys",
	};

	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		char *once = strdup(masked(MASK_LINE, lines[i]));

		assert_string_equal(masked(MASK_LINE, once), once);
		free(once);
	}
}

/* Each piece again and again, at every length up to a long line: it ends, and no byte is read behind it. */
static void hostile_lines_end(void **state)
{
	(void)state;
	static const char *const pieces[] = { "\"", "'", "\\", "pass=", "pass: '", "://a:b/", "://", "$6$", "a:", "-p ",
		"<pass ", "eyJ", "(secret)", "@", "x=\"", "-----BEGIN PRIVATE KEY-----", "\n", "RSA : ", "echo passwd ",
		"\xff" };

	for (size_t i = 0; i < sizeof(pieces) / sizeof(*pieces); i++)
		for (size_t k = 0; k < sizeof(pieces) / sizeof(*pieces); k++) {
			struct buf in = { 0 }, out = { 0 };

			while (in.n < 3000) buf_text(&in, pieces[i]), buf_text(&in, pieces[k]);
			for (size_t n = 0; n < 40; n++) {
				char *exact = malloc(n ? n : 1);

				memcpy(exact, in.p, n);
				buf_clear(&out);
				mask_into(MASK_LINE, (str){ exact, n }, &out);
				free(exact);
			}
			buf_clear(&out);
			mask_into(MASK_LINE, buf_all(&in), &out);
			assert_true(out.n < 8 * in.n);
			buf_free(&in);
			buf_free(&out);
		}
}

/* Twice the text costs twice the work, not four times: this would take minutes. */
static void a_long_line_is_gone_through_once(void **state)
{
	(void)state;
	static const char *const pieces[] = { "pass \"", "a://b:c/", "password=", "x:y ", "-p a ", "RSA ", "<key a" };

	for (size_t i = 0; i < sizeof(pieces) / sizeof(*pieces); i++) {
		struct buf in = { 0 }, out = { 0 };

		while (in.n < 64 << 10) buf_text(&in, pieces[i]);
		mask_into(MASK_LINE, buf_all(&in), &out);
		assert_true(out.n > 0);
		buf_free(&in);
		buf_free(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_lets_somebody_in_is_masked_in_every_form),
		cmocka_unit_test(what_is_no_secret_stays_readable),
		cmocka_unit_test(prose_keeps_its_words),
		cmocka_unit_test(a_private_key_is_masked_over_all_its_lines),
		cmocka_unit_test(what_was_masked_stays_as_it_is),
		cmocka_unit_test(hostile_lines_end),
		cmocka_unit_test(a_long_line_is_gone_through_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
