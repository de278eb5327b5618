#include "format/compress.h"

#include "format/lzma_alone.h"
#include "format/lzo.h"

#include <bzlib.h>
#include <libdeflate.h>
#include <limits.h>
#include <lz4.h>
#include <lz4frame.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

const struct fault compress_broken = { FAULT_INPUT, "compress.broken", "the compressed data are damaged" };
const struct fault compress_limit = { FAULT_LIMIT, "compress.limit", "the data unpack to more than we allow them" };
static const struct fault compress_cut = { FAULT_INPUT, "compress.cut", "the compressed data end too early" };
static const struct fault compress_memory = { FAULT_LIMIT, "compress.memory",
	"unpacking needs more memory than we give it" };

/* What a decoder may keep for itself: the largest dictionary that xz presets use is 64 MiB. */
#define DECODER_MEMORY (UINT64_C(256) << 20)

const char *compression_name(enum compression kind)
{
	static const char *const names[] = { [COMPRESSION_NONE] = "none",
		[COMPRESSION_ZLIB] = "zlib",
		[COMPRESSION_LZMA] = "lzma",
		[COMPRESSION_LZO] = "lzo",
		[COMPRESSION_XZ] = "xz",
		[COMPRESSION_LZ4] = "lz4",
		[COMPRESSION_ZSTD] = "zstd",
		[COMPRESSION_GZIP] = "gzip",
		[COMPRESSION_BZIP2] = "bzip2" };

	return names[kind];
}

/* ---- blocks ------------------------------------------------------------------------------------------------------ */

static err zlib_block(span in, uint8_t *out, size_t room, size_t *ret_n)
{
	struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
	size_t used;

	if (!d) return fail(&compress_memory, 0);

	enum libdeflate_result result = libdeflate_zlib_decompress_ex(d, in.p, in.n, out, room, &used, ret_n);

	libdeflate_free_decompressor(d);
	if (result == LIBDEFLATE_INSUFFICIENT_SPACE) return fail(&compress_limit, 0);
	return result == LIBDEFLATE_SUCCESS ? OK : fail(&compress_broken, 0);
}

static err xz_one_block(span in, uint8_t *out, size_t room, size_t *ret_n)
{
	uint64_t memory = DECODER_MEMORY;
	size_t used = 0, n = 0;
	lzma_ret result = lzma_stream_buffer_decode(&memory, 0, NULL, in.p, &used, in.n, out, &n, room);

	if (result == LZMA_MEMLIMIT_ERROR || result == LZMA_MEM_ERROR) return fail(&compress_memory, used);
	if (result == LZMA_BUF_ERROR) return fail(n == room ? &compress_limit : &compress_cut, used);
	if (result != LZMA_OK) return fail(&compress_broken, used);
	*ret_n = n;
	return OK;
}

struct lzma_guess {
	size_t header; /* bytes of it */
	struct lzma_alone how;
};

/* File systems store LZMA with the 13-byte header, or, when the vendor patched it in, with less: the properties and the
 * dictionary, three bytes lc, lp, pb and a filler, or nothing at all. */
static size_t lzma_guesses(span in, struct lzma_guess ret[static 4])
{
	size_t n = 0;

	if (lzma_alone_header(in, &ret[n].how)) ret[n++].header = LZMA_ALONE_HEADER;
	if (in.n > 5 && in.p[0] < 9 * 5 * 5)
		ret[n++] = (struct lzma_guess){ 5,
			{ .lc = in.p[0] % 9u, .lp = in.p[0] / 9u % 5, .pb = in.p[0] / 45u, .dictionary = UINT32_MAX } };
	if (in.n > 4 && in.p[0] <= 4 && in.p[1] <= 4 && in.p[2] <= 4)
		ret[n++] = (struct lzma_guess){ 4,
			{ .lc = in.p[0], .lp = in.p[1], .pb = in.p[2], .dictionary = UINT32_MAX } };
	ret[n++] = (struct lzma_guess){ 0, { .lc = 3, .lp = 0, .pb = 2, .dictionary = UINT32_MAX } };
	return n;
}

