#include "rootfs/mask.h"

#include <string.h>
#include <strings.h>

static bool ends_no_case(str s, const char *suffix)
{
	size_t n = strlen(suffix);

	return s.n >= n && strncasecmp(s.p + s.n - n, suffix, n) == 0;
}

static bool is_no_case(str s, const char *word)
{
	return s.n == strlen(word) && strncasecmp(s.p, word, s.n) == 0;
}

/* ---- names ------------------------------------------------------------------------------------------------------------- */

bool mask_is_secret_name(str name)
{
	/* "key" alone is WEP's and OpenWrt's; with a word before it, it is more often the name of a file, which is a path and seen as such. */
	static const char *const endings[] = { "pass", "passwd", "password", "passphrase", "psk", "pwd", "secret",
		"secrets", "token", "wepkey", "wpakey", "enckey", "apikey", "_key", ".key", "-key", "_pin", "_pw",
		"credential", "credentials", "sae_password", "-pw", "pincode" };
	static const char *const whole[] = { "key", "pin", "pw", "psk", "identity_pin", "milenage" };
	static const char *const open[] = { "public_key", "public-key", "usign_key", "host_key" };

	while (name.n && (name.p[0] == '-' || name.p[0] == '$')) name.p++, name.n--;
	while (name.n && name.p[name.n - 1] >= '0' && name.p[name.n - 1] <= '9') name.n--;
	if (name.n && name.p[name.n - 1] == '_') name.n--;
	for (size_t i = 0; i < sizeof(open) / sizeof(*open); i++)
		if (ends_no_case(name, open[i])) return false;
	for (size_t i = 0; i < sizeof(whole) / sizeof(*whole); i++)
		if (is_no_case(name, whole[i])) return true;
	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
		if (ends_no_case(name, endings[i])) return true;
	return false;
}

bool mask_is_plain_value(str value)
{
	static const char *const words[] = { "yes", "no", "on", "off", "true", "false", "x", "*", "!", "none", "enable",
		"disable", "enabled", "disabled", "(secret)" };

	if (value.n <= 1 || value.p[0] == '$') return true;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (is_no_case(value, words[i])) return true;
	return false;
}

/* ---- a line's words -------------------------------------------------------------------------------------------------------- */

struct out {
	char *p;
	size_t n;
};

static void put(struct out *o, str s)
{
	size_t most = MASK_LINE_MOST + 48;

	if (s.n > most - o->n) s.n = most - o->n;
	memcpy(o->p + o->n, s.p, s.n);
	o->n += s.n;
}

static str unquoted(str s)
{
	while (s.n && strchr("\"'`", s.p[0])) s.p++, s.n--;
	while (s.n && strchr("\"'`;,)", s.p[s.n - 1])) s.n--;
	return s;
}

/* Several folders deep, or a folder that every system has: a place, not a password. */
static bool is_path(str s)
{
	return s.n > 1 && s.p[0] == '/' && memchr(s.p + 1, '/', s.n - 1);
}

static bool is_number(str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9') return false;
	return s.n > 0;
}

/* A word with the quotes around it: 'a b' is one. */
static str take(str *rest)
{
	size_t n = 0;
	char quote = 0;

	for (; n < rest->n; n++) {
		char c = rest->p[n];

		if (quote ? c == quote : (c == ' ' || c == '\t')) {
			if (!quote) break;
			quote = 0;
		} else if (!quote && (c == '"' || c == '\'') && memchr(rest->p + n + 1, c, rest->n - n - 1)) {
			quote = c;
		}
	}

	str word = { rest->p, n };

	*rest = (str){ rest->p + n, rest->n - n };
	return word;
}

/* name=value, name:value: the value's place in the word; 0 when it is neither or names no secret. */
static size_t secret_value_at(str word)
{
	for (size_t i = 1; i + 1 < word.n; i++) {
		str name = unquoted((str){ word.p, i }), value;

		if (word.p[i] != '=' && word.p[i] != ':') continue;
		value = unquoted((str){ word.p + i + 1, word.n - i - 1 });
		if (mask_is_secret_name(name) && !mask_is_plain_value(value) && !is_path(value)) return i + 1;
		if (word.p[i] == '=') return 0;
	}
	return 0;
}

