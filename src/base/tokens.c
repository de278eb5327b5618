#include "base/tokens.h"

#include <zlib.h>

enum { CHECK_NONE, CHECK_CRC_62, CHECK_CRC_HEX, CHECK_JWT, CHECK_BECH32 };

/* A shape: parts with a blank between them. A letter and how many: b letters and digits; w these, '_' and '-'; 6
 * base64; h hexadecimal, small; u capitals and digits; 3 base32; d digits; r bech32. 'x: these letters themselves. */
static const struct token tokens[] = {
	{ "AKIA", "AWS key", "api-key", "316", CHECK_NONE, 16 },
	{ "ASIA", "AWS key", "api-key", "316", CHECK_NONE, 16 },
	{ "ghp_", "GitHub token", "token", "b36", CHECK_CRC_62, 20 },
	{ "gho_", "GitHub token", "token", "b36", CHECK_CRC_62, 20 },
	{ "ghu_", "GitHub token", "token", "b36", CHECK_CRC_62, 20 },
	{ "ghs_", "GitHub token", "token", "b36", CHECK_CRC_62, 20 },
	{ "ghr_", "GitHub token", "token", "b36-76", CHECK_CRC_62, 20 },
	{ "github_pat_", "GitHub token", "token", "b22 '_ b59", CHECK_NONE, 20 },
	{ "glpat-", "GitLab token", "token", "w20-300", CHECK_NONE, 16 },
	{ "glrt-", "GitLab token", "token", "w20-300", CHECK_NONE, 16 },
	{ "gldt-", "GitLab token", "token", "w20-300", CHECK_NONE, 16 },
	{ "xoxb-", "Slack token", "token", "d8-14 '- d8-14 '- b16-40", CHECK_NONE, 10 },
	{ "xoxp-", "Slack token", "token", "d8-14 '- d8-14 '- d8-14 '- h16-64", CHECK_NONE, 10 },
	{ "xoxa-", "Slack token", "token", "w20-300", CHECK_NONE, 10 },
	{ "xoxs-", "Slack token", "token", "w20-300", CHECK_NONE, 10 },
	{ "xoxr-", "Slack token", "token", "w20-300", CHECK_NONE, 10 },
	{ "xapp-", "Slack token", "token", "d1 '- u8-14 '- d8-14 '- h32-128", CHECK_NONE, 10 },
	{ "hooks.slack.com/services/T", "an address of Slack that lets in", "token", "u7-14 '/B u7-14 '/ b20-28",
		CHECK_NONE, 0 },
	{ "sk_live_", "Stripe key", "api-key", "b16-128", CHECK_NONE, 10 },
	{ "rk_live_", "Stripe key", "api-key", "b16-128", CHECK_NONE, 10 },
	{ "sk_test_", "Stripe test key", "api-key", "b16-128", CHECK_NONE, 10 },
	{ "AIza", "Google key", "api-key", "w35", CHECK_NONE, 30 },
	{ "GOCSPX-", "Google secret", "api-key", "w28", CHECK_NONE, 20 },
	{ "ya29.", "Google token", "token", "w60-300", CHECK_NONE, 20 },
	{ "SG.", "SendGrid key", "api-key", "w22 '. w43", CHECK_NONE, 20 },
	{ "npm_", "npm token", "token", "b36", CHECK_CRC_62, 30 },
	{ "pypi-AgEIcHlwaS5vcmc", "PyPI token", "token", "w50-300", CHECK_NONE, 30 },
	{ "hf_", "Hugging Face token", "token", "b34", CHECK_NONE, 30 },
	{ "dop_v1_", "DigitalOcean token", "token", "h64", CHECK_NONE, 30 },
	{ "shpat_", "Shopify token", "token", "h32", CHECK_NONE, 20 },
	{ "shpss_", "Shopify secret", "token", "h32", CHECK_NONE, 20 },
	{ "dckr_pat_", "Docker token", "token", "w27", CHECK_NONE, 20 },
	{ "glsa_", "Grafana token", "token", "b32 '_ h8", CHECK_CRC_HEX, 30 },
	{ "sk-ant-", "Anthropic key", "api-key", "w80-120", CHECK_NONE, 30 },
	{ "sk-proj-", "OpenAI key", "api-key", "w40-200", CHECK_NONE, 30 },
	{ "dapi", "Databricks token", "token", "h32", CHECK_NONE, 32 },
	{ "AccountKey=", "Azure key", "api-key", "686 '==", CHECK_NONE, 40 },
	{ "SharedAccessKey=", "Azure key", "api-key", "643 '=", CHECK_NONE, 40 },
	{ "eyJ", "a token (JWT)", "token", "w10-4096 '. w10-8192 '. w16-1024", CHECK_JWT, 30 },
	{ "AGE-SECRET-KEY-1", "age key", "private-key", "r58", CHECK_BECH32, 30 },
};

