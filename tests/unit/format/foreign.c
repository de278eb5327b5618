/* Forms that nobody reads: found where they begin and inside of other bytes; a magic that a program only knows of is
 * none. */
#include "testing.h"

#include "format/foreign.h"

enum { ROOM = 8192, INSIDE = 3000 };
static uint8_t bytes[ROOM];

static void fill(void)
{
	for (size_t i = 0; i < ROOM; i++) bytes[i] = (uint8_t)(i * 7 % 200);
}

static void put(size_t at, const char *p, size_t n)
{
	memcpy(bytes + at, p, n);
}

static const char *kind_inside(uint64_t *at)
{
	const struct foreign *found = foreign_in((span){ bytes, ROOM }, at);

	return found ? found->kind : "";
}

static void a_magic_among_instructions_is_no_file_system(void **state)
{
	uint64_t at;

	(void)state;
	fill();
	put(INSIDE, "hsqs\x11\x11\x11\x11", 8); /* compared with, by a program that names file systems */
	put(INSIDE + 1024, "\x53\xef\1\0", 4);
	put(INSIDE + 2048, "\x10\x20\xf5\xf2\1\0\x0f\0AWAVAUAT", 16);
	assert_string_equal(kind_inside(&at), "");
}

static void what_has_sizes_that_can_be_is_one_wherever_it_begins(void **state)
{
	static const struct {
		const char *kind, *head;
		size_t n, log_at;
		const char *log;
	} rows[] = {
		{ "squashfs", "hsqs\1\0\0\0", 8, 22, "\x11\0\1\0\1\0\4\0\0\0" },
		{ "squashfs", "sqsh\0\0\0\1", 8, 28, "\0\3\0\1\0\0\0\x10" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		uint64_t at = 0;

		fill();
		put(INSIDE, rows[i].head, rows[i].n);
		put(INSIDE + rows[i].log_at, rows[i].log, i ? 8 : 10);
		assert_string_equal(kind_inside(&at), rows[i].kind);
		assert_int_equal(at, INSIDE);
	}
}

static void at_the_beginning_a_long_magic_is_enough(void **state)
{
	(void)state;
	fill();
	put(0, "hsqs\x11\x11\x11\x11", 8);
	assert_string_equal(foreign_at((span){ bytes, ROOM })->kind, "squashfs");
	put(0, "nosq", 4);
	assert_null(foreign_at((span){ bytes, ROOM }));
}

/* The first object header of a file system: a folder of the root. */
static void put_yaffs2(size_t at, const char *name, uint8_t mode)
{
	memset(bytes + at, 0, 512);
	put(at, "\x03\0\0\0\x01\0\0\0\xff\xff", 10);
	put(at + 10, name, strlen(name));
	bytes[at + 268] = 0xed;
	bytes[at + 269] = mode;
}

static void numbers_that_yaffs2_begins_with_are_no_file_system(void **state)
{
	const struct foreign *found;
	uint64_t at;

	(void)state;
	fill();
	for (size_t i = 0; i + 10 <= 4096; i += 10) put(i, "\x03\0\0\0\x01\0\0\0\xff\xff", 10);
	assert_null(foreign_at((span){ bytes, ROOM }));
	assert_string_equal(kind_inside(&at), "");

	fill();
	put_yaffs2(0, "etc", 0x81); /* a file is no folder */
	assert_null(foreign_at((span){ bytes, ROOM }));

	put_yaffs2(0, "etc", 0x41);
	found = foreign_at((span){ bytes, ROOM });
	assert_non_null(found);
	assert_string_equal(found->kind, "yaffs2");
	assert_null(foreign_at((span){ bytes, 200 }));

	fill();
	put_yaffs2(INSIDE, "", 0x41);
	assert_string_equal(kind_inside(&at), "yaffs2");
	assert_int_equal(at, INSIDE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_magic_among_instructions_is_no_file_system),
		cmocka_unit_test(what_has_sizes_that_can_be_is_one_wherever_it_begins),
		cmocka_unit_test(at_the_beginning_a_long_magic_is_enough),
		cmocka_unit_test(numbers_that_yaffs2_begins_with_are_no_file_system),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
