#include "format/lzo.h"

static const struct fault lzo_broken = { FAULT_INPUT, "lzo.broken", "the LZO data are damaged or cut" };

struct lzo {
	reader in;
	uint8_t *out;
	size_t n, room;
	bool is_broken;
};

/* A length that does not fit its bits (they are 0) goes on: 255 for each zero byte, then the byte that is none. */
static size_t long_length(struct lzo *z, size_t least)
{
	size_t length = least;
	uint8_t byte;

	while (!(byte = read_u8(&z->in)) && !z->in.is_short) {
		if (length > z->room) z->is_broken = true; /* longer than the output already: no sum can overflow */
		if (z->is_broken) return 0;
		length += 255;
	}
	return length + byte;
}

static void copy_literals(struct lzo *z, size_t length)
{
	if (!length) return;

	span literals = read_span(&z->in, length);

	if (!literals.n || length > z->room - z->n) {
		z->is_broken = true;
		return;
	}
	memcpy(z->out + z->n, literals.p, length);
	z->n += length;
}

/* The match may overlap what it writes: a distance of 1 repeats a byte. */
static void copy_match(struct lzo *z, size_t distance, size_t length)
{
	if (distance > z->n || length > z->room - z->n) {
		z->is_broken = true;
		return;
	}

	uint8_t *to = z->out + z->n;
	const uint8_t *from = to - distance;

	if (distance >= length)
		memcpy(to, from, length);
	else
		for (size_t i = 0; i < length; i++) to[i] = from[i];
	z->n += length;
}

err lzo1x_unpack(span in, uint8_t *out, size_t room, size_t *ret_n)
{
	struct lzo z = { .in = { .in = in }, .out = out, .room = room };
	unsigned state = 0; /* literals copied by the instruction before: 0, 1-3, or 4 for more */
	size_t at = 0;

	/* The first byte alone may say "so many literals" in another way. */
	if (in.n && in.p[0] >= 18) {
		unsigned n = read_u8(&z.in) - 17u;

		copy_literals(&z, n);
		state = n < 4 ? n : 4;
	}
	while (!z.is_broken && !z.in.is_short) {
		size_t length, distance;
		unsigned literals; /* that follow the match: the last two bits of its code */

		at = z.in.at;

		unsigned code = read_u8(&z.in);

		if (code < 16 && state == 0) {
			copy_literals(&z, code ? 3 + code : long_length(&z, 18));
			state = 4;
			continue;
		}
		if (code < 16) {
			length = state == 4 ? 3 : 2;
			distance = ((size_t)read_u8(&z.in) << 2) + (code >> 2) + (state == 4 ? 2049 : 1);
			literals = code & 3;
		} else if (code < 64) {
			bool is_far = code < 32;
			unsigned bits = is_far ? code & 7 : code & 31;

			length = bits ? 2 + bits : long_length(&z, is_far ? 9 : 33);

			unsigned low = read_le16(&z.in);

			distance = (low >> 2) + (is_far ? 16384 + ((size_t)(code & 8) << 11) : 1);
			literals = low & 3;
			if (is_far && distance == 16384 && !z.in.is_short && !z.is_broken) {
				*ret_n = z.n;
				return OK;
			}
		} else {
			length = code < 128 ? 3 + (code >> 5 & 1) : 5 + (code >> 5 & 3);
			distance = ((size_t)read_u8(&z.in) << 3) + (code >> 2 & 7) + 1;
			literals = code & 3;
		}
		if (z.in.is_short || z.is_broken) break;
		copy_match(&z, distance, length);
		if (!z.is_broken) copy_literals(&z, literals);
		state = literals;
	}
	return fail(&lzo_broken, at);
}
