/* Does a command that serves a terminal open a shell there without a login before it? */
#ifndef ASSAY_ROOTFS_CONSOLE_H
#define ASSAY_ROOTFS_CONSOLE_H

#include "base/bytes.h"

/* "setsid cttyhack sh", "busybox sh", "getty -nl/bin/sh 115200 ttyS0": true, and the shell with its options as it
 * stands in the command. */
bool console_is_open(str process, str *ret_shell);

#endif
