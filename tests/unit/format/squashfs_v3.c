#include "testing.h"

#include "fake_walk.h"
#include "format/formats.h"

/* No tool of today writes version 3: a small image by hand, nothing compressed, in either byte order. */
static uint8_t image[4096];
static size_t end;
static bool is_big;

static void put(uint64_t value, size_t bytes)
{
	for (size_t i = 0; i < bytes; i++) image[end++] = (uint8_t)(value >> 8 * (is_big ? bytes - 1 - i : i));
}

static void put_text(const char *text)
{
	memcpy(image + end, text, strlen(text));
	end += strlen(text);
}

/* Two fields in one word, the first at the end where its byte order has it. */
static void put_fields(uint64_t first, unsigned first_bits, uint64_t second, unsigned second_bits)
{
	uint64_t word = is_big ? first << second_bits | second : first | second << first_bits;

	put(word, (first_bits + second_bits) / 8);
}

static void put_inode(unsigned type, unsigned mode, unsigned uid, unsigned gid, uint32_t number)
{
	put_fields(type, 4, mode, 12);
	put(uid, 1), put(gid, 1), put(0, 4), put(number, 4);
}

/* A metadata block that is stored as it is: its header is written when its end is known. */
static size_t begin_block(void)
{
	end += 2;
	return end - 2;
}

static void end_block(size_t at)
{
	size_t n = end - at - 2, was = end;

	end = at;
	put(0x8000 | n, 2);
	end = was;
}

static void put_entry(size_t inode, unsigned type, const char *name)
{
	put_fields(inode, 13, type, 3);
	put(strlen(name) - 1, 1), put(0, 2);
	put_text(name);
}

static size_t make(bool big)
{
	size_t data, inodes, file, link, device, sub, long_sub, root, root_listing, sub_listing, block, directories,
		ids;

	memset(image, 0, sizeof(image));
	is_big = big;
	end = 119;
	data = end;
	put_text("root::0:0::/:/bin/sh\n");

	inodes = end;
	block = begin_block();
	file = end - block - 2;
	put_inode(2, 0640, 0, 255, 2);
	put(data, 8), put(0xffffffff, 4), put(0, 4), put(21, 4), put(1 << 24 | 21, 4);
	link = end - block - 2;
	put_inode(3, 0777, 0, 0, 3);
	put(1, 4), put(7, 2), put_text("busybox");
	device = end - block - 2;
	put_inode(5, 0600, 0, 0, 4);
	put(1, 4), put(5 << 8 | 1, 2);
	/* listings, by their place: the root's has 9 bytes of header and entries of 5 and a name */
	root_listing = 0;
	sub_listing = 9 + (5 + 3) + (5 + 3);
	sub = end - block - 2;
	put_inode(1, 0755, 0, 0, 5);
	put(2, 4), put_fields(9 + 5 + 6 + 3, 19, sub_listing, 13), put(0, 4), put(1, 4);
	long_sub = end - block - 2;
	put_inode(8, 0700, 0, 0, 6);
	put(2, 4), put_fields(9 + 5 + 2 + 5 + 7 + 3, 27, sub_listing + 9 + 5 + 6, 13), put(0, 4), put(0, 2), put(1, 4);
	root = end - block - 2;
	put_inode(1, 0755, 0, 0, 1);
	put(2, 4), put_fields(sub_listing + 3, 19, root_listing, 13), put(0, 4), put(1, 4);
	end_block(block);

	directories = end;
	block = begin_block();
	put(1, 1), put(0, 4), put(1, 4);
	put_entry(sub, 1, "etc"), put_entry(long_sub, 1, "bin");
	put(0, 1), put(0, 4), put(1, 4);
	put_entry(file, 2, "passwd");
	put(1, 1), put(0, 4), put(1, 4);
	put_entry(link, 3, "sh"), put_entry(device, 5, "console");
	end_block(block);
	ids = end;
	put(1000, 4), put(20, 4);

	size_t size = end;

	end = 0;
	put_text(big ? "sqsh" : "hsqs");
	put(6, 4);
	end = 28;
	put(3, 2), put(1, 2), put(0, 2), put(16, 2), put(0, 1), put(1, 1), put(1, 1), put(0, 4);
	put(root, 8), put(65536, 4), put(0, 4), put(0, 4), put(size, 8);
	put(ids, 8), put(ids + 4, 8), put(inodes, 8), put(directories, 8), put(0, 8), put(UINT64_MAX, 8);
	end = size;
	return size;
}

static void either_byte_order_is_read(void **state)
{
	(void)state;
	for (int big = 0; big < 2; big++) {
		struct walk *w = fake_walk_open();
		span in = { image, make(big) };
		uint64_t used;

		keep_sample("squashfs", big ? "version-3-big" : "version-3-little", in);
		assert_true(squashfs_format.probe(in));
		assert_ok(squashfs_format.read(w, in, &used));
		assert_int_equal(used, in.n);
		assert_true(fake_has_note(w, "version=3"));
		assert_true(fake_has_note(w, big ? "byte-order=big" : "byte-order=little"));
		assert_int_equal(w->node_count, 6);

		const struct node *n = fake_node(w, "etc/passwd");

		assert_non_null(n);
		assert_str(str_from_span(n->content), "root::0:0::/:/bin/sh\n");
		assert_int_equal(n->mode, 0640);
		assert_int_equal(n->uid, 1000);
		assert_int_equal(n->gid, 1000); /* 255: as the user */
		assert_int_equal(fake_node(w, "bin")->mode, 0700);
		assert_int_equal(fake_node(w, "bin")->gid, 20);
		assert_str(fake_node(w, "bin/sh")->target, "busybox");
		assert_int_equal(fake_node(w, "bin/console")->type, NODE_CHARACTER);
		assert_int_equal(fake_node(w, "bin/console")->size, 5 << 8 | 1);
		fake_walk_close(w);
	}
}

static void a_vendors_magic_means_the_same(void **state)
{
	(void)state;
	for (int big = 0; big < 2; big++) {
		struct walk *w = fake_walk_open();
		span in = { image, make(big) };
		uint64_t used;

		memcpy(image, big ? "qshs" : "shsq", 4);
		assert_true(squashfs_format.probe(in));
		assert_ok(squashfs_format.read(w, in, &used));
		assert_int_equal(w->node_count, 6);
		fake_walk_close(w);
	}
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
			if (squashfs_format.probe((span){ image, n })) {
				err e = squashfs_format.read(w, (span){ image, n }, &used);

				(void)e;
			}
			image[at] ^= (uint8_t)(1u << bit);
			assert_true(used <= n);
		}
	}
	fake_walk_close(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(either_byte_order_is_read),
		cmocka_unit_test(a_vendors_magic_means_the_same),
		cmocka_unit_test(any_damaged_byte_does_no_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
