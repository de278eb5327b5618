#include "testing.h"

#include "format/compress.h"
#include "format/lzma_alone.h"

#include <bzlib.h>
#include <lz4.h>
#include <lz4frame.h>
#include <lzma.h>
#include <stdlib.h>
#include <zlib.h>
#include <zstd.h>

enum { PLAIN = 300'000 };

static uint8_t plain[PLAIN], packed[2 * PLAIN], out[2 * PLAIN];
static struct arena memory;

static int setup(void **state)
{
	uint32_t seed = 7;

	(void)state;
	memory = arena_open((size_t)64 << 20);
	for (size_t i = 0; i < PLAIN; i++) {
		seed = seed * 1664525u + 1013904223u;
		plain[i] = (uint8_t)((seed >> 24) % 11);
	}
	return 0;
}

/* Plain bytes in a form of the given kind: what we read is written by the libraries' own encoders. */
static size_t pack(enum compression kind, bool is_block)
{
	size_t n = sizeof(packed);

	switch (kind) {
	case COMPRESSION_ZLIB:
	case COMPRESSION_GZIP: {
		z_stream z = { .next_in = plain, .avail_in = PLAIN, .next_out = packed, .avail_out = sizeof(packed) };

		deflateInit2(&z, 9, Z_DEFLATED, kind == COMPRESSION_GZIP ? 31 : 15, 8, Z_DEFAULT_STRATEGY);
		deflate(&z, Z_FINISH);
		n = z.total_out;
		deflateEnd(&z);
		break;
	}
	case COMPRESSION_LZMA: {
		lzma_options_lzma options;
		lzma_stream z = LZMA_STREAM_INIT;

		lzma_lzma_preset(&options, 6);
		assert_int_equal(lzma_alone_encoder(&z, &options), LZMA_OK);
		z.next_in = plain, z.avail_in = PLAIN, z.next_out = packed, z.avail_out = sizeof(packed);
		assert_int_equal(lzma_code(&z, LZMA_FINISH), LZMA_STREAM_END);
		n = sizeof(packed) - z.avail_out;
		lzma_end(&z);
		break;
	}
	case COMPRESSION_XZ: {
		size_t at = 0;

		assert_int_equal(
			lzma_easy_buffer_encode(6, LZMA_CHECK_CRC32, NULL, plain, PLAIN, packed, &at, sizeof(packed)),
			LZMA_OK);
		n = at;
		break;
	}
	case COMPRESSION_LZ4:
		n = is_block ? (size_t)LZ4_compress_default((char *)plain, (char *)packed, PLAIN, sizeof(packed))
			     : LZ4F_compressFrame(packed, sizeof(packed), plain, PLAIN, NULL);
		break;
	case COMPRESSION_ZSTD:
		n = ZSTD_compress(packed, sizeof(packed), plain, PLAIN, 5);
		break;
	case COMPRESSION_BZIP2: {
		unsigned room = sizeof(packed);

		BZ2_bzBuffToBuffCompress((char *)packed, &room, (char *)plain, PLAIN, 9, 0, 0);
		n = room;
		break;
	}
	case COMPRESSION_NONE:
	case COMPRESSION_LZO:
		memcpy(packed, plain, n = PLAIN);
		break;
	}
	return n;
}

static const enum compression streams[] = { COMPRESSION_ZLIB, COMPRESSION_GZIP, COMPRESSION_LZMA, COMPRESSION_XZ,
	COMPRESSION_LZ4, COMPRESSION_ZSTD, COMPRESSION_BZIP2 };

static void a_block_of_every_kind_comes_back_and_fits_exactly(void **state)
{
	static const enum compression blocks[] = { COMPRESSION_NONE, COMPRESSION_ZLIB, COMPRESSION_LZMA, COMPRESSION_XZ,
		COMPRESSION_LZ4, COMPRESSION_ZSTD };

	(void)state;
	for (size_t i = 0; i < sizeof(blocks) / sizeof(*blocks); i++) {
		size_t n = pack(blocks[i], true), got = 0;

		assert_ok(block_unpack(blocks[i], (span){ packed, n }, out, PLAIN, &got));
		assert_int_equal(got, PLAIN);
		assert_memory_equal(out, plain, PLAIN);
		assert_true(failed(block_unpack(blocks[i], (span){ packed, n }, out, PLAIN - 1, &got)) ||
			    blocks[i] == COMPRESSION_LZMA);
		assert_true(blocks[i] == COMPRESSION_NONE || blocks[i] == COMPRESSION_LZMA ||
			    failed(block_unpack(blocks[i], (span){ packed, n / 2 }, out, PLAIN, &got)));
	}
}

static void a_stream_of_every_kind_says_how_long_it_was(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(streams) / sizeof(*streams); i++) {
		size_t n = pack(streams[i], false), mark = memory.used;
		uint64_t used = 0;
		span got;

		memcpy(packed + n, "and more", 8);
		assert_ok(stream_unpack(streams[i], (span){ packed, n + 8 }, &memory, 1 << 20, &got, &used));
		assert_int_equal(used, n);
		assert_int_equal(got.n, PLAIN);
		assert_memory_equal(got.p, plain, PLAIN);
		memory.used = mark;
	}
}

