/* What is hidden from the readers is never "whole": each class of facts, in each way to hide it, in each container. In such an image exactly one thing of the
 * class is out of sight; its class is not covered in full, and a region says that not all was read, so that evidence.image-read and every check that rests on
 * the class stay open. The same root with nothing hidden is covered in full: what is told is told because of what is hidden.
 */
#include "testing.h"

#include "base/buf.h"
#include "base/limits.h"
#include "evidence/run.h"
#include "source/image.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <stdlib.h>

enum { ROOM = 8 << 20 };

/* ---- what is hidden ------------------------------------------------------------------------------------------------ */

struct hidden {
	const char *class, *path, *content;
};

static const struct hidden things[] = {
	{ "accounts", "etc/shadow", "root::19000:0:99999:7:::\n" },
	{ "password-list", "etc/passwd", "root:$1$abc$0123456789abcdef012345:0:0::/:/bin/sh\n" },
	{ "start", "etc/init.d/S50telnet", "#!/bin/sh\ntelnetd -l /bin/sh\n" },
	{ "settings", "etc/ssh/sshd_config", "PermitEmptyPasswords yes\nPermitRootLogin yes\n" },
	{ "files", "bin/su", "\177ELF a program with set-id bits" },
	{ "binaries", "usr/sbin/httpd", "\177ELF\1\1\1\0\0\0\0\0\0\0\0\0\2\0\10\0\1" },
	{ "secrets", "etc/server.key",
		"-----BEGIN RSA PRIVATE KEY-----\nMIIBOgIBAAJB\n-----END RSA PRIVATE KEY-----\n" },
	{ "certificates", "etc/ca.pem", "-----BEGIN CERTIFICATE-----\nMIIBOgIBAAJB\n-----END CERTIFICATE-----\n" },
	{ "components", "bin/busybox", "BusyBox v1.01 (2010.01.01-00:00+0000)" },
	{ "mentions", "etc/cloud.conf", "http://collect.example.com/all\n" },
	{ "updates", "etc/opkg.conf", "src/gz base http://update.example.com\noption check_signature 0\n" },
};
enum { THINGS = sizeof(things) / sizeof(*things) };

/* ---- how it is hidden ---------------------------------------------------------------------------------------------- */

static uint8_t bytes[ROOM];

static uint64_t dice_state;

static uint8_t dice(void)
{
	dice_state = dice_state * 6364136223846793005u + 1442695040888963407u;
	return (uint8_t)(dice_state >> 56);
}

static size_t put_dice(size_t at, size_t n)
{
	dice_state = 0x9e3779b97f4a7c15u;
	for (size_t i = 0; i < n; i++) bytes[at + i] = dice();
	return at + n;
}

static size_t put(size_t at, const char *p, size_t n)
{
	if (n) memcpy(bytes + at, p, n);
	return at + n;
}

static size_t put_thing(size_t at, const struct hidden *h)
{
	at = put(at, h->content, strlen(h->content));
	memset(bytes + at, '#', 64);
	return at + 64;
}

static size_t encrypted(const struct hidden *h)
{
	(void)h;
	return put_dice(0, 8192);
}

/* Too little for a program, so that what only programs tell is not in doubt. */
static size_t encrypted_little(const struct hidden *h)
{
	(void)h;
	return put_dice(0, 2048);
}

static size_t salted(const struct hidden *h)
{
	(void)h;
	return put_dice(put(0, "Salted__", 8), 120);
}

static size_t pgp(const struct hidden *h)
{
	(void)h;

	static const char message[] = "-----BEGIN PGP MESSAGE-----\n\njA0ECQMC\n-----END PGP MESSAGE-----\n";

	return put(0, message, sizeof(message) - 1);
}

static size_t luks(const struct hidden *h)
{
	(void)h;
	memset(bytes, 0, 4096);
	put(0, "LUKS\xba\xbe\0\1", 8);
	return put_dice(4096, 4096);
}

static size_t ext_at(size_t at, const struct hidden *h)
{
	memset(bytes + at, 0, 16384);
	put(at + 1024, "\0\1\0\0\0\20\0\0", 8);
	put(at + 1024 + 0x14, "\1\0\0\0\0\0\0\0", 8);
	put(at + 1024 + 0x20, "\0\40\0\0\0\40\0\0\0\1\0\0", 12);
	put(at + 1080, "\x53\xef\1\0", 4);
	put_thing(at + 8192, h);
	return at + 16384;
}

