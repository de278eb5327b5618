#include "testing.h"

#include "fake_walk.h"
#include "format/formats.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <zlib.h>

/* A small volume by hand: erase blocks of 4 KiB; 0 the superblock, 1 and 2 the master, 3 the log, from 5 on nodes. */
enum { BLOCK = 4096, FIRST = 5 * BLOCK };
enum { INODE = 0, DATA = 1, NAME = 2, SUPER = 6, MASTER = 7, INDEX = 9, COMMIT = 10 };

static uint8_t image[10 * BLOCK];
static size_t end, leaves[32], leaf_count, leaf_sizes[32];
static uint64_t sequence;

static void put(size_t at, uint64_t value, size_t n)
{
	for (size_t i = 0; i < n; i++) image[at + i] = (uint8_t)(value >> 8 * i);
}

/* Completes the node of n bytes at a place: its content is there already. */
static void seal(size_t at, uint8_t type, size_t n)
{
	put(at, 0x06101831, 4);
	put(at + 8, ++sequence, 8);
	put(at + 16, n, 4);
	image[at + 20] = type;
	put(at + 4, (uint32_t)~crc32(0, image + at + 8, (unsigned)(n - 8)), 4);
}

static void add(uint8_t type, size_t n)
{
	seal(end, type, n);
	leaves[leaf_count] = end;
	leaf_sizes[leaf_count++] = n;
	end = (end + n + 7) & ~(size_t)7;
}

static void add_inode(uint32_t number, uint32_t mode, uint64_t size, const char *data)
{
	put(end + 24, number, 4);
	put(end + 48, size, 8);
	put(end + 96, 7, 4), put(end + 100, 8, 4), put(end + 104, mode, 4), put(end + 112, strlen(data), 4);
	memcpy(image + end + 160, data, strlen(data));
	add(INODE, 160 + strlen(data));
}

static void add_name(uint32_t directory, const char *name, uint64_t inode)
{
	put(end + 24, directory, 4), put(end + 28, 2u << 29 | 5, 4);
	put(end + 40, inode, 8);
	put(end + 50, strlen(name), 2);
	memcpy(image + end + 56, name, strlen(name));
	add(NAME, 57 + strlen(name));
}

static void add_data(uint32_t inode, uint32_t block, uint16_t kind, span stored, uint32_t n)
{
	put(end + 24, inode, 4), put(end + 28, 1u << 29 | block, 4);
	put(end + 40, n, 4), put(end + 44, kind, 2);
	memcpy(image + end + 48, stored.p, stored.n);
	add(DATA, 48 + stored.n);
}

static void start(void)
{
	memset(image, 0xff, sizeof(image));
	memset(image + FIRST, 0, 2 * BLOCK);
	memset(image, 0, 4096);
	sequence = leaf_count = 0;
	put(36, BLOCK, 4), put(40, sizeof(image) / BLOCK, 4);
	seal(0, SUPER, 4096);
	end = FIRST;
}

/* Index, master and commit over all that was added; what is added later is the journal's. */
static size_t commit(void)
{
	size_t root = 8 * BLOCK, n = 28 + 20 * leaf_count;

	memset(image + root, 0, n);
	put(root + 24, leaf_count, 2);
	for (size_t i = 0; i < leaf_count; i++) {
		put(root + 28 + 20 * i, leaves[i] / BLOCK, 4);
		put(root + 32 + 20 * i, leaves[i] % BLOCK, 4);
		put(root + 36 + 20 * i, leaf_sizes[i], 4);
	}
	seal(root, INDEX, n);
	memset(image + 3 * BLOCK, 0, 32);
	put(3 * BLOCK + 24, 4, 8);
	seal(3 * BLOCK, COMMIT, 32);
	for (size_t at = BLOCK; at <= 2 * BLOCK; at += BLOCK) {
		memset(image + at, 0, 512);
		put(at + 32, 4, 8), put(at + 44, 3, 4), put(at + 48, root / BLOCK, 4), put(at + 52, root % BLOCK, 4);
		seal(at, MASTER, 512);
	}
	return root;
}

