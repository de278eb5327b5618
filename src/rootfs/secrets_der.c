/* Keys and certificates in DER, at any place of a file: in a program, in a block of flash, in the bytes of a PEM block,
 * in Java's key stores. */
#include "rootfs/key_facts.h"

#include "format/der.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>

/* A bundle of authorities has some hundred certificates. */
enum { DER_MOST = 4096 };

/* Of what DSA and Diffie-Hellman leave out, OpenSSL makes the rest by a power whose cost grows with the cube of the
 * size: 4096 bits are fine. */
enum { POWERS_MOST = 1280 };

/* ---- is it a key? ------------------------------------------------------------------------------------------------ */

/* The product of the two primes is the modulus: what has the shape of a key and not that is none. */
static bool is_rsa_whole(EVP_PKEY *key)
{
	BIGNUM *n = NULL, *p = NULL, *q = NULL, *product = BN_new();
	BN_CTX *work = BN_CTX_new();
	bool is = product && work && EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_N, &n) &&
		  EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_FACTOR1, &p) &&
		  EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_FACTOR2, &q) && BN_mul(product, p, q, work) &&
		  BN_cmp(product, n) == 0;

	BN_free(n);
	BN_clear_free(p);
	BN_clear_free(q);
	BN_clear_free(product);
	BN_CTX_free(work);
	return is;
}

/* Keys of some algorithms are any bytes: a program that makes them has the bytes before it, and behind them something
 * else. Of 32 bytes by chance some 30 differ. */
static bool looks_random(span bytes)
{
	bool seen[256] = { 0 };
	size_t different = 0;

	for (size_t i = 0; i < bytes.n && i < 64; i++) {
		different += !seen[bytes.p[i]];
		seen[bytes.p[i]] = true;
	}
	return different * 5 >= (bytes.n < 64 ? bytes.n : 64) * 3;
}

static bool is_object(span object, const char *bytes, size_t n)
{
	return object.n >= n && memcmp(object.p, bytes, n) == 0;
}

/* DSA, and Diffie-Hellman of both kinds. */
static bool needs_powers(const struct der *d)
{
	return d->kind == DER_DSA || is_object(d->algorithm, "\x2a\x86\x48\xce\x38", 5) ||
	       is_object(d->algorithm, "\x2a\x86\x48\x86\xf7\x0d\x01\x03", 8) ||
	       is_object(d->algorithm, "\x2a\x86\x48\xce\x3e", 5);
}

EVP_PKEY *key_of_der(const struct der *d)
{
	const unsigned char *p = d->bytes.p;

	if (needs_powers(d) && d->bytes.n > POWERS_MOST) return NULL;

	EVP_PKEY *key = d2i_AutoPrivateKey(NULL, &p, (long)d->bytes.n);

	if (key && EVP_PKEY_base_id(key) == EVP_PKEY_RSA && !is_rsa_whole(key)) {
		EVP_PKEY_free(key);
		return NULL;
	}
	return key;
}

/* ---- one of each ------------------------------------------------------------------------------------------------- */

static bool take_certificate(const struct key_place *p, const struct der *d)
{
	const unsigned char *from = d->bytes.p;
	X509 *x = d2i_X509(NULL, &from, (long)d->bytes.n);

	if (x) certificate_write(p, x);
	X509_free(x);
	return x;
}

static void say_place(const struct key_place *p, const char *what, size_t size)
{
	struct arena scratch = p->scratch;

	collect_excerpt(p->facts, p->file, p->at, 0, arena_printf(&scratch, "(%s in DER, %zu bytes)", what, size));
}

/* The forms that OpenSSL does not know: version 1 of RFC 5958, an algorithm to come, a curve that is not named. The
 * structure says that it is a key. */
static bool is_key_by_structure(const struct der *d, struct key_facts *k)
{
	if (d->kind == DER_DSA) {
		k->algorithm = STR("dsa");
		return true;
	}
	if (d->kind == DER_EC && d->bytes.p + d->bytes.n == d->key.p + d->key.n) {
		k->algorithm = STR("ecdsa");
		k->bits = NUM(d->key.n * 8);
		return looks_random(d->key);
	}
	if (d->kind != DER_PKCS8) return false;
	if (is_object(d->algorithm, "\x2b\x65\x70", 3)) k->algorithm = STR("ed25519"), k->bits = NUM(256);
	if (is_object(d->algorithm, "\x2b\x65\x6e", 3)) k->algorithm = STR("x25519"), k->bits = NUM(256);
	return looks_random(d->key);
}

static bool take_private_key(const struct key_place *p, const struct der *d)
{
	struct key_facts k = { .kind = STR("private-key") };
	EVP_PKEY *key = d->kind != DER_PKCS8 || looks_random(d->key) ? key_of_der(d) : NULL;
	bool is = key || is_key_by_structure(d, &k);

	if (key) key_describe(key, &k);
	if (!k.has_fingerprint) key_by_its_bytes(d->bytes, &k);
	if (is) {
		key_write(p, &k, NO);
		say_place(p, "private key", d->bytes.n);
	}
	EVP_PKEY_free(key);
	return is;
}

static bool take_encrypted(struct key_place *p, const struct der *d)
{
	struct key_facts k = { .kind = STR("private-key") };
	EVP_PKEY *key = key_of_encrypted(p, d->bytes);

	if (key) key_describe(key, &k);
	if (!k.has_fingerprint) key_by_its_bytes(d->bytes, &k);
	key_write(p, &k, tri_of(!key));
	say_place(p, key ? "private key behind an empty password" : "encrypted private key", d->bytes.n);
	EVP_PKEY_free(key);
	return true;
}

static bool take(struct key_place *p, struct der *d)
{
	switch (d->kind) {
	case DER_CERTIFICATE:
		return take_certificate(p, d);
	case DER_ENCRYPTED:
		return take_encrypted(p, d);
	case DER_PKCS12:
		d->bytes.n = collect_pkcs12(p, d->bytes);
		return d->bytes.n;
	case DER_PKCS8:
	case DER_RSA:
	case DER_DSA:
	case DER_EC:
		return take_private_key(p, d);
	}
	return false;
}

/* What is no key after all costs as much as one: a file made of such is not gone through to its end. */
unsigned collect_der(struct key_place *p, span bytes, bool is_file)
{
	uint64_t begin = p->at, refused = 0, refused_most = 2 * (uint64_t)bytes.n + (4 << 20);
	unsigned found = 0;
	struct der d;

	for (size_t from = 0; der_next(bytes, from, &d);) {
		size_t size = d.bytes.n;

		p->at = begin + (is_file ? d.at : 0);
		from = d.at + 1;
		if (take(p, &d)) {
			found++;
			from = d.at + d.bytes.n;
		} else {
			refused += size;
		}
		if (found < DER_MOST && refused < refused_most) continue;
		keys_short(
			p->file, "a file has more keys and certificates, or more that looks like them, than are read");
		break;
	}
	p->at = begin;
	return found;
}
