#include "rootfs/passwords.h"

#include <crypt.h>
#include <stdlib.h>

/* Defaults that vendors have shipped and that are public knowledge; one a line. */
static const char list[] = {
#include "default_passwords.inc"
	0
};

static const struct {
	const char *prefix, *name;
} schemes[] = { { "$1$", "md5crypt" }, { "$2", "bcrypt" }, { "$5$", "sha256crypt" }, { "$6$", "sha512crypt" },
	{ "$y$", "yescrypt" }, { "$7$", "scrypt" }, { "$gy$", "gost-yescrypt" }, { "$sha1", "sha1crypt" },
	{ "$3$", "nt" }, { "$md5", "sunmd5" } };

static bool is_des_alphabet(str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
			    c == '/'))
			return false;
	}
	return true;
}

/* "$6$rounds=1000$..." and "$2b$04$...": fewer rounds than the method has by itself. */
static bool is_cheap(str field)
{
	static const char *const cheap[] = { "$2a$04$", "$2b$04$", "$2x$04$", "$2y$04$" };
	uint64_t rounds;
	str after;

	for (size_t i = 0; i < sizeof(cheap) / sizeof(*cheap); i++)
		if (str_starts(field, cheap[i])) return true;
	if (!str_starts(field, "$5$rounds=") && !str_starts(field, "$6$rounds=")) return false;
	after = (str){ field.p + 10, field.n - 10 };
	for (str digits = { after.p, 0 }; digits.n < after.n; digits.n++)
		if (after.p[digits.n] == '$') return str_to_u64(digits, 10, &rounds) && rounds < 5000;
	return false;
}

static const char *cheap_scheme(const char *scheme)
{
	return strcmp(scheme, "bcrypt") == 0        ? "bcrypt-low-cost"
	       : strcmp(scheme, "sha256crypt") == 0 ? "sha256crypt-few-rounds"
	       : strcmp(scheme, "sha512crypt") == 0 ? "sha512crypt-few-rounds"
						    : scheme;
}

/* A hash by a method that is not in the table: "$argon2id$...", "{SSHA}...". Nobody can say that it lets no one in. */
static bool is_unknown_hash(str field)
{
	return field.n > 3 && ((field.p[0] == '$' && memchr(field.p + 1, '$', field.n - 1)) ||
				      (field.p[0] == '{' && memchr(field.p + 1, '}', field.n - 1)));
}

static const char *scheme_of(str field)
{
	for (size_t i = 0; i < sizeof(schemes) / sizeof(*schemes); i++)
		if (str_starts(field, schemes[i].prefix)) return schemes[i].name;
	if (field.n == 13 && is_des_alphabet(field)) return "descrypt";
	if (field.n == 20 && field.p[0] == '_' && is_des_alphabet((str){ field.p + 1, field.n - 1 }))
		return "bsdicrypt";
	return NULL;
}

static bool matches(const char *hash, str word, struct crypt_data *data)
{
	char text[128];

	if (word.n >= sizeof(text)) return false;
	memcpy(text, word.p, word.n);
	text[word.n] = '\0';

	const char *made = crypt_rn(text, hash, data, (int)sizeof(*data));

	return made && strcmp(made, hash) == 0;
}

/* ---- work -------------------------------------------------------------------------------------------------------- */

