#include "testing.h"

#include "base/buf.h"
#include "evidence/run.h"
#include "rootfs/collectors.h"
#include "rootfs/key_facts.h"

#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rsa.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- one file, and what the collector says of it ----------------------------------------------------------------------------- */

struct looked {
	struct evidence *evidence;
	struct evidence_run *run;
	struct shortfalls shortfalls;
	char answer[1024];
};

static void to_run(void *self, span frames)
{
	struct looked *l = self;

	assert_ok(evidence_run_take(l->run, frames));
}

static void look(struct looked *l, span content)
{
	struct arena scratch = arena_open((size_t)64 << 20);
	int64_t input;

	*l = (struct looked){ 0 };
	assert_ok(evidence_create(NULL, &l->evidence));
	assert_ok(evidence_input(l->evidence, &(struct input_row){ .kind = STR("image"), .name = STR("t") }, &input));
	l->run = evidence_run_begin(l->evidence, input, &role_image, (str){ 0 });

	struct facts *f = facts_open((struct facts_sink){ .self = l, .write = to_run });
	struct tree_file file = { .path = STR("a"),
		.type = NODE_FILE,
		.size = content.n,
		.shortfalls = &l->shortfalls,
		.fact = fact_file(f, &(struct fact_file){ .path = STR("/a"), .type = STR("file") }) };

	if (collector_secrets.wants(&file, content)) collector_secrets.collect(f, &file, content, scratch);
	facts_done(f);
	facts_close(f);
	arena_close(&scratch);
}

/* Rows joined by "; ". */
static const char *ask(struct looked *l, const char *sql)
{
	sqlite3_stmt *stmt = NULL;
	size_t n = 0;

	l->answer[0] = '\0';
	assert_int_equal(sqlite3_prepare_v2(evidence_db(l->evidence), sql, -1, &stmt, NULL), SQLITE_OK);
	while (sqlite3_step(stmt) == SQLITE_ROW)
		for (int c = 0; c < sqlite3_column_count(stmt); c++) {
			const char *text = (const char *)sqlite3_column_text(stmt, c);

			n += (size_t)snprintf(l->answer + n, sizeof(l->answer) - n, "%s%s",
				c   ? " "
				: n ? "; "
				    : "",
				text ? text : "?");
		}
	sqlite3_finalize(stmt);
	return l->answer;
}

static void done(struct looked *l)
{
	assert_ok(evidence_run_end(l->run, NULL, "", (str){ 0 }));
	evidence_close(l->evidence);
}

static const char secrets_sql[] = "SELECT at, kind, algorithm, bits, locked FROM secret ORDER BY at";

static void assert_secrets(span content, const char *rows)
{
	struct looked l;

	look(&l, content);
	assert_string_equal(ask(&l, secrets_sql), rows);
	done(&l);
}

/* ---- keys and bytes for the tests ---------------------------------------------------------------------------------------------- */

static EVP_PKEY *rsa_key(void)
{
	static EVP_PKEY *key;

	if (!key) key = EVP_RSA_gen(1024);
	return key;
}

static EVP_PKEY *ec_key(void)
{
	static EVP_PKEY *key;

	if (!key) key = EVP_EC_gen("P-256");
	return key;
}

static EVP_PKEY *ed_key(void)
{
	static EVP_PKEY *key;

	if (!key) key = EVP_PKEY_Q_keygen(NULL, NULL, "ED25519");
	return key;
}

static X509 *certificate(void)
{
	X509 *x = X509_new();

	X509_set_version(x, 2);
	ASN1_INTEGER_set(X509_get_serialNumber(x), 7);
	X509_gmtime_adj(X509_getm_notBefore(x), 0);
	X509_gmtime_adj(X509_getm_notAfter(x), 86400);
	X509_NAME_add_entry_by_txt(X509_get_subject_name(x), "CN", MBSTRING_ASC, (const uint8_t *)"one", -1, -1, 0);
	X509_set_issuer_name(x, X509_get_subject_name(x));
	X509_set_pubkey(x, rsa_key());
	assert_true(X509_sign(x, rsa_key(), EVP_sha256()) > 0);
	return x;
}

static uint64_t next_random(uint64_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return *seed;
}

static void put_random(struct buf *b, size_t n, uint64_t seed)
{
	for (size_t i = 0; i < n; i++) buf_char(b, (char)next_random(&seed));
}

static void put_der(struct buf *b, unsigned char *der, int n)
{
	assert_true(n > 0);
	buf_bytes(b, der, (size_t)n);
	OPENSSL_free(der);
}

static void put_traditional(struct buf *b, EVP_PKEY *key)
{
	unsigned char *der = NULL;
	int n = i2d_PrivateKey(key, &der);

	put_der(b, der, n);
}

