/* Keys, certificates and other secrets in files: PEM anywhere, also inside strings of other languages; DER and PKCS #12
 * at any place; dropbear's form where a file is nothing else; the rest in secret_scan.c. Nothing secret leaves: a key
 * is known by the digest of its public part. */
#include "rootfs/collectors.h"
#include "format/der.h"
#include "format/pem.h"
#include "rootfs/key_facts.h"
#include "rootfs/secret_scan.h"

#include <openssl/err.h>
#include <openssl/pem.h>

/* A bundle of authorities has some hundred certificates. dropbear's keys have less than 4 KiB. */
enum { PEM_MOST = 4096, DROPBEAR_MOST = 64 << 10 };

static bool is_dropbear(span content)
{
	static const char *const kinds[] = { "ssh-rsa", "ssh-dss", "ssh-ed25519", "ecdsa-sha2-nistp" };
	reader r = { .in = content };
	uint32_t n;

	if (content.n < 64 || content.n > DROPBEAR_MOST) return false;
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
	struct der d;

	return str_find(str_from_span(content), "-----BEGIN ", NULL) || is_dropbear(content) ||
	       der_next(content, 0, &d) || secret_scan_finds(file, content);
}

/* ---- PEM --------------------------------------------------------------------------------------------------------- */

/* The bytes of a block. The caller frees them by OPENSSL_free(). */
static bool pem_bytes(span pem, char **ret_header, span *ret)
{
	BIO *bio = BIO_new_mem_buf(pem.p, (int)pem.n);
	char *name = NULL;
	unsigned char *data = NULL;
	long n = 0;
	bool is = bio && PEM_read_bio(bio, &name, ret_header, &data, &n) == 1;

	if (is) *ret = (span){ data, (size_t)n };
	OPENSSL_free(name);
	BIO_free(bio);
	return is;
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

/* "openssh-key-v1", then the name of the cipher that locks it ("none": nothing does) and the public key in SSH's wire
 * form (PROTOCOL.key of OpenSSH). */
static bool openssh_key(span bytes, struct key_facts *k, tri *ret_locked)
{
	static const char magic[] = "openssh-key-v1";
	reader r = { .in = bytes };
	span begin = read_span(&r, sizeof(magic));

	if (!begin.n || memcmp(begin.p, magic, sizeof(magic)) != 0) return false;

	str cipher = str_from_span(read_span(&r, read_be32(&r)));

	(void)read_span(&r, read_be32(&r)); /* key derivation: its name and options */
	(void)read_span(&r, read_be32(&r));
	(void)read_be32(&r);

	span public = read_span(&r, read_be32(&r));

	*ret_locked = tri_of(!str_is(cipher, "none"));
	ssh_public_key(public, k);
	key_by_its_bytes(public.n ? public : bytes, k);
	return true;
}

/* A key of OpenSSL's old form, "DEK-Info: ...", that an empty password opens. */
static int empty_password(char *buffer, int size, int writing, void *self)
{
	(void)buffer;
	(void)size;
	(void)writing;
	(void)self;
	return 0;
}

static EVP_PKEY *key_of_old_form(span pem)
{
	BIO *bio = BIO_new_mem_buf(pem.p, (int)pem.n);
	char *name = NULL, *header = NULL;
	unsigned char *data = NULL;
	long n = 0;
	EVP_CIPHER_INFO cipher;
	struct der d;
	bool is = bio && PEM_read_bio(bio, &name, &header, &data, &n) == 1 &&
		  PEM_get_EVP_CIPHER_INFO(header, &cipher) && PEM_do_header(&cipher, data, &n, empty_password, NULL) &&
		  der_next((span){ data, (size_t)n }, 0, &d) && d.at == 0;
	EVP_PKEY *key = is ? key_of_der(&d) : NULL;

	OPENSSL_free(name);
	OPENSSL_free(header);
	OPENSSL_free(data);
	BIO_free(bio);
	return key;
}

/* The key in the clear, or one that an empty password opens. */
static EVP_PKEY *key_of_pem(struct key_place *p, span pem, span bytes, const char *header)
{
	struct der d;

	if (header && strstr(header, "DEK-Info:")) return key_of_old_form(pem);
	if (!der_next(bytes, 0, &d) || d.at) return NULL;
	if (d.kind == DER_ENCRYPTED) return key_of_encrypted(p, d.bytes);
	return d.kind == DER_CERTIFICATE || d.kind == DER_PKCS12 ? NULL : key_of_der(&d);
}

static void pem_private_key(struct key_place *p, span pem)
{
	struct key_facts k = { .kind = STR("private-key") };
	str text = str_from_span(pem);
	char *header = NULL;
	span bytes = { 0 };
	bool is_read = pem_bytes(pem, &header, &bytes), is_locked = str_find(text, "ENCRYPTED", NULL);
	tri locked = tri_of(is_locked);
	EVP_PKEY *key = NULL;

	if (!str_starts(text, "-----BEGIN OPENSSH ") || !openssh_key(bytes, &k, &locked)) {
		key = is_read ? key_of_pem(p, pem, bytes, header) : NULL;
		locked = tri_of(is_locked && !key);
	}
	if (key) {
		key_describe(key, &k);
	} else if (str_find(text, "RSA PRIVATE", NULL)) {
		k.algorithm = STR("rsa");
	} else if (str_find(text, "EC PRIVATE", NULL)) {
		k.algorithm = STR("ecdsa");
	} else if (str_find(text, "DSA PRIVATE", NULL)) {
		k.algorithm = STR("dsa");
	}
	if (!k.has_fingerprint) key_by_its_bytes(pem, &k);
	key_write(p, &k, locked);
	EVP_PKEY_free(key);
	OPENSSL_free(header);
	if (bytes.p) OPENSSL_free((void *)(uintptr_t)bytes.p);
}

/* PKCS #1's own form: "BEGIN RSA PUBLIC KEY". */
static EVP_PKEY *public_key_of(span pem, span bytes)
{
	const unsigned char *from = bytes.p;

	return str_starts(str_from_span(pem), "-----BEGIN RSA ")
		       ? d2i_PublicKey(EVP_PKEY_RSA, NULL, &from, (long)bytes.n)
		       : d2i_PUBKEY(NULL, &from, (long)bytes.n);
}

static void pem_public_key(struct key_place *p, span pem)
{
	struct key_facts k = { .kind = STR("public-key") };
	char *header = NULL;
	span bytes = { 0 };
	EVP_PKEY *key = pem_bytes(pem, &header, &bytes) ? public_key_of(pem, bytes) : NULL;

	if (key) key_describe(key, &k);
	key_write(p, &k, UNKNOWN);
	EVP_PKEY_free(key);
	OPENSSL_free(header);
	if (bytes.p) OPENSSL_free((void *)(uintptr_t)bytes.p);
}

/* What other blocks hold: certificates ("TRUSTED CERTIFICATE" too, which has words of OpenSSL behind it), sets of them
 * (PKCS #7, CMS), containers. */
static void pem_of_der(struct key_place *p, span pem)
{
	char *header = NULL;
	span bytes = { 0 };

	if (pem_bytes(pem, &header, &bytes)) collect_der(p, bytes, false);
	OPENSSL_free(header);
	if (bytes.p) OPENSSL_free((void *)(uintptr_t)bytes.p);
}

/* OpenVPN's static keys are hexadecimal digits and no DER. Of PGP's keys each packet says whether it is locked. */
static str other_key(str label)
{
	if (str_starts(label, "OpenVPN ")) return STR("psk");
	return str_is(label, "PGP PRIVATE KEY BLOCK") ? STR("private-key") : (str){ 0 };
}

static void pem_other_key(struct key_place *p, span pem, str kind)
{
	struct key_facts k = { .kind = kind };

	if (str_is(kind, "private-key") && secret_armour(p, pem)) return;
	key_by_its_bytes(pem, &k);
	key_write(p, &k, str_is(kind, "psk") ? NO : UNKNOWN);
}

static void take_block(struct key_place *p, str label, span block)
{
	struct arena scratch = p->scratch;
	str other = other_key(label);

	if (str_ends(label, "PRIVATE KEY"))
		pem_private_key(p, block);
	else if (str_is(label, "PUBLIC KEY") || str_is(label, "RSA PUBLIC KEY"))
		pem_public_key(p, block);
	else if (other.n)
		pem_other_key(p, block, other);
	else
		pem_of_der(p, block);
	collect_excerpt(p->facts, p->file, p->at, 0, arena_printf(&scratch, "-----BEGIN %.*s-----", STR_FMT(label)));
}

static void collect_pem(struct key_place *place, span content)
{
	struct pem p = { .content = content };
	struct buf text = { 0 };
	unsigned found = 0;

	for (p.begin = pem_next(&p, 0); p.begin < content.n;) {
		uint64_t next = pem_next(&p, p.begin + 1);
		str label;
		bool is_block;

		buf_clear(&text);
		place->at = p.begin;
		is_block = pem_block(&p, next, &label, &text);
		p.begin = next;
		if (!is_block) continue;
		if (found++ == PEM_MOST) {
			keys_short(place->file, "a file has more keys and certificates than are read");
			break;
		}
		take_block(place, label, span_from_str(buf_all(&text)));
	}
	if (p.is_short) keys_short(place->file, "a file has a key or certificate in PEM that is larger than is read");
	buf_free(&text);
}

/* ---- dropbear ---------------------------------------------------------------------------------------------------- */

/* Its host keys: the SSH wire form "\0\0\0\7ssh-rsa" e n d p q. */
static void collect_dropbear(const struct key_place *p, span content)
{
	struct key_facts k = { .kind = STR("private-key") };

	key_by_its_bytes(content, &k);
	if (ssh_public_key(content, &k)) key_write(p, &k, NO);
}

static void collect(struct facts *f, const struct tree_file *file, span content, struct arena scratch)
{
	struct key_place p = { .facts = f, .file = file, .scratch = scratch, .rounds = KEY_ROUNDS_MOST };

	collect_pem(&p, content);
	p.at = 0;
	if (is_dropbear(content))
		collect_dropbear(&p, content);
	else
		collect_der(&p, content, true);
	p.at = 0;
	secret_scan(&p, content);
	ERR_clear_error();
}

const struct file_collector collector_secrets = { .name = "secrets",
	.reads = "every file at any offset, and the bytes that no format claims: [secrets.md](secrets.md) lists the "
		 "forms",
	.classes = { "secrets", "certificates" },
	.wants = wants,
	.collect = collect,
	.each_name = true };