/* A wrong guess makes damaged data with near certainty, so that they can be tried in turn. */
static err lzma_unknown_block(span in, uint8_t *out, size_t room, size_t *ret_n)
{
	struct lzma_guess guesses[4];
	size_t count = lzma_guesses(in, guesses);

	for (size_t i = 0; i < count; i++) {
		span body = span_from(in, guesses[i].header, SIZE_MAX);

		if (!body.n || body.p[0]) continue; /* the range coder's first byte is 0 */
		if (guesses[i].how.has_size && guesses[i].how.size > room) continue;

		struct lzma_progress done = lzma_decode(&guesses[i].how, body, out, room);
		bool has_header = guesses[i].header == LZMA_ALONE_HEADER;

		/* Without size and end marker, the end of the input is the end. */
		if (done.is_done || (!has_header && !done.is_broken && done.written && done.read == body.n)) {
			*ret_n = done.written;
			return OK;
		}
	}
	return fail(&compress_broken, 0);
}

err block_unpack(enum compression kind, span in, uint8_t *out, size_t room, size_t *ret_n)
{
	size_t n = 0;

	switch (kind) {
	case COMPRESSION_NONE:
		if (in.n > room) return fail(&compress_limit, room);
		if (in.n) memcpy(out, in.p, in.n);
		n = in.n;
		break;
	case COMPRESSION_ZLIB:
		TRY(zlib_block(in, out, room, &n));
		break;
	case COMPRESSION_LZMA:
		TRY(lzma_unknown_block(in, out, room, &n));
		break;
	case COMPRESSION_LZO:
		TRY(lzo1x_unpack(in, out, room, &n));
		break;
	case COMPRESSION_XZ:
		TRY(xz_one_block(in, out, room, &n));
		break;
	case COMPRESSION_LZ4: {
		if (in.n > INT_MAX || room > INT_MAX) return fail(&compress_limit, 0);

		int result = LZ4_decompress_safe((const char *)in.p, (char *)out, (int)in.n, (int)room);

		if (result < 0) return fail(&compress_broken, 0);
		n = (size_t)result;
		break;
	}
	case COMPRESSION_ZSTD:
		n = ZSTD_decompress(out, room, in.p, in.n);
		if (ZSTD_isError(n)) return fail(&compress_broken, 0);
		break;
	case COMPRESSION_GZIP:
	case COMPRESSION_BZIP2: /* no file system stores blocks so */
		return fail(&compress_broken, 0);
	}
	*ret_n = n;
	return OK;
}

/* ---- streams ----------------------------------------------------------------------------------------------------- */

/* A stream at work: what is left of the input and of the room; `used` and `n` never go beyond them. */
struct stream {
	span in;
	size_t used;
	uint8_t *out;
	size_t n, room;
};

/* Why a decoder stopped in the middle: out of room, out of input, or neither, and then it is the data. */
static err stopped(const struct stream *s)
{
	if (s->n == s->room) return fail(&compress_limit, s->used);
	return fail(s->used == s->in.n ? &compress_cut : &compress_broken, s->used);
}

static unsigned at_most_uint(size_t n)
{
	return n < UINT_MAX ? (unsigned)n : UINT_MAX;
}

static err zlib_whole(struct stream *s, bool is_gzip)
{
	z_stream z = { 0 };
	int result = inflateInit2(&z, is_gzip ? 16 + MAX_WBITS : MAX_WBITS);

	if (result != Z_OK) return fail(&compress_memory, 0);
	do {
		unsigned in = at_most_uint(s->in.n - s->used), room = at_most_uint(s->room - s->n);

		z.next_in = (z_const Bytef *)(uintptr_t)(s->in.p + s->used);
		z.avail_in = in;
		z.next_out = s->out + s->n;
		z.avail_out = room;
		result = inflate(&z, Z_NO_FLUSH);
		s->used += in - z.avail_in;
		s->n += room - z.avail_out;
	} while (result == Z_OK);
	inflateEnd(&z);
	if (result == Z_STREAM_END) return OK;
	return result == Z_BUF_ERROR ? stopped(s) : fail(&compress_broken, s->used);
}

