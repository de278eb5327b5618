/* Nothing secret goes into the evidence: what names a secret, and a line without the secrets that stand in it. */
#ifndef ASSAY_ROOTFS_MASK_H
#define ASSAY_ROOTFS_MASK_H

#include "base/bytes.h"

/* Does a value of this name ("wpa_passphrase", "wireless.key", "wep_key2", "ADMIN_PW") let somebody in? Names of files and of methods do not. */
bool mask_is_secret_name(str name);

/* Is it a switch or a number of one digit ("yes", "1"), an empty value or a variable, and no secret whatever its name? */
bool mask_is_plain_value(str value);

enum { MASK_LINE_MOST = 512 };

/* The line with "(secret)" in the place of passwords and keys: values of such names, options and arguments of programs that take them, user:password in
 * addresses, what is piped into passwd. At most MASK_LINE_MOST bytes of it, in `room`. */
str mask_secrets(str line, char room[static MASK_LINE_MOST + 64]);

#endif
