#include "made.h"

#include "rootfs/noted.h"

/* One file, and what is reported of it: kind, algorithm, whether it is locked. Values are made up. */
struct row {
	const char *path;
	span content;
	const char *rows;
};

#define ROW(path, content, rows)                                                                                       \
	{                                                                                                              \
		path, { (const uint8_t *)"" content, sizeof(content) - 1 }, rows                                       \
	}

#define AGE                                                                                                            \
	"AGE-SECRET-"                                                                                                  \
	"KEY-1R23CLXD5MZFSH79VN6PG0KAYTJEQ8W4UR23CLXD5MZFSH79VN6PGP5X68K"
#define GITHUB                                                                                                         \
	"ghp"                                                                                                          \
	"_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17"
#define AZURE_64 "H0D8ktokFpR1CXnubPWC8tXX0o4YM13gWrxU0FYOD1MChgxlK/CNVgJSql50IQVG82n7u86MEs/HlXsmUv6adQ=="
#define AZURE_32 "ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs="
#define JWT                                                                                                            \
	"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJkZXZpY2UiLCJpYXQiOjE1MTYyMzkwMjJ9."                           \
	"GJ9AA0vnoZnx-piRZo7jq2BJ-C04xovnD1luqy4YV7c"
#define WIREGUARD "UOch5JwBPwDGLPWfIWNUKp2N8CRk7+thXTEFGw/dw1A="
#define ED25519 "MC4CAQAwBQYDK2VwBCIEIB9cRkamSEbfO+rSLiQWgBIstfn+LauDbehQaxEsyPVA"

static void assert_rows(const struct row *row, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct made *m = make();
		const char *got;

		collect_one(m, &collector_secrets, row[i].path, row[i].content, false);
		got = ask(m, "SELECT kind, algorithm, locked FROM secret ORDER BY at, kind");
		if (strcmp(got, row[i].rows) != 0)
			print_error("%s, row %zu: \"%.60s\": \"%s\", wanted \"%s\"", row[i].path, i, row[i].content.p,
				got, row[i].rows);
		/* Nothing secret is shown: no value of the file stands in an excerpt. */
		got = ask(m, "SELECT text FROM excerpt");
		assert_null(strstr(got, "geheim"));
		assert_null(strstr(got, "Zq7rT2"));
		done(m);
	}
}

#define ASSERT_ROWS(rows) assert_rows(rows, sizeof(rows) / sizeof(*(rows)))

static void passwords_are_found_in_configuration_of_every_form(void **state)
{
	(void)state;
	static const struct row rows[] = {
		ROW("etc/app.ini", "[db]\nuser=app\npassword=geheim77\n", "password ? 0"),
		ROW("etc/app.conf", "  db_password : geheim77   # of the product\n", "password ? 0"),
		ROW("etc/app.json", "{\"user\":\"a\",\"password\":\"geheim77\",\"port\":1}", "password ? 0"),
		ROW("etc/app.json", "{\"adminPassword\" : 44556677 }", "password ? 0"),
		ROW("etc/app.json", "[\"x\", \"{\\\"wifi_password\\\":\\\"geheim77\\\"}\"]", "password ? 0"),
		ROW("etc/app.xml", "<a><Password>geheim77</Password></a>", "password ? 0"),
		ROW("etc/app.xml", "<a><AdminPassword value=\"geheim77\"/></a>", "password ? 0"),
		ROW("etc/app.xml", "<p name=\"wifi_password\" value=\"geheim77\"/>", "password ? 0"),
		ROW("etc/app.xml", "<string name=\"mqtt_password\">geheim77</string>", "password ? 0"),
		ROW("etc/app.xml", "<a password=\"geheim77\" user='x'/>", "password ? 0"),
		ROW("etc/app.xml", "<psk><![CDATA[geheim77]]></psk>", "psk ? 0"),
		ROW("etc/config/x", "config a\n\toption password 'geheim77'\n", "password ? 0"),
		ROW("etc/config/wireless", "config wifi-iface\n\toption key 'geheim77'\n", "psk ? 0"),
		ROW("usr/lib/lua/x.lua", "local password = \"geheim77\"\n", "password ? 0"),
		ROW("usr/lib/lua/x.lua", "t = { [\"password\"] = 'geheim77' }\n", "password ? 0"),
		ROW("www/x.php", "<?php\n$db_password = 'geheim77';\n", "password ? 0"),
		ROW("www/x.php", "<?php define('DB_PASSWORD', 'geheim77');\n", "password ? 0"),
		ROW("www/x.php", "<?php return ['password' => 'geheim77'];\n", "password ? 0"),
		ROW("app/.env", "export MQTT_PASSWORD=geheim77\nDB_PASS=\"geheim78\"\n", "password ? 0; password ? 0"),
		ROW("etc/init.d/x", "#!/bin/sh\nADMIN_PASSWORD=geheim77\n", "password ? 0"),
		ROW("etc/app.yaml", "mqtt:\n  password: geheim77\n", "password ? 0"),
		ROW("etc/app.toml", "client_secret = \"Zq7rT2pL9xWv4NbK8sHd\"\n", "api-key ? 0"),
		ROW("etc/app.conf", "api_key=Zq7rT2pL9xWv4NbK8sHd\nauth_token=Zq7rT2pL9xWv4NbK8sHe\n",
			"api-key ? 0; token ? 0"),
		ROW("usr/bin/x.py", "PASSWORD = \"geheim77x\"\n", "password ? 0"),
		ROW("etc/rndc.key", "key \"rndc-key\" {\n\tsecret \"" AZURE_32 "\";\n};\n", "api-key ? 0"),
		ROW("etc/x.conf", "url = http://user:geheim77@host.local/a\n", "password ? 0"),
	};

	ASSERT_ROWS(rows);
}

