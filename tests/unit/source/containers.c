/* One root file system in every container that we can have made, at its top, in a folder, and two folders deep: the same facts, the same coverage. */
#include "testing.h"

#include "base/buf.h"
#include "evidence/run.h"
#include "source/directory.h"
#include "source/image.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

enum { ROOM = 8 << 20, BIG = 20'000 };

struct item {
	const char *path;
	unsigned type; /* AE_IF... */
	unsigned mode;
	const char *text; /* content, or target */
	const char *hard; /* the earlier item whose bytes it has */
};

static char big[BIG + 1];

static const struct item root[] = {
	{ "bin", AE_IFDIR, 0755, NULL, NULL },
	{ "bin/busybox", AE_IFREG, 04755, big, NULL },
	{ "bin/ping", AE_IFREG, 0755, "#!/bin/sh\nwget http://update.example.com/pong\n", NULL },
	{ "bin/ping6", AE_IFREG, 0755, NULL, "bin/ping" },
	{ "bin/sh", AE_IFLNK, 0777, "busybox", NULL },
	{ "etc", AE_IFDIR, 0755, NULL, NULL },
	{ "etc/inittab", AE_IFLNK, 0777, "/var/run/inittab", NULL },
	{ "etc/lighttpd.conf", AE_IFREG, 0644, "\1\2\3 no text, so that it is not read", NULL },
	{ "etc/init.d", AE_IFDIR, 0755, NULL, NULL },
	{ "etc/init.d/rcS", AE_IFREG, 0755, "#!/bin/sh\ntelnetd -l /bin/sh &\n", NULL },
	{ "etc/passwd", AE_IFREG, 0644, "root:x:0:0:root:/root:/bin/sh\n", NULL },
	{ "etc/shadow", AE_IFREG, 0600, "root::19000:0:99999:7:::\n", NULL },
	{ "etc/shadow-", AE_IFREG, 0600, NULL, "etc/shadow" },
	{ "usr", AE_IFDIR, 0755, NULL, NULL },
	{ "usr/share", AE_IFDIR, 0755, NULL, NULL },
	{ "usr/share/doc", AE_IFDIR, 0755, NULL, NULL },
	{ "usr/share/doc/README", AE_IFREG, 0644, "see http://docs.example.com/firmware\n", NULL },
	{ "usr/empty", AE_IFREG, 0644, "", NULL },
	{ "usr/up", AE_IFLNK, 0777, "../etc/passwd", NULL },
};
enum { ITEMS = sizeof(root) / sizeof(*root) };

static const char *const folders[] = { "", "squashfs-root/", "update/rootfs/" };
enum { DEPTHS = sizeof(folders) / sizeof(*folders) };

static uint8_t packed[ROOM];
static char place[] = "/tmp/assay-containers-XXXXXX";

static const struct item *bytes_of(const struct item *item)
{
	for (size_t i = 0; item->hard && i < ITEMS; i++)
		if (strcmp(root[i].path, item->hard) == 0) return &root[i];
	return item;
}

static bool has_two_names(const struct item *item)
{
	for (size_t i = 0; i < ITEMS; i++)
		if (root[i].hard && bytes_of(&root[i]) == bytes_of(item)) return true;
	return false;
}

/* ---- facts as text ------------------------------------------------------------------------------------------------- */

static void take(void *self, span frames)
{
	assert_ok(evidence_run_take(self, frames));
}

static void put_rows(struct buf *out, struct evidence *e, const char *sql, const char *folder)
{
	sqlite3_stmt *stmt = NULL;

	if (sqlite3_prepare_v2(evidence_db(e), sql, -1, &stmt, NULL))
		fail_msg("%s: %s", sql, sqlite3_errmsg(evidence_db(e)));
	if (sqlite3_bind_parameter_count(stmt)) {
		char prefix[64];

		snprintf(prefix, sizeof(prefix), "/%s", folder);
		assert_int_equal(sqlite3_bind_text(stmt, 1, prefix, -1, SQLITE_TRANSIENT), SQLITE_OK);
	}
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		for (int i = 0; i < sqlite3_column_count(stmt); i++) {
			const char *text = (const char *)sqlite3_column_text(stmt, i);

			buf_printf(out, "%s ", text ? text : "-");
		}
		buf_char(out, '\n');
	}
	sqlite3_finalize(stmt);
}

