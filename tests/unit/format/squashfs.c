#include "testing.h"

#include "fake_walk.h"
#include "format/formats.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* A tree of known content, made into images by mksquashfs; skipped, saying so, where that is not installed. */
struct made {
	char folder[64];
	uint8_t *image;
	size_t n;
};

enum { MANY = 300, BIG = 700'001, SPARSE = 3 << 20 };

static void write_file(const char *folder, const char *name, const uint8_t *p, size_t n)
{
	char path[256];

	snprintf(path, sizeof(path), "%s/%s", folder, name);

	FILE *f = fopen(path, "w");

	assert_non_null(f);
	assert_int_equal(fwrite(p, 1, n, f), n);
	assert_int_equal(fclose(f), 0);
}

/* Bytes that compress a little, the same in every run. */
static void fill(uint8_t *p, size_t n, uint32_t seed)
{
	for (size_t i = 0; i < n; i++) {
		seed = seed * 1664525u + 1013904223u;
		p[i] = (uint8_t)((seed >> 24) % 23 + i / 1000);
	}
}

static int make_tree(void **state)
{
	struct made *m = calloc(1, sizeof(*m));
	char path[256];
	uint8_t *big = malloc(BIG);

	if (!m || !big) return -1;
	snprintf(m->folder, sizeof(m->folder), "/tmp/assay-squashfs-XXXXXX");
	if (!mkdtemp(m->folder)) return -1;
	snprintf(path, sizeof(path), "%s/tree/etc/init.d", m->folder);
	for (char *p = path + strlen(m->folder) + 1; *p; p++) {
		if (*p != '/') continue;
		*p = '\0';
		mkdir(path, 0755);
		*p = '/';
	}
	mkdir(path, 0755);
	snprintf(path, sizeof(path), "%s/tree/many", m->folder);
	mkdir(path, 0711);
	write_file(m->folder, "tree/etc/passwd", (const uint8_t *)"root:x:0:0::/:/bin/sh\n", 22);
	write_file(m->folder, "tree/etc/empty", (const uint8_t *)"", 0);
	fill(big, BIG, 1);
	write_file(m->folder, "tree/big", big, BIG);
	write_file(m->folder, "tree/block", big, 131072);
	for (int i = 0; i < MANY; i++) {
		char name[64];

		snprintf(name, sizeof(name), "tree/many/file-%03d", i);
		write_file(m->folder, name, big + i, (size_t)i * 10);
	}
	free(big);

	char to[300];

	snprintf(path, sizeof(path), "%s/tree/etc/init.d/S50telnet", m->folder);
	if (symlink("../../sbin/telnetd", path)) return -1;
	snprintf(path, sizeof(path), "%s/tree/etc/passwd", m->folder);
	snprintf(to, sizeof(to), "%s/tree/etc/passwd-linked", m->folder);
	if (link(path, to)) return -1;
	snprintf(path, sizeof(path), "%s/tree/sparse", m->folder);

	int fd = open(path, O_WRONLY | O_CREAT, 0600);

	if (fd < 0 || ftruncate(fd, SPARSE) || pwrite(fd, "end", 3, SPARSE - 3) != 3 || close(fd)) return -1;
	*state = m;
	return 0;
}

static int drop_tree(void **state)
{
	struct made *m = *state;
	char command[128];

	snprintf(command, sizeof(command), "rm -rf %s", m->folder);
	free(m->image);

	int result = system(command);

	free(m);
	return result;
}

static bool is_installed(void)
{
	return system("command -v mksquashfs >/dev/null 2>&1") == 0;
}

static void make_image(struct made *m, const char *options)
{
	char command[512], path[128];
	struct stat st;

	if (!is_installed()) {
		print_message("skipped: mksquashfs is not installed\n");
		skip();
	}
	snprintf(command, sizeof(command),
		"mksquashfs %s/tree %s/image -noappend -quiet -no-progress %s "
		"-p 'dev d 755 0 0' -p 'dev/console c 600 0 5 5 1' -p 'dev/mtd b 640 7 9 31 300' >/dev/null 2>&1",
		m->folder, m->folder, options);
	assert_int_equal(system(command), 0);
	snprintf(path, sizeof(path), "%s/image", m->folder);
	assert_int_equal(stat(path, &st), 0);
	free(m->image);
	m->n = (size_t)st.st_size;
	m->image = malloc(m->n);

	FILE *f = fopen(path, "r");

	assert_non_null(f);
	assert_int_equal(fread(m->image, 1, m->n, f), m->n);
	fclose(f);
}

static err read_image(struct made *m, struct walk *w, uint64_t *ret_used)
{
	span in = { m->image, m->n };

	*ret_used = 0;
	assert_true(squashfs_format.probe(in));
	return squashfs_format.read(w, in, ret_used);
}

static void assert_content(const struct node *n, const uint8_t *p, size_t size)
{
	assert_non_null(n);
	assert_int_equal(n->type, NODE_FILE);
	assert_false(n->is_cut);
	assert_int_equal(n->size, size);
	assert_int_equal(n->content.n, size);
	if (size) assert_memory_equal(n->content.p, p, size);
}

static void assert_tree(struct walk *w)
{
	uint8_t *big = malloc(BIG), *sparse = calloc(1, SPARSE);
	const struct node *n;

	fill(big, BIG, 1);
	assert_content(fake_node(w, "etc/passwd"), (const uint8_t *)"root:x:0:0::/:/bin/sh\n", 22);
	assert_content(fake_node(w, "etc/passwd-linked"), (const uint8_t *)"root:x:0:0::/:/bin/sh\n", 22);
	assert_content(fake_node(w, "etc/empty"), NULL, 0);
	assert_content(fake_node(w, "big"), big, BIG);
	assert_content(fake_node(w, "block"), big, 131072);
	memcpy(sparse + SPARSE - 3, "end", 3);
	assert_content(fake_node(w, "sparse"), sparse, SPARSE);
	for (int i = 0; i < MANY; i++) {
		char name[64];

		snprintf(name, sizeof(name), "many/file-%03d", i);
		assert_content(fake_node(w, name), big + i, (size_t)i * 10);
	}
	free(big);
	free(sparse);

	n = fake_node(w, "etc/init.d/S50telnet");
	assert_non_null(n);
	assert_int_equal(n->type, NODE_LINK);
	assert_str(n->target, "../../sbin/telnetd");
	n = fake_node(w, "dev/console");
	assert_non_null(n);
	assert_int_equal(n->type, NODE_CHARACTER);
	assert_int_equal(n->mode, 0600);
	assert_int_equal(n->gid, 5);
	assert_int_equal(n->size, 5 << 8 | 1);
	n = fake_node(w, "dev/mtd");
	assert_int_equal(n->type, NODE_BLOCK);
	assert_int_equal(n->uid, 7);
	assert_int_equal(n->gid, 9);
	n = fake_node(w, "many");
	assert_int_equal(n->type, NODE_DIRECTORY);
	assert_int_equal(n->mode, 0711);
	/* the root, 6 directories, 300 + 6 files, a link, two devices */
	assert_int_equal(w->node_count, 1 + 4 + MANY + 6 + 1 + 2);
}

static void every_compression_and_block_size_gives_the_tree_back(void **state)
{
	static const char *const options[] = {
		"-comp gzip",
		"-comp lzma",
		"-comp lzo",
		"-comp xz",
		"-comp lz4",
		"-comp zstd",
		"-comp xz -b 1048576 -Xbcj x86",
		"-comp gzip -b 4096",
		"-comp lzo -b 65536 -Xalgorithm lzo1x_1",
		"-comp lz4 -Xhc",
		"-comp gzip -no-fragments",
		"-comp gzip -always-use-fragments",
		"-comp gzip -no-duplicates -no-sparse",
		"-comp gzip -noI -noD -noF",
		"-comp gzip -no-exports -no-xattrs -nopad",
	};

	for (size_t i = 0; i < sizeof(options) / sizeof(*options); i++) {
		struct walk *w = fake_walk_open();
		uint64_t used;

		make_image(*state, options[i]);
		assert_ok(read_image(*state, w, &used));
		assert_int_equal(used, ((struct made *)*state)->n);
		assert_tree(w);
		fake_walk_close(w);
	}
}

static void hard_links_share_their_content_and_name_the_first(void **state)
{
	struct walk *w = fake_walk_open();
	uint64_t used;

	make_image(*state, "-comp gzip");
	assert_ok(read_image(*state, w, &used));
	assert_int_equal(fake_node(w, "etc/passwd")->target.n, 0);
	assert_str(fake_node(w, "etc/passwd-linked")->target, "etc/passwd");
	fake_walk_close(w);
}

static void a_damaged_data_block_cuts_its_file_and_the_rest_is_read(void **state)
{
	struct made *m = *state;
	struct walk *w = fake_walk_open();
	uint64_t used;

	make_image(m, "-comp xz");
	m->image[96 + 20'000] ^= 0x55; /* "big" is the first file */
	assert_fault(read_image(m, w, &used), "squashfs.bad-block");
	assert_true(fake_node(w, "big")->is_cut);
	assert_true(fake_node(w, "big")->content.n < BIG);
	assert_content(fake_node(w, "etc/passwd"), (const uint8_t *)"root:x:0:0::/:/bin/sh\n", 22);
	fake_walk_close(w);
}

static void a_damaged_metadata_block_says_where(void **state)
{
	struct made *m = *state;
	struct walk *w = fake_walk_open();
	uint64_t used;
	reader r;

	make_image(m, "-comp gzip");
	r = (reader){ .in = { m->image, m->n } };
	read_seek(&r, 72);

	uint64_t directories = read_le64(&r);

	m->image[directories + 20] ^= 0x55;

	err e = read_image(m, w, &used);

	assert_string_equal(e.is->id, "squashfs.bad-metadata");
	assert_int_equal(e.at, directories);
	fake_walk_close(w);
}

static void a_table_of_owners_that_is_nowhere_is_told_and_the_rest_is_read(void **state)
{
	struct made *m = *state;
	struct walk *w = fake_walk_open();
	uint64_t used;

	make_image(m, "-comp gzip");
	memset(m->image + 48, 0xff, 8);
	assert_true(squashfs_format.probe((span){ m->image, m->n }));
	assert_fault(squashfs_format.read(w, (span){ m->image, m->n }, &used), "squashfs.bad-metadata");
	assert_int_equal(used, m->n);
	assert_non_null(fake_node(w, "etc/init.d"));
	assert_true(w->node_count > MANY);
	fake_walk_close(w);
}

static void what_follows_an_image_begins_where_it_begins(void **state)
{
	struct made *m = *state;
	static const size_t paddings[] = { 0, 1024, 4096 };
	uint64_t used;

	make_image(m, "-comp gzip -nopad");
	for (size_t i = 0; i < sizeof(paddings) / sizeof(*paddings); i++) {
		struct walk *w = fake_walk_open();
		size_t n = m->n + paddings[i];
		uint8_t *both = calloc(1, n + 8);

		memcpy(both, m->image, m->n);
		memcpy(both + n, "next one", 8);
		assert_ok(squashfs_format.read(w, (span){ both, n + 8 }, &used));
		/* Zeros up to the next 4 KiB are the image's own padding. */
		assert_true(used >= m->n && used <= n);
		assert_true(used == n || used % 4096 == 0);
		free(both);
		fake_walk_close(w);
	}
}

static void a_cut_image_is_refused_and_says_where(void **state)
{
	struct made *m = *state;
	struct walk *w = fake_walk_open();
	uint64_t used;

	make_image(m, "-comp gzip");
	m->n /= 2;

	err e = read_image(m, w, &used);

	assert_string_equal(e.is->id, "squashfs.cut");
	assert_int_equal(e.at, m->n);
	assert_int_equal(used, m->n);
	fake_walk_close(w);
}

static void no_single_damaged_byte_of_the_metadata_does_harm(void **state)
{
	struct made *m = *state;

	make_image(m, "-comp gzip -noI"); /* tables as they are: each byte has a meaning */

	reader r = { .in = { m->image, m->n } };

	read_seek(&r, 64);

	uint64_t inodes = read_le64(&r);

	for (uint64_t at = 0; at < m->n; at = at == 95 ? inodes : at + (at < 96 ? 1 : 61)) {
		struct walk *w = fake_walk_open();
		uint64_t used = 0;
		uint8_t byte = m->image[at];

		w->is_forgetful = true;
		m->image[at] = (uint8_t)(byte ^ (1u << (at % 8)));
		if (squashfs_format.probe((span){ m->image, m->n })) {
			err e = squashfs_format.read(w, (span){ m->image, m->n }, &used);

			(void)e;
		}
		m->image[at] = byte;
		assert_true(used <= m->n);
		fake_walk_close(w);
	}
}

static void a_lying_compression_number_is_seen_through(void **state)
{
	struct made *m = *state;
	struct walk *w = fake_walk_open();
	uint64_t used;

	make_image(m, "-comp lzma");
	m->image[20] = 1; /* "gzip", as some routers say */
	assert_ok(read_image(m, w, &used));
	assert_true(fake_has_note(w, "compression=lzma"));
	assert_tree(w);
	fake_walk_close(w);
}

/* Small ones for the fuzzer: two files and a directory in each compression. */
static void small_images_are_read(void **state)
{
	static const char *const kinds[] = { "gzip", "lzma", "lzo", "xz", "lz4", "zstd" };
	struct made *m = *state;
	struct made small = { 0 };
	char path[128];

	snprintf(small.folder, sizeof(small.folder), "%s/small", m->folder);
	mkdir(small.folder, 0755);
	snprintf(path, sizeof(path), "%s/tree", small.folder);
	mkdir(path, 0755);
	snprintf(path, sizeof(path), "%s/tree/etc", small.folder);
	mkdir(path, 0755);

	uint8_t some[6000];

	fill(some, sizeof(some), 3);
	write_file(small.folder, "tree/etc/passwd", (const uint8_t *)"root:x:0:0::/:/bin/sh\n", 22);
	write_file(small.folder, "tree/some", some, sizeof(some));
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		struct walk *w = fake_walk_open();
		char options[64];
		uint64_t used;

		snprintf(options, sizeof(options), "-comp %s -b 4096 -nopad %s", kinds[i], i ? "" : "-noI");
		make_image(&small, options);
		keep_sample("squashfs", kinds[i], (span){ small.image, small.n });
		assert_ok(read_image(&small, w, &used));
		assert_content(fake_node(w, "some"), some, sizeof(some));
		fake_walk_close(w);
	}
	free(small.image);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(small_images_are_read),
		cmocka_unit_test(every_compression_and_block_size_gives_the_tree_back),
		cmocka_unit_test(hard_links_share_their_content_and_name_the_first),
		cmocka_unit_test(a_damaged_data_block_cuts_its_file_and_the_rest_is_read),
		cmocka_unit_test(a_damaged_metadata_block_says_where),
		cmocka_unit_test(a_table_of_owners_that_is_nowhere_is_told_and_the_rest_is_read),
		cmocka_unit_test(what_follows_an_image_begins_where_it_begins),
		cmocka_unit_test(a_cut_image_is_refused_and_says_where),
		cmocka_unit_test(no_single_damaged_byte_of_the_metadata_does_harm),
		cmocka_unit_test(a_lying_compression_number_is_seen_through),
	};

	return cmocka_run_group_tests(tests, make_tree, drop_tree);
}
