/* sshd_config(5), as far as its lines go. */
#ifndef ASSAY_ROOTFS_SSHD_H
#define ASSAY_ROOTFS_SSHD_H

#include "base/arena.h"
#include "base/bytes.h"

/* "PermitRootLogin yes", "permitrootlogin=yes", "PermitRootLogin = \"yes\" # for now": the keyword in lower case and
 * what is left of the line without comment, quotes and superfluous blanks. False: it says nothing. */
bool sshd_line(str line, struct arena *keep, str *ret_key, str *ret_value);

#endif