const struct token *token_of(size_t number)
{
	return number < sizeof(tokens) / sizeof(*tokens) ? &tokens[number] : NULL;
}

/* ---- letters ----------------------------------------------------------------------------------------------------- */

static bool is_in(char c, char low, char high)
{
	return c >= low && c <= high;
}

static bool is_alnum(char c)
{
	return is_in(c, 'a', 'z') || is_in(c, 'A', 'Z') || is_in(c, '0', '9');
}

static bool fits(char class, char c)
{
	switch (class) {
	case 'b':
		return is_alnum(c);
	case 'w':
		return is_alnum(c) || c == '_' || c == '-';
	case '6':
		return is_alnum(c) || c == '+' || c == '/';
	case 'h':
		return is_in(c, 'a', 'f') || is_in(c, '0', '9');
	case 'u':
		return is_in(c, 'A', 'Z') || is_in(c, '0', '9');
	case '3':
		return is_in(c, 'A', 'Z') || is_in(c, '2', '7');
	case 'd':
		return is_in(c, '0', '9');
	case 'r':
		return c && strchr("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L", c);
	}
	return false;
}

static size_t number(const char **p)
{
	size_t n = 0;

	for (; is_in(**p, '0', '9'); (*p)++) n = n * 10 + (size_t)(**p - '0');
	return n;
}

/* As many letters of the class as there are, up to its most. */
static bool take_part(const char **shape, str s, size_t *at)
{
	const char *p = *shape;

	if (*p == '\'') {
		for (p++; *p && *p != ' '; p++, (*at)++)
			if (*at >= s.n || s.p[*at] != *p) return false;
	} else {
		char class = *p++;
		size_t least = number(&p), most = least, n = 0;

		if (*p == '-') p++, most = number(&p);
		while (n < most && *at < s.n && fits(class, s.p[*at])) n++, (*at)++;
		if (n < least) return false;
	}
	*shape = *p == ' ' ? p + 1 : p;
	return true;
}

static size_t shaped(const struct token *t, str s)
{
	size_t at = strlen(t->begin), parts = 0, first = at;

	for (const char *shape = t->shape; *shape; parts++)
		if (!take_part(&shape, s, &at)) return 0;

	/* It ends there: a longer word is something else. */
	char last = s.p[at - 1];

	if (at < s.n && (is_alnum(s.p[at]) || (last != '=' && (s.p[at] == '_' || s.p[at] == '=')))) return 0;
	return at > first ? at : 0;
}

/* ---- their own checks -------------------------------------------------------------------------------------------- */

static uint32_t crc_of(str s)
{
	return (uint32_t)crc32(0, (const Bytef *)s.p, (uInt)s.n);
}

/* GitHub's and npm's: the last six letters are the CRC-32 of those before, to the base of 62. */
static bool is_crc_62(str body)
{
	static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
	uint64_t said = 0;

	for (size_t i = body.n - 6; i < body.n; i++) said = said * 62 + (uint64_t)(strchr(digits, body.p[i]) - digits);
	return said == crc_of((str){ body.p, body.n - 6 });
}

/* Grafana's: eight hexadecimal digits behind the last '_'. */
static bool is_crc_hex(str token)
{
	uint64_t said;

	return str_to_u64((str){ token.p + token.n - 8, 8 }, 16, &said) &&
	       said == crc_of((str){ token.p, token.n - 9 });
}

