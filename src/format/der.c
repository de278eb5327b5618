#include "format/der.h"

#include "base/limits.h"

enum {
	TAG_INTEGER = 0x02,
	TAG_BITS = 0x03,
	TAG_OCTETS = 0x04,
	TAG_OBJECT = 0x06,
	TAG_SEQUENCE = 0x30,
	TAG_CONTEXT_0 = 0xa0,
	TAG_CONTEXT_1 = 0xa1,
};

/* ---- elements ---------------------------------------------------------------------------------------------------- */

/* X.690 10.1: the shortest form of the length. */
static bool read_length(reader *r, size_t *ret)
{
	uint8_t first = read_u8(r);
	unsigned bytes = first & 0x7fu;
	size_t length = 0;

	if (first < 0x80) {
		*ret = first;
		return !r->is_short;
	}
	if (bytes < 1 || bytes > 3) return false;
	for (unsigned i = 0; i < bytes; i++) length = length << 8 | read_u8(r);
	*ret = length;
	return !r->is_short && length >= (bytes == 1 ? 0x80u : 1u << (8 * (bytes - 1)));
}

static bool element(reader *r, uint8_t tag, span *ret)
{
	size_t length;

	if (read_u8(r) != tag || !read_length(r, &length)) return false;
	*ret = read_span(r, length);
	return !r->is_short;
}

static uint8_t next_tag(const reader *r)
{
	return r->at < r->in.n ? r->in.p[r->at] : 0;
}

static bool is_at_end(const reader *r)
{
	return !r->is_short && r->at == r->in.n;
}

/* X.690 8.3.2; none of a key's numbers is negative. */
static bool number(reader *r, span *ret)
{
	if (!element(r, TAG_INTEGER, ret) || !ret->n || ret->p[0] & 0x80) return false;
	return ret->n == 1 || ret->p[0] || ret->p[1] & 0x80;
}

static bool version(reader *r, uint8_t lowest, uint8_t highest)
{
	span v;

	return number(r, &v) && v.n == 1 && v.p[0] >= lowest && v.p[0] <= highest;
}

static bool optional(reader *r, uint8_t tag)
{
	span ignored;

	return next_tag(r) != tag || element(r, tag, &ignored);
}

static bool starts_with(span s, const char *bytes, size_t n)
{
	return s.n >= n && memcmp(s.p, bytes, n) == 0;
}

/* ---- structures: each is given what stands in the outer sequence ------------------------------------------------- */

static bool is_certificate(span body, struct der *ret)
{
	reader r = { .in = body }, tbs = { 0 }, algorithm = { 0 };
	span part;

	ret->kind = DER_CERTIFICATE;
	if (!element(&r, TAG_SEQUENCE, &tbs.in) || !element(&r, TAG_SEQUENCE, &algorithm.in) ||
		!element(&r, TAG_BITS, &part) || !is_at_end(&r))
		return false;
	return optional(&tbs, TAG_CONTEXT_0) && element(&tbs, TAG_INTEGER, &part) &&
	       element(&tbs, TAG_SEQUENCE, &part) && element(&algorithm, TAG_OBJECT, &part);
}

static bool is_pkcs8(span body, struct der *ret)
{
	reader r = { .in = body }, algorithm = { 0 };

	ret->kind = DER_PKCS8;
	return version(&r, 0, 1) && element(&r, TAG_SEQUENCE, &algorithm.in) &&
	       element(&algorithm, TAG_OBJECT, &ret->algorithm) && ret->algorithm.n >= 3 &&
	       element(&r, TAG_OCTETS, &ret->key) && ret->key.n >= 16 && optional(&r, TAG_CONTEXT_0) &&
	       optional(&r, TAG_CONTEXT_1) && optional(&r, 0x81) && is_at_end(&r);
}

/* Nine numbers are RSA's, six are DSA's. Of moduli below 256 bits nobody is safe, and nothing is known by them. */
static bool is_numbers(span body, struct der *ret)
{
	reader r = { .in = body };
	span first, n;
	unsigned count = 1;

	if (!number(&r, &first) || first.n != 1 || first.p[0] > 1 || !number(&r, &n) || n.n < 32) return false;
	for (; next_tag(&r) == TAG_INTEGER && count < 9; count++)
		if (!number(&r, &n)) return false;
	if (first.p[0] == 1 && !optional(&r, TAG_SEQUENCE)) return false; /* more than two primes */
	ret->kind = count == 8 ? DER_RSA : DER_DSA;
	return is_at_end(&r) && (count == 8 || count == 5);
}

