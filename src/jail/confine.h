/* Gives up every right of this process but those of a role: its own memory, the clock, and writing to one pipe. Linux
 * only. */
#ifndef ASSAY_JAIL_CONFINE_H
#define ASSAY_JAIL_CONFINE_H

#include "jail/roles.h"

#define CONFINE_EXIT 72

/* false: some right could not be given up; the caller must end. There is no way back. */
[[nodiscard]] bool confine(const struct jail_role *role, int pipe);

/* What confine() will use on this kernel; static text. */
const char *confine_with(void);

/* Whether the limits of this process, and not those of the role, may be what a child met: then running out says nothing
 * of the input. */
bool confine_is_short_of_memory(const struct jail_limits *limits);
bool confine_is_out_of_time(const struct jail_limits *limits, double used);

#endif
