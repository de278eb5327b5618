/* PKCS #12 (RFC 7292), and keys behind a password: an empty one is as good as none, and tried. */
#include "rootfs/key_facts.h"

#include <openssl/asn1t.h>
#include <openssl/pkcs12.h>

/* Containers in containers: no tool writes more than two. */
enum { DEPTH_MOST = 4 };

/* ---- what a try costs -------------------------------------------------------------------------------------------- */

/* Rounds of deriving the key, by PKCS #5 1.5, 2.1 or PKCS #12; 0: not known, as with scrypt. */
static uint64_t rounds_of(const X509_ALGOR *algorithm)
{
	const ASN1_INTEGER *rounds = NULL;
	PBE2PARAM *two = NULL;
	PBKDF2PARAM *kdf = NULL;
	PBEPARAM *one = NULL;
	int64_t n = 0;

	if (OBJ_obj2nid(algorithm->algorithm) == NID_pbes2) {
		two = ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(PBE2PARAM), algorithm->parameter);
		if (two && OBJ_obj2nid(two->keyfunc->algorithm) == NID_id_pbkdf2)
			kdf = ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(PBKDF2PARAM), two->keyfunc->parameter);
		if (kdf) rounds = kdf->iter;
	} else {
		one = ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(PBEPARAM), algorithm->parameter);
		if (one) rounds = one->iter;
	}
	if (rounds && (!ASN1_INTEGER_get_int64(&n, rounds) || n < 1)) n = 0;
	PBE2PARAM_free(two);
	PBKDF2PARAM_free(kdf);
	PBEPARAM_free(one);
	return (uint64_t)n;
}

static bool may_try(struct key_place *p, uint64_t rounds)
{
	if (rounds && rounds <= p->rounds) {
		p->rounds -= rounds;
		return true;
	}
	keys_short(p->file, "a key behind a password was not tried with an empty one, as that takes too long");
	return false;
}

/* An empty password has two forms in PKCS #12: no byte, and the end of a text. */
struct empty_password {
	const char *text;
	int length;
};

static const struct empty_password empty_passwords[] = { { "", 0 }, { NULL, 0 } };

enum { EMPTY = sizeof(empty_passwords) / sizeof(*empty_passwords) };

/* ---- one encrypted key ------------------------------------------------------------------------------------------- */

static bool is_known_to_openssl(const X509_ALGOR *algorithm)
{
	int nid = OBJ_obj2nid(algorithm->algorithm);

	return nid == NID_pbes2 || (nid != NID_undef && EVP_PBE_find(EVP_PBE_TYPE_OUTER, nid, NULL, NULL, NULL));
}

static EVP_PKEY *open_with(const X509_SIG *locked, const struct empty_password *password)
{
	PKCS8_PRIV_KEY_INFO *info = PKCS8_decrypt(locked, password->text, password->length);
	EVP_PKEY *key = info ? EVP_PKCS82PKEY(info) : NULL;

	PKCS8_PRIV_KEY_INFO_free(info);
	return key;
}

static EVP_PKEY *open_locked(struct key_place *p, const X509_SIG *locked)
{
	const X509_ALGOR *algorithm;
	const ASN1_OCTET_STRING *octets;
	EVP_PKEY *key = NULL;

	X509_SIG_get0(locked, &algorithm, &octets);
	if (!is_known_to_openssl(algorithm)) return NULL; /* Java's own forms have no empty password */
	for (size_t i = 0; i < EMPTY && !key && may_try(p, rounds_of(algorithm)); i++)
		key = open_with(locked, &empty_passwords[i]);
	return key;
}

EVP_PKEY *key_of_encrypted(struct key_place *p, span der)
{
	const unsigned char *from = der.p;
	X509_SIG *locked = d2i_X509_SIG(NULL, &from, (long)der.n);
	EVP_PKEY *key = locked ? open_locked(p, locked) : NULL;

	X509_SIG_free(locked);
	return key;
}

/* ---- what is in a container -------------------------------------------------------------------------------------- */

struct opening {
	struct key_place *place;
	span bytes;
	unsigned keys;
	bool has_closed; /* a part that no empty password opens: nobody knows what is in it */
};