static size_t ext(const struct hidden *h)
{
	return ext_at(0, h);
}

static size_t ext_inside(const struct hidden *h)
{
	for (size_t i = 0; i < 3000; i++) bytes[i] = (uint8_t)(i * 7 % 200);
	return ext_at(3000, h);
}

static size_t f2fs(const struct hidden *h)
{
	memset(bytes, 0, 16384);
	put(1024, "\x10\x20\xf5\xf2\1\0\x0e\0", 8);
	put_thing(8192, h);
	return 16384;
}

static size_t erofs(const struct hidden *h)
{
	memset(bytes, 0, 16384);
	put(1024, "\xe2\xe1\xf5\xe0\0\0\0\0\0\0\0\0\x0c", 13);
	put_thing(8192, h);
	return 16384;
}

static size_t littlefs(const struct hidden *h)
{
	memset(bytes, 0, 8192);
	put(0, "\1\0\0\0\xf0\x0f\xff\xf7littlefs", 16);
	put_thing(4096, h);
	return 8192;
}

static size_t yaffs(const struct hidden *h)
{
	memset(bytes, 0xff, 4096);
	put(0, "\3\0\0\0\1\0\0\0\xff\xff\0", 11);
	put(268, "\355\101\0\0", 4);
	put_thing(2048, h);
	return 4096;
}

static size_t rar(const struct hidden *h)
{
	return put_thing(put(0, "Rar!\x1a\x07\0", 7), h);
}

static size_t squashfs_of_a_vendor(const struct hidden *h)
{
	memset(bytes, 0x11, 512);
	put(0, "hsqs", 4);
	put(28, "\4\0\0\0", 4);
	return put_thing(200, h);
}

static size_t gz(size_t from, size_t n, size_t at)
{
	struct archive *a = archive_write_new();
	size_t used = 0;

	assert_int_equal(archive_write_set_format_raw(a), ARCHIVE_OK);
	assert_int_equal(archive_write_add_filter_gzip(a), ARCHIVE_OK);
	assert_int_equal(archive_write_set_bytes_in_last_block(a, 1), ARCHIVE_OK);
	assert_int_equal(archive_write_open_memory(a, bytes + at, ROOM - at, &used), ARCHIVE_OK);

	struct archive_entry *e = archive_entry_new();

	archive_entry_set_pathname(e, "x");
	archive_entry_set_filetype(e, AE_IFREG);
	archive_entry_set_size(e, (la_int64_t)n);
	assert_int_equal(archive_write_header(a, e), ARCHIVE_OK);
	assert_int_equal(archive_write_data(a, bytes + from, n), (la_ssize_t)n);
	archive_entry_free(e);
	assert_int_equal(archive_write_close(a), ARCHIVE_OK);
	archive_write_free(a);
	return used;
}

