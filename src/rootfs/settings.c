/* Configuration of the programs that decide how a device can be reached: what holds becomes a setting (domain, key,
 * value). Programs with rules of their own have readers of their own (settings.h); here are the files whose lines each
 * stand for themselves. */
#include "rootfs/collectors.h"
#include "base/mask.h"
#include "rootfs/settings.h"

enum style {
	STYLE_WORDS,   /* key value */
	STYLE_EQUALS,  /* key=value */
	STYLE_SECRETS, /* client server secret addresses: chap-secrets of pppd(8) */
};

static const struct {
	const char *path; /* with a '*' at its end: every file below */
	const char *domain;
	enum style style;
} files[] = {
	{ "etc/default/dropbear", "dropbear", STYLE_EQUALS },
	{ "etc/conf.d/dropbear", "dropbear", STYLE_EQUALS },
	{ "etc/fw_env.config", "uboot", STYLE_WORDS },
	{ "etc/opkg.conf", "opkg", STYLE_WORDS },
	{ "etc/opkg/*", "opkg", STYLE_WORDS },
	{ "etc/ppp/chap-secrets", "ppp", STYLE_SECRETS },
	{ "etc/ppp/pap-secrets", "ppp", STYLE_SECRETS },
	{ "etc/ppp/options", "ppp", STYLE_WORDS },
	{ "etc/ppp/peers/*", "ppp", STYLE_WORDS },
	{ "etc/sudoers", "sudoers", STYLE_WORDS },
	{ "etc/sudoers.d/*", "sudoers", STYLE_WORDS },
};

/* ---- forms ------------------------------------------------------------------------------------------------------- */

static bool line_of_words(const char *domain, struct arena *keep, str line, struct setting *ret)
{
	str rest = line, key;

	if (!str_word(&rest, &key)) return false;
	rest = str_trim(rest);
	if (strcmp(domain, "opkg") == 0 && str_is(key, "option") && str_word(&rest, &key)) rest = str_trim(rest);
	ret->key = setting_lowered(keep, key);
	ret->value = setting_unquoted(rest);
	return true;
}

static bool line_of_equals(struct arena *keep, str line, struct setting *ret)
{
	str rest = line, key;

	if (str_starts(rest, "export ")) rest = str_trim((str){ rest.p + 7, rest.n - 7 });
	if (!memchr(rest.p, '=', rest.n) || !str_split(&rest, '=', &key)) return false;
	ret->key = setting_lowered(keep, str_trim(key));
	ret->value = setting_unquoted(rest);
	return true;
}

static bool line_of_secrets(str line, struct setting *ret)
{
	str rest = line, client, server, secret;

	if (!str_word(&rest, &client) || !str_word(&rest, &server) || !str_word(&rest, &secret)) return false;
	ret->key = STR("secret");
	ret->value = setting_unquoted(secret);
	return !mask_is_plain_value(ret->value);
}

static void collect_file(struct settings *s, const struct tree_file *file, enum style style)
{
	for (struct lines l = lines_of(file); lines_next(&l);) {
		str line = str_trim(l.line);
		struct setting row = { .at = l };
		bool is_one;

		if (!line.n || line.p[0] == '#' || line.p[0] == ';') continue;
		if (style == STYLE_WORDS)
			is_one = line_of_words(s->domain, s->keep, line, &row);
		else if (style == STYLE_SECRETS)
			is_one = line_of_secrets(line, &row);
		else
			is_one = line_of_equals(s->keep, line, &row);
		if (is_one) settings_add(s, SETTING_EACH, &row);
	}
}

static void collect_plain(struct facts *f, const struct tree *t, size_t i, struct arena scratch)
{
	str path = str_of(files[i].path), folder = { path.p, path.n - 2 };
	struct settings *s = settings_open(f, t, files[i].domain, &scratch);
	const struct tree_file *file;

	if (path.p[path.n - 1] != '*') {
		file = setting_file(t, path);
		if (file) collect_file(s, file, files[i].style);
	} else {
		for (size_t k = tree_first_below(t, folder); k < t->count && tree_below(&t->files[k], folder); k++)
			if (t->files[k].type == NODE_FILE && t->files[k].content.p)
				collect_file(s, &t->files[k], files[i].style);
	}
	settings_write(s, scratch);
}

