/* Small images that the standard tools made (fuzz/corpus/FORMAT/): what they hold is read; cut, and with any of their numbers wrong, they end
 * in a fault within the limits. */
#include "testing.h"

#include "fake_walk.h"
#include "format/formats.h"

#include <stdio.h>
#include <stdlib.h>

/* What each holds: etc/passwd under this name, and etc/a/long; or parts. */
static const struct image {
	const struct format *format;
	const char *file, *path, *content;
	size_t parts;
	uint64_t size; /* of etc/a/long, or of all parts */
} images[] = {
	{ &ext_format, "ext/ext4", "etc/passwd", "root::0:0::/:/bin/sh\n", 0, 2692 },
	{ &ext_format, "ext/ext2", "etc/shadow-", "root::0:0::/:/bin/sh\n", 0, 2692 },
	{ &romfs_format, "romfs/whole", "etc/passwd", "root::0:0::/:/bin/sh\n", 0, 2692 },
	{ &fat_format, "fat/fat12", "etc/passwd", "root::0:0::/:/bin/sh\n", 0, 2692 },
	{ &erofs_format, "erofs/tail", "etc/shadow-", "root::0:0::/:/bin/sh\n", 0, 2692 },
	{ &erofs_format, "erofs/fragments", "etc/passwd", "root::0:0::/:/bin/sh\n", 0, 2692 },
	{ &erofs_format, "erofs/full", "etc/passwd", "root::0:0::/:/bin/sh\n", 0, 2692 },
	{ &erofs_format, "erofs/chunks", "etc/passwd", "root::0:0::/:/bin/sh\n", 0, 2692 },
	{ &gpt_format, "gpt/whole", NULL, NULL, 4, 0 },
	{ &mbr_format, "mbr/whole", NULL, NULL, 0, 0 },
	{ &sparse_format, "android-sparse/whole", NULL, NULL, 1, 98304 },
	{ &boot_format, "android-boot/v0", NULL, NULL, 2, 13 },
	{ &boot_format, "android-boot/v2", NULL, NULL, 3, 19 },
};

#define EACH_IMAGE(m) for (const struct image *m = images; m < images + sizeof(images) / sizeof(*images); m++)

/* The file in memory that is as large as it: a sanitizer sees a byte too far. The caller frees it. */
static uint8_t *load(const char *name, size_t *ret_n)
{
	char path[512];

	snprintf(path, sizeof(path), "%s/fuzz/corpus/%s", getenv("ASSAY_SOURCE"), name);

	FILE *f = fopen(path, "r");

	assert_non_null(f);
	fseek(f, 0, SEEK_END);
	*ret_n = (size_t)ftell(f);
	rewind(f);

	uint8_t *p = malloc(*ret_n);

	assert_non_null(p);
	assert_int_equal(fread(p, 1, *ret_n, f), *ret_n);
	fclose(f);
	return p;
}

static void whole_images_are_read(void **state)
{
	(void)state;
	EACH_IMAGE(m)
	{
		struct walk *w = fake_walk_open();
		uint64_t used = 0, size = 0;
		size_t n;
		uint8_t *p = load(m->file, &n);

		if (!m->format->probe((span){ p, n })) fail_msg("%s is not taken", m->file);

		err e = m->format->read(w, (span){ p, n }, &used);

		if (e.is) fail_msg("%s: %s", m->file, e.is->text);
		for (size_t i = 0; i < w->part_count; i++) size += w->parts[i].bytes.n;
		if (m->parts) assert_int_equal(w->part_count, m->parts);
		if (m->parts && m->size) assert_int_equal(size, m->size);
		if (m->path) {
			const struct node *node = fake_node(w, m->path), *other = fake_node(w, "etc/a/long");

			if (!node || !other) fail_msg("%s: a name is missing", m->file);
			assert_str(str_from_span(node->content), m->content);
			assert_int_equal(other->content.n, m->size);
		}
		free(p);
		fake_walk_close(w);
	}
}

static void two_names_of_a_file_are_told_as_such_and_have_the_same_bytes(void **state)
{
	(void)state;
	static const char *const files[] = { "ext/ext4", "ext/ext2" };

	for (size_t i = 0; i < 2; i++) {
		struct walk *w = fake_walk_open();
		size_t n;
		uint8_t *p = load(files[i], &n);
		uint64_t used;

		assert_ok(ext_format.read(w, (span){ p, n }, &used));

		const struct node *a = fake_node(w, "etc/passwd"), *b = fake_node(w, "etc/shadow-");

		assert_int_equal((a->target.n != 0) + (b->target.n != 0), 1);
		assert_true(str_equal(str_from_span(a->content), str_from_span(b->content)));
		assert_str(fake_node(w, "etc/link")->target, "passwd");
		free(p);
		fake_walk_close(w);
	}
}

static void cut_images_never_look_whole(void **state)
{
	struct walk *w = fake_walk_open();

	(void)state;
	EACH_IMAGE(m)
	{
		size_t n, step;
		uint8_t *p = load(m->file, &n);

		step = n / 40 + 1;
		for (size_t cut = 1; cut < n / 2; cut += step) {
			uint8_t *part = malloc(cut);
			uint64_t used = 0;

			assert_non_null(part);
			memcpy(part, p, cut);
			fake_walk_forget(w);
			if (m->format->probe((span){ part, cut })) {
				err e = m->format->read(w, (span){ part, cut }, &used);

				assert_true(used <= cut);
				/* A table of partitions may end before what follows the last of them. */
				if (!e.is && m->path) fail_msg("%s: cut at %zu it is read as whole", m->file, cut);
			}
			free(part);
		}
		free(p);
	}
	fake_walk_close(w);
}

/* Lying sizes, loops, overlaps: every number of an image, one after the other, becomes another one. */
static void any_wrong_number_ends_within_the_limits(void **state)
{
	static const uint32_t values[] = { 0, 1, 2, 0x7fffffff, 0x80000000, 0xffffffff, 0x00010000 };
	struct walk *w = fake_walk_open();

	(void)state;
	EACH_IMAGE(m)
	{
		size_t n;
		uint8_t *p = load(m->file, &n);

		for (size_t at = 0; at + 4 <= n; at += 4) {
			uint8_t kept[4];

			memcpy(kept, p + at, 4);
			if (!memcmp(kept, "\0\0\0\0", 4) && at % 64) continue;
			for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++) {
				uint64_t used = 0;

				memcpy(p + at, &values[i], 4);
				fake_walk_forget(w);
				if (!m->format->probe((span){ p, n })) continue;

				err e = m->format->read(w, (span){ p, n }, &used);

				assert_true(used <= n);
				assert_true(w->unpacked <= w->most);
				if (w->node_count > n / 4) fail_msg("%s at %zu: more names than can be", m->file, at);
				(void)e;
			}
			memcpy(p + at, kept, 4);
		}
		free(p);
	}
	fake_walk_close(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whole_images_are_read),
		cmocka_unit_test(two_names_of_a_file_are_told_as_such_and_have_the_same_bytes),
		cmocka_unit_test(cut_images_never_look_whole),
		cmocka_unit_test(any_wrong_number_ends_within_the_limits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
