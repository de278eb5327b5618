#include "base/mask_tokens.h"

#include "base/mask.h"
#include "base/tokens.h"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool is_word_char(char c)
{
	return is_digit(c) || is_upper(c) || is_lower(c) || c == '_' || c == '-';
}

static size_t run_of(str s, const char *others)
{
	size_t n = 0;

	while (n < s.n && (is_digit(s.p[n]) || is_upper(s.p[n]) || is_lower(s.p[n]) || strchr(others, s.p[n])) &&
		s.p[n])
		n++;
	return n;
}

/* ---- hashes of passwords ----------------------------------------------------------------------------------------- */

static size_t crypt_hash(str s)
{
	static const char *const begins[] = { "$1$", "$2a$", "$2b$", "$2x$", "$2y$", "$3$", "$5$", "$6$", "$7$", "$8$",
		"$9$", "$y$", "$gy$", "$sha1$", "$md5", "$apr1$", "$P$", "$H$", "$S$", "$argon2", "$pbkdf2", "$scrypt",
		"$sm3$", "{SHA", "{SSHA", "{MD5}", "{SMD5}", "{CRYPT}", "{PBKDF2" };

	for (size_t i = 0; i < sizeof(begins) / sizeof(*begins); i++) {
		size_t n;

		if (!str_starts(s, begins[i])) continue;
		n = run_of(s, "$./+=,{}-_");
		if (n >= strlen(begins[i]) + 13) return n;
	}
	return 0;
}

/* ---- keys and tokens by the look of them ------------------------------------------------------------------------- */

/* Letters of both kinds and digits that change at every second place: no word, no version, no path. */
static bool looks_random(str s)
{
	size_t digits = 0, upper = 0, lower = 0, slashes = 0, changes = 0;
	int before = 0;

	for (size_t i = 0; i < s.n; i++) {
		int kind = is_digit(s.p[i]) ? 1 : is_upper(s.p[i]) ? 2 : is_lower(s.p[i]) ? 3 : 0;

		digits += kind == 1, upper += kind == 2, lower += kind == 3, slashes += s.p[i] == '/';
		changes += before && kind && kind != before;
		before = kind;
	}
	return digits >= 3 && upper >= 4 && lower >= 4 && slashes * 10 <= s.n && changes * 2 >= s.n;
}

/* Base64 with a slash now and then; a part of a path without one. SSH's public keys begin with "AAAA". */
static size_t random_run(str line, size_t at)
{
	enum { LEAST = 24, LEAST_WITH_SLASHES = 40 };
	str s = { line.p + at, line.n - at };
	size_t n = run_of(s, "+/=_-"), m = run_of(s, "+=_-");

	if (str_starts(s, "AAAA")) return 0;
	if (n >= LEAST_WITH_SLASHES && !(at && line.p[at - 1] == '/') && looks_random((str){ s.p, n })) return n;
	return m >= LEAST && looks_random((str){ s.p, m }) ? m : 0;
}

size_t mask_token(str line, size_t at, struct buf *out)
{
	str s = { line.p + at, line.n - at };
	size_t n = token_like(s);

	if (!n && (s.p[0] == '$' || s.p[0] == '{')) n = crypt_hash(s);
	if (!n) n = random_run(line, at);
	if (n) buf_text(out, MASK);
	return n;
}

/* ---- addresses --------------------------------------------------------------------------------------------------- */

static bool is_address_end(char c)
{
	return c == ' ' || c == '\t' || c == '"' || c == '\'' || c == '<' || c == '>' || c == '`';
}

/* Who logs in stands before the last '@' of the host's part. A password with a '/' in it ends that part early: then a
 * port that is no number shows it. */
