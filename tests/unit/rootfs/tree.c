#include "testing.h"

#include "rootfs/tree.h"

static const struct tree_file files[] = {
	{ .path = { "bin", 3 }, .type = NODE_LINK, .target = { "usr/bin", 7 } },
	{ .path = { "etc", 3 }, .type = NODE_DIRECTORY },
	{ .path = { "etc/a", 5 }, .type = NODE_LINK, .target = { "b", 1 } },
	{ .path = { "etc/b", 5 }, .type = NODE_LINK, .target = { "/etc/a", 6 } },
	{ .path = { "etc/passwd", 10 }, .type = NODE_LINK, .target = { "../../../var/passwd", 19 } },
	{ .path = { "usr", 3 }, .type = NODE_DIRECTORY },
	{ .path = { "usr/bin", 7 }, .type = NODE_DIRECTORY },
	{ .path = { "usr/bin/sh", 10 }, .type = NODE_FILE, .content = { (const uint8_t *)"x", 1 } },
	{ .path = { "usr/binary", 10 }, .type = NODE_FILE },
	{ .path = { "var", 3 }, .type = NODE_DIRECTORY },
	{ .path = { "var/passwd", 10 }, .type = NODE_FILE, .content = { (const uint8_t *)"root", 4 } },
};
static const struct tree tree = { .files = files, .count = sizeof(files) / sizeof(*files) };

static void links_are_followed_inside_the_tree(void **state)
{
	(void)state;
	const struct tree_file *file = NULL;

	assert_ptr_equal(tree_find(&tree, STR("/bin/sh")), &files[7]);
	assert_ptr_equal(tree_find(&tree, STR("usr//./bin/../bin/sh")), &files[7]);
	assert_str(tree_text(&tree, "etc/passwd", &file), "root");
	assert_ptr_equal(file, &files[10]);
}

static void a_link_that_leads_out_stays_in(void **state)
{
	(void)state;
	/* etc/passwd -> ../../../var/passwd: as in a chroot, the root's parent is the root. */
	assert_ptr_equal(tree_find(&tree, STR("etc/passwd")), &files[10]);
}

static void a_loop_of_links_is_no_file(void **state)
{
	(void)state;
	assert_null(tree_find(&tree, STR("etc/a")));
	assert_null(tree_find(&tree, STR("etc/b/c")));
}

static void below_a_directory_is_not_beside_it(void **state)
{
	(void)state;
	size_t i = tree_first_below(&tree, STR("usr/bin"));

	assert_int_equal(i, 7);
	assert_true(tree_below(&files[7], STR("usr/bin")));
	assert_false(tree_below(&files[8], STR("usr/bin")));
	assert_int_equal(tree_first_below(&tree, STR("opt")), tree.count);
}

static void what_is_missing_is_not_found(void **state)
{
	(void)state;
	assert_null(tree_find(&tree, STR("")));
	assert_null(tree_find(&tree, STR("usr/bin/sh/x")));
	assert_int_equal(tree_text(&tree, "usr", NULL).n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(links_are_followed_inside_the_tree),
		cmocka_unit_test(a_link_that_leads_out_stays_in),
		cmocka_unit_test(a_loop_of_links_is_no_file),
		cmocka_unit_test(below_a_directory_is_not_beside_it),
		cmocka_unit_test(what_is_missing_is_not_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