/* ---- sysctl ------------------------------------------------------------------------------------------------------ */

static void sysctl_file(struct settings *s, const struct tree_file *file)
{
	for (struct lines l = lines_of(file); lines_next(&l);) {
		str rest = str_trim(l.line), key;

		if (!rest.n || strchr("#;", rest.p[0]) || !memchr(rest.p, '=', rest.n) || !str_split(&rest, '=', &key))
			continue;
		key = str_trim(key);
		if (key.n && key.p[0] == '-') key.p++, key.n--; /* an error in it is no matter */

		str name = setting_lowered(s->keep, str_trim(key));

		/* "net/ipv4/ip_forward" is "net.ipv4.ip_forward". */
		if (!memchr(name.p, '.', name.n))
			for (size_t i = 0; i < name.n; i++)
				if (name.p[i] == '/') ((char *)(uintptr_t)name.p)[i] = '.';
		settings_add(
			s, SETTING_LAST, &(struct setting){ .key = name, .value = setting_unquoted(rest), .at = l });
	}
}

/* sysctl.d(5), sysctl(8): files by their names, of one name that of the first folder, then /etc/sysctl.conf; what comes
 * later counts. */
void settings_sysctl(struct facts *f, const struct tree *t, struct arena scratch)
{
	static const char *const folders[] = { "etc/sysctl.d", "run/sysctl.d", "usr/local/lib/sysctl.d",
		"usr/lib/sysctl.d", "lib/sysctl.d" };
	struct settings *s = settings_open(f, t, "sysctl", &scratch);
	const struct tree_file *order[INCLUDED_MOST], *last = setting_file(t, STR("/etc/sysctl.conf"));
	size_t count = 0;

	for (size_t i = 0; i < sizeof(folders) / sizeof(*folders); i++) {
		str folder = str_of(folders[i]);

		for (size_t k = tree_first_below(t, folder); k < t->count && tree_below(&t->files[k], folder); k++) {
			const struct tree_file *file = &t->files[k];
			str name = str_base_name(file->path);
			bool is_known =
				!str_ends(name, ".conf") || file->type == NODE_DIRECTORY || count == INCLUDED_MOST;
			size_t at = count;

			for (size_t j = 0; j < count; j++) is_known |= str_equal(str_base_name(order[j]->path), name);
			if (is_known) continue;
			for (count++; at && str_compare(str_base_name(order[at - 1]->path), name) > 0; at--)
				order[at] = order[at - 1];
			order[at] = file;
		}
	}
	for (size_t i = 0; i < count; i++) {
		const struct tree_file *file = setting_file(t, order[i]->path);

		/* "99-sysctl.conf" of a distribution is a link to it. */
		if (file) sysctl_file(s, file);
	}
	if (last) sysctl_file(s, last);
	settings_write(s, scratch);
}

/* ---- all --------------------------------------------------------------------------------------------------------- */

static void collect(struct facts *f, const struct tree *t, struct arena scratch)
{
	if (!t->is_root && !t->is_beside_root) return;
	settings_sshd(f, t, scratch);
	settings_dropbear(f, t, scratch);
	settings_blocks(f, t, scratch);
	settings_uci(f, t, scratch);
	settings_sysctl(f, t, scratch);
	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++) collect_plain(f, t, i, scratch);
}

const struct tree_collector collector_settings = { .name = "settings",
	.reads = "configuration by path and by content: sshd, dropbear, web servers, hostapd and wpa_supplicant, "
		 "mosquitto, snmpd, vsftpd, samba, `sysctl`, sudoers, ppp, opkg, UCI's `etc/config`, and what they "
		 "include",
	.classes = { "settings" },
	.collect = collect };
