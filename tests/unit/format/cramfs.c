#include "testing.h"

#include "fake_walk.h"
#include "format/formats.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <zlib.h>

static uint8_t image[4096];
static size_t end;
static bool is_big;

static void put_at(size_t at, uint32_t value)
{
	for (unsigned i = 0; i < 4; i++) image[at + i] = (uint8_t)(value >> 8 * (is_big ? 3 - i : i));
}

static void put(uint32_t value)
{
	put_at(end, value);
	end += 4;
}

static void put_fields(uint32_t first, unsigned first_bits, uint32_t second)
{
	put(is_big ? first << (32 - first_bits) | second : first | second << first_bits);
}

static void put_inode(uint32_t mode, uint32_t size, const char *name, size_t at)
{
	size_t name_n = (strlen(name) + 3) / 4;

	put_fields(mode, 16, 3);
	put_fields(size, 24, 4);
	put_fields((uint32_t)name_n, 6, (uint32_t)at / 4);
	memcpy(image + end, name, strlen(name));
	end += name_n * 4;
}

/* A root with a folder, a device and a file of two pages, the first a hole; a file and a link in the folder. */
static size_t make(bool big)
{
	uLongf packed_n = 200;
	uint8_t packed[200];

	memset(image, 0, sizeof(image));
	is_big = big;
	end = 0;
	put(0x28cd3d45), put(0), put(1), put(0);
	memcpy(image + end, "Compressed ROMFS", 16);
	end = 48;
	memcpy(image + end, "small", 5);
	end = 64;
	put_inode(040755, 16 + 16 + 16, "", 76);
	put_inode(040711, 20 + 16, "etc", 76 + 48);
	put_inode(020600, 5 << 8 | 1, "con", 0);
	put_inode(0100644, 4096 + 20, "big", 160);
	put_inode(0100640, 7, "passwd", 200);
	put_inode(0120777, 6, "link", 240);
	end = 160;
	compress(packed, &packed_n, (const Bytef *)"zzzzzzzzzzzzzzzzzzzz", 20);
	put(168), put(168 + (uint32_t)packed_n);
	memcpy(image + end, packed, packed_n);
	packed_n = 200;
	compress(packed, &packed_n, (const Bytef *)"root::0", 7);
	end = 200;
	put(204 + (uint32_t)packed_n);
	memcpy(image + end, packed, packed_n);
	packed_n = 200;
	compress(packed, &packed_n, (const Bytef *)"passwd", 6);
	end = 240;
	put(244 + (uint32_t)packed_n);
	memcpy(image + end, packed, packed_n);
	end = 512;
	put_at(4, 512);
	put_at(32, (uint32_t)crc32(0, image, 512));
	return 512;
}

static void either_byte_order_is_read(void **state)
{
	(void)state;
	for (int big = 0; big < 2; big++) {
		struct walk *w = fake_walk_open();
		size_t n = make(big);
		uint64_t used;

		keep_sample("cramfs", big ? "big" : "little", (span){ image, n });
		assert_true(cramfs_format.probe((span){ image, n }));
		assert_ok(cramfs_format.read(w, (span){ image, n + 9 }, &used));
		assert_int_equal(used, n);
		assert_true(fake_has_checksum(w, "image crc32 yes"));
		assert_true(fake_has_note(w, "name=small"));
		assert_int_equal(w->node_count, 5);
		assert_str(str_from_span(fake_node(w, "etc/passwd")->content), "root::0");
		assert_int_equal(fake_node(w, "etc/passwd")->mode, 0640);
		assert_int_equal(fake_node(w, "etc/passwd")->uid, 3);
		assert_int_equal(fake_node(w, "etc/passwd")->gid, 4);
		assert_str(fake_node(w, "etc/link")->target, "passwd");
		assert_int_equal(fake_node(w, "con")->size, 5 << 8 | 1);
		assert_int_equal(fake_node(w, "big")->content.p[4095], 0);
		assert_memory_equal(fake_node(w, "big")->content.p + 4096, "zzzzzzzzzzzzzzzzzzzz", 20);
		fake_walk_close(w);
	}
}

