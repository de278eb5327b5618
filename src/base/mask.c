#include "base/mask.h"

#include "base/mask_place.h"
#include "base/mask_tokens.h"

#include <strings.h>

/* ---- what the programs of a line take ---------------------------------------------------------------------------- */

static bool has(str line, const char *word)
{
	return str_find(line, word, NULL);
}

static struct line_kind kind_of(str line)
{
	return (struct line_kind){
		.sets_password = has(line, "passwd") || has(line, "sudo -S") || has(line, "cryptsetup"),
		.is_filter = has(line, "tables") || has(line, "mkdir") || has(line, "mount"),
		.has_attached = has(line, "mysql") || has(line, "mariadb") || has(line, "sshpass") || has(line, "7z") ||
				has(line, "rar "),
		.is_curl = has(line, "curl"),
		.is_openssl = has(line, "openssl"),
		.is_snmp = has(line, "snmp"),
		.is_ldap = has(line, "ldap"),
		.is_redis = has(line, "redis"),
		.asks_password = has(line, "assword"),
	};
}

/* ---- options ----------------------------------------------------------------------------------------------------- */

static bool is_port_option(str word, const struct line_kind *kind)
{
	return (str_is(word, "-p") || str_is(word, "-P")) && !kind->is_filter;
}

static bool is_secret_option(str word, const struct line_kind *k)
{
	if (str_is(word, "-Y")) return true; /* dropbear's master password, in some vendors' */
	if (k->is_openssl && (str_is(word, "-k") || str_is(word, "-K"))) return true;
	if (k->is_snmp && (str_is(word, "-c") || str_is(word, "-A") || str_is(word, "-X"))) return true;
	if (k->is_ldap && str_is(word, "-w")) return true;
	if (k->is_redis && str_is(word, "-a")) return true;
	return word.n > 2 && mask_is_secret_name(word);
}

static bool is_user_option(str word)
{
	static const char *const words[] = { "-u", "-U", "--user", "--proxy-user", "--userpwd", "--auth", NULL };

	return mask_is_one_of(word, words);
}

/* At a '-' that begins a word. */
static bool mask_option(struct place *p, size_t end)
{
	size_t begin = p->at;
	str word = place_part(p, begin, end);

	if (word.n > 2 && p->kind.has_attached && (str_starts(word, "-p") || str_starts(word, "-P"))) {
		place_copy_to(p, begin + 2);
		place_mask_to(p, place_end_of_word(p, end));
		return true;
	}
	if (p->kind.is_curl && str_starts(word, "-u") && word.n > 2 && place_char(p, end) == ':') {
		place_copy_to(p, begin + 2);
		place_mask_to(p, place_end_of_word(p, end));
		return true;
	}
	if (is_user_option(word) && place_mask_user_word(p, end)) return true;
	if (mask_is_masked_name(word) && place_mask_behind_sign(p, begin, end)) return true;
	if (is_port_option(word, &p->kind)) return place_mask_next_word(p, end, true);
	return is_secret_option(word, &p->kind) && place_mask_next_word(p, end, false);
}

/* ---- words ------------------------------------------------------------------------------------------------------- */

/* Words after which the words of the command are or may be secrets. */
static bool opens_secrets(str word, const struct line_kind *kind)
{
	static const char *const words[] = { "wpa_passphrase", "createUser", "usmUser", "sshpass", "htpasswd", NULL };

	if (mask_is_one_of(word, words)) return true;
	if (kind->asks_password && mask_is_one_of(word, (const char *const[]){ "send", NULL })) return true;
	return kind->sets_password && (str_is(word, "echo") || str_is(word, "printf"));
}

/* ipsec.secrets(5) and SQL have names of their own: : XAUTH "...", : RSA file "...", IDENTIFIED BY '...'. */
static bool mask_named_otherwise(struct place *p, str word, size_t end)
{
	static const char *const kinds[] = { "XAUTH", "EAP", "NTLM", "PIN", NULL };
	size_t at = place_skip_blanks(p, end);

	if (mask_is_one_of(word, kinds) && place_char(p, at) == '"') return place_mask_next_word(p, end, false);
	if (str_is(word, "RSA") || str_is(word, "ECDSA") || str_is(word, "P12")) {
		while (at < p->line.n && p->line.p[at] != '"') at++;
		return at < p->line.n && has(place_part(p, 0, p->at), ":") && place_mask_value(p, p->at, at, TO_END);
	}
	return mask_is_one_of(word, (const char *const[]){ "identified", NULL }) &&
	       strncasecmp(p->line.p + at, "by ", p->line.n - at < 3 ? p->line.n - at : 3) == 0 &&
	       place_mask_value(p, p->at, place_skip_blanks(p, at + 3), TO_BLANK);
}

