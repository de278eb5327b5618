/* Keys and certificates in files: PEM anywhere, also inside strings of other languages; DER, PKCS #12 and dropbear's form where a file is nothing else. Nothing secret leaves: a key is known by the digest of its public part. */
#include "rootfs/collectors.h"
#include "base/digest.h"
#include "rootfs/collect.h"
#include "format/pem.h"

#include <openssl/asn1.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

/* A bundle of authorities has some hundred certificates. */
enum { PEM_MOST = 4096, DER_SIZE_MOST = 64 << 10 };

/* A file that is one DER sequence and nothing else, by the length that it begins with (X.690 8.1.3). */
static bool is_der(span content)
{
	reader r = { .in = content };
	unsigned length;

	if (content.n < 16 || content.n > DER_SIZE_MOST || read_u8(&r) != 0x30) return false;
	length = read_u8(&r);
	if (length == 0x82) return read_be16(&r) + UINT64_C(4) == content.n;
	if (length == 0x81) return read_u8(&r) + UINT64_C(3) == content.n;
	return length < 0x80 && length + UINT64_C(2) == content.n;
}

static bool is_dropbear(span content)
{
	static const char *const kinds[] = { "ssh-rsa", "ssh-dss", "ssh-ed25519", "ecdsa-sha2-nistp" };
	reader r = { .in = content };
	uint32_t n;

	if (content.n < 64 || content.n > DER_SIZE_MOST) return false;
	n = read_be32(&r);
	if (n > 32) return false;

	str name = str_from_span(read_span(&r, n));

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (str_starts(name, kinds[i])) return true;
	return false;
}

/* By content alone: the same bytes are looked at once, whatever names they have. */
static bool wants(const struct tree_file *file, span content)
{
	(void)file;
	return is_der(content) || is_dropbear(content) || str_find(str_from_span(content), "-----BEGIN ", NULL);
}

/* ---- keys ---------------------------------------------------------------------------------------------------------------- */

struct key_facts {
	str kind, algorithm;
	num bits;
	struct digest fingerprint;
	bool has_fingerprint;
};