static void what_programs_read_is_found_whatever_its_file_is_called(void **state)
{
	(void)state;
	static const struct row rows[] = {
		ROW("opt/x", "network={\n\tssid=\"home\"\n\tpsk=\"geheim 77 x\"\n}\n", "psk ? 0"),
		ROW("etc/wpa_supplicant-wlan0.conf",
			"network={\npsk=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n}\n",
			"psk ? 0"),
		ROW("opt/y",
			"interface=wlan0\nssid=x\nwpa_passphrase=geheim77\nwep_key0=\"geheim789\"\nsae_password="
			"geheim88\n",
			"psk ? 0; psk ? 0; psk ? 0"),
		ROW("etc/NetworkManager/system-connections/a",
			"[wifi-security]\nkey-mgmt=wpa-psk\npsk=geheim77\n[802-1x]\npassword=geheim78\n",
			"psk ? 0; password ? 0"),
		ROW("etc/wireguard/wg0.conf",
			"[Interface]\nPrivateKey = " WIREGUARD "\n[Peer]\nPublicKey = " AZURE_32
			"\nPresharedKey = " AZURE_32 "\n",
			"private-key x25519 0; psk ? 0"),
		ROW("etc/config/network", "config interface 'wg0'\n\toption private_key '" WIREGUARD "'\n",
			"private-key x25519 0"),
		ROW("etc/ipsec.secrets", "# x\n: PSK \"geheim77\"\nme : XAUTH \"geheim78\"\nyou : EAP 0sZ2VoZWlt\n",
			"psk ? 0; psk ? 0; psk ? 0"),
		ROW("etc/racoon/psk.txt", "192.0.2.1 geheim77\n", "psk ? 0"),
		ROW("etc/snmp/x",
			"rocommunity geheim77 192.0.2.0/24\ncreateUser u MD5 \"geheim78\" DES\nrocommunity public\n",
			"password ? 0; password ? 0"),
		ROW("etc/snmp/x", "com2sec a default geheim77\n", "password ? 0"),
		ROW("etc/m.conf", "remote_username u\nremote_password geheim77\n", "password ? 0"),
		ROW("etc/ppp/chap-secrets", "# client server secret\nuser * \"geheim77\" *\n", "password ? 0"),
		ROW("root/.netrc", "machine host.local login me password geheim77\n", "password ? 0"),
		ROW("root/.netrc", "machine host.local\n\tlogin me\n\tpassword geheim77\n", "password ? 0"),
		ROW("root/.pgpass", "db.local:5432:*:app:geheim77\n", "password ? 0"),
		ROW("www/.htpasswd", "a:$apr1$abcdefgh$0123456789abcdefghijkl\n", "password md5crypt 1"),
		ROW("www/digest", "a:realm:0123456789abcdef0123456789abcdef\n", "password ? 0"),
		ROW("etc/mqtt.pw", "a:$7$101$0123456789abcdefghij$0123456789abcdefghijklmnopqrstuvwxyz\n",
			"password pbkdf2 1"),
	};

	ASSERT_ROWS(rows);
}