/* Basic dXNlcjpw, Bearer abc: what stands behind them in a header of HTTP. */
static bool is_kind_of_login(str word)
{
	static const char *const words[] = { "Bearer", "Basic", NULL };

	return mask_is_one_of(word, words);
}

static bool looks_like_login(const struct place *p, size_t end)
{
	size_t at = place_skip_blanks(p, end), stop = at;
	bool has_digit = false, has_capital = false;

	for (; stop < p->line.n && (is_name_char(p->line.p[stop]) || strchr("+/=~", p->line.p[stop])); stop++) {
		has_digit |= p->line.p[stop] >= '0' && p->line.p[stop] <= '9';
		has_capital |= (p->line.p[stop] >= 'A' && p->line.p[stop] <= 'Z') || p->line.p[stop] == '=';
	}
	return at > end && stop - at >= 8 && (has_digit || has_capital);
}

/* A query names some secrets by words that mean others elsewhere. */
static bool is_name_in_query(str name)
{
	static const char *const words[] = { "auth", "sig", "signature", "session", "sid", "code", "hash", "access",
		"k", "p", "pwd", "ticket", "user", "username", "login", "usr", "account", NULL };

	return mask_is_one_of(name, words);
}

static bool mask_word(struct place *p, size_t end)
{
	size_t begin = p->at;
	str word = place_part(p, begin, end);
	bool is_query = begin > 0 && strchr("?&", p->line.p[begin - 1]);
	bool is_variable_name = begin > 0 && p->line.p[begin - 1] == '$';

	if ((mask_is_masked_name(word) || (is_query && is_name_in_query(word))) &&
		place_mask_behind_sign(p, begin, end))
		return true;
	if (is_variable_name) return false;
	if (mask_named_otherwise(p, word, end)) return true;
	if (is_kind_of_login(word) && looks_like_login(p, end)) return place_mask_next_word(p, end, false);
	return mask_is_secret_name(word) && place_mask_next_word(p, end, false);
}

/* After "echo" and the like everything but options, variables and places. */
static bool mask_open_word(struct place *p)
{
	size_t at = p->at, stop;
	char quote = is_quote(p->line.p[at]) && !p->quote ? p->line.p[at] : 0;

	if (quote) at++;
	stop = quote ? place_end_of_quoted(p, at, quote) : at;
	while (!quote && stop < p->line.n && !is_blank(p->line.p[stop]) && !strchr("|;>&", p->line.p[stop])) stop++;

	str word = place_part(p, at, stop);

	if (word.n < 2 || word.p[0] == '-' || mask_is_variable(word) || mask_is_path(word) || mask_is_masked(word))
		return false;
	place_copy_to(p, at);
	place_mask_to(p, stop);
	return true;
}

/* ---- lines ------------------------------------------------------------------------------------------------------- */

static bool is_word_start(const struct place *p)
{
	return p->at == 0 || !is_name_char(p->line.p[p->at - 1]);
}

/* name:password@host without a scheme in front of it. */
static bool mask_login_before_host(struct place *p)
{
	size_t at = p->at, colon = 0;

	for (; at < p->line.n && at < p->at + 128; at++) {
		char c = p->line.p[at];

		if (is_blank(c) || is_quote(c) || c == '/' || c == '=' || c == ',' || c == '(' || c == '<')
			return false;
		if (c == ':' && !colon) colon = at;
		if (c == '@') break;
	}
	if (at >= p->line.n || place_char(p, at) != '@' || !colon || colon == p->at || at < colon + 2) return false;
	if (!is_name_char(place_char(p, at + 1)) || str_is(place_part(p, colon + 1, at), MASK)) return false;
	place_copy_to(p, colon + 1);
	place_mask_to(p, at);
	return true;
}

