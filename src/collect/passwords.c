#include "collect/passwords.h"

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

static const char *scheme_of(str field)
{
	for (size_t i = 0; i < sizeof(schemes) / sizeof(*schemes); i++)
		if (str_starts(field, schemes[i].prefix)) return schemes[i].name;
	if (field.n == 13 && is_des_alphabet(field)) return "descrypt";
	if (field.n == 20 && field.p[0] == '_' && is_des_alphabet((str){ field.p + 1, field.n - 1 }))
		return "bsdicrypt";
	return NULL;
}

/* Slow hashes (that is their virtue) would take seconds for the whole list: what time there is goes to its beginning, where the commonest stand. */
static bool matches(const char *hash, str word, struct crypt_data *data)
{
	char text[128];

	if (word.n >= sizeof(text)) return false;
	memcpy(text, word.p, word.n);
	text[word.n] = '\0';

	const char *made = crypt_rn(text, hash, data, (int)sizeof(*data));

	return made && strcmp(made, hash) == 0;
}

/* Bounded by work, not by time, so that the same image gives the same answer on every machine: how many words a scheme's cost allows. */
static size_t words_for(const char *scheme, str field)
{
	size_t rounds_at;

	if (strcmp(scheme, "descrypt") == 0 || strcmp(scheme, "bsdicrypt") == 0 || strcmp(scheme, "nt") == 0)
		return SIZE_MAX;
	if (strcmp(scheme, "md5crypt") == 0 || strcmp(scheme, "sunmd5") == 0 || strcmp(scheme, "sha1crypt") == 0)
		return 400;
	if (str_find(field, "rounds=", &rounds_at)) return 4;
	if (strcmp(scheme, "sha256crypt") == 0 || strcmp(scheme, "sha512crypt") == 0) return 60;
	return 3;
}

static bool is_known(str field, str account, const char *scheme)
{
	struct crypt_data *data = calloc(1, sizeof(*data));
	char hash[256];
	str rest = { list, sizeof(list) - 1 }, word;
	size_t most = words_for(scheme, field), tried = 1;
	bool found;

	if (!data) abort();
	if (field.n >= sizeof(hash)) {
		free(data);
		return false;
	}
	memcpy(hash, field.p, field.n);
	hash[field.n] = '\0';
	found = matches(hash, account, data);
	while (!found && tried++ < most && str_line(&rest, &word))
		if (word.n && word.p[0] != '#') found = matches(hash, word, data);
	free(data);
	return found;
}

struct password_state password_state_of(str field, str account)
{
	const char *scheme = scheme_of(field);

	if (!field.n) return (struct password_state){ .state = "empty" };
	if (scheme)
		return (struct password_state){ .state = is_known(field, account, scheme) ? "known" : "hash",
			.scheme = scheme };

	/* DES with more behind its 13 characters: uClibc looks at the first 13 only (seen: "iCDxYDfeF4MZL.H3/"). */
	if (field.n > 13 && field.n < 24 && is_des_alphabet(field)) {
		str first = { field.p, 13 };

		return (struct password_state){ .state = is_known(first, account, "descrypt") ? "known" : "hash",
			.scheme = "descrypt" };
	}
	return (struct password_state){ .state = "locked" };
}
