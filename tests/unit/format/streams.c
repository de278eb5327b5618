#include "testing.h"

#include "fake_walk.h"
#include "format/formats.h"

#include <bzlib.h>
#include <lz4frame.h>
#include <lzma.h>
#include <stdlib.h>
#include <zlib.h>
#include <zstd.h>

enum { PLAIN = 20'000 };

static uint8_t plain[PLAIN], packed[2 * PLAIN];

static const struct format *const rows[] = { &gzip_format, &zlib_format, &xz_format, &lzma_format, &zstd_format,
	&lz4_format, &bzip2_format };
enum { ROWS = sizeof(rows) / sizeof(*rows) };

static int setup(void **state)
{
	uint32_t seed = 3;

	(void)state;
	for (size_t i = 0; i < PLAIN; i++) {
		seed = seed * 1664525u + 1013904223u;
		plain[i] = (uint8_t)((seed >> 24) % 11);
	}
	return 0;
}

static size_t pack(const struct format *f)
{
	size_t n = 0;

	if (f == &gzip_format || f == &zlib_format) {
		z_stream z = { .next_in = plain, .avail_in = PLAIN, .next_out = packed, .avail_out = sizeof(packed) };
		gz_header head = { .name = (Bytef *)(uintptr_t) "vmlinux.bin" };

		deflateInit2(&z, 9, Z_DEFLATED, f == &gzip_format ? 31 : 15, 8, Z_DEFAULT_STRATEGY);
		if (f == &gzip_format) deflateSetHeader(&z, &head);
		deflate(&z, Z_FINISH);
		n = z.total_out;
		deflateEnd(&z);
	} else if (f == &lzma_format) {
		lzma_options_lzma options;
		lzma_stream z = LZMA_STREAM_INIT;

		lzma_lzma_preset(&options, 6);
		assert_int_equal(lzma_alone_encoder(&z, &options), LZMA_OK);
		z.next_in = plain, z.avail_in = PLAIN, z.next_out = packed, z.avail_out = sizeof(packed);
		assert_int_equal(lzma_code(&z, LZMA_FINISH), LZMA_STREAM_END);
		n = sizeof(packed) - z.avail_out;
		lzma_end(&z);
	} else if (f == &xz_format) {
		assert_int_equal(
			lzma_easy_buffer_encode(6, LZMA_CHECK_CRC64, NULL, plain, PLAIN, packed, &n, sizeof(packed)),
			LZMA_OK);
	} else if (f == &lz4_format) {
		n = LZ4F_compressFrame(packed, sizeof(packed), plain, PLAIN, NULL);
	} else if (f == &zstd_format) {
		n = ZSTD_compress(packed, sizeof(packed), plain, PLAIN, 5);
	} else {
		unsigned room = sizeof(packed);

		BZ2_bzBuffToBuffCompress((char *)packed, &room, (char *)plain, PLAIN, 9, 0, 0);
		n = room;
	}
	return n;
}

static bool has_magic(const struct format *f, span in)
{
	for (const struct magic *m = f->magics; m->n; m++)
		if (memcmp(in.p + m->at, m->bytes, m->n) == 0) return true;
	return false;
}

static void each_stream_becomes_a_part_with_its_length(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS; i++) {
		struct walk *w = fake_walk_open();
		size_t n = pack(rows[i]);
		uint64_t used;

		keep_sample(rows[i]->name, "stream", (span){ packed, n });
		memset(packed + n, 0x5a, 100);
		assert_true(has_magic(rows[i], (span){ packed, n }));
		assert_true(rows[i]->probe((span){ packed, n + 100 }));
		assert_ok(rows[i]->read(w, (span){ packed, n + 100 }, &used));
		assert_int_equal(used, n);
		assert_int_equal(w->part_count, 1);
		assert_int_equal(w->parts[0].stored, n);
		assert_int_equal(w->parts[0].bytes.n, PLAIN);
		assert_memory_equal(w->parts[0].bytes.p, plain, PLAIN);
		assert_int_equal(w->unpacked, PLAIN);
		if (rows[i] == &gzip_format) assert_str(w->parts[0].name, "vmlinux.bin");
		fake_walk_close(w);
	}
}

static void a_cut_stream_gives_its_beginning_and_an_error(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS; i++) {
		struct walk *w = fake_walk_open();
		size_t n = pack(rows[i]);
		uint64_t used;

		assert_fault(rows[i]->read(w, (span){ packed, n / 2 }, &used), "compress.cut");
		assert_true(used <= n / 2);
		if (w->part_count) assert_memory_equal(w->parts[0].bytes.p, plain, w->parts[0].bytes.n);
		fake_walk_close(w);
	}
}

static void a_magic_before_random_bytes_is_no_stream(void **state)
{
	uint8_t noise[8192];
	uint32_t seed = 11;
	size_t hits = 0;

	(void)state;
	for (unsigned turn = 0; turn < 200; turn++) {
		for (size_t i = 0; i < sizeof(noise); i++) {
			seed = seed * 1664525u + 1013904223u;
			noise[i] = (uint8_t)(seed >> 24);
		}
		for (size_t i = 0; i < ROWS; i++) {
			for (const struct magic *m = rows[i]->magics; m->n; m++) {
				memcpy(noise + m->at, m->bytes, m->n);
				if (rows[i] == &lzma_format) memcpy(noise + 3, "\x80\0\x10\x20\0\0\0\0\0\0\0", 11);
				/* the first bytes of an LZ4 block can be anything */
				if (rows[i] != &lz4_format || m->bytes[0] != 2)
					hits += rows[i]->probe((span){ noise, sizeof(noise) });
			}
		}
	}
	assert_int_equal(hits, 0);
}

static void a_bomb_ends_early_and_gives_nothing(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	uint8_t *zeros = calloc(1, 64 << 20), *bomb = malloc(1 << 20);
	size_t n = 0;
	uint64_t used;

	assert_int_equal(
		lzma_easy_buffer_encode(6, LZMA_CHECK_NONE, NULL, zeros, 64 << 20, bomb, &n, 1 << 20), LZMA_OK);
	assert_fault(xz_format.read(w, (span){ bomb, n }, &used), "compress.limit");
	assert_int_equal(w->part_count, 0);
	assert_true(w->unpacked <= 32 << 20);
	free(zeros);
	free(bomb);
	fake_walk_close(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_stream_becomes_a_part_with_its_length),
		cmocka_unit_test(a_cut_stream_gives_its_beginning_and_an_error),
		cmocka_unit_test(a_magic_before_random_bytes_is_no_stream),
		cmocka_unit_test(a_bomb_ends_early_and_gives_nothing),
	};

	return cmocka_run_group_tests(tests, setup, NULL);
}