static size_t login_in(str rest)
{
	enum { FAR = 512 };
	size_t slash = 0, sign = 0, colon = 0, end = 0;
	bool has_slash = false, has_sign = false, has_colon = false;

	for (; end < rest.n && end < FAR && !is_address_end(rest.p[end]); end++) {
		char c = rest.p[end];

		if ((c == '/' || c == '?' || c == '#') && !has_slash) slash = end, has_slash = true;
		if (c == '@' && !has_slash) sign = end, has_sign = true;
		if (c == ':' && !has_slash && !has_colon) colon = end, has_colon = true;
	}
	if (has_sign) return sign;
	if (!has_colon || rest.p[0] == '[') return 0;

	size_t port = colon + 1, stop = has_slash ? slash : end;

	if (port >= stop || is_digit(rest.p[port]) || strchr("%$*{<[(", rest.p[port])) return 0;
	for (size_t i = stop; i < end; i++)
		if (rest.p[i] == '@') sign = i;
	return sign ? sign : stop;
}

static bool is_nobody(str login)
{
	static const char *const names[] = { "git", "anonymous", "ftp", "guest", "hg", "svn", MASK };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (str_is(login, names[i])) return true;
	return login.n && strchr("%$", login.p[0]);
}

size_t mask_address(str line, size_t at, struct buf *out)
{
	str s = { line.p + at, line.n - at };
	size_t n;

	if (!str_starts(s, "://")) return 0;
	n = login_in((str){ s.p + 3, s.n - 3 });
	buf_text(out, "://");
	if (!n || is_nobody((str){ s.p + 3, n })) return 3;
	buf_text(out, MASK);
	return 3 + n;
}

/* ---- lines of password files ------------------------------------------------------------------------------------- */

static bool is_all(str s, const char *letters)
{
	for (size_t i = 0; i < s.n; i++)
		if (!strchr(letters, s.p[i]) || !s.p[i]) return false;
	return s.n;
}

static bool is_number_or_nothing(str s)
{
	return !s.n || is_all(s, "0123456789");
}

/* name:FIELD:1000:1000:..., name:FIELD:19000:0:99999:7:::, name:1000:FIELD:FIELD:[U  ]:, name:FIELD */
bool mask_hash_field(str line, size_t *ret_from, size_t *ret_to)
{
	static const char des[] = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
	str rest = line, name, second = { 0 }, third = { 0 }, fourth = { 0 };
	size_t i = 0;

	if (!str_split(&rest, ':', &name) || !name.n || name.n > 64) return false;
	for (; i < name.n; i++)
		if (!is_word_char(name.p[i]) && name.p[i] != '.') return false;
	if (!str_split(&rest, ':', &second)) return false;

	bool has_third = str_split(&rest, ':', &third), has_fourth = has_third && str_split(&rest, ':', &fourth);
	bool is_passwd = has_fourth && is_number_or_nothing(third) && is_number_or_nothing(fourth) && second.n > 1;
	bool is_smb = has_fourth && is_all(second, "0123456789") && third.n == 32 && fourth.n == 32;
	bool is_des = !has_third && (second.n == 13 || (second.n == 20 && second.p[0] == '_')) &&
		      is_all((str){ second.p + (second.n == 20), second.n - (second.n == 20) }, des);

	if (!is_passwd && !is_smb && !is_des) return false;
	if (is_passwd && (str_is(second, MASK) || str_is(second, "(hash)") || is_all(second, "*!x-") ||
				 is_all(second, "0123456789")))
		return false;
	*ret_from = (size_t)((is_smb ? third.p : second.p) - line.p);
	*ret_to = is_smb ? (size_t)(fourth.p + fourth.n - line.p) : (size_t)(second.p + second.n - line.p);
	return true;
}

bool mask_begins_key(str line, size_t *ret_behind)
{
	static const char *const labels[] = { "PRIVATE KEY-----", "PRIVATE KEY BLOCK-----", "Static key V1-----" };
	size_t at;

	if (!str_find(line, "-----BEGIN ", NULL)) return false;
	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++) {
		if (!str_find(line, labels[i], &at)) continue;
		*ret_behind = at + strlen(labels[i]);
		return true;
	}
	return false;
}
