/* SipHash-2-4 (Aumasson, Bernstein: SipHash: a fast short-input PRF, 2012): a short tag of some bytes under a key. Who
 * does not know the key cannot make two texts that have the same. */
#ifndef ASSAY_BASE_SIPHASH_H
#define ASSAY_BASE_SIPHASH_H

#include "base/bytes.h"

struct sip_key {
	uint64_t a, b;
};

struct sip_key sip_key_new(void); /* of the system's random numbers; ends the process when there are none */
uint64_t siphash(struct sip_key key, span bytes);

#endif