static void put_pkcs8(struct buf *b, EVP_PKEY *key)
{
	PKCS8_PRIV_KEY_INFO *info = EVP_PKEY2PKCS8(key);
	unsigned char *der = NULL;
	int n = i2d_PKCS8_PRIV_KEY_INFO(info, &der);

	put_der(b, der, n);
	PKCS8_PRIV_KEY_INFO_free(info);
}

static void put_locked(struct buf *b, EVP_PKEY *key, const char *password, int rounds)
{
	PKCS8_PRIV_KEY_INFO *info = EVP_PKEY2PKCS8(key);
	X509_SIG *sig = PKCS8_encrypt(-1, EVP_aes_128_cbc(), password, (int)strlen(password), NULL, 0, rounds, info);
	unsigned char *der = NULL;
	int n = i2d_X509_SIG(sig, &der);

	put_der(b, der, n);
	X509_SIG_free(sig);
	PKCS8_PRIV_KEY_INFO_free(info);
}

static void put_pkcs12(struct buf *b, EVP_PKEY *key, X509 *x, const char *password, int rounds)
{
	PKCS12 *p = PKCS12_create(password, NULL, key, x, NULL, NID_aes_128_cbc, NID_aes_128_cbc, rounds, 1, 0);
	unsigned char *der = NULL;
	int n;

	assert_non_null(p);
	n = i2d_PKCS12(p, &der);
	put_der(b, der, n);
	PKCS12_free(p);
}

static span all(const struct buf *b)
{
	return span_from_str(buf_all(b));
}

/* ---- DER ------------------------------------------------------------------------------------------------------------------------- */

