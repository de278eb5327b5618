/* Secrets that are neither PEM nor DER: tokens of services, passwords by their name, keys in base64 and JSON, whole
 * files. One pass over the bytes. */
#ifndef ASSAY_ROOTFS_SECRET_SCAN_H
#define ASSAY_ROOTFS_SECRET_SCAN_H

#include "rootfs/key_facts.h"

/* Writes all that it finds. */
void secret_scan(struct key_place *p, span content);

/* PGP's private keys in armour: each of its packets. Returns how many; 0: what is in it is not seen. */
size_t secret_armour(struct key_place *p, span block);

/* Is there anything to write, or to say of what cannot be seen? */
bool secret_scan_finds(const struct tree_file *file, span content);

#endif
