/* Programs that are known to listen: what a start script's word means. A table of facts; ports are the programs' own
 * defaults. */
#ifndef ASSAY_ROOTFS_DAEMONS_H
#define ASSAY_ROOTFS_DAEMONS_H

#include "base/bytes.h"

struct daemon {
	const char *program; /* the file name */
	const char *transport, *protocol;
	unsigned port;
	const char *port_option; /* "-p": the word after it is the port; NULL: it has none that we read */
};

extern const struct daemon
	daemons[]; /* a program with several services has several rows; a row without a program ends the table */

#endif