/* A million tries of descrypt: some three seconds. One hash gets a part of it, so that the first does not take all. */
enum { BUDGET_ALL = 1'000'000, BUDGET_HASH = 60'000, NEVER = UINT32_MAX };

#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
/* A fuzzer is after the code around crypt(3), which is the same for one try as for a thousand. */
#define BUDGET_ALL 100
#define BUDGET_HASH 70
#endif

struct password_budget password_budget(void)
{
	return (struct password_budget){ .left = BUDGET_ALL };
}

/* The decimal number between the two texts at the beginning of the field, written as crypt(5) has it: no sign, no
 * blank, no zero in front. False: it is not. What stands behind it, the salt among it, says nothing about the cost. */
static bool number_between(str field, const char *before, const char *after, uint64_t *ret)
{
	str digits = { field.p + strlen(before), 0 };

	if (!str_starts(field, before)) return false;
	while (digits.p + digits.n < field.p + field.n && digits.p[digits.n] >= '0' && digits.p[digits.n] <= '9')
		digits.n++;

	size_t end = strlen(before) + digits.n;

	return digits.n && !(digits.n > 1 && digits.p[0] == '0') && str_to_u64(digits, 10, ret) && *ret <= UINT32_MAX &&
	       str_starts((str){ field.p + end, field.n - end }, after);
}

static uint64_t base64_digit(char c)
{
	static const char digits[] = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
	const char *at = c ? strchr(digits, c) : NULL;

	return at ? (uint64_t)(at - digits) : 0;
}

/* SHA-256 and SHA-512 of crypt(3): "$6$rounds=5000$salt$...", or 5000 rounds when the field does not begin with a
 * number of them. */
static uint64_t cost_of_sha(str field)
{
	uint64_t rounds;

	if (!str_starts((str){ field.p + 3, field.n - 3 }, "rounds=")) return 1001;
	return number_between((str){ field.p + 3, field.n - 3 }, "rounds=", "$", &rounds) ? rounds / 5 + 1 : NEVER;
}

/* "$md5$salt$..." and "$md5,rounds=N$salt$...": N is added to 4096 of its own. */
static uint64_t cost_of_sunmd5(str field)
{
	uint64_t rounds = 0;

	if (!str_starts(field, "$md5$") && !number_between(field, "$md5,rounds=", "$", &rounds)) return NEVER;
	return (rounds + 4096) / 8;
}

/* "$2b$12$...": always two digits. */
static uint64_t cost_of_bcrypt(str field)
{
	uint64_t rounds;

	if (field.n < 7 || field.p[3] != '$' || field.p[6] != '$' || !str_to_u64((str){ field.p + 4, 2 }, 10, &rounds))
		return NEVER;
	return rounds < 16 ? UINT64_C(12) << rounds : NEVER;
}

/* What one try costs, in tries of descrypt; NEVER for parameters that only an attacker of this program would write, and
 * for those that are not understood. */
static uint64_t cost_of(const char *scheme, str field)
{
	uint64_t n;

	if (strcmp(scheme, "descrypt") == 0 || strcmp(scheme, "nt") == 0) return 1;
	if (strcmp(scheme, "md5crypt") == 0) return 60;
	if (strcmp(scheme, "bsdicrypt") == 0) {
		n = base64_digit(field.p[1]) | base64_digit(field.p[2]) << 6 | base64_digit(field.p[3]) << 12 |
		    base64_digit(field.p[4]) << 18;
		return n / 25 + 1;
	}
	if (strcmp(scheme, "sha256crypt") == 0 || strcmp(scheme, "sha512crypt") == 0) return cost_of_sha(field);
	if (strcmp(scheme, "sha1crypt") == 0) return number_between(field, "$sha1$", "$", &n) ? n / 3 + 1 : NEVER;
	if (strcmp(scheme, "sunmd5") == 0) return cost_of_sunmd5(field);
	if (strcmp(scheme, "bcrypt") == 0) return cost_of_bcrypt(field);

	/* yescrypt says in its parameters how much memory it wants: the usual settings of Debian and Fedora, nothing
	 * else. scrypt ("$7$") is not tried. */
	if (str_starts(field, "$y$j9T$") || str_starts(field, "$y$j75$") || str_starts(field, "$gy$j9T$") ||
		str_starts(field, "$gy$j75$"))
		return 9000;
	return NEVER;
}

static bool spend(struct password_budget *budget, uint64_t *of_hash, uint64_t cost)
{
	if (cost > budget->left || cost > *of_hash) {
		budget->ran_out = true;
		return false;
	}
	budget->left -= cost;
	*of_hash -= cost;
	return true;
}

/* The list has the commonest first: what work there is goes to them. */
static bool is_known(str field, str account, const char *scheme, struct password_budget *budget)
{
	struct crypt_data *data = calloc(1, sizeof(*data));
	char hash[256];
	str rest = { list, sizeof(list) - 1 }, word = account;
	uint64_t cost = cost_of(scheme, field), of_hash = BUDGET_HASH;
	bool found = false, has_word = true;

	if (!data) abort();
	if (field.n >= sizeof(hash)) {
		budget->ran_out = true;
		free(data);
		return false;
	}
	memcpy(hash, field.p, field.n);
	hash[field.n] = '\0';
	for (; has_word && !found; has_word = str_line(&rest, &word)) {
		if (!word.n || word.p[0] == '#') continue;
		if (!spend(budget, &of_hash, cost)) break;
		found = matches(hash, word, data);
	}
	free(data);
	return found;
}

bool password_is_default(str wanted)
{
	str rest = { list, sizeof(list) - 1 }, word;

	while (str_line(&rest, &word))
		if (word.n && word.p[0] != '#' && str_equal(word, wanted)) return true;
	return false;
}

/* The longest that bigcrypt of PAM makes: 16 parts of 8 letters. */
enum { BIGCRYPT_MOST = 178 };

struct password_state password_state_of(str field, str account, struct password_budget *budget)
{
	const char *scheme = scheme_of(field);

	if (!field.n) return (struct password_state){ .state = "empty" };
	if (scheme)
		return (struct password_state){ .state = is_known(field, account, scheme, budget) ? "known" : "hash",
			.scheme = is_cheap(field) ? cheap_scheme(scheme) : scheme };

	/* DES with more behind its 13 characters: uClibc looks at the first 13 only (seen: "iCDxYDfeF4MZL.H3/"), and
	 * PAM's bigcrypt has the first 8 letters of the password there. */
	if (field.n > 13 && field.n <= BIGCRYPT_MOST && is_des_alphabet(field)) {
		str first = { field.p, 13 };

		return (struct password_state){
			.state = is_known(first, account, "descrypt", budget) ? "known" : "hash", .scheme = "descrypt"
		};
	}
	if (is_unknown_hash(field)) {
		budget->ran_out = true;
		return (struct password_state){ .state = "hash" };
	}
	return (struct password_state){ .state = "locked" };
}
