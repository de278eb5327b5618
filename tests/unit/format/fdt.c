#include "testing.h"

#include "base/digest.h"
#include "fake_walk.h"
#include "format/formats.h"

#include <zlib.h>

/* A tree, written token by token; the strings come behind it. */
static uint8_t image[8192];
static char strings[1024];
static size_t end, strings_n;

static void put_at(size_t at, uint32_t value)
{
	for (unsigned i = 0; i < 4; i++) image[at + i] = (uint8_t)(value >> (24 - 8 * i));
}

static void put(uint32_t value)
{
	put_at(end, value);
	end += 4;
}

static void put_bytes(span s)
{
	if (s.n) memcpy(image + end, s.p, s.n);
	end = (end + s.n + 3) & ~(size_t)3;
}

static void begin(const char *name)
{
	put(1);
	put_bytes((span){ (const uint8_t *)name, strlen(name) + 1 });
}

static void end_node(void)
{
	put(2);
}

static void property(const char *name, span value)
{
	put(3), put((uint32_t)value.n), put((uint32_t)strings_n);
	memcpy(strings + strings_n, name, strlen(name) + 1);
	strings_n += strlen(name) + 1;
	put_bytes(value);
}

static void text(const char *name, const char *value)
{
	property(name, (span){ (const uint8_t *)value, strlen(value) + 1 });
}

static void start(void)
{
	memset(image, 0, sizeof(image));
	end = 56;
	strings_n = 0;
	begin("");
}

static size_t finish(void)
{
	size_t structure_n;

	end_node();
	put(9);
	structure_n = end - 56;
	put_at(0, 0xd00dfeed), put_at(8, 56), put_at(12, (uint32_t)end), put_at(16, 40), put_at(20, 17), put_at(24, 16);
	put_at(32, (uint32_t)strings_n), put_at(36, (uint32_t)structure_n);
	memcpy(image + end, strings, strings_n);
	end += strings_n;
	put_at(4, (uint32_t)end);
	return end;
}

static void a_device_tree_says_how_the_kernel_is_started(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	uint64_t used;

	start();
	text("model", "Some Router v2");
	text("compatible", "maker,router");
	begin("chosen");
	text("bootargs", "console=ttyS0,115200 root=/dev/mtdblock2");
	end_node();

	size_t n = finish();

	keep_sample("fdt", "tree", (span){ image, n });
	assert_true(fdt_format.probe((span){ image, n }));
	assert_ok(fdt_format.read(w, (span){ image, n + 50 }, &used));
	assert_int_equal(used, n);
	assert_true(fake_has_note(w, "model=Some Router v2"));
	assert_true(fake_has_note(w, "compatible=maker,router"));
	assert_true(fake_has_note(w, "boot-arguments=console=ttyS0,115200 root=/dev/mtdblock2"));
	assert_int_equal(w->part_count, 0);
	fake_walk_close(w);
}

static size_t make_fit(void)
{
	uint8_t packed[200];
	uint8_t sum[4];
	z_stream z = { .next_in = (Bytef *)(uintptr_t) "kernel kernel kernel",
		.avail_in = 20,
		.next_out = packed,
		.avail_out = 200 };

	deflateInit2(&z, 9, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
	deflate(&z, Z_FINISH);
	deflateEnd(&z);

	struct digest d = digest_of((span){ packed, z.total_out });
	uint32_t crc = (uint32_t)crc32(0, (const Bytef *)"disk", 4);

	for (unsigned i = 0; i < 4; i++) sum[i] = (uint8_t)(crc >> (24 - 8 * i));
	start();
	begin("images");
	begin("kernel-1");
	property("data", (span){ packed, z.total_out });
	text("type", "kernel"), text("os", "linux"), text("arch", "arm64"), text("compression", "gzip");
	begin("hash-1");
	text("algo", "sha256"), property("value", (span){ d.raw, 32 });
	end_node();
	begin("signature-1");
	text("algo", "sha256,rsa2048"), text("key-name-hint", "dev");
	end_node();
	end_node();
	begin("ramdisk-1");
	property("data-size", SPAN("\0\0\0\4")), property("data-offset", SPAN("\0\0\0\10"));
	text("type", "ramdisk"), text("compression", "none");
	begin("hash-1");
	text("algo", "crc32"), property("value", (span){ sum, 4 });
	end_node();
	end_node();
	end_node();

	size_t n = (finish() + 3) & ~(size_t)3;

	memcpy(image + n + 8, "disk", 4);
	keep_sample("fdt", "fit", (span){ image, n + 12 });
	return n + 12;
}

static void a_fit_image_hands_on_what_it_holds_and_checks_it(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	size_t n = make_fit();
	uint64_t used;

	assert_ok(fdt_format.read(w, (span){ image, n }, &used));
	assert_int_equal(used, n);
	assert_int_equal(w->part_count, 2);
	assert_str(w->parts[0].name, "kernel-1");
	assert_str(str_from_span(w->parts[0].bytes), "kernel kernel kernel");
	assert_str(w->parts[1].name, "ramdisk-1");
	assert_str(str_from_span(w->parts[1].bytes), "disk");
	assert_true(fake_has_checksum(w, "kernel-1 sha256 yes"));
	assert_true(fake_has_checksum(w, "ramdisk-1 crc32 yes"));
	assert_true(fake_has_note(w, "signature=sha256,rsa2048"));
	assert_true(fake_has_note(w, "signature-key=dev"));
	image[n - 1] ^= 1;
	assert_ok(fdt_format.read(w, (span){ image, n }, &used));
	assert_true(fake_has_checksum(w, "ramdisk-1 crc32 no"));
	fake_walk_close(w);
}

static void a_damaged_tree_says_where(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	uint64_t used;

	start();
	text("model", "A");

	size_t at = end;

	put(7); /* no token */

	size_t n = finish();
	err e = fdt_format.read(w, (span){ image, n }, &used);

	assert_string_equal(e.is->id, "fdt.bad-tree");
	assert_int_equal(e.at, at);
	assert_true(fake_has_note(w, "model=A"));
	put_at(8, 55);
	assert_false(fdt_format.probe((span){ image, n }));
	fake_walk_close(w);
}

static void nodes_nested_without_end_are_refused(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	uint64_t used;

	start();
	for (unsigned i = 0; i < 40; i++) begin("deeper");
	for (unsigned i = 0; i < 40; i++) end_node();
	assert_fault(fdt_format.read(w, (span){ image, finish() }, &used), "fdt.bad-tree");
	fake_walk_close(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_device_tree_says_how_the_kernel_is_started),
		cmocka_unit_test(a_fit_image_hands_on_what_it_holds_and_checks_it),
		cmocka_unit_test(a_damaged_tree_says_where),
		cmocka_unit_test(nodes_nested_without_end_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
