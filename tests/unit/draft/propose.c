/* Each proposer on facts: what it proposes, where from, what stays unknown; and that all of them speak of columns that
 * a product file takes. */
#include "testing.h"

#include "declare/declare_words.h"
#include "draft/propose.h"
#include "evidence/wire.h"

#include <stdio.h>

struct stage {
	struct arena keep;
	struct evidence *evidence;
	proposals all;
};

static void given(struct stage *s, const char *sql)
{
	char *message = NULL;

	if (sqlite3_exec(evidence_db(s->evidence), sql, NULL, NULL, &message) != SQLITE_OK) fail_msg("%s", message);
}

static struct stage stage_with(const char *sql)
{
	struct stage s = { .keep = arena_open((size_t)64 << 20) };

	assert_ok(evidence_create(NULL, &s.evidence));
	given(&s, "INSERT INTO input(id, kind, name) VALUES(1, 'image', 'a.bin'), (2, 'product', 'product.yaml');"
		  "INSERT INTO file(id, input, path, name, type, size) VALUES"
		  " (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 9), (2, 1, '/etc/shadow', 'shadow', 'file', 9),"
		  " (3, 1, '/etc/radio.conf', 'radio.conf', 'file', 9), (4, 1, '/etc/k.pem', 'k.pem', 'file', 9)");
	given(&s, sql);
	assert_ok(draft_propose(s.evidence, &s.keep, &s.all));
	return s;
}

static void stage_end(struct stage *s)
{
	evidence_close(s->evidence);
	arena_close(&s->keep);
}

static const struct proposal *found(const struct stage *s, const char *list, const char *name)
{
	for (size_t i = 0; i < s->all.n; i++)
		if (strcmp(s->all.p[i].kind->list, list) == 0 && str_is(s->all.p[i].name, name)) return &s->all.p[i];
	for (size_t i = 0; i < s->all.n; i++)
		print_error("%s: %.*s\n", s->all.p[i].kind->list, STR_FMT(s->all.p[i].name));
	fail_msg("\"%s\" is not proposed for %s", name, list);
	return NULL;
}

static str value(const struct proposal *p, const char *key)
{
	for (size_t i = 0; i < p->values.n; i++)
		if (str_is(p->values.p[i].key, key)) return p->values.p[i].text;
	return (str){ 0 };
}

static void nothing_seen_proposes_nothing(void **state)
{
	struct stage s = stage_with("SELECT 1");

	(void)state;
	assert_int_equal(s.all.n, 0);
	assert_false(draft_has_seen(s.evidence));
	stage_end(&s);
}

static void a_service_is_proposed_with_its_port_and_place(void **state)
{
	struct stage s = stage_with(
		"INSERT INTO entity(id, kind, name, basis, input, file, at, line) VALUES"
		" (1, 'service', 'telnetd', 'observed', 1, 1, 23, 3);"
		"INSERT INTO service(entity, transport, port, protocol, enabled) VALUES(1, 'tcp', 23, 'telnet', 1)");
	const struct proposal *p = found(&s, "services", "telnetd tcp/23");

	(void)state;
	assert_str(value(p, "port"), "23");
	assert_str(value(p, "enabled"), "yes");
	assert_str(p->same_as, "telnetd");
	assert_str(p->path, "/etc/init.d/rcS");
	assert_int_equal(p->at.value, 23);
	assert_int_equal(p->line.value, 3);
	assert_str(p->unknown, "scope, configures, needs_login, purpose, justification");
	assert_false(p->is_declared);
	/* The clear channel that comes with it. */
	assert_str(value(found(&s, "channels", "channel of telnetd"), "confidential"), "no");
	stage_end(&s);
}

static void an_account_with_a_password_is_a_login_and_a_secret_as_well(void **state)
{
	struct stage s = stage_with(
		"INSERT INTO entity(id, kind, name, basis, input, file, at, line) VALUES"
		" (1, 'account', 'root', 'observed', 1, 2, 0, 1), (2, 'account', 'nobody', 'observed', 1, 2, 40, 2);"
		"INSERT INTO account(entity, uid, can_login, privileged, password, scheme) VALUES"
		" (1, 0, 1, 1, 'known', 'md5crypt'), (2, 65534, 0, 0, 'locked', NULL)");

	(void)state;
	assert_str(value(found(&s, "accounts", "account root"), "can_login"), "yes");
	assert_str(value(found(&s, "accounts", "account nobody"), "can_login"), "no");
	assert_str(value(found(&s, "auth_mechanisms", "password of root"), "set_by"), "factory-shared");
	/* Whether it works over a network nobody saw. */
	assert_int_equal(value(found(&s, "auth_mechanisms", "password of root"), "over_network").n, 0);
	assert_str(value(found(&s, "parameters", "password field of root"), "stored"), "hashed");
	assert_int_equal(s.all.n, 4);
	stage_end(&s);
}

