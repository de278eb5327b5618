/* Configuration of the programs that decide how a device can be reached: each line becomes a setting (domain, key, value). */
#include "rootfs/collectors.h"
#include "base/digest.h"
#include "base/limits.h"
#include "rootfs/lines.h"
#include "rootfs/mask.h"
#include "rootfs/passwords.h"

#include <string.h>

enum style {
	STYLE_WORDS, /* key value: sshd_config(5), snmpd.conf(5), mosquitto.conf(5) */
	STYLE_EQUALS, /* key=value: hostapd.conf, sysctl.conf, vsftpd.conf; dnsmasq.conf, where the value may be missing */
	STYLE_SECRETS, /* client server secret addresses: chap-secrets of pppd(8) */
	STYLE_UCI,     /* config section 'name' / option key 'value' / list key 'value' */
};

static const struct {
	const char *
		path; /* "etc/ssh/sshd_config"; with a '*': every file below, or every one that ends in what follows it */
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
	{ "etc/mosquitto/*.conf", "mosquitto", STYLE_WORDS },
	{ "etc/vsftpd.conf", "vsftpd", STYLE_EQUALS },
	{ "etc/sysctl.conf", "sysctl", STYLE_EQUALS },
	{ "etc/sysctl.d/*", "sysctl", STYLE_EQUALS },
	{ "etc/proftpd.conf", "proftpd", STYLE_WORDS },
	{ "etc/samba/smb.conf", "samba", STYLE_EQUALS },
	{ "etc/fw_env.config", "uboot", STYLE_WORDS },
	{ "etc/opkg.conf", "opkg", STYLE_WORDS },
	{ "etc/opkg/*", "opkg", STYLE_WORDS },
	{ "etc/ppp/chap-secrets", "ppp", STYLE_SECRETS },
	{ "etc/ppp/pap-secrets", "ppp", STYLE_SECRETS },
	{ "etc/ppp/options", "ppp", STYLE_WORDS },
	{ "etc/ppp/peers/*", "ppp", STYLE_WORDS },
	{ "etc/sudoers", "sudoers", STYLE_WORDS },
	{ "etc/sudoers.d/*", "sudoers", STYLE_WORDS },
	{ "etc/config/*", NULL, STYLE_UCI },
};

/* Settings of a sensible file; more is data. */
enum { SETTINGS_MOST = 4000 };

/* ---- values that are secrets --------------------------------------------------------------------------------------------- */

static str unquoted(str s)
{
	s = str_trim(s);
	if (s.n >= 2 && (s.p[0] == '"' || s.p[0] == '\'') && s.p[s.n - 1] == s.p[0]) return (str){ s.p + 1, s.n - 2 };
	return s;
}

/* A value that begins with '/' names a file when the image has its first folder, or the device makes it; "/uniqueslash05" is a password. */
static bool is_path(const struct tree *t, str value)
{
	size_t end = 1;

	if (value.n < 2 || value.p[0] != '/') return false;
	while (end < value.n && value.p[end] != '/') end++;
	if (end == value.n) return false;
	if (str_starts(value, "/run/") || str_starts(value, "/tmp/") || str_starts(value, "/var/")) return true;

	size_t below = tree_first_below(t, (str){ value.p + 1, end - 1 });

	return below < t->count && tree_below(&t->files[below], (str){ value.p + 1, end - 1 });
}

struct context {
	struct facts *facts;
	const struct tree *tree;
	const struct lines *at;
	str domain;
	struct arena scratch;
};

static void write_secret(const struct context *c, str value)
{
	struct digest digest = digest_of(span_from_str(value));

	fact_secret(c->facts, &(struct fact_secret){ .file = c->at->file->fact,
				      .at = NUM(c->at->at),
				      .kind = STR("password"),
				      .fingerprint = digest_str(&digest),
				      .used_by = c->domain,
				      .locked = NO });
}

