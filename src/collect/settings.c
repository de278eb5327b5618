/* Configuration of the programs that decide how a device can be reached: each line becomes a setting (domain, key, value). */
#include "collect/collectors.h"
#include "base/digest.h"
#include "collect/lines.h"

#include <string.h>

enum style {
	STYLE_WORDS, /* key value: sshd_config(5), snmpd.conf(5), mosquitto.conf(5) */
	STYLE_EQUALS, /* key=value: hostapd.conf, sysctl.conf, vsftpd.conf; dnsmasq.conf, where the value may be missing */
	STYLE_UCI,    /* config section 'name' / option key 'value' / list key 'value' */
};

static const struct {
	const char *path;   /* "etc/ssh/sshd_config"; with a '*' at its end: every file below or beginning so */
	const char *domain; /* NULL: the file's own name */
	enum style style;
} files[] = {
	{ "etc/ssh/sshd_config", "sshd", STYLE_WORDS },
	{ "etc/sshd_config", "sshd", STYLE_WORDS },
	{ "etc/ssh/sshd_config.d/*", "sshd", STYLE_WORDS },
	{ "etc/default/dropbear", "dropbear", STYLE_EQUALS },
	{ "etc/conf.d/dropbear", "dropbear", STYLE_EQUALS },
	{ "etc/lighttpd/*", "lighttpd", STYLE_EQUALS },
	{ "etc/lighttpd.conf", "lighttpd", STYLE_EQUALS },
	{ "etc/nginx/*", "nginx", STYLE_WORDS },
	{ "etc/boa/boa.conf", "boa", STYLE_WORDS },
	{ "etc/boa.conf", "boa", STYLE_WORDS },
	{ "etc/dnsmasq.conf", "dnsmasq", STYLE_EQUALS },
	{ "etc/dnsmasq.d/*", "dnsmasq", STYLE_EQUALS },
	{ "etc/hostapd.conf", "hostapd", STYLE_EQUALS },
	{ "etc/hostapd/*", "hostapd", STYLE_EQUALS },
	{ "etc/wpa_supplicant.conf", "wpa_supplicant", STYLE_EQUALS },
	{ "etc/wpa_supplicant/*", "wpa_supplicant", STYLE_EQUALS },
	{ "etc/snmp/snmpd.conf", "snmpd", STYLE_WORDS },
	{ "etc/snmpd.conf", "snmpd", STYLE_WORDS },
	{ "etc/mosquitto.conf", "mosquitto", STYLE_WORDS },
	{ "etc/mosquitto/*", "mosquitto", STYLE_WORDS },
	{ "etc/vsftpd.conf", "vsftpd", STYLE_EQUALS },
	{ "etc/sysctl.conf", "sysctl", STYLE_EQUALS },
	{ "etc/sysctl.d/*", "sysctl", STYLE_EQUALS },
	{ "etc/proftpd.conf", "proftpd", STYLE_WORDS },
	{ "etc/samba/smb.conf", "samba", STYLE_EQUALS },
	{ "etc/fw_env.config", "uboot", STYLE_WORDS },
	{ "etc/opkg.conf", "opkg", STYLE_WORDS },
	{ "etc/opkg/*", "opkg", STYLE_WORDS },
	{ "etc/config/*", NULL, STYLE_UCI },
};

/* Settings of a sensible file; more is data. */
enum { SETTINGS_MOST = 4000 };

/* ---- values that are secrets --------------------------------------------------------------------------------------------- */

static bool is_secret_key(str key)
{
	static const char *const words[] = { "wpa_passphrase", "wpa_psk", "sae_password", "passphrase", "password",
		"passwd", "psk", "secret", "private_key_passwd", "auth_server_shared_secret", "wep_key0", "wep_key1",
		"community_rw" };
	str name = key;
	size_t dot;

	while (str_find(name, ".", &dot)) name = (str){ name.p + dot + 1, name.n - dot - 1 };
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		size_t n = strlen(words[i]);

		if (name.n >= n && strncasecmp(name.p + name.n - n, words[i], n) == 0) return true;
	}
	return false;
}

static bool is_path_or_switch(str value)
{
	return !value.n || value.p[0] == '/' || str_is(value, "yes") || str_is(value, "no") || str_is(value, "0") ||
	       str_is(value, "1") || str_is(value, "on") || str_is(value, "off");
}

struct context {
	struct facts *facts;
	const struct lines *at;
	str domain;
	struct arena scratch;
};

