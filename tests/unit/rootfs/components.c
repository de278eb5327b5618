/* Which software is in an image, and which is only spoken of. */
#include "rootfs/made.h"

static const char components_sql[] = "SELECT e.name, c.version FROM component AS c JOIN entity AS e ON e.id = c.entity "
				     "ORDER BY e.id",
		  mentions_sql[] = "SELECT value FROM mention WHERE kind = 'software' ORDER BY at";

/* A dynamic program: ELF header, PT_LOAD, PT_DYNAMIC with one DT_NEEDED; the text behind it. */
static size_t make_program(uint8_t image[static 2048], const char *library, span text)
{
	static const uint8_t head[] = { 0x7f, 'E', 'L', 'F', 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 40, 0, 1, 0, 0,
		0, 0, 0, 0, 0, 52, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 52, 0, 32, 0, 2, 0 },
			     load[] = { 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 8, 0, 0 },
			     dynamic[] = { 2, 0, 0, 0, 128, 0, 0, 0, 128, 0, 0, 0, 0, 0, 0, 0, 40, 0, 0, 0 },
			     table[] = { 1, 0, 0, 0, 1, 0, 0, 0, 5, 0, 0, 0, 0, 1, 0, 0, 6, 0, 0, 0, 0xc0, 0, 0, 0, 10,
				     0, 0, 0, 64, 0, 0, 0 };

	memset(image, 0, 2048);
	memcpy(image, head, sizeof(head));
	memcpy(image + 52, load, sizeof(load));
	memcpy(image + 84, dynamic, sizeof(dynamic));
	memcpy(image + 128, table, sizeof(table));
	memcpy(image + 257, library, strlen(library));
	memcpy(image + 512, text.p, text.n);
	return 2048;
}

