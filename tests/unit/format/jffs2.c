#include "testing.h"

#include "fake_walk.h"
#include "format/formats.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

/* A writer of logs: nodes in either byte order, one after the other. */
static uint8_t image[1 << 20];
static size_t end;
static bool is_big;

static void put(uint32_t value, size_t bytes)
{
	for (size_t i = 0; i < bytes; i++) image[end++] = (uint8_t)(value >> 8 * (is_big ? bytes - 1 - i : i));
}

static uint32_t sum(size_t from, size_t n)
{
	return (uint32_t)~crc32(0xffffffff, image + from, (unsigned)n);
}

static void begin(uint16_t type, size_t size)
{
	size_t at = end;

	put(0x1985, 2);
	put(type, 2);
	put((uint32_t)size, 4);
	put(sum(at, 8), 4);
}

static void pad(void)
{
	while (end % 4) image[end++] = 0xff;
}

static size_t add_name(uint32_t parent, uint32_t version, uint32_t inode, const char *name)
{
	size_t at = end, n = strlen(name);

	begin(0xe001, 40 + n);
	put(parent, 4), put(version, 4), put(inode, 4), put(0, 4);
	put((uint32_t)n, 1), put(8, 1), put(0, 2);
	put(sum(at, 32), 4);
	put((uint32_t)~crc32(0xffffffff, (const Bytef *)name, (unsigned)n), 4);
	memcpy(image + end, name, n);
	end += n;
	pad();
	return at;
}

static size_t add_piece(uint32_t inode, uint32_t version, uint32_t mode, uint32_t size, uint32_t offset,
	uint8_t compression, span stored, uint32_t unpacked)
{
	size_t at = end;

	begin(0xe002, 68 + stored.n);
	put(inode, 4), put(version, 4), put(mode, 4), put(3, 2), put(4, 2), put(size, 4);
	put(0, 4), put(0, 4), put(0, 4);
	put(offset, 4), put((uint32_t)stored.n, 4), put(unpacked, 4);
	put(compression, 1), put(0, 1), put(0, 2);
	put(stored.n ? (uint32_t)~crc32(0xffffffff, stored.p, (unsigned)stored.n) : 0, 4);
	put(sum(at, 60), 4);
	if (stored.n) memcpy(image + end, stored.p, stored.n);
	end += stored.n;
	pad();
	return at;
}

static void replaced(size_t at)
{
	image[at + (is_big ? 2 : 3)] &= (uint8_t)~0x20;
}

static err read_log(struct walk *w, uint64_t *ret_used)
{
	span in = { image, end };

	*ret_used = 0;
	assert_true(jffs2_format.probe(in));
	return jffs2_format.read(w, in, ret_used);
}

static void start(bool big)
{
	memset(image, 0xff, sizeof(image));
	end = 0;
	is_big = big;
}

static void a_log_of_either_byte_order_becomes_files(void **state)
{
	uint8_t packed[100];
	uLongf packed_n = sizeof(packed);

	(void)state;
	compress(packed, &packed_n, (const Bytef *)"zzzzzzzzzzzzzzzzzzzz", 20);
	for (int big = 0; big < 2; big++) {
		struct walk *w = fake_walk_open();
		uint64_t used;

		start(big);
		add_name(1, 1, 2, "etc");
		add_piece(2, 1, 040755, 0, 0, 0, (span){ 0 }, 0);
		add_name(2, 2, 3, "passwd");
		add_piece(3, 1, 0100640, 7, 0, 0, SPAN("root::0"), 7);
		add_name(2, 3, 4, "zlib");
		add_piece(4, 1, 0100644, 20, 0, 6, (span){ packed, packed_n }, 20);
		add_name(2, 4, 5, "rtime");
		add_piece(5, 1, 0100644, 9, 0, 2, SPAN("a\0b\0c\0a\5"),
			9); /* abca, and bcabc as it went on the last time */
		add_name(1, 5, 6, "zero");
		add_piece(6, 1, 0100644, 5, 0, 1, (span){ 0 }, 5);
		add_name(1, 6, 7, "link");
		add_piece(7, 1, 0120777, 10, 0, 0, SPAN("etc/passwd"), 10);
		add_name(1, 7, 8, "tty");
		add_piece(8, 1, 0020620, 2, 0, 0, big ? SPAN("\4\1") : SPAN("\1\4"), 2);
		keep_sample("jffs2", big ? "big" : "little", (span){ image, end });
		assert_ok(read_log(w, &used));
		assert_int_equal(used, end);
		assert_int_equal(w->node_count, 7);
		assert_str(str_from_span(fake_node(w, "etc/passwd")->content), "root::0");
		assert_int_equal(fake_node(w, "etc/passwd")->mode, 0640);
		assert_int_equal(fake_node(w, "etc/passwd")->uid, 3);
		assert_str(str_from_span(fake_node(w, "etc/zlib")->content), "zzzzzzzzzzzzzzzzzzzz");
		assert_str(str_from_span(fake_node(w, "etc/rtime")->content), "abcabcabc");
		assert_memory_equal(fake_node(w, "zero")->content.p, "\0\0\0\0", 5);
		assert_int_equal(fake_node(w, "link")->type, NODE_LINK);
		assert_str(fake_node(w, "link")->target, "etc/passwd");
		assert_int_equal(fake_node(w, "tty")->type, NODE_CHARACTER);
		assert_int_equal(fake_node(w, "tty")->size, 4 << 8 | 1);
		fake_walk_close(w);
	}
}