static void write_key(struct opening *o, EVP_PKEY *key, tri locked)
{
	struct key_facts k = { .kind = STR("private-key") };

	if (key) key_describe(key, &k);
	if (!k.has_fingerprint) key_by_its_bytes(o->bytes, &k);
	key_write(o->place, &k, locked);
	o->keys++;
	EVP_PKEY_free(key);
}

static void take_bags(struct opening *o, const STACK_OF(PKCS12_SAFEBAG) * bags, unsigned depth);

static void take_bag(struct opening *o, const PKCS12_SAFEBAG *bag, unsigned depth)
{
	EVP_PKEY *key;
	X509 *x;

	switch (PKCS12_SAFEBAG_get_nid(bag)) {
	case NID_keyBag:
		write_key(o, EVP_PKCS82PKEY(PKCS12_SAFEBAG_get0_p8inf(bag)), NO);
		break;
	case NID_pkcs8ShroudedKeyBag:
		key = open_locked(o->place, PKCS12_SAFEBAG_get0_pkcs8(bag));
		write_key(o, key, tri_of(!key));
		break;
	case NID_certBag:
		x = PKCS12_SAFEBAG_get1_cert(bag);
		if (x) certificate_write(o->place, x);
		X509_free(x);
		break;
	case NID_safeContentsBag:
		if (depth < DEPTH_MOST)
			take_bags(o, PKCS12_SAFEBAG_get0_safes(bag), depth + 1);
		else
			o->has_closed = true;
		break;
	}
}

static void take_bags(struct opening *o, const STACK_OF(PKCS12_SAFEBAG) * bags, unsigned depth)
{
	for (int i = 0; i < sk_PKCS12_SAFEBAG_num(bags); i++) take_bag(o, sk_PKCS12_SAFEBAG_value(bags, i), depth);
}

static STACK_OF(PKCS12_SAFEBAG) * bags_of_encrypted(struct opening *o, PKCS7 *part)
{
	STACK_OF(PKCS12_SAFEBAG) *bags = NULL;
	const X509_ALGOR *algorithm = part->d.encrypted ? part->d.encrypted->enc_data->algorithm : NULL;

	for (size_t i = 0; i < EMPTY && !bags && algorithm && may_try(o->place, rounds_of(algorithm)); i++)
		bags = PKCS12_unpack_p7encdata(part, empty_passwords[i].text, empty_passwords[i].length);
	return bags;
}

static void take_part(struct opening *o, PKCS7 *part)
{
	STACK_OF(PKCS12_SAFEBAG) *bags = NULL;

	if (PKCS7_type_is_data(part))
		bags = PKCS12_unpack_p7data(part);
	else if (PKCS7_type_is_encrypted(part))
		bags = bags_of_encrypted(o, part);
	if (bags)
		take_bags(o, bags, 0);
	else
		o->has_closed = true;
	sk_PKCS12_SAFEBAG_pop_free(bags, PKCS12_SAFEBAG_free);
}

size_t collect_pkcs12(struct key_place *p, span bytes)
{
	const unsigned char *from = bytes.p;
	PKCS12 *container = d2i_PKCS12(NULL, &from, (long)bytes.n);
	STACK_OF(PKCS7) *parts = container ? PKCS12_unpack_authsafes(container) : NULL;
	size_t size = container ? (size_t)(from - bytes.p) : 0;
	struct opening o = { .place = p, .bytes = { bytes.p, size }, .has_closed = container && !parts };
	struct arena scratch = p->scratch;

	for (int i = 0; i < sk_PKCS7_num(parts); i++) take_part(&o, sk_PKCS7_value(parts, i));
	if (o.has_closed && !o.keys)
		file_short(p->file, "secrets",
			"a container of PKCS #12 is closed by a password, and whether it holds a private key is not "
			"seen");
	if (o.has_closed)
		file_short(p->file, "certificates",
			"a container of PKCS #12 is closed by a password, and whether it holds certificates is not "
			"seen");
	if (size)
		collect_excerpt(p->facts, p->file, p->at, 0,
			arena_printf(&scratch, "(container of PKCS #12, %zu bytes)", size));
	sk_PKCS7_pop_free(parts, PKCS7_free);
	PKCS12_free(container);
	return size;
}