static void fill(void)
{
	uint8_t packed[100];
	z_stream z = { .next_in = (Bytef *)(uintptr_t) "zzzzzzzzzzzzzzzzzzzz",
		.avail_in = 20,
		.next_out = packed,
		.avail_out = 100 };

	deflateInit2(&z, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
	deflate(&z, Z_FINISH);
	deflateEnd(&z);
	start();
	add_inode(1, 040755, 0, "");
	add_name(1, "etc", 65);
	add_inode(65, 040711, 0, "");
	add_name(65, "passwd", 66);
	add_inode(66, 0100640, 7, "");
	add_data(66, 0, 0, SPAN("root::0"), 7);
	add_name(65, "packed", 67);
	add_inode(67, 0100644, 4096 + 20, "");
	add_data(67, 1, 2, (span){ packed, z.total_out }, 20);
	add_name(1, "link", 68);
	add_inode(68, 0120777, 10, "etc/passwd");
}

static void the_index_leads_to_the_files(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	uint64_t used;

	fill();
	add_name(1, "console", 69);
	add_inode(69, 020600, 0, "\1\5"); /* a node that was never committed: its index entry goes away below */
	leaf_count -= 2;
	sequence = 0;
	commit();
	for (size_t i = leaf_count; i < leaf_count + 2; i++) put(leaves[i] + 8, 0, 8);
	keep_sample("ubifs", "small", (span){ image, sizeof(image) });
	assert_true(ubifs_format.probe((span){ image, sizeof(image) }));
	assert_ok(ubifs_format.read(w, (span){ image, sizeof(image) }, &used));
	assert_int_equal(used, sizeof(image));
	assert_str(str_from_span(fake_node(w, "etc/passwd")->content), "root::0");
	assert_int_equal(fake_node(w, "etc/passwd")->mode, 0640);
	assert_int_equal(fake_node(w, "etc/passwd")->uid, 7);
	assert_int_equal(fake_node(w, "etc/packed")->content.n, 4096 + 20);
	assert_int_equal(fake_node(w, "etc/packed")->content.p[4095], 0); /* a hole */
	assert_memory_equal(fake_node(w, "etc/packed")->content.p + 4096, "zzzzzzzzzzzzzzzzzzzz", 20);
	assert_str(fake_node(w, "link")->target, "etc/passwd");
	assert_null(fake_node(w, "console"));
	fake_walk_close(w);
}

static void what_came_after_the_commit_counts_and_what_was_left_before_does_not(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	uint64_t used;

	fill();
	/* Removed and forgotten by the index before the commit, but still in the flash. */
	add_name(1, "ghost", 70);
	add_inode(70, 0100644, 0, "");
	leaf_count -= 2;
	commit();
	add_name(1, "etc2", 71);
	add_inode(71, 0100644, 3, "");
	add_data(71, 0, 0, SPAN("new"), 3);
	add_name(65, "packed", 0);
	keep_sample("ubifs", "journal", (span){ image, sizeof(image) });
	assert_ok(ubifs_format.read(w, (span){ image, sizeof(image) }, &used));
	assert_str(str_from_span(fake_node(w, "etc2")->content), "new");
	assert_null(fake_node(w, "etc/packed"));
	assert_null(fake_node(w, "ghost"));
	fake_walk_close(w);
}

static void a_capability_is_an_attribute_of_its_file(void **state)
{
	static const uint8_t net_raw[] = { 1, 0, 0, 2, 0, 0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 };
	(void)state;
	struct walk *w = fake_walk_open();
	uint64_t used;

	fill();
	add_name(1, "ping", 80);
	add_inode(80, 0100755, 0, "");
	/* An attribute is a name of another type in the file's own number, and its value an inode. */
	for (unsigned i = 0; i < 2; i++) {
		const char *name = i ? "security.capability" : "security.selinux";

		put(end + 24, 80, 4), put(end + 28, 3u << 29 | i, 4), put(end + 40, 81 + i, 8),
			put(end + 50, strlen(name), 2);
		memcpy(image + end + 56, name, strlen(name));
		add(3, 57 + strlen(name));
	}
	add_inode(81, 0100777, 7, "u:obj:x");
	put(end + 24, 82, 4), put(end + 48, sizeof(net_raw), 8), put(end + 112, sizeof(net_raw), 4);
	memcpy(image + end + 160, net_raw, sizeof(net_raw));
	add(INODE, 160 + sizeof(net_raw));
	commit();
	keep_sample("ubifs", "attributes", (span){ image, sizeof(image) });
	assert_ok(ubifs_format.read(w, (span){ image, sizeof(image) }, &used));
	assert_str(fake_node(w, "ping")->capabilities, "cap_net_raw=ep");
	assert_int_equal(fake_node(w, "etc/passwd")->capabilities.n, 0);
	fake_walk_close(w);
}

static void a_damaged_piece_cuts_its_file(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	uint64_t used;
	size_t bad;

	fill();
	bad = end;
	add_name(1, "bad", 72);
	add_inode(72, 0100644, 5, "");
	add_data(72, 0, 1, SPAN("no LZO"), 5);
	commit();
	assert_fault(ubifs_format.read(w, (span){ image, sizeof(image) }, &used), "ubifs.bad-data");
	assert_true(fake_node(w, "bad")->is_cut);
	assert_false(fake_node(w, "etc/passwd")->is_cut);
	fake_walk_close(w);

	w = fake_walk_open();
	image[bad + 58] ^= 1;
	assert_fault(ubifs_format.read(w, (span){ image, sizeof(image) }, &used), "ubifs.bad-node");
	assert_null(fake_node(w, "bad"));
	fake_walk_close(w);
}

static void an_index_that_leads_to_itself_ends(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	uint64_t used;

	fill();

	size_t root = commit();

	put(root + 26, 1, 2); /* not a leaf any more, and its first branch is itself */
	put(root + 28, root / BLOCK, 4), put(root + 32, root % BLOCK, 4);
	seal(root, INDEX, 28 + 20 * leaf_count);
	keep_sample("ubifs", "loop", (span){ image, sizeof(image) });
	assert_fault(ubifs_format.read(w, (span){ image, sizeof(image) }, &used), "ubifs.bad-node");
	assert_int_equal(w->node_count, 0);
	fake_walk_close(w);
}

static void what_mkfs_makes_is_read(void **state)
{
	static const char *const kinds[] = { "none", "lzo", "zlib", "zstd" };
	char folder[] = "/tmp/assay-ubifs-XXXXXX", command[512], path[128];
	size_t size = 100'000, room = 8 << 20;
	uint8_t *text = malloc(size), *made = malloc(room);

	(void)state;
	if (system("command -v mkfs.ubifs >/dev/null 2>&1")) {
		print_message("skipped: mkfs.ubifs is not installed\n");
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
	snprintf(command, sizeof(command), "ln %s/tree/etc/text %s/tree/hard", folder, folder);
	assert_int_equal(system(command), 0);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		struct walk *w = fake_walk_open();
		uint64_t used;

		snprintf(command, sizeof(command),
			"mkfs.ubifs -r %s/tree -o %s/image -m 2048 -e 126976 -c 100 -x %s >/dev/null 2>&1", folder,
			folder, kinds[i]);
		assert_int_equal(system(command), 0);
		snprintf(path, sizeof(path), "%s/image", folder);
		f = fopen(path, "r");

		size_t n = fread(made, 1, room, f);

		fclose(f);
		assert_ok(ubifs_format.read(w, (span){ made, n }, &used));
		assert_int_equal(fake_node(w, "etc/text")->content.n, size);
		assert_memory_equal(fake_node(w, "etc/text")->content.p, text, size);
		assert_memory_equal(fake_node(w, "hard")->content.p, text, size);
		assert_str(fake_node(w, "link")->target, "etc");
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
		cmocka_unit_test(the_index_leads_to_the_files),
		cmocka_unit_test(what_came_after_the_commit_counts_and_what_was_left_before_does_not),
		cmocka_unit_test(a_capability_is_an_attribute_of_its_file),
		cmocka_unit_test(a_damaged_piece_cuts_its_file),
		cmocka_unit_test(an_index_that_leads_to_itself_ends),
		cmocka_unit_test(what_mkfs_makes_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
