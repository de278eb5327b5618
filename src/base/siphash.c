#include "base/siphash.h"

#include <stdlib.h>
#include <sys/random.h>

struct sip_key sip_key_new(void)
{
	struct sip_key key;

	if (getrandom(&key, sizeof(key), 0) != sizeof(key)) abort();
	return key;
}

static uint64_t rotated(uint64_t x, unsigned bits)
{
	return x << bits | x >> (64 - bits);
}

static void sip_round(uint64_t v[static 4])
{
	v[0] += v[1];
	v[1] = rotated(v[1], 13) ^ v[0];
	v[0] = rotated(v[0], 32);
	v[2] += v[3];
	v[3] = rotated(v[3], 16) ^ v[2];
	v[0] += v[3];
	v[3] = rotated(v[3], 21) ^ v[0];
	v[2] += v[1];
	v[1] = rotated(v[1], 17) ^ v[2];
	v[2] = rotated(v[2], 32);
}

/* little-endian, of at most eight bytes */
static uint64_t word_of(const uint8_t *p, size_t n)
{
	uint64_t word = 0;

	for (size_t i = 0; i < n; i++) word |= (uint64_t)p[i] << 8 * i;
	return word;
}

static void take_word(uint64_t v[static 4], uint64_t word)
{
	v[3] ^= word;
	sip_round(v);
	sip_round(v);
	v[0] ^= word;
}

uint64_t siphash(struct sip_key key, span bytes)
{
	uint64_t v[4] = { key.a ^ UINT64_C(0x736f6d6570736575), key.b ^ UINT64_C(0x646f72616e646f6d),
		key.a ^ UINT64_C(0x6c7967656e657261), key.b ^ UINT64_C(0x7465646279746573) };
	const uint8_t *p = bytes.n ? bytes.p : (const uint8_t *)"";
	size_t at = 0;

	for (; bytes.n - at >= 8; at += 8) take_word(v, word_of(p + at, 8));
	take_word(v, (uint64_t)bytes.n << 56 | word_of(p + at, bytes.n - at));
	v[2] ^= 0xff;
	for (unsigned i = 0; i < 4; i++) sip_round(v);
	return v[0] ^ v[1] ^ v[2] ^ v[3];
}
