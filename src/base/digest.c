#include "base/digest.h"

#include <errno.h>
#include <openssl/evp.h>
#include <stdlib.h>
#include <unistd.h>

static void write_hex(struct digest *d)
{
	static const char hex[] = "0123456789abcdef";

	for (size_t i = 0; i < sizeof(d->raw); i++) {
		d->hex[2 * i] = hex[d->raw[i] >> 4];
		d->hex[2 * i + 1] = hex[d->raw[i] & 15];
	}
}

struct digest digest_of(span bytes)
{
	struct digest d = { 0 };

	if (!EVP_Digest(bytes.n ? bytes.p : (const uint8_t *)"", bytes.n, d.raw, NULL, EVP_sha256(), NULL)) abort();
	write_hex(&d);
	return d;
}

static int add_file(EVP_MD_CTX *sum, int fd, uint64_t size)
{
	static uint8_t block[256 << 10];

	for (uint64_t at = 0; at < size;) {
		size_t wanted = size - at < sizeof(block) ? (size_t)(size - at) : sizeof(block);
		ssize_t n = pread(fd, block, wanted, (off_t)at);

		if (n < 0 && errno == EINTR) continue;
		if (n <= 0) return n < 0 ? errno : ENODATA;
		if (!EVP_DigestUpdate(sum, block, (size_t)n)) abort();
		at += (uint64_t)n;
	}
	return 0;
}

int digest_of_file(int fd, uint64_t size, struct digest *ret)
{
	EVP_MD_CTX *sum = EVP_MD_CTX_new();
	struct digest d = { 0 };

	if (!sum || !EVP_DigestInit_ex(sum, EVP_sha256(), NULL)) abort();

	int why = add_file(sum, fd, size);

	if (!why && !EVP_DigestFinal_ex(sum, d.raw, NULL)) abort();
	EVP_MD_CTX_free(sum);
	write_hex(&d);
	if (!why) *ret = d;
	return why;
}
