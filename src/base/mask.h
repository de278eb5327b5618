/* Nothing secret goes into the evidence: what names a secret, and text without the secrets that stand in it. */
#ifndef ASSAY_BASE_MASK_H
#define ASSAY_BASE_MASK_H

#include "base/buf.h"
#include "base/bytes.h"

/* Does a value of this name ("wpa_passphrase", "wireless.key", "wep_key2", "ADMIN_PW") let somebody in? Names of files
 * and of methods do not. */
bool mask_is_secret_name(str name);

/* Is it a switch or a number of one digit ("yes", "1"), an empty value or a variable, and no secret whatever its
 * name? */
bool mask_is_plain_value(str value);

/* What stands in the place of a secret. */
#define MASK "(secret)"

/* How a text is read. */
enum mask_reading {
	MASK_NOTHING, /* words of ours, digests, names that must stay what they are */
	/* prose: what cannot be anything but a secret, in any text: passwords in addresses, tokens of services, hashes,
	 * private keys */
	MASK_TEXT,
	/* commands and lines of configuration too: values of names that mean a secret, options and arguments of
	 * programs that take one */
	MASK_LINE,
};

/* Appends the text, any number of lines, with MASK in the place of what lets somebody in. What was masked before stays
 * as it is. */
void mask_into(enum mask_reading how, str text, struct buf *out);

/* A line by MASK_LINE, at most MASK_LINE_MOST bytes of it, in `room`. */
enum { MASK_LINE_MOST = 512 };
str mask_secrets(str line, char room[static MASK_LINE_MOST + 64]);

#endif