static void a_hash_that_nobody_knows_does_not_say_who_set_it(void **state)
{
	struct stage s = stage_with("INSERT INTO entity(id, kind, name, basis, input, file) VALUES"
				    " (1, 'account', 'root', 'observed', 1, 2);"
				    "INSERT INTO account(entity, can_login, password) VALUES(1, 1, 'hash')");

	(void)state;
	assert_int_equal(value(found(&s, "auth_mechanisms", "password of root"), "set_by").n, 0);
	stage_end(&s);
}

static void wireless_settings_are_a_radio_a_channel_and_a_login(void **state)
{
	struct stage s = stage_with("INSERT INTO setting(input, file, line, at, domain, key, value) VALUES"
				    " (1, 3, 1, 0, 'hostapd', 'interface', 'wlan0'),"
				    " (1, 3, 2, 16, 'hostapd', 'wpa_key_mgmt', 'WPA-PSK'),"
				    " (1, 3, 3, 36, 'hostapd', 'rsn_pairwise', 'CCMP')");

	(void)state;
	assert_str(value(found(&s, "interfaces", "wlan0"), "layer"), "air");
	assert_str(found(&s, "channels", "Wi-Fi access point")->crypto, "cipher=CCMP;protocol=WPA-PSK");
	assert_str(value(found(&s, "auth_mechanisms", "Wi-Fi network passphrase"), "factor"), "password");
	stage_end(&s);
}

static void an_open_wireless_network_is_not_said_to_keep_secrets(void **state)
{
	struct stage s = stage_with("INSERT INTO setting(input, file, domain, key, value) VALUES"
				    " (1, 3, 'hostapd', 'interface', 'wlan0')");

	(void)state;
	assert_int_equal(value(found(&s, "channels", "Wi-Fi access point"), "confidential").n, 0);
	stage_end(&s);
}

static void keys_are_parameters_and_assets_and_certificates_are_public(void **state)
{
	struct stage s = stage_with(
		"INSERT INTO secret(input, file, at, kind, algorithm, bits, locked, fingerprint) VALUES"
		" (1, 4, 0, 'private-key', 'rsa', 2048, 0, 'ab'), (1, 4, 90, 'private-key', 'rsa', 1024, 1, 'cd');"
		"INSERT INTO certificate(id, input, file, at, fingerprint, subject, algorithm, bits, authority) VALUES"
		" (1, 1, 4, 200, 'ef', 'CN=x', 'rsa', 2048, 0)");

	(void)state;
	assert_str(value(found(&s, "parameters", "private key in /etc/k.pem"), "stored"), "plain");
	assert_str(value(found(&s, "parameters", "private key in /etc/k.pem (2)"), "stored"), "encrypted");
	assert_str(value(found(&s, "parameters", "certificate of CN=x in /etc/k.pem"), "class"), "public");
	assert_str(value(found(&s, "assets", "asset: private key in /etc/k.pem"), "confidential"), "yes");
	stage_end(&s);
}

static void parts_and_update_tools_keep_the_names_that_were_seen(void **state)
{
	struct stage s = stage_with(
		"INSERT INTO entity(id, kind, name, basis, input, file) VALUES"
		" (1, 'component', 'busybox', 'observed', 1, 1), (2, 'update-mechanism', 'opkg', 'observed', 1, 1);"
		"INSERT INTO component(entity, version) VALUES(1, '1.36.1');"
		"INSERT INTO update_mechanism(entity) VALUES(2);"
		"INSERT INTO setting(input, file, domain, key, value) VALUES(1, 1, 'update', 'feed', "
		"'https://x.example')");

	(void)state;
	assert_str(value(found(&s, "components", "busybox"), "version"), "1.36.1");
	assert_str(found(&s, "implementations", "implementation by busybox")->path, "/etc/init.d/rcS");
	assert_str(value(found(&s, "update_mechanisms", "updates by opkg"), "over_network"), "yes");
	assert_str(found(&s, "update_mechanisms", "updates by opkg")->same_as, "opkg");
	stage_end(&s);
}

static void logs_watchdogs_and_resets_are_seen_by_their_programs(void **state)
{
	struct stage s = stage_with(
		"INSERT INTO start(input, file, line, program, moment, enabled, user) VALUES"
		" (1, 1, 2, '/sbin/syslogd', 'boot', 1, 'root'), (1, 1, 3, '/sbin/watchdog', 'boot', 1, 'root'),"
		" (1, 1, 4, '/usr/sbin/collectd', 'boot', 1, 'nobody');"
		"INSERT INTO file(id, input, path, name, type) VALUES(9, 1, '/sbin/factory-reset', 'factory-reset', "
		"'file')");

	(void)state;
	assert_int_equal(found(&s, "logs", "log of syslogd")->line.value, 2);
	found(&s, "resilience", "watchdog");
	found(&s, "telemetry", "reports of collectd");
	found(&s, "deletions", "reset by factory-reset");
	found(&s, "privilege_controls", "collectd without rights of root");
	stage_end(&s);
}

