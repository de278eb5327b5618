#include "testing.h"

#include "fake_walk.h"
#include "format/formats.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

enum { BLOCK = 4096, LAYOUT = 0x7fffefff };

static uint8_t image[16 * BLOCK];
static size_t blocks;

static void put(uint8_t *p, size_t at, uint64_t value, size_t n)
{
	for (size_t i = 0; i < n; i++) p[at + i] = (uint8_t)(value >> 8 * (n - 1 - i));
}

static void sum(uint8_t *header)
{
	put(header, 60, (uint32_t)~crc32(0, header, 60), 4);
}

/* An erase block: headers at 0 and 64, data at 128. */
static uint8_t *add(uint32_t volume, uint32_t number, uint64_t sequence, const char *text)
{
	uint8_t *p = image + blocks++ * BLOCK;

	memset(p, 0xff, BLOCK);
	memset(p, 0, 128);
	memcpy(p, "UBI#\1", 5);
	put(p, 16, 64, 4), put(p, 20, 128, 4);
	sum(p);
	memcpy(p + 64, "UBI!\1\1", 6);
	put(p + 64, 8, volume, 4), put(p + 64, 12, number, 4), put(p + 64, 40, sequence, 8);
	sum(p + 64);
	memcpy(p + 128, text, strlen(text));
	return p + 128;
}

static void volumes_are_put_together_from_their_newest_blocks(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	const size_t each = BLOCK - 128;
	uint64_t used;

	blocks = 0;

	uint8_t *table = add(LAYOUT, 0, 1, "");

	memset(table, 0, 2 * 172);
	put(table, 14, 6, 2);
	memcpy(table + 16, "kernel", 6);
	put(table, 172 + 14, 6, 2);
	memcpy(table + 172 + 16, "rootfs", 6);
	add(1, 2, 5, "third");
	add(1, 0, 3, "old");
	add(0, 0, 2, "kernel");
	add(1, 0, 9, "new");
	memset(image + blocks * BLOCK, 0x5a, 2 * BLOCK);

	size_t n = blocks * BLOCK;

	keep_sample("ubi", "two", (span){ image, n });
	assert_true(ubi_format.probe((span){ image, n }));
	assert_ok(ubi_format.read(w, (span){ image, n + 2 * BLOCK }, &used));
	assert_int_equal(used, n);
	assert_int_equal(w->part_count, 2);
	assert_str(w->parts[0].name, "kernel");
	assert_int_equal(w->parts[0].bytes.n, each);
	assert_memory_equal(w->parts[0].bytes.p, "kernel\xff", 7);
	assert_str(w->parts[1].name, "rootfs");
	assert_int_equal(w->parts[1].bytes.n, 3 * each);
	assert_memory_equal(w->parts[1].bytes.p, "new\xff", 4);
	assert_int_equal(w->parts[1].bytes.p[each], 0xff); /* block 1 was never written */
	assert_memory_equal(w->parts[1].bytes.p + 2 * each, "third", 5);
	assert_true(fake_has_note(w, "erase-block=4096"));
	fake_walk_close(w);
}

static void an_interrupted_copy_is_told_and_the_older_block_used(void **state)
{
	(void)state;
	uint64_t used;

	for (int is_whole = 0; is_whole < 2; is_whole++) {
		struct walk *w = fake_walk_open();
		uint8_t *copy;

		blocks = 0;
		add(0, 0, 1, "old");
		copy = add(0, 0, 9, "copy");
		copy[-64 + 6] = 1;
		put(copy - 64, 20, 2048, 4);
		put(copy - 64, 32, is_whole ? (uint32_t)~crc32(0, copy, 2048) : 0x12345678, 4);
		sum(copy - 64);
		if (!is_whole) keep_sample("ubi", "torn", (span){ image, blocks * BLOCK });
		assert_ok(ubi_format.read(w, (span){ image, blocks * BLOCK }, &used));
		assert_memory_equal(w->parts[0].bytes.p, is_whole ? "copy" : "old\xff", 4);
		assert_int_equal(fake_has_note(w, "torn-copy=0"), !is_whole);
		fake_walk_close(w);
	}
}