static void write_setting(const struct context *c, str key, str value)
{
	bool is_secret = is_secret_key(key) && !is_path_or_switch(value);
	struct arena scratch = c->scratch;

	if (is_secret) {
		struct digest digest = digest_of(span_from_str(value));

		fact_secret(c->facts, &(struct fact_secret){ .file = c->at->file->fact,
					      .at = NUM(c->at->at),
					      .kind = STR("password"),
					      .fingerprint = digest_str(&digest),
					      .used_by = c->domain,
					      .locked = NO });
	}
	fact_setting(c->facts, &(struct fact_setting){ .file = c->at->file->fact,
				       .line = NUM(c->at->number),
				       .at = NUM(c->at->at),
				       .domain = c->domain,
				       .key = key,
				       .value = is_secret ? STR("(secret)") : value });
	if (is_secret)
		collect_excerpt(c->facts, c->at->file, c->at->at, c->at->number,
			arena_printf(&scratch, "%.*s (secret)", STR_FMT(key)));
	else
		lines_excerpt(c->facts, c->at);
}

static str unquoted(str s)
{
	s = str_trim(s);
	if (s.n >= 2 && (s.p[0] == '"' || s.p[0] == '\'') && s.p[s.n - 1] == s.p[0]) return (str){ s.p + 1, s.n - 2 };
	return s;
}

static str lowered(struct arena *scratch, str s)
{
	str copy = arena_str(scratch, s);
	char *p = arena_array(scratch, char, s.n + 1);

	for (size_t i = 0; i < s.n; i++)
		p[i] = copy.p[i] >= 'A' && copy.p[i] <= 'Z' ? (char)(copy.p[i] + 32) : copy.p[i];
	return (str){ p, s.n };
}

/* ---- forms --------------------------------------------------------------------------------------------------------------- */

static void line_of_words(const struct context *c)
{
	struct arena scratch = c->scratch;
	str rest = str_trim(c->at->line), key;

	if (!rest.n || rest.p[0] == '#' || rest.p[0] == ';' || !str_word(&rest, &key)) return;
	rest = str_trim(rest);
	while (rest.n && rest.p[rest.n - 1] == ';') rest.n--;
	write_setting(c, lowered(&scratch, key), unquoted(rest));
}

static void line_of_equals(const struct context *c)
{
	struct arena scratch = c->scratch;
	str rest = str_trim(c->at->line), key;

	if (!rest.n || rest.p[0] == '#' || rest.p[0] == ';' || rest.p[0] == '[' || rest.p[0] == '}') return;
	if (!memchr(rest.p, '=', rest.n)) {
		/* dnsmasq's switches have no value; braces and words of other files are structure. */
		if (str_is(c->domain, "dnsmasq") && !memchr(rest.p, ' ', rest.n)) write_setting(c, rest, STR("yes"));
		return;
	}
	str_split(&rest, '=', &key);
	key = str_trim(key);
	if (key.n && (key.p[key.n - 1] == '+' || key.p[key.n - 1] == ':')) key.n--;
	write_setting(c, lowered(&scratch, str_trim(key)), unquoted(rest));
}

static void file_of_uci(struct context *c, const struct tree_file *file)
{
	str section = { 0 };
	unsigned count = 0;

	for (struct lines l = lines_of(file); count < SETTINGS_MOST && lines_next(&l); count++) {
		str rest = str_trim(l.line), word, key;

		c->at = &l;
		if (!rest.n || rest.p[0] == '#' || !str_word(&rest, &word)) continue;
		if (str_is(word, "config")) {
			if (str_word(&rest, &key)) section = unquoted(key);
			continue;
		}
		if ((!str_is(word, "option") && !str_is(word, "list")) || !str_word(&rest, &key)) continue;

		struct arena scratch = c->scratch;

		write_setting(c, arena_printf(&scratch, "%.*s.%.*s", STR_FMT(section), STR_FMT(unquoted(key))),
			unquoted(rest));
	}
}

static void collect_file(
	struct facts *f, const struct tree_file *file, const char *domain, enum style style, struct arena scratch)
{
	struct context c = {
		.facts = f, .domain = domain ? str_of(domain) : str_base_name(file->path), .scratch = scratch
	};
	unsigned count = 0;

	if (file->type != NODE_FILE || !file->content.p) return;
	if (style == STYLE_UCI) {
		file_of_uci(&c, file);
		return;
	}
	for (struct lines l = lines_of(file); count < SETTINGS_MOST && lines_next(&l); count++) {
		c.at = &l;
		if (style == STYLE_WORDS)
			line_of_words(&c);
		else
			line_of_equals(&c);
	}
}

static void collect(struct facts *f, const struct tree *t, struct arena scratch)
{
	if (!t->is_root) return;
	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++) {
		size_t n = strlen(files[i].path);
		const struct tree_file *file;

		if (files[i].path[n - 1] != '*') {
			file = tree_find(t, str_of(files[i].path));
			if (file) collect_file(f, file, files[i].domain, files[i].style, scratch);
			continue;
		}

		str folder = { files[i].path, n - 2 };

		for (size_t k = tree_first_below(t, folder); k < t->count && tree_below(&t->files[k], folder); k++)
			collect_file(f, &t->files[k], files[i].domain, files[i].style, scratch);
	}
}

const struct tree_collector collector_settings = { .name = "settings", .classes = { "settings" }, .collect = collect };