static int value_64(char c)
{
	return is_in(c, 'A', 'Z')   ? c - 'A'
	       : is_in(c, 'a', 'z') ? c - 'a' + 26
	       : is_in(c, '0', '9') ? c - '0' + 52
	       : c == '-'           ? 62
				    : 63;
}

/* The header is JSON and names its algorithm (RFC 7519, 5). */
static bool is_jwt(str token)
{
	char text[256];
	size_t n = 0;
	unsigned bits = 0, have = 0;

	for (size_t i = 0; i < token.n && token.p[i] != '.' && n < sizeof(text); i++) {
		bits = bits << 6 | (unsigned)value_64(token.p[i]);
		have += 6;
		if (have >= 8) have -= 8, text[n++] = (char)(bits >> have & 0xff);
	}
	return n > 2 && text[0] == '{' && str_find((str){ text, n }, "\"alg\"", NULL);
}

/* BIP 173: the checksum over the name "age-secret-key-" and the data. */
static uint32_t bech32_step(uint32_t sum, uint32_t value)
{
	static const uint32_t generator[] = { 0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3 };
	uint32_t top = sum >> 25;

	sum = (sum & 0x1ffffff) << 5 ^ value;
	for (int i = 0; i < 5; i++) sum ^= top >> i & 1 ? generator[i] : 0;
	return sum;
}

static bool is_bech32(str body)
{
	static const char name[] = "age-secret-key-", digits[] = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";
	uint32_t sum = 1;

	for (const char *p = name; *p; p++) sum = bech32_step(sum, (uint32_t)*p >> 5);
	sum = bech32_step(sum, 0);
	for (const char *p = name; *p; p++) sum = bech32_step(sum, (uint32_t)*p & 31);
	for (size_t i = 0; i < body.n; i++) sum = bech32_step(sum, (uint32_t)(strchr(digits, body.p[i]) - digits));
	return sum == 1;
}

/* Manuals write "...EXAMPLE", and rows of one letter. */
static bool is_example(str body)
{
	bool seen[256] = { 0 };
	size_t different = 0;

	for (size_t i = 0; i < body.n; i++) {
		different += !seen[(uint8_t)body.p[i]];
		seen[(uint8_t)body.p[i]] = true;
	}
	return str_find_no_case(body, "EXAMPLE", NULL) || different < 7;
}

size_t token_length(const struct token *t, str s, char before)
{
	size_t begin = strlen(t->begin), n;

	if (is_alnum(before) || !str_starts(s, t->begin)) return 0;
	n = shaped(t, s);
	if (!n) return 0;

	str token = { s.p, n }, body = { s.p + begin, n - begin };

	if (is_example(body)) return 0;
	if (t->check == CHECK_CRC_62 && !is_crc_62(body)) return 0;
	if (t->check == CHECK_CRC_HEX && !is_crc_hex(token)) return 0;
	if (t->check == CHECK_JWT && !is_jwt(token)) return 0;
	if (t->check == CHECK_BECH32 && !is_bech32(body)) return 0;
	return n;
}

size_t token_like(str s)
{
	/* Some that have no more form than this. */
	static const struct {
		const char *begin;
		size_t least;
	} others[] = { { "sk-", 30 }, { "pypi-", 30 } };

	for (size_t i = 0; i < sizeof(tokens) / sizeof(*tokens) + sizeof(others) / sizeof(*others); i++) {
		size_t k = i - sizeof(tokens) / sizeof(*tokens);
		bool is_other = i >= sizeof(tokens) / sizeof(*tokens);
		const char *begin = is_other ? others[k].begin : tokens[i].begin;
		size_t least = is_other ? others[k].least : tokens[i].least, n = strlen(begin), from = n;

		if (!least || !str_starts(s, begin)) continue;
		while (n < s.n && s.p[n] && (is_alnum(s.p[n]) || strchr("_-.+/=", s.p[n]))) n++;
		if (n - from >= least) return n;
	}
	return 0;
}