static void a_torn_copy_without_an_older_block_is_trouble(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	uint64_t used;

	blocks = 0;

	uint8_t *copy = add(0, 0, 9, "copy");

	copy[-64 + 6] = 1;
	put(copy - 64, 20, 2048, 4);
	sum(copy - 64);
	assert_fault(ubi_format.read(w, (span){ image, blocks * BLOCK }, &used), "ubi.bad-data");
	assert_memory_equal(w->parts[0].bytes.p, "copy", 4);
	fake_walk_close(w);
}

static void a_damaged_header_loses_its_block_and_says_where(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	uint64_t used;

	blocks = 0;
	add(0, 0, 1, "good");
	add(0, 1, 2, "bad")[-50] ^= 1;

	err e = ubi_format.read(w, (span){ image, 2 * BLOCK }, &used);

	assert_string_equal(e.is->id, "ubi.bad-block");
	assert_int_equal(e.at, BLOCK + 64);
	assert_int_equal(w->part_count, 1);
	image[3] ^= 1;
	assert_false(ubi_format.probe((span){ image, 2 * BLOCK }));
	fake_walk_close(w);
}

static void a_block_numbered_beyond_the_flash_is_refused(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	uint64_t used;

	blocks = 0;
	add(0, 0xfffffff0, 1, "far");
	keep_sample("ubi", "far", (span){ image, BLOCK });
	assert_fault(ubi_format.read(w, (span){ image, BLOCK }, &used), "ubi.missing-block");
	assert_int_equal(w->part_count, 0);
	fake_walk_close(w);
}

static void what_ubinize_makes_is_read(void **state)
{
	char folder[] = "/tmp/assay-ubi-XXXXXX", path[128], command[512];
	struct walk *w = fake_walk_open();
	size_t size = 300'000;
	uint8_t *content = malloc(size), *made = malloc(4 << 20);
	uint64_t used;

	(void)state;
	if (system("command -v ubinize >/dev/null 2>&1")) {
		print_message("skipped: ubinize is not installed\n");
		skip();
	}
	assert_non_null(mkdtemp(folder));
	for (size_t i = 0; i < size; i++) content[i] = (uint8_t)(i * 7 + i / 256);
	snprintf(path, sizeof(path), "%s/content", folder);

	FILE *f = fopen(path, "w");

	assert_int_equal(fwrite(content, 1, size, f), size);
	fclose(f);
	snprintf(path, sizeof(path), "%s/config", folder);
	f = fopen(path, "w");
	fprintf(f, "[a]\nmode=ubi\nimage=%s/content\nvol_id=3\nvol_type=static\nvol_name=firmware\nvol_size=1MiB\n",
		folder);
	fclose(f);
	snprintf(command, sizeof(command), "ubinize -o %s/image -m 2048 -p 128KiB %s/config >/dev/null 2>&1", folder,
		folder);
	assert_int_equal(system(command), 0);
	snprintf(path, sizeof(path), "%s/image", folder);
	f = fopen(path, "r");

	size_t n = fread(made, 1, 4 << 20, f);

	fclose(f);
	assert_ok(ubi_format.read(w, (span){ made, n }, &used));
	assert_int_equal(used, n);
	assert_int_equal(w->part_count, 1);
	assert_str(w->parts[0].name, "firmware");
	assert_int_equal(w->parts[0].bytes.n, size);
	assert_memory_equal(w->parts[0].bytes.p, content, size);
	snprintf(command, sizeof(command), "rm -rf %s", folder);
	assert_int_equal(system(command), 0);
	free(content);
	free(made);
	fake_walk_close(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(volumes_are_put_together_from_their_newest_blocks),
		cmocka_unit_test(an_interrupted_copy_is_told_and_the_older_block_used),
		cmocka_unit_test(a_torn_copy_without_an_older_block_is_trouble),
		cmocka_unit_test(a_damaged_header_loses_its_block_and_says_where),
		cmocka_unit_test(a_block_numbered_beyond_the_flash_is_refused),
		cmocka_unit_test(what_ubinize_makes_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
