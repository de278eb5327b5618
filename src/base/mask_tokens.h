/* Secrets that are known by their own form, whatever stands around them. A part of mask.c. */
#ifndef ASSAY_BASE_MASK_TOKENS_H
#define ASSAY_BASE_MASK_TOKENS_H

#include "base/buf.h"
#include "base/bytes.h"

/* A token of a service, a hash of a password, a key: appends what is shown in its place, and returns how many bytes it
 * takes; 0: there is none at `at`. */
size_t mask_token(str line, size_t at, struct buf *out);

/* "://" with who logs in: the same for both. */
size_t mask_address(str line, size_t at, struct buf *out);

/* passwd(5), shadow(5), smbpasswd(5) and htpasswd: the field of the hash. */
bool mask_hash_field(str line, size_t *ret_from, size_t *ret_to);

/* "-----BEGIN ... PRIVATE KEY-----" and the like: what stands behind it is a key. */
bool mask_begins_key(str line, size_t *ret_behind);

#endif
