/* What names become: each case as a tar of a few entries, read by the tar reader; what cpio alone has, as a cpio. */
#include "testing.h"

#include "fake_walk.h"
#include "format/formats.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROOM = 1 << 20 };

static char packed[ROOM];
static size_t packed_n;

struct stored {
	const char *path;
	char type; /* f d l, h: a hard link */
	const char *text;
	unsigned mode;
};

/* ---- archives of a few entries -------------------------------------------------------------------------------------- */

static struct walk *read_tar(const struct stored *entries)
{
	struct archive *a = archive_write_new();
	struct walk *w = fake_walk_open();
	uint64_t used;

	assert_int_equal(archive_write_set_format_gnutar(a), ARCHIVE_OK);
	assert_int_equal(archive_write_open_memory(a, packed, sizeof(packed), &packed_n), ARCHIVE_OK);
	for (; entries->path; entries++) {
		struct archive_entry *e = archive_entry_new();
		size_t n = entries->type == 'f' ? strlen(entries->text) : 0;

		archive_entry_set_pathname(e, entries->path);
		archive_entry_set_filetype(e, entries->type == 'd'   ? AE_IFDIR
					      : entries->type == 'l' ? AE_IFLNK
								     : AE_IFREG);
		archive_entry_set_perm(e, entries->mode ? (mode_t)entries->mode : 0644);
		archive_entry_set_size(e, (la_int64_t)n);
		if (entries->type == 'l') archive_entry_set_symlink(e, entries->text);
		if (entries->type == 'h') archive_entry_set_hardlink(e, entries->text);
		assert_int_equal(archive_write_header(a, e), ARCHIVE_OK);
		if (n) assert_int_equal(archive_write_data(a, entries->text, n), n);
		archive_entry_free(e);
	}
	assert_int_equal(archive_write_close(a), ARCHIVE_OK);
	archive_write_free(a);
	assert_ok(tar_format.read(w, (span){ (uint8_t *)packed, packed_n }, &used));
	return w;
}

/* A header of cpio's new form, a name, its bytes. */
static void put_cpio(const char *name, unsigned mode, unsigned inode, unsigned links, const char *text)
{
	packed_n += (size_t)sprintf(packed + packed_n, "070701%08x%08x%08x%08x%08x%08x%08zx%08x%08x%08x%08x%08zx%08x",
		inode, mode, 0, 0, links, 0, strlen(text), 0, 0, 0, 0, strlen(name) + 1, 0);
	packed_n += (size_t)sprintf(packed + packed_n, "%s", name) + 1;
	while (packed_n % 4) packed[packed_n++] = '\0';
	packed_n += (size_t)sprintf(packed + packed_n, "%s", text);
	while (packed_n % 4) packed[packed_n++] = '\0';
}

static struct walk *read_cpio(uint64_t *ret_used)
{
	struct walk *w = fake_walk_open();
	char name[32];

	snprintf(name, sizeof(name), "names-%zu", packed_n);
	keep_sample("cpio", name, (span){ (uint8_t *)packed, packed_n });

	assert_true(cpio_format.probe((span){ (uint8_t *)packed, packed_n }));
	assert_ok(cpio_format.read(w, (span){ (uint8_t *)packed, packed_n }, ret_used));
	return w;
}

static void assert_file(const struct walk *w, const char *path, const char *text)
{
	const struct node *n = fake_node(w, path);
	size_t count = 0;

	if (!n) fail_msg("no %s", path);
	assert_int_equal(n->type, NODE_FILE);
	assert_false(n->is_cut);
	assert_str(str_from_span(n->content), text);
	for (size_t i = 0; i < w->node_count; i++) count += str_is(w->nodes[i].path, path);
	assert_int_equal(count, 1);
}

static void assert_refused(const struct walk *w, const char *path)
{
	char note[256];

	snprintf(note, sizeof(note), "refused-name=%s", path);
	if (!fake_has_note(w, note)) fail_msg("%s is not told", path);
}

/* ---- the tests ----------------------------------------------------------------------------------------------------- */

static void of_a_name_that_comes_twice_the_last_counts(void **state)
{
	(void)state;
	struct walk *w =
		read_tar((struct stored[]){ { "etc/shadow", 'f', "root:x:", 0600 }, { "etc/rcS", 'f', "first", 0755 },
			{ "./etc//shadow", 'f', "root::", 0644 }, { "etc/./rcS", 'l', "other", 0 }, { 0 } });

	assert_file(w, "etc/shadow", "root::");
	assert_int_equal(fake_node(w, "etc/shadow")->mode, 0644);
	assert_int_equal(fake_node(w, "etc/rcS")->type, NODE_LINK);
	assert_int_equal(w->node_count, 2);
	fake_walk_close(w);
}

