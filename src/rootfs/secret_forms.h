/* Files that are secrets as a whole, known by their content: files of passwords (pgpass, htdigest, mosquitto, htpasswd,
 * chap-secrets), key stores of Java and BouncyCastle, keys of PuTTY, key rings of PGP and GnuPG, keys of TLS session
 * tickets; and what holds such things closed, so that nobody can say what is in it. */
#ifndef ASSAY_ROOTFS_SECRET_FORMS_H
#define ASSAY_ROOTFS_SECRET_FORMS_H

#include "rootfs/key_facts.h"

/* One secret of such a file. */
struct form_secret {
	const char *kind, *algorithm; /* of table `secret`; algorithm: NULL: not known */
	const char *what;             /* "a key of PuTTY": what is shown of it */
	uint64_t at;
	span bytes;      /* what its fingerprint is taken of */
	span ssh_public; /* of PuTTY: its public key in SSH's form */
	tri locked;
};

/* Tells `each` of all that the content is by one of these forms. Returns how many. */
size_t secret_forms(str path, span content, void (*each)(void *self, const struct form_secret *s), void *self);

/* PGP's packets of secret keys, one after the other: as they stand in armour. */
size_t secret_packets(span content, void (*each)(void *self, const struct form_secret *s), void *self);

/* Why nobody can say whether it holds secrets: "encrypted ..."; NULL: nothing speaks for it. Of static storage. */
const char *secret_form_closed(str path, span content);

#endif
