/* Keys and certificates in files: PEM anywhere, DER and dropbear's form by the file's name. Nothing secret leaves: a key is known by the digest of its public part. */
#include "collect/collectors.h"
#include "base/digest.h"
#include "collect/collect.h"

#include <openssl/asn1.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

enum { PEM_MOST = 256, PEM_SIZE_MOST = 64 << 10 };

static bool wants(const struct tree_file *file, span content)
{
	str name = str_base_name(file->path);

	return str_find(str_from_span(content), "-----BEGIN ", NULL) || str_ends(name, ".der") ||
	       str_ends(name, ".crt") || str_ends(name, ".cer") || str_ends(name, ".key") ||
	       str_ends(name, "_host_key");
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

static void pem_private_key(struct facts *f, const struct tree_file *file, uint64_t at, span pem)
{
	struct key_facts k = { .kind = STR("private-key") };
	str text = str_from_span(pem);
	bool is_locked = str_find(text, "ENCRYPTED", NULL);
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

static void pem_public_key(struct facts *f, const struct tree_file *file, uint64_t at, span pem)
{
	struct key_facts k = { .kind = STR("public-key") };
	BIO *bio = BIO_new_mem_buf(pem.p, (int)pem.n);
	EVP_PKEY *key = bio ? PEM_read_bio_PUBKEY(bio, NULL, no_password, NULL) : NULL;

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

/* What stands between the two lines: base64 in lines, perhaps after header lines with a colon. Programs that read PEM hold the two lines and no key. */
static bool is_base64_body(str body)
{
	str line;
	size_t digits = 0;

	while (str_line(&body, &line)) {
		line = str_trim(line);
		if (!line.n || memchr(line.p, ':', line.n)) continue;
		for (size_t i = 0; i < line.n; i++) {
			char c = line.p[i];
			bool fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
				    c == '+' || c == '/' || c == '=';

			if (!fits) return false;
		}
		digits += line.n;
	}
	return digits >= 64;
}

/* From "-----BEGIN X-----" to "-----END X-----"; the label, and the length with both. A BEGIN without its END in a program is a string of the PEM reader, not a key. */
static bool pem_block(span content, uint64_t at, str *ret_label, span *ret_block)
{
	static const char begin[] = "-----BEGIN ", dashes[] = "-----";
	str rest = str_from_span(span_from(content, at + sizeof(begin) - 1, PEM_SIZE_MOST)), label;
	size_t n, end;

	if (!str_find((str){ rest.p, rest.n < 64 ? rest.n : 64 }, dashes, &n)) return false;
	label = (str){ rest.p, n };
	rest.p += n + sizeof(dashes) - 1, rest.n -= n + sizeof(dashes) - 1;
	if (!rest.n || (rest.p[0] != '\n' && rest.p[0] != '\r' && rest.p[0] != ' ')) return false;
	if (!str_find(rest, "-----END ", &end) || !is_base64_body((str){ rest.p, end })) return false;
	*ret_label = label;
	*ret_block = span_from(content, at,
		(uint64_t)((const uint8_t *)rest.p - content.p) + end + sizeof("-----END -----") - 1 + label.n - at);
	return true;
}

static void collect_pem(struct facts *f, const struct tree_file *file, span content, struct arena scratch)
{
	unsigned found = 0;
	size_t hit;

	for (uint64_t at = 0;
		found < PEM_MOST && str_find(str_from_span(span_from(content, at, UINT64_MAX)), "-----BEGIN ", &hit);) {
		str label;
		span block;

		at += hit;
		if (!pem_block(content, at, &label, &block)) {
			at += 11;
			continue;
		}
		found++;
		if (str_ends(label, "PRIVATE KEY"))
			pem_private_key(f, file, at, block);
		else if (str_is(label, "PUBLIC KEY"))
			pem_public_key(f, file, at, block);
		else if (str_ends(label, "CERTIFICATE") && !str_is(label, "ATTRIBUTE CERTIFICATE"))
			pem_certificate(f, file, at, block, scratch);
		collect_excerpt(f, file, at, 0, arena_printf(&scratch, "-----BEGIN %.*s-----", STR_FMT(label)));
		at += block.n;
	}
}

/* ---- DER, dropbear ----------------------------------------------------------------------------------------------------------- */

static void collect_der(struct facts *f, const struct tree_file *file, span content, struct arena scratch)
{
	const unsigned char *p = content.p;
	struct key_facts k = { .kind = STR("private-key") };

	if (content.n < 16 || content.p[0] != 0x30 || content.n > PEM_SIZE_MOST) return;

	X509 *x = d2i_X509(NULL, &p, (long)content.n);

	if (x) {
		write_certificate(f, file, 0, x, scratch);
		X509_free(x);
		return;
	}
	p = content.p;

	EVP_PKEY *key = d2i_AutoPrivateKey(NULL, &p, (long)content.n);

	if (!key) return;
	describe_key(key, &k);
	write_secret(f, file, 0, &k, NO);
	EVP_PKEY_free(key);
}

/* dropbear's host keys: the SSH wire form "\0\0\0\7ssh-rsa" e n d p q. */
static void collect_dropbear(struct facts *f, const struct tree_file *file, span content)
{
	static const struct {
		const char *wire, *algorithm;
	} kinds[] = { { "ssh-rsa", "rsa" }, { "ssh-dss", "dsa" }, { "ecdsa-sha2-nistp256", "ecdsa" },
		{ "ecdsa-sha2-nistp384", "ecdsa" }, { "ecdsa-sha2-nistp521", "ecdsa" }, { "ssh-ed25519", "ed25519" } };
	reader r = { .in = content };
	str name = str_from_span(read_span(&r, read_be32(&r)));
	struct key_facts k = { .kind = STR("private-key"), .fingerprint = digest_of(content), .has_fingerprint = true };

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		if (!str_is(name, kinds[i].wire)) continue;
		k.algorithm = str_of(kinds[i].algorithm);
		if (str_is(k.algorithm, "rsa")) {
			(void)read_span(&r, read_be32(&r));

			span modulus = read_span(&r, read_be32(&r));

			while (modulus.n && !modulus.p[0]) modulus.p++, modulus.n--;
			if (modulus.n) k.bits = NUM(modulus.n * 8);
		}
		write_secret(f, file, 0, &k, NO);
	}
}

static void collect(struct facts *f, const struct tree_file *file, span content, struct arena scratch)
{
	if (str_find(str_from_span(content), "-----BEGIN ", NULL)) {
		collect_pem(f, file, content, scratch);
	} else {
		collect_der(f, file, content, scratch);
		collect_dropbear(f, file, content);
	}
	ERR_clear_error();
}

const struct file_collector collector_secrets = { .name = "secrets", .wants = wants, .collect = collect };