static void a_cut_stream_gives_what_came_before_the_cut(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(streams) / sizeof(*streams); i++) {
		size_t n = pack(streams[i], false), mark = memory.used;
		uint64_t used = 0;
		span got;
		err e = stream_unpack(streams[i], (span){ packed, n - n / 4 }, &memory, 1 << 20, &got, &used);

		assert_string_equal(e.is->id, "compress.cut");
		assert_true(used <= n - n / 4);
		assert_true(got.n < PLAIN);
		if (got.n) assert_memory_equal(got.p, plain, got.n);
		memory.used = mark;
	}
}

static void a_stream_stops_at_the_most_that_it_may_become(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(streams) / sizeof(*streams); i++) {
		size_t n = pack(streams[i], false), mark = memory.used;
		uint64_t used;
		span got;

		assert_fault(
			stream_unpack(streams[i], (span){ packed, n }, &memory, 1000, &got, &used), "compress.limit");
		assert_true(got.n <= 1000);
		assert_ok(stream_unpack(streams[i], (span){ packed, n }, &memory, PLAIN, &got, &used));
		memory.used = mark;
	}
}

static void streams_that_follow_each_other_are_one(void **state)
{
	static const enum compression kinds[] = { COMPRESSION_GZIP, COMPRESSION_BZIP2, COMPRESSION_XZ, COMPRESSION_ZSTD,
		COMPRESSION_LZ4 };

	(void)state;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		size_t n = pack(kinds[i], false), mark = memory.used;
		uint64_t used;
		span got;

		memcpy(packed + n, packed, n);
		assert_ok(stream_unpack(kinds[i], (span){ packed, 2 * n }, &memory, 1 << 20, &got, &used));
		assert_int_equal(used, 2 * n);
		assert_int_equal(got.n, 2 * PLAIN);
		memory.used = mark;
	}
}

static void lzma_with_a_size_needs_no_end_marker(void **state)
{
	lzma_options_lzma options;
	lzma_filter filters[] = { { LZMA_FILTER_LZMA1EXT, &options }, { LZMA_VLI_UNKNOWN, NULL } };
	size_t n = 0, got = 0;
	uint64_t used;
	span all;

	(void)state;
	lzma_lzma_preset(&options, 6);
	options.ext_flags = 0;
	lzma_set_ext_size(options, PLAIN);
	memcpy(packed, "\x5d\0\0\x80\0\xe0\x93\x04\0\0\0\0\0", LZMA_ALONE_HEADER); /* 300,000 */
	assert_int_equal(lzma_raw_buffer_encode(filters, NULL, plain, PLAIN, packed + LZMA_ALONE_HEADER, &n,
				 sizeof(packed) - LZMA_ALONE_HEADER),
		LZMA_OK);
	n += LZMA_ALONE_HEADER;
	assert_ok(stream_unpack(COMPRESSION_LZMA, (span){ packed, n }, &memory, 1 << 20, &all, &used));
	assert_int_equal(used, n);
	assert_int_equal(all.n, PLAIN);

	/* Vendors' blocks: only properties and dictionary, "lc lp pb -", and nothing at all before the data. */
	memset(packed + 5, 0xff, 8);
	for (size_t header = 0; header < 3; header++) {
		static const char *const headers[] = { "\x5d\0\0\x80\0", "\3\0\2\0", "" };
		static const size_t sizes[] = { 5, 4, 0 };
		uint8_t *begin = packed + LZMA_ALONE_HEADER - sizes[header];

		memcpy(begin, headers[header], sizes[header]);
		assert_ok(block_unpack(
			COMPRESSION_LZMA, (span){ begin, (size_t)(packed + n - begin) }, out, PLAIN, &got));
		assert_int_equal(got, PLAIN);
		assert_memory_equal(out, plain, PLAIN);
	}
}

