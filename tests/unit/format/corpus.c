/* Real images, where they are: ASSAY_CORPUS names a folder with firmware/. What is asserted was established with other
 * programs (unsquashfs, 7z, dumpimage, sha256sum). */
#include "testing.h"

#include "base/digest.h"
#include "format/walk.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct seen {
	struct {
		char kind[16];
		uint32_t parent;
		uint64_t at, size, unpacked;
		bool is_whole;
	} regions[256];
	size_t count, nodes, cut, sums, bad_sums;
	const char *path; /* whose content is asked for */
	struct digest digest;
};

static void on_region(void *self, const struct walk_region *r)
{
	struct seen *s = self;

	if (s->count == 256) return;
	snprintf(s->regions[s->count].kind, sizeof(s->regions->kind), "%s", r->kind);
	s->regions[s->count].parent = r->parent;
	s->regions[s->count].at = r->at;
	s->regions[s->count].size = r->size;
	s->regions[s->count].unpacked = r->unpacked;
	s->regions[s->count++].is_whole = !r->trouble.is;
}

static err on_node(void *self, uint32_t region, uint64_t region_at, const struct node *node)
{
	struct seen *s = self;

	(void)region, (void)region_at;
	s->nodes++;
	s->cut += node->is_cut;
	if (s->path && str_is(node->path, s->path)) s->digest = digest_of(node->content);
	return OK;
}

static void on_leaf(void *self, const struct walk_region *region, span content)
{
	(void)self, (void)region, (void)content;
}

static void on_note(void *self, uint32_t region, uint64_t at, const char *domain, const char *key, str value)
{
	(void)self, (void)region, (void)at, (void)domain, (void)key, (void)value;
}

static void on_checksum(
	void *self, uint32_t region, uint64_t at, const char *target, const char *algorithm, bool is_valid)
{
	struct seen *s = self;

	(void)region, (void)at, (void)target, (void)algorithm;
	s->sums++;
	s->bad_sums += !is_valid;
}

static void on_progress(void *self, uint64_t done)
{
	(void)self, (void)done;
}

static void walk_file(const char *name, const char *path, struct seen *s)
{
	const char *corpus = getenv("ASSAY_CORPUS");
	char file[512];
	struct stat st;

	snprintf(file, sizeof(file), "%s/firmware/%s", corpus ? corpus : "", name);

	int fd = corpus ? open(file, O_RDONLY) : -1;

	if (fd < 0 || fstat(fd, &st)) {
		print_message("skipped: no %s (ASSAY_CORPUS is %s)\n", name, corpus ? corpus : "not set");
		skip();
	}

	uint8_t *p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	struct arena memory = arena_open((size_t)2 << 30);
	struct walk_visitor visitor = { .self = s,
		.region = on_region,
		.node = on_node,
		.leaf = on_leaf,
		.note = on_note,
		.checksum = on_checksum,
		.progress = on_progress };

	assert_true(p != MAP_FAILED);
	*s = (struct seen){ .path = path };
	assert_ok(walk_image((span){ p, (size_t)st.st_size }, &visitor, &memory));
	arena_close(&memory);
	munmap(p, (size_t)st.st_size);
	close(fd);
}

static bool has_region(const struct seen *s, const char *kind, uint64_t at, uint64_t size)
{
	for (size_t i = 0; i < s->count; i++)
		if (strcmp(s->regions[i].kind, kind) == 0 && s->regions[i].at == at && s->regions[i].size == size)
			return s->regions[i].is_whole;
	return false;
}

static void a_tp_link_router(void **state)
{
	struct seen s;

	(void)state;
	walk_file("tplink_wr841nv10_en_3_16_9_150310.bin", "etc/passwd", &s);
	assert_true(has_region(&s, "tplink", 0, 0x20200));
	assert_true(has_region(&s, "uimage", 0x39d0, 64 + 0x8b7f));
	assert_true(has_region(&s, "lzma", 0x20400, 761358));
	assert_true(has_region(&s, "linux-kernel", 0, 2219160));
	assert_true(has_region(&s, "squashfs", 0x120200, 2478080));
	assert_int_equal(s.nodes, 559);
	assert_int_equal(s.cut, 0);
	assert_int_equal(s.sums, 4);
	assert_int_equal(s.bad_sums, 0);
}

static void a_camera_with_seven_partitions(void **state)
{
	static const uint64_t jffs2[] = { 0x630000, 0xad0000, 0xd70000, 0xf70000, 0xfb0000 };
	struct seen s;
	size_t found = 0;

	(void)state;
	walk_file("xiaomi_dafang_5.5.1.177_flash16M.bin", "bin/wpa_supplicant", &s);
	assert_true(has_region(&s, "squashfs", 0x240000, 3334144));
	assert_true(has_region(&s, "squashfs", 0x590000, 589824));
	assert_true(has_region(&s, "squashfs", 0xcd0000, 589824));
	assert_true(has_region(&s, "linux-kernel", 0, 5556676));
	for (size_t i = 0; i < s.count; i++)
		if (strcmp(s.regions[i].kind, "jffs2") == 0) assert_int_equal(s.regions[i].at, jffs2[found++]);
	assert_int_equal(found, 5);
	assert_int_equal(s.cut, 0);
	assert_int_equal(s.bad_sums, 0);
	assert_string_equal(s.digest.hex, "3a023fa684150886af1240d8cdebda9c2685a5d6c2622f12bb1adb67c0bb9f09");
}

static void a_router_with_squashfs_3_and_lzma(void **state)
{
	struct seen s;

	(void)state;
	walk_file("huawei_HG532eV100R001C01B020.bin", "bin/adslcmd", &s);
	assert_true(has_region(&s, "squashfs", 0xecef9, 2637824));
	assert_int_equal(s.nodes, 192);
	assert_int_equal(s.cut, 0);
	assert_string_equal(s.digest.hex, "65d64517f52c5208fb43f02796c18d1946da62d2d5333321b1bcff9679bef43d");
}

static void an_upgrade_file_down_to_its_program(void **state)
{
	struct seen s;

	(void)state;
	walk_file("TICMeter.ota", NULL, &s);
	assert_true(has_region(&s, "zigbee-ota", 0, 1140668));
	assert_true(has_region(&s, "esp", 0, 1825840));
	assert_int_equal(s.sums, 2);
	assert_int_equal(s.bad_sums, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_tp_link_router),
		cmocka_unit_test(a_camera_with_seven_partitions),
		cmocka_unit_test(a_router_with_squashfs_3_and_lzma),
		cmocka_unit_test(an_upgrade_file_down_to_its_program),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
