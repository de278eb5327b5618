/* File capabilities (Linux, include/uapi/linux/capability.h): rights of root that a program gets when it is started, as
 * set-user-ID gives all of them. They are kept in the extended attribute "security.capability". */
#ifndef ASSAY_FORMAT_CAPABILITY_H
#define ASSAY_FORMAT_CAPABILITY_H

#include "base/arena.h"
#include "base/bytes.h"

#define CAPABILITY_ATTRIBUTE "security.capability"

/* The attribute's value as getcap(8) shows it: "cap_net_raw=ep", "cap_net_admin,cap_net_raw=p cap_chown=ei". A value of
 * unknown form is given too, as "unknown:" and its bytes in hexadecimal. Never empty; the memory is the arena's. */
str capability_text(struct arena *memory, span value);

/* The same for the text that a package's header has, in any of libcap's spellings ("= cap_net_raw+ep"). Empty when it
 * gives nothing. */
str capability_from_text(struct arena *memory, str text);

#endif