/* What was read, without what a container cannot say: offsets, owners, times. */
static char *facts_of(span image, bool is_directory, const char *folder, bool with_capabilities)
{
	struct evidence *e;
	struct buf out = { 0 };
	int64_t input;

	assert_ok(evidence_create(NULL, &e));
	assert_ok(evidence_input(e, &(struct input_row){ .kind = STR("image"), .name = STR("x") }, &input));

	struct evidence_run *run = evidence_run_begin(e, input, &role_image, (str){ 0 });
	struct facts *f = facts_open((struct facts_sink){ .self = run, .write = take });

	assert_ok(collect_image(f, image, &(struct image_options){ .is_directory = is_directory }));
	facts_done(f);
	facts_close(f);
	assert_ok(evidence_run_end(run, NULL, "", (str){ 0 }));

	put_rows(&out, e,
		"SELECT substr(path, length(?1) + 1) AS name, type, iif(type = 'link', '', mode), iif(type = 'file', "
		"size, ''), "
		"sha256, target, content FROM file WHERE substr(path, 1, length(?1)) = ?1 AND type <> 'region' ORDER "
		"BY 1",
		folder);
	put_rows(&out, e, "SELECT class, state, reason FROM coverage ORDER BY class", folder);
	put_rows(&out, e,
		"SELECT kind, name, can_login, privileged, password FROM entity LEFT JOIN account ON id = entity ORDER "
		"BY 1, 2",
		folder);
	put_rows(&out, e, "SELECT program, moment, enabled, line, command FROM start ORDER BY 1, 2, 3, 4", folder);
	put_rows(&out, e, "SELECT kind, algorithm, bits, fingerprint FROM secret ORDER BY 1, 2, 3, 4", folder);
	put_rows(&out, e, "SELECT kind, value, at FROM mention ORDER BY 1, 2, 3", folder);
	put_rows(&out, e,
		with_capabilities
			? "SELECT substr(path, length(?1) + 1), domain, key, value FROM setting JOIN file ON file.id = "
			  "setting.file ORDER BY 1, 2, 3, 4"
			: "SELECT substr(path, length(?1) + 1), domain, key, value FROM setting JOIN file ON file.id = "
			  "setting.file WHERE key <> 'capabilities' ORDER BY 1, 2, 3, 4",
		folder);
	evidence_close(e);
	buf_char(&out, '\0');
	return out.p;
}

/* ---- containers that a library writes ------------------------------------------------------------------------------ */