/* user:password@ of an address: the password's place and length. */
static bool address_password(str word, size_t *ret_at, size_t *ret_n)
{
	size_t at, colon, sign;
	str rest;

	if (!str_find(word, "://", &at)) return false;
	rest = (str){ word.p + at + 3, word.n - at - 3 };
	for (sign = 0; sign < rest.n && rest.p[sign] != '@' && rest.p[sign] != '/'; sign++) continue;
	if (sign == rest.n || rest.p[sign] != '@' || !str_find((str){ rest.p, sign }, ":", &colon)) return false;
	*ret_at = at + 3 + colon + 1;
	*ret_n = sign - colon - 1;
	return *ret_n > 0;
}

/* ---- programs that take secrets as arguments ---------------------------------------------------------------------------------- */

struct line_kind {
	bool sets_password; /* something is piped into passwd or its friends */
	bool is_filter;     /* iptables, mkdir, mount: -p and -P are protocols, policies, parents */
};

static struct line_kind kind_of(str line)
{
	return (struct line_kind){
		.sets_password = str_find(line, "passwd", NULL) || str_find(line, "sudo -S", NULL),
		.is_filter = str_find(line, "tables", NULL) || str_find(line, "mkdir", NULL) ||
			     str_find(line, "mount", NULL),
	};
}

/* After this word, the words of the line are or may be secrets. */
static bool opens_secrets(str word, const struct line_kind *kind)
{
	static const char *const words[] = { "wpa_passphrase", "createUser", "createuser", "usmUser", "sshpass" };

	word = str_base_name(unquoted(word));
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (str_is(word, words[i])) return true;
	return kind->sets_password && (str_is(word, "echo") || str_is(word, "printf"));
}

static bool is_secret_option(str word, const struct line_kind *kind)
{
	if ((str_is(word, "-p") || str_is(word, "-P")) && !kind->is_filter) return true;
	if (str_is(word, "-Y")) return true; /* dropbear's master password, in some vendors' */
	return word.n > 1 && (word.p[0] == '-' || str_is(word, "key")) && mask_is_secret_name(word);
}

static bool is_secret_argument(str word)
{
	static const char *const protocols[] = { "tcp", "udp", "icmp", "all" };
	str bare = unquoted(word);

	for (size_t i = 0; i < sizeof(protocols) / sizeof(*protocols); i++)
		if (str_is(bare, protocols[i])) return false;
	return bare.n && bare.p[0] != '-' && !mask_is_plain_value(bare) && !is_number(bare) && !is_path(bare);
}

static void put_word(struct out *o, str word, bool is_secret)
{
	size_t at, n;

	if (is_secret) {
		put(o, STR("(secret)"));
		return;
	}
	if (address_password(word, &at, &n)) {
		put(o, (str){ word.p, at });
		put(o, STR("(secret)"));
		word.p += at + n, word.n -= at + n;
	}
	at = secret_value_at(word);
	put(o, at ? (str){ word.p, at } : word);
	if (at) put(o, STR("(secret)"));
}

str mask_secrets(str line, char room[static MASK_LINE_MOST + 64])
{
	struct out o = { .p = room };
	str rest = line;
	bool is_next = false, is_open = false;

	if (rest.n > MASK_LINE_MOST) rest.n = MASK_LINE_MOST;

	struct line_kind kind = kind_of(line);

	while (rest.n) {
		size_t blanks = 0;

		while (blanks < rest.n && (rest.p[blanks] == ' ' || rest.p[blanks] == '\t')) blanks++;
		put(&o, (str){ rest.p, blanks });
		rest.p += blanks, rest.n -= blanks;

		str word = take(&rest), bare = unquoted(word);

		if (!word.n) break;

		/* What stands between the commands of a line ends what an option or a program took. */
		bool ends = str_is(word, "|") || str_is(word, "&&") || str_is(word, "||") || str_is(word, ";") ||
			    str_is(word, ">") || str_is(word, ">>");

		if (ends) is_next = is_open = false;
		put_word(&o, word,
			!ends && ((is_next && is_secret_argument(word)) ||
					 (is_open && bare.n > 1 && bare.p[0] != '-' && bare.p[0] != '$')));

		/* "password = x", "password x" of a file that is no shell: the word after the name, over an equals sign. */
		bool is_sign = str_is(word, "=") || str_is(word, ":");

		is_next = is_sign ? is_next : is_secret_option(bare, &kind) || (mask_is_secret_name(bare) && rest.n);
		is_open |= opens_secrets(word, &kind);
		is_open &= !(word.n && (word.p[word.n - 1] == ';' || word.p[word.n - 1] == '|'));
	}
	return (str){ room, o.n };
}
