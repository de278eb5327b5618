/* Names that mean a secret, and values that are one: not a variable, an example, or a word for the thing. */
#include "rootfs/secret_words.h"

#include "base/mask.h"
#include "rootfs/passwords.h"

#include <strings.h>

bool text_is_one_of(str s, const char *words)
{
	char text[32];

	if (!s.n || s.n + 2 >= sizeof(text)) return false;
	text[0] = ' ';
	for (size_t i = 0; i < s.n; i++) text[i + 1] = s.p[i] >= 'A' && s.p[i] <= 'Z' ? (char)(s.p[i] + 32) : s.p[i];
	text[s.n + 1] = ' ';
	text[s.n + 2] = '\0';
	return strstr(words, text);
}

/* ---- names ------------------------------------------------------------------------------------------------------- */

static bool ends_with(str s, const char *end)
{
	size_t n = strlen(end);

	return s.n >= n && memcmp(s.p + s.n - n, end, n) == 0;
}

/* Names of what is said about a password, and of files with one. */
static bool is_about(str name)
{
	static const char *const about[] = { "forgot", "wrong", "invalid", "incorrect", "prompt", "label", "hint",
		"placeholder", "error", "msg", "message", "title", "text", "show", "toggle", "reset", "change",
		"mismatch", "required", "policy", "length", "crypt_pass", "encrypted", "hash", "lost", "retype",
		"confirm", "ask", "csrf", "enter", "need", "missing", "public", "no_", "nopass", "use_", "has_", "is_",
		"allow", "require", "type", "file", "path", "_re", "regex", "pattern", "primary_key", "foreign_key",
		"sort_key", "cache_key", "format" };

	for (size_t i = 0; i < sizeof(about) / sizeof(*about); i++)
		if (str_find(name, about[i], NULL)) return true;
	return false;
}

enum name_class secret_name_class(str said)
{
	static const struct {
		const char *end;
		enum name_class class;
	} ends[] = { { "psk", NAME_PSK }, { "passphrase", NAME_PSK }, { "wep_key", NAME_PSK }, { "wepkey", NAME_PSK },
		{ "wpakey", NAME_PSK }, { "wpa_key", NAME_PSK }, { "presharedkey", NAME_PSK },
		{ "preshared_key", NAME_PSK }, { "pre_shared_key", NAME_PSK }, { "sae_password", NAME_PSK },
		{ "password", NAME_PASSWORD }, { "passwd", NAME_PASSWORD }, { "passcode", NAME_PASSWORD },
		{ "passwort", NAME_PASSWORD }, { "pwd", NAME_PASSWORD }, { "_pass", NAME_PASSWORD },
		{ "userpass", NAME_PASSWORD }, { "_pw", NAME_PASSWORD }, { "pincode", NAME_PASSWORD },
		{ "_pin", NAME_PASSWORD }, { "shared_secret", NAME_PASSWORD }, { "secret", NAME_KEY },
		{ "token", NAME_KEY }, { "apikey", NAME_KEY }, { "api_key", NAME_KEY }, { "access_key", NAME_KEY },
		{ "accesskey", NAME_KEY }, { "secret_key", NAME_KEY }, { "secretkey", NAME_KEY },
		{ "privatekey", NAME_KEY }, { "private_key", NAME_KEY }, { "shared_key", NAME_KEY },
		{ "sharedkey", NAME_KEY }, { "app_key", NAME_KEY }, { "appkey", NAME_KEY },
		{ "encryption_key", NAME_KEY }, { "encryptionkey", NAME_KEY }, { "enckey", NAME_KEY },
		{ "enc_key", NAME_KEY }, { "aes_key", NAME_KEY }, { "aeskey", NAME_KEY }, { "hmac_key", NAME_KEY },
		{ "master_key", NAME_KEY }, { "masterkey", NAME_KEY }, { "signing_key", NAME_KEY },
		{ "signingkey", NAME_KEY }, { "session_key", NAME_KEY }, { "device_key", NAME_KEY },
		{ "auth_key", NAME_KEY } };
	char room[64];
	str name = { room, 0 };

	if (said.n >= sizeof(room)) return NAME_NONE;
	for (size_t i = 0; i < said.n; i++) {
		char c = said.p[i];

		room[i] = c == '-' || c == '.' ? '_' : c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
	}
	name.n = said.n;
	if (is_about(name)) return NAME_NONE;
	while (name.n && name.p[name.n - 1] >= '0' && name.p[name.n - 1] <= '9') name.n--;
	while (name.n && name.p[name.n - 1] == '_') name.n--;
	if (str_is(name, "pass") || str_is(name, "pw")) return NAME_PASSWORD;
	if (str_is(name, "key")) return NAME_PSK; /* of UCI; elsewhere it is not asked for */
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (ends_with(name, ends[i].end)) return ends[i].class;
	return NAME_NONE;
}

/* ---- values ------------------------------------------------------------------------------------------------------ */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

struct look {
	size_t digits, lower, upper, others, blanks, different, longest_word;
	bool is_foreign; /* control characters, or beyond ASCII */
};

static struct look look_of(str s)
{
	struct look l = { 0 };
	bool seen[256] = { 0 };
	size_t word = 0;