static void a_folder_takes_the_place_of_a_file_but_not_the_other_way_round(void **state)
{
	(void)state;
	struct walk *w = read_tar((struct stored[]){ { "a", 'f', "file", 0 }, { "a", 'd', NULL, 0755 },
		{ "a/b", 'f', "below", 0 }, { "a", 'f', "in place of a full folder", 0 }, { "c", 'd', NULL, 0755 },
		{ "c", 'f', "in place of an empty one", 0 }, { "c/d", 'f', "below a file", 0 }, { 0 } });

	assert_int_equal(fake_node(w, "a")->type, NODE_DIRECTORY);
	assert_file(w, "a/b", "below");
	assert_file(w, "c", "in place of an empty one");
	assert_null(fake_node(w, "c/d"));
	assert_refused(w, "a");
	assert_refused(w, "c/d");
	fake_walk_close(w);
}

static void every_name_of_a_file_has_its_bytes(void **state)
{
	(void)state;
	struct walk *w = read_tar((struct stored[]){ { "etc/shadow-", 'f', "root::", 0600 },
		{ "etc/shadow", 'h', "etc/shadow-", 0777 }, { "etc/third", 'h', "./etc//shadow", 0777 },
		{ "etc/shadow-", 'f', "root:x:", 0600 }, { "etc/nothing", 'h', "etc/missing", 0 }, { 0 } });

	/* The file stays, though its first name became another. */
	assert_file(w, "etc/shadow", "root::");
	assert_file(w, "etc/third", "root::");
	assert_file(w, "etc/shadow-", "root:x:");
	assert_int_equal(fake_node(w, "etc/shadow")->mode, 0600);
	assert_true(fake_node(w, "etc/nothing")->is_cut);
	fake_walk_close(w);
}

static void a_file_below_a_link_is_a_file_of_that_folder(void **state)
{
	(void)state;
	struct walk *w = read_tar((struct stored[]){ { "usr/lib", 'd', NULL, 0755 }, { "lib", 'l', "usr/lib", 0 },
		{ "lib/x", 'f', "x", 0 }, { "etc", 'l', "/usr/etc", 0 }, { "etc/y", 'f', "y", 0 },
		{ "up", 'l', "../../../var", 0 }, { "up/z", 'f', "z", 0 }, { "loop", 'l', "loop", 0 },
		{ "loop/never", 'f', "never", 0 }, { 0 } });

	assert_file(w, "usr/lib/x", "x");
	assert_file(w, "usr/etc/y", "y");
	assert_file(w, "var/z", "z");
	assert_null(fake_node(w, "lib/x"));
	assert_refused(w, "loop/never");
	fake_walk_close(w);
}

static void the_root_of_absolute_links_is_the_folder_of_the_root_file_system(void **state)
{
	(void)state;
	struct walk *w = read_tar((struct stored[]){ { "a/rootfs/bin/sh", 'f', "sh", 0755 },
		{ "a/rootfs/etc", 'l', "/usr/etc", 0 }, { "a/rootfs/etc/passwd", 'f', "root::", 0 },
		{ "a/rootfs/up", 'l', "../../../var", 0 }, { "a/rootfs/up/z", 'f', "z", 0 }, { 0 } });

	assert_file(w, "a/rootfs/usr/etc/passwd", "root::");
	assert_file(w, "a/rootfs/var/z", "z");
	fake_walk_close(w);
}

static void what_leads_out_is_refused_and_told(void **state)
{
	(void)state;
	struct walk *w = read_tar(
		(struct stored[]){ { "../etc/shadow", 'f', "root::", 0 }, { "a/../../b", 'f', "b", 0 }, { 0 } });

	assert_int_equal(w->node_count, 0);
	assert_refused(w, "../etc/shadow");
	assert_refused(w, "a/../../b");
	fake_walk_close(w);
}

static void the_names_of_a_cpio_share_bytes_that_stand_with_any_of_them(void **state)
{
	(void)state;
	uint64_t used;

	for (unsigned with = 0; with < 3; with++) {
		packed_n = 0;
		put_cpio("a", 0100600, 7, 3, with == 0 ? "bytes" : "");
		put_cpio("b", 0100600, 7, 3, with == 1 ? "bytes" : "");
		put_cpio("c", 0100600, 7, 3, with == 2 ? "bytes" : "");
		put_cpio("d", 0100600, 8, 1, "");
		put_cpio("TRAILER!!!", 0, 0, 1, "");

		struct walk *w = read_cpio(&used);

		assert_file(w, "a", "bytes");
		assert_file(w, "b", "bytes");
		assert_file(w, "c", "bytes");
		assert_file(w, "d", "");
		fake_walk_close(w);
	}
}