static void set_common(struct archive_entry *e, const struct item *item, const char *folder)
{
	char path[256];

	snprintf(path, sizeof(path), "%s%s", folder, item->path);
	archive_entry_set_pathname(e, path);
	archive_entry_set_filetype(e, item->type);
	archive_entry_set_perm(e, (mode_t)bytes_of(item)->mode);
	archive_entry_set_mtime(e, 1'700'000'000, 0);
	archive_entry_set_nlink(e, 1);
	if (item->type == AE_IFLNK) archive_entry_set_symlink(e, item->text);
}

/* How a kind of archive stores the further names of a file. */
enum hard { COPIES, LINKS, DATA_LAST, DATA_IN_EACH };

static span pack(int (*form)(struct archive *), enum hard hard, const char *folder)
{
	static const uint8_t net_raw[] = { 1, 0, 0, 2, 0, 0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 };
	struct archive *a = archive_write_new();
	size_t n = 0;

	assert_int_equal(form(a), ARCHIVE_OK);
	archive_write_set_options(a, "iso9660:rockridge=strict");
	assert_int_equal(archive_write_set_bytes_in_last_block(a, 1), ARCHIVE_OK);
	assert_int_equal(archive_write_open_memory(a, packed, sizeof(packed), &n), ARCHIVE_OK);
	for (size_t i = 0; i < ITEMS; i++) {
		const struct item *item = &root[i];
		const char *text = bytes_of(item)->text;
		struct archive_entry *e = archive_entry_new();
		bool is_shared = has_two_names(item);
		size_t size = item->type == AE_IFREG ? strlen(text) : 0;

		set_common(e, item, folder);
		if (is_shared && hard != COPIES) archive_entry_set_nlink(e, 2);
		archive_entry_set_ino(e, bytes_of(item) - root + 10);
		if (item->hard && hard == LINKS) {
			char target[256];

			snprintf(target, sizeof(target), "%s%s", folder, item->hard);
			archive_entry_set_hardlink(e, target);
			size = 0;
		}
		if (is_shared && !item->hard && hard == DATA_LAST) size = 0;
		archive_entry_set_size(e, (la_int64_t)size);
		if (strcmp(item->path, "bin/ping") == 0)
			archive_entry_xattr_add_entry(e, "security.capability", net_raw, sizeof(net_raw));
		assert_int_equal(archive_write_header(a, e), ARCHIVE_OK);
		if (size) assert_int_equal(archive_write_data(a, text, size), size);
		archive_entry_free(e);
	}
	assert_int_equal(archive_write_close(a), ARCHIVE_OK);
	archive_write_free(a);
	return (span){ packed, n };
}

/* Two empty headers before a cpio make a package. */
static span rpm_of(span cpio)
{
	enum { LEAD = 96, EMPTY_HEADER = 16, BEFORE = LEAD + 2 * EMPTY_HEADER };

	memmove(packed + BEFORE, cpio.p, cpio.n);
	memset(packed, 0, BEFORE);
	memcpy(packed, "\xed\xab\xee\xdb\3\0\0\0\0\1", 10);
	memcpy(packed + LEAD, "\x8e\xad\xe8\1", 4);
	memcpy(packed + LEAD + EMPTY_HEADER, "\x8e\xad\xe8\1", 4);
	return (span){ packed, cpio.n + BEFORE };
}

static const struct archive_kind {
	const char *name;
	int (*form)(struct archive *);
	enum hard hard;
	bool has_capabilities, is_rpm;
} archives[] = {
	{ "cpio newc", archive_write_set_format_cpio_newc, DATA_LAST, false, false },
	{ "cpio newc, data in each", archive_write_set_format_cpio_newc, DATA_IN_EACH, false, false },
	{ "cpio odc", archive_write_set_format_cpio_odc, DATA_IN_EACH, false, false },
	{ "cpio binary", archive_write_set_format_cpio_bin, DATA_IN_EACH, false, false },
	{ "tar v7", archive_write_set_format_v7tar, LINKS, false, false },
	{ "tar ustar", archive_write_set_format_ustar, LINKS, false, false },
	{ "tar gnu", archive_write_set_format_gnutar, LINKS, false, false },
	{ "tar pax", archive_write_set_format_pax, LINKS, true, false },
	{ "zip", archive_write_set_format_zip, COPIES, false, false },
	{ "7z", archive_write_set_format_7zip, COPIES, false, false },
	{ "iso9660", archive_write_set_format_iso9660, LINKS, false, false },
	{ "rpm", archive_write_set_format_cpio_newc, DATA_LAST, false, true },
};

/* ---- containers that programs make of files ------------------------------------------------------------------------ */

static void lay_out(const char *base, const char *folder)
{
	static const uint8_t net_raw[] = { 1, 0, 0, 2, 0, 0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 };
	char path[512], other[512];

	mkdir(base, 0755);
	for (const char *slash = folder; (slash = strchr(slash, '/')); slash++) {
		snprintf(path, sizeof(path), "%s/%.*s", base, (int)(slash - folder), folder);
		mkdir(path, 0755);
	}
	for (size_t i = 0; i < ITEMS; i++) {
		const struct item *item = &root[i];

		snprintf(path, sizeof(path), "%s/%s%s", base, folder, item->path);
		snprintf(other, sizeof(other), "%s/%s%s", base, folder, item->hard ? item->hard : "");
		if (item->type == AE_IFDIR) {
			assert_int_equal(mkdir(path, (mode_t)item->mode), 0);
		} else if (item->type == AE_IFLNK) {
			assert_int_equal(symlink(item->text, path), 0);
		} else if (item->hard) {
			assert_int_equal(link(other, path), 0);
		} else {
			FILE *f = fopen(path, "w");

			assert_non_null(f);
			fputs(item->text, f);
			assert_int_equal(fclose(f), 0);
			assert_int_equal(chmod(path, (mode_t)item->mode), 0);
		}
		if (strcmp(item->path, "bin/ping") == 0)
			(void)!setxattr(path, "security.capability", net_raw, sizeof(net_raw), 0);
		/* What else stands among the attributes ends nothing. */
		if (item->type != AE_IFLNK) (void)!setxattr(path, "security.selinux", "u:object_r:x:s0", 16, 0);
	}
}

static int remove_one(const char *path, const struct stat *st, int flag, struct FTW *ftw)
{
	(void)st, (void)flag, (void)ftw;
	return remove(path);
}

static span slurp(const char *path)
{
	FILE *f = fopen(path, "r");
	size_t n = f ? fread(packed, 1, sizeof(packed), f) : 0;

	if (f) fclose(f);
	return (span){ packed, n };
}

/* %1$s: the files; %2$s: the image. */
static const struct tool_kind {
	const char *name, *program, *command;
	bool has_capabilities;
} tools[] = {
	{ "squashfs gzip", "mksquashfs", "mksquashfs %1$s %2$s -all-root -noappend -no-progress", true },
	{ "squashfs zstd", "mksquashfs", "mksquashfs %1$s %2$s -all-root -noappend -no-progress -comp zstd -b 4096",
		true },
	{ "jffs2", "mkfs.jffs2", "mkfs.jffs2 -U --with-xattr -r %1$s -o %2$s", true },
	{ "jffs2, big-endian", "mkfs.jffs2", "mkfs.jffs2 -b -U --with-xattr -r %1$s -o %2$s", true },
	{ "ubifs", "mkfs.ubifs", "mkfs.ubifs -U -m 2048 -e 126976 -c 100 -r %1$s -o %2$s", false },
	{ "cramfs", "mkfs.cramfs", "mkfs.cramfs %1$s %2$s", false },
};

/* The image of `folder`; empty when its program is not installed. */
static span make_by_tool(const struct tool_kind *kind, const char *folder)
{
	char command[1024], files[128], image[128];

	snprintf(command, sizeof(command), "PATH=$PATH:/usr/sbin:/sbin; command -v %s >/dev/null", kind->program);
	if (system(command) != 0) return (span){ 0 };
	snprintf(files, sizeof(files), "%s/files", place);
	snprintf(image, sizeof(image), "%s/image", place);
	lay_out(files, folder);

	int n = snprintf(command, sizeof(command), "PATH=$PATH:/usr/sbin:/sbin; ");

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	n += snprintf(command + n, sizeof(command) - (size_t)n, kind->command, files, image);
#pragma GCC diagnostic pop
	snprintf(command + n, sizeof(command) - (size_t)n, " >/dev/null 2>&1");
	if (system(command) != 0) fail_msg("failed: %s", command);

	span made = slurp(image);

	nftw(files, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	unlink(image);
	return made;
}

static span make_directory(const char *folder)
{
	char files[128], *trouble = NULL;

	snprintf(files, sizeof(files), "%s/files", place);
	lay_out(files, folder);

	int fd = open(files, O_RDONLY | O_DIRECTORY), memory = memfd_create("directory", 0);

	assert_ok(directory_archive(fd, memory, &trouble));
	close(fd);

	ssize_t n = pread(memory, packed, sizeof(packed), 0);

	close(memory);
	free(trouble);
	nftw(files, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	return (span){ packed, (size_t)n };
}

/* ---- the tests ----------------------------------------------------------------------------------------------------- */

static int setup(void **state)
{
	(void)state;
	for (size_t i = 0; i < BIG; i++) big[i] = (char)('a' + i * i / 7 % 26);
	return mkdtemp(place) ? 0 : -1;
}

static int teardown(void **state)
{
	(void)state;
	return rmdir(place);
}

/* Whether we may give a file capabilities, here. */
static bool can_set_capabilities(void)
{
	char files[128], path[256], value[64];

	snprintf(files, sizeof(files), "%s/files", place);
	lay_out(files, "");
	snprintf(path, sizeof(path), "%s/bin/ping", files);

	bool can = getxattr(path, "security.capability", value, sizeof(value)) > 0;

	nftw(files, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	return can;
}

static void assert_same_facts(const char *name, const char *folder, const char *wanted, char *found)
{
	str left = str_of(wanted), right = str_of(found), a = { 0 }, b = { 0 };
	bool has_a, has_b;

	do {
		has_a = str_line(&left, &a);
		has_b = str_line(&right, &b);
		if (has_a != has_b || (has_a && !str_equal(a, b)))
			fail_msg("%s, in \"%s\": \"%.*s\" should be \"%.*s\"", name, folder, STR_FMT(b), STR_FMT(a));
	} while (has_a);
	free(found);
}

static void the_facts_of_a_root_are_those_that_it_has(void **state)
{
	(void)state;
	char *facts = facts_of(pack(archive_write_set_format_pax, LINKS, ""), false, "", true);

	if (getenv("SHOW")) puts(facts);
	assert_non_null(strstr(facts, "etc/shadow- file 384 25 "));
	assert_non_null(strstr(facts, "bin/busybox file 2541 20000 "));
	assert_non_null(strstr(facts, "etc/inittab link  "));
	assert_non_null(strstr(facts, "account root 1 1 empty"));
	assert_non_null(strstr(facts, "telnetd"));
	assert_non_null(strstr(facts, "bin/ping file capabilities cap_net_raw=ep"));
	assert_non_null(strstr(facts, "bin/ping6 file capabilities cap_net_raw=ep"));
	assert_non_null(strstr(facts, "files full"));
	assert_non_null(strstr(facts, "settings part a configuration file is too large, or is no text"));
	assert_non_null(strstr(facts, "http://update.example.com/pong"));
	assert_null(strstr(facts, "docs.example.com"));
	free(facts);
}

static void every_archive_gives_the_same_facts_at_any_depth(void **state)
{
	(void)state;
	char *wanted = facts_of(pack(archive_write_set_format_pax, LINKS, ""), false, "", false);

	for (size_t i = 0; i < sizeof(archives) / sizeof(*archives); i++)
		for (size_t k = 0; k < DEPTHS; k++) {
			span image = pack(archives[i].form, archives[i].hard, folders[k]);

			if (archives[i].is_rpm) image = rpm_of(image);
			assert_same_facts(
				archives[i].name, folders[k], wanted, facts_of(image, false, folders[k], false));
		}
	free(wanted);
}

static void every_file_system_gives_the_same_facts_at_any_depth(void **state)
{
	(void)state;
	char *wanted = facts_of(pack(archive_write_set_format_pax, LINKS, ""), false, "", false);

	for (size_t i = 0; i < sizeof(tools) / sizeof(*tools); i++)
		for (size_t k = 0; k < DEPTHS; k++) {
			span image = make_by_tool(&tools[i], folders[k]);

			if (image.n)
				assert_same_facts(
					tools[i].name, folders[k], wanted, facts_of(image, false, folders[k], false));
			else if (!k)
				print_message(
					"%s is not installed: %s is not tried\n", tools[i].program, tools[i].name);
		}
	for (size_t k = 0; k < DEPTHS; k++)
		assert_same_facts(
			"directory", folders[k], wanted, facts_of(make_directory(folders[k]), true, folders[k], false));
	free(wanted);
}

static void a_tar_behind_a_file_system_begins_where_it_begins(void **state)
{
	static const size_t paddings[] = { 0, 1024, 4096 };
	static const struct tool_kind kind = { "squashfs", "mksquashfs",
		"mksquashfs %1$s %2$s -all-root -noappend -no-progress -nopad", false };
	static uint8_t both[ROOM];
	span image = make_by_tool(&kind, "");

	(void)state;
	if (!image.n) skip();
	memcpy(both, image.p, image.n);
	for (size_t i = 0; i < sizeof(paddings) / sizeof(*paddings); i++) {
		size_t at = image.n + paddings[i];
		span tar = pack(archive_write_set_format_gnutar, LINKS, "");
		struct evidence *e;
		struct buf rows = { 0 };
		char wanted[64];
		int64_t input;

		memset(both + image.n, 0, paddings[i]);
		memcpy(both + at, tar.p, tar.n);
		assert_ok(evidence_create(NULL, &e));
		assert_ok(evidence_input(e, &(struct input_row){ .kind = STR("image"), .name = STR("x") }, &input));

		struct evidence_run *run = evidence_run_begin(e, input, &role_image, (str){ 0 });
		struct facts *f = facts_open((struct facts_sink){ .self = run, .write = take });

		assert_ok(collect_image(f, (span){ both, at + tar.n }, &(struct image_options){ 0 }));
		facts_done(f);
		facts_close(f);
		assert_ok(evidence_run_end(run, NULL, "", (str){ 0 }));
		put_rows(&rows, e,
			"SELECT kind, at, (SELECT count(*) FROM file WHERE region = region.id) FROM region WHERE kind "
			"IN "
			"('squashfs', 'tar') ORDER BY at",
			"");
		buf_char(&rows, '\0');
		snprintf(wanted, sizeof(wanted), "squashfs 0 %d \ntar %zu %d \n", ITEMS, at, ITEMS);
		assert_string_equal(rows.p, wanted);
		buf_free(&rows);
		evidence_close(e);
	}
}

static void capabilities_are_the_same_in_every_container_that_has_them(void **state)
{
	(void)state;
	char *wanted = facts_of(pack(archive_write_set_format_pax, LINKS, ""), false, "", true);

	if (!can_set_capabilities()) {
		free(wanted);
		skip();
	}
	for (size_t i = 0; i < sizeof(tools) / sizeof(*tools); i++) {
		span image = tools[i].has_capabilities ? make_by_tool(&tools[i], "") : (span){ 0 };

		if (image.n) assert_same_facts(tools[i].name, "", wanted, facts_of(image, false, "", true));
	}
	assert_same_facts("directory", "", wanted, facts_of(make_directory(""), true, "", true));
	free(wanted);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_facts_of_a_root_are_those_that_it_has),
		cmocka_unit_test(every_archive_gives_the_same_facts_at_any_depth),
		cmocka_unit_test(every_file_system_gives_the_same_facts_at_any_depth),
		cmocka_unit_test(a_tar_behind_a_file_system_begins_where_it_begins),
		cmocka_unit_test(capabilities_are_the_same_in_every_container_that_has_them),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
