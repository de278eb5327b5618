/* Names of links, sorted, to be asked many times: what a target wants, what rc.d starts. */
#ifndef ASSAY_ROOTFS_NAMES_H
#define ASSAY_ROOTFS_NAMES_H

#include "rootfs/tree.h"

struct names {
	str *all; /* parts of the tree's paths; freed with names_free() */
	size_t count, room;
};

/* What below a folder is a link of a target ("multi-user.target.wants/x.service"), or, without `parent`, an S?? link,
 * of which the S?? is left out. */
void names_add(const struct tree *t, struct names *names, str folder, const char *parent);
void names_sort(struct names *names);
bool names_have(const struct names *names, str name); /* after names_sort() */
void names_free(struct names *names);

/* "S50telnet" */
bool name_is_start_link(str name);

#endif
