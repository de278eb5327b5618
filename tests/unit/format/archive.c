#include "testing.h"

#include "fake_walk.h"
#include "format/formats.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROOM = 1 << 20, LONG = 5'000 };

static char packed[ROOM], text[LONG];

static int setup(void **state)
{
	(void)state;
	for (size_t i = 0; i < LONG; i++) text[i] = (char)('a' + i / 7 % 26);
	return 0;
}

static void add(struct archive *a, const char *path, unsigned type, const char *target, const char *content, size_t n)
{
	struct archive_entry *e = archive_entry_new();

	archive_entry_set_pathname(e, path);
	archive_entry_set_filetype(e, type);
	archive_entry_set_perm(e, 0750);
	archive_entry_set_uid(e, 7);
	archive_entry_set_gid(e, 8);
	archive_entry_set_size(e, (int64_t)n);
	archive_entry_set_mtime(e, 1'700'000'000, 0);
	if (type == AE_IFLNK) archive_entry_set_symlink(e, target);
	if (type == AE_IFREG && target) archive_entry_set_hardlink(e, target);
	if (type == AE_IFCHR) archive_entry_set_rdevmajor(e, 4), archive_entry_set_rdevminor(e, 300);
	assert_int_equal(archive_write_header(a, e), ARCHIVE_OK);
	if (n) assert_int_equal(archive_write_data(a, content, n), n);
	archive_entry_free(e);
}

/* The same few files in each form, as far as the form can hold them. */
static size_t make(int (*form)(struct archive *), const char *options, bool is_unix)
{
	struct archive *a = archive_write_new();
	size_t n = 0;

	assert_int_equal(form(a), ARCHIVE_OK);
	if (options) archive_write_set_options(a, options);
	assert_int_equal(archive_write_set_bytes_in_last_block(a, 1), ARCHIVE_OK);
	assert_int_equal(archive_write_open_memory(a, packed, sizeof(packed), &n), ARCHIVE_OK);
	add(a, "etc", AE_IFDIR, NULL, NULL, 0);
	add(a, "etc/passwd", AE_IFREG, NULL, "root::0:0::/:/bin/sh\n", 21);
	add(a, "etc/empty", AE_IFREG, NULL, NULL, 0);
	add(a, "long", AE_IFREG, NULL, text, LONG);
	if (is_unix) {
		add(a, "bin/sh", AE_IFLNK, "busybox", NULL, 0);
		add(a, "dev/ttyS0", AE_IFCHR, NULL, NULL, 0);
	}
	assert_int_equal(archive_write_close(a), ARCHIVE_OK);
	archive_write_free(a);
	return n;
}

static void assert_files(const struct walk *w, bool is_unix)
{
	const struct node *n = fake_node(w, "etc/passwd");

	assert_non_null(n);
	assert_int_equal(n->type, NODE_FILE);
	assert_str(str_from_span(n->content), "root::0:0::/:/bin/sh\n");
	assert_false(n->is_cut);
	n = fake_node(w, "etc/empty");
	assert_int_equal(n->content.n, 0);
	assert_false(n->is_cut);
	n = fake_node(w, "long");
	assert_int_equal(n->content.n, LONG);
	assert_memory_equal(n->content.p, text, LONG);
	assert_int_equal(fake_node(w, "etc")->type, NODE_DIRECTORY);
	if (!is_unix) return;
	assert_int_equal(n->mode, 0750);
	assert_int_equal(n->uid, 7);
	assert_int_equal(n->gid, 8);
	n = fake_node(w, "bin/sh");
	assert_int_equal(n->type, NODE_LINK);
	assert_str(n->target, "busybox");
	n = fake_node(w, "dev/ttyS0");
	assert_int_equal(n->type, NODE_CHARACTER);
	assert_int_equal(n->size, (300 & 0xff) | 4 << 8 | (300 & ~0xff) << 12);
}

static void read_back(const struct format *f, size_t n, bool is_unix, uint64_t *ret_used)
{
	struct walk *w = fake_walk_open();
	span in = { (uint8_t *)packed, n };

	keep_sample(f->name, is_unix ? "files" : "plain", in);
	assert_true(!f->probe || f->probe(in));
	assert_ok(f->read(w, in, ret_used));
	assert_files(w, is_unix);
	fake_walk_close(w);
}

static void every_form_gives_its_files_back(void **state)
{
	(void)state;
	uint64_t used;
	size_t n = make(archive_write_set_format_cpio_newc, NULL, true);

	memcpy(packed + n, "XYZ", 3);
	read_back(&cpio_format, n + 3, true, &used);
	assert_int_equal(used, n);
	n = make(archive_write_set_format_gnutar, NULL, true);
	memcpy(packed + n, "XYZ", 3);
	read_back(&tar_format, n + 3, true, &used);
	assert_int_equal(used, n);
	n = make(archive_write_set_format_pax, NULL, true);
	read_back(&tar_format, n, true, &used);
	n = make(archive_write_set_format_zip, NULL, false);
	memcpy(packed + n, "XYZ", 3);
	read_back(&zip_format, n + 3, false, &used);
	assert_int_equal(used, n);
	n = make(archive_write_set_format_zip, "compression=store", false);
	read_back(&zip_format, n, false, &used);
	n = make(archive_write_set_format_7zip, NULL, false);
	memcpy(packed + n, "XYZ", 3);
	read_back(&seven_zip_format, n + 3, false, &used);
	assert_int_equal(used, n);
	n = make(archive_write_set_format_iso9660, "!pad", true);
	{
		struct walk *w = fake_walk_open();

		keep_sample("iso9660", "files", (span){ (uint8_t *)packed, n });
		assert_ok(iso9660_format.read(w, (span){ (uint8_t *)packed, n }, &used));
		assert_non_null(fake_node(w, "etc/passwd"));
		assert_str(str_from_span(fake_node(w, "etc/passwd")->content), "root::0:0::/:/bin/sh\n");
		fake_walk_close(w);
	}
}

static void a_debian_package_is_an_ar_archive(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	struct archive *a = archive_write_new();
	size_t n = 0;
	uint64_t used;

	assert_int_equal(archive_write_set_format_ar_svr4(a), ARCHIVE_OK);
	assert_int_equal(archive_write_set_bytes_in_last_block(a, 1), ARCHIVE_OK);
	assert_int_equal(archive_write_open_memory(a, packed, sizeof(packed), &n), ARCHIVE_OK);
	add(a, "debian-binary", AE_IFREG, NULL, "2.0\n", 4);
	add(a, "control.tar", AE_IFREG, NULL, "not a tar", 9);
	assert_int_equal(archive_write_close(a), ARCHIVE_OK);
	archive_write_free(a);
	keep_sample("ar", "deb", (span){ (uint8_t *)packed, n });
	assert_ok(ar_format.read(w, (span){ (uint8_t *)packed, n }, &used));
	assert_int_equal(used, n);
	assert_str(str_from_span(fake_node(w, "debian-binary")->content), "2.0\n");
	assert_str(str_from_span(fake_node(w, "control.tar")->content), "not a tar");
	fake_walk_close(w);
}

static void an_rpm_is_a_cpio_behind_two_headers(void **state)
{
	enum { LEAD = 96, EMPTY_HEADER = 16, BEFORE = LEAD + 2 * EMPTY_HEADER };
	(void)state;
	struct walk *w = fake_walk_open();
	size_t n = make(archive_write_set_format_cpio_newc, NULL, true);
	uint64_t used;

	memmove(packed + BEFORE, packed, n);
	memset(packed, 0, BEFORE);
	memcpy(packed, "\xed\xab\xee\xdb\3\0\0\0\0\1", 10);
	packed[79] = 5; /* the kind of signature: a header */
	memcpy(packed + LEAD, "\x8e\xad\xe8\1", 4);
	memcpy(packed + LEAD + EMPTY_HEADER, "\x8e\xad\xe8\1", 4);
	keep_sample("rpm", "files", (span){ (uint8_t *)packed, n + BEFORE });
	assert_ok(rpm_format.read(w, (span){ (uint8_t *)packed, n + BEFORE }, &used));
	assert_files(w, true);
	fake_walk_close(w);
}

static void put_be32(uint8_t *p, uint32_t v)
{
	for (int i = 0; i < 4; i++) p[i] = (uint8_t)(v >> 8 * (3 - i));
}

/* What rpmbuild makes of two names of one file, of which one has capabilities: they stand in the header, the bytes with the last name. */
static void a_package_says_capabilities_in_its_header(void **state)
{
	static const char store[] = "\0\0\0\0\0\0\0\0"    /* 0: indexes of folders */
				    "ping\0ping6\0"       /* 8: names */
				    "/bin/\0"             /* 19: folders */
				    "= cap_net_raw+ep\0"; /* 25: capabilities, then an empty one */
	static const uint32_t tags[4][4] = { { 1116, 4, 0, 2 }, { 1117, 8, 8, 2 }, { 1118, 8, 19, 1 },
		{ 5010, 8, 25, 2 } };
	enum { LEAD = 96, INTRO = 16 };
	(void)state;
	struct walk *w = fake_walk_open();
	uint8_t *p = (uint8_t *)packed;
	size_t n = LEAD + 2 * INTRO + sizeof(tags) + sizeof(store);
	uint64_t used;

	memset(packed, 0, n);
	memcpy(packed, "\xed\xab\xee\xdb\3\0\0\0\0\1", 10);
	memcpy(packed + LEAD, "\x8e\xad\xe8\1", 4);
	memcpy(packed + LEAD + INTRO, "\x8e\xad\xe8\1", 4);
	put_be32(p + LEAD + INTRO + 8, 4), put_be32(p + LEAD + INTRO + 12, sizeof(store));
	for (size_t i = 0; i < 4; i++)
		for (size_t k = 0; k < 4; k++) put_be32(p + LEAD + 2 * INTRO + 16 * i + 4 * k, tags[i][k]);
	memcpy(packed + LEAD + 2 * INTRO + sizeof(tags), store, sizeof(store));

	static const struct {
		const char *name, *text;
		unsigned mode, links;
	} files[] = { { "./bin/ping", "", 0100755, 2 }, { "./bin/ping6", "ping", 0100755, 2 },
		{ "TRAILER!!!", "", 0, 1 } };

	for (size_t i = 0; i < 3; i++) {
		size_t from = n;

		n += (size_t)sprintf(packed + n, "070701%08x%08x%08x%08x%08x%08x%08zx%08x%08x%08x%08x%08zx%08x", 7,
			files[i].mode, 0, 0, files[i].links, 0, strlen(files[i].text), 0, 0, 0, 0,
			strlen(files[i].name) + 1, 0);
		n += (size_t)sprintf(packed + n, "%s", files[i].name) + 1;
		while ((n - from) % 4) packed[n++] = '\0';
		n += (size_t)sprintf(packed + n, "%s", files[i].text);
		while ((n - from) % 4) packed[n++] = '\0';
	}
	keep_sample("rpm", "capabilities", (span){ p, n });
	assert_ok(rpm_format.read(w, (span){ p, n }, &used));
	assert_str(fake_node(w, "bin/ping")->capabilities, "cap_net_raw=ep");
	assert_int_equal(fake_node(w, "bin/ping6")->capabilities.n, 0);
	assert_str(str_from_span(fake_node(w, "bin/ping")->content), "ping");
	assert_str(str_from_span(fake_node(w, "bin/ping6")->content), "ping");
	fake_walk_close(w);
}

static void stored_content_is_not_copied(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	size_t n = make(archive_write_set_format_gnutar, NULL, true);
	uint64_t used;

	assert_ok(tar_format.read(w, (span){ (uint8_t *)packed, n }, &used));
	assert_int_equal(w->unpacked, 0);
	assert_memory_equal(packed + fake_node(w, "long")->at, text, LONG);
	fake_walk_close(w);
}

static void an_encrypted_entry_is_cut(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	size_t n = make(archive_write_set_format_zip, "compression=store", false);
	uint64_t used;
	uint8_t *p = (uint8_t *)packed;

	/* bit 0 of the flags of "long", in its own header and in the directory */
	for (size_t i = 0; i + 50 < n; i++) {
		if (memcmp(p + i, "PK\3\4", 4) == 0 && memcmp(p + i + 30, "long", 4) == 0) p[i + 6] |= 1;
		if (memcmp(p + i, "PK\1\2", 4) == 0 && memcmp(p + i + 46, "long", 4) == 0) p[i + 8] |= 1;
	}

	err e = zip_format.read(w, (span){ p, n }, &used);

	(void)e;
	assert_true(fake_node(w, "long")->is_cut);
	assert_int_equal(fake_node(w, "long")->content.n, 0);
	assert_false(fake_node(w, "etc/passwd")->is_cut);
	fake_walk_close(w);
}

static void a_cut_archive_gives_what_came_before_the_cut(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	size_t n = make(archive_write_set_format_cpio_newc, NULL, true);
	uint64_t used;

	(void)n;
	assert_fault(cpio_format.read(w, (span){ (uint8_t *)packed, 2'000 }, &used), "archive.broken");
	assert_non_null(fake_node(w, "etc/passwd"));
	assert_true(fake_node(w, "long")->is_cut);
	assert_true(used <= 2'000);
	fake_walk_close(w);
}

static void what_only_looks_like_an_archive_is_none(void **state)
{
	(void)state;
	assert_false(
		cpio_format.probe(SPAN("070701 and then text that goes on for more than a header's one hundred and ten "
				       "bytes, so that only its digits can tell it from a real one")));
	assert_false(zip_format.probe(SPAN("PK\3\4\x14\0\0\0\xff\xff")));
	assert_false(tar_format.probe(SPAN("too short")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_form_gives_its_files_back),
		cmocka_unit_test(a_debian_package_is_an_ar_archive),
		cmocka_unit_test(an_rpm_is_a_cpio_behind_two_headers),
		cmocka_unit_test(a_package_says_capabilities_in_its_header),
		cmocka_unit_test(stored_content_is_not_copied),
		cmocka_unit_test(an_encrypted_entry_is_cut),
		cmocka_unit_test(a_cut_archive_gives_what_came_before_the_cut),
		cmocka_unit_test(what_only_looks_like_an_archive_is_none),
	};

	return cmocka_run_group_tests(tests, setup, NULL);
}