static void the_highest_versions_are_what_the_file_system_is_now(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	uint64_t used;

	start(false);
	add_name(1, 1, 2, "written-over");
	add_piece(2, 3, 0100644, 6, 2, 0, SPAN("XY"), 2); /* stands first, counts last */
	add_piece(2, 1, 0100644, 6, 0, 0, SPAN("abcdef"), 6);
	add_piece(2, 2, 0100600, 6, 4, 0, SPAN("gh"), 2);
	add_name(1, 2, 3, "cut-and-grown");
	add_piece(3, 1, 0100644, 6, 0, 0, SPAN("secret"), 6);
	add_piece(3, 2, 0100644, 1, 0, 0, (span){ 0 }, 0);
	add_piece(3, 3, 0100644, 4, 0, 0, (span){ 0 }, 0);
	add_name(1, 3, 4, "removed");
	add_piece(4, 1, 0100644, 0, 0, 0, (span){ 0 }, 0);
	add_name(1, 4, 0, "removed");
	add_name(1, 5, 5, "renamed");
	add_piece(5, 1, 0100644, 0, 0, 0, (span){ 0 }, 0);
	replaced(add_name(1, 6, 5, "struck-out"));
	assert_ok(read_log(w, &used));
	assert_int_equal(used, end);
	assert_str(str_from_span(fake_node(w, "written-over")->content), "abXYgh");
	assert_int_equal(fake_node(w, "written-over")->mode, 0644);
	assert_int_equal(fake_node(w, "cut-and-grown")->content.n, 4);
	assert_memory_equal(fake_node(w, "cut-and-grown")->content.p, "s\0\0", 4);
	assert_null(fake_node(w, "removed"));
	assert_non_null(fake_node(w, "renamed"));
	assert_null(fake_node(w, "struck-out"));
	fake_walk_close(w);
}

static void a_damaged_piece_cuts_its_file_only(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	uint64_t used;

	start(false);
	add_name(1, 1, 2, "good");
	add_piece(2, 1, 0100644, 4, 0, 0, SPAN("good"), 4);
	add_name(1, 2, 3, "bad");

	size_t bad = add_piece(3, 1, 0100644, 4, 0, 0, SPAN("evil"), 4);

	add_name(1, 3, 4, "odd");
	add_piece(4, 1, 0100644, 4, 0, 9, SPAN("????"), 4);
	image[bad + 68] ^= 1;

	err e = read_log(w, &used);

	assert_string_equal(e.is->id, "jffs2.bad-data");
	assert_int_equal(e.at, bad);
	assert_false(fake_node(w, "good")->is_cut);
	assert_true(fake_node(w, "bad")->is_cut);
	assert_true(fake_node(w, "odd")->is_cut);
	fake_walk_close(w);
}