static void archives_that_follow_each_other_are_one_tree(void **state)
{
	(void)state;
	uint64_t used;

	packed_n = 0;
	put_cpio("etc/shadow", 0100600, 1, 2, "root:x:");
	put_cpio("etc/first", 0100600, 1, 2, "");
	put_cpio("TRAILER!!!", 0, 0, 1, "");
	memset(packed + packed_n, 0, 512);
	packed_n += 512;
	/* Inode numbers begin anew. */
	put_cpio("etc/shadow", 0100600, 1, 1, "root::");
	put_cpio("etc/second", 0100600, 1, 2, "second");
	put_cpio("TRAILER!!!", 0, 0, 1, "");
	memcpy(packed + packed_n, "\x28\xb5\x2f\xfd", 4);
	packed_n += 4;

	struct walk *w = read_cpio(&used);

	assert_file(w, "etc/shadow", "root::");
	assert_file(w, "etc/first", "root:x:");
	assert_file(w, "etc/second", "second");
	assert_int_equal(w->node_count, 3);
	assert_int_equal(used, packed_n - 4);
	fake_walk_close(w);
}

static void a_file_may_be_named_as_the_end_is(void **state)
{
	(void)state;
	uint64_t used;

	packed_n = 0;
	put_cpio("TRAILER!!!", 0100644, 1, 1, "a file");
	put_cpio("etc/shadow", 0100600, 2, 1, "root::");
	put_cpio("TRAILER!!!", 0, 0, 1, "");

	struct walk *w = read_cpio(&used);

	assert_file(w, "TRAILER!!!", "a file");
	assert_file(w, "etc/shadow", "root::");
	fake_walk_close(w);

	/* A writer that gives the end the mode of a file. */
	packed_n = 0;
	put_cpio("a", 0100644, 1, 1, "a");
	put_cpio("TRAILER!!!", 0100644, 0, 1, "");
	w = read_cpio(&used);
	assert_int_equal(w->node_count, 1);
	assert_int_equal(used, packed_n);
	fake_walk_close(w);
}

static void capabilities_are_read_as_getcap_shows_them(void **state)
{
	static const struct {
		const char *bytes, *text;
		size_t n;
	} cases[] = {
		{ "\1\0\0\2\0\x20\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "cap_net_raw=ep", 20 },
		{ "\0\0\0\3\0\x30\0\0\1\0\0\0\0\0\0\0\0\0\0\0\xe8\3\0\0", "cap_net_admin,cap_net_raw=p cap_chown=i",
			24 },
		{ "\1\0\0\2\1\0\0\0\1\0\0\0\x80\0\0\0\0\0\0\0", "cap_chown=eip cap_bpf=ep", 20 },
		{ "\1\0\0\1\0\x20\0\0\0\0\0\0", "cap_net_raw=ep", 12 },
		{ "\1\0\0\2\0\x20", "unknown:010000020020", 6 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct archive *a = archive_write_new();
		struct archive_entry *e = archive_entry_new();
		struct walk *w = fake_walk_open();
		uint64_t used;

		assert_int_equal(archive_write_set_format_pax(a), ARCHIVE_OK);
		assert_int_equal(archive_write_open_memory(a, packed, sizeof(packed), &packed_n), ARCHIVE_OK);
		archive_entry_set_pathname(e, "bin/ping");
		archive_entry_set_filetype(e, AE_IFREG);
		archive_entry_set_size(e, 0);
		archive_entry_xattr_add_entry(e, "security.selinux", "u:object_r:x", 12);
		archive_entry_xattr_add_entry(e, "security.capability", cases[i].bytes, cases[i].n);
		assert_int_equal(archive_write_header(a, e), ARCHIVE_OK);
		archive_entry_free(e);
		assert_int_equal(archive_write_close(a), ARCHIVE_OK);
		archive_write_free(a);
		assert_ok(tar_format.read(w, (span){ (uint8_t *)packed, packed_n }, &used));
		assert_str(fake_node(w, "bin/ping")->capabilities, cases[i].text);
		fake_walk_close(w);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(of_a_name_that_comes_twice_the_last_counts),
		cmocka_unit_test(a_folder_takes_the_place_of_a_file_but_not_the_other_way_round),
		cmocka_unit_test(every_name_of_a_file_has_its_bytes),
		cmocka_unit_test(a_file_below_a_link_is_a_file_of_that_folder),
		cmocka_unit_test(the_root_of_absolute_links_is_the_folder_of_the_root_file_system),
		cmocka_unit_test(what_leads_out_is_refused_and_told),
		cmocka_unit_test(the_names_of_a_cpio_share_bytes_that_stand_with_any_of_them),
		cmocka_unit_test(archives_that_follow_each_other_are_one_tree),
		cmocka_unit_test(a_file_may_be_named_as_the_end_is),
		cmocka_unit_test(capabilities_are_read_as_getcap_shows_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
