/* What is written of a key or certificate: its kind, strength and the digest of its public part. Nothing secret
 * leaves. */
#ifndef ASSAY_ROOTFS_KEY_FACTS_H
#define ASSAY_ROOTFS_KEY_FACTS_H

#include "base/digest.h"
#include "rootfs/collect.h"

#include <openssl/evp.h>
#include <openssl/x509.h>

struct key_facts {
	str kind, algorithm;
	num bits;
	struct digest fingerprint;
	bool has_fingerprint;
};

/* Where keys are being looked for. */
struct key_place {
	struct facts *facts;
	const struct tree_file *file;
	uint64_t at; /* of what was found, in the file */
	struct arena scratch;
	uint64_t rounds; /* of deriving keys from passwords that this file may still cost */
};

/* Rounds that one file may cost, and one key: a half second, and some twelve hours for an image of nothing else, which
 * its reader's time ends before. */
enum { KEY_ROUNDS_MOST = 2'000'000 };

/* The algorithm, the bits, and the digest of SubjectPublicKeyInfo: the same for a private key, its public key and its
 * certificate, in every image that has it. */
void key_describe(EVP_PKEY *key, struct key_facts *k);
/* What cannot be read is still the same in every image that has it. */
void key_by_its_bytes(span bytes, struct key_facts *k);
void key_write(const struct key_place *p, const struct key_facts *k, tri locked);
void certificate_write(const struct key_place *p, X509 *x);

/* "Mbed TLS 2.28.3 tests/data_files/server5.key": who published this private key; empty: nobody whom we know. */
str key_known(const struct digest *fingerprint);

/* "Not all that this file holds was looked at": of keys and of certificates. */
void keys_short(const struct tree_file *file, const char *why);

/* A private key in the clear, of any of the forms of der.h; NULL when it is none, or one whose numbers do not belong
 * together. The caller frees it. */
struct der;
EVP_PKEY *key_of_der(const struct der *d);

/* Every key and certificate in DER, at any place of these bytes. Their place is p->at, and with `is_file` the place in
 * the file. Returns how many. */
unsigned collect_der(struct key_place *p, span bytes, bool is_file);

/* A container of RFC 7292, at the beginning of these bytes: the keys and certificates in it, opened with an empty
 * password. Writes its length, or 0: it is none. */
size_t collect_pkcs12(struct key_place *p, span bytes);

/* Opens EncryptedPrivateKeyInfo with an empty password, which is as good as none. NULL: it has another, or trying it
 * would take too long (then said). */
EVP_PKEY *key_of_encrypted(struct key_place *p, span der);

#endif
