/* Which file system lies where, and what a product's tree is. */
#include "testing.h"

#include "source/mounts.h"

#include <stdio.h>

static struct partitions partitions_in(const char *text, struct arena *keep)
{
	struct partitions p = { 0 };

	partitions_find(&p, (span){ (const uint8_t *)text, strlen(text) }, keep);
	return p;
}

static void the_command_line_divides_a_flash(void **state)
{
	struct arena keep = arena_open(1 << 20);
	struct partitions p =
		partitions_in("no mtdparts= here, mtdparts=%s: nor here; root=/dev/mtdblock2 "
			      "mtdparts=jz_sfc:256k(boot),2048k(kernel)ro,0x350000@0x240000(root),-(data) quiet",
			&keep);

	(void)state;
	assert_int_equal(p.count, 4);
	assert_true(str_is(p.rows[2].name, "root"));
	assert_int_equal(p.rows[1].at, 0x40000);
	assert_int_equal(p.rows[2].at, 0x240000);
	assert_int_equal(p.rows[3].at, 0x590000);
	assert_true(p.rows[3].size == UINT64_MAX);
	assert_ptr_equal(partitions_device(&p, STR("/dev/mtdblock2")), &p.rows[2]);
	assert_ptr_equal(partitions_device(&p, STR("/dev/mtdblock/3")), &p.rows[3]);
	assert_ptr_equal(partitions_device(&p, STR("mtd:data")), &p.rows[3]);
	assert_null(partitions_device(&p, STR("/dev/mtdblock4")));
	assert_null(partitions_device(&p, STR("/dev/mmcblk0p1")));
	arena_close(&keep);
}

static void a_table_that_is_none_divides_nothing(void **state)
{
	struct arena keep = arena_open(1 << 20);

	(void)state;
	assert_int_equal(partitions_in("mtdparts=", &keep).count, 0);
	assert_int_equal(partitions_in("mtdparts=x", &keep).count, 0);
	assert_int_equal(partitions_in("mtdparts=x:1k(", &keep).count, 0);
	assert_int_equal(partitions_in("mtdparts=x:99999999999999999999999999k(a),1k(b)", &keep).count, 0);
	arena_close(&keep);
}

static struct tree_file file_of(const char *path, const char *text)
{
	return (struct tree_file){ .path = str_of(path),
		.type = NODE_FILE,
		.size = strlen(text),
		.content = { (const uint8_t *)text, strlen(text) } };
}

static void fstab_and_scripts_say_what_is_mounted_and_memory_and_plugged_things_do_not_count(void **state)
{
	struct tree_file files[] = {
		file_of("etc/fstab",
			"# /dev/mtdblock9 /no jffs2\nproc /proc proc defaults 0 0\n/dev/mtdblock5 /data jffs2 rw 0 0\n"
			"/dev/mmcblk0p1 /mnt/sdcard vfat rw 0 0\n"),
		file_of("etc/init.d/rcS", "#!/bin/sh\nmount -t tmpfs tmpfs /tmp\n# mount /dev/mtdblock7 /no\n"
					  "[ -b /dev/mtdblock4 ] && mount -t jffs2 -o ro /dev/mtdblock4 /system;\n"
					  "mount -t ubifs ubi0:config /etc/config\nmount -t jffs2 $DEV /x\n"),
	};
	struct tree t = { .files = files, .count = 2 };
	struct mount mounts[MOUNTS_MOST];

	(void)state;
	assert_int_equal(mounts_of(&t, mounts), 3);
	assert_true(str_is(mounts[0].path, "data"));
	assert_true(str_is(mounts[0].device, "/dev/mtdblock5"));
	assert_true(str_is(mounts[1].path, "system"));
	assert_true(str_is(mounts[1].device, "/dev/mtdblock4"));
	assert_true(str_is(mounts[2].path, "etc/config"));
	assert_ptr_equal(mounts[2].file, &files[1]);
}

static void of_more_mounts_than_are_followed_the_number_is_told(void **state)
{
	char table[8192];
	size_t n = 0;
	struct mount mounts[MOUNTS_MOST];

	(void)state;
	for (int i = 0; i < MOUNTS_MOST + 6; i++)
		n += (size_t)snprintf(table + n, sizeof(table) - n, "/dev/mtdblock1 /m%d jffs2 rw 0 0\n", i);

	struct tree_file file = file_of("etc/fstab", table);
	struct tree t = { .files = &file, .count = 1 };

	assert_int_equal(mounts_of(&t, mounts), MOUNTS_MOST + 6);
	assert_true(str_is(mounts[MOUNTS_MOST - 1].path, "m63"));
}

static void what_lay_below_a_mount_is_hidden_by_what_is_mounted(void **state)
{
	struct arena keep = arena_open(1 << 20);
	struct tree_file root[] = { file_of("etc/passwd", "a"), file_of("system/old", "b"), file_of("systemd", "c") };
	struct tree_file other[] = { file_of("init/app_init.sh", "d") };
	struct tree a = { .files = root, .count = 3, .is_whole = true }, b = { .files = other, .count = 1 };
	struct tree joined = mounts_join(&a, &b, STR("system"), &keep);

	(void)state;
	assert_int_equal(joined.count, 3);
	assert_non_null(tree_find(&joined, STR("/system/init/app_init.sh")));
	assert_null(tree_find(&joined, STR("/system/old")));
	assert_non_null(tree_find(&joined, STR("/systemd")));
	assert_false(joined.is_whole); /* a part of it was not read to its end */
	arena_close(&keep);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_command_line_divides_a_flash),
		cmocka_unit_test(a_table_that_is_none_divides_nothing),
		cmocka_unit_test(fstab_and_scripts_say_what_is_mounted_and_memory_and_plugged_things_do_not_count),
		cmocka_unit_test(of_more_mounts_than_are_followed_the_number_is_told),
		cmocka_unit_test(what_lay_below_a_mount_is_hidden_by_what_is_mounted),
	};

	return cmocka_run_group_tests_name("source/mounts", tests, NULL, NULL);
}