static void partitions_that_follow_each_other_are_told_apart(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	uint64_t used;

	/* In use on both sides: inode 2, with one version and two contents, under two names. */
	start(false);
	add_name(1, 10, 2, "first");
	add_piece(2, 7, 0100644, 3, 0, 0, SPAN("one"), 3);
	while (end < 0x20000) image[end++] = 0xff;
	begin(0x2003, 12);
	add_name(1, 20, 2, "second");
	add_piece(2, 7, 0100644, 3, 0, 0, SPAN("two"), 3);
	assert_ok(read_log(w, &used));
	assert_int_equal(used, 0x20000);
	assert_int_equal(w->node_count, 1);
	assert_str(str_from_span(fake_node(w, "first")->content), "one");
	fake_walk_close(w);

	/* What mkfs made begins with the first name of its root. */
	w = fake_walk_open();
	start(false);
	add_name(1, 10, 3, "first");
	add_piece(3, 1, 0100644, 3, 0, 0, SPAN("one"), 3);
	while (end < 0x10000) image[end++] = 0xff;
	add_name(1, 0, 2, "second");
	add_piece(2, 1, 0100644, 3, 0, 0, SPAN("two"), 3);
	assert_ok(read_log(w, &used));
	assert_true(used <= 0x10000);
	assert_int_equal(w->node_count, 1);
	fake_walk_close(w);
}

static void loops_and_bad_names_end(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	uint64_t used;

	start(false);
	add_name(1, 1, 2, "a");
	add_piece(2, 1, 040755, 0, 0, 0, (span){ 0 }, 0);
	add_name(2, 2, 2, "itself");
	add_name(2, 3, 3, "../../etc/passwd");
	add_name(2, 4, 9, "nothing");
	keep_sample("jffs2", "loop", (span){ image, end });
	assert_true(failed(read_log(w, &used)));
	assert_true(w->node_count < 4);
	fake_walk_close(w);
}

static void what_mkfs_makes_is_read(void **state)
{
	static const char *const options[] = { "-l -e 65536", "-b -e 65536", "-l -n -e 65536 -m none",
		"-l -e 131072 -x zlib", "-l -e 131072 -x rtime" };
	char folder[] = "/tmp/assay-jffs2-XXXXXX", command[512];
	uint8_t text[50'000];

	(void)state;
	if (system("command -v mkfs.jffs2 >/dev/null 2>&1")) {
		print_message("skipped: mkfs.jffs2 is not installed\n");
		skip();
	}
	assert_non_null(mkdtemp(folder));
	for (size_t i = 0; i < sizeof(text); i++) text[i] = (uint8_t)('a' + (i * i / 100) % 17);
	snprintf(command, sizeof(command), "mkdir -p %s/tree/etc && ln -s etc %s/tree/link", folder, folder);
	assert_int_equal(system(command), 0);
	snprintf(command, sizeof(command), "%s/tree/etc/text", folder);

	FILE *f = fopen(command, "w");

	assert_int_equal(fwrite(text, 1, sizeof(text), f), sizeof(text));
	fclose(f);
	for (size_t i = 0; i < sizeof(options) / sizeof(*options); i++) {
		struct walk *w = fake_walk_open();
		uint64_t used;

		snprintf(command, sizeof(command), "mkfs.jffs2 -q %s -r %s/tree -o %s/image 2>/dev/null", options[i],
			folder, folder);
		assert_int_equal(system(command), 0);
		snprintf(command, sizeof(command), "%s/image", folder);
		f = fopen(command, "r");
		is_big = i == 1;
		end = fread(image, 1, sizeof(image), f);
		fclose(f);
		assert_ok(read_log(w, &used));
		assert_int_equal(fake_node(w, "etc/text")->content.n, sizeof(text));
		assert_memory_equal(fake_node(w, "etc/text")->content.p, text, sizeof(text));
		assert_str(fake_node(w, "link")->target, "etc");
		fake_walk_close(w);
	}
	snprintf(command, sizeof(command), "rm -rf %s", folder);
	assert_int_equal(system(command), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_log_of_either_byte_order_becomes_files),
		cmocka_unit_test(the_highest_versions_are_what_the_file_system_is_now),
		cmocka_unit_test(a_damaged_piece_cuts_its_file_only),
		cmocka_unit_test(partitions_that_follow_each_other_are_told_apart),
		cmocka_unit_test(loops_and_bad_names_end),
		cmocka_unit_test(what_mkfs_makes_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
