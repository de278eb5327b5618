#include "rootfs/key_facts.h"

#include <openssl/asn1.h>
#include <openssl/x509v3.h>

void key_by_its_bytes(span bytes, struct key_facts *k)
{
	k->fingerprint = digest_of(bytes);
	k->has_fingerprint = true;
}

static void fingerprint(EVP_PKEY *key, struct key_facts *k)
{
	unsigned char *der = NULL;
	int n = i2d_PUBKEY(key, &der);

	if (n > 0) key_by_its_bytes((span){ der, (size_t)n }, k);
	OPENSSL_free(der);
}

static str algorithm_of(EVP_PKEY *key)
{
	switch (EVP_PKEY_base_id(key)) {
	case EVP_PKEY_RSA:
		return STR("rsa");
	case EVP_PKEY_RSA_PSS:
		return STR("rsa-pss");
	case EVP_PKEY_DSA:
		return STR("dsa");
	case EVP_PKEY_EC:
		return STR("ecdsa");
	case EVP_PKEY_ED25519:
		return STR("ed25519");
	case EVP_PKEY_ED448:
		return STR("ed448");
	case EVP_PKEY_X25519:
		return STR("x25519");
	case EVP_PKEY_DH:
		return STR("dh");
	}
	return (str){ 0 };
}

void key_describe(EVP_PKEY *key, struct key_facts *k)
{
	k->algorithm = algorithm_of(key);
	k->bits = NUM(EVP_PKEY_bits(key));
	fingerprint(key, k);
}

void key_write(const struct key_place *p, const struct key_facts *k, tri locked)
{
	fact_secret(p->facts, &(struct fact_secret){
				      .file = p->file->fact,
				      .at = NUM(p->at),
				      .kind = k->kind,
				      .algorithm = k->algorithm,
				      .bits = k->bits,
				      .locked = locked,
				      .known = k->has_fingerprint ? key_known(&k->fingerprint) : (str){ 0 },
				      .fingerprint = k->has_fingerprint ? digest_str(&k->fingerprint) : (str){ 0 },
			      });
}

void keys_short(const struct tree_file *file, const char *why)
{
	file_short(file, "secrets", why);
	file_short(file, "certificates", why);
}

/* ---- certificates ------------------------------------------------------------------------------------------------ */

static str name_text(X509_NAME *name, struct arena *scratch)
{
	BIO *bio = BIO_new(BIO_s_mem());
	char *p = NULL;
	str text = { 0 };

	if (!bio) return text;
	if (X509_NAME_print_ex(bio, name, 0, XN_FLAG_RFC2253 & ~(unsigned long)ASN1_STRFLGS_ESC_MSB) >= 0) {
		long n = BIO_get_mem_data(bio, &p);

		if (n > 0) text = arena_str(scratch, (str){ p, (size_t)n });
	}
	BIO_free(bio);
	return text;
}

static str day_text(const ASN1_TIME *time, struct arena *scratch)
{
	struct tm tm;

	if (!ASN1_TIME_to_tm(time, &tm)) return (str){ 0 };
	return arena_printf(scratch, "%04d-%02d-%02d", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
}

void certificate_write(const struct key_place *p, X509 *x)
{
	struct arena scratch = p->scratch;
	struct key_facts k = { 0 };
	EVP_PKEY *key = X509_get0_pubkey(x);
	unsigned char *der = NULL;
	int n = i2d_X509(x, &der);
	struct digest digest = digest_of((span){ der, n > 0 ? (size_t)n : 0 });
	int signature = X509_get_signature_nid(x);

	if (key) key_describe(key, &k);
	fact_certificate(p->facts,
		&(struct fact_certificate){
			.file = p->file->fact,
			.at = NUM(p->at),
			.fingerprint = digest_str(&digest),
			.subject = name_text(X509_get_subject_name(x), &scratch),
			.issuer = name_text(X509_get_issuer_name(x), &scratch),
			.algorithm = k.algorithm,
			.bits = k.bits,
			.signed_with = signature ? str_of(OBJ_nid2ln(signature)) : (str){ 0 },
			.begins = day_text(X509_get0_notBefore(x), &scratch),
			.ends = day_text(X509_get0_notAfter(x), &scratch),
			.self_signed = tri_of(X509_NAME_cmp(X509_get_subject_name(x), X509_get_issuer_name(x)) == 0),
			.authority = tri_of(X509_check_ca(x) > 0),
		});
	OPENSSL_free(der);
}
