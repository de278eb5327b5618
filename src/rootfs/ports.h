/* Where a server listens, as its own configuration says: lighttpd, uhttpd, nginx, boa, mini_httpd, mosquitto, sshd. */
#ifndef ASSAY_ROOTFS_PORTS_H
#define ASSAY_ROOTFS_PORTS_H

#include "rootfs/lines.h"

enum { PORTS_MOST = 8 };

struct port {
	unsigned number;
	bool is_encrypted;
	bool is_loopback;
};

/* The ports that the files of `program` name, each once; 0 when there are none, and the program's own default holds.
 * `config` is the file that its command line names (after -f or -c); empty: the usual places. */
size_t ports_of(const struct tree *t, str program, str config, struct port ret[static PORTS_MOST]);

#endif
