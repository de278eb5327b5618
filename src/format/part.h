/* What most readers need: room for content that may be refused, a stream that becomes a part, numbers as notes. */
#ifndef ASSAY_FORMAT_PART_H
#define ASSAY_FORMAT_PART_H

#include "format/compress.h"
#include "format/format.h"

/* Memory for `n` bytes that `stored` bytes become, from walk_memory(); asks walk_may_unpack() first. */
err part_room(struct walk *w, uint64_t stored, uint64_t n, uint8_t **ret);

/* Unpacks the stream that begins at in[at] and reports it as a part. ret_used: its stored bytes. What a broken
 * stream gave is still
 * reported, and then the stream's error is returned, with its place in `in`. */
err part_stream(struct walk *w, enum compression kind, span in, uint64_t at, str name, uint64_t *ret_used);

/* The same without a part, for who reads the content itself: its bytes are the walk's memory. Faults have their place
 * in `stored`. */
err part_unpack(struct walk *w, enum compression kind, span stored, span *ret, uint64_t *ret_used);

/* Notes whose value is a number: "0x80060000", "3". */
void note_hex(struct walk *w, uint64_t at, const char *key, uint64_t value);
void note_number(struct walk *w, uint64_t at, const char *key, uint64_t value);
/* A note whose text stands in a field of fixed width, ended by a NUL or the field's end; none when it is empty. */
void note_field(struct walk *w, uint64_t at, const char *key, span field);
str text_field(span field);

/* Whether a checksum is the one that was said. To a fuzzer every one is: it would never come behind it. */
static inline bool is_sum(uint32_t found, uint32_t said)
{
#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
	(void)found, (void)said;
	return true;
#else
	return found == said;
#endif
}

static inline uint64_t round_up(uint64_t n, uint64_t power_of_two)
{
	return (n + (power_of_two - 1)) & ~(power_of_two - 1);
}

#endif
