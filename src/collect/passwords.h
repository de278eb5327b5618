/* What a password field of passwd(5) or shadow(5) lets in. */
#ifndef ASSAY_COLLECT_PASSWORDS_H
#define ASSAY_COLLECT_PASSWORDS_H

#include "base/bytes.h"

struct password_state {
	const char *state; /* empty, locked, none, known (a vendor's default or the account's own name), hash */
	const char *
		scheme; /* descrypt, md5crypt, sha256crypt, sha512crypt, bcrypt, yescrypt, plain; NULL: there is no hash */
};

/* Tries a list of defaults that vendors have shipped; costs at most some ten milliseconds a hash. */
struct password_state password_state_of(str field, str account);

#endif