static void a_private_key_in_der_is_found_at_any_offset(void **state)
{
	(void)state;
	static const size_t offsets[] = { 0, 1, 4000, 70'001 };
	static const char *const rsa[] = { "0 private-key rsa 1024 0", "1 private-key rsa 1024 0",
		"4000 private-key rsa 1024 0", "70001 private-key rsa 1024 0" };
	static const char *const ec[] = { "0 private-key ecdsa 256 0", "1 private-key ecdsa 256 0",
		"4000 private-key ecdsa 256 0", "70001 private-key ecdsa 256 0" };

	for (size_t i = 0; i < sizeof(offsets) / sizeof(*offsets); i++)
		for (int form = 0; form < 4; form++) {
			struct buf b = { 0 };
			EVP_PKEY *key = form & 1 ? ec_key() : rsa_key();

			put_random(&b, offsets[i], 0x9e3779b97f4a7c15);
			if (form & 2)
				put_pkcs8(&b, key);
			else
				put_traditional(&b, key);
			put_random(&b, 5000, 77);
			assert_secrets(all(&b), form & 1 ? ec[i] : rsa[i]);
			buf_free(&b);
		}
}

static void keys_beside_each_other_are_all_found(void **state)
{
	(void)state;
	struct buf b = { 0 };

	put_pkcs8(&b, ed_key());
	put_traditional(&b, ec_key());
	put_pkcs8(&b, ed_key());
	assert_secrets(
		all(&b), "0 private-key ed25519 256 0; 48 private-key ecdsa 256 0; 169 private-key ed25519 256 0");
	buf_free(&b);
}

/* The private key, its PKCS #8 form and the public key of a certificate have one fingerprint. */
static void a_key_has_one_fingerprint_in_every_form(void **state)
{
	(void)state;
	struct buf b = { 0 };
	struct looked l;

	put_pkcs8(&b, rsa_key());
	put_traditional(&b, rsa_key());
	put_pkcs12(&b, rsa_key(), NULL, "", 2);
	look(&l, all(&b));
	assert_string_equal(ask(&l, "SELECT count(*), count(DISTINCT fingerprint) FROM secret"), "3 1");
	done(&l);
	buf_free(&b);
}

static void bytes_by_chance_are_no_key(void **state)
{
	(void)state;
	struct buf b = { 0 };

	put_random(&b, 8 << 20, 4711);

	/* ... and none that are all zeros, sequences or numbers. */
	for (int i = 0; i < 100'000; i++) buf_bytes(&b, "\x30\x30\x02\x01\x30\x82\x30", 7);
	assert_secrets(all(&b), "");
	buf_free(&b);
}

/* A key with one bit of its modulus turned, and one whose last byte is cut off. */
static void what_only_has_the_shape_of_a_key_is_none(void **state)
{
	(void)state;
	struct buf b = { 0 };

	put_traditional(&b, rsa_key());
	b.p[40] ^= 1;
	assert_secrets(all(&b), "");
	b.p[40] ^= 1;
	assert_secrets(span_from(all(&b), 0, b.n - 1), "");
	assert_secrets(all(&b), "0 private-key rsa 1024 0");
	buf_free(&b);
}

/* A program that makes keys has the bytes that stand before one, and behind them something else. */
static void the_beginning_of_a_key_in_a_program_is_none(void **state)
{
	(void)state;
	assert_secrets(SPAN("\x30\x2e\x02\x01\x00\x30\x05\x06\x03\x2b\x65\x70\x04\x22\x04\x20"
			    "\0\0\0\0\0\0\0\0\1\0\0\0\2\0\0\0\3\0\0\0\0\0\0\0key\0\0\0\0\0"),
		"");
}

static void certificates_in_der_and_sets_of_them_are_read(void **state)
{
	(void)state;
	X509 *x = certificate();
	struct buf b = { 0 };
	struct looked l;
	unsigned char *der = NULL;
	int n = i2d_X509(x, &der);

	put_random(&b, 100, 5);
	put_der(&b, der, n);
	put_random(&b, 100, 6);

	PKCS7 *set = PKCS7_new();

	PKCS7_set_type(set, NID_pkcs7_signed);
	PKCS7_content_new(set, NID_pkcs7_data);
	PKCS7_add_certificate(set, x);
	der = NULL;
	n = i2d_PKCS7(set, &der);
	put_der(&b, der, n);
	look(&l, all(&b));
	assert_string_equal(
		ask(&l, "SELECT count(*), count(DISTINCT fingerprint), min(at), max(subject) FROM certificate"),
		"2 1 100 CN=one");
	assert_string_equal(ask(&l, secrets_sql), "");
	done(&l);
	buf_free(&b);

	/* ... and in PEM. */
	BIO *bio = BIO_new(BIO_s_mem());
	char *p;

	PEM_write_bio_PKCS7(bio, set);
	PEM_write_bio_X509_AUX(bio, x);
	n = (int)BIO_get_mem_data(bio, &p);
	look(&l, (span){ (const uint8_t *)p, (size_t)n });
	assert_string_equal(ask(&l, "SELECT count(*), count(DISTINCT fingerprint) FROM certificate"), "2 1");
	done(&l);
	BIO_free(bio);
	PKCS7_free(set);
	X509_free(x);
}

static void put_length(struct buf *b, size_t n)
{
	buf_bytes(b, (const uint8_t[]){ 0x30, 0x83, (uint8_t)(n >> 16), (uint8_t)(n >> 8), (uint8_t)n }, 5);
}

/* Each looks like a certificate and holds the next: going into all of them whole would take the square of their number. */
static void what_looks_like_many_certificates_ends_and_is_told(void **state)
{
	(void)state;
	enum { LEVELS = 20'000, HEAD = 15, TAIL = 8 };
	struct buf b = { 0 };
	struct looked l;

	for (size_t left = LEVELS * (HEAD + TAIL); left; left -= HEAD + TAIL) {
		put_length(&b, left - 5);
		put_length(&b, left - 10 - TAIL);
		buf_bytes(&b, "\x02\x01\x01\x30\x00", 5);
	}
	for (int i = 0; i < LEVELS; i++) buf_bytes(&b, "\x30\x03\x06\x01\x2a\x03\x01\x00", TAIL);
	look(&l, all(&b));
	assert_string_equal(ask(&l, "SELECT count(*) FROM certificate"), "0");
	assert_int_equal(l.shortfalls.count, 2);
	done(&l);
	buf_free(&b);
}

/* ---- passwords -------------------------------------------------------------------------------------------------------------------- */

static void a_container_with_an_empty_password_is_as_good_as_plain(void **state)
{
	(void)state;
	X509 *x = certificate();
	struct buf empty = { 0 }, closed = { 0 }, only = { 0 }, only_closed = { 0 };
	struct looked l;

	put_pkcs12(&empty, rsa_key(), x, "", 2048);
	put_pkcs12(&closed, rsa_key(), x, "geheim", 2048);
	put_pkcs12(&only, NULL, x, "", 2048);
	put_pkcs12(&only_closed, NULL, x, "geheim", 2048);
	X509_free(x);

	look(&l, all(&empty));
	assert_string_equal(ask(&l, secrets_sql), "0 private-key rsa 1024 0");
	assert_string_equal(ask(&l, "SELECT subject FROM certificate"), "CN=one");
	assert_int_equal(l.shortfalls.count, 0);
	done(&l);

	look(&l, all(&closed));
	assert_string_equal(ask(&l, secrets_sql), "0 private-key ? ? 1");
	done(&l);

	look(&l, all(&only));
	assert_string_equal(ask(&l, secrets_sql), "");
	assert_string_equal(ask(&l, "SELECT subject FROM certificate"), "CN=one");
	done(&l);

	/* Nobody knows what is in it: that is told, and no key is claimed. */
	look(&l, all(&only_closed));
	assert_string_equal(ask(&l, secrets_sql), "");
	assert_int_equal(l.shortfalls.count, 2);
	assert_string_equal(l.shortfalls.rows[0].class, "secrets");
	done(&l);
	buf_free(&empty), buf_free(&closed), buf_free(&only), buf_free(&only_closed);
}

static void encrypted_and_plain_keys_are_told_apart(void **state)
{
	(void)state;
	struct buf b = { 0 };

	put_locked(&b, rsa_key(), "geheim", 2048);
	assert_secrets(all(&b), "0 private-key ? ? 1");
	buf_clear(&b);
	put_locked(&b, rsa_key(), "", 2048);
	assert_secrets(all(&b), "0 private-key rsa 1024 0");
	buf_free(&b);

	/* The same in PEM, and OpenSSL's old form. */
	for (int form = 0; form < 4; form++) {
		BIO *bio = BIO_new(BIO_s_mem());
		unsigned char word[] = "geheim";
		int length = form & 1 ? 6 : 0;
		char *p;

		if (form & 2)
			PEM_write_bio_PKCS8PrivateKey(
				bio, rsa_key(), EVP_aes_128_cbc(), (char *)word, length, NULL, NULL);
		else
			PEM_write_bio_PrivateKey_traditional(
				bio, rsa_key(), EVP_aes_128_cbc(), word, length, NULL, NULL);

		size_t n = (size_t)BIO_get_mem_data(bio, &p);

		assert_secrets((span){ (const uint8_t *)p, n }, !(form & 1) ? "0 private-key rsa 1024 0"
								: form & 2  ? "0 private-key ? ? 1"
									    : "0 private-key rsa ? 1");
		BIO_free(bio);
	}
}

/* A billion rounds of deriving a key take minutes: not tried, and told. */
static void a_key_that_is_dear_to_try_is_told(void **state)
{
	(void)state;
	struct buf b = { 0 };
	struct looked l;
	size_t at;

	put_locked(&b, rsa_key(), "geheim", 0x7ff0);

	/* 02 02 7f f0 becomes a number of the same length: the count of rounds, and with it every length, stays in its place. */
	for (at = 0; at + 4 < b.n && memcmp(b.p + at, "\x02\x02\x7f\xf0", 4); at++) continue;
	assert_true(at + 4 < b.n);
	memcpy(b.p + at, "\x02\x02\x00\x00", 4);
	look(&l, all(&b));
	assert_string_equal(ask(&l, secrets_sql), "0 private-key ? ? 1");
	assert_int_equal(l.shortfalls.count, 2);
	done(&l);
	buf_free(&b);
}

static void keys_that_are_no_der_are_known_by_their_block(void **state)
{
	(void)state;
	assert_secrets(SPAN("#\n# 2048 bit OpenVPN static key\n#\n-----BEGIN OpenVPN Static key V1-----\n"
			    "0123456789abcdef0123456789abcdef\n0123456789abcdef0123456789abcdef\n"
			    "0123456789abcdef0123456789abcdef\n0123456789abcdef0123456789abcdef\n"
			    "-----END OpenVPN Static key V1-----\n"),
		"34 psk ? ? 0");
}

static void a_key_that_somebody_published_is_named(void **state)
{
	(void)state;
	struct digest published = { .hex = "01e67e56244b43b668e2b9a697daaafcfb501fa78de2fcc4aa32bdae6dd94af6" };
	struct digest other = { .hex = "01e67e56244b43b668e2b9a697daaafcfb501fa78de2fcc4aa32bdae6dd94af7" };
	str known = key_known(&published);

	assert_true(str_starts(known, "OpenSSL "));
	assert_null(memchr(known.p, '\n', known.n));
	assert_int_equal(key_known(&other).n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_private_key_in_der_is_found_at_any_offset),
		cmocka_unit_test(keys_beside_each_other_are_all_found),
		cmocka_unit_test(a_key_has_one_fingerprint_in_every_form),
		cmocka_unit_test(bytes_by_chance_are_no_key),
		cmocka_unit_test(what_only_has_the_shape_of_a_key_is_none),
		cmocka_unit_test(the_beginning_of_a_key_in_a_program_is_none),
		cmocka_unit_test(certificates_in_der_and_sets_of_them_are_read),
		cmocka_unit_test(what_looks_like_many_certificates_ends_and_is_told),
		cmocka_unit_test(a_container_with_an_empty_password_is_as_good_as_plain),
		cmocka_unit_test(encrypted_and_plain_keys_are_told_apart),
		cmocka_unit_test(a_key_that_is_dear_to_try_is_told),
		cmocka_unit_test(keys_that_are_no_der_are_known_by_their_block),
		cmocka_unit_test(a_key_that_somebody_published_is_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