/* snmpd.conf(5): the words of these lines are names, sources and what lets in. A community that everybody knows is no secret, and shown; any other is. */
static bool is_community(str key)
{
	return str_starts(key, "rocommunity") || str_starts(key, "rwcommunity") || str_starts(key, "com2sec") ||
	       str_is(key, "community") || str_starts(key, "trapcommunity");
}

/* trapsink HOST COMMUNITY */
static bool is_trap(str key)
{
	return str_is(key, "trapsink") || str_is(key, "trap2sink") || str_is(key, "informsink");
}

static bool is_known_word(str word)
{
	return str_is(word, "public") || str_is(word, "private") || str_is(word, "default") ||
	       password_is_default(word);
}

static str shown_words(const struct context *c, str key, str value, struct arena *scratch)
{
	bool is_user = str_is(key, "createuser") || str_is(key, "usmuser");
	size_t secret_at = is_user || str_starts(key, "com2sec") ? 2 : is_trap(key) ? 1 : 0, number = 0;
	str shown = STR(""), word;

	for (str rest = value; str_word(&rest, &word); number++) {
		str bare = unquoted(word);
		bool is_secret = number >= secret_at && (is_user || number == secret_at) && !is_known_word(bare) &&
				 bare.n > 1 && bare.p[0] != '-' && !memchr(bare.p, '/', bare.n);

		/* createUser NAME MD5 "one" DES "two": the methods are no secrets. */
		if (is_user &&
			(str_is(bare, "MD5") || str_is(bare, "SHA") || str_is(bare, "DES") || str_is(bare, "AES")))
			is_secret = false;
		if (is_secret) write_secret(c, bare);
		shown = arena_printf(scratch, "%.*s%s%.*s", STR_FMT(shown), shown.n ? " " : "",
			is_secret ? 8 : (int)bare.n,
			is_secret ? "(secret)"
			: bare.p  ? bare.p
				  : "");
	}
	return shown;
}

static void write_setting(const struct context *c, str key, str value, struct arena scratch)
{
	bool is_listed = str_is(c->domain, "snmpd") &&
			 (is_community(key) || is_trap(key) || str_is(key, "createuser") || str_is(key, "usmuser"));
	bool is_secret = !is_listed && (mask_is_secret_name(key) || str_find_no_case(value, "authorization", NULL)) &&
			 !mask_is_plain_value(value) && !is_path(c->tree, value);
	str shown = is_listed ? shown_words(c, key, value, &scratch) : is_secret ? STR("(secret)") : value;
	char room[MASK_LINE_MOST + 64];

	/* "http://user:password@host/", and command lines. */
	if (!is_listed && (str_find(shown, "://", NULL) || str_starts(shown, "-") || str_find(shown, " -", NULL)))
		shown = mask_secrets(shown, room);

	if (is_secret) write_secret(c, value);
	fact_setting(c->facts, &(struct fact_setting){ .file = c->at->file->fact,
				       .line = NUM(c->at->number),
				       .at = NUM(c->at->at),
				       .domain = c->domain,
				       .key = key,
				       .value = shown });
	if (is_secret || is_listed || !str_equal(shown, value))
		collect_excerpt(c->facts, c->at->file, c->at->at, c->at->number,
			arena_printf(&scratch, "%.*s %.*s", STR_FMT(key), STR_FMT(shown)));
	else
		lines_excerpt(c->facts, c->at);
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
	if (str_is(c->domain, "opkg") && str_is(key, "option") && str_word(&rest, &key)) rest = str_trim(rest);
	key = lowered(&scratch, key);
	write_setting(c, key, unquoted(rest), scratch);
}