static void tokens_of_services_are_known_by_their_form_and_checksum(void **state)
{
	(void)state;
	static const struct row rows[] = {
		ROW("a", "x=" GITHUB "\n", "token ? 0"),
		ROW("a",
			"x=ghp"
			"_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq18\n",
			""),
		ROW("a.bin", "\0\1\2" GITHUB "\0\3", "token ? 0"),
		ROW("a",
			"npm"
			"_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17 ",
			"token ? 0"),
		ROW("a",
			"id AKIA"
			"Q3EGTYHZLMN52XVB\n",
			"api-key ? 0"),
		ROW("a", "id AKIAIOSFODNN7EXAMPLE\n", ""),
		ROW("a", "aws_secret_access_key = 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\n", "api-key ? 0"),
		ROW("a", "Endpoint=x;AccountKey=" AZURE_64 ";\n", "api-key ? 0"),
		ROW("a", "HostName=x;SharedAccessKey=" AZURE_32 "\n", "api-key ? 0"),
		ROW("a",
			"xox"
			"b-123456789012-123456789012-abcdefGHIJKL0123456789mn ",
			"token ? 0"),
		ROW("a",
			"https://hooks.slack"
			".com/services/T0A1B2C3D/B0A1B2C3D/abcdefGHIJKL0123456789mn\n",
			"token ? 0"),
		ROW("a",
			"sk_"
			"live_abcdefGHIJKL0123456789mn\n",
			"api-key ? 0"),
		ROW("a",
			"glpat"
			"-abcdefGHIJKL01234567\n",
			"token ? 0"),
		ROW("a",
			"AIza"
			"SyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q\n",
			"api-key ? 0"),
		ROW("a",
			"glsa"
			"_ABCDEFGHabcdefgh0123456789ABCDEF_ff1852f4\n",
			"token ? 0"),
		ROW("a",
			"glsa"
			"_ABCDEFGHabcdefgh0123456789ABCDEF_ff1852f5\n",
			""),
		ROW("a", "authorization: Bearer " JWT "\n", "token ? 0"),
		ROW("a", AGE "\n", "private-key ? 0"),
		ROW("usr/share/doc/x/README.md", "use " GITHUB "\n", "token ? 0"),
	};

	ASSERT_ROWS(rows);
}