static void end_command(struct place *p)
{
	char c = place_char(p, p->at);

	if (!p->quote && (c == '|' || c == ';' || c == '>' || c == '&')) p->is_open = false;
}

/* "(secret)", "(hash)": who masked it before knew more. */
static size_t masked_before(const struct place *p)
{
	static const char *const words[] = { MASK, "(hash)" };
	str rest = place_part(p, p->at, p->line.n);

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (str_starts(rest, words[i])) return strlen(words[i]);
	return 0;
}

static void mask_step(struct place *p)
{
	if (masked_before(p)) {
		place_copy_to(p, p->at + masked_before(p));
		return;
	}

	bool is_start = is_word_start(p);
	size_t n = is_start ? mask_token(p->line, p->at, p->out) : 0, end = p->at;

	if (n) {
		p->at += n;
		return;
	}
	n = mask_address(p->line, p->at, p->out);
	if (n) {
		p->at += n;
		return;
	}
	if (p->how != MASK_LINE) {
		place_copy_to(p, p->at + 1);
		return;
	}
	end_command(p);
	if (p->is_open && (p->at == 0 || is_blank(p->line.p[p->at - 1])) && !is_blank(p->line.p[p->at]) &&
		mask_open_word(p))
		return;
	while (is_name_char(place_char(p, end))) end++;
	if (!is_start || end == p->at) {
		place_copy_to(p, p->at + 1);
		return;
	}
	if (mask_login_before_host(p)) return;

	bool is_option = p->line.p[p->at] == '-' &&
			 (p->at == 0 || is_blank(p->line.p[p->at - 1]) || is_quote(p->line.p[p->at - 1]));
	str word = place_part(p, p->at, end);

	p->is_open |= opens_secrets(word, &p->kind);
	if (!(is_option ? mask_option(p, end) : mask_word(p, end))) place_copy_to(p, end);
}

static void mask_one_line(enum mask_reading how, str line, struct buf *out)
{
	struct place p = { .line = line, .out = out, .how = how };

	if (how == MASK_LINE) {
		size_t from, to;

		p.kind = kind_of(line);
		if (mask_hash_field(line, &from, &to)) {
			place_copy_to(&p, from);
			place_mask_to(&p, to);
		}
	}
	while (p.at < line.n) mask_step(&p);
}

void mask_into(enum mask_reading how, str text, struct buf *out)
{
	static const char end[] = "-----END";
	bool is_in_key = false;

	if (how == MASK_NOTHING) {
		buf_str(out, text);
		return;
	}
	for (size_t at = 0; at < text.n;) {
		const char *stop = memchr(text.p + at, '\n', text.n - at);
		size_t n = stop ? (size_t)(stop - (text.p + at)) : text.n - at, behind, ends;
		str line = { text.p + at, n };

		at += n;
		if (is_in_key && str_find(line, end, &ends)) {
			line.p += ends, line.n -= ends;
			is_in_key = false;
		}
		if (!is_in_key) {
			bool begins = mask_begins_key(line, &behind);
			str before = { line.p, begins ? behind : line.n };

			mask_one_line(how, before, out);
			if (begins) {
				str rest = { line.p + behind, line.n - behind };

				if (rest.n || at < text.n) buf_text(out, MASK);
				is_in_key = !str_find(rest, end, &ends);
				if (!is_in_key) mask_one_line(how, (str){ rest.p + ends, rest.n - ends }, out);
			}
		}
		if (at < text.n && !is_in_key) buf_char(out, '\n');
		at++;
	}
}

str mask_secrets(str line, char room[static MASK_LINE_MOST + 64])
{
	struct buf out = { 0 };
	size_t n;

	/* A word that is cut might not be known for a secret any more. */
	if (line.n > MASK_LINE_MOST) {
		line.n = MASK_LINE_MOST;
		while (line.n > MASK_LINE_MOST / 2 && !is_blank(line.p[line.n - 1])) line.n--;
	}
	mask_into(MASK_LINE, line, &out);
	n = out.n < MASK_LINE_MOST + 64 ? out.n : MASK_LINE_MOST + 64;
	if (n) memcpy(room, out.p, n);
	buf_free(&out);
	return (str){ room, n };
}