static size_t cut(const struct hidden *h)
{
	size_t n = put_thing(0, h);

	n = put_dice(n, 30'000);

	size_t used = gz(0, n, ROOM / 2);

	memmove(bytes, bytes + ROOM / 2, used / 2);
	return used / 2;
}

/* Deeper than containers are followed. */
static size_t deep(const struct hidden *h)
{
	size_t n = put_thing(0, h);

	for (unsigned i = 0; i < LIMIT_DEPTH + 2; i++) {
		n = gz(0, n, ROOM / 2);
		memmove(bytes, bytes + ROOM / 2, n);
	}
	return n;
}

/* Behind more than is read of a text. */
static size_t filled_up(const struct hidden *h)
{
	size_t n = LIMIT_KEPT_FILE + 100;

	memset(bytes, '\n', n);
	return put_thing(n, h);
}

static const struct way {
	const char *name;
	size_t (*hide)(const struct hidden *h);
	const char *folder; /* where it lies; NULL: under its own name */
	bool is_of_trees;   /* hides from collectors of trees only */
	bool is_little;     /* no program fits */
	bool is_refused;    /* the name itself is what hides it */
} ways[] = {
	{ "encrypted", encrypted, "etc/", false, false, false },
	{ "encrypted, in the documentation", encrypted, "usr/share/doc/", false, false, false },
	{ "encrypted, small", encrypted_little, "etc/", false, true, false },
	{ "Salted__", salted, "opt/", false, false, false },
	{ "OpenPGP", pgp, "opt/", false, false, false },
	{ "LUKS", luks, "opt/", false, false, false },
	{ "ext4", ext, "opt/", false, false, false },
	{ "ext4 in the documentation", ext, "usr/share/doc/", false, false, false },
	{ "ext4 inside a file", ext_inside, "opt/", false, false, false },
	{ "F2FS", f2fs, "opt/", false, false, false },
	{ "EROFS", erofs, "opt/", false, false, false },
	{ "LittleFS", littlefs, "opt/", false, false, false },
	{ "YAFFS2", yaffs, "opt/", false, false, false },
	{ "RAR", rar, "opt/", false, false, false },
	{ "a vendor's SquashFS", squashfs_of_a_vendor, "usr/share/doc/", false, true, false },
	{ "a cut stream", cut, "opt/", false, false, false },
	{ "deeper than is followed", deep, "opt/", false, false, false },
	{ "a text that is filled up", filled_up, NULL, true, false, false },
	{ "a name that leads out", NULL, "../", false, false, true },
};
enum { WAYS = sizeof(ways) / sizeof(*ways) };

/* ---- where it lies ------------------------------------------------------------------------------------------------- */

static uint8_t packed[ROOM];

static void add_file(struct archive *a, const char *path, unsigned mode, const void *p, size_t n)
{
	struct archive_entry *e = archive_entry_new();

	archive_entry_set_pathname(e, path);
	archive_entry_set_filetype(e, AE_IFREG);
	archive_entry_set_perm(e, (mode_t)mode);
	archive_entry_set_size(e, (la_int64_t)n);
	archive_entry_set_mtime(e, 1'700'000'000, 0);
	assert_int_equal(archive_write_header(a, e), ARCHIVE_OK);
	if (n) assert_int_equal(archive_write_data(a, p, n), (la_ssize_t)n);
	archive_entry_free(e);
}

struct container {
	const char *name;
	int (*form)(struct archive *);
	int (*filter)(struct archive *);
	const char *options;
	const char *folder; /* that holds the root */
};

static const struct container containers[] = {
	{ "tar", archive_write_set_format_ustar, NULL, NULL, "" },
	{ "tar.gz", archive_write_set_format_pax, archive_write_add_filter_gzip, NULL, "" },
	{ "tar.xz, root in a folder", archive_write_set_format_gnutar, archive_write_add_filter_xz, NULL, "rootfs/" },
	{ "cpio", archive_write_set_format_cpio_newc, NULL, NULL, "" },
	{ "cpio.zstd", archive_write_set_format_cpio_newc, archive_write_add_filter_zstd, NULL, "" },
	{ "zip", archive_write_set_format_zip, NULL, NULL, "" },
	{ "7z", archive_write_set_format_7zip, NULL, "7zip:compression=store", "" },
};
enum { CONTAINERS = sizeof(containers) / sizeof(*containers) };

/* A root in which everything is told, and one file more. */
static span pack(const struct container *c, const char *path, const void *p, size_t n)
{
	struct archive *a = archive_write_new();
	char full[256];
	size_t used = 0;
	static const struct {
		const char *path, *text;
	} root[] = { { "bin/true", "#!/bin/sh\nexit 0\n" }, { "etc/inittab", "::sysinit:/etc/init.d/rcS\n" },
		{ "etc/init.d/rcS", "#!/bin/sh\necho up\n" }, { "etc/passwd", "root:x:0:0:root:/root:/bin/sh\n" },
		{ "etc/shadow", "root:*:19000:0:99999:7:::\n" } };

	assert_int_equal(c->form(a), ARCHIVE_OK);
	if (c->filter) assert_int_equal(c->filter(a), ARCHIVE_OK);
	if (c->options) assert_int_equal(archive_write_set_options(a, c->options), ARCHIVE_OK);
	assert_int_equal(archive_write_set_bytes_in_last_block(a, 1), ARCHIVE_OK);
	assert_int_equal(archive_write_open_memory(a, packed, sizeof(packed), &used), ARCHIVE_OK);
	for (size_t i = 0; i < sizeof(root) / sizeof(*root); i++) {
		snprintf(full, sizeof(full), "%s%s", c->folder, root[i].path);
		if (!path || strcmp(root[i].path, path) != 0)
			add_file(a, full, 0755, root[i].text, strlen(root[i].text));
	}
	if (path) {
		snprintf(full, sizeof(full), "%s%s", strncmp(path, "../", 3) == 0 ? "" : c->folder, path);
		add_file(a, full, 0644, p, n);
	}
	assert_int_equal(archive_write_close(a), ARCHIVE_OK);
	archive_write_free(a);
	return (span){ packed, used };
}

/* ---- what is said of it -------------------------------------------------------------------------------------------- */

static void take(void *self, span frames)
{
	assert_ok(evidence_run_take(self, frames));
}

static struct evidence *e; /* of all of them: an input each */

static int64_t read_image(span image)
{
	int64_t input;

	assert_ok(evidence_input(e, &(struct input_row){ .kind = STR("image"), .name = STR("x") }, &input));

	struct evidence_run *run = evidence_run_begin(e, input, &role_image, (str){ 0 });
	struct facts *f = facts_open((struct facts_sink){ .self = run, .write = take });

	assert_ok(collect_image(f, image, &(struct image_options){ 0 }));
	facts_done(f);
	facts_close(f);
	assert_ok(evidence_run_end(run, NULL, "", (str){ 0 }));
	return input;
}

static int64_t number(int64_t input, const char *sql, const char *parameter)
{
	sqlite3_stmt *stmt = NULL;
	int64_t n;

	assert_int_equal(sqlite3_prepare_v2(evidence_db(e), sql, -1, &stmt, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_bind_int64(stmt, 1, input), SQLITE_OK);
	if (parameter) assert_int_equal(sqlite3_bind_text(stmt, 2, parameter, -1, SQLITE_STATIC), SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	n = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	return n;
}

static bool is_full(int64_t input, const char *class)
{
	return number(input,
		       "SELECT count(*) > 0 AND sum(state <> 'full') = 0 FROM coverage WHERE input = ?1 AND class = ?2",
		       class) != 0;
}

/* As evidence.image-read asks it. */
static bool is_all_read(int64_t input)
{
	return !number(input,
		"SELECT count(*) FROM region WHERE input = ?1 AND coalesce(readable, 'unknown') NOT IN ('yes', "
		"'empty')",
		NULL);
}

/* Each shortfall says where, and what to bring. */
static bool says_what_to_bring(int64_t input, const char *class)
{
	return number(input,
		       "SELECT count(*) FROM coverage WHERE input = ?1 AND class = ?2 AND state = 'part' AND reason <> "
		       "'' AND bring "
		       "<> ''",
		       class) != 0;
}

static void tell(const char *what, const struct container *c, const struct way *way, const struct hidden *h)
{
	fail_msg("%s: %s hidden as \"%s\" in %s", what, h ? h->class : "nothing", way ? way->name : "-", c->name);
}

/* Only programs tell these, and in so few bytes there is none. */
static bool is_told_by_programs(const char *class)
{
	return strcmp(class, "files") == 0 || strcmp(class, "binaries") == 0 || strcmp(class, "components") == 0;
}

static bool is_of_trees(const char *class)
{
	static const char *const classes[] = { "accounts", "password-list", "start", "settings", "updates" };

	for (size_t i = 0; i < sizeof(classes) / sizeof(*classes); i++)
		if (strcmp(class, classes[i]) == 0) return true;
	return false;
}

/* ---- the tests ----------------------------------------------------------------------------------------------------- */

static void a_root_in_which_nothing_is_hidden_is_covered_in_full(void **state)
{
	(void)state;
	for (size_t c = 0; c < CONTAINERS; c++) {
		int64_t input = read_image(pack(&containers[c], NULL, NULL, 0));

		for (size_t i = 0; i < THINGS; i++)
			if (!is_full(input, things[i].class)) tell("not full", &containers[c], NULL, &things[i]);
		if (!is_all_read(input)) tell("not read", &containers[c], NULL, NULL);
	}
}

static void what_is_hidden_in_a_file_is_never_covered_in_full(void **state)
{
	unsigned hidings = 0;

	(void)state;
	for (size_t w = 0; w < WAYS; w++) {
		for (size_t i = 0; i < THINGS; i++) {
			const struct way *way = &ways[w];
			const struct hidden *h = &things[i];
			char path[128];
			size_t n = way->hide ? way->hide(h) : put_thing(0, h);

			if (way->is_of_trees && !is_of_trees(h->class)) continue;
			if (way->is_little && is_told_by_programs(h->class) && way->hide == encrypted_little) continue;
			snprintf(path, sizeof(path), "%s%s", way->folder ? way->folder : "",
				way->folder && !way->is_refused ? strrchr(h->path, '/') + 1 : h->path);
			for (size_t c = 0; c < CONTAINERS; c++) {
				int64_t input = read_image(pack(&containers[c], path, bytes, n));

				if (is_full(input, h->class)) tell("full", &containers[c], way, h);
				if (!says_what_to_bring(input, h->class)) tell("no word", &containers[c], way, h);
				if (is_all_read(input)) tell("all read", &containers[c], way, h);
				hidings++;
			}
		}
	}
	print_message("%u hidings in files\n", hidings);
	assert_true(hidings >= 500);
}

/* Beside the root, in a flash: before it, behind it, with a banner of something else, in less than 64 KiB, behind padding. */
static void what_is_hidden_beside_a_root_is_never_covered_in_full(void **state)
{
	enum { BEFORE, BEHIND, BANNER, KERNEL_BANNER, BEHIND_PADDING, PLACES };
	static const char *const names[] = { "before the root", "behind the root", "with a loader's banner",
		"with a kernel's banner", "behind padding" };
	static uint8_t flash[ROOM];
	unsigned hidings = 0;

	(void)state;
	for (size_t w = 0; w <= WAYS; w++) {
		for (size_t i = 0; i < THINGS; i++) {
			for (unsigned where = 0; where < PLACES; where++) {
				const struct hidden *h = &things[i];
				struct way way = { .name = names[where] };
				size_t n, at = 0;

				/* The last way: as it is, between bytes of no form. */
				if (w < WAYS && (!ways[w].hide || ways[w].is_of_trees)) continue;
				if (w < WAYS) {
					n = ways[w].hide(h);
				} else {
					memset(bytes, 0x21, 4096);
					n = put_thing(100, h);
				}

				span root = pack(&containers[0], NULL, NULL, 0);

				if (where != BEFORE) at = (size_t)(root.n + 511) & ~511u;
				memset(flash, 0, 512 << 10);
				memcpy(flash + (where == BEFORE ? ((n + 511) & ~511u) : 0), root.p, root.n);
				if (where == BEHIND_PADDING) {
					memset(flash + at, 0xff, 100'000);
					at += 100'000;
				}
				memcpy(flash + at, bytes, n);

				size_t end = where == BEFORE ? ((n + 511) & ~511u) + root.n : at + n;
				static const char loader[] = "\0U-Boot 2013.07 (Jan 01 2014)\0bootcmd=run x\0";
				static const char kernel[] =
					"\0Linux version 3.10.14 (x@y) (gcc) #1\n\0Kernel panic\0/sbin/init\0";

				if (where == BANNER) memcpy(flash + end, loader, sizeof(loader)), end += sizeof(loader);
				if (where == KERNEL_BANNER)
					memcpy(flash + end, kernel, sizeof(kernel)), end += sizeof(kernel);

				int64_t input = read_image((span){ flash, end });

				if (is_full(input, h->class))
					tell("full", &containers[0], w < WAYS ? &ways[w] : &way, h);
				if (is_all_read(input)) tell("all read", &containers[0], w < WAYS ? &ways[w] : &way, h);
				hidings++;
			}
		}
	}
	print_message("%u hidings beside a root\n", hidings);
}

static int setup(void **state)
{
	(void)state;
	return evidence_create(NULL, &e).is ? -1 : 0;
}

static int teardown(void **state)
{
	(void)state;
	evidence_close(e);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_root_in_which_nothing_is_hidden_is_covered_in_full),
		cmocka_unit_test(what_is_hidden_in_a_file_is_never_covered_in_full),
		cmocka_unit_test(what_is_hidden_beside_a_root_is_never_covered_in_full),
	};

	return cmocka_run_group_tests_name("source/hidings", tests, setup, teardown);
}
