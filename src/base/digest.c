#include "base/digest.h"

#include <openssl/evp.h>
#include <stdlib.h>

struct digest digest_of(span bytes)
{
	static const char hex[] = "0123456789abcdef";
	uint8_t raw[32];
	struct digest d = { 0 };

	if (!EVP_Digest(bytes.n ? bytes.p : (const uint8_t *)"", bytes.n, raw, NULL, EVP_sha256(), NULL)) abort();
	for (size_t i = 0; i < sizeof(raw); i++) {
		d.hex[2 * i] = hex[raw[i] >> 4];
		d.hex[2 * i + 1] = hex[raw[i] & 15];
	}
	return d;
}