static err bzip2_whole(struct stream *s)
{
	bz_stream z = { 0 };
	int result = BZ2_bzDecompressInit(&z, 0, 0);
	bool is_moving = true;

	if (result != BZ_OK) return fail(&compress_memory, 0);
	while (is_moving && result == BZ_OK) {
		unsigned in = at_most_uint(s->in.n - s->used), room = at_most_uint(s->room - s->n);

		z.next_in = (char *)(uintptr_t)(s->in.p + s->used);
		z.avail_in = in;
		z.next_out = (char *)s->out + s->n;
		z.avail_out = room;
		result = BZ2_bzDecompress(&z);
		is_moving = z.avail_in < in || z.avail_out < room;
		s->used += in - z.avail_in;
		s->n += room - z.avail_out;
	}
	BZ2_bzDecompressEnd(&z);
	if (result == BZ_STREAM_END) return OK;
	return result == BZ_OK ? stopped(s) : fail(&compress_broken, s->used);
}

static err xz_whole(struct stream *s)
{
	lzma_stream z = LZMA_STREAM_INIT;
	lzma_ret result = lzma_stream_decoder(&z, DECODER_MEMORY, 0);

	if (result == LZMA_OK) {
		z.next_in = s->in.p + s->used;
		z.avail_in = s->in.n - s->used;
		z.next_out = s->out + s->n;
		z.avail_out = s->room - s->n;
		result = lzma_code(&z, LZMA_RUN);
		if (result == LZMA_OK) result = lzma_code(&z, LZMA_RUN); /* exactly full: is there an end? */
		s->used = s->in.n - z.avail_in;
		s->n = s->room - z.avail_out;
	}
	lzma_end(&z);
	if (result == LZMA_STREAM_END) return OK;
	if (result == LZMA_MEMLIMIT_ERROR || result == LZMA_MEM_ERROR) return fail(&compress_memory, s->used);
	return result == LZMA_OK || result == LZMA_BUF_ERROR ? stopped(s) : fail(&compress_broken, s->used);
}

static err lzma_whole(struct stream *s)
{
	struct lzma_alone how;

	if (!lzma_alone_header(s->in, &how)) return fail(&compress_broken, 0);
	if (how.size > s->room) how.has_size = false; /* some vendors' size is nonsense: the room or a marker ends it */

	struct lzma_progress done = lzma_decode(&how, span_from(s->in, LZMA_ALONE_HEADER, SIZE_MAX), s->out, s->room);

	s->used = LZMA_ALONE_HEADER + done.read;
	s->n = done.written;
	if (done.is_done) return OK;
	return done.is_broken ? fail(&compress_broken, s->used) : stopped(s);
}

static err zstd_whole(struct stream *s)
{
	ZSTD_DCtx *z = ZSTD_createDCtx();
	ZSTD_inBuffer in = { .src = s->in.p, .size = s->in.n, .pos = s->used };
	ZSTD_outBuffer out = { .dst = s->out, .size = s->room, .pos = s->n };
	size_t result, moved;

	if (!z) return fail(&compress_memory, 0);
	do {
		moved = in.pos + out.pos;
		result = ZSTD_decompressStream(z, &out, &in);
		s->used = in.pos;
		s->n = out.pos;
	} while (result && !ZSTD_isError(result) && in.pos + out.pos != moved);
	ZSTD_freeDCtx(z);
	if (!result) return OK;
	return ZSTD_isError(result) ? fail(&compress_broken, s->used) : stopped(s);
}

static err lz4_frame(struct stream *s)
{
	LZ4F_dctx *z = NULL;
	size_t result, in, out;

	if (LZ4F_isError(LZ4F_createDecompressionContext(&z, LZ4F_VERSION))) return fail(&compress_memory, 0);
	do {
		in = s->in.n - s->used;
		out = s->room - s->n;
		result = LZ4F_decompress(z, s->out + s->n, &out, s->in.p + s->used, &in, NULL);
		if (LZ4F_isError(result)) break;
		s->used += in;
		s->n += out;
	} while (result && (in || out));
	LZ4F_freeDecompressionContext(z);
	if (!result) return OK;
	return LZ4F_isError(result) ? fail(&compress_broken, s->used) : stopped(s);
}