static void what_a_file_was_compiled_with_is_spoken_of_and_not_in_it(void **state)
{
	(void)state;
	static const struct {
		const char *path, *library;
		span text;
		const char *components, *mentions;
	} cases[] = {
		{ "usr/lib/libssh.so.4", "libc.so.6",
			SPAN("libssh compiled with %s headers\0OpenSSL 1.1.1k  25 Mar 2021\0"), "", "openssl 1.1.1k" },
		{ "usr/lib/libcrypto.so.3", "libc.so.6", SPAN("OpenSSL 3.0.15 3 Sep 2024\0compiler: gcc\0"),
			"openssl 3.0.15", "" },
		{ "usr/bin/client", "libcrypto.so.3", SPAN("OpenSSL 3.0.2 15 Mar 2022\0"), "", "openssl 3.0.2" },
		{ "usr/sbin/web", "libc.so.6", SPAN("built with OpenSSL 1.0.2k-fips\0"), "", "openssl 1.0.2k-fips" },
		/* The library is in it although it says so, too. */
		{ "usr/sbin/web", "libc.so.6",
			SPAN("built with %s\0OpenSSL 1.0.2k  26 Jan 2017\0SHA1 part of OpenSSL 1.0.2k  26 Jan 2017\0"),
			"openssl 1.0.2k", "" },
		{ "usr/bin/x", "libc.so.6", SPAN("GCC: (crosstool-NG) 4.8 uClibc-0.9.33\0User-Agent: curl/7.19.1\0"),
			"", "uclibc 0.9.33; curl 7.19.1" },
		{ "usr/bin/y", "libc.so.6", SPAN("built with mbed TLS 2.16.0\0\0mbed TLS 2.28.1\0"), "mbed-tls 2.28.1",
			"mbed-tls 2.16.0" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct made *m = make();
		uint8_t image[2048];
		size_t n = make_program(image, cases[i].library, cases[i].text);

		collect_one(m, &collector_versions, cases[i].path, (span){ image, n }, true);
		assert_string_equal(ask(m, components_sql), cases[i].components);
		assert_string_equal(ask(m, mentions_sql), cases[i].mentions);
		done(m);
	}
}

static void the_kernel_that_made_a_file_system_is_not_the_products(void **state)
{
	(void)state;
	struct made *m = make();
	uint8_t region[8192] = { 0 };

	memcpy(region + 1024, "\x10\x20\xf5\xf2", 4);
	memcpy(region + 1024 + 0x800, "Linux version 6.1.0-28-amd64 (host)", 35);
	collect_one(m, &collector_versions, "[data at 0x0]", (span){ region, sizeof(region) }, false);
	assert_string_equal(ask(m, components_sql), "");
	assert_string_equal(ask(m, mentions_sql), "linux 6.1.0-28-amd64");

	memcpy(region + 7000, "Linux version 3.10.14 (device)", 30);
	collect_one(m, &collector_versions, "[data at 0x0]", (span){ region, sizeof(region) }, false);
	assert_string_equal(ask(m, components_sql), "linux 3.10.14");
	done(m);
}

static void the_databases_of_opkg_and_apk_are_both_read(void **state)
{
	(void)state;
	struct made *m = make();

	file(m, "lib/apk/db/installed",
		"C:Q1abc=\nP:dropbear\nV:2024.86-r1\nA:mips\nT:ssh: a "
		"server\nF:usr/sbin\nR:dropbear\n\nC:Q1d=\nP:libopenssl3\n"
		"V:3.0.15-r1\n");
	file(m, "usr/lib/opkg/status",
		"Package: busybox\nVersion: 1.36.1-1\nStatus: install user installed\n\nPackage: gone\nVersion: "
		"1\nStatus: "
		"deinstall user not-installed\n");
	collect_tree(m, &collector_packages);
	assert_string_equal(ask(m, "SELECT e.name, c.version, c.purl, c.crypto FROM component AS c JOIN entity AS e ON "
				   "e.id = c.entity "
				   "ORDER BY e.name"),
		"busybox 1.36.1-1 pkg:opkg/busybox@1.36.1-1 ?; dropbear 2024.86-r1 pkg:apk/dropbear@2024.86-r1 ?; "
		"libopenssl3 3.0.15-r1 pkg:apk/libopenssl3@3.0.15-r1 1");
	done(m);
}

static void a_database_of_packages_that_is_not_read_makes_components_part(void **state)
{
	(void)state;
	static const char *const places[] = { "var/lib/rpm/rpmdb.sqlite", "usr/lib/sysimage/rpm/Packages.db",
		"var/lib/pacman/local/ALPM_DB_VERSION", "var/lib/dpkg/status.d/base" };

	for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++) {
		struct made *m = make();
		struct shortfalls shortfalls = { 0 };

		m->tree.shortfalls = &shortfalls;
		file(m, places[i], "x");
		collect_tree(m, &collector_packages);
		assert_int_equal(shortfalls.count, 1);
		assert_string_equal(shortfalls.rows[0].class, "components");
		done(m);
	}
}

static void more_addresses_in_a_file_than_are_read_make_mentions_part(void **state)
{
	(void)state;
	for (int count = 30; count <= 90; count += 60) {
		struct made *m = make();
		struct shortfalls shortfalls = { 0 };
		struct buf text = { 0 };

		for (int i = 0; i < count; i++) buf_printf(&text, "a=http://h%d.example.com/\n", i);

		str all = buf_all(&text);
		struct tree_file f = { .path = STR("etc/list"), .size = all.n, .shortfalls = &shortfalls };

		f.fact = fact_file(m->facts, &(struct fact_file){ .path = f.path, .type = STR("file") });
		collector_mentions.collect(m->facts, &f, span_from_str(all), m->keep);
		facts_flush(m->facts);
		assert_string_equal(ask(m, "SELECT count(*) FROM mention"), count == 30 ? "30" : "60");
		assert_int_equal(shortfalls.count, count == 30 ? 0 : 1);
		done(m);
		buf_free(&text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_a_file_was_compiled_with_is_spoken_of_and_not_in_it),
		cmocka_unit_test(the_kernel_that_made_a_file_system_is_not_the_products),
		cmocka_unit_test(the_databases_of_opkg_and_apk_are_both_read),
		cmocka_unit_test(a_database_of_packages_that_is_not_read_makes_components_part),
		cmocka_unit_test(more_addresses_in_a_file_than_are_read_make_mentions_part),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
