/* Gives up every right of this process but: its own memory, the clock, and writing to one pipe. Linux only. */
#ifndef ASSAY_JAIL_CONFINE_H
#define ASSAY_JAIL_CONFINE_H

#include "jail/jail.h"

#define CONFINE_EXIT 72

/* false: some right could not be given up; the caller must end. There is no way back. */
[[nodiscard]] bool confine(const struct jail_limits *limits, int pipe);

/* What confine() will use on this kernel; static text. */
const char *confine_with(void);

#endif
