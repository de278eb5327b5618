/* What a password field of passwd(5) or shadow(5) lets in. */
#ifndef ASSAY_ROOTFS_PASSWORDS_H
#define ASSAY_ROOTFS_PASSWORDS_H

#include "base/bytes.h"

struct password_state {
	const char *state; /* empty, locked, none, known (a vendor's default or the account's own name), hash */
	const char *
		/* descrypt, md5crypt, sha256crypt, sha512crypt, bcrypt, yescrypt, plain ..., "bcrypt-low-cost"
		 * and "sha512crypt-few-rounds" for what was made cheaper than usual; NULL: there is no hash, or its
		 * method is not known */
		scheme;
};

/* What trying passwords may cost one file system, in tries of descrypt (some 3 microseconds each): bounded by work, not
 * by time, so that the same image gives the same answer on every machine. */
struct password_budget {
	uint64_t left;
	bool ran_out; /* some hash was not tried, or with a part of the list only */
};

struct password_budget password_budget(void);

/* Tries a list of defaults that vendors have shipped, as far as the budget goes. Hashes made to be slow beyond sense
 * are not tried and stay "hash". */
struct password_state password_state_of(str field, str account, struct password_budget *budget);

/* Does the list have it, as plain text? */
bool password_is_default(str word);

#endif