static void keys_are_found_in_stores_rings_and_files_of_their_own(void **state)
{
	(void)state;
	static const struct row rows[] = {
		ROW("a.ppk",
			"PuTTY-User-Key-File-2: ssh-rsa\nEncryption: none\nComment: x\nPublic-Lines: "
			"1\nAAAA\nPrivate-Lines: 1\nAAAA\n",
			"private-key rsa 0"),
		ROW("a.ppk", "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: aes256-cbc\nComment: x\n",
			"private-key ed25519 1"),
		ROW("private-keys-v1.d/A.key", "Created: 20261201T023200\nKey: (private-key (ecc (curve Ed25519)\n",
			"private-key ? 0"),
		ROW("private-keys-v1.d/A.key", "(21:protected-private-key(3:rsa(1:n3:abc)))", "private-key ? 1"),
		/* GnuPG: an open key of Ed25519. */
		ROW("secring.gpg",
			"\x94\x58\x04\x6b\x0e\x31\xa0\x16\x09\x2b\x06\x01\x04\x01\xda\x47\x0f\x01\x01\x07\x40"
			"\xf0\x78\xab\x68\x78\x2e\xbe\x64\xaf\x6d\xae\xa5\x88\x3b\x9d\xa6\x3c\xb5\x37\xe9\xc8\x0e\xb9"
			"\xdd\x07\x27\xea\xc8\x18\x53\xc3\x36"
			"\x00\x01\x00\xb9\xff\x81\x39\x67\xd2\xff\xd5\xd4\x94\x0d\xf8\x39\xbc\x74\x63\x98\xd9\x62\x60"
			"\xad\x60\x0d\x89\xf7\x73\x25\xe3\x79\x9a\x80\xda\x12\x6e",
			"private-key ed25519 0"),
		ROW("lib/x.so",
			"\0\1\2\3\4"
			"\x94\x58\x04\x6b\x0e\x31\xa0\x16\x09\x2b\x06\x01\x04\x01\xda\x47\x0f\x01\x01\x07\x40"
			"\xf0\x78\xab\x68\x78\x2e\xbe\x64\xaf\x6d\xae\xa5\x88\x3b\x9d\xa6\x3c\xb5\x37\xe9\xc8\x0e\xb9"
			"\xdd\x07\x27\xea\xc8\x18\x53\xc3\x36"
			"\x00\x01\x00\xb9\xff\x81\x39\x67\xd2\xff\xd5\xd4\x94\x0d\xf8\x39\xbc\x74\x63\x98\xd9\x62\x60"
			"\xad\x60\x0d\x89\xf7\x73\x25\xe3\x79\x9a\x80\xda\x12\x6e"
			"\0\1\2\3\4\5\6\7\0\1\2\3\4\5\6\7\0\1\2\3\4\5\6\7\0\1\2\3\4\5\6\7\0\1\2\3\4\5\6\7\0\1\2\3\4\5\6"
			"\7\0\1\2\3\4\5\6\7\0\1\2\3\4\5\6\7",
			"private-key ed25519 0"),
		ROW("a.asc",
			"-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: "
			"x\n\nlFgEaw4xoBYJKwYBBAHaRw8BAQdA8HiraHguvmSvba6liDudpjy1N+nIDrndByfq\nyBhTwzYAAQC5/4E5Z9L/"
			"1dSUDfg5vHRjmNliYK1gDYn3cyXjeZqA2hJu\n=abcd\n-----END PGP PRIVATE KEY BLOCK-----\n",
			"private-key ed25519 0"),
		ROW("a.jceks",
			"\xce\xce\xce\xce\0\0\0\2\0\0\0\1\0\0\0\3\0\1k\0\0\0\0\0\0\0\0\xac\xed\0\5sr\0\63com.sun."
			"crypto.provider.SealedObject",
			"private-key ? 1"),
		ROW("a.bks",
			"\0\0\0\2\0\0\0\24abcdefghijklmnopqrst\0\0\4\0\4\0\1k\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\40abcdefghi"
			"jklmnopqrstuvwxyz012345\0",
			"private-key ? 1"),
		ROW("etc/tickets.key",
			"\x01\x23\x45\x67\x89\xab\xcd\xef\x10\x32\x54\x76\x98\xba\xdc\xfe\x11\x22\x33\x44\x55\x66\x77"
			"\x88\x99\xaa\xbb\xcc\xdd\xee\xff\x00"
			"\x0f\x1e\x2d\x3c\x4b\x5a\x69\x78\x87\x96\xa5\xb4\xc3\xd2\xe1\xf0",
			"psk ? 0"),
		ROW("a.json",
			"{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"d\":\"nWGxne_"
			"9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\",\"x\":\"11qY\"}]}",
			"private-key ? 0"),
		ROW("a.json", "{\"kty\":\"oct\",\"k\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\"}", "psk ? 0"),
		ROW("a.json", "{\"kty\":\"EC\",\"x\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\"}", ""),
		ROW("a.xml", "<key>" ED25519 "</key>", "private-key ed25519 0"),
		ROW("a.json", "{\"key\": \"-----BEGIN PRIVATE KEY-----\\n" ED25519 "\\n-----END PRIVATE KEY-----\\n\"}",
			"private-key ed25519 0"),
		ROW("nvram.bin", "\xff\xffwl0_wpa_psk=geheim77x1\0admin_password=geheim78x2\0\0",
			"psk ? 0; password ? 0"),
	};

	ASSERT_ROWS(rows);
}

static void names_of_things_examples_and_variables_are_no_secrets(void **state)
{
	(void)state;
	static const struct row rows[] = {
		ROW("etc/a.conf",
			"password=\npassword = $PASSWORD\npassword=${X}\npassword = \"\"\n#password = geheim77\n; "
			"password=geheim77\n",
			""),
		ROW("etc/a.conf",
			"password=your-password-here\npassword=<password>\npassword=********\npasswd: files\npassword: "
			"\n",
			""),
		ROW("etc/a.conf", "password_file = /etc/pw\npassword_length=12345\nask_password=yes12345\n", ""),
		ROW("etc/pam.d/x", "password required pam_unix.so\npassword [success=1] pam_unix.so\n", ""),
		ROW("www/lang/de.json", "{\"password\":\"Passwort\",\"wrongPassword\":\"Falsches Passwort\"}", ""),
		ROW("www/en.json", "{\"password\":\"Password\",\"secret\":\"Secret\"}", ""),
		ROW("usr/bin/x.py",
			"password = getpass.getpass()\npassword = \"Password: \"\ntoken = \"identifier\"\nsecret = "
			"self.secret_key\n",
			""),
		ROW("a.js", "var passwordField = \"password1\"; x.password = document.getElementById('pw').value;\n",
			""),
		ROW("etc/a.conf", "public_key=Zq7rT2pL9xWv4NbK8sHd\nhost_key_type=Zq7rT2pL9xWv4NbK8sHd\n", ""),
		ROW("usr/share/man/man5/x.5", "password = geheim77\n", ""),
		ROW("etc/passwd", "root:x:0:0:root:/root:/bin/sh\n", ""),
		ROW("a.sh", "#!/bin/sh\nread password\n[ \"$password\" = \"abcd1234\" ]\ncurl http://$u:$p@host/\n",
			""),
	};

	ASSERT_ROWS(rows);
}

