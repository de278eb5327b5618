#include "testing.h"

#include "fake_walk.h"
#include "format/formats.h"

#include <openssl/evp.h>
#include <zlib.h>

static uint8_t image[4096];

static void put_be32(size_t at, uint32_t value)
{
	for (unsigned i = 0; i < 4; i++) image[at + i] = (uint8_t)(value >> (24 - 8 * i));
}

static void put_le32(size_t at, uint32_t value)
{
	for (unsigned i = 0; i < 4; i++) image[at + i] = (uint8_t)(value >> 8 * i);
}

/* ---- uimage ------------------------------------------------------------------------------------------------------ */

static size_t make_uimage(uint8_t type, uint8_t compression, span data)
{
	memset(image, 0, sizeof(image));
	put_be32(0, 0x27051956);
	put_be32(8, 1'700'000'000);
	put_be32(12, (uint32_t)data.n);
	put_be32(16, 0x80060000);
	put_be32(20, 0x80060400);
	put_be32(24, (uint32_t)crc32(0, data.p, (unsigned)data.n));
	image[28] = 5, image[29] = 5, image[30] = type, image[31] = compression;
	memcpy(image + 32, "MIPS OpenWrt Linux-4.14", 23);
	memcpy(image + 64, data.p, data.n);
	put_be32(4, (uint32_t)crc32(0, image, 64));
	keep_sample("uimage", type == 4 ? "files" : compression ? "gzip" : "plain", (span){ image, 64 + data.n });
	return 64 + data.n;
}

static void a_uimage_says_what_it_is_and_hands_its_content_on(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	size_t n = make_uimage(2, 0, SPAN("a kernel, as it is"));
	uint64_t used;

	assert_true(uimage_format.probe((span){ image, n + 100 }));
	assert_ok(uimage_format.read(w, (span){ image, n + 100 }, &used));
	assert_int_equal(used, n);
	assert_int_equal(w->part_count, 1);
	assert_str(str_from_span(w->parts[0].bytes), "a kernel, as it is");
	assert_str(w->parts[0].name, "MIPS OpenWrt Linux-4.14");
	assert_true(fake_has_note(w, "load-address=0x80060000"));
	assert_true(fake_has_note(w, "entry-point=0x80060400"));
	assert_true(fake_has_note(w, "os=linux"));
	assert_true(fake_has_note(w, "architecture=mips"));
	assert_true(fake_has_note(w, "type=kernel"));
	assert_true(fake_has_note(w, "compression=none"));
	assert_true(fake_has_checksum(w, "header crc32 yes"));
	assert_true(fake_has_checksum(w, "image crc32 yes"));
	fake_walk_close(w);
}

static void a_compressed_uimage_is_unpacked(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	uint8_t packed[200];
	z_stream z = { .next_in = (Bytef *)(uintptr_t) "kernel kernel kernel",
		.avail_in = 20,
		.next_out = packed,
		.avail_out = 200 };
	uint64_t used;

	deflateInit2(&z, 9, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
	deflate(&z, Z_FINISH);
	deflateEnd(&z);

	size_t n = make_uimage(2, 1, (span){ packed, z.total_out });

	assert_ok(uimage_format.read(w, (span){ image, n }, &used));
	assert_int_equal(used, n);
	assert_int_equal(w->part_count, 1);
	assert_str(str_from_span(w->parts[0].bytes), "kernel kernel kernel");
	assert_int_equal(w->parts[0].at, 64);
	fake_walk_close(w);
}

static void a_changed_byte_fails_the_checksum_and_is_still_read(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	size_t n = make_uimage(2, 0, SPAN("a kernel, as it is"));
	uint64_t used;

	image[70] ^= 1;
	assert_ok(uimage_format.read(w, (span){ image, n }, &used));
	assert_true(fake_has_checksum(w, "image crc32 no"));
	assert_int_equal(w->part_count, 1);
	image[40] ^= 1;
	assert_false(uimage_format.probe((span){ image, n }));
	fake_walk_close(w);
}

static void a_cut_uimage_says_where_it_ends(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	size_t n = make_uimage(2, 0, SPAN("a kernel, as it is"));
	uint64_t used;
	err e = uimage_format.read(w, (span){ image, n - 4 }, &used);

	assert_string_equal(e.is->id, "uimage.cut");
	assert_int_equal(e.at, n - 4);
	assert_int_equal(w->part_count, 1);
	fake_walk_close(w);
}

static void a_uimage_of_several_files_is_taken_apart(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	size_t n = make_uimage(4, 0, SPAN("\0\0\0\5\0\0\0\4\0\0\0\0kernel\0\0disk"));
	uint64_t used;

	/* the first is 5 long, and padded to 8 */
	assert_ok(uimage_format.read(w, (span){ image, n }, &used));
	assert_int_equal(w->part_count, 2);
	assert_str(w->parts[0].name, "kernel");
	assert_str(str_from_span(w->parts[0].bytes), "kerne");
	assert_str(w->parts[1].name, "ramdisk");
	assert_str(str_from_span(w->parts[1].bytes), "disk");
	fake_walk_close(w);
	w = fake_walk_open();
	n = make_uimage(6, 1, SPAN("\0\0\0\4\0\0\0\0run "));
	assert_ok(uimage_format.read(w, (span){ image, n }, &used));
	assert_str(w->parts[0].name, "script");
	assert_str(str_from_span(w->parts[0].bytes), "run ");
	n = make_uimage(4, 0, SPAN("\0\0\0\5\0\0\1\0\0\0\0\0kernel\0\0disk"));
	assert_fault(uimage_format.read(w, (span){ image, n }, &used), "uimage.bad-files");
	fake_walk_close(w);
}

/* ---- trx --------------------------------------------------------------------------------------------------------- */

static size_t make_trx(void)
{
	memset(image, 0, sizeof(image));
	memcpy(image, "HDR0", 4);
	put_le32(4, 60);
	image[14] = 1;
	put_le32(16, 28);
	put_le32(20, 44);
	memcpy(image + 28, "the loader......the kernel......", 32);
	put_le32(8, (uint32_t)~crc32(0, image + 12, 60 - 12));
	keep_sample("trx", "two", (span){ image, 60 });
	return 60;
}

static void a_trx_is_checked_and_cut_into_its_partitions(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	size_t n = make_trx();
	uint64_t used;

	assert_true(trx_format.probe((span){ image, n }));
	assert_ok(trx_format.read(w, (span){ image, n + 9 }, &used));
	assert_int_equal(used, n);
	assert_int_equal(w->part_count, 2);
	assert_str(str_from_span(w->parts[0].bytes), "the loader......");
	assert_str(str_from_span(w->parts[1].bytes), "the kernel......");
	assert_true(fake_has_checksum(w, "image crc32 yes"));
	image[30] ^= 1;
	assert_ok(trx_format.read(w, (span){ image, n }, &used));
	assert_true(fake_has_checksum(w, "image crc32 no"));
	fake_walk_close(w);
}

static void a_trx_with_partitions_out_of_order_is_none(void **state)
{
	(void)state;
	size_t n = make_trx();

	put_le32(20, 20);
	assert_false(trx_format.probe((span){ image, n }));
	put_le32(20, 61);
	assert_false(trx_format.probe((span){ image, n }));
}

/* ---- tplink ------------------------------------------------------------------------------------------------------ */

static size_t make_tplink(void)
{
	static const uint8_t salt[16] = { 0xdc, 0xd7, 0x3a, 0xa5, 0xc3, 0x95, 0x98, 0xfb, 0xdd, 0xf9, 0xe7, 0xf4, 0x0e,
		0xae, 0x47, 0x38 };
	const size_t n = 1024;

	memset(image, 0, sizeof(image));
	put_be32(0, 0x01000000);
	memcpy(image + 4, "TP-LINK Technologies", 20);
	memcpy(image + 28, "ver. 1.0", 8);
	put_be32(0x40, 0x08410010);
	put_be32(0x44, 1);
	put_be32(0x74, 0x80002000);
	put_be32(0x7c, (uint32_t)n);
	put_be32(0x80, 512);
	put_be32(0x84, 100);
	put_be32(0x88, 768);
	put_be32(0x8c, 256);
	image[0x99] = 3, image[0x9b] = 16, image[0x9d] = 9;
	memset(image + 512, 'k', 100);
	memset(image + 768, 'r', 256);
	memcpy(image + 0x4c, salt, 16);

	uint8_t sum[16];

	EVP_Digest(image, n, sum, NULL, EVP_md5(), NULL);
	memcpy(image + 0x4c, sum, 16);
	keep_sample("tplink", "two", (span){ image, n });
	return n;
}

static void a_tplink_image_is_checked_with_its_salt(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	size_t n = make_tplink();
	uint64_t used;

	assert_true(tplink_format.probe((span){ image, n }));
	assert_ok(tplink_format.read(w, (span){ image, n + 50 }, &used));
	assert_int_equal(used, n);
	assert_int_equal(w->part_count, 2);
	assert_str(w->parts[0].name, "kernel");
	assert_int_equal(w->parts[0].bytes.n, 100);
	assert_str(w->parts[1].name, "rootfs");
	assert_int_equal(w->parts[1].at, 768);
	assert_true(fake_has_checksum(w, "image md5 yes"));
	assert_true(fake_has_note(w, "firmware-version=3.16.9"));
	assert_true(fake_has_note(w, "hardware=0x08410010"));
	image[800] ^= 1;
	assert_ok(tplink_format.read(w, (span){ image, n }, &used));
	assert_true(fake_has_checksum(w, "image md5 no"));
	fake_walk_close(w);
}

static void a_cut_tplink_image_says_so(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	size_t n = make_tplink();
	uint64_t used;

	assert_fault(tplink_format.read(w, (span){ image, n - 10 }, &used), "tplink.cut");
	assert_int_equal(w->part_count, 1);
	assert_false(tplink_format.probe((span){ image, 300 }));
	fake_walk_close(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_uimage_says_what_it_is_and_hands_its_content_on),
		cmocka_unit_test(a_compressed_uimage_is_unpacked),
		cmocka_unit_test(a_changed_byte_fails_the_checksum_and_is_still_read),
		cmocka_unit_test(a_cut_uimage_says_where_it_ends),
		cmocka_unit_test(a_uimage_of_several_files_is_taken_apart),
		cmocka_unit_test(a_trx_is_checked_and_cut_into_its_partitions),
		cmocka_unit_test(a_trx_with_partitions_out_of_order_is_none),
		cmocka_unit_test(a_tplink_image_is_checked_with_its_salt),
		cmocka_unit_test(a_cut_tplink_image_says_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
