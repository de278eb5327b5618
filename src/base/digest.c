#include "base/digest.h"

#include <openssl/evp.h>
#include <stdlib.h>

struct digest digest_of(span bytes)
{
	static const char hex[] = "0123456789abcdef";
	struct digest d = { 0 };

	if (!EVP_Digest(bytes.n ? bytes.p : (const uint8_t *)"", bytes.n, d.raw, NULL, EVP_sha256(), NULL)) abort();
	for (size_t i = 0; i < sizeof(d.raw); i++) {
		d.hex[2 * i] = hex[d.raw[i] >> 4];
		d.hex[2 * i + 1] = hex[d.raw[i] & 15];
	}
	return d;
}
