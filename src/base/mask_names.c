#include "base/mask.h"

#include "base/mask_place.h"

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

bool mask_is_one_of(str s, const char *const *words)
{
	for (; *words; words++)
		if (is_no_case(s, *words)) return true;
	return false;
}

bool mask_is_secret_name(str name)
{
	/* "key" alone is WEP's and OpenWrt's; with a word before it, it is more often the name of a file, which is a
	 * path and seen as such. */
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

/* Names of which the value is masked though it need not let anybody in: a line more that is not shown costs nothing. */
bool mask_is_masked_name(str name)
{
	static const char *const parts[] = { "passw", "passphrase", "passcode", "secret", "token", "wpapsk", "apikey",
		"api_key", "accesskey", "access_key", "privatekey", "private_key", "sharedkey", "shared_key",
		"authorization", "cookie", "sessionid", "session_id", "credential", "pswd" };
	static const char *const whole[] = { "psw", "cpin", "puk", "otp", "jwt", "bearer", "api-key", "x-api-key",
		"privkey", "enckey", "keyphrase", "dek", NULL };
	static const char *const open[] = { "key_mgmt", "public", "mechanism", NULL };

	for (size_t i = 0; open[i]; i++)
		if (str_find_no_case(name, open[i], NULL)) return false;
	if (mask_is_secret_name(name) || mask_is_one_of(name, whole)) return true;
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (str_find_no_case(name, parts[i], NULL)) return true;
	return false;
}

/* A variable of a shell, and no hash ("$6$...") and no word that only begins like one. */
bool mask_is_variable(str value)
{
	if (value.n < 2 || value.p[0] != '$') return value.n == 1 && value.p[0] == '$';
	if (value.p[1] == '{' || value.p[1] == '(' || value.n == 2) return true;
	for (size_t i = 1; i < value.n; i++)
		if (!(value.p[i] >= 'A' && value.p[i] <= 'Z') && !(i > 1 && value.p[i] >= '0' && value.p[i] <= '9') &&
			value.p[i] != '_')
			return false;
	return true;
}

bool mask_is_plain_value(str value)
{
	static const char *const words[] = { "yes", "no", "on", "off", "true", "false", "x", "*", "!", "none", "enable",
		"disable", "enabled", "disabled", MASK, "null", "nil", "(hash)", NULL };

	return value.n <= 1 || mask_is_variable(value) || mask_is_one_of(value, words);
}