static void the_kernels_own_lz4_form_is_read(void **state)
{
	size_t n = pack(COMPRESSION_LZ4, true), mark = memory.used;
	uint64_t used;
	span got;

	(void)state;
	memmove(packed + 8, packed, n);
	memcpy(packed, "\x02\x21\x4c\x18", 4);
	for (unsigned i = 0; i < 4; i++) packed[4 + i] = (uint8_t)(n >> 8 * i);
	assert_ok(stream_unpack(COMPRESSION_LZ4, (span){ packed, n + 8 }, &memory, 1 << 20, &got, &used));
	assert_int_equal(used, n + 8);
	assert_int_equal(got.n, PLAIN);
	assert_memory_equal(got.p, plain, PLAIN);
	memory.used = mark;
}

static void lzo_follows_its_description(void **state)
{
	size_t n = 0;

	(void)state;
	/* four literals; a match of 3 at distance 4; one literal; the end */
	assert_ok(block_unpack(COMPRESSION_LZO,
		SPAN("\x15"
		     "abcd\x4d\x00!\x11\x00\x00"),
		out, 8, &n));
	assert_int_equal(n, 8);
	assert_memory_equal(out, "abcdabc!", 8);
	/* a match that overlaps what it writes: distance 1, length 2 + 31 + 4 */
	assert_ok(block_unpack(COMPRESSION_LZO,
		SPAN("\x12"
		     "x\x20\x04\x00\x00\x11\x00\x00"),
		out, 64, &n));
	assert_int_equal(n, 38);
	for (size_t i = 0; i < n; i++) assert_int_equal(out[i], 'x');
	/* before the beginning; longer than the room; cut */
	assert_fault(block_unpack(COMPRESSION_LZO,
			     SPAN("\x15"
				  "abcd\x51\x00\x11\x00\x00"),
			     out, 64, &n),
		"lzo.broken");
	assert_fault(block_unpack(COMPRESSION_LZO,
			     SPAN("\x15"
				  "abcd\x11\x00\x00"),
			     out, 3, &n),
		"lzo.broken");
	assert_fault(block_unpack(COMPRESSION_LZO,
			     SPAN("\x15"
				  "abcd\x11\x00"),
			     out, 64, &n),
		"lzo.broken");
	assert_fault(block_unpack(COMPRESSION_LZO, SPAN("\x00\x00\x00\x00"), out, 64, &n), "lzo.broken");
	assert_fault(block_unpack(COMPRESSION_LZO, SPAN(""), out, 64, &n), "lzo.broken");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_block_of_every_kind_comes_back_and_fits_exactly),
		cmocka_unit_test(a_stream_of_every_kind_says_how_long_it_was),
		cmocka_unit_test(a_cut_stream_gives_what_came_before_the_cut),
		cmocka_unit_test(a_stream_stops_at_the_most_that_it_may_become),
		cmocka_unit_test(streams_that_follow_each_other_are_one),
		cmocka_unit_test(lzma_with_a_size_needs_no_end_marker),
		cmocka_unit_test(the_kernels_own_lz4_form_is_read),
		cmocka_unit_test(lzo_follows_its_description),
	};

	return cmocka_run_group_tests(tests, setup, NULL);
}