static bool is_ec(span body, struct der *ret)
{
	reader r = { .in = body };

	ret->kind = DER_EC;
	return version(&r, 1, 1) && element(&r, TAG_OCTETS, &ret->key) && ret->key.n >= 16 && ret->key.n <= 72 &&
	       optional(&r, TAG_CONTEXT_0) && optional(&r, TAG_CONTEXT_1) && is_at_end(&r);
}

/* Of PKCS #5, of PKCS #12, of Java's JKS and JCEKS. By its shape alone it could be a digest (DigestInfo). */
static bool is_encryption(span object)
{
	static const struct {
		const char *bytes;
		size_t n;
	} known[] = {
		{ "\x2a\x86\x48\x86\xf7\x0d\x01\x05", 8 },
		{ "\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x01", 9 },
		{ "\x2b\x06\x01\x04\x01\x2a\x02\x11\x01\x01", 10 },
		{ "\x2b\x06\x01\x04\x01\x2a\x02\x13\x01", 9 },
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (starts_with(object, known[i].bytes, known[i].n)) return true;
	return false;
}

static bool is_encrypted(span body, struct der *ret)
{
	reader r = { .in = body }, algorithm = { 0 };
	span object, octets;

	ret->kind = DER_ENCRYPTED;
	return element(&r, TAG_SEQUENCE, &algorithm.in) && element(&algorithm, TAG_OBJECT, &object) &&
	       is_encryption(object) && element(&r, TAG_OCTETS, &octets) && octets.n >= 16 && is_at_end(&r);
}

/* Of its parts some tools write the lengths as BER has it ("to be seen at the end"): only the beginning is fixed. */
static bool is_pkcs12(span begin)
{
	static const char data[] = "\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07";
	reader r = { .in = begin };
	size_t length;

	if (!version(&r, 3, 3) || read_u8(&r) != TAG_SEQUENCE) return false;
	if (next_tag(&r) == 0x80)
		read_skip(&r, 1);
	else if (!read_length(&r, &length))
		return false;
	return !r.is_short && starts_with(span_from(begin, r.at, UINT64_MAX), data, sizeof(data) - 1);
}

/* ---- any place --------------------------------------------------------------------------------------------------- */

static bool is_here(span content, size_t at, struct der *ret)
{
	reader r = { .in = span_from(content, at, LIMIT_DER) };
	span body;

	*ret = (struct der){ .at = at };
	if (starts_with(r.in, "\x30\x80", 2)) {
		ret->kind = DER_PKCS12;
		ret->bytes = r.in;
		return is_pkcs12(span_from(r.in, 2, UINT64_MAX));
	}
	if (!element(&r, TAG_SEQUENCE, &body) || body.n < 24) return false;
	ret->bytes = span_from(r.in, 0, r.at);
	if (is_pkcs12(body)) {
		ret->kind = DER_PKCS12;
		return true;
	}
	if (body.p[0] == TAG_SEQUENCE) return is_encrypted(body, ret) || is_certificate(body, ret);
	return is_pkcs8(body, ret) || is_ec(body, ret) || is_numbers(body, ret);
}

/* The byte behind the outer length: a version or another sequence. It tells most places apart at once. */
static bool may_be_here(const uint8_t *p)
{
	size_t body = p[1] == 0x81 ? 3 : p[1] == 0x82 ? 4 : p[1] == 0x83 ? 5 : 2;

	if (p[1] > 0x83) return false;
	return p[body] == TAG_SEQUENCE || (p[body] == TAG_INTEGER && p[body + 1] == 1 && p[body + 2] <= 3);
}

bool der_next(span content, size_t from, struct der *ret)
{
	enum { LEAST = 26 };

	while (from < content.n && content.n - from >= LEAST) {
		const uint8_t *p = memchr(content.p + from, TAG_SEQUENCE, content.n - from - LEAST + 1);

		if (!p) return false;
		from = (size_t)(p - content.p);
		if (may_be_here(p) && is_here(content, from, ret)) return true;
		from++;
	}
	return false;
}
