/* Keys and certificates in DER (X.690) at any place of a file, known by their structure: each element with its tag and
 * a length that fits into the one around it, to the last byte. Some eight bytes are fixed in each, so that bytes by
 * chance do not look like one. */
#ifndef ASSAY_FORMAT_DER_H
#define ASSAY_FORMAT_DER_H

#include "base/bytes.h"

enum der_kind {
	DER_CERTIFICATE, /* X.509 */
	DER_PKCS8,       /* PrivateKeyInfo, RFC 5958 */
	DER_RSA,         /* RSAPrivateKey, RFC 8017 A.1.2 */
	DER_DSA,         /* OpenSSL's own: version, p, q, g, public, private */
	DER_EC,          /* ECPrivateKey, RFC 5915: "SEC1" */
	DER_ENCRYPTED,   /* EncryptedPrivateKeyInfo, RFC 5958; of Java's key stores too */
	DER_PKCS12,      /* PFX, RFC 7292; its end is known to who parses it when it is BER */
};

struct der {
	enum der_kind kind;
	size_t at;
	span bytes;
	span key;       /* DER_PKCS8, DER_EC: the octets of the key; DER_PKCS8: algorithm too */
	span algorithm; /* DER_PKCS8: the object identifier */
};

/* The first one that begins at `from` or behind it; false when there is none. One that was found may hold others: who
 * takes it goes on behind it. */
bool der_next(span content, size_t from, struct der *ret);

#endif