/* The digest of SubjectPublicKeyInfo: the same for a private key, its public key and its certificate, in every image that has it. */
static void fingerprint(EVP_PKEY *key, struct key_facts *k)
{
	unsigned char *der = NULL;
	int n = i2d_PUBKEY(key, &der);

	if (n <= 0) return;
	k->fingerprint = digest_of((span){ der, (size_t)n });
	k->has_fingerprint = true;
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

static void describe_key(EVP_PKEY *key, struct key_facts *k)
{
	k->algorithm = algorithm_of(key);
	k->bits = NUM(EVP_PKEY_bits(key));
	fingerprint(key, k);
}

static void write_secret(
	struct facts *f, const struct tree_file *file, uint64_t at, const struct key_facts *k, tri locked)
{
	fact_secret(f, &(struct fact_secret){
			       .file = file->fact,
			       .at = NUM(at),
			       .kind = k->kind,
			       .algorithm = k->algorithm,
			       .bits = k->bits,
			       .locked = locked,
			       .fingerprint = k->has_fingerprint ? digest_str(&k->fingerprint) : (str){ 0 },
		       });
}

/* ---- certificates ---------------------------------------------------------------------------------------------------------- */

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

static void write_certificate(struct facts *f, const struct tree_file *file, uint64_t at, X509 *x, struct arena scratch)
{
	struct key_facts k = { 0 };
	EVP_PKEY *key = X509_get0_pubkey(x);
	unsigned char *der = NULL;
	int n = i2d_X509(x, &der);
	struct digest digest = digest_of((span){ der, n > 0 ? (size_t)n : 0 });
	int signature = X509_get_signature_nid(x);

	if (key) describe_key(key, &k);
	fact_certificate(
		f, &(struct fact_certificate){
			   .file = file->fact,
			   .at = NUM(at),
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

/* ---- PEM ------------------------------------------------------------------------------------------------------------------- */

static int no_password(char *buffer, int size, int writing, void *self)
{
	(void)buffer;
	(void)size;
	(void)writing;
	(void)self;
	return -1;
}

/* A key in SSH's wire form (RFC 4253, 6.6): the name of its algorithm, then its numbers; RSA's are e and n. */
static bool ssh_public_key(span wire, struct key_facts *k)
{
	static const struct {
		const char *wire, *algorithm;
		unsigned bits; /* 0: told by its numbers */
	} kinds[] = { { "ssh-rsa", "rsa", 0 }, { "ssh-dss", "dsa", 0 }, { "ecdsa-sha2-nistp256", "ecdsa", 256 },
		{ "ecdsa-sha2-nistp384", "ecdsa", 384 }, { "ecdsa-sha2-nistp521", "ecdsa", 521 },
		{ "ssh-ed25519", "ed25519", 256 } };
	reader r = { .in = wire };
	str name = str_from_span(read_span(&r, read_be32(&r)));

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		if (!str_is(name, kinds[i].wire)) continue;
		k->algorithm = str_of(kinds[i].algorithm);
		if (kinds[i].bits) k->bits = NUM(kinds[i].bits);
		if (str_is(k->algorithm, "rsa")) {
			(void)read_span(&r, read_be32(&r));

			span modulus = read_span(&r, read_be32(&r));

			while (modulus.n && !modulus.p[0]) modulus.p++, modulus.n--;
			if (modulus.n) k->bits = NUM(modulus.n * 8);
		}
		return true;
	}
	return false;
}

/* "openssh-key-v1", then the name of the cipher that locks it ("none": nothing does) and the public key in SSH's wire form (PROTOCOL.key of OpenSSH). */
static bool openssh_key(span pem, struct key_facts *k, tri *ret_locked)
{
	static const char magic[] = "openssh-key-v1";
	BIO *bio = BIO_new_mem_buf(pem.p, (int)pem.n);
	char *name = NULL, *header = NULL;
	unsigned char *data = NULL;
	long n = 0;
	bool is = bio && PEM_read_bio(bio, &name, &header, &data, &n) == 1 && n > (long)sizeof(magic) &&
		  memcmp(data, magic, sizeof(magic)) == 0;

	if (is) {
		reader r = { .in = { data + sizeof(magic), (size_t)n - sizeof(magic) } };
		str cipher = str_from_span(read_span(&r, read_be32(&r)));

		(void)read_span(&r, read_be32(&r)); /* key derivation: its name and options */
		(void)read_span(&r, read_be32(&r));
		(void)read_be32(&r);

		span public = read_span(&r, read_be32(&r));

		*ret_locked = tri_of(!str_is(cipher, "none"));
		ssh_public_key(public, k);
		k->fingerprint = digest_of(public.n ? public : pem);
		k->has_fingerprint = true;
	}
	OPENSSL_free(name);
	OPENSSL_free(header);
	OPENSSL_free(data);
	BIO_free(bio);
	return is;
}

static void pem_private_key(struct facts *f, const struct tree_file *file, uint64_t at, span pem)
{
	struct key_facts k = { .kind = STR("private-key") };
	str text = str_from_span(pem);
	bool is_locked = str_find(text, "ENCRYPTED", NULL);
	tri locked;

	if (str_starts(text, "-----BEGIN OPENSSH ") && openssh_key(pem, &k, &locked)) {
		write_secret(f, file, at, &k, locked);
		return;
	}

	BIO *bio = BIO_new_mem_buf(pem.p, (int)pem.n);
	EVP_PKEY *key = bio && !is_locked ? PEM_read_bio_PrivateKey(bio, NULL, no_password, NULL) : NULL;

	if (key) {
		describe_key(key, &k);
	} else if (str_find(text, "RSA PRIVATE", NULL)) {
		k.algorithm = STR("rsa");
	} else if (str_find(text, "EC PRIVATE", NULL)) {
		k.algorithm = STR("ecdsa");
	} else if (str_find(text, "DSA PRIVATE", NULL)) {
		k.algorithm = STR("dsa");
	}
	if (!k.has_fingerprint) {
		/* What cannot be read is still the same in every image that has it. */
		k.fingerprint = digest_of(pem);
		k.has_fingerprint = true;
	}
	write_secret(f, file, at, &k, tri_of(is_locked));
	EVP_PKEY_free(key);
	BIO_free(bio);
}

/* PKCS #1's own form: "BEGIN RSA PUBLIC KEY". */
static EVP_PKEY *rsa_public_key(BIO *bio)
{
	char *name = NULL, *header = NULL;
	unsigned char *data = NULL;
	long n = 0;
	EVP_PKEY *key = NULL;

	if (BIO_reset(bio) == 1 && PEM_read_bio(bio, &name, &header, &data, &n) == 1) {
		const unsigned char *p = data;

		key = d2i_PublicKey(EVP_PKEY_RSA, NULL, &p, n);
	}
	OPENSSL_free(name);
	OPENSSL_free(header);
	OPENSSL_free(data);
	return key;
}

static void pem_public_key(struct facts *f, const struct tree_file *file, uint64_t at, span pem)
{
	struct key_facts k = { .kind = STR("public-key") };
	BIO *bio = BIO_new_mem_buf(pem.p, (int)pem.n);
	EVP_PKEY *key = bio ? PEM_read_bio_PUBKEY(bio, NULL, no_password, NULL) : NULL;

	if (!key && bio && str_starts(str_from_span(pem), "-----BEGIN RSA ")) key = rsa_public_key(bio);
	if (key) describe_key(key, &k);
	write_secret(f, file, at, &k, UNKNOWN);
	EVP_PKEY_free(key);
	BIO_free(bio);
}

static void pem_certificate(struct facts *f, const struct tree_file *file, uint64_t at, span pem, struct arena scratch)
{
	BIO *bio = BIO_new_mem_buf(pem.p, (int)pem.n);
	X509 *x = bio ? PEM_read_bio_X509(bio, NULL, no_password, NULL) : NULL;

	if (x) write_certificate(f, file, at, x, scratch);
	X509_free(x);
	BIO_free(bio);
}

static void not_all_read(const struct tree_file *file, const char *why)
{
	file_short(file, "secrets", why);
	file_short(file, "certificates", why);
}

static void collect_pem(struct facts *f, const struct tree_file *file, span content, struct arena scratch)
{
	struct pem p = { .content = content };
	struct buf text = { 0 };
	unsigned found = 0;

	for (p.begin = pem_next(&p, 0); p.begin < content.n;) {
		uint64_t next = pem_next(&p, p.begin + 1);
		str label;
		bool is_block;
		uint64_t at = p.begin;

		buf_clear(&text);
		is_block = pem_block(&p, next, &label, &text);
		p.begin = next;
		if (!is_block) continue;
		if (found++ == PEM_MOST) {
			not_all_read(file, "a file has more keys and certificates than are read");
			break;
		}

		span block = span_from_str(buf_all(&text));

		if (str_ends(label, "PRIVATE KEY"))
			pem_private_key(f, file, at, block);
		else if (str_is(label, "PUBLIC KEY") || str_is(label, "RSA PUBLIC KEY"))
			pem_public_key(f, file, at, block);
		else if (str_ends(label, "CERTIFICATE") && !str_is(label, "ATTRIBUTE CERTIFICATE"))
			pem_certificate(f, file, at, block, scratch);
		collect_excerpt(f, file, at, 0, arena_printf(&scratch, "-----BEGIN %.*s-----", STR_FMT(label)));
	}
	if (p.is_short) not_all_read(file, "a file has a key or certificate in PEM that is larger than is read");
	buf_free(&text);
}

/* ---- DER, dropbear ----------------------------------------------------------------------------------------------------------- */

/* EncryptedPrivateKeyInfo (RFC 5958) and PFX (RFC 7292): a key behind a password that is not known here. */
static bool is_locked_der(span content)
{
	const unsigned char *p = content.p, *q = content.p;
	X509_SIG *sig = d2i_X509_SIG(NULL, &p, (long)content.n);
	PKCS12 *pfx = sig ? NULL : d2i_PKCS12(NULL, &q, (long)content.n);
	bool is = sig || pfx;

	if (sig) {
		const X509_ALGOR *algorithm;
		const ASN1_OCTET_STRING *text;

		X509_SIG_get0(sig, &algorithm, &text);
		is = OBJ_obj2nid(algorithm->algorithm) == NID_pbes2 ||
		     str_starts(str_of(OBJ_nid2sn(OBJ_obj2nid(algorithm->algorithm))), "PBE-");
	}
	X509_SIG_free(sig);
	PKCS12_free(pfx);
	return is;
}

static void collect_der(struct facts *f, const struct tree_file *file, span content, struct arena scratch)
{
	const unsigned char *p = content.p;
	struct key_facts k = { .kind = STR("private-key") };

	X509 *x = d2i_X509(NULL, &p, (long)content.n);

	if (x) {
		write_certificate(f, file, 0, x, scratch);
		X509_free(x);
		return;
	}
	p = content.p;

	EVP_PKEY *key = d2i_AutoPrivateKey(NULL, &p, (long)content.n);

	if (key) {
		describe_key(key, &k);
		write_secret(f, file, 0, &k, NO);
		EVP_PKEY_free(key);
		return;
	}
	if (!is_locked_der(content)) return;
	k.fingerprint = digest_of(content);
	k.has_fingerprint = true;
	write_secret(f, file, 0, &k, YES);
}

/* dropbear's host keys: the SSH wire form "\0\0\0\7ssh-rsa" e n d p q. */
static void collect_dropbear(struct facts *f, const struct tree_file *file, span content)
{
	struct key_facts k = { .kind = STR("private-key"), .fingerprint = digest_of(content), .has_fingerprint = true };

	if (ssh_public_key(content, &k)) write_secret(f, file, 0, &k, NO);
}

static void collect(struct facts *f, const struct tree_file *file, span content, struct arena scratch)
{
	if (str_find(str_from_span(content), "-----BEGIN ", NULL)) {
		collect_pem(f, file, content, scratch);
	} else if (is_der(content)) {
		collect_der(f, file, content, scratch);
	} else {
		collect_dropbear(f, file, content);
	}
	ERR_clear_error();
}

const struct file_collector collector_secrets = {
	.name = "secrets", .wants = wants, .collect = collect, .each_name = true
};