static void a_damaged_page_cuts_its_file_and_fails_the_sum(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	size_t n = make(false);
	uint64_t used;

	image[206] ^= 0xff;
	assert_fault(cramfs_format.read(w, (span){ image, n }, &used), "cramfs.bad-data");
	assert_true(fake_node(w, "etc/passwd")->is_cut);
	assert_false(fake_node(w, "big")->is_cut);
	assert_true(fake_has_checksum(w, "image crc32 no"));
	fake_walk_close(w);
}

static void a_folder_in_itself_and_a_cut_image_end(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	size_t n = make(false);
	uint64_t used;

	end = 76;
	put_inode(040711, 48, "etc", 76);
	keep_sample("cramfs", "loop", (span){ image, n });
	assert_fault(cramfs_format.read(w, (span){ image, n }, &used), "cramfs.bad-inode");
	assert_true(w->node_count < 5);
	fake_walk_close(w);

	w = fake_walk_open();
	n = make(true);
	assert_fault(cramfs_format.read(w, (span){ image, n - 10 }, &used), "cramfs.cut");
	assert_int_equal(used, n - 10);
	fake_walk_close(w);
}

static void any_damaged_byte_does_no_harm(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	size_t n = make(true);

	for (size_t at = 4; at < n; at++) {
		for (unsigned bit = 0; bit < 8; bit++) {
			uint64_t used = 0;

			image[at] ^= (uint8_t)(1u << bit);
			fake_walk_forget(w);
			if (cramfs_format.probe((span){ image, n })) {
				err e = cramfs_format.read(w, (span){ image, n }, &used);

				(void)e;
			}
			image[at] ^= (uint8_t)(1u << bit);
			assert_true(used <= n);
		}
	}
	fake_walk_close(w);
}

static void what_mkfs_makes_is_read(void **state)
{
	char folder[] = "/tmp/assay-cramfs-XXXXXX", command[256], path[128];
	size_t size = 50'000, room = 1 << 20;
	uint8_t *text = malloc(size), *made = malloc(room);

	(void)state;
	if (system("command -v mkfs.cramfs >/dev/null 2>&1")) {
		print_message("skipped: mkfs.cramfs is not installed\n");
		skip();
	}
	assert_non_null(mkdtemp(folder));
	for (size_t i = 0; i < size; i++) text[i] = (uint8_t)('a' + (i * i / 100) % 17);
	snprintf(command, sizeof(command), "mkdir -p %s/tree/etc && ln -s etc %s/tree/link", folder, folder);
	assert_int_equal(system(command), 0);
	snprintf(path, sizeof(path), "%s/tree/etc/text", folder);

	FILE *f = fopen(path, "w");

	assert_int_equal(fwrite(text, 1, size, f), size);
	fclose(f);
	for (int big = 0; big < 2; big++) {
		struct walk *w = fake_walk_open();
		uint64_t used;

		snprintf(command, sizeof(command), "mkfs.cramfs -N %s %s/tree %s/image >/dev/null 2>&1",
			big ? "big" : "little", folder, folder);
		assert_int_equal(system(command), 0);
		snprintf(path, sizeof(path), "%s/image", folder);
		f = fopen(path, "r");

		size_t n = fread(made, 1, room, f);

		fclose(f);
		assert_ok(cramfs_format.read(w, (span){ made, n }, &used));
		assert_memory_equal(fake_node(w, "etc/text")->content.p, text, size);
		assert_str(fake_node(w, "link")->target, "etc");
		assert_true(fake_has_checksum(w, "image crc32 yes"));
		fake_walk_close(w);
	}
	snprintf(command, sizeof(command), "rm -rf %s", folder);
	assert_int_equal(system(command), 0);
	free(text);
	free(made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(either_byte_order_is_read),
		cmocka_unit_test(a_damaged_page_cuts_its_file_and_fails_the_sum),
		cmocka_unit_test(a_folder_in_itself_and_a_cut_image_end),
		cmocka_unit_test(any_damaged_byte_does_no_harm),
		cmocka_unit_test(what_mkfs_makes_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
