/* Who else than passwd and shadow says who may log in: lines that ask a directory, nsswitch.conf, records of
 * systemd-userdb, PAM. What is not in the image makes `accounts` part; what lets everybody in is an account. */
#ifndef ASSAY_ROOTFS_ACCOUNT_SOURCES_H
#define ASSAY_ROOTFS_ACCOUNT_SOURCES_H

#include "rootfs/collect.h"

/* passwd(5), "+", "-name" and "+@group" of nsswitch.conf's "compat": the accounts stand in a directory somewhere else.
 * True: the line is none of an account. musl and uClibc know no such lines, and have an account of that name. */
bool account_line_asks_others(const struct tree *t, str line);

void account_sources(struct facts *f, const struct tree *t, struct arena scratch);

#endif