static void a_microcontroller_says_what_its_header_says(void **state)
{
	struct stage s = stage_with("INSERT INTO setting(input, at, domain, key, value) VALUES"
				    " (1, 12, 'esp', 'chip', 'esp32-c3'), (1, 48, 'esp', 'version', '2.1'),"
				    " (1, 80, 'esp', 'project', 'plug'), (1, 144, 'esp', 'idf-version', 'v5.1')");

	(void)state;
	assert_str(value(found(&s, "components", "plug"), "version"), "2.1");
	assert_str(value(found(&s, "components", "ESP-IDF"), "version"), "v5.1");
	assert_int_equal(found(&s, "interfaces", "radio of esp32-c3")->at.value, 12);
	stage_end(&s);
}

static void what_is_declared_already_is_known_to_be(void **state)
{
	struct stage s = stage_with(
		"INSERT INTO entity(id, kind, name, basis, input, file) VALUES"
		" (1, 'component', 'BusyBox', 'declared', 2, NULL), (2, 'component', 'busybox', 'observed', 1, 1),"
		" (3, 'service', 'Telnet', 'declared', 2, NULL), (4, 'service', 'telnetd', 'observed', 1, 1);"
		"INSERT INTO component(entity) VALUES(1), (2); INSERT INTO service(entity, port) VALUES(3, 23), (4, "
		"23);"
		"INSERT INTO relation VALUES(3, 'same-as', 4, 'tool')");

	(void)state;
	assert_true(found(&s, "components", "busybox")->is_declared);
	assert_true(found(&s, "services", "telnetd service")->is_declared);
	stage_end(&s);
}

static bool is_ours(const char *column)
{
	static const char *const ours[] = { "name", "observed", "crypto", "because", "file", "at", "line", NULL };

	return declare_is_one_of(str_of(column), ours);
}

static bool is_of_table(const struct declared_kind *kind, const char *column)
{
	if (kind->table >= TABLE_COUNT) return false;
	for (const struct wire_column *c = wire_tables[kind->table].columns; c->name; c++)
		if (strcmp(c->name, column) == 0 && c->kind != COLUMN_REF && c->kind != COLUMN_ID) return true;
	return false;
}

/* A misspelt column would be left out without a word. */
static void every_column_of_every_proposer_is_one_of_its_kind(void **state)
{
	struct stage s = stage_with("SELECT 1");

	(void)state;
	for (const struct proposer *const *group = proposers; *group; group++)
		for (const struct proposer *p = *group; p->list; p++) {
			const struct declared_kind *kind = NULL;
			sqlite3_stmt *stmt = NULL;

			for (size_t i = 0; i < declared_kind_count; i++)
				if (strcmp(declared_kinds[i].list, p->list) == 0) kind = &declared_kinds[i];
			assert_non_null(kind);
			assert_int_equal(
				sqlite3_prepare_v2(evidence_db(s.evidence), p->sql, -1, &stmt, NULL), SQLITE_OK);
			for (int i = 0; i < sqlite3_column_count(stmt); i++) {
				const char *column = sqlite3_column_name(stmt, i);

				if (!is_ours(column) && !is_of_table(kind, column))
					fail_msg("%s, %s: %s is no column", p->list, p->what, column);
			}
			sqlite3_finalize(stmt);
		}
	stage_end(&s);
}

static void every_list_is_proposed_for_or_it_is_said_why_not(void **state)
{
	(void)state;
	for (size_t i = 0; i < declared_kind_count; i++) {
		bool is_proposed = false;

		for (const struct proposer *const *group = proposers; *group; group++)
			for (const struct proposer *p = *group; p->list; p++)
				is_proposed |= strcmp(p->list, declared_kinds[i].list) == 0;
		if (is_proposed == (draft_unseen(declared_kinds[i].list) != NULL))
			fail_msg("%s: %s", declared_kinds[i].list, is_proposed ? "both" : "neither");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_seen_proposes_nothing),
		cmocka_unit_test(a_service_is_proposed_with_its_port_and_place),
		cmocka_unit_test(an_account_with_a_password_is_a_login_and_a_secret_as_well),
		cmocka_unit_test(a_hash_that_nobody_knows_does_not_say_who_set_it),
		cmocka_unit_test(wireless_settings_are_a_radio_a_channel_and_a_login),
		cmocka_unit_test(an_open_wireless_network_is_not_said_to_keep_secrets),
		cmocka_unit_test(keys_are_parameters_and_assets_and_certificates_are_public),
		cmocka_unit_test(parts_and_update_tools_keep_the_names_that_were_seen),
		cmocka_unit_test(logs_watchdogs_and_resets_are_seen_by_their_programs),
		cmocka_unit_test(a_microcontroller_says_what_its_header_says),
		cmocka_unit_test(what_is_declared_already_is_known_to_be),
		cmocka_unit_test(every_column_of_every_proposer_is_one_of_its_kind),
		cmocka_unit_test(every_list_is_proposed_for_or_it_is_said_why_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