/* The kernel's own form ("lz4 -l"): a magic, then blocks of 8 MiB with their stored size before them, until
 * something else follows. */
static err lz4_legacy(struct stream *s)
{
	enum { BLOCK = 8 << 20 };

	s->used += 4;
	for (;;) {
		reader r = { .in = s->in, .at = s->used };
		uint32_t stored = read_le32(&r);
		span block = read_span(&r, stored);

		if (s->in.n - s->used < 4 || !stored || stored > LZ4_COMPRESSBOUND(BLOCK)) return OK;
		if (!block.n) return fail(&compress_cut, s->used);

		size_t room = s->room - s->n < BLOCK ? s->room - s->n : BLOCK;
		int n = LZ4_decompress_safe((const char *)block.p, (char *)s->out + s->n, (int)block.n, (int)room);

		if (n < 0) return room < BLOCK ? fail(&compress_limit, s->used) : fail(&compress_broken, s->used);
		s->used += 4 + (size_t)stored;
		s->n += (size_t)n;
		if (n < BLOCK) return OK; /* the last one */
	}
}

/* Whether another stream of this kind follows at once: together they are one file (bzip2 by several threads, gzip's
 * members). */
static bool goes_on(enum compression kind, span in)
{
	static const struct {
		enum compression kind;
		size_t n;
		const char *magic;
	} magics[] = {
		{ COMPRESSION_GZIP, 3, "\x1f\x8b\x08" },
		{ COMPRESSION_BZIP2, 3, "BZh" },
		{ COMPRESSION_XZ, 6,
			"\xfd"
			"7zXZ\0" },
		{ COMPRESSION_ZSTD, 4, "\x28\xb5\x2f\xfd" },
		{ COMPRESSION_LZ4, 4, "\x04\x22\x4d\x18" },
	};

	for (size_t i = 0; i < sizeof(magics) / sizeof(*magics); i++)
		if (magics[i].kind == kind && in.n >= magics[i].n)
			return memcmp(in.p, magics[i].magic, magics[i].n) == 0;
	return false;
}

static err one_stream(enum compression kind, struct stream *s)
{
	switch (kind) {
	case COMPRESSION_ZLIB:
		return zlib_whole(s, false);
	case COMPRESSION_GZIP:
		return zlib_whole(s, true);
	case COMPRESSION_BZIP2:
		return bzip2_whole(s);
	case COMPRESSION_XZ:
		return xz_whole(s);
	case COMPRESSION_ZSTD:
		return zstd_whole(s);
	case COMPRESSION_LZMA:
		return lzma_whole(s);
	case COMPRESSION_LZ4:
		if (s->in.n - s->used >= 4 && s->in.p[s->used] == 0x02) return lz4_legacy(s);
		return lz4_frame(s);
	case COMPRESSION_NONE:
	case COMPRESSION_LZO: /* raw blocks only: such a stream does not exist */
		break;
	}
	return fail(&compress_broken, 0);
}

err stream_unpack(enum compression kind, span in, struct arena *keep, uint64_t most, span *ret_out, uint64_t *ret_used)
{
	/* The rest of the arena is the room; only what was written is then taken, and only that much of it was ever
	 * touched. */
	size_t mark = keep->used;
	uint8_t *out = arena_bytes(keep, 0);
	size_t left = arena_left(keep);
	struct stream s = { .in = in, .out = out, .room = most < left ? (size_t)most : left };
	err e = in.n ? one_stream(kind, &s) : fail(&compress_cut, 0);

	while (!e.is && goes_on(kind, span_from(in, s.used, SIZE_MAX))) {
		struct stream before = s;

		e = one_stream(kind, &s);
		/* What follows only looked like a further member. */
		if (e.is && s.n == before.n) {
			s = before;
			e = OK;
			break;
		}
	}
	if (s.n)
		(void)arena_bytes(keep, s.n);
	else
		keep->used = mark;
	*ret_out = (span){ s.n ? out : NULL, s.n };
	*ret_used = s.used;
	return e;
}