static void line_of_equals(const struct context *c)
{
	struct arena scratch = c->scratch;
	str rest = str_trim(c->at->line), key;

	if (!rest.n || rest.p[0] == '#' || rest.p[0] == ';' || rest.p[0] == '[' || rest.p[0] == '}') return;
	if (!memchr(rest.p, '=', rest.n)) {
		/* dnsmasq's switches have no value; braces and words of other files are structure. */
		if (str_is(c->domain, "dnsmasq") && !memchr(rest.p, ' ', rest.n))
			write_setting(c, rest, STR("yes"), scratch);
		return;
	}
	str_split(&rest, '=', &key);
	key = str_trim(key);
	if (key.n && (key.p[key.n - 1] == '+' || key.p[key.n - 1] == ':')) key.n--;
	key = lowered(&scratch, str_trim(key));
	write_setting(c, key, unquoted(rest), scratch);
}

static void line_of_secrets(const struct context *c)
{
	str rest = str_trim(c->at->line), client, server, secret;

	if (!rest.n || rest.p[0] == '#' || !str_word(&rest, &client) || !str_word(&rest, &server) ||
		!str_word(&rest, &secret))
		return;
	secret = unquoted(secret);
	if (!mask_is_plain_value(secret)) write_setting(c, STR("secret"), secret, c->scratch);
}

static void file_of_uci(struct context *c, const struct tree_file *file)
{
	str section = { 0 };
	unsigned count = 0;

	for (struct lines l = lines_of(file); count < SETTINGS_MOST && lines_next(&l); count++) {
		str rest = str_trim(l.line), word, key;

		c->at = &l;
		if (count == SETTINGS_MOST - 1)
			tree_short(c->tree, "settings", "a configuration file has more lines than are read");
		if (!rest.n || rest.p[0] == '#' || !str_word(&rest, &word)) continue;
		if (str_is(word, "config")) {
			if (str_word(&rest, &key)) section = unquoted(key);
			continue;
		}
		if ((!str_is(word, "option") && !str_is(word, "list")) || !str_word(&rest, &key)) continue;

		struct arena scratch = c->scratch;

		key = arena_printf(&scratch, "%.*s.%.*s", STR_FMT(section), STR_FMT(unquoted(key)));
		write_setting(c, key, unquoted(rest), scratch);
	}
}

static void collect_file(struct facts *f, const struct tree *t, const struct tree_file *file, const char *domain,
	enum style style, bool is_named, struct arena scratch)
{
	struct context c = {
		.facts = f, .tree = t, .domain = domain ? str_of(domain) : str_base_name(file->path), .scratch = scratch
	};
	unsigned count = 0;

	if (file->type != NODE_FILE) return;
	if (!file->content.p && (file->size > LIMIT_KEPT_FILE || (file->size && is_named)))
		tree_short(t, "settings", "a configuration file is too large, or is no text");
	if (!file->content.p) return;
	if (style == STYLE_UCI) {
		file_of_uci(&c, file);
		return;
	}
	for (struct lines l = lines_of(file); count < SETTINGS_MOST && lines_next(&l); count++) {
		c.at = &l;
		if (style == STYLE_WORDS)
			line_of_words(&c);
		else if (style == STYLE_SECRETS)
			line_of_secrets(&c);
		else
			line_of_equals(&c);
	}
	if (count == SETTINGS_MOST) tree_short(t, "settings", "a configuration file has more lines than are read");
}

static void collect(struct facts *f, const struct tree *t, struct arena scratch)
{
	if (!t->is_root) return;
	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++) {
		const char *star = strchr(files[i].path, '*');
		const struct tree_file *file;

		if (!star) {
			file = tree_find(t, str_of(files[i].path));
			if (file) collect_file(f, t, file, files[i].domain, files[i].style, true, scratch);
			continue;
		}

		str folder = { files[i].path, (size_t)(star - files[i].path) - 1 };

		for (size_t k = tree_first_below(t, folder); k < t->count && tree_below(&t->files[k], folder); k++)
			if (str_ends(t->files[k].path, star + 1))
				collect_file(f, t, &t->files[k], files[i].domain, files[i].style, false, scratch);
	}
}

const struct tree_collector collector_settings = { .name = "settings", .classes = { "settings" }, .collect = collect };