	for (size_t i = 0; i < s.n; i++) {
		uint8_t c = (uint8_t)s.p[i];

		l.different += !seen[c];
		seen[c] = true;
		l.is_foreign |= c < ' ' || c >= 0x7f;
		if (is_digit((char)c))
			l.digits++;
		else if (c >= 'a' && c <= 'z')
			l.lower++;
		else if (c >= 'A' && c <= 'Z')
			l.upper++;
		else if (c == ' ')
			l.blanks++;
		else
			l.others++;
		word = c >= 'a' && c <= 'z' ? word + 1 : 0;
		if (word > l.longest_word) l.longest_word = word;
	}
	return l;
}

bool text_is_placeholder(str value, str name)
{
	static const char words[] =
		" password passwd pass secret psk key token passphrase string text hidden input none null nil "
		"undefined default required files compat systemd winbind sss nis ldap optional true false prompt ask "
		"file plain md5 sha1 sha256 login "
		"str bytes boolean bool object array unset empty value user username admin_password yourpassword "
		"mypassword my_password mysecret userpassword user_password changeit integer int char "
		"enabled disabled stored agent-owned not-required system-password interactive keyring disallow "
		"sufficient requisite include pwd your-password your_password somepassword thepassword foo bar baz "
		"foobar xxx ... sasl cram-md5 digest-md5 basic digest never always server client both any all "
		"publickey keyboard-interactive private public sharedsecret password1 password2 dummy "
		"privatekey apikey api_key access_token refresh_token ";
	static const char *const parts[] = { "${", "$(", "{{", "%s", "%(", "***", "...", "xxx", "your", "example",
		"placeholder", "insert", "to-do", "replace", "redacted", "<", ">", "://", "\\", "(secret)",
		"change_me" };

	if (value.n < 4 || value.n > 4096 || mask_is_plain_value(value) || strchr("$%@&{[(`!*/~.?:|=-", value.p[0]))
		return true;
	if (value.n == name.n && strncasecmp(value.p, name.p, name.n) == 0) return true;
	if (text_is_one_of(value, words)) return true;
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (str_find_no_case(value, parts[i], NULL)) return true;
	return value.p[value.n - 1] == ':' || value.p[value.n - 1] == '?' || look_of(value).different < 2;
}

static bool is_file_name(str s)
{
	return str_ends(s, ".pem") || str_ends(s, ".key") || str_ends(s, ".conf") || str_ends(s, ".txt") ||
	       str_ends(s, ".so") || str_ends(s, ".html") || str_ends(s, ".js") || str_ends(s, ".crt") ||
	       str_ends(s, ".py") || str_ends(s, ".php");
}

/* A key or token by its look: no word, no name, no path. */
static bool is_random(str s)
{
	struct look l = look_of(s);

	if (s.n < 16 || s.n > 512 || l.blanks || l.is_foreign) return false;
	for (size_t i = 0; i < s.n; i++)
		if (!is_digit(s.p[i]) && !is_letter(s.p[i]) && !strchr("+/=_-.~", s.p[i])) return false;
	return l.digits >= 2 && l.lower + l.upper >= 3 && l.different >= 8 && l.longest_word <= 10 &&
	       l.others * 5 <= s.n;
}

/* A password in a program: letters and digits, and no word of the program. */
bool secret_looks_chosen(str s)
{
	struct look l = look_of(s);

	for (size_t i = 0; i < s.n; i++)
		if (strchr("(){}[]<>;,'\"/\\:=. ", s.p[i])) return false;
	return s.n >= 8 && s.n <= 64 && !l.is_foreign && l.digits >= 2 && l.lower + l.upper >= 3 && l.different >= 6 &&
	       !memchr(s.p, '_', s.n);
}

/* A label of a page: "Passwort", "Password". */
static bool is_label(str s)
{
	struct look l = look_of(s);

	return !l.digits && l.upper == 1 && s.p[0] >= 'A' && s.p[0] <= 'Z' && !password_is_default(s);
}

bool secret_is_base64_of(str s, size_t bytes)
{
	size_t digits = (bytes * 8 + 5) / 6, n = 0;

	while (n < s.n && (is_digit(s.p[n]) || is_letter(s.p[n]) || s.p[n] == '+' || s.p[n] == '/')) n++;
	return n == digits && s.n == (bytes + 2) / 3 * 4 && s.p[s.n - 1] == '=' && look_of(s).different > 10;
}

static bool is_hex_of(str s, size_t digits)
{
	for (size_t i = 0; i < s.n; i++)
		if (!is_digit(s.p[i]) && !(s.p[i] >= 'a' && s.p[i] <= 'f') && !(s.p[i] >= 'A' && s.p[i] <= 'F'))
			return false;
	return s.n == digits;
}

bool secret_value_fits(enum text_kind how, enum name_class class, str name, str value, bool is_quoted)
{
	if (text_is_placeholder(value, name) || is_file_name(value)) return false;

	struct look l = look_of(value);
	bool may_have_blanks =
		class == NAME_PSK && how == TEXT_CONFIG && value.n >= 8 && value.n <= 63 && l.blanks <= 6;

	if (l.is_foreign || (l.blanks && !may_have_blanks) || value.n > 1024) return false;
	if (class == NAME_KEY && how != TEXT_CONFIG) return is_random(value);
	if (how == TEXT_CODE || how == TEXT_BYTES)
		return secret_looks_chosen(value) || (class == NAME_PSK && is_hex_of(value, 64));
	if (class == NAME_KEY) return is_random(value) || secret_looks_chosen(value);
	for (size_t i = 0; i < value.n && !is_quoted; i++)
		if (strchr("(){}[],;\"'", value.p[i])) return false;
	return !is_label(value);
}