/* What program reads the file, and what is found in any file, is one secret. */
static void a_secret_that_two_readers_see_is_one(void **state)
{
	(void)state;
	struct noted noted = { 0 };
	struct digest digest = digest_of(SPAN("geheim77"));

	for (uint32_t i = 0; i < 2000; i++) {
		assert_false(noted_before(&noted, i, &digest));
		assert_true(noted_before(&noted, i, &digest));
	}
	assert_false(noted_before(NULL, 1, &digest));
	noted_free(&noted);
}

static void what_is_closed_is_told(void **state)
{
	(void)state;
	static const struct row rows[] = {
		ROW("a", "Salted__abcdefgh0123456789abcdef0123456789", "openssl enc"),
		ROW("a.yml", "$ANSIBLE_VAULT;1.1;AES256\n0123456789\n", "Ansible"),
		ROW("a", "age-encryption.org/v1\n-> X25519 abcdefghijklmnop\n", "(age)"),
		ROW("a", "-----BEGIN PGP MESSAGE-----\n\nabcdefghijklmnopqrstuvwxyz\n", "(PGP)"),
		ROW("a.kdbx", "\x03\xd9\xa2\x9a\x67\xfb\x4b\xb5\1\0\3\0abcdefghijklmnop", "KeePass"),
		ROW("etc/config.cfg",
			"\x01\x23\x45\x67\x89\xab\xcd\xef\x10\x32\x54\x76\x98\xba\xdc\xfe\x11\x22\x33\x44\x55\x66\x77"
			"\x88\x99\xaa\xbb\xcc\xdd\xee\xff\x00",
			"configuration file"),
		ROW("etc/app.conf", "a=b\n", NULL),
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct made *m = make();
		struct shortfalls shortfalls = { 0 };
		struct tree_file f = { .path = str_of(rows[i].path),
			.type = NODE_FILE,
			.size = rows[i].content.n,
			.shortfalls = &shortfalls };

		if (collector_secrets.wants(&f, rows[i].content))
			collector_secrets.collect(m->facts, &f, rows[i].content, m->keep);
		assert_int_equal(shortfalls.count, rows[i].rows ? 1 : 0);
		if (rows[i].rows) assert_non_null(strstr(shortfalls.rows[0].reason, rows[i].rows));
		done(m);
	}
}

/* A file cut at every place is read to its end and no further. */
static void a_cut_store_is_no_fault(void **state)
{
	(void)state;
	static const char store[] = "\0\0\0\2\0\0\0\24abcdefghijklmnopqrst\0\0\4\0\4\0\1k\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
				    "\40abcdefghijklmnopqrstuvwxyz012345\0";

	for (size_t n = 0; n < sizeof(store); n++) {
		struct made *m = make();
		uint8_t *copy = malloc(n ? n : 1);

		memcpy(copy, store, n);
		collect_one(m, &collector_secrets, "a", (span){ copy, n }, false);
		free(copy);
		done(m);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(passwords_are_found_in_configuration_of_every_form),
		cmocka_unit_test(what_programs_read_is_found_whatever_its_file_is_called),
		cmocka_unit_test(tokens_of_services_are_known_by_their_form_and_checksum),
		cmocka_unit_test(keys_are_found_in_stores_rings_and_files_of_their_own),
		cmocka_unit_test(names_of_things_examples_and_variables_are_no_secrets),
		cmocka_unit_test(a_secret_that_two_readers_see_is_one),
		cmocka_unit_test(what_is_closed_is_told),
		cmocka_unit_test(a_cut_store_is_no_fault),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
